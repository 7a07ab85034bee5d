"""Names and chips as they are drawn on the map: each a stamp in its place."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kiosk.screen.map.map_stamp import Stamp

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QRectF

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting

PILL_HEIGHT_U = 56
PILL_PADDING_U = 22
_CASING_U = 5
_CASING = 1.6, 0.35, 4
"""How far the casing of a name reaches, in u, how opaque it is, and in how many directions."""
_HALO = 3.2, 0.8, 16
"""The same where a border runs through the name: nothing is seen of it between the letters."""
_HEAD_SHARE = 0.5
_PLATE_SHARE = 0.86
_PLATE_CORNER_U = 8
_DOT_U = 5


@dataclass(frozen=True)
class Name:
    """A name on the map itself."""

    stamp: Stamp
    rect: QRectF
    anchor: QPointF
    """The point of the view that it belongs to, in pixels."""
    place: str = ""
    """The place whose marker it stands beside, if any."""
    subject: str = ""
    """The id of the place or the outline that it names."""
    color: QColor | None = None
    """What its letters are drawn in."""
    letters: tuple[QRectF, ...] = ()
    """What its letters cover, line by line, from the top left corner of `rect`."""
    has_halo: bool = False
    """Whether its casing hides the line that runs through it."""

    @property
    def key(self) -> Hashable:
        """What tells it from other names, wherever they stand."""
        color = None if self.color is None else self.color.rgba()
        return self.subject, self.place, color


@dataclass(frozen=True)
class Chip:
    """A place's name in a pill, and the line that leads to its point."""

    place: str
    stamp: Stamp
    pressed: Stamp
    rect: QRectF
    leader: tuple[QPointF, ...]
    words: str = ""
    group: bool = False
    """Whether it stands for several places, whose ids are joined in `place`."""
    is_dotted: bool = False
    """Whether its line begins at a dot, since no marker is there."""
    is_beyond: bool = False
    """Whether the place is out of view, and the line an arrow to that side."""

    @cached_property
    def line(self) -> QPainterPath:
        """Its leader as it is drawn, with the head of an arrow where it is one."""
        path = QPainterPath()
        if self.leader[0] == self.leader[-1]:
            return path  # Without a length it would be a dot.
        path.addPolygon(list(self.leader))
        if self.is_beyond:
            path.addPolygon(_arrowhead(*self.leader))
        return path

    @property
    def key(self) -> Hashable:
        """What tells it from other chips, wherever they stand."""
        return self.place, self.is_beyond


@dataclass(frozen=True)
class Lettering:
    """All the names of one resting view, in pixels."""

    names: tuple[Name, ...] = ()
    chips: tuple[Chip, ...] = ()
    marked: frozenset[str] = frozenset()
    """The places whose markers are seen whole in this view."""
    small: bool = False
    """Whether the markers are small."""
    legend: Name | None = None
    """What shaded land means; it stands still while the map moves."""
    language: str = ""
    size: float = 1.0
    """How large names are, 1 at home."""

    def chip_at(self, x: float, y: float, reach_y: float) -> str | None:
        """The place whose chip is touched there; a chip reaches `reach_y` beyond its pill."""
        for chip in self.chips:
            if chip.rect.adjusted(0, -reach_y, 0, reach_y).contains(x, y):
                return chip.place
        return None


def named(
    setting: Setting,
    rect: QRectF,
    color: QColor,
    look: Look,
    *,
    subject: str = "",
    place: str = "",
    anchor: QPointF | None = None,
    over: QColor | None = None,
    has_halo: bool = False,
) -> Name:
    """A name with a soft casing that keeps it readable over water.

    It belongs to `anchor`, or else to its own position.  `over` is the colour of what it stands on,
    where that is not the map's own.  With a halo it hides the line that runs through it.
    """
    margin = casing_reach(look)
    is_land = has_halo or look.theme.is_light
    casing = QColor(over or (look.theme.land if is_land else look.theme.ground))
    reach_u, opacity, directions = _HALO if has_halo else _CASING
    casing.setAlphaF(opacity)
    reach = look.px(reach_u)

    def draw(painter: QPainter, area: QRectF) -> None:
        for number in range(directions):
            turn = math.tau * number / directions
            dx, dy = reach * math.cos(turn), reach * math.sin(turn)
            setting.draw(painter, margin + dx, margin + dy, casing)
        setting.draw(painter, margin, margin, color)

    size = rect.adjusted(-margin, -margin, margin, margin).toAlignedRect().size()
    stamp, at = Stamp(size, draw), anchor or rect.center()
    return Name(stamp, rect, at, place, subject, color, setting.letters, has_halo)


def chip_stamp(setting: Setting, rect: QRectF, look: Look, padding: float, *, down: bool) -> Stamp:
    """A name in a pill; `down` is how it looks under a finger."""
    theme = look.theme

    def draw(painter: QPainter, area: QRectF) -> None:
        half = look.outline(1.3) / 2
        shape = area.adjusted(half, half, -half, -half)
        painter.setPen(QPen(theme.pearl if down else theme.control_border, 2 * half))
        painter.setBrush(theme.pressed if down else theme.control)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        ink = theme.panel if down and theme.high_contrast else theme.text
        y = area.center().y() - setting.size.height() / 2
        setting.draw(painter, padding, y, ink)

    return Stamp(rect.toAlignedRect().size(), draw)


def plate_stamp(setting: Setting, rect: QRectF, look: Look, padding: float) -> Stamp:
    """A name on a quiet plate that can't be touched: it is read on land and bright water alike."""
    theme = look.theme

    def draw(painter: QPainter, area: QRectF) -> None:
        fill = QColor(theme.control)
        fill.setAlphaF(_PLATE_SHARE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        corner = look.px(_PLATE_CORNER_U)
        painter.drawRoundedRect(area, corner, corner)
        setting.draw(painter, padding, 0.0, theme.text)

    return Stamp(rect.toAlignedRect().size(), draw)


def casing_reach(look: Look) -> float:
    """How much larger the stamp of a name is than its rectangle, on each side."""
    return look.px(_CASING_U)


def draw_leaders(
    painter: QPainter, look: Look, chips: Sequence[tuple[Chip, tuple[float, float], float]]
) -> None:
    """Draw the lines that lead from chips to their points.

    Each chip comes with how far it has gone from where it rested, in pixels, and its opacity.
    """
    lines: dict[float, QPainterPath] = {}
    for chip, shift, opacity in chips:
        if opacity > 0:
            lines.setdefault(opacity, QPainterPath()).addPath(chip.line.translated(*shift))
    if not lines:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = look.tokens["map"]["stroke"]["leader"]
    for color, extra in ((look.theme.pearl_ink, 3.0), (look.theme.pearl, 0.0)):
        pen = QPen(color, look.stroke(width + extra))
        for opacity, line in lines.items():
            painter.setOpacity(opacity)
            painter.strokePath(line, pen)
    painter.setPen(QPen(look.theme.pearl_ink, look.stroke(2)))
    painter.setBrush(look.theme.pearl)
    reach = look.px(_DOT_U)
    for chip, shift, opacity in chips:
        if chip.is_dotted and opacity > 0:
            painter.setOpacity(opacity)
            painter.drawEllipse(chip.leader[0] + QPointF(*shift), reach, reach)
    painter.restore()


def _arrowhead(tip: QPointF, begin: QPointF) -> list[QPointF]:
    """The two strokes of an arrow that points from where it begins to its tip."""
    back = (begin - tip) * _HEAD_SHARE
    across = QPointF(-back.y(), back.x())
    return [tip + back + across, tip, tip + back - across]
