"""How Chinese characters are read, without tones: in Mandarin and in Cantonese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.languages.searching.folded_text import is_chinese
from kiosk.shipped import damaged, shipped, shipped_text

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMES = ("pinyin", "jyutping")
_DIGRAPHS = ("zh", "ch", "sh", "gw", "kw", "ng")
"""What a syllable may begin with that is one sound in two letters."""


def read_readings(scheme: str, characters: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """All readings of these characters by one of the schemes; ü is u and v, as people type it.

    Raises BrokenInstallation.
    """
    wanted = set(filter(is_chinese, characters))
    found: dict[str, list[str]] = {}
    path = shipped("assets") / "words" / "readings" / f"{scheme}.txt"
    for line in shipped_text(path).splitlines():
        syllable, space, read_so = line.partition(" ")
        if not (space and syllable.isascii() and syllable.isalpha()):
            raise damaged(path, f"{line[:20]!r} is no syllable with its characters")
        for character in wanted.intersection(read_so):
            found.setdefault(character, []).append(syllable)
    return {character: _with_u(syllables) for character, syllables in found.items()}


def initials(reading: str) -> tuple[str, ...]:
    """What a reading may be shortened to: its first letter, or its first sound."""
    return (reading[:2], reading[0]) if reading[:2] in _DIGRAPHS else (reading[0],)


def _with_u(syllables: Iterable[str]) -> tuple[str, ...]:
    """The readings, those with ü in both ways to type it."""
    return tuple(
        dict.fromkeys(
            written
            for each in syllables
            for written in ((each, each.replace("v", "u")) if "v" in each else (each,))
        )
    )
