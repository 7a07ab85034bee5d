"""What each row of a ranking says."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kiosk.screen.chart.bar_values import BarValue, land_shades, point_name, with_highlight
from kiosk.screen.chart.panel_figure import panel_figure
from kiosk.screen.chart.unit_caption import counted_in

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel, Exhibit
    from kiosk.exhibit.model.values import Value
    from kiosk.screen.locale import Locale


def ranking_values(
    panel: ChartPanel, locale: Locale, lit: str | None = None
) -> tuple[BarValue, ...]:
    """The rows from the largest down; equal ones as they were written.

    Highlighted is what is `lit` or was said to be, the panel's own place or the largest.

    A row of a zone that does not exist is left out, since nobody could tell what it is.
    """
    points = [point for series in panel.series for point in series.points]
    shades = land_shades(panel)
    own = None
    if not any(point.highlight for point in points):
        own = _own_zone(panel, locale.exhibit)
    bars: list[BarValue] = []
    for point in points:
        nameless = point.label is None and (
            point.zone is None or locale.exhibit.zone(point.zone) is None
        )
        if point.value is None or point.value.number is None or nameless:
            continue
        bars.append(
            BarValue(
                point.value.number,
                panel_figure(panel, point.value, locale, bound=point.bound),
                point_name(point, locale),
                point.bound,
                0,
                point.highlight or (own is not None and point.zone == own),
                zone=point.zone,
                shade=shades.get(point.zone or ""),
            )
        )
    return with_highlight(sorted(bars, key=_falling), lit)


def ranking_unit(panel: ChartPanel, locale: Locale) -> str:
    """In what its numbers are counted, with the word of their scale: "million people"."""
    values = [point.value for series in panel.series for point in series.points]
    largest = max(
        (value for value in values if value is not None and value.number is not None), key=_number
    )
    return counted_in(panel_figure(panel, largest, locale))


def _number(value: Value) -> Decimal:
    return value.number or Decimal(0)


def _falling(bar: BarValue) -> float:
    return -float(bar.value)


def _own_zone(panel: ChartPanel, exhibit: Exhibit) -> str | None:
    """The zone of the panel."""
    return next(
        (zone.id for zone in exhibit.zones if any(each is panel for each in zone.panels)), None
    )
