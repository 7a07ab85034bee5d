"""The transform attribute, against points worked out by hand."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPointF

from kiosk.geography.transform_list import transform_from_list


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (10, 20)),
        ("translate(3,4)", (13, 24)),
        ("translate(3)", (13, 20)),
        ("scale(2)", (20, 40)),
        ("scale(2 -1)", (20, -20)),
        ("rotate(90)", (-20, 10)),
        ("rotate(90, 10, 0)", (-10, 0)),
        ("skewX(45)", (30, 20)),
        ("skewY(45)", (10, 30)),
        ("matrix(1 2 3 4 5 6)", (75, 106)),
        ("translate(100 0) scale(2)", (120, 40)),
        ("scale(2),translate(100 0)", (220, 40)),
        (" translate( 1e1 , -5 ) ", (20, 15)),
        ("translate(5-5)rotate(180)", (-5, -25)),
        ("none", (10, 20)),
        ("translate(3px, 4px) rotate(90deg)", (-17, 14)),
        ("translateX(3px) translateY(4px)", (13, 24)),
        ("scaleX(2) scaleY(-1)", (20, -20)),
    ],
)
def test_a_point_lands_where_it_should(text: str, expected: tuple[float, float]) -> None:
    assert transform_from_list(text).map(10.0, 20.0) == pytest.approx(expected)


def test_a_turn_by_thirty_degrees_is_clockwise_on_the_screen() -> None:
    turned = transform_from_list("rotate(30)").map(QPointF(1, 0))
    assert (turned.x(), turned.y()) == pytest.approx((math.sqrt(3) / 2, 0.5))


@pytest.mark.parametrize(
    "text",
    [
        "translate",
        "translate()",
        "translate(1 2 3)",
        "rotate(1 2)",
        "spin(3)",
        "translate(1 2",
        "translate(a)",
        "translate(1e999)",
        "scale(2) nonsense",
        "matrix(1 2 3 4 5)",
        "translate(3km)",
        "translate(50%)",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        transform_from_list(text)
