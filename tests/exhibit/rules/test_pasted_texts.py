"""What comes out of Word, web pages and telephones with a text is told before visitors see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editorial import editorial_check
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.text.multilingual import LANGUAGES
from tests.exhibit.editing import QIANHAI, SHENZHEN, introduced, messages

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

STEEL = "en: A strong steel."


def story(content: Content, *lines: str, language: str = "en: A strong steel.") -> list[str]:
    tag = language.split(":")[0]
    content.change(SHENZHEN, language, f"{tag}: |" + "".join(f"\n        {each}" for each in lines))
    return [each for each in messages(content) if "[markdown]" in each]


@pytest.mark.parametrize("bullet", ["•\t", "• ", "●", "▪ ", "– ", "· "])
def test_bullets_out_of_word_are_no_list(content: Content, bullet: str) -> None:
    assert story(content, f"{bullet}strong", f"{bullet}light") == [
        f"{SHENZHEN}:14:9: a list with other signs than hyphens is set as one paragraph, in en"
        " (begin each line with '- ') [markdown]"
    ]


@pytest.mark.parametrize("numbers", [("一、", "二、"), ("（1）", "（2）"), ("1、", "2、")])
def test_chinese_numbers_are_no_list(content: Content, numbers: tuple[str, str]) -> None:
    first, second = numbers

    found = story(content, f"{first}鋼很強。", f"{second}鋼很輕。", language="zh-Hant: 鋼很強。")

    assert found == [
        f"{SHENZHEN}:15:9: a list numbered in this way is set as one paragraph, in zh-Hant"
        " (put an empty line between its lines, or begin each with '- ') [markdown]"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("- strong", "- light"),
        ("It is – as they say –", "strong."),
        ("• strong", "", "• light"),
        ("一、strong", "", "二、light"),
        ("Steel of 1930,", "2、 it is"),
    ],
)
def test_what_is_set_as_it_looks_is_not_remarked_on(
    content: Content, lines: tuple[str, ...]
) -> None:
    assert story(content, *lines) == []


@pytest.mark.parametrize("html", ["<b>zone</b>", "CO<sub>x</sub>", "&amp; B", "A<br>", "&#8212;"])
def test_html_in_a_text_that_is_set_as_written(content: Content, html: str) -> None:
    introduced(content, en=f"A zone {html}")

    assert any("HTML stands there as signs, in en" in each for each in messages(content))


@pytest.mark.parametrize("words", ["R&D; and more", "a < b > c", "AT&T", "x <3"])
def test_signs_that_are_no_html_are_innocent(content: Content, words: str) -> None:
    introduced(content, en=words)

    assert not any("HTML" in each for each in messages(content))


def test_a_line_break_as_programs_write_it(content: Content) -> None:
    introduced(content, en="A zone\\nand more")

    assert messages(content) == [
        f"{QIANHAI}:7:13: a line break as '\\n' stands there as signs, in en"
        " (end the line instead) [markdown]"
    ]


@pytest.mark.parametrize(("comment", "is_told"), [("# 1 of all", True), ("  # checked", False)])
def test_a_number_behind_a_hash_is_a_word(content: Content, comment: str, is_told: bool) -> None:
    introduced(content, en=f"A zone {comment}")

    told = [each for each in messages(content) if "[text-with-hash]" in each]
    assert told == (
        [
            f"{QIANHAI}:7:14: '# 1 of all' is a comment, which nobody sees"
            " (put quotation marks around a text with ' #') [text-with-hash]"
        ]
        if is_told
        else []
    )


def beyond_latin(words: str, language: str, /, *, large: bool) -> tuple[int, ...]:
    return tuple(
        offset
        for offset, letter in enumerate(words)
        if "\u0590" <= letter <= "\u06ff" or letter > "\uffff" or letter == "\ufe0f"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("שלום", "'שלום', U+05E9 HEBREW LETTER SHIN and 3 more"),
        ("👩\u200d🔬", "'👩🔬', U+1F469 WOMAN and 1 more"),
        ("🚀\ufe0f", "'🚀', U+1F680 ROCKET"),
    ],
)
def test_a_word_without_glyphs_is_told_once(content: Content, words: str, told: str) -> None:
    introduced(content, en=f"A zone {words} here")
    known = read_exhibit(content.folder).messages

    found = editorial_check(content.folder, known, languages=LANGUAGES, undrawable=beyond_latin)

    assert [str(each) for each in found] == [
        f"{QIANHAI}:7:14: the letters of en have no {told} (write it another way)"
    ]


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("690.5", "choose a unit of the kind 'measure', or write a whole number"),
        ("1.195", "write 1195 if that is meant: a point stands before decimals"),
    ],
)
def test_a_part_of_what_is_counted(content: Content, figure: str, said: str) -> None:
    content.change(QIANHAI, "value: 691\n", f"value: {figure}\n")

    assert (
        f"{QIANHAI}:20:12: {figure} is no whole number, but its unit counts"
        f" ({said}) [fraction-of-count]"
    ) in messages(content)


@pytest.mark.parametrize("figure", ["4.2 million", "691", "691.0", "1,195"])
def test_a_whole_count_is_innocent(content: Content, figure: str) -> None:
    content.change(QIANHAI, "value: 691\n", f"value: {figure}\n")

    assert not any("[fraction-of-count]" in each for each in messages(content))


def test_a_unit_that_is_not_there_is_told_once(content: Content) -> None:
    content.change(QIANHAI, "value: 1195\n    unit: teams", "value: 1195\n    unit: team")

    (message,) = content.messages()

    assert "there is no unit 'team'" in message


def test_a_date_twice_is_called_so(content: Content) -> None:
    content.change("data/teams.csv", "2022,601", "2018,601")

    (message,) = content.messages()

    assert "2018 stands twice (keep one point for each date)" in message
