"""What a chart says of its figures, to whoever hears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.screen.chart.told_figures import told_figures

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel, Exhibit
    from kiosk.screen.locale import Locale


def panel_of(exhibit: Exhibit, zone: str, panel: str) -> ChartPanel:
    found = exhibit.zone(zone)
    assert found is not None
    chart = next(each for each in found.panels if each.id == panel)
    assert chart.kind == "chart"
    return chart


@pytest.mark.parametrize(
    ("zone", "panel", "told"),
    [
        (
            "greater-bay-area",
            "output",
            [
                "2018: 10.8 trillion yuan",
                "2021: about 12.6 trillion yuan",
                "2023: more than 14 trillion yuan",
            ],
        ),
        (
            "qianhai",
            "six-in-ten",
            [
                "1,195 teams",
                "from Hong Kong: 691 teams",
                "from elsewhere: 504 teams, calculated",
            ],
        ),
        ("hengqin", "room", ["zone in Hengqin: 106 km²", "Macao: 33 km²"]),
    ],
)
def test_each_figure_is_said_with_what_it_is_of(
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    zone: str,
    panel: str,
    told: list[str],
) -> None:
    chart = panel_of(shipped_exhibit, zone, panel)
    assert sorted(told_figures(chart, shipped_locales["en"])) == sorted(told)


def test_names_are_told_from_the_largest_down_and_dates_in_their_order(
    shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale]
) -> None:
    ranking = told_figures(
        panel_of(shipped_exhibit, "greater-bay-area", "people-by-city"), shipped_locales["pt"]
    )
    assert ranking[0].startswith("Cantão")
    assert ranking[-1].startswith("Macau")
    steps = told_figures(
        panel_of(shipped_exhibit, "greater-bay-area", "years"), shipped_locales["zh-Hant"]
    )
    assert steps[0].startswith("2017年7月1日")
    assert steps[-1].startswith("2025年12月22日")


def test_a_change_of_counting_is_told(
    shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale]
) -> None:
    told = told_figures(
        panel_of(shipped_exhibit, "greater-bay-area", "world-rank"), shipped_locales["en"]
    )
    assert told[-1] == "2025: venture-capital deals added"
    assert told[0] == "2020: No. 2"


def test_every_chart_of_the_exhibit_tells_figures_in_every_language(
    shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale]
) -> None:
    charts = [
        panel for zone in shipped_exhibit.zones for panel in zone.panels if panel.kind == "chart"
    ]
    assert charts
    for chart in charts:
        points = sum(len(series.points) or 1 for series in chart.series)
        for locale in shipped_locales.values():
            told = told_figures(chart, locale)
            assert len(told) >= points, chart.id
            assert all(line.strip() for line in told)
