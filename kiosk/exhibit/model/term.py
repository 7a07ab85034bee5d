"""Terms: words of the texts that a visitor can touch to have them explained."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.parts import Id, Model
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_TERMS = 200
"""Terms of an exhibit: where every second word can be touched, nobody finds the ones that help."""

_SEPARATORS = re.compile("[,，、;；]")
_LETTER = "0-9A-Za-zÀ-ɏ"
_JOINT = "[-\u2011–.@/_'’]"
"""What joins two halves of one token, as in PCT-2 or a.gov; an apostrophe only before a word."""
_HYPHEN = "[-\u2011]"
"""One that a line may break at, and one that it may not."""


class Term(Model):
    """A word that the texts use and not everybody knows, with its explanation.

    `forms` are the forms in which it stands in the texts of each language, with commas between.
    """

    id: Id
    forms: Text
    explanation: Text
    spoken: Text | None = None
    """What is said for the forms: for each in their order, or one for all of them."""

    def forms_in(self, language: str) -> tuple[str, ...]:
        """The forms in exactly that language: none is borrowed from another."""
        return split_forms(self.forms.versions.get(language, ""))

    def spoken_in(self, language: str) -> tuple[str, ...]:
        """What is said for each of the forms; nothing where they are read as they are written."""
        said = self.spoken.versions.get(language, "").strip() if self.spoken is not None else ""
        count = len(self.forms_in(language))
        if not said or not count:
            return ()
        each = split_forms(said)
        return each if count > 1 and len(each) == count else (said,) * count


class FoundTerm(NamedTuple):
    """A term in a text: the letters from `start` on, before `end`."""

    term: Term
    start: int
    end: int


def split_forms(written: str) -> tuple[str, ...]:
    """The forms that stand in a text with commas between."""
    return tuple(form for each in _SEPARATORS.split(written) if (form := " ".join(each.split())))


def plain_form(form: str) -> str:
    """What two forms have in common that find the same words: capitals alone tell none apart."""
    return " ".join(form.split()).casefold().replace("\u2011", "-")


@dataclass(frozen=True)
class TermFinder:
    """Finds the terms of an exhibit in texts of one language; made once, then asked for pages."""

    _terms: dict[str, Term]
    _pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, terms: Iterable[Term], language: str) -> TermFinder:
        """Everything that these terms are called in that language; the first of two has a form."""
        by_form: dict[str, Term] = {}
        written: list[str] = []
        for term in terms:
            for form in term.forms_in(language):
                if plain_form(form) not in by_form:
                    by_form[plain_form(form)] = term
                    written.append(form)
        written.sort(key=len, reverse=True)
        return cls(by_form, _pattern_of(tuple(written)) if written else None)

    def find(self, words: str) -> Iterator[FoundTerm]:
        """The terms in a text from its beginning on, the longest form at each place."""
        for match in self._pattern.finditer(words) if self._pattern is not None else ():
            yield FoundTerm(self._terms[plain_form(match[0])], match.start(), match.end())


def read_patterns(terms: Iterable[Term], languages: Iterable[str]) -> None:
    """Have the patterns ready that finders in these languages need: each takes 20 to 90 ms.

    Beside the GUI thread nobody waits for that; making a finder is a matter of milliseconds then.
    """
    terms = tuple(terms)
    for language in languages:
        TermFinder.of(terms, language)


@lru_cache(maxsize=32)
def _pattern_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(form_pattern, forms)))


def form_pattern(form: str) -> str:
    """Finds a form as whole words; one with a capital is an abbreviation or a name and keeps it."""
    written = r"\s+".join(map(re.escape, form.split())).replace(r"\-", _HYPHEN)
    if form == form.lower():
        written = f"(?i:{written})"
    if re.match(f"[{_LETTER}]", form):
        written = rf"(?<![{_LETTER}])(?<![{_LETTER}]{_JOINT}){written}"
    if re.search(f"[{_LETTER}]$", form):
        written += rf"(?![{_LETTER}])(?!{_JOINT}(?!s\b)[{_LETTER}])"
    return written
