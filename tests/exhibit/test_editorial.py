"""What `kiosk check` remarks on beyond mistakes: numbers, glyphs, unused things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editorial import editorial_check
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.text.messages import Severity
from kiosk.text.multilingual import LANGUAGES
from tests.exhibit.editing import (
    GLOSSARY,
    QIANHAI,
    introduced,
    messages,
    nothing_undrawable,
    repeated,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.exhibit.sound_content import Content


def test_an_editor_has_nothing_to_say_about_sound_content(content: Content) -> None:
    assert messages(content) == []


def test_every_remark_is_a_warning(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, en=repeated("Macau", 60) + " 7")
    known = read_exhibit(content.folder).messages

    found = editorial_check(
        content.folder, known, languages=LANGUAGES, undrawable=nothing_undrawable
    )

    assert {message.rule for message in found} >= {
        "long-introduction",
        "long-sentence",
        "different-numbers",
        "wrong-name",
    }
    assert {message.severity for message in found} == {Severity.WARNING}


def test_a_number_that_one_language_has_alone(content: Content) -> None:
    introduced(
        content,
        en="Of 1,195 teams 691 are here.",
        zh_Hant="1,195個團隊，691個在此。",
        zh_Hans="1,195个团队，691个在此。",
        pt="De 1195 equipas, 619 estão aqui.",
    )

    assert messages(content) == [
        "zones/qianhai.yaml:10:24: pt says 619 where en, zh-Hant and zh-Hans say 691"
        " (say the same numbers in every language) [different-numbers]"
    ]


def test_a_letter_without_a_glyph_has_its_name_and_place(content: Content) -> None:
    introduced(content, en="A zone 🚀 and 🚀")

    def rocket(words: str, language: str, /, *, large: bool) -> Iterator[int]:
        return (index for index, letter in enumerate(words) if letter == "🚀")

    found = editorial_check(content.folder, (), languages=LANGUAGES, undrawable=rocket)

    assert [str(message) for message in found] == [
        "zones/qianhai.yaml:7:14: the letters of en have no '🚀', U+1F680 ROCKET"
        " (write it another way)"
    ]


def test_only_titles_and_names_are_set_large(content: Content) -> None:
    large_texts: dict[bool, set[str]] = {True: set(), False: set()}

    def listening(words: str, language: str, /, *, large: bool) -> tuple[int, ...]:
        if language == "en":
            large_texts[large].add(words)
        return ()

    editorial_check(content.folder, (), languages=LANGUAGES, undrawable=listening)

    assert {"The Bay", "Qianhai", "Growth", "Steel", "One"} <= large_texts[True]
    assert {"Touch a place", "A zone", "It grows.", "teams", "{n} yuan"} <= large_texts[False]


def test_what_nothing_uses(content: Content) -> None:
    content.write("pictures/old.png", b"")
    content.write("data/old.csv", "year,teams\n")
    content.change(
        "sources.yaml",
        "peoples-daily",
        "old:\n  title: Old\n  publisher: X\n  date: 2020\npeoples-daily",
    )
    content.change(
        "units.yaml",
        "day:",
        "days:\n  kind: count\n  phrase: {en: '{n} days',"
        " zh-Hant: '{n}天', zh-Hans: '{n}天', pt: '{n} dias'}\nday:",
    )

    assert messages(content) == [
        "data/old.csv:1:1: nothing shows this table (use it or move it elsewhere) [unused-file]",
        "pictures/old.png:1:1: nothing shows this picture (use it or move it elsewhere)"
        " [unused-file]",
        "sources.yaml:1:1: nothing names the source 'old' (use it or delete it) [unused-source]",
        "units.yaml:7:1: nothing counts in the unit 'days' (write 'unit: days' in a fact, a chart"
        " or a data layer, or delete it) [unused-unit]",
    ]


def test_nothing_is_called_unused_while_there_are_errors(content: Content) -> None:
    content.change(QIANHAI, "unit: yuan", "unit: yuann")

    assert messages(content) == [
        "zones/qianhai.yaml:26:11: there is no unit 'yuann' (did you mean 'yuan'?"
        " Or add it to units.yaml) [unknown-unit]"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Macau " * 3_000,
        "hundred " * 2_000,
        "million million 1,111,111,111 " * 600,
        "1" * 15_000 + "G",
        "一" * 15_000 + "1",
        "萬億" * 7_000 + "1",
        "1." * 8_000,
        '"' * 15_000,
    ],
    ids=["names", "hundreds", "millions", "digits", "ones", "myriads", "stops", "quotes"],
)
def test_no_text_takes_an_editor_aback(content: Content, words: str) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, en=f"'{words}'", zh_Hant=f"'{words}'", zh_Hans="1", pt=f"'{words}'")

    assert {message.split(":")[0] for message in messages(content)} == {"zones/qianhai.yaml"}


def test_of_an_endless_text_only_the_length_is_said(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, en="Macau " * 5_000)

    assert messages(content) == [
        "zones/qianhai.yaml:7:3: 'introduction' has more than 5,000 letters in 'en' (shorten it, or"
        " divide it among several pages) [text-too-long]",
        "zones/qianhai.yaml:7:7: 5000 words in en; readers stay with 50 (shorten it)"
        " [long-introduction]",
    ]


def test_only_some_of_many_words_without_a_glyph_are_named(content: Content) -> None:
    introduced(content, en="а б в г д е ж з и й к л м н о п")

    def all_of_english(words: str, language: str, /, *, large: bool) -> range:
        return range(0, len(words) if "а" in words else 0, 2)

    found = editorial_check(content.folder, (), languages=LANGUAGES, undrawable=all_of_english)

    assert [message.column for message in found] == list(range(7, 23, 2))
