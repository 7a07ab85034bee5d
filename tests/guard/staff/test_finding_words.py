"""What staff read at the desk is in the language of the exhibit, its numbers and dates too."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.finding import Finding, ok, warning
from kiosk.guard.process.watch import Watch
from kiosk.guard.staff.finding_words import finding_words, name_words
from kiosk.guard.staff.health import RUNNING_CHECKS, Machine, examined
from kiosk.guard.staff.pin import StaffPin
from kiosk.guard.staff.staff_report import StaffReporter
from kiosk.languages.language import LANGUAGES
from kiosk.settings import Settings
from kiosk.settings.settings_file import SettingsReading
from tests.guard.staff.locked_hall import Board

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.guard.overlay.manner import Manner

NAMES_ONLY = ("settings", "touch", "screen")
"""A path or a device where all is well, with nothing to translate."""

FREE = ok("disk", "free").told("health_disk_free", megabytes=74213.4)
WRONG_CLOCK = warning("clock", "1970").told(
    "health_clock_right", moment=datetime.datetime(2026, 11, 22, 9, 5)
)


@pytest.fixture
def manner(qapp: object) -> Manner:
    return Board().manner()


@pytest.mark.parametrize(
    ("finding", "expected"),
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
    manner: Manner, finding: Finding, expected: tuple[str, ...]
) -> None:
    said = [finding_words(finding, replace(manner, language=tag)) for tag in LANGUAGES]

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
def test_whatever_is_found_can_be_said(manner: Manner, tmp_path: Path, tag: str) -> None:
    spoken = replace(manner, language=tag)

    for machine in machines(tmp_path):
        for finding in examined(machine, RUNNING_CHECKS):
            assert finding_words(finding, spoken)
            assert name_words(finding, spoken)
            assert finding.key or finding.name in NAMES_ONLY


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_desk_says_nothing_of_its_own_in_english(
    manner: Manner, tmp_path: Path, tag: str
) -> None:
    settings = Settings(tmp_path, state=tmp_path / "state", logs=tmp_path / "logs")
    StaffPin(settings.state).set("482915")
    watch = Watch(settings, environment={})
    watch.fault_log.record(LookupError("a slot"), where="fault")
    reporter = StaffReporter(SettingsReading(settings), watch, tuple)

    findings = reporter.report().findings
    watch.end(0)

    said = {f.name: finding_words(f, replace(manner, language=tag)) for f in findings}
    assert "LookupError: a slot" in said["faults"]
    assert all(f.key for f in findings if f.name not in NAMES_ONLY)
