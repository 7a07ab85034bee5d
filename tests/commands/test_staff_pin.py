"""`kiosk staff-pin` sets the PIN from a pipe or a terminal, and never shows it."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.guard.staff_pin import StaffPin

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "settings.yaml"
    file.write_text(f"folders: {{state: {tmp_path / 'state'}}}\n")
    return file


def staff_pin(settings: Path, typed: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return main(["staff-pin", "--settings", str(settings)])


def test_a_pin_comes_from_a_pipe(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert staff_pin(settings, "314159\n", monkeypatch) == 0

    assert StaffPin(settings.parent / "state").accepts("314159")
    said = capsys.readouterr()
    state = settings.parent / "state"
    assert said.out == f"The staff PIN is set in {state}. It counts at once.\n"
    assert said.err == ""


@pytest.mark.parametrize("typed", ["", "\n", "12345\n", "abcdef\n"])
def test_what_is_no_pin_sets_nothing(
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
) -> None:
    assert staff_pin(settings, typed, monkeypatch) == 1

    assert not StaffPin(settings.parent / "state").is_set
    assert "6 to 32 digits" in capsys.readouterr().err


@pytest.mark.parametrize("pin", ["111111", "123456", "987654", "890123"])
def test_a_pin_that_everybody_tries_first_is_mentioned(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pin: str
) -> None:
    assert staff_pin(settings, pin, monkeypatch) == 0
    assert "easy to guess" in capsys.readouterr().err


def test_at_a_terminal_it_is_asked_for_twice(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    typed = iter(["314159", "314158"])
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))

    assert main(["staff-pin", "--settings", str(settings)]) == 1
    assert "the two are not the same" in capsys.readouterr().err


def test_a_full_disk_is_told(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)

    assert staff_pin(settings, "314159\n", monkeypatch) == 1
    assert "does not take it: No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize("text", [None, "folders:\n\tstate: /x\n", ""], ids=repr)
def test_settings_that_can_not_be_read_set_no_pin_elsewhere(
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str | None,
) -> None:
    home = settings.parent / "home"
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    settings.unlink()
    if text is not None:
        settings.write_text(text)

    assert staff_pin(settings, "739164\n", monkeypatch) == 1

    assert not home.exists()
    said = capsys.readouterr()
    assert said.out == ""
    assert f"kiosk staff-pin: {settings}:" in said.err
    assert "no PIN is set" in said.err


def test_a_mistake_in_the_settings_is_mentioned(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with settings.open("a") as file:
        file.write("themee: dark\n")

    assert staff_pin(settings, "739164\n", monkeypatch) == 0

    assert "unknown key 'themee'" in capsys.readouterr().err
