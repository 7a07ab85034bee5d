"""Maps as drawing programs save them: places in parts, ids that nobody gave, no groups of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from kiosk.exhibit.model.landmark import Landmark
from kiosk.exhibit.model.map_groups import MapGroups
from kiosk.exhibit.model.map_meanings import Meanings
from kiosk.geography.drawing import read_drawing
from kiosk.geography.meant_drawing import meant
from kiosk.look.look import read_look
from kiosk.screen.map.contour_lines import contour_lines
from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_file import read_water
from kiosk.screen.map.map_world import build_world
from kiosk.shipped import shipped
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.geography.drawing import Drawing
    from kiosk.screen.map.map_world import MapWorld

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


ROOMS = """<g id="walls"><path id="hall" d="M100 100H700V500H100Z"/></g>
<g id="ponds"><path id="pond" d="M200 200H300V300H200Z"/></g>
<path id="legend" d="M0 0H50V50H0Z"/><path id="road" d="M0 550H800"/>"""


def said(**groups: str | tuple[str, ...]) -> MapWorld:
    meanings = MapGroups.model_validate(groups).meanings
    return build_world(meant(drawing(ROOMS), meanings), (), is_lit=meanings.is_lit)


def test_a_mapping_says_what_is_land_water_line_and_what_is_not_drawn() -> None:
    shapes = said(land=("walls",), water=("ponds",), lines=("road",), hidden=("legend",)).shapes

    assert set(shapes.cities) == {"hall"}
    assert [path.boundingRect().getRect() for path in shapes.waters] == [(200, 200, 100, 100)]
    assert len(shapes.roads) == 1
    assert not shapes.ornaments


def test_what_a_mapping_of_land_leaves_is_an_ornament_and_a_line_is_fine() -> None:
    shapes = said(land=("walls",), water=("ponds",)).shapes

    assert len(shapes.ornaments) == 1
    assert len(shapes.fine) == 1


def test_groups_of_plain_names_need_no_mapping() -> None:
    world = build_world(meant(drawing(ROOMS.replace("ponds", "water")), Meanings()), ())

    assert len(world.shapes.waters) == 1


@pytest.mark.parametrize("size", [QSizeF(1920, 1080), QSizeF(1280, 1024), QSizeF(1080, 1920)])
@pytest.mark.parametrize("scale", [0.01, 1, 300])
def test_the_map_home_shows_a_map_of_any_size_whole(size: QSizeF, scale: float) -> None:
    side = 100 * scale
    hall = f'<path id="hall" d="M{side} {side}H{7 * side}V{5 * side}H{side}Z"/>'
    look = read_look(shipped("assets")).sized(size)
    world = build_world(drawing(hall), ())

    seen = home_camera(look, world.framing, size).transform().mapRect(world.cities_bounds)

    assert QRectF(QPointF(), size).contains(seen)
    assert max(seen.width() / size.width(), seen.height() / size.height()) > 0.5


def test_the_drawing_says_what_the_map_home_frames_and_where_the_glow_lies() -> None:
    views = (
        '<rect id="home-view" x="10" y="20" width="30" height="40"/>'
        '<ellipse id="light" cx="50" cy="60" rx="20" ry="10" transform="rotate(90 50 60)"/>'
    )
    framing = build_world(meant(drawing(HALL + views), Meanings()), ()).framing

    assert framing.home == QRectF(10, 20, 30, 40)
    assert framing.light is not None
    assert framing.light.map(QPointF(1, 0)).toTuple() == pytest.approx((50, 80))


def test_there_is_no_glow_and_no_waterline_where_none_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "hall.svg"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600">{HALL}</svg>'
    file.write_text(svg, encoding="utf-8")
    plain = MapGroups.model_validate({"light": "none", "waterlines": "none"}).meanings

    assert said(light="none").framing.light is None
    assert not read_water(file, plain).waterlines
    assert len(read_water(file).waterlines) == 11


def test_lines_around_land_keep_their_distance() -> None:
    land = QPainterPath()
    land.addRect(QRectF(100, 100, 600, 400))

    (line,) = contour_lines([land], land.boundingRect(), [30.0])

    assert line.boundingRect().getRect() == pytest.approx((70, 70, 660, 460), abs=2.5)
    assert not line.contains(QPointF(75, 75)), "its corners are round"
