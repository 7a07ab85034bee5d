"""The approval number of the map: asked for, whole, and on the first picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editorial import editorial_check
from kiosk.exhibit.reading.cover import cover_of, read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.text.multilingual import Text
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.exhibit.sound_content import Content

MISSING = "map_approval: {missing: the tests are on show nowhere}"
WHOLE = "map_approval: {number: GS(2026)1234, holder: A Museum}"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return sound_content(tmp_path)


def _nothing(words: str, language: str, *, large: bool) -> Iterator[int]:
    return iter(())


def _remarks(content: Content, *languages: str) -> list[str]:
    found = editorial_check(content.folder, (), languages=languages, undrawable=_nothing)
    return [each.rule for each in found if each.rule == "no-map-approval"]


def test_an_exhibit_for_the_mainland_is_asked_for_the_number(content: Content) -> None:
    content.change("exhibit.yaml", MISSING, "")
    assert _remarks(content, "en", "zh-Hans") == ["no-map-approval"]
    assert _remarks(content, "en", "zh-Hant", "pt") == []


def test_a_number_or_the_reason_for_none_is_enough(content: Content) -> None:
    assert _remarks(content, "en", "zh-Hans") == []
    content.change("exhibit.yaml", MISSING, WHOLE)
    assert _remarks(content, "en", "zh-Hans") == []
    assert content.messages() == []


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("{number: GS(2026)1234}", "has no holder (add 'holder')"),
        ("{holder: A Museum}", "has no number (add 'number', or write 'missing')"),
        ("{missing: none yet, number: GS(2026)1234}", "is there and missing (delete 'missing')"),
    ],
)
def test_half_an_approval_is_told_and_not_shown(content: Content, written: str, found: str) -> None:
    content.change("exhibit.yaml", MISSING, f"map_approval: {written}")
    assert content.messages() == [f"exhibit.yaml:6:1: the map's approval {found}"]
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    assert exhibit.approval is None


def test_the_first_picture_has_the_number_before_the_exhibit_is_read(content: Content) -> None:
    content.change("exhibit.yaml", MISSING, WHOLE)
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    expected = ("GS(2026)1234", Text.same("A Museum"))
    assert read_cover(content.folder).approval == expected
    assert cover_of(exhibit).approval == expected
