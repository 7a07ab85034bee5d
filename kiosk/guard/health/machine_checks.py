"""The checks of a machine that need no display, in one table."""

from __future__ import annotations

import datetime
import os
import platform
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.guard.check_result import CheckResult, CheckStatus, error, ok, warning
from kiosk.guard.content.content_choice import judged, trust_of
from kiosk.guard.health.watchdog_check import check_watchdog
from kiosk.guard.process.process_memory import memory_mb
from kiosk.guard.service.unit_files import units_result
from kiosk.guard.staff_pin import StaffPin
from kiosk.settings.opening_hours import FIRST_PLAUSIBLE_YEAR
from kiosk.text.folder import readable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.guard.content.content_choice import ContentChoice
    from kiosk.settings.settings_file import SettingsReading

LEAST_FREE_MB = 200
COMFORTABLE_FREE_MB = 1000
_DIRECT_INPUT_BIT = 0x02
"""INPUT_PROP_DIRECT of linux/input-event-codes.h: what is touched is what is meant."""


@dataclass(frozen=True)
class Machine:
    """What the checks look at, so that tests can show them another machine."""

    reading: SettingsReading
    environment: Mapping[str, str]
    now: datetime.datetime
    input_devices: Path = Path("/proc/bus/input/devices")
    event_folder: Path = Path("/dev/input")
    hardware_watchdog: Path = Path("/dev/watchdog")
    sound_cards: Path = Path("/proc/asound/cards")
    root: Path = Path("/")
    content: ContentChoice | None = None
    """What is shown, where somebody knows; else it is found out."""


def this_machine(reading: SettingsReading) -> Machine:
    """The machine we run on."""
    return Machine(reading, os.environ, datetime.datetime.now())


def _python(machine: Machine) -> CheckResult:
    version = platform.python_version()
    return ok("python", f"Python {version}")


def _settings(machine: Machine) -> CheckResult:
    reading = machine.reading
    if reading.file is None:
        return warning(
            "settings",
            "there is no settings file, so everything is as built in",
            "write one as docs/operators.md says",
        ).worded("health_settings_none")
    if reading.messages:
        told = "\n".join(map(str, reading.messages))
        return error("settings", told, "what is wrong counts as not written")
    if reading.settings.opening_hours.never:
        return error(
            "settings",
            f"{reading.file}: it is closed on all seven days, so the screen is always black",
            "write when it is open, or leave opening_hours out",
        ).worded("health_never_open")
    return ok("settings", str(reading.file))


def _disk(machine: Machine) -> CheckResult:
    settings = machine.reading.settings
    room = []
    for what, folder in (("the state is", settings.state), ("the logs are", settings.logs)):
        existing = _nearest(folder)
        if not existing.is_dir():
            why, hint = f": {existing} is no folder", f"move {existing} away"
        elif not os.access(existing, os.W_OK | os.X_OK):
            why, hint = "", "ask as the user that runs the exhibit"
        else:
            room.append((shutil.disk_usage(existing).free / (1024 * 1024), what))
            continue
        return error("disk", f"{folder} can't be written{why}", hint).worded(
            "health_disk_unwritable", folder=str(folder)
        )
    free_mb, where = min(room)
    message = f"{free_mb:,.0f} MB free where {where}"
    if free_mb < LEAST_FREE_MB:
        return error("disk", message, f"make room: {LEAST_FREE_MB} MB is the least").worded(
            "health_disk_low", megabytes=free_mb
        )
    if free_mb < COMFORTABLE_FREE_MB:
        return warning("disk", message, "make room").worded("health_disk_low", megabytes=free_mb)
    return ok("disk", message).worded("health_disk_free", megabytes=free_mb)


def _nearest(folder: Path) -> Path:
    """The folder itself, or the first above it that this user can see."""
    # Path.exists() raises below a folder that is closed to us.
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    return folder


def _clock(machine: Machine) -> CheckResult:
    moment = f"{machine.now:%Y-%m-%d %H:%M} {machine.now.astimezone().tzname()}"
    if machine.now.year < FIRST_PLAUSIBLE_YEAR:
        return error(
            "clock", f"the clock says {moment}", "set it, or opening hours and nights mean nothing"
        ).worded("health_clock_wrong", moment=machine.now)
    return ok("clock", moment).worded("health_clock_right", moment=machine.now)


def _touch(machine: Machine) -> CheckResult:
    try:
        listing = machine.input_devices.read_text("utf-8", "replace")
    except OSError:
        return warning("touch", "this system does not list its input devices").worded(
            "health_touch_unknown"
        )
    names = []
    for device in listing.split("\n\n"):
        lines = {line[:2]: line[3:] for line in device.splitlines()}
        properties = [line for line in device.splitlines() if line.startswith("B: PROP=")]
        if properties and _hexadecimal(properties[0][8:]) & _DIRECT_INPUT_BIT:
            names.append(lines.get("N:", "?").removeprefix("Name=").strip('"'))
    if not names:
        return warning(
            "touch", "there is no touch device", "plug the screen's USB cable in"
        ).worded("health_touch_none")
    return ok("touch", ", ".join(names))


def _hexadecimal(written: str) -> int:
    try:
        return int(written.strip() or "0", 16)
    except ValueError:
        return 0


def _watchdog(machine: Machine) -> CheckResult:
    return check_watchdog(machine.environment, machine.hardware_watchdog)


def _units(machine: Machine) -> CheckResult:
    return units_result(machine.reading.settings, machine.root)


def _staff_pin(machine: Machine) -> CheckResult:
    pin = StaffPin(machine.reading.settings.state)
    if pin.damage:
        return error(
            "staff PIN",
            f"{pin.damage}, so nobody can leave the exhibit at the screen",
            "set it anew with `kiosk staff-pin`, as the user that runs the exhibit",
        ).worded("health_failed", error=pin.damage)
    if not pin.is_set:
        return warning(
            "staff PIN",
            "no PIN is set, so nobody can leave the exhibit at the screen",
            "set one with `kiosk staff-pin`",
        )
    if pin.wait_seconds > 0:
        return warning("staff PIN", f"the pad is closed for {pin.wait_seconds:.0f} s more")
    return ok("staff PIN", "set").worded("health_pin_set")


def _content(machine: Machine) -> CheckResult:
    settings = machine.reading.settings
    refusal = trust_of(settings).refusal
    if refusal is None:
        return (machine.content or judged(settings)).result(settings.content)
    folder = readable(refusal.folder)
    return error(
        "content",
        f"{folder} has crashed the exhibit {refusal.crashes} times",
        "what came with the program is shown until something in the folder changes",
    ).worded("health_content_crashed", folder=folder, count=refusal.crashes)


def _memory(machine: Machine) -> CheckResult:
    used, ceiling = memory_mb(), machine.reading.settings.memory_ceiling_mb
    if used is None:
        return warning("memory", "this system does not say how much is in use").worded(
            "health_memory_unknown"
        )
    message = f"{used:.0f} MB in use, {ceiling} MB allowed"
    found = ok("memory", message) if used <= ceiling else warning("memory", message)
    return found.worded("health_memory", used=used, ceiling=float(ceiling))


CHECKS: tuple[Callable[[Machine], CheckResult], ...] = (
    _python,
    _settings,
    _content,
    _disk,
    _clock,
    _touch,
    _watchdog,
    _units,
    _staff_pin,
)
"""Without a display, and quick enough for a staff desk except for the watchdog."""

RUNNING_CHECKS: tuple[Callable[[Machine], CheckResult], ...] = (
    _settings,
    _content,
    _disk,
    _clock,
    _touch,
    _memory,
    _staff_pin,
)
"""For the staff desk of a running exhibit: nothing here starts a program or waits."""


def run_checks(
    machine: Machine, checks: tuple[Callable[[Machine], CheckResult], ...] = CHECKS
) -> list[CheckResult]:
    """The result of each check, in the order of the table; one that fails is a result too."""
    results = []
    for check in checks:
        try:
            results.append(check(machine))
        except OSError as failure:
            name = check.__name__.strip("_")
            found = warning(name, f"can't be looked at: {failure}")
            results.append(found.worded("health_failed", error=str(failure)))
    return results


def stale_units(machine: Machine) -> list[CheckResult]:
    """What the log and the staff desk say of the units: nothing where all is well."""
    return [each for each in run_checks(machine, (_units,)) if each.state is not CheckStatus.OK]
