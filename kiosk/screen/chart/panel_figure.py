"""The figures of a chart: its values in the unit of its panel, all in one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.languages.numbers import one_scale

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.exhibit.model.values import Value
    from kiosk.languages.figures import Figure
    from kiosk.languages.numbers import Scale
    from kiosk.screen.locale import Locale


def panel_figure(
    panel: ChartPanel,
    value: Value,
    locale: Locale,
    *,
    bound: str | None = None,
    scale: Scale | None = None,
) -> Figure:
    """A value as a phrase; KeyError for a panel without a unit, or with an unknown one.

    Who asks for many figures of a panel gives its `panel_scale`.
    """
    if panel.unit is None:
        raise KeyError(f"the chart {panel.id} has no unit")
    scale = scale or panel_scale(panel, locale)
    return locale.figure(value, panel.unit, bound=bound, scale=scale)


def panel_scale(panel: ChartPanel, locale: Locale) -> Scale | None:
    """How all numbers of a panel are written; None for dates."""
    if panel.unit is None or locale.exhibit.units[panel.unit].kind == "date":
        return None
    return one_scale(_numbers(panel), locale.language)


def _numbers(panel: ChartPanel) -> Iterator[Decimal]:
    """All that the chart shows; a remainder is counted like the whole of which it is a part."""
    values = [panel.of]
    for series in panel.series:
        values += [series.value, *(point.value for point in series.points)]
    yield from (value.number for value in values if value and value.number is not None)
