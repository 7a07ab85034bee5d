"""What a control shows, painted once: a map that moves below it has it painted in every frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from kiosk.look.typesetting import letters_are_taken

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtWidgets import QWidget


class KeptFace:
    """A picture of a widget, painted anew when the widget says something else of itself."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._shows: Hashable = None

    def forget(self) -> None:
        """It looks different from now on."""
        self._picture = QPixmap()

    def put(self, widget: QWidget, paint: Callable[[QPainter], None], *state: Hashable) -> None:
        """Paint the widget, which is in that state; `paint` does it from its corner on."""
        painter = QPainter(widget)
        if letters_are_taken():
            paint(painter)
            return
        ratio = widget.devicePixelRatioF()
        shows = (widget.width(), widget.height(), ratio, state)
        if self._picture.isNull() or self._shows != shows:
            self._shows = shows
            self._picture = QPixmap(widget.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            own = QPainter(self._picture)
            paint(own)
            own.end()
        painter.drawPixmap(0, 0, self._picture)
