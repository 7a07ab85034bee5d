"""A file that can't be read is named first, and what follows from it is not said at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"
TOUR = """\
id: talk
title: {en: Talk, zh-Hant: 講, zh-Hans: 讲, pt: Visita}
steps:
- {id: one, place: qianhai/teams, highlight: [qianhai], notes: {en: Here}, duration: "1:00"}
- {id: two, place: shenzhen/steel/2, view: [qianhai], notes: {en: There}, duration: "1:00"}
- {id: three, place: qianhai/growth, notes: {en: There}, duration: "1:00"}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A sound folder with a tour and a list of zones."""
    content = sound_content(tmp_path / "content")
    content.write("tours/talk.yaml", TOUR)
    content.change("exhibit.yaml", "map: bay.svg", "map: bay.svg\nzones: [qianhai, shenzhen]")
    assert whole(content) == []
    return content


def whole(content: Content) -> list[str]:
    """Everything that `kiosk check --fast` says."""
    return [str(each) for each in whole_check(content.folder, read_exhibit(content.folder))]


def test_units_in_another_encoding_are_the_one_thing_said(content: Content) -> None:
    units = (content.folder / "units.yaml").read_text(encoding="utf-8")
    content.write("units.yaml", units.encode("utf-16"))

    (message,) = whole(content)

    assert message.startswith("units.yaml:1:1: the file seems to be UTF-16")


@pytest.mark.parametrize("name", ["units.yaml", "sources.yaml"])
def test_a_file_that_is_not_there_is_the_one_thing_said(name: str, content: Content) -> None:
    (content.folder / name).unlink()

    assert whole(content) == [f"{name}:1:1: {name} is not there"]


@pytest.mark.parametrize("name", ["units.yaml", "sources.yaml"])
def test_a_file_that_is_no_yaml_is_the_one_thing_said(name: str, content: Content) -> None:
    content.write(name, "a: b: c\n")

    (message,) = whole(content)

    assert message.startswith(f"{name}:1:5: a second colon in the line")


def test_a_place_that_is_no_yaml_is_still_a_place(content: Content) -> None:
    content.change(QIANHAI, "en: A zone, zh", 'en: "A zone, zh')

    (message,) = whole(content)

    assert message.startswith(QIANHAI)


def test_a_place_is_known_by_its_id_too(content: Content) -> None:
    text = (content.folder / QIANHAI).read_text(encoding="utf-8")
    (content.folder / QIANHAI).unlink()
    content.write("zones/first.yaml", f"{text}unread: [\n")

    (message,) = whole(content)

    assert message.startswith("zones/first.yaml")


def test_a_place_that_is_left_out_is_still_a_place(content: Content) -> None:
    content.change(QIANHAI, "kind: innovation-zone", "kind: zone")

    (message,) = whole(content)

    assert message.startswith(f"{QIANHAI}:2:7: 'kind' is 'zone'")


def test_a_panel_that_is_left_out_is_still_a_panel(content: Content) -> None:
    content.change(QIANHAI, "chart: line", "chart: lime")

    (message,) = whole(content)

    assert message.startswith(f"{QIANHAI}:")
    assert "'lime'" in message


def test_a_page_that_is_left_out_is_still_a_page(content: Content) -> None:
    content.change("zones/shenzhen.yaml", "text: {en: More of it.", "text: {en: <b>More</b>.")

    (message,) = whole(content)

    assert "is HTML" in message


def test_what_was_never_there_is_still_said(content: Content) -> None:
    content.write("units.yaml", b"\xff\xfe\x00")
    content.change("exhibit.yaml", "zones: [qianhai", "zones: [macao, qianhai")
    content.change("tours/talk.yaml", "highlight: [qianhai]", "highlight: [macao]")

    assert [line.split(":", 1)[0] for line in whole(content)] == [
        "units.yaml",
        "exhibit.yaml",
        "tours/talk.yaml",
    ]


def test_without_its_first_file_nobody_knows_the_languages(content: Content) -> None:
    content.change("exhibit.yaml", "languages: [en, zh-Hant, zh-Hans, pt]", "languages: [en, pt]")
    content.change(QIANHAI, ", zh-Hant: 一區, zh-Hans: 一区", "")
    content.change("exhibit.yaml", "title: {en", "title: en")

    assert [line.split(":", 1)[0] for line in whole(content)] == ["exhibit.yaml"]


def test_files_that_can_not_be_read_come_first(content: Content) -> None:
    content.change("exhibit.yaml", "welcome: {en: Touch a place, ", "welcome: {")
    content.change(QIANHAI, "bound: more-than", "buond: more-than")
    content.write("zones/shenzhen.yaml", "id: [")

    files = [line.split(":", 1)[0] for line in whole(content)]

    assert files == ["zones/shenzhen.yaml", "exhibit.yaml", QIANHAI]
