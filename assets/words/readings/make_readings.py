"""Makes pinyin.txt and jyutping.txt: how characters are read, without tones, all ways of each.

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
STANDARDS = ("gb2312", "big5hkscs")
"""The characters that the mainland, Hong Kong, Macao and Taiwan have on their keyboards."""


def main(unihan: Path) -> None:
    """Write both files from Unihan's readings."""
    pinyin: dict[str, set[str]] = defaultdict(set)
    jyutping: dict[str, set[str]] = defaultdict(set)
    common: set[str] = set()
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            code, field, value = line.rstrip("\n").split("\t")
            character = chr(int(code[2:], 16))
            if field in PINYIN_FIELDS:
                pinyin[character] |= {plain(each) for each in re.findall(r"[^\W\d_]+", value)}
            if field == "kCantonese":
                jyutping[character] |= {each.rstrip("123456") for each in value.split()}
            if field == "kTGHZ2013" or is_common(character):
                common.add(character)
    for character in common:
        for _, readings in ToJyutping.get_jyutping_candidates(character):
            jyutping[character] |= {each.rstrip("123456") for each in readings if " " not in each}
    write("pinyin.txt", {each: pinyin[each] for each in common})
    write("jyutping.txt", {each: jyutping[each] for each in common})


def plain(syllable: str) -> str:
    """A syllable without its tone; ü is v, as it is typed."""
    apart = unicodedata.normalize("NFD", syllable.lower()).replace("u\u0308", "v")
    return "".join(each for each in apart if each.isascii() and each.isalpha())


def is_common(character: str) -> bool:
    """Whether one of the standards has it."""
    for standard in STANDARDS:
        try:
            character.encode(standard)
        except UnicodeEncodeError:
            continue
        return True
    return False


def write(name: str, readings: dict[str, set[str]]) -> None:
    """Write a line for each syllable, with its characters."""
    characters: dict[str, list[str]] = defaultdict(list)
    for character in sorted(readings):
        for syllable in readings[character]:
            if syllable:
                characters[syllable].append(character)
    lines = [f"{syllable} {''.join(characters[syllable])}\n" for syllable in sorted(characters)]
    (HERE / name).write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
