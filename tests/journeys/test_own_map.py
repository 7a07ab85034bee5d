"""A visitor explores a map that nobody drew for the exhibit, made by `kiosk new --from-map`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from kiosk.__main__ import main
from kiosk.exhibit.place import HOME, Place
from tests.journeys.fingers import Fingers
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS, ROWS, SIDE = 12, 8, 50
MANY = COLUMNS * ROWS

SECOND_PAGE = """\
  - heading: {en: The wheel}
    text: {en: It still turns.}
    source: map
"""


def districts() -> str:
    """A town of many square districts, as mapshaper names them, around a lake."""
    squares = "".join(
        f'<path id="D{each:03}" data-name="District {each}"'
        f' d="M{each % COLUMNS * SIDE} {each // COLUMNS * SIDE} h{SIDE} v{SIDE} h-{SIDE} Z"/>'
        for each in range(MANY)
        if each != 41
    )
    lake = '<g id="water"><path id="lake" d="M252 152h46v46h-46z"/></g>'
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"'
    return f'{head} aria-label="Map of Town"><g id="districts">{squares}</g>{lake}</svg>'


@pytest.fixture(scope="module", params=["dark", "light"])
def visitor(
    request: pytest.FixtureRequest, qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visitor]:
    folder: Path = tmp_path_factory.mktemp("own-map")
    (folder / "town.svg").write_text(districts(), encoding="utf-8")
    made = folder / "made"
    assert main(["new", "--from-map", str(folder / "town.svg"), "--out", str(made)]) == 0
    assert main(["new", "story", "district-1", "mill", "--content", str(made)]) == 0
    with (made / "zones" / "district-1.yaml").open("a", encoding="utf-8") as zone:
        zone.write(SECOND_PAGE)
    app = open_exhibit(made, theme=request.param)
    yield Visitor(app)
    close_exhibit(app)


@pytest.fixture(autouse=True)
def _at_home(visitor: Visitor) -> None:
    begin_again(visitor.app)


@pytest.mark.parametrize("district", ["district-0", "district-52", "district-95"])
def test_every_district_opens_at_a_touch_and_closes(visitor: Visitor, district: str) -> None:
    visitor.touch_place(district)
    assert visitor.place.zone == district

    visitor.touch_control("Map")
    assert visitor.place == HOME


def test_one_way_to_the_map_is_enough_below_a_story(visitor: Visitor) -> None:
    visitor.app.journey.go(Place("district-1", "mill"))
    visitor.take_a_moment()
    assert "Map" not in visitor.names()
    assert "Previous page" not in visitor.names()
    assert "Back to the map" in visitor.names()

    visitor.touch_control("Next")
    assert visitor.place == Place("district-1", "mill", 2)
    assert "Previous page" in visitor.names()
    visitor.touch_control("Previous page")
    assert visitor.place == Place("district-1", "mill")


def test_the_lake_is_no_place(visitor: Visitor) -> None:
    exhibit = visitor.app.exhibit

    assert exhibit is not None
    assert len(exhibit.zones) == MANY - 1
    assert exhibit.zone("district-41") is None


def test_two_fingers_make_the_map_larger_and_more_is_named(visitor: Visitor) -> None:
    view = visitor.app.stage.map_view
    before, named = view.camera.scale, {name.subject for name in view.lettering.names}
    fingers, middle = Fingers(visitor), visitor.point_of("district-52")

    fingers.act("press", {0: middle - QPoint(80, 0), 1: middle + QPoint(80, 0)})
    for half in range(100, 401, 30):
        fingers.act("move", {0: middle - QPoint(half, 0), 1: middle + QPoint(half, 0)})
    fingers.act("release", {0: middle - QPoint(400, 0), 1: middle + QPoint(400, 0)})
    visitor.app.stage.finish()

    assert view.camera.scale > 2 * before
    seen = {name.subject for name in view.lettering.names}
    assert seen
    assert seen <= {f"D{each:03}" for each in range(MANY)}
    assert "D052" in seen
    assert visitor.place == HOME
    assert named != seen
