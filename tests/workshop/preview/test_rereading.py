"""What a save has changed reaches the preview, whatever overtakes or disturbs its reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import Reading, read_exhibit
from kiosk.workshop.preview.rereading import Checked, Reread, Rereading
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
    wait_until(lambda: bool(came))

    (reread,) = came
    assert reread.pictures_changed
    assert reread.whole_map is not None
    assert reread.reading.exhibit is not None


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
