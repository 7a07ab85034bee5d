"""The modules of panels and charts, imported a few at a time on the GUI thread.

Never on another: below Python 3.12 PySide keeps what it knows of the classes of Qt in a table, and
looks there without Python's lock whenever Qt asks an object of what class it is, as the event loop
does all the time (`SignalManager::retrieveMetaObject`, PySide6 6.11).  A class that another thread
makes meanwhile may be lost from it, and the first object of that class then ends the process.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PANEL, _CHART = "kiosk.screen.panel", "kiosk.screen.chart"

PANELS = (
    f"{_PANEL}.figure_row",
    f"{_PANEL}.share_bar",
    f"{_PANEL}.hero_figure",
    f"{_PANEL}.fact_column",
    f"{_PANEL}.facts_view",
    f"{_PANEL}.chart_view",
    f"{_PANEL}.story_map",
    f"{_PANEL}.story_view",
    f"{_PANEL}.told_view",
    f"{_PANEL}.places_view",
    f"{_PANEL}.term_layer",
    f"{_PANEL}.panel_sheet",
)
"""What the sheet is made of, each with little more than what comes before it."""

CHARTS = (
    f"{_CHART}.pyqtgraph_package",
    "pyqtgraph.functions",
    "pyqtgraph.graphicsItems.GraphicsObject",
    "pyqtgraph.graphicsItems.BarGraphItem",
    "pyqtgraph.graphicsItems.PlotCurveItem",
    "pyqtgraph.graphicsItems.ScatterPlotItem",
    "pyqtgraph.graphicsItems.ViewBox",
    "pyqtgraph.widgets.GraphicsView",
    f"{_CHART}.plot",
)
"""The chart library and what draws with it."""


def import_each(names: Iterable[str]) -> Iterator[None]:
    """Import modules with a pause after each."""
    for name in names:
        import_module(name)
        yield
