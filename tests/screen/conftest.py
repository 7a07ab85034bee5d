"""The look at 1920 by 1080, a bare parent for widgets, and the real exhibit where one is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.look.look import Look, read_look
from kiosk.screen.locale import Locale
from kiosk.shipped import shipped
from tests.journeys.standing import close_exhibit, open_exhibit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App
    from kiosk.exhibit.model.exhibit import Exhibit

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")


@pytest.fixture(scope="session")
def moving_look(qapp: object) -> Look:
    """The dark theme with its motions."""
    return read_look(shipped("assets")).sized(QSizeF(1920, 1080))


@pytest.fixture(scope="session")
def still_look(moving_look: Look) -> Look:
    return moving_look.still()


@pytest.fixture(scope="session")
def shipped_exhibit(qapp: object) -> Exhibit:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    return exhibit


@pytest.fixture(scope="session")
def shipped_locales(shipped_exhibit: Exhibit) -> dict[str, Locale]:
    words = read_words(shipped("assets") / "words")
    return {language: Locale(language, words, shipped_exhibit) for language in LANGUAGES}


@pytest.fixture
def parent(qapp: object) -> Iterator[QWidget]:
    """A shown window in which a widget can stand alone."""
    window = QWidget()
    window.resize(1200, 800)
    window.show()
    yield window
    window.close()


@pytest.fixture(scope="package")
def app(qapp: object) -> Iterator[App]:
    """The real exhibit without motion, at 1920 by 1080."""
    app = open_exhibit(shipped("content"))
    yield app
    close_exhibit(app)
