"""What the map answers to a panel: what its figures name, and the land shaded by its chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.value_classes import ValueClasses
from kiosk.exhibit.model.values import Value
from kiosk.screen.chart.bar_values import bar_values, land_shades
from kiosk.screen.chart.ranking_values import ranking_values
from kiosk.screen.map.map_light import DARK, Light, ShadeLegend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.model.exhibit import ChartPanel, FactsPanel
    from kiosk.exhibit.place import PanelPage
    from kiosk.screen.locale import Locale


def panel_light(opened: PanelPage, highlight: Sequence[str], locale: Locale) -> Light:
    """The light of an open panel; what is highlighted is lit in a shaded map."""
    panel = opened.panel
    if panel is None or panel.kind not in ("facts", "chart"):
        return DARK
    if panel.kind == "chart" and panel.on_map:
        return _shaded(panel, tuple(highlight) or _in_kapok(panel, locale), locale)
    return Light(lit=_named(panel))


def _named(panel: FactsPanel | ChartPanel) -> tuple[str, ...]:
    parts = panel.facts if panel.kind == "facts" else panel.series
    return tuple(dict.fromkeys(name for part in parts for name in part.lights))


def _in_kapok(panel: ChartPanel, locale: Locale) -> tuple[str, ...]:
    """The zone whose bar the chart has in kapok."""
    values = ranking_values if panel.chart == "ranking" else bar_values
    return tuple(
        bar.zone for bar in values(panel, locale) if bar.highlighted and bar.zone is not None
    )


def _shaded(panel: ChartPanel, lit: tuple[str, ...], locale: Locale) -> Light:
    series = panel.series[0]
    values = {
        point.zone: point.value.number
        for point in series.points
        if point.zone is not None and point.value is not None and point.value.number is not None
    }
    if not values or panel.unit is None:
        return DARK
    classes = ValueClasses.of(values.values())
    shades = tuple(land_shades(panel).items())
    least, most = (locale.figure(Value.of(number), panel.unit).drawn for number in (0, classes.end))
    legend = ShadeLegend(locale.text(series.label), least, most, locale.language)
    return Light(shades, tuple(dict.fromkeys((*lit, *series.lights))), legend)
