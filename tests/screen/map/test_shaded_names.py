"""A dark name on a shaded land smaller than itself: a halo carries it over dark ground."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.geography.camera import fit
from kiosk.geography.drawing import read_drawing
from kiosk.look.look import read_look
from kiosk.screen.map.map_lettering import letter
from kiosk.screen.map.map_light import Light
from kiosk.screen.map.map_marking import View
from kiosk.screen.map.map_world import build_world
from kiosk.shipped import shipped
from tests.screen.map.test_many_lands import AREA, landmark

LANDS = 9


@pytest.mark.usefixtures("qapp")
def test_a_name_that_reaches_beyond_its_shaded_land_has_a_halo() -> None:
    names = [f"Land number {index}" for index in range(LANDS)]
    inside = "".join(
        f'<path id="p{index}" data-name="{name}" d="M{index * 20} 0h20v60h-20z"/>'
        for index, name in enumerate(names)
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 60">{inside}</svg>'
    world = build_world(read_drawing(svg.encode()), [landmark(name) for name in names])
    look = read_look(shipped("assets"))
    view = View(fit(world.cities_bounds, AREA, max_scale=5, margin=40), AREA, (), "en")
    before = letter(world, look, view)
    cut = {name.subject: name for name in before.names if name.has_halo}
    assert cut

    light = Light(shades=tuple((subject, 4) for subject in cut))
    for seen_before in (None, before):
        lit = letter(world, look, replace(view, light=light, before=seen_before))
        after = {name.subject: name for name in lit.names}
        assert all(after[each].color != cut[each].color for each in cut)
        assert all(after[each].has_halo for each in cut)
