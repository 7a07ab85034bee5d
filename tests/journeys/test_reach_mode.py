"""Reach mode: everything that can be touched is in the band that everybody reaches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, QSizeF

from kiosk.exhibit.place import CREDITS, HOME, LIST, SEARCH, Place
from kiosk.journey.comfort import Comfort
from kiosk.look.look import read_look
from kiosk.look.stand import Stand
from kiosk.screen.arrangement import arrange
from kiosk.screen.control.control import Control
from kiosk.screen.control.pager import Pager
from kiosk.screen.layer.layer_panel import LayerPanel
from kiosk.screen.panel.source_note import SourceNote
from kiosk.shipped import shipped
from tests.diagonal import diagonal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.visitor import Visitor

SIZES = [(1920, 1080), (1080, 1920)]
PLACES = [
    HOME,
    Place("qianhai"),
    Place("qianhai", "growth"),
    Place("csns", "super-steel"),
    Place(screen=LIST),
    Place(screen=SEARCH),
    Place(screen=CREDITS),
    Place(layer="population"),
]
LANGUAGES = ["en", "zh-Hant", "zh-Hans", "pt"]
_ON_MAP = "MapPlace"


@pytest.fixture(params=SIZES, ids=str)
def sitting(visitor: Visitor, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    stage = visitor.app.stage
    stage.resize(*request.param)
    visitor.app.journey.set_comfort(Comfort("en", still=True, low_reach=True))
    stage.finish()
    yield visitor
    visitor.app.journey.set_comfort(Comfort("en", still=True))
    stage.resize(1920, 1080)
    stage.finish()


def too_high(visitor: Visitor) -> list[str]:
    """The controls that begin above the band, apart from the places on the map itself."""
    stage = visitor.app.stage
    assert stage._arrangement is not None
    top = stage._arrangement.band.top()
    on_map = set(stage.map_view.findChildren(Control))
    return [
        each.accessibleName()
        for each in visitor.controls()
        if each not in on_map and each.mapTo(stage, QPoint(0, each.height() // 4)).y() < top
    ]


@pytest.mark.parametrize(
    ("sitting", "place"), diagonal(SIZES, PLACES), indirect=["sitting"], ids=str
)
def test_nothing_else_has_to_be_touched_higher_up(sitting: Visitor, place: Place) -> None:
    sitting.app.journey.go(place)
    sitting.app.stage.finish()

    assert too_high(sitting) == []


def test_every_place_can_be_opened_from_the_band(sitting: Visitor) -> None:
    exhibit = sitting.app.exhibit
    assert exhibit is not None
    band = sitting.sees("ReachBand")
    seen: set[str] = set()
    for _ in range(40):
        buttons = [each for each in sitting.controls() if each.parentWidget() is band]
        seen.update(getattr(each, "key", "") for each in buttons)
        onward = [each for each in sitting.controls() if each.accessibleName() == "Next page"]
        if not onward or not onward[0].isEnabled():
            break
        sitting.take_a_moment()
        sitting.touch(sitting.middle_of(onward[0]))

    assert {zone.id for zone in exhibit.zones} <= seen


@pytest.mark.parametrize(
    ("sitting", "language"), diagonal(SIZES, LANGUAGES), indirect=["sitting"], ids=str
)
def test_two_pages_hold_all_places_in_the_usual_text(sitting: Visitor, language: str) -> None:
    sitting.app.journey.set_comfort(Comfort(language, still=True, low_reach=True))
    sitting.app.stage.finish()
    band = sitting.sees("ReachBand")
    pagers = [each for each in band.findChildren(Pager) if each.isVisible()]

    assert not pagers or "2" in pagers[0].accessibleName()
    assert all("3" not in each.accessibleName() for each in pagers)


def test_a_place_of_the_band_opens_its_panel(sitting: Visitor) -> None:
    sitting.take_a_moment()
    sitting.touch_control("Guangzhou", within="ReachBand")

    assert sitting.place == Place("guangzhou")
    assert sitting.shows("PanelSheet")


@pytest.mark.parametrize("city", ["zhaoqing", "qianhai"])
def test_the_map_ends_nowhere_beside_a_place(sitting: Visitor, city: str) -> None:
    stage = sitting.app.stage
    sitting.app.journey.go(Place(city))
    stage.finish()
    context = stage.state.world.shapes.context
    assert context is not None
    drawn = stage.map_view.camera.transform().mapRect(context.controlPointRect())

    assert drawn.left() <= 0.5
    assert drawn.right() >= stage.width() - 0.5


def test_a_touch_of_the_ground_between_goes_nowhere(sitting: Visitor) -> None:
    stage = sitting.app.stage
    assert stage._arrangement is not None
    band = stage._arrangement.band
    sitting.take_a_moment()
    sitting.touch(QPoint(4, round(band.top()) + 8))

    assert sitting.place == HOME


@pytest.mark.parametrize("sitting", SIZES[:1], indirect=True, ids=str)
@pytest.mark.parametrize(("language", "text_size"), diagonal(LANGUAGES, [3, 0]))
def test_the_dock_ends_before_the_panel_of_a_layer(
    sitting: Visitor, language: str, text_size: int
) -> None:
    comfort = Comfort(language, still=True, low_reach=True, text_size=text_size)
    sitting.app.journey.set_comfort(comfort)
    sitting.app.journey.go(Place(layer="population"))
    stage = sitting.app.stage
    stage.finish()
    layers = stage._layers
    assert layers is not None
    panel = sitting.sees("LayerPanel").geometry()

    assert all(each.right() <= panel.left() + 12 for each in layers.controls.dock.covered())


def test_what_is_to_be_known_of_figures_is_one_touch_away(sitting: Visitor) -> None:
    sitting.app.journey.set_comfort(Comfort("en", still=True, low_reach=True, text_size=3))
    sitting.app.journey.go(Place(layer="population"))
    sitting.app.stage.finish()
    panel = sitting.sees("LayerPanel")
    assert isinstance(panel, LayerPanel)
    assert panel.has_notes_on_card
    line = next(each for each in panel.findChildren(SourceNote) if each.isVisible())
    assert line.accessibleName().startswith("About these figures, ")
    sitting.take_a_moment()
    sitting.touch(sitting.middle_of(line))

    card = sitting.sees("SourceCard")
    assert "For 2020 there is one table of all eleven cities." in card.accessibleDescription()


@pytest.mark.parametrize(
    ("size", "screen_mm", "edge", "top"),
    [
        ((1920, 1080), (531.0, 299.0), 800.0, 443),
        ((1920, 1080), (531.0, 299.0), None, 443),
        ((1920, 1080), (1210.0, 681.0), 900.0, 572),
        ((1920, 1080), (1210.0, 681.0), 1300.0, 648),
        ((1080, 1920), (681.0, 1210.0), 500.0, 1056),
    ],
)
def test_the_band_is_as_high_as_the_settings_say(
    qapp: object,
    size: tuple[int, int],
    screen_mm: tuple[float, float],
    edge: float | None,
    top: int,
) -> None:
    look = replace(read_look(shipped("assets")), stand=Stand(lower_edge_mm=edge))
    look = look.sized(QSizeF(*size), screen_mm)

    assert arrange(look, QSize(*size), low=True).band.top() == pytest.approx(top, abs=1)
    assert arrange(look, QSize(*size)).band.isEmpty()
