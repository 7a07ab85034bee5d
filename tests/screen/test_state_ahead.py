"""A page that isn't set yet is set in slices, and then everything of it is shown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import HOME, Place
from kiosk.screen import state_ahead
from kiosk.shipped import shipped
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App


@pytest.fixture
def app(qapp: object) -> Iterator[App]:
    """The exhibit with motion, of which no page has been shown yet."""
    app = open_exhibit(shipped("content"), still=False)
    yield app
    close_exhibit(app)


def shown(app: App) -> tuple[str, str]:
    """The zone and the language of the panel that is seen, empty without one."""
    sheet = app.stage.sheet
    assert sheet is not None
    if not app.stage._layers or not app.stage._layers.panel.is_open or sheet._zone is None:
        return "", ""
    assert sheet._locale is not None
    return sheet._zone.id, sheet._locale.language


def rest_on_zhuhai(app: App) -> tuple[Visitor, QPoint]:
    """A visitor whose finger rests there until everything is set that lifting it would bring."""
    visitor = Visitor(app)
    app.stage.finish()
    point = visitor.point_of("zhuhai")
    visitor.put_down(point)
    wait_until(lambda: app.stage._ahead._turns.are_over)
    return visitor, point


def test_a_page_and_its_language_come_whole_and_after_a_moment(app: App) -> None:
    app.journey.go(Place("hetao"))

    assert shown(app) == ("", "")
    assert app.stage.state.place == Place("hetao")
    wait_until(lambda: shown(app) != ("", ""))
    assert shown(app) == ("hetao", "en")

    app.journey.speak("pt")
    assert shown(app) == ("hetao", "en")
    wait_until(lambda: app.stage._ahead.held is None)
    assert shown(app) == ("hetao", "pt")


def test_only_the_latest_of_several_places_is_ever_shown(app: App) -> None:
    seen = set()
    for zone in ("hetao", "nansha", "hengqin"):
        app.journey.go(Place(zone))
        seen.add(shown(app)[0])
    while app.stage._ahead.held is not None:
        QApplication.processEvents()
        seen.add(shown(app)[0])

    assert seen == {"", "hengqin"}


def test_whoever_goes_home_meanwhile_sees_no_panel(app: App) -> None:
    app.journey.go(Place("hetao"))
    app.journey.go(HOME)
    for _ in range(50):
        QApplication.processEvents()

    assert shown(app) == ("", "")


def test_a_page_is_there_at_once_when_pictures_are_taken(app: App) -> None:
    app.journey.go(Place("hetao"))
    app.stage.finish()

    assert shown(app) == ("hetao", "en")


def test_a_finger_that_rests_on_a_place_has_its_page_set_before_it_is_lifted(app: App) -> None:
    visitor, point = rest_on_zhuhai(app)
    assert shown(app) == ("", "")

    visitor.lift(point)
    assert shown(app) == ("zhuhai", "en")


def test_nothing_is_set_twice_for_a_finger_that_rested_long_enough(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However slow the machine, the panel comes in the pass in which the finger is lifted."""
    visitor, point = rest_on_zhuhai(app)
    monkeypatch.setattr(state_ahead, "_SLICE_SECONDS", 0.0)

    visitor.lift(point)
    assert shown(app) == ("zhuhai", "en")


def test_what_a_finger_had_set_is_set_again_for_another_language(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor, point = rest_on_zhuhai(app)
    visitor.move(point + QPoint(400, 300))
    app.journey.speak("pt")
    app.stage.finish()
    monkeypatch.setattr(state_ahead, "_SLICE_SECONDS", 0.0)

    app.journey.go(Place("zhuhai"))
    assert shown(app) == ("", "")
    wait_until(lambda: shown(app) == ("zhuhai", "pt"))


def test_nothing_more_is_set_for_a_finger_that_slides_off(app: App) -> None:
    visitor = Visitor(app)
    app.stage.finish()
    point = visitor.point_of("zhuhai")
    visitor.put_down(point)
    for x in range(0, 200, 20):
        visitor.move(point + QPoint(x, 0))

    assert app.stage._ahead._turns.are_over
