"""Path data: the whole grammar, its short forms, and what is refused."""

from __future__ import annotations

import math
import random

import pytest
from PySide6.QtCore import QByteArray, QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, Qt
from PySide6.QtSvg import QSvgRenderer

from kiosk.geography.path_data import (
    MAX_COORDINATE,
    MAX_ELEMENTS,
    PathDataError,
    path_from_data,
)

ARC_SQUARE = "M100 20 A30 60 40 {large} {sweep} 60 110 Z"


def _points(data: str) -> list[tuple[float, float]]:
    path = path_from_data(data)
    elements = (path.elementAt(i) for i in range(path.elementCount()))
    return [(round(e.x, 6), round(e.y, 6)) for e in elements]


def _kinds(data: str) -> str:
    path = path_from_data(data)
    return "".join("MLCc"[path.elementAt(i).type.value] for i in range(path.elementCount()))


@pytest.mark.parametrize(
    ("data", "points"),
    [
        ("M10 20 L30 40", [(10, 20), (30, 40)]),
        ("m10 20 l30 40", [(10, 20), (40, 60)]),
        ("M10 20 30 40 50 60", [(10, 20), (30, 40), (50, 60)]),
        ("m10 20 30 40 50 60", [(10, 20), (40, 60), (90, 120)]),
        ("M1 1 L2 2 3 3 4 5", [(1, 1), (2, 2), (3, 3), (4, 5)]),
        ("M1 1 l2 2 3 3", [(1, 1), (3, 3), (6, 6)]),
        ("M1 2 H5 7", [(1, 2), (5, 2), (7, 2)]),
        ("M1 2 h5 7", [(1, 2), (6, 2), (13, 2)]),
        ("M1 2 V5 7", [(1, 2), (1, 5), (1, 7)]),
        ("M1 2 v5 7", [(1, 2), (1, 7), (1, 14)]),
        ("M0 0 C1 2 3 4 5 6", [(0, 0), (1, 2), (3, 4), (5, 6)]),
        ("M1 1 c1 2 3 4 5 6", [(1, 1), (2, 3), (4, 5), (6, 7)]),
        ("M0 0 Q3 0 3 3", [(0, 0), (2, 0), (3, 1), (3, 3)]),
        ("M1 1 q3 0 3 3", [(1, 1), (3, 1), (4, 2), (4, 4)]),
        ("M0 0 L5 0 5 5 Z", [(0, 0), (5, 0), (5, 5), (0, 0)]),
        ("M0 0 L5 0 0 0 Z", [(0, 0), (5, 0), (0, 0)]),
        ("M1 1 L9 1 9 9 Z l1 2", [(1, 1), (9, 1), (9, 9), (1, 1), (1, 1), (2, 3)]),
        ("M1 1 L9 1 z m2 3 4 0", [(1, 1), (9, 1), (1, 1), (3, 4), (7, 4)]),
        ("M1 1L2 2M5 5L6 6", [(1, 1), (2, 2), (5, 5), (6, 6)]),
        ("M1 1L2,2L-3-3L4 4L5 5 6 6", [(1, 1), (2, 2), (-3, -3), (4, 4), (5, 5), (6, 6)]),
        ("m1 1l2 2l.5.5 l-1e0,1", [(1, 1), (3, 3), (3.5, 3.5), (2.5, 4.5)]),
    ],
)
def test_each_command_goes_where_the_specification_says(
    data: str, points: list[tuple[float, float]]
) -> None:
    assert _points(data) == points


def test_a_smooth_curve_mirrors_the_control_point_before_it() -> None:
    assert _points("M0 0 C0 10 10 10 10 0 S20 -10 20 0")[4:] == [(10, -10), (20, -10), (20, 0)]
    assert _points("M0 0 c0 10 10 10 10 0 s10 -10 10 0 10 10 10 0")[7:] == [
        (20, 10),
        (30, 10),
        (30, 0),
    ]


def test_a_smooth_curve_after_something_else_starts_at_the_pen() -> None:
    assert _points("M5 5 S9 9 10 5") == [(5, 5), (5, 5), (9, 9), (10, 5)]
    assert _points("M0 0 Q3 9 6 0 S9 9 12 0")[4:] == [(6, 0), (9, 9), (12, 0)]
    assert _points("M3 3 T9 9") == [(3, 3), (3, 3), (5, 5), (9, 9)]


def test_smooth_quadratic_curves_go_on_mirroring() -> None:
    # Q has its control point at (3, 6), so the first T has (9, -6) and the second (15, 6).
    assert _points("M0 0 Q3 6 6 0 T12 0 18 0") == [
        *((0, 0), (2, 4), (4, 4), (6, 0)),
        *((8, -4), (10, -4), (12, 0)),
        *((14, 4), (16, 4), (18, 0)),
    ]


@pytest.mark.parametrize(
    ("data", "points"),
    [
        ("M1.5.5-3e2-.25", [(1.5, 0.5), (-300, -0.25)]),
        ("M+1-2l+.5.5", [(1, -2), (1.5, -1.5)]),
        ("M 1e1,1E+1\tL\n2.,3.", [(10, 10), (2, 3)]),
        ("  M1,1 , 2 ,2 ", [(1, 1), (2, 2)]),
        ("M100-200L-1-1", [(100, -200), (-1, -1)]),
    ],
)
def test_numbers_may_stand_without_separators(data: str, points: list[tuple[float, float]]) -> None:
    assert _points(data) == points


def test_arc_flags_may_touch_what_follows() -> None:
    spaced = _points("M10 10 A5 5 0 0 1 20 10 A5 5 0 1 0 30 10")
    assert _points("M10 10A5 5 0 0120 10 5 5 0 1030 10") == spaced
    assert _points("M10,10a5,5,0,01,10,0,5,5,0,1010,0") == spaced


def test_a_half_circle_passes_its_top() -> None:
    path = path_from_data("M0 0 A10 10 0 0 1 20 0")
    assert path.boundingRect().top() == pytest.approx(-10, abs=0.01)
    assert _points("M0 0 A10 10 0 0 1 20 0")[-1] == (20, 0)
    swept_down = path_from_data("M0 0 A10 10 0 0 0 20 0")
    assert swept_down.boundingRect().bottom() == pytest.approx(10, abs=0.01)


def test_every_point_of_an_arc_is_on_its_ellipse() -> None:
    # Centre (0, 0), radii 8 and 4, turned by 30 degrees; half of it, from end to end of an axis.
    x, y = 8 * math.cos(math.pi / 6), 8 * math.sin(math.pi / 6)
    path = path_from_data(f"M{-x} {-y} A8 4 30 0 1 {x} {y}")
    for i in range(101):
        point = path.pointAtPercent(i / 100)
        u = point.x() * math.cos(math.pi / 6) + point.y() * math.sin(math.pi / 6)
        v = point.y() * math.cos(math.pi / 6) - point.x() * math.sin(math.pi / 6)
        assert (u / 8) ** 2 + (v / 4) ** 2 == pytest.approx(1, abs=0.001)


def test_radii_that_are_too_small_grow_until_they_reach() -> None:
    path = path_from_data("M0 0 A1 1 0 0 1 20 0")
    assert path.boundingRect().top() == pytest.approx(-10, abs=0.01)


def test_an_arc_without_a_radius_is_a_line_and_one_to_itself_is_nothing() -> None:
    assert _kinds("M0 0 A0 5 0 0 1 9 9") == "ML"
    assert _kinds("M3 3 A5 5 0 0 1 3 3") == "M"


def test_negative_radii_count_as_positive() -> None:
    assert _points("M0 0 A-10 -10 0 0 1 20 0") == _points("M0 0 A10 10 0 0 1 20 0")


def _drawn_by_qt(data: str) -> QImage:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><path d="{data}"/></svg>'
    image = _blank()
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return image


def _drawn_by_us(data: str) -> QImage:
    path = path_from_data(data)
    path.setFillRule(Qt.FillRule.WindingFill)
    image = _blank()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor("black"))
    painter.end()
    return image


def _blank() -> QImage:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


@pytest.mark.parametrize(
    "data",
    [
        "M20 20 L180 40 100 180 Z",
        "m20 20 h100 v60 h-40 v-20 h-60z m30 90 80 0 0 40z",
        "M20 100 C20 0 180 0 180 100 S20 200 20 100 Z",
        "M20 100 Q60 20 100 100 T180 100 V180 H20 Z",
        *(ARC_SQUARE.format(large=large, sweep=sweep) for large in "01" for sweep in "01"),
        "M40 40 a60 20 75 1 1 40 90 l60-20 a9 9 0 1 0 -30 -30 z",
    ],
)
def test_outlines_look_as_qt_draws_them(data: str, qapp: object) -> None:
    theirs, ours = _drawn_by_qt(data), _drawn_by_us(data)
    pixels = [(x, y) for x in range(200) for y in range(200)]
    grey = [abs(theirs.pixelColor(x, y).red() - ours.pixelColor(x, y).red()) for x, y in pixels]
    assert max(grey) <= 24
    assert any(ours.pixelColor(x, y).red() == 0 for x, y in pixels)


def test_the_path_equals_one_drawn_call_by_call() -> None:
    expected = QPainterPath(QPointF(1, 2))
    expected.lineTo(30, 4)
    expected.cubicTo(1, 2, 3, 4, 50, 60)
    expected.closeSubpath()
    expected.moveTo(7, 8)
    expected.lineTo(9, 10)
    path = path_from_data("M1 2 L30 4 C1 2 3 4 50 60 Z M7 8 L9 10")
    assert path == expected
    path.lineTo(11, 12)
    path.closeSubpath()
    assert path.currentPosition() == QPointF(7, 8)


@pytest.mark.parametrize("data", ["", " \n"])
def test_empty_data_is_an_empty_path(data: str) -> None:
    assert path_from_data(data).elementCount() == 0


@pytest.mark.parametrize(
    ("data", "position"),
    [
        ("L1 1", 0),
        ("10 10 L1 1", 0),
        ("M1", 1),
        ("M1 2 L3", 6),
        ("M1 2 L", 6),
        ("M1 2L3 4L5 6L7L8 9", 13),
        ("M1 2 C1 2 3 4 5", 6),
        ("M1 2 Z3", 6),
        ("M1 2 X3 4", 5),
        ("M1 2 L3 nan", 8),
        ("M1 2 L1_0 3", 7),
        ("M1 2 L٣ 4", 6),
        ("M1 2 L3 4e", 9),
        ("M1 2 L--3 4", 6),
        ("M1 2 L3..4. 5", 10),
        ("M1,,2", 2),
        ("M,1 2", 0),
        ("M1 2,L3 4", 4),
        ("M1 2 A5 5 0 2 1 9 9", 6),
        ("M1 2 A5 5 0 1 9 9", 6),
    ],
)
def test_bad_data_is_refused_at_its_place(data: str, position: int) -> None:
    with pytest.raises(PathDataError) as caught:
        path_from_data(data)
    assert caught.value.position == position
    assert f"at character {position + 1}" in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        "M0 0 L1e999 0",
        "M0 0 l1e999 0 -1e999 0",
        "M0 0 L0 -1e8",
        "M0 0 A1e999 1 0 0 1 9 9",
        "M0 0 A1 1 1e999 0 1 9 9",
        "M1e999 0 l-1e999 0 a1 1 0 0 1 9 9",
    ],
)
def test_points_far_outside_are_refused(data: str) -> None:
    with pytest.raises(PathDataError, match="further out"):
        path_from_data(data)


def test_the_furthest_point_allowed_is_read() -> None:
    assert _points(f"M0 0 L{MAX_COORDINATE} 0")[-1] == (MAX_COORDINATE, 0)


def test_a_path_may_not_have_endless_elements() -> None:
    with pytest.raises(PathDataError, match=str(MAX_ELEMENTS)):
        path_from_data("M0 0" + "h1" * (MAX_ELEMENTS + 1))


def test_an_arc_between_points_that_nearly_coincide_is_a_line() -> None:
    assert _points("M0 0 A1e7 1e7 0 0 1 1e-200 0")[-1] == (0, 0)
    assert _kinds("M0 0 A1e7 1e7 0 0 1 1e-200 0") == "MCcc"


def test_any_text_gives_a_finite_path_or_a_clear_refusal() -> None:
    chance = random.Random(113)
    pieces = [*"MmLlHhVvCcSsQqTtAaZz", *" ,.-+e", *"0123456789", "1e9", "1e-300", " 0 ", " 1 1 "]
    read = 0
    for _ in range(20_000):
        data = "M0 0" + "".join(chance.choices(pieces, k=chance.randrange(16)))
        try:
            path = path_from_data(data)
        except PathDataError:
            continue
        read += 1
        box = path.controlPointRect()
        assert all(math.isfinite(v) for v in (box.x(), box.y(), box.width(), box.height()))
    assert read > 1_000
