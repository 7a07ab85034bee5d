"""Process start to the first paint of the map, against a blank window in the same run.

Both programs are started in turns, each in a new process; the clock starts in the parent just
before, and stops at the end of the first paint event.  The ratio is that of the medians.

The exhibit has run before, as on every day but the first: its splash is there.  A start without
the splash has a row of its own.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.processes import x_server
from tests.bench.rows import Row

_ROUNDS = 9
_GOAL = 1.5
_KEEP_SECONDS = 60.0
_FOLDER = Path(__file__).resolve().parent
_PROGRAMS = ("blank_window.py", "exhibit_window.py")


def measure() -> list[Row]:
    """In memory, and under X where Xvfb is there."""
    rows = _measure(dict(os.environ), "offscreen")
    with x_server(1920, 1080) as environment:
        if environment is not None:
            rows += _measure(environment, "X11")
    return rows


def _measure(environment: dict[str, str], platform: str) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        known = {**environment, "XDG_STATE_HOME": folder}
        new = {**environment, "XDG_STATE_HOME": str(Path(folder, "nothing"))}
        _run_once(known, Path(folder, "kiosk", "splash", "splash.txt"))
        rows = _against_blank(known, platform)
        first = [_milliseconds_to_paint(_PROGRAMS[1], new) for _ in range(_ROUNDS)]
    return [*rows, Row(f"the same on the first day, {platform}", statistics.median(first), "ms")]


def _run_once(environment: dict[str, str], kept: Path) -> None:
    """Let the exhibit run until it has kept its splash."""
    command = [sys.executable, "-P", "-c", "from kiosk.__main__ import main; main(['run'])"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    give_up = time.monotonic() + _KEEP_SECONDS
    while not kept.exists() and time.monotonic() < give_up:
        time.sleep(0.1)
    process.kill()
    process.wait()


def _against_blank(environment: dict[str, str], platform: str) -> list[Row]:
    milliseconds: dict[str, list[float]] = {program: [] for program in _PROGRAMS}
    for number in range(_ROUNDS + 1):
        for program in _PROGRAMS:
            took = _milliseconds_to_paint(program, environment)
            if number:  # The first round fills the caches of the system.
                milliseconds[program].append(took)
    blank, exhibit = (statistics.median(milliseconds[program]) for program in _PROGRAMS)
    return [
        Row(f"first map paint to blank window, {platform}", exhibit / blank, "", _GOAL),
        Row(f"first map paint, {platform}", exhibit, "ms"),
        Row(f"blank window, {platform}", blank, "ms"),
    ]


def _milliseconds_to_paint(program: str, environment: dict[str, str]) -> float:
    # -P keeps this folder's modules out of the child's way.
    command = [sys.executable, "-P", str(_FOLDER / program)]
    finished = subprocess.run(
        [*command, repr(time.monotonic())],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    )
    return float(finished.stdout) * 1000
