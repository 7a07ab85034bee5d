"""The words beside things that are drawn to scale: a figure and, below it, what it is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.screen.chart.labels import Label, set_words
from kiosk.screen.chart.number_labels import NUMBER_SIZES, set_figure
from kiosk.screen.chart.panel_figure import panel_figure

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart.number_labels import Number
    from kiosk.screen.locale import Locale


@dataclass(frozen=True)
class ScaledLabel:
    """The figure of a series over its name; lengths in pixels."""

    number: Number
    name: Setting
    look: Look

    @property
    def width(self) -> float:
        """The width of the wider of both."""
        return max(self.number.ink, self.name.ink)

    @property
    def height(self) -> float:
        """The height of both lines, or more where the name is broken."""
        return self.number.height + self.name.size.height()

    def placed(self, left: float, top: float) -> tuple[Label, Label]:
        """Both from `top` down, at `left`."""
        theme = self.look.theme
        below = top + self.number.height
        return (
            self.number.below(top, left, theme.text),
            Label(self.name, left, below, theme.text2),
        )


def values_of(panel: ChartPanel) -> tuple[float, ...]:
    """The value of each series; ValueError where one is missing, or none is above zero."""
    numbers = [series.value.number for series in panel.series if series.value is not None]
    values = tuple(float(number) for number in numbers if number is not None)
    if len(values) != len(panel.series) or min(values) <= 0:
        raise ValueError("each thing drawn to scale needs a value above zero")
    return values


def set_labels(
    panel: ChartPanel, locale: Locale, look: Look, *, width: float
) -> tuple[ScaledLabel, ...]:
    """The label of each series, none wider than `width`, with all figures in one size."""
    drawn = [
        panel_figure(panel, series.value, locale)
        for series in panel.series
        if series.value is not None
    ]
    for size in NUMBER_SIZES:
        numbers = [set_figure(look, locale, figure, size) for figure in drawn]
        if max(number.ink for number in numbers) <= width:
            break
    return tuple(
        ScaledLabel(number, set_words(look, locale, series.label, width=width), look)
        for number, series in zip(numbers, panel.series, strict=True)
    )
