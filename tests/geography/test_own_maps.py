"""Maps as drawing programs save them: places in parts, ids that nobody gave, no groups of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.landmark import Landmark
from kiosk.geography.drawing import read_drawing
from kiosk.screen.map.map_world import build_world
from kiosk.shipped import shipped
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from kiosk.geography.drawing import Drawing

ISLES = '<path d="M100 100H300V300H100Z"/><path d="M350 100H400V150H350Z"/>'
HALL = '<path id="hall" d="M100 100H700V500H100Z"/>'


def drawing(inside: str) -> Drawing:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600">{inside}</svg>'
    return read_drawing(svg.encode())


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(ISLES, id="parts without ids"),
        pytest.param(ISLES.replace("<path", '<path id="path12"', 1), id="ids of a program"),
        pytest.param(f'<g id="g345">{ISLES}</g>', id="a group in a group"),
        pytest.param(f"<g>{ISLES}</g>", id="a group without an id"),
    ],
)
def test_a_group_of_nameless_outlines_is_one_place(parts: str) -> None:
    isles = drawing(f'<g id="isles">{parts}</g>').shapes["isles"]

    assert isles.kind == "area"
    assert isles.path.boundingRect().getRect() == (100, 100, 300, 200)
    assert len(isles.path.toSubpathPolygons()) == 2


def test_a_group_of_named_outlines_is_none() -> None:
    assert set(drawing(f'<g id="cities">{HALL}</g>').shapes) == {"hall"}


def test_no_group_of_the_shipped_map_has_become_a_place() -> None:
    shapes = read_drawing(shipped("assets") / "map" / "gba.svg").shapes

    assert not {"cities", "zones", "links", "places", "labels", "seas", "waterlines"} & set(shapes)


@pytest.mark.parametrize(
    ("inside", "lands"),
    [
        pytest.param(HALL, {"hall"}, id="an area on its own"),
        pytest.param(f'<g id="floor-1">{HALL}</g>', {"hall"}, id="in a group of their own"),
        pytest.param(f'<g id="isles">{ISLES}</g>', {"isles"}, id="a place in parts"),
        pytest.param(
            f'<rect id="background" width="800" height="600"/>{HALL}', {"hall"}, id="a background"
        ),
        pytest.param(
            f'<rect id="sea" width="9" height="9"/><g id="seas">{HALL}</g>', set(), id="water"
        ),
        pytest.param(f'<g id="cities">{HALL}</g>', {"hall"}, id="cities"),
    ],
)
def test_every_area_of_another_map_is_drawn_as_land(inside: str, lands: set[str]) -> None:
    assert set(build_world(drawing(inside), ()).shapes.cities) == lands


def test_what_is_land_in_the_shipped_map_are_its_cities() -> None:
    world = build_world(read_drawing(shipped("assets") / "map" / "gba.svg"), ())

    assert len(world.shapes.cities) == 11


def test_a_place_of_another_map_lights_up() -> None:
    hall = Landmark.placed(
        id="shenzhen",
        kind="city",
        within=(),
        name=Text.same("Hall"),
        label=None,
        shape="hall",
        marker=None,
        label_at=None,
        chip=None,
    )

    (place,) = build_world(drawing(HALL), (hall,)).places

    assert place.lit == {"hall"}
