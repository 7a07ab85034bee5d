"""The rows of an events panel: pearls on a line through time, with dates, words and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.look.typesetting import set_text
from kiosk.screen.panel.told_row import (
    PEARL_ROOM_U,
    PictureSlot,
    ToldLine,
    ToldRow,
    pearl_x,
)
from kiosk.screen.panel.told_texts import set_line, text_rows

if TYPE_CHECKING:
    from kiosk.exhibit.model.events import Event, EventsPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.flow import FlowBlock
    from kiosk.screen.steps import Steps

_PICTURE_GAP_U = 24.0
_LEAST_EMS = 12
"""Beside a picture a text has room for at least so many large letters, or it stands above it."""
_HEAD_ROOM_U = 24
_ANCHOR = 0.36
"""How far above a date's baseline its pearl is, as a part of the size of its letters."""


@dataclass(frozen=True)
class EventDensity:
    """The roles of an event's texts, its picture's width and height and what is above it, in u."""

    date: str
    heading: str
    text: str
    picture: tuple[float, float]
    gap: float


EVENT_DENSITIES = (
    EventDensity("control", "lead", "body", (232, 174), 40),
    EventDensity("kicker", "lead", "secondary", (184, 138), 32),
)
"""From roomy to tight."""


def event_rows(
    panel: EventsPanel,
    density: EventDensity,
    locale: Locale,
    look: Look,
    size: tuple[float, float],
) -> Steps[list[FlowBlock]]:
    """A row for each event; where its texts have to be divided, some, which belong together."""
    rows: list[FlowBlock] = []
    for event in panel.in_order:
        yield
        rows += (
            yield from _divided(event, density, locale, look, size)
            if (look.divides_texts)
            else _whole(event, density, locale, look, size[0])
        )
    return rows


def _whole(
    event: Event, density: EventDensity, locale: Locale, look: Look, width: float
) -> Steps[list[FlowBlock]]:
    left = look.px(PEARL_ROOM_U)
    slot, room = None, width - left
    if event.picture is not None:
        wide, high = (look.px(units) for units in density.picture)
        slot = PictureSlot(event.picture, QRectF(width - wide, look.px(6), wide, high))
        room -= wide + look.px(_PICTURE_GAP_U)
    lines = _head(event, density, locale, look, room)
    yield
    text = set_line(event.text, locale, look, density.text, room)
    lines.append(ToldLine(text, look.theme.text2, look.px(4)))
    return [_row(lines, density, look, slot)]


def _divided(
    event: Event,
    density: EventDensity,
    locale: Locale,
    look: Look,
    size: tuple[float, float],
) -> Steps[list[FlowBlock]]:
    width, height = size
    left = look.px(PEARL_ROOM_U)
    if event.picture is not None and _has_room_beside(density, look, width):
        rows = yield from _whole(event, density, locale, look, width)
        if rows[0].height <= height - look.px(_HEAD_ROOM_U):
            return rows
    rows = [_row(_head(event, density, locale, look, width - left), density, look)]
    said = locale.said(event.text)
    rows += yield from text_rows(
        said, locale, look, density.text, (width - left, height), above=look.px(8), left=left
    )
    if event.picture is not None:
        wide, high = (look.px(units) for units in density.picture)
        slot = PictureSlot(event.picture, QRectF(left, 0, wide, high))
        rows.append(ToldRow((), left, slot=slot, gap=look.px(16), joins=True))
    return rows


def _has_room_beside(density: EventDensity, look: Look, width: float) -> bool:
    """Whether words of some length stand beside a picture."""
    room = width - look.px(PEARL_ROOM_U + density.picture[0] + _PICTURE_GAP_U)
    return room >= look.px(look.style(density.text).size) * _LEAST_EMS


def _head(
    event: Event, density: EventDensity, locale: Locale, look: Look, room: float
) -> list[ToldLine]:
    theme = look.theme
    date = set_text(look, locale.date(event.at), language=locale.language, role=density.date)
    heading = set_line(event.heading, locale, look, density.heading, room, bold=True, balanced=True)
    return [ToldLine(date, theme.text2), ToldLine(heading, theme.text)]


def _row(
    lines: list[ToldLine], density: EventDensity, look: Look, slot: PictureSlot | None = None
) -> ToldRow:
    date = lines[0].setting
    rise = look.px(look.style(density.date).size) * _ANCHOR
    pearl = QPointF(pearl_x(look), date.first_baseline - rise)
    left = look.px(PEARL_ROOM_U)
    return ToldRow(tuple(lines), left, slot=slot, pearl=pearl, gap=look.px(density.gap))
