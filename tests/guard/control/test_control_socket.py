"""The socket: what well-behaved programs get, and that no other stops or slows the exhibit."""

from __future__ import annotations

import contextlib
import json
import random
import socket
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop

from kiosk.guard.control.control_socket import (
    CONNECTIONS,
    ORDERS_AT_ONCE,
    ORDERS_SECONDS,
    PATIENCE_SECONDS,
    Connection,
    ControlSocket,
)
from kiosk.guard.control.orders import LINE_LIMIT_BYTES
from tests.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pytestqt.qtbot import QtBot

OPEN = Path("/proc/self/fd")


class Listening:
    """A socket that answers each line with itself, and the programs that come to it."""

    def __init__(self, path: Path, qtbot: QtBot) -> None:
        self.path = path
        self.clock = Clock()
        self.lines: list[str] = []
        self._qtbot = qtbot
        self.socket = ControlSocket(path, self._answer, clock=self.clock)

    def come(self) -> socket.socket:
        """A program that has connected; a full queue is waited for."""
        program = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        program.setblocking(False)
        while True:
            try:
                program.connect(str(self.path))
                return program
            except BlockingIOError:
                self.turn()

    def say(self, words: bytes) -> dict[str, Any] | None:
        """What a program is answered; None where it is let go without a word."""
        with self.come() as program:
            with contextlib.suppress(OSError):
                program.send(words)
            return self.read(program)

    def read(self, program: socket.socket) -> dict[str, Any] | None:
        heard: list[bytes] = []

        def is_over() -> bool:
            try:
                heard.append(program.recv(1 << 20))
            except BlockingIOError:
                return False
            except OSError:
                heard.append(b"")
            return not heard[-1]

        self._qtbot.waitUntil(is_over, timeout=10_000)
        told = b"".join(heard)
        return json.loads(told) if told else None

    def turn(self) -> None:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    @property
    def connections(self) -> list[Connection]:
        return [*self.socket._connections]

    def _answer(self, line: str, reply: Callable[[Mapping[str, Any]], None]) -> None:
        self.lines.append(line)
        reply({"ok": True, "line": line, "filling": "x" * (3_000_000 if line == "much" else 0)})


@pytest.fixture
def listening(tmp_path: Path, qtbot: QtBot) -> Iterator[Listening]:
    listening = Listening(tmp_path / "control.socket", qtbot)
    yield listening
    listening.socket.stop()


def test_a_line_is_answered_by_a_line(listening: Listening) -> None:
    answer = listening.say(b"language zh-Hant\nhome\n")

    assert answer is not None
    assert answer["line"] == "language zh-Hant"
    assert listening.lines == ["language zh-Hant"]
    assert listening.connections == []


def test_a_long_answer_comes_whole(listening: Listening) -> None:
    answer = listening.say(b"much\n")

    assert answer is not None
    assert len(answer["filling"]) == 3_000_000


def test_owner_and_group_may_tell_and_nobody_else(listening: Listening) -> None:
    assert stat.filemode(listening.path.stat().st_mode) == "srw-rw----"


@pytest.mark.parametrize(
    "words",
    [b"x" * (LINE_LIMIT_BYTES + 1), b"\xff\xfe\n", b"\x80" * 5000],
    ids=["long", "no", "both"],
)
def test_what_is_no_line_is_refused(listening: Listening, words: bytes) -> None:
    answer = listening.say(words)

    assert answer is not None
    assert answer["reason"] == "write a line of 1000 bytes at most in UTF-8"
    assert listening.lines == []


def test_who_goes_early_is_forgotten(listening: Listening) -> None:
    for words in (b"", b"ho", b"much\n"):
        program = listening.come()
        program.send(words)
        program.close()
        listening.turn()
    listening._qtbot.waitUntil(lambda: listening.connections == [])

    assert listening.say(b"home\n")


def test_who_says_nothing_is_let_go(listening: Listening, monkeypatch: pytest.MonkeyPatch) -> None:
    with listening.come() as slow:
        listening._qtbot.waitUntil(lambda: len(listening.connections) == 1)
        (connection,) = listening.connections
        assert connection._patience.interval() == PATIENCE_SECONDS * 1000
        slow.send(b"hom")
        listening.turn()
        connection._patience.start(1)

        assert listening.read(slow) is None


def test_who_does_not_read_the_answer_is_let_go(listening: Listening) -> None:
    with listening.come() as deaf:
        deaf.send(b"much\n")
        listening._qtbot.waitUntil(lambda: listening.lines == ["much"])
        (connection,) = listening.connections
        connection._patience.start(1)
        listening._qtbot.waitUntil(lambda: listening.connections == [])


@pytest.mark.parametrize("size", [100, pytest.param(1_000, marks=pytest.mark.soak)])
def test_a_crowd_is_let_in_a_few_at_a_time_and_the_rest_let_go(
    listening: Listening, size: int
) -> None:
    crowd = []
    most = 0
    for _ in range(size):
        crowd.append(listening.come())
        most = max(most, len(listening.connections))
    for each in crowd:
        each.close()
    listening._qtbot.waitUntil(lambda: listening.connections == [], timeout=10_000)

    assert most <= CONNECTIONS
    answer = listening.say(b"home\n")
    assert answer is not None
    assert answer["line"] == "home"


def test_too_many_orders_are_refused_until_time_has_passed(listening: Listening) -> None:
    answers = [listening.say(b"home\n") for _ in range(ORDERS_AT_ONCE + 1)]
    assert [bool(each and each["ok"]) for each in answers] == [*[True] * ORDERS_AT_ONCE, False]

    listening.clock.now += ORDERS_SECONDS
    answer = listening.say(b"home\n")

    assert answer is not None
    assert answer["ok"]


def test_garbage_is_survived(listening: Listening) -> None:
    chance = random.Random(16)
    for _ in range(60):
        listening.clock.now += 1
        program = listening.come()
        for _ in range(chance.randrange(1, 4)):
            with contextlib.suppress(OSError):
                program.send(chance.randbytes(chance.randrange(1, 800)))
            listening.turn()
        program.close()
    listening._qtbot.waitUntil(lambda: listening.connections == [])

    listening.clock.now += ORDERS_SECONDS
    assert listening.say(b"home\n")


def test_what_a_crash_left_is_taken_away_and_nothing_else(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "left.socket"
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(path))
    first = Listening(path, qtbot)

    with pytest.raises(OSError, match="another exhibit listens"):
        ControlSocket(path, first._answer)
    assert first.say(b"home\n")
    first.socket.stop()
    assert not path.exists()

    path.write_text("a letter")
    with pytest.raises(OSError, match="no socket"):
        ControlSocket(path, first._answer)
    assert path.read_text() == "a letter"


def test_no_descriptor_is_left_open(tmp_path: Path, qtbot: QtBot) -> None:
    before = len([*OPEN.iterdir()])
    listening = Listening(tmp_path / "control.socket", qtbot)
    for _ in range(5):
        listening.say(b"home\n")
    listening.socket.stop()

    assert len([*OPEN.iterdir()]) == before
