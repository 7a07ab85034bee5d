"""What is shown for a time only: from one day on, until another one, or both."""

from __future__ import annotations

import calendar
import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.exhibit.model.values import WrittenDate


class Dated(Protocol):
    """What may have a first and a last day: a zone, a panel, a page of a story, a notice."""

    @property
    def shown_from(self) -> WrittenDate | None:
        """The first day on which it is shown; `from` in the file."""
        ...

    @property
    def until(self) -> WrittenDate | None:
        """The last day on which it is shown."""
        ...


def is_shown(dated: Dated, day: datetime.date) -> bool:
    """Whether it is shown on a day; both the first and the last day count."""
    return not is_to_come(dated, day) and not is_over(dated, day)


def is_to_come(dated: Dated, day: datetime.date) -> bool:
    """Whether its first day is after that one."""
    return dated.shown_from is not None and day < first_day(dated.shown_from)


def is_over(dated: Dated, day: datetime.date) -> bool:
    """Whether its last day is before that one."""
    return dated.until is not None and day > last_day(dated.until)


def first_day(date: WrittenDate) -> datetime.date:
    """The earliest day that a date may mean."""
    return datetime.date(date.year, date.month or 1, date.day or 1)


def last_day(date: WrittenDate) -> datetime.date:
    """The latest day that a date may mean."""
    month = date.month or 12
    day = date.day or calendar.monthrange(date.year, month)[1]
    return datetime.date(date.year, month, day)
