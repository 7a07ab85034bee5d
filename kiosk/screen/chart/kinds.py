"""The kinds of charts, in one table."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.screen.chart.areas import AreasChart
from kiosk.screen.chart.bar import BarChart
from kiosk.screen.chart.depths import DepthsChart
from kiosk.screen.chart.line import LineChart
from kiosk.screen.chart.ranking import RankingChart
from kiosk.screen.chart.share import ShareChart
from kiosk.screen.chart.timeline import TimelineChart
from kiosk.screen.chart.waffle import WaffleChart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from kiosk.screen.chart.chart import Chart

KINDS: Mapping[str, type[Chart]] = MappingProxyType(
    {
        "waffle": WaffleChart,
        "share": ShareChart,
        "bar": BarChart,
        "ranking": RankingChart,
        "line": LineChart,
        "timeline": TimelineChart,
        "areas": AreasChart,
        "depths": DepthsChart,
    }
)
"""The class for each value of `ChartPanel.chart`."""


def build_chart(kind: str, parent: QWidget | None = None) -> Chart:
    """A chart of that kind, to be kept and shown again; KeyError for a kind that isn't there.

    The first chart with an axis imports NumPy and parts of pyqtgraph, which takes a tenth of a
    second, unless that has been done beside the GUI thread already.
    """
    return KINDS[kind](parent)
