"""What a visitor has found is opened on the page where it stands, and is marked there."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt

from kiosk.exhibit.place import Place
from kiosk.look.taken_texts import texts_taken_from
from kiosk.screen.board.found_row import FoundRow
from tests.exhibit.sound_content import sound_content
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.test_search import found, open_search, rows, type_letters
from tests.journeys.visitor import Visitor, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App

SOURCE = "  source: peoples-daily-2024-06-16\n"


def _text(words: str) -> str:
    return f"{{en: {words}, zh-Hant: {words}, zh-Hans: {words}, pt: {words}}}"


def _events() -> str:
    told = "".join(
        f"  - at: {2000 + number}\n    heading: {_text('Quay ' + 3 * chr(96 + number))}\n"
        f"    text: {_text(f'A ship called Heron{chr(96 + number)} came in with the tide')}\n"
        for number in range(1, 21)
    )
    return f"- id: quays\n  kind: events\n  title: {_text('Quays')}\n{SOURCE}  events:\n{told}"


def _people() -> str:
    told = "".join(
        f"  - name: Pilot {name}\n    role: {_text('Pilot of the port')}\n"
        f"    text: {_text(f'Steered {number} thousand ships. Lives in the {name} street')}\n"
        for number, name in enumerate(("Abel", "Bruno", "Clara", "Dinis", "Elsa", "Fong"), start=1)
    )
    return f"- id: pilots\n  kind: people\n  title: {_text('Pilots')}\n{SOURCE}  people:\n{told}"


GONE = (
    f"- id: gone\n  kind: quote\n  until: 2020-01\n  words: {_text('Vanished zeppelins')}\n"
    f"  name: Nobody\n{SOURCE}"
    f"- id: soon\n  kind: quote\n  from: 2090-01\n  words: {_text('Future zeppelins')}\n"
    f"  name: Nobody\n{SOURCE}"
)


@pytest.fixture(scope="module")
def app(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    content = sound_content(tmp_path_factory.mktemp("found") / "content")
    content.change("zones/shenzhen.yaml", "inset:", f"{_events()}{_people()}{GONE}inset:")
    app = open_exhibit(content.folder)
    app.show_day(datetime.date(2026, 11, 28))
    yield app
    app.stop()
    close_exhibit(app)


@pytest.fixture
def visitor(app: App) -> Visitor:
    begin_again(app)
    return Visitor(app)


def _choose(visitor: Visitor, letters: str, number: int = 0) -> None:
    open_search(visitor)
    type_letters(visitor, letters)
    visitor.touch(visitor.middle_of(rows(visitor)[number]))
    visitor.take_a_moment()
    visitor.app.stage.finish()


def _marked(visitor: Visitor) -> str:
    """What stands above the lines that mark it, by what is drawn there."""
    layers = visitor.app.stage._layers
    assert layers is not None
    sheet = layers.sheet
    assert sheet is not None
    words = []
    for area in layers.found.marks:
        for taken in texts_taken_from(sheet.view):
            corner = taken.at + QPoint(sheet.view.pos())
            inside = area.center() - corner
            box = taken.setting.size
            if 0 <= inside.x() < box.width() and 0 <= inside.y() < box.height():
                text = taken.setting.text
                words.append(
                    "".join(
                        letter
                        for at, letter in enumerate(text)
                        if any(
                            each.translated(corner).center().x() > area.left()
                            and each.translated(corner).center().x() < area.right()
                            and each.translated(corner).center().y() > area.top() - box.height()
                            and each.intersects(area.translated(-corner))
                            for each in taken.setting.areas(at, at + 1)
                        )
                    )
                )
    return " ".join(words)


@pytest.mark.parametrize(
    ("letters", "kind", "panel", "marked"),
    [
        ("heronr", "Event", "quays", "Heronr"),
        ("quay ooo", "Event", "quays", "Quay ooo"),
        ("fong street", "Person", "pilots", "Fong street"),
        ("strong steel", "Story", "steel", "strong steel"),
    ],
)
def test_the_page_is_opened_on_which_it_stands_and_it_is_marked(
    visitor: Visitor, letters: str, kind: str, panel: str, marked: str
) -> None:
    open_search(visitor)
    type_letters(visitor, letters)
    first = rows(visitor)[0]
    told = f"{first.accessibleName()} {first.accessibleDescription()}"
    assert kind in told, "a row says what it is"
    visitor.touch(visitor.middle_of(first))
    visitor.take_a_moment()
    visitor.app.stage.finish()

    shown = visitor.app.stage.state.opened
    assert shown is not None
    assert shown.panel is not None
    assert shown.panel.id == panel
    assert _marked(visitor).replace("\u2028", " ") == marked


def test_the_mark_is_seen_and_goes_with_the_page(visitor: Visitor) -> None:
    _choose(visitor, "heronr")
    stage = visitor.app.stage
    layers = stage._layers
    assert layers is not None
    assert layers.sheet is not None
    area = layers.found.marks[0]
    look = stage._look
    below = QPoint(round(area.center().x()), round(area.bottom() + look.stroke(4)))
    assert layers.sheet.grab().toImage().pixelColor(below) == look.theme.accent

    visitor.touch_control("Previous page")
    assert layers.found.marks == ()


def test_a_later_page_is_found_in_the_largest_text_too(visitor: Visitor) -> None:
    app = visitor.app
    before = app.stage.size()
    try:
        app.stage.resize(QSize(1080, 1920))
        app.journey.set_comfort(replace(app.journey.comfort, text_size=3))
        _choose(visitor, "heronq")
        assert app.stage.state.place.page > 3
        assert _marked(visitor).replace("\u2028", " ") == "Heronq"
    finally:
        app.stage.resize(before)


def test_what_was_chosen_is_marked_nowhere_else(visitor: Visitor) -> None:
    _choose(visitor, "heronr")
    visitor.app.journey.go(Place("qianhai"))
    visitor.take_a_moment()
    layers = visitor.app.stage._layers
    assert layers is not None
    assert layers.found.marks == ()


def test_a_row_is_opened_by_keys_and_tells_what_it_is(visitor: Visitor) -> None:
    open_search(visitor)
    type_letters(visitor, "heronr")
    for _ in range(80):
        visitor.press(Qt.Key.Key_Tab)
        focused = visitor.app.stage.focusWidget()
        if isinstance(focused, FoundRow):
            break
    assert isinstance(focused, FoundRow)
    visitor.press(Qt.Key.Key_Return)
    wait_until(lambda: visitor.place.zone == "shenzhen")
    visitor.take_a_moment()
    visitor.app.stage.finish()
    assert visitor.place.page > 1
    assert _marked(visitor) == "Heronr"


def test_what_is_over_or_still_to_come_is_not_found(visitor: Visitor) -> None:
    open_search(visitor)
    type_letters(visitor, "zeppelin")
    assert found(visitor) == []
    visitor.app.show_day(datetime.date(2019, 5, 1))
    try:
        begin_again(visitor.app)
        open_search(visitor)
        type_letters(visitor, "zeppelin")
        assert len(found(visitor)) == 1
        row = rows(visitor)[0]
        assert "Quote" in f"{row.accessibleName()} {row.accessibleDescription()}"
    finally:
        visitor.app.show_day(datetime.date(2026, 11, 28))
