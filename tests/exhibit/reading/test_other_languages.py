"""An exhibit in a language that the program does not speak."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.values import WrittenDate
from kiosk.exhibit.reading.cover import cover_of, read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.language import language
from kiosk.languages.numbers import date_words, number_words
from kiosk.languages.words import read_words
from kiosk.shipped import shipped
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.sound_content import Content, sound_content

if TYPE_CHECKING:
    from pathlib import Path

WORDS = """\
map: Plan
mapp: Carte
open_place: Ouvrir
list_pair: "{left} et {right}"
"""


def rules(content: Content) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in whole_check(content.folder, read_exhibit(content.folder)):
        found.setdefault(each.rule, []).append(str(each))
    return found


@pytest.fixture
def french(tmp_path: Path) -> Content:
    content = sound_content(tmp_path / "content")
    content.change("exhibit.yaml", "languages: [en, zh-Hant, zh-Hans, pt]", "languages: [en, fr]")
    content.change("exhibit.yaml", "title: {", "title: {fr: La Baie, ")
    (content.folder / "words").mkdir()
    content.write("words/fr.yaml", WORDS)
    return content


def test_texts_in_french_are_read_by_the_exhibit_and_by_its_first_picture(french: Content) -> None:
    exhibit = read_exhibit(french.folder).exhibit
    assert exhibit is not None

    assert exhibit.languages == ("en", "fr")
    assert exhibit.title.words_in("fr") == "La Baie"
    assert read_cover(french.folder).title.words_in("fr") == "La Baie"
    assert read_cover(french.folder).languages == ("en", "fr")


def test_the_interface_says_what_the_folder_says_and_the_rest_in_english(french: Content) -> None:
    exhibit = read_exhibit(french.folder).exhibit
    assert exhibit is not None
    for cover in (read_cover(french.folder), cover_of(exhibit)):
        words = read_words(shipped("assets") / "words").with_languages(cover.interface)

        assert words.say("map", "fr") == "Plan"
        assert words.joined(["un", "deux"], "fr") == "un et deux"
        assert words.say("next", "fr") == "Next"
        assert words.say("open_place", "fr", place="Hall") == "Open Hall", "no field, no use"


def test_check_names_missing_unknown_and_incomplete_words(french: Content) -> None:
    found = rules(french)

    (missing,) = found["missing-words"]
    assert "words/fr.yaml lacks" in missing
    assert "exhibit.yaml" in missing
    assert "'mapp'" in found["unknown-words"][0]
    assert "{place}" in found["other-fields"][0]


def test_check_tells_of_braces_where_english_has_none(french: Content) -> None:
    french.write("words/fr.yaml", 'map: "{place}"\n')

    (message,) = rules(french)["other-fields"]
    assert "English has none: write them without braces" in message


@pytest.mark.parametrize("words", ["{count.__class__} places", "{count} {", "{many} places"])
def test_check_tells_of_braces_in_the_exhibit_s_own_words(french: Content, words: str) -> None:
    written = french.folder.joinpath("exhibit.yaml").read_text(encoding="utf-8")
    french.write("exhibit.yaml", f'{written}\nwording: {{place_count: {{en: "{words}"}}}}\n')

    (message,) = [each for each in rules(french)["other-fields"] if "place_count" in each]
    assert "write {count}" in message


def test_numbers_and_dates_are_written_as_the_language_writes_them() -> None:
    assert number_words(Decimal("1195.5"), "de") == "1.195,5"
    assert number_words(Decimal("1195"), "fr") == "1\u202f195"
    assert date_words(WrittenDate(2024, 6, 16), "fr") == "16 juin 2024"
    assert (language("fr").drawn, language("fr").name) == ("FR", "Français")


def test_a_language_from_right_to_left_is_refused_in_words(french: Content) -> None:
    french.change("exhibit.yaml", "languages: [en, fr]", "languages: [en, ar]")

    (message,) = rules(french)["right-to-left"]
    assert "from right to left" in message


def test_an_id_is_no_text_in_indonesian(french: Content) -> None:
    assert "language-not-shown" in rules(french), "of zh-Hant, once a file"
    assert not any("id is not" in each for each in rules(french)["language-not-shown"])


def test_a_name_written_once_is_in_every_language(french: Content) -> None:
    exhibit = read_exhibit(french.folder).exhibit
    assert exhibit is not None
    source = next(iter(exhibit.sources.values()))

    assert source.title.said_in("fr").language == "fr"
