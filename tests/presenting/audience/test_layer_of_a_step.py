"""A step with a data layer: the audience sees it compared, the presenter sees its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import HOME, Place
from kiosk.screen.layer.layer_panel import LayerPanel
from kiosk.screen.layer.reading_card import ReadingCard
from kiosk.workshop.check.drawn_text import drawn_texts
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.presenting.talks import Clock, content_with_tour, talk_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.app import App

NOTES = "notes: {en: Look., zh-Hant: 看。, zh-Hans: 看。, pt: Veja.}, duration: 1:00"
TOUR = f"""\
id: talk
title: {{en: A talk, zh-Hant: 講解, zh-Hans: 讲解, pt: Uma visita}}
steps:
- {{id: people, place: home, layer: population, highlight: [guangzhou, macao], {NOTES}}}
- {{id: earlier, place: home, layer: output-in-yuan, year: 2022, {NOTES}}}
- {{id: steel, place: csns/super-steel/2, {NOTES}}}
"""


@pytest.fixture(scope="module")
def app(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    folder: Path = tmp_path_factory.mktemp("talk")
    app = open_exhibit(content_with_tour(folder, TOUR))
    yield app
    close_exhibit(app)


def test_the_audience_sees_the_layer_of_each_step_and_none_of_the_next(app: App) -> None:
    talk = talk_in(app, Clock())
    talk.begin()
    try:
        app.stage.finish()
        QApplication.processEvents()
        assert app.journey.place == Place(layer="population")
        (card,) = app.stage.findChildren(ReadingCard)
        assert card.isVisible()
        assert "times as many people as Macao" in card.accessibleDescription()

        talk.player.forward()
        app.stage.finish()
        assert app.journey.place == Place(layer="output-in-yuan").at_year("2022")
        assert not card.isVisible()
        words = " ".join(text.words for text in drawn_texts(app.stage))
        assert "2022" in words

        talk.player.forward()
        app.stage.finish()
        assert app.journey.place.zone == "csns"
        assert not any(each.isVisible() for each in app.stage.findChildren(LayerPanel))
    finally:
        talk.end()
    app.journey.go(HOME)
