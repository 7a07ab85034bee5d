"""Rankings: sorted, from zero, the panel's own place in kapok, eleven rows in four languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from kiosk.screen.chart.bar_values import quiet
from kiosk.screen.chart.ranking import RankingChart
from kiosk.screen.chart.ranking_values import ranking_values
from tests.screen.chart.conftest import layout_of, outside, said, series, touching, words_of

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from tests.screen.chart.conftest import MakePanel, Painted


def in_zone(locale: Locale, zone_id: str, panel: ChartPanel) -> Locale:
    """The same locale in an exhibit where a zone has this panel too."""
    zones = tuple(
        zone.model_copy(update={"panels": (*zone.panels, panel)}) if zone.id == zone_id else zone
        for zone in locale.exhibit.zones
    )
    return replace(locale, exhibit=locale.exhibit.model_copy(update={"zones": zones}))


def test_rows_go_down_from_the_largest_with_the_names_of_their_zones(
    ranking: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    layout = layout_of(RankingChart, ranking, locales["en"], look)

    rows = ("Shenzhen", "900+", "Elsewhere", "600", "Hong Kong SAR", "300")
    assert words_of(layout) == ["teams", *rows]
    tops = [bar.rect.top() for bar in layout.bars]
    assert tops == sorted(tops)


def test_bars_begin_at_one_zero_and_are_as_long_as_their_values(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    points = [
        {"label": said(name), "value": value} for name, value in (("A", "250"), ("B", "1000"))
    ]
    first, second = layout_of(
        RankingChart, make_panel("ranking", series=[series(*points)]), locales["en"], look
    ).bars

    assert first.rect.left() == second.rect.left()
    assert second.rect.width() / first.rect.width() == pytest.approx(0.25)


def test_only_the_row_of_the_panels_own_zone_is_kapok_and_bold(
    ranking: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    elsewhere = layout_of(RankingChart, ranking, locales["en"], look)
    at_home = layout_of(RankingChart, ranking, in_zone(locales["en"], "hong-kong", ranking), look)

    kapok, water = look.theme.series[0], quiet(look.theme.series[2], look.theme)
    assert [bar.brush.color() for bar in elsewhere.bars[1:]] == [water, water]
    assert [bar.brush.color() for bar in at_home.bars[1:]] == [water, kapok]
    own, other = at_home.labels[5].setting, elsewhere.labels[5].setting
    assert own.ink > other.ink


def test_a_bound_shows_in_the_number_and_as_an_end_that_fades(
    ranking: ChartPanel, painted: Painted, locales: dict[str, Locale], look: Look
) -> None:
    rect = layout_of(RankingChart, ranking, locales["en"], look).bars[0].rect
    image = painted(ranking)

    y = round(rect.center().y())
    fading = [image.pixelColor(round(rect.right()) - back, y).lightness() for back in (4, 16, 28)]
    assert fading == sorted(fading)
    assert fading[2] < look.theme.series[0].lightness()


def test_a_row_of_a_zone_that_is_not_there_is_left_out(
    make_panel: MakePanel, locales: dict[str, Locale]
) -> None:
    points = ({"zone": "atlantis", "value": "9"}, {"zone": "shenzhen", "value": "7"})
    rows = ranking_values(make_panel("ranking", series=[series(*points)]), locales["en"])

    assert [row.name.words for row in rows] == ["Shenzhen"]


@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("unit", [1.0, 2.0])
@pytest.mark.parametrize("rows", [2, 6, 11])
def test_rows_keep_within_the_chart_and_apart_in_every_language(
    make_panel: MakePanel,
    locales: dict[str, Locale],
    look: Look,
    scale: float,
    unit: float,
    rows: int,
) -> None:
    sized = replace(look, u=unit, text_scale=scale)
    names = {
        "en": "Quantum Science Center of the Greater Bay Area",
        "zh-Hant": "粵港澳大灣區（廣東）量子科學中心",
        "zh-Hans": "粤港澳大湾区（广东）量子科学中心",
        "pt": "Hospital da Universidade de Hong Kong em Shenzhen",
    }
    bounds = ("more-than", "about", "nearly", None)
    points = [
        {"label": names if index % 3 == 0 else said("Zhaoqing"), "value": str(1195 - 97 * index)}
        | ({"bound": bound} if (bound := bounds[index % 4]) else {})
        for index in range(rows)
    ]
    panel = make_panel("ranking", series=[series(*points)])
    for language, locale in locales.items():
        layout = layout_of(RankingChart, panel, locale, sized)
        assert outside(layout.labels, sized) == [], language
        assert touching(layout.labels) == [], language
        assert len(layout.bars) == rows


def test_eleven_cities_stand_in_type_no_smaller_than_running_text(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    points = [{"label": said("Zhongshan"), "value": str(3461 - 97 * index)} for index in range(11)]
    layout = layout_of(
        RankingChart, make_panel("ranking", series=[series(*points)]), locales["zh-Hant"], look
    )

    assert {label.setting.line_count for label in layout.labels} == {1}
    fonts = [label.setting._layout.font() for label in layout.labels]
    assert min(font.pixelSize() for font in fonts) >= 24


def test_half_way_through_the_entrance_bars_have_half_their_length(
    ranking: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    layout = layout_of(RankingChart, ranking, locales["en"], look)

    seen = RankingChart()._reveal(layout, QSizeF(648, 560), 0.5)

    assert [area.width() for area in seen] == pytest.approx(
        [bar.rect.width() / 2 for bar in layout.bars]
    )
    assert [area.left() for area in seen] == [bar.rect.left() for bar in layout.bars]


def test_no_values_draw_nothing(make_panel: MakePanel, painted: Painted, look: Look) -> None:
    image = painted(make_panel("ranking", series=[series({"label": said("Zhuhai")})]))

    blank = QImage(image)
    blank.fill(look.theme.panel)
    assert image == blank


def in_millions(make_panel: MakePanel) -> ChartPanel:
    values = (("Jiangmen", "18.68 million"), ("Macao", "9.5 million"), ("Foshan", "0.68 million"))
    points = [{"label": said(name), "value": value} for name, value in values]
    return make_panel("ranking", series=[series(*points)])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["million teams", "18.68", "9.5", "0.68"]),
        ("zh-Hant", ["萬teams", "1,868", "950", "68"]),
        ("pt", ["milhões teams", "18,68", "9,5", "0,68"]),
    ],
)
def test_the_unit_is_said_once_and_numbers_have_their_decimal_marks_below_each_other(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look, language: str, words: list[str]
) -> None:
    layout = layout_of(RankingChart, in_millions(make_panel), locales[language], look)

    unit, *rows = layout.labels
    names, numbers = rows[::2], rows[1::2]
    assert [label.setting.text for label in (unit, *numbers)] == words
    wholes = []
    for label in numbers:
        whole = len(label.setting.text.partition("," if language == "pt" else ".")[0])
        wholes.append(label.x + label.setting.areas(0, whole)[0].right())
    assert wholes == pytest.approx([wholes[0]] * 3, abs=0.1)
    assert unit.rect.bottom() <= min(bar.rect.top() for bar in layout.bars)
    weights = [
        [formats[0].format.fontWeight() for formats in [each.setting.layout.formats()] if formats]
        or [each.setting.layout.font().weight()]
        for each in (*names, *numbers)
    ]
    assert min(weights[:3]) > max(weights[3:])


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_names_begin_at_the_left_margin_and_the_longest_bar_ends_at_the_right_one(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look, language: str
) -> None:
    layout = layout_of(RankingChart, in_millions(make_panel), locales[language], look)

    letters = [
        label.x + min(run.boundingRect().left() for run in label.setting.layout.glyphRuns())
        for label in layout.labels[1::2]
    ]
    assert min(letters) >= 0
    assert max(letters) < look.px(4.5)
    image = QImage(200, 80, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    hook = layout.labels[1]
    hook.setting.draw(painter, 50 + hook.x, 10, hook.color)
    painter.end()
    assert not any(image.pixelColor(x, y).alpha() > 20 for x in range(50) for y in range(80))
    assert max(bar.rect.right() for bar in layout.bars) == pytest.approx(look.px(648))
    assert max(bar.rect.width() for bar in layout.bars) > look.px(648) * 0.5
