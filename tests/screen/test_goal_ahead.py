"""Where the map will go is known before a state is shown, so its names are set by then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import HOME, Place
from kiosk.journey.comfort import Comfort
from kiosk.screen.steps import at_once
from kiosk.shipped import shipped
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App
    from kiosk.screen.map.map_goal import Goal
    from kiosk.screen.stage_layers import StageLayers
    from kiosk.screen.stage_state import StageState

WINDOWS = {"landscape": (1920, 1080), "portrait": (1080, 1920)}


@pytest.fixture(scope="module")
def app(qapp: object) -> Iterator[App]:
    """The exhibit without motion."""
    app = open_exhibit(shipped("content"), still=True)
    yield app
    close_exhibit(app)


def goal_ahead(layers: StageLayers, state: StageState) -> Goal | None:
    """Where the map will go for a state."""
    return at_once(layers._goal_ahead.goal(state, layers.data, *layers._fitted()))


@pytest.mark.parametrize("shape", WINDOWS)
def test_the_goal_of_a_state_is_known_before_it_is_shown(app: App, shape: str) -> None:
    stage, exhibit = app.stage, app.exhibit
    assert exhibit is not None
    stage.resize(*WINDOWS[shape])
    layers, languages = stage._filled(), exhibit.languages
    places = [HOME, Place.parse("list"), Place.parse("home@qianhai+hetao")]
    for zone in exhibit.zones[::4]:
        places += [Place(zone.id, panel.id) for panel in zone.panels]
    assert exhibit.zone("hetao") is not None, "whose inset covers the map"
    places.append(Place("hetao"))
    for number, place in enumerate(places):
        comfort = Comfort(languages[number % len(languages)], still=True)
        ahead = goal_ahead(layers, replace(stage.state, place=place, comfort=comfort))
        app.journey.set_comfort(comfort)
        app.journey.go(place)
        assert ahead == stage.map_view.goal, place


def test_nothing_is_said_of_a_state_with_a_data_layer(app: App) -> None:
    layers, exhibit = app.stage._filled(), app.exhibit
    assert exhibit is not None
    on_layer = replace(app.stage.state, place=Place.parse(f"home#{exhibit.layers[0].id}"))
    assert goal_ahead(layers, on_layer) is None

    app.journey.go(on_layer.place)
    assert goal_ahead(layers, replace(on_layer, place=HOME)) is None


@pytest.mark.parametrize("still", [False, True])
def test_names_are_set_while_a_finger_rests_on_a_place(qapp: object, still: bool) -> None:
    app = open_exhibit(shipped("content"), still=still)
    try:
        visitor, names = Visitor(app), app.stage.map_view._annotations.names
        app.stage.finish()
        point = visitor.point_of("zhuhai")
        visitor.put_down(point)
        wait_until(lambda: app.stage._ahead._turns.are_over)
        kept = dict(names._kept)

        visitor.lift(point)
        wait_until(lambda: app.journey.place == Place("zhuhai"))
        assert not names.is_being_set
        assert any(names.lettering is each for each in kept.values())
    finally:
        close_exhibit(app)
