"""Locale: a language with its words, its numbers and dates, and the exhibit said in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.languages.figures import Figure, date_words, figure, sources_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.model.values import Value, WrittenDate
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

    def say(self, key: str, **values: str) -> str:
        """The interface's own words."""
        return self.words.say(key, self.language, **values)

    def figure(
        self, value: Value, unit: str, *, bound: str | None = None, reported: bool = False
    ) -> Figure:
        """A figure as a phrase."""
        return figure(
            value,
            self.exhibit.units[unit],
            self.language,
            self.words,
            bound=bound,
            reported=reported,
        )

    def date(self, date: WrittenDate) -> str:
        """A date, as precise as it was written."""
        return date_words(date, self.language)

    def sources_line(self, sources: Sequence[str], as_of: WrittenDate | None) -> str:
        """Who published a figure, when, and as of when it holds where that is another date."""
        known = [
            self.exhibit.sources[source] for source in sources if source in self.exhibit.sources
        ]
        return sources_line(known, as_of, self.language, self.words)

    def place_name(self, place: str) -> str:
        """The name of a zone or of a city on the map; empty where there is neither."""
        zone = self.exhibit.zone(place)
        return self.map_names.get(place, "") if zone is None else self.text(zone.name)
