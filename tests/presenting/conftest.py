"""One running exhibit with a tour, and a talk that begins anew for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import HOME
from kiosk.journey.comfort import Comfort
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.presenting.talks import Clock, content_with_tour, talk_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App
    from kiosk.presenting.talk import Talk


@pytest.fixture(scope="module")
def hall_app(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    app = open_exhibit(content_with_tour(tmp_path_factory.mktemp("talks")), size=(960, 540))
    yield app
    close_exhibit(app)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def talk(hall_app: App, clock: Clock) -> Iterator[Talk]:
    """A talk in English with notes in Portuguese; the console stands in a window of its own."""
    hall_app.journey.set_comfort(Comfort(language="en", still=True))
    hall_app.journey.go(HOME)
    hall_app.stage.finish()
    talk = talk_in(hall_app, clock, notes_language="pt")
    talk.console.resize(1366, 768)
    talk.begin()
    yield talk
    talk.end()
