"""What the staff desk says about the running exhibit."""

from __future__ import annotations

import platform
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication, QInputDevice

from kiosk import __version__
from kiosk.guard.check_result import CheckResult, ok, warning
from kiosk.guard.content.content_choice import trust_of
from kiosk.guard.health.machine_checks import (
    RUNNING_CHECKS,
    Machine,
    run_checks,
    stale_units,
    this_machine,
)
from kiosk.text.alike import gathered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.guard.content.content_trust import Refusal
    from kiosk.guard.due import Due
    from kiosk.guard.process.process_guard import ProcessGuard
    from kiosk.settings.settings_file import SettingsReading
    from kiosk.text.messages import PlacedMessage

_LAST_FAULTS = 3
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


@dataclass(frozen=True)
class StaffReport:
    """How the exhibit is, what is wrong with its content, and content it will not show."""

    results: tuple[CheckResult, ...]
    messages: tuple[str, ...] = ()
    refusal: Refusal | None = None


class StaffReporter:
    """Runs everything again each time it is asked; nothing in it blocks."""

    def __init__(
        self,
        reading: SettingsReading,
        guard: ProcessGuard,
        messages: Callable[[], Iterable[PlacedMessage]],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._reading = reading
        self._guard = guard
        self._messages = messages
        self._clock = clock
        self._began = clock()

    def report(self) -> StaffReport:
        """Look now."""
        machine = replace(this_machine(self._reading), content=self._guard.content)
        results = (
            *(_waiting(due) for due in self._guard.due),
            _versions(),
            _uptime(self._clock() - self._began),
            *self._faults(),
            *_with_qt_touch(run_checks(machine, RUNNING_CHECKS), machine),
            _screen(),
            *stale_units(machine),
        )
        messages = tuple(str(message) for message in gathered(self._messages()))
        return StaffReport(results, messages, trust_of(self._reading.settings).refusal)

    def forgive(self) -> None:
        """Give refused content another chance from the next start on."""
        self._guard.trust.forgive()

    def _faults(self) -> list[CheckResult]:
        last = self._guard.fault_log.faults[-_LAST_FAULTS:]
        if not last:
            return [ok("faults", "none since the start").worded("health_faults_none")]
        return [
            warning("faults", f"{fault.at:%m-%d %H:%M} {fault.text}").worded(
                "health_fault", moment=fault.at, text=fault.text
            )
            for fault in last
        ]


def _uptime(seconds: float) -> CheckResult:
    """The time since the start, in its two largest units."""
    days, rest = divmod(int(seconds), _DAY)
    hours, minutes = rest // _HOUR, rest % _HOUR // _MINUTE
    if days:
        found = ok("uptime", f"{days} d {hours} h")
        return found.worded("health_uptime_days", days=days, hours=hours)
    if hours:
        found = ok("uptime", f"{hours} h {minutes} min")
        return found.worded("health_uptime_hours", hours=hours, minutes=minutes)
    return ok("uptime", f"{minutes} min").worded("health_uptime_minutes", minutes=minutes)


def _waiting(due: Due) -> CheckResult:
    """What happens as soon as staff are done."""
    found = warning("due", "waits until staff are done")
    return found.worded(due.key, minutes=due.minutes) if due.minutes else found.worded(due.key)


def _versions() -> CheckResult:
    python = platform.python_version()
    found = ok("versions", f"exhibit {__version__}, Qt {qt_version}, Python {python}")
    return found.worded("health_versions", exhibit=__version__, qt=qt_version, python=python)


def _screen() -> CheckResult:
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        return warning("screen", "no screen is connected", "look at cable and power").worded(
            "health_screen_none"
        )
    size = screen.size()
    return ok("screen", f"{screen.name()} {size.width()} x {size.height()}".strip())


def _with_qt_touch(results: list[CheckResult], machine: Machine) -> list[CheckResult]:
    """Where the system lists no input devices, ask Qt for touch screens."""
    if machine.input_devices.exists():
        return results
    names = [
        device.name()
        for device in QInputDevice.devices()
        if device.type() == QInputDevice.DeviceType.TouchScreen
    ]
    known = ok("touch", ", ".join(names)) if names else None
    return [known if known and each.name == "touch" else each for each in results]
