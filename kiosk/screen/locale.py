"""Locale: a language with its words, its numbers and dates, and the exhibit said in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.languages.figures import (
    Figure,
    date_words,
    figure,
    short_source_lines,
    sources_line,
)
from kiosk.languages.quotes import quotation_marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.exhibit.model.exhibit import Exhibit, Fact, Source
    from kiosk.exhibit.model.film import Recording
    from kiosk.exhibit.model.parts import Picture
    from kiosk.exhibit.model.values import Value, WrittenDate
    from kiosk.languages.numbers import Scale
    from kiosk.languages.words import Words
    from kiosk.text.multilingual import Said, Text


@dataclass(frozen=True)
class Locale:
    """The current language with its words, units and sources."""

    language: str
    words: Words
    exhibit: Exhibit
    map_names: Mapping[str, str] = field(default_factory=dict)
    """What the map calls cities that are no zones of their own, in this language."""

    def said(self, text: Text) -> Said:
        """A curator's text, and the language that it is really in."""
        return text.said_in(self.language)

    def text(self, text: Text) -> str:
        """A curator's text."""
        return text.words_in(self.language)

    def attribution(self, shown: Picture | Recording) -> str:
        """Whose a picture or a film is and under which licence; empty where neither is written."""
        written = filter(None, (shown.credit, shown.licence))
        return " · ".join(dict.fromkeys(map(self.text, written)))

    def say(self, key: str, **values: str) -> str:
        """The interface's own words."""
        return self.words.say(key, self.language, **values)

    def figure(
        self,
        value: Value,
        unit: str,
        *,
        bound: str | None = None,
        reported: bool = False,
        scale: Scale | None = None,
    ) -> Figure:
        """A figure as a phrase; `scale` is how all numbers of its chart are written."""
        return figure(
            value,
            self.exhibit.units[unit],
            self.language,
            self.words,
            bound=bound,
            reported=reported,
            scale=scale,
        )

    def quoted(self, words: Text) -> str:
        """What somebody said, in the quotation marks of the language that it is written in."""
        said = self.said(words)
        return said.words.join(quotation_marks(said.language))

    def date(self, date: WrittenDate) -> str:
        """A date, as precise as it was written."""
        return date_words(date, self.language)

    def fact_figure(self, fact: Fact) -> Figure:
        """The figure of a fact as a phrase, said with how sure it is."""
        return figure(
            fact.value,
            self.exhibit.units[fact.unit],
            self.language,
            self.words,
            bound=fact.bound,
            reported=fact.reported,
            calculated=fact.calculated is not None,
        )

    def fact_words(self, fact: Fact) -> str:
        """A fact in a few words: "691 from Hong Kong", "area of the zone: 106 km²"."""
        return self.labelled(fact.unit, self.fact_figure(fact), self.text(fact.label))

    def spoken_fact(self, fact: Fact) -> str:
        """The same with how sure it is, for whoever hears it."""
        words, figure = self.fact_words(fact), self.figure(fact.value, fact.unit, bound=fact.bound)
        if self.exhibit.units[fact.unit].kind != "count":
            words = self.say("labelled", label=self.text(fact.label), figure=figure.spoken)
        if fact.calculated is not None:
            return self.say("as_calculated", figure=words)
        return self.say("as_reported", figure=words) if fact.reported else words

    def labelled(self, unit: str, figure: Figure, label: str) -> str:
        """A figure with its label, which says what was counted or measured."""
        key = "counted" if self.exhibit.units[unit].kind == "count" else "labelled"
        return self.say(key, figure=figure.drawn, label=label)

    def status(self, fact: Fact) -> str:
        """What is drawn below a figure that no source states as it is; empty for any other."""
        if fact.calculated is not None:
            return self.say("calculated")
        return self.say("reported") if fact.reported else ""

    def sources(self, ids: Sequence[str]) -> list[Source]:
        """The sources of these ids, as far as there are any."""
        known = self.exhibit.sources
        return [known[source] for source in ids if source in known]

    def sources_line(self, sources: Sequence[str], as_of: WrittenDate | None) -> str:
        """Who published a figure, when, and as of when it holds where that is another date."""
        return sources_line(self.sources(sources), as_of, self.language, self.words)

    def full_source(self, source: Source) -> str:
        """Who published a source, by the whole name, and when."""
        publisher = self.text(source.full_publisher)
        line = self.say("source_and_date", publisher=publisher, date=self.date(source.date))
        return self.say("source_reprinted", source=line) if source.reprint else line

    def short_source_lines(
        self, sources: Sequence[str], as_of: WrittenDate | None
    ) -> tuple[str, ...]:
        """The same for one line, from the longest way to say it to the shortest."""
        return short_source_lines(self.sources(sources), as_of, self.language, self.words)

    def source_note(self, sources: Sequence[str], as_of: WrittenDate | None) -> str:
        """The same as a note below a figure: several sources are only counted."""
        return next(iter(self.short_source_lines(sources, as_of)), "")

    def place_name(self, place: str) -> str:
        """The name of a zone or of a city on the map; empty where there is neither."""
        zone = self.exhibit.zone(place)
        return self.map_names.get(place, "") if zone is None else self.text(zone.name)
