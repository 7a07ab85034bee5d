"""A name of the map is read on what lies under it, dimmed or not: bright water takes a pill."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import Place
from kiosk.screen.map.map_raster import draw_raster, raster_key
from tests.journeys.standing import begin_again
from tests.walk.contrast import LARGE_TEXT, contrast, relative_luminance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRectF

    from kiosk.app import App
    from tests.walk.contrast import Pixels

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SHAPES = ((1920, 1080), (1080, 1920))
_PART = 9
"""`make test` looks at one view in so many, others for each shape."""
_COARSE = 0.25
"""Of the pixels of the view: grounds are wide."""
_WORST_PERCENT = 10
"""A letter may cross a border, so the worst tenth of what is under it is ignored."""


@pytest.fixture(scope="module")
def app(app: App) -> Iterator[App]:
    """The exhibit of all files, in windows of other sizes."""
    yield app
    app.stage.resize(1920, 1080)
    begin_again(app)


def hard_to_read(app: App, size: tuple[int, int], part: int) -> list[str]:
    """The names beside that of the open place that hardly show, in a window of that size."""
    begin_again(app)
    app.stage.resize(*size)
    QApplication.processEvents()
    assert app.exhibit is not None
    every = list(product([zone.id for zone in app.exhibit.zones], LANGUAGES))
    found = []
    # Both shapes look at the views that once wrote a region on bright water.
    known = {("hengqin", "en"), ("qianhai", "en")}
    for zone, language in sorted({*every[SHAPES.index(size) % part :: part], *known}):
        app.journey.speak(language)
        app.journey.go(Place(zone))
        for name in app.stage.map_view.lettering.names:
            if name.subject != zone:
                assert name.color is not None
                least = numpy.percentile(
                    contrast(name.color, ground(app, name.rect)), _WORST_PERCENT
                )
                if least < LARGE_TEXT:
                    found.append(f"{zone} {language}: {name.subject} {least:.2f}")
    return found


def ground(app: App, rect: QRectF) -> Pixels:
    """The luminance of the land and water that the letters of a name lie on."""
    view, goal = app.stage.map_view, app.stage.map_view.goal
    lit, theme = goal.lit(view._world), view._look.theme.name
    letters = rect.adjusted(0, rect.height() * 0.2, 0, -rect.height() * 0.2)
    key = raster_key(view.camera, letters, theme, lit, _COARSE, lined=False)
    image = draw_raster(key, view._world.shapes, view._look).image
    shape = (image.height(), image.bytesPerLine() // 4, 4)
    pixels = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(shape)
    return relative_luminance(pixels[:, : image.width(), 2::-1] / 255)


def in_pixels(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SHAPES, ids=in_pixels)
def test_dimmed_names_show_on_their_ground_in_a_part_of_all_views(
    app: App, size: tuple[int, int]
) -> None:
    assert hard_to_read(app, size, _PART) == []


@pytest.mark.soak
@pytest.mark.parametrize("size", SHAPES, ids=in_pixels)
def test_dimmed_names_show_on_their_ground_in_every_view(app: App, size: tuple[int, int]) -> None:
    assert hard_to_read(app, size, 1) == []
