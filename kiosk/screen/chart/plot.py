"""Plot: the one place that knows pyqtgraph.  Importing it takes a quarter of a second."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsItem

from kiosk.screen.chart.marks import ACROSS_A_BREAK, line_pen

# Numpy's linear algebra would start a thread for each processor, and nothing here uses it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
_hooks = sys.excepthook, threading.excepthook

import numpy as np  # noqa: E402
import pyqtgraph as pg  # noqa: E402

# Pyqtgraph puts its own hooks around these, which print; faults go to the exhibit's own log.
sys.excepthook, threading.excepthook = _hooks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF, QSizeF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from kiosk.screen.chart.drawing import Drawing, Stroke

_MOST_SERIES = 4


class _Drawable(Protocol):
    def draw(self, painter: QPainter) -> None: ...


class Plot:
    """One PlotWidget, built once, never shown itself, and drawn by its scene as vectors.

    Its view shows the chart's own pixels, one to one: pens are then as bold in print as on the
    screen, and labels stand in the same coordinates as bars and lines.  The items are built once
    too: showing another drawing gives them other data.
    """

    def __init__(self, parent: QWidget) -> None:
        widget = pg.PlotWidget(parent, background=None, enableMenu=False)
        widget.hide()
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.scene().contextMenu = []
        item = widget.getPlotItem()
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.setMenuEnabled(False)
        item.layout.setContentsMargins(0, 0, 0, 0)
        for axis in ("left", "bottom", "right", "top"):
            item.hideAxis(axis)
        view = item.getViewBox()
        view.disableAutoRange()
        view.setDefaultPadding(0)
        view.invertY()
        self._widget = widget
        self._item = item
        self._view = view
        # Not pyqtgraph's own bars: they replay a picture, which a printer shows in another size.
        self._bars = _Overlay()
        self._rules = pg.PlotCurveItem(antialias=True)
        self._lines = [pg.PlotCurveItem(antialias=True) for _ in range(_MOST_SERIES)]
        self._crossings = [pg.PlotCurveItem(antialias=True) for _ in range(_MOST_SERIES)]
        self._marks = _Overlay()
        self._labels = _Overlay()
        for child in (self._rules, self._bars, *self._lines, *self._crossings):
            view.addItem(child, ignoreBounds=True)
        for overlay, height in ((self._marks, 10), (self._labels, 11)):
            overlay.setZValue(height)
            widget.scene().addItem(overlay)
        self._shown: Drawing | None = None

    def draw(self, painter: QPainter, drawing: Drawing, size: QSizeF, *, marks: bool) -> None:
        """Draw it from (0, 0) on, as vectors; without its marks only rules and labels."""
        area = QRectF(0, 0, size.width(), size.height())
        if self._shown is not drawing:
            self._show(drawing, area)
        for child in (self._bars, *self._lines, *self._crossings, self._marks):
            child.setVisible(marks)
        self._widget.scene().prepareForPaint()
        self._widget.scene().render(painter, area, area)

    def _show(self, drawing: Drawing, area: QRectF) -> None:
        # The scene's own range, or the next resize event would bring back the widget's size.
        pg.GraphicsView.setRange(self._widget, area, padding=0)
        self._item.layout.activate()
        self._view.setRange(area, padding=0)
        self._bars.show_parts(drawing.bars, area)
        ends = [point for rule in drawing.rules for point in (rule.p1(), rule.p2())]
        pen = QPen(Qt.PenStyle.NoPen)
        if drawing.rule_color is not None:
            pen = line_pen(drawing.rule_color, drawing.rule_width)
        _set(self._rules, ends, [True, False] * len(drawing.rules), pen)
        for index in range(_MOST_SERIES):
            stroke = drawing.strokes[index] if index < len(drawing.strokes) else None
            _set_stroke(self._lines[index], self._crossings[index], stroke)
        self._marks.show_parts(drawing.marks, area)
        self._labels.show_parts(drawing.labels, area)
        self._shown = drawing


class _Overlay(QGraphicsItem):
    """Draws what knows how to draw itself: bars, pearls, or labels."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF()
        self._parts: Sequence[_Drawable] = ()

    def show_parts(self, parts: Sequence[_Drawable], area: QRectF) -> None:
        """Show these instead."""
        self.prepareGeometryChange()
        self._parts = parts
        self._area = area

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        for part in self._parts:
            part.draw(painter)


def _set_stroke(line: pg.PlotCurveItem, crossing: pg.PlotCurveItem, stroke: Stroke | None) -> None:
    """A series is one curve where values can be compared and another one across breaks."""
    if stroke is None:
        for curve in (line, crossing):
            _set(curve, (), (), QPen(Qt.PenStyle.NoPen))
        return
    across = [*stroke.crossing, False]
    _set(
        line,
        stroke.points,
        [not crosses for crosses in across],
        line_pen(stroke.color, stroke.width, stroke.dash),
    )
    _set(
        crossing,
        stroke.points,
        across,
        line_pen(stroke.color, stroke.width * 0.75, ACROSS_A_BREAK),
    )


def _set(
    curve: pg.PlotCurveItem, points: Sequence[QPointF], connected: Sequence[bool], pen: QPen
) -> None:
    curve.setData(
        x=np.array([point.x() for point in points], dtype=float),
        y=np.array([point.y() for point in points], dtype=float),
        connect=np.array(connected, dtype=np.int32),
        pen=pen,
    )
