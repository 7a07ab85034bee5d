"""The stage lays out once for each change of its state, and nothing for none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import HOME, LIST, Place
from kiosk.journey.comfort import Comfort
from kiosk.screen.board.index_list import IndexList
from kiosk.screen.dock import Dock
from kiosk.screen.home.home_layer import HomeLayer
from kiosk.screen.panel.panel_sheet import PanelSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.app import App

PARTS = {
    "panel": (PanelSheet, "show_page"),
    "dock": (Dock, "show_controls"),
    "home": (HomeLayer, "show_words"),
    "list": (IndexList, "show_page"),
}


@pytest.fixture
def laid_out(app: App, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which parts have been laid out since the test began, in their order."""
    app.journey.change(HOME, Comfort(language="en", still=True), ())
    names: list[str] = []

    def counted(name: str, method: Callable[..., object]) -> Callable[..., object]:
        def count(*arguments: object, **keys: object) -> object:
            names.append(name)
            return method(*arguments, **keys)

        return count

    for name, (part, method) in PARTS.items():
        monkeypatch.setattr(part, method, counted(name, getattr(part, method)))
    return names


def test_another_language_lays_the_panel_out_once(app: App, laid_out: list[str]) -> None:
    app.journey.go(Place("qianhai"))
    laid_out.clear()

    app.journey.speak("pt")

    assert sorted(laid_out) == ["dock", "panel"]


def test_a_place_and_a_language_together_are_laid_out_once(app: App, laid_out: list[str]) -> None:
    app.journey.change(Place("csns"), Comfort(language="zh-Hant", still=True))

    assert sorted(laid_out) == ["dock", "panel"]


def test_the_same_state_lays_out_nothing(app: App, laid_out: list[str]) -> None:
    app.stage.show_state(replace(app.stage.state))

    assert laid_out == []


def test_a_zone_and_its_first_panel_are_the_same_page(app: App, laid_out: list[str]) -> None:
    app.journey.go(Place("qianhai"))
    shown = app.stage.state.opened
    assert shown is not None
    assert shown.panel is not None
    laid_out.clear()

    app.journey.go(Place("qianhai", shown.panel.id))

    assert laid_out == []


def test_a_highlight_lights_the_map_and_lays_out_nothing(app: App, laid_out: list[str]) -> None:
    app.journey.go(HOME, ("qianhai", "hetao"))

    assert app.stage.map_view.goal.highlight == ("qianhai", "hetao")
    assert laid_out == []


def test_the_list_and_the_way_back_are_laid_out_once(app: App, laid_out: list[str]) -> None:
    app.journey.go(Place(screen=LIST))
    assert sorted(laid_out) == ["dock", "list"]
    laid_out.clear()

    app.journey.go(HOME)
    assert sorted(laid_out) == ["dock", "home"]


def test_motion_follows_the_comfort(app: App, laid_out: list[str]) -> None:
    app.journey.set_comfort(Comfort(language="en", still=False))
    assert not app.stage._look.motion.still

    app.journey.set_comfort(Comfort(language="en", still=True))
    assert app.stage._look.motion.still


def test_the_first_state_has_a_cover_only_and_no_sheet(app: App) -> None:
    state = replace(app.stage.state, exhibit=None, place=Place("qianhai"))

    assert (state.locale, state.opened, state.zone) == (None, None, "qianhai")
