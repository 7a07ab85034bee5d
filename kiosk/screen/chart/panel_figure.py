"""The figures of a chart: its values in the unit of its panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.exhibit.model.values import Value
    from kiosk.languages.figures import Figure
    from kiosk.screen.locale import Locale


def panel_figure(
    panel: ChartPanel, value: Value, locale: Locale, *, bound: str | None = None
) -> Figure:
    """A value as a phrase; KeyError for a panel without a unit, or with an unknown one."""
    if panel.unit is None:
        raise KeyError(f"the chart {panel.id} has no unit")
    return locale.figure(value, panel.unit, bound=bound)
