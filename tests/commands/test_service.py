"""`kiosk service` writes everything for a locked kiosk, and nothing that shuts the wrong things."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from kiosk.__main__ import main
from kiosk.guard.service.install_guide import PACKAGES
from kiosk.guard.service.service_files import FILES
from kiosk.settings.keys import KEYS
from kiosk.settings.settings_file import read_settings
from kiosk.system_libraries import SONAMES
from tests.packaging.install_steps import commands
from tests.project import PROJECT
from tests.tools import do_without, needs

UNITS = PurePosixPath("etc/systemd/system")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    assert main(["service", "--out", str(tmp_path / "service")]) == 0
    return tmp_path / "service"


def directives(unit: Path) -> list[tuple[str, str]]:
    lines = unit.read_text("utf-8").splitlines()
    pairs = [line.partition("=") for line in lines if line and line[0] not in "#["]
    return [(name, value) for name, _, value in pairs]


def values(unit: Path, name: str) -> list[str]:
    return [value for key, value in directives(unit) if key == name]


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

    assert len(rules) == 1
    assert 'ATTRS{name}=="vc4-hdmi*"' in rules[0]
    assert not re.search("KEYBOARD|MOUSE|CALIBRATION|TOUCHSCREEN", rules[0])


def test_the_net_comes_two_hours_after_the_planned_restart(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("restart_at: 23:15\nmemory_ceiling_mb: 800\n")
    out = tmp_path / "service"
    assert main(["service", "--out", str(out), "--settings", str(tmp_path / "settings.yaml")]) == 0

    assert values(out / UNITS / "kiosk-nightly.timer", "OnCalendar") == ["*-*-* 01:15:00"]
    assert values(out / UNITS / "kiosk.service", "MemoryHigh") == ["1000M"]


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


def test_a_folder_elsewhere_may_be_written(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("folders: {state: /srv/kiosk/state}\n")
    out = tmp_path / "service"
    main(["service", "--out", str(out), "--settings", str(tmp_path / "settings.yaml")])

    unit = out / UNITS / "kiosk.service"
    assert values(unit, "ReadWritePaths") == ["-/srv/kiosk/state"]


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


def typed(settings: str, tmp_path: Path) -> dict[str, list[str]]:
    """The commands of the guide for these settings, by their heading."""
    (tmp_path / "settings.yaml").write_text(settings)
    out = tmp_path / "service"
    main(["service", "--out", str(out), "--settings", str(tmp_path / "settings.yaml")])
    return commands((out / "INSTALL.txt").read_text("utf-8"))


def test_folders_elsewhere_are_made_for_the_exhibit_and_not_removed_unseen(tmp_path: Path) -> None:
    told = typed("folders: {state: /data/kiosk/state, logs: /data/kiosk/logs}\n", tmp_path)
    makes = (
        "install --directory --owner=kiosk --group=kiosk /var/lib/kiosk /var/log/kiosk"
        " /data/kiosk/state /data/kiosk/logs"
    )

    assert makes in told["4"]
    assert makes in told["Other settings"]
    assert not [line for line in told["To take it away"] if "/data" in line]
    guide = (tmp_path / "service" / "INSTALL.txt").read_text("utf-8")
    assert "So does /data/kiosk/state and /data/kiosk/logs, where the settings" in guide


@pytest.mark.parametrize("key", ["state", "logs"])
def test_a_folder_that_the_service_does_not_see_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(f"folders: {{{key}: /var/tmp/museum/{key}}}\n")

    assert main(["service", "--out", str(tmp_path / "out"), "--settings", str(file)]) == 1

    said = capsys.readouterr().err
    assert f"the service doesn't see /var/tmp/museum/{key}: the {key} belong" in said


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
