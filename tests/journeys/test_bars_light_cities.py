"""A bar that stands for a city is touched, and the city is lit on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.exhibit.place import HOME, Place
from kiosk.screen.panel.chart_view import ChartView
from kiosk.screen.panel.zone_row_target import ZoneRowTarget
from tests.journeys.standing import begin_again
from tests.pictures.picture import Picture, grabbed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kiosk.app import App

RANKING = Place("greater-bay-area", "people-by-city")


@pytest.fixture
def app(exhibit: App) -> App:
    return exhibit


@pytest.fixture
def ranking(app: App) -> App:
    begin_again(app)
    app.journey.go(RANKING)
    app.stage.finish()
    return app


def row(app: App, zone: str) -> ZoneRowTarget:
    rows = app.stage.findChildren(ZoneRowTarget)
    return next(each for each in rows if each.zone == zone and each.isVisible())


def touch(app: App, zone: str) -> None:
    target = row(app, zone)
    at = target.mapTo(app.stage, target.rect().center())
    below = app.stage.childAt(at)
    assert below is not None
    QTest.mouseClick(below, Qt.MouseButton.LeftButton, pos=below.mapFrom(app.stage, at))


def highlighted(app: App) -> tuple[str, ...]:
    return app.journey.highlight


def in_city(app: App, city: str) -> QColor:
    """The colour of the land where the drawing has the city's name, beside the letters."""
    app.stage.finish()
    view = app.stage.map_view
    world = view._world
    name = next(each for each in world.names if each.id == city)
    x, y = view.camera.to_screen(name.point.x(), name.point.y())
    picture: Picture = grabbed(app.stage)
    colors = [
        picture.pixelColor(round(x + dx), round(y + dy))
        for dx in range(-40, 41, 10)
        for dy in (40, 48)
    ]
    return max(colors, key=lambda color: sum(each == color for each in colors))


def test_a_touched_bar_lights_its_city_and_a_second_touch_darkens_it(ranking: App) -> None:
    shaded = in_city(ranking, "huizhou")
    touch(ranking, "huizhou")

    assert highlighted(ranking) == ("huizhou",)
    assert ranking.journey.place == RANKING
    lit = in_city(ranking, "huizhou")
    accent = ranking.stage._look.theme.accent
    assert abs(lit.hue() - accent.hue()) < 8
    assert abs(shaded.hue() - accent.hue()) > 40
    assert "huizhou" in {name.subject for name in ranking.stage.map_view.lettering.names}

    touch(ranking, "huizhou")
    assert highlighted(ranking) == ()
    assert in_city(ranking, "huizhou") == shaded


def test_another_bar_takes_the_light_and_the_headline_takes_it_away(ranking: App) -> None:
    touch(ranking, "huizhou")
    touch(ranking, "macao")
    assert highlighted(ranking) == ("macao",)

    view = ranking.stage.findChild(ChartView)
    assert view is not None
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 2, 20))
    assert highlighted(ranking) == ()


def test_leaving_the_chart_takes_the_light_away(ranking: App) -> None:
    touch(ranking, "huizhou")
    ranking.journey.go(HOME)
    ranking.journey.go(RANKING)

    assert highlighted(ranking) == ()


def test_the_keyboard_lights_a_city_by_its_bar(ranking: App) -> None:
    target = row(ranking, "dongguan")
    for _ in range(40):
        ranking.stage.focusNextPrevChild(True)
        if ranking.stage.focusWidget() is target:
            break
    assert ranking.stage.focusWidget() is target
    assert "10.47 million people" in target.accessibleName()

    QTest.keyClick(target, Qt.Key.Key_Return)
    assert highlighted(ranking) == ("dongguan",)


def test_the_bar_that_is_lit_is_the_only_one_in_kapok(ranking: App) -> None:
    accent = ranking.stage._look.theme.accent

    def kapok_rows() -> set[str]:
        picture = grabbed(ranking.stage)
        found = set()
        for each in ranking.stage.findChildren(ZoneRowTarget):
            if each.isVisible():
                middle = each.mapTo(ranking.stage, each.rect().center()).y()
                xs = range(ranking.stage.width() - 720, ranking.stage.width() - 20, 3)
                if any(picture.pixelColor(x, middle) == accent for x in xs):
                    found.add(each.zone)
        return found

    assert kapok_rows() == {"guangzhou"}
    assert ranking.stage.map_view.goal.light.lit == ("guangzhou",)
    touch(ranking, "shenzhen")
    ranking.stage.finish()
    assert kapok_rows() == {"shenzhen"}


def test_a_tour_lights_a_bar_and_its_city_in_one_step(ranking: App) -> None:
    ranking.journey.go(HOME)
    ranking.journey.go(RANKING, ("foshan",))
    accent = ranking.stage._look.theme.accent

    assert abs(in_city(ranking, "foshan").hue() - accent.hue()) < 8
    assert ranking.stage.map_view.goal.light.lit == ("foshan",)


@pytest.mark.parametrize(
    ("place", "link"),
    [
        ("zhuhai/bridge", "link-hong-kong-zhuhai-macao-bridge"),
        ("zhongshan/link", "link-shenzhen-zhongshan-link"),
    ],
)
def test_a_bridge_is_in_kapok_beside_its_length(app: App, place: str, link: str) -> None:
    begin_again(app)
    view = app.stage.map_view
    path = view._world.links[link]

    def on_link() -> int:
        picture = grabbed(app.stage)
        accent = app.stage._look.theme.accent
        points = [path.pointAtPercent(step / 40) for step in range(41)]
        pixels = [view.camera.to_screen(point.x(), point.y()) for point in points]
        return sum(picture.pixelColor(round(x), round(y)) == accent for x, y in pixels)

    app.journey.go(Place.parse(place))
    app.stage.finish()
    assert on_link() >= 30
    app.journey.go(Place(place.partition("/")[0], "city"))
    app.stage.finish()
    assert on_link() == 0
