"""`kiosk doctor --keypad` names each key and what it means, and grabs nothing."""

from __future__ import annotations

import os
import pty
import struct
import sys
import termios
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.health.keypad_listening import KeypadListener, quiet_terminal
from kiosk.settings.keypad_keys import usual_keypad
from kiosk.speech.headphones import HEADPHONE_INSERT, SWITCH_EVENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_EVENT = struct.Struct("llHHi")
KEY = 0x01


class Desk:
    """Two devices of the test's own: what is written to them is read as from the kernel."""

    def __init__(self, folder: Path) -> None:
        self.said: list[str] = []
        self.awaited = 0
        for number in (3, 4):
            os.mkfifo(folder / f"event{number}")
        self.listener = KeypadListener(usual_keypad(), self.say, folder)
        # Opened for both, a pipe waits for nobody.
        self.writing = [os.open(folder / f"event{number}", os.O_RDWR) for number in (3, 4)]

    def say(self, line: str) -> None:
        self.said.append(line)
        # The line before what is awaited says how to end it.
        if len(self.said) > self.awaited:
            raise KeyboardInterrupt

    def write(self, kind: int, code: int, value: int, *, device: int = 0) -> None:
        os.write(self.writing[device], _EVENT.pack(0, 0, kind, code, value))

    def press(self, *codes: int, device: int = 0) -> None:
        for code in codes:
            self.write(KEY, code, 1, device=device)
            self.write(KEY, code, 0, device=device)

    def hear(self, lines: int) -> list[str]:
        """Listen until so many lines about keys were said."""
        self.awaited = lines
        assert self.listener.listen() == 0
        return self.said[1:]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    for each in desk.writing:
        os.close(each)


def test_each_key_is_named_with_its_meaning(desk: Desk) -> None:
    desk.press(189, 63, 248)

    assert desk.hear(3) == [
        "F19           next: the item after",
        "F5            no meaning (write it in the settings, such as keypad.do: F5)",
        "key 248       can't be a key of the keypad",
    ]
    assert desk.said[0] == (
        "press the keys of the keypad, and Ctrl+C to end; an exhibit that runs hears them too"
    )


def test_held_keys_fingers_and_mice_say_nothing(desk: Desk) -> None:
    desk.write(KEY, 0x14A, 1)
    desk.write(KEY, 0x110, 1)
    desk.write(KEY, 108, 2)
    desk.press(108)

    assert desk.hear(1) == ["Down          next: the item after"]


def test_a_key_with_shift_is_another_one(desk: Desk) -> None:
    desk.write(KEY, 42, 1)
    desk.press(53)
    desk.write(KEY, 42, 0)
    desk.press(53)

    question, slash = desk.hear(2)
    assert question.startswith("Question      help: ")
    assert slash.startswith("Slash         no meaning")


def test_headphones_that_a_socket_tells_of_are_named(desk: Desk) -> None:
    desk.write(SWITCH_EVENT, HEADPHONE_INSERT, 1, device=1)

    assert desk.hear(1) == ["headphones are in"]


def test_what_can_not_be_read_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def opened(path: str, *flags: int) -> int:
        if path.endswith("event4"):
            raise PermissionError
        return real(path, *flags)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", opened)
        assert desk.listener.listen() == 0

    assert desk.said == [
        "1 of 2 input devices can't be read: ask as root, or as a user in the group input"
    ]


def test_where_nothing_can_be_read_it_says_who_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    assert KeypadListener(usual_keypad(), said.append, tmp_path).listen() == 1
    (tmp_path / "event0").touch()

    def refused(path: str, *flags: int) -> int:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refused)
        assert KeypadListener(usual_keypad(), said.append, tmp_path).listen() == 1

    assert said == [
        f"there is no input device in {tmp_path}",
        f"no input device can be read in {tmp_path}: ask as root, or as a user in the group input",
    ]


def test_the_terminal_shows_nothing_meanwhile_and_is_as_it_was_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "r") as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        before = termios.tcgetattr(theirs)[3]
        with quiet_terminal():
            meanwhile = termios.tcgetattr(theirs)[3]
        assert not meanwhile & termios.ECHO
        assert meanwhile & termios.ISIG
        assert termios.tcgetattr(theirs)[3] == before
    os.close(ours)
