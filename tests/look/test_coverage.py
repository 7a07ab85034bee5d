"""What the program believes of the fonts is what is in them, and all words of ours can be drawn."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest

from kiosk.languages.language import LANGUAGES
from kiosk.languages.words import read_words
from kiosk.look.coverage import Coverage, read_coverage
from tests.project import PROJECT

if TYPE_CHECKING:
    from types import ModuleType

ASSETS = PROJECT / "assets"
FONTS = ASSETS / "look" / "fonts"


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return read_coverage(FONTS)


@pytest.fixture(scope="module")
def lister() -> ModuleType:
    """`list_coverage.py`, which is a script beside the fonts and not in the package."""
    spec = importlib.util.spec_from_file_location("list_coverage", FONTS / "list_coverage.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_list_is_as_new_as_the_fonts(lister: ModuleType) -> None:
    assert (FONTS / "coverage.yaml").read_text(encoding="utf-8") == lister.coverage(FONTS)


def test_ranges_are_as_long_as_can_be(lister: ModuleType) -> None:
    assert lister.ranges([0x20, 0x22, 0x21, 0x41, 0x1F680]) == ["0020-0022", "0041", "1f680"]


@pytest.mark.parametrize(
    ("words", "language", "missing"),
    [
        pytest.param("São Tomé – 42%", "en", "", id="Latin"),
        pytest.param("Three 🚀 and one 🚀", "en", "🚀🚀", id="a picture letter"),
        pytest.param("Россия", "pt", "Россия", id="Cyrillic"),
        pytest.param("深水埗 is 深水埗", "en", "", id="Chinese within English"),
        pytest.param("香港CityU的lǜ‰", "zh-Hant", "", id="Latin within Chinese"),
        pytest.param("用 Ж 和 🚀", "zh-Hans", "Ж🚀", id="Cyrillic within Chinese"),
        pytest.param("一行\n兩行\t三", "zh-Hant", "", id="white space"),
        pytest.param("한국", "zh-Hans", "한국", id="Hangul"),
    ],
)
def test_letters_without_a_glyph(
    coverage: Coverage, words: str, language: str, missing: str
) -> None:
    offsets = coverage.undrawable(words, language, large=False)

    assert "".join(words[offset] for offset in offsets) == missing


def test_a_letter_is_found_where_it_stands(coverage: Coverage) -> None:
    """Between Chinese and Latin the spaces go, and the places stay those of the text."""
    words = "在 Hong Kong 的 🚀"

    assert list(coverage.undrawable(words, "zh-Hant", large=False)) == [words.index("🚀")]


def test_the_display_face_lacks_the_rarest_characters(coverage: Coverage) -> None:
    [rare, *_] = sorted(coverage.text["zh-Hant"] - coverage.large["zh-Hant"])

    assert list(coverage.undrawable(rare, "zh-Hant", large=False)) == []
    assert list(coverage.undrawable(rare, "zh-Hant", large=True)) == [0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_interface_can_be_drawn(coverage: Coverage, language: str) -> None:
    words = read_words(ASSETS / "words").templates[language]
    missing = {
        key: said[offset]
        for key, said in words.items()
        for offset in coverage.undrawable(said, language, large=True)
    }

    assert missing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_the_languages_can_be_drawn(coverage: Coverage, language: str) -> None:
    spoken = LANGUAGES[language]

    assert list(coverage.undrawable(spoken.drawn + spoken.name, language, large=True)) == []
