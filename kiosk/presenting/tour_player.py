"""The player of a tour: which step stands, and how the time goes against the plan."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.exhibit.model.tour import Tour, TourStep

BLACK, WHITE = "black", "white"
RETURN_SECONDS = 45.0
"""How long visitors may explore freely while a tour plays by itself."""


class TourPlayer(QObject):
    """Knows nothing of screens: it counts steps and seconds, by a clock that never goes back.

    While it is paused no time passes.  While somebody explores freely, time passes and the step
    stands still.
    """

    stepped = Signal(int)
    """This step is to be shown, anew or again."""
    blanked = Signal(str)
    """The audience's picture is to be `black`, `white`, or to be seen (empty)."""
    changed = Signal()
    """Something else has changed: the timer, or who leads."""
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
        """The step of the moment, counted from 0."""
        return self._index

    @property
    def step(self) -> TourStep:
        """The step of the moment."""
        return self.tour.steps[self._index]

    @property
    def following(self) -> int | None:
        """The step that comes next; None at the end."""
        following = self._index + 1
        if following < len(self.tour.steps):
            return following
        return 0 if self._loop else None

    @property
    def blank(self) -> str:
        """`black`, `white` or nothing."""
        return self._blank

    @property
    def paused(self) -> bool:
        """Whether the timer stands still."""
        return self._paused

    @property
    def exploring(self) -> bool:
        """Whether somebody has left the tour on the main screen."""
        return self._exploring

    @property
    def elapsed(self) -> float:
        """Seconds since the beginning, without pauses."""
        self._count()
        return sum(self._spent)

    @property
    def behind(self) -> float:
        """Seconds behind the plan, negative when ahead; 0 within the planned time of the step."""
        begins = sum(step.duration.seconds for step in self.tour.steps[: self._index])
        ends = begins + self.step.duration.seconds
        elapsed = self.elapsed
        return elapsed - min(max(elapsed, begins), ends)

    @property
    def step_seconds(self) -> float:
        """Seconds spent at the step of the moment, over all visits to it."""
        self._count()
        return self._spent[self._index]

    @property
    def has_gone_on(self) -> bool:
        """Whether any step but the first has been shown."""
        return self._index > 0 or any(self._spent[1:])

    def spent(self) -> dict[str, float]:
        """Seconds by the ids of the steps that have been shown."""
        self._count()
        steps = zip(self.tour.steps, self._spent, strict=True)
        return {step.id: seconds for step, seconds in steps if seconds > 0}

    @Slot()
    def begin(self) -> None:
        """Start from the beginning, and the time with it."""
        self._spent = [0.0] * len(self.tour.steps)
        self._counted = self._clock()
        self._paused = False
        self.jump(0)

    @Slot()
    def forward(self) -> None:
        """The next step; at the end nothing happens, unless the tour goes round."""
        if self.following is not None:
            self.jump(self.following)

    @Slot()
    def back(self) -> None:
        """The step before."""
        self.jump(max(0, self._index - 1))

    @Slot()
    def last(self) -> None:
        """The last step."""
        self.jump(len(self.tour.steps) - 1)

    @Slot(int)
    def jump(self, index: int) -> None:
        """A step by its number, counted from 0; a number that is none does nothing."""
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
        """Show the step of the moment again, wherever the main screen has gone."""
        self._count()
        self._exploring = False
        self._lift_blank()
        self.stepped.emit(self._index)

    @Slot()
    def go_on(self) -> None:
        """From this step on: show it again, and let the time go on."""
        if self._paused:
            self.toggle_pause()
        self.return_to_tour()

    @Slot()
    def explore(self) -> None:
        """Somebody touched the main screen and leads for a while."""
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
        """Stop the timer, or let it go on."""
        self._count()
        self._paused = not self._paused
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """End what covers the picture; without that, the talk."""
        if self._blank:
            self._lift_blank()
        else:
            self._count()
            self.ended.emit()

    @Slot()
    def tick(self) -> None:
        """Look at the clock: a tour that plays by itself goes on."""
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
