"""Headphones that are put in and pulled out, as the kernel writes it to a device."""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from kiosk.speech.headphones import HEADPHONE_INSERT, SWITCH_EVENT, headphones_in, headphones_of
from kiosk.speech.jack_watch import JackWatch
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_EVENT = struct.Struct("llHHi")
_KEY_EVENT = 0x01


class Socket:
    """A device of the test's own: what is written to it is read as from the kernel."""

    def __init__(self, watch: JackWatch) -> None:
        self.told: list[bool] = []
        reading, self.writing = os.pipe()
        os.set_blocking(reading, False)
        self.watch = watch
        watch.changed.connect(self.take)
        watch.listen_to(reading, "the socket")

    def take(self, is_in: bool) -> None:
        self.told.append(is_in)

    def write(self, kind: int, code: int, value: int) -> None:
        os.write(self.writing, _EVENT.pack(0, 0, kind, code, value))


@pytest.fixture
def socket(qapp: object, tmp_path: Path) -> Iterator[Socket]:
    owner = QObject()
    watch = JackWatch(owner, tmp_path)
    watch.begin()
    socket = Socket(watch)
    yield socket
    watch.end()
    os.close(socket.writing)


def test_in_and_out_are_told(socket: Socket) -> None:
    socket.write(SWITCH_EVENT, HEADPHONE_INSERT, 1)
    wait_until(lambda: socket.told == [True])
    socket.write(SWITCH_EVENT, HEADPHONE_INSERT, 0)
    wait_until(lambda: socket.told == [True, False])


def test_other_switches_and_keys_are_not(socket: Socket) -> None:
    socket.write(_KEY_EVENT, HEADPHONE_INSERT, 1)
    socket.write(SWITCH_EVENT, HEADPHONE_INSERT + 1, 1)
    socket.write(SWITCH_EVENT, HEADPHONE_INSERT, 1)
    wait_until(lambda: bool(socket.told))
    assert socket.told == [True]


def test_a_device_that_is_pulled_out_is_forgotten(socket: Socket) -> None:
    os.close(socket.writing)
    wait_until(lambda: not socket.watch._jacks["the socket"].is_there)
    socket.watch.look()
    assert not socket.watch._jacks
    socket.writing = os.open(os.devnull, os.O_WRONLY)


def test_what_is_no_device_is_not_listened_to(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "event0").write_bytes(b"")
    (tmp_path / "event1").mkdir()
    owner = QObject()
    watch = JackWatch(owner, tmp_path)
    watch.begin()
    assert not watch._jacks
    assert headphones_in(tmp_path) is None
    watch.end()


def test_a_file_has_no_socket(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    with file.open("rb") as opened:
        assert headphones_of(opened.fileno()) is None
