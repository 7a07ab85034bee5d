"""Plot: draws what charts share with items of pyqtgraph."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPolygonItem

from kiosk.screen.chart import plot_items as pg
from kiosk.screen.chart.point_symbols import ACROSS_A_BREAK, line_pen, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QBrush, QPainter, QPainterPath
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from kiosk.screen.chart.axis_layout import AxisLayout, Bar, Tint
    from kiosk.screen.chart.labels import Label
    from kiosk.screen.chart.point_symbols import PointSymbol

_NO_PEN = QPen(Qt.PenStyle.NoPen)
_TINTS, _RULES, _BARS, _RULES_ABOVE, _CURVES, _SYMBOLS, _LABELS = range(7)
"""The stacking order, from the bottom up."""


class Plot:
    """A view of pyqtgraph that is built once, never shown, and drawn by its scene as vectors.

    Its view shows the chart's own pixels one to one, so pens are as bold in print as on the
    screen, and labels share the coordinates of bars and curves.  Items are reused: another
    layout gives them other data, and they are added only where it needs more than any before.

    Pyqtgraph draws bars, curves, rules and symbols.  Its axes and its text are not used:
    docs/decisions/002 shows why.
    """

    def __init__(self, parent: QWidget) -> None:
        # Not a PlotWidget: its axes, menus and buttons take 27 ms to build and are never shown.
        widget = pg.GraphicsView(parent, background=None)
        widget.hide()
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.scene().contextMenu = []
        view = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0, invertY=True)
        view.disableAutoRange()
        widget.setCentralItem(view)
        self._widget = widget
        self._view = view
        self._rules = pg.PlotCurveItem(antialias=True)
        self._bars: list[pg.BarGraphItem] = []
        self._tints: list[QGraphicsPolygonItem] = []
        self._curves: list[pg.PlotCurveItem] = []
        # With its cache it would draw pictures of the symbols, in print too.
        self._symbols = pg.ScatterPlotItem(useCache=False, pen=_NO_PEN)
        self._labels = _LabelsItem()
        self._add(self._rules, _RULES)
        self._add(self._symbols, _SYMBOLS)
        self._labels.setZValue(_LABELS)
        widget.scene().addItem(self._labels)
        self._shown: AxisLayout | None = None

    def draw(self, painter: QPainter, layout: AxisLayout, size: QSizeF, *, marks: bool) -> None:
        """Draw a layout from (0, 0) on, as vectors; without `marks` only its rules and labels."""
        area = QRectF(0, 0, size.width(), size.height())
        if self._shown is not layout:
            self._show(layout, area)
        for item in (*self._tints, *self._bars, *self._curves, self._symbols):
            item.setVisible(marks)
        # Symbols are sized in pixels of the device: so pyqtgraph's own exporters enlarge them.
        scale = painter.worldTransform().m11()
        self._symbols.setExportMode(True, {"antialias": True, "resolutionScale": scale})
        self._widget.scene().prepareForPaint()
        self._widget.scene().render(painter, area, area)

    def _add(self, item: QGraphicsItem, height: int) -> None:
        item.setZValue(height)
        self._view.addItem(item, ignoreBounds=True)

    def _show(self, layout: AxisLayout, area: QRectF) -> None:
        # The scene's own range, or the next resize event would bring back the widget's size.
        pg.GraphicsView.setRange(self._widget, area, padding=0)
        self._view.setRange(area, padding=0)
        self._show_rules(layout)
        self._show_tints(layout.tints)
        self._show_bars(layout.bars)
        self._show_curves(layout)
        self._show_symbols(layout.symbols)
        self._labels.show_labels(layout.labels, area)
        self._shown = layout

    def _show_rules(self, layout: AxisLayout) -> None:
        ends = [point for rule in layout.rules for point in (rule.p1(), rule.p2())]
        _set_curve(self._rules, ends, [True, False] * len(layout.rules), layout.rule_pen)
        self._rules.setZValue(_RULES_ABOVE if layout.rules_above_bars else _RULES)

    def _show_tints(self, tints: Sequence[Tint]) -> None:
        while len(self._tints) < len(tints):
            item = QGraphicsPolygonItem()
            item.setPen(_NO_PEN)
            self._tints.append(item)
            self._add(item, _TINTS)
        for index, item in enumerate(self._tints):
            shown = tints[index] if index < len(tints) else None
            item.setPolygon(QPolygonF(shown.corners if shown else ()))
            if shown:
                item.setBrush(shown.color)

    def _show_bars(self, bars: Sequence[Bar]) -> None:
        """Show bars of one brush by one item: several brushes in one would go through a QPicture.

        A QPicture is replayed for the resolution of the device, so a printer shows it in another
        size.
        """
        groups = _by_brush(bars)
        while len(self._bars) < len(groups):
            self._bars.append(pg.BarGraphItem(x0=[], y0=[], width=[], height=[], pen=_NO_PEN))
            self._add(self._bars[-1], _BARS)
        for index, item in enumerate(self._bars):
            brush, rects = groups[index] if index < len(groups) else (None, [])
            sides = np.array([rect.getRect() for rect in rects], dtype=float).reshape(-1, 4)
            x, y, width, height = sides.T
            item.setOpts(x0=x, y0=y, width=width, height=height, brush=brush)

    def _show_curves(self, layout: AxisLayout) -> None:
        """A series is one curve where values can be compared and another one across breaks."""
        curves = [
            (
                stroke.points,
                [not crosses for crosses in stroke.crossing or [False] * len(stroke.points)],
                line_pen(stroke.color, stroke.width, stroke.dash),
            )
            for stroke in layout.strokes
        ]
        curves += [
            (
                stroke.points,
                list(stroke.crossing),
                line_pen(stroke.color, stroke.width * 0.75, ACROSS_A_BREAK),
            )
            for stroke in layout.strokes
            if any(stroke.crossing)
        ]
        while len(self._curves) < len(curves):
            self._curves.append(pg.PlotCurveItem(antialias=True))
            self._add(self._curves[-1], _CURVES)
        for index, item in enumerate(self._curves):
            points, joined, pen = curves[index] if index < len(curves) else ((), [], None)
            _set_curve(item, points, [*joined, False], pen)

    def _show_symbols(self, symbols: Sequence[PointSymbol]) -> None:
        """Each symbol is a symbol in every one of its layers, the casing first."""
        spots = [(symbol, *layer) for symbol in symbols for layer in symbol.layers]
        self._symbols.setData(
            x=[symbol.centre.x() for symbol, _, _ in spots],
            y=[symbol.centre.y() for symbol, _, _ in spots],
            # In its own size: Qt makes a finer polygon of a small circle that is enlarged.
            symbol=[_symbol_path(symbol.shape, radius) for symbol, radius, _ in spots],
            size=1,
            brush=[color for _, _, color in spots],
        )


class _LabelsItem(QGraphicsItem):
    """Draws labels, which know how to draw themselves."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF()
        self._labels: Sequence[Label] = ()

    def show_labels(self, labels: Sequence[Label], area: QRectF) -> None:
        """Show other labels; `area` is what the chart covers."""
        self.prepareGeometryChange()
        self._labels = labels
        self._area = area

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        for label in self._labels:
            label.draw(painter)


def _by_brush(bars: Iterable[Bar]) -> list[tuple[QBrush, list[QRectF]]]:
    """The rectangles of bars that are filled alike; a bar that fades has a brush of its own."""
    groups: list[tuple[QBrush, list[QRectF]]] = []
    for bar in bars:
        group = next((rects for brush, rects in groups if brush == bar.brush), None)
        if group is None:
            groups.append((bar.brush, [bar.rect]))
        else:
            group.append(bar.rect)
    return groups


@cache
def _symbol_path(index: int, radius: float) -> QPainterPath:
    """The shape of a series around (0, 0), where pyqtgraph wants its symbols."""
    return shape(index, QPointF(0, 0), radius)


def _set_curve(
    curve: pg.PlotCurveItem,
    points: Sequence[QPointF],
    joined: Sequence[bool],
    pen: QPen | None,
) -> None:
    """Let a curve run through points; `joined` says for each whether it goes on to the next."""
    curve.setData(
        x=np.array([point.x() for point in points], dtype=float),
        y=np.array([point.y() for point in points], dtype=float),
        connect=np.array(joined[: len(points)], dtype=np.int32),
        pen=_NO_PEN if pen is None else pen,
    )
