"""A touch on the open estuary leads to where places stand apart, and the next one back."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtTest import QTest

from kiosk.exhibit.place import HOME, Place
from tests.journeys.test_exploring import OPEN_WATER, camera, drag, pinch

if TYPE_CHECKING:
    from tests.journeys.visitor import Visitor


def hesitate(visitor: Visitor) -> None:
    """Touch nothing for so long that no double tap can come of it."""
    timer = visitor.app.stage.map_view._approach.findChild(
        QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    assert isinstance(timer, QTimer)
    if timer.isActive():
        QTest.qWait(timer.remainingTime() + 30)
    visitor.app.stage.finish()
    visitor.take_a_moment()


def markers(visitor: Visitor) -> dict[str, QPointF]:
    view = visitor.app.stage.map_view
    found = {}
    for place in view._world.places:
        point = view.target_point(place.landmark.id)
        if place.glyph in ("pearl", "diamond") and point is not None:
            found[place.landmark.id] = point
    return found


def test_places_stand_apart_after_it_and_the_next_touch_leads_back(visitor: Visitor) -> None:
    before, home = markers(visitor), camera(visitor)
    visitor.touch(OPEN_WATER)
    hesitate(visitor)
    after = markers(visitor)

    assert visitor.place == HOME
    assert camera(visitor).scale > home.scale * 1.5
    free = QRectF(visitor.app.stage.rect())
    crowded = ("nansha", "cold-seep", "csns", "qianhai", "hengqin", "pengcheng-laboratory")
    assert all(free.contains(after[name]) for name in crowded)
    for one, other in combinations(crowded, 2):
        assert distance(after[one], after[other]) > distance(before[one], before[other]) * 1.5

    visitor.touch(open_water_of(visitor))
    hesitate(visitor)
    assert camera(visitor) == home
    assert visitor.shows("TitleBlock")


def test_every_place_has_its_own_target_there(visitor: Visitor) -> None:
    visitor.touch(OPEN_WATER)
    hesitate(visitor)
    view = visitor.app.stage.map_view
    stage = QRectF(visitor.app.stage.rect())
    reachable = {name for name, point in markers(visitor).items() if stage.contains(point)}
    marked = view.lettering.marked & reachable
    assert marked >= {
        "nansha",
        "csns",
        "pengcheng-laboratory",
        "qianhai",
        "hetao",
        "hengqin",
        "hku",
    }
    finger = visitor.app.stage.map_view._look.target / 2
    for name in marked:
        point = view.target_point(name)
        assert point is not None
        for aside in (QPointF(0, 0), QPointF(0, finger * 0.9), QPointF(finger * 0.9, 0)):
            assert view.place_at(point + aside) in (name, *near(visitor, name, 2 * finger))
        assert view.place_at(point) == name
    visitor.touch_place("nansha")
    assert visitor.place == Place("nansha")


def test_a_touch_far_from_all_places_leads_nowhere(visitor: Visitor) -> None:
    home = camera(visitor)
    visitor.touch(QPoint(1800, 1000))
    hesitate(visitor)
    assert camera(visitor) == home


def test_on_a_map_that_was_moved_by_hand_it_leads_nowhere(visitor: Visitor) -> None:
    pinch(visitor, (1100, 560), 60, 90)
    there = camera(visitor)
    visitor.touch(open_water_of(visitor))
    hesitate(visitor)
    assert camera(visitor) == there


@pytest.mark.parametrize("act", ["place", "drag"])
def test_whatever_comes_before_it_leads_is_what_counts(visitor: Visitor, act: str) -> None:
    home = camera(visitor)
    visitor.touch(OPEN_WATER)
    if act == "place":
        visitor.take_a_moment()
        visitor.touch_place("qianhai")
        hesitate(visitor)
        assert visitor.place == Place("qianhai")
    else:
        drag(visitor, QPoint(600, 900), QPoint(60, -40))
        hesitate(visitor)
        assert camera(visitor).scale == pytest.approx(home.scale)


def distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())


def near(visitor: Visitor, name: str, reach: float) -> set[str]:
    """The places that a finger beside this one may mean, those with chips as well."""
    found = markers(visitor)
    close = {each for each, point in found.items() if distance(point, found[name]) < reach}
    return close | {chip.place for chip in visitor.app.stage.map_view.lettering.chips}


def open_water_of(visitor: Visitor) -> QPoint:
    """A point below the map's middle where a touch means no place."""
    view, stage = visitor.app.stage.map_view, visitor.app.stage
    for y in range(420, 900, 20):
        for x in range(500, 1300, 20):
            if view.place_at(QPointF(x, y)) is None and stage.childAt(x, y) is view:
                return QPoint(x, y)
    raise AssertionError("there is no open water")
