"""A row of a told panel: texts, and a portrait, a pearl or a picture beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from kiosk.screen.chart.point_symbols import PointSymbol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter

    from kiosk.exhibit.model.parts import Picture
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting

_PEARL_U, _CASING_U = 11.0, 5.0
PEARL_ROOM_U = 60.0
"""Where the texts of an event begin, right of the line through its pearls."""


class ToldLine(NamedTuple):
    """A text, its colour, and how far it is below the one above it."""

    setting: Setting
    color: QColor
    above: float = 0.0


@dataclass(frozen=True)
class PictureSlot:
    """Where a picture stands in a row; one without a picture has the initials of a name.

    What is `round` is a portrait, anything else a picture with small corners.
    """

    picture: Picture | None
    area: QRectF
    initials: Setting | None = None
    round: bool = False


@dataclass(frozen=True)
class ToldRow:
    """One person, event or quote, or a part of it; lengths are pixels from its upper left."""

    lines: tuple[ToldLine, ...]
    left: float = 0.0
    top: float = 0.0
    slot: PictureSlot | None = None
    pearl: QPointF | None = None
    gap: float = 0.0
    beat: int = 0
    joins: bool = False
    """Whether it belongs to the row above it, and stands on the same page where both have room."""
    tail: ToldLine | None = None
    """The mark behind the last letter, so far from it: an ornament that nobody reads."""

    @property
    def height(self) -> float:
        """As high as its texts, or as its picture where that is higher."""
        texts = self.top + sum(line.above + line.setting.size.height() for line in self.lines)
        return texts if self.slot is None else max(texts, self.slot.area.bottom())

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Draw the texts; pictures are widgets of their own, and pearls stand above their line."""
        top = y + self.top
        for line in self.lines:
            top += line.above
            line.setting.draw(painter, x + self.left, top, line.color)
            top += line.setting.size.height()
        if self.tail is not None and self.lines:
            self._draw_tail(painter, x + self.left, top, self.tail)

    def _draw_tail(self, painter: QPainter, x: float, bottom: float, tail: ToldLine) -> None:
        last, mark = self.lines[-1].setting, tail.setting
        end = last.letters[-1].right() + tail.above
        baseline = bottom - last.size.height() + last.last_baseline
        mark.draw_letters(painter, x + end, baseline - mark.first_baseline, tail.color)


@dataclass(frozen=True)
class QuoteMark:
    """The mark at the beginning of what somebody said, as large as a place's name."""

    setting: Setting
    color: QColor
    rise: float
    """How much of the line above its ink is left away."""
    gap: float = 0.0
    beat: int = 0

    @property
    def height(self) -> float:
        """What it takes of the column."""
        return self.setting.letters[0].height() if self.setting.letters else 0.0

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Draw it as an ornament: it is no text that anybody reads."""
        self.setting.draw_letters(painter, x, y - self.rise, self.color)


def text_height(lines: Sequence[ToldLine]) -> float:
    """How high texts below each other are."""
    return sum(line.above + line.setting.size.height() for line in lines)


def draw_rail(
    painter: QPainter,
    look: Look,
    pearls: Sequence[QPointF],
    above: float | None,
    below: float | None,
) -> None:
    """Draw the line of time through the pearls; it comes from `above` and goes on `below` the page
    where there are other pages.
    """
    if not pearls:
        return
    theme = look.theme
    first, last = pearls[0], pearls[-1]
    pen = painter.pen()
    pen.setColor(theme.series[2])
    pen.setWidthF(look.stroke(4))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(
        QPointF(first.x(), first.y() if above is None else above),
        QPointF(last.x(), last.y() if below is None else below),
    )
    painter.setPen(Qt.PenStyle.NoPen)
    for centre in pearls:
        radius, casing = look.px(_PEARL_U), look.px(_CASING_U)
        symbol = PointSymbol(0, centre, radius, theme.pearl, theme.series[2], theme.panel, casing)
        for reach, color in symbol.layers:
            painter.setBrush(color)
            painter.drawEllipse(centre, reach, reach)


def pearl_x(look: Look) -> float:
    """Where the line of time runs, from the left edge of the texts."""
    return look.px(_PEARL_U + _CASING_U)
