"""What drawing programs and people write besides: copies, drawings in drawings, styles, sizes."""

from __future__ import annotations

import pytest

from kiosk.geography.drawing import Drawing, read_drawing

SQUARE = '<path id="a" d="M0 0h10v10h-10z"/>'


def read(body: str, attributes: str = 'viewBox="0 0 100 100"') -> Drawing:
    head = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return read_drawing(f"<svg {head} {attributes}>{body}</svg>".encode())


def box(drawing: Drawing, name: str) -> tuple[float, ...]:
    shape = drawing.named(name)
    assert shape is not None, sorted(drawing.names)
    found = shape.path.boundingRect()
    edges = (found.x(), found.y(), found.width(), found.height())
    return tuple(round(each, 3) for each in edges)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f'<defs>{SQUARE}</defs><use id="b" href="#a" x="20" y="5"/>', (20, 5, 10, 10)),
        (
            f'<use id="b" xlink:href="#a" transform="scale(2)"/><defs>{SQUARE}</defs>',
            (0, 0, 20, 20),
        ),
        (
            '<symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol>'
            '<use id="b" href="#s" x="10" y="10" width="40" height="20"/>',
            (20, 10, 20, 20),
        ),
        (
            '<svg id="inner" x="10" y="10" width="50" height="50" viewBox="0 0 100 100">'
            '<rect id="b" width="100" height="50"/></svg>',
            (10, 10, 50, 25),
        ),
        (
            '<svg x="10" width="50%" height="50%" viewBox="0 0 10 10" preserveAspectRatio="none">'
            '<rect id="b" width="5" height="10"/></svg>',
            (10, 0, 25, 50),
        ),
        ('<rect id="b" x="10%" y="10%" width="50%" height="50%"/>', (10, 10, 50, 50)),
        (
            '<g style="transform: translate(10px, 20px)"><rect id="b" width="9" height="9"/></g>',
            (10, 20, 9, 9),
        ),
        (
            "<style>.m{transform:scale(2)}</style><rect id='b' class='m' width='9' height='9'/>",
            (0, 0, 18, 18),
        ),
        ('<rect id="b" x="1em" width="1rem" height="4Q"/>', (16, 0, 16, 3.78)),
        ('<polyline id="b" points="0,0 9,0 9,9 0,0"/>', (0, 0, 9, 9)),
    ],
)
def test_a_shape_lies_where_browsers_draw_it(body: str, expected: tuple[float, ...]) -> None:
    drawing = read(body)

    assert box(drawing, "b") == pytest.approx(expected)
    assert drawing.left_out == ()


def test_what_is_used_without_a_name_of_its_own_is_called_like_what_it_shows() -> None:
    drawing = read(f'<defs><g id="isle">{SQUARE}</g></defs><use href="#isle" x="9"/>')

    assert box(drawing, "isle") == (9, 0, 10, 10)


def test_a_small_symbol_is_a_point_and_a_large_one_an_area() -> None:
    pin = '<symbol id="pin"><circle r="2"/><path d="M-2 0h4l-2 5z"/></symbol>'
    drawing = read(f'{pin}<use id="museum" href="#pin" x="40" y="40"/>')
    large = read(f'<symbol id="s">{SQUARE}</symbol><use id="hall" href="#s" transform="scale(3)"/>')

    assert drawing.shapes["museum"].kind == "point"
    assert large.shapes["hall"].kind == "area"


def test_a_use_of_what_is_not_in_the_file_is_left_out_with_its_line() -> None:
    drawing = read('\n<use id="b" href="other.svg#a"/>\n<use id="c" href="#none"/>')

    assert [(each.id, each.line) for each in drawing.left_out] == [("b", 2), ("c", 3)]


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="210mm" height="297mm"', (793.701, 1122.52)),
        ('width="72pt" height="1in"', (96, 96)),
        ('width="100%" height="100%"', (10, 10)),
        ("", (10, 10)),
        ('viewBox="nonsense" width="50" height="40"', (50, 40)),
    ],
)
def test_a_drawing_without_a_view_box_has_the_size_it_says_or_that_of_its_shapes(
    attributes: str, size: tuple[float, float]
) -> None:
    found = read(SQUARE, attributes).view_box

    assert (found.width(), found.height()) == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize(
    ("rule", "seen"),
    [
        (".x{display:none}", False),
        ("path.x{display:none}", False),
        (".y, #a{display:none}", False),
        ("path{display:none} #a{display:inline}", True),
        ("rect.x{display:none}", True),
        ("g .x{display:none}", True),
        (".x:hover{display:none}", True),
        ("/* .x{display:none} */", True),
        ("@import url(x.css); .x{display:none!important}", False),
        (".x{visibility:hidden}", False),
    ],
)
def test_rules_of_a_style_sheet_hide_what_they_mean(rule: str, seen: bool) -> None:
    drawing = read(f'<style>{rule}</style><path class="x z" id="a" d="M0 0h9v9z"/>')

    assert ("a" in drawing.shapes) == seen


def test_parts_with_one_label_are_one_place() -> None:
    parts = "".join(
        f'<path data-name="Chile" d="M{x} 0h5v5h-5z"/>'
        f'<path id="path{x}" title="Peru" d="M{x} 9h5v5z"/>'
        for x in (0, 20, 40)
    )
    drawing = read(parts)

    assert set(drawing.shapes) == {"Chile", "Peru"}
    assert len(drawing.shapes["Chile"].path.toSubpathPolygons()) == 3


def test_outlines_that_nobody_named_are_there_under_ids_of_their_own() -> None:
    drawing = read(f'<path d="M0 0h9v9z"/><g><path d="M20 0h9v9z"/></g>{SQUARE}')

    assert [shape.name for shape in drawing.shapes.values()] == ["", "", "a"]
