"""The rule that one figure is one number, wherever a place says it: fact, chart and sentence.

Nobody but a reader knows what a sentence means, so only two things are remarked on: a chart and a
fact that are named alike, and a number in a text that is none of the place's figures but nearly
one of them, as where a figure was changed and its sentence forgotten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.written_numbers import numbers_in
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.exhibit.model.exhibit import ChartPanel, Fact, FactsPanel, Series, StoryPanel
    from kiosk.exhibit.model.values import Value, WrittenDate
    from kiosk.exhibit.model.written_numbers import WrittenNumber
    from kiosk.exhibit.rules.zone_rules import ZoneFile
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.multilingual import Text
    from kiosk.text.yaml_source import Location

    Panel = ChartPanel | FactsPanel | StoryPanel

_DIFFERENT_FIGURES = Rule(
    "different-figures",
    severity=Severity.WARNING,
    why=(
        "A figure that was changed in one place and not in the other makes two truths. A chart "
        "is compared with the facts of its place that are named alike, and the numbers of a "
        "text with the figures beside them where they are nearly the same."
    ),
    file="zones/qianhai.yaml",
    wrong="  of: 1295",
    right="  of: 1195",
)


def _different_figure(written: str, other: str, called: str) -> Message:
    """`called` is what says otherwise."""
    return _DIFFERENT_FIGURES.message(
        f"{shortened(written)} here, but {shortened(other)} in {called}",
        "write one figure in both, or say what each counts",
    )


RULES = (_DIFFERENT_FIGURES,)
"""The rules of this file."""


LEAST_DIGITS = 3
"""Numbers of fewer digits are too often near each other: 35 and 36."""

NEAR = Decimal("0.1")
"""A part of a whole and a number in its sentence that differ by less are meant to be one."""

_YEARS = range(1800, 2101)
_ANY_SERIES = frozenset({"all", "first", "second", "part"})
"""Ids of series that say nothing about what is counted."""
_PERCENT = re.compile(r"\s*(?:%|％|per\s?cent|por cento)", re.IGNORECASE)


class _Figure(NamedTuple):
    """A figure of a place, and how a message names it; `is_part`: a part of a whole, or a whole."""

    value: Value
    number: Decimal
    unit: str | None
    as_of: WrittenDate | None
    location: Location
    called: str
    is_part: bool = False


def compare_figures(zone_file: ZoneFile) -> Iterator[PlacedMessage]:
    """What differs among the figures of one place, and in what its texts say of them."""
    place = _Place(zone_file)
    yield from place.charts_against_facts()
    yield from place.texts_against_figures()


@dataclass
class _Place:
    zone_file: ZoneFile

    def __post_init__(self) -> None:
        zone = self.zone_file.zone
        self._figures = {
            index: tuple(_figures_of(panel, ("panels", index)))
            for index, panel in enumerate(zone.panels)
        }
        self._facts = [
            (fact, panel.as_of if fact.as_of is None else fact.as_of, index)
            for index, panel in enumerate(zone.panels)
            if panel.kind == "facts"
            for fact in panel.facts
            if fact.value.number is not None
        ]

    def charts_against_facts(self) -> Iterator[PlacedMessage]:
        """The figures of charts that a fact named alike has otherwise."""
        for index, panel in enumerate(self.zone_file.zone.panels):
            if panel.kind != "chart":
                continue
            wholes: list[Fact] = []
            for place, series in enumerate(panel.series):
                at = ("panels", index, "series", place)
                for value, date, inside in _last_values(series, panel):
                    fact = self._fact_of(series, panel, date)
                    if fact is None:
                        continue
                    if fact.value.number != value.number:
                        yield self._differs(value, fact, (*at, *inside))
                for fact in self._parts(series, panel):
                    named = self._named(fact.part_of, panel.as_of)
                    wholes += [whole for whole in named if whole not in wholes]
            if panel.of is not None and len(wholes) == 1:
                (whole,) = wholes
                if whole.unit == panel.unit and whole.value.number != panel.of.number:
                    yield self._differs(panel.of, whole, ("panels", index, "of"))

    def texts_against_figures(self) -> Iterator[PlacedMessage]:
        """The numbers of texts that are nearly a figure beside them, and none of the place's."""
        zone = self.zone_file.zone
        known = {figure.number for figures in self._figures.values() for figure in figures}
        for index, panel in enumerate(zone.panels):
            figures = self._figures[index]
            also = known | _derived(figures)
            for location, text in _texts_of(panel, ("panels", index)):
                yield from self._text(text, location, figures, also)
        facts = tuple(
            figure
            for index, figures in self._figures.items()
            if zone.panels[index].kind == "facts"
            for figure in figures
        )
        yield from self._text(zone.introduction, ("introduction",), facts, known | _derived(facts))

    def _text(
        self,
        text: Text,
        location: Location,
        figures: tuple[_Figure, ...],
        known: set[Decimal],
    ) -> Iterator[PlacedMessage]:
        for language, words in text.versions.items():
            for number in numbers_in(words, language).exact:
                if not number.meanings.isdisjoint(known) or _says_nothing(number, words):
                    continue
                figure = next((each for each in figures if _is_nearly(number, each)), None)
                if figure is not None:
                    message = _different_figure(number.written, figure.value.written, figure.called)
                    yield self._placed(message, (*location, language))
                    return

    def _fact_of(self, series: Series, panel: ChartPanel, date: WrittenDate | None) -> Fact | None:
        """The one fact that counts the same at the same time and is called the same."""
        named = [
            fact
            for fact, as_of, _ in self._facts
            if fact.unit == panel.unit
            and as_of == (date or panel.as_of)
            and _is_called_alike(fact, series)
        ]
        return named[0] if len(named) == 1 else None

    def _parts(self, series: Series, panel: ChartPanel) -> Iterator[Fact]:
        """The facts that are parts of a whole and are what a series shows."""
        for fact, as_of, _ in self._facts:
            if fact.part_of is None or fact.unit != panel.unit or as_of != panel.as_of:
                continue
            is_same = series.value is not None and series.value.number == fact.value.number
            if is_same or _is_called_alike(fact, series):
                yield fact

    def _named(self, fact_id: str | None, date: WrittenDate) -> Iterator[Fact]:
        return (fact for fact, as_of, _ in self._facts if fact.id == fact_id and as_of == date)

    def _differs(self, value: Value, fact: Fact, location: Location) -> PlacedMessage:
        message = _different_figure(value.written, fact.value.written, f"the fact '{fact.id}'")
        return self._placed(message, location)

    def _placed(self, message: Message, location: Location) -> PlacedMessage:
        node = self.zone_file.node
        lines = [node.key_position(location[:length])[0] for length in range(3, len(location) + 1)]
        return message.at(
            self.zone_file.file,
            *node.position(location),
            comment_lines=(*lines, node.key_position(location[:1])[0]),
        )


def _figures_of(panel: Panel, at: Location) -> Iterator[_Figure]:
    """Every number of a panel, with the place of each that stands in the zone's file."""
    if panel.kind == "facts":
        for index, fact in enumerate(panel.facts):
            if fact.value.number is not None:
                here = (*at, "facts", index, "value")
                yield _Figure(
                    fact.value,
                    fact.value.number,
                    fact.unit,
                    fact.as_of or panel.as_of,
                    here,
                    f"the fact '{fact.id}'",
                )
    elif panel.kind == "story":
        for index, page in enumerate(panel.pages):
            fact_of_page = page.figure
            if fact_of_page is not None and fact_of_page.value.number is not None:
                yield _Figure(
                    fact_of_page.value,
                    fact_of_page.value.number,
                    fact_of_page.unit,
                    fact_of_page.as_of,
                    (*at, "pages", index, "figure", "value"),
                    f"the figure of page {index + 1}",
                )
    else:
        yield from _figures_of_chart(panel, at)


def _figures_of_chart(panel: ChartPanel, at: Location) -> Iterator[_Figure]:
    called = "the chart"
    if panel.of is not None and panel.of.number is not None:
        here = (*at, "of")
        yield _Figure(panel.of, panel.of.number, panel.unit, panel.as_of, here, called, True)
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        values = [(series.value, panel.as_of), *((each.value, each.at) for each in series.points)]
        for value, date in values:
            if value is not None and value.number is not None:
                is_part = panel.of is not None
                yield _Figure(value, value.number, panel.unit, date, here, called, is_part)


def _texts_of(panel: Panel, at: Location) -> Iterator[tuple[Location, Text]]:
    """The sentences of a panel that speak of its figures."""
    if panel.kind == "chart":
        yield (*at, "headline"), panel.headline
        yield (*at, "sentence"), panel.sentence
    elif panel.kind == "story":
        yield (*at, "summary"), panel.summary
        for index, page in enumerate(panel.pages):
            yield (*at, "pages", index, "text"), page.text


def _last_values(
    series: Series, panel: ChartPanel
) -> Iterator[tuple[Value, WrittenDate | None, Location]]:
    """The one value of a series, or each of its points that has a date."""
    if series.value is not None and panel.chart in ("waffle", "share", "bar"):
        yield series.value, None, ("value",)
    for index, point in enumerate(series.points):
        if point.at is not None and point.value is not None:
            inside: Location = ("data",) if series.data else ("points", index, "value")
            yield point.value, point.at, inside


def _is_called_alike(fact: Fact, series: Series) -> bool:
    same_id = fact.id == series.id and series.id not in _ANY_SERIES
    said: Mapping[str, str] = fact.label.versions
    return same_id or any(
        words and words.casefold() == said.get(language, "").casefold()
        for language, words in series.label.versions.items()
    )


def _says_nothing(number: WrittenNumber, words: str) -> bool:
    """Whether it is a year, a share, or has too few digits to be told from others."""
    if _PERCENT.match(words, number.offset + len(number.written)):
        return True
    return all(
        len(_digits(meaning)[0]) < LEAST_DIGITS
        or (meaning in _YEARS and len(number.written) == len("2024"))
        for meaning in number.meanings
    )


def _is_nearly(number: WrittenNumber, figure: _Figure) -> bool:
    return any(
        _differ_in_a_slip(meaning, figure.number)
        or (figure.is_part and abs(meaning - figure.number) < NEAR * abs(figure.number))
        for meaning in number.meanings
        if not _is_rounded(meaning, figure.number) and not _is_rounded(figure.number, meaning)
    )


def _differ_in_a_slip(one: Decimal, other: Decimal) -> bool:
    """Whether one digit is another one, or two neighbours have changed places."""
    (digits, power), (others, other_power) = _digits(one), _digits(other)
    if power != other_power or len(digits) != len(others) or len(digits) < LEAST_DIGITS:
        return False
    at = [
        place
        for place, (left, right) in enumerate(zip(digits, others, strict=True))
        if left != right
    ]
    if len(at) == 1:
        return True
    is_pair = len(at) == 2 and at[1] == at[0] + 1
    return is_pair and digits[at[0]] == others[at[1]] and digits[at[1]] == others[at[0]]


def _is_rounded(number: Decimal, exact: Decimal) -> bool:
    """Whether the number can be what remains of the exact one with fewer digits."""
    _, power = _digits(number)
    _, exact_power = _digits(exact)
    return power > exact_power and abs(number - exact) < Decimal(10) ** power


def _digits(number: Decimal) -> tuple[str, int]:
    """The digits that count, and the power of ten of the last one: 1200 is 12 and 2."""
    _, digits, exponent = number.normalize().as_tuple()
    return "".join(map(str, digits)), exponent if isinstance(exponent, int) else 0


def _derived(figures: tuple[_Figure, ...]) -> set[Decimal]:
    """Sums, differences and the sum of all: what a sentence may say without being wrong."""
    numbers = [figure.number for figure in figures][:_MOST_DERIVED]
    pairs = list(permutations(numbers, 2))
    return {
        sum(numbers, Decimal(0)),
        *(one + other for one, other in pairs),
        *(one - other for one, other in pairs),
    }


_MOST_DERIVED = 60
