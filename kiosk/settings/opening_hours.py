"""Opening hours: when the screen is lit.  A wall clock is needed for nothing else but the night."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TypeAlias

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FIRST_PLAUSIBLE_YEAR = 2025
"""A clock that shows an earlier year has lost its battery and says nothing about the hour."""

Span: TypeAlias = tuple[int, int]
"""Minutes after midnight, from and to; `to` is larger than 1440 where it is past midnight."""

_WEEK = datetime.timedelta(days=7)
_DAY_MINUTES = 24 * 60
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")


@dataclass(frozen=True)
class OpeningHours:
    """The spans of each weekday, Monday first; None where nobody has said when it is open."""

    days: tuple[tuple[Span, ...], ...] | None = None

    @property
    def never(self) -> bool:
        """Whether every day is closed, which nobody means."""
        return self.days is not None and not any(self.days)

    def are_open(self, moment: datetime.datetime) -> bool:
        """Whether visitors are expected then; `moment` is the local time of the museum.

        A clock that is plainly wrong keeps the exhibit open: dark by mistake is worse.
        """
        if self.days is None or moment.year < FIRST_PLAUSIBLE_YEAR:
            return True
        minute = moment.hour * 60 + moment.minute
        today, yesterday = self.days[moment.weekday()], self.days[moment.weekday() - 1]
        return any(start <= minute < end for start, end in today) or any(
            minute < end - _DAY_MINUTES for _, end in yesterday
        )

    def opens_between(self, start: datetime.datetime, end: datetime.datetime) -> bool:
        """Whether there is an opening time after `start` and up to `end`."""
        minute = datetime.timedelta(minutes=1)
        moment = max(start, end - _WEEK)
        was_open = self.are_open(moment)
        while moment < end:
            moment += minute
            is_open = self.are_open(moment)
            if is_open and not was_open:
                return True
            was_open = is_open
        return False

    def minutes_left(self, moment: datetime.datetime, limit: int) -> int | None:
        """Minutes until it closes, rounded up; 0 when it is closed, None beyond `limit`."""
        for minutes in range(limit + 1):
            if not self.are_open(moment + datetime.timedelta(minutes=minutes)):
                return minutes
        return None


ALWAYS_OPEN = OpeningHours()


def parse_hours(text: str) -> tuple[Span, ...]:
    """Read `10:00-18:00`, `10:00-13:00, 14:00-18:00`, `always` or `closed`; raises ValueError."""
    written = text.strip().lower()
    if written in ("always", "closed"):
        return ((0, _DAY_MINUTES),) if written == "always" else ()
    return tuple(_span(part.strip(), text) for part in written.split(","))


def parse_time(text: str) -> datetime.time:
    """Read `04:30`; raises ValueError."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", text.strip())
    if not match:
        raise ValueError(f"{text!r} is not a time of the day")
    return datetime.time(int(match[1]), int(match[2]))


def _span(part: str, text: str) -> Span:
    match = _SPAN.fullmatch(part)
    if not match:
        raise ValueError(f"{text!r} has no hours")
    hours = [int(digits) for digits in match.groups()]
    start, end = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
    minutes_sound = hours[1] < 60 and hours[3] < 60
    if not minutes_sound or start >= _DAY_MINUTES or end > _DAY_MINUTES or start == end:
        raise ValueError(f"{text!r} has an hour that no day has")
    return start, end if end > start else end + _DAY_MINUTES
