"""Areas to scale: squares on one ground, as large beside each other as the things themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPen

from kiosk.look.motion import ease
from kiosk.screen.chart.chart import Chart
from kiosk.screen.chart.scaled_labels import set_labels, values_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEasingCurve
    from PySide6.QtGui import QPainter

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.motion import Motion
    from kiosk.screen.chart.labels import Label
    from kiosk.screen.chart.scaled_labels import ScaledLabel
    from kiosk.screen.locale import Locale

_GAP_U = 40
_LABEL_GAP_U = 16
_OUTLINE_U = 2
_TRIES = 40


@dataclass(frozen=True)
class AreasPicture:
    """Squares composed for one size; the largest is the one that stands out."""

    look: Look
    squares: tuple[QRectF, ...]
    largest: int
    ground: QLineF
    labels: tuple[Label, ...]

    def draw(self, painter: QPainter, *, marks: bool) -> None:
        """Draw it; before its entrance only the ground and the words are there."""
        look, theme = self.look, self.look.theme
        painter.setPen(QPen(theme.control_border, look.stroke(_OUTLINE_U)))
        painter.drawLine(self.ground)
        if marks:
            for place, square in enumerate(self.squares):
                self._draw_square(painter, square, place == self.largest)
        for label in self.labels:
            label.draw(painter)

    def revealed(self, progress: float) -> Sequence[QRectF]:
        """Each square grows out of the ground."""
        if progress <= 0:
            return ()
        return [
            square.adjusted(0, square.height() * (1 - progress), 0, 0) for square in self.squares
        ]

    def _draw_square(self, painter: QPainter, square: QRectF, largest: bool) -> None:
        theme = self.look.theme
        if largest:
            painter.fillRect(square, theme.series[0])
            return
        width = self.look.stroke(_OUTLINE_U)
        painter.fillRect(square, theme.panel2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.text2, width))
        painter.drawRect(square.adjusted(width / 2, width / 2, -width / 2, -width / 2))


class AreasChart(Chart):
    """Two to four areas as squares whose surfaces are true to their values."""

    paper_height_u = 420.0

    def _pace(self, motion: Motion) -> tuple[int, QEasingCurve]:
        return motion.bar_grow.duration, ease("enter")

    def _compose(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> AreasPicture | None:
        values = values_of(panel)
        gap = look.px(_GAP_U)
        each = (size.width() - gap * (len(values) - 1)) / len(values)
        labels = set_labels(panel, locale, look, width=each)
        below = max(label.height for label in labels) + look.px(_LABEL_GAP_U)
        room = QSizeF(size.width() - gap * (len(values) - 1), size.height() - below)
        if room.isEmpty():
            return None
        sides = _sides(values, labels, room)
        top = max(sides)
        squares: list[QRectF] = []
        placed: list[Label] = []
        left = 0.0
        for side, label in zip(sides, labels, strict=True):
            squares.append(QRectF(left, top - side, side, side))
            placed += label.placed(left, top + look.px(_LABEL_GAP_U))
            left += max(side, label.width) + gap
        return AreasPicture(
            look=look,
            squares=tuple(squares),
            largest=values.index(max(values)),
            ground=QLineF(0, top, size.width(), top),
            labels=tuple(placed),
        )


def _sides(
    values: Sequence[float], labels: Sequence[ScaledLabel], room: QSizeF
) -> tuple[float, ...]:
    """The sides of squares as large as the room lets them be, none narrower with its label."""
    roots = [value**0.5 for value in values]
    small, large = 0.0, room.height() / max(roots)
    for _ in range(_TRIES):
        scale = (small + large) / 2
        needed = sum(
            max(root * scale, label.width) for root, label in zip(roots, labels, strict=True)
        )
        small, large = (scale, large) if needed <= room.width() else (small, scale)
    return tuple(root * small for root in roots)
