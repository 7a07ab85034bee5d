"""The bundled fonts have the characters, regional shapes and names that the exhibit needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest
import yaml
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from tests.project import PROJECT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FOLDER = PROJECT / "assets" / "look" / "fonts"
MOST_BYTES = 60_000_000

# What Noto CJK itself lacks of Big5 with HKSCS: phonetic script and five loose signs.
SIGNS_NOTO_CJK_LACKS = set("ŋɐɔɛɪɵʃʊˆˍ‾∼≒")

LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "ÀÁÂÃÇÉÊÍÓÔÕÚÜàáâãçéêíóôõúüñÑèìòùöäß"
    "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
)
FIGURES_AND_PUNCTUATION = "0123456789 .,;:!?¡¿'\"()[]{}/\\|@#%&*+-=<>~^_`$–—‘’“”‚„«»‹›…•·†‡§¶©®™ªº°"
SIGNS = "²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃−±×÷≈≠≤≥‰€£¥¢½¼¾⅓⅔⅛№µ←→↑↓↖↗↘↙↔↕"
GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψω"
UNBREAKABLE = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}"
LATIN = set(LETTERS + FIGURES_AND_PUNCTUATION + SIGNS + GREEK + UNBREAKABLE)

ASCII = {chr(code) for code in range(0x20, 0x7F)}
LATIN_1 = {chr(code) for code in range(0xA0, 0x100)}
PORTUGUESE = set("ÀÁÂÃÇÉÊÍÓÔÕÚÜàáâãçéêíóôõúü")
CHINESE_PUNCTUATION = set("、。〈〉《》「」『』【】〔〕〖〗〝〞·—…‘’“”～﹏")
FULL_WIDTH = {chr(code) for code in range(0xFF01, 0xFF5F)} | set("￥￡￠")
AROUND_CHINESE = ASCII | LATIN_1 | PORTUGUESE | CHINESE_PUNCTUATION | FULL_WIDTH


@dataclass(frozen=True)
class Face:
    """One line of fonts.yaml."""

    file: str
    family: str
    weight: int
    italic: bool
    role: str
    languages: list[str]


FACES = [
    Face(**line) for line in yaml.safe_load((FOLDER / "fonts.yaml").read_text("utf-8"))["fonts"]
]
LATIN_FACES = [face for face in FACES if "en" in face.languages]
CHINESE_FACES = [face for face in FACES if "en" not in face.languages]
REGIONAL_PAIRS = [
    ("NotoSansCJKhk-Regular.otf", "NotoSansCJKsc-Regular.otf"),
    ("NotoSansCJKhk-Medium.otf", "NotoSansCJKsc-Medium.otf"),
    ("NotoSansCJKhk-Bold.otf", "NotoSansCJKsc-Bold.otf"),
    ("NotoSerifCJKhk-SemiBold.otf", "NotoSerifCJKsc-SemiBold.otf"),
]


def file_of(face: Face) -> str:
    return face.file


each_face = pytest.mark.parametrize("face", FACES, ids=file_of)
each_latin_face = pytest.mark.parametrize("face", LATIN_FACES, ids=file_of)
each_chinese_face = pytest.mark.parametrize("face", CHINESE_FACES, ids=file_of)
each_regional_pair = pytest.mark.parametrize(("hong_kong", "mainland"), REGIONAL_PAIRS)


@cache
def opened(file: str) -> TTFont:
    return TTFont(FOLDER / file, lazy=True)


@cache
def characters_in(file: str) -> frozenset[str]:
    return frozenset(map(chr, opened(file).getBestCmap()))


@cache
def characters_of(codec: str) -> frozenset[str]:
    """The characters that the two-byte codes of a Chinese codec stand for."""
    characters: set[str] = set()
    for lead, trail in product(range(0x81, 0xFF), range(0x40, 0xFF)):
        characters.update(bytes([lead, trail]).decode(codec, errors="ignore"))
    return frozenset(character for character in characters if not character.isascii())


def outline(file: str, character: str) -> list[object]:
    font = opened(file)
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getBestCmap()[ord(character)]].draw(pen)
    return list(pen.value)


def advance(file: str, character: str) -> int:
    font = opened(file)
    return int(font["hmtx"][font.getBestCmap()[ord(character)]][0])


def features_of(file: str) -> set[str]:
    return {
        record.FeatureTag
        for table in ("GSUB", "GPOS")
        for record in opened(file)[table].table.FeatureList.FeatureRecord
    }


def test_every_font_file_stands_in_the_table_once() -> None:
    files = sorted(path.name for path in FOLDER.iterdir() if path.suffix in {".otf", ".ttf"})

    assert sorted(face.file for face in FACES) == files


def test_the_fonts_together_stay_within_their_size() -> None:
    assert sum((FOLDER / face.file).stat().st_size for face in FACES) <= MOST_BYTES


@pytest.mark.parametrize(
    ("family", "styles"),
    [
        ("Noto Serif Display", {(500, False), (500, True)}),
        ("Noto Sans", {(300, False), (400, False), (400, True), (500, False), (700, False)}),
        ("Noto Serif CJK HK", {(600, False)}),
        ("Noto Serif CJK SC", {(600, False)}),
        ("Noto Sans CJK HK", {(400, False), (500, False), (700, False)}),
        ("Noto Sans CJK SC", {(400, False), (500, False), (700, False)}),
    ],
)
def test_each_family_has_the_weights_of_the_design(
    family: str, styles: set[tuple[int, bool]]
) -> None:
    assert {(face.weight, face.italic) for face in FACES if face.family == family} == styles


@each_face
def test_the_table_says_what_is_in_the_file(face: Face) -> None:
    font = opened(face.file)
    names = font["name"]
    family = names.getDebugName(16) or names.getDebugName(1)

    assert (family, font["OS/2"].usWeightClass) == (face.family, face.weight)
    assert bool(font["post"].italicAngle) == face.italic


@each_face
def test_qt_finds_the_face_under_the_name_in_the_table(face: Face, qapp: QApplication) -> None:
    number = QFontDatabase.addApplicationFont(str(FOLDER / face.file))
    font = QFont(face.family)
    font.setWeight(QFont.Weight(face.weight))
    font.setItalic(face.italic)
    found = QRawFont.fromFont(font)

    assert QFontDatabase.applicationFontFamilies(number)[0] == face.family
    assert found.familyName() == face.family
    assert found.weight() == face.weight
    assert (found.style() == QFont.Style.StyleItalic) == face.italic


@each_face
def test_every_font_carries_its_licence(face: Face) -> None:
    assert "SIL Open Font License" in opened(face.file)["name"].getDebugName(13)


def test_the_licence_stands_beside_the_fonts_with_each_copyright() -> None:
    licence = (FOLDER / "OFL.txt").read_text("utf-8")
    copyrights = {opened(face.file)["name"].getDebugName(0) for face in FACES}

    assert len(copyrights) == 4
    assert [line for line in sorted(copyrights) if line not in licence] == []
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@each_latin_face
def test_a_latin_face_has_every_letter_and_sign(face: Face) -> None:
    assert sorted(LATIN - characters_in(face.file)) == []


@each_latin_face
def test_a_latin_face_keeps_kerning_and_the_forms_of_figures(face: Face) -> None:
    assert {"kern", "tnum", "lnum"} <= features_of(face.file)


@each_latin_face
def test_figures_are_equally_wide(face: Face) -> None:
    assert len({advance(face.file, figure) for figure in "0123456789"}) == 1


@each_latin_face
def test_the_drawn_signs_are_as_wide_as_the_plus(face: Face) -> None:
    assert {advance(face.file, sign) for sign in "−≈≠≤≥"} == {advance(face.file, "+")}


@each_latin_face
def test_the_drawn_signs_differ_from_each_other(face: Face) -> None:
    drawn = "−≈≠≤≥←→↑↓↖↗↘↙↔↕"

    assert len({str(outline(face.file, sign)) for sign in drawn}) == len(drawn)


@each_chinese_face
@pytest.mark.parametrize(
    ("codec", "size"), [("gb2312", 7445), ("big5", 13706), ("big5hkscs", 18388)]
)
def test_a_chinese_face_has_every_character_of_the_codec(face: Face, codec: str, size: int) -> None:
    wanted = characters_of(codec)

    assert len(wanted) == size
    assert sorted(wanted - SIGNS_NOTO_CJK_LACKS - characters_in(face.file)) == []


@each_chinese_face
def test_a_chinese_face_has_what_stands_around_chinese_text(face: Face) -> None:
    assert sorted(AROUND_CHINESE - characters_in(face.file)) == []


@each_chinese_face
def test_a_chinese_face_has_the_names_of_hong_kong_and_macao(face: Face) -> None:
    assert sorted(set("深水埗鰂魚涌氹仔路環赤鱲角邨衞啓") - characters_in(face.file)) == []


@pytest.mark.parametrize(
    "face", [face for face in CHINESE_FACES if face.role == "text"], ids=file_of
)
def test_a_chinese_text_face_has_every_unified_ideograph(face: Face) -> None:
    ideographs = {chr(code) for code in range(0x4E00, 0x9FF0)}

    assert sorted(ideographs - characters_in(face.file)) == []


@each_regional_pair
@pytest.mark.parametrize("character", "骨直角過，。")
def test_hong_kong_and_the_mainland_draw_a_character_differently(
    hong_kong: str, mainland: str, character: str
) -> None:
    assert outline(hong_kong, character) != outline(mainland, character)


@each_regional_pair
@pytest.mark.parametrize("character", "門一大")
def test_hong_kong_and_the_mainland_share_a_character_that_is_the_same_in_both(
    hong_kong: str, mainland: str, character: str
) -> None:
    assert outline(hong_kong, character) == outline(mainland, character) != []
