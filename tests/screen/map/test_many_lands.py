"""Names on a map with more places than names have room: the largest first, each on its own land."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from kiosk.exhibit.model.landmark import Landmark
from kiosk.geography.camera import fit
from kiosk.geography.drawing import read_drawing
from kiosk.look.look import Look, read_look
from kiosk.screen.map.map_carrying import carried
from kiosk.screen.map.map_lettering import letter
from kiosk.screen.map.map_marking import View
from kiosk.screen.map.map_world import MapWorld, build_world
from kiosk.shipped import shipped
from kiosk.text.multilingual import Text

AREA = QRectF(0, 0, 1920, 1080)


def landmark(name: str) -> Landmark:
    return Landmark.placed(
        id=name.lower(),
        kind="city",
        within=(),
        name=Text.same(name),
        label=None,
        shape=name,
        marker=None,
        label_at=None,
        chip=None,
    )


def strip(index: int, columns: int = 8) -> str:
    """One of many lands side by side; those further on are larger."""
    x, y, size = index % columns * 100, index // columns * 100, 40 + index
    return f'<path id="p{index}" data-name="Land {index}" d="M{x} {y}h{size}v{size}h-{size}z"/>'


@pytest.fixture(scope="module")
def world() -> MapWorld:
    inside = "".join(map(strip, range(56)))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 700">{inside}</svg>'
    return build_world(
        read_drawing(svg.encode()), [landmark(f"Land {index}") for index in range(56)]
    )


@pytest.fixture(scope="module")
def look(qapp: object) -> Look:
    return read_look(shipped("assets"))


def test_names_stand_on_their_own_land_or_not_at_all(world: MapWorld, look: Look) -> None:
    camera = fit(world.cities_bounds, AREA, max_scale=9, margin=40)
    names = letter(world, look, View(camera, AREA, (), "en")).names

    to_map = camera.transform().inverted()[0]
    off = [
        name.subject
        for name in names
        if not world.shapes.cities[name.subject].contains(to_map.map(name.rect.center()))
    ]
    assert (len(names) > 10, off) == (True, [])


def test_the_largest_is_named_first(world: MapWorld, look: Look) -> None:
    camera = fit(world.cities_bounds, QRectF(0, 0, 960, 540), max_scale=9, margin=0)
    names = letter(world, look, View(camera, AREA, (), "en")).names

    assert "p55" in {name.subject for name in names}
    assert "p0" not in {name.subject for name in names}
    assert [name.id for name in world.names][:3] == ["p55", "p54", "p53"]


@pytest.fixture(scope="module")
def strips() -> MapWorld:
    """40 narrow strips with water above and below them: none has room for its name."""
    inside = "".join(
        f'<path id="p{index}" data-name="Land {index}" d="M{index * 20} 0h20v200h-20z"/>'
        for index in range(40)
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 200">{inside}</svg>'
    return build_world(
        read_drawing(svg.encode()), [landmark(f"Land {index}") for index in range(40)]
    )


def test_what_has_no_room_on_its_own_land_has_a_pill_on_the_water(
    strips: MapWorld, look: Look
) -> None:
    camera = fit(strips.cities_bounds, AREA, max_scale=1, margin=40)
    lettering = letter(strips, look, View(camera, AREA, (), "en"))

    to_map = camera.transform().inverted()[0]
    assert lettering.names == ()
    assert len(lettering.chips) >= 4
    for chip in lettering.chips:
        place = strips.place(chip.place)
        assert place is not None
        assert place.landmark.shape is not None
        assert not strips.cities_bounds.intersects(to_map.mapRect(chip.rect))
        assert strips.shapes.cities[place.landmark.shape].contains(to_map.map(chip.leader[0]))
        # A long line is hard to follow among others.
        assert abs(chip.rect.center().y() - chip.leader[0].y()) <= look.px(160)


def test_pills_stay_where_they_are_when_fingers_move_the_map(strips: MapWorld, look: Look) -> None:
    home = fit(strips.cities_bounds, AREA, max_scale=1, margin=40)
    before = letter(strips, look, View(home, AREA, (), "en"))
    moved = replace(home, focus_x=home.focus_x + 12)
    seen = carried(before, home, moved)

    after = letter(strips, look, View(moved, AREA, (), "en", is_explored=True, before=seen))

    stay = {chip.place: chip.rect for chip in after.chips}
    assert {chip.place: stay.get(chip.place) for chip in seen.chips} == {
        chip.place: chip.rect for chip in seen.chips
    }


def test_what_is_not_in_view_has_no_name(world: MapWorld, look: Look) -> None:
    camera = fit(world.shapes.cities["p0"].boundingRect(), AREA, max_scale=9, margin=40)
    names = letter(world, look, View(camera, AREA, (), "en")).names

    assert "p0" in {name.subject for name in names}
    assert "p55" not in {name.subject for name in names}


def test_a_place_whose_outline_has_another_id_is_named_once(world: MapWorld, look: Look) -> None:
    bounds = world.shapes.cities["p55"].boundingRect()
    camera = fit(bounds, AREA, max_scale=9, margin=200)
    view = View(camera, AREA, (), "en", chosen="land 55", lit=frozenset({"p55"}))
    lettering = letter(world, look, view)

    subjects = [name.subject for name in lettering.names] + [each.place for each in lettering.chips]
    assert [each for each in subjects if each in ("land 55", "p55")] == ["land 55"]


def test_a_place_is_known_by_its_label_as_by_its_id(world: MapWorld) -> None:
    place = world.place("land 7")

    assert place is not None
    assert (place.landmark.shape, {*place.lit}) == ("p7", {"p7"})


def test_an_outline_of_very_many_points_is_looked_at_roughly() -> None:
    """Each name asks for each point: 90,000 of them held the screen up for half a minute."""
    teeth = "".join(f"h10v{6 if tooth % 2 else -6}" for tooth in range(30_000))
    drawing = read_drawing(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300000 1000">'
        f'<path id="ragged" data-name="Ragged" d="M0 500{teeth}V900H0z"/></svg>'.encode()
    )

    outline = build_world(drawing, [landmark("ragged")]).rough["ragged"]

    assert outline.elementCount() <= 2002
    assert outline.contains(QRectF(100_000, 600, 5_000, 100))
