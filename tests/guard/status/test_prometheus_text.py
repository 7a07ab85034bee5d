"""The text for Prometheus: read by a strict reader, and by its own tool where that is there."""

from __future__ import annotations

import subprocess
from dataclasses import replace

import pytest

from kiosk.guard.occupancy import Occupant
from kiosk.guard.status.exhibit_status import (
    ContentStatus,
    ExhibitStatus,
    MachineStatus,
    RunningStatus,
    told_occupant,
)
from kiosk.guard.status.prometheus_text import prometheus_text
from tests.guard.status.metrics_reading import ReadSample, read_metrics
from tests.tools import needs

FULL = ExhibitStatus(
    RunningStatus(1_790_000_000.5, 1_789_000_000.0, "open", 120, 3, 7),
    MachineStatus("6.0.0", 2, 314_572_800, 734_003_200, 8_000_000_001, 16_000_000_000),
    ContentStatus(
        "last-good",
        digest="3f2a91c0d4e70b1c",
        modified_at=1_788_000_000.25,
        translations_missing={"en": 0, "zh-Hant": 2},
        translations_older={"en": 0, "zh-Hant": 1},
        clips={"en": 40},
        clips_missing=1,
    ),
)
EMPTY = ExhibitStatus(
    RunningStatus(None, 1.0, "closed", 0, 0, 0), MachineStatus("6.0.0"), ContentStatus("own")
)


def test_everything_that_is_known_is_told_to_the_last_byte() -> None:
    found = read_metrics(prometheus_text(FULL))

    def value(name: str) -> float:
        ((labels, number),) = found[name][1]
        assert labels == {}
        return number

    assert value("kiosk_last_heartbeat_timestamp_seconds") == 1_790_000_000.5
    assert value("kiosk_state_free_bytes") == 8_000_000_001
    assert value("kiosk_starts_total") == 2
    assert found["kiosk_build_info"][1] == [ReadSample({"version": "6.0.0"}, 1)]
    assert found["kiosk_occupant"][1] == [
        ReadSample({"occupant": each}, each == "open")
        for each in ("talk", "cleaning", "staff", "closed", "open")
    ]
    assert [each.labels["origin"] for each in found["kiosk_content_origin"][1] if each.value] == [
        "last-good"
    ]
    assert found["kiosk_translations_missing"][1][1] == ReadSample({"language": "zh-Hant"}, 2)
    assert {kind for kind, _ in found.values()} == {"counter", "gauge"}


def test_what_is_not_known_is_left_out_and_is_no_zero() -> None:
    told = prometheus_text(EMPTY)

    assert read_metrics(told).keys() == {
        "kiosk_build_info",
        "kiosk_start_time_seconds",
        "kiosk_faults_total",
        "kiosk_late_frames_total",
        "kiosk_memory_ceiling_bytes",
        "kiosk_untouched_seconds",
        "kiosk_occupant",
        "kiosk_content_origin",
    }
    assert "heartbeat" not in told


def test_a_strange_release_stays_one_label() -> None:
    strange = 'a "release" \\ with\nlines}'
    status = replace(FULL, content=replace(FULL.content, release=strange))

    (sample,) = read_metrics(prometheus_text(status))["kiosk_content_info"][1]

    assert sample.labels["release"] == strange


def test_nobody_learns_whether_a_visitor_is_there() -> None:
    assert told_occupant(Occupant.VISITOR) == told_occupant(Occupant.NOBODY) == "open"
    assert told_occupant(Occupant.TALK) == "talk"


@needs("promtool")
@pytest.mark.parametrize("status", [FULL, EMPTY], ids=["full", "empty"])
def test_the_tool_of_prometheus_finds_nothing(status: ExhibitStatus) -> None:
    answer = subprocess.run(
        ["promtool", "check", "metrics"],
        input=prometheus_text(status),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
