"""What is said of a data layer: the value of one place, and how two places compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exhibit.model.values import WrittenDate
from kiosk.languages.figures import Figure, figure
from kiosk.languages.language import language as language_of
from kiosk.languages.numbers import date_words, number_words, ordinal_form
from kiosk.languages.ratios import Ratio, ratio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.exhibit.model.data_layer import DataLayer, ZoneValue
    from kiosk.exhibit.model.exhibit import Unit
    from kiosk.languages.words import Words

_UNSURE = ("more-than", "nearly")
"""Bounds of a value that may be anywhere on one side of its number."""


@dataclass(frozen=True)
class LayerSentences:
    """The sentences of one layer in one language; `name` gives the name of a zone in it."""

    layer: DataLayer
    unit: Unit
    language: str
    words: Words
    name: Callable[[str], str]

    def figure(self, point: ZoneValue) -> Figure:
        """The value as a phrase; one that was computed is about so much."""
        bound = point.bound or ("about" if self.layer.divide is not None else None)
        return figure(point.value, self.unit, self.language, self.words, bound=bound)

    def date(self, point: ZoneValue) -> str:
        """When the value held."""
        return date_words(self.layer.date(point), self.language)

    def reading(self, zone_id: str, year: int | None = None) -> str:
        """The value of a place with its date and its rank, or that there is none."""
        year = self.layer.opening_year if year is None else year
        point = self.layer.value(zone_id, year)
        if point is None:
            return self._say("layer_no_value", place=self.name(zone_id))
        said = self._say(
            "layer_value",
            place=self.name(zone_id),
            date=self.date(point),
            figure=self.figure(point).spoken,
        )
        rank = self.rank(zone_id, year)
        if rank:
            said = self._say("layer_value_and_rank", value=said, rank=rank)
        sentences = [self._say("sentence", words=said)]
        other = self.other_year(point, year)
        return self._joined([*sentences, other] if other else sentences)

    def missing(self, zone_id: str, year: int | None = None) -> str:
        """That a place has no value in a year, which keeps it from being compared; else empty."""
        year = self.layer.opening_year if year is None else year
        if year is None or self.layer.value(zone_id, year) is not None:
            return ""
        asked = date_words(WrittenDate(year), self.language)
        return self._say("layer_no_value_in", place=self.name(zone_id), date=asked)

    def rank(self, zone_id: str, year: int | None = None) -> str:
        """Its place among those that are counted alike: "2nd of 11"; empty where it has none."""
        rank = self.layer.rank(zone_id, year)
        if rank is None or rank.of == 1:
            return ""
        place = self._say(
            f"ordinal_{ordinal_form(rank.place, self.language)}", number=str(rank.place)
        )
        key = "rank_shared" if rank.shared else "rank_of"
        return self._say(key, rank=place, count=str(rank.of))

    def other_year(self, point: ZoneValue, year: int | None) -> str:
        """That a value is not of the year that was asked for; empty where it is."""
        date = self.layer.date(point)
        if year is None or date.year == year:
            return ""
        asked = date_words(WrittenDate(year), self.language)
        return self._say("layer_other_year", asked=asked, date=date_words(date, self.language))

    def comparison(self, first: str, second: str, year: int | None = None) -> str:
        """How two places compare in a year, or why they can't be compared.

        Empty where one of them has no value.
        """
        one, other = (self.layer.value(zone, year) for zone in (first, second))
        if one is None or other is None:
            return ""
        return self._joined(list(self._compared(one, other)))

    def instead(self, zone_id: str, other: str) -> str:
        """That a place has taken that of another one among the two that are compared."""
        return self._say("compare_instead", place=self.name(zone_id), other=self.name(other))

    def _compared(self, one: ZoneValue, other: ZoneValue) -> Iterator[str]:
        found = self._ratio(one, other)
        if found is not None and found.turned:
            one, other = other, one
        names = {"one": self.name(one.zone), "other": self.name(other.zone)}
        if not self.layer.comparable(one, other):
            yield self._say("compare_never", **names)
            return
        unsure = any(each.bound in _UNSURE for each in (one, other))
        if found is None:
            yield self._higher(one, other)
        elif unsure and found.kind in ("same", "alike", "more"):
            yield self._say("compare_unclear", **names)
        else:
            yield self._worded(found, one, other)
        if self.layer.date(one).year != self.layer.date(other).year:
            dates = {"date_one": self.date(one), "date_other": self.date(other)}
            yield self._say("compare_dates", **names, **dates)

    def _ratio(self, one: ZoneValue, other: ZoneValue) -> Ratio | None:
        """How the values compare; None where one is nothing or less, which has no multiples."""
        if one.number == other.number:
            return Ratio("same")
        if min(one.number, other.number) <= 0:
            return None
        return ratio(one.number, other.number, per_cent="%" not in self._phrase)

    def _higher(self, one: ZoneValue, other: ZoneValue) -> str:
        lower, higher = sorted((one, other), key=lambda each: each.number)
        names = {"one": self.name(higher.zone), "other": self.name(lower.zone)}
        return self._say("compare_higher", **names, what=self._title)

    def _worded(self, found: Ratio, one: ZoneValue, other: ZoneValue) -> str:
        things = self._things
        kind = "count" if things else "measure"
        values = {
            "one": self.name(one.zone),
            "other": self.name(other.zone),
            "what": things or self._title,
        }
        key = f"compare_{kind}_{found.kind}"
        if found.kind in ("same", "alike"):
            return self._say(key, **values)
        said = self._amount(found)
        # Of figures that are themselves about so much, nothing can be said exactly.
        if found.approximation == "nearly":
            said = self._say("nearly_drawn", figure=said)
        elif found.approximation == "about" or self._is_rough(one, other):
            said = self._say("about_drawn", figure=said)
        return self._say(key, **values, ratio=said)

    def _is_rough(self, *points: ZoneValue) -> bool:
        """Whether one of these values is about so much."""
        return self.layer.divide is not None or any(each.bound for each in points)

    def _amount(self, found: Ratio) -> str:
        if found.name:
            return self._say(f"ratio_{found.name}")
        number = number_words(found.number, self.language)
        return self._say("ratio_per_cent" if found.kind == "more" else "ratio_times", number=number)

    @property
    def _phrase(self) -> str:
        return self.unit.phrase.words_in(self.language)

    @property
    def _title(self) -> str:
        """The layer's title inside a sentence: "population", but "GDP per person"."""
        title = self.layer.title.words_in(self.language)
        return title[:1].lower() + title[1:] if title[1:2].islower() else title

    @property
    def _things(self) -> str:
        """What is counted, in the plural, or in Chinese the title; empty for what is measured."""
        if self.unit.kind != "count":
            return ""
        if language_of(self.language).chinese:
            return self._title
        before, _, after = self._phrase.partition("{n}")
        return "" if before.strip() else after.strip()

    def _say(self, key: str, **values: str) -> str:
        return self.words.say(key, self.language, **values)

    def _joined(self, sentences: Sequence[str]) -> str:
        """Sentences behind each other; Chinese ones without a space."""
        return ("" if language_of(self.language).chinese else " ").join(sentences)


def calculation(layer: DataLayer, layers: Sequence[DataLayer], language: str, words: Words) -> str:
    """How the values of a layer were calculated; empty where sources state them."""
    if layer.calculated is not None:
        return layer.calculated.words_in(language)
    titles = {each.id: each.title.words_in(language) for each in layers}
    if layer.divide is None or any(part not in titles for part in layer.divide):
        return ""
    upper, lower = (titles[part] for part in layer.divide)
    return words.say("layer_quotient", language, upper=upper, lower=lower)
