"""What staff read at the desk is in the language of the exhibit, its numbers and dates too."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.check_result import CheckResult, ok, warning
from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.health.machine_checks import RUNNING_CHECKS, Machine, run_checks
from kiosk.guard.process.process_guard import ProcessGuard
from kiosk.guard.staff.check_result_words import check_result_words, name_words
from kiosk.guard.staff.staff_report import StaffReporter
from kiosk.guard.staff_pin import StaffPin
from kiosk.languages.language import LANGUAGES
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import SettingsReading
from tests.guard.staff.locked_exhibit import Board

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.look.interface_style import InterfaceStyle

NAMES_ONLY = ("settings", "touch", "screen")
"""A path or a device where all is well, with nothing to translate."""

FREE = ok("disk", "free").worded("health_disk_free", megabytes=74213.4)
WRONG_CLOCK = warning("clock", "1970").worded(
    "health_clock_right", moment=datetime.datetime(2026, 11, 22, 9, 5)
)


@pytest.fixture
def style(qapp: object) -> InterfaceStyle:
    return Board().interface_style()


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (FREE, ("74,213 MB free", "尚餘 74,213 MB", "剩余 74,213 MB", "74 213 MB livres")),
        (
            WRONG_CLOCK,
            (
                "22 November 2026 09:05",
                "2026年11月22日 09:05",
                "2026年11月22日 09:05",
                "22 de novembro de 2026 09:05",
            ),
        ),
    ],
)
def test_numbers_and_dates_are_written_as_each_language_does(
    style: InterfaceStyle, result: CheckResult, expected: tuple[str, ...]
) -> None:
    said = [check_result_words(result, replace(style, language=tag)) for tag in LANGUAGES]

    assert [words.replace("\N{NO-BREAK SPACE}", " ") for words in said] == list(expected)


def machines(folder: Path) -> list[Machine]:
    """One that is well, and one on which nothing is."""
    content = folder / "content"
    content.mkdir()
    settings = Settings(content, state=folder / "state", logs=folder / "logs")
    noon = datetime.datetime(2026, 11, 23, 12, 0)
    devices = folder / "devices"
    devices.write_text('N: Name="A panel"\nB: PROP=2\n')
    well = Machine(SettingsReading(settings), {}, noon, input_devices=devices)
    StaffPin(settings.state).set("482915")
    crashed = folder / "crashed"
    crashed.mkdir()
    for _ in range(4):
        ContentTrust(folder / "state" / "content-trust.json").begin(crashed)
    file = folder / "file"
    file.write_text("")
    bad = replace(settings, content=crashed, state=folder / "state", logs=file / "logs")
    return [
        well,
        replace(well, reading=SettingsReading(bad), now=noon.replace(year=1970)),
        replace(well, input_devices=folder / "nowhere"),
    ]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_whatever_is_found_can_be_said(style: InterfaceStyle, tmp_path: Path, tag: str) -> None:
    spoken = replace(style, language=tag)

    for machine in machines(tmp_path):
        for result in run_checks(machine, RUNNING_CHECKS):
            assert check_result_words(result, spoken)
            assert name_words(result, spoken)
            assert result.key or result.name in NAMES_ONLY


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_desk_says_nothing_of_its_own_in_english(
    style: InterfaceStyle, tmp_path: Path, tag: str
) -> None:
    settings = Settings(tmp_path, state=tmp_path / "state", logs=tmp_path / "logs")
    StaffPin(settings.state).set("482915")
    guard = ProcessGuard(settings, environment={})
    guard.fault_log.record(LookupError("a slot"), where="fault")
    reporter = StaffReporter(SettingsReading(settings), guard, tuple)

    results = reporter.report().results
    guard.end(0)

    said = {f.name: check_result_words(f, replace(style, language=tag)) for f in results}
    assert "LookupError: a slot" in said["faults"]
    assert all(f.key for f in results if f.name not in NAMES_ONLY)
