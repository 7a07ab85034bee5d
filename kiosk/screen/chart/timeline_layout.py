"""Where the pearls, dates and words of a timeline stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kiosk.screen.chart.labels import Label, keeps_words_whole, set_plain, spread
from kiosk.screen.chart.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.locale import Locale
    from kiosk.text.multilingual import Said

_PEARL_U = 11
_CASING_U = 5
_LEADER_U = 44
_GAP_U = 14
_BESIDE_GAP_U = 24
_MOST_AIR_U = 72
_MOST_FOR_DATES = 0.45
_FARTHEST_U = 44
_SHRINK = 0.92
_LEAST = 0.3
_DATE_WEIGHT = 700
_WEIGHT = 400


@dataclass(frozen=True)
class Event:
    """What happened and when: in years for its place, in words for its date."""

    years: float
    date: str
    label: Said


@dataclass(frozen=True)
class PlacedEvents:
    """A timeline for one size: leaders go from pearls to words, and labels are date by date."""

    pearls: tuple[Mark, ...]
    leaders: tuple[tuple[QPointF, ...], ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class _Type:
    """The roles and factors of dates and words; `beside` puts a date before its words.

    `air` is what has to be free between two events, in u.
    """

    date: str
    date_scale: float
    label: str
    beside: bool = False
    air: float = 14


_TYPES = (
    _Type("heading", 0.93, "lead"),
    _Type("lead", 1.0, "lead"),
    _Type("secondary", 1.0, "secondary"),
    _Type("secondary", 1.0, "secondary", beside=True),
    _Type("control", 1.0, "control"),
    _Type("kicker", 1.0, "kicker", beside=True),
    _Type("control", 1.0, "control", air=7),
)
"""From the one we like best to the smallest; the display face stays above 48 u."""

_SHRUNK = (
    _Type("kicker", 1.0, "kicker", beside=True, air=7),
    _Type("control", 1.0, "control", air=7),
)
"""What gets smaller where all of them are too large."""


@dataclass(frozen=True)
class _Block:
    """One event set: its date, its words, and how far below its top its pearl belongs."""

    date: Setting
    label: Setting
    beside: bool
    anchor: float

    @property
    def height(self) -> float:
        date, label = self.date.size.height(), self.label.size.height()
        return max(date, label) if self.beside else date + label


def place_events(events: Sequence[Event], locale: Locale, look: Look, size: QSizeF) -> PlacedEvents:
    """Events in the largest type in which they fit, at their true dates or evenly in their order.

    True dates are given up where words would stand too far from their pearls.
    """
    for kind in _TYPES:
        blocks = _set_blocks(events, locale, look, size, kind)
        air = look.px(kind.air)
        if blocks is not None and _total(blocks, air) <= size.height():
            return _placed(events, blocks, look, size, air)
    scale = 1.0
    while True:
        scale *= _SHRINK
        for kind in _SHRUNK:
            blocks = _set_blocks(events, locale, look, size, kind, scale)
            air = look.px(kind.air) * scale
            if blocks is not None and (_total(blocks, air) <= size.height() or scale < _LEAST):
                return _placed(events, blocks, look, size, air)


def _set_blocks(
    events: Sequence[Event],
    locale: Locale,
    look: Look,
    size: QSizeF,
    kind: _Type,
    scale: float = 1.0,
) -> list[_Block] | None:
    """All events in one type; None where dates or words would have to be broken."""
    display = kind.date == "heading"
    dates = [
        set_plain(
            look,
            event.date,
            language=locale.language,
            role=kind.date,
            scale=kind.date_scale * scale,
            weight=None if display else _DATE_WEIGHT,
        )
        for event in events
    ]
    width = size.width() - _text_left(look)
    widest = max(date.ink for date in dates)
    if kind.beside:
        if widest > size.width() * _MOST_FOR_DATES:
            return None
        width -= widest + look.px(_BESIDE_GAP_U)
    elif widest > width and scale > _LEAST:
        return None
    blocks: list[_Block] = []
    for event, date in zip(events, dates, strict=True):
        words, language = event.label
        whole = keeps_words_whole(
            look, words, language=language, width=width / scale, role=kind.label
        )
        if not whole and scale > _LEAST:
            return None
        label = set_plain(
            look,
            words,
            language=language,
            role=kind.label,
            width=width,
            weight=_WEIGHT,
            scale=scale,
        )
        blocks.append(_Block(date, label, kind.beside, date.first_baseline * 0.68))
    return blocks


def _total(blocks: Sequence[_Block], air: float) -> float:
    return sum(block.height for block in blocks) + air * (len(blocks) - 1)


def _placed(
    events: Sequence[Event],
    blocks: Sequence[_Block],
    look: Look,
    size: QSizeF,
    air: float,
) -> PlacedEvents:
    tops, places = _true_places(events, blocks, look, size, air)
    anchors = [top + block.anchor for top, block in zip(tops, blocks, strict=True)]
    farthest = max(abs(place - at) for place, at in zip(places, anchors, strict=True))
    if farthest > look.px(_FARTHEST_U):
        tops = _even_tops(blocks, look, size)
        places = anchors = [top + block.anchor for top, block in zip(tops, blocks, strict=True)]
    reach = look.px(_PEARL_U + _CASING_U)
    left = _text_left(look)
    labels: list[Label] = []
    beside = max(block.date.ink for block in blocks) + look.px(_BESIDE_GAP_U)
    for top, block in zip(tops, blocks, strict=True):
        labels.append(Label(block.date, left, top, look.theme.text))
        if block.beside:
            level = top + block.date.first_baseline - block.label.first_baseline
            labels.append(Label(block.label, left + beside, level, look.theme.text2))
        else:
            y = top + block.date.size.height()
            labels.append(Label(block.label, left, y, look.theme.text2))
    bend, end = left - look.px(_GAP_U) - look.px(_LEADER_U) * 0.2, left - look.px(_GAP_U)
    leaders = tuple(
        (QPointF(reach, place), QPointF(bend, at), QPointF(end, at))
        for place, at in zip(places, anchors, strict=True)
    )
    return PlacedEvents(
        tuple(_pearl(QPointF(reach, place), look) for place in places), leaders, tuple(labels)
    )


def _true_places(
    events: Sequence[Event],
    blocks: Sequence[_Block],
    look: Look,
    size: QSizeF,
    air: float,
) -> tuple[list[float], list[float]]:
    """The tops of the words and the places of the pearls, these true to their dates.

    Pearls that would cover each other are moved apart.
    """
    first, last = blocks[0].anchor, size.height() - blocks[-1].height + blocks[-1].anchor
    span = events[-1].years - events[0].years
    wished = [
        first + (last - first) * ((event.years - events[0].years) / span if span else 0.0)
        for event in events
    ]
    pearl = look.px(2 * (_PEARL_U + _CASING_U))
    places = [
        top + pearl / 2
        for top in spread([pearl] * len(events), [at - pearl / 2 for at in wished], size.height())
    ]
    tops = spread(
        [block.height + air for block in blocks],
        [at - block.anchor for at, block in zip(places, blocks, strict=True)],
        size.height() + air,
    )
    return tops, places


def _even_tops(blocks: Sequence[_Block], look: Look, size: QSizeF) -> list[float]:
    """The tops of the words with the same air between all of them."""
    free = size.height() - sum(block.height for block in blocks)
    air = min(free / max(1, len(blocks) - 1), look.px(_MOST_AIR_U))
    tops = [0.0]
    for block, _ in pairwise(blocks):
        tops.append(tops[-1] + block.height + air)
    return tops


def _pearl(centre: QPointF, look: Look) -> Mark:
    theme = look.theme
    return Mark(
        0, centre, look.px(_PEARL_U), theme.pearl, theme.accent, theme.panel, look.px(_CASING_U)
    )


def _text_left(look: Look) -> float:
    return look.px(2 * (_PEARL_U + _CASING_U) + _LEADER_U)
