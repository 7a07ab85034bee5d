"""Whole visits with a mouse, which a venue may have instead of a touch screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.exhibit.place import HOME, Place

if TYPE_CHECKING:
    from tests.journeys.visitor import Visitor


def test_a_visit_from_the_map_to_a_story_and_home(visitor: Visitor) -> None:
    visitor.click(visitor.point_of("hengqin"))
    assert visitor.place == Place("hengqin")
    assert visitor.sees("FactsView").accessibleName() == "Hengqin"

    visitor.click_control("Stories")
    visitor.click_control("Next")
    assert visitor.place == Place("hengqin", "across-the-water", 2)

    visitor.click_control("简体中文")
    assert visitor.place == Place("hengqin", "across-the-water", 2)
    assert visitor.app.journey.comfort.language == "zh-Hans"

    visitor.click_control("返回地图")
    assert visitor.place == HOME


def test_the_leader_line_is_not_drawn_over_the_card_of_sources(visitor: Visitor) -> None:
    visitor.click(visitor.point_of("qianhai"))
    assert visitor.shows("LeaderLine")
    visitor.click(visitor.middle_of(visitor.sees("SourceNote")))
    assert not visitor.shows("LeaderLine")
    visitor.click_control("Close")
    assert visitor.shows("LeaderLine")


def test_a_click_on_the_source_note_opens_and_closes_the_card(visitor: Visitor) -> None:
    visitor.click(visitor.point_of("qianhai"))
    visitor.click(visitor.middle_of(visitor.sees("SourceNote")))
    assert visitor.shows("SourceCard")

    visitor.click_control("Close")
    assert not visitor.shows("SourceCard")


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_the_whole_line_of_the_source_opens_it(visitor: Visitor, language: str) -> None:
    visitor.app.journey.speak(language)
    for place in ("qianhai", "qianhai/growth", "csns/super-steel/2"):
        visitor.app.journey.go(Place.parse(place))
        visitor.app.stage.finish()
        note, sheet = visitor.sees("SourceNote"), visitor.sees("PanelSheet")
        right = note.mapTo(visitor.app.stage, note.rect().topRight()).x()
        margin = visitor.app.stage.width() - right
        left = note.mapTo(sheet, note.rect().topLeft()).x()
        assert abs(margin - left) < 2, "the line is as wide as the panel's texts"
        visitor.take_a_moment()
        visitor.click(QPoint(right - 4, visitor.middle_of(note).y()))
        assert visitor.shows("SourceCard"), place


def test_a_dragged_mouse_opens_nothing(visitor: Visitor) -> None:
    start = visitor.point_of("qianhai")
    QTest.mousePress(visitor.window, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(visitor.window, start + QPoint(30, 0))
    QTest.mouseRelease(visitor.window, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 0))

    assert visitor.place == HOME


def test_the_right_button_does_nothing(visitor: Visitor) -> None:
    for name in ("qianhai", "hong-kong"):
        QTest.mouseClick(visitor.window, Qt.MouseButton.RightButton, pos=visitor.point_of(name))
    QTest.mouseClick(
        visitor.window,
        Qt.MouseButton.RightButton,
        pos=visitor.middle_of(visitor.control("Português")),
    )

    assert visitor.place == HOME
    assert visitor.app.journey.comfort.language == "en"
