"""Which language tags an exhibit can have besides the four that the program speaks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.text.language_tags import nearest_languages

if TYPE_CHECKING:
    from collections.abc import Collection

TAG_PATTERN = "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
_TAG = re.compile(TAG_PATTERN)
SPOKEN = ("en", "zh-Hant", "zh-Hans", "pt")
"""The languages in which the interface has words, by their BCP 47 tags."""


@lru_cache(maxsize=256)
def is_language(tag: str) -> bool:
    """Whether numbers and dates can be written in the language of a BCP 47 tag.

    Another tag for a language that the program speaks, such as zh-CN, is none.
    """
    if tag in SPOKEN:
        return True
    if not _TAG.fullmatch(tag) or nearest_languages(tag):
        return False
    # Late: the first picture in one of our languages does without.
    from babel.localedata import exists

    return exists(tag.replace("-", "_"))


def are_languages(keys: Collection[str]) -> bool:
    """Whether keys are those of a text: one of ours is among them, or all are languages.

    Another mapping may have a key, such as `id`, that is a language as well.
    """
    return any(key in SPOKEN for key in keys) or (bool(keys) and all(map(is_language, keys)))


def language_named(name: str) -> str:
    """The tag of the language that has that English name, such as it for Italian, or nothing."""
    from babel import Locale

    wanted = name.strip().casefold()
    names = Locale("en").languages
    found = (tag for tag, each in names.items() if each.casefold() == wanted)
    return next(filter(is_language, found), "")


@lru_cache(maxsize=256)
def language_name(tag: str, spoken: str) -> str:
    """What a language is called in another one, such as French for fr; what is none stays."""
    if not is_language(tag):
        return tag
    from babel import Locale

    return Locale.parse(tag, sep="-").get_display_name(spoken.replace("-", "_")) or tag


@lru_cache(maxsize=64)
def is_right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left, which no screen can show."""
    if tag in SPOKEN or not is_language(tag):
        return False
    from babel import Locale

    return Locale.parse(tag, sep="-").text_direction == "rtl"
