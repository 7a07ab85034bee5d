"""The few items of pyqtgraph that charts are made of, imported without the rest of it."""

from __future__ import annotations

import sys

from kiosk.screen.chart import pyqtgraph_package

assert pyqtgraph_package.NAME in sys.modules

from pyqtgraph.graphicsItems.BarGraphItem import BarGraphItem  # noqa: E402
from pyqtgraph.graphicsItems.PlotCurveItem import PlotCurveItem  # noqa: E402
from pyqtgraph.graphicsItems.ScatterPlotItem import ScatterPlotItem  # noqa: E402
from pyqtgraph.graphicsItems.ViewBox import ViewBox  # noqa: E402
from pyqtgraph.widgets.GraphicsView import GraphicsView  # noqa: E402

if sys.modules.get(pyqtgraph_package.NO_OPENGL.__name__) is pyqtgraph_package.NO_OPENGL:
    del sys.modules[pyqtgraph_package.NO_OPENGL.__name__]

__all__ = ["BarGraphItem", "GraphicsView", "PlotCurveItem", "ScatterPlotItem", "ViewBox"]
