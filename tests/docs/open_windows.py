"""The windows that the pictures of README and the guides show, opened when first asked for."""

from __future__ import annotations

import shutil
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.exhibit.place import HOME, Place
from kiosk.exhibit.translating.confirming import confirm
from kiosk.exhibit.translating.translations import read_translations
from kiosk.presenting.talk import Talk
from kiosk.shipped import shipped
from kiosk.workshop.preview.side_column import CHECK, EDIT
from tests.clock import Clock
from tests.docs.own_map_walk import walk
from tests.exhibit.sound_content import Content
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.journeys.visitor import wait_for, wait_until
from tests.workshop.preview.desk import QIANHAI, Desk

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from kiosk.app import App
    from kiosk.text.yaml_source import Location

_SCREEN_SIZE = (1920, 1080)
_WIDTH = 1280
"""Of the exhibit in a picture, in pixels: lines break as in the hall."""
_CONSOLE_SIZE = (1440, 810)
_PREVIEW_SIZE = (1600, 760)
_TOUR = "ten-minutes"
_SETTLED_MS = 600
"""A form scrolls to its field once it has been laid out."""


class OpenWindows:
    """The exhibit, a talk in it, and a curator's preview, all of the shipped content."""

    def __init__(self, scratch: Path) -> None:
        """`scratch` is an empty folder for the curator's copy of the content."""
        self.scratch = scratch
        self.clock = Clock()

    @cached_property
    def app(self) -> App:
        """The exhibit, without motion."""
        return open_exhibit(shipped("content"), size=_SCREEN_SIZE)

    @cached_property
    def talk(self) -> Talk:
        """A talk that has begun, with notes in English; it goes by `clock`."""
        host = self.app.talk_host()
        assert host is not None
        tour = host.exhibit.tour(_TOUR)
        assert tour is not None
        talk = Talk(host, tour, notes_language="en", clock=self.clock)
        talk.console.resize(*_CONSOLE_SIZE)
        talk.begin()
        return talk

    @cached_property
    def desk(self) -> Desk:
        """A preview of a copy in which nothing is left for translators to look at."""
        folder = self.scratch / "my-content"
        shutil.copytree(shipped("content"), folder)
        found = read_translations(folder)
        confirm(folder, [(text, found.languages) for text in found.texts])
        desk = Desk(Content(folder))
        desk.window.resize(*_PREVIEW_SIZE)
        wait_for(desk.preview.rereading.checked)
        return desk

    def exhibit_at(self, place: Place, language: str) -> QImage:
        """What visitors see at a place."""
        self.app.journey.speak(language)
        self.app.journey.go(place)
        return self.exhibit_now()

    def exhibit_now(self) -> QImage:
        """What the exhibit shows when it has come to rest, scaled smoothly."""
        self.app.stage.finish()
        image = self.app.stage.grab().toImage()
        return image.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)

    def own_map(self, steps: int) -> QImage:
        """The map home of the exhibit to which so many steps of docs/own-map.md lead."""
        app = open_exhibit(walk(self.scratch / f"own-map-{steps}", steps), size=_SCREEN_SIZE)
        app.stage.finish()
        image = app.stage.grab().toImage()
        close_exhibit(app)
        return image.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)

    def preview_at(self, place: Place, *saves: tuple[str, str]) -> QImage:
        """What a curator sees after replacing words in Qianhai's file, each time with a save.

        Each save is shown before the next one, and the last one is checked.  Without any the file
        is as it was found: it is for the picture that comes first.
        """
        desk = self.desk
        # Messages name what they are about once the files have been read for editing.
        wait_until(lambda: bool(desk.preview.editing.languages))
        desk.window.show_column(CHECK)
        file = desk.content.folder / QIANHAI
        text = (shipped("content") / QIANHAI).read_text(encoding="utf-8")
        is_checked = True
        desk.app.navigation.go_near(place)
        for old, new in saves:
            assert old in text, f"{QIANHAI} no longer has {old!r}"
            text = text.replace(old, new, 1)
            if file.read_text(encoding="utf-8") != text:
                desk.content.write(QIANHAI, text)
                wait_for(desk.preview.shown)
                is_checked = False
        if not is_checked:
            wait_for(desk.preview.rereading.checked)
        return self.preview_now()

    def editor_at(self, place: Place, file: str = "", location: Location = ()) -> QImage:
        """What a curator sees who has opened a form, or the contents where no file is named."""
        desk = self.desk
        text = (shipped("content") / QIANHAI).read_text(encoding="utf-8")
        if (desk.content.folder / QIANHAI).read_text(encoding="utf-8") != text:
            desk.content.write(QIANHAI, text)
            wait_for(desk.preview.shown)
        desk.app.navigation.go_near(place)
        desk.window.show_column(EDIT)
        wait_until(lambda: bool(desk.preview.editing.languages))
        self.preview_now()
        if file:
            desk.preview.editing.open(file, location)
        else:
            desk.preview.editing.show_contents()
        return self.preview_now()

    def translations_now(self) -> QImage:
        """The table of all texts, of the file that comes first."""
        window = self.desk.window
        window.show_translations()
        assert window.translations is not None
        wait_for(window.translations.shown)
        QTest.qWait(_SETTLED_MS)
        image = window.grab().toImage()
        window.show_preview()
        return image

    def preview_now(self) -> QImage:
        """The curator's window when everything in it has come to rest."""
        desk = self.desk
        stage = desk.app.stage
        stage.finish()
        wait_until(lambda: stage.map_view.at_rest)
        # The window shows what the exhibit has painted last.
        stage.repaint()
        desk.window.picture.take_again()
        QTest.qWait(_SETTLED_MS)
        # How far a check is on a busy machine is no part of a picture.
        desk.window.column.messages.check_stopped.emit()
        # Which window has the keys is not ours to say: with a ring or a cursor in some pictures,
        # none would be drawn twice.
        focus = desk.window.focusWidget()
        if focus is not None:
            focus.clearFocus()
        return desk.window.grab().toImage()

    def close(self) -> None:
        """Close what was opened, the latest first."""
        opened = vars(self)
        if "desk" in opened:
            self.desk.leave()
        if "talk" in opened:
            self.talk.end()
        if "app" in opened:
            self.app.journey.go(HOME)
            close_exhibit(self.app)
