"""Measure everything, print a table and write build/bench.json.

Each measurement runs in a process of its own, so that none meets the caches or the memory of
another.  The exit code is 1 where a measurement could not be made; a missed goal is only shown.
Those on X11 need Xvfb, and are passed over where it is not there; so are those that put Chromium
beside the exhibit, which needs more.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from tests.bench.processes import PROJECT, offscreen, x_server
from tests.bench.rows import Row, table

if TYPE_CHECKING:
    from collections.abc import Sequence


class Plan(NamedTuple):
    """A measurement: a module of this package, and the screen that it needs, in pixels."""

    module: str
    width: int = 1920
    height: int = 1080
    on_x11: bool = False


class Measurement(Protocol):
    """What the module of a measurement offers."""

    def measure(self) -> list[Row]:
        """Measure on the screen of this process."""


PLANS = {
    "first-paint": Plan("first_paint"),
    "panel-open": Plan("panel_open"),
    "panel-open-x11": Plan("panel_open", on_x11=True),
    "longest-block": Plan("longest_block"),
    "longest-block-x11": Plan("longest_block", on_x11=True),
    "glide": Plan("glide_frames"),
    "glide-x11": Plan("glide_frames", on_x11=True),
    "glide-4k": Plan("glide_frames", 3840, 2160),
    "glide-4k-x11": Plan("glide_frames", 3840, 2160, on_x11=True),
    "explore": Plan("explore_frames"),
    "explore-x11": Plan("explore_frames", on_x11=True),
    "explore-4k": Plan("explore_frames", 3840, 2160),
    "explore-4k-x11": Plan("explore_frames", 3840, 2160, on_x11=True),
    "chromium": Plan("beside_chromium"),
    "chromium-4k": Plan("beside_chromium", 3840, 2160),
    "rest": Plan("at_rest"),
    "rest-x11": Plan("at_rest", on_x11=True),
    "many-zones": Plan("many_zones"),
    "back": Plan("back_on_its_feet"),
    "save": Plan("save_to_painted"),
    "memory": Plan("panel_memory"),
    "cycles": Plan("open_close_growth", 960, 540),
    "rasters": Plan("map_drawing"),
    "rasters-4k": Plan("map_drawing", 3840, 2160),
    "reading": Plan("content_reading"),
    "rendering": Plan("screen_rendering"),
    "speech": Plan("first_sound"),
}
"""In the order of the table; the goals come first."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the named measurements, all of them where none is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PLANS))
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args(words)
    unknown = [name for name in arguments.names if name not in PLANS]
    if unknown:
        parser.error(f"there is no measurement {unknown[0]!r}: choose from {', '.join(PLANS)}")
    if arguments.here:
        rows = [row for name in arguments.names for row in _measure_here(name)]
        print(json.dumps([row.as_json() for row in rows]))
        return 0
    rows, failed = [], []
    for name in arguments.names or PLANS:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        measured = _measure_apart(name)
        if measured is None:
            failed.append(name)
        else:
            rows += measured
    print(table(rows))
    target = PROJECT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    text = json.dumps([row.as_json() for row in rows], indent=1)
    target.write_text(text + "\n", encoding="utf-8")
    for name in failed:
        print(f"{name} could not be measured: its error stands above", file=sys.stderr)
    return 1 if failed else 0


def _measure_here(name: str) -> list[Row]:
    plan = PLANS[name]
    measurement = cast("Measurement", importlib.import_module(f"tests.bench.{plan.module}"))
    rows = measurement.measure()
    return [replace(row, name=f"{row.name}, X11") for row in rows] if plan.on_x11 else rows


def _measure_apart(name: str) -> list[Row] | None:
    """The rows from a process of its own, none where there is no X; None when it fails."""
    plan = PLANS[name]
    if not plan.on_x11:
        with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
            return _measure_in(offscreen(Path(folder), plan.width, plan.height), name)
    with x_server(plan.width, plan.height) as environment:
        if environment is None:
            print(f"{name} is passed over: Xvfb is not there", file=sys.stderr)
            return []
        return _measure_in(environment, name)


def _measure_in(environment: dict[str, str], name: str) -> list[Row] | None:
    finished = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--here", name],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if finished.returncode:
        return None
    return [
        Row(entry["name"], entry["value"], entry["unit"], entry["goal"])
        for entry in json.loads(finished.stdout.splitlines()[-1])
    ]


if __name__ == "__main__":
    sys.exit(main())
