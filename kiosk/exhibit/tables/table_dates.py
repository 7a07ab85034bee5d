"""Dates in tables, whichever way a spreadsheet writes them: `2024/6`, `2024年6月`, `民國113年6月`.

`1/6/2024` is another day in another country, so a column is read as a whole: one date that can
only be read one way decides for all of them.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.number_words import MONTHS
from kiosk.exhibit.model.values import WrittenDate
from kiosk.exhibit.tables import table_messages
from kiosk.text.invisible import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.exhibit.tables.cell import Cell
    from kiosk.text.messages import Message

FIRST_DAY = datetime.date(1899, 12, 30)
"""Day 0 of Excel's dates after February 1900, https://support.microsoft.com/office/date-systems."""

_REPUBLIC = 1911
"""The year before the first of the Republic, from which Taiwan counts."""

_YEARS_OF_THE_REPUBLIC = range(50, 200)
"""Such a year without a name of its era may be one; smaller numbers may be anything."""

_LONGEST = 40
_COUNTED_DAYS = range(10_000, 80_000)
"""The days from 1927 to 2119: such a number is more likely a date than anything else."""

_TIME = (
    r"(?:[T ]+\d{1,2}[:時时]\d{2}(?:[:分]\d{2}(?:[.,]\d+)?秒?|分)?(?: ?[AaPp][Mm])?"
    r"(?:Z|[+-]\d{2}:?\d{2})?)?"
)
"""The time of day, which no date of the exhibit has."""

_ERA = r"(?:(?:中華|中华)?(?:民國|民国))?"
_NUMERAL = "[〇零○一二三四五六七八九十]"
_DIGITS = {
    **{sign: value for value, sign in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "○": 0,
}
_CHINESE = re.compile(
    rf"(?P<era>{_ERA}) ?(?P<year>\d{{1,4}}|{_NUMERAL}{{1,5}}) ?年"
    rf"(?: ?(?P<month>\d{{1,2}}|{_NUMERAL}{{1,2}}) ?月"
    rf"(?: ?(?P<day>\d{{1,2}}|{_NUMERAL}{{1,3}}) ?[日号號])?)?(?: ?(?:星期|週|周).)?{_TIME}"
)
_YEAR_FIRST = re.compile(
    rf"(?P<era>{_ERA}) ?(?P<year>\d{{1,4}})(?P<sign>[-/.])(?P<month>\d{{1,2}})"
    rf"(?:(?P=sign)(?P<day>\d{{1,2}}))?{_TIME}"
)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})(?P<sign>[-/.])(\d{{1,2}})(?P=sign)(\d{{4}}){_TIME}")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_RUN_TOGETHER = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})?")
_IN_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?: de)?[ -])?(?P<month>[^\W\d_]+)\.?(?: de)?[ -]"
    r"(?:(?P<day_after>\d{1,2})(?:st|nd|rd|th)?, )?(?P<year>\d{4}|\d{2})",
)
_MONTHS = {
    **{word: number for words in MONTHS.values() for word, number in words.items()},
    **{word[:3]: number for words in MONTHS.values() for word, number in words.items()},
    "sept": 9,
}
"""Names of months and what is left of them; no two of these languages disagree about one."""


class _DayOrMonth(NamedTuple):
    """A date such as 1/6/2024: two numbers of which either may be the month."""

    first: int
    second: int
    year: int

    def read(self, *, day_first: bool) -> WrittenDate | None:
        day, month = (self.first, self.second) if day_first else (self.second, self.first)
        return _date(self.year, month, day)


def read_dates(cells: Sequence[Cell]) -> Iterator[WrittenDate | Message | None]:
    """For each cell of a column its date or what is wrong with it.

    None is a date that can't be read because of an unclear one before it: one question is
    enough.
    """
    found = [_read(cell) for cell in cells]
    decided, first = _decided(cells, found)
    asked = False
    for cell, each in zip(cells, found, strict=True):
        if not isinstance(each, _DayOrMonth):
            yield each
            continue
        readings = {way: each.read(day_first=way) for way in (True, False)}
        sound = sorted({str(date) for date in readings.values() if date is not None})
        if not sound:
            yield table_messages.bad_cell_date(cell.text)
        elif decided is None and len(sound) > 1:
            yield None if asked else table_messages.unclear_date(cell.text, sound)
            asked = True
        else:
            chosen = readings[True if decided is None else decided]
            yield chosen or table_messages.other_order(cell.text, first)


def dates_meant(text: str) -> tuple[str, ...]:
    """The dates, as our files write them, that a text outside of any table may mean."""
    match = _YEAR_LAST.fullmatch(text)
    if match:
        either = _DayOrMonth(*map(int, match.group(1, 3, 4)))
        found = {either.read(day_first=way) for way in (True, False)}
        return tuple(sorted(str(date) for date in found if date is not None))
    whole = _whole(text)
    return (str(whole),) if whole is not None else ()


def _decided(cells: Sequence[Cell], found: Sequence[object]) -> tuple[bool | None, str]:
    """Whether days come before months in this column, and the cell that tells; or None."""
    for cell, each in zip(cells, found, strict=True):
        if isinstance(each, _DayOrMonth):
            day_first, month_first = (each.read(day_first=way) for way in (True, False))
            if (day_first is None) != (month_first is None):
                return day_first is not None, cell.text
    return None, ""


def _read(cell: Cell) -> WrittenDate | _DayOrMonth | Message:
    text = plain(unicodedata.normalize("NFKC", plain(cell.text).replace("○", "〇")))
    if len(text) > _LONGEST:
        return table_messages.bad_cell_date(cell.text)
    year_last = _YEAR_LAST.fullmatch(text)
    if year_last:
        first, second, year = map(int, year_last.group(1, 3, 4))
        return _DayOrMonth(first, second, year)
    unclear = _unclear(text)
    if unclear:
        return table_messages.unclear_date(cell.text, unclear)
    return _whole(text) or table_messages.bad_cell_date(cell.text, _advice(text))


def _whole(text: str) -> WrittenDate | None:
    """A date that can only be read one way."""
    try:
        return WrittenDate.parse(text)
    except ValueError:
        pass
    match = _CHINESE.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if match:
        counted = _year(match)
        month, day = (_number(part) if part else None for part in match.group("month", "day"))
        return None if counted is None else _date(counted, month, day)
    match = _RUN_TOGETHER.fullmatch(text)
    if match:
        return _date(int(match["year"]), int(match["month"]), int(match["day"] or 0) or None)
    match = _MONTH_AND_YEAR.fullmatch(text)
    if match:
        return _date(int(match[2]), int(match[1]), None)
    match = _IN_WORDS.fullmatch(text.lower())
    if match and len(match["year"]) == 4 and match["month"] in _MONTHS:
        written_day = match["day"] or match["day_after"]
        day = int(written_day) if written_day else None
        return _date(int(match["year"]), _MONTHS[match["month"]], day)
    return None


def _unclear(text: str) -> tuple[str, ...]:
    """The dates that a text may mean where nothing in its column could decide."""
    # Excel takes 2024.10 for a number and drops the nought.
    match = re.fullmatch(r"([12]\d{3})\.1", text)
    return (f"{match[1]}-01", f"{match[1]}-10") if match else ()


def _advice(text: str) -> str:
    """What to do about a text that is no date but looks like one to a spreadsheet or in Taiwan."""
    if text.isascii() and text.isdigit() and int(text) in _COUNTED_DAYS:
        return table_messages.counted_days(str(FIRST_DAY + datetime.timedelta(int(text))))
    words = _IN_WORDS.fullmatch(text.lower())
    if words and len(words["year"]) == 2 and words["month"] in _MONTHS and not words["day"]:
        date = f"20{words['year']}-{_MONTHS[words['month']]:02d}"
        return table_messages.short_year(words["year"], date)
    match = _CHINESE.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    year = _number(match["year"]) if match else 0
    if match and year in _YEARS_OF_THE_REPUBLIC:
        month, day = (_number(part) if part else None for part in match.group("month", "day"))
        meant = _date(year + _REPUBLIC, month, day)
        return table_messages.other_calendar(str(meant)) if meant else ""
    return ""


def _year(match: re.Match[str]) -> int | None:
    year = _number(match["year"])
    if match["era"]:
        return year + _REPUBLIC
    return year if year >= 1000 else None


def _number(written: str) -> int:
    """A number in digits, or in Chinese: 二〇二四, 十二, 三十一."""
    if written.isdecimal():
        return int(written)
    if "十" not in written:
        return int("".join(str(_DIGITS[sign]) for sign in written))
    tens, _, ones = written.partition("十")
    ten = _DIGITS.get(tens, 0) if tens else 1
    return ten * 10 + (_DIGITS.get(ones, 0) if ones else 0)


def _date(year: int, month: int | None, day: int | None) -> WrittenDate | None:
    try:
        return WrittenDate.parse(str(WrittenDate(year, month, day)))
    except ValueError:
        return None
