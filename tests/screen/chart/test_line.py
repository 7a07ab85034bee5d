"""Lines: true time, ranks with the first place at the top, breaks in method."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF

from kiosk.exhibit.model.points import Break, Point
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.screen.chart.labels import spread
from kiosk.screen.chart.line import LineChart
from kiosk.screen.chart.line_values import crosses
from kiosk.text.multilingual import Text
from tests.screen.chart.conftest import layout_of, outside, series, touching, words_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QColor, QImage

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from tests.screen.chart.conftest import MakePanel, Painted


def drawn_along(image: QImage, here: QPointF, there: QPointF, color: QColor) -> list[bool]:
    """Whether the colour is there at each hundredth of the way."""
    points = [here + (there - here) * (step / 100) for step in range(15, 86)]
    return [image.pixelColor(point.toPoint()) == color for point in points]


def test_points_stand_at_their_true_dates_above_zero(
    growth: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    layout = layout_of(LineChart, growth, locales["en"], look)

    first, second, third = layout.strokes[0].points
    # 50 of the 73 months from May 2018 to June 2024 had passed in July 2022.
    assert (second.x() - first.x()) / (third.x() - first.x()) == pytest.approx(50 / 73)
    zero = layout.rules[0].y1()
    assert (zero - first.y()) / (zero - third.y()) == pytest.approx(304 / 1195)
    assert (zero - second.y()) / (zero - third.y()) == pytest.approx(601 / 1195)


def test_every_point_of_a_short_line_has_its_number_and_date(
    growth: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    words = words_of(layout_of(LineChart, growth, locales["en"], look))

    assert sorted(words) == ["1,195", "304", "601", "July 2022", "June 2024", "May 2018"]


def test_rank_one_stands_above_rank_two(
    ranks: ChartPanel, painted: Painted, locales: dict[str, Locale], look: Look
) -> None:
    image = painted(ranks)
    points = layout_of(LineChart, ranks, locales["en"], look).strokes[0].points

    assert points[5].y() < points[4].y() - 200
    assert len({point.y() for point in points[:5]}) == 1
    for point in points:
        assert image.pixelColor(point.toPoint()) == look.theme.pearl


def test_the_line_is_dashed_across_a_break_and_whole_elsewhere(
    ranks: ChartPanel, painted: Painted, locales: dict[str, Locale], look: Look
) -> None:
    image = painted(ranks)
    points = layout_of(LineChart, ranks, locales["en"], look).strokes[0].points
    color = look.theme.series[2]

    whole = drawn_along(image, points[3], points[4], color)
    across = drawn_along(image, points[4], points[5], color)
    assert all(whole)
    assert 0.1 < sum(across) / len(across) < 0.7
    changes = sum(before != after for before, after in pairwise(across))
    assert changes > 10


def test_a_mark_with_its_words_stands_midway_in_a_break(
    ranks: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    for language, locale in locales.items():
        layout = layout_of(LineChart, ranks, locale, look)

        points = layout.strokes[0].points
        marks = [rule for rule in layout.rules if rule.dx() == 0 and abs(rule.dy()) > 50]
        assert len(marks) == 1, language
        assert marks[0].x1() == pytest.approx((points[4].x() + points[5].x()) / 2)
        assert any("New method" in words for words in words_of(layout))


def test_a_rank_that_is_kept_is_said_once_with_its_unit_and_how_often(
    ranks: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    words = words_of(layout_of(LineChart, ranks, locales["en"], look))

    assert words.count("No. 1") == 1
    assert words.count("No. 2, 5 times") == 1
    assert "No. 2" not in words


def test_a_break_lies_between_what_came_before_its_date_and_what_did_not() -> None:
    change = Break(before=WrittenDate(2025), note=Text.same("New method"))

    assert crosses(WrittenDate(2024), WrittenDate(2025), change)
    assert crosses(WrittenDate(2024, 12), WrittenDate(2025, 1), change)
    assert not crosses(WrittenDate(2023), WrittenDate(2024, 12), change)
    assert not crosses(WrittenDate(2025), WrittenDate(2026), change)


def four_lines(make_panel: MakePanel) -> ChartPanel:
    rows = {"one": (100, 900), "two": (120, 254), "three": (300, 300), "four": (50, 250)}
    return make_panel(
        "line",
        series=[
            series(
                {"at": "2018", "value": str(first)},
                {"at": "2024", "value": str(last)},
                name=f"district number {name}",
                id=name,
            )
            for name, (first, last) in rows.items()
        ],
    )


def test_several_lines_differ_in_colour_dash_and_shape_and_are_named_at_their_ends(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    layout = layout_of(LineChart, four_lines(make_panel), locales["en"], look)

    assert tuple(stroke.color for stroke in layout.strokes) == look.theme.series
    assert len({stroke.dash for stroke in layout.strokes}) == 4
    assert {symbol.shape for symbol in layout.symbols} == {0, 1, 2, 3}
    assert "900  district number one" in words_of(layout)
    named = {
        words.split()[-1]: label.rect.center().y()
        for words, label in zip(words_of(layout), layout.labels, strict=True)
        if "district" in words
    }
    assert named["one"] < named["three"] < named["two"] < named["four"]


@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("unit", [1.0, 2.0])
@pytest.mark.parametrize("theme", ["dark", "hc"])
def test_labels_keep_within_the_chart_and_off_each_other_in_every_language(
    growth: ChartPanel,
    ranks: ChartPanel,
    make_panel: MakePanel,
    locales: dict[str, Locale],
    look: Look,
    scale: float,
    unit: float,
    theme: str,
) -> None:
    sized = replace(look.themed(theme), u=unit, text_scale=scale)
    for panel in (growth, ranks, four_lines(make_panel)):
        for language, locale in locales.items():
            labels = layout_of(LineChart, panel, locale, sized).labels
            assert outside(labels, sized) == [], language
            assert touching(labels) == [], language


def test_of_many_dates_the_first_and_the_last_are_always_there(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    points = [{"at": f"20{year}-06", "value": str(year)} for year in range(10, 25)]
    panel = make_panel("line", series=[series(*points)])
    words = words_of(layout_of(LineChart, panel, locales["en"], look))

    assert "June 2010" in words
    assert "June 2024" in words
    assert sum(word.startswith("June") for word in words) < 15


@pytest.mark.parametrize("width", [150, 180, 230, 300])
@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
@pytest.mark.parametrize("month", ["", "-09"])
def test_both_ends_of_the_axis_are_dated_in_a_very_narrow_chart_too(
    make_panel: MakePanel,
    locales: dict[str, Locale],
    look: Look,
    month: str,
    language: str,
    width: int,
) -> None:
    points = [{"at": f"20{year}{month}", "value": str(year)} for year in range(10, 25)]
    panel = make_panel("line", series=[series(*points)])
    layout = LineChart()._lay_out(panel, locales[language], look, QSizeF(width, 560))
    assert layout is not None
    words = words_of(layout)
    assert any("2010" in word for word in words)
    assert any("2024" in word for word in words)


def test_a_single_point_is_a_chart_and_no_point_is_none(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    one = make_panel("line", series=[series({"at": "2024", "value": "691"})])
    none = make_panel("line", series=[series({"zone": "shenzhen", "value": "691"})])

    assert sorted(words_of(layout_of(LineChart, one, locales["en"], look))) == ["2024", "691"]
    assert LineChart()._lay_out(none, locales["en"], look, QSizeF(648, 560)) is None


def test_labels_move_apart_and_stay_above_the_bottom() -> None:
    assert spread([10, 10, 10], [0, 5, 50], bottom=100) == [0, 10, 50]
    assert spread([10, 10], [95, 94], bottom=100) == [90, 80]
    assert spread([60, 60], [0, 0], bottom=100) == [0, 60]


def test_numbers_stand_equally_close_to_their_pearls(
    growth: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    for language, locale in locales.items():
        layout = layout_of(LineChart, growth, locale, look)
        numbers = [label for label in layout.labels if label.rect.bottom() < layout.rules[0].y1()]
        distances = []
        for pearl, number in zip(
            layout.symbols, sorted(numbers, key=lambda label: label.rect.center().x()), strict=True
        ):
            baseline = number.y + number.setting.first_baseline
            digits = look.style("number_m").size * 0.72
            above = pearl.centre.y() - baseline
            distances.append(above if above > 0 else -above - digits)
        assert distances == pytest.approx([22, 22, 22]), language


@pytest.mark.parametrize("count", [2, 3, 5, 8, 13, 21, 40])
def test_every_number_is_there_or_first_those_that_matter_and_all_look_alike(
    growth: ChartPanel, locales: dict[str, Locale], look: Look, count: int
) -> None:
    values = [Value.of(1000 + (index * 7919) % 400) for index in range(count)]
    points = tuple(
        Point(value=value, at=WrittenDate(1980 + index)) for index, value in enumerate(values)
    )
    (first,) = growth.series
    panel = growth.model_copy(
        update={"series": (first.model_copy(update={"points": points}),), "breaks": ()}
    )
    for language in ("en", "zh-Hant", "pt"):
        layout = layout_of(LineChart, panel, locales[language], look)
        axis = layout.rules[0].y1()
        numbers = [label for label in layout.labels if label.rect.bottom() < axis]
        centres = [symbol.centre.x() for symbol in layout.symbols]
        fonts = {
            (font.family(), font.pixelSize())
            for label in numbers
            for entry in label.setting.layout.formats()
            for font in [entry.format.font()]
        }
        said = {label.setting.text.replace(",", "").replace("\u00a0", "") for label in numbers}
        told = [
            index
            for index, value in enumerate(values)
            if value.number is not None and str(value.number) in said
        ]

        assert len(fonts) == 1
        assert len(numbers) == len(told) > 0
        assert {0, count - 1} <= set(told)
        if len(told) > 2:
            heights = [symbol.centre.y() for symbol in layout.symbols]
            assert {heights.index(min(heights)), heights.index(max(heights))} <= set(told)
        assert not touching(layout.labels)
        assert all(label.rect.left() >= -1 for label in numbers)
        assert len(centres) == count


def test_the_line_of_an_amount_stands_on_its_area_and_one_pearl_is_kapok(
    growth: ChartPanel, ranks: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    layout = layout_of(LineChart, growth, locales["en"], look)
    (tint,) = layout.tints

    assert tint.corners[:3] == layout.strokes[0].points
    assert {corner.y() for corner in tint.corners[3:]} == {layout.rules[0].y1()}
    kapok = [symbol.fill == look.theme.series[0] for symbol in layout.symbols]
    assert kapok == [False, False, True]
    assert layout_of(LineChart, ranks, locales["en"], look).tints == ()


def test_the_unit_is_said_once(growth: ChartPanel, locales: dict[str, Locale], look: Look) -> None:
    points = tuple(
        Point(value=Value.of(value), at=WrittenDate(year))
        for year, value in (
            (2020, 151_080_000_000),
            (2021, 168_200_000_000),
            (2024, 245_310_000_000),
        )
    )
    (first,) = growth.series
    panel = growth.model_copy(
        update={"unit": "yuan", "series": (first.model_copy(update={"points": points}),)}
    )
    for locale in locales.values():
        said = words_of(layout_of(LineChart, panel, locale, look))

        assert sum("yuan" in each for each in said) == 1, said
        assert len([each for each in said if any(letter.isdigit() for letter in each)]) == 6
