"""Each check of the machine, shown another machine."""

from __future__ import annotations

import datetime
import os
import shutil
from collections import namedtuple
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.check_result import CheckResult, CheckStatus
from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.health import watchdog_check
from kiosk.guard.health.machine_checks import RUNNING_CHECKS, Machine, run_checks
from kiosk.settings.opening_hours import OpeningHours
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import SettingsReading
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

MOUSE_AND_PANEL = """I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="A mouse"
H: Handlers=mouse0 event3
B: PROP=0
B: EV=17

I: Bus=0003 Vendor=0eef Product=c000 Version=0111
N: Name="A touch panel"
H: Handlers=event4
B: PROP=2
B: EV=1b

"""
MEGABYTE = 1024 * 1024


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    content = sound_content(tmp_path / "content").folder
    (tmp_path / "devices").write_text(MOUSE_AND_PANEL)
    settings = Settings(content, state=tmp_path / "state", logs=tmp_path / "logs")
    return Machine(
        SettingsReading(settings, file=tmp_path / "settings.yaml"),
        environment={"KIOSK_SUPERVISED": "20"},
        now=datetime.datetime(2026, 11, 23, 12, 0),
        input_devices=tmp_path / "devices",
    )


def found(machine: Machine, name: str) -> CheckResult:
    (result,) = [result for result in run_checks(machine) if result.name == name]
    return result


def test_a_machine_without_faults_has_only_no_pin(machine: Machine) -> None:
    assert [
        result.name for result in run_checks(machine) if result.state is not CheckStatus.OK
    ] == ["staff PIN"]


def test_a_touch_panel_is_told_from_a_mouse(machine: Machine) -> None:
    assert found(machine, "touch").message == "A touch panel"

    machine.input_devices.write_text(MOUSE_AND_PANEL.split("\n\n")[0])
    assert found(machine, "touch").message == "there is no touch device"
    machine.input_devices.unlink()
    assert found(machine, "touch").state is CheckStatus.WARNING


@pytest.mark.parametrize(
    ("year", "state"),
    [(1970, CheckStatus.ERROR), (2024, CheckStatus.ERROR), (2025, CheckStatus.OK)],
)
def test_a_clock_before_2025_is_wrong(machine: Machine, year: int, state: CheckStatus) -> None:
    earlier = replace(machine, now=datetime.datetime(year, 6, 1, 12, 0))

    assert found(earlier, "clock").state is state


@pytest.mark.parametrize(
    ("free_mb", "state"),
    [(100, CheckStatus.ERROR), (500, CheckStatus.WARNING), (5000, CheckStatus.OK)],
)
def test_a_disk_needs_room(
    machine: Machine, free_mb: int, state: CheckStatus, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(free_mb * MEGABYTE))

    assert found(machine, "disk").state is state


def test_a_folder_that_can_not_be_written_is_an_error(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.guard.health.machine_checks.os.access", lambda path, mode: False)

    assert found(machine, "disk").state is CheckStatus.ERROR


def test_a_file_in_the_place_of_a_folder_is_an_error(machine: Machine) -> None:
    logs = machine.reading.settings.logs
    logs.write_text("")

    result = found(machine, "disk")

    assert (result.state, result.hint) == (CheckStatus.ERROR, f"move {logs} away")
    assert result.message == f"{logs} can't be written: {logs} is no folder"


def test_a_state_below_a_closed_folder_is_an_error(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may go everywhere, so the system's answer to anybody else is put in its place."""
    state = machine.reading.settings.state
    there = os.stat

    def closed(path: object, *rest: object, **more: object) -> os.stat_result:
        if str(path).startswith(str(state)):
            raise PermissionError(13, "Permission denied", str(path))
        return there(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", closed)
    monkeypatch.setattr("kiosk.guard.health.machine_checks.os.access", lambda path, mode: False)

    assert found(machine, "disk").message == f"{state} can't be written"


def test_the_fuller_disk_counts(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = machine.reading.settings
    for folder in (settings.state, settings.logs):
        folder.mkdir()
    usage = namedtuple("usage", "free")
    free = {settings.state: 100, settings.logs: 5000}
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(free[path] * MEGABYTE))

    assert found(machine, "disk").message == "100 MB free where the state is"


@pytest.mark.parametrize("written", [b"", b"\0" * 156, b"[]", b'{"salt": 1}'], ids=repr)
def test_a_damaged_pin_is_not_told_as_none(machine: Machine, written: bytes) -> None:
    state = machine.reading.settings.state
    state.mkdir()
    (state / "staff-pin.json").write_bytes(written)

    result = found(machine, "staff PIN")

    assert result.state is CheckStatus.ERROR
    assert result.message.startswith(f"{state / 'staff-pin.json'} is damaged, so nobody")


def test_a_pin_that_the_exhibit_may_not_read_is_not_told_as_none(machine: Machine) -> None:
    state = machine.reading.settings.state
    state.mkdir()
    (state / "staff-pin.json").symlink_to(machine.input_devices)

    assert "staff-pin.json can't be read: " in found(machine, "staff PIN").message


def test_the_clock_names_its_zone(machine: Machine) -> None:
    zone = machine.now.astimezone().tzname()
    assert found(machine, "clock").message == f"2026-11-23 12:00 {zone}"


def test_content_that_is_not_trusted_is_told(machine: Machine) -> None:
    settings = machine.reading.settings
    trust = ContentTrust(settings.state / "content-trust.json")
    for _ in range(4):
        trust.begin(settings.content)

    assert found(machine, "content").message == (
        f"{settings.content} has crashed the exhibit 3 times"
    )


@pytest.mark.parametrize(
    ("shown", "state", "words"),
    [
        (None, CheckStatus.WARNING, "systemd does not run here"),
        ({"LoadState": "not-found"}, CheckStatus.WARNING, "there is no service kiosk.service"),
        (
            {"LoadState": "loaded", "WatchdogUSec": "0", "ActiveState": "active"},
            CheckStatus.ERROR,
            "has no watchdog",
        ),
        # What systemd says of a unit with a watchdog that has never been started.
        (
            {"LoadState": "loaded", "WatchdogUSec": "infinity", "ActiveState": "inactive"},
            CheckStatus.WARNING,
            "kiosk.service is inactive",
        ),
        (
            {"LoadState": "loaded", "WatchdogUSec": "20s", "ActiveState": "active"},
            CheckStatus.OK,
            "kiosk.service is active, 20s a beat",
        ),
    ],
)
def test_somebody_has_to_watch(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    shown: dict[str, str] | None,
    state: CheckStatus,
    words: str,
) -> None:
    monkeypatch.setattr(watchdog_check, "_shown_by_systemd", lambda: shown)
    unwatched = replace(machine, environment={}, hardware_watchdog=tmp_path)

    assert found(unwatched, "watchdog").state is state
    assert words in found(unwatched, "watchdog").message


def test_systemd_is_known_from_within_the_service(machine: Machine) -> None:
    inside = replace(
        machine, environment={"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": "20000000"}
    )

    assert found(inside, "watchdog").message == "systemd watches"


def test_a_check_that_fails_is_a_finding(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(path: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(shutil, "disk_usage", gone)

    assert found(machine, "disk").message == "can't be looked at: [Errno 5] Input/output error"


def test_a_running_exhibit_starts_no_program(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(*_: object, **__: object) -> None:
        raise AssertionError("a program was started")

    monkeypatch.setattr("subprocess.run", start)

    assert "memory" in [result.name for result in run_checks(machine, RUNNING_CHECKS)]


def test_hours_that_are_never_open_are_an_error(machine: Machine) -> None:
    closed = OpeningHours(((),) * 7)
    settings = replace(machine.reading.settings, opening_hours=closed)
    never_open = replace(machine, reading=machine.reading._replace(settings=settings))

    result = found(never_open, "settings")

    assert result.state is CheckStatus.ERROR
    assert "it is closed on all seven days, so the screen is always black" in result.message
