"""The status in Prometheus' text format, for the textfile collector of node_exporter.

https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.guard.status.exhibit_status import OCCUPANTS, ORIGINS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.guard.status.exhibit_status import ExhibitStatus

_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n"})


class Metric(NamedTuple):
    """One name with its samples: labels, which may be none, and a value."""

    name: str
    kind: str
    help: str
    samples: tuple[tuple[Mapping[str, str], float], ...]


def prometheus_text(status: ExhibitStatus) -> str:
    """Everything that is known; what is not has no sample."""
    return "".join(_written(metric) for metric in _metrics(status) if metric.samples)


def _metrics(status: ExhibitStatus) -> Iterator[Metric]:
    running, machine, content = status.running, status.machine, status.content
    yield Metric(
        "kiosk_build_info", "gauge", "The program.", (({"version": machine.version}, 1.0),)
    )
    yield _gauge(
        "kiosk_last_heartbeat_timestamp_seconds",
        "When the window last painted and the compositor showed it.",
        running.heartbeat_at,
    )
    yield _gauge("kiosk_start_time_seconds", "When the exhibit was started.", running.started_at)
    yield _counter(
        "kiosk_starts_total", "Starts of the exhibit since the machine was.", machine.starts
    )
    yield _counter("kiosk_faults_total", "Faults since the start.", running.faults)
    yield _counter(
        "kiosk_late_frames_total",
        "Frames of the map that came more than 33 ms after they were due.",
        running.late_frames,
    )
    yield _gauge("kiosk_memory_bytes", "Memory in use.", machine.memory_bytes)
    yield _gauge(
        "kiosk_memory_ceiling_bytes",
        "With more in use the exhibit starts anew once nobody is there.",
        machine.memory_ceiling_bytes,
    )
    yield _gauge(
        "kiosk_state_free_bytes", "Room on the disk of the state folder.", machine.disk_free_bytes
    )
    yield _gauge(
        "kiosk_state_size_bytes", "Size of the disk of the state folder.", machine.disk_size_bytes
    )
    yield _gauge(
        "kiosk_untouched_seconds",
        "Since the last touch or the start, in whole minutes.",
        running.untouched_seconds,
    )
    yield _states("kiosk_occupant", "Who has the exhibit.", OCCUPANTS, running.occupant)
    yield _states("kiosk_content_origin", "What is shown.", ORIGINS.values(), content.origin)
    named = {"release": content.release, "digest": content.digest}
    yield Metric(
        "kiosk_content_info",
        "gauge",
        "Which content is shown.",
        ((named, 1.0),) if content.digest else (),
    )
    yield _gauge(
        "kiosk_content_modified_timestamp_seconds",
        "When the newest file of the content was written, or its release was made.",
        content.modified_at,
    )
    yield _by_language(
        "kiosk_translations_missing", "Texts without a translation.", content.translations_missing
    )
    yield _by_language(
        "kiosk_translations_older",
        "Translations that are older than the original.",
        content.translations_older,
    )
    yield _by_language("kiosk_clips", "Sentences with a recording.", content.clips)
    yield _gauge(
        "kiosk_clips_missing",
        "Recordings that the index names and that are not there.",
        content.clips_missing,
    )


def _gauge(name: str, told: str, value: float | None) -> Metric:
    return Metric(name, "gauge", told, () if value is None else (({}, value),))


def _counter(name: str, told: str, value: float | None) -> Metric:
    return Metric(name, "counter", told, () if value is None else (({}, value),))


def _by_language(name: str, told: str, counts: Mapping[str, int]) -> Metric:
    samples = tuple(({"language": language}, float(count)) for language, count in counts.items())
    return Metric(name, "gauge", told, samples)


def _states(name: str, told: str, states: Iterable[str], now: str) -> Metric:
    """One sample for each state: 1 for that of the moment, 0 for the others."""
    label = name.rsplit("_", maxsplit=1)[-1]
    return Metric(
        name, "gauge", told, tuple(({label: str(each)}, float(each == now)) for each in states)
    )


def _written(metric: Metric) -> str:
    lines = [f"# HELP {metric.name} {metric.help}", f"# TYPE {metric.name} {metric.kind}"]
    for labels, value in metric.samples:
        inside = ",".join(f'{name}="{each.translate(_ESCAPES)}"' for name, each in labels.items())
        lines.append(f"{metric.name}{f'{{{inside}}}' if inside else ''} {_number(value)}")
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    """Whole numbers without a point: a count of bytes stays exact."""
    return str(int(value)) if value == int(value) else repr(float(value))
