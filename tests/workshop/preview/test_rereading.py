"""What a save has changed reaches the preview, whatever overtakes or disturbs its reading."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import Reading, read_exhibit
from kiosk.workshop.preview.rereading import Checked, Reread, Rereading
from tests.journeys.visitor import HANG_SECONDS, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.reading.reading_cache import Memory
    from tests.exhibit.sound_content import Content


@pytest.fixture
def rereading(qapp: object, content: Content) -> Iterator[Rereading]:
    rereading = Rereading(content.folder)
    yield rereading
    rereading.stop()


@pytest.fixture
def came(rereading: Rereading) -> list[Reread]:
    found: list[Reread] = []
    rereading.read.connect(found.append)
    return found


def test_a_save_that_overtakes_another_brings_the_changes_of_both(
    rereading: Rereading, came: list[Reread]
) -> None:
    rereading.read_again(frozenset({"pictures/bridge.svg"}))
    rereading.read_again(frozenset({"zones/qianhai.yaml"}))
    wait_until(lambda: len(came) == 2)

    assert [reread.pictures_changed for reread in came] == [True, False]
    assert [reread.whole_map is not None for reread in came] == [True, False]
    assert all(reread.reading.exhibit is not None for reread in came)


def test_a_reading_that_saves_overtake_is_shown_and_followed_by_one_of_all_of_them(
    rereading: Rereading, came: list[Reread], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a preview of a slow disk would show nothing for as long as something is written."""
    begun, gate, readings = threading.Event(), threading.Event(), list[Path]()

    def read_when_allowed(folder: Path, memory: Memory) -> Reading:
        readings.append(folder)
        begun.set()
        assert gate.wait(HANG_SECONDS)
        return read_exhibit(folder, memory)

    monkeypatch.setattr("kiosk.workshop.preview.rereading.read_exhibit", read_when_allowed)
    rereading.read_again(frozenset({"zones/qianhai.yaml"}))
    assert begun.wait(HANG_SECONDS)
    for name in ("zones/qianhai.yaml", "pictures/bridge.svg", "zones/shenzhen.yaml"):
        rereading.read_again(frozenset({name}))
    gate.set()
    wait_until(lambda: len(came) == 2)

    assert [reread.pictures_changed for reread in came] == [False, True]
    assert len(readings) == 2


def test_what_was_saved_during_a_reading_that_fails_is_read_at_once(
    rereading: Rereading, came: list[Reread], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate = threading.Event(), threading.Event()

    def fail_once(folder: Path, memory: Memory) -> Reading:
        if not begun.is_set():
            begun.set()
            assert gate.wait(HANG_SECONDS)
            raise OSError("stale file handle")
        return read_exhibit(folder, memory)

    monkeypatch.setattr("kiosk.workshop.preview.rereading.read_exhibit", fail_once)
    rereading.read_again(frozenset({"zones/qianhai.yaml"}))
    assert begun.wait(HANG_SECONDS)
    rereading.read_again(frozenset({"pictures/bridge.svg"}))
    gate.set()
    wait_until(lambda: bool(came))

    assert came[0].pictures_changed


def test_the_map_comes_again_only_when_it_is_another_one(
    rereading: Rereading, came: list[Reread]
) -> None:
    for number in (1, 2):
        rereading.read_again(frozenset({"zones/qianhai.yaml"}))
        wait_until(lambda number=number: len(came) == number)  # type: ignore[misc]

    assert [reread.whole_map is not None for reread in came] == [True, False]
    assert not any(reread.pictures_changed for reread in came)


def test_a_reading_that_fails_is_done_again(
    rereading: Rereading,
    came: list[Reread],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A disk of the network may be gone for a moment."""
    faults = [OSError("stale file handle")]

    def read_when_there(folder: Path, memory: Memory) -> Reading:
        if faults:
            raise faults.pop()
        return read_exhibit(folder, memory)

    monkeypatch.setattr("kiosk.workshop.preview.rereading.read_exhibit", read_when_there)
    rereading.read_again(frozenset({"zones/qianhai.yaml"}))
    wait_until(lambda: bool(came))

    assert came[0].reading.exhibit is not None
    assert "a reading of the content has failed: OSError('stale file handle')" in caplog.text


def test_a_check_follows_each_reading(rereading: Rereading, came: list[Reread]) -> None:
    checks: list[Checked] = []
    rereading.checked.connect(checks.append)
    rereading.read_again(frozenset({"zones/qianhai.yaml"}))
    wait_until(lambda: bool(checks))

    assert checks[0].reading is came[0].reading
    assert not checks[0].thorough
