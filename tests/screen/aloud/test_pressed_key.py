"""The keys of keypads are known by their place: the usual keymap of Linux has other names."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget

from kiosk.guard.occupancy import Occupancy
from kiosk.guard.staff.lockdown import Lockdown
from kiosk.screen.aloud.keypad import Keypad
from kiosk.screen.aloud.pressed_key import key_name
from kiosk.settings.keypad_keys import KEY_NAMES, KEYPAD, usual_keypad

K = Qt.Key
AS_X_SENDS_THEM = {
    191: (K.Key_Tools, "F13"),
    195: (K.Key_Launch8, "F17"),
    196: (K.Key_Launch9, "F18"),
    197: (0, "F19"),
    198: (K.Key_MicMute, "F20"),
    199: (K.Key_TouchpadToggle, "F21"),
    200: (K.Key_TouchpadOn, "F22"),
    201: (K.Key_TouchpadOff, "F23"),
    202: (0, "F24"),
}
"""By scan code, what an X server with the keymap of every distribution made of them."""
NONE = Qt.KeyboardModifier.NoModifier
onlinux = pytest.mark.skipif(sys.platform != "linux", reason="scan codes are those of Linux")


def pressed(key: int, scan_code: int = 0, kind: QEvent.Type = QEvent.Type.KeyPress) -> QKeyEvent:
    return QKeyEvent(kind, int(key), NONE, scan_code, 0, 0)


@onlinux
@pytest.mark.parametrize(("scan_code", "sent"), AS_X_SENDS_THEM.items())
def test_the_keys_of_a_keypad_are_known_by_their_place(
    scan_code: int, sent: tuple[int, str]
) -> None:
    key, name = sent

    assert key_name(pressed(key, scan_code)) == name


@pytest.mark.parametrize("name", sorted(KEY_NAMES))
def test_every_name_of_the_settings_is_that_of_a_key(name: str) -> None:
    assert key_name(pressed(getattr(K, f"Key_{name}"))) == name


def test_a_key_that_the_settings_do_not_know_has_qts_name_or_none() -> None:
    assert key_name(pressed(K.Key_Calculator)) == "Calculator"
    assert key_name(pressed(0x4E00)) == ""


@onlinux
def test_a_keypad_as_x_sends_it_is_heard_and_let_through_by_the_lock(qapp: object) -> None:
    board, owner = QWidget(), QObject()
    keypad = Keypad(usual_keypad(), _yes, _yes, _always, owner)
    names = [name for names, _ in KEYPAD.values() for name in names]
    lockdown = Lockdown(board, Occupancy(board), keypad=names, parent=board)
    meant, helped = QSignalSpy(keypad.meant), QSignalSpy(keypad.helped)
    lock = Lockdown.eventFilter

    for scan_code, (key, _) in AS_X_SENDS_THEM.items():
        press, release = pressed(key, scan_code), pressed(key, scan_code, QEvent.Type.KeyRelease)
        is_known = scan_code != 191
        assert lock(lockdown, board, press) is not is_known
        assert keypad.eventFilter(board, press) is is_known
        assert keypad.eventFilter(board, release) is is_known

    heard = [meant.at(number)[0] for number in range(meant.count())]
    assert heard == ["previous", "next", "do", "page_back", "page_on", "quieter", "louder"]
    assert helped.count() == 1
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _yes() -> bool:
    return True


def _always(key: str) -> bool:
    return True
