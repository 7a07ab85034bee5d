"""Areas and depths: true to scale, whole in every shape, the largest in kapok."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSizeF

from kiosk.screen.chart.areas import AreasChart, AreasPicture
from kiosk.screen.chart.depths import DepthsChart, DepthsPicture
from tests.screen.chart.conftest import letters, touching, words_of

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from tests.screen.chart.conftest import MakePanel, Painted

SIZES = [(648, 560), (648, 300), (360, 560), (980, 420)]


def areas(panel: ChartPanel, locale: Locale, look: Look, size: tuple[float, float]) -> AreasPicture:
    picture = AreasChart()._compose(panel, locale, look, QSizeF(*map(look.px, size)))
    assert isinstance(picture, AreasPicture)
    return picture


def depths(
    panel: ChartPanel, locale: Locale, look: Look, size: tuple[float, float]
) -> DepthsPicture:
    picture = DepthsChart()._compose(panel, locale, look, QSizeF(*map(look.px, size)))
    assert isinstance(picture, DepthsPicture)
    return picture


@pytest.mark.parametrize("size", SIZES)
def test_surfaces_are_true_to_their_values(
    islands: ChartPanel, locales: dict[str, Locale], look: Look, size: tuple[float, float]
) -> None:
    picture = areas(islands, locales["en"], look, size)

    first, second = (square.width() * square.height() for square in picture.squares)
    assert second / first == pytest.approx(106 / 33)
    assert picture.squares[0].bottom() == pytest.approx(picture.squares[1].bottom())
    assert picture.largest == 1


@pytest.mark.parametrize("size", SIZES)
def test_plumb_lines_are_true_to_their_values_and_begin_at_one_surface(
    shafts: ChartPanel, locales: dict[str, Locale], look: Look, size: tuple[float, float]
) -> None:
    picture = depths(shafts, locales["en"], look, size)

    first, second = (line.length() for line in picture.lines)
    assert second / first == pytest.approx(2000 / 700)
    assert picture.lines[0].y1() == picture.lines[1].y1()
    assert picture.deepest == 1


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize("size", SIZES)
def test_figures_and_names_stand_whole_and_apart(
    islands: ChartPanel,
    shafts: ChartPanel,
    locales: dict[str, Locale],
    look: Look,
    size: tuple[float, float],
    language: str,
) -> None:
    for picture in (
        areas(islands, locales[language], look, size),
        depths(shafts, locales[language], look, size),
    ):
        assert len(words_of(picture)) == 4
        room = QRectF(-0.5, -0.5, look.px(size[0]) + 1, look.px(size[1]) + 1)
        assert all(room.contains(letters(label)) for label in picture.labels)
        assert not touching(picture.labels)


def test_all_figures_have_one_size(
    make_panel: MakePanel, shafts: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    picture = depths(shafts, locales["en"], look, (300, 400))
    heights = {round(label.setting.size.height()) for label in picture.labels[::2]}
    assert len(heights) == 1


@pytest.mark.parametrize("kind", ["areas", "depths"])
def test_the_largest_alone_is_kapok(
    islands: ChartPanel, shafts: ChartPanel, painted: Painted, look: Look, kind: str
) -> None:
    image = painted(islands if kind == "areas" else shafts)
    kapok = look.theme.series[0].name()
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).name() == kapok for y in range(0, image.height(), 3))
    ]
    assert columns
    assert min(columns) > image.width() / 4
    assert all(after - before < image.width() / 4 for before, after in pairwise(columns))


def test_marks_grow_from_the_ground_and_sink_from_the_surface(
    islands: ChartPanel, shafts: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    grown = areas(islands, locales["en"], look, SIZES[0])
    sunk = depths(shafts, locales["en"], look, SIZES[0])

    assert not grown.revealed(0)
    assert not sunk.revealed(0)
    half = grown.revealed(0.5)[1]
    assert half.height() == pytest.approx(grown.squares[1].height() / 2)
    assert half.bottom() == pytest.approx(grown.squares[1].bottom())
    shallow, deep = sunk.revealed(0.5)
    assert shallow.top() == deep.top()
    assert deep.height() > shallow.height()
