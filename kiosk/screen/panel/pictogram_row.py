"""Pictograms: a small number shown as that many pictures of what it counts (isotype)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from kiosk.exhibit.model.pictograms import pictures_of
from kiosk.look.icons import draw_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from kiosk.exhibit.model.exhibit import Fact, Unit
    from kiosk.look.look import Look

_PITCH = 1.25
"""From one picture to the next, in pictures."""


def pictogram_count(fact: Fact, unit: Unit) -> int:
    """How many pictures show a fact: exactly its number, or 0."""
    if unit.icon is None or fact.show == "number":
        return 0
    return pictures_of(fact.value, fact.bound)


@dataclass(frozen=True)
class PictogramRow:
    """Pictures side by side, `side` pixels large; those of a part of them come first."""

    look: Look
    icon: str
    colors: tuple[QColor, ...]
    side: float

    @property
    def width(self) -> float:
        """From the first picture to the end of the last, in pixels."""
        return self.side * (_PITCH * (len(self.colors) - 1) + 1)

    def draw(self, painter: QPainter, x: float, y: float, progress: float = 1.0) -> None:
        """Draw the row with its top left corner there, one picture after the other."""
        count = len(self.colors)
        for place, color in enumerate(self.colors):
            if place >= progress * count:
                break
            box = QRectF(x + place * _PITCH * self.side, y, self.side, self.side)
            draw_icon(painter, self.look, f"things/{self.icon}", box, color)


def fitted_row(
    look: Look, icon: str, colors: tuple[QColor, ...], width: float, most_u: float
) -> PictogramRow:
    """A row that is at most `width` pixels wide, of pictures of at most `most_u`."""
    row = PictogramRow(look, icon, colors, look.px(most_u))
    if row.width <= width:
        return row
    return PictogramRow(look, icon, colors, look.px(most_u) * width / row.width)
