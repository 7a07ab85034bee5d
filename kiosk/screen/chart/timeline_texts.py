"""The dates and words of a timeline's events, set in one type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.screen.chart.labels import keeps_words_whole, set_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.locale import Locale
    from kiosk.text.multilingual import Said

BESIDE_GAP_U = 24
"""What is free between a date and the words beside it, in u."""
LEAST_SCALE = 0.3
"""Below this scale words may break, because they have to end up somewhere."""

_ANCHOR = 0.68
"""How far above a date's baseline the pearl is: at half the height of its digits."""
_DATE_WEIGHT = 700
_WEIGHT = 400


@dataclass(frozen=True)
class TimelineEvent:
    """What happened and when: in years for its place, in words for its date."""

    years: float
    date: str
    label: Said
    highlight: bool = False


@dataclass(frozen=True)
class EventType:
    """The roles and factors of dates and words; `beside` puts a date before its words.

    `air` is what has to be free between two events, in u.
    """

    date: str
    date_scale: float
    label: str
    beside: bool = False
    air: float = 14


EVENT_TYPES = (
    EventType("heading", 0.93, "lead"),
    EventType("lead", 1.0, "lead"),
    EventType("secondary", 1.0, "secondary"),
    EventType("secondary", 1.0, "secondary", beside=True),
    EventType("control", 1.0, "control"),
    EventType("kicker", 1.0, "kicker", beside=True),
    EventType("control", 1.0, "control", air=7),
)
"""From the one we like best to the smallest; the display face stays above 48 u."""

SMALLEST_TYPES = (
    EventType("kicker", 1.0, "kicker", beside=True, air=7),
    EventType("control", 1.0, "control", air=7),
)
"""What gets smaller where all of them are too large."""


@dataclass(frozen=True)
class EventText:
    """One event set: its date, its words, and how far below its top its pearl belongs."""

    date: Setting
    label: Setting
    beside: bool
    anchor: float

    @property
    def height(self) -> float:
        """In pixels, from the top of the date to the bottom of the words."""
        date, label = self.date.size.height(), self.label.size.height()
        return max(date, label) if self.beside else date + label


def set_events(
    events: Sequence[TimelineEvent],
    locale: Locale,
    look: Look,
    kind: EventType,
    *,
    width: float,
    most_for_dates: float,
    scale: float = 1.0,
) -> list[EventText] | None:
    """Set all events in one type; None where dates or words would have to be broken.

    They get `width` pixels, of which dates beside their words take `most_for_dates` at most.
    """
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
    widest = max(date.ink for date in dates)
    if kind.beside:
        if widest > most_for_dates:
            return None
        width -= widest + look.px(BESIDE_GAP_U)
    elif widest > width and scale > LEAST_SCALE:
        return None
    texts: list[EventText] = []
    for event, date in zip(events, dates, strict=True):
        words, language = event.label
        whole = keeps_words_whole(
            look, words, language=language, width=width / scale, role=kind.label
        )
        if not whole and scale > LEAST_SCALE:
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
        texts.append(EventText(date, label, kind.beside, date.first_baseline * _ANCHOR))
    return texts
