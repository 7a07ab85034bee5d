"""The items of pyqtgraph draw without the rest of it what they draw with it."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.project import PROJECT

DRAW = """\
import hashlib
import sys
if sys.argv[1] == "whole":
    import pyqtgraph
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
from kiosk.screen.chart.axis_layout import AxisLayout, Bar, Stroke
from kiosk.screen.chart.plot import Plot
from kiosk.screen.chart.point_symbols import PointSymbol
points = tuple(QPointF(20 + 40 * step, 150 - 7 * step * step % 90) for step in range(7))
brush, ink = QBrush(QColor("#3a8")), QColor("#fff")
layout = AxisLayout(
    bars=tuple(Bar(QRectF(p.x(), p.y(), 11, 30), brush, False) for p in points),
    strokes=(Stroke(points, QColor("#e63"), 3.0, crossing=(False, True) + (False,) * 5),),
    rules=(QLineF(10, 160, 300, 160),),
    rule_pen=QPen(QColor("#999"), 2),
    symbols=tuple(PointSymbol(2, p, 5.0, ink, QColor("#123"), ink, 2.0) for p in points),
)
image = QImage(320, 200, QImage.Format.Format_RGB32)
image.fill(QColor("#102030"))
parent = QWidget()
painter = QPainter(image)
painter.setRenderHint(QPainter.RenderHint.Antialiasing)
Plot(parent).draw(painter, layout, QSizeF(320, 200), marks=True)
painter.end()
assert len({image.pixel(x, y) for x in range(320) for y in range(200)}) > 50
print(hashlib.sha256(bytes(image.constBits())).hexdigest())
print(sum(name.startswith("pyqtgraph.") for name in sys.modules))
"""


def drawn(way: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", DRAW, way],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_they_draw_the_same_without_the_rest_of_the_package() -> None:
    (alone, few), (whole, all_of_them) = drawn("alone"), drawn("whole")

    assert alone == whole
    assert int(few) * 3 < int(all_of_them)
