"""Focus belongs to the keyboard: a touch takes the ring away, a Tab brings it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from kiosk.input_filters import filter_input

_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class FocusKeeper(QObject):
    """Gives the focus back to the stage itself, which shows no ring, at every touch."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        stage.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        filter_input(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and isinstance(watched, QWidget):
            self._stage.setFocus(Qt.FocusReason.OtherFocusReason)
        return False
