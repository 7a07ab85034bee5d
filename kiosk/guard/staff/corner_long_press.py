"""The long press in a hidden corner by which staff ask for the PIN pad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QTouchEvent

from kiosk.input_filters import filter_input

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class CornerLongPress(QObject):
    """Emits `held` when a finger or the mouse has been held in the upper left corner."""

    held = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        side: Callable[[], float],
        hold_seconds: float = 5.0,
        parent: QObject | None = None,
    ) -> None:
        """`side` gives the side of the corner, the upper left one, in pixels."""
        super().__init__(parent)
        self._window = window
        self._side = side
        self._holding = QTimer(self)
        self._holding.setSingleShot(True)
        self._holding.setInterval(round(hold_seconds * 1000))
        self._holding.timeout.connect(self.held)

    def begin(self) -> None:
        """Watch from now on."""
        filter_input(self)

    def _is_in(self, at: QPointF) -> bool:
        corner = self._window.mapFromGlobal(at)
        side = self._side()
        return 0 <= corner.x() <= side and 0 <= corner.y() <= side

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QTouchEvent) and event.points():
            at = event.points()[0].globalPosition()
            if kind == QEvent.Type.TouchBegin and self._is_in(at):
                self._start()
            elif kind == QEvent.Type.TouchEnd or not self._is_in(at) or len(event.points()) > 1:
                self._holding.stop()
        elif isinstance(event, QMouseEvent):
            at = event.globalPosition()
            if kind == QEvent.Type.MouseButtonPress and self._is_in(at):
                self._start()
            elif kind == QEvent.Type.MouseButtonRelease or not self._is_in(at):
                self._holding.stop()
        return False

    def _start(self) -> None:
        # The same press passes once for the window and once for the widget under it.
        if not self._holding.isActive():
            self._holding.start()
