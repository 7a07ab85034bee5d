"""What a finger on the map means, and how assistive technology finds the same places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QAccessible, QPainterPath
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.exhibit.model.landmark import Landmark
from kiosk.geography.projection import project
from kiosk.screen.map.map_goal import Goal
from kiosk.screen.map.map_shapes import MapShapes
from kiosk.screen.map.map_targets import MapTarget
from kiosk.screen.map.map_view import MapView
from kiosk.screen.map.map_words import MapWords
from kiosk.screen.map.map_world import MapPlace, MapWorld
from kiosk.text.multilingual import Text
from tests.journeys.standing import begin_again
from tests.journeys.visitor import wait_for, wait_until
from tests.shipped_framing import shipped_framing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.app import App
    from kiosk.look.look import Look

HOME_AT = project(113.55, 22.75)
"""The map point that the map home shows at (1080, 440)."""
SCALE = 4.5 / 3.55
"""Pixels for each unit of the map at home, where a unit of the look is a pixel."""


def square(x: float, y: float, half: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(x - half, y - half, 2 * half, 2 * half))
    return path


def place(
    name: str,
    kind: str,
    at: tuple[float, float],
    *,
    outline: QPainterPath | None = None,
    chip: tuple[float, float] | None = None,
) -> MapPlace:
    landmark = Landmark(
        id=name,
        kind=kind,
        name=Text.same(name),
        label=Text.same(name),
        shape=name if outline is not None else None,
        marker=name,
        within=(),
        label_at="right",
        chip=chip,
    )
    point = QPointF(*at)
    bounds = QRectF(point, point) if outline is None else outline.boundingRect()
    return MapPlace(landmark, point, outline, frozenset({name}) if outline else frozenset(), bounds)


def made_of(*places: MapPlace) -> MapWorld:
    shapes = MapShapes(
        cities={each.landmark.id: each.outline for each in places if each.outline is not None},
        zones={},
        context=None,
        links=(),
        framing=shipped_framing(),
    )
    return MapWorld(
        view_box=QRectF(0, 0, 2000, 2000),
        shapes=shapes,
        places=places,
        names=(),
        seas=(),
        cities_bounds=QRectF(HOME_AT[0] - 300, HOME_AT[1] - 300, 600, 600),
    )


def shown(parent: QWidget, look: Look, world: MapWorld) -> MapView:
    view = MapView(parent, look, world)
    size = QSize(1920, 1080)
    view.cover(look, size, Goal(None, False, QRectF(0, 0, 1920, 1080)))
    view.show_goal(view.goal, MapWords("en"))
    view.show()
    view.finish()
    return view


X, Y = HOME_AT
CITY = place("city", "city", (X - 250, Y), outline=square(X, Y, 200))
DISTRICT = place("district", "city", (X - 250, Y + 50), outline=square(X + 60, Y, 60))
ZONE = place("zone", "innovation-zone", (X + 60, Y))
CHIPPED = place("chipped", "city", (X + 150, Y + 150), chip=(180.0, 0.0))


@pytest.fixture
def view(parent: QWidget, still_look: Look) -> MapView:
    return shown(parent, still_look, made_of(CITY, DISTRICT, ZONE, CHIPPED))


def on_screen(x: float, y: float) -> QPointF:
    return QPointF(1080 + (x - X) * SCALE, 440 + (y - Y) * SCALE)


def test_a_marker_is_meant_before_the_outline_around_it(view: MapView) -> None:
    assert view.place_at(on_screen(X + 60, Y)) == "zone"
    assert view.place_at(on_screen(X + 60, Y) + QPointF(47, 0)) == "zone"


def test_the_smaller_outline_is_meant_before_the_larger(view: MapView) -> None:
    assert view.place_at(on_screen(X + 60, Y) + QPointF(60, 40)) == "district"
    assert view.place_at(on_screen(X - 150, Y - 150)) == "city"


def test_a_chip_is_meant_before_everything_under_it(view: MapView) -> None:
    chip = next(each for each in view.lettering.chips if each.place == "chipped")
    assert view.place_at(chip.rect.center()) == "chipped"


def test_a_chip_is_touchable_beyond_its_pill(view: MapView) -> None:
    chip = next(each for each in view.lettering.chips if each.place == "chipped")
    above = QPointF(chip.rect.center().x(), chip.rect.top() - 7)

    assert view.place_at(above) == "chipped"


def test_water_is_no_place(view: MapView) -> None:
    assert view.place_at(on_screen(X - 300, Y - 300)) is None


def test_of_two_near_markers_the_nearer_is_meant(parent: QWidget, still_look: Look) -> None:
    west = place("west", "innovation-zone", (X, Y))
    east = place("east", "innovation-zone", (X + 40, Y))
    view = shown(parent, still_look, made_of(west, east))
    middle = on_screen(X + 20, Y)

    assert view.place_at(middle - QPointF(3, 0)) == "west"
    assert view.place_at(middle + QPointF(3, 0)) == "east"


def test_a_finger_that_is_down_touches_nothing_once_the_map_goes_elsewhere(view: MapView) -> None:
    water = QSignalSpy(view.water_touched)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=on_screen(X - 300, Y - 300).toPoint())
    view.show_goal(Goal("zone", False, QRectF(0, 0, 1144, 1080)))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=on_screen(X - 300, Y - 300).toPoint())

    assert water.count() == 0


def test_a_view_that_keeps_its_size_stands_at_another_goal_at_once(
    view: MapView, still_look: Look
) -> None:
    before = view.target_point("zone")
    view.cover(still_look, view.size(), Goal("zone", False, QRectF(0, 0, 1144, 1080)))

    assert view.chosen_point() is not None
    assert view.target_point("zone") != before


@pytest.mark.parametrize("screen_mm", [None, (531.0, 299.0), (344.0, 194.0), (941.0, 529.0)])
def test_every_target_is_at_least_64_units_and_20_millimetres(
    parent: QWidget, still_look: Look, screen_mm: tuple[float, float] | None
) -> None:
    look = still_look.sized(QSizeF(1920, 1080), screen_mm)
    view = shown(parent, look, made_of(CITY, ZONE, CHIPPED))
    half = look.target / 2
    at = on_screen(X + 60, Y)

    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        assert view.place_at(at + QPointF(dx, dy) * (half - 1)) == "zone"
    chip = next(each for each in view.lettering.chips if each.place == "chipped")
    for dy in (-1, 1):
        assert view.place_at(chip.rect.center() + QPointF(0, dy) * (half - 1)) == "chipped"


def test_assistive_technology_finds_each_place_as_a_named_button(view: MapView) -> None:
    targets = {each.place: each for each in view.findChildren(MapTarget) if not each.isHidden()}
    assert set(targets) == {"city", "district", "zone", "chipped"}

    for name, target in targets.items():
        heard = QAccessible.queryAccessibleInterface(target)
        assert heard is not None
        assert heard.role() == QAccessible.Role.Button
        assert heard.text(QAccessible.Text.Name) == name
        touched = QSignalSpy(view.place_touched)
        action = heard.actionInterface()
        action.doAction(action.pressAction())
        wait_for(target.clicked)
        assert touched.at(0) == [name]


def test_a_target_stands_where_its_place_is_touched(view: MapView) -> None:
    for target in view.findChildren(MapTarget):
        if target.place in ("zone", "chipped"):
            assert view.place_at(target.geometry().center().toPointF()) == target.place


def test_targets_let_fingers_through_to_the_map(view: MapView) -> None:
    at = on_screen(X + 60, Y).toPoint()

    assert view.childAt(at) is None


def test_places_that_are_gone_lose_their_targets(view: MapView) -> None:
    view.set_world(made_of(ZONE))
    view.finish()

    assert view.place_at(on_screen(X - 150, Y - 150)) is None
    wait_until(lambda: [each.place for each in view.findChildren(MapTarget)] == ["zone"])


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_every_place_of_the_real_map_is_named_in_every_language(app: App, language: str) -> None:
    begin_again(app, language)
    targets = [each for each in app.stage.map_view.findChildren(MapTarget) if each.isVisible()]
    nameless = [each.place for each in targets if not each.accessibleName()]

    assert len(targets) >= 8
    assert nameless == []
    descriptions = {each.accessibleDescription() for each in targets}
    assert len(descriptions) == len(targets)


def test_every_named_target_of_the_real_map_can_be_touched_somewhere(app: App) -> None:
    begin_again(app)
    view = app.stage.map_view
    touched = {
        view.place_at(QPointF(x, y))
        for x in range(0, view.width(), 20)
        for y in range(0, view.height(), 20)
    }
    targets = {each.place for each in view.findChildren(MapTarget) if each.isVisible()}

    assert targets - touched == set()
    assert touched - targets == {None}, "and nothing can be touched that has no name"
