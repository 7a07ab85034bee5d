"""The size of the charts of these tests, and a chart painted on anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintDevice

    from kiosk.screen.chart import Chart

WIDTH, HEIGHT = 648, 560


def paint(chart: Chart, device: QPaintDevice, scale: float = 1.0) -> None:
    """Paint a chart at the top left of anything, so many times as large."""
    painter = QPainter(device)
    painter.scale(scale, scale)
    chart.paint(painter, QRectF(0, 0, WIDTH, HEIGHT))
    painter.end()
