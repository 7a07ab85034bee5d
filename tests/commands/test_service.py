"""`kiosk service` writes everything for a locked kiosk, and nothing that shuts the wrong things."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.guard.service.install_guide import PACKAGES
from kiosk.guard.service.service_files import FILES
from kiosk.settings.keys import KEYS
from kiosk.settings.settings_file import read_settings
from kiosk.system_libraries import SONAMES
from tests.commands.service_files import UNITS, values
from tests.packaging.install_steps import commands
from tests.project import PROJECT
from tests.tools import do_without, needs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    assert main(["service", "--out", str(tmp_path / "service")]) == 0
    return tmp_path / "service"


def test_every_file_lies_as_it_does_on_the_machine_and_is_listed(out: Path) -> None:
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    listed = (out / "INSTALL.txt").read_text("utf-8")

    assert written == {
        "INSTALL.txt",
        "etc/kiosk/settings.yaml",
        *(str(file.place).lstrip("/") for file in FILES),
    }
    assert [name for name in written - {"INSTALL.txt"} if f"/{name}" not in listed] == []
    copied = re.findall(r"etc/([\w.]+)", " ".join(re.findall(r"  cp .*", listed)))
    assert set(copied) == {name.split("/")[1] for name in written if name != "INSTALL.txt"}


def test_nothing_is_left_to_fill_in(out: Path) -> None:
    known = {"@system-service", "@privileged", "@resources", "@mount", "@swap", "@reboot"}
    found = {
        word
        for path in out.rglob("*")
        if path.is_file()
        for word in re.findall(r"@[a-z_-]+@?", path.read_text("utf-8"))
    }

    assert found - known == {"@tty"}, "getty@tty1.service is a name"


def test_the_unit_starts_the_locked_exhibit_in_cage(out: Path) -> None:
    unit = out / UNITS / "kiosk.service"

    assert values(unit, "ExecStart") == ["/usr/bin/cage -d -- /opt/kiosk/bin/kiosk run --locked"]
    assert values(unit, "Restart") == ["always"], "cage ends with 0 whatever happens"
    assert values(unit, "NotifyAccess") == ["all"], "the heartbeat comes from cage's child"
    assert values(unit, "WatchdogSec") == ["20"]
    assert values(unit, "StartLimitIntervalSec") == ["0"]


def test_no_session_takes_the_exhibit_out_of_the_unit(out: Path) -> None:
    """In a session's scope neither its heartbeat nor any limit of the unit would count."""
    unit = out / UNITS / "kiosk.service"

    assert values(unit, "PAMName") == []
    assert "LIBSEAT_BACKEND=seatd" in values(unit, "Environment")[0].split()
    assert values(unit, "Wants") == ["seatd.service", "kiosk-nightly.timer"]
    assert values(unit, "Requires") == [], "or one failure of seatd would be the end"
    assert "seatd" in PACKAGES


def test_usb_media_stay_visible(out: Path) -> None:
    unit = out / UNITS / "kiosk.service"

    assert values(unit, "InaccessiblePaths") == []
    assert values(unit, "ProtectHome") == ["yes"]
    assert values(unit, "ReadOnlyPaths") == ["-/media -/mnt -/srv"]


def test_no_keyboard_is_ignored_and_no_panel_is_turned(out: Path) -> None:
    text = (out / "etc/udev/rules.d/70-kiosk-input.rules").read_text("utf-8")
    rules = [line for line in text.splitlines() if line and not line.startswith("#")]

    remote, sockets = rules
    assert 'ATTRS{name}=="vc4-hdmi*"' in remote
    assert 'ENV{ID_INPUT_SWITCH}=="1", GROUP="kiosk", MODE="0640"' in sockets
    assert not re.search("KEYBOARD|MOUSE|CALIBRATION|TOUCHSCREEN", remote + sockets)


def test_the_settings_it_writes_are_good_with_and_without_their_marks(out: Path) -> None:
    file = out / "etc/kiosk/settings.yaml"
    settings = read_settings(file, environment={})
    assert settings.messages == ()
    assert (str(settings.settings.state), str(settings.settings.logs)) == (
        "/var/lib/kiosk",
        "/var/log/kiosk",
    )

    told = [
        re.sub(r"^#( *[\w]+:.*)$", r"\1", line) for line in file.read_text("utf-8").splitlines()
    ]
    file.write_text("\n".join(told))
    whole = read_settings(file, environment={})
    assert whole.messages == ()
    assert sum(line.startswith(("#  ", "# ")) for line in told) == len(KEYS) + 2
    assert whole.settings.screen_mm == (531.0, 299.0)


@needs("systemd-analyze")
def test_systemd_finds_nothing_to_say(out: Path, tmp_path: Path) -> None:
    units = []
    for name in ("kiosk.service", "kiosk-nightly.service", "kiosk-nightly.timer"):
        unit = tmp_path / name
        # Neither cage nor the exhibit need be installed where the tests run.
        text = (out / UNITS / name).read_text("utf-8").replace("/usr/bin/cage", "/bin/true")
        unit.write_text(text.replace("/usr/bin/systemctl", "/bin/true"))
        units.append(str(unit))

    verified = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (verified.stdout + verified.stderr, verified.returncode) == ("", 0)


@needs("systemd-analyze")
def test_the_exposure_is_at_most_2_5(out: Path) -> None:
    judged = subprocess.run(
        [
            "systemd-analyze",
            "security",
            "--offline=true",
            "--threshold=25",
            str(out / UNITS / "kiosk.service"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    if "offline" in judged.stderr:
        do_without("this systemd-analyze can't judge a file")
    assert judged.returncode == 0, judged.stdout


def shell_of(unit: Path) -> str:
    """The script of the unit's condition, as systemd hands it to the shell."""
    (condition,) = values(unit, "ExecCondition")
    return (
        condition.removeprefix("/bin/sh -c '")
        .removesuffix("'")
        .replace("$$", "$")
        .replace("%%", "%")
    )


@pytest.mark.parametrize(("hours_ago", "restarts"), [(1, False), (25, False), (27, True)], ids=str)
def test_only_an_exhibit_that_has_run_too_long_is_started_anew(
    out: Path, tmp_path: Path, hours_ago: int, restarts: bool
) -> None:
    script = shell_of(out / UNITS / "kiosk-nightly.service")
    (tmp_path / "uptime").write_text("200000.55 390000.00\n")
    began = (200_000 - hours_ago * 3600) * 1_000_000
    systemctl = tmp_path / "systemctl"
    systemctl.write_text(f"#!/bin/sh\necho {began}\n")
    systemctl.chmod(0o755)

    ended = subprocess.run(
        ["/bin/sh", "-c", script.replace("/proc/uptime", str(tmp_path / "uptime"))],
        env={"PATH": f"{tmp_path}:/bin:/usr/bin"},
        check=False,
    )

    assert (ended.returncode == 0) is restarts


def test_what_staff_leave_behind_stops_the_service_once(out: Path, tmp_path: Path) -> None:
    script = shell_of(out / UNITS / "kiosk.service").replace("/run/kiosk", str(tmp_path))
    (tmp_path / "left").touch()

    starts = [
        subprocess.run(["/bin/sh", "-c", script], check=False).returncode == 0 for _ in range(2)
    ]

    assert starts == [False, True]


def test_content_can_be_exchanged_more_than_once(out: Path) -> None:
    """As the guide for operators has it too: mv puts nothing in the place of a full folder."""
    guide = (PROJECT / "docs" / "operators.md").read_text("utf-8")
    lines = [line.strip() for line in guide.splitlines()]
    typed_last = commands((out / "INSTALL.txt").read_text("utf-8"))["New content"]

    for name in ("content.new", "content.old"):
        removed = f"rm --recursive --force /srv/kiosk/{name}"
        assert lines.index(removed) < min(
            lines.index(line)
            for line in typed_last
            if line.endswith(f" /srv/kiosk/{name}") and not line.startswith("rm ")
        )


def test_the_old_content_comes_back_after_an_exchange(out: Path, tmp_path: Path) -> None:
    told = commands((out / "INSTALL.txt").read_text("utf-8"))
    for name, words in (("srv/content", "old"), ("content", "new")):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "exhibit.yaml").write_text(words, encoding="utf-8")

    shown = []
    for heading in ("New content", "The old content back", "New content"):
        for line in told[heading]:
            if not line.startswith(("runuser", "systemctl")):
                typed = line.replace("/srv/kiosk", str(tmp_path / "srv"))
                subprocess.run(["/bin/sh", "-ec", typed], cwd=tmp_path, check=True)
        shown.append((tmp_path / "srv" / "content" / "exhibit.yaml").read_text("utf-8"))

    assert shown == ["new", "old", "new"]


def test_operators_are_told_every_package_that_the_screen_needs(out: Path) -> None:
    told = commands((out / "INSTALL.txt").read_text("utf-8"))["1"]

    assert set(SONAMES["wayland"].values()) - set(" ".join(told).split()) == set()


def test_the_machine_starts_anew_at_the_last_step_alone(out: Path) -> None:
    told = commands((out / "INSTALL.txt").read_text("utf-8"))
    steps = [heading for heading in told if heading.isdigit()]

    assert [heading for heading in steps if "reboot" in told[heading]] == [steps[-1]]
    assert told[steps[-1]] == ["reboot"]


def test_the_guide_types_nothing_that_install_txt_does_not(out: Path) -> None:
    guide = (PROJECT / "docs" / "operators.md").read_text("utf-8")
    typed = {
        line
        for lines in commands((out / "INSTALL.txt").read_text("utf-8")).values()
        for line in lines
    }
    told = re.findall(
        r"^ {4,}((?:cp --|mv|rm|chmod|systemctl|runuser|/opt)\b.*|/opt/.*)$", guide, re.MULTILINE
    )

    assert [line for line in told if line not in typed] == []


def test_what_operators_are_told_about_systems_is_the_same(out: Path) -> None:
    systems = "Debian 12, Debian 13 or Ubuntu 24.04"

    assert systems in (out / "INSTALL.txt").read_text("utf-8")
    assert systems in (PROJECT / "docs" / "operators.md").read_text("utf-8").replace("\n", " ")
