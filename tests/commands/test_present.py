"""`kiosk present` says what is not there before any window opens, and writes times after a yes."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from kiosk.__main__ import main
from kiosk.commands.present import _main_screen, _offer_times, _remember_screens
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.presenting.tour_player import TourPlayer
from tests.presenting.talks import Clock, content_with_tour

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QApplication

    from kiosk.presenting.talk import Talk


def test_a_tour_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = content_with_tour(tmp_path)
    assert main(["present", "walk", "--content", str(content)]) == 2
    assert capsys.readouterr().err == "kiosk present: there is no tour 'walk'; there are talk\n"


def test_a_folder_without_tours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["present", "--content", str(tmp_path)]) == 2
    assert "there are no tours in" in capsys.readouterr().err


@pytest.mark.parametrize(("answer", "plan"), [("y", '"1:25"'), ("", "1:00"), ("no", "1:00")])
def test_times_are_written_after_a_yes_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, plan: str
) -> None:
    content, clock = content_with_tour(tmp_path), Clock()
    exhibit = read_exhibit(content).exhibit
    assert exhibit is not None
    player = TourPlayer(exhibit.tours[0], clock=clock)
    player.begin()
    clock.now += 84
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: answer)

    assert _offer_times(content, player) == 0

    written = (content / "tours" / "talk.yaml").read_text(encoding="utf-8")
    assert f"duration: {plan}\n- id: steel" in written
    assert '"2:00" # as long as it takes' in written


class Screens:
    """What a talk says of its screens at its end."""

    def __init__(self, audience: QScreen, *, swapped: bool) -> None:
        self.audience = audience
        self.swapped = swapped


def test_what_was_swapped_is_remembered_for_the_next_talk(
    qapp: QApplication, tmp_path: Path
) -> None:
    screen = qapp.primaryScreen()
    for swapped in (False, True):
        talk = SimpleNamespace(screens=Screens(screen, swapped=swapped))
        _remember_screens(cast("Talk", talk), tmp_path)
        assert (tmp_path / "talk-screens.json").exists() is swapped
    assert _main_screen(qapp, None, tmp_path) is screen
    assert _main_screen(qapp, 1, tmp_path) is screen
    assert _main_screen(qapp, 9, tmp_path) is None
