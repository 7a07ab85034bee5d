"""Measure everything, print a table and write build/bench.json.

Each measurement runs in a process of its own, so that none meets the caches or the memory of
another.  The exit code is 1 where a measurement could not be made; a missed goal is only shown.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from tests.bench.processes import PROJECT, offscreen
from tests.bench.rows import Row, table

if TYPE_CHECKING:
    from collections.abc import Sequence


class Plan(NamedTuple):
    """A measurement: a module of this package, and the screen that it needs, in pixels."""

    module: str
    width: int = 1920
    height: int = 1080


class Measurement(Protocol):
    """What the module of a measurement offers."""

    def measure(self) -> list[Row]:
        """Measure on the screen of this process."""


PLANS = {
    "first-paint": Plan("first_paint"),
    "panel-open": Plan("panel_open"),
    "longest-block": Plan("longest_block"),
    "glide": Plan("glide_frames"),
    "glide-4k": Plan("glide_frames", 3840, 2160),
    "back": Plan("back_on_its_feet"),
    "save": Plan("save_to_painted"),
    "memory": Plan("panel_memory"),
    "cycles": Plan("open_close_growth", 960, 540),
    "rasters": Plan("map_drawing"),
    "rasters-4k": Plan("map_drawing", 3840, 2160),
    "reading": Plan("content_reading"),
    "rendering": Plan("screen_rendering"),
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
        rows = [row for name in arguments.names for row in _measure_here(PLANS[name])]
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


def _measure_here(plan: Plan) -> list[Row]:
    measurement = cast("Measurement", importlib.import_module(f"tests.bench.{plan.module}"))
    return measurement.measure()


def _measure_apart(name: str) -> list[Row] | None:
    """The rows from a process of its own; None when it fails."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        finished = subprocess.run(
            [sys.executable, "-m", "tests.bench", "--here", name],
            cwd=PROJECT,
            env=offscreen(Path(folder), PLANS[name].width, PLANS[name].height),
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
