"""Two people edit one file: both versions are shown, nothing is overwritten, one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from kiosk.exhibit.editing.edited_folder import EditedFolder
from kiosk.exhibit.editing.edits import SetText
from kiosk.exhibit.editing.folder_changes import ChangedElsewhere
from kiosk.workshop.editing.versions_dialog import VersionsDialog
from tests.journeys.visitor import wait_until
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from kiosk.exhibit.editing.folder_changes import Pending
    from tests.workshop.preview.desk import Desk

LABEL = ("panels", 0, "facts", 1, "label", "en")
THEIRS = "# somebody else was here\n"


def saved_by_somebody_else(desk: Desk) -> Callable[[EditedFolder], Pending | None]:
    """`pending` of a folder in which somebody saves just before that."""
    path = desk.content.folder / QIANHAI
    pending = EditedFolder.pending

    def pending_late(folder: EditedFolder) -> Pending | None:
        if not path.read_text("utf-8").startswith(THEIRS):
            path.write_text(THEIRS + path.read_text("utf-8"), "utf-8")
        return pending(folder)

    return pending_late


@pytest.fixture
def dialog(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> VersionsDialog:
    """What is asked where somebody else saves between a change and its writing."""
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    monkeypatch.setattr(EditedFolder, "pending", saved_by_somebody_else(desk))
    desk.preview.editing.change([SetText(QIANHAI, LABEL, "from over there")], "")
    wait_until(lambda: desk.preview.conflicts.dialog is not None)
    asked = desk.preview.conflicts.dialog
    assert asked is not None
    return asked


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def on_disk(desk: Desk) -> str:
    return desk.content.folder.joinpath(QIANHAI).read_text("utf-8")


def test_our_version_can_be_kept(
    desk: Desk, dialog: VersionsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert on_disk(desk).startswith(THEIRS)
    press(dialog.keep_ours)
    wait_until(lambda: "from over there" in on_disk(desk))
    assert desk.preview.conflicts.dialog is None


def test_whoever_chooses_has_seen_what_is_on_the_disk(
    desk: Desk, dialog: VersionsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    editing = desk.preview.editing
    editing.open(QIANHAI, LABEL[:-1])
    path = desk.content.folder / QIANHAI
    assert dialog.fields is not None
    label = "label: {en: from Hong Kong"
    path.write_text(on_disk(desk).replace(label, "label: {en: from elsewhere"), "utf-8")
    press(dialog.take_theirs)
    wait_until(dialog.newer.isVisible)
    labels = dialog.fields.findChildren(QLabel)
    assert "from elsewhere" in [each.text() for each in labels if each.isVisible()]

    press(dialog.take_theirs)
    wait_until(lambda: desk.preview.conflicts.dialog is None)
    shown = desk.window.pane.row("label")
    assert shown is not None
    edit = shown.first("en")
    assert isinstance(edit, QPlainTextEdit)
    assert edit.toPlainText().startswith("from elsewhere")
    # The other window goes on typing: the form follows, and what is typed here is no conflict.
    path.write_text(on_disk(desk).replace("from elsewhere", "from afar"), "utf-8")
    wait_until(lambda: edit.toPlainText().startswith("from afar"))
    assert desk.window.column.told.text() == "Somebody else has just changed: Qianhai"
    edit.setFocus()
    QTest.keyClicks(edit, "X")
    wait_until(lambda: "Xfrom afar" in on_disk(desk))
    assert desk.preview.conflicts.dialog is None


def test_the_question_comes_when_whoever_types_rests_and_takes_none_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    desk.preview.editing.open(QIANHAI, LABEL[:-1])
    edit = desk.window.focusWidget()
    assert isinstance(edit, QPlainTextEdit)
    conflicts, found = desk.preview.conflicts, QSignalSpy(desk.preview.editing.conflicted)
    monkeypatch.setattr(EditedFolder, "pending", saved_by_somebody_else(desk))
    QTest.keyClicks(edit, "X")
    wait_until(lambda: found.count() > 0)
    monkeypatch.undo()
    QTest.keyClicks(edit, "Y")
    assert conflicts.dialog is None
    wait_until(lambda: conflicts.dialog is not None)
    assert conflicts.dialog is not None
    # A space or a letter in the first moment is the field's, and presses nothing.
    QTest.keyClick(conflicts.dialog.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(conflicts.dialog.focusWidget(), " ")
    assert conflicts.dialog is None
    assert edit.toPlainText().startswith("XY from Hong Kong")
    wait_until(lambda: conflicts.dialog is not None)
    press(conflicts.dialog.keep_ours)
    wait_until(lambda: "XY from Hong Kong" in on_disk(desk))


def test_what_differs_is_told_by_the_names_of_things(desk: Desk, dialog: VersionsDialog) -> None:
    labels = [each.text() for each in dialog.findChildren(QLabel)]
    assert "Qianhai: two versions" in labels
    assert "teams › from over there › Label › English" in labels or (
        "teams › from Hong Kong › Label › English" in labels
    )
    assert "from Hong Kong" in labels
    assert "from over there" in labels
    assert not any("id: qianhai" in each for each in labels), "no lines of the file"
    press(dialog.take_theirs)


def test_of_each_field_one_version_can_be_chosen(
    desk: Desk, dialog: VersionsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert dialog.fields is not None
    ((_, ours),) = dialog.fields.choices
    assert ours.isChecked(), "nobody else has changed it"
    press(dialog.mix)
    wait_until(lambda: "from over there" in on_disk(desk))
    assert on_disk(desk).startswith(THEIRS), "their comment stays"
    desk.preview.editing.undo()
    wait_until(lambda: "from over there" not in on_disk(desk))
    assert on_disk(desk).startswith(THEIRS)


def test_of_what_can_t_be_read_the_lines_are_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    conflict = ChangedElsewhere(QIANHAI, b"id: [\n", on_disk(desk).encode())
    dialog = VersionsDialog(desk.window, desk.window.style_of_desk, conflict, desk.content.folder)
    assert dialog.lines is not None
    assert dialog.lines.theirs.toPlainText() == "id: [\n"
    assert dialog.lines.theirs.extraSelections()
    assert dialog.mix.isHidden()
    dialog.deleteLater()


def test_their_version_can_be_taken_and_edited(desk: Desk, dialog: VersionsDialog) -> None:
    press(dialog.take_theirs)
    wait_until(lambda: desk.preview.conflicts.dialog is None)
    desk.preview.editing.change([SetText(QIANHAI, LABEL, "and again")], "")
    wait_until(lambda: "and again" in on_disk(desk))
    assert on_disk(desk).startswith(THEIRS)


def test_whoever_has_not_chosen_is_asked_again(desk: Desk, dialog: VersionsDialog) -> None:
    dialog.reject()
    assert desk.preview.conflicts.dialog is None
    desk.preview.editing.change([SetText(QIANHAI, LABEL, "more")], "")
    again = desk.preview.conflicts.dialog
    assert again is not None
    assert on_disk(desk).startswith(THEIRS)
    press(again.take_theirs)


@pytest.mark.parametrize("keeps_ours", [True, False])
def test_the_version_that_is_not_taken_is_in_the_history(
    desk: Desk, dialog: VersionsDialog, monkeypatch: pytest.MonkeyPatch, keeps_ours: bool
) -> None:
    monkeypatch.undo()
    theirs = on_disk(desk)
    ours = theirs.removeprefix(THEIRS).replace("from Hong Kong,", "from over there,", 1)
    press(dialog.keep_ours if keeps_ours else dialog.take_theirs)
    taken, other = (ours, theirs) if keeps_ours else (theirs, ours)
    wait_until(lambda: on_disk(desk) == taken)

    def states() -> list[str]:
        history = desk.preview.editing.history
        return [history.state_at(each)[QIANHAI].decode() for each in history.saves()]

    wait_until(lambda: states()[-2:] == [other, taken])
