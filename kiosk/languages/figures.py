"""Figures as phrases: a number with what it counts, how sure it is and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kiosk.languages.numbers import (
    date_words,
    exact_words,
    is_compact,
    number_words,
    words_in_scale,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from kiosk.exhibit.model.exhibit import Source, Unit
    from kiosk.exhibit.model.values import Value, WrittenDate
    from kiosk.languages.numbers import Scale
    from kiosk.languages.words import Words

__all__ = [
    "Figure",
    "Part",
    "date_words",
    "figure",
    "number_words",
    "short_source_lines",
    "source_line",
    "sources_line",
]

Role = Literal["bound", "number", "sign", "unit"]

# Stands for the number while a phrase is taken apart; private use, so no text contains it.
_FIGURE = "\ue000"


@dataclass(frozen=True)
class Part:
    """A piece of a figure that is drawn in one way."""

    text: str
    role: Role


@dataclass(frozen=True)
class Figure:
    """A figure in one language: `parts` joined are what is drawn, `spoken` is what is said."""

    parts: tuple[Part, ...]
    spoken: str

    @property
    def drawn(self) -> str:
        """All the parts as one text."""
        return "".join(part.text for part in self.parts)


def figure(
    value: Value,
    unit: Unit,
    language: str,
    words: Words,
    *,
    bound: str | None = None,
    reported: bool = False,
    calculated: bool = False,
    scale: Scale | None = None,
) -> Figure:
    """The figure as a phrase: "4.2 billion+ yuan", said "more than 4.2 billion yuan".

    `bound` is more-than, about or nearly.  What a count counts is said and not drawn, because
    the label beside it says so.  `scale` is how all numbers of a chart are
    written.  ValueError for a number where the unit is a date, and the
    other way round.
    """
    number, phrase = number_and_phrase(value, unit, language, scale)
    before, _, after = phrase.partition("{n}")
    spoken = before + number + after
    if unit.kind == "count":
        before = after = ""
    parts = [Part(before, "unit"), Part(number, "number"), Part(after, "unit")]
    if bound:
        key = bound.replace("-", "_")
        spoken = words.say(key, language, figure=spoken)
        drawn = words.say(f"{key}_drawn", language, figure=_FIGURE)
        leading, _, sign = drawn.partition(_FIGURE)
        # "80%+" but "80+ km": a sign never comes between a number and what is attached to it.
        attached = after != "" and not after[0].isspace()
        parts.insert(3 if attached else 2, Part(sign, "sign"))
        parts.insert(0, Part(leading, "bound"))
    if reported:
        spoken = words.say("as_reported", language, figure=spoken)
    if calculated:
        spoken = words.say("as_calculated", language, figure=spoken)
    return Figure(tuple(part for part in parts if part.text), spoken)


def source_line(source: Source, as_of: WrittenDate | None, language: str, words: Words) -> str:
    """Who published the figure and when: "People's Daily, 16 June 2024"."""
    return sources_line((source,), as_of, language, words)


def sources_line(
    sources: Sequence[Source], as_of: WrittenDate | None, language: str, words: Words
) -> str:
    """The same for several sources; with the date of the figure where the sources' differ."""
    said = [_published(source, language, words) for source in sources]
    line = words.joined(said, language, more="source_more", last="source_more")
    return _dated(line, sources, as_of, language, words)


def short_source_lines(
    sources: Sequence[Source], as_of: WrittenDate | None, language: str, words: Words
) -> tuple[str, ...]:
    """What one line can say of sources, the longest first: "6 sources" where there are several."""
    if len(sources) > 1:
        counted = words.say("sources_counted", language, count=str(len(sources)))
        return _each_once(_dated(counted, sources, as_of, language, words), counted)
    if not sources:
        return ()
    (source,) = sources
    publisher = source.publisher.words_in(language)
    if source.reprint:
        publisher = words.say("source_reprinted", language, source=publisher)
    whole = sources_line(sources, as_of, language, words)
    return _each_once(whole, _dated(publisher, sources, as_of, language, words), publisher)


def _published(source: Source, language: str, words: Words) -> str:
    line = words.say(
        "source_and_date",
        language,
        publisher=source.publisher.words_in(language),
        date=date_words(source.date, language),
    )
    return words.say("source_reprinted", language, source=line) if source.reprint else line


def _dated(
    line: str,
    sources: Sequence[Source],
    as_of: WrittenDate | None,
    language: str,
    words: Words,
) -> str:
    if as_of is None or all(_already_says(source.date, as_of) for source in sources):
        return line
    return words.say("source_as_of", language, source=line, date=date_words(as_of, language))


def _each_once(*lines: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


def _already_says(published: WrittenDate, as_of: WrittenDate) -> bool:
    return published.year == as_of.year and as_of.month in (None, published.month)


def number_and_phrase(
    value: Value, unit: Unit, language: str, scale: Scale | None = None
) -> tuple[str, str]:
    """The number in words, and the phrase of the unit with `{n}` where the number is.

    ValueError for a number where the unit is a date, and the other way round.
    """
    if unit.kind == "date":
        if value.date is None:
            raise ValueError(f"{value.written!r} is not a date, as {unit.id} needs")
        return date_words(value.date, language), unit.phrase.words_in(language)
    number = value.number
    if number is None:
        raise ValueError(f"{value.written!r} is not a number, as {unit.id} needs")
    phrase = unit.phrase
    if unit.one and number == 1:
        phrase = unit.one
    elif unit.compact and (is_compact(number, language) if scale is None else scale.step > 1):
        phrase = unit.compact
    return _written_words(value.written, number, language, scale), phrase.words_in(language)


def _written_words(written: str, number: Decimal, language: str, scale: Scale | None) -> str:
    """Zeros at the end are a curator's own precision: "5.50", but not those of "0.5 million"."""
    decimals = len(written.partition(".")[2])
    if written[-1:].isalpha():
        decimals = 0
    if scale is not None:
        return words_in_scale(number, language, scale, decimals=decimals)
    if written[-1:].isalpha():
        return number_words(number, language)
    return exact_words(number, language, decimals=decimals)
