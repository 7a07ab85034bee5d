"""Every screen is told to assistive technology: each text that is seen, and each control by name."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import Place
from kiosk.screen.control.control import Control
from kiosk.screen.map.map_view import MapView
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.source_note import SourceNote
from kiosk.workshop.check.drawn_text import drawn_texts
from kiosk.workshop.check.fitting import Covers
from tests.assistive_tree import Told, tree_of
from tests.walk.walking import LANGUAGES, Setup, leaf_through, openings_of, set_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.app import App
    from kiosk.workshop.check.drawn_text import DrawnText

Role = QAccessible.Role
_WORD = re.compile(r"[\u2e80-\uffef]|[^\W\d\u2e80-\uffef]+|\d+(?:[.,\u202f\u00a0]\d+)*")
_PARTS = 6
_TO_PRESS = {Role.Button, Role.RadioButton, Role.CheckBox, Role.PageTab, Role.Slider}
_NAMED = {*_TO_PRESS, Role.Dialog, Role.PageTabList, Role.Chart, Role.Graphic, Role.Canvas}


def check_told(app: App) -> list[str]:
    """What of the present screen is not told, or has no name, or is told twice in a row."""
    app.stage.finish()
    QApplication.processEvents()
    tree = tree_of(app.stage)
    return [*_untold_texts(app, tree), *_untold_controls(app, tree), *_nameless(tree), *_twice(tree)]


def _untold_texts(app: App, tree: Told) -> Iterator[str]:
    covers = Covers(app.stage)
    heard = tree.words()
    together = _plain("\n".join(heard))
    words = [set(_words(each)) for each in heard]
    for text in drawn_texts(app.stage):
        if isinstance(text.widget, MapView) or covers.hide(text.widget, text.ink):
            continue
        own = set(_words(text.words))
        if own and _plain(text.words) not in together and not any(own <= each for each in words):
            if not _is_number_told(text, words):
                yield f"{type(text.widget).__name__} shows {text.words!r} and nothing says it"


def _is_number_told(text: DrawnText, words: Sequence[set[str]]) -> bool:
    """Whether the digits are told, in words of their own: 逾42億 is said as 超過42億元."""
    digits = {each for each in _words(text.words) if each[0].isdigit()}
    return bool(digits) and any(digits <= each for each in words)


def _untold_controls(app: App, tree: Told) -> Iterator[str]:
    """Controls that are seen and are not in the tree."""
    told = {id(each.what) for each in tree}
    covers = Covers(app.stage)
    for control in app.stage.findChildren(Control):
        if not control.isVisible() or id(control) in told:
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
    """Names that are said twice in a row, or by two controls; a dialog says its heading first."""
    before: Told | None = None
    pressed: dict[str, Told] = {}
    for each in tree:
        if before is not None and each.name and _plain(each.name) == _plain(before.name):
            if before.role not in (Role.Dialog, Role.Window):
                yield f"{before.role.name} and {each.role.name} both say {each.name!r}"
        if each.role in _TO_PRESS:
            if (other := pressed.get(each.name)) is not None:
                yield f"{type(other.what).__name__} and {type(each.what).__name__}: {each.name!r}"
            pressed[each.name] = each
        if each.name:
            before = each


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


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
        found = [f"sources: {each}" for each in check_told(app)]
        for card in app.stage.findChildren(SourceCard):
            if card.isVisible():
                card.closed.emit()
        return found
    return []


@pytest.mark.parametrize("part", range(_PARTS))
@pytest.mark.parametrize(
    "language",
    [
        language if language == "pt" else pytest.param(language, marks=pytest.mark.soak)
        for language in LANGUAGES
    ],
)
def test_every_page_is_told(exhibit: App, language: str, part: int) -> None:
    set_up(exhibit, Setup("full-hd", language))
    assert _walk(exhibit, openings_of(exhibit)[part::_PARTS]) == []
