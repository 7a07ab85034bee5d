"""What each bar says: its value, its name and its number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QBrush, QColor, QLinearGradient

from kiosk.exhibit.model.value_classes import ValueClasses
from kiosk.look.contrast import contrast
from kiosk.screen.chart.panel_figure import panel_figure
from kiosk.text.multilingual import Said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from PySide6.QtCore import QPointF

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.exhibit.model.points import Point
    from kiosk.exhibit.model.values import WrittenDate
    from kiosk.languages.figures import Figure
    from kiosk.look.theme import Theme
    from kiosk.screen.locale import Locale

FADES = {"more-than": (0.0, 1.0), "about": (-0.5, 0.5), "nearly": (-1.0, 0.0)}
"""From where to where a bar fades that doesn't end exactly, around its value, in tails."""

_INKS = (2, 1, 3, 0)
"""Which of the theme's colours the bars of several series have: the first is for a highlight."""
_QUIET = 0.5
"""How much of a colour is left of it around the highlight, where that can be seen."""
_VISIBLE = 3.0
"""The contrast that a part of a chart needs (WCAG 1.4.11)."""

TAIL_U = 40.0
"""The length of a tail."""


@dataclass(frozen=True)
class BarValue:
    """One bar; `part` names the series where there are several."""

    value: Decimal
    figure: Figure
    name: Said
    bound: str | None
    series: int
    highlighted: bool = False
    at: WrittenDate | None = None
    part: Said | None = None
    zone: str | None = None
    shade: int | None = None
    """The class of its value, where the map shades its zone alike."""

    def color(self, theme: Theme) -> QColor:
        """Kapok for what is highlighted; quiet water for all else, or the colour of its series."""
        if self.highlighted:
            return theme.series[0]
        if self.shade is not None:
            return theme.sequential[self.shade]
        color = theme.series[_INKS[self.series]]
        return color if self.part is not None else quiet(color, theme)

    @property
    def fade(self) -> tuple[float, float]:
        """Where it fades, in tails around its value; (0, 0) for an exact end."""
        return FADES.get(self.bound or "", (0.0, 0.0))


def bar_values(panel: ChartPanel, locale: Locale, lit: str | None = None) -> tuple[BarValue, ...]:
    """The bars of a panel, in the order in which they are drawn, one of them highlighted.

    That is the one of the zone that is `lit`, if any.

    Dates are in their order.  Names are ranked from the largest down; with several series the
    bars of one name stay together, as they were written.
    """
    several = len(panel.series) > 1
    shades = land_shades(panel)
    bars: list[BarValue] = []
    for index, series in enumerate(panel.series):
        if series.value is not None and series.value.number is not None:
            bars.append(
                BarValue(
                    series.value.number,
                    panel_figure(panel, series.value, locale),
                    locale.said(series.label),
                    None,
                    0,
                )
            )
            continue
        for point in series.points:
            if point.value is None or point.value.number is None:
                continue
            bars.append(
                BarValue(
                    point.value.number,
                    panel_figure(panel, point.value, locale, bound=point.bound),
                    point_name(point, locale),
                    point.bound,
                    index,
                    point.highlight,
                    at=point.when,
                    part=locale.said(series.label) if several else None,
                    zone=point.zone,
                    shade=None if several else shades.get(point.zone or ""),
                )
            )
    if all(bar.at is not None for bar in bars):
        bars.sort(key=lambda bar: (bar.at.years if bar.at else 0.0, bar.series))
    elif any(bar.part for bar in bars):
        names = [bar.name for bar in bars]
        bars.sort(key=lambda bar: (names.index(bar.name), bar.series))
    else:
        bars.sort(key=lambda bar: -bar.value)
    return with_highlight(bars, lit)


def land_shades(panel: ChartPanel) -> Mapping[str, int]:
    """The class of each zone's value where the map shades the land by a panel; else nothing.

    Bars and land take it from here, so that a city has one colour in both.
    """
    if not panel.on_map:
        return {}
    values = {
        point.zone: point.value.number
        for point in panel.series[0].points
        if point.zone is not None and point.value is not None and point.value.number is not None
    }
    classes = ValueClasses.of(values.values())
    return {zone: classes.number(value) for zone, value in values.items()}


def with_highlight(bars: Sequence[BarValue], lit: str | None = None) -> tuple[BarValue, ...]:
    """The bars with one in kapok: of what is lit, said to be, the latest or the largest."""
    if lit is not None and any(bar.zone == lit for bar in bars):
        return tuple(replace(bar, highlighted=bar.zone == lit) for bar in bars)
    if not bars or any(bar.highlighted for bar in bars):
        return tuple(bars)
    dated = all(bar.at is not None for bar in bars)
    chosen = max(range(len(bars)), key=lambda at: (at,) if dated else (float(bars[at].value), -at))
    return tuple(replace(bar, highlighted=at == chosen) for at, bar in enumerate(bars))


def quiet(color: QColor, theme: Theme) -> QColor:
    """A colour for what stands around the highlight, at least three times as light as the panel."""
    if theme.high_contrast:
        return color
    shares = (share / 10 for share in range(round(_QUIET * 10), 10))
    quieter = (blended(color, theme.panel, share) for share in shares)
    return next((each for each in quieter if contrast(each, theme.panel) >= _VISIBLE), color)


def blended(color: QColor, ground: QColor, share: float) -> QColor:
    """So much of a colour over a ground, opaque, so that print shows it alike."""
    return QColor.fromRgbF(
        color.redF() * share + ground.redF() * (1 - share),
        color.greenF() * share + ground.greenF() * (1 - share),
        color.blueF() * share + ground.blueF() * (1 - share),
    )


def bar_brush(color: QColor, solid_to: QPointF, open_at: QPointF) -> QBrush:
    """A brush that is solid up to a place and fades from there; plain where both are one."""
    if solid_to == open_at:
        return QBrush(color)
    gradient = QLinearGradient(solid_to, open_at)
    nothing = QColor(color)
    nothing.setAlphaF(0)
    half = QColor(color)
    half.setAlphaF(0.55)
    gradient.setColorAt(0, color)
    gradient.setColorAt(0.001, half)
    gradient.setColorAt(1, nothing)
    return QBrush(gradient)


def point_name(point: Point, locale: Locale) -> Said:
    """What a point is called: its own label, its zone or its date."""
    if point.label is not None:
        return locale.said(point.label)
    if point.zone is not None:
        zone = locale.exhibit.zone(point.zone)
        return Said(point.zone, locale.language) if zone is None else locale.said(zone.name)
    if point.at is not None:
        return Said(locale.date(point.at), locale.language)
    return Said("", locale.language)
