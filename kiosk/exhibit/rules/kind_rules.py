"""The rule for the names of kinds of places, in languages that the program has no words in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.landmark import KINDS
from kiosk.exhibit.model.own_words import OWN_WORDS
from kiosk.text.languages import SPOKEN
from kiosk.text.message_words import tags
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from kiosk.text.wordings import WrittenFile

_UNNAMED_KIND = Rule(
    "unnamed-kind",
    severity=Severity.WARNING,
    why=(
        "The legend, the list and every page say what kind of place something is. Where `kinds` "
        "does not name it in a language of yours, visitors read an English word."
    ),
    file="exhibit.yaml",
    wrong="languages: [en, zh-Hant, zh-Hans, pt, fr]",
    right="languages: [en, zh-Hant, zh-Hans, pt]",
)


def _unnamed_kind(kind: str, languages: Sequence[str]) -> Message:
    return _UNNAMED_KIND.message(
        Phrase(
            "places are of the kind '{kind}', which has no name in {languages}",
            kind=kind,
            languages=tags(languages),
        ),
        Phrase(
            "write kinds: {{{kind}: {{name: {{{language}: …}}, list: {{{language}: …}}}}}}",
            kind=kind,
            language=languages[0],
        ),
    )


RULES = (_UNNAMED_KIND,)
"""The rules of this file."""


def check_kinds(
    file: WrittenFile,
    kinds: Collection[str],
    languages: Sequence[str],
    interface: Mapping[str, Mapping[str, str]],
) -> Iterator[PlacedMessage]:
    """That exhibit.yaml names each of these kinds in every language that we have no words in.

    `interface` has the words that the exhibit's own files give these languages.
    """
    for kind in (each for each in KINDS if each in kinds):
        way = ("kinds", kind, "name")
        key = OWN_WORDS[way]
        foreign = [tag for tag in languages if tag not in SPOKEN]
        missing = [
            tag
            for tag in foreign
            if key not in interface.get(tag, {}) and file.root.at((*way, tag)) is None
        ]
        if missing:
            at = "kinds" if file.root.at(("kinds",)) is not None else "languages"
            place = file.root.key_position((at,))
            yield _unnamed_kind(kind, missing).at(file.name, *place)
