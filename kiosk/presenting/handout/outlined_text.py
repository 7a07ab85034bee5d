"""Makes text copied from the PDF equal to the text that was written.

Chinese fonts share one glyph between a character and its radical, such as 香 and ⾹, and Qt maps
the glyph to the first of them.  The radical looks the same, but a search for the word misses it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QRawFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pikepdf import Object, Pdf

_CODE = re.compile(rb"<([0-9A-F]{4})>(?=[\s<\]])")
_RADICALS = range(0x2E80, 0x2FE0)
_PLAIN = {
    0x2E81: "厂",
    0x2E84: "乙亻冂",
    0x2E8B: "㔾",
    0x2E92: "巳幺彑彐忄㣺扌攵",
    0x2E9C: "日月歺母民氵氺灬爫",
    0x2EA7: "牛犭王疋罒示礻",
    0x2EAF: "糹纟",
    0x2EB3: "罒",
    0x2EB6: "羊",
    0x2EB9: "耂肀",
    0x2EBC: "月",
    0x2EBE: "艹",
    0x2EC1: "虎衤覀西见角",
    0x2EC8: "讠贝",
    0x2ECB: "车辶辶辶阝钅長镸长门",
    0x2ED6: "阝雨青韦页风飞食",
    0x2EDF: "飠饣",
    0x2EE2: "马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
}
"""Unicode's equivalents of the radicals without a normal form, in runs by the first code point."""
_PIXELS = 16
_TAG_LETTERS = 26
_TAG_LENGTH = 6


def mend_text(pdf: Pdf, files: Mapping[str, Path], written: Iterable[str]) -> None:
    """Map the glyphs of every font to characters in `written`, and name the font as a subset.

    `files` are the font files by the names of fonts in the PDF.
    """
    characters = sorted({character for text in written for character in text})
    seen = set()
    for page in pdf.pages:
        for font in page.resources.get("/Font", {}).values():
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            name = str(font["/BaseFont"]).removeprefix("/")
            if name in files:
                _mend_characters(font, _instead(files[name], tuple(characters)))
            _name_as_subset(font, f"{_tag(len(seen))}+{name}")


def _mend_characters(font: Object, instead: Mapping[int, int]) -> None:
    def mended(match: re.Match[bytes]) -> bytes:
        found = int(match[1], 16)
        return b"<%04X>" % instead.get(found, found)

    stream = font["/ToUnicode"]
    head, start, listed = stream.read_bytes().partition(b"[")
    stream.write(head + start + _CODE.sub(mended, listed))


@cache
def _instead(file: Path, characters: tuple[str, ...]) -> dict[int, int]:
    """For each radical, the written character that has the same glyph in this font.

    Without such a glyph it is the radical's plain form.
    """
    raw = QRawFont(str(file), _PIXELS)
    text = "".join(character for character in characters if ord(character) < 0x10000)
    by_glyph = dict(zip(raw.glyphIndexesForString(text), text, strict=True))
    by_glyph.pop(0, None)
    found = {
        first + offset: ord(plain)
        for first, run in _PLAIN.items()
        for offset, plain in enumerate(run)
    }
    for radical in _RADICALS:
        glyphs = raw.glyphIndexesForString(chr(radical))
        character = by_glyph.get(glyphs[0]) if glyphs else None
        if character is not None:
            found[radical] = ord(character)
        else:
            found.setdefault(radical, ord(unicodedata.normalize("NFKC", chr(radical))))
    return found


def _name_as_subset(font: Object, name: str) -> None:
    """Prefix the name of a font subset with six letters, as ISO 32000-1, 9.6.4 asks for."""
    from pikepdf import Name

    within = font["/DescendantFonts"][0]
    for entry, key in ((font, "/BaseFont"), (within, "/BaseFont")):
        entry[key] = Name("/" + name)
    within["/FontDescriptor"]["/FontName"] = Name("/" + name)


def _tag(number: int) -> str:
    letters = []
    for _ in range(_TAG_LENGTH):
        number, letter = divmod(number, _TAG_LETTERS)
        letters.append(chr(ord("A") + letter))
    return "".join(reversed(letters))
