"""A walk through every screen, language and shape: nothing clipped, covered or too small."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.place import Place
from kiosk.exhibit.reading.cover import read_cover
from kiosk.languages.words import read_words
from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.attract.attract_scenes import attract_scenes, attract_texts
from kiosk.screen.attract.still_here import StillHere
from kiosk.screen.control.button import Button
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.source_note import SourceNote
from kiosk.shipped import shipped
from kiosk.theme_names import THEMES
from kiosk.workshop.check.drawn_text import drawn_texts
from tests.walk.checks import check_layout
from tests.walk.walking import (
    INCHES_43_MM,
    LANGUAGES,
    SHAPES,
    Setup,
    close,
    leaf_through,
    open_still,
    openings_of,
    set_up,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.mark.structures import ParameterSet

    from kiosk.app import App
    from kiosk.look.look import Look

_Widget = TypeVar("_Widget", bound=QWidget)

_PART = 20
"""`make test` walks one screen in so many, others for each shape and language."""

_PAIRS = tuple(product(SHAPES, LANGUAGES))
_THEMES = THEMES[:3]
"""The letters of the others are as wide: hc-light has those of hc, and low those of dark."""
_SETUPS = tuple(
    Setup(shape, language, _THEMES[number % len(_THEMES)])
    for number, (shape, language) in enumerate(_PAIRS)
)
_FEWER_SETUPS = tuple(
    setup
    for setup in _SETUPS
    if list(SHAPES).index(setup.shape) % len(LANGUAGES) == LANGUAGES.index(setup.language)
)
"""Every shape, each in one language."""
_FEWEST_SETUPS = _FEWER_SETUPS[::2]
"""Half of them, for what tests/screen/attract looks at in every shape."""


def _those(of: tuple[Setup, ...]) -> list[ParameterSet]:
    """All setups; only these are in `make test`."""
    return [pytest.param(setup, marks=() if setup in of else pytest.mark.soak) for setup in _SETUPS]


_SCENE_SECONDS = 8.0


@pytest.fixture(scope="module")
def wall(qapp: object) -> Iterator[App]:
    """The same exhibit on a 43-inch screen, where 64 u are more than 20 mm."""
    app = open_still(INCHES_43_MM)
    yield app
    close(app)


@pytest.mark.parametrize("setup", _those(_FEWER_SETUPS), ids=str)
def test_a_twentieth_of_all_screens_is_laid_out_well(exhibit: App, setup: Setup) -> None:
    first = _SETUPS.index(setup) * 7 % _PART
    look = set_up(exhibit, setup)
    openings = openings_of(exhibit)[first::_PART]
    assert _walk(exhibit, openings, look, cards_of_first_pages=True) == []


@pytest.mark.soak
@pytest.mark.parametrize("theme", ["dark", "hc"])
@pytest.mark.parametrize(("shape", "language"), _PAIRS)
def test_every_screen_is_laid_out_well(exhibit: App, shape: str, language: str, theme: str) -> None:
    setup = Setup(shape, language, theme)
    look = set_up(exhibit, setup)
    assert _walk(exhibit, openings_of(exhibit), look) == []


@pytest.mark.parametrize(
    "setup",
    [
        Setup("ultra-hd", "pt", "light"),
        Setup("portrait", "en", "hc"),
        Setup("full-hd", "pt", "hc-light"),
        Setup("full-hd", "zh-Hans", "low"),
    ],
    ids=str,
)
def test_a_large_wall_is_laid_out_well(wall: App, setup: Setup) -> None:
    look = set_up(wall, setup, INCHES_43_MM)
    openings = [Place.parse(text) for text in ("", "list", "qianhai/teams", "csns/super-steel")]
    assert _walk(wall, openings, look) == []


@pytest.mark.parametrize(
    "setup",
    [
        Setup("portrait", "zh-Hant", "hc"),
        Setup("smallest", "pt", "dark"),
        pytest.param(Setup("full-hd", "pt", "light"), marks=pytest.mark.soak),
        pytest.param(Setup("five-to-four", "en", "dark"), marks=pytest.mark.soak),
    ],
    ids=str,
)
def test_two_places_compared_on_each_data_layer_are_laid_out_well(
    exhibit: App, setup: Setup, pytestconfig: pytest.Config
) -> None:
    look = set_up(exhibit, setup)
    assert exhibit.exhibit is not None
    messages = []
    layers = exhibit.exhibit.layers
    if not pytestconfig.getoption("--soak"):
        # Each in half of the windows.
        layers = layers[setup.language == "pt" :: 2]
    for layer in layers:
        place = Place(layer=layer.id).at_year(str(layer.years[0]))
        exhibit.journey.go(place, ("hong-kong", "shenzhen"))
        exhibit.stage.finish()
        found = check_layout(exhibit.stage, drawn_texts(exhibit.stage), look)
        messages += [f"{place}: {message}" for message in found]
    assert messages == []


@pytest.mark.parametrize("setup", _those(_FEWER_SETUPS), ids=str)
def test_the_question_whether_somebody_is_there_fits_its_card(exhibit: App, setup: Setup) -> None:
    look = set_up(exhibit, setup)
    exhibit.stage.ask_still_here()
    exhibit.stage.count_still_here(20)
    question = _the(exhibit.stage, StillHere)
    texts = drawn_texts(exhibit.stage, [question])
    exhibit.stage.hide_still_here()
    card = question._card(look)
    assert len(texts) == 3
    assert [text.words for text in texts if not card.contains(text.ink)] == []
    assert check_layout(exhibit.stage, texts, look, []) == []


@pytest.mark.parametrize("setup", _those(_FEWEST_SETUPS), ids=str)
def test_every_scene_of_the_attract_loop_is_laid_out_well(exhibit: App, setup: Setup) -> None:
    assert _check_loop(exhibit, setup) == []


def _walk(
    exhibit: App, openings: list[Place], look: Look, *, cards_of_first_pages: bool = False
) -> list[str]:
    """What is wrong on these screens, on all their pages and on the cards of their sources.

    With `cards_of_first_pages` the cards of other pages stay closed.
    """
    stage = exhibit.stage
    messages = []
    for opening in openings:
        for place in leaf_through(exhibit, opening):
            found = check_layout(stage, drawn_texts(stage), look)
            for _ in _cards(stage) if place.page == 1 or not cards_of_first_pages else ():
                found += check_layout(stage, drawn_texts(stage), look)
            messages += [f"{place}: {message}" for message in found]
    return messages


def _check_loop(exhibit: App, setup: Setup) -> list[str]:
    """What is wrong with the scenes of the attract loop, each in the language of the setup."""
    assert exhibit.exhibit is not None
    look = set_up(exhibit, setup)
    now = 0.0

    def clock() -> float:
        return now

    words = read_words(shipped("assets") / "words")
    texts = attract_texts(read_cover(shipped("content")), exhibit.exhibit, words)
    loop = AttractLoop(exhibit.stage, clock)
    loop.setGeometry(exhibit.stage.rect())
    messages = []
    for scene in attract_scenes(exhibit.exhibit, words):
        now = 0.0
        loop.begin([scene] * len(LANGUAGES), texts, look)
        now = (LANGUAGES.index(setup.language) + 0.5) * _SCENE_SECONDS
        loop.finish()
        found = check_layout(exhibit.stage, drawn_texts(exhibit.stage, [loop]), look, [])
        messages += [f"{scene.headings.get('en', 'the bay')}: {each}" for each in found]
    loop.end()
    loop.deleteLater()
    return messages


def _cards(stage: QWidget) -> Iterator[None]:
    """Open the card of the panel's sources, if there is one, and stand on each of its pages."""
    note = next((each for each in stage.findChildren(SourceNote) if each.isVisible()), None)
    if note is None:
        return
    note.click()
    card = _the(stage, SourceCard)
    buttons = {each.key: each for each in card.findChildren(Button)}
    yield
    while buttons["on"].isVisible() and buttons["on"].isEnabled():
        buttons["on"].click()
        yield
    buttons["close"].click()


def _the(stage: QWidget, kind: type[_Widget]) -> _Widget:
    """The one visible widget of a kind."""
    (found,) = (each for each in stage.findChildren(kind) if each.isVisible())
    return found
