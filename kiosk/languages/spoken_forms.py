"""How an exhibit has its own words said: abbreviations, names and units that are read wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.exhibit.model.exhibit import Exhibit, Unit
    from kiosk.exhibit.model.term import Term

_NUMBER_FIELD = "{n}"
_DIGITS = r"\d(?:[\d.,\s]{0,60}\d)?"
"""No number is longer; without an end a text of digits and spaces would be read for minutes."""
_LETTER = "0-9A-Za-zÀ-ɏ"


@dataclass(frozen=True)
class SpokenForms:
    """What is said in one language in place of what is written."""

    pattern: re.Pattern[str] | None = None
    words: Mapping[str, str] | None = None
    """What is said for each form, by the plain form."""
    units: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Where a number has a unit, and how both are said, with {n} for the number."""

    @classmethod
    def of(cls, exhibit: Exhibit, language: str) -> SpokenForms:
        """Those that exhibit.yaml, terms.yaml and units.yaml have in exactly that language."""
        # Late: the first picture speaks nothing, and comes before pydantic.
        from kiosk.exhibit.model.term import form_pattern, plain_form

        words: dict[str, str] = {}
        forms = []
        for form, said in _written_forms(exhibit, language):
            if plain_form(form) not in words:
                words[plain_form(form)] = said
                forms.append(form)
        forms.sort(key=len, reverse=True)
        return cls(
            _pattern_of(tuple(map(form_pattern, forms))) if forms else None,
            words,
            tuple(_units(exhibit.units, language)),
        )

    def in_place(self, text: str) -> str:
        """The text with what is said in place of what is written."""
        for unit, template in self.units:
            text = unit.sub(_Filling(template), text)
        if self.pattern is None or self.words is None:
            return text
        return self.pattern.sub(self._word, text)

    def _word(self, match: re.Match[str]) -> str:
        from kiosk.exhibit.model.term import plain_form

        assert self.words is not None
        return self.words.get(plain_form(match[0]), match[0])


@dataclass(frozen=True)
class _Filling:
    """Fills the number of a match into what is said."""

    template: str

    def __call__(self, match: re.Match[str]) -> str:
        return self.template.replace(_NUMBER_FIELD, match["number"])


def _written_forms(exhibit: Exhibit, language: str) -> Iterator[tuple[str, str]]:
    """Each form with what is said for it; exhibit.yaml comes first."""
    for each in exhibit.spoken:
        written, tag = each.written.said_in(language)
        said = each.said.versions.get(language, "").strip()
        if written and said and tag == language:
            yield written, said
    for term in exhibit.terms:
        yield from _forms_of_term(term, language)


def _forms_of_term(term: Term, language: str) -> Iterator[tuple[str, str]]:
    said = term.spoken_in(language)
    yield from zip(term.forms_in(language), said, strict=False)


def _units(units: Mapping[str, Unit], language: str) -> Iterator[tuple[re.Pattern[str], str]]:
    from kiosk.exhibit.model.number_words import CHINESE_MULTIPLIERS, MULTIPLIERS

    multipliers = MULTIPLIERS.get(language, CHINESE_MULTIPLIERS)
    for unit in units.values():
        said = unit.spoken.versions.get(language, "") if unit.spoken is not None else ""
        if _NUMBER_FIELD not in said:
            continue
        phrases = [text.versions.get(language, "") for text in (unit.phrase, unit.compact) if text]
        for phrase in dict.fromkeys(phrases):
            before, found, after = phrase.partition(_NUMBER_FIELD)
            if found and (before.strip() or after.strip()):
                yield _unit_pattern(before.strip(), after.strip(), tuple(multipliers)), said


@lru_cache(maxsize=256)
def _unit_pattern(before: str, after: str, multipliers: tuple[str, ...]) -> re.Pattern[str]:
    """Finds a number with the words around it, which stand beside no other letter."""
    many = "|".join(re.escape(each) for each in sorted(multipliers, key=len, reverse=True))
    number = rf"(?P<number>{_DIGITS}\+?(?:\s?(?:{many})\+?)?)"
    head = rf"{_spaced(before)}\s*" if before else r"(?<![\d.,])"
    tail = rf"\s*{_spaced(after)}" if after else ""
    if re.match(f"[{_LETTER}]", before):
        head = rf"(?<![{_LETTER}]){head}"
    if re.search(f"[{_LETTER}]$", after):
        tail += rf"(?![{_LETTER}])"
    return re.compile(head + number + tail)


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


@lru_cache(maxsize=32)
def _pattern_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))
