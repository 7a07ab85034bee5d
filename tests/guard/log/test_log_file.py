"""The log turns itself over, and no disk can make it wait or raise."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from kiosk.guard.log.log_file import LogFile
from kiosk.guard.log.repeat_filter import RepeatFilter


def test_it_turns_over_and_keeps_five(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "kiosk.log", limit_bytes=100, keep=5)
    for number in range(40):
        log.write(f"{number:03} " + "x" * 45)
    log.close()

    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["kiosk.log", *(f"kiosk.log.{number}" for number in range(1, 5))]
    assert all(path.stat().st_size <= 150 for path in tmp_path.iterdir())
    assert (tmp_path / "kiosk.log").read_text().startswith("038 ")
    assert (tmp_path / "kiosk.log.4").read_text().startswith("030 ")


def test_it_goes_on_where_the_last_run_ended(tmp_path: Path) -> None:
    for text in ("one", "two\nwith a second line"):
        log = LogFile(tmp_path / "kiosk.log")
        log.write(text)
        log.close()

    assert (tmp_path / "kiosk.log").read_text() == "one\ntwo\n    with a second line\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_on_a_full_disk_lines_are_lost_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.log"
    path.symlink_to("/dev/full")
    log = LogFile(path)
    for _ in range(3):
        log.write("lost")
    assert log.flush()

    path.unlink()
    log.write("there is room again")
    log.close()

    assert path.read_text() == "(3 lines could not be written)\nthere is room again\n"


def test_a_disk_that_never_answers_does_not_hold_anybody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    real_open = os.open

    def slow_open(path: Path, *arguments: int) -> int:
        answers.wait()
        return real_open(path, *arguments)

    monkeypatch.setattr("kiosk.guard.log.log_file.os.open", slow_open)
    log = LogFile(tmp_path / "kiosk.log")
    for number in range(1500):
        log.write(f"line {number}")
    assert not log.flush(timeout_seconds=0.01)

    answers.set()
    assert log.flush(timeout_seconds=30)
    log.close()
    text = (tmp_path / "kiosk.log").read_text()
    assert "lines could not be written)" in text
    assert "line 0\n" in text


def test_a_repetition_is_swallowed_for_a_minute() -> None:
    now = [0.0]
    repetition = RepeatFilter(clock=lambda: now[0])

    assert repetition.heard("no room for 12 items at 0x7f00") == 0
    now[0] = 59.0
    assert repetition.heard("no room for 13 items at 0x7fff") is None
    assert repetition.heard("something else") == 0
    now[0] = 60.0
    assert repetition.heard("no room for 14 items at 0x0001") == 1


def test_a_flood_of_different_messages_is_forgotten_again() -> None:
    repetition = RepeatFilter(clock=lambda: 0.0)
    for letter in range(1000):
        repetition.heard(f"message {chr(0x4E00 + letter)}")

    assert len(repetition._said) == 256
