"""What can't be saved stays pending and is tried again, and nobody loses it by closing a window."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.exhibit.editing import edited_folder
from kiosk.exhibit.editing.edits import SetText
from kiosk.workshop.editing.unsaved_question import UnsavedQuestion
from tests.journeys.visitor import wait_until
from tests.workshop.editing.test_editing_beside import ready, written
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from tests.workshop.preview.desk import Desk

LABEL = ("panels", 0, "facts", 1, "label", "en")


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(edited_folder, "write_content", refuse)


def change(desk: Desk, words: str) -> None:
    desk.preview.editing.change([SetText(QIANHAI, LABEL, words)], "")


def question(desk: Desk) -> UnsavedQuestion:
    wait_until(lambda: any(each.isVisible() for each in desk.window.findChildren(UnsavedQuestion)))
    return next(each for each in desk.window.findChildren(UnsavedQuestion) if each.isVisible())


@pytest.mark.parametrize(
    ("language", "says", "saved"),
    [
        ("en", f"{QIANHAI} can’t be saved: the disk is full", "Everything is saved now."),
        ("pt", f"{QIANHAI} não pode ser guardado: o disco está cheio", "Agora está tudo"),
    ],
)
def test_a_full_disk_is_told_and_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language: str, says: str, saved: str
) -> None:
    ready(desk)
    desk.preview.speak(language)
    before = written(desk)
    fill_disk(monkeypatch)
    change(desk, "over there")
    wait_until(lambda: desk.window.column.told.text() == says)
    assert written(desk) == before
    assert not desk.preview.editing.is_saved

    monkeypatch.undo()
    wait_until(lambda: "over there" in written(desk))
    wait_until(lambda: desk.window.column.told.text().startswith(saved))


def test_a_folder_that_is_gone_is_no_version_of_somebody_else(desk: Desk) -> None:
    ready(desk)
    folder = desk.content.folder
    away = folder.rename(folder.with_name("away"))
    change(desk, "over there")
    wait_until(lambda: "its folder is not there" in desk.window.column.told.text())
    assert desk.preview.conflicts.dialog is None
    assert not folder.exists()
    band = desk.window.unsaved_band
    wait_until(band.isVisible)
    assert re.match(
        r"Not saved since \d\d:\d\d: Qianhai \(its folder is not there\)\.", band.label.text()
    )

    away.rename(folder)
    QTest.mouseClick(band.button, Qt.MouseButton.LeftButton)
    wait_until(lambda: "over there" in written(desk))
    wait_until(band.isHidden)
    assert desk.window.column.told.text() == "Everything is saved now."


def test_nothing_is_called_saved_that_waits_for_a_choice(desk: Desk) -> None:
    ready(desk)
    folder, conflicts, band = desk.content.folder, desk.preview.conflicts, desk.window.unsaved_band
    away = folder.rename(folder.with_name("away"))
    change(desk, "over there")
    wait_until(band.isVisible)
    path = away / QIANHAI
    path.write_text(f"# theirs\n{path.read_text('utf-8')}", "utf-8")
    told = QSignalSpy(desk.preview.editing.told)
    away.rename(folder)
    QTest.mouseClick(band.button, Qt.MouseButton.LeftButton)
    wait_until(lambda: conflicts.dialog is not None)
    assert not any("saved now" in told.at(each)[0] for each in range(told.count()))
    # Closed without an answer it stays said.
    assert conflicts.dialog is not None
    conflicts.dialog.reject()
    assert band.label.text().startswith("Not saved: Qianhai. Somebody else has saved")
    QTest.mouseClick(band.button, Qt.MouseButton.LeftButton)
    assert conflicts.dialog is not None
    assert band.isHidden()
    QTest.mouseClick(conflicts.dialog.keep_ours, Qt.MouseButton.LeftButton)
    wait_until(lambda: "over there" in written(desk))
    assert band.isHidden()


def test_closing_with_something_unsaved_asks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ready(desk)
    closed = QSignalSpy(desk.window.closed)
    fill_disk(monkeypatch)
    change(desk, "over there")
    desk.window.close()
    asked = question(desk)
    assert asked.windowTitle() == "Some changes are not saved"
    QTest.mouseClick(asked.stay, Qt.MouseButton.LeftButton)
    assert desk.window.isVisible()
    assert closed.count() == 0

    # The other way out of the window asks as well.
    QTest.mouseClick(desk.window.toolbar.exhibits, Qt.MouseButton.LeftButton)
    QTest.mouseClick(question(desk).stay, Qt.MouseButton.LeftButton)

    desk.window.close()
    QTest.mouseClick(question(desk).leave, Qt.MouseButton.LeftButton)
    assert closed.count() == 1
    assert not desk.window.isVisible()


def test_what_was_typed_last_is_saved_without_a_question(desk: Desk) -> None:
    ready(desk)
    change(desk, "over there")
    desk.window.close()
    assert "over there" in written(desk)
    assert not desk.window.findChildren(UnsavedQuestion)
