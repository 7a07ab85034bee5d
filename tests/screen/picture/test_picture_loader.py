"""A picture that takes for ever to be drawn keeps no other from the screen."""

from __future__ import annotations

import itertools
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QSize

from kiosk.jobs import Jobs
from kiosk.jobs_below import rest_below
from kiosk.look.look import read_look
from kiosk.look.pictures import draw_picture
from kiosk.screen.picture.picture_loader import PictureLoader
from kiosk.shipped import shipped
from kiosk.theme_names import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kiosk.look.inks import Inks
    from kiosk.look.kept_point import Focus

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

    def read_when_allowed(
        file: Path, size: QSize, inks: Inks | None, focus: Focus | None
    ) -> object:
        if file == slow:
            may_end.wait(60)
        return draw_picture(file, size, inks, focus)

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

    def read_when_allowed(
        file: Path, size: QSize, inks: Inks | None, focus: Focus | None
    ) -> object:
        if file == files[0] and threading.current_thread() is not threading.main_thread():
            may_end.wait(60)
        return draw_picture(file, size, inks, focus)

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


def written(folder: Path, number: int) -> list[Path]:
    files = [folder / f"{each}.svg" for each in range(number)]
    for file in files:
        file.write_text(QUICK, encoding="utf-8")
    return files


def test_what_comes_late_never_drops_what_is_on_show(
    tmp_path: Path, owner: QObject, qtbot: QtBot
) -> None:
    """`kiosk render --only` missed pictures because those of other pages came after it."""
    shown, *others = written(tmp_path, 9)
    loader = PictureLoader(owner)
    loader.want(shown, SIZE)
    loader.read_now(shown, SIZE)
    for file in others:
        loader.ask(file, SIZE)
    qtbot.waitUntil(lambda: loader.at_rest, timeout=20_000)
    assert loader.get(shown, SIZE) is not None
    loader.want(others[0], SIZE)
    for file in others:
        loader.read_now(file, SIZE)
    assert loader.get(shown, SIZE) is None
    assert loader.get(others[0], SIZE) is not None


def test_what_was_paged_past_is_not_read(
    tmp_path: Path, owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever pages fast waits for the last page and not for all."""
    files = written(tmp_path, 12)
    read: list[Path] = []
    may_go_on = threading.Event()

    def read_when_allowed(
        file: Path, size: QSize, inks: Inks | None, focus: Focus | None
    ) -> object:
        read.append(file)
        may_go_on.wait(60)
        return draw_picture(file, size, inks, focus)

    monkeypatch.setattr("kiosk.screen.picture.picture_loader.draw_picture", read_when_allowed)
    loader = PictureLoader(owner)
    try:
        for page, following in itertools.pairwise(files):
            loader.want(page, SIZE)
            loader.ask(following, SIZE)
            qtbot.waitUntil(lambda: len(read) == 1, timeout=20_000)
    finally:
        may_go_on.set()
    qtbot.waitUntil(lambda: loader.get(files[-2], SIZE) is not None, timeout=20_000)
    qtbot.waitUntil(lambda: loader.at_rest, timeout=20_000)
    assert read == [files[0], files[-2], files[-1]]


def test_a_prepared_picture_that_is_under_way_is_read_once(
    tmp_path: Path, owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = written(tmp_path, 2)
    read: list[Path] = []

    def note(file: Path, size: QSize, inks: Inks | None, focus: Focus | None) -> object:
        read.append(file)
        return draw_picture(file, size, inks, focus)

    monkeypatch.setattr("kiosk.screen.picture.picture_loader.draw_picture", note)
    loader = PictureLoader(owner)
    loader.want(first, SIZE)
    loader.ask(second, SIZE)
    qtbot.waitUntil(lambda: first in read, timeout=20_000)
    loader.want(second, SIZE)
    qtbot.waitUntil(lambda: loader.get(second, SIZE) is not None, timeout=20_000)
    assert read.count(second) == 1


def test_each_theme_has_a_picture_of_its_own(tmp_path: Path, owner: QObject) -> None:
    file = tmp_path / "inked.svg"
    file.write_text(
        QUICK.replace("<svg", '<svg data-inks="exhibit"').replace("<rect", '<rect fill="#FF8E63"'),
        encoding="utf-8",
    )
    loader = PictureLoader(owner)
    found = []
    for theme in THEMES:
        loader.inks = read_look(shipped("assets"), theme).theme.inks
        assert loader.get(file, SIZE) is None
        loader.read_now(file, SIZE)
        image = loader.get(file, SIZE)
        assert image is not None
        found.append(image.pixelColor(8, 4).name())
    assert found == ["#ff8e63", "#c94a20", "#ffd400", "#0033a0", "#b97f65"]


def test_of_what_nobody_sees_only_the_last_page_is_kept(tmp_path: Path, owner: QObject) -> None:
    loader, pages = PictureLoader(owner), [tmp_path / f"{page}.svg" for page in "abc"]
    for page in pages:
        page.write_text(QUICK, encoding="utf-8")
        loader.read_now(page, SIZE)
    loader.want(pages[1], SIZE)

    loader.keep_wanted()

    assert [loader.get(page, SIZE) is not None for page in pages] == [False, True, False]


def test_what_is_dropped_does_not_come_later_either(
    qtbot: QtBot, tmp_path: Path, owner: QObject
) -> None:
    loader, pages = PictureLoader(owner), [tmp_path / f"{page}.svg" for page in "ab"]
    for page in pages:
        page.write_text(QUICK, encoding="utf-8")
    loader.read_now(pages[0], SIZE)
    loader.want(pages[1], SIZE)

    loader.drop_all()
    qtbot.waitUntil(lambda: loader.at_rest)
    QCoreApplication.processEvents()

    assert [loader.get(page, SIZE) for page in pages] == [None, None]
    loader.want(pages[1], SIZE)
    qtbot.waitUntil(lambda: loader.get(pages[1], SIZE) is not None)
