"""Going through the whole exhibit, screen by screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.exhibit.place import HOME, first_pages
from kiosk.look.look import read_look
from kiosk.screen.teardown import tear_down
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.place import Place
    from kiosk.look.look import Look

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SHAPES = {
    "full-hd": (1920, 1080),
    "portrait": (1080, 1920),
    "ultra-hd": (3840, 2160),
    "ultra-wide": (3440, 1440),
    "five-to-four": (1280, 1024),
    "smallest": (1366, 768),
}
INCHES_24_MM = (531.0, 299.0)
INCHES_43_MM = (941.0, 529.0)


@dataclass(frozen=True)
class Setup:
    """How the exhibit stands: the shape of its window, its language and its theme."""

    shape: str
    language: str
    theme: str = "dark"

    def __str__(self) -> str:
        return f"{self.shape}-{self.language}-{self.theme}"


def open_still(screen_mm: tuple[float, float]) -> App:
    """The shipped exhibit on a screen of that size, without motion."""
    app = App(Settings(content=shipped("content"), screen_mm=screen_mm, still=True))
    app.stage.resize(1280, 720)
    app.stage.show()
    QApplication.processEvents()
    app.read_now()
    assert app.exhibit is not None
    return app


def close(app: App) -> None:
    """Take an exhibit away for good, once nothing is being drawn for it any more."""
    tear_down(app.stage, app)


def set_up(app: App, setup: Setup, screen_mm: tuple[float, float] = INCHES_24_MM) -> Look:
    """Show the map home so; nothing is drawn yet.  Gives the look for that window."""
    app.journey.go(HOME)
    app.stage.resize(*SHAPES[setup.shape])
    QApplication.processEvents()
    app.set_theme(setup.theme)
    app.journey.speak(setup.language)
    return _look(setup.theme).sized(QSizeF(*SHAPES[setup.shape]), screen_mm)


@cache
def _look(theme: str) -> Look:
    return read_look(shipped("assets"), theme).still()


def openings_of(app: App) -> list[Place]:
    """The first page of everything that can be opened; the map home is one of them."""
    assert app.exhibit is not None
    return list(first_pages(app.exhibit))


def leaf_through(app: App, first: Place) -> Iterator[Place]:
    """Stand on each page in turn."""
    app.journey.go(first)
    for page in range(1, app.stage.pages + 1):
        app.journey.go(first.at_page(page))
        yield app.journey.place
