"""A curator's signs for kinds of places: each is seen as itself, everywhere the kind is shown."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QImage, QPainter

from kiosk.exhibit.editorial import Beyond, editorial_check
from kiosk.exhibit.model.place_signs import PlaceSign
from kiosk.exhibit.place import HOME, Place
from kiosk.exhibit.reading.cover import cover_of, read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.screen.board.index_row import IndexRow
from kiosk.screen.home.legend import Legend
from kiosk.screen.map.map_marker import MarkerState, draw_marker
from kiosk.screen.panel.kicker import Kicker
from tests.exhibit.sound_content import MAP, Content, sound_content
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.pictures.picture import grabbed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kiosk.app import App
    from kiosk.look.look import Look

SIDE = 80
SIGNS = get_args(PlaceSign)
SEEN = (MarkerState.IDLE, MarkerState.SMALL, MarkerState.RINGED)
STAR = "map: bay.svg\nkinds: {innovation-zone: {sign: star}}\n"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return sound_content(tmp_path / "content")


def drawn(look: Look, sign: str, state: MarkerState) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_marker(painter, look, sign, QPointF(SIDE / 2, SIDE / 2), state)
    painter.end()
    return image


@pytest.mark.parametrize("state", SEEN)
def test_each_sign_is_told_from_every_other(moving_look: Look, state: MarkerState) -> None:
    pictures = {sign: drawn(moving_look, sign, state) for sign in SIGNS}

    for one, other in combinations(SIGNS, 2):
        different = sum(
            pictures[one].pixel(x, y) != pictures[other].pixel(x, y)
            for x in range(SIDE)
            for y in range(SIDE)
        )
        assert different > 60, (one, other)


@pytest.mark.parametrize("sign", SIGNS)
def test_signs_weigh_about_the_same(moving_look: Look, sign: str) -> None:
    def weight(name: str) -> int:
        image = drawn(moving_look, name, MarkerState.IDLE)
        return sum(image.pixelColor(x, y).alpha() > 200 for x in range(SIDE) for y in range(SIDE))

    assert 0.7 < weight(sign) / weight("pearl") < 1.2


def test_the_first_picture_has_the_signs_of_the_exhibit(content: Content) -> None:
    content.change("exhibit.yaml", "map: bay.svg\n", STAR)
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None

    assert read_cover(content.folder).landmarks == cover_of(exhibit).landmarks
    assert {each.id: each.sign for each in exhibit.landmarks} == {"qianhai": "star", "shenzhen": ""}


def test_an_unknown_sign_is_told_with_those_there_are(content: Content) -> None:
    content.change("exhibit.yaml", "map: bay.svg\n", STAR.replace("star", "sta"))

    (message,) = content.messages()
    assert message.startswith("exhibit.yaml:6:33: 'sign' is 'sta'")
    assert "star" in message
    assert read_cover(content.folder).landmarks[0].sign == ""


def test_two_kinds_with_the_same_sign_are_remarked_on(content: Content) -> None:
    content.change(
        "exhibit.yaml", "map: bay.svg\n", STAR.replace("kinds: {", "kinds: {city: {sign: star}, ")
    )
    reading = read_exhibit(content.folder)
    found = editorial_check(
        content.folder,
        reading.messages,
        languages=("en",),
        undrawable=lambda words, language, *, large: (),
        beyond=Beyond(zone_files=reading.zone_files),
    )

    told = [str(each) for each in found if each.rule == "same-sign"]
    assert told == [
        "exhibit.yaml:6:53: 'innovation-zone' has the sign 'star', as 'city' has"
        " (give 'innovation-zone' another sign)"
    ]


@pytest.fixture(scope="module")
def exhibits(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[App, App]]:
    """One with the usual signs, and one whose zones are marked with a star."""
    usual, own = (sound_content(tmp_path_factory.mktemp(name)) for name in ("usual", "own"))
    own.change("exhibit.yaml", "map: bay.svg\n", STAR)
    for each in (usual, own):
        each.write("map/bay.svg", MAP)
    apps = open_exhibit(usual.folder), open_exhibit(own.folder)
    yield apps
    for app in apps:
        close_exhibit(app)


@pytest.mark.parametrize(
    ("place", "shown"),
    [(HOME, Legend), (Place(screen="list"), IndexRow), (Place("qianhai", "teams"), Kicker)],
    ids=["legend", "list", "panel"],
)
def test_a_sign_is_seen_wherever_its_kind_is(
    exhibits: tuple[App, App], place: Place, shown: type[QWidget]
) -> None:
    pictures = []
    for app in exhibits:
        app.journey.go(place)
        app.stage.finish()
        rows = [each for each in app.stage.findChildren(shown) if each.isVisible()]
        pictures.append([grabbed(each).image for each in rows])
        assert rows

    assert [one.size() for one in pictures[0]] == [other.size() for other in pictures[1]]
    assert pictures[0] != pictures[1]


def test_the_marker_on_the_map_is_the_sign(exhibits: tuple[App, App]) -> None:
    pictures = []
    for app in exhibits:
        app.journey.go(HOME)
        app.stage.finish()
        point = app.stage.map_view.target_point("qianhai")
        assert point is not None
        around = QRect(point.toPoint() - QPoint(20, 20), QSize(40, 40))
        pictures.append(app.stage.map_view.grab(around).toImage())

    assert pictures[0] != pictures[1]
