"""Lines that YAML folds: no space between Chinese letters; and lines counted as editors count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.authoring.tour_timing import with_durations
from kiosk.exhibit.model.tour import Duration
from kiosk.text.messages import UnreadableFile
from kiosk.text.yaml_edit import YamlText
from kiosk.text.yaml_source import parse_document
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a: 香港与\n  东莞之间，\n  三家", "香港与东莞之间，三家"),
        ("a: >\n  香港与\n  东莞。\n\n  新\n  段\n", "香港与东莞。\n新段\n"),
        ("a: '香港''与\n  东莞 与\n  东莞'", "香港'与东莞 与东莞"),
        ('a: "香\\u6e2f与\n  东莞"', "香港与东莞"),
        ("a: 与\n  GPT\n  好，\n  AI", "与 GPT 好，AI"),
        ("a: A city\n  by the sea", "A city by the sea"),
        ("a: |\n  香\n  港\n", "香\n港\n"),
        ("a: 香港\r\n  東莞", "香港東莞"),
        ("{b: c, a: 香港\n  東莞}", "香港東莞"),
        ("a: 说\n  “好”", "说“好”"),
    ],
)
def test_a_folded_line_leaves_no_space_between_chinese_letters(written: str, meant: str) -> None:
    assert parse_document(written, "x").root.plain()["a"] == meant


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_what_ends_a_line_for_yaml_alone_is_a_space(sign: str) -> None:
    document = parse_document(f"a: one{sign}two\nb: c\n", "x")

    assert document.root.plain()["a"] == "one two"
    assert document.root.key_position(("b",)) == (2, 1)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_a_mistake_below_such_a_sign_has_the_line_of_the_editor(sign: str) -> None:
    with pytest.raises(UnreadableFile, match=r"x:2:4: '\[' opens here"):
        parse_document(f"a: one{sign}two\nb: [c\nd: e", "x")


def test_lone_carriage_returns_end_lines() -> None:
    with pytest.raises(UnreadableFile, match="x:3:1: there is no colon"):
        parse_document("a: one\rb: two\rcd\re: f", "x")


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\r"])
def test_a_remark_below_such_a_sign_has_the_line_of_the_editor(sign: str, tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    content.change("zones/qianhai.yaml", "id: qianhai", f"# a{sign}# b\nid: qianhai\nkidn: x")
    line = 4 if sign == "\r" else 3

    assert content.messages() == [
        f"zones/qianhai.yaml:{line}:1: unknown key 'kidn' (did you mean 'kind'?)"
    ]


def test_times_are_written_below_such_a_sign() -> None:
    tour = "title: a\u2028b\nsteps:\n- id: x\n  duration: 1:00\n"

    assert with_durations(YamlText.parse(tour, "tour"), {"x": Duration(90)}).text == tour.replace(
        "1:00", '"1:30"'
    )


@pytest.mark.parametrize("sign", ["\u00a0", "\u3000", "\u2003", "\u200b"])
def test_a_line_that_begins_with_no_space_of_yaml_is_the_one_named(sign: str) -> None:
    text = f"name:\n{sign}{sign}en: A\n  pt: B\n"

    with pytest.raises(UnreadableFile) as caught:
        parse_document(text, "x")

    assert str(caught.value) == (
        f"x:2:1: the line begins with U+{ord(sign):04X}, which is no space for YAML"
        " (delete what stands before the first word and type spaces)"
    )


@pytest.mark.parametrize("sign", ["\u00a0", "\u3000"])
def test_a_space_behind_a_colon_that_is_none_is_named(sign: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse_document(f"name:\n  en:{sign}A\n  pt: B\n", "x")

    assert str(caught.value) == (
        f"x:2:3: the space after 'en:' is U+{ord(sign):04X}, which is none for YAML"
        " (delete it and type a space)"
    )


def test_an_invisible_sign_in_a_name_is_told_by_its_code(tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    content.change("zones/qianhai.yaml", "unit: yuan", 'unit: "yu\u200ban"')

    (message,) = content.messages()

    assert "'yu‹U+200B›an'" in message


def test_a_name_that_differs_in_an_invisible_sign_alone_is_what_was_meant(tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    content.change("zones/shenzhen.yaml", "file: steel.svg", 'file: "steel\u200b.svg"')

    (message,) = content.messages()

    assert "'steel‹U+200B›.svg'" in message
    assert "did you mean 'steel.svg'?" in message


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            "introduction: {en: A zone, by the water, zh-Hant",
            "the comma before 'by the water' ends the text"
            " (put quotation marks around a text with a comma)",
        ),
        (
            "introduction: {en: “A zone, by the water”, zh-Hant",
            "the comma before 'by the water”' ends the text"
            " (put quotation marks around a text with a comma)",
        ),
        (
            "introduction: {en: “A zone: by the water”, zh-Hant",
            "a second colon in the line (put quotation marks around a text with a colon)",
        ),
        (
            "introduction: {en: Our #1 zone, zh-Hant",
            "what follows this '#' is a comment, and the bracket is never closed"
            " (put quotation marks around a text with ' #')",
        ),
    ],
)
def test_a_text_between_brackets_that_needs_quotation_marks_is_told_so(
    wrong: str, said: str, tmp_path: Path
) -> None:
    content = sound_content(tmp_path / "content")
    content.change("zones/qianhai.yaml", "introduction: {en: A zone, zh-Hant", wrong)

    assert content.messages()[0].split(": ", 1)[1] == said
