"""Qt's bindings give back every reference to None that they take.

PySide6 6.12.0 lost one in many calls; after a few thousand of them CPython 3.11 aborts the
program, in the middle of a day. From CPython 3.12 on None cannot be lost.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from CPython 3.12 on"
)

REPAINTS = 300
ALLOWED_LOSS = 100
"""Far fewer than one for each repaint, and far more than the interpreter's own coming and going."""

REPAINT = """
import sys
from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget

class Sender(QObject):
    said = Signal(object)

class Canvas(QWidget):
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setPen(QColor("black"))
        painter.translate(QPointF(1, 1))
        painter.drawLine(0, 0, 9, 9)
        painter.end()

application = QApplication(["none"])
canvas, label, timer, sender = Canvas(), QLabel("one"), QTimer(), Sender()
received = []
sender.said.connect(received.append)
canvas.resize(64, 64)
canvas.show()
application.processEvents()
before = sys.getrefcount(None)
for turn in range(int(sys.argv[1])):
    canvas.repaint()
    canvas.update()
    label.setText(str(turn))
    label.adjustSize()
    timer.setInterval(turn)
    sender.said.emit(turn)
    application.processEvents()
    received.clear()
print(before - sys.getrefcount(None))
"""

LOSE_ONE_EACH_TURN = """
import ctypes, sys
before = sys.getrefcount(None)
for turn in range(int(sys.argv[1])):
    ctypes.pythonapi.Py_DecRef(ctypes.py_object(None))
print(before - sys.getrefcount(None))
"""


def test_painting_and_calling_lose_no_reference_to_none() -> None:
    assert _references_lost(REPAINT) < ALLOWED_LOSS


def test_one_reference_lost_in_each_turn_would_be_noticed() -> None:
    assert _references_lost(LOSE_ONE_EACH_TURN) >= ALLOWED_LOSS


def _references_lost(script: str) -> int:
    answer = subprocess.run(
        [sys.executable, "-c", script, str(REPAINTS)], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    return int(answer.stdout)
