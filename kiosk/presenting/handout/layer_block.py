"""A data layer on paper: the map in its classes, their legend, and the ranking beside them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from kiosk.look.class_colors import border_on_class, class_colors
from kiosk.look.typesetting import set_text
from kiosk.presenting.handout.blocks import (
    Beside,
    Painted,
    SheetBlock,
    Space,
    Stack,
    TextStyle,
    pen,
    text_block,
)
from kiosk.presenting.handout.map_block import draw_name, map_camera
from kiosk.presenting.handout.outlines import shapes_for_paper
from kiosk.presenting.handout.paper import COLUMN_U
from kiosk.presenting.handout.paper_names import paper_names
from kiosk.screen.map.map_marks import map_part, water_over_shades
from kiosk.screen.map.map_picture import paint_map, paint_marks
from kiosk.screen.map.map_shades import pin_colors
from kiosk.screen.map.map_shading import DISC_U, is_small, outline_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QColor, QPainter, QPainterPath

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.presenting.handout.edition import Edition
    from kiosk.screen.layer.layer_content import LayerContent, LayerRow
    from kiosk.screen.map.map_shading import Shading

_MAP_SHARE = 0.86
"""How high the map is, for its width."""
_HATCH_U = 14
_SWATCH_U = 30
_ROW_U = 44
_LEGEND_SCALE = 0.78
_RULE_U = 1.2
_BORDER_U = 2.0
_PINNED_U = 7.0


@dataclass(frozen=True)
class LayerOnPaper:
    """Sets one layer in one year across a sheet; `pinned` are the zones that are compared."""

    edition: Edition
    content: LayerContent
    pinned: tuple[str, ...]

    def block(self, source: SheetBlock) -> SheetBlock:
        """Map, legend and sentences at the left, the ranking at the right.

        Notes and the source go where there is more room.
        """
        look, width = self.edition.look, self._width
        left: list[SheetBlock] = [self._map(), Space(look.px(16)), self._legend()]
        for said in self.content.readings(self.pinned):
            left += [Space(look.px(10)), self._said(said, "secondary")]
        right: list[SheetBlock] = [self._said(self.content.caption, "kicker"), Space(look.px(8))]
        right += [self._row(row, width) for row in self.content.rows]
        notes = filter(None, (self.content.note, *self.content.break_notes))
        for block in (*(self._said(note, "source", muted=True) for note in notes), source):
            shorter = min(right, left, key=_height)
            shorter += [Space(look.px(12)), block]
        return Beside(Stack(tuple(left)), Stack(tuple(right)))

    @property
    def _width(self) -> float:
        return self.edition.look.px(COLUMN_U)

    def _said(self, words: str, role: str, *, muted: bool = False) -> SheetBlock:
        look = self.edition.look
        style = TextStyle(role, self._width, look.theme.muted if muted else None)
        return text_block(look, words, self.edition.locale.language, style)

    def _color(self, shade: int | None) -> QColor | None:
        if shade is None:
            return None
        return class_colors(self.edition.look.theme, self.content.classes.count)[shade]

    def _map(self) -> SheetBlock:
        height = self._width * _MAP_SHARE
        caption = (self.content.title, self.content.year_words)
        parts = (self.edition.locale.say("map"), ", ".join(filter(None, caption)))
        return Painted(height, self._paint_map, "Figure", ": ".join(parts))

    def _paint_map(self, painter: QPainter, x: float, y: float) -> None:
        edition, look = self.edition, self.edition.look
        area = QRectF(x, y, self._width, self._width * _MAP_SHARE)
        camera = map_camera(edition, (), area)
        seen = camera.transform().inverted()[0].mapRect(area)
        shapes = shapes_for_paper(replace(edition.world.shapes, waterlines=()), camera.scale, seen)
        painter.setClipRect(area)
        paint_map(painter, shapes=shapes, look=look, camera=camera, area=area, spilling=False)
        shading = self.content.shading(self.pinned, None)
        paths = self._paths(shading, camera, shapes.areas)
        for zone, path in paths.items():
            self._paint_area(painter, path, shading.by_zone[zone].shade, area)
        part = map_part(look, camera, area)
        paint_marks(painter, water_over_shades(shapes, look, part), camera)
        for zone, color in pin_colors(shading.pinned, look.theme):
            if zone in paths:
                painter.strokePath(paths[zone], pen(look, color, _PINNED_U))
        discs = self._discs(shading, camera)
        self._paint_discs(painter, shading, discs)
        for name in paper_names(edition, (), camera, area, discs):
            draw_name(painter, look, name)

    def _paths(
        self, shading: Shading, camera: Camera, areas: dict[str, QPainterPath]
    ) -> dict[str, QPainterPath]:
        """The outline of each zone on the paper, the largest first."""
        world, to_paper = self.edition.world, camera.transform()
        found = {each.zone: outline_of(each.zone, world) for each in shading.zones}
        paths = {
            zone: to_paper.map(areas[outline])
            for zone, outline in found.items()
            if outline is not None and outline in areas
        }
        return dict(sorted(paths.items(), key=lambda each: -_size(each[1])))

    def _paint_area(
        self, painter: QPainter, path: QPainterPath, shade: int | None, area: QRectF
    ) -> None:
        look, color = self.edition.look, self._color(shade)
        painter.fillPath(path, color or look.theme.land)
        if color is None:
            painter.save()
            painter.setClipPath(path)
            painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
            _hatch(painter, look, path.boundingRect().intersected(area))
            painter.restore()
        ink = look.theme.muted if color is None else border_on_class(color, look.theme)
        painter.strokePath(path, pen(look, ink, _BORDER_U))

    def _discs(self, shading: Shading, camera: Camera) -> dict[str, QPointF]:
        """What is too small on paper to show its shade, and where it is."""
        world, look = self.edition.world, self.edition.look
        found = {}
        for each in shading.zones:
            place, outline = world.place(each.zone), outline_of(each.zone, world)
            path = None if outline is None else world.shapes.areas[outline]
            if place is not None and is_small(place, path, camera, look):
                found[each.zone] = QPointF(*camera.to_screen(place.point.x(), place.point.y()))
        return found

    def _paint_discs(
        self, painter: QPainter, shading: Shading, discs: Mapping[str, QPointF]
    ) -> None:
        look = self.edition.look
        pins = dict(pin_colors(shading.pinned, look.theme))
        radius = look.px(DISC_U)
        for zone, at in discs.items():
            painter.setPen(pen(look, pins.get(zone, look.theme.text), 7 if zone in pins else 3))
            painter.setBrush(self._color(shading.by_zone[zone].shade) or look.theme.land)
            painter.drawEllipse(at, radius, radius)

    def _legend(self) -> SheetBlock:
        """The classes side by side, each as it is said, and whose the outlines are."""
        entries = [(self._color(each.number), each.said) for each in self.content.legend]
        if self.content.has_gaps:
            entries.append((None, self.edition.locale.say("no_value")))
        rows = [self._entry(color, said) for color, said in entries]
        rows += [
            self._entry(self.edition.look.theme.panel, self.content.name(zone), ring)
            for zone, ring in pin_colors(self.pinned, self.edition.look.theme)
        ]
        half = math.ceil(len(rows) / 2)
        columns = (Stack(tuple(rows[:half])), Stack(tuple(rows[half:])))
        across = self._width / 2

        def paint(painter: QPainter, x: float, y: float) -> None:
            for number, column in enumerate(columns):
                column.draw(painter, x + number * across, y)

        return Painted(max(column.height for column in columns), paint)

    def _entry(self, color: QColor | None, said: str, ring: QColor | None = None) -> SheetBlock:
        """A line of the legend: a class, or with a `ring` the outline of a place."""
        look = self.edition.look
        room = self._width / 2 - look.px(_SWATCH_U + 24)
        style = TextStyle("secondary", room, scale=_LEGEND_SCALE)
        words = text_block(look, said, self.edition.locale.language, style)

        def paint(painter: QPainter, x: float, y: float) -> None:
            box = QRectF(x, y, look.px(_SWATCH_U), look.px(_SWATCH_U))
            _swatch(painter, look, box, color, ring)
            words.draw(painter, x + look.px(_SWATCH_U + 12), y)

        return Painted(max(words.height, look.px(_SWATCH_U)) + look.px(8), paint)

    def _row(self, row: LayerRow, width: float) -> SheetBlock:
        """A place of the ranking: its shade, name and number, and its year if that is another."""
        look, locale = self.edition.look, self.edition.locale
        language, strong = locale.language, row.zone in self.pinned
        role = "control" if strong else "secondary"
        scale = 1.05 if strong else 0.9
        digits = row.digits if row.value is not None else locale.say("no_value")
        if row.other_year:
            digits = f"{digits} ({row.other_year})"
        name = set_text(look, row.name, language=language, role=role, scale=scale)
        number = set_text(look, digits, language=language, role=role, scale=scale)
        height = max(look.px(_ROW_U), name.size.height())

        def paint(painter: QPainter, x: float, y: float) -> None:
            side, top = look.px(_SWATCH_U), y + (height - look.px(_SWATCH_U)) / 2
            ring = dict(pin_colors(self.pinned, look.theme)).get(row.zone)
            _swatch(painter, look, QRectF(x, top, side, side), self._color(row.shade), ring)
            middle = y + (height - name.size.height()) / 2
            ink = look.theme.text if row.value is not None else look.theme.muted
            name.draw(painter, x + look.px(_SWATCH_U + 14), middle, ink)
            level = middle + name.first_baseline - number.first_baseline
            number.draw(painter, x + width - number.ink, level, ink)
            line = QLineF(x, y + height, x + width, y + height)
            painter.setPen(pen(look, look.theme.rule, _RULE_U))
            painter.drawLine(line)

        return Painted(height, paint, "P")


def _swatch(
    painter: QPainter, look: Look, box: QRectF, color: QColor | None, ring: QColor | None
) -> None:
    """A square of a class, hatched without one; a `ring` is the outline on the map."""
    painter.fillRect(box, color or look.theme.land)
    if color is None:
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        _hatch(painter, look, box)
        painter.restore()
    if ring is None:
        painter.setPen(pen(look, look.theme.muted, _RULE_U))
    else:
        painter.setPen(pen(look, ring, _PINNED_U))
        inset = look.px(_PINNED_U / 2)
        box = box.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def _hatch(painter: QPainter, look: Look, box: QRectF) -> None:
    """Slanted lines, which a PDF keeps as lines."""
    ink = QPen(look.theme.muted, look.px(2))
    painter.setPen(ink)
    painter.drawLines(_slanted(box, look.px(_HATCH_U)))


def _slanted(box: QRectF, step: float) -> Sequence[QLineF]:
    first = math.floor((box.left() - box.height()) / step)
    last = math.ceil(box.right() / step)
    return [
        QLineF(number * step, box.bottom(), number * step + box.height(), box.top())
        for number in range(first, last + 1)
    ]


def _height(blocks: Sequence[SheetBlock]) -> float:
    return sum(block.height for block in blocks)


def _size(path: QPainterPath) -> float:
    box = path.controlPointRect()
    return box.width() * box.height()
