"""What messages are worded with: lists of names, near names, and what was found, made short."""

from __future__ import annotations

from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from kiosk.text.fix import Fix
from kiosk.text.invisible import look_alikes, plain, visible
from kiosk.text.language_tags import nearest_languages
from kiosk.text.phrase import Phrase, of_program, template

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence


_LANGUAGES = frozenset({"zh-Hant", "zh-Hans"})
"""Words that no list has but one of languages."""


NAMES_SHOWN = 12
"""So many names are listed; of the others the number is said."""

_LOOKED_AT = 1000
"""So many characters of a text are enough to quote it."""

_JOINTS = {"or": template("{first} or {last}"), "and": template("{first} and {last}")}
"""How the last of several names is joined to the others."""

_COMPARED = 2000
"""So many known words are compared with a wrong one: more would take seconds."""


def one_of(names: Iterable[str], joint: Literal["and", "or"] = "or") -> str:
    """`a`, `a or b`, `a, b or c`; of many names the first, and how many more there are."""
    listed = list(names)
    if len(listed) > NAMES_SHOWN:
        listed[NAMES_SHOWN - 1 :] = [Phrase("{count:,} more", count=len(listed) - NAMES_SHOWN + 1)]
    *first, last = listed
    if not first:
        return last
    return Phrase(_JOINTS[joint], first=tuple(first), last=last)


def with_more(names: Sequence[str], shown: int) -> str:
    """The first names with commas between them, and how many more there are."""
    listed = tuple(names[:shown])
    if len(names) <= shown:
        return Phrase("{names}", names=listed)
    return Phrase("{names} and {count} more", names=listed, count=len(names) - shown)


def quoted(name: str) -> Phrase:
    """A name in the quotation marks of the language that it is said in."""
    return Phrase("'{name}'", name=name)


_NAMES: Mapping[str, Phrase] = MappingProxyType(
    {
        "en": Phrase("en"),
        "zh-Hant": Phrase("zh-Hant"),
        "zh-Hans": Phrase("zh-Hans"),
        "pt": Phrase("pt"),
    }
)


def in_words(language: str) -> str:
    """A language as messages name it: in English by its tag, in the others by its name."""
    return _NAMES.get(language) or Phrase("{language}", language=language)


def tags(languages: Iterable[str]) -> str:
    """Several tags of languages in one: in quotation marks, for some are words, such as it."""
    named = (Phrase("'{language}'", language=in_words(language)) for language in languages)
    return one_of(named, "and")


def did_you_mean(written: str, known: Collection[str]) -> str:
    """The question that names the nearest known word, or nothing where none is near.

    Where the words are languages, a tag as other programs write it is near: zh-CN is zh-Hans.
    """
    languages = _languages_meant(written, known)
    if languages:
        return Phrase("did you mean {names}?", names=one_of(map(quoted, languages)))
    name = _nearest(written, known)
    if not name:
        return ""
    codes = look_alikes(written, name)
    if codes:
        return Phrase(
            "did you mean '{name}'?: they differ in {codes}",
            name=shortened(name),
            codes=one_of(codes, "and"),
        )
    return Phrase("did you mean '{name}'?", name=shortened(name))


def write_nearest(written: str, known: Collection[str]) -> Fix | None:
    """Write the one word that `did_you_mean` asks about; None where it asks about none or two."""
    languages = _languages_meant(written, known)
    if languages:
        return Fix.replace(written, languages[0]) if len(languages) == 1 else None
    return Fix.replace(written, _nearest(written, known))


def _languages_meant(written: str, known: Collection[str]) -> list[str]:
    """The languages that a tag of other programs can mean, where the words are languages."""
    if _LANGUAGES.isdisjoint(known):
        return []
    return [tag for tag in nearest_languages(written) if tag in known]


def _nearest(written: str, known: Collection[str]) -> str:
    """The known word that is nearest to a wrong one; nothing where none is near."""
    by_small_letters = {plain(name[:80]).lower(): name for name in islice(known, _COMPARED)}
    asked = plain(written[:80]).lower()
    # Late: the first picture comes before anything misspelt, and has no use for it.
    from difflib import get_close_matches

    near = get_close_matches(asked, by_small_letters, n=1, cutoff=0.6)
    return by_small_letters[near[0]] if near else ""


def did_you_mean_or(written: str, known: Collection[str], otherwise: str) -> str:
    """The same question and what else can be done, for lists that a curator can make longer."""
    question = did_you_mean(written, known)
    if not question:
        return otherwise
    return Phrase("{question} Or {otherwise}", question=question, otherwise=of_program(otherwise))


def shortened(text: str) -> str:
    """What was found, as `excerpt` shows it, with the codes of signs that can't be seen."""
    return excerpt(visible(text[:_LOOKED_AT]))


def excerpt(text: str) -> str:
    """A text in one line and short enough for a message."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def counting(language: str) -> str:
    """How words are counted in Chinese; nothing where there is nothing to explain."""
    return Phrase("16 characters count as 10 words") if language.startswith("zh") else ""
