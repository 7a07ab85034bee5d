"""The comfort tray: one touch away from everywhere, at once, and gone for the next visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.exhibit.place import CREDITS, HOME, LIST, SEARCH, Place
from kiosk.journey.comfort import Comfort
from kiosk.screen.control.control import Control
from kiosk.screen.control.switch import Switch
from kiosk.screen.tray.comfort_tray import ComfortTray
from tests.diagonal import diagonal
from tests.journeys.visitor import Visitor, wait_until

if TYPE_CHECKING:
    from kiosk.look.look import Look

COMFORT = "Make it easier to use"
PLACES = [
    HOME,
    Place("qianhai"),
    Place("qianhai", "growth"),
    Place("csns", "super-steel", 2),
    Place(screen=LIST),
    Place(screen=SEARCH),
    Place(screen=CREDITS),
    Place(layer="population"),
]


def open_tray(visitor: Visitor) -> None:
    visitor.take_a_moment()
    visitor.touch_control(COMFORT)


def touch(visitor: Visitor, name: str) -> None:
    visitor.take_a_moment()
    visitor.touch_control(name)


def comfort(visitor: Visitor) -> Comfort:
    return visitor.app.journey.comfort


def look(visitor: Visitor) -> Look:
    return visitor.app.stage._look


def settle(visitor: Visitor) -> None:
    wait_until(lambda: not visitor.app.stage._change.is_waiting)


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_one_touch_opens_it_from_every_screen(visitor: Visitor, place: Place) -> None:
    visitor.app.journey.go(place)
    visitor.app.stage.finish()
    open_tray(visitor)

    assert visitor.shows("ComfortTray")
    touch(visitor, "Done")
    assert not visitor.shows("ComfortTray")
    assert visitor.place == place


def test_a_larger_text_is_there_at_once_and_a_second_touch_undoes_it(visitor: Visitor) -> None:
    before = look(visitor).style("body").size
    open_tray(visitor)
    touch(visitor, "Largest")

    assert comfort(visitor).text_size == 3
    assert look(visitor).style("body").size == pytest.approx(before * 1.6)
    assert visitor.control("Largest").isChecked()
    touch(visitor, "Largest")
    assert comfort(visitor).text_size == 0
    assert look(visitor).style("body").size == before


def test_who_tries_sizes_in_turn_has_nothing_set_twice(visitor: Visitor) -> None:
    open_tray(visitor)
    touch(visitor, "Largest")
    largest = look(visitor)
    before = dict(largest.settings)
    touch(visitor, "Larger")
    touch(visitor, "Largest")

    assert before
    assert look(visitor) is largest
    assert all(largest.settings.get(key) is setting for key, setting in before.items())


@pytest.mark.parametrize(
    ("name", "theme"),
    [
        ("High, on black", "hc"),
        ("High, on white", "hc-light"),
        ("Low, gentle on the eyes", "low"),
    ],
)
def test_another_contrast_colours_everything(visitor: Visitor, name: str, theme: str) -> None:
    open_tray(visitor)
    touch(visitor, name)
    settle(visitor)

    assert look(visitor).theme.name == theme
    touch(visitor, name)
    settle(visitor)
    assert look(visitor).theme.name == "dark"


def test_motion_and_reach_are_switches(visitor: Visitor) -> None:
    open_tray(visitor)
    low = next(each for each in visitor.controls() if isinstance(each, Switch))
    assert not low.isChecked()
    visitor.touch(visitor.middle_of(low))

    assert comfort(visitor).low_reach
    assert low.isChecked()
    visitor.take_a_moment()
    visitor.touch(visitor.middle_of(low))
    assert not comfort(visitor).low_reach


def test_as_it_was_brings_everything_back_but_the_language(visitor: Visitor) -> None:
    visitor.app.journey.speak("pt")
    open_tray_in(visitor, "Facilitar a utilização")
    touch(visitor, "O maior")
    touch(visitor, "Alto, sobre branco")
    settle(visitor)
    assert visitor.control("Como estava").isEnabled()
    touch(visitor, "Como estava")
    settle(visitor)

    assert comfort(visitor).looks_like(visitor.app._first_comfort)
    assert comfort(visitor).language == "pt"
    assert not visitor.control("Como estava").isEnabled()


def open_tray_in(visitor: Visitor, name: str) -> None:
    visitor.take_a_moment()
    visitor.touch_control(name)


def test_the_button_tells_that_something_is_eased(visitor: Visitor) -> None:
    assert not visitor.control(COMFORT).isChecked()
    open_tray(visitor)
    touch(visitor, "Larger")
    touch(visitor, "Done")

    assert visitor.control(COMFORT).isChecked()


def test_a_touch_beside_it_closes_it_and_opens_nothing(visitor: Visitor) -> None:
    open_tray(visitor)
    visitor.take_a_moment()
    visitor.touch(QPoint(960, 120))

    assert not visitor.shows("ComfortTray")
    assert visitor.place == HOME


def test_the_next_visitor_finds_everything_as_it_was(visitor: Visitor) -> None:
    open_tray(visitor)
    touch(visitor, "Largest")
    touch(visitor, "High, on white")
    visitor.app._reset()

    assert not visitor.shows("ComfortTray")
    assert comfort(visitor) == visitor.app._first_comfort
    assert look(visitor).theme.name == "dark"
    assert look(visitor).text_scale == 1.0


def test_the_keyboard_has_all_of_it_and_nothing_below(visitor: Visitor) -> None:
    visitor.tab_to(COMFORT)
    visitor.press(Qt.Key.Key_Return)
    assert isinstance(visitor.focused, Control)
    tray = visitor.sees("ComfortTray")
    seen = visitor.tab_round()

    assert {"Done", "Usual size", "Largest", "High, on black"} <= set(seen)
    assert tray.isAncestorOf(visitor.focused)
    visitor.press(Qt.Key.Key_Escape)
    assert not visitor.shows("ComfortTray")


@pytest.mark.parametrize(
    ("size", "language"),
    diagonal(
        [(1920, 1080), (1080, 1920), (1280, 1024)], ["en", "zh-Hant", "zh-Hans", "pt"], turned=2
    ),
)
def test_it_fits_in_the_largest_text(
    visitor: Visitor, size: tuple[int, int], language: str
) -> None:
    stage = visitor.app.stage
    stage.resize(*size)
    try:
        visitor.app.journey.set_comfort(Comfort(language, still=True, text_size=3))
        stage.turn_tray()
        stage.finish()
        tray = visitor.sees("ComfortTray")
        assert isinstance(tray, ComfortTray)
        assert tray.plate.top() >= 0
        shown = [each for each in tray.findChildren(Control) if each.isVisible()]
        areas = [each.rect().translated(each.mapTo(stage, QPoint(0, 0))) for each in shown]
        assert all(stage.rect().contains(area) for area in areas)
        for number, area in enumerate(areas):
            for other in areas[number + 1 :]:
                both = area.intersected(other)
                assert both.isEmpty() or min(both.width(), both.height()) <= 24
    finally:
        stage.close_tray()
        stage.resize(1920, 1080)
        stage.finish()
