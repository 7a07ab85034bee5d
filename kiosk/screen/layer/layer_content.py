"""What the screen says of a data layer in one year: rows, classes, dates and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.exhibit.model.layer_classes import LayerClasses
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.languages.layer_sentences import LayerSentences, calculation
from kiosk.languages.numbers import date_words, one_scale
from kiosk.screen.chart.unit_caption import counted_in, without_words
from kiosk.screen.map.map_shading import ShadedZone, Shading

if TYPE_CHECKING:
    from kiosk.exhibit.model.data_layer import DataLayer, ZoneValue
    from kiosk.languages.figures import Figure
    from kiosk.languages.numbers import Scale
    from kiosk.screen.locale import Locale


_MOST_GAPS = 2
"""So many zones without a value have a row each."""

_ENDS = tuple(".!?…。！？")


@dataclass(frozen=True)
class LayerRow:
    """A zone in the ranking; without a `value` it has none that could be shown.

    `digits` are its number in the scale that all rows share, `said` the whole of it in words, and
    `other_year` is the year of a value that is not of the one that was asked for.
    """

    zone: str
    name: str
    value: float | None = None
    shade: int | None = None
    digits: str = ""
    said: str = ""
    rank: str = ""
    other_year: str = ""


@dataclass(frozen=True)
class LegendClass:
    """A class of the legend: where it ends, in digits, and what it is in words.

    `upper` is empty for the highest class.
    """

    number: int
    upper: str
    said: str
    zones: tuple[str, ...]


@dataclass(frozen=True)
class LayerContent:
    """A data layer in one of its years, in one language."""

    layer: DataLayer
    locale: Locale
    year: int | None

    @classmethod
    def of(cls, layer: DataLayer, locale: Locale, year: str = "") -> LayerContent:
        """In the year that was asked for, or else in the one in which the layer opens."""
        years = layer.years
        asked = int(year) if year else layer.opening_year
        if asked is not None and years:
            asked = max(years[0], min(asked, years[-1]))
        return cls(layer, locale, asked)

    def prepare(self) -> None:
        """Word everything that a first look needs; it touches no widget, so a thread can do it."""
        # Each is kept once it has been asked for.
        _ = self.legend, self.unit_words

    @property
    def title(self) -> str:
        """What the layer shows."""
        return self.locale.text(self.layer.title)

    @cached_property
    def sentences(self) -> LayerSentences:
        """What is said of places and of pairs of them."""
        unit = self.locale.exhibit.units[self.layer.unit]
        locale = self.locale
        return LayerSentences(self.layer, unit, locale.language, locale.words, self._in_sentence)

    def _in_sentence(self, zone: str) -> str:
        """A zone's own name: what the map calls it may need an article, as "RAE de Macau" does."""
        return self.locale.place_name(zone) or zone

    def name(self, zone: str) -> str:
        """What a zone is called on the map."""
        found = self.locale.exhibit.zone(zone)
        if found is not None and found.map.label is not None:
            return self.locale.text(found.map.label)
        return self.locale.place_name(zone) or zone

    @cached_property
    def classes(self) -> LayerClasses:
        """The classes, of the values of all years: a shade means the same in each."""
        steps = [step.number for step in self.layer.steps or () if step.number is not None]
        return LayerClasses.of((point.number for point in self.layer.points), steps or None)

    @cached_property
    def _scale(self) -> Scale:
        numbers = [point.number for point in self.layer.points]
        return one_scale([*numbers, *self.classes.ends], self.locale.language)

    @cached_property
    def _values(self) -> tuple[ZoneValue, ...]:
        return self.layer.values(self.year)

    def figure(self, value: Value, bound: str | None = None) -> Figure:
        """A value in the scale of the layer."""
        return self.locale.figure(value, self.layer.unit, bound=bound, scale=self._scale)

    def digits(self, point: ZoneValue) -> str:
        """Its number without the words that the caption says for all."""
        return without_words(self.figure(point.value, point.bound)).drawn

    @cached_property
    def unit_words(self) -> str:
        """In what the numbers are counted: "million people"; empty for shares."""
        largest = max(self.layer.points, key=lambda point: point.number, default=None)
        return "" if largest is None else counted_in(self.figure(largest.value))

    @property
    def year_words(self) -> str:
        """The year that is shown."""
        return "" if self.year is None else self.in_year(self.year)

    def in_year(self, year: int) -> str:
        """A year in words."""
        return date_words(WrittenDate(year), self.locale.language)

    @property
    def caption(self) -> str:
        """Unit and year, as one line."""
        parts = [self.unit_words, self.year_words]
        return " · ".join(filter(None, parts))

    @cached_property
    def rows(self) -> tuple[LayerRow, ...]:
        """The zones from the highest value down, then those that have none."""
        ranked = tuple(map(self._row, self._values))
        missing = [zone for zone in self._known if zone not in {row.zone for row in ranked}]
        return (*ranked, *(LayerRow(zone, self.name(zone)) for zone in missing))

    def row(self, zone: str) -> LayerRow | None:
        """The row of a zone."""
        return next((row for row in self.rows if row.zone == zone), None)

    @property
    def _known(self) -> tuple[str, ...]:
        """The zones of the layer, and the cities of the exhibit that it has no value of."""
        cities = (zone.id for zone in self.locale.exhibit.zones if zone.kind == "city")
        return tuple(dict.fromkeys((*self.layer.zones, *cities)))

    def _row(self, point: ZoneValue) -> LayerRow:
        date = self.layer.date(point)
        return LayerRow(
            point.zone,
            self.name(point.zone),
            float(point.number),
            self.classes.number(point.number),
            self.digits(point),
            self.figure(point.value, point.bound).spoken,
            self.sentences.rank(point.zone, self.year),
            "" if date.year == self.year else self.in_year(date.year),
        )

    @cached_property
    def legend(self) -> tuple[LegendClass, ...]:
        """The classes from the lowest on."""
        ends = [self.figure(Value.of(end)) for end in self.classes.ends]
        found = []
        for number in range(self.classes.count):
            zones = tuple(row.zone for row in self.rows if row.shade == number)
            upper = without_words(ends[number]).drawn if number < len(ends) else ""
            found.append(LegendClass(number, upper, self._class_words(number, ends), zones))
        return tuple(found)

    def _class_words(self, number: int, ends: list[Figure]) -> str:
        say = self.locale.say
        if not ends:
            return self.unit_words
        if number == 0:
            return say("class_below", figure=ends[0].spoken)
        if number == len(ends):
            return say("class_from", figure=ends[-1].spoken)
        lower, upper = without_words(ends[number - 1]).drawn, ends[number].spoken
        return say("class_between", lower=lower, upper=upper)

    @property
    def listed(self) -> tuple[LayerRow, ...]:
        """The rows of the ranking: many zones without a value are told in a sentence instead."""
        known = tuple(row for row in self.rows if row.value is not None)
        few = len(self.rows) - len(known) <= _MOST_GAPS
        return self.rows if few else known

    @property
    def unlisted(self) -> str:
        """The zones that have no value and no row, in a sentence; empty where there are none."""
        names = [row.name for row in self.rows if row not in self.listed]
        if not names:
            return ""
        places = self.locale.words.joined(
            names, self.locale.language, more="list_more", last="list_pair"
        )
        return self.locale.say("no_value_for", places=places)

    @property
    def unlisted_count(self) -> str:
        """How many zones these are, in a sentence that is short however many there are."""
        count = len(self.rows) - len(self.listed)
        return self.locale.say("no_value_for_many", count=str(count)) if count else ""

    @property
    def has_gaps(self) -> bool:
        """Whether a zone has no value in this year."""
        return any(row.value is None for row in self.rows)

    @property
    def note(self) -> str:
        """What has to be known of the figures: how they came about, and their caveat."""
        layers = self.locale.exhibit.layers
        made = calculation(self.layer, layers, self.locale.language, self.locale.words)
        caveat = "" if self.layer.caveat is None else self.locale.text(self.layer.caveat)
        chinese = self.locale.language.startswith("zh")
        return ("" if chinese else " ").join(filter(None, (made, caveat)))

    @property
    def break_notes(self) -> tuple[str, ...]:
        """Each change of method with the year from which it holds, each a sentence."""
        return tuple(
            self.locale.say(
                "labelled",
                label=date_words(step.before, self.locale.language),
                figure=_ended(self.locale.text(step.note), self.locale.language),
            )
            for step in self.layer.breaks
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """All that is to be known of the figures, each note by itself."""
        return tuple(filter(None, (self.unlisted, self.note, *self.break_notes)))

    def shading(self, seats: tuple[str, ...], alone: int | None) -> Shading:
        """The same as shades of the map; what is pinned has these seats."""
        zones = tuple(
            ShadedZone(row.zone, row.shade, row.digits, row.other_year) for row in self.rows
        )
        shown = {row.zone for row in self.rows}
        kept = tuple(zone for zone in seats if not zone or zone in shown)[:2]
        return Shading(zones, self.classes.count, alone, kept)

    def spoken(self, zone: str) -> str:
        """The value of a zone in words, with its rank: for those who can't see the map."""
        row = self.row(zone)
        if row is None:
            return ""
        if row.value is None:
            return self.locale.say("no_value")
        return ", ".join(filter(None, (row.said, row.other_year, row.rank)))

    def readings(self, pinned: tuple[str, ...]) -> tuple[str, ...]:
        """The sentences of what is pinned, and how two of them compare."""
        said = [self.sentences.reading(zone, self.year) for zone in pinned]
        if len(pinned) == 2:
            said.append(self.sentences.comparison(*pinned, self.year))
        return tuple(filter(None, said))


def _ended(words: str, language: str) -> str:
    """A note as a sentence: on charts, where it is a label, it has no full stop."""
    if words.endswith(_ENDS):
        return words
    return words + ("。" if language.startswith("zh") else ".")
