"""A visitor touches a word with dots below it and reads what it means."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.exhibit.place import CREDITS, HOME, Place
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.screen.panel.term_layer import REPEAT_SECONDS
from tests.clock import Clock
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.screen.panel.term_card import TermCard
    from kiosk.screen.panel.term_layer import TermLayer
    from kiosk.screen.panel.term_word import TermWord
    from tests.exhibit.sound_content import Content

TEAMS = Place("qianhai", "teams")
INCUBATED = {"en": "incubated", "zh-Hant": "孵化", "zh-Hans": "孵化", "pt": "incubadas"}


def _layer(visitor: Visitor) -> TermLayer:
    sheet = visitor.app.stage.sheet
    assert sheet is not None
    return sheet._terms


def _card(visitor: Visitor) -> TermCard:
    return _layer(visitor).card


def _word(visitor: Visitor, key: str) -> TermWord:
    return next(each for each in _layer(visitor).words if each.word and each.word.key == key)


@pytest.fixture
def clock(visitor: Visitor) -> Iterator[Clock]:
    layer = _layer(visitor)
    usual, layer._clock = layer._clock, Clock()
    yield layer._clock
    layer._clock = usual


@pytest.fixture
def reader(visitor: Visitor) -> Visitor:
    visitor.app.journey.go(TEAMS)
    visitor.app.stage.finish()
    visitor.take_a_moment()
    return visitor


def _touch(visitor: Visitor, key: str = "incubated") -> None:
    visitor.touch(visitor.middle_of(_word(visitor, key)))


@pytest.mark.parametrize("language", INCUBATED)
def test_a_touch_explains_a_word_in_every_language(reader: Visitor, language: str) -> None:
    reader.app.journey.speak(language)
    reader.app.stage.finish()
    reader.take_a_moment()
    word = _word(reader, "incubated")
    _touch(reader)

    assert _card(reader).isVisible()
    assert word.word is not None
    assert word.word.word == INCUBATED[language]
    assert word.accessibleName().startswith(INCUBATED[language])
    assert word.accessibleName().endswith(_card(reader).accessibleDescription())
    assert not any(_card(reader).geometry().intersects(each) for each in word.letters())


def test_the_same_word_closes_its_card_but_a_trembling_hand_does_not(
    reader: Visitor, clock: Clock
) -> None:
    _touch(reader)
    clock.now += REPEAT_SECONDS / 2
    _touch(reader)
    assert _card(reader).isVisible()

    clock.now += REPEAT_SECONDS
    _touch(reader)
    assert not _card(reader).isVisible()


def test_another_word_is_explained_at_once(reader: Visitor) -> None:
    _touch(reader)
    _card(reader).hide()
    _touch(reader, "raised")

    assert _card(reader).isVisible()
    assert _card(reader).accessibleName() == "raised"


def test_a_touch_on_the_card_keeps_it_and_one_beside_it_closes_it(reader: Visitor) -> None:
    _touch(reader)
    sheet = reader.app.stage.sheet
    assert sheet is not None
    middle = sheet.mapTo(reader.app.stage, _card(reader).body.center().toPoint())
    reader.touch(middle)
    assert _card(reader).isVisible()

    reader.touch(sheet.mapTo(reader.app.stage, sheet.rect().topLeft()))
    assert not _card(reader).isVisible()
    assert reader.place == TEAMS


def test_a_control_closes_the_card_and_does_what_it_always_does(reader: Visitor) -> None:
    _touch(reader)
    reader.take_a_moment()
    reader.touch_control("Charts")

    assert not _card(reader).isVisible()
    assert reader.place != TEAMS
    assert reader.place.zone == "qianhai"


def test_a_mouse_opens_and_closes_it_too(reader: Visitor, clock: Clock) -> None:
    point = reader.middle_of(_word(reader, "incubated"))
    reader.click(point)
    assert _card(reader).isVisible()

    clock.now += REPEAT_SECONDS
    reader.click(point)
    assert not _card(reader).isVisible()


def test_escape_closes_the_card_first_and_then_leads_up(reader: Visitor) -> None:
    _touch(reader)
    reader.press(Qt.Key.Key_Escape)
    assert not _card(reader).isVisible()
    assert reader.place == TEAMS

    reader.press(Qt.Key.Key_Escape)
    assert reader.place == HOME


def test_the_keyboard_comes_by_every_word_and_opens_it(reader: Visitor) -> None:
    names = reader.tab_round()
    words = _layer(reader).words
    assert len(words) > 2
    assert {word.accessibleName() for word in words} <= set(names)

    word = _word(reader, "incubated")
    while reader.focused is not word:
        reader.press(Qt.Key.Key_Tab)
    reader.press(Qt.Key.Key_Return)
    assert _card(reader).isVisible()

    reader.press(Qt.Key.Key_Tab)
    assert not _card(reader).isVisible()


@pytest.mark.parametrize(
    "place", [Place("qianhai", "zone"), Place("hetao"), HOME, Place(screen=CREDITS)]
)
def test_another_page_or_place_closes_it(reader: Visitor, place: Place) -> None:
    _touch(reader)
    assert _card(reader).isVisible()
    reader.app.journey.go(place)

    assert not _card(reader).isVisible()


def test_another_language_explains_the_same_word(reader: Visitor) -> None:
    """Who can't read the card and so chooses a language wants to read the card."""
    _touch(reader)
    for language, word in INCUBATED.items():
        reader.app.journey.speak(language)

        assert _card(reader).isVisible()
        assert _card(reader).accessibleName() == word


def test_nobody_there_closes_it(reader: Visitor) -> None:
    _touch(reader)
    reader.app.stage.attract()
    assert reader.app.stage.is_covered
    reader.app.journey.go(HOME)
    reader.app.stage.wake()

    assert not _card(reader).isVisible()


def test_the_card_of_sources_closes_it_and_leaves_no_word_to_the_keyboard(reader: Visitor) -> None:
    _touch(reader)
    sheet = reader.app.stage.sheet
    assert sheet is not None
    sheet._note.click()

    assert not _card(reader).isVisible()
    names = reader.tab_round()
    assert not {word.accessibleName() for word in _layer(reader).words} & set(names)


TERM = """\
raised:
  forms: {en: raised, zh-Hant: 融資, zh-Hans: 融资, pt: angariados}
  explanation: {en: SAID, zh-Hant: 資金, zh-Hans: 资金, pt: Dinheiro}
"""


@contextmanager
def _touched(content: Content, terms: str) -> Iterator[Visitor]:
    """A reader of a small exhibit with these terms, who has touched the word "raised"."""
    content.write("terms.yaml", terms)
    app = open_exhibit(content.folder, size=(960, 540))
    begin_again(app)
    visitor = Visitor(app)
    app.journey.go(TEAMS)
    app.stage.finish()
    visitor.take_a_moment()
    _touch(visitor, "raised")
    try:
        yield visitor
    finally:
        close_exhibit(app)


def test_a_changed_explanation_is_on_the_open_card_at_once(content: Content, qapp: object) -> None:
    with _touched(content, TERM.replace("SAID", "Money.")) as visitor:
        app = visitor.app
        assert _card(visitor).accessibleDescription() == "Money."

        content.write("terms.yaml", TERM.replace("SAID", "Much money."))
        app.show_reading(read_exhibit(content.folder))
        assert _card(visitor).isVisible()
        assert _card(visitor).accessibleDescription() == "Much money."

        (content.folder / "terms.yaml").unlink()
        app.show_reading(read_exhibit(content.folder))
        app.stage.finish()
        assert not _card(visitor).isVisible()
        assert "raised" not in [word.text() for word in _layer(visitor).words]


def test_a_language_in_which_the_page_has_no_such_word_closes_it(
    content: Content, qapp: object
) -> None:
    with _touched(content, TERM.replace("angariados", "investidos")) as visitor:
        journey = visitor.app.journey
        journey.speak("zh-Hant")
        assert _card(visitor).isVisible()

        journey.speak("pt")
        assert not _card(visitor).isVisible()
        journey.speak("zh-Hant")
        assert not _card(visitor).isVisible()
