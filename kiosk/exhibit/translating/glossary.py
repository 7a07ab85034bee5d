"""The names that the texts keep to, and the forms of them that are wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import Field

from kiosk.exhibit.model.parts import Model, Name
from kiosk.exhibit.reading.names_reading import GLOSSARY_FILE
from kiosk.exhibit.reading.validating import validated
from kiosk.exhibit.translating.chinese_scripts import FOREIGN_CHARACTERS
from kiosk.text.fix import Fix
from kiosk.text.message_words import in_words, shortened
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.phrase import Phrase, template
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kiosk.text.messages import PlacedMessage
    from kiosk.text.wordings import Wording
    from kiosk.text.yaml_source import Node

_WRONG_NAME = Rule(
    "wrong-name",
    severity=Severity.WARNING,
    why="A place or an institution has one name in each language, the one in `glossary.yaml`.",
    file="zones/qianhai.yaml",
    wrong="introduction: {en: A zone near Macau, zh-Hant",
    right="introduction: {en: A zone, zh-Hant",
)


def _wrong_name(written: str, right: str, language: str) -> Message:
    return _WRONG_NAME.message(
        Phrase(
            "'{written}' is not the name in {language}",
            written=shortened(written),
            language=in_words(language),
        ),
        Phrase("write '{right}'", right=right),
        fix=Fix.replace(written, right),
    )


_SHOWN = 6
"""So many characters of the other script are named; the rest of the text will have more."""


_OTHER_SCRIPT = Rule(
    "other-script",
    severity=Severity.WARNING,
    why="A character of the other Chinese script looks like a slip, and often is one.",
    file="zones/qianhai.yaml",
    wrong="zh-Hant: 一区, zh-Hans: 一区",
    right="zh-Hant: 一區, zh-Hans: 一区",
)


_OTHERS = {
    (True, True): template("simplified character in {language}: {listed}"),
    (True, False): template("simplified characters in {language}: {listed}"),
    (False, True): template("traditional character in {language}: {listed}"),
    (False, False): template("traditional characters in {language}: {listed}"),
}
"""What is said in a text of traditional characters, or not, of one of the others, or several."""


def _other_script(foreign: Mapping[str, str], language: str) -> Message:
    """`foreign` are the characters found, with their replacements."""
    found = list(foreign)[:_SHOWN]
    rest = len(foreign) - len(found)
    listed = "".join(found)
    if rest:
        listed = Phrase("{names} and {count} more", names=listed, count=rest)
    return _OTHER_SCRIPT.message(
        Phrase(
            _OTHERS[language == "zh-Hant", len(foreign) == 1],
            language=in_words(language),
            listed=listed,
        ),
        Phrase("write {right}", right="".join(foreign[character] for character in found)),
        fix=Fix.replace(*next(iter(foreign.items()))) if len(foreign) == 1 else None,
    )


RULES = (_WRONG_NAME, _OTHER_SCRIPT)
"""The rules of this file."""


_SCRIPT_BESIDE = {"zh-Hant": "zh-Hans", "zh-Hans": "zh-Hant"}
_LETTER = "A-Za-zÀ-ɏ"


class Forms(Model):
    """Forms of a name by language."""

    en: tuple[str, ...] = ()
    zh_hant: tuple[str, ...] = Field(default=(), alias="zh-Hant")
    zh_hans: tuple[str, ...] = Field(default=(), alias="zh-Hans")
    pt: tuple[str, ...] = ()

    def of(self, language: str) -> tuple[str, ...]:
        """The forms in that language."""
        forms: tuple[str, ...] = getattr(self, language.lower().replace("-", "_"))
        return forms


class GlossaryEntry(Model):
    """One name; `avoid` are wrong forms of it, and `keep` what only looks like one."""

    name: Name
    avoid: Forms = Forms()
    keep: Forms = Forms()


@dataclass(frozen=True)
class Glossary:
    """The wrong forms of names, with the right ones, by language.

    `kept_forms` are right although a wrong form is in them.  All are in small letters.
    """

    right_forms: Mapping[str, Mapping[str, str]]
    kept_forms: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, entries: Iterable[GlossaryEntry]) -> Glossary:
        """Everything that these entries say.  A name in the other Chinese script is wrong too."""
        entries = tuple(entries)
        right_forms: dict[str, Mapping[str, str]] = {}
        kept_forms: dict[str, tuple[str, ...]] = {}
        for language in LANGUAGES:
            right, kept = _forms(entries, language)
            right_forms[language] = MappingProxyType(right)
            kept_forms[language] = tuple(kept)
        return cls(MappingProxyType(right_forms), MappingProxyType(kept_forms))

    def messages(self, wording: Wording) -> Iterator[PlacedMessage]:
        """The wrong names in a wording, each once, and the characters of the other script."""
        named: set[int] = set()
        said: set[str] = set()
        right = self.right_forms[wording.language]
        pattern = self._pattern_for(wording)
        for match in pattern.finditer(wording.words) if pattern else ():
            form = right.get(_plain(match[0]))
            if form is not None and form != match[0]:
                named.update(range(*match.span()))
                if match[0] in said:
                    continue
                said.add(match[0])
                message = _wrong_name(match[0], form, wording.language)
                yield wording.placed(message, match.start())
        yield from _check_script(wording, named)

    def _pattern_for(self, wording: Wording) -> re.Pattern[str] | None:
        """Finds the forms that are in a wording; None where none of them is wrong.

        Hardly a wording has any, and to look for one form is far quicker than to try all of them
        at each letter.
        """
        plain = _plain(wording.words)
        wrong = [form for form in self.right_forms[wording.language] if form in plain]
        if not wrong:
            return None
        kept = (form for form in self.kept_forms[wording.language] if form in plain)
        return _pattern((*wrong, *kept))


def read_glossary(root: Node) -> tuple[Glossary, list[PlacedMessage]]:
    """The glossary that a file holds, as far as it is sound, and every message."""
    entries: list[GlossaryEntry] = []
    messages: list[PlacedMessage] = []
    for key, node in root.value.items():
        entry, _, found = validated(node, GlossaryEntry, GLOSSARY_FILE, called=key)
        messages += found
        if entry is not None:
            entries.append(entry)
    return Glossary.of(entries), messages


def _forms(entries: Iterable[GlossaryEntry], language: str) -> tuple[dict[str, str], list[str]]:
    """The right form of each wrong one, and what is right although a wrong form is in it."""
    right: dict[str, str] = {}
    kept: list[str] = []
    for entry in entries:
        name = entry.name.versions.get(language, "")
        kept += [_plain(form) for form in (name, *entry.keep.of(language)) if form]
        wrong = entry.avoid.of(language)
        if language in _SCRIPT_BESIDE:
            wrong += (entry.name.versions.get(_SCRIPT_BESIDE[language], ""),)
        right |= {_plain(form): name for form in wrong if form and name and form != name}
    return right, kept


@lru_cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Finds the longest form at each place, so that a wrong form within a right one is passed."""
    longest_first = sorted(set(forms), key=len, reverse=True)
    return re.compile("|".join(map(_whole_words, longest_first)), re.IGNORECASE)


def _whole_words(form: str) -> str:
    written = r"\s+".join(map(re.escape, form.split()))
    before = rf"(?<![{_LETTER}])" if re.match(f"[{_LETTER}]", form) else ""
    behind = rf"(?![{_LETTER}])" if re.search(f"[{_LETTER}]$", form) else ""
    return before + written + behind


def _plain(form: str) -> str:
    return " ".join(form.split()).lower()


def _check_script(wording: Wording, named: Collection[int]) -> Iterator[PlacedMessage]:
    foreign = FOREIGN_CHARACTERS.get(wording.language, {})
    found: dict[str, str] = {}
    first = 0
    for offset, letter in enumerate(wording.words):
        if letter in foreign and offset not in named:
            first = first if found else offset
            found.setdefault(letter, foreign[letter])
    if found:
        yield wording.placed(_other_script(found, wording.language), first)
