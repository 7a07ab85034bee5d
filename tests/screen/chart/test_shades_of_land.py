"""A city has one colour: that of its bar is that of its land, in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF

from kiosk.exhibit.place import PanelPage
from kiosk.look.contrast import contrast
from kiosk.screen.chart.bar_values import bar_values
from kiosk.screen.chart.ranking import RankingChart
from kiosk.screen.chart.ranking_values import ranking_values
from kiosk.screen.panel.panel_light import panel_light
from tests.screen.chart.conftest import said, series

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel, Exhibit
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from tests.screen.chart.conftest import MakePanel

THEMES = ("dark", "light", "hc")


def shaded(exhibit: Exhibit) -> list[ChartPanel]:
    return [
        panel
        for zone in exhibit.zones
        for panel in zone.panels
        if panel.kind == "chart" and panel.on_map
    ]


def land(panel: ChartPanel, locale: Locale, look: Look, lit: tuple[str, ...]) -> dict[str, str]:
    """The colour of each zone's land."""
    zone = next(each for each in locale.exhibit.zones if panel in each.panels)
    light = panel_light(PanelPage(zone, panel, 1), lit, locale)
    theme = look.theme
    colors = {name: theme.sequential[shade].name() for name, shade in light.shades}
    return colors | dict.fromkeys(light.lit, theme.accent.name())


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("lit", [None, "macao"])
def test_a_citys_bar_has_the_colour_of_its_land(
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    look: Look,
    theme: str,
    lit: str | None,
) -> None:
    themed = look.themed(theme)
    found = shaded(shipped_exhibit)
    assert found
    for panel in found:
        values = ranking_values if panel.chart == "ranking" else bar_values
        bars = values(panel, shipped_locales["en"], lit)
        colors = {bar.zone: bar.color(themed.theme).name() for bar in bars}
        assert colors == land(panel, shipped_locales["en"], themed, () if lit is None else (lit,))


@pytest.mark.parametrize("theme", THEMES)
def test_a_bar_too_pale_for_its_panel_has_an_edge(
    shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], look: Look, theme: str
) -> None:
    themed = look.themed(theme)
    for panel in shaded(shipped_exhibit):
        layout = RankingChart()._lay_out(
            panel, shipped_locales["en"], themed, QSizeF(themed.px(632), themed.px(520))
        )
        assert layout is not None
        pale = [bar for bar in layout.bars if contrast(bar.brush.color(), themed.theme.panel) < 3]
        assert len(layout.rules) == 1 + 3 * len(pale)
        assert contrast(themed.theme.control_border, themed.theme.panel) >= 3


def test_a_bar_chart_shades_its_bars_as_the_map_does(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    points = ({"zone": "shenzhen", "value": "900"}, {"zone": "hong-kong", "value": "300"})
    label = {"label": said("Elsewhere"), "value": "2000"}
    panel = make_panel("bar", on_map=True, series=[series(*points, label)])

    for values in (bar_values, ranking_values):
        shades = {bar.zone: bar.shade for bar in values(panel, locales["en"])}
        assert shades == {"shenzhen": 4, "hong-kong": 1, None: None}
