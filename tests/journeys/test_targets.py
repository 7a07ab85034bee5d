"""Everything that can be touched is as large as a finger: 15 mm, places 20 mm, on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.exhibit.place import CREDITS, HOME, LIST, PLACES, SEARCH, Place
from kiosk.journey.comfort import Comfort
from kiosk.screen.board.found_row import FoundRow
from kiosk.screen.board.index_row import IndexRow
from kiosk.screen.control.control import Control
from kiosk.screen.inset_card import InsetPlace
from kiosk.screen.panel.place_card import PlaceCard
from kiosk.screen.panel.term_word import TermWord
from kiosk.screen.reach.reach_band import ReachBand
from tests.diagonal import diagonal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from kiosk.app import App
    from kiosk.screen.stage import Stage
    from tests.journeys.visitor import Visitor

CONTROL_MM, PLACE_MM = 15.0, 20.0
_PIXEL_MM = 0.35
"""What whole pixels, and steps of measuring, take of a target at most."""


class Screen(NamedTuple):
    """A window and how large it is."""

    size: tuple[int, int]
    mm: tuple[float, float]

    @property
    def pixels(self) -> float:
        """How many pixels a millimetre has."""
        return self.size[0] / self.mm[0]


SCREENS = {
    "55 inches": Screen((1920, 1080), (1210.0, 681.0)),
    "55 inches, 4K": Screen((3840, 2160), (1210.0, 681.0)),
    "32 inches": Screen((1920, 1080), (708.0, 398.0)),
    "24 inches, upright": Screen((1080, 1920), (299.0, 531.0)),
}
EASES = {"usual": (0, False), "largest": (3, False), "reach": (0, True), "both": (3, True)}


def _at(place: Place) -> Callable[[App], None]:
    def go(app: App) -> None:
        app.journey.go(place)

    return go


def _with_menu(app: App) -> None:
    app.stage._toggle_menu()


def _with_tray(app: App) -> None:
    app.stage.turn_tray()


def _with_large_picture(app: App) -> None:
    app.journey.go(Place("csns", "super-steel"))
    app.stage.finish()
    layers = app.stage._layers
    assert layers is not None
    layers.panel.large.button.click()


STANDS = {
    "home": _at(HOME),
    "facts": _at(Place("qianhai")),
    "story": _at(Place("csns", "super-steel")),
    "chart": _at(Place("greater-bay-area", "population")),
    "places": _at(Place("hong-kong", PLACES)),
    "list": _at(Place(screen=LIST)),
    "search": _at(Place(screen=SEARCH)),
    "found": _at(Place(screen=SEARCH, query="hong")),
    "credits": _at(Place(screen=CREDITS)),
    "layer": _at(Place(layer="population")),
    "layer menu": _with_menu,
    "tray": _with_tray,
    "large picture": _with_large_picture,
}


@pytest.fixture
def standing(visitor: Visitor) -> Iterator[Visitor]:
    yield visitor
    stage = visitor.app.stage
    visitor.app.journey.go(HOME)
    stage.set_screen_mm(None)
    visitor.app.journey.set_comfort(Comfort("en", still=True))
    stage.resize(1920, 1080)
    stage.finish()


@pytest.mark.parametrize(
    ("screen", "eased", "odd"), diagonal((*SCREENS,), (*EASES,), (False, True))
)
def test_every_control_is_as_large_as_a_finger(
    standing: Visitor, screen: str, eased: str, odd: bool
) -> None:
    """Each window with half of what it can show, and the next window with the other half."""
    app, stage = standing.app, standing.app.stage
    shown, (text_size, low) = SCREENS[screen], EASES[eased]
    stage.resize(*shown.size)
    stage.set_screen_mm(shown.mm)
    language = ("en", "zh-Hant", "zh-Hans", "pt")[list(SCREENS).index(screen)]
    app.journey.set_comfort(Comfort(language, still=True, text_size=text_size, low_reach=low))
    small = []
    for name, stand in [*STANDS.items()][odd::2]:
        app.journey.go(HOME)
        stage.finish()
        stand(app)
        stage.finish()
        found = [each for each in _in_front(stage) if _takes_touches(each)]
        assert found, name
        small += [f"{name}: {said}" for each in found if (said := _too_small(stage, each, shown))]
        stage.close_tray()
        layers = stage._layers
        assert layers is not None
        layers.data.close_menu()

    assert small == []


def _in_front(stage: Stage) -> list[Control]:
    """What can be touched: nothing that something else covers."""
    layers = stage._layers
    assert layers is not None
    return layers.front.reached(stage.state.place, [])


def _takes_touches(control: Control) -> bool:
    """Whether it has an area of its own: the map and rows find the nearest place by themselves.

    A word lies in a text that takes touches, and has tests of its own.
    """
    if isinstance(control, TermWord):
        return False
    return not control.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _too_small(stage: Stage, control: Control, screen: Screen) -> str:
    """What is wrong with how far fingers reach it, across and down through its middle."""
    middle = control.mapTo(stage, control.shape.center().toPoint())
    across = _reached(stage, control, middle, QPoint(1, 0)) / screen.pixels
    down = _reached(stage, control, middle, QPoint(0, 1)) / screen.pixels
    is_place = isinstance(control, IndexRow | FoundRow | InsetPlace | PlaceCard)
    least = PLACE_MM if is_place or _is_in_band(control) else CONTROL_MM
    if min(across, down) >= least - _PIXEL_MM:
        return ""
    return f"{type(control).__name__} {control.accessibleName()!r}: {across:.1f} by {down:.1f} mm"


def _is_in_band(control: Control) -> bool:
    return isinstance(control.parentWidget(), ReachBand)


def _reached(stage: Stage, control: Control, middle: QPoint, step: QPoint) -> int:
    """For how many pixels in a row a touch is this control's."""
    count = 0
    for way in (step, -step):
        at = middle + way
        while stage.rect().contains(at) and _touched(stage, at) is control:
            count += 1
            at += way
    return count + 1


def _touched(stage: Stage, at: QPoint) -> Control | None:
    widget: QWidget | None = stage.childAt(at)
    while widget is not None and not isinstance(widget, Control):
        widget = widget.parentWidget()
    return widget


def test_the_question_is_answered_by_a_touch_anywhere(standing: Visitor) -> None:
    stage = standing.app.stage
    stage.ask_still_here()
    question = standing.sees("StillHere")
    try:
        assert question.geometry() == stage.rect()
        assert not [each for each in question.findChildren(Control) if each.isVisible()]
    finally:
        stage.hide_still_here()


def test_between_two_places_the_nearer_one_is_meant(standing: Visitor) -> None:
    standing.app.journey.set_comfort(Comfort("en", still=True, low_reach=True))
    standing.app.stage.finish()
    band = standing.sees("ReachBand")
    places = [each for each in band.findChildren(Control) if each.isVisible()]
    first, second = sorted(places, key=lambda each: (each.y(), each.x()))[:2]
    left, right = (each.shape.translated(each.pos()) for each in (first, second))
    gap = right.left() - left.right()
    assert gap > 0
    y = left.center().y()
    for share, meant in ((0.45, first), (0.55, second)):
        standing.app.journey.go(HOME)
        standing.app.stage.finish()
        standing.take_a_moment()
        point = QPoint(round(left.right() + gap * share), round(y))
        standing.touch(band.mapTo(standing.app.stage, point))
        assert standing.place == Place(getattr(meant, "key", ""))
