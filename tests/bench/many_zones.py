"""A map of 10,000 zones with 320,000 vertices: until it can be touched, and a touch."""

from __future__ import annotations

import math
import random
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from kiosk.geography.drawing import read_drawing
from kiosk.geography.hit_index import HitArea, HitIndex
from tests.bench.rows import Row, percentile

_COLUMNS, _ROWS, _VERTICES = 100, 100, 32
_TOUCHES = 5_000
_LOAD_GOAL_S, _TOUCH_GOAL_US = 1.5, 50.0


def measure() -> list[Row]:
    """Read such a map, make it touchable, and touch it all over."""
    application = QGuiApplication(["kiosk"])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "map.svg")
        file.write_text(_map(), encoding="utf-8")
        began, had_worked = time.perf_counter(), time.thread_time()
        drawing = read_drawing(file)
        index = HitIndex(HitArea(shape.id, shape.path) for shape in drawing.shapes.values())
        took, worked = time.perf_counter() - began, time.thread_time() - had_worked
    order = random.Random(7)
    touches, found = [], 0
    for _ in range(_TOUCHES):
        point = QPointF(order.uniform(0, 10 * _COLUMNS), order.uniform(0, 10 * _ROWS))
        before = time.thread_time_ns()
        name = index.hit(point)
        touches.append((time.thread_time_ns() - before) / 1000)
        found += name is not None
    if found < _TOUCHES / 2:
        raise RuntimeError(f"only {found} of {_TOUCHES} touches found a zone")
    del application
    return [
        Row("10,000 zones, 320,000 vertices: work to load", worked, "s", _LOAD_GOAL_S),
        Row("10,000 zones, 320,000 vertices: until loaded", took, "s"),
        Row("a touch among 10,000 zones, p99", percentile(touches, 0.99), "us", _TOUCH_GOAL_US),
        Row("a touch among 10,000 zones, median", percentile(touches, 0.5), "us"),
    ]


def _map() -> str:
    """Round zones in rows, each with a wavy outline."""
    order = random.Random(11)
    zones = []
    for number in range(_COLUMNS * _ROWS):
        x, y = 10 * (number % _COLUMNS) + 5, 10 * (number // _COLUMNS) + 5
        points = []
        for vertex in range(_VERTICES):
            turn, reach = math.tau * vertex / _VERTICES, order.uniform(4.2, 5.2)
            points.append(f"{x + reach * math.cos(turn):.2f},{y + reach * math.sin(turn):.2f}")
        zones.append(f'<path id="zone-{number}" d="M{"L".join(points)}Z"/>')
    box = f"0 0 {10 * _COLUMNS} {10 * _ROWS}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{"".join(zones)}</svg>'
