"""Text: one thing said in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.text.languages import SPOKEN, TAG_PATTERN, is_language, is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

LANGUAGES = SPOKEN
"""The languages in which the interface has words, by their tags, in the order of their buttons."""


class LanguageTag(str):
    """The BCP 47 tag of a language that an exhibit can have."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(_tag, core_schema.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: object) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{TAG_PATTERN}$"}


def _tag(written: str) -> str:
    from pydantic_core import PydanticCustomError

    if is_right_to_left(written):
        raise PydanticCustomError("right_to_left", "from right to left")
    if not is_language(written):
        raise PydanticCustomError("no_language", "no language")
    return written


_INSTEAD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"zh-Hant": ("zh-Hans", "en"), "zh-Hans": ("zh-Hant", "en"), "pt": ("en",), "en": ()}
)


LONGEST_TEXT = 5_000
"""Letters of a text in one language: to lay out more takes longer than a visitor waits."""

LONGEST_WORD = 200
"""Letters without a place where a line may break; the longest address is shorter."""

_LONG_WORD = re.compile(
    rf"[^\s\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]{{{LONGEST_WORD + 1},}}"
)


def long_word(words: str) -> str:
    """The first word that is too long to be laid out, or nothing."""
    found = _LONG_WORD.search(words)
    return found[0] if found else ""


class Said(NamedTuple):
    """Words, and the language they are really in: another one where a translation is missing."""

    words: str
    language: str


@dataclass(frozen=True)
class Text:
    """One thing said in several languages; the missing ones are said in the nearest other."""

    versions: Mapping[str, str] = field(hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "versions", MappingProxyType(dict(self.versions)))

    def __hash__(self) -> int:
        return hash(frozenset(self.versions.items()))

    def said_in(self, language: str) -> Said:
        """The words in `language`; else Chinese in the other script, then English, then any."""
        if language not in self.versions and self._is_name:
            return Said(self.versions["en"], language)
        for candidate in (language, *_INSTEAD.get(language, ("en",)), *self.versions):
            words = self.versions.get(candidate)
            if words:
                return Said(words, candidate)
        return Said("", language)

    @property
    def _is_name(self) -> bool:
        """Whether it was written once for all languages."""
        words = {self.versions.get(tag) for tag in LANGUAGES}
        return len(words) == 1 and None not in words

    def words_in(self, language: str) -> str:
        """Just the words of `said_in`."""
        return self.said_in(language).words

    def missing(self, languages: tuple[str, ...]) -> Iterator[str]:
        """The languages that have no words of their own here."""
        return (language for language in languages if not self.versions.get(language))

    @classmethod
    def same(cls, words: str) -> Text:
        """A name that is written alike in every language."""
        return cls(dict.fromkeys(LANGUAGES, words))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        words = core_schema.str_schema(strip_whitespace=True)
        mapping = core_schema.typed_dict_schema(
            {tag: core_schema.typed_dict_field(words, required=False) for tag in LANGUAGES},
            extra_behavior="allow",
            extras_schema=words,
        )
        return core_schema.no_info_wrap_validator_function(_from_mapping, mapping)


def _refuse_other_keys(found: dict[object, object]) -> None:
    """Raise what pydantic raises for keys that no model has: these are no languages."""
    from pydantic_core import InitErrorDetails, ValidationError

    errors = [
        InitErrorDetails(type="extra_forbidden", loc=(str(key),), input=value)
        for key, value in found.items()
        if not is_language(str(key))
    ]
    if errors:
        raise ValidationError.from_exception_data("Text", errors)


def _from_mapping(found: object, checked: Callable[[object], dict[str, str]]) -> Text:
    if isinstance(found, Text):
        return found
    from pydantic_core import PydanticCustomError

    if isinstance(found, dict):
        _refuse_other_keys(found)
    versions = checked(found)
    if not any(versions.values()):
        raise ValueError("no language has any words here")
    for language, words in versions.items():
        word = long_word(words)
        if word:
            found = {"language": language, "word": word[:LONGEST_WORD], "length": len(word)}
            raise PydanticCustomError("word_too_long", "a long word in {language}", found)
        if len(words) > LONGEST_TEXT:
            raise PydanticCustomError(
                "text_too_long", "too long in {language}", {"language": language}
            )
    return Text(versions)
