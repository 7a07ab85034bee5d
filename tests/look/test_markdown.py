"""Curators' Markdown becomes paragraphs of spans, and nothing else."""

from __future__ import annotations

import pytest

from kiosk.look.markdown import paragraphs
from kiosk.look.span import Span

pytestmark = pytest.mark.usefixtures("qapp")


def words(markdown: str) -> list[str]:
    return ["".join(span.text for span in spans) for spans in paragraphs(markdown)]


def test_an_empty_line_begins_a_paragraph() -> None:
    assert words("One\nand on.\n\nTwo.") == ["One and on.", "Two."]


def test_bold_and_italic_are_spans() -> None:
    assert paragraphs("A **strong** and *slanted* steel.") == (
        (
            Span("A "),
            Span("strong", weight=700),
            Span(" and "),
            Span("slanted", italic=True),
            Span(" steel."),
        ),
    )


def test_a_list_has_bullets() -> None:
    assert words("- one\n- two\n") == ["•  one", "•  two"]


@pytest.mark.parametrize(
    "markdown",
    [
        "<b>bold</b> <img src='file:///etc/passwd'> text",
        "<script>alert(1)</script> text",
        "before <!-- hidden --> text",
    ],
)
def test_html_is_text(markdown: str) -> None:
    (paragraph,) = words(markdown)
    assert "<" in paragraph
    assert "text" in paragraph


def test_a_picture_is_not_read() -> None:
    assert all("\ufffc" not in each for each in words("Look: ![steel](file:///steel.png) here"))


def test_a_link_is_only_its_words() -> None:
    assert words("See [the hub](https://example.org) there.") == ["See the hub there."]


def test_chinese_is_kept() -> None:
    assert words("「夢」字園區。\n\n啟用。") == ["「夢」字園區。", "啟用。"]


def test_nothing_is_no_paragraph() -> None:
    assert paragraphs("") == ()
    assert paragraphs("\n \n") == ()


def test_a_text_without_end_is_cut() -> None:
    assert sum(len(each) for each in words("word " * 10_000)) <= 16_384


@pytest.mark.parametrize(
    "markdown", ["*" * 2000, "[" * 2000, "> " * 500 + "x", "`" * 2000, "#" * 99]
)
def test_odd_markdown_does_no_harm(markdown: str) -> None:
    assert sum(len(each) for each in words(markdown)) <= len(markdown) + 200
