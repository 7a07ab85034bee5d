"""On the way of the map its light changes as a whole, and what stands on it comes last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from kiosk.exhibit.place import Place
from kiosk.screen.home.legend import Legend
from kiosk.screen.home.title_block import TitleBlock
from kiosk.screen.slide import Slide
from kiosk.shipped import shipped
from tests.journeys.film import Film
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from kiosk.app import App

    Pixels = NDArray[numpy.float64]

SIZE = (768, 432)
PARTS = (16, 9)
TELLING_LEVELS = 12
"""Where the two lights differ by so much, a pixel tells which of them it has."""
FLAT_LEVELS, REACH, LEAST_PIXELS = 3, 4, 40
MOST_APART = 0.19
"""How much nearer to the next light one part of a frame may be than another: 0.17 was measured,
where a level of the grain is a twelfth of the way; with two lights in one frame it is 1.
"""
TITLE_COMES = 0.6


@pytest.fixture(scope="module", params=["dark", pytest.param("light", marks=pytest.mark.soak)])
def app(qapp: object, request: pytest.FixtureRequest) -> Iterator[App]:
    app = open_exhibit(shipped("content"), size=SIZE, still=False, theme=request.param)
    yield app
    close_exhibit(app)


def resting(app: App, place: str) -> Film:
    """A film that begins there, with everything drawn that a rest brings."""
    begin_again(app)
    app.journey.go(Place.parse(place))
    film = Film(app)
    list(film.run({0: lambda: None}))
    wait_until(lambda: app.stage.map_view.at_rest)
    return film


@pytest.mark.parametrize("every", [8, pytest.param(4, marks=pytest.mark.soak)])
@pytest.mark.parametrize(
    ("start", "end"),
    [("", "qianhai"), ("qianhai", ""), ("qianhai", "hengqin"), ("shenzhen", "csns")],
    ids=["from home", "to home", "from zone to zone", "from light to light"],
)
def test_each_frame_has_one_light_from_edge_to_edge(
    app: App, start: str, end: str, every: int
) -> None:
    """One frame in so many is compared with the whole map drawn in both lights."""
    if start == "shenzhen" and app.stage._look.theme.name == "light":
        pytest.skip("by day a city is lit by less than what can be told")
    film = resting(app, start)
    view, world = film.view, film.view._world
    before = view.goal.lit(world)
    told, untold, wrong = 0, 0, []
    for number in film.run({0: lambda: app.journey.go(Place.parse(end))}):
        if number % every:
            continue
        shares = _shares(film.ground(), film.drawing(before), film.drawing(view.goal.lit(world)))
        if not shares:
            untold += 1
            continue
        told += 1
        if max(shares) - min(shares) > MOST_APART:
            wrong.append((number, round(min(shares), 2), round(max(shares), 2)))
    assert wrong == []
    assert told > untold


def test_title_and_legend_come_when_the_map_is_nearly_home(app: App) -> None:
    film = resting(app, "qianhai")
    stage = app.stage
    seen_late = False
    for _ in film.run({0: lambda: app.journey.go(Place())}):
        shown = [
            each
            for each in (*stage.findChildren(TitleBlock), *stage.findChildren(Legend))
            if each.isVisible()
        ]
        title = stage.findChildren(TitleBlock)[0].geometry()
        fading = [
            each
            for each in stage.findChildren(Slide)
            if each.isVisible() and QRect(each.geometry()) == title
        ]
        if film.motion.passed < TITLE_COMES:
            assert shown == []
            assert fading == []
        seen_late = seen_late or bool(fading)
    assert seen_late
    wait_until(lambda: stage.findChildren(TitleBlock)[0].isVisible())


def _shares(frame: QImage, before: QImage, after: QImage) -> list[float]:
    """How far each part of a frame is from one light to the next, where the two can be told.

    Only what is flat counts: lines are as wide as the raster that they come from.
    """
    seen, one, other = (_grey(each) for each in (frame, before, after))
    tells = _is_flat(one) & _is_flat(other) & (numpy.abs(other - one) >= TELLING_LEVELS)
    gap = numpy.where(tells, other - one, 1)
    share = numpy.where(tells, (seen - one) / gap, numpy.nan)
    height, width = share.shape[0] // PARTS[1], share.shape[1] // PARTS[0]
    parts = [
        share[y * height : (y + 1) * height, x * width : (x + 1) * width]
        for y in range(PARTS[1])
        for x in range(PARTS[0])
    ]
    told = (part[~numpy.isnan(part)] for part in parts)
    return [float(numpy.median(part)) for part in told if part.size >= LEAST_PIXELS]


def _grey(image: QImage) -> Pixels:
    """The lightness of each pixel."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = numpy.frombuffer(grey.constBits(), numpy.uint8).reshape(grey.height(), -1)
    return rows[:, : grey.width()].astype(numpy.float64)


def _is_flat(grey: Pixels) -> NDArray[numpy.bool_]:
    """Where nothing near is lighter or darker."""
    near = [
        numpy.roll(grey, (dy * REACH, dx * REACH), (0, 1)) for dy in (-1, 0, 1) for dx in (-1, 0, 1)
    ]
    spans: Pixels = numpy.ptp(numpy.stack(near), axis=0)
    return numpy.less_equal(spans, FLAT_LEVELS)
