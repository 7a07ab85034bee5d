"""No name on the map stands on another, on the controls, or outside the free part."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import HOME, Place
from tests.journeys.standing import begin_again

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from kiosk.app import App

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")


def lettered(app: App) -> list[tuple[str, QRectF]]:
    """Everything that is written on the map, roughly by its letters: less than its lines."""
    lettering = app.stage.map_view.lettering
    names = [
        (name.place or "a city or a sea", name.rect.adjusted(0, 4, 0, -4))
        for name in lettering.names
    ]
    return names + [(chip.place, chip.rect) for chip in lettering.chips]


def overlaps(app: App) -> list[str]:
    goal = app.stage.map_view.goal
    found = lettered(app)
    on_each_other = [
        f"{one} on {other}"
        for (one, rect), (other, another) in combinations(found, 2)
        if rect.intersects(another)
    ]
    covered = [
        f"{name} under a control"
        for name, rect in found
        if any(rect.intersects(obstacle) for obstacle in goal.obstacles)
    ]
    outside = [f"{name} outside" for name, rect in found if not goal.free.contains(rect)]
    return on_each_other + covered + outside


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_keep_clear_at_home(app: App, language: str) -> None:
    begin_again(app, language)

    assert len(lettered(app)) >= 14
    assert overlaps(app) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_keep_clear_beside_every_open_zone(app: App, language: str) -> None:
    begin_again(app, language)
    assert app.exhibit is not None
    wrong = {}
    for zone in app.exhibit.zones:
        app.journey.go(Place(zone.id))
        if found := overlaps(app):
            wrong[zone.id] = found
    app.journey.go(HOME)

    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_named_by_chips_have_theirs_at_home(app: App, language: str) -> None:
    begin_again(app, language)
    chips = {chip.place for chip in app.stage.map_view.lettering.chips}

    # A university on a ragged coast has a small pill beside its marker.
    assert chips - {"hku"} == {"hong-kong", "macao", "hetao", "hengqin"}


def test_every_chip_is_tied_to_its_point(app: App) -> None:
    begin_again(app)
    view = app.stage.map_view
    for chip in view.lettering.chips:
        point = view.target_point(chip.place)
        assert point is not None
        assert (chip.leader[0] - point).manhattanLength() < 1
        end = chip.leader[-1]
        beside = view._look.px(33)
        reach = beside if chip.leader[0] == end else 1
        assert chip.rect.adjusted(-reach, -reach, reach, reach).contains(end)
