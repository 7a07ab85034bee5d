"""The map home in every shape and language: what is named, and that nothing lies on the light."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.screen.home.legend import Legend
from kiosk.screen.home.title_block import TitleBlock
from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_water import water_style
from tests.diagonal import diagonal
from tests.shipped_framing import shipped_framing
from tests.walk.walking import INCHES_24_MM, LANGUAGES, SHAPES, Setup, close, open_still, set_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App

CITIES = {
    *("zhaoqing", "jiangmen", "foshan", "guangzhou", "zhongshan", "zhuhai"),
    *("dongguan", "huizhou", "shenzhen", "hong-kong", "macao"),
}


@pytest.fixture(scope="module")
def exhibit(qapp: object) -> Iterator[App]:
    app = open_still(INCHES_24_MM)
    yield app
    close(app)


@pytest.mark.parametrize(("shape", "language"), diagonal((*SHAPES,), LANGUAGES))
def test_every_city_is_named_beside_the_title_and_off_the_heart_of_the_light(
    exhibit: App, shape: str, language: str
) -> None:
    look = set_up(exhibit, Setup(shape, language))
    QApplication.processEvents()
    stage = exhibit.stage
    lettering = stage.map_view.lettering
    named = {name.subject for name in lettering.names} | {chip.place for chip in lettering.chips}
    rects = [*(name.rect for name in lettering.names), *(chip.rect for chip in lettering.chips)]
    covers = [
        QRectF(widget.geometry())
        for kind in (TitleBlock, Legend)
        for widget in stage.findChildren(kind)
    ]
    to_map = home_camera(look, shipped_framing(), QSizeF(stage.size())).transform().inverted()[0]
    water = water_style(look, shipped_framing().light)

    assert CITIES - named == set()
    assert [rect for rect in rects if any(map(rect.intersects, covers))] == []
    assert [
        chip.place for chip in lettering.chips if water.distance(to_map.mapRect(chip.rect)) < 0.12
    ] == []


@pytest.mark.parametrize(
    ("shape", "language"), diagonal(("full-hd", "portrait", "ultra-wide"), LANGUAGES, turned=1)
)
def test_the_sea_is_named_in_every_language(exhibit: App, shape: str, language: str) -> None:
    set_up(exhibit, Setup(shape, language))
    QApplication.processEvents()
    subjects = {name.subject for name in exhibit.stage.map_view.lettering.names}
    assert "south-china-sea" in subjects
