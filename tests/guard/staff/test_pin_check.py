"""A PIN is tried beside the GUI thread, and counted on the disk before it is looked at."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QSignalSpy

from kiosk.guard import staff_pin as pin_module
from kiosk.guard.staff.pin_check import PinCheck
from kiosk.guard.staff_pin import StaffPin
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from pathlib import Path

RIGHT, WRONG = "314159", "271828"


@pytest.fixture
def pin(tmp_path: Path) -> StaffPin:
    pin = StaffPin(tmp_path)
    pin.set(RIGHT)
    return pin


def test_each_try_is_answered_with_its_number(pin: StaffPin, qapp: object) -> None:
    check = PinCheck(pin)
    answers = QSignalSpy(check.answered)

    numbers = [check.ask(WRONG), check.ask(RIGHT)]
    wait_until(lambda: answers.count() == 2)

    assert [answers.at(0), answers.at(1)] == [[numbers[0], False], [numbers[1], True]]


def test_the_gui_thread_goes_on_and_the_try_is_counted_first(
    pin: StaffPin, qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, counted, go_on = [], [], threading.Event()

    def slow_key(*_: object, **__: object) -> bytes:
        threads.append(threading.current_thread())
        counted.append(json.loads((tmp_path / "staff-pin-tries.json").read_text())["tries"])
        go_on.wait()
        return bytes(32)

    monkeypatch.setattr(pin_module, "_key", slow_key)
    check = PinCheck(pin)
    answers = QSignalSpy(check.answered)

    check.ask(WRONG)
    wait_until(lambda: bool(counted))

    assert counted == [1]
    assert threads[0] is not threading.current_thread()
    assert answers.count() == 0
    go_on.set()
    wait_until(lambda: answers.count() == 1)


def test_a_try_that_fails_is_answered_with_no(
    pin: StaffPin, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_memory(*_: object, **__: object) -> bytes:
        raise ValueError("memory limit exceeded")

    monkeypatch.setattr(pin_module, "_key", no_memory)
    check = PinCheck(pin)
    answers = QSignalSpy(check.answered)

    check.ask(RIGHT)
    wait_until(lambda: answers.count() == 1)

    assert answers.at(0)[1] is False


def test_a_try_that_fails_is_no_pin_and_the_next_one_is_made(
    pin: StaffPin, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = pin_module._key
    failures = [RuntimeError("no memory for scrypt")]

    def fails_once(digits: str, salt: bytes, *, log2_n: int, r: int, p: int) -> bytes:
        if failures:
            raise failures.pop()
        return key(digits, salt, log2_n=log2_n, r=r, p=p)

    monkeypatch.setattr(pin_module, "_key", fails_once)
    check = PinCheck(pin)
    answers = QSignalSpy(check.answered)
    check.ask(RIGHT)
    wait_until(lambda: answers.count() == 1)
    check.ask(RIGHT)
    wait_until(lambda: answers.count() == 2)

    assert [answers.at(0)[1], answers.at(1)[1]] == [False, True]
