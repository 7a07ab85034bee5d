"""A part of a drawing goes the way that its words say, and rests where it is drawn."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QPointF, QRectF

from kiosk.look.movement import SECONDS, BadMovement, read_movement

if TYPE_CHECKING:
    from kiosk.look.movement import Stance

BOX = QRectF(100, 100, 40, 20)
WORDS = [
    "slide",
    "turn",
    "stretch",
    "appear",
    "draw",
    "swing",
    "right",
    "0",
    "-7",
    "2.5",
    "1e9",
    "inf",
    "٣",
    "720",
]
QUARTERS = (0.0, 0.5, 1.0, 1.5, 2.0)


def stances(move: str, when: str = "", *, scale: float = 1.0) -> list[Stance]:
    """How a box stands at the beginning, after each quarter, and at the end."""
    movement = read_movement(move, when)
    return [movement.stance(at, BOX, scale, QPointF(0, 0)) for at in QUARTERS]


def places(move: str, when: str = "", *, scale: float = 1.0) -> list[tuple[float, float]]:
    """Where the middle of the box is."""
    middles = [each.transform.map(BOX.center()) for each in stances(move, when, scale=scale)]
    return [(round(at.x()), round(at.y())) for at in middles]


def test_a_slide_comes_to_rest() -> None:
    assert places("slide -80 40") == [(40, 150), (46, 147), (80, 130), (114, 113), (120, 110)]


def test_units_of_the_drawing_are_pixels_of_the_screen() -> None:
    assert places("slide -8 4", scale=2.0)[0] == (104, 118)


def test_a_way_leads_through_its_places() -> None:
    movement = read_movement("slide -100 0 -50 -40")
    way = [movement.stance(at / 100, BOX, 1.0, QPointF(0, 0)).transform for at in range(201)]

    assert (way[0].dx(), way[0].dy()) == (-100, 0)
    assert (way[-1].dx(), way[-1].dy()) == (0, 0)
    assert any((each.dx(), each.dy()) == (-50, -40) for each in way)
    steps = [abs(b.dx() - a.dx()) for a, b in itertools.pairwise(way)]
    assert max(steps) <= 4


def test_moments_say_when_it_goes() -> None:
    assert places("slide -80 0", "0.5 1.5") == [
        (40, 110),
        (40, 110),
        (80, 110),
        (120, 110),
        (120, 110),
    ]


def test_a_turn_is_about_the_middle_or_a_point() -> None:
    turned = [each.transform.map(QPointF(140, 110)) for each in stances("turn 90")]
    assert (round(turned[0].x()), round(turned[0].y())) == (120, 130)
    assert places("turn 90") == [(120, 110)] * 5
    assert places("turn 90 100 110")[0] == (100, 130)
    assert places("turn 90 100 110")[-1] == (120, 110)


def test_a_stretch_keeps_its_point() -> None:
    tops = [each.transform.mapRect(BOX) for each in stances("stretch 1 0.5 0 100")]
    assert [round(each.height()) for each in tops] == [10, 11, 15, 19, 20]
    assert {round(each.top()) for each in tops} == {100}


def test_what_appears_was_invisible() -> None:
    found = [round(each.opacity, 2) for each in stances("appear")]
    assert (found[0], found[2], found[4]) == (0, 0.5, 1)
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("direction", "seen"),
    [
        ("right", (0, 0, 0.5, 1)),
        ("left", (0.5, 0, 0.5, 1)),
        ("down", (0, 0, 1, 0.5)),
        ("up", (0, 0.5, 1, 0.5)),
    ],
)
def test_what_is_drawn_is_uncovered(direction: str, seen: tuple[float, ...]) -> None:
    found = [each.seen for each in stances(f"draw {direction}")]
    assert found[2] == pytest.approx(seen)
    assert found[0][2] * found[0][3] == 0
    assert found[4] == (0, 0, 1, 1)


def test_what_swings_goes_beyond_and_rests() -> None:
    movement = read_movement("slide 0 -40 swing")
    way = [movement.stance(at / 50, BOX, 1.0, QPointF(0, 0)).transform.dy() for at in range(101)]
    assert way[0] == -40
    assert max(way) > 15
    assert way[-1] == 0
    late = way[75:]
    assert max(map(abs, late)) < 4


@pytest.mark.parametrize("move", ["slide 9 9", "turn 30 swing", "stretch 2 2", "appear", "draw up"])
@pytest.mark.parametrize("when", ["", "0.3 1.1"])
def test_everything_rests_exactly_as_drawn(move: str, when: str) -> None:
    last = stances(move, when)[-1]
    assert last.transform.isIdentity()
    assert last.opacity == 1
    assert last.seen == (0, 0, 1, 1)


@pytest.mark.parametrize(
    ("move", "when", "found"),
    [
        ("fly 0 -40", "", "'fly' is no movement"),
        ("", "", "is no movement"),
        ("slide 4", "", "'slide' has 1 number here"),
        ("slide 1 2 3", "", "'slide' has 3 numbers here, and takes 2, 4, 6, 8, 10, 12, 14 or 16"),
        ("slide " + "1 " * 18, "", "'slide' has 18 numbers"),
        ("slide 1 x", "", "'x' is no number"),
        ("slide 1 nan", "", "'nan' is no number"),
        ("slide 1 9000", "", "'9000' is no number up to 4000"),
        ("slide 1 2 3 4 swing", "", "can't swing"),
        ("appear swing", "", "can't swing"),
        ("appear 1", "", "'appear' has 1 number here, and takes none"),
        ("turn 6; slide 0 4", "", "'turn' and 'slide' are two movements: a group has one"),
        ("draw", "", "'draw' needs a direction"),
        ("draw sideways", "", "'draw' needs a direction"),
        ("turn 1000", "", "more than 720 degrees"),
        ("stretch 1 -1", "", "from 0 to 3"),
        ("stretch 4 1", "", "from 0 to 3"),
        ("appear", "1", "is '1': it is two moments"),
        ("appear", "1 1", "the earlier first"),
        ("appear", "0 2.5", "from 0 to 2"),
    ],
)
def test_what_is_no_movement_is_told(move: str, when: str, found: str) -> None:
    with pytest.raises(BadMovement, match=found):
        read_movement(move, when)


@given(
    some.lists(some.sampled_from(WORDS), max_size=7),
    some.sampled_from(["", "0 1", "x", "2 0", "0.5 2"]),
    some.floats(-1, 3),
)
def test_no_words_break_the_reader(words: list[str], when: str, seconds: float) -> None:
    try:
        movement = read_movement(" ".join(words), when)
    except BadMovement:
        return
    box = movement.stance(seconds, BOX, 3.0, QPointF(-5, 5)).transform.mapRect(BOX)
    assert abs(box.center().x()) < 100_000
    assert movement.stance(SECONDS, BOX, 3.0, QPointF(0, 0)).transform.isIdentity()
