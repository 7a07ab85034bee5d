"""Places that fingers can't tell apart: one pill stands for them, and a touch leads to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import HOME
from kiosk.screen.place_names import group_name
from tests.journeys.standing import begin_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App
    from kiosk.screen.map.map_letters import Chip

FUTIAN = {"cityu-futian", "quantum-science-center", "hku-shenzhen-hospital"}
SAID = {
    "en": "4 more in Shenzhen",
    "zh-Hant": "深圳還有 4 個地方",
    "zh-Hans": "深圳还有 4 个地方",
    "pt": "Mais 4 em Shenzhen",
}


@pytest.fixture(scope="module")
def app(app: App) -> Iterator[App]:
    """The exhibit of all files, in windows of other sizes."""
    yield app
    app.stage.resize(1920, 1080)
    begin_again(app)


def groups(app: App) -> list[Chip]:
    return [chip for chip in app.stage.map_view.lettering.chips if chip.group]


def explore(app: App, language: str = "en", size: tuple[int, int] = (1920, 1080)) -> None:
    begin_again(app, language)
    app.stage.resize(*size)
    QApplication.processEvents()
    view = app.stage.map_view
    view.zoom(QPointF(view.width() / 2, view.height() / 2), 0.2)


@pytest.mark.parametrize("language", SAID)
def test_a_group_says_that_there_are_more_and_where(app: App, language: str) -> None:
    explore(app, language)

    assert [chip.words for chip in groups(app)] == [SAID[language]]


def test_a_group_in_many_cities_says_only_that_there_are_more(app: App) -> None:
    begin_again(app)
    counted = app.stage.state.words.say("place_count", "en", count="3")

    assert group_name(app.stage.state, (), 3) == "3 more places"
    assert counted != "3 more places", "an exhibit words that for all its places"


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)], ids=str)
def test_a_touch_on_a_group_leads_to_each_of_its_places(app: App, size: tuple[int, int]) -> None:
    explore(app, size=size)
    view, group = app.stage.map_view, groups(app)[0]
    found = view.place_at(group.rect.center())
    assert found == group.place
    before = view.camera.scale
    view._touch(found)

    assert view.camera.scale > before
    assert app.journey.place == HOME, "nothing opens"
    assert groups(app) == []
    lettering = view.lettering
    apart = {chip.place: chip.rect.center() for chip in lettering.chips}
    for place in FUTIAN:
        point = apart.get(place) or view.target_point(place)
        assert point is not None
        assert place in lettering.marked or place in apart
        assert view.place_at(point) == place


def test_a_group_is_reached_by_the_keyboard_and_by_its_name(app: App) -> None:
    explore(app)
    names = [control.accessibleName() for control in app.stage.map_view.controls()]
    assert SAID["en"] in names
    group = app.stage.map_view.controls()[-1]
    group.setFocus()
    group.click()
    app.stage.map_view.finish()

    names = [control.accessibleName() for control in app.stage.map_view.controls()]
    assert SAID["en"] not in names
    assert "CityU in Futian" in names


def test_the_map_home_keeps_its_own_names(app: App) -> None:
    begin_again(app)

    assert groups(app) == []
