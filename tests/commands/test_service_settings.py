"""What `kiosk service` makes of settings, folders and programs of other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from tests.commands.service_files import UNITS, typed, values
from tests.packaging.install_steps import commands

if TYPE_CHECKING:
    from pathlib import Path


def test_the_net_comes_two_hours_after_the_planned_restart(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("restart_at: 23:15\nmemory_ceiling_mb: 800\n")
    out = tmp_path / "service"
    assert main(["service", "--out", str(out), "--settings", str(tmp_path / "settings.yaml")]) == 0

    assert values(out / UNITS / "kiosk-nightly.timer", "OnCalendar") == ["*-*-* 01:15:00"]
    assert values(out / UNITS / "kiosk.service", "MemoryHigh") == ["1000M"]


def test_a_folder_elsewhere_may_be_written(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("folders: {state: /srv/kiosk/state}\n")
    out = tmp_path / "service"
    main(["service", "--out", str(out), "--settings", str(tmp_path / "settings.yaml")])

    unit = out / UNITS / "kiosk.service"
    assert values(unit, "ReadWritePaths") == ["-/srv/kiosk/state"]


def test_whose_the_folder_of_the_socket_is_stays_as_it_is(tmp_path: Path) -> None:
    """Its group may tell the exhibit what to do, so the guide doesn't make it the exhibit's own."""
    told = typed("control: {socket: /run/museum/socket, folder: /srv/orders}\n", tmp_path)

    unit = tmp_path / "service" / UNITS / "kiosk.service"
    assert values(unit, "ReadWritePaths") == ["-/srv/orders", "-/run/museum"]
    assert not [line for line in told["Other settings"] if "/run/museum" in line]


@pytest.mark.parametrize("program", ["/usr/bin/kiosk", "/usr/local/bin/kiosk", "/opt/kiosk/kiosk"])
def test_a_program_among_others_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], program: str
) -> None:
    """INSTALL.txt takes the whole environment away again."""
    assert main(["service", "--out", str(tmp_path / "service"), "--program", program]) == 2
    assert f"{program} is not in an environment of its own" in capsys.readouterr().err


def test_content_that_the_service_does_not_see_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.yaml").write_text("folders: {content: /run/user/content}\n")
    words = ["service", "--out", str(tmp_path / "service")]

    assert main([*words, "--settings", str(tmp_path / "settings.yaml")]) == 1
    assert "the service doesn't see /run/user/content" in capsys.readouterr().err


def test_a_machine_that_never_starts_anew_gets_no_net(tmp_path: Path) -> None:
    out = tmp_path / "service"
    assert main(["service", "--out", str(out)]) == 0
    (tmp_path / "settings.yaml").write_text("restart_at: never\n")

    assert main(["service", "--out", str(out), "--settings", str(tmp_path / "settings.yaml")]) == 0

    assert [path.name for path in (out / UNITS).iterdir()] == ["kiosk.service"]
    assert "nightly" not in (out / UNITS / "kiosk.service").read_text("utf-8")


def test_what_is_typed_is_the_same_with_and_without_the_net(tmp_path: Path) -> None:
    """The first line of "Other settings" writes INSTALL.txt anew under the reader's eyes."""
    (tmp_path / "settings.yaml").write_text("restart_at: never\n")
    typed = []
    for more in ([], ["--settings", str(tmp_path / "settings.yaml")]):
        assert main(["service", "--out", str(tmp_path / "out"), *more]) == 0
        typed.append(commands((tmp_path / "out" / "INSTALL.txt").read_text("utf-8")))

    assert typed[0] == typed[1]


@pytest.mark.parametrize("program", ["kiosk", "/opt/my kiosk/kiosk", "/opt/%h/kiosk"])
def test_a_program_that_systemd_would_misread_is_refused(tmp_path: Path, program: str) -> None:
    assert main(["service", "--out", str(tmp_path / "service"), "--program", program]) == 2
    assert not (tmp_path / "service").exists()


def test_a_folder_that_can_not_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")

    assert main(["service", "--out", str(tmp_path / "file")]) == 1
    assert "can't be written" in capsys.readouterr().err


def test_folders_elsewhere_are_made_for_the_exhibit_and_not_removed_unseen(tmp_path: Path) -> None:
    told = typed(
        "folders: {state: /data/kiosk/state, logs: /data/kiosk/logs, health: /data/health}\n",
        tmp_path,
    )
    makes = (
        "install --directory --owner=kiosk --group=kiosk /var/lib/kiosk /var/log/kiosk"
        " /data/kiosk/state /data/kiosk/logs /data/health"
    )

    assert makes in told["4"]
    assert makes in told["Other settings"]
    assert not [line for line in told["To take it away"] if "/data" in line]
    guide = (tmp_path / "service" / "INSTALL.txt").read_text("utf-8")
    assert "So does /data/kiosk/state and /data/kiosk/logs and /data/health, where" in guide


@pytest.mark.parametrize("key", ["state", "logs", "health"])
def test_a_folder_that_the_service_does_not_see_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(f"folders: {{{key}: /var/tmp/museum/{key}}}\n")

    assert main(["service", "--out", str(tmp_path / "out"), "--settings", str(file)]) == 1

    said = capsys.readouterr().err
    assert f"the service doesn't see /var/tmp/museum/{key}: the {key}" in said
