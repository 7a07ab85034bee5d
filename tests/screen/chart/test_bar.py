"""Bars: a common zero, true lengths, open ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF

from kiosk.screen.chart.bar import BarChart
from kiosk.screen.chart.bar_values import bar_values, quiet
from tests.screen.chart.conftest import layout_of, outside, said, series, touching, words_of

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from tests.screen.chart.conftest import MakePanel, Painted


def filled_below(image: QImage, x: int, look: Look) -> int:
    """How many pixels of a column have exactly the colour of a highlight or of other bars."""
    colors = [look.theme.series[0].rgb(), quiet(look.theme.series[2], look.theme).rgb()]
    return sum(image.pixel(x, y) in colors for y in range(image.height()))


def test_painted_columns_are_as_tall_as_their_values_from_one_zero(
    columns: ChartPanel, painted: Painted, look: Look
) -> None:
    image = painted(columns)

    heights = [filled_below(image, x, look) for x in (108, 324, 540)]
    assert heights[0] / heights[2] == pytest.approx(304 / 1195, abs=0.01)
    assert heights[1] / heights[2] == pytest.approx(601 / 1195, abs=0.01)
    assert heights[2] > 350


def test_columns_stand_on_one_line(
    columns: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    layout = layout_of(BarChart, columns, locales["en"], look)

    assert {bar.rect.bottom() for bar in layout.bars} == {layout.rules[0].y1()}
    assert words_of(layout) == ["304", "May 2018", "601", "July 2022", "1,195", "June 2024"]


def test_years_pasted_as_names_stand_in_their_order(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    """They lay below each other, the largest and latest first."""
    points = [
        {"label": said(year), "value": value}
        for year, value in (("1990", "610"), ("2020", "1195"), ("2005", "905"))
    ]
    layout = layout_of(BarChart, make_panel("bar", series=[series(*points)]), locales["en"], look)

    assert words_of(layout) == ["610", "1990", "905", "2005", "1,195", "2020"]


def test_more_than_shows_in_the_label_and_as_an_end_that_fades(
    users: ChartPanel, painted: Painted, locales: dict[str, Locale], look: Look
) -> None:
    image = painted(users)
    layout = layout_of(BarChart, users, locales["en"], look)

    assert "3,400+" in words_of(layout)
    heights = [filled_below(image, x, look) for x in (108, 324, 540)]
    assert heights[0] / heights[2] == pytest.approx(3400 / 6000, abs=0.01)
    top = round(layout.bars[2].rect.top())
    fading = [image.pixelColor(540, top + offset).lightness() for offset in (4, 16, 28)]
    assert fading == sorted(fading)
    assert fading[0] < fading[2] < look.theme.series[0].lightness()


def test_names_are_ranked_from_the_largest_with_a_common_zero(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    points = ({"zone": "hong-kong", "value": "300"}, {"zone": "shenzhen", "value": "900"})
    layout = layout_of(BarChart, make_panel("bar", series=[series(*points)]), locales["en"], look)

    assert words_of(layout) == ["Shenzhen", "900", "Hong Kong SAR", "300"]
    first, second = (bar.rect for bar in layout.bars)
    assert first.left() == second.left()
    assert second.width() / first.width() == pytest.approx(1 / 3)
    assert first.bottom() < second.top()


@pytest.mark.parametrize("keys", [("at", "2009", "2020"), ("zone", "hong-kong", "shenzhen")])
def test_bars_say_their_unit_once(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look, keys: tuple[str, str, str]
) -> None:
    key, one, other = keys
    points = ({key: one, "value": "285 million"}, {key: other, "value": "40.7 billion"})
    panel = make_panel("bar", unit="yuan", series=[series(*points)])
    for locale in locales.values():
        words = words_of(layout_of(BarChart, panel, locale, look))
        assert sum("yuan" in each for each in words) == 1, words


def test_values_below_zero_grow_to_the_other_side(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    points = ({"at": "2022", "value": "-100"}, {"at": "2023", "value": "200"})
    layout = layout_of(BarChart, make_panel("bar", series=[series(*points)]), locales["en"], look)

    loss, gain = layout.bars
    assert loss.rect.right() == pytest.approx(gain.rect.left())
    assert gain.rect.width() == pytest.approx(2 * loss.rect.width())
    assert loss.grown(0.5).right() == loss.rect.right()


def test_series_with_single_values_are_one_bar_each(
    make_panel: MakePanel, locales: dict[str, Locale]
) -> None:
    parts = [
        {"id": "one", "label": said("projects"), "value": "254"},
        {"id": "two", "label": said("teams"), "value": "691"},
    ]
    bars = bar_values(make_panel("bar", series=parts), locales["en"])

    assert [(bar.name.words, int(bar.value)) for bar in bars] == [("teams", 691), ("projects", 254)]


def test_several_series_name_each_bar_and_differ_in_colour(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    points = ({"at": "2022", "value": "304"}, {"at": "2024", "value": "591"})
    both = [
        series(*points, name="from Hong Kong", id="hong-kong"),
        series(*points, name="from Macao", id="macao"),
    ]
    layout = layout_of(BarChart, make_panel("bar", series=both), locales["en"], look)

    assert words_of(layout)[:3] == ["2022", "304  from Hong Kong", "304  from Macao"]
    kapok, pearl, water = look.theme.series[:3]
    assert {bar.brush.color().rgb() for bar in layout.bars} == {
        kapok.rgb(),
        pearl.rgb(),
        water.rgb(),
    }
    assert sum(bar.brush.color() == kapok for bar in layout.bars) == 1


def test_half_way_through_the_entrance_a_column_has_half_its_height(
    columns: ChartPanel, painted: Painted, look: Look
) -> None:
    half, full = painted(columns, progress=0.5), painted(columns)

    assert filled_below(half, 540, look) == pytest.approx(filled_below(full, 540, look) / 2, abs=2)


@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("unit", [1.0, 2.0])
def test_labels_keep_within_the_chart_and_apart_in_every_language(
    users: ChartPanel,
    columns: ChartPanel,
    make_panel: MakePanel,
    locales: dict[str, Locale],
    look: Look,
    scale: float,
    unit: float,
) -> None:
    points = (
        {"zone": "hong-kong", "value": "3400", "bound": "more-than"},
        {"zone": "shenzhen", "value": "690", "bound": "nearly"},
    )
    sized = replace(look, u=unit, text_scale=scale)
    for panel in (users, columns, make_panel("bar", series=[series(*points)])):
        for language, locale in locales.items():
            labels = layout_of(BarChart, panel, locale, sized).labels
            assert outside(labels, sized) == [], language
            assert touching(labels) == [], language


def test_no_values_draw_nothing(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    panel = make_panel("bar", series=[series({"at": "2022", "value": "2014-12-07"})])

    assert BarChart()._lay_out(panel, locales["en"], look, QSizeF(648, 560)) is None


def test_nothing_but_zero_is_still_a_chart(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    panel = make_panel("bar", series=[series({"at": "2022", "value": "0"})])

    assert layout_of(BarChart, panel, locales["en"], look).bars[0].rect.height() == 0


@pytest.mark.parametrize(("chosen", "expected"), [(None, 2), (0, 0), (1, 1)])
def test_one_bar_alone_is_kapok_the_latest_unless_another_is_highlighted(
    columns: ChartPanel,
    locales: dict[str, Locale],
    look: Look,
    chosen: int | None,
    expected: int,
) -> None:
    points = tuple(
        point.model_copy(update={"highlight": number == chosen})
        for number, point in enumerate(columns.series[0].points)
    )
    single = columns.series[0].model_copy(update={"points": points})
    panel = columns.model_copy(update={"series": (single,)})

    layout = layout_of(BarChart, panel, locales["en"], look)

    kapok = [bar.brush.color() == look.theme.series[0] for bar in layout.bars]
    assert kapok == [number == expected for number in range(3)]
