"""Everything in this process that keeps it running unattended, set up in the right order."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from kiosk import __version__
from kiosk.guard.content.content_choice import (
    ContentChoice,
    ContentOrigin,
    choose_content,
    trust_of,
)
from kiosk.guard.due import CLOSED, CLOSING, Due
from kiosk.guard.environment import SUPERVISED
from kiosk.guard.exit_code import NO_CRASH, ExitCode
from kiosk.guard.log.fault_log import FaultLog
from kiosk.guard.occupancy import Occupancy
from kiosk.guard.opening_timer import OpeningTimer
from kiosk.guard.process.compositor import compositor_for
from kiosk.guard.process.heartbeat import Heartbeat
from kiosk.guard.process.notify import notifier_for
from kiosk.guard.process.planned_restart import PlannedRestart
from kiosk.guard.process.termination import Termination
from kiosk.guard.service.service_marker import leave_for_good

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from kiosk.guard.process.screen_lock import ScreenLock
    from kiosk.settings.settings import Settings

START_SECONDS = 60.0
_log = logging.getLogger("kiosk.guard")


class ProcessGuard(QObject):
    """Make it first of all, `start` when the window is shown, and `end` after the event loop.

    `content` is the folder to show, which need not be the machine's own.
    """

    faulted = Signal(str)
    """Something went wrong and was written down: take the visitor home."""
    leaving = Signal(int)
    """The process should end with this code."""
    due_changed = Signal()
    """`due` says something else."""

    def __init__(
        self,
        settings: Settings,
        occupancy: Occupancy | None = None,
        *,
        lock: ScreenLock | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        """`lock` is held until `end`; a window beside others needs none."""
        super().__init__()
        self.occupancy = occupancy or Occupancy(self)
        self._environment = environment
        self.notifier = notifier_for(environment)
        self.notifier.extend(START_SECONDS)
        self.trust = trust_of(settings)
        self.fault_log = FaultLog(settings.logs, give_up=self._give_up, parent=self)
        self._lock = lock
        self.fault_log.install()
        self.content: ContentChoice = choose_content(settings, self.trust, environment)
        self.heartbeat: Heartbeat | None = None
        self.planned_restart = PlannedRestart(settings, self.occupancy, parent=self)
        self.opening = OpeningTimer(settings.opening_hours, parent=self)
        self._termination = Termination(self)
        self.fault_log.faulted.connect(self.faulted)
        self.opening.changed.connect(self.occupancy.set_open)
        self.opening.neared.connect(self.due_changed)
        self.planned_restart.neared.connect(self.due_changed)
        self.planned_restart.due.connect(self._start_anew)
        self._termination.asked.connect(self._asked_to_end)

    def start(self, window: QWidget) -> None:
        """Begin to watch; call it when the window has been shown."""
        self.heartbeat = Heartbeat(
            window,
            self.notifier,
            stacks=self.fault_log.stacks,
            compositor=compositor_for(QGuiApplication.platformName(), self._environment, self),
            parent=self,
        )
        self.heartbeat.lost.connect(self._start_anew_unwatched)
        self.heartbeat.start()
        self.planned_restart.start()
        self.opening.start()
        _log.info("started: version %s, content %s", __version__, self.content.folder)

    @property
    def due(self) -> tuple[Due, ...]:
        """What waits, or is about to wait, until staff are done."""
        due = []
        if self.opening.minutes_left is not None:
            minutes = self.opening.minutes_left
            due.append(Due(CLOSING, minutes) if minutes else Due(CLOSED))
        if self.planned_restart.waiting:
            due.append(Due(self.planned_restart.waiting))
        return tuple(due)

    @Slot(object)
    def show_content(self, choice: ContentChoice) -> None:
        """Other content is shown from now on; a crash is counted as that of what is shown."""
        self.content = choice
        if SUPERVISED not in self._environment and choice.origin is not ContentOrigin.SHIPPED:
            self.trust.end()
            self.trust.begin(choice.folder)

    @Slot()
    def touched(self) -> None:
        """Call it for every touch and key."""
        self.planned_restart.touched()

    @Slot()
    def leave(self) -> None:
        """Staff end the exhibit, and its supervisor or service too."""
        self._leave(ExitCode.LEFT, "staff")

    @Slot()
    def start_anew(self) -> None:
        """Staff want a restart."""
        self._leave(ExitCode.START_ANEW, "staff want a restart")

    @Slot()
    def start_anew_from_outside(self) -> None:
        """Another program of this machine wants a restart."""
        self._leave(ExitCode.START_ANEW, "another program wants a restart")

    @Slot()
    def _asked_to_end(self) -> None:
        self._leave(ExitCode.START_ANEW, "asked from outside, by SIGTERM or SIGINT")

    def end(self, code: int) -> int:
        """Clean up after the event loop; returns the exit code of the process."""
        if self.heartbeat is not None:
            self.heartbeat.stop()
        if SUPERVISED not in self._environment:
            if code in NO_CRASH:
                self.trust.end()
            if code == ExitCode.LEFT:
                leave_for_good(self._environment)
        self.notifier.close()
        self._termination.release()
        if self._lock is not None:
            self._lock.release()
        self.fault_log.uninstall()
        return code

    @Slot()
    def _start_anew_unwatched(self) -> None:
        """Nobody watches any more: each beat says so again, until staff are done."""
        if not self.occupancy.staffed:
            self._leave(ExitCode.START_ANEW, "nobody watches any more: its supervisor is gone")

    @Slot()
    def staff_came(self) -> None:
        """Staff are at the screen; call it when their PIN has been accepted."""
        self.notifier.staff()

    def _give_up(self, code: int) -> None:
        """End now, from anywhere; without a supervisor it is we who say that this is no crash."""
        if code in NO_CRASH and SUPERVISED not in self._environment:
            self.trust.end()
        os._exit(code)

    @Slot(str)
    def _start_anew(self, reason: str) -> None:
        self._leave(ExitCode.START_ANEW, reason)

    def _leave(self, code: ExitCode, reason: str) -> None:
        _log.info("ending with %s: %s", code.value, reason)
        self.leaving.emit(code.value)
