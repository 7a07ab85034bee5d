"""Where a visitor stands once the exhibit has changed: as near to the old place as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import Place
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.shipped import shipped
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("home", "home"),
        ("list/2", "list/2"),
        ("qianhai", "qianhai"),
        ("qianhai/teams/2", "qianhai/teams/2"),
        ("shenzhen/~places", "shenzhen/~places"),
        ("qianhai/no-such-panel/3", "qianhai"),
        ("no-such-zone/teams", "home"),
        ("bay", "home"),
        ("home#no-such-layer:2020@qianhai", "home@qianhai"),
        ("no-such-zone/teams@qianhai", "home@qianhai"),
        ("qianhai/no-such-panel/3@bay", "qianhai@bay"),
    ],
)
def test_what_is_gone_gives_way_to_what_is_around_it(
    tmp_path: Path, wanted: str, found: str
) -> None:
    exhibit = read_exhibit(sound_content(tmp_path).folder).exhibit
    assert exhibit is not None

    assert str(Place.parse(wanted).nearest(exhibit)) == found


def test_the_bay_is_the_region_at_the_same_page() -> None:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    assert exhibit.region is not None
    near = Place.parse("bay/3@qianhai").nearest(exhibit)

    assert near == Place(exhibit.region.id, page=3, view=("qianhai",))
    assert near.resolve(exhibit) == Place.parse("bay/3").resolve(exhibit)
