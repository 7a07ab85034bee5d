"""Makes pinyin.txt and jyutping.txt: how characters are read, without tones, all ways of each.

A line is a syllable, the characters that are often read so, and after a space the others.

    pip install ToJyutping==3.2.0
    apt-get install unicode-data            # Unihan 15.0
    python make_readings.py /usr/share/unicode/Unihan_Readings.txt.bz2

Pinyin is of Unihan; Jyutping is of Unihan and of ToJyutping, whose readings are those of
rime-cantonese: Unihan has one for each character, and 重 or 行 have several.  NOTICE names both.
"""

from __future__ import annotations

import bz2
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import ToJyutping

HERE = Path(__file__).parent
PINYIN_FIELDS = ("kMandarin", "kHanyuPinlu", "kXHC1983", "kTGHZ2013")
"""Dictionaries of today; kHanyuPinyin has what was read a thousand years ago as well."""
SPOKEN_FIELDS = ("kMandarin", "kHanyuPinlu")
"""What characters are mostly read as: 广 is an only in old texts."""
OFTEN_READINGS = 3
"""So many ways to read a character in Cantonese are common, the commonest first.

Of a simplified one only the first is: 广 has those of 廣, and those of a rare character 广.
"""
STANDARDS = ("gb2312", "big5hkscs")
"""The characters that the mainland, Hong Kong, Macao and Taiwan have on their keyboards."""


def main(unihan: Path) -> None:
    """Write both files from Unihan's readings."""
    pinyin: dict[str, list[str]] = defaultdict(list)
    spoken: dict[str, set[str]] = defaultdict(set)
    cantonese: dict[str, list[str]] = defaultdict(list)
    common: set[str] = set()
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            code, field, value = line.rstrip("\n").split("\t")
            character = chr(int(code[2:], 16))
            if field in PINYIN_FIELDS:
                read_so = [plain(each) for each in re.findall(r"[^\W\d_]+", value)]
                pinyin[character] += read_so
                if field in SPOKEN_FIELDS:
                    spoken[character] |= set(read_so)
            if field == "kCantonese":
                cantonese[character] += [each.rstrip("123456") for each in value.split()]
            if field == "kTGHZ2013" or is_common(character):
                common.add(character)
    for character in common:
        for _, readings in ToJyutping.get_jyutping_candidates(character):
            toneless = [each.rstrip("123456") for each in readings if " " not in each]
            cantonese[character] = list(dict.fromkeys([*cantonese[character], *toneless]))
    often = {each: spoken[each] or set(pinyin[each]) for each in common}
    write("pinyin.txt", {each: pinyin[each] for each in common}, often)
    often = {each: set(cantonese[each][: often_readings(each)]) for each in common}
    write("jyutping.txt", {each: cantonese[each] for each in common}, often)


def plain(syllable: str) -> str:
    """A syllable without its tone; ü is v, as it is typed."""
    apart = unicodedata.normalize("NFD", syllable.lower()).replace("u\u0308", "v")
    return "".join(each for each in apart if each.isascii() and each.isalpha())


def is_common(character: str) -> bool:
    """Whether one of the standards has it."""
    return any(has(standard, character) for standard in STANDARDS)


def often_readings(character: str) -> int:
    """How many of its readings in Cantonese are common."""
    return OFTEN_READINGS if has("big5", character) else 1


def has(standard: str, character: str) -> bool:
    """Whether a standard has a character."""
    try:
        character.encode(standard)
    except UnicodeEncodeError:
        return False
    return True


def write(name: str, readings: dict[str, list[str]], often: dict[str, set[str]]) -> None:
    """Write a line for each syllable: the characters that are often read so, and the others."""
    characters: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for character in sorted(readings):
        for syllable in set(readings[character]):
            if syllable:
                characters[syllable][syllable not in often[character]].append(character)
    lines = [
        f"{syllable} {''.join(read_often)} {''.join(others)}".rstrip() + "\n"
        for syllable, (read_often, others) in sorted(characters.items())
    ]
    (HERE / name).write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
