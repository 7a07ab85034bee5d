"""Cuts the exhibit's fonts out of the Noto fonts that Debian ships.

Needs fontTools, and the packages fonts-noto-core, fonts-noto-extra, fonts-noto-cjk and
fonts-noto-cjk-extra. The same packages and the same fontTools give the same bytes every time.

    python cut_fonts.py                           cut every font into the folder of this script
    python cut_fonts.py --into FOLDER             cut them somewhere else, to compare
    python cut_fonts.py --only NotoSans-Bold.ttf  cut one of them
    python cut_fonts.py --noto FOLDER             where the packages keep truetype/ and opentype/

README.md says what each font is for and fonts.yaml is the table that the program reads.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from drawn_signs import add_signs
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).resolve().parent
NOTO = Path("/usr/share/fonts")

LATIN_RANGES = [
    (0x0020, 0x024F),  # Latin to Extended-B: Portuguese, and Pinyin with its tones
    (0x02B0, 0x036F),  # modifier letters and combining marks
    (0x0370, 0x03FF),  # Greek
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # punctuation, spaces, per mille
    (0x2070, 0x20BF),  # superscripts, subscripts, currencies
    (0x2100, 0x218F),  # letter-like signs and fractions
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),  # mathematics: minus, ≈, ≠, ≤, ≥
]
CHINESE_RANGES = [
    (0x0020, 0x017F),  # ASCII, Latin-1, Extended-A: Portuguese and Pinyin
    (0x2000, 0x206F),  # punctuation, per mille
    (0x2070, 0x20BF),  # superscripts, subscripts, currencies
    (0x2100, 0x22FF),  # letter-like signs, fractions, arrows, mathematics
    (0x3000, 0x303F),  # Chinese punctuation
    (0xFE30, 0xFE4F),  # Chinese compatibility forms
    (0xFF00, 0xFFEF),  # full-width forms
]
UNIFIED_IDEOGRAPHS = (0x4E00, 0x9FFF)
CHINESE_CODECS = ("gb2312", "big5", "big5hkscs")

LATIN_FEATURES = [
    *("ccmp", "locl", "liga", "kern", "mark", "mkmk", "case"),
    *("lnum", "onum", "tnum", "pnum", "zero", "frac", "numr", "dnom", "sups", "subs", "ordn"),
]
CHINESE_FEATURES = ["ccmp", "liga", "kern", "mark", "palt", "halt"]


@dataclass(frozen=True)
class Cut:
    """One font file to make: from which file of the packages, and from which face of a collection.

    `hints` are the stem hints; a display face is only ever drawn large and does without them.
    `every_ideograph` adds the rest of the block of unified ideographs to the codecs' characters.
    """

    file: str
    source: str
    face: str | None = None
    hints: bool = True
    every_ideograph: bool = False


def _latin(file: str) -> Cut:
    return Cut(file, f"truetype/noto/{file}")


def _chinese_text(region: str, weight: str) -> Cut:
    return Cut(
        f"NotoSansCJK{region.lower()}-{weight}.otf",
        f"opentype/noto/NotoSansCJK-{weight}.ttc",
        f"NotoSansCJK{region.lower()}-{weight}",
        every_ideograph=True,
    )


def _chinese_display(region: str) -> Cut:
    return Cut(
        f"NotoSerifCJK{region.lower()}-SemiBold.otf",
        "opentype/noto/NotoSerifCJK-SemiBold.ttc",
        f"NotoSerifCJK{region.lower()}-SemiBold",
        hints=False,
    )


CUTS = [
    _latin("NotoSerifDisplay-Medium.ttf"),
    _latin("NotoSerifDisplay-MediumItalic.ttf"),
    _latin("NotoSans-Light.ttf"),
    _latin("NotoSans-Regular.ttf"),
    _latin("NotoSans-Italic.ttf"),
    _latin("NotoSans-Medium.ttf"),
    _latin("NotoSans-Bold.ttf"),
    *(_chinese_text(*face) for face in product(("HK", "SC"), ("Regular", "Medium", "Bold"))),
    *(_chinese_display(region) for region in ("HK", "SC")),
]


def characters_of(codec: str) -> set[int]:
    """Return the code points that the two-byte codes of a Chinese `codec` stand for."""
    characters: set[int] = set()
    for lead, trail in product(range(0x81, 0xFF), range(0x40, 0xFF)):
        try:
            characters.update(map(ord, bytes([lead, trail]).decode(codec)))
        except UnicodeDecodeError:
            continue
    return {character for character in characters if character >= 0x80}


def wanted_characters(cut: Cut) -> set[int]:
    """Return the code points to keep in a font; those that the source lacks are left out."""
    if cut.face is None:
        return _expand(LATIN_RANGES)
    wanted = _expand(CHINESE_RANGES).union(*map(characters_of, CHINESE_CODECS))
    return wanted | _expand([UNIFIED_IDEOGRAPHS]) if cut.every_ideograph else wanted


def _expand(ranges: list[tuple[int, int]]) -> set[int]:
    return {character for first, last in ranges for character in range(first, last + 1)}


def _open(cut: Cut, noto: Path) -> TTFont:
    if cut.face is None:
        return TTFont(noto / cut.source, recalcTimestamp=False)
    for font in TTCollection(noto / cut.source, lazy=True):
        if font["name"].getDebugName(6) == cut.face:
            font.recalcTimestamp = False
            return font
    raise LookupError(f"{noto / cut.source} has no face {cut.face}")


def _options(cut: Cut) -> Options:
    options = Options()
    options.layout_features = LATIN_FEATURES if cut.face is None else CHINESE_FEATURES
    options.hinting = cut.hints
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    if cut.face is not None:
        options.drop_tables += ["vhea", "vmtx", "VORG"]
    return options


def _mark_as_cut(font: TTFont) -> None:
    """Say in the version and the unique name that this is not the font as Google publishes it."""
    for record in font["name"].names:
        if record.nameID in (3, 5):
            record.string = f"{record.toUnicode()};subset"


def cut_font(cut: Cut, noto: Path, into: Path) -> str:
    """Write one font into the folder `into`; return one line that says what came of it."""
    font = _open(cut, noto)
    drawn = add_signs(font) if cut.face is None else []
    cmap = font["cmap"]
    cmap.tables = [table for table in cmap.tables if table.format != 14]
    subsetter = Subsetter(_options(cut))
    subsetter.populate(unicodes=wanted_characters(cut))
    subsetter.subset(font)
    _mark_as_cut(font)
    path = into / cut.file
    font.save(path)
    signs = f", drawn: {''.join(drawn)}" if drawn else ""
    return f"{cut.file}: {len(font.getBestCmap())} characters, {path.stat().st_size} bytes{signs}"


def main() -> int:
    """Cut the fonts that the command line asks for, several at a time."""
    parser = argparse.ArgumentParser(description="Cut the exhibit's fonts out of Debian's Noto.")
    parser.add_argument("--noto", type=Path, default=NOTO, help="folder of the Debian fonts")
    parser.add_argument("--into", type=Path, default=HERE, help="folder to write to")
    parser.add_argument("--only", action="append", metavar="FILE", help="one font; may be repeated")
    arguments = parser.parse_args()
    known = {cut.file for cut in CUTS}
    if unknown := set(arguments.only or known) - known:
        parser.error(f"no such font: {', '.join(sorted(unknown))}")
    chosen = [cut for cut in CUTS if not arguments.only or cut.file in arguments.only]
    arguments.into.mkdir(parents=True, exist_ok=True)
    count = len(chosen)
    with ProcessPoolExecutor() as pool:
        lines = pool.map(cut_font, chosen, [arguments.noto] * count, [arguments.into] * count)
        for line in lines:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
