"""What each row of a ranking says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.value_classes import ValueClasses
from kiosk.screen.chart.bar_values import BarValue, point_name, with_highlight
from kiosk.screen.chart.panel_figure import panel_figure

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel, Exhibit
    from kiosk.screen.locale import Locale


def ranking_values(
    panel: ChartPanel, locale: Locale, lit: str | None = None
) -> tuple[BarValue, ...]:
    """The rows from the largest down; equal ones as they were written.

    Highlighted is what is `lit` or was said to be, the panel's own place or the largest.

    A row of a zone that does not exist is left out, since nobody could tell what it is.
    """
    points = [point for series in panel.series for point in series.points]
    numbers = [point.value.number for point in points if point.value and point.value.number]
    classes = ValueClasses.of(numbers)
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
                shade=classes.number(point.value.number) if panel.on_map else None,
            )
        )
    return with_highlight(sorted(bars, key=_falling), lit)


def _falling(bar: BarValue) -> float:
    return -float(bar.value)


def _own_zone(panel: ChartPanel, exhibit: Exhibit) -> str | None:
    """The zone of the panel."""
    return next(
        (zone.id for zone in exhibit.zones if any(each is panel for each in zone.panels)), None
    )
