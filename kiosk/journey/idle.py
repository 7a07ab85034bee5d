"""Idle: whether anybody is there, by one counter of raw input."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from kiosk.input_filters import filter_input, leave_input

if TYPE_CHECKING:
    from collections.abc import Callable

_TICK_MS = 250
PROMPT_SECONDS = 20
"""At least 20 s to say that one is still there: WCAG 2.2, success criterion 2.2.1."""

_DOWN = {
    QEvent.Type.TouchBegin: "finger",
    QEvent.Type.MouseButtonPress: "button",
    QEvent.Type.MouseButtonDblClick: "button",
    QEvent.Type.TabletPress: "pen",
}
_UP = {
    QEvent.Type.TouchEnd: "finger",
    QEvent.Type.TouchCancel: "finger",
    QEvent.Type.MouseButtonRelease: "button",
    QEvent.Type.TabletRelease: "pen",
}
_SIGNS_OF_LIFE = (
    _DOWN.keys()
    | _UP.keys()
    | {
        QEvent.Type.TouchUpdate,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.TabletMove,
    }
)
_AWAKENING = _DOWN.keys() | {QEvent.Type.KeyPress, QEvent.Type.Wheel}
"""What answers the question or wakes the exhibit; a mouse that merely trembles does not."""


class IdleWatch(QObject):
    """Watches all input of the application: here, asked whether still here, gone.

    Nobody is asked while a finger or a button is down.  Time is monotonic and is compared at
    each tick, so that neither a changed clock nor a late timer matters.  The input that answers
    or wakes is swallowed, with all that belongs to the same touch.
    """

    asked = Signal()
    """Nobody has touched anything for `idle_seconds`."""
    counted = Signal(float)
    """Seconds left to answer."""
    kept = Signal()
    """Somebody answered."""
    left = Signal()
    """Nobody answered."""
    woken = Signal()
    """Somebody came after `left`."""
    noticed = Signal()
    """A sign of life, once for each touch or key."""

    def __init__(
        self,
        idle_seconds: float,
        *,
        prompt_seconds: float = PROMPT_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._usual_seconds = self._patience = idle_seconds
        self._prompt_seconds = max(PROMPT_SECONDS, prompt_seconds)
        self._clock = clock
        self._since = clock()
        self._state = "here"
        self._held: set[str] = set()
        self._swallowing = False
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self.tick)

    @property
    def state(self) -> str:
        """`here`, `asked` or `gone`."""
        return self._state

    @Slot()
    def start(self) -> None:
        """Watch from now on."""
        self._since = self._clock()
        filter_input(self)
        self._ticks.start()

    @Slot()
    def stop(self) -> None:
        """Watch no more, until `start`: somebody gives a talk."""
        leave_input(self)
        self._ticks.stop()
        self._held.clear()
        self._state = "here"

    def leave(self) -> None:
        """Assume that nobody is there: the exhibit has just started, or has closed."""
        self._state = "gone"

    def be_patient(self, seconds: float | None = None) -> None:
        """Ask only after so many seconds, with `math.inf` never; None is the usual time.

        The time starts again, and an open question is withdrawn.  Who never asks answers for
        nobody: what has gone stays gone, whatever is touched.
        """
        patience = self._usual_seconds if seconds is None else seconds
        if patience == self._patience:
            return
        self._patience = patience
        self._since = self._clock()
        if self._state == "asked":
            self._state = "here"
            self.kept.emit()

    @Slot()
    def notice(self) -> None:
        """Somebody is there whose touch or key went elsewhere, such as a clicker's."""
        self.noticed.emit()
        self._since = self._clock()
        before, self._state = self._state, "here"
        if before != "here":
            (self.kept if before == "asked" else self.woken).emit()

    @Slot()
    def ask(self) -> None:
        """Ask at once whether somebody is there: they seem to have gone."""
        if self._state == "here" and not math.isinf(self._patience):
            self._state = "asked"
            self._since = self._clock()
            self.asked.emit()
            self.counted.emit(self._prompt_seconds)

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        if self._held:
            self._since = self._clock()
        waited = self._clock() - self._since
        if self._state == "here" and waited >= self._patience:
            self.ask()
        elif self._state == "asked":
            if waited >= self._prompt_seconds:
                self._state = "gone"
                self.left.emit()
            else:
                self.counted.emit(self._prompt_seconds - waited)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _SIGNS_OF_LIFE:
            return False
        # The same event passes here once for the window and once for each widget that gets it.
        if kind in _AWAKENING:
            self.noticed.emit()
        if kind in _DOWN:
            self._held.add(_DOWN[kind])
        elif kind in _UP:
            self._held.discard(_UP[kind])
        return self._notice(kind, repeated=_is_repeated(event))

    def _notice(self, kind: QEvent.Type, *, repeated: bool) -> bool:
        """Take note of a sign of life; true when nobody else may see it."""
        if math.isinf(self._patience):
            self._swallowing = False
            return False
        if self._state == "here":
            self._since = self._clock()
            swallowed = self._swallowing
            if kind in _UP or (kind == QEvent.Type.KeyRelease and not repeated):
                self._swallowing = False
            return swallowed
        if kind in _AWAKENING:
            answered = self._state == "asked"
            self._state = "here"
            self._since = self._clock()
            # A turn of the wheel is over at once: nothing more belongs to it.
            self._swallowing = kind != QEvent.Type.Wheel
            (self.kept if answered else self.woken).emit()
        return True


def _is_repeated(event: QEvent) -> bool:
    """Whether a held key sent it; QtCore alone does not know what a key event is."""
    asked = getattr(event, "isAutoRepeat", None)
    return bool(asked()) if callable(asked) else False
