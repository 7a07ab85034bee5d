"""The heartbeat: proof for the watchdog that the window still paints."""

from __future__ import annotations

import faulthandler
import time
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from kiosk.guard.process.compositor import Compositor
    from kiosk.guard.process.notify import Notifier

UNWATCHED_SECONDS = 20.0
"""After this time without a beat the stack is logged, even without a watchdog."""

_BEATS_A_WATCHDOG = 4
_STACK_AFTER = 0.75
"""Of the watchdog's time: the stack has to be written before the process is ended."""


class _Pulse(QWidget):
    """One transparent pixel, which everything beneath it has to paint."""

    painted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pulse")
        self.setFixedSize(1, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.emit()


class Heartbeat(QObject):
    """Beats four times as often as the watchdog wants, and only when the window can paint and the
    compositor shows what was painted.

    A window that nobody can see (no screen is connected, the platform has hidden it) need not
    paint.  What the window raises while painting is a fault and no hang: see FaultLog.
    """

    lost = Signal()
    """The watchdog is gone: the exhibit should end, since another one may be started."""

    def __init__(
        self,
        window: QWidget,
        notifier: Notifier,
        *,
        stacks: IO[str] | None = None,
        compositor: Compositor | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`stacks` takes the stack of a hang, see FaultLog; `compositor` has to work as well."""
        super().__init__(parent)
        self._window = window
        self._notifier = notifier
        self._stacks = stacks
        self._clock = clock
        self._pulse = _Pulse(window)
        self._pulse.painted.connect(self._take_paint, Qt.ConnectionType.QueuedConnection)
        self._compositor = compositor
        if compositor is not None:
            compositor.answered.connect(self._take_answer)
        self._asked = False
        self._painted = False
        self._ready = False
        self.beats = 0
        self.longest_gap_seconds = 0.0
        self._last_beat: float | None = None
        self._patience_seconds = notifier.watchdog_seconds or UNWATCHED_SECONDS
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(self._patience_seconds * 1000 / _BEATS_A_WATCHDOG))
        self._timer.timeout.connect(self.ask)

    @property
    def seconds_since_beat(self) -> float | None:
        """How long ago the last beat was; None before the first."""
        return None if self._last_beat is None else self._clock() - self._last_beat

    def start(self) -> None:
        """Begin, once the window is shown; ready is said after its first picture."""
        self._timer.start()
        self._ask_for_paint()

    def stop(self) -> None:
        """End cleanly: say so, and let no stack be written any more."""
        self._timer.stop()
        self._asked = self._painted = False
        faulthandler.cancel_dump_traceback_later()
        self._notifier.stopping()

    def ask(self) -> None:
        """Ask for one pixel to be painted by the event loop; the beat comes after it.

        `repaint` would not do: a paint that raises inside it leaves PySide6 6.11 in a state in
        which the next window's first paint is a segmentation fault.
        """
        self._ask_for_paint()
        if not self._can_be_seen():
            self._take_paint()

    def _ask_for_paint(self) -> None:
        self._asked = True
        # Qt paints nothing that an opaque widget covers, and others may have been raised.
        self._pulse.raise_()
        self._pulse.update()

    @Slot()
    def _take_paint(self) -> None:
        if not self._asked:
            return
        self._asked = False
        if self._compositor is not None and self._compositor.ask():
            self._painted = True
        else:
            self._beat()

    @Slot()
    def _take_answer(self) -> None:
        if self._painted:
            self._painted = False
            self._beat()

    def _beat(self) -> None:
        now = self._clock()
        if self._last_beat is not None:
            self.longest_gap_seconds = max(self.longest_gap_seconds, now - self._last_beat)
        self._last_beat = now
        self.beats += 1
        if self._stacks is not None:
            after = self._patience_seconds * _STACK_AFTER
            faulthandler.dump_traceback_later(after, file=self._stacks)
        if not self._ready:
            self._ready = True
            self._notifier.ready()
        self._notifier.beat()
        if self._notifier.lost:
            self.lost.emit()

    def _can_be_seen(self) -> bool:
        return self._window.isVisible() and self._window.windowHandle().isExposed()
