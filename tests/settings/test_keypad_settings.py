"""The keys of the keypad, as an operator writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kiosk.screen.aloud.key_words import KEY_WORDS
from kiosk.settings.keypad_keys import KEY_NAMES, KEYPAD, usual_keypad
from kiosk.settings.settings_file import read_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_some_meanings_have_other_keys_and_the_rest_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("keypad:\n  do: Space, F5\n  where: none\n", encoding="utf-8")
    reading = read_settings(file)
    assert reading.messages == ()
    assert reading.settings.keypad == usual_keypad() | {"do": ("Space", "F5"), "where": ()}


def test_a_key_that_there_is_not_is_told_and_the_usual_ones_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("keypad:\n  do: Spase, F5\n", encoding="utf-8")
    reading = read_settings(file)
    (message,) = reading.messages
    assert (message.line, message.column) == (2, 7)
    assert "Spase" in str(message)
    assert "Space" in str(message)
    assert reading.settings.keypad == usual_keypad()


def test_every_key_name_is_one_of_qt() -> None:
    for name in KEY_NAMES:
        assert hasattr(Qt.Key, f"Key_{name}"), name


def test_no_key_means_two_things() -> None:
    keys = [key for names, _ in KEYPAD.values() for key in names]
    assert len(keys) == len(set(keys))


def test_help_tells_of_every_key_but_its_own() -> None:
    # A socket that says so by a key is none that anybody presses.
    assert KEY_WORDS.keys() == KEYPAD.keys() - {"help", "headphones_in", "headphones_out"}
