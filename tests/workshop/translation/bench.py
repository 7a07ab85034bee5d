"""The translation view beside an editor, as in the preview, but without the exhibit."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.workshop.editing.contents_tree import ContentsTree
from kiosk.workshop.editing.edit_pane import EditPane
from kiosk.workshop.editing.editing import Editing
from kiosk.workshop.translation.translating import Translating
from kiosk.workshop.translation.translation_view import TranslationView
from tests.journeys.visitor import HANG_SECONDS, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.translation.cell_edit import CellEdit


class Bench:
    """A curator in front of the table of all texts of a folder."""

    def __init__(self, folder: Path, style: InterfaceStyle) -> None:
        self.folder = folder
        self.style = style
        self._around = QWidget()
        self.editing = Editing(folder, EditPane(self._around), ContentsTree(self._around), style)
        self.translating = Translating(self.editing, style)
        self.view = TranslationView(None, style.look, style.words, style.language)

    def read(self) -> None:
        """Take up what is in the folder now."""
        self.editing.save_now()
        self.editing.begin()
        self._wait_for_load()
        QApplication.processEvents()
        self.editing.take_up()
        self.translating.attend(self.view, self.style)
        self.settle()

    def _wait_for_load(self) -> None:
        """Wait without Python's lock: who loads asks for it at each of thousands of small reads.

        `QTest.qWait` keeps it for milliseconds, and to load the shipped content took 27 s.
        """
        give_up = time.monotonic() + HANG_SECONDS
        while self.editing._jobs.is_running("load"):
            assert time.monotonic() < give_up, "nothing was loaded"
            QApplication.processEvents()
            time.sleep(0.005)

    def settle(self) -> None:
        """Wait until the table says what the files say."""
        wait_until(lambda: self.translating.is_up_to_date)
        self.editing.save_now()
        wait_until(lambda: self.view.table.is_settled)

    @property
    def edit(self) -> CellEdit:
        """The field in which somebody is writing."""
        edit = self.view._cells.edit
        assert edit is not None
        return edit

    @property
    def is_writing(self) -> bool:
        """Whether there is such a field."""
        return self.view._cells.edit is not None

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a key where the focus is: in the field, or in the table."""
        target = self.edit if self.is_writing else self.view.table
        modifiers = held[0] if held else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(target, key, modifiers)

    def text(self, path: str, file: str) -> TranslatedText:
        """A text as the table has it."""
        return next(
            text
            for text in self.view.texts.found.texts
            if text.address.path == path and text.file == file
        )

    def leave(self) -> None:
        self.translating.stop()
        self.editing.stop()
        self.view.close()
        self.view.deleteLater()
        self._around.deleteLater()
        QApplication.sendPostedEvents()
