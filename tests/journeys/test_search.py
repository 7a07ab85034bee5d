"""A visitor searches from the list: by our own keys, by a real keyboard, and finds the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.place import HOME, LIST, SEARCH, Place
from kiosk.journey.comfort import Comfort
from kiosk.languages.searching.search_index import LONGEST_QUERY
from kiosk.screen.board.found_row import FoundRow
from kiosk.screen.board.letter_key import LetterKey
from kiosk.screen.board.letter_keys import COLUMNS, key_rows
from tests.diagonal import diagonal
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from kiosk.app import App
    from tests.journeys.visitor import Visitor

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
K = Qt.Key


def open_search(visitor: Visitor) -> None:
    visitor.app.journey.go(Place(screen=LIST))
    visitor.take_a_moment()
    visitor.touch_control(said(visitor, "search"))
    visitor.take_a_moment()


def said(visitor: Visitor, key: str, **values: str) -> str:
    state = visitor.app.stage.state
    return state.words.say(key, state.language, **values)


def type_letters(visitor: Visitor, letters: str) -> None:
    """Touch one key after the other, as fast as fingers are."""
    for letter in letters:
        name = said(visitor, "search_space") if letter == " " else letter
        visitor.touch_control(name, within="LetterKeys")
    wait_until(lambda: is_answered(visitor))
    visitor.take_a_moment()


def is_answered(visitor: Visitor) -> bool:
    board = visitor.sees("SearchBoard")
    return said(visitor, "search_waiting") not in (getattr(board, "announced", ""))


def rows(visitor: Visitor) -> list[QAbstractButton]:
    found = [each for each in visitor.controls() if isinstance(each, FoundRow)]
    return sorted(found, key=lambda each: each.y())


def found(visitor: Visitor) -> list[str]:
    return [each.accessibleName() for each in rows(visitor)]


def typed(visitor: Visitor) -> str:
    return visitor.place.query


@pytest.mark.parametrize(
    ("language", "letters", "name"),
    [
        ("en", "qianh", "Qianhai"),
        ("pt", "macau", "Macau"),
        ("zh-Hant", "qh", "前海"),
        ("zh-Hans", "ch", "前海"),
        ("zh-Hans", "qian hai", "前海"),
    ],
)
def test_what_is_typed_finds_the_place(
    visitor: Visitor, language: str, letters: str, name: str
) -> None:
    visitor.app.journey.speak(language)
    open_search(visitor)
    type_letters(visitor, letters)

    assert typed(visitor) == letters
    assert name in found(visitor)[:3]


def test_before_anything_is_typed_all_places_are_there(visitor: Visitor) -> None:
    open_search(visitor)

    assert found(visitor)[:3] == ["Dongguan", "Foshan", "Guangzhou"]
    assert visitor.place == Place(screen=SEARCH)


def test_the_page_opens_on_which_it_was_found_and_back_leads_to_what_was_found(
    visitor: Visitor,
) -> None:
    open_search(visitor)
    type_letters(visitor, "room for young")
    visitor.touch(visitor.middle_of(rows(visitor)[0]))

    assert visitor.place == Place("qianhai", "dream-campus", 2)

    visitor.take_a_moment()
    visitor.touch_control("Back to the results")

    assert visitor.place == Place(screen=SEARCH, query="room for young")
    assert found(visitor)[0] == "Room for young teams"

    visitor.take_a_moment()
    visitor.touch_control("Back to the map")
    assert visitor.place == HOME


def test_keys_take_letters_away_and_clear(visitor: Visitor) -> None:
    open_search(visitor)
    type_letters(visitor, "qih")
    visitor.touch_control(said(visitor, "search_delete"))

    assert typed(visitor) == "qi"

    visitor.touch_control(said(visitor, "search_clear"))
    assert typed(visitor) == ""
    assert found(visitor)[0] == "Dongguan"


def test_digits_and_accents_are_one_touch_away(visitor: Visitor) -> None:
    visitor.app.journey.speak("pt")
    open_search(visitor)
    visitor.touch_control(said(visitor, "search_digits"))
    visitor.take_a_moment()
    type_letters(visitor, "2õ")

    assert typed(visitor) == "2õ"

    visitor.touch_control(said(visitor, "search_letters"))
    visitor.take_a_moment()
    assert visitor.control("ç", within="LetterKeys").isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_keys_has_room(language: str) -> None:
    for digits in (False, True):
        widths = [sum(cap.columns for cap in row) for row in key_rows(language, digits=digits)]
        assert len(widths) == 4
        assert max(widths) <= COLUMNS


def test_a_real_keyboard_types_too(visitor: Visitor) -> None:
    open_search(visitor)
    for key in (K.Key_H, K.Key_E, K.Key_T, K.Key_X, K.Key_Backspace, K.Key_A):
        visitor.press(key)
    wait_until(lambda: is_answered(visitor))

    assert typed(visitor) == "heta"
    visitor.press(K.Key_Return)
    assert visitor.place == Place("hetao")


def test_escape_leads_back_to_the_list(visitor: Visitor) -> None:
    open_search(visitor)
    visitor.press(K.Key_H)
    visitor.press(K.Key_Escape)

    assert visitor.place == Place(screen=LIST)


def test_backspace_leads_back_where_nothing_is_typed(visitor: Visitor) -> None:
    open_search(visitor)
    visitor.press(K.Key_Backspace)

    assert visitor.place == Place(screen=LIST)


def test_by_tab_the_rows_come_before_the_keys(visitor: Visitor) -> None:
    open_search(visitor)
    names = visitor.tab_round(80)

    assert names.index("Dongguan") < names.index("q") < names.index("p") < names.index("a")
    assert names.index("m") < names.index(said(visitor, "search_space"))


def test_where_nothing_is_found_a_name_is_offered(visitor: Visitor) -> None:
    failed = QSignalSpy(visitor.app.stage.search_failed)
    open_search(visitor)
    type_letters(visitor, "shenzhenzhen")

    assert found(visitor) == ["Shenzhen"]
    assert said(visitor, "found_nothing") in getattr(visitor.sees("SearchBoard"), "announced", "")
    assert failed.count() == 1

    visitor.touch(visitor.middle_of(rows(visitor)[0]))
    assert typed(visitor) == "Shenzhen"
    assert found(visitor)[0] == "Shenzhen"


def test_a_search_that_fails_is_told_once(visitor: Visitor) -> None:
    failed = QSignalSpy(visitor.app.stage.search_failed)
    open_search(visitor)
    type_letters(visitor, "xyzzyx")

    assert failed.count() == 1


def test_what_was_typed_is_gone_with_the_visit(visitor: Visitor) -> None:
    open_search(visitor)
    type_letters(visitor, "qian")
    visitor.app._reset()

    assert visitor.place == HOME
    assert visitor.app.journey.origin is None
    open_search(visitor)
    assert typed(visitor) == ""
    assert visitor.sees("SearchField").accessibleName() == said(visitor, "search_hint")


def test_what_was_typed_is_written_nowhere(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    place = Place(screen=SEARCH, query="secret", page=2)

    assert str(place) == "search/2"
    assert "secret" not in repr(place)
    with caplog.at_level(0):
        open_search(visitor)
        type_letters(visitor, "secret")
    assert "secret" not in caplog.text


def test_no_keyboard_of_the_system_ever_comes(visitor: Visitor) -> None:
    open_search(visitor)
    type_letters(visitor, "q")
    wanting = [
        each
        for each in (visitor.app.stage, *visitor.app.stage.findChildren(QWidget))
        if each.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    ]

    assert wanting == []


def test_a_second_tap_opens_nothing(visitor: Visitor) -> None:
    """Who taps the button twice does not choose what has come under the finger."""
    visitor.app.journey.go(Place(screen=LIST))
    visitor.take_a_moment()
    at = visitor.middle_of(visitor.control("Search"))
    visitor.touch(at)
    visitor.touch(at)

    assert visitor.place == Place(screen=SEARCH)


def test_one_key_can_be_tapped_twice(visitor: Visitor) -> None:
    open_search(visitor)
    type_letters(visitor, "ss")

    assert typed(visitor) == "ss"


def test_another_language_finds_its_own_words(visitor: Visitor) -> None:
    open_search(visitor)
    type_letters(visitor, "macao")
    assert found(visitor)[0] == "Macao"

    visitor.app.journey.speak("pt")
    wait_until(lambda: is_answered(visitor))
    assert found(visitor)[0] == "Macau"
    assert typed(visitor) == "macao"


def test_many_results_have_pages(visitor: Visitor) -> None:
    open_search(visitor)
    type_letters(visitor, "hong")
    first = found(visitor)
    visitor.touch_control("Next page")

    assert visitor.place == Place(screen=SEARCH, query="hong", page=2)
    assert found(visitor) != first
    visitor.take_a_moment()
    visitor.touch_control("k", within="LetterKeys")
    assert visitor.place.page == 1


@pytest.mark.parametrize(
    ("screen", "eased"),
    diagonal(
        [
            ((1920, 1080), (531.0, 299.0)),
            ((1080, 1920), (299.0, 531.0)),
            ((1280, 1024), (376.0, 301.0)),
        ],
        [(0, False), (3, False), (0, True), (3, True)],
    ),
)
def test_keys_and_rows_lie_apart_in_every_shape(
    visitor: Visitor,
    screen: tuple[tuple[int, int], tuple[float, float]],
    eased: tuple[int, bool],
) -> None:
    (size, mm), (text_size, low) = screen, eased
    app, stage = visitor.app, visitor.app.stage
    stage.set_screen_mm(mm)
    stage.resize(*size)
    app.journey.set_comfort(Comfort("pt", still=True, text_size=text_size, low_reach=low))
    app.journey.go(Place(screen=SEARCH, query="macau"))
    stage.finish()
    try:
        keys = [each for each in visitor.controls() if isinstance(each, LetterKey)]
        shown = rows(visitor)
        pixels = size[0] / mm[0]
        assert len(keys) == 31
        assert shown
        for key in keys:
            area = key.rect().translated(key.mapTo(stage, key.rect().topLeft()))
            assert stage.rect().contains(area), key.accessibleName()
            assert min(area.width(), area.height()) >= 15 * pixels - 1.5, key.accessibleName()
            for row in shown:
                place = row.rect().translated(row.mapTo(stage, row.rect().topLeft()))
                assert not place.intersects(area)
    finally:
        restore(app)


def test_a_figure_opens_the_page_on_which_it_stands(visitor: Visitor) -> None:
    """In the largest text a panel of figures takes several pages: which one is known then."""
    app, stage = visitor.app, visitor.app.stage
    assert app.exhibit is not None
    app.journey.set_comfort(Comfort("en", still=True, text_size=3))
    try:
        later = []
        for zone in app.exhibit.zones:
            panel = zone.panels[0]
            app.journey.go(Place(zone.id))
            stage.finish()
            if panel.kind == "facts" and stage.pages > 1:
                later.append((zone, panel.facts[-1].label.words_in("en")))
        assert later
        for zone, label in later[:3]:
            query = f"{zone.name.words_in('en')} {label}"[:LONGEST_QUERY]
            app.journey.go(Place(screen=SEARCH, query=query))
            stage.finish()
            of_zone = f", {zone.name.words_in('en')}"
            found_rows = [each for each in rows(visitor) if label in each.accessibleName()]
            next(each for each in found_rows if each.accessibleName().endswith(of_zone)).click()
            assert visitor.place.zone == zone.id
            wait_until(lambda: visitor.place.page > 1)
            assert visitor.place.page <= stage.pages
    finally:
        restore(app)


def restore(app: App) -> None:
    app.journey.go(HOME)
    app.stage.set_screen_mm(None)
    app.journey.set_comfort(Comfort("en", still=True))
    app.stage.resize(1920, 1080)
    app.stage.finish()


def test_a_letter_keeps_the_focus_of_the_keyboard(visitor: Visitor) -> None:
    open_search(visitor)
    visitor.tab_to("q")
    key = visitor.focused
    assert key is not None
    QTest.keyClick(key, K.Key_Return)
    wait_until(lambda: is_answered(visitor))

    assert typed(visitor) == "q"
    assert visitor.focused is key
