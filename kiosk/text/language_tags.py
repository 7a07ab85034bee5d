"""Which of the exhibit's languages is meant by another tag, such as zh-CN.

BCP 47 tags may name a region where we name the script; Windows, Android and old web pages have
names of their own ("CLDR likely subtags": zh-TW is written in Hant, zh-SG in Hans).
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIMPLIFIED = frozenset({"hans", "cn", "sg", "my", "chs", "sc"})
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo", "cht", "tc", "yue"})
_LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("en", "eng", "english", "uk", "us", "gb"), "en"),
        **dict.fromkeys(("pt", "por", "ptg", "portuguese", "português", "br"), "pt"),
    }
)
_CHINESE = frozenset({"zh", "zho", "chi", "cmn", "chinese"})


def nearest_languages(written: str) -> tuple[str, ...]:
    """The languages that can be meant: both Chinese ones for `zh`, none for what is no tag."""
    parts = [part for part in re.split(r"[-_. @]+", written.strip().lower()[:40]) if part]
    if not parts:
        return ()
    for part in parts:
        if part in _SIMPLIFIED | _TRADITIONAL and (part == parts[0] or parts[0] in _CHINESE):
            return ("zh-Hans",) if part in _SIMPLIFIED else ("zh-Hant",)
    if parts[0] in _CHINESE:
        return ("zh-Hant", "zh-Hans")
    language = _LANGUAGES.get(parts[0])
    return (language,) if language else ()
