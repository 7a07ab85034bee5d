"""A data layer: a value for each place of the map and each year, by which the map is shaded."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from pydantic import Field

from kiosk.exhibit.model.parts import Id, LayerId, Model, SourceIds, UnitId, ZoneId, ZoneIds
from kiosk.exhibit.model.points import Break, Columns
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from decimal import Decimal

CARRIED_YEARS = 3
"""So many years a value stands for a year that has none; an older one says too little of it."""

MOST_VALUES = 2_000
"""So many values a layer has: sixty zones in more than thirty years."""

MOST_STEPS = 6
"""So many ends between classes: seven classes are the most that the eye can match to a legend."""


class ZoneValue(Model):
    """The value of one zone, at a date of its own or at that of the whole layer."""

    is_row: ClassVar[bool] = True

    zone: ZoneId
    value: Value
    at: WrittenDate | None = None
    bound: Literal["more-than", "about", "nearly"] | None = None

    @property
    def number(self) -> Decimal:
        """The value as a number; a layer that has been read holds nothing else."""
        assert self.value.number is not None
        return self.value.number


class Rank(NamedTuple):
    """The place of a value among so many, from 1 for the highest; equal ones share a place."""

    place: int
    of: int
    shared: bool = False


class DataLayer(Model):
    """What the map shows of every zone that has a value.

    The points are written here, read from a table, or are what `divide` makes of two other
    layers; once the exhibit has been read, all of them have a date.  `steps` are the ends between
    the classes of the shades, else round ones are found.  The zones that are `apart` are counted in
    another way than the rest, as the caveat says: they are shown and never compared.
    """

    id: Id
    title: Text
    unit: UnitId
    source: SourceIds = ()
    as_of: WrittenDate | None = None
    opens_at: WrittenDate | None = None
    caveat: Text | None = None
    calculated: Text | None = None
    breaks: tuple[Break, ...] = Field(default=(), max_length=20)
    apart: ZoneIds = ()
    points: tuple[ZoneValue, ...] = Field(default=(), max_length=MOST_VALUES)
    data: Columns | None = None
    divide: tuple[LayerId, ...] | None = Field(default=None, min_length=1, max_length=2)
    steps: tuple[Value, ...] | None = Field(default=None, min_length=1, max_length=MOST_STEPS)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a value, ascending."""
        return tuple(sorted({self.date(point).year for point in self.points}))

    @property
    def opening_year(self) -> int | None:
        """The year that is shown first: the one that is written, else the one that says something
        of most zones, without the years before if it can, and the latest of those."""
        if self.opens_at is not None:
            return self.opens_at.year
        return max(self.years, key=self._told_in, default=None)

    def _told_in(self, year: int) -> tuple[int, int, int]:
        """Of how many zones a year says something, of how many by itself, and the year."""
        values = self.values(year)
        return len(values), sum(self.date(each).year == year for each in values), year

    @property
    def zones(self) -> tuple[str, ...]:
        """The zones that have a value in any year, in the layer's order."""
        return tuple(dict.fromkeys(point.zone for point in self.points))

    def date(self, point: ZoneValue) -> WrittenDate:
        """When the value of a point held."""
        found = point.at or self.as_of
        assert found is not None
        return found

    def value(self, zone_id: str, year: int | None = None) -> ZoneValue | None:
        """The value of a zone in a year, else its latest of the few years before.

        Without a year it is that of the opening year.  What a change of method separates from the
        year is no value for it.
        """
        return self._told(year).get(zone_id)

    def values(self, year: int | None = None) -> tuple[ZoneValue, ...]:
        """The values of all zones in a year, the highest first."""
        return tuple(sorted(self._told(year).values(), key=lambda each: -each.number))

    def history(self, zone_id: str) -> tuple[ZoneValue, ...]:
        """All values of a zone, the earliest first."""
        found = [point for point in self.points if point.zone == zone_id]
        return tuple(sorted(found, key=self.date))

    def rank(self, zone_id: str, year: int | None = None) -> Rank | None:
        """The place of a zone in a year; None where it has no value or is counted apart."""
        ranked = {
            each.zone: each.number for each in self.values(year) if each.zone not in self.apart
        }
        if zone_id not in ranked:
            return None
        numbers = Counter(ranked.values())
        number = ranked[zone_id]
        higher = sum(count for other, count in numbers.items() if other > number)
        return Rank(higher + 1, len(ranked), shared=numbers[number] > 1)

    def comparable(self, one: ZoneValue, other: ZoneValue) -> bool:
        """Whether both were counted in one way: no change of method lies between them."""
        kinds = {each.zone in self.apart for each in (one, other)}
        return kinds == {False} and self._method(one) == self._method(other)

    def _told(self, year: int | None) -> dict[str, ZoneValue]:
        """The value of each zone that has one for a year, in the layer's order."""
        year = self.opening_year if year is None else year
        if year is None:
            return {}
        method = self._method_of(year)
        latest: dict[str, ZoneValue] = {}
        for point in self.points:
            date = self.date(point)
            if not 0 <= year - date.year <= CARRIED_YEARS or self._method(point) != method:
                continue
            other = latest.get(point.zone)
            if other is None or date > self.date(other):
                latest[point.zone] = point
        return latest

    def _method(self, point: ZoneValue) -> int:
        """Which of the methods that the breaks separate gave this value, from 0."""
        return sum(step.before.years <= self.date(point).years for step in self.breaks)

    def _method_of(self, year: int) -> int:
        """The method of the latest value of the year, or else of its beginning."""
        return max(
            (self._method(point) for point in self.points if self.date(point).year == year),
            default=sum(step.before.year <= year for step in self.breaks),
        )
