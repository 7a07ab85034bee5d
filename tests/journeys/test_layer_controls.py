"""The controls around a data layer: what is lit, what wears a ring, and what can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kiosk.exhibit.place import Place
from kiosk.screen.control.control import Control

if TYPE_CHECKING:
    from tests.journeys.visitor import Visitor

LAYERS = "What should the map show?"
POPULATION = Place(layer="population")


def stand(visitor: Visitor, place: Place, pinned: tuple[str, ...] = ()) -> None:
    visitor.app.journey.go(place, pinned)
    visitor.app.stage.finish()
    visitor.take_a_moment()


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
    touch(visitor, "Close the map layer")
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
