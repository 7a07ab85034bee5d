"""Asking a compositor, by a socket that speaks as one: in pieces, late, wrongly, or not at all."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QSignalSpy

from kiosk.guard.process.compositor import Compositor, compositor_for
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SYNC = struct.pack("=III", 1, 12 << 16, 2)
DONE = struct.pack("=III", 2, 12 << 16, 4711)
DELETE_ID = struct.pack("=III", 1, 12 << 16 | 1, 2)
ERROR = struct.pack("=IIIII4s", 1, 24 << 16, 1, 0, 4, b"no\0\0")


class Listener:
    """What a compositor does with the socket."""

    def __init__(self, folder: Path) -> None:
        self.listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.listening.bind(str(folder / "wayland-7"))
        self.listening.listen(1)
        self.listening.settimeout(10)

    def accept(self) -> socket.socket:
        connection, _ = self.listening.accept()
        connection.settimeout(10)
        return connection


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Listener]:
    listener = Listener(tmp_path)
    yield listener
    listener.listening.close()


@pytest.fixture
def compositor(qapp: object, listener: Listener, tmp_path: Path) -> Iterator[Compositor]:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}
    found = compositor_for("wayland", environment)
    assert found is not None
    yield found
    found.close()


def test_it_answers_each_time_though_it_speaks_in_pieces(
    compositor: Compositor, listener: Listener
) -> None:
    answers = QSignalSpy(compositor.answered)
    connection = listener.accept()
    for count in (1, 2):
        assert compositor.ask()
        assert connection.recv(100) == SYNC
        for piece in (DONE[:5], DONE[5:] + DELETE_ID[:3], DELETE_ID[3:]):
            connection.send(piece)
        wait_until(lambda: not compositor.is_asked)
        assert answers.count() == count
    connection.close()


def test_one_that_hangs_is_asked_once(compositor: Compositor, listener: Listener) -> None:
    answers = QSignalSpy(compositor.answered)
    connection = listener.accept()

    assert [compositor.ask() for _ in range(3)] == [True, True, True]

    assert connection.recv(100) == SYNC
    connection.setblocking(False)
    with pytest.raises(BlockingIOError):
        connection.recv(100)
    assert answers.count() == 0
    connection.close()


@pytest.mark.parametrize("said", [ERROR, struct.pack("=II", 1, 3 << 16), b""], ids=repr)
def test_one_that_can_not_be_asked_is_left_alone(
    compositor: Compositor, listener: Listener, said: bytes
) -> None:
    """A heart must not stop because of how it is listened to."""
    connection = listener.accept()
    assert compositor.ask()
    connection.send(said)
    if not said:
        connection.close()

    wait_until(lambda: not compositor.ask())
    connection.close()


def test_another_system_has_none(qapp: object, tmp_path: Path) -> None:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path)}

    assert compositor_for("xcb", environment) is None
    assert compositor_for("offscreen", environment) is None
    assert compositor_for("wayland", environment) is None, "nobody listens"
