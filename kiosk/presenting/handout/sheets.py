"""The sheets of a handout: a cover with a numbered map and the contents, and sheets of blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kiosk.geography.camera import fit
from kiosk.languages.map_credit import map_credit
from kiosk.look.typesetting import set_text
from kiosk.presenting.handout.blocks import pen
from kiosk.presenting.handout.outlines import shapes_for_paper
from kiosk.presenting.handout.paper import BODY
from kiosk.presenting.handout.tags import link_to_sheet, part
from kiosk.screen.map.map_picture import paint_map

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.presenting.handout.edition import Edition
    from kiosk.presenting.handout.layout import PlacedBlock

_FOOT_U = 2264
_MAP_GAP_U = 44
_MAP_MARGIN_U = 28
_CONTENTS_BOTTOM_U = 2220
_CONTENTS_ABOVE_U = 76
_CONTENTS_COLUMNS = 2
_CONTENTS_GAP_U = 64
_CONTENTS_LIMIT_U = 580
_CONTENTS_PITCH_U = 48
_INDENT_U = 48
_DISC_U = 19
_APART = 2.15
_PUSHES = 80


@dataclass(frozen=True)
class BlockSheet:
    """A sheet of blocks; its foot shows the title and the number, such as "3 / 12"."""

    placed: Sequence[PlacedBlock]
    title: str
    number: int
    count: int
    edition: Edition

    def draw(self, painter: QPainter) -> None:
        """Paint the blocks and the foot."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in self.placed:
            each.block.draw(painter, each.x, each.y)
        _draw_foot(painter, self.edition, self.title, self.number, self.count)


@dataclass(frozen=True)
class ContentsLine:
    """A section in the contents: its number, its title, its sheet, and its zone on the map."""

    number: int
    title: str
    page: int
    place: str = ""
    heads: bool = False
    """Whether it is the heading of the lines below it, which have no numbers."""
    is_below: bool = False
    """Whether it stands below a heading."""


@dataclass(frozen=True)
class CoverSheet:
    """The first sheet: titles, the map with the numbers of the sections, the contents."""

    title: str
    subtitle: str
    lines: Sequence[ContentsLine]
    count: int
    edition: Edition

    def draw(self, painter: QPainter) -> None:
        """Paint titles, map, contents and foot."""
        look, language = self.edition.look, self.edition.locale.language
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, width = look.px(BODY.left()), look.px(BODY.width())
        painter.fillRect(QRectF(left, look.px(152), width, look.px(6)), look.theme.accent)
        title = set_text(
            look, self.title, language=language, role="place", width=width, balanced=True
        )
        with part(painter, "H1", language=language):
            title.draw(painter, left, look.px(196), look.theme.text)
        below = look.px(196) + title.size.height() + look.px(12)
        subtitle = set_text(
            look, self.subtitle, language=language, role="heading", width=width, scale=0.8
        )
        with part(painter, "P", language=language):
            subtitle.draw(painter, left, below, look.theme.accent_text)
        top = below + subtitle.size.height() + look.px(_MAP_GAP_U)
        rows = -(-len(self.lines) // _CONTENTS_COLUMNS)
        # A heading at the foot of the first column takes the first of its lines along.
        rows += bool(self.lines) and self.lines[rows - 1].heads
        pitch = look.px(min(_CONTENTS_PITCH_U, _CONTENTS_LIMIT_U / max(1, rows)))
        contents = look.px(_CONTENTS_BOTTOM_U - self.edition.paper.lower_u) - rows * pitch
        bottom = contents - look.px(_CONTENTS_ABOVE_U)
        shows = f"{self.edition.locale.say('map')}: {self.title}"
        with part(painter, "Figure", language=language, alternative=shows):
            self._draw_map(painter, QRectF(left, top, width, bottom - top))
        self._draw_contents(painter, contents, rows, pitch)
        _draw_foot(painter, self.edition, self.title, 1, self.count)

    def _draw_map(self, painter: QPainter, area: QRectF) -> None:
        look, world = self.edition.look, self.edition.world
        camera = fit(world.cities_bounds, area, max_scale=100.0, margin=look.px(_MAP_MARGIN_U))
        seen = camera.transform().inverted()[0].mapRect(area)
        painter.save()
        painter.setClipRect(area)
        paint_map(
            painter,
            shapes=shapes_for_paper(world.shapes, camera.scale, seen),
            look=look,
            camera=camera,
            area=area,
            spilling=False,
        )
        painter.restore()
        points: dict[str, QPointF] = {}
        labels: dict[str, str] = {}
        for line in self.lines:
            place = world.place(line.place)
            if place is None:
                continue
            labels.setdefault(line.place, str(line.number))
            points[line.place] = QPointF(*camera.to_screen(place.point.x(), place.point.y()))
        apart = _spread(points, look.px(_DISC_U) * _APART)
        painter.setPen(pen(look, look.theme.text, 1.5))
        for name, point in points.items():
            painter.drawLine(point, apart[name])
        for name, point in apart.items():
            self._draw_disc(painter, point, labels[name])
        locale = self.edition.locale
        lines = map_credit(locale.exhibit.approval, locale.words, locale.language)
        setting = set_text(look, " · ".join(lines), language=locale.language, role="source")
        x, y = area.right() - setting.ink, area.bottom() + look.px(4)
        setting.draw(painter, x, y, look.theme.muted)

    def _draw_disc(self, painter: QPainter, at: QPointF, label: str) -> None:
        look = self.edition.look
        radius = look.px(_DISC_U)
        painter.setPen(pen(look, look.theme.ground, 2))
        painter.setBrush(look.theme.accent)
        painter.drawEllipse(at, radius, radius)
        setting = set_text(look, label, language="en", role="control", scale=0.85)
        height = setting.size.height()
        setting.draw(painter, at.x() - setting.ink / 2, at.y() - height / 2, look.theme.on_accent)

    def _draw_contents(self, painter: QPainter, top: float, rows: int, pitch: float) -> None:
        look, language = self.edition.look, self.edition.locale.language
        gap = look.px(_CONTENTS_GAP_U)
        width = (look.px(BODY.width()) - gap * (_CONTENTS_COLUMNS - 1)) / _CONTENTS_COLUMNS
        for index, line in enumerate(self.lines):
            column, row = divmod(index, rows)
            x = look.px(BODY.left()) + column * (width + gap)
            y = top + row * pitch
            indent = look.px(_INDENT_U) if line.number or line.is_below else 0.0
            page = set_text(look, str(line.page), language="en", role="secondary")
            room = width - indent - page.ink - look.px(16)
            name = set_text(look, line.title, language=language, role="secondary")
            if name.ink > room:
                scale = max(0.8, room / name.ink * 0.99)
                name = set_text(look, line.title, language=language, role="secondary", scale=scale)
            with part(painter, "TOCI", language=language):
                if line.number:
                    number = set_text(look, str(line.number), language="en", role="secondary")
                    number.draw(painter, x, y, look.theme.accent_text)
                baseline = y + page.first_baseline
                ink = look.theme.accent_text if line.heads else look.theme.text
                name.draw(painter, x + indent, baseline - name.first_baseline, ink)
                if not line.heads:
                    page.draw(painter, x + width - page.ink, y, look.theme.muted)
            area = QRectF(x, y, width, pitch)
            link_to_sheet(painter, area, line.page - 1, f"{line.title}, {line.page}")


def _draw_foot(painter: QPainter, edition: Edition, title: str, number: int, count: int) -> None:
    """Draw the title at the left and "3 / 12" at the right, below a hairline."""
    look = edition.look
    top = look.px(_FOOT_U - edition.paper.lower_u)
    left, right = look.px(BODY.left()), look.px(BODY.right())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(look, look.theme.rule, 1.5))
    painter.drawLine(QPointF(left, top - look.px(12)), QPointF(right, top - look.px(12)))
    words = set_text(look, title, language=edition.locale.language, role="source")
    words.draw(painter, left, top, look.theme.muted)
    page = set_text(look, f"{number} / {count}", language="en", role="source")
    page.draw(painter, right - page.ink, top, look.theme.muted)


def _spread(points: Mapping[str, QPointF], least: float) -> dict[str, QPointF]:
    """Push the numbers of nearby places apart, step by step, to a distance of `least`."""
    names = list(points)
    moved = {name: QPointF(points[name]) for name in names}
    for _ in range(_PUSHES):
        for index, one in enumerate(names):
            for other in names[index + 1 :]:
                away = moved[other] - moved[one]
                length = (away.x() ** 2 + away.y() ** 2) ** 0.5
                if length >= least:
                    continue
                if not length:
                    away, length = QPointF(1, 0), 1.0
                step = away * ((least - length) / 2 / length)
                moved[one] -= step
                moved[other] += step
    return moved
