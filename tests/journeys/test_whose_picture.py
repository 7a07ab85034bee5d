"""Visitors see on a photograph what it shows, whose it is and under which licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import CREDITS, Place
from kiosk.journey.comfort import Comfort
from tests.assistive_tree import tree_of
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor
from tests.look.picture_bytes import plain, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App
    from tests.exhibit.sound_content import Content

WHOSE = """
      file: hall.jpg
      caption:
        en: The hall in 2024
        zh-Hant: 2024年的大廳
        zh-Hans: 2024年的大厅
        pt: A sala em 2024
      credit: Wong Mei
      licence: CC BY 4.0
      focus: [0.9, 0.5]"""
PAGE = Place("shenzhen", "steel")


@pytest.fixture
def app(content: Content, qapp: object) -> Iterator[App]:
    content.write("pictures/hall.jpg", written(plain(width=800, height=600), "jpg"))
    content.change("zones/shenzhen.yaml", "\n      file: steel.svg", WHOSE)
    app = open_exhibit(content.folder)
    yield app
    close_exhibit(app)


def test_a_quiet_line_says_it_on_the_picture(app: App) -> None:
    app.journey.go(PAGE)
    app.stage.finish()
    visitor = Visitor(app)
    line, picture = visitor.sees("PictureLine"), visitor.sees("StoryPicture")

    assert picture.geometry().contains(line.geometry())
    assert not line.geometry().intersects(visitor.control("Make the picture large").geometry())

    visitor.touch(line.geometry().center())
    app.stage.finish()
    frame = visitor.sees("PictureFrame")
    assert frame.accessibleDescription() == "The hall in 2024\nWong Mei · CC BY 4.0"


def test_it_is_gone_with_the_picture(app: App) -> None:
    visitor = Visitor(app)
    app.journey.go(PAGE)
    app.stage.finish()
    assert visitor.shows("PictureLine")
    app.journey.go(Place("shenzhen", "steel", 2))
    app.stage.finish()
    assert not visitor.shows("PictureLine")


@pytest.mark.parametrize(("language", "caption"), [("en", "The hall in 2024"), ("pt", "A sala")])
def test_it_is_told_and_stands_among_the_credits(app: App, language: str, caption: str) -> None:
    app.journey.set_comfort(Comfort(language=language, still=True))
    app.journey.go(PAGE)
    app.stage.finish()
    told = tree_of(app.stage).words()
    assert any(words.startswith(caption) for words in told)
    assert "Wong Mei · CC BY 4.0" in told

    app.journey.go(Place(screen=CREDITS, page=2))
    app.stage.finish()
    told = tree_of(app.stage).words()
    assert {"en": "Pictures", "pt": "Imagens"}[language] in told
    assert "Wong Mei · CC BY 4.0" in told
