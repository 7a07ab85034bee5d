"""The real exhibit at 1920 by 1080, and how one looks at its pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import Place
from kiosk.look.look import Look, read_look
from kiosk.shipped import shipped
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.pictures.picture import Picture, grabbed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.app import App

    InTheme = Callable[[str, int, int], App]
    Seen = Callable[..., Picture]


@pytest.fixture(scope="session")
def look(qapp: object) -> Look:
    """The dark theme at 1920 by 1080, where a unit is a pixel."""
    return read_look(shipped("assets")).still().sized(QSizeF(1920, 1080))


@pytest.fixture(scope="session")
def exhibit(qapp: object) -> Iterator[App]:
    app = open_exhibit(shipped("content"))
    yield app
    close_exhibit(app)


@pytest.fixture(scope="session")
def in_theme(qapp: object) -> Iterator[InTheme]:
    """An exhibit that stands at the map home in any theme and size."""
    app = open_exhibit(shipped("content"), size=(960, 540), theme="light")

    def show(theme: str, width: int, height: int) -> App:
        app.stage.resize(width, height)
        app.set_theme(theme)
        begin_again(app)
        QApplication.processEvents()
        return app

    yield show
    close_exhibit(app)


@pytest.fixture
def seen(exhibit: App) -> Seen:
    """What the whole window shows at a place, in a language."""

    def see(place: str = "", language: str = "en") -> Picture:
        begin_again(exhibit, language)
        exhibit.journey.go(Place.parse(place))
        exhibit.stage.finish()
        QApplication.processEvents()
        return grabbed(exhibit.stage)

    return see
