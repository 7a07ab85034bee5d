"""Names on a map of a few lands: on what they name, or in a pill on the water near by."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from kiosk.exhibit.model.landmark import Landmark
from kiosk.geography.camera import fit
from kiosk.geography.drawing import read_drawing
from kiosk.look.look import Look, read_look
from kiosk.screen.map.map_lettering import letter
from kiosk.screen.map.map_marking import View
from kiosk.screen.map.map_world import MapWorld, build_world
from kiosk.screen.panel.small_map import small_map
from kiosk.screen.steps import at_once
from kiosk.shipped import shipped
from kiosk.text.multilingual import Text

LANDS = {
    "The Large Mainland": "M0 0h400v300h-400z",
    "A Long Name for a Cape": "M400 100h40v90h-40z",
    "Principality of the Shore": "M400 190h36v36h-36z",
    "County of the Southern Bank": "M400 226h36v36h-36z",
    "Saint Somebody Island": "M450 240h12v12h-12z",
}
"""A mainland, and at its coast lands that are much smaller than their names."""


def city(name: str) -> Landmark:
    return Landmark.placed(
        id=name.lower().replace(" ", "-"),
        kind="city",
        within=(),
        name=Text.same(name),
        label=None,
        shape=name,
        marker=None,
        label_at=None,
        chip=None,
    )


@pytest.fixture(scope="module")
def world() -> MapWorld:
    inside = "".join(
        f'<path id="p{number}" data-name="{name}" d="{data}"/>'
        for number, (name, data) in enumerate(LANDS.items())
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 400">{inside}</svg>'
    return build_world(read_drawing(svg.encode()), [city(name) for name in LANDS])


@pytest.fixture(scope="module")
def look(qapp: object) -> Look:
    return read_look(shipped("assets"))


@pytest.mark.parametrize(
    ("area", "nameless"), [(QRectF(0, 0, 1920, 1080), 0), (QRectF(0, 0, 1080, 1920), 1)]
)
def test_a_name_stands_on_its_land_or_in_a_pill_on_the_water(
    area: QRectF, nameless: int, world: MapWorld, look: Look
) -> None:
    """They lay in the sea and on other lands, with nothing that led to their own."""
    camera = fit(world.cities_bounds, area, max_scale=9, margin=300)
    lettering = letter(world, look, View(camera, area, (), "en"))
    to_map = camera.transform().inverted()[0]

    for name in lettering.names:
        assert world.shapes.cities[name.subject].contains(to_map.map(name.rect.center()))
    for chip in lettering.chips:
        pill = to_map.mapRect(chip.rect)
        assert not any(land.intersects(pill) for land in world.shapes.cities.values())
        place = world.place(chip.place)
        assert place is not None
        assert place.outline is not None
        assert place.outline.contains(to_map.map(chip.leader[0]))
    shapes = {place.landmark.id: place.landmark.shape for place in world.places}
    named = {name.subject for name in lettering.names} | {
        shapes[chip.place] for chip in lettering.chips
    }
    assert len({*world.shapes.cities} - named) <= nameless


def test_a_small_map_of_one_large_place_shows_where_it_lies(world: MapWorld, look: Look) -> None:
    """It was covered by the place from edge to edge."""
    place, area = world.place("the-large-mainland"), QRectF(0, 0, 640, 370)
    found = at_once(small_map(world, ["the-large-mainland"], (), look, "en", area))

    assert place is not None
    assert found is not None
    seen = found.camera.transform().mapRect(place.bounds)
    assert area.contains(seen)
    assert seen.height() < area.height() * 2 / 3
