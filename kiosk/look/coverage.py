"""Which characters the bundled fonts have, known without opening them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.languages.spacing import runs
from kiosk.shipped_yaml import shipped_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LATIN_FROM = "en"
_HAN_WITHOUT_REGION = "zh-Hans"
"""Whose face draws Chinese within an English or Portuguese text, as in `faces.py`."""


@dataclass(frozen=True)
class Coverage:
    """The characters of the faces: by language, those that every text face of it has, and those
    that its display faces have as well."""

    text: Mapping[str, frozenset[str]]
    large: Mapping[str, frozenset[str]]

    def undrawable(self, words: str, language: str, /, *, large: bool) -> Iterator[int]:
        """Where a text has letters without a glyph; `large` text is set in the display face too.

        As on the screen, Chinese and Latin letters of one text come from a face each.
        """
        sets = self.large if large else self.text
        offset = 0
        for run in runs(words, language):
            offset = words.index(run.text, offset)
            drawn = sets[_face_of(run.script, language)]
            for index, letter in enumerate(run.text):
                if letter not in drawn and not letter.isspace():
                    yield offset + index
            offset += len(run.text)


@lru_cache(maxsize=1)
def read_coverage(fonts: Path) -> Coverage:
    """Read `fonts.yaml` and `coverage.yaml` of the folder with the fonts, which never change."""
    faces = shipped_yaml(fonts / "fonts.yaml")["fonts"]
    characters: dict[str, frozenset[str]] = {}
    for group in shipped_yaml(fonts / "coverage.yaml")["coverage"]:
        characters |= dict.fromkeys(group["files"], _characters(group["characters"]))
    text: dict[str, frozenset[str]] = {}
    large: dict[str, frozenset[str]] = {}
    for face in faces:
        own = characters[face["file"]]
        for language in face["languages"]:
            large[language] = own & large.get(language, own)
            if face["role"] == "text":
                text[language] = own & text.get(language, own)
    return Coverage(MappingProxyType(text), MappingProxyType(large))


def _characters(ranges: str) -> frozenset[str]:
    """The characters of `0020-007e 00d7`: code points in hexadecimal digits."""
    found: set[str] = set()
    for written in ranges.split():
        first, _, last = written.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)


def _face_of(script: str, language: str) -> str:
    if script == "latin":
        return _LATIN_FROM
    return language if language.startswith("zh") else _HAN_WITHOUT_REGION
