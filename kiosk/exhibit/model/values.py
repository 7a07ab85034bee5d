"""Figures and dates as a curator writes them: exact, and as precise as written."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

MULTIPLIERS = {
    "": Decimal(1),
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
MOST_DIGITS, MOST_DECIMALS = 18, 9
_NUMBER = re.compile(
    rf"(?P<digits>[-−]?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,{MOST_DIGITS}}})(?:\.\d{{1,{MOST_DECIMALS}}})?)"
    r"(?:\s+(?P<multiplier>thousand|million|billion|trillion))?"
)
_DATE = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_CALENDAR = (
    r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])|-(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])"
    r"|-(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|-02-(?:0[1-9]|[12]\d))?"
)
"""What `_DATE` and the calendar allow, for editors; they can't tell leap years."""


@total_ordering
@dataclass(frozen=True)
class WrittenDate:
    """A day, a month or a year: only as precise as it was written.

    In order, a year comes before its months and a month before its days.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, written: str) -> WrittenDate:
        """Read `2024`, `2024-06` or `2024-06-16`; ValueError says what is wrong."""
        match = _DATE.fullmatch(written.strip())
        if not match:
            raise ValueError(f"{written!r} is not a date: write 2024, 2024-06 or 2024-06-16")
        year, month, day = (int(part) if part else None for part in match.group(1, 2, 3))
        assert year is not None
        try:
            datetime.date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            raise ValueError(f"{written!r} is not a day of the calendar") from None
        return cls(year, month, day)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, WrittenDate):
            return NotImplemented
        return self._parts < other._parts

    @property
    def _parts(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    @property
    def years(self) -> float:
        """Its position on a time axis, in years; the middle of what it leaves open."""
        month = 6.5 if self.month is None else self.month - 1 + ((self.day or 15) - 1) / 31
        return self.year + (0.5 if self.month is None else month / 12)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _parsed_by(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: object) -> dict[str, Any]:
        pattern = _for_editors(_CALENDAR)
        return {"type": ["string", "integer"], "minimum": 1000, "maximum": 2999, "pattern": pattern}


@dataclass(frozen=True)
class Value:
    """A figure as written: an exact number, or a date where the unit is one.

    `number` is None for what can only be a date, `date` is None for what can only be a number.
    """

    written: str
    number: Decimal | None
    date: WrittenDate | None

    @classmethod
    def parse(cls, written: str) -> Value:
        """Read `1195`, `1,195`, `4.2 billion` or `2014-12-07`; ValueError says what is wrong."""
        text = written.strip()
        match = _NUMBER.fullmatch(text)
        number = None
        if match:
            digits = match["digits"].replace(",", "").replace("−", "-")
            number = Decimal(digits) * MULTIPLIERS[match["multiplier"] or ""]
        try:
            date = WrittenDate.parse(text)
        except ValueError:
            date = None
        if number is None and date is None:
            raise ValueError(
                f"{written!r} is not a figure: write 1195, 1,195, 4.2 billion or 2014-12-07"
            )
        return cls(text, number, date)

    @classmethod
    def of(cls, number: Decimal | int) -> Value:
        """A computed figure."""
        return cls(str(number), Decimal(number), None)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _parsed_by(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: object) -> dict[str, Any]:
        pattern = _for_editors(f"{_NUMBER.pattern}|{_CALENDAR}")
        return {"type": ["string", "number"], "pattern": pattern}


def _for_editors(pattern: str) -> str:
    """The pattern in the dialect of JSON Schema, where `\\d` is ASCII and groups have no names."""
    plain = re.sub(r"\(\?P<\w+>", "(", pattern).replace(r"\d", "[0-9０-９]")
    return rf"^\s*(?:{plain})\s*$"


def _parsed_by(written_type: type[WrittenDate] | type[Value]) -> CoreSchema:
    from pydantic_core import core_schema

    def read(found: object, checked: Callable[[object], str]) -> object:
        return found if isinstance(found, written_type) else written_type.parse(checked(found))

    return core_schema.no_info_wrap_validator_function(read, core_schema.str_schema())
