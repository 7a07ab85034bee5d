"""Each number of a line is unmistakably that of its own point, and off the lines of breaks."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QSizeF

from kiosk.exhibit.model.points import Break, Point
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.screen.chart.line import LineChart
from kiosk.screen.chart.line_values import line_values
from kiosk.screen.chart.unit_caption import digits_alone
from kiosk.text.multilingual import Text
from tests.screen.chart.conftest import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import ChartPanel, Exhibit
    from kiosk.look.look import Look
    from kiosk.screen.chart.axis_layout import AxisLayout
    from kiosk.screen.chart.labels import Label
    from kiosk.screen.locale import Locale

_SIZES = (QSizeF(632, 300), QSizeF(632, 430), QSizeF(960, 560))
_OF_THE_WAY = 0.31


class _Told(NamedTuple):
    label: Label
    point: int


def _panels(growth: ChartPanel, exhibit: Exhibit) -> Iterator[ChartPanel]:
    """Lines that rise, that turn, and that two breaks cut, and those of the shipped exhibit."""
    (first,) = growth.series
    rows = [
        [(2015 + year, value) for year, value in enumerate((76, 79, 80, 86, 92, 107))],
        [(2000 + year, 50 + year * 37 % 29) for year in range(11)],
        [(2000 + year, 700 + year * 61 % 97) for year in range(19)],
        [(1990, 10), (2019, 11), (2020, 90), (2021, 12), (2024, 60)],
    ]
    breaks = tuple(
        Break(before=WrittenDate(year), note=Text.same("a new way")) for year in (2005, 2018)
    )
    for row, change in product(rows, ((), breaks[1:], breaks)):
        points = tuple(Point(value=Value.of(value), at=WrittenDate(year)) for year, value in row)
        series = (first.model_copy(update={"points": points}),)
        yield growth.model_copy(update={"series": series, "breaks": change})
    for panel in (panel for zone in exhibit.zones for panel in zone.panels):
        if panel.kind == "chart" and panel.chart == "line" and not panel.series[1:]:
            yield panel


def _told(layout: AxisLayout, panel: ChartPanel, locale: Locale) -> list[_Told]:
    """The labels above the axis that are a number of the line, each with that number's point."""
    (line,) = line_values(panel, locale)
    digits = [digits_alone(point.figure).drawn for point in line.points]
    axis = layout.rules[0].y1()
    found = []
    for label in layout.labels:
        said = label.setting.text
        named = [index for index, each in enumerate(digits) if said.startswith(each)]
        if named and label.rect.bottom() < axis:
            middle = letters(label).center().x()
            places = [layout.symbols[index].centre.x() for index in named]
            nearest = min(range(len(named)), key=lambda n: abs(places[n] - middle))
            found.append(_Told(label, named[nearest]))
    return found


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_a_number_is_by_its_own_point_and_off_breaks(
    growth: ChartPanel,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    locales: dict[str, Locale],
    look: Look,
    language: str,
) -> None:
    for panel, size in product(_panels(growth, shipped_exhibit), _SIZES):
        own = locales if panel.id == growth.id and language in locales else shipped_locales
        locale = own[language]
        if panel.scale == "rank" or panel.unit not in locale.exhibit.units:
            continue
        layout = LineChart()._lay_out(panel, locale, look, size)
        assert layout is not None
        told = _told(layout, panel, locale)
        centres = [symbol.centre.x() for symbol in layout.symbols]
        marks = [rule for rule in layout.rules if rule.dx() == 0 and abs(rule.dy()) > 40]
        assert told, panel.id
        for label, point in told:
            area, aside = letters(label), letters(label).center().x() - centres[point]
            beside = [
                abs(centres[other] - centres[point])
                for other in (point - 1, point + 1)
                if 0 <= other < len(centres) and (centres[other] - centres[point]) * aside > 0
            ]
            assert all(abs(aside) <= _OF_THE_WAY * gap for gap in beside), label.setting.text
            assert not any(
                area.left() < mark.x1() < area.right()
                and min(mark.y1(), mark.y2()) < area.bottom()
                and max(mark.y1(), mark.y2()) > area.top()
                for mark in marks
            ), label.setting.text


def test_the_ends_of_each_stretch_come_before_what_is_between(
    growth: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    (first,) = growth.series
    points = tuple(
        Point(value=Value.of(1000 + year * 3), at=WrittenDate(2000 + year))
        for year in (0, 1, 2, 3, 10, 11, 12, 13)
    )
    breaks = (Break(before=WrittenDate(2010), note=Text.same("a new way")),)
    panel = growth.model_copy(
        update={"series": (first.model_copy(update={"points": points}),), "breaks": breaks}
    )

    layout = LineChart()._lay_out(panel, locales["en"], look, QSizeF(632, 430))

    assert layout is not None
    told = {point for _, point in _told(layout, panel, locales["en"])}
    assert {0, 3, 4, 7} <= told
    assert len(told) < len(points)
