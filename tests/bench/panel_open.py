"""The GUI thread's work from lifting the finger to the whole panel painted, without motion.

200 taps on the zones that a finger reaches from the map home, in a repeatable order: straight
from one zone to the next where the map lets a finger, else by way of the map home.  The clock
runs from the release of the touch until map and sheet have been painted: the hit test, the journey,
the layout of the panel, the lettering of the map and painting every widget that changed, into the
window's backing store.  The sharp picture of the map comes later from its thread, which runs
meanwhile as it does in the exhibit; the frames in which that comes little by little are no part
of it either.  What is set while the finger rests on the place is no part of
it: nobody waits for that.
Nothing is warmed up: the first visits of zones in each language count like all others.
"""

from __future__ import annotations

import random
import time

from PySide6.QtCore import QEvent, QObject

from kiosk.exhibit.place import HOME
from tests.bench.rows import Row, percentile
from tests.bench.visit import Visit

_TAPS = 200
_GOAL_MS = 16.7
_SEEN = {"MapView", "PanelSheet"}


class _Painted(QObject):
    """Notes who was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.names.add(type(watched).__name__)
        return False


def measure() -> list[Row]:
    """Tap through the zones, in one language after the other."""
    visit = Visit(still=True)
    stage = visit.app.stage
    assert stage.sheet is not None
    painted = _Painted()
    stage.map_view.installEventFilter(painted)
    stage.sheet.installEventFilter(painted)
    order = random.Random(7)
    zones = [zone.id for zone in visit.exhibit.zones if visit.reaches(zone.id)]
    languages = visit.exhibit.languages
    seen: set[tuple[str, str]] = set()
    first: list[float] = []
    worked: list[float] = []
    later: list[float] = []
    for number in range(_TAPS):
        language = languages[number * len(languages) // _TAPS]
        visit.app.journey.speak(language)
        zone = order.choice([each for each in zones if each != visit.app.journey.place.zone])
        visit.rest()
        if not visit.press(zone):
            visit.app.journey.go(HOME)
            visit.rest()
            if not visit.press(zone):
                raise RuntimeError(f"no finger reaches {zone} from the map home")
        painted.names.clear()
        began, had_worked = time.perf_counter(), time.thread_time()
        visit.release()
        for _ in visit.passes():
            if painted.names == _SEEN:
                break
        took = (time.perf_counter() - began) * 1000
        worked.append((time.thread_time() - had_worked) * 1000)
        visit.work()
        if visit.app.journey.place.zone != zone or painted.names != _SEEN:
            found = f"led to {visit.app.journey.place} and painted {painted.names}"
            raise RuntimeError(f"tap {number} on {zone} {found}")
        (later if (zone, language) in seen else first).append(took)
        seen.add((zone, language))
    both = [*first, *later]
    size = visit.screen_name
    return [
        Row(f"release to panel, p99, {size}", percentile(both, 0.99), "ms", _GOAL_MS),
        Row(f"work from release to panel, p99, {size}", percentile(worked, 0.99), "ms", _GOAL_MS),
        Row(f"release to panel, median, {size}", percentile(both, 0.5), "ms"),
        Row(f"release to panel, first visit, median, {size}", percentile(first, 0.5), "ms"),
        Row(f"release to panel, first visit, longest, {size}", max(first), "ms"),
        Row(f"release to panel, seen before, p99, {size}", percentile(later, 0.99), "ms"),
    ]
