"""A picture that takes for ever to be drawn keeps no other from the screen."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QSize

from kiosk.jobs import Jobs, rest_below
from kiosk.look.pictures import draw_picture
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kiosk.look.inks import Inks

SIZE = QSize(16, 9)
QUICK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9"/></svg>'
)


@pytest.fixture
def owner() -> Iterator[QObject]:
    owner = QObject()
    yield owner
    rest_below(owner)


def test_a_slow_picture_is_passed_by_others(
    tmp_path: Path, owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, quick = tmp_path / "slow.svg", tmp_path / "quick.svg"
    for file in (slow, quick):
        file.write_text(QUICK, encoding="utf-8")
    may_end = threading.Event()

    def read_when_allowed(file: Path, size: QSize, inks: Inks | None) -> object:
        if file == slow:
            may_end.wait(60)
        return draw_picture(file, size, inks)

    monkeypatch.setattr("kiosk.screen.picture.picture_loader.draw_picture", read_when_allowed)
    loader = PictureLoader(owner, patience_ms=50)
    try:
        loader.ask(slow, SIZE)
        loader.ask(quick, SIZE)
        qtbot.waitUntil(lambda: loader.get(quick, SIZE) is not None, timeout=20_000)
        assert loader.get(slow, SIZE) is None
    finally:
        may_end.set()
    qtbot.waitUntil(lambda: loader.at_rest, timeout=20_000)


@pytest.mark.parametrize("goes", ["read now", "evicted"])
def test_what_is_no_longer_awaited_gives_others_no_threads(
    tmp_path: Path, owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, goes: str
) -> None:
    """Else three large pictures would be held in memory at once."""
    files = [tmp_path / f"{number}.svg" for number in range(5)]
    for file in files:
        file.write_text(QUICK, encoding="utf-8")
    may_end = threading.Event()

    def read_when_allowed(file: Path, size: QSize, inks: Inks | None) -> object:
        if file == files[0] and threading.current_thread() is not threading.main_thread():
            may_end.wait(60)
        return draw_picture(file, size, inks)

    loader = PictureLoader(owner, patience_ms=20)
    jobs = owner.findChild(Jobs)
    assert jobs is not None
    loader.read_now(files[0], SIZE)
    loader.read_again()
    monkeypatch.setattr("kiosk.screen.picture.picture_loader.draw_picture", read_when_allowed)
    try:
        loader.ask(files[0], SIZE)
        qtbot.waitUntil(lambda: jobs.threads == 2, timeout=20_000)
        if goes == "read now":
            loader.read_now(files[0], SIZE)
        else:
            for file in files[1:4]:
                loader.read_now(file, SIZE)
        assert loader.at_rest
        assert jobs.threads == 1
        qtbot.wait(100)
        assert jobs.threads == 1
    finally:
        may_end.set()
