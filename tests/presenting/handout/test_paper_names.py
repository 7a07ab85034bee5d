"""The names on the maps of handouts: those of equal rank stand there together or not at all."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.geography.drawing import read_drawing
from kiosk.languages.words import read_words
from kiosk.presenting.handout.edition import Edition
from kiosk.presenting.handout.map_block import map_camera
from kiosk.presenting.handout.paper import paper_look
from kiosk.presenting.handout.paper_names import PaperName, paper_names
from kiosk.screen.locale import Locale
from kiosk.screen.map.map_world import build_world
from kiosk.shipped import shipped

pytestmark = pytest.mark.usefixtures("qapp")

TOGETHER = {"hong-kong", "macao"}
SIZES = ((500, 360), (1000, 420), (480, 180))
"""Widths and heights of maps on paper, in units of the look."""


@pytest.fixture(scope="module")
def edition(qapp: object) -> Edition:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    landmarks = [zone.landmark for zone in exhibit.zones if zone.landmark is not None]
    locale = Locale("zh-Hant", read_words(shipped("assets") / "words"), exhibit)
    look = paper_look(shipped("assets"), exhibit.names)
    return Edition(locale, look, build_world(read_drawing(exhibit.map_file), landmarks))


def area_of(edition: Edition, size: tuple[int, int]) -> QRectF:
    width, height = (edition.look.px(side) for side in size)
    return QRectF(100, 200, width, height)


def named(edition: Edition, area: QRectF, zones: list[str]) -> tuple[PaperName, ...]:
    places = [place for place in map(edition.world.place, zones) if place is not None]
    return paper_names(edition, places, map_camera(edition, places, area), area)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_every_map_names_both_of_equal_rank_or_neither(
    edition: Edition, language: str, size: tuple[int, int]
) -> None:
    edition = replace(edition, locale=replace(edition.locale, language=language))
    area = area_of(edition, size)
    shown = {
        zone.id: {name.id for name in named(edition, area, [zone.id])} & TOGETHER
        for zone in edition.locale.exhibit.zones
    }
    assert [zone for zone, names in shown.items() if len(names) == 1] == []
    assert [zone for zone in TOGETHER if shown[zone] != TOGETHER] == []


@pytest.mark.parametrize("size", SIZES[:2])
def test_a_map_of_one_of_them_has_both_within_it_and_no_name_on_another(
    edition: Edition, size: tuple[int, int]
) -> None:
    area = area_of(edition, size)
    for zone in sorted(TOGETHER):
        names = named(edition, area, [zone])
        assert all(area.contains(name.box) for name in names)
        assert not any(
            one.box.intersects(other.box) for one, other in itertools.combinations(names, 2)
        )


def test_a_map_of_many_places_still_names_what_has_a_dot(edition: Edition) -> None:
    zones = ["qianhai", "hetao", "csns", "nansha", "hengqin"]
    names = named(edition, area_of(edition, SIZES[1]), zones)
    assert {name.id for name in names} >= set(zones)
