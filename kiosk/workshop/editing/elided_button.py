"""A button whose words are cut to the room there is; its tooltip says them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_PADDING = 22


class ElidedButton(QPushButton):
    """Takes the width that is left, whatever it has to say."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""

    def say(self, words: str) -> None:
        """Show these words, as far as there is room."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._fit()

    def _fit(self) -> None:
        room = max(0, self.width() - _PADDING)
        fitting = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        # By itself a button takes an ampersand for the sign of a key.
        self.setText(fitting.replace("&", "&&"))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
