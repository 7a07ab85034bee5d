"""The longest block of the GUI thread in a visit with motion on.

A block is one pass of the event loop, or what a touch does at once and the pass after it: for so
long no other touch would be heard.  The visit opens zones, panels and pages, goes home and changes
the language, and often does the next thing while the last still moves.
"""

from __future__ import annotations

import random
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from kiosk.exhibit.place import HOME, Place
from tests.bench.rows import Row, percentile
from tests.bench.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ZONES = 10
_GOAL_MS = 33.0
_PAUSES_SECONDS = (0.25, 0.5, 1.1)


def measure() -> list[Row]:
    """Visit ten zones with all their kinds of panels."""
    visit = Visit(still=False)
    order = random.Random(7)
    blocks: list[tuple[float, str]] = []
    for name, act in _actions(visit, order):
        deadline = time.monotonic() + order.choice(_PAUSES_SECONDS)
        began = time.perf_counter()
        act()
        at_once = time.perf_counter() - began
        while time.monotonic() < deadline:
            for took in visit.passes():
                blocks.append(((at_once + took) * 1000, name))
                at_once = 0.0
            time.sleep(0.001)
    longest, culprit = max(blocks)
    print(f"the longest block, {longest:.1f} ms, came with: {culprit}", file=sys.stderr)
    actions = {name for _, name in blocks}
    over = {name for took, name in blocks if took > _GOAL_MS}
    return [
        Row("longest block of the GUI thread", longest, "ms", _GOAL_MS),
        Row("visitors' actions with a longer block", 100 * len(over) / len(actions), "%"),
        Row("passes of the event loop, p99", percentile([took for took, _ in blocks], 0.99), "ms"),
    ]


def _actions(visit: Visit, order: random.Random) -> Iterator[tuple[str, Callable[[], None]]]:
    """What the visitor does, with a name for each action."""
    app = visit.app
    languages = visit.exhibit.languages
    zones = order.sample(visit.exhibit.zones, min(_ZONES, len(visit.exhibit.zones)))
    for number, zone in enumerate(zones):
        yield f"open {zone.id}", partial(app.journey.go, Place(zone.id))
        for panel in {panel.kind: panel for panel in zone.panels[1:]}.values():
            yield f"show {zone.id}/{panel.id}", partial(app.stage.panel_chosen.emit, panel.id)
        language = languages[(number + 1) % len(languages)]
        yield f"speak {language} at {zone.id}", partial(app.stage.language_chosen.emit, language)
        if number % 2:
            yield f"home from {zone.id}", partial(app.journey.go, HOME)
