"""How Chinese characters are read, without tones: in Mandarin and in Cantonese."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.languages.searching.folded_text import is_chinese
from kiosk.shipped import damaged, shipped, shipped_text

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMES = ("pinyin", "jyutping")
_DIGRAPHS = ("zh", "ch", "sh", "gw", "kw", "ng")
"""What a syllable may begin with that is one sound in two letters."""


class TypedReading(NamedTuple):
    """One way to read a character, as it is typed; `is_rare` where hardly anybody reads it so."""

    typed: str
    is_rare: bool = False


def read_readings(scheme: str, characters: Iterable[str]) -> dict[str, tuple[TypedReading, ...]]:
    """All readings of these characters by one of the schemes; ü is u and v, as people type it.

    Raises BrokenInstallation.
    """
    wanted = set(filter(is_chinese, characters))
    found: dict[str, list[TypedReading]] = {}
    path = shipped("assets") / "words" / "readings" / f"{scheme}.txt"
    for line in shipped_text(path).splitlines():
        syllable, *groups = line.split(" ")
        if not (groups and syllable.isascii() and syllable.isalpha()):
            raise damaged(path, f"{line[:20]!r} is no syllable with its characters")
        for is_rare, read_so in enumerate(groups):
            for character in wanted.intersection(read_so):
                for typed in dict.fromkeys((syllable, syllable.replace("v", "u"))):
                    found.setdefault(character, []).append(TypedReading(typed, bool(is_rare)))
    return {character: tuple(readings) for character, readings in found.items()}


def initials(reading: str) -> tuple[str, ...]:
    """What a reading may be shortened to: its first letter, or its first sound."""
    return (reading[:2], reading[0]) if reading[:2] in _DIGRAPHS else (reading[0],)
