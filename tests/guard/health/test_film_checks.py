"""What `kiosk doctor` says of what plays films."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kiosk.film import film_trial
from kiosk.guard.check_result import CheckStatus
from kiosk.guard.health import film_checks
from kiosk.guard.health.film_checks import check_films
from kiosk.guard.health.machine_checks import this_machine
from kiosk.settings.settings_file import read_settings
from tests.film.film_files import needs_media

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.guard.health.machine_checks import Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return this_machine(read_settings(tmp_path / "settings.yaml"))


def test_a_film_that_came_along_is_on_show_after_some_milliseconds(machine: Machine) -> None:
    needs_media()
    result = check_films(machine)
    assert result.state is CheckStatus.OK
    assert re.fullmatch(
        r"PyAV \S+ reads h264, hevc, vp9, av1, aac, opus and mp3; a film was on show after \d+ ms",
        result.message,
    )


def test_without_the_extra_it_says_what_visitors_have(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film_checks, "can_play", lambda: False)
    result = check_films(machine)
    assert result.state is CheckStatus.OK
    assert "the extra `media` is not installed" in result.message


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ('print(\'["18.1.0", "h264"]\')', "PyAV 18.1.0 does not read hevc, vp9,"),
        ("raise ImportError", "none can be played: PyAV can't be imported"),
        ("print('[]')", "none can be played: PyAV can't be imported"),
    ],
)
def test_a_library_that_lacks_something_is_told(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str, told: str
) -> None:
    needs_media()
    program = tmp_path / "python"
    program.write_text(f"#!/usr/bin/env python3\n{answer}\n")
    program.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(program))
    monkeypatch.setattr(film_checks, "film_on_show_after", lambda: 100)
    result = check_films(machine)
    assert result.state is CheckStatus.WARNING
    assert result.message.startswith(told)


def test_a_decoder_that_ends_is_told(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    needs_media()
    (tmp_path / "trial.mp4").write_bytes(b"no film")
    monkeypatch.setattr(film_trial, "shipped", lambda name: tmp_path)
    result = check_films(machine)
    assert result.state is CheckStatus.WARNING
    assert result.message == "none can be played: its decoder has ended"
