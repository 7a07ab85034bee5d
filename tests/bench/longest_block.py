"""The longest block of the GUI thread in a visit with motion on.

A block is one pass of the event loop, or what a touch does at once and the pass after it: for so
long no other touch would be heard.  On a machine that has other work the block is longer than what
the GUI thread works in it, so that has a row of its own.  The visit opens zones, panels and
pages, goes home and changes the language, and often does the next thing while the last still moves.
"""

from __future__ import annotations

import random
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from kiosk.exhibit.place import HOME, Place
from tests.bench.rows import Row, percentile
from tests.bench.visit import Pass, Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ZONES = 10
_GOAL_MS = 16.7
_TOLD = 8
_PAUSES_SECONDS = (0.25, 0.5, 1.1)


def measure() -> list[Row]:
    """Visit ten zones with all their kinds of panels."""
    visit = Visit(still=False)
    order = random.Random(7)
    blocks: list[tuple[float, float, str]] = []
    for name, act in _actions(visit, order):
        deadline = time.monotonic() + order.choice(_PAUSES_SECONDS)
        began, had_worked = time.perf_counter(), time.thread_time()
        act()
        at_once = Pass(time.perf_counter() - began, time.thread_time() - had_worked)
        while time.monotonic() < deadline:
            for each in visit.passes():
                took, worked = each.took + at_once.took, each.worked + at_once.worked
                blocks.append((took * 1000, worked * 1000, name))
                at_once = Pass(0.0, 0.0)
            time.sleep(0.001)
    for _, worked, culprit in sorted(blocks, key=_work_of)[: -_TOLD - 1 : -1]:
        print(f"{worked:.1f} ms of work came with: {culprit}", file=sys.stderr)
    actions = {name for *_, name in blocks}
    over = {name for _, worked, name in blocks if worked > _GOAL_MS}
    return [
        Row("longest block of the GUI thread", max(took for took, *_ in blocks), "ms", _GOAL_MS),
        Row("most work of the GUI thread in a block", max(map(_work_of, blocks)), "ms", _GOAL_MS),
        Row("visitors' actions with a block of more work", 100 * len(over) / len(actions), "%"),
        Row("blocks of the GUI thread, p99", percentile([took for took, *_ in blocks], 0.99), "ms"),
        Row("work in a block, p99", percentile([*map(_work_of, blocks)], 0.99), "ms"),
    ]


def _work_of(block: tuple[float, float, str]) -> float:
    return block[1]


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
