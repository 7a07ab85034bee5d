"""People, quotes and events on paper: the rows of the screen, with their pictures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kiosk.look.pictures import read_picture
from kiosk.presenting.handout.blocks import Painted, SheetBlock, Space
from kiosk.screen.panel.events_rows import EVENT_DENSITIES, event_rows
from kiosk.screen.panel.people_rows import PERSON_DENSITIES, person_rows
from kiosk.screen.panel.quote_rows import QUOTE_WAYS, quote_rows
from kiosk.screen.panel.told_row import PictureSlot, ToldRow, draw_rail
from kiosk.screen.steps import at_once

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from kiosk.exhibit.model.exhibit import ToldPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.flow import FlowBlock

_ENDLESS = 1e9
_RADIUS_U = 8
_SHARPNESS = 3.0
"""So many pixels of a picture lie in a dot of the layout."""


def told_blocks(
    panel: ToldPanel, locale: Locale, look: Look, width: float
) -> list[tuple[SheetBlock, ...]]:
    """What must stay together of each person, event or quote."""
    size = width, _ENDLESS
    if panel.kind == "people":
        rows = at_once(person_rows(panel, PERSON_DENSITIES[-1], locale, look, size))
    elif panel.kind == "events":
        rows = at_once(event_rows(panel, EVENT_DENSITIES[-1], locale, look, size))
    else:
        # The mark, the words and who said them are one.
        rows = at_once(quote_rows(panel, QUOTE_WAYS[1], locale, look, size))
        return [tuple(part for row in rows for part in _spaced(row, locale, look))]
    return [_spaced(row, locale, look) for row in rows]


def _spaced(row: FlowBlock, locale: Locale, look: Look) -> tuple[SheetBlock, ...]:
    slot = row.slot if isinstance(row, ToldRow) else None
    image = None if slot is None else _image(slot, locale, look)
    return Space(row.gap / 2), Painted(row.height, partial(_paint, row, image, look), "P")


def _image(slot: PictureSlot, locale: Locale, look: Look) -> QImage | None:
    if slot.picture is None:
        return None
    file = locale.exhibit.folder / "pictures" / slot.picture.file
    size = (slot.area.size() * _SHARPNESS).toSize()
    image = read_picture(file, size, look.theme.inks, slot.picture.kept_point)
    return None if image.isNull() else image


def _paint(
    row: FlowBlock, image: QImage | None, look: Look, painter: QPainter, x: float, y: float
) -> None:
    if isinstance(row, ToldRow):
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.pearl is not None:
            draw_rail(painter, look, [row.pearl + QPointF(x, y)], None, None)
        if row.slot is not None:
            _paint_slot(row.slot, image, look, painter, QPointF(x, y))
        painter.restore()
    row.draw(painter, x, y, 1.0)


def _paint_slot(
    slot: PictureSlot, image: QImage | None, look: Look, painter: QPainter, at: QPointF
) -> None:
    area, shape = slot.area.translated(at), QPainterPath()
    if slot.round:
        shape.addEllipse(area)
    else:
        shape.addRoundedRect(area, look.px(_RADIUS_U), look.px(_RADIUS_U))
    painter.fillPath(shape, look.theme.panel2)
    if image is not None:
        painter.save()
        painter.setClipPath(shape)
        painter.drawImage(area, image)
        painter.restore()
    if slot.initials is not None:
        corner = area.center() - slot.initials.letters[0].center()
        slot.initials.draw_letters(painter, corner.x(), corner.y(), look.theme.text)
    painter.strokePath(shape, QPen(look.theme.control_border, look.stroke(1)))
