"""A message stands at its field, with a button that does the one thing to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kiosk.exhibit.rules.usage_rules import unused_file
from kiosk.languages.words import read_words
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import read_look
from kiosk.shipped import shipped
from kiosk.text.fix import Fix, FixKind
from kiosk.text.messages import Message
from kiosk.workshop.editing.message_notes import MessageNotes
from tests.journeys.visitor import wait_until
from tests.workshop.editing.test_editing_beside import ready, written
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from tests.workshop.preview.desk import Desk


def fix_button(desk: Desk, key: str) -> QPushButton:
    """The button of the message at a field, once it is there."""

    def found() -> list[QPushButton]:
        row = desk.window.pane.row(key)
        buttons = row.findChildren(QPushButton, "fix") if row is not None else []
        return [each for each in buttons if each.isVisible()]

    wait_until(lambda: bool(found()))
    return found()[0]


@pytest.mark.usefixtures("qapp")
def test_of_a_long_message_the_beginning_stands_at_its_field() -> None:
    assets = shipped("assets")
    style = InterfaceStyle(read_look(assets), read_words(assets / "words"), "en")
    form = QWidget()
    notes = MessageNotes(form)
    cause = "'hall.jpg' has too few pixels for screens of " + "1920 × 1080 and " * 12 + "others"
    message = Message("small-picture", cause, "take a larger one").at("zones/a.yaml", 3)
    notes.show_messages([message], style)
    label = notes.findChildren(QLabel)[0]
    (unfold,) = [each for each in notes.findChildren(QPushButton) if each.text() == "All of it"]

    assert label.text().endswith("…\n→ take a larger one")
    assert len(label.text()) < 150
    assert label.accessibleName() == label.toolTip() == f"{cause}\n→ take a larger one"
    unfold.click()
    assert label.text() == label.accessibleName()
    assert unfold.isHidden()


@pytest.mark.usefixtures("qapp")
def test_the_room_of_a_message_that_goes_stays_until_another_field_is_shown() -> None:
    assets = shipped("assets")
    style = InterfaceStyle(read_look(assets), read_words(assets / "words"), "en")
    form = QWidget()
    notes = MessageNotes(form)
    notes.resize(300, 65)
    message = Message("credit", "has no credit", "write it").at("zones/a.yaml", 3)
    notes.show_messages([message], style, "credit")
    form.show()
    room = notes.height()

    notes.show_messages([], style, "credit")
    assert notes.isVisible()
    assert notes.minimumHeight() == room
    assert not any(each.isVisible() for each in notes.findChildren(QLabel))

    notes.show_messages([], style, "licence")
    assert notes.isHidden()
    assert notes.minimumHeight() == 0


def test_a_misspelt_unit_is_mended_by_its_button(desk: Desk) -> None:
    ready(desk)
    before = written(desk)
    desk.content.change(QIANHAI, "unit: yuan", "unit: yaun")
    wait_until(lambda: bool(desk.errors))
    message = next(each.message for each in desk.quoted if each.message.fix is not None)
    assert desk.preview.editing.open_message(message)

    button = fix_button(desk, "unit")
    assert button.text() == "Write 'yuan'"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_until(lambda: written(desk) == before)
    wait_until(lambda: not desk.errors)
    desk.preview.editing.undo()
    wait_until(lambda: "unit: yaun" in written(desk))


def test_why_the_exhibit_shows_an_earlier_state_is_said_above_the_form(desk: Desk) -> None:
    ready(desk)
    desk.content.change(QIANHAI, "{en: A zone,", f"{{en: {'word ' * 1200}end,")
    wait_until(lambda: QIANHAI in desk.recalled)
    desk.preview.editing.open(QIANHAI, ())
    said = "The exhibit shows how it was before, because of this: "

    def kept() -> list[str]:
        labels = desk.window.pane.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and said in each.text()]

    wait_until(lambda: bool(kept()))
    assert kept() == [said + "“Introduction” has more than 5,000 letters in English"]


def test_what_nothing_shows_is_deleted_and_comes_back(desk: Desk) -> None:
    ready(desk)
    old = desk.content.folder / "pictures/old.png"
    old.write_bytes(b"a picture")
    message = unused_file("pictures").at("pictures/old.png")
    assert message.fix is not None

    desk.preview.window.column.messages.fixed.emit(message, message.fix)
    wait_until(lambda: not old.exists())
    assert "old.png" in desk.preview.editing.undo_label
    desk.preview.editing.undo()
    wait_until(old.exists)
    assert old.read_bytes() == b"a picture"


def test_a_field_that_is_missing_is_opened(desk: Desk) -> None:
    ready(desk)
    lines = written(desk).splitlines()
    line = next(n for n, each in enumerate(lines, 1) if "kind: chart" in each)
    message = Message("x", "", fix=Fix(FixKind.WRITE, "from")).at(
        QIANHAI, line, lines[line - 1].index("kind") + 1
    )

    desk.preview.window.column.messages.fixed.emit(message, message.fix)
    row = desk.window.pane.row("from")
    assert row is not None
    wait_until(row.isVisible)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert row.isAncestorOf(focus)


def test_a_warning_is_allowed_with_a_reason(desk: Desk) -> None:
    ready(desk)
    long = " ".join(["word"] * 13)
    desk.content.change(QIANHAI, "headline: {en: Growth", f"headline: {{en: {long}")
    wait_until(lambda: any(each.message.rule == "long-headline" for each in desk.quoted))
    message = next(e.message for e in desk.quoted if e.message.rule == "long-headline")
    assert desk.preview.editing.open_message(message)
    button = fix_button(desk, "headline")

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        line = dialog.findChildren(QLineEdit)[0]
        QTest.keyClicks(line, "the name of the law")
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_until(lambda: "allow long-headline: the name of the law" in written(desk))
    wait_until(lambda: not any(e.message.rule == "long-headline" for e in desk.quoted))
