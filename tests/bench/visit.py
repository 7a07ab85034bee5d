"""A visit to the running exhibit, with a clock at the GUI thread's work."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QPoint,
    QPointF,
    QTimer,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.plain_import import import_plainly

# As `kiosk run` does, before anything else is imported: PySide would keep all their source lines.
import_plainly()

from kiosk.app import App  # noqa: E402
from kiosk.guard.process.process_memory import give_freed_memory_back  # noqa: E402
from kiosk.settings.settings import Settings  # noqa: E402
from kiosk.shipped import shipped  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit

_REST_SECONDS = 10.0
_HELD_SECONDS = 0.08


class Pass(NamedTuple):
    """A pass of the event loop, in seconds.

    `took` is how long a visitor waited, also for Python's lock and for a processor that others
    have; `worked` is the processor's time of the GUI thread alone, which others change less.
    """

    took: float
    worked: float


class Visit:
    """The exhibit on the whole screen, read and at rest, as a visitor meets it."""

    def __init__(self, *, still: bool) -> None:
        give_freed_memory_back()
        self.application = QApplication(["kiosk"])
        self.app = App(Settings(content=shipped("content"), still=still))
        screen = self.application.primaryScreen()
        self.app.stage.setGeometry(screen.geometry())
        self.app.stage.show()
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._touched = QPoint()
        self._finger = QTest.createTouchDevice()
        reading = QEventLoop()
        self.app.ready.connect(reading.quit)
        QTimer.singleShot(0, self.app.read_on)
        reading.exec()
        self.rest()

    @property
    def exhibit(self) -> Exhibit:
        """What was read."""
        exhibit = self.app.exhibit
        assert exhibit is not None
        return exhibit

    @property
    def screen_name(self) -> str:
        """How big the screen is, in the words of its trade."""
        height = self.app.stage.height()
        return {1080: "1080p", 2160: "4K"}.get(height, f"{height} lines")

    def passes(self) -> Iterator[Pass]:
        """Do everything that waits, and give each pass of the event loop.

        Input would be heard between two passes, so the longest one is how long it had to wait.
        """
        while True:
            began, had_worked = time.perf_counter(), time.thread_time()
            did_something = self._dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            # Only a running exec() does this by itself.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            # What the window system has sent is done as well in a pass that says it did nothing.
            yield Pass(time.perf_counter() - began, time.thread_time() - had_worked)
            if not did_something:
                return

    def work(self) -> None:
        """Do everything that waits: events, layout and painting."""
        for _ in self.passes():
            pass

    def rest(self) -> None:
        """Go on until nothing moves and the map is sharp."""
        deadline = time.monotonic() + _REST_SECONDS
        while not self.app.stage.map_view.at_rest:
            self.work()
            if time.monotonic() > deadline:
                raise RuntimeError(f"the map never came to rest at {self.app.journey.place}")
            time.sleep(0.001)
        self.work()

    def reaches(self, zone: str) -> bool:
        """Whether a finger can touch the zone on the map as it stands."""
        return self._free_point(zone) is not None

    def press(self, zone: str) -> bool:
        """Put a finger on a zone; False where none of it can be touched at the moment."""
        point = self._free_point(zone)
        if point is None:
            return False
        self._touched = point
        view = self.app.stage.map_view
        # Each tap is another visitor's: one that follows within half a second may be swallowed.
        self.app.stage.tap_guard.forget()
        QTest.touchEvent(view, self._finger).press(0, point, view)
        self.work()
        return True

    def hold(self) -> None:
        """Let the finger rest for as long as a tap's does."""
        lifted = time.monotonic() + _HELD_SECONDS
        while time.monotonic() < lifted:
            self.work()
            time.sleep(0.002)

    def release(self) -> None:
        """Lift the finger again: what follows from it is done, but for painting."""
        view = self.app.stage.map_view
        QTest.touchEvent(view, self._finger).release(0, self._touched, view).commit(False)

    def touch(self, change: Literal["press", "move", "release"], *points: QPoint) -> None:
        """Put fingers down on the map, move or lift them all; no work is done for it yet."""
        sequence = QTest.touchEvent(self.app.stage.map_view, self._finger)
        for finger, point in enumerate(points):
            getattr(sequence, change)(finger, point, self.app.stage.map_view)
        sequence.commit(False)

    def _free_point(self, zone: str) -> QPoint | None:
        """The nearest point to the zone's own that means this zone and that nothing covers."""
        view = self.app.stage.map_view
        middle = view.target_point(zone)
        if middle is None:
            return None
        for radius in range(0, self.app.stage.height() // 4, 12):
            for turn in range(12 if radius else 1):
                angle = math.tau * turn / 12
                offset = QPointF(radius * math.cos(angle), radius * math.sin(angle))
                point = (middle + offset).toPoint()
                if (
                    self.app.stage.rect().contains(point)
                    and view.place_at(QPointF(point)) == zone
                    and self.app.stage.childAt(point) is view
                ):
                    return point
        return None
