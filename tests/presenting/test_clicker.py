"""The clicker: its one table does what it says, and the presenters' card says the same."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.presenting.clicker import KEYS, Action, Clicker
from kiosk.screen.control.button import Button
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

CARD = PROJECT / "docs" / "presenters.md"
KEY_NAMES = [(action, name) for action, names in KEYS.items() for name in names]


class Listening:
    """A window, the clicker over it, and what it said."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.window.show()
        self.said: list[str] = []
        self.jumps: list[int] = []
        self.clicker = Clicker(self.window)
        self.clicker.acted.connect(self.said.append)
        self.clicker.jumped.connect(self.jumps.append)
        self.typed: list[str] = []
        self.clicker.typed.connect(self.typed.append)
        self.clicker.begin()

    def press(self, name: str, modifier: Qt.KeyboardModifier | None = None) -> None:
        if name.startswith("Shift+"):
            name, modifier = name.removeprefix("Shift+"), Qt.KeyboardModifier.ShiftModifier
        key = getattr(Qt.Key, f"Key_{name}")
        QTest.keyClick(self.window, key, modifier or Qt.KeyboardModifier.NoModifier)

    def press_at(self, place: int, key: Qt.Key) -> None:
        """Press what stands at a place of Linux's table, where the layout has another letter."""
        none, down = Qt.KeyboardModifier.NoModifier, QEvent.Type.KeyPress
        event = QKeyEvent(down, key, none, place + 8, 0, 0, "", False, 1)
        QCoreApplication.sendEvent(self.window, event)


@pytest.fixture
def listening(qapp: object) -> Iterator[Listening]:
    listening = Listening()
    yield listening
    listening.clicker.end()
    listening.window.close()


@pytest.mark.parametrize(("action", "name"), KEY_NAMES)
def test_every_key_of_the_table_does_what_it_says(
    listening: Listening, action: Action, name: str
) -> None:
    listening.press(name)
    assert listening.said == [action]


def test_no_key_means_two_things_and_every_action_has_one() -> None:
    names = [name for _, name in KEY_NAMES]
    assert len(names) == len(set(names))
    assert set(KEYS) == set(Action)


def test_digits_and_enter_jump(listening: Listening) -> None:
    for name in ("1", "2", "Return", "Return", "3", "Home", "Enter"):
        listening.press(name)
    assert listening.jumps == [12]
    assert listening.said == [Action.FIRST]


def test_what_was_typed_is_told_until_enter_and_forgotten_after_a_while(
    listening: Listening,
) -> None:
    for name in ("1", "2", "Return", "3"):
        listening.press(name)
    assert listening.typed == ["1", "12", "", "3"]
    listening.clicker.forget()
    listening.press("Return")
    assert (listening.typed[-1], listening.jumps) == ("", [12])


def test_shift_matters_to_no_other_key(listening: Listening) -> None:
    for name in ("PageDown", "Plus", "B"):
        listening.press(name, Qt.KeyboardModifier.ShiftModifier)
    assert listening.said == [Action.NEXT, Action.LARGER, Action.BLACK]


@pytest.mark.skipif(sys.platform != "linux", reason="places of keys as Linux counts them")
def test_a_clickers_keys_are_known_by_their_place_in_other_layouts(listening: Listening) -> None:
    """A clicker types an American keyboard: Russian makes И and Ю of B and the full stop."""
    for place, letter in ((48, 0x418), (52, 0x42E), (48, Qt.Key.Key_X.value)):
        listening.press_at(place, Qt.Key(letter) if letter < 0x100 else Qt.Key.Key_unknown)
    assert listening.said == [Action.BLACK] * 3
    listening.press_at(48, Qt.Key.Key_N)
    assert listening.said[-1] == Action.NOTES_LANGUAGE, "a letter of the table is that letter"
    listening.press_at(3, Qt.Key.Key_Eacute)
    listening.press("Return")
    assert listening.jumps == [2]


def test_keys_with_control_are_left_alone(listening: Listening) -> None:
    listening.press("W", Qt.KeyboardModifier.ControlModifier)
    assert listening.said == []


def test_space_belongs_to_the_button_that_has_the_ring(listening: Listening) -> None:
    button = Button(listening.window, key="x")
    button.resize(50, 50)
    button.show()
    touched: list[str] = []
    button.chosen.connect(touched.append)
    listening.window.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.qWait(0)
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_PageDown)
    assert (touched, listening.said) == (["x"], [Action.NEXT])


def test_after_the_talk_the_keys_are_the_exhibits_again(listening: Listening) -> None:
    listening.clicker.end()
    listening.press("PageDown")
    assert listening.said == []


def test_the_card_lists_exactly_the_keys_of_the_table() -> None:
    page = CARD.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)
    listed = [tuple(re.findall(r"`([\w+]+)`", row)) for row in rows]
    assert listed == list(KEYS.values())
