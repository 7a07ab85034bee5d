"""Charts: one file a kind, all painted with the exhibit's own type and colours."""

from kiosk.screen.chart.chart import Chart
from kiosk.screen.chart.kinds import KINDS, build_chart

__all__ = ["KINDS", "Chart", "build_chart"]
