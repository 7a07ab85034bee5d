"""Memory that is never given back: growth over 1,000 times opening and closing a panel.

Motion is off; every cycle opens the next zone, shows another of its panels and goes home, and
everything that follows is done.  200 cycles warm up.  Before each reading the map rests and
garbage is collected; growth is the median slope between the readings of the last half.  What is
never given back does not depend on the size of the window, so a small one saves time.  `SOAK=1`
runs 10,000 cycles.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
from itertools import combinations
from typing import TYPE_CHECKING

from kiosk.exhibit.place import HOME, Place
from tests.bench.resident import resident_kb
from tests.bench.rows import Row
from tests.bench.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence

_WARM_UP = 200
_READINGS = 40
_GOAL_KB = 20.0


def measure() -> list[Row]:
    """Open and close, and count memory, widgets and Python's objects."""
    cycles = 10_000 if os.environ.get("SOAK") == "1" else 1_000
    visit = Visit(still=True)
    _cycle(visit, range(_WARM_UP))
    step = cycles // _READINGS
    numbers, memory, widgets, objects = [], [], [], []
    for reading in range(_READINGS):
        _cycle(visit, range(reading * step, (reading + 1) * step))
        visit.rest()
        gc.collect()
        numbers.append(float((reading + 1) * step))
        memory.append(float(resident_kb()))
        widgets.append(float(len(visit.application.allWidgets())))
        objects.append(float(len(gc.get_objects())))
    print(f"kB after each {step} cycles: {[round(kb) for kb in memory]}", file=sys.stderr)
    named = f"{cycles:,} cycles"
    return [
        Row(f"growth per 1,000 of {named}", _slope(numbers, memory), "kB", _GOAL_KB),
        Row(f"last reading above the first, of {named}", memory[-1] - memory[0], "kB"),
        Row(f"widgets more per 1,000 of {named}", _slope(numbers, widgets), ""),
        Row(f"Python objects more per 1,000 of {named}", _slope(numbers, objects), ""),
    ]


def _cycle(visit: Visit, numbers: range) -> None:
    zones = visit.exhibit.zones
    for number in numbers:
        zone = zones[number % len(zones)]
        visit.app.journey.go(Place(zone.id))
        visit.work()
        panel = zone.panels[(number // len(zones)) % len(zone.panels)]
        visit.app.journey.go(Place(zone.id, panel.id))
        visit.work()
        visit.app.journey.go(HOME)
        visit.work()


def _slope(numbers: Sequence[float], readings: Sequence[float]) -> float:
    """Growth per 1,000 cycles over the last half of the readings.

    The median of the slopes between any two of them (Theil 1950, Sen 1968): a cache that takes or
    drops a picture makes one step of megabytes, which least squares would take for a slope.
    """
    half = len(numbers) // 2
    points = list(zip(numbers[half:], readings[half:], strict=True))
    return 1000 * statistics.median(
        (later - earlier) / (last - first)
        for (first, earlier), (last, later) in combinations(points, 2)
    )
