"""The staff PIN can't be read, guessed in a day, or got round by switching anything off and on."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.staff_pin import StaffPin
from tests.clock import Clock

if TYPE_CHECKING:
    from pathlib import Path

RIGHT = "314159"
WRONG = "271828"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pin(tmp_path: Path, clock: Clock) -> StaffPin:
    pin = StaffPin(tmp_path, clock=clock)
    pin.set(RIGHT)
    return pin


def wrong_tries(pin: StaffPin, number: int) -> None:
    assert [pin.accepts(WRONG) for _ in range(number)] == [False] * number


def test_without_a_pin_there_is_no_way_in(tmp_path: Path) -> None:
    pin = StaffPin(tmp_path)

    assert not pin.is_set
    assert not pin.accepts("")
    assert not pin.accepts(RIGHT)


def test_the_right_pin_opens_and_another_does_not(pin: StaffPin) -> None:
    assert pin.is_set
    assert not pin.accepts(WRONG)
    assert not pin.accepts(RIGHT + "0")
    assert pin.accepts(RIGHT)


@pytest.mark.parametrize("text", ["", "12345", "12345a", "１２３４５６", " 123456", "1" * 33])
def test_what_is_no_pin_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="6 to 32 digits"):
        StaffPin(tmp_path).set(text)


def test_the_disk_holds_a_salted_hash_that_only_its_owner_reads(
    tmp_path: Path, pin: StaffPin
) -> None:
    file = tmp_path / "staff-pin.json"
    first = json.loads(file.read_text())
    pin.set(RIGHT)
    second = json.loads(file.read_text())

    assert RIGHT not in file.read_text()
    assert (first["log2_n"], first["r"], len(first["salt"])) == (15, 8, 32)
    assert first["salt"] != second["salt"]
    assert first["key"] != second["key"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_after_five_wrong_tries_the_pad_is_closed_for_longer_and_longer(
    pin: StaffPin, clock: Clock
) -> None:
    wrong_tries(pin, 4)
    assert pin.wait_seconds == 0
    wrong_tries(pin, 1)

    waits = [pin.wait_seconds]
    for _ in range(7):
        clock.now += pin.wait_seconds
        wrong_tries(pin, 1)
        waits.append(pin.wait_seconds)

    assert waits == [60, 120, 240, 480, 960, 1920, 3600, 3600]


def test_a_closed_pad_takes_not_even_the_right_pin(pin: StaffPin, clock: Clock) -> None:
    wrong_tries(pin, 5)
    assert not pin.accepts(RIGHT)
    assert pin.wait_seconds == 60

    clock.now += 60
    assert pin.accepts(RIGHT)
    wrong_tries(pin, 4)
    assert pin.wait_seconds == 0


def test_a_restart_of_the_program_forgets_nothing(
    tmp_path: Path, pin: StaffPin, clock: Clock
) -> None:
    wrong_tries(pin, 5)
    clock.now += 20

    again = StaffPin(tmp_path, clock=clock)

    assert again.wait_seconds == 40
    assert not again.accepts(RIGHT)


def test_a_restart_of_the_machine_begins_the_wait_again(
    tmp_path: Path, pin: StaffPin, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong_tries(pin, 5)
    clock.now += 50
    monkeypatch.setattr("kiosk.guard.boot.boot_id", lambda: "the next boot")
    clock.now = 5000.0

    again = StaffPin(tmp_path, clock=clock)

    assert again.wait_seconds == 60


def test_where_boots_have_no_name_a_clock_that_went_back_tells(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.guard.boot.boot_id", lambda: "")
    monkeypatch.setattr("kiosk.guard.staff_pin.boot_id", lambda: "")
    pin = StaffPin(tmp_path, clock=clock)
    pin.set(RIGHT)
    wrong_tries(pin, 5)
    clock.now = 3.0

    assert StaffPin(tmp_path, clock=clock).wait_seconds == 60


def test_a_try_is_on_the_disk_before_it_is_answered(
    tmp_path: Path, pin: StaffPin, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plug_pulled(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.guard.staff_pin._key", plug_pulled)
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            StaffPin(tmp_path, clock=clock).accepts(WRONG)
    monkeypatch.undo()

    assert StaffPin(tmp_path, clock=clock).wait_seconds == 60


def test_when_the_disk_is_full_every_wrong_try_closes_the_pad(
    pin: StaffPin, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)

    wrong_tries(pin, 1)
    assert pin.wait_seconds == 60
    clock.now += 60
    assert pin.accepts(RIGHT)


@pytest.mark.parametrize(
    "record",
    [
        "",
        "{}",
        '{"log2_n": 40, "r": 8, "p": 1, "salt": "00", "key": "00"}',
        '{"log2_n": 0, "r": 0, "p": 0, "salt": "", "key": ""}',
        '{"log2_n": "15", "r": 8, "p": 1, "salt": 5, "key": null}',
    ],
)
def test_a_damaged_record_lets_nobody_in(tmp_path: Path, record: str) -> None:
    (tmp_path / "staff-pin.json").write_text(record)
    (tmp_path / "staff-pin-tries.json").write_text('{"tries": "many", "at": []}')
    pin = StaffPin(tmp_path)

    assert not pin.is_set
    assert not pin.accepts("")


def test_setting_the_pin_opens_a_closed_pad(pin: StaffPin) -> None:
    wrong_tries(pin, 5)

    pin.set(WRONG)

    assert pin.wait_seconds == 0
    assert pin.accepts(WRONG)


def test_a_file_that_asks_for_gigabytes_of_memory_is_no_pin(
    pin: StaffPin, tmp_path: Path, clock: Clock
) -> None:
    """Whoever can write the state folder must not end the exhibit by a PIN that is tried."""
    file = tmp_path / "staff-pin.json"
    kept = json.loads(file.read_text())
    file.write_text(json.dumps(kept | {"log2_n": 20, "r": 16}))

    greedy = StaffPin(tmp_path, clock=clock)
    assert not greedy.is_set
    assert "is damaged" in greedy.damage
    assert not greedy.accepts(RIGHT)
