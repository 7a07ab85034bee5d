"""How the exhibit is, written while it runs."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import pytest

from kiosk import __version__
from kiosk.guard.boot import boot_id
from kiosk.guard.content.content_choice import ContentChoice, ContentOrigin
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.occupancy import Occupant
from kiosk.guard.process.process_guard import ProcessGuard
from kiosk.guard.record import write_record
from kiosk.guard.status.starts import count_start
from kiosk.guard.status.status_watch import StatusWatch
from kiosk.settings.settings import Settings
from tests.clock import Clock
from tests.exhibit.sound_content import sound_content
from tests.guard.status.metrics_reading import read_metrics

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    content = sound_content(tmp_path / "content").folder
    return Settings(
        content, state=tmp_path / "state", logs=tmp_path / "logs", health=tmp_path / "health"
    )


@pytest.fixture
def guard(settings: Settings, qapp: object) -> Iterator[ProcessGuard]:
    guard = ProcessGuard(settings, environment={})
    yield guard
    guard.end(ExitCode.START_ANEW)


class Written:
    """A watch, and what it has written."""

    def __init__(self, settings: Settings, guard: ProcessGuard, qtbot: QtBot) -> None:
        self.folder = settings.health
        self.shown: Path | None = settings.content
        self._qtbot = qtbot
        self.watch = StatusWatch(
            settings, guard, self._shown, self._late_frames, guard, wall_clock=Clock()
        )

    def turn(self) -> dict[str, Any]:
        """What stands in the file once everything that a turn asks for is done."""
        self.watch.tick()
        self._qtbot.waitUntil(self._is_done, timeout=20_000)
        assert self.folder is not None
        told: dict[str, Any] = json.loads((self.folder / "kiosk.json").read_text("utf-8"))
        return told

    def _is_done(self) -> bool:
        return not self.watch._jobs.is_working

    def _shown(self) -> Path | None:
        return self.shown

    def _late_frames(self) -> int:
        return 5


@pytest.fixture
def written(settings: Settings, guard: ProcessGuard, qtbot: QtBot) -> Written:
    return Written(settings, guard, qtbot)


def test_both_files_say_the_same_and_anybody_may_read_them(
    written: Written, guard: ProcessGuard
) -> None:
    guard.fault_log.record(ValueError("for the test"), where="here")
    for _ in range(3):
        told = written.turn()

    assert written.folder is not None
    metrics = read_metrics((written.folder / "kiosk.prom").read_text("utf-8"))
    assert told["version"] == __version__
    assert told["faults"] == metrics["kiosk_faults_total"][1][0].value == 1
    assert told["late_frames"] == 5
    assert told["starts"] == metrics["kiosk_starts_total"][1][0].value == 1
    assert told["disk_free_bytes"] == metrics["kiosk_state_free_bytes"][1][0].value > 0
    assert told["memory_bytes"] > 10_000_000
    assert told["heartbeat_at"] is None
    assert {each.name for each in written.folder.iterdir()} == {"kiosk.json", "kiosk.prom"}
    assert {each.stat().st_mode & 0o777 for each in written.folder.iterdir()} == {0o644}


def test_content_is_named_counted_and_named_anew_when_other_content_is_shown(
    written: Written, guard: ProcessGuard, settings: Settings, tmp_path: Path
) -> None:
    assert written.turn()["content"]["digest"] == ""
    own = written.turn()["content"]
    counted = written.turn()["content"]
    other = sound_content(tmp_path / "other")
    other.change("exhibit.yaml", "The Bay", "A Bay")
    guard.show_content(ContentChoice(other.folder, "gone", ContentOrigin.LAST_GOOD))
    written.shown = other.folder
    between = written.turn()["content"]
    changed = written.turn()["content"]

    assert own["origin"] == "own"
    assert len(own["digest"]) == 16
    assert own["translations_missing"] == {}
    assert counted["translations_missing"]["en"] == 0
    assert counted["clips_missing"] == 0
    assert counted["digest"] == own["digest"]
    assert (between["origin"], between["digest"]) == ("last-good", "")
    assert changed["digest"] not in ("", own["digest"])


def test_the_same_files_elsewhere_are_the_same_content(
    written: Written, settings: Settings, tmp_path: Path
) -> None:
    written.turn()
    here = written.turn()["content"]["digest"]
    written.shown = sound_content(tmp_path / "elsewhere").folder
    written.turn()

    assert written.turn()["content"]["digest"] == here


def test_a_release_is_named_and_as_old_as_it_was_made(
    written: Written, guard: ProcessGuard, tmp_path: Path
) -> None:
    release = sound_content(tmp_path / "20261128T083012Z-3f2a91c0d4e7").folder
    guard.show_content(ContentChoice(release))
    written.shown = release
    written.turn()
    content = written.turn()["content"]

    assert content["release"] == release.name
    assert content["modified_at"] == 1_795_854_612


def test_texts_are_counted_only_while_nobody_is_there(
    written: Written, guard: ProcessGuard
) -> None:
    guard.occupancy.enter(Occupant.VISITOR)
    for _ in range(3):
        told = written.turn()
    assert told["content"]["translations_missing"] == {}
    assert told["occupant"] == "open"

    guard.occupancy.leave(Occupant.VISITOR)
    written.turn()

    assert written.turn()["content"]["translations_missing"] != {}


def test_a_touch_is_told_in_whole_minutes(
    written: Written, guard: ProcessGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard.planned_restart, "_touched_at", -59.0)
    monkeypatch.setattr(guard.planned_restart, "_clock", Clock())

    assert written.turn()["untouched_seconds"] == 1020


def test_a_folder_that_takes_nothing_is_told_once_and_forgiven(
    written: Written, caplog: pytest.LogCaptureFixture
) -> None:
    assert written.folder is not None
    written.folder.write_text("no folder")
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            written.watch.tick()
            written._qtbot.waitUntil(written._is_done)
    (said,) = [each for each in caplog.messages if "status" in each]
    assert said.startswith(f"the status can't be written: {written.folder}")

    written.folder.unlink()
    assert written.turn()["starts"] == 1


def test_starts_count_until_the_machine_starts_anew(tmp_path: Path) -> None:
    file, clock = tmp_path / "starts.json", Clock()
    assert [count_start(file, clock=clock) for _ in range(3)] == [1, 2, 3]

    clock.now -= 500
    assert count_start(file, clock=clock) == 1

    write_record(file, {"boot": "another", "at": 0, "count": 9})
    assert count_start(file, clock=clock) == 1
    write_record(file, {"boot": boot_id(), "at": "now", "count": None})
    assert count_start(file, clock=clock) == 1
