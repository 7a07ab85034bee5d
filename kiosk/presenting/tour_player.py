"""Plays a tour: holds the current step, and the time against the plan."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.exhibit.model.tour import Tour, TourStep

BLACK, WHITE = "black", "white"
RETURN_SECONDS = 45.0
"""How long visitors may explore before a tour on autoplay returns."""


class TourPlayer(QObject):
    """Counts steps and seconds, by a monotonic clock, and knows nothing about screens.

    No time passes while it is paused.  While somebody explores, time passes but autoplay waits.
    """

    stepped = Signal(int)
    """Show the step of this index, even if it is the same as before."""
    blanked = Signal(str)
    """Make the audience's picture `black` or `white`, or visible (empty)."""
    changed = Signal()
    """The timer or the exploring state has changed."""
    ended = Signal()

    def __init__(
        self,
        tour: Tour,
        *,
        autoplay: bool = False,
        loop: bool = False,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tour = tour
        self.autoplay = autoplay
        self._loop = loop
        self._clock = clock
        self._index = 0
        self._blank = ""
        self._exploring = False
        self._paused = False
        self._touched = clock()
        self._counted = clock()
        self._spent = [0.0] * len(tour.steps)
        self._visit = 0.0

    @property
    def index(self) -> int:
        """The index of the current step, from 0."""
        return self._index

    @property
    def step(self) -> TourStep:
        """The current step."""
        return self.tour.steps[self._index]

    @property
    def following(self) -> int | None:
        """The index of the next step, or None at the end."""
        following = self._index + 1
        if following < len(self.tour.steps):
            return following
        return 0 if self._loop else None

    @property
    def blank(self) -> str:
        """`black`, `white` or empty."""
        return self._blank

    @property
    def paused(self) -> bool:
        """Whether the timer is paused."""
        return self._paused

    @property
    def exploring(self) -> bool:
        """Whether a touch on the main screen has left the tour."""
        return self._exploring

    @property
    def elapsed(self) -> float:
        """The seconds since the start, without pauses."""
        self._count()
        return sum(self._spent)

    @property
    def behind(self) -> float:
        """The seconds behind the plan, negative if ahead; 0 within the planned time of the step."""
        begins = sum(step.duration.seconds for step in self.tour.steps[: self._index])
        ends = begins + self.step.duration.seconds
        elapsed = self.elapsed
        return elapsed - min(max(elapsed, begins), ends)

    @property
    def step_seconds(self) -> float:
        """The seconds spent on the current step, over all visits to it."""
        self._count()
        return self._spent[self._index]

    @property
    def has_gone_on(self) -> bool:
        """Whether any step after the first has been shown."""
        return self._index > 0 or any(self._spent[1:])

    def spent(self) -> dict[str, float]:
        """The seconds spent on each step that has been shown, by its id."""
        self._count()
        steps = zip(self.tour.steps, self._spent, strict=True)
        return {step.id: seconds for step, seconds in steps if seconds > 0}

    @Slot()
    def begin(self) -> None:
        """Start at the first step, with the timer at zero."""
        self._spent = [0.0] * len(self.tour.steps)
        self._counted = self._clock()
        self._paused = False
        self.jump(0)

    @Slot()
    def forward(self) -> None:
        """Go to the next step; at the end do nothing, unless the tour loops."""
        if self.following is not None:
            self.jump(self.following)

    @Slot()
    def back(self) -> None:
        """Go to the previous step."""
        self.jump(max(0, self._index - 1))

    @Slot()
    def last(self) -> None:
        """Go to the last step."""
        self.jump(len(self.tour.steps) - 1)

    @Slot(int)
    def jump(self, index: int) -> None:
        """Go to a step by its index, from 0; ignore an index out of range."""
        if not 0 <= index < len(self.tour.steps):
            return
        self._count()
        self._index = index
        self._visit = 0.0
        self._exploring = False
        self._lift_blank()
        self.stepped.emit(index)

    @Slot()
    def return_to_tour(self) -> None:
        """Show the current step again, whatever the main screen shows now."""
        self._count()
        self._exploring = False
        self._lift_blank()
        self.stepped.emit(self._index)

    @Slot()
    def go_on(self) -> None:
        """Show the current step again, and resume the timer."""
        if self._paused:
            self.toggle_pause()
        self.return_to_tour()

    @Slot()
    def explore(self) -> None:
        """Let whoever touched the main screen explore for a while."""
        self._count()
        self._touched = self._clock()
        if not self._exploring:
            self._exploring = True
            self.changed.emit()

    @Slot(str)
    def toggle_blank(self, colour: str) -> None:
        """Cover the audience's picture with black or white, or show it again."""
        self._blank = "" if self._blank == colour else colour
        self.blanked.emit(self._blank)

    @Slot()
    def toggle_pause(self) -> None:
        """Pause or resume the timer."""
        self._count()
        self._paused = not self._paused
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Uncover the picture if it is black or white; otherwise end the talk."""
        if self._blank:
            self._lift_blank()
        else:
            self._count()
            self.ended.emit()

    @Slot()
    def tick(self) -> None:
        """Count the time, and advance a tour on autoplay."""
        self._count()
        if not self.autoplay or self._paused:
            return
        if self._exploring:
            if self._clock() - self._touched >= RETURN_SECONDS:
                self.return_to_tour()
        elif self._visit >= self.step.duration.seconds:
            self.forward()

    def _lift_blank(self) -> None:
        if self._blank:
            self._blank = ""
            self.blanked.emit("")

    def _count(self) -> None:
        now = self._clock()
        passed, self._counted = now - self._counted, now
        if not self._paused:
            self._spent[self._index] += passed
            if not self._exploring:
                self._visit += passed
