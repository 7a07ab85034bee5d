"""Writes how the exhibit is every 15 s: for Prometheus as text, for everybody else as JSON.

The exhibit that hangs writes nothing: whoever reads the files goes by the time of the heartbeat.
"""

from __future__ import annotations

import json
import logging
import shutil
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk import __version__
from kiosk.atomic_file import PUBLIC, write_text
from kiosk.guard.process.process_memory import memory_mb
from kiosk.guard.status.content_facts import counted, identified
from kiosk.guard.status.exhibit_status import (
    ORIGINS,
    ContentStatus,
    ExhibitStatus,
    MachineStatus,
    RunningStatus,
    told_occupant,
)
from kiosk.guard.status.prometheus_text import prometheus_text
from kiosk.guard.status.starts import count_start
from kiosk.jobs import Answer, Jobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.guard.content.content_choice import ContentChoice
    from kiosk.guard.process.process_guard import ProcessGuard
    from kiosk.settings.settings import Settings

WRITE_SECONDS = 15.0
PROMETHEUS_FILE, JSON_FILE = "kiosk.prom", "kiosk.json"

_WRITING = "writing the status"
_IDENTIFYING = "looking which content is shown"
_COUNTING = "counting what the content lacks"
_MINUTE = 60
_MIB = 1024 * 1024
_log = logging.getLogger("kiosk.guard")


class _Shown(NamedTuple):
    """What was chosen, and the folder from which it was read."""

    choice: ContentChoice
    folder: Path


class _Written(NamedTuple):
    """What was found out on the way to the disk, and why nothing is there; empty where it is."""

    machine: MachineStatus
    failure: str


class StatusWatch(QObject):
    """Knows how the exhibit is, and writes it into the folder of the settings, if they name one.

    What needs a disk is looked at beside the GUI thread, and what needs much of Python only while
    nobody has the exhibit.
    """

    def __init__(
        self,
        settings: Settings,
        guard: ProcessGuard,
        shown: Callable[[], Path | None],
        late_frames: Callable[[], int],
        parent: QObject | None = None,
        *,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        """`shown` is the folder from which the exhibit was read, None before that."""
        super().__init__(parent)
        self._settings = settings
        self._guard = guard
        self._ask_shown = shown
        self._ask_late_frames = late_frames
        self._wall_clock = wall_clock
        self._machine = MachineStatus(__version__)
        self._content: ContentStatus | None = None
        self._identified: _Shown | None = None
        self._is_counted = False
        self._failure = ""
        # What fails is tried again at the next turn anyway.
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self._ticks = QTimer(self)
        self._ticks.setInterval(round(WRITE_SECONDS * 1000))
        self._ticks.timeout.connect(self.tick)

    @property
    def status(self) -> ExhibitStatus:
        """How it is now, as far as that was looked at."""
        guard = self._guard
        now, beat_ago = self._wall_clock(), None
        if guard.heartbeat is not None:
            beat_ago = guard.heartbeat.seconds_since_beat
        untouched = int(guard.planned_restart.untouched_seconds)
        running = RunningStatus(
            heartbeat_at=None if beat_ago is None else round(now - beat_ago, 1),
            started_at=round(now - guard.planned_restart.uptime_seconds, 1),
            occupant=told_occupant(guard.occupancy.who),
            untouched_seconds=untouched - untouched % _MINUTE,
            faults=guard.fault_log.count,
            late_frames=self._ask_late_frames(),
        )
        content = self._content or ContentStatus(ORIGINS[guard.content.origin])
        return ExhibitStatus(running, self._machine, content)

    @Slot()
    def start(self) -> None:
        """Write now, and from now on."""
        self._ticks.start()
        self.tick()

    @Slot()
    def stop(self) -> None:
        """Write no more."""
        self._ticks.stop()
        self._jobs.rest()

    @Slot()
    def tick(self) -> None:
        """Have it written, and look at content that is new."""
        folder = self._ask_shown()
        if folder is not None:
            self._look_at(_Shown(self._guard.content, folder))
        self._jobs.ask_once(_WRITING, partial(_written, self._settings, self.status))

    def _look_at(self, shown: _Shown) -> None:
        if shown != self._identified:
            self._content, self._is_counted = None, False
            self._identified = shown
            self._jobs.cancel(_COUNTING)
            self._jobs.ask(_IDENTIFYING, partial(identified, *shown))
        elif self._content is not None and not self._is_counted and self._guard.occupancy.free:
            self._is_counted = True
            self._jobs.ask(_COUNTING, partial(counted, self._content, shown.folder))

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.error is not None:
            if answer.key == _IDENTIFYING:
                self._identified = None
            return
        if answer.key != _WRITING:
            self._content = answer.value
            return
        self._machine, failure = answer.value
        if failure and failure != self._failure:
            _log.warning("the status can't be written: %s", failure)
        self._failure = failure


def _written(settings: Settings, status: ExhibitStatus) -> _Written:
    """Look at the machine, and write it all."""
    machine = _looked_at(settings, status.machine)
    status = ExhibitStatus(status.running, machine, status.content)
    folder = settings.health
    try:
        if folder is not None:
            told = json.dumps(status.told(), ensure_ascii=False, indent=1) + "\n"
            write_text(folder / JSON_FILE, told, mode=PUBLIC, durable=False)
            write_text(
                folder / PROMETHEUS_FILE, prometheus_text(status), mode=PUBLIC, durable=False
            )
    except OSError as error:
        return _Written(machine, f"{folder}: {error.strerror or error}")
    return _Written(machine, "")


def _looked_at(settings: Settings, before: MachineStatus) -> MachineStatus:
    starts, free, size = before.starts, None, None
    try:
        if starts is None:
            starts = count_start(settings.state / "starts.json")
        usage = shutil.disk_usage(settings.state)
        free, size = usage.free, usage.total
    except OSError:
        # A state folder that can't be written is told by the exhibit's own checks.
        pass
    used = memory_mb()
    return MachineStatus(
        before.version,
        starts=starts,
        memory_bytes=None if used is None else round(used * _MIB),
        memory_ceiling_bytes=settings.memory_ceiling_mb * _MIB,
        disk_free_bytes=free,
        disk_size_bytes=size,
    )
