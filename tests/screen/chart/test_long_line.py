"""A line of hundreds of points is drawn in its time, and says what can be read."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.exhibit.model.points import Point
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.exhibit.rules.chart_rules import MOST_POINTS
from kiosk.screen.chart.line import LineChart
from kiosk.screen.chart.taken_room import TakenRoom
from tests.screen.chart.conftest import layout_of, touching, words_of

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale


def test_the_longest_line_has_numbers_at_its_ends_and_extremes_only(
    growth: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    values = [700 + (index * 37) % 100 for index in range(MOST_POINTS)]
    values[70], values[180] = 990, 300
    points = tuple(
        Point(value=Value.of(value), at=WrittenDate(2000 + index // 12, index % 12 + 1))
        for index, value in enumerate(values)
    )
    (first,) = growth.series
    long = growth.model_copy(
        update={"series": (first.model_copy(update={"points": points}),), "breaks": ()}
    )

    layout = layout_of(LineChart, long, locales["en"], look)

    words = words_of(layout)
    assert len(layout.strokes[0].points) == MOST_POINTS
    assert sorted(each for each in words if each.isdigit()) == sorted(
        map(str, (values[0], values[-1], 990, 300))
    )
    assert "October 2020" in words
    assert not touching(layout.labels)


def test_taken_room_knows_what_looking_at_everything_knows() -> None:
    chance = random.Random(31)

    def rect() -> QRectF:
        return QRectF(
            chance.uniform(-300, 900),
            chance.uniform(-300, 900),
            chance.uniform(1, 300),
            chance.uniform(1, 60),
        )

    taken = [rect() for _ in range(60)]
    room = TakenRoom(taken[:30])
    for each in taken[30:]:
        room.take(each)

    for _ in range(500):
        asked = rect()
        assert room.copied().meets(asked) is any(asked.intersects(each) for each in taken)


def test_a_line_takes_only_the_room_near_it() -> None:
    taken = TakenRoom()
    taken.take_line([QPointF(300, 100), QPointF(0, 400), QPointF(0, 500)], 4)

    for step in range(1, 30):
        on_it = QPointF(step * 10, 400 - step * 10)
        assert taken.meets(QRectF(on_it.x() - 1, on_it.y() - 1, 2, 2))
        assert not taken.meets(QRectF(on_it.x() - 30, on_it.y() - 30, 15, 15))
        assert not taken.meets(QRectF(on_it.x() + 15, on_it.y() + 15, 15, 15))
        assert taken.meets(QRectF(on_it.x() - 30, on_it.y() - 30, 15, 15), 14)
    assert taken.meets(QRectF(2, 450, 10, 10))
    assert not taken.meets(QRectF(5, 450, 10, 10))
