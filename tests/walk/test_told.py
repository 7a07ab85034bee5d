"""Every screen is told to assistive technology: each text that is seen, each control by name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.exhibit.place import HOME, Place
from kiosk.screen.aloud.items import items_of
from kiosk.screen.aloud.utterances import Utterances
from kiosk.screen.assistive import view_interface
from kiosk.screen.assistive.reading_texts import letters_of
from kiosk.screen.control.control import Control
from kiosk.screen.layer.year_line import YearScrubber
from kiosk.screen.map.map_targets import MapTarget
from kiosk.screen.map.map_view import MapView
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.source_note import SourceNote
from kiosk.screen.panel.term_word import TermWord
from kiosk.workshop.check.drawn_text import drawn_texts
from kiosk.workshop.check.fitting import Covers
from tests.assistive_tree import Told, tree_of
from tests.diagonal import diagonal
from tests.walk.walking import LANGUAGES, Setup, leaf_through, openings_of, set_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.app import App
    from kiosk.workshop.check.drawn_text import DrawnText

Role = QAccessible.Role
_WORD = re.compile(r"[\u2e80-\uffef]|[^\W\d\u2e80-\uffef]+|\d+(?:[.,\u202f\u00a0]\d+)*")
_PARTS = 12
_PARTS_AT_ONCE = 1
"""A twelfth of the exhibit is walked through in `make test`, the rest in `make soak`."""
_TO_PRESS = {Role.Button, Role.RadioButton, Role.CheckBox, Role.PageTab, Role.Slider}
_NAMED = {*_TO_PRESS, Role.Dialog, Role.PageTabList, Role.Chart, Role.Graphic, Role.Canvas}


def check_told(app: App) -> list[str]:
    """What of the present screen is not told, or has no name, or is told twice in a row."""
    app.stage.finish()
    QApplication.processEvents()
    tree = tree_of(app.stage)
    heard = [item.words for item in items_of(*app.stage.read(), app.stage.state.language)]
    # The choice of data layers keeps the keypad to itself, and leaves the legend in sight.
    is_open = app.stage.is_covered or app.stage._filled().data.menu_is_open
    spoken = [] if is_open else _unheard_texts(app, tree, heard)
    return [
        *_unheard_texts(app, tree, tree.words()),
        # A button is read by its name: PT is Português.
        *(f"{each} aloud" for each in spoken if not each.startswith(("Button", "LetterKey"))),
        *_unspoken_items(app),
        *_untold_controls(app, tree),
        *_nameless(tree),
        *_twice(tree),
    ]


def _unspoken_items(app: App) -> Iterator[str]:
    """Items of which nothing would be spoken, and languages that nobody speaks."""
    utterances = Utterances(app.exhibit)
    for item in items_of(*app.stage.read(), app.stage.state.language):
        said = [sentence.utterance for sentence in utterances.of_item(item)]
        if not said:
            yield f"{type(item.widget).__name__} {item.words!r} has no spoken text"
        for utterance in said:
            if utterance.language not in LANGUAGES or any(map(str.isdigit, utterance.words)):
                yield f"{type(item.widget).__name__}: {utterance} is not in words"


def _unheard_texts(app: App, tree: Told, heard: Sequence[str]) -> Iterator[str]:
    covers, front = Covers(app.stage), _front(tree)
    together = letters_of("\n".join(heard))
    words = [set(_words(each)) for each in heard]
    for text in drawn_texts(app.stage):
        if isinstance(text.widget, MapView) or covers.hide(text.widget, text.ink):
            continue
        if not front.isAncestorOf(text.widget) and text.widget is not front:
            continue
        own = set(_words(text.words))
        is_told = letters_of(text.words) in together or any(own <= each for each in words)
        if own and not is_told and not _is_number_told(text, words):
            yield f"{type(text.widget).__name__} shows {text.words!r} and nothing says it"


def _front(tree: Told) -> QWidget:
    """What can be reached: all, or a modal dialog alone."""
    first = tree.items[0] if tree.items and tree.items[0].state.modal else tree
    assert isinstance(first.what, QWidget)
    return first.what


def _is_number_told(text: DrawnText, words: Sequence[set[str]]) -> bool:
    """Whether the digits are told, in words of their own: 逾42億 is said as 超過42億元.

    Of a line of years the first and the last are told.
    """
    if isinstance(text.widget, YearScrubber):
        return True
    digits = {each for each in _words(text.words) if each[0].isdigit()}
    return bool(digits) and any(digits <= each for each in words)


def _untold_controls(app: App, tree: Told) -> Iterator[str]:
    """Controls that are seen and are not in the tree."""
    told = {id(each.what) for each in tree}
    covers, front = Covers(app.stage), _front(tree)
    for control in app.stage.findChildren(Control):
        if not control.isVisible() or id(control) in told or not front.isAncestorOf(control):
            continue
        area = control.rect().translated(control.mapTo(app.stage, control.rect().topLeft()))
        if not covers.hide(control, area.toRectF()) and not isinstance(
            control.parentWidget(), MapView
        ):
            yield f"{type(control).__name__} {control.accessibleName()!r} is not told"


def _nameless(tree: Told) -> Iterator[str]:
    for each in tree:
        kind = type(each.what).__name__
        if each.role in _NAMED and not each.name.strip():
            yield f"{kind} has no name"
        if each.role in (Role.NoRole, Role.Client):
            yield f"{kind} {each.name!r} has no role"
        if each.role in _TO_PRESS and not each.state.disabled and not each.actions:
            yield f"{kind} {each.name!r} cannot be worked"
        if not each.locale:
            yield f"{kind} {each.name!r} tells no language"


def _twice(tree: Told) -> Iterator[str]:
    """Names that are said twice in a row, or by two controls.

    A dialog says its heading first, and a place on the map may be in the panel as well.
    """
    before: Told | None = None
    pressed: dict[str, Told] = {}
    for each in tree:
        same = before is not None and letters_of(each.name) == letters_of(before.name)
        if before is not None and same and before.role not in (Role.Dialog, Role.Window):
            yield f"{before.role.name} and {each.role.name} both say {each.name!r}"
        if each.role in _TO_PRESS and not isinstance(each.what, MapTarget):
            if (other := pressed.get(each.name)) is not None:
                yield f"{type(other.what).__name__} and {type(each.what).__name__}: {each.name!r}"
            pressed[each.name] = each
        if each.name:
            before = each


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _walk(app: App, openings: Sequence[Place]) -> list[str]:
    messages = []
    for opening in openings:
        for place in leaf_through(app, opening):
            found = check_told(app)
            if place.page == 1:
                found += _check_sources(app)
            messages += [f"{place}: {message}" for message in dict.fromkeys(found)]
    return messages


def _check_sources(app: App) -> list[str]:
    notes = [each for each in app.stage.findChildren(SourceNote) if each.isVisible()]
    for note in notes[:1]:
        note.click()
        # The places of an inset are controls of what the card of sources covers.
        told = [each for each in check_told(app) if not each.startswith("InsetCard")]
        found = [f"sources: {each}" for each in told]
        for card in app.stage.findChildren(SourceCard):
            if card.isVisible():
                card.closed.emit()
        return found
    return []


_LANGUAGES = [
    language if language == "pt" else pytest.param(language, marks=pytest.mark.soak)
    for language in LANGUAGES
]


@pytest.mark.parametrize(
    "part",
    [
        part if part < _PARTS_AT_ONCE else pytest.param(part, marks=pytest.mark.soak)
        for part in range(_PARTS)
    ],
)
@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_page_and_its_sources_are_told(exhibit: App, language: str, part: int) -> None:
    set_up(exhibit, Setup("full-hd", language))
    assert _walk(exhibit, openings_of(exhibit)[part::_PARTS]) == []


@pytest.mark.parametrize(("language", "shape"), diagonal(LANGUAGES, ["full-hd", "portrait"]))
def test_what_opens_over_a_screen_is_told(exhibit: App, language: str, shape: str) -> None:
    set_up(exhibit, Setup(shape, language))
    stage = exhibit.stage
    messages = []
    for opened, shown, close in (
        ("tray", stage.turn_tray, stage.turn_tray),
        ("menu", stage._toggle_menu, stage._toggle_menu),
        ("question", stage.ask_still_here, stage.hide_still_here),
    ):
        exhibit.journey.go(HOME)
        shown()
        messages += [f"{opened}: {message}" for message in check_told(exhibit)]
        close()
    exhibit.journey.go(Place("csns", "super-steel", 2))
    large = stage._filled().panel.large
    stage.finish()
    large.turn()
    messages += [f"large picture: {message}" for message in check_told(exhibit)]
    large.turn()
    exhibit.journey.go(Place("qianhai"))
    stage.finish()
    word = next(each for each in stage.findChildren(TermWord) if each.isVisible())
    word.click()
    messages += [f"explained word: {message}" for message in check_told(exhibit)]
    assert messages == []


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_largest_text_in_reach_mode_is_told(exhibit: App, language: str) -> None:
    set_up(exhibit, Setup("portrait", language))
    usual = exhibit.journey.comfort
    exhibit.journey.set_comfort(replace(usual, text_size=3, low_reach=True))
    try:
        assert _walk(exhibit, openings_of(exhibit)[::_PARTS]) == []
    finally:
        exhibit.journey.set_comfort(usual)


def test_what_is_not_told_is_noticed(exhibit: App, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up(exhibit, Setup("full-hd", "en"))
    exhibit.journey.go(Place("qianhai"))
    source = next(each for each in exhibit.stage.findChildren(SourceNote) if each.isVisible())
    name = source.accessibleName()
    assert check_told(exhibit) == []

    source.setAccessibleName("")
    messages = check_told(exhibit)
    source.setAccessibleName("Next page")
    messages += check_told(exhibit)
    source.setAccessibleName(name)
    monkeypatch.setattr(view_interface, "read_texts", _nothing)
    messages += check_told(exhibit)

    assert "SourceNote '' is not told" in messages
    assert "SourceNote and Button: 'Next page'" in messages
    assert "FactsView shows 'from Hong Kong' and nothing says it" in messages


def _nothing(_widget: QWidget) -> tuple[()]:
    return ()
