"""Words that are not what a visitor should read: cut off, left over, or signs of something else."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.exhibit.authoring.new_pieces import new_exhibit
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.skeletons import PANEL_KINDS
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.editing import QIANHAI, SHENZHEN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

STORY = "      en: A strong steel."
INTRODUCTION = "introduction: {en: A zone, "


def said(content: Content, rule: str, today: datetime.date | None = None) -> list[str]:
    """What the check says under this rule; nothing else may be said but of numbers."""
    messages = whole_check(content.folder, read_exhibit(content.folder), today=today)
    assert {message.rule for message in messages} <= {rule, "different-numbers"}
    return [str(message) for message in messages if message.rule == rule]


@pytest.mark.parametrize(
    ("written", "lost", "column"),
    [
        ("en: Ranked as #1 in the bay.", "#1 in the bay.", 21),
        ("en: Known as #innovation\t#bay", "#innovation #bay", 20),
        ("en: Strong\n        and #1 of all", "#1 of all", 13),
    ],
)
def test_a_text_is_not_cut_off_at_a_sign(
    written: str, lost: str, column: int, content: Content
) -> None:
    content.change(SHENZHEN, "en: A strong steel.", written)
    line = 13 + written.count("\n")

    assert said(content, "text-with-hash") == [
        f"zones/shenzhen.yaml:{line}:{column}: '{lost}' is a comment, which nobody sees"
        " (put quotation marks around a text with ' #')"
    ]


def test_a_name_is_not_cut_off_either(content: Content) -> None:
    content.change("sources.yaml", "title: People's Daily", "title: Report #12 of People's Daily")

    assert len(said(content, "text-with-hash")) == 1


def test_a_text_of_which_nothing_is_left_is_told_why(content: Content) -> None:
    content.change(SHENZHEN, "en: A strong steel.", "en: #1 in the bay.")

    messages = whole_check(content.folder, read_exhibit(content.folder))

    assert any(message.rule == "text-with-hash" for message in messages)


@pytest.mark.parametrize(
    "written",
    [
        "en: A strong steel.  # as the source says",
        'en: "Ranked as #1 in the bay."',
        "en: C# and F# are tones.",
        "en: A strong steel.\n      # allow me to say",
    ],
)
def test_a_comment_is_a_comment(written: str, content: Content) -> None:
    content.change(SHENZHEN, "en: A strong steel.", written)

    assert said(content, "text-with-hash") == []


def test_all_that_kiosk_new_writes_is_remarked_on(tmp_path: Path) -> None:
    folder = tmp_path / "exhibit"
    new_exhibit(folder, "2024-06")
    assert main(["new", "story", "shenzhen", "day", "--content", str(folder)]) == 0
    for kind in PANEL_KINDS:
        words = ["new", "panel", "shenzhen", f"a-{kind}", "--kind", kind]
        assert main([*words, "--content", str(folder)]) == 0

    reading = read_exhibit(folder)
    found = {
        message.text.split("'")[1]
        for message in whole_check(folder, reading)
        if message.rule == "placeholder" and "'" in message.text
    }

    assert reading.exhibit is not None
    assert {"The title of the exhibit", "The title of the report", "The publisher"} <= found
    assert {"say what was counted", "say what this figure counts"} <= found
    assert {"The title of the story", "The heading of the first page"} <= found
    assert {"Say here what the chart shows", "name of the bars", "name of the first bar"} <= found
    assert {"name of the line", "name of the part", "what happened first"} <= found
    assert {"name of the figures", "name of the first row"} <= found
    points = [message for message in whole_check(folder, reading) if "points" in message.text]
    assert [message.rule for message in points] == ["placeholder"]


def test_a_place_without_a_name_on_the_map_is_remarked_on(content: Content) -> None:
    content.change(QIANHAI, "name: {en: Qianhai,", "name: {en: Name of the place,")

    (message,) = said(content, "placeholder")

    assert message.endswith(
        "'Name of the place' is still what `kiosk new` wrote, in en (write your own words)"
    )


def test_a_translation_left_over_is_remarked_on(content: Content) -> None:
    content.change(QIANHAI, "zh-Hans: 一区", "zh-Hans: 在此用一句话介绍这个地方。")

    (message,) = said(content, "placeholder")

    assert "in zh-Hans" in message


def test_what_is_left_over_can_not_be_confirmed(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change(QIANHAI, "zh-Hans: 一区", "zh-Hans: 在此用一句话介绍这个地方。")
    folder = str(content.folder)

    assert main(["translations", folder, "--confirm", "qianhai/introduction"]) == 1

    assert capsys.readouterr().out == (
        f"2 translations confirmed, recorded in {content.folder / 'translations.yaml'}\n"
        "1 text still says what `kiosk new` wrote: not confirmed\n"
    )
    assert "zh-Hans" not in (content.folder / "translations.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("Look: ![a coil](coil.png) here.", "a picture is not shown"),
        ("Look: ![a coil][c] here.", "a picture is not shown"),
        ("See [the hub](https://example.org).", "the address of a link is not shown"),
        ("See [the hub][1].", "the address of a link is not shown"),
        ("See.\n\n[1]: https://example.org", "the address of a link is not shown"),
        ("So [^1] it is.", "a footnote stands there as signs"),
        ("# A heading\n\nText.", "a heading is only bold"),
        ("A heading\n=========\n\nText.", "a heading is only bold"),
        ("One.\n\n***\n\nTwo.", "a line across is not shown"),
        ("Type `make` here.", "code looks like any other text"),
        ("```\nmake\n```", "code looks like any other text"),
        ("Text.\n\n    indented", "an indented line is code for Markdown"),
        ("> As he said.", "a quotation looks like any other text"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a table stands there as signs"),
        ("It is ~~weak~~ strong.", "crossed out stands there as signs"),
        ("- [ ] steel", "a box to be ticked stands there as signs"),
        ("So ** strong ** it is.", "bold with a space inside its signs stands there as signs"),
    ],
)
def test_markdown_that_is_not_shown_is_remarked_on(
    written: str, what: str, content: Content
) -> None:
    lines = "".join(f"\n        {line}".rstrip(" ") for line in written.split("\n"))
    content.change(SHENZHEN, STORY, f"      en: |{lines}")

    (message,) = said(content, "markdown")

    assert f"{what}, in en" in message


@pytest.mark.parametrize(
    "written",
    [
        "A **strong** and *slanted* steel.",
        "2014. A good year.\n\n1. One\n2. Two",
        "- one\n  - inside\n    more of it\n- two",
        "One line  \nand another\\\nand on.",
        "A \\[bracket\\](so) and 2 * 3 ** 4.",
        "A dash -- so -- and a [word] in brackets.",
        "Well (so)!",
        "**Bold** and **bold** again, **bold**",
    ],
)
def test_markdown_that_is_shown_is_not(written: str, content: Content) -> None:
    lines = "".join(f"\n        {line}" if line else "\n" for line in written.split("\n"))
    content.change(SHENZHEN, STORY, f"      en: |{lines}")

    messages = whole_check(content.folder, read_exhibit(content.folder))

    assert [message for message in messages if message.rule == "markdown"] == []


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ('"A **strong** zone"', "bold stands there as signs"),
        ('"[A zone](https://example.org)"', "a link stands there as signs"),
        ('"![zone](a.png)"', "a picture stands there as signs"),
    ],
)
def test_a_text_that_is_not_markdown_is_remarked_on(
    written: str, what: str, content: Content
) -> None:
    content.change(QIANHAI, INTRODUCTION, f"introduction: {{en: {written}, ")

    (message,) = said(content, "markdown")

    assert f"{what}, in en" in message


@pytest.mark.parametrize("sign", ["\u200b", "\u200e", "\u2064"])
def test_a_sign_that_nobody_sees_is_named_by_its_code(sign: str, content: Content) -> None:
    content.change(QIANHAI, INTRODUCTION, f"introduction: {{en: A zo{sign}ne, ")

    (message,) = said(content, "invisible-character")

    assert f":6:24: an invisible sign, U+{ord(sign):04X} " in message


@pytest.mark.parametrize("sign", ["\u00ad", "\u00a0", "\u202f", "\u2060"])
def test_signs_that_typesetting_needs_are_left_alone(sign: str, content: Content) -> None:
    content.change(QIANHAI, INTRODUCTION, f"introduction: {{en: A zo{sign}ne, ")

    assert said(content, "invisible-character") == []


@pytest.mark.parametrize(
    ("file", "right", "wrong", "at"),
    [
        (QIANHAI, "as_of: 2024-06\n  facts", "as_of: 2024-07\n  facts", "zones/qianhai.yaml:11:10"),
        (QIANHAI, "  as_of: 2024-06\n- id: growth", "  as_of: 2025\n- id: growth", None),
        (QIANHAI, "unit: yuan", "unit: yuan\n    as_of: 2024-06-18", "zones/qianhai.yaml:27:12"),
        ("sources.yaml", "date: 2024-06-16", "date: 2024-06-18", "sources.yaml:4:9"),
        ("sources.yaml", "date: 2024-06-16", "date: 2024-06-17", ""),
        ("sources.yaml", "date: 2024-06-16", "date: 2024", ""),
    ],
)
def test_a_day_that_is_still_to_come_is_remarked_on(
    file: str, right: str, wrong: str, at: str | None, content: Content
) -> None:
    content.change(file, right, wrong)

    messages = said(content, "future-date", datetime.date(2024, 6, 17))

    if at == "":
        assert messages == []
    else:
        (message,) = messages
        assert message.startswith(at or "zones/qianhai.yaml:")
        assert "is still to come" in message


def test_notes_in_one_language_are_enough(content: Content) -> None:
    tour = (
        "id: talk\ntitle: {en: Talk, zh-Hant: 講, zh-Hans: 讲, pt: Visita}\nsteps:\n"
        '- {id: one, place: home, notes: {en: Only here}, duration: "1:00"}\n'
    )
    content.write("tours/talk.yaml", tour)

    assert said(content, "untranslated") == []
