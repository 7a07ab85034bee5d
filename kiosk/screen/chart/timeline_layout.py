"""The positions of the pearls, dates and words of a timeline."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kiosk.screen.chart.axis_layout import AxisLayout, Stroke
from kiosk.screen.chart.labels import Label, spread
from kiosk.screen.chart.point_symbols import PointSymbol
from kiosk.screen.chart.timeline_texts import (
    BESIDE_GAP_U,
    EVENT_TYPES,
    LEAST_SCALE,
    SMALLEST_TYPES,
    set_events,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.look.look import Look
    from kiosk.screen.chart.timeline_texts import EventText, EventType, TimelineEvent
    from kiosk.screen.locale import Locale

_PEARL_U = 11
_CASING_U = 5
_LEADER_U = 44
_GAP_U = 14
_MOST_AIR_U = 72
_MOST_FOR_DATES = 0.45
_FARTHEST_U = 44
_SHRINK = 0.92
_LEAST_OF_EVEN = 0.6
"""So much of the air that all events would have if it were even has each of them at least."""


def lay_out_events(
    events: Sequence[TimelineEvent], locale: Locale, look: Look, size: QSizeF
) -> AxisLayout:
    """Lay events out in the largest type in which they fit, at their dates or evenly spaced.

    True dates are given up if words would be too far from their pearls.
    """
    width, most_for_dates = size.width() - _text_left(look), size.width() * _MOST_FOR_DATES

    def placed(kind: EventType, scale: float = 1.0, *, anyhow: bool = False) -> AxisLayout | None:
        texts = set_events(
            events, locale, look, kind, width=width, most_for_dates=most_for_dates, scale=scale
        )
        air = look.px(kind.air) * scale
        if texts is None or (_total(texts, air) > size.height() and not anyhow):
            return None
        free = size.height() - _total(texts, 0.0)
        even = free / max(1, len(texts) - 1)
        return _placed(events, texts, look, size, max(air, even * _LEAST_OF_EVEN))

    for kind in EVENT_TYPES:
        layout = placed(kind)
        if layout is not None:
            return layout
    scale = 1.0
    while True:
        scale *= _SHRINK
        for kind in SMALLEST_TYPES:
            layout = placed(kind, scale, anyhow=scale < LEAST_SCALE)
            if layout is not None:
                return layout


def _total(texts: Sequence[EventText], air: float) -> float:
    return sum(text.height for text in texts) + air * (len(texts) - 1)


def _placed(
    events: Sequence[TimelineEvent],
    texts: Sequence[EventText],
    look: Look,
    size: QSizeF,
    air: float,
) -> AxisLayout:
    tops, places = _true_places(events, texts, look, size, air)
    anchors = [top + text.anchor for top, text in zip(tops, texts, strict=True)]
    farthest = max(abs(place - at) for place, at in zip(places, anchors, strict=True))
    if farthest > look.px(_FARTHEST_U):
        tops = _even_tops(texts, look, size)
        places = anchors = [top + text.anchor for top, text in zip(tops, texts, strict=True)]
    reach = look.px(_PEARL_U + _CASING_U)
    left = _text_left(look)
    labels: list[Label] = []
    beside = max(text.date.ink for text in texts) + look.px(BESIDE_GAP_U)
    for event, top, text in zip(events, tops, texts, strict=True):
        color = look.theme.accent_text if event.highlight else look.theme.text
        labels.append(Label(text.date, left, top, color))
        if text.beside:
            level = top + text.date.first_baseline - text.label.first_baseline
            labels.append(Label(text.label, left + beside, level, look.theme.text2))
        else:
            y = top + text.date.size.height()
            labels.append(Label(text.label, left, y, look.theme.text2))
    bend, end = left - look.px(_GAP_U) - look.px(_LEADER_U) * 0.2, left - look.px(_GAP_U)
    theme = look.theme
    leaders = [
        Stroke(
            (QPointF(reach, place), QPointF(bend, at), QPointF(end, at)),
            theme.control_border,
            look.stroke(2),
        )
        for place, at in zip(places, anchors, strict=True)
    ]
    line = QPointF(reach, places[0]), QPointF(reach, places[-1])
    return AxisLayout(
        strokes=(*leaders, Stroke(line, theme.series[2], look.stroke(4))),
        symbols=tuple(
            _pearl(QPointF(reach, place), look, highlighted=event.highlight)
            for event, place in zip(events, places, strict=True)
        ),
        labels=tuple(labels),
    )


def _true_places(
    events: Sequence[TimelineEvent],
    texts: Sequence[EventText],
    look: Look,
    size: QSizeF,
    air: float,
) -> tuple[list[float], list[float]]:
    """The tops of the words and the places of the pearls, these true to their dates.

    Pearls that would cover each other are moved apart.
    """
    first, last = texts[0].anchor, size.height() - texts[-1].height + texts[-1].anchor
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
        [text.height + air for text in texts],
        [at - text.anchor for at, text in zip(places, texts, strict=True)],
        size.height() + air,
    )
    return tops, places


def _even_tops(texts: Sequence[EventText], look: Look, size: QSizeF) -> list[float]:
    """The tops of the words with the same air between all of them."""
    free = size.height() - sum(text.height for text in texts)
    air = min(free / max(1, len(texts) - 1), look.px(_MOST_AIR_U))
    tops = [0.0]
    for text, _ in pairwise(texts):
        tops.append(tops[-1] + text.height + air)
    return tops


def _pearl(centre: QPointF, look: Look, *, highlighted: bool) -> PointSymbol:
    """A pearl, and for the event that the headline speaks of one of kapok."""
    theme = look.theme
    fill, core = (theme.pearl, theme.series[2])
    if highlighted:
        fill, core = theme.series[0], theme.pearl
    return PointSymbol(0, centre, look.px(_PEARL_U), fill, core, theme.panel, look.px(_CASING_U))


def _text_left(look: Look) -> float:
    return look.px(2 * (_PEARL_U + _CASING_U) + _LEADER_U)
