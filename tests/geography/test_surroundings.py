"""Which shapes touch each other."""

from __future__ import annotations

from kiosk.geography.drawing import read_drawing
from kiosk.geography.surroundings import neighbours


def _neighbours(paths: str) -> dict[str, tuple[str, ...]]:
    drawing = read_drawing(f'<svg viewBox="0 0 90 90">{paths}</svg>'.encode())
    return neighbours([*drawing.shapes.values()], drawing.view_box)


def test_shapes_with_a_border_in_common_are_neighbours() -> None:
    found = _neighbours(
        '<path id="a" d="M0 0V9H9V0z"/><path id="b" d="M9 0V9H18V0z"/>'
        '<path id="c" d="M50 50h9v9z"/>'
    )

    assert found == {"a": ("b",), "b": ("a",), "c": ()}


def test_shapes_that_all_lie_upon_each_other_are_none() -> None:
    found = _neighbours("".join(f'<path id="a{n}" d="M0 0V9H9V0z"/>' for n in range(300)))

    assert found == {f"a{n}": () for n in range(300)}
