"""The controls around a data layer: what is lit, what wears a ring, and what can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.place import HOME, Place
from kiosk.screen.control.control import Control
from kiosk.screen.dock import Dock
from kiosk.screen.panel.source_card import SourceCard
from tests.diagonal import diagonal

if TYPE_CHECKING:
    from tests.journeys.visitor import Visitor

LAYERS = "What should the map show?"
POPULATION = Place(layer="population")


def stand(visitor: Visitor, place: Place, pinned: tuple[str, ...] = ()) -> None:
    visitor.app.journey.go(place, pinned)
    visitor.app.stage.finish()
    visitor.take_a_moment()


def pinned(visitor: Visitor) -> tuple[str, ...]:
    return visitor.app.journey.highlight


def touch(visitor: Visitor, name: str, *, within: str = "") -> None:
    visitor.take_a_moment()
    visitor.touch_control(name, within=within)


def is_lit(visitor: Visitor) -> bool:
    return visitor.control(LAYERS).isChecked()


def test_the_button_is_lit_while_layers_are_chosen_or_shown_and_at_no_other_time(
    visitor: Visitor,
) -> None:
    exhibit = visitor.app.exhibit
    assert exhibit is not None
    assert not is_lit(visitor)
    for layer in exhibit.layers:
        touch(visitor, LAYERS)
        assert is_lit(visitor)
        touch(visitor, layer.title.words_in("en"), within="LayerMenu")
        assert visitor.place.layer == layer.id
        assert is_lit(visitor)
    touch(visitor, LAYERS)
    touch(visitor, LAYERS)
    assert is_lit(visitor)
    touch(visitor, "Back to the map")
    assert not is_lit(visitor)
    touch(visitor, LAYERS)
    touch(visitor, LAYERS)
    assert not is_lit(visitor)


def test_the_choice_wears_a_ring_for_the_keyboard_alone(visitor: Visitor) -> None:
    visitor.touch_control(LAYERS)
    assert not isinstance(visitor.focused, Control)
    touch(visitor, LAYERS)
    visitor.click_control(LAYERS)
    assert not isinstance(visitor.focused, Control)
    visitor.press(Qt.Key.Key_Escape)

    visitor.tab_to(LAYERS)
    visitor.press(Qt.Key.Key_Return)
    assert visitor.focused is visitor.control("Population")
    visitor.press(Qt.Key.Key_Escape)


def test_the_way_back_from_a_place_leads_to_its_layer_and_from_there_home(
    visitor: Visitor,
) -> None:
    layer = Place(layer="research-share", year="2019")
    stand(visitor, layer, ("hong-kong", "shenzhen"))
    touch(visitor, "Open Shenzhen")
    assert visitor.place == Place("shenzhen")
    back = visitor.control("Back to the map layer: Research share of output")
    assert back.text() == "Research share of output"

    touch(visitor, "Português")
    assert visitor.control("Voltar à camada do mapa: Peso da investigação no PIB").isVisible()
    touch(visitor, "English")
    touch(visitor, "Back to the map layer: Research share of output")
    assert visitor.place == layer
    assert visitor.app.journey.highlight == ("hong-kong", "shenzhen")
    touch(visitor, "Back to the map")
    assert visitor.place == HOME
    touch(visitor, "All places")
    touch(visitor, "Back to the map")
    assert visitor.place == HOME


@pytest.mark.parametrize("by_keyboard", [True, False])
def test_the_keyboard_and_the_water_lead_back_to_the_layer_too(
    visitor: Visitor, *, by_keyboard: bool
) -> None:
    stand(visitor, POPULATION, ("shenzhen",))
    touch(visitor, "Open Shenzhen")
    if by_keyboard:
        visitor.press(Qt.Key.Key_Escape)
    else:
        visitor.app.stage.water_touched.emit()
    assert visitor.place == POPULATION
    visitor.app.presence.over.emit()
    assert visitor.place == HOME
    assert visitor.app.journey.origin is None


def test_the_list_leads_back_to_the_layer_by_its_name(visitor: Visitor) -> None:
    layer = Place(layer="population", year="2020")
    stand(visitor, layer, ("shenzhen",))
    touch(visitor, "All places")
    assert visitor.place.screen == "list"
    back = visitor.control("Back to the map layer: Population")
    assert back.text() == "Population"
    touch(visitor, "All places")
    assert visitor.place == layer
    touch(visitor, "All places")
    touch(visitor, "Back to the map layer: Population")
    assert visitor.place == layer
    assert visitor.app.journey.highlight == ("shenzhen",)


def test_the_card_of_sources_counts_what_the_note_has_counted(visitor: Visitor) -> None:
    stand(visitor, Place(layer="research-share"))
    touch(visitor, next(each for each in visitor.names() if each.startswith("Source")))
    card = visitor.sees("SourceCard")
    assert isinstance(card, SourceCard)
    last = 0
    for leaf in range(len(card.pages)):
        first, _, rest = card.shown().partition(" of ")[0].partition("–")
        assert int(first) == last + 1
        last = int(rest or first)
        if leaf + 1 < len(card.pages):
            touch(visitor, "Next page")
    assert last == 6
    visitor.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("language", ["en", "zh-Hant", "pt"])
def test_the_choice_leaves_the_buttons_that_zoom_whole(visitor: Visitor, language: str) -> None:
    visitor.app.journey.speak(language)
    stand(visitor, Place(layer="density"))
    dock = visitor.app.stage.findChild(Dock)
    assert dock is not None
    dock.layers_touched.emit()
    menu = visitor.sees("LayerMenu").geometry()
    zooms = [each for each in visitor.controls() if getattr(each, "key", "").startswith("zoom_")]
    assert len(zooms) == 2
    assert [each.accessibleName() for each in zooms if each.geometry().intersects(menu)] == []
    dock.layers_touched.emit()


def test_pinned_places_are_opened_by_one_verb_and_let_go_of_one_by_one(visitor: Visitor) -> None:
    stand(visitor, POPULATION, ("dongguan",))
    assert visitor.control("Open Dongguan").text() == "Open Dongguan"
    stand(visitor, POPULATION, ("dongguan", "jiangmen"))
    assert visitor.control("Open Dongguan").text() == "Open Dongguan"
    assert visitor.control("Open Jiangmen").text() == "Open Jiangmen"

    touch(visitor, "Let go of Dongguan")
    assert visitor.place == POPULATION
    assert pinned(visitor) == ("jiangmen",)
    touch(visitor, "Let go of Jiangmen")
    assert pinned(visitor) == ()
    assert visitor.place == POPULATION


def test_nothing_stays_pinned_that_the_next_layer_does_not_show(visitor: Visitor) -> None:
    stand(visitor, Place(layer="research-share"), ("nansha", "shenzhen"))
    touch(visitor, LAYERS)
    touch(visitor, "Population", within="LayerMenu")
    assert visitor.app.journey.highlight == ("shenzhen",)


PARTS = "Legend", "ClassLegend", "YearLine", "Button", "SegmentBar"


def standing(visitor: Visitor) -> dict[str, QRect]:
    """Where everything around the map is that can be seen."""
    found = visitor.app.stage.findChildren(QWidget)
    return {
        f"{type(each).__name__} {each.accessibleName()}": each.geometry()
        for each in found
        if each.isVisible() and each.parent() is visitor.app.stage and type(each).__name__ in PARTS
    }


@pytest.mark.parametrize(
    ("size", "language", "place"),
    diagonal(
        [(1920, 1080), (1080, 1920), (1280, 1024)],
        ["en", "pt"],
        [HOME, POPULATION, Place(layer="area")],
        turned=1,
    ),
)
def test_nothing_moves_where_the_choice_opens_and_nothing_is_cut_by_it(
    visitor: Visitor, size: tuple[int, int], place: Place, language: str
) -> None:
    stage = visitor.app.stage
    before = stage.size()
    stage.resize(*size)
    visitor.app.journey.speak(language)
    stand(visitor, place)
    closed = standing(visitor)
    dock = stage.findChild(Dock)
    assert dock is not None
    dock.layers_touched.emit()
    stage.finish()
    opened, menu = standing(visitor), visitor.sees("LayerMenu").geometry()
    assert {part: closed[part] for part in opened} == opened
    assert [part for part, at in opened.items() if at.intersects(menu)] == []
    dock.layers_touched.emit()
    stage.finish()
    assert standing(visitor) == closed
    stage.resize(before)
    stage.finish()
