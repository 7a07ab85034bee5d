"""A data layer in upright and narrow windows, in a theme that changes, and where there is none."""

from __future__ import annotations

from itertools import combinations, cycle, groupby, product
from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.exhibit.place import HOME, Place
from kiosk.journey.comfort import Comfort
from kiosk.look.class_colors import class_colors
from kiosk.look.look import read_look
from kiosk.screen.control.button import Button
from kiosk.screen.home.title_block import TitleBlock
from kiosk.screen.layer.layer_panel import LayerPanel
from kiosk.screen.layer.layer_ranking import LayerRanking
from kiosk.screen.layer.reading_card import ReadingCard
from kiosk.screen.layer.year_line import YearScrubber
from kiosk.screen.panel.zone_row_target import ZoneRowTarget
from kiosk.shipped import shipped
from kiosk.workshop.check.drawn_text import drawn_texts
from tests.diagonal import diagonal
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor
from tests.pictures.picture import grabbed
from tests.pixels import pixels_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.app import App

SHAPES = {"portrait": (1080, 1920), "five-to-four": (1280, 1024)}
_COMPARED = (("zhaoqing", "huizhou"), ("macao", "shenzhen"), ("shenzhen", "guangzhou"))
"""Each layer compares the next ones in `make test`, and all of them in `make soak`."""


@pytest.fixture(scope="module", params=SHAPES)
def app(request: pytest.FixtureRequest, qapp: object) -> Iterator[App]:
    app = open_exhibit(shipped("content"), size=SHAPES[request.param])
    yield app
    close_exhibit(app)


def show(app: App, place: Place, *pinned: str, language: str = "en") -> None:
    app.journey.set_comfort(Comfort(language=language, still=True))
    app.journey.go(place, pinned)
    app.stage.finish()


def the(app: App, kind: type[QWidget]) -> QWidget:
    (found,) = (each for each in app.stage.findChildren(kind) if each.isVisible())
    return found


@pytest.mark.parametrize("turned", [False, pytest.param(True, marks=pytest.mark.soak)])
def test_the_axis_says_its_first_its_last_and_the_chosen_year(
    app: App, turned: bool, pytestconfig: pytest.Config
) -> None:
    """In English where the window is upright, and in Chinese where it is not, or turned about."""
    is_upright = app.stage.height() > app.stage.width()
    language = "zh-Hant" if is_upright == turned else "en"
    assert app.exhibit is not None
    for number, layer in enumerate(app.exhibit.layers):
        some = layer.years if pytestconfig.getoption("--soak") else _some_years(layer.years, number)
        for year in some if len(layer.years) > 1 else ():
            show(app, Place(layer=layer.id).at_year(str(year)), language=language)
            scrubber = the(app, YearScrubber)
            left = scrubber.mapTo(app.stage, QPoint()).x()
            texts = {text.words[:4]: text.ink for text in drawn_texts(app.stage, [scrubber])}
            chosen = texts[str(year)]
            least = chosen.width() + 20
            before, behind = chosen.left() - left, left + scrubber.width() - chosen.right()
            assert str(layer.years[0]) in texts or before < least, (layer.id, year)
            assert str(layer.years[-1]) in texts or behind < least, (layer.id, year)
            for one, other in combinations(texts.values(), 2):
                assert not one.intersects(other)


def _some_years(years: Sequence[int], number: int) -> Sequence[int]:
    """The first, the last, and one between, which is another one for each layer."""
    return sorted({years[0], years[number % len(years)], years[-1]})


@pytest.mark.parametrize("layer", ["research-share", "population", "output"])
@pytest.mark.parametrize("pinned", [("shenzhen", "hong-kong"), ("hong-kong", "shenzhen")])
def test_the_reading_covers_neither_of_two_neighbours(
    app: App, layer: str, pinned: tuple[str, str]
) -> None:
    show(app, Place(layer=layer), *pinned)
    card = the(app, ReadingCard).geometry()
    for zone in pinned:
        point = app.stage.map_view.target_point(zone)
        assert point is not None
        assert not card.contains(point.toPoint()), zone


@pytest.mark.parametrize(("size", "most"), [((1920, 1080), 1), ((1080, 1920), 2)])
def test_the_reading_hides_hardly_any_place_and_no_button(
    qapp: object, size: tuple[int, int], most: int, pytestconfig: pytest.Config
) -> None:
    """Neighbours can be compared one after the other, without letting go in between."""
    app = open_exhibit(shipped("content"), size=size)
    assert app.exhibit is not None
    shown = [*zip(app.exhibit.layers, cycle(_COMPARED), strict=False)]
    if pytestconfig.getoption("--soak"):
        shown = [*product(app.exhibit.layers, _COMPARED)]
    for layer, pinned in shown:
        show(app, Place(layer=layer.id), *pinned)
        card = the(app, ReadingCard).geometry().toRectF()
        lettering = app.stage.map_view.lettering
        hidden = {each.subject for each in lettering.names if each.rect.intersects(card)}
        hidden |= {each.place for each in lettering.chips if each.rect.intersects(card)}
        assert len(hidden) <= most, (layer.id, pinned, hidden)
        for button in app.stage.findChildren(Button):
            at = QRectF(button.mapTo(app.stage, QPoint()), button.size())
            assert not (button.isVisible() and card.intersects(at))
    close_exhibit(app)


def test_where_a_layer_is_not_there_the_home_stands(app: App) -> None:
    show(app, Place.parse("home#unknown"))

    assert app.stage.state.place == HOME
    assert the(app, TitleBlock).isVisible()
    assert not [each for each in app.stage.findChildren(LayerPanel) if each.isVisible()]


def test_another_theme_shades_the_same_layer_in_its_own_colours(app: App) -> None:
    show(app, Place(layer="population"), "guangzhou")
    seen = {}
    for theme in ("light", "hc", "dark"):
        app.set_theme(theme)
        app.stage.finish()
        QApplication.processEvents()
        assert app.journey.place == Place(layer="population")
        assert app.journey.highlight == ("guangzhou",)
        look = read_look(shipped("assets"), theme)
        shading = app.stage.map_view.goal.shading
        assert shading is not None
        colors = {color.name() for color in class_colors(look.theme, 6)}
        point = app.stage.map_view.target_point("jiangmen")
        assert point is not None
        picture = grabbed(app.stage)
        around = [
            picture.color_at(point.toPoint() + QPoint(dx, dy)).name()
            for dx in range(-60, 61, 6)
            for dy in range(-60, 61, 6)
        ]
        assert colors & set(around), theme
        panel = the(app, LayerPanel)
        corner = panel.mapTo(app.stage, QPoint(4, 4))
        assert picture.color_at(corner).name() == look.theme.panel.name()
        seen[theme] = picture.image

    assert seen["light"] != seen["dark"]


def test_rows_without_room_are_reached_by_finger_and_keyboard(qapp: object) -> None:
    app = open_exhibit(shipped("content"), size=(800, 1280))
    visitor = Visitor(app)
    show(app, Place(layer="population"))
    assert "Macao SAR" not in rows_of(visitor)
    visitor.touch_control("and 4 more")
    assert "Macao SAR" in rows_of(visitor)
    visitor.take_a_moment()
    visitor.touch(visitor.middle_of(row_of(visitor, "macao")))
    assert app.journey.highlight == ("macao",)
    assert "Macao SAR" in rows_of(visitor)

    visitor.tab_to("Back to the top")
    visitor.press(Qt.Key.Key_Return)
    assert visitor.focused is visitor.control("and 4 more")
    assert rows_of(visitor)[0] == "Guangzhou"
    visitor.press(Qt.Key.Key_Return)

    app.journey.go(HOME)
    show(app, Place(layer="population"))
    assert rows_of(visitor)[0] == "Guangzhou", "the next visitor begins at the top"
    close_exhibit(app)


def row_of(visitor: Visitor, zone: str) -> ZoneRowTarget:
    rows = (each for each in visitor.controls() if isinstance(each, ZoneRowTarget))
    return next(each for each in rows if each.zone == zone)


def rows_of(visitor: Visitor) -> list[str]:
    """The names of the rows that are seen, from the highest down."""
    rows = [each for each in visitor.controls() if isinstance(each, ZoneRowTarget)]
    return [each.accessibleName().partition(":")[0] for each in rows]


def zoom_buttons(app: App) -> list[QRectF]:
    layers = app.stage._layers
    assert layers is not None
    return layers.controls.zoom.covered()


@pytest.mark.parametrize(("app", "language"), diagonal([*SHAPES], ["en", "pt"]), indirect=["app"])
def test_the_longest_bar_is_long_and_no_row_lies_under_a_button(app: App, language: str) -> None:
    assert app.exhibit is not None
    for layer in app.exhibit.layers:
        show(app, Place(layer=layer.id), language=language)
        ranking = the(app, LayerRanking)
        shading = app.stage.map_view.goal.shading
        assert shading is not None
        theme = app.stage.state.look.theme
        shown = [each.rgb() for each in class_colors(theme, shading.classes)]
        pixels = pixels_of(ranking.grab().toImage())
        in_bars = numpy.isin(pixels[: len(pixels) // 4], shown)
        bar = max(
            sum(run)
            for row in in_bars[in_bars.any(axis=1)].tolist()
            for is_bar, run in groupby(row)
            if is_bar
        )
        assert bar >= 64, (layer.id, bar)
        buttons = zoom_buttons(app)
        assert len(buttons) == 3
        for row in app.stage.findChildren(ZoneRowTarget):
            at = QRectF(row.mapTo(app.stage, QPoint()), row.size())
            assert not (row.isVisible() and any(map(at.intersects, buttons))), layer.id
