"""The waffle as it is painted: filled dots, outlined dots and their figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.screen.chart.waffle import WaffleChart, WafflePicture
from tests.screen.chart.conftest import outside, said, touching

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.chart import Chart
    from kiosk.screen.locale import Locale
    from tests.screen.chart.conftest import MakePanel, Painted


def composed(panel: ChartPanel, locale: Locale, look: Look, width: int = 648) -> WafflePicture:
    chart = WaffleChart()
    picture = chart._compose(panel, locale, look, QSizeF(width, 560))
    assert picture is not None
    return picture


def colour_at(image: QImage, picture: WafflePicture, number: int) -> QColor:
    return image.pixelColor(picture.field.centre(number - 1).toPoint())


def test_dot_691_is_filled_and_dots_692_and_1195_are_outlined(
    teams: ChartPanel, painted: Painted, locales: dict[str, Locale], look: Look
) -> None:
    image = painted(teams)
    picture = composed(teams, locales["en"], look)

    assert colour_at(image, picture, 1) == look.theme.accent
    assert colour_at(image, picture, 691) == look.theme.accent
    for number in (692, 1195):
        assert colour_at(image, picture, number) == look.theme.panel
        centre = picture.field.centre(number - 1)
        edge = [
            image.pixelColor(round(centre.x() - picture.field.radius) + step, round(centre.y()))
            for step in range(3)
        ]
        assert max(color.lightness() for color in edge) > look.theme.panel.lightness() + 60


def test_nothing_stands_after_the_last_dot(
    teams: ChartPanel, painted: Painted, locales: dict[str, Locale], look: Look
) -> None:
    image = painted(teams)
    field = composed(teams, locales["en"], look).field

    after = field.centre(field.total)
    area = image.copy(
        round(after.x() - field.radius),
        round(after.y() - field.radius),
        round(2 * field.radius),
        round(2 * field.radius),
    )
    assert {area.pixel(x, y) for x in range(area.width()) for y in range(area.height())} == {
        look.theme.panel.rgba()
    }


def test_the_remainder_is_computed_and_says_so(
    teams: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    labels = composed(teams, locales["en"], look).labels

    texts = [label.setting._layout.text() for label in labels]
    assert texts == ["691", "from Hong Kong", "504", "from elsewhere", "calculated"]
    assert labels[0].color == look.theme.accent_text


def test_parts_that_are_the_whole_leave_no_remainder(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    part = {"id": "all", "label": said("teams"), "value": "12"}
    picture = composed(make_panel("waffle", of="12", series=[part]), locales["en"], look)

    assert [label.setting._layout.text() for label in picture.labels] == ["12", "teams"]


def test_above_two_thousand_a_sign_says_what_one_dot_stands_for(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    part = {"id": "some", "label": said("teams"), "value": "12,000"}
    picture = composed(make_panel("waffle", of="150,000", series=[part]), locales["en"], look)

    assert picture.field.each == 100
    assert "= 100" in [label.setting._layout.text() for label in picture.labels]


@pytest.mark.parametrize("scale", [1.0, 1.4])
def test_four_parts_keep_apart_by_shape_and_their_labels_keep_within_the_chart(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look, scale: float
) -> None:
    look = replace(look, text_scale=scale)
    parts = [
        {"id": f"part-{index}", "label": said(f"from district number {index}"), "value": "200"}
        for index in range(4)
    ]
    panel = make_panel("waffle", of="1195", series=parts)
    for language, locale in locales.items():
        picture = composed(panel, locale, look)

        assert [key.series for key in picture.keys] == [0, 1, 2, 3, None]
        assert outside(picture.labels, look) == [], language
        assert touching(picture.labels) == [], language


def test_dots_fill_from_the_top_in_28_steps(
    teams: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    picture = composed(teams, locales["en"], look)

    heights = []
    for step in range(29):
        seen = picture.revealed(step / 28 + 1e-9)
        heights.append(seen[0].height() if seen else 0.0)
    assert heights == sorted(heights)
    assert heights[0] == 0
    assert heights[28] >= picture.field.centre(690).y() + picture.field.radius
    assert picture.revealed(0.5) == picture.revealed(0.5 + 1 / 57)


def test_before_the_entrance_all_dots_are_outlined_and_all_numbers_are_there(
    teams: ChartPanel, painted: Painted, locales: dict[str, Locale], look: Look
) -> None:
    start, end = painted(teams, progress=0.0), painted(teams)
    picture = composed(teams, locales["en"], look)

    assert colour_at(start, picture, 1) == look.theme.panel
    below = round(picture.field.height) + 2
    figures = QRectF(0, below, 648, 560 - below).toRect()
    assert start.copy(figures) == end.copy(figures)


def test_a_waffle_without_a_sound_whole_paints_nothing(
    make_panel: MakePanel, painted: Painted, look: Look, caplog: pytest.LogCaptureFixture
) -> None:
    part = {"id": "part", "label": said("teams"), "value": "691"}
    dated = {"id": "part", "label": said("teams"), "value": "2014-12-07"}
    for panel in (
        make_panel("waffle", series=[part]),
        make_panel("waffle", of="600", series=[part]),
        make_panel("waffle", of="1195", series=[dated]),
        make_panel("waffle", of="1195", series=[part], unit="unheard-of"),
    ):
        image = painted(panel)
        blank = QImage(image)
        blank.fill(look.theme.panel)
        assert image == blank


def test_dots_are_drawn_in_their_place_wherever_the_chart_stands(
    teams: ChartPanel, charts: dict[str, Chart], locales: dict[str, Locale], look: Look
) -> None:
    image = QImage(1000, 800, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(look.theme.panel)
    charts["waffle"].show_panel(teams, locales["en"], look)
    painter = QPainter(image)
    charts["waffle"].paint(painter, QRectF(200, 100, 648, 560))
    painter.end()

    centre = composed(teams, locales["en"], look).field.centre(0)
    assert image.pixelColor(200 + round(centre.x()), 100 + round(centre.y())) == look.theme.accent


def test_chinese_words_in_a_number_keep_their_distance_from_digits(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    part = {"id": "people", "label": said("people"), "value": "17,790,000"}
    panel = make_panel("waffle", of="86,000,000", series=[part])

    texts = [
        label.setting._layout.text() for label in composed(panel, locales["zh-Hans"], look).labels
    ]
    assert "1779万" in texts
