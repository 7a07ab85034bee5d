"""The contents call things as people do, tell apart what is alike, and say what is unused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeWidget

from kiosk.exhibit.editing.edits import Duplicate, Remove, SetText, SetValue
from tests.journeys.visitor import wait_until
from tests.workshop.editing.test_editing_beside import ready
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from tests.workshop.preview.desk import Desk


def listed(desk: Desk) -> list[str]:
    """Everything in the contents, as a screen reader hears it."""
    (items,) = desk.window.tree.findChildren(QTreeWidget)
    waiting = [items.topLevelItem(at) for at in range(items.topLevelItemCount())]
    found = []
    while waiting:
        item = waiting.pop()
        assert item is not None
        heard = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
        found.append(str(heard or item.text(0)))
        waiting += [item.child(number) for number in range(item.childCount())]
    return found


def test_a_panel_without_a_heading_is_called_by_its_first_fact(desk: Desk) -> None:
    ready(desk)
    editing = desk.preview.editing
    label = ("panels", 0, "facts", 0, "label", "en")
    editing.change([SetText(QIANHAI, label, "start-ups, HK & Macao")], "")
    editing.show_contents()
    wait_until(lambda: "Facts: start-ups, HK & Macao" in listed(desk))


def test_what_is_called_alike_is_told_apart(desk: Desk) -> None:
    ready(desk)
    editing = desk.preview.editing
    editing.change([Duplicate(QIANHAI, ("panels", 0))], "")
    editing.show_contents()
    wait_until(lambda: {"Facts: teams  (1)", "Facts: teams  (2)"} <= set(listed(desk)))


def test_a_source_that_nothing_names_says_so(desk: Desk) -> None:
    ready(desk)
    editing = desk.preview.editing
    new = {"title": "An old book", "publisher": "A house", "date": "2020"}
    editing.change([SetValue("sources.yaml", ("old-book",), new)], "")
    editing.show_contents()
    wait_until(lambda: "A house: An old book  (nothing names it)" in listed(desk))


def test_letters_that_find_nothing_say_so_and_go_with_what_they_had_found(desk: Desk) -> None:
    ready(desk)
    editing, tree = desk.preview.editing, desk.window.tree
    (letters,), (nothing,) = tree.findChildren(QLineEdit), tree.findChildren(QLabel)
    editing.show_contents()
    letters.setText("zzz")
    assert nothing.isVisible()
    letters.setText("facts: teams")
    assert not nothing.isVisible()

    editing.change([Remove(QIANHAI, ("panels", 0))], "")

    wait_until(lambda: not any("Facts: teams" in each for each in listed(desk)))
    assert letters.text() == ""
    assert not nothing.isVisible()
