"""Wording that loses readers, and alternative texts that help nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.sentences import END_OF_SENTENCE
from tests.exhibit.editing import HEADING, SHENZHEN, introduced, messages, repeated

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content


def test_an_introduction_that_loses_its_readers(content: Content) -> None:
    introduced(content, en=f"{repeated('Word', 25)}. {repeated('Word', 26)}.")

    assert messages(content) == [
        "zones/qianhai.yaml:7:7: 51 words in en; readers stay with 50 (shorten it)"
        " [long-introduction]",
        "zones/qianhai.yaml:7:133: a sentence of 26 words in en; 25 are the most"
        " (make two sentences of it) [long-sentence]",
    ]


def test_fifty_words_in_sentences_of_twenty_five_are_fine(content: Content) -> None:
    introduced(content, en=f"{repeated('Word', 25)}. {repeated('Word', 25)}.")

    assert messages(content) == []


@pytest.mark.parametrize(
    ("sentence", "is_long"),
    [
        ("字" * 40 + "。", False),
        ("字" * 41 + "。", True),
        ("字" * 30 + "；" + "字" * 30 + "。", False),
    ],
)
def test_sixteen_chinese_characters_count_as_ten_words(
    content: Content, sentence: str, is_long: bool
) -> None:
    introduced(content, zh_Hant=sentence, zh_Hans=sentence)

    assert messages(content) == is_long * [
        f"zones/qianhai.yaml:{line}:12: a sentence of 26 words in {language}; 25 are the most"
        " (16 characters count as 10 words) [long-sentence]"
        for line, language in ((8, "zh-Hant"), (9, "zh-Hans"))
    ]


def test_a_long_sentence_is_found_on_its_line_of_a_block(content: Content) -> None:
    content.change(
        SHENZHEN,
        "      en: A strong steel.",
        f"      en: |\n        A strong steel.\n\n        More of it. {repeated('It', 26)}.",
    )

    assert messages(content) == [
        "zones/shenzhen.yaml:16:21: a sentence of 26 words in en; 25 are the most"
        " (make two sentences of it) [long-sentence]"
    ]


def test_an_abbreviation_does_not_end_a_sentence(content: Content) -> None:
    introduced(content, en=f"{repeated('Word', 13)} e.g. {repeated('word', 12)}.")

    assert messages(content) == [
        "zones/qianhai.yaml:7:7: a sentence of 26 words in en; 25 are the most"
        " (make two sentences of it) [long-sentence]"
    ]


def test_a_row_of_dots_is_read_once() -> None:
    """From each dot to the last would be five thousand million steps."""
    dots = "." * 100_000

    assert not list(END_OF_SENTENCE.finditer(f"{dots}x"))
    assert [end.span() for end in END_OF_SENTENCE.finditer(f'So{dots}" Then.')] == [
        (2, 100_003),
        (100_008, 100_009),
    ]


def test_a_long_headline(content: Content) -> None:
    content.change(SHENZHEN, HEADING, HEADING.replace("One", repeated("One", 13)))

    assert messages(content) == [
        "zones/shenzhen.yaml:11:19: a headline of 13 words in en; 12 are the most"
        " (keep the one thing that matters) [long-headline]"
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param(
            "A coil of steel",
            "One",
            "40: the alternative text repeats the heading, in en (say what the picture shows)"
            " [alternative-repeats]",
            id="the heading",
        ),
        pytest.param(
            "A coil of steel",
            "Steel.svg",
            "40: the alternative text repeats the file's name, in en (say what the picture shows)"
            " [alternative-repeats]",
            id="the file",
        ),
        pytest.param(
            "A coil of steel",
            "A picture of a steel coil",
            "40: the alternative text begins with 'A picture of', in en (say at once what can be"
            " seen) [alternative-opening]",
            id="an opening in English",
        ),
        pytest.param(
            "A coil of steel",
            "A steel coil.",
            "40: an alternative text of 13 characters in en; 15 are the least (say who or what is"
            " seen, and what happens) [alternative-length]",
            id="too short",
        ),
        pytest.param(
            "A coil of steel",
            "A coil " * 29,
            "40: an alternative text of 202 characters in en; 200 are the most (keep to what"
            " matters in the picture) [alternative-length]",
            id="too long",
        ),
        pytest.param(
            "工廠裏的鋼卷",
            "圖為工廠裏的鋼卷",
            "66: the alternative text begins with '圖為', in zh-Hant (say at once what can be seen)"
            " [alternative-opening]",
            id="an opening in Chinese",
        ),
        pytest.param(
            "工廠裏的鋼卷",
            "一個鋼卷。",
            "66: an alternative text of 5 characters in zh-Hant; 6 are the least (say who or what"
            " is seen, and what happens) [alternative-length]",
            id="too short in Chinese",
        ),
        pytest.param(
            "Uma bobina de aço",
            "Imagem de uma bobina",
            "96: the alternative text begins with 'Imagem de', in pt (say at once what can be seen)"
            " [alternative-opening]",
            id="an opening in Portuguese",
        ),
    ],
)
def test_an_alternative_text_that_helps_nobody(
    content: Content, old: str, new: str, message: str
) -> None:
    content.change(SHENZHEN, old, new)

    [found] = messages(content)

    assert found.removeprefix("zones/shenzhen.yaml:19:").split(": ", 1)[1] == message[4:]
