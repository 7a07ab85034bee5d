"""The status of a city is told of cities only, and a wrong one takes nothing away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

STATUS = "status: special-administrative-region"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return sound_content(tmp_path)


def test_a_city_may_have_a_status(content: Content) -> None:
    content.change("zones/shenzhen.yaml", "kind: city", f"kind: city\n{STATUS}")
    assert content.messages() == []


def test_visitors_are_never_told_the_status_of_what_is_no_city(content: Content) -> None:
    kind = "kind: innovation-zone"
    content.change("zones/qianhai.yaml", kind, f"{kind}\n{STATUS}")
    assert content.messages() == [
        "zones/qianhai.yaml:3:1: 'status' is told of cities only, and this is of the kind"
        " 'innovation-zone' (delete 'status', or write 'kind: city')"
    ]


def test_a_place_with_an_unknown_status_is_shown_without_it(content: Content) -> None:
    content.change("zones/shenzhen.yaml", "kind: city", "kind: city\nstatus: sar")
    exhibit = read_exhibit(content.folder).exhibit

    assert exhibit is not None
    assert {zone.id: zone.status for zone in exhibit.zones} == {"qianhai": None, "shenzhen": None}
    assert content.messages() == [
        "zones/shenzhen.yaml:3:9: 'status' is 'sar'; choose special-administrative-region"
    ]
