"""The rule that one figure is one number, wherever a place says it: fact, chart and sentence.

Nobody but a reader knows what a sentence means, so only two things are remarked on: a chart and a
fact that are named alike, and a number in a text that is none of the place's figures but nearly
one of them, as where a figure was changed and its sentence forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exhibit.model.written_numbers import numbers_in
from kiosk.exhibit.rules.near_numbers import derived, is_nearly, says_nothing
from kiosk.exhibit.rules.place_figures import PlaceFigure, dated_values, figures_of, texts_of
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from kiosk.exhibit.model.exhibit import ChartPanel, Fact, Series
    from kiosk.exhibit.model.values import Value, WrittenDate
    from kiosk.exhibit.rules.zone_rules import ZoneFile
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.multilingual import Text
    from kiosk.text.yaml_source import Location

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


def different_figure(written: str, other: str, called: str) -> Message:
    """`called` is what says otherwise."""
    return _DIFFERENT_FIGURES.message(
        Phrase(
            "{written} here, but {other} in {called}",
            written=shortened(written),
            other=shortened(other),
            called=called,
        ),
        "write one figure in both, or say what each counts",
    )


RULES = (_DIFFERENT_FIGURES,)
"""The rules of this file."""


_ANY_SERIES = frozenset({"all", "first", "second", "part"})
"""Ids of series that say nothing about what is counted."""


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
            index: tuple(figures_of(panel, ("panels", index)))
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
                for value, date, inside in dated_values(series, panel):
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
            also = known | derived(figures)
            for location, text in texts_of(panel, ("panels", index)):
                yield from self._text(text, location, figures, also)
        facts = tuple(
            figure
            for index, figures in self._figures.items()
            if zone.panels[index].kind == "facts"
            for figure in figures
        )
        yield from self._text(zone.introduction, ("introduction",), facts, known | derived(facts))

    def _text(
        self,
        text: Text,
        location: Location,
        figures: tuple[PlaceFigure, ...],
        known: set[Decimal],
    ) -> Iterator[PlacedMessage]:
        for language, words in text.versions.items():
            for number in numbers_in(words, language).exact:
                if not number.meanings.isdisjoint(known) or says_nothing(number, words):
                    continue
                figure = next((each for each in figures if is_nearly(number, each)), None)
                if figure is not None:
                    message = different_figure(number.written, figure.value.written, figure.called)
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
        message = different_figure(
            value.written, fact.value.written, Phrase("the fact '{fact}'", fact=fact.id)
        )
        return self._placed(message, location)

    def _placed(self, message: Message, location: Location) -> PlacedMessage:
        node = self.zone_file.node
        lines = [node.key_position(location[:length])[0] for length in range(3, len(location) + 1)]
        return message.at(
            self.zone_file.file,
            *node.position(location),
            comment_lines=(*lines, node.key_position(location[:1])[0]),
        )


def _is_called_alike(fact: Fact, series: Series) -> bool:
    same_id = fact.id == series.id and series.id not in _ANY_SERIES
    said: Mapping[str, str] = fact.label.versions
    return same_id or any(
        words and words.casefold() == said.get(language, "").casefold()
        for language, words in series.label.versions.items()
    )
