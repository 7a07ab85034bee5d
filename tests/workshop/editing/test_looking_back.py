"""As it was: earlier saves are seen on the exhibit, brought back, and leave nothing behind."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.model.map_point import MapPoint
from kiosk.workshop.editing.deeds import ADDED, CHANGED, deed, deed_words
from kiosk.workshop.editing.name_dialog import NewName
from kiosk.workshop.editing.words_edit import WordsEdit
from kiosk.workshop.preview.looked_folder import LookedFolder
from tests.journeys.visitor import wait_until
from tests.workshop.editing.test_editing_beside import ready, text_row, touch, written

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workshop.preview.desk import Desk

LABEL = "from Hong Kong"


def shown(desk: Desk) -> str:
    """What the second fact on the exhibit says."""
    exhibit = desk.app.exhibit
    zone = exhibit.zone("qianhai") if exhibit is not None else None
    panel = zone.panel("teams") if zone is not None else None
    return panel.facts[1].label.words_in("en") if panel and panel.kind == "facts" else ""


def type_behind(desk: Desk, words: str) -> None:
    """Type behind the words of the second fact, and wait until they are saved and shown."""
    touch(desk, shown(desk))
    edit = text_row(desk, "label").first("en")
    assert isinstance(edit, WordsEdit)
    QTest.keyClick(edit, Qt.Key.Key_End)
    QTest.keyClicks(edit, words)
    wait_until(lambda: edit.toPlainText() in written(desk))
    wait_until(lambda: desk.preview.editing.is_saved and shown(desk) == edit.toPlainText())
    desk.preview.editing._edited.end_run()


def welcome(desk: Desk) -> str:
    exhibit = desk.app.exhibit
    return "" if exhibit is None else exhibit.welcome.words_in("en")


def greet(desk: Desk) -> None:
    """Change a text of another file."""
    desk.preview.editing.open("exhibit.yaml", ("welcome",))
    edit = text_row(desk, "welcome").first("en")
    QTest.keyClick(edit, Qt.Key.Key_Home)
    QTest.keyClicks(edit, "Hello. ")
    wait_until(lambda: desk.preview.editing.is_saved and welcome(desk).startswith("Hello. "))


def open_history(desk: Desk) -> None:
    QTest.mouseClick(desk.window.toolbar.history, Qt.MouseButton.LeftButton)
    tree = desk.window.history.tree
    wait_until(lambda: tree.topLevelItemCount() > 1)
    desk.window.activateWindow()
    tree.setFocus()


def press_down(desk: Desk, times: int) -> None:
    for _ in range(times):
        QTest.keyClick(desk.window.history.tree, Qt.Key.Key_Down)


def lines(desk: Desk) -> list[str]:
    """What the history lists, line by line."""
    tree = desk.window.history.tree
    found = []
    for number in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(number)
        assert item is not None
        found.append(item.text(0))
        inside = [item.child(each) for each in range(item.childCount())]
        found += [each.text(0) for each in inside if each is not None]
    return found


def files_left(desk: Desk) -> list[str]:
    root = desk.content.folder.parent / "state" / "looked-at"
    return [name for _, _, names in os.walk(root) for name in names if name != ".lock"]


@pytest.mark.parametrize(
    ("language", "saves", "says", "bring", "leave"),
    [
        (
            "en",
            ["The Bay", LABEL],
            "This is how it was: ",
            "Bring this back",
            "Return to now",
        ),
        # They were made in English.
        ("zh-Hant", ["灣區", "香港"], "這是以前的樣子：", "還原到這個樣子", "回到現在"),
    ],
)
def test_an_earlier_state_is_seen_and_brought_back_as_one_change(
    desk: Desk, language: str, saves: list[str], says: str, bring: str, leave: str
) -> None:
    ready(desk)
    first = written(desk)
    type_behind(desk, " too")
    greet(desk)
    last = written(desk)
    desk.preview.speak(language)
    open_history(desk)
    assert not desk.window.pane.isVisible()
    assert not desk.window.toolbar.undo.isVisible()
    wait_until(lambda: len(lines(desk)) == 5)
    listed = lines(desk)
    assert [each[5:].strip() for each in listed[2:4]] == saves

    # Now, the day, what it was after the last save, and what it was before that.
    press_down(desk, 3)
    wait_until(lambda: welcome(desk) == "Touch a place")
    assert shown(desk) == f"{LABEL} too"
    band = desk.window.band
    wait_until(lambda: band.words.startswith(says))
    assert band.isVisible()
    assert (band.bring.text(), band.leave.text()) == (bring, leave)
    wait_until(lambda: f"+ {LABEL} too" in desk.window.history.changes.toPlainText())
    qianhai = "Qianhai" if language == "en" else "前海"
    assert desk.window.history.changes.toPlainText().startswith(qianhai)
    assert written(desk) == last

    QTest.mouseClick(band.leave, Qt.MouseButton.LeftButton)
    assert welcome(desk) == "Hello. Touch a place"
    assert not band.isVisible()
    wait_until(lambda: not files_left(desk))

    press_down(desk, 4)
    wait_until(lambda: shown(desk) == LABEL)
    wait_until(band.bring.isEnabled)
    QTest.mouseClick(band.bring, Qt.MouseButton.LeftButton)
    wait_until(lambda: written(desk) == first)
    wait_until(lambda: shown(desk) == LABEL)
    assert not desk.window.looks_back
    assert desk.window.pane.isVisible()

    desk.preview.editing.undo()
    wait_until(lambda: written(desk) == last)


def test_nothing_is_undone_or_picked_while_an_earlier_state_is_looked_at(desk: Desk) -> None:
    ready(desk)
    type_behind(desk, " too")
    last = written(desk)
    open_history(desk)
    press_down(desk, 3)
    wait_until(lambda: shown(desk) == LABEL)
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    place = desk.preview.editing._place
    touch(desk, "1,195")
    assert desk.preview.editing._place == place
    QApplication.processEvents()
    assert written(desk) == last

    # Pressed again, the button leads back to what can be edited.
    QTest.mouseClick(desk.window.toolbar.history, Qt.MouseButton.LeftButton)
    assert shown(desk) == f"{LABEL} too"
    assert desk.window.pane.isVisible()
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: shown(desk) == LABEL)


def test_closing_while_looking_leaves_everything_as_it_is(desk: Desk) -> None:
    ready(desk)
    type_behind(desk, " too")
    last = written(desk)
    open_history(desk)
    press_down(desk, 3)
    wait_until(lambda: shown(desk) == LABEL)
    assert files_left(desk)
    desk.preview.stop()
    assert files_left(desk) == []
    assert written(desk) == last


def test_what_somebody_else_saves_meanwhile_is_there_on_return(desk: Desk) -> None:
    ready(desk)
    type_behind(desk, " too")
    open_history(desk)
    press_down(desk, 3)
    wait_until(lambda: shown(desk) == LABEL)
    desk.content.change("zones/qianhai.yaml", "from Hong Kong too", "of Hong Kong")
    wait_until(lambda: "of Hong Kong" in _read_by_preview(desk))
    assert shown(desk) == LABEL
    QTest.mouseClick(desk.window.band.leave, Qt.MouseButton.LeftButton)
    assert shown(desk) == "of Hong Kong"


def _read_by_preview(desk: Desk) -> str:
    reading = desk.preview._content.reading
    assert reading is not None
    assert reading.exhibit is not None
    return str(reading.exhibit.zone("qianhai"))


def test_what_a_crash_has_left_goes_with_the_next_start(tmp_path: Path) -> None:
    living = LookedFolder(tmp_path)
    kept = living.next()
    left = tmp_path / "looked-at" / "4711-abcdef"
    shutil.copytree(living._own, left)
    (left / "1" / "exhibit.yaml").write_text("format: 1\n")
    assert os.path.lexists(left / ".lock")

    LookedFolder(tmp_path).sweep()
    assert not left.exists()
    assert kept.is_dir()
    living.remove()
    assert list((tmp_path / "looked-at").iterdir()) == []


def test_what_was_done_is_said_in_the_language_of_whoever_looks(desk: Desk) -> None:
    ready(desk)
    editing = desk.preview.editing
    desk.preview.speak("pt")
    desk.window.pane.deleted.emit("zones/shenzhen.yaml", ())
    dialog = desk.preview.things.deletions.dialog
    assert dialog is not None
    dialog.accept()
    wait_until(lambda: editing.is_saved)
    assert desk.window.toolbar.undo.accessibleName() == "Anular: Apagado: Shenzhen"
    # Qianhai still lies in it: it is on the map as well, and nothing else is left out.
    assert desk.window.column.told.text() == ""
    desk.preview.speak("zh-Hant")
    assert desk.window.toolbar.undo.accessibleName() == "復原: 刪除：深圳"
    desk.preview.speak("en")
    open_history(desk)
    wait_until(lambda: any(each.endswith("  Deleted: Shenzhen") for each in lines(desk)))
    desk.preview.speak("zh-Hans")
    wait_until(lambda: any(each.endswith("  删除：深圳") for each in lines(desk)))
    QTest.mouseClick(desk.window.toolbar.history, Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.window.toolbar.undo, Qt.MouseButton.LeftButton)
    assert desk.window.column.told.text() == ""


def test_words_of_an_older_history_are_shown_as_they_are(desk: Desk) -> None:
    style = desk.window.style_of_desk
    for label in ("The Bay", "2024", '{"did": "nothing"}', '{"name": 3}, x', "[1", ""):
        assert deed_words(label, style) == label
    two = f"{deed(ADDED, 'Test Island')}, {deed(CHANGED, {'en': 'Qianhai', 'pt': 'Baía'})}"
    assert deed_words(two, style) == "Added: Test Island, Qianhai"


def test_after_bringing_back_nothing_is_said_of_what_is_gone(desk: Desk) -> None:
    ready(desk)
    desk.preview.additions._make(
        "zone", NewName("Test Island", "test-island"), None, MapPoint(8, 4)
    )
    wait_until(lambda: desk.preview.editing.is_saved)
    wait_until(lambda: any("test-island" in str(each.message) for each in desk.quoted))
    open_history(desk)
    wait_until(lambda: any(each.endswith("Added: Test Island") for each in lines(desk)))
    press_down(desk, 3)
    band = desk.window.band
    wait_until(band.bring.isEnabled)
    QTest.mouseClick(band.bring, Qt.MouseButton.LeftButton)

    file = desk.content.folder / "zones" / "test-island.yaml"
    wait_until(lambda: not file.exists())
    assert not any("test-island" in str(each.message) for each in desk.quoted)
    assert desk.window.tree.isVisible()
    assert "zones/test-island.yaml" not in desk.preview.editing.roots
    focused = QApplication.focusWidget()
    assert focused is None or not desk.window.toolbar.day.isAncestorOf(focused)
