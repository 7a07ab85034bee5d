"""A folder that crashes the exhibit three times in five minutes is not shown any more."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content.content_choice import choose_content
from kiosk.guard.content.content_trust import ContentTrust
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped
from tests.clock import Clock
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sound_content(tmp_path / "content").folder


def start(tmp_path: Path, clock: Clock, content: Path) -> bool:
    """One start of the program; without an end it was a crash."""
    return ContentTrust(tmp_path / "trust.json", clock=clock).begin(content)


def test_the_fourth_start_after_three_crashes_shows_something_else(
    tmp_path: Path, clock: Clock, content: Path
) -> None:
    shown = []
    for _ in range(5):
        shown.append(start(tmp_path, clock, content))
        clock.now += 20

    assert shown == [True, True, True, False, False]


def test_three_crashes_in_a_day_are_forgiven(tmp_path: Path, clock: Clock, content: Path) -> None:
    shown = []
    for _ in range(6):
        shown.append(start(tmp_path, clock, content))
        clock.now += 200

    assert shown == [True] * 6


def test_clean_ends_are_no_crashes(tmp_path: Path, clock: Clock, content: Path) -> None:
    for _ in range(6):
        trust = ContentTrust(tmp_path / "trust.json", clock=clock)
        assert trust.begin(content)
        trust.end()


def refused(tmp_path: Path, clock: Clock, content: Path) -> ContentTrust:
    for _ in range(4):
        start(tmp_path, clock, content)
    trust = ContentTrust(tmp_path / "trust.json", clock=clock)
    assert trust.refusal is not None
    assert trust.refusal.folder == content
    return trust


def test_a_change_in_the_folder_gives_it_another_chance(
    tmp_path: Path, clock: Clock, content: Path
) -> None:
    refused(tmp_path, clock, content)

    (content / "exhibit.yaml").write_text("title: mended")

    assert start(tmp_path, clock, content)


def test_another_folder_behind_the_same_link_is_another_folder(
    tmp_path: Path, clock: Clock, content: Path
) -> None:
    link = tmp_path / "current"
    link.symlink_to(content)
    refused(tmp_path, clock, link.resolve())
    other = tmp_path / "other"
    other.mkdir()
    link.unlink()
    link.symlink_to(other)

    assert start(tmp_path, clock, link)


def test_staff_can_give_another_chance(tmp_path: Path, clock: Clock, content: Path) -> None:
    refused(tmp_path, clock, content).forgive()

    assert ContentTrust(tmp_path / "trust.json", clock=clock).refusal is None
    assert start(tmp_path, clock, content)


@pytest.mark.parametrize("ended", [True, False], ids=["cleanly", "by a crash"])
def test_what_staff_allow_counts_for_a_supervisor_that_runs_on(
    tmp_path: Path, clock: Clock, content: Path, ended: bool
) -> None:
    supervisors = refused(tmp_path, clock, content)
    assert not supervisors.begin(content)

    ContentTrust(tmp_path / "trust.json", clock=clock).forgive()
    if ended:
        supervisors.end()

    assert supervisors.begin(content)


def test_crashes_add_up_although_the_disk_has_run_full(
    tmp_path: Path, clock: Clock, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    supervisors = ContentTrust(tmp_path / "trust.json", clock=clock)
    assert supervisors.begin(content)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)

    assert [supervisors.begin(content) for _ in range(3)] == [True, True, False]


def test_a_refusal_outlives_a_restart_of_the_machine_and_crashes_do_not(
    tmp_path: Path, clock: Clock, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    refused(tmp_path, clock, content)
    monkeypatch.setattr("kiosk.guard.content.content_trust.boot_id", lambda: "the next boot")
    monkeypatch.setattr("kiosk.guard.boot.boot_id", lambda: "the next boot")
    clock.now = 10.0

    assert not start(tmp_path, clock, content)
    for _ in range(3):
        assert start(tmp_path, clock, other)
    monkeypatch.setattr("kiosk.guard.boot.boot_id", lambda: "the boot after it")
    assert start(tmp_path, clock, other)


@pytest.mark.parametrize(
    "record", ["", "{", "[]", '{"crashes": 3}', '{"crashes": ["x"], "began": true, "boot": 1}']
)
def test_a_damaged_record_is_an_empty_one(
    tmp_path: Path, clock: Clock, content: Path, record: str
) -> None:
    (tmp_path / "trust.json").write_text(record)

    assert start(tmp_path, clock, content)
    assert json.loads((tmp_path / "trust.json").read_text())["crashes"] == []


def test_a_disk_without_room_costs_only_the_memory_of_it(
    tmp_path: Path, clock: Clock, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)

    assert start(tmp_path, clock, content)
    assert list(tmp_path.iterdir()) == [content]


def test_a_missing_folder_shows_what_came_with_the_program(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "nowhere", state=tmp_path, logs=tmp_path)

    choice = choose_content(settings, ContentTrust(tmp_path / "trust.json"), {})

    assert choice.folder == shipped("content")
    assert choice.reason == f"there is no folder {tmp_path / 'nowhere'}"


def test_a_supervisor_has_counted_already(tmp_path: Path, content: Path) -> None:
    settings = Settings(content, state=tmp_path, logs=tmp_path)
    trust = ContentTrust(tmp_path / "trust.json")

    own = choose_content(settings, trust, {"KIOSK_SUPERVISED": "20"})
    other = choose_content(
        settings, trust, {"KIOSK_SUPERVISED": "20", "KIOSK_CONTENT_DISTRUSTED": str(content)}
    )

    assert own.folder == content
    assert (other.folder, other.reason) == (
        shipped("content"),
        f"{content} crashed again and again",
    )
    assert not (tmp_path / "trust.json").exists()
