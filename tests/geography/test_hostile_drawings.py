"""Files that are broken, endless or up to something."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.rules.undrawn_messages import undrawn
from kiosk.geography.drawing import DrawingError, read_drawing, read_group
from kiosk.geography.svg_tree import MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS

if TYPE_CHECKING:
    from pathlib import Path

GOOD = b'<svg viewBox="0 0 9 9"><rect id="a" width="9" height="9"/></svg>'


def _refused(source: Path | bytes) -> DrawingError:
    with pytest.raises(DrawingError) as caught:
        read_drawing(source)
    with pytest.raises(DrawingError):
        read_group(source, "any")
    return caught.value


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        b'<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/hostname">]>',
        b'<!DOCTYPE svg [<!ENTITY % more SYSTEM "http://example.org/more.dtd"> %more;]>',
        b"<!DOCTYPE svg [<!ELEMENT svg ANY>]>",
        b'<!DOCTYPE svg [<!ATTLIST rect id ID "a">]>',
        b'<!DOCTYPE svg [<!ENTITY rect "<rect/>">]>',
    ],
)
def test_declarations_are_refused(declaration: bytes) -> None:
    error = _refused(b"<?xml version='1.0'?>\n" + declaration + GOOD)
    assert "plain SVG" in error.message
    assert error.line == 2


def test_the_doctype_of_drawing_programs_is_passed_over_and_never_fetched() -> None:
    doctype = (
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert list(read_drawing(doctype + GOOD).shapes) == ["a"]


def test_compressed_drawings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "map.svgz"
    path.write_bytes(gzip.compress(GOOD))
    assert "compressed" in _refused(path).message


def test_drawings_that_are_too_large_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(GOOD + b" " * (MAX_BYTES - len(GOOD)))
    assert list(read_drawing(path).shapes) == ["a"]
    path.write_bytes(GOOD + b" " * (MAX_BYTES - len(GOOD) + 1))
    assert "larger than 8 MiB" in _refused(path).message


def test_drawings_that_are_too_deep_are_refused() -> None:
    def nested(depth: int) -> bytes:
        groups = depth - 2
        return (
            b'<svg viewBox="0 0 9 9">'
            + b"<g>" * groups
            + b'<rect id="a" width="9" height="9"/>'
            + b"</g>" * groups
            + b"</svg>"
        )

    assert list(read_drawing(nested(MAX_DEPTH)).shapes) == ["a"]
    assert "nested" in _refused(nested(MAX_DEPTH + 1)).message


def test_drawings_with_too_many_elements_are_refused() -> None:
    def crowded(count: int) -> bytes:
        inside = b"<g/>" * (count - 2)
        return b'<svg viewBox="0 0 9 9"><defs>' + inside + b"</defs></svg>"

    assert read_drawing(crowded(MAX_ELEMENTS)).shapes == {}
    assert "elements" in _refused(crowded(MAX_ELEMENTS + 1)).message


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (b"", 1),
        (b"\n\n<svg viewBox='0 0 9 9'><g></svg>", 3),
        (b"<svg viewBox='0 0 9 9'>", 1),
        (b"\x00\x01\x02", 1),
        (b"<svg viewBox='0 0 9 9'>\n&secret;</svg>", 2),
        (b"<svg viewBox='0 0 9 9'>\xff\xfe</svg>", 1),
        (b"<svg viewBox='0 0 9 9'/>\n<svg/>", 2),
        (b"<html/>", 1),
        (b'<svg xmlns="urn:other" viewBox="0 0 9 9"/>', 1),
    ],
)
def test_what_is_not_a_drawing_is_refused_with_its_line(source: bytes, line: int) -> None:
    assert _refused(source).line == line


@pytest.mark.parametrize(
    "size",
    [
        "",
        'width="100%" height="100%"',
        'width="9"',
        'viewBox=""',
        'viewBox="0 0 9"',
        'viewBox="0 0 9 9 9"',
        'viewBox="0 0 0 9"',
        'viewBox="0 0 9 -9"',
        'viewBox="0 0 nan 9"',
        'viewBox="0 0 inf 9"',
        'viewBox="0 0 1e30 9"',
        'viewBox="a b c d"',
    ],
)
def test_a_drawing_without_a_usable_size_is_refused(size: str) -> None:
    error = _refused(f"<svg {size}/>".encode())
    assert "viewBox" in error.message
    assert error.line == 1


def test_a_missing_file_is_a_drawing_error_that_names_no_folder(tmp_path: Path) -> None:
    error = _refused(tmp_path / "missing.svg")
    assert error.message == "missing.svg cannot be read: there is no such file"
    assert error.line == 0
    assert "cannot be read" in _refused(tmp_path).message


def test_the_line_stands_in_the_text_of_the_error() -> None:
    assert str(_refused(b"<html/>")) == "line 1: the drawing begins with <html>, not with <svg>"


def test_an_id_that_nobody_could_write_is_left_out() -> None:
    long = "q" * 1_001
    drawing = read_drawing(GOOD.replace(b'id="a"', f'id="{long}"'.encode()))

    (left,) = drawing.left_out
    assert left.reason == "its id has more than 1,000 letters"
    assert not drawing.shapes


@pytest.mark.parametrize(
    ("attribute", "beginning", "end"),
    [("width", "'qqq", "q' is not a length in user units"), ("transform", "'qqq", "transforms")],
)
def test_what_is_said_of_a_shape_quotes_no_megabytes(
    attribute: str, beginning: str, end: str
) -> None:
    rect = f'<rect height="9" {attribute}="{"q" * 1_000_000}"/>'
    drawing = read_drawing(f'<svg viewBox="0 0 9 9">{rect}</svg>'.encode())

    (left,) = drawing.left_out
    assert left.reason.startswith(beginning)
    assert left.reason.endswith(end)
    assert len(left.reason) < 200


@pytest.mark.parametrize(
    "written",
    ["0 0 0 0", "0 0 -9 9", "0 0 nan 9", "0 0 inf 9", "0 0 1e300 1e300", "0 0 9", "a b c d"],
)
def test_a_view_box_that_names_no_area_is_told_and_the_shapes_are_shown(written: str) -> None:
    shape = b'<rect id="a" width="9" height="9"/></svg>'
    drawing = read_drawing(f'<svg viewBox="{written}">'.encode() + shape)

    (told,) = drawing.undrawn
    assert (told.kind, told.line) == ("view", 1)
    message = undrawn(told.kind, told.number, "Inkscape")
    assert message.text.startswith("the viewBox of the map names no area of it")
    assert (drawing.view_box.width(), drawing.view_box.height()) == (9, 9)


@pytest.mark.parametrize("written", ["0 0 9 9", "0,0,9,9", " 0 0  9 9 "])
def test_a_good_view_box_is_no_matter(written: str) -> None:
    shape = b'<rect id="a" width="9" height="9"/></svg>'

    assert read_drawing(f'<svg viewBox="{written}">'.encode() + shape).undrawn == ()
