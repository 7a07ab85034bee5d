"""The whole guard in one object: what it is told and what it says."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.process_guard import ProcessGuard
from kiosk.guard.process.screen_lock import ScreenLock, ScreenTaken, lock_file
from kiosk.settings.settings import Settings
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    content = sound_content(tmp_path / "content").folder
    return Settings(content, state=tmp_path / "state", logs=tmp_path / "logs")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"RUNTIME_DIRECTORY": str(tmp_path)}


@pytest.fixture
def guard(settings: Settings, environment: dict[str, str], qapp: object) -> Iterator[ProcessGuard]:
    guard = ProcessGuard(settings, environment=environment)
    yield guard
    guard.end(ExitCode.START_ANEW)


def test_staff_end_the_service_too(
    settings: Settings, environment: dict[str, str], qtbot: QtBot, tmp_path: Path
) -> None:
    guard = ProcessGuard(settings, environment=environment)
    with qtbot.waitSignal(guard.leaving) as leaving:
        guard.leave()

    assert leaving.args == [ExitCode.LEFT]
    assert guard.end(ExitCode.LEFT) == 0
    assert (tmp_path / "left").exists()


def test_a_restart_leaves_the_service_running_and_is_no_crash(
    settings: Settings, environment: dict[str, str], qtbot: QtBot, tmp_path: Path
) -> None:
    for _ in range(5):
        guard = ProcessGuard(settings, environment=environment)
        assert guard.content.folder == settings.content
        with qtbot.waitSignal(guard.leaving) as leaving:
            guard.start_anew()
        assert leaving.args == [ExitCode.START_ANEW]
        guard.end(ExitCode.START_ANEW)

    assert not (tmp_path / "left").exists()
    assert ContentTrust(settings.state / "content-trust.json").refusal is None


@pytest.mark.parametrize("code", [ExitCode.OUTSIDE, ExitCode.FAULTS])
def test_without_a_supervisor_it_says_itself_what_was_no_crash(
    settings: Settings,
    environment: dict[str, str],
    qapp: object,
    monkeypatch: pytest.MonkeyPatch,
    code: ExitCode,
) -> None:
    """Under systemd a compositor that goes takes the exhibit with it, at each stop of the unit."""
    ends: list[int] = []
    monkeypatch.setattr(os, "_exit", ends.append)
    for _ in range(4):
        guard = ProcessGuard(settings, environment=environment)
        guard.fault_log.give_up(code)
        guard.notifier.close()
        guard.end(-1)

    assert ends == [code] * 4
    refusal = ContentTrust(settings.state / "content-trust.json").refusal
    assert (refusal is None) is (code == ExitCode.OUTSIDE)


def test_the_log_names_who_wanted_a_restart(
    guard: ProcessGuard, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "kiosk.guard")

    guard.start_anew()
    with qtbot.waitSignal(guard.leaving):
        os.kill(os.getpid(), signal.SIGTERM)
    guard._start_anew_unwatched()

    assert [record.getMessage() for record in caplog.records] == [
        "ending with 3: staff want a restart",
        "ending with 3: asked from outside, by SIGTERM or SIGINT",
        "ending with 3: nobody watches any more: its supervisor is gone",
    ]


def test_the_log_says_what_was_started(
    guard: ProcessGuard, qtbot: QtBot, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "kiosk.guard")
    window = QWidget()
    qtbot.addWidget(window)

    guard.start(window)

    (record,) = [each for each in caplog.records if each.getMessage().startswith("started: ")]
    assert record.getMessage().endswith(f", content {settings.content}")


def test_the_screen_is_held_to_the_end(
    settings: Settings, environment: dict[str, str], qapp: object
) -> None:
    guard = ProcessGuard(settings, lock=ScreenLock(lock_file(environment)), environment=environment)
    with pytest.raises(ScreenTaken):
        ScreenLock(lock_file(environment))

    guard.end(ExitCode.START_ANEW)
    ScreenLock(lock_file(environment)).release()


def test_it_beats_once_the_window_stands(guard: ProcessGuard, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()

    guard.start(window)

    qtbot.waitUntil(lambda: guard.heartbeat is not None and guard.heartbeat.beats == 1)


def test_a_fault_is_passed_on(guard: ProcessGuard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guard.faulted) as faulted:
        guard.fault_log.record(LookupError("one"), where="fault")

    assert faulted.args == ["LookupError: one"]
