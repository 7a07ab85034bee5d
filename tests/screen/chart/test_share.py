"""Shares: parts true to their values, told apart without colour, and a computed remainder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from kiosk.look.look import read_look
from kiosk.screen.chart.share import ShareChart, SharePicture
from tests.screen.chart.conftest import ASSETS, outside, said, touching, words_of

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from tests.screen.chart.conftest import MakePanel, Painted


def composed(panel: ChartPanel, locale: Locale, look: Look) -> SharePicture:
    picture = ShareChart()._compose(panel, locale, look, QSizeF(look.px(648), look.px(560)))
    assert isinstance(picture, SharePicture)
    return picture


def parted(make_panel: MakePanel, *values: int) -> ChartPanel:
    parts = [
        {"id": f"part-{index}", "label": said(f"from place {index}"), "value": str(value)}
        for index, value in enumerate(values)
    ]
    return make_panel("share", of="1195", rest=said("from elsewhere"), series=parts)


def colours_in(image: QImage, rect: QRectF) -> list[str]:
    area = rect.toRect().adjusted(3, 3, -3, -3)
    return [
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    ]


def test_parts_and_remainder_are_as_wide_as_their_values(
    share: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    picture = composed(share, locales["en"], look)

    assert picture.rest is not None
    first, second = picture.parts
    assert second.width() / first.width() == pytest.approx(200 / 691)
    assert picture.rest.width() / first.width() == pytest.approx(304 / 691)
    assert (first.left(), picture.rest.right()) == pytest.approx((0, 648))


def test_the_whole_stands_above_and_the_remainder_is_called_calculated(
    share: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    assert words_of(composed(share, locales["en"], look)) == [
        "1,195 teams",
        "691",
        "from Hong Kong",
        "200",
        "from Macao",
        "304",
        "from elsewhere",
        "calculated",
    ]


@pytest.mark.parametrize("theme", ["dark", "light", "hc"])
def test_parts_differ_by_hatch_and_the_remainder_by_its_outline(
    make_panel: MakePanel, painted: Painted, locales: dict[str, Locale], theme: str
) -> None:
    look = read_look(ASSETS, theme)
    panel = parted(make_panel, 300, 300, 300, 200)
    image = painted(panel, look=look)
    picture = composed(panel, locales["en"], look)

    plain = []
    for series, part in enumerate(picture.parts):
        colours = colours_in(image, part)
        own = colours.count(look.theme.series[series].name()) / len(colours)
        plain.append(own == 1)
        assert own > 0.5, series
    assert plain == [True, False, False, False]
    assert picture.rest is not None
    assert set(colours_in(image, picture.rest)) == {look.theme.panel2.name()}


def test_figures_stand_under_their_parts_where_these_are_wide_enough(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    picture = composed(parted(make_panel, 691), locales["en"], look)

    number, rest = picture.labels[1], picture.labels[3]
    assert picture.keys == ()
    assert picture.rest is not None
    assert (number.x, rest.x) == pytest.approx((picture.parts[0].left(), picture.rest.left()))
    assert number.y > picture.bar.bottom()


def test_parts_too_narrow_for_their_figures_have_keys(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    picture = composed(parted(make_panel, 1000, 10, 10), locales["en"], look)

    assert [key.series for key in picture.keys] == [0, 1, 2, None]


def test_parts_that_are_the_whole_leave_nothing(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    picture = composed(parted(make_panel, 195, 1000), locales["en"], look)

    assert picture.rest is None
    assert "calculated" not in words_of(picture)


@pytest.mark.parametrize("theme", ["dark", "hc"])
@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("unit", [1.0, 2.0])
def test_labels_keep_within_the_chart_and_apart_in_every_language(
    make_panel: MakePanel, locales: dict[str, Locale], scale: float, unit: float, theme: str
) -> None:
    look = replace(read_look(ASSETS, theme), u=unit, text_scale=scale)
    for values in ((691,), (1190,), (691, 200), (300, 300, 300), (500, 300, 200, 20)):
        for language, locale in locales.items():
            picture = composed(parted(make_panel, *values), locale, look)
            assert outside(picture.labels, look) == [], (values, language)
            assert touching(picture.labels) == [], (values, language)
            assert picture.bar.height() >= look.px(48)


def test_half_way_through_the_entrance_half_of_the_bar_has_grown(
    share: ChartPanel, painted: Painted, locales: dict[str, Locale], look: Look
) -> None:
    bar = composed(share, locales["en"], look).bar
    y = round(bar.center().y())

    start, half = painted(share, progress=0.0), painted(share, progress=0.5)

    kapok = look.theme.series[0]
    assert [start.pixelColor(x, y) == kapok for x in (100, 320, 340)] == [False, False, False]
    assert [half.pixelColor(x, y) == kapok for x in (100, 320, 340)] == [True, True, False]


@pytest.mark.parametrize(
    "keys",
    [{"of": None}, {"of": "0"}, {"of": "890"}, {"of": "2014-12-07"}, {"unit": "unheard-of"}],
)
def test_a_share_without_a_sound_whole_paints_nothing(
    make_panel: MakePanel, painted: Painted, look: Look, keys: dict[str, str]
) -> None:
    part = {"id": "part", "label": said("teams"), "value": "891"}
    image = painted(make_panel("share", series=[part], **{"of": "1195", **keys}))

    blank = QImage(image)
    blank.fill(look.theme.panel)
    assert image == blank
