"""What a curator clicks on a panel of people or events, or on a notice, is found in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF

from kiosk.exhibit.place import HOME, Place
from kiosk.look.taken_texts import texts_taken_from
from kiosk.screen.home.notice_lines import NoticeLines
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.told_picture import ToldPicture
from kiosk.screen.panel.told_view import ToldView
from kiosk.text.folder import ContentFolder
from kiosk.text.yaml_source import parse_document
from kiosk.workshop.editing.touched import ContentTrees, TouchedThings
from tests.exhibit.told_panels import SHENZHEN, with_told_panels
from tests.journeys.standing import close_exhibit, open_exhibit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from kiosk.app import App
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"
NOTICE = (
    "notices:\n- text: {en: Closed on Monday., zh-Hant: 休息。, zh-Hans: 休息。, pt: Fechado.}\n"
)


@pytest.fixture
def app(qapp: object, content: Content) -> Iterator[App]:
    with_told_panels(content)
    content.change("exhibit.yaml", "map: bay.svg\n", f"map: bay.svg\n{NOTICE}")
    app = open_exhibit(content.folder)
    yield app
    close_exhibit(app)


def trees(content: Content) -> ContentTrees:
    folder = ContentFolder.at(content.folder)
    names = ("exhibit.yaml", "sources.yaml", SHENZHEN, QIANHAI)
    return ContentTrees({name: parse_document(folder.text(name), name).root for name in names})


def shown(app: App, kind: type[QWidget]) -> QWidget:
    return next(each for each in app.stage.findChildren(kind) if each.isVisible())


def at_words(app: App, widget: QWidget, words: str) -> QPointF:
    """The middle of words that a widget draws, on the stage."""
    text = next(each for each in texts_taken_from(widget) if each.setting.text == words)
    area = text.setting.rect(text.at.x(), text.at.y())
    return QPointF(widget.mapTo(app.stage, area.center().toPoint()))


@pytest.mark.parametrize(
    ("panel", "words", "location"),
    [
        ("who", "founder", ("panels", 1, "people", 1, "role")),
        ("said", "We began with five.", ("panels", 2, "words")),
        ("history", "Teams move in.", ("panels", 3, "events", 1, "text")),
    ],
)
def test_a_text_is_found(
    app: App, content: Content, panel: str, words: str, location: tuple[str | int, ...]
) -> None:
    app.journey.go(Place("shenzhen", panel))
    app.stage.finish()
    thing = TouchedThings(app.stage, trees(content)).at(at_words(app, shown(app, ToldView), words))

    assert thing is not None
    assert (thing.file, thing.location) == (SHENZHEN, location)


def test_a_portrait_is_found(app: App, content: Content) -> None:
    app.journey.go(Place("shenzhen", "who"))
    app.stage.finish()
    portrait = shown(app, ToldPicture)
    middle = QPointF(portrait.mapTo(app.stage, QPoint(portrait.width() // 2, 20)))
    thing = TouchedThings(app.stage, trees(content)).at(middle)

    assert thing is not None
    assert thing.location == ("panels", 1, "people", 0, "portrait")


def test_a_notice_is_found(app: App, content: Content) -> None:
    app.journey.go(HOME)
    app.stage.finish()
    point = at_words(app, shown(app, NoticeLines), "Closed on Monday.")
    thing = TouchedThings(app.stage, trees(content)).at(point)

    assert thing is not None
    assert (thing.file, thing.location) == ("exhibit.yaml", ("notices", 0, "text"))


def test_on_the_card_of_sources_a_date_is_that_of_the_panel_and_what_has_no_field_is_told(
    app: App, content: Content
) -> None:
    app.journey.go(Place("qianhai", "teams"))
    app.stage.finish()
    assert app.stage.sheet is not None
    app.stage.sheet.open_sources()
    app.stage.finish()
    card = shown(app, SourceCard)
    things = TouchedThings(app.stage, trees(content))

    date = things.at(at_words(app, card, "Figures as of June 2024"))
    heading = things.at(at_words(app, card, "About this source"))

    assert date is not None
    assert (date.file, date.location, date.made) == (QIANHAI, ("panels", 0, "as_of"), "")
    assert heading is not None
    assert (heading.file, heading.location) == (QIANHAI, ("panels", 0, "source"))
    assert heading.made == "About this source"
