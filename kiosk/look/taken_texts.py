"""Texts that a widget would draw, and where: for whoever has to find words on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, letters_taken_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter


class TakenText(NamedTuple):
    """A text that would be drawn, from which point on, and in which colour."""

    setting: Setting
    at: QPointF
    color: QColor


def texts_taken(paint: Callable[[QImage], None]) -> list[TakenText]:
    """What `paint` would write on a picture, in the order of its drawing."""
    taken: list[TakenText] = []

    def take(setting: Setting, painter: QPainter, x: float, y: float, color: QColor) -> None:
        at = painter.combinedTransform().map(QPointF(x, y))
        taken.append(TakenText(setting, at, QColor(color)))

    with letters_taken_by(take):
        paint(QImage(1, 1, QImage.Format.Format_RGB32))
    return taken


def texts_taken_from(widget: QWidget) -> list[TakenText]:
    """What a widget writes itself, without its children, in its own pixels."""
    return texts_taken(
        lambda paper: widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
    )
