"""The room that a line and its area take, in rectangles that labels keep clear of."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.screen.chart.axis_layout import Stroke, Tint


def room_below(tint: Tint) -> Iterator[QRectF]:
    """What a tint covers, which the words of a break keep clear of."""
    *line, right, _ = tint.corners
    for here, there in pairwise(line):
        top = min(here.y(), there.y())
        yield QRectF(here.x(), top, there.x() - here.x(), right.y() - top)


def room_along(stroke: Stroke) -> Iterator[QRectF]:
    """Small areas along a line, which labels keep clear of."""
    reach = stroke.width
    for here, there in pairwise(stroke.points):
        steps = max(1, round(QLineF(here, there).length() / (1.6 * reach)))
        for step in range(steps + 1):
            point = here + (there - here) * (step / steps)
            yield QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
