"""The rules for what is shown for a time only: what is over, what never comes, and empty days."""

from __future__ import annotations

import datetime
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.dated import first_day, is_over, is_shown, last_day
from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.model.notice import NOTICES_AT_ONCE
from kiosk.exhibit.on_day import changes_of, parts_of, zone_on
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.exhibit.model.dated import Dated
    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.notice import Notice
    from kiosk.exhibit.rules.zone_rules import ZoneFile
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location

_OVER = Rule(
    "over",
    severity=Severity.WARNING,
    why=(
        "What is shown `until` a day that is past is seen by nobody, and still has to be kept up "
        "to date and translated."
    ),
    file="zones/qianhai.yaml",
    wrong="kind: innovation-zone\nuntil: 2025-12-31",
    right="kind: innovation-zone",
)


def _over(until: str) -> Message:
    return _OVER.message(
        Phrase("nobody sees this any more: it was shown until {until}", until=until),
        "take it away, or write a later day",
    )


_NEVER_SHOWN = Rule(
    "never-shown",
    severity=Severity.WARNING,
    why=(
        "What ends before it begins is shown on no day, nor is a panel or page whose days its "
        "place or its panel is not there."
    ),
    file="zones/qianhai.yaml",
    wrong="kind: innovation-zone\nfrom: 2030-05-01\nuntil: 2030-04-30",
    right="kind: innovation-zone",
)


def _ends_before(until: str, begins: str) -> Message:
    return _NEVER_SHOWN.message(
        Phrase(
            "this ends ({until}) before it begins ({begins}), so nobody ever sees it",
            until=until,
            begins=begins,
        ),
        "write a day for `until` that is not before `from`",
    )


def _place_is_out(days: Phrase) -> Message:
    return _NEVER_SHOWN.message(
        Phrase("nobody ever sees this: the place that it belongs to is shown {days}", days=days),
        "write days on which both are there",
    )


def _panel_is_out(days: Phrase) -> Message:
    return _NEVER_SHOWN.message(
        Phrase("nobody ever sees this: the panel that it belongs to is shown {days}", days=days),
        "write days on which both are there",
    )


_EMPTY_DAY = Rule(
    "empty-day",
    severity=Severity.WARNING,
    why=(
        "On a day on which no place is shown, visitors stand before a map on which nothing can be "
        "touched."
    ),
    wrong="every place has an `until`, and after the last of them nothing is there",
    right="one place is shown without an end",
)


def _empty_day(first: str, last: str) -> Message:
    return _EMPTY_DAY.message(
        Phrase(
            "the exhibit is empty from {first} to {last}: no place is shown", first=first, last=last
        )
        if last
        else Phrase("the exhibit is empty from {first} on: no place is shown", first=first),
        "let a place be there on those days",
    )


_MANY_NOTICES = Rule(
    "many-notices",
    severity=Severity.WARNING,
    why="The map home shows three notices at most: of more on one day the last ones are not seen.",
    wrong="four notices without days",
    right="the three that matter, or each on its days",
)


def _many_notices(count: int, day: str) -> Message:
    return _MANY_NOTICES.message(
        Phrase(
            "{count} notices on {day}, of which the first {most} are shown",
            count=count,
            day=day,
            most=NOTICES_AT_ONCE,
        ),
        "leave some away, or write days on which each is shown",
    )


RULES = (_OVER, _NEVER_SHOWN, _EMPTY_DAY, _MANY_NOTICES)
"""The rules of this file."""


class _DatedPart(NamedTuple):
    """Something with days of its own, and where it is written."""

    dated: Dated
    at: Location
    around: Sequence[tuple[Dated, Callable[[Phrase], Message]]] = ()
    """What it belongs to, from the inside out, and what is said where that is not there."""


def check_days(zone_file: ZoneFile, today: datetime.date | None) -> Iterator[PlacedMessage]:
    """What of a zone is shown no more, and what never; without `today` nothing is over."""
    for part in _parts(zone_file.zone):
        message = _told(part, today)
        if message is not None:
            key = "until" if part.dated.until is not None else "from"
            place = zone_file.node.position((*part.at, key))
            yield message.at(zone_file.file, *place)


def check_notices(
    notices: Sequence[Notice], today: datetime.date | None
) -> Iterator[LocatedMessage]:
    """The same of the notices, and the first day to come on which there are too many."""
    for index, notice in enumerate(notices):
        message = _told(_DatedPart(notice, ()), today)
        if message is not None:
            key = "until" if notice.until is not None else "from"
            yield LocatedMessage(("notices", index, key), message)
    if today is None:
        return
    for day in sorted({today, *(day for day in changes_of(notices) if day > today)}):
        shown = [index for index, each in enumerate(notices) if is_shown(each, day)]
        if len(shown) > NOTICES_AT_ONCE:
            at = ("notices", shown[NOTICES_AT_ONCE])
            yield LocatedMessage(at, _many_notices(len(shown), str(day)))
            return


def empty_days(zones: Sequence[Zone], today: datetime.date) -> Message | None:
    """That there are days to come on which no place is shown; of several, the first."""
    if not zones:
        return None
    parts = chain.from_iterable(parts_of(zone) for zone in zones)
    days = sorted({today, *(day for day in changes_of(parts) if day > today)})
    filled = {day: any(zone_on(zone, day) is not None for zone in zones) for day in days}
    first = next((day for day in days if not filled[day]), None)
    if first is None:
        return None
    again = next((day for day in days if day > first and filled[day]), None)
    return _empty_day(str(first), "" if again is None else str(again - datetime.timedelta(days=1)))


def _parts(zone: Zone) -> Iterator[_DatedPart]:
    """Everything of a zone that may have days of its own."""
    yield _DatedPart(zone, ())
    for index, panel in enumerate(zone.panels):
        at: Location = ("panels", index)
        yield _DatedPart(panel, at, ((zone, _place_is_out),))
        for number, page in enumerate(panel.pages if panel.kind == "story" else ()):
            yield _DatedPart(
                page, (*at, "pages", number), ((panel, _panel_is_out), (zone, _place_is_out))
            )


def _told(part: _DatedPart, today: datetime.date | None) -> Message | None:
    dated = part.dated
    if dated.shown_from is None and dated.until is None:
        return None
    first, last = _days(dated)
    if last < first:
        return _ends_before(str(dated.until), str(dated.shown_from))
    for around, is_out in part.around:
        begins, ends = _days(around)
        if begins <= ends and (ends < first or last < begins):
            return is_out(_when(around))
    if today is not None and is_over(dated, today):
        return _over(str(dated.until))
    return None


def _days(dated: Dated) -> tuple[datetime.date, datetime.date]:
    """The first and the last day; those of the calendar where none is written."""
    begins, ends = dated.shown_from, dated.until
    first = datetime.date.min if begins is None else first_day(begins)
    return first, datetime.date.max if ends is None else last_day(ends)


def _when(dated: Dated) -> Phrase:
    begins, ends = str(dated.shown_from), str(dated.until)
    if dated.shown_from is None:
        return Phrase("until {ends}", ends=ends)
    if dated.until is None:
        return Phrase("from {begins} on", begins=begins)
    return Phrase("from {begins} until {ends}", begins=begins, ends=ends)
