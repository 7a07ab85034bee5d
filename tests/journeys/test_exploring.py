"""A visitor explores the map with fingers, a wheel and buttons, and it never breaks."""

from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest

from kiosk.exhibit.place import HOME, Place
from tests.journeys.visitor import touch_screen

if TYPE_CHECKING:
    from kiosk.geography.camera import Camera
    from tests.journeys.visitor import Visitor

OPEN_WATER = QPoint(1180, 640)


def camera(visitor: Visitor) -> Camera:
    return visitor.app.stage.map_view.camera


def two(visitor: Visitor, *points: tuple[int, int], state: str = "move") -> None:
    """Put down, move or release fingers 0 and 1 in one event."""
    sequence = QTest.touchEvent(visitor.window, touch_screen())
    for finger, point in enumerate(points):
        getattr(sequence, state)(finger, QPoint(*point))
    sequence.commit()
    QGuiApplication.processEvents()


def pinch(visitor: Visitor, middle: tuple[int, int], start: int, end: int) -> None:
    x, y = middle
    two(visitor, (x - start, y), (x + start, y), state="press")
    for step in range(1, 9):
        half = start + (end - start) * step // 8
        two(visitor, (x - half, y), (x + half, y))
    two(visitor, (x - end, y), (x + end, y), state="release")


def drag(visitor: Visitor, start: QPoint, by: QPoint) -> None:
    visitor.put_down(start)
    for step in range(1, 9):
        visitor.move(start + by * (step / 8))
    visitor.lift(start + by)


def test_one_finger_moves_the_map_and_opens_nothing(visitor: Visitor) -> None:
    before = camera(visitor)
    drag(visitor, visitor.point_of("qianhai"), QPoint(-240, 120))
    after = camera(visitor)

    assert visitor.place == HOME
    assert after.scale == before.scale
    moved = (before.cx - after.cx) * after.scale, (before.cy - after.cy) * after.scale
    # What the finger does until it is clear that it drags does not move the map.
    assert -240 <= moved[0] <= -200
    assert 90 <= moved[1] <= 120


def test_two_fingers_make_it_larger_about_their_middle(visitor: Visitor) -> None:
    before = camera(visitor)
    point = before.to_map(1100, 560)
    pinch(visitor, (1100, 560), 60, 180)

    assert camera(visitor).scale > before.scale * 2
    assert camera(visitor).to_screen(*point) == pytest.approx((1100, 560), abs=3)
    assert visitor.place == HOME


def test_a_place_is_touched_where_it_has_gone(visitor: Visitor) -> None:
    pinch(visitor, (1100, 560), 60, 150)
    visitor.touch_place("qianhai")

    assert visitor.place == Place("qianhai")
    assert not visitor.app.stage.map_view.is_gliding


def test_a_finger_on_each_of_two_places_opens_neither(visitor: Visitor) -> None:
    one, other = visitor.point_of("qianhai"), visitor.point_of("nansha")
    two(visitor, one.toTuple(), other.toTuple(), state="press")
    two(visitor, one.toTuple(), other.toTuple(), state="release")

    assert visitor.place == HOME


def test_two_quick_taps_on_the_water_make_it_larger(visitor: Visitor) -> None:
    before = camera(visitor).scale
    visitor.touch(OPEN_WATER)
    visitor.touch(OPEN_WATER)

    assert camera(visitor).scale == pytest.approx(before * 2)
    assert visitor.place == HOME


def test_a_tap_and_a_drag_make_it_larger_with_one_finger(visitor: Visitor) -> None:
    before = camera(visitor)
    visitor.touch(OPEN_WATER)
    drag(visitor, OPEN_WATER, QPoint(0, 160))

    assert camera(visitor).scale > before.scale * 1.3


def roll(visitor: Visitor, at: QPointF, notches: int) -> None:
    stage = visitor.app.stage
    event = QWheelEvent(
        at,
        stage.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(visitor.window, event)


def test_the_wheel_makes_it_larger_about_the_pointer(visitor: Visitor) -> None:
    before = camera(visitor)
    point = before.to_map(1180, 640)
    roll(visitor, QPointF(1180, 640), 2)

    assert camera(visitor).scale == pytest.approx(before.scale * 2)
    assert camera(visitor).to_screen(*point) == pytest.approx((1180, 640))


def test_buttons_do_it_without_a_gesture_and_lead_back(visitor: Visitor) -> None:
    before = camera(visitor)
    assert "Back to the first view" not in visitor.names()
    visitor.touch_control("Zoom in")
    larger = camera(visitor)
    assert larger.scale > before.scale
    visitor.take_a_moment()
    visitor.touch_control("Zoom out")
    visitor.take_a_moment()
    visitor.touch_control("Zoom out")
    assert camera(visitor).scale < before.scale

    visitor.touch_control("Back to the first view")

    assert camera(visitor) == before
    assert "Back to the first view" not in visitor.names()


def test_the_title_stands_aside_while_the_map_is_explored(visitor: Visitor) -> None:
    assert visitor.shows("TitleBlock")
    visitor.touch_control("Zoom in")
    assert not visitor.shows("TitleBlock")
    assert visitor.shows("Legend"), "whose map it is can be read at all times"
    visitor.take_a_moment()
    visitor.touch_control("Back to the first view")
    visitor.app.stage.finish()
    assert visitor.shows("TitleBlock")


def test_no_finger_gets_beyond_the_limits(visitor: Visitor) -> None:
    for _ in range(4):
        pinch(visitor, (1100, 560), 40, 400)
    nearest = camera(visitor).scale
    pinch(visitor, (1100, 560), 40, 400)
    assert camera(visitor).scale == pytest.approx(nearest)

    for _ in range(5):
        pinch(visitor, (1100, 560), 400, 40)
    farthest = camera(visitor).scale
    pinch(visitor, (1100, 560), 400, 40)
    assert camera(visitor).scale == pytest.approx(farthest)
    assert farthest < nearest / 4


def test_another_language_leaves_the_map_where_it_is(visitor: Visitor) -> None:
    pinch(visitor, (1100, 560), 60, 150)
    there = camera(visitor)
    visitor.app.journey.speak("zh-Hant")

    assert camera(visitor) == there


def test_a_hold_goes_on_when_the_language_changes(visitor: Visitor) -> None:
    visitor.put_down(OPEN_WATER)
    visitor.move(OPEN_WATER + QPoint(60, 0))
    held = camera(visitor)
    visitor.app.journey.speak("pt")
    visitor.move(OPEN_WATER + QPoint(160, 0))

    assert held.cx - camera(visitor).cx == pytest.approx(100 / held.scale)
    visitor.lift(OPEN_WATER + QPoint(160, 0))


def test_the_map_beside_a_panel_is_moved_and_the_panel_stays(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.app.stage.finish()
    visitor.take_a_moment()
    before = camera(visitor)
    drag(visitor, QPoint(500, 420), QPoint(120, -80))

    assert visitor.place == Place("qianhai")
    assert camera(visitor) != before


def test_no_line_leads_to_where_a_marker_was(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.app.stage.finish()
    assert visitor.shows("LeaderLine")
    visitor.take_a_moment()
    drag(visitor, QPoint(500, 420), QPoint(120, -80))
    assert not visitor.shows("LeaderLine")
    visitor.app.journey.speak("pt")
    assert not visitor.shows("LeaderLine")

    visitor.app.journey.speak("en")
    visitor.take_a_moment()
    visitor.touch_control("Back to the first view")
    visitor.app.stage.finish()
    assert visitor.shows("LeaderLine")


def test_names_of_what_is_out_of_view_are_nowhere(visitor: Visitor) -> None:
    pinch(visitor, (1100, 560), 60, 200)
    for _ in range(5):
        drag(visitor, QPoint(1500, 500), QPoint(-700, 0))
    view = visitor.app.stage.map_view
    inside = QRectF(view.rect())
    chips = view.lettering.chips
    assert all(inside.contains(chip.leader[0]) for chip in chips)
    assert not any(one.rect.intersects(other.rect) for one, other in combinations(chips, 2))


def test_a_hundred_notches_at_the_limit_move_nothing(visitor: Visitor) -> None:
    for _ in range(8):
        roll(visitor, QPointF(1180, 640), 1)
    there = camera(visitor)
    for _ in range(20):
        roll(visitor, QPointF(1180, 640), 1)

    assert camera(visitor) == there


def test_two_fingers_that_do_nothing_change_nothing(visitor: Visitor) -> None:
    two(visitor, (900, 560), (1200, 560), state="press")
    two(visitor, (900, 560), (1200, 560), state="release")

    assert visitor.shows("TitleBlock")
    assert not visitor.app.stage.map_view.is_explored


def test_whoever_holds_the_map_loses_it_when_the_window_changes(visitor: Visitor) -> None:
    visitor.put_down(OPEN_WATER)
    visitor.move(OPEN_WATER + QPoint(60, 0))
    visitor.app.stage.resize(1600, 900)
    visitor.app.stage.resize(1920, 1080)
    home = camera(visitor)
    visitor.move(OPEN_WATER + QPoint(160, 0))
    visitor.lift(OPEN_WATER + QPoint(160, 0))

    assert camera(visitor) == home
    assert visitor.shows("TitleBlock")


def test_the_next_visitor_finds_the_map_as_it_was(visitor: Visitor) -> None:
    before = camera(visitor)
    pinch(visitor, (1100, 560), 60, 150)
    visitor.app._reset()

    assert camera(visitor) == before
    assert visitor.shows("TitleBlock")


@pytest.mark.parametrize("acts", [12, pytest.param(40, marks=pytest.mark.soak)])
def test_a_robot_leaves_neither_half_a_gesture_nor_a_blank_map(visitor: Visitor, acts: int) -> None:
    chance = random.Random(13)
    for _ in range(acts):
        act = chance.choice(("pinch", "drag", "tap", "wheel", "language", "layer"))
        x, y = chance.randrange(300, 1300), chance.randrange(200, 800)
        if act == "pinch":
            pinch(visitor, (x, y), chance.randrange(30, 300), chance.randrange(30, 300))
        elif act == "drag":
            by = QPoint(chance.randrange(-300, 300), chance.randrange(-200, 200))
            drag(visitor, QPoint(x, y), by)
        elif act == "tap":
            visitor.take_a_moment()
            visitor.touch(QPoint(x, y))
        elif act == "wheel":
            roll(visitor, QPointF(x, y), chance.choice((-2, -1, 1, 2)))
        elif act == "layer":
            layers = [Place(layer=layer) for layer in ("population", "research-share", "patents")]
            visitor.app.journey.go(chance.choice((HOME, *layers)))
        else:
            visitor.app.journey.speak(chance.choice(("en", "zh-Hant", "zh-Hans", "pt")))
    view = visitor.app.stage.map_view
    visitor.app.journey.go(HOME)
    view.return_to_goal()
    visitor.app.stage.finish()

    assert view.at_rest
    assert visitor.shows("TitleBlock")
