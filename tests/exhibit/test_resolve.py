"""What a place opens in an exhibit: the one answer to which panel a zone alone means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import HOME, LIST, PLACES, Place, first_pages
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    return exhibit


def opened(written: str, exhibit: Exhibit) -> str:
    shown = Place.parse(written).resolve(exhibit)
    if shown is None:
        return ""
    panel = shown.panel.id if shown.panel is not None else "the places within"
    return f"{shown.zone.id}, {panel}, {shown.page}"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("home", ""),
        ("list", ""),
        ("credits/2", ""),
        ("atlantis", ""),
        ("qianhai/growth", "qianhai, growth, 1"),
        ("csns/super-steel/3", "csns, super-steel, 3"),
        ("shenzhen/~places", "shenzhen, the places within, 1"),
    ],
)
def test_a_place_opens_its_panel(exhibit: Exhibit, written: str, found: str) -> None:
    assert opened(written, exhibit) == found


@pytest.mark.parametrize("written", ["qianhai", "qianhai/no-such-panel", "qianhai/~places"])
def test_a_zone_alone_opens_its_first_panel(exhibit: Exhibit, written: str) -> None:
    zone = exhibit.zone("qianhai")
    assert zone is not None
    assert opened(written, exhibit) == f"qianhai, {zone.panels[0].id}, 1"


def test_the_bay_is_the_zone_of_the_region(exhibit: Exhibit) -> None:
    region = exhibit.region
    assert region is not None
    assert opened("bay", exhibit) == f"{region.id}, {region.panels[0].id}, 1"
    assert Place.parse("bay@qianhai").nearest(exhibit) == Place(region.id, view=("qianhai",))


def test_everything_that_can_be_opened_has_a_first_page(exhibit: Exhibit) -> None:
    pages = list(first_pages(exhibit))

    layers = [Place(layer=layer.id) for layer in exhibit.layers]
    assert pages[: len(layers) + 2] == [HOME, *layers, Place(screen=LIST)]
    assert Place("shenzhen", PLACES) in pages
    assert {place.zone for place in pages if place.zone} == {zone.id for zone in exhibit.zones}
    for place in pages:
        shown = place.resolve(exhibit)
        assert (shown is None) == (not place.zone)
        if shown is not None and shown.panel is not None:
            assert shown.panel.id == place.panel
