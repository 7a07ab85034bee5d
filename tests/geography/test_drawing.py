"""Reading an SVG into shapes: elements, groups, transforms, and what is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from kiosk.geography.drawing import Drawing, LeftOut, Shape, read_drawing, read_group

if TYPE_CHECKING:
    from pathlib import Path


def _svg(body: str, attributes: str = 'viewBox="0 0 100 100"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>'.encode()


def _read(body: str) -> Drawing:
    return read_drawing(_svg(body))


def _only(body: str) -> Shape:
    (shape,) = _read(body).shapes.values()
    return shape


def _box(shape: Shape) -> tuple[float, float, float, float]:
    box = shape.path.boundingRect()
    return round(box.x(), 4), round(box.y(), 4), round(box.width(), 4), round(box.height(), 4)


@pytest.mark.parametrize(
    ("element", "kind", "box"),
    [
        ('<path id="a" d="M1 2 h10 v5 h-10 z"/>', "area", (1, 2, 10, 5)),
        ('<path id="a" d="M1 2 h10 v5 L1 2"/>', "area", (1, 2, 10, 5)),
        ('<path id="a" d="M1 2 L5 9"/>', "line", (1, 2, 4, 7)),
        ('<rect id="a" x="1" y="2" width="30" height="4"/>', "area", (1, 2, 30, 4)),
        ('<rect id="a" width="3cm" height="1in"/>', "area", (0, 0, 113.3858, 96)),
        ('<rect id="a" x="1" y="2" width="30" height="9" rx="4"/>', "area", (1, 2, 30, 9)),
        ('<circle id="a" cx="10" cy="20" r="4"/>', "point", (6, 16, 8, 8)),
        ('<ellipse id="a" cx="10" cy="20" rx="4" ry="2"/>', "area", (6, 18, 8, 4)),
        ('<line id="a" x1="1" y1="2" x2="11" y2="8"/>', "line", (1, 2, 10, 6)),
        ('<polyline id="a" points="1,2 3,4 5-6"/>', "line", (1, -6, 4, 10)),
        ('<polygon id="a" points="1 2 11 2 11 7"/>', "area", (1, 2, 10, 5)),
    ],
)
def test_every_basic_shape_is_read(element: str, kind: str, box: tuple[float, ...]) -> None:
    shape = _only(element)
    assert (shape.id, shape.kind, _box(shape)) == ("a", kind, box)


def test_round_corners_are_cut_and_never_larger_than_half_the_box() -> None:
    shape = _only('<rect id="a" width="40" height="20" rx="10"/>')
    assert not shape.path.contains(QPointF(1, 1))
    assert shape.path.contains(QPointF(5, 5))
    pill = _only('<rect id="a" width="40" height="20" ry="99"/>')
    assert not pill.path.contains(QPointF(3, 3))
    assert pill.path.contains(QPointF(20, 1))
    square = _only('<rect id="a" width="40" height="20" rx="0" ry="5"/>')
    assert square.path.contains(QPointF(0.5, 0.5))


def test_a_polygon_closes_and_a_polyline_does_not() -> None:
    polygon = _only('<polygon id="a" points="0,0 9,0 9,9"/>').path
    polyline = _only('<polyline id="a" points="0,0 9,0 9,9"/>').path
    assert polygon.currentPosition() == QPointF(0, 0)
    assert polyline.currentPosition() == QPointF(9, 9)


def test_shapes_keep_document_order_and_their_nearest_named_group() -> None:
    drawing = _read(
        '<rect id="sea" width="9" height="9"/>'
        '<g id="cities"><g><rect id="macao" width="9" height="9"/></g>'
        '<g id="islands"><rect id="taipa" width="9" height="9"/></g>'
        '<a><rect id="coloane" width="9" height="9"/></a></g>'
    )
    groups = [(shape.id, shape.group) for shape in drawing.shapes.values()]
    assert groups == [
        ("sea", ""),
        ("macao", "cities"),
        ("taipa", "islands"),
        ("coloane", "cities"),
    ]
    assert [shape.id for shape in drawing.group("cities")] == ["macao", "coloane"]


def test_transforms_of_all_groups_and_of_the_shape_apply_from_the_inside_out() -> None:
    shape = _only(
        '<g transform="translate(100 0)"><g transform="scale(2)">'
        '<rect id="a" transform="rotate(90)" x="1" y="2" width="3" height="4"/></g></g>'
    )
    # Turned: x -6..-2, y 1..4. Doubled: x -12..-4, y 2..8. Moved: x 88..96.
    assert _box(shape) == (88, 2, 8, 6)
    circle = _only('<circle id="a" transform="translate(3,4) scale(10)" cx="1" cy="1" r="1"/>')
    assert circle.anchor == QPointF(13, 14)


def test_a_transform_ends_with_its_group() -> None:
    drawing = _read(
        '<g transform="translate(50 0)"><rect id="in" width="9" height="9"/></g>'
        '<rect id="out" width="9" height="9"/>'
    )
    assert _box(drawing.shapes["in"])[0] == 50
    assert _box(drawing.shapes["out"])[0] == 0


def test_the_fill_rule_is_inherited_and_decides_what_is_inside() -> None:
    rings = 'd="M0 0h90v90h-90z M30 30h30v30h-30z"'
    nested = f'<path id="a" {rings}/>'
    assert _only(nested).path.fillRule() == Qt.FillRule.WindingFill
    assert _only(nested).path.contains(QPointF(45, 45))
    for body in (
        f'<g fill-rule="evenodd">{nested}</g>',
        f'<g style="stroke:red; fill-rule : evenodd">{nested}</g>',
        f'<path id="a" fill-rule="nonzero" style="fill-rule:evenodd" {rings}/>',
    ):
        assert not _only(body).path.contains(QPointF(45, 45))


@pytest.mark.parametrize(
    "body",
    [
        "<defs>{}</defs>",
        "<symbol>{}</symbol>",
        "<clipPath>{}</clipPath>",
        "<mask>{}</mask>",
        "<pattern><g>{}</g></pattern>",
        "<marker>{}</marker>",
        '<g display="none">{}</g>',
        '<g style="display:none">{}</g>',
        '<g visibility="hidden">{}</g>',
        '<x:g xmlns:x="urn:other">{}</x:g>',
    ],
)
def test_what_is_not_on_the_map_is_passed_over(body: str) -> None:
    drawing = _read(body.format('<rect id="a" width="9" height="9"/>'))
    assert drawing.shapes == {}
    assert drawing.left_out == ()


def test_what_is_no_outline_foreign_or_hidden_is_passed_over() -> None:
    drawing = _read(
        '<text id="t">Macao</text><image id="i"/>'
        '<x:rect xmlns:x="urn:other" id="x" width="9" height="9"/>'
        '<rect id="hidden" display="none" width="9" height="9"/>'
    )
    assert drawing.shapes == {}
    assert drawing.left_out == ()


def test_a_drawing_without_a_namespace_or_with_a_prefix_is_read_as_well() -> None:
    plain = b'<svg viewBox="0 0 9 9"><rect id="a" width="9" height="9"/></svg>'
    prefixed = (
        b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        b'<s:rect id="a" width="9" height="9"/></s:svg>'
    )
    assert list(read_drawing(plain).shapes) == ["a"]
    assert list(read_drawing(prefixed).shapes) == ["a"]


@pytest.mark.parametrize(
    ("attributes", "box"),
    [
        ('viewBox="-10 -20 30 40"', QRectF(-10, -20, 30, 40)),
        ('viewBox=" 0,0 , 30,40 " width="900mm"', QRectF(0, 0, 30, 40)),
        ('width="300" height="200px"', QRectF(0, 0, 300, 200)),
        ('width="1in" height="72pt"', QRectF(0, 0, 96, 96)),
    ],
)
def test_the_view_box_is_read_or_made_from_the_size(attributes: str, box: QRectF) -> None:
    assert read_drawing(_svg("", attributes)).view_box == box


def test_a_bad_shape_is_left_out_and_the_rest_is_read() -> None:
    drawing = read_drawing(
        b'<svg viewBox="0 0 9 9">\n'
        b'<path id="good" d="M0 0h9v9z"/>\n'
        b'<path id="garbage" d="M0 0 L nonsense"/>\n'
        b'<path id="empty" d=""/>\n'
        b'<path id="dot" d="M5 5"/>\n'
        b'<circle id="flat" r="0"/>\n'
        b'<circle id="inside-out" r="-3"/>\n'
        b'<rect id="relative" width="50km" height="9"/>\n'
        b'<rect id="not-a-number" width="nan" height="9"/>\n'
        b'<rect id="endless" x="1e999" width="9" height="9"/>\n'
        b'<g transform="scale(1e6)"><rect id="blown-up" width="99" height="9"/></g>\n'
        b'<polygon id="odd" points="1 2 3"/>\n'
        b'<g id="turned" transform="turn(3)"><rect id="lost" width="9" height="9"/></g>\n'
        b'<rect id="last" width="9" height="9"/>\n'
        b"</svg>"
    )
    assert list(drawing.shapes) == ["good", "last"]
    assert [(entry.id, entry.line) for entry in drawing.left_out] == [
        ("garbage", 3),
        ("empty", 4),
        ("dot", 5),
        ("flat", 6),
        ("inside-out", 7),
        ("relative", 8),
        ("not-a-number", 9),
        ("endless", 10),
        ("blown-up", 11),
        ("odd", 12),
        ("turned", 13),
    ]
    assert "character 8" in drawing.left_out[0].reason


@pytest.mark.parametrize(
    "transform",
    ["scale(1e300)", "matrix(1e308 0 -1e308 0 0 0)", "scale(1e200) scale(1e200) scale(0)"],
)
def test_a_transform_that_could_overflow_is_left_out(transform: str) -> None:
    drawing = _read(f'<path id="a" transform="{transform}" d="M0 0L10 10 5 0z"/>')
    assert drawing.shapes == {}
    assert [entry.id for entry in drawing.left_out] == ["a"]


def test_of_two_shapes_with_one_id_the_first_wins() -> None:
    drawing = read_drawing(
        b'<svg viewBox="0 0 9 9"><rect id="a" width="9" height="9"/>\n'
        b'<rect id="a" width="5" height="5"/></svg>'
    )
    assert _box(drawing.shapes["a"]) == (0, 0, 9, 9)
    assert drawing.left_out == (LeftOut("a", 2, "an earlier shape has this id"),)


def test_groups_can_be_left_for_later() -> None:
    source = _svg(
        '<g id="cities"><rect id="macao" width="9" height="9"/></g>'
        '<g id="waterlines" transform="translate(3 0)"><path id="w0" d="M0 0h9"/>'
        '<g id="far"><path d="M0 5h9"/></g><path id="bad" d="?"/></g>'
    )
    drawing = read_drawing(source, leave_out_groups=("waterlines",))
    assert list(drawing.shapes) == ["macao"]
    assert drawing.left_out == ()
    boxes = [path.boundingRect() for path in read_group(source, "waterlines")]
    assert boxes == [QRectF(3, 0, 9, 0), QRectF(3, 5, 9, 0)]
    assert len(read_group(source, "far")) == 1
    assert read_group(source, "nowhere") == ()


def test_a_drawing_cannot_be_changed() -> None:
    drawing = _read('<rect id="a" width="9" height="9"/>')
    with pytest.raises(TypeError):
        drawing.shapes["b"] = drawing.shapes["a"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        drawing.shapes["a"].id = "b"  # type: ignore[misc]


def test_a_file_is_read_like_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(_svg('<circle id="澳門" cx="3" cy="4" r="1"/>'))
    assert read_drawing(path).shapes["澳門"].anchor == QPointF(3, 4)
    assert read_group(path, "none") == ()


def test_the_anchor_of_an_area_is_its_centroid_if_that_is_inside() -> None:
    shape = _only('<path id="a" d="M0 0h30v30h-30z M80 80h5v5h-5z"/>')
    assert (shape.anchor.x(), shape.anchor.y()) == pytest.approx((15, 15))


def test_the_anchor_of_a_bent_area_is_well_inside_it() -> None:
    shape = _only('<path id="a" d="M0 0h90v90h-40v-80h-10v80h-40z"/>')
    assert shape.path.contains(shape.anchor)
    x, y = shape.anchor.x(), shape.anchor.y()
    assert min(x % 50, 40 - x % 50) > 15
    assert 15 < y < 75


def test_a_long_straight_shore_keeps_the_anchor_away_from_it() -> None:
    # An arch: its outer corners are 1000 apart, the coast under it has hundreds of points.
    coast = " ".join(f"L{900 - i * 2} {250 + i % 2 * 50}" for i in range(401))
    shape = _only(f'<path id="a" d="M0 0H1000V1000H900V250{coast}V1000H0Z"/>')
    x, y = shape.anchor.x(), shape.anchor.y()
    assert min(x, 1000 - x, y, 250 - y) > 110


def test_an_area_too_thin_for_any_grid_still_has_an_anchor() -> None:
    shape = _only('<path id="a" d="M0 0h100v100h-0.001v-99.999h-99.999z"/>')
    assert shape.path.boundingRect().contains(shape.anchor)
    flat = _only('<path id="a" d="M0 0h100z"/>')
    assert flat.anchor == QPointF(50, 0)


def test_the_anchor_of_a_line_is_halfway_along() -> None:
    assert _only('<line id="a" x1="0" y1="0" x2="10" y2="20"/>').anchor == QPointF(5, 10)
