"""The languages a visitor can choose, and how each one is shown and counted in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Language:
    """One of the languages: `drawn` is on its button, `name` is its own full name.

    `tag` is its BCP 47 tag and `locale` the CLDR locale that its numbers and dates follow.
    """

    tag: str
    drawn: str
    name: str
    locale: str
    chinese: bool


# Not zh_Hant_HK for the traditional characters: its compact numbers are English ("4.2B").
LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        each.tag: each
        for each in (
            Language("en", "EN", "English", "en", chinese=False),
            Language("zh-Hant", "繁", "繁體中文", "zh_Hant", chinese=True),
            Language("zh-Hans", "简", "简体中文", "zh_Hans", chinese=True),
            Language("pt", "PT", "Português", "pt_PT", chinese=False),
        )
    }
)
"""Every language by its tag, in the order of the buttons."""


def language(tag: str) -> Language:
    """The language of that tag; of one that the program does not speak, as CLDR knows it.

    Raises KeyError for what is no language.
    """
    return LANGUAGES.get(tag) or _by_cldr(tag)


@lru_cache(maxsize=64)
def _by_cldr(tag: str) -> Language:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        raise KeyError(tag) from None
    name = locale.get_display_name() or tag
    drawn = tag.partition("-")[0].upper()
    return Language(tag, drawn, name[:1].upper() + name[1:], str(locale), chinese=False)
