"""Places that say themselves where they are: on the map as if the drawing had a point for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF

from kiosk.__main__ import main
from kiosk.exhibit.model.landmark import Landmark
from kiosk.exhibit.model.map_point import MapPoint
from kiosk.exhibit.reading.cover import cover_of, read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.geography.drawing import read_drawing
from kiosk.screen.map.map_world import build_world, with_landmarks
from kiosk.text.multilingual import Text
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.sound_content import QIANHAI, Content, sound_content

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.geography.drawing import Drawing

FILE = "zones/qianhai.yaml"
MAP = "map: {marker: qianhai, label_at: left, chip: [-40, 12.5]}"
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><g id="cities">
<path id="island" d="M100 100H300V200H100Z"/></g>
<circle id="pier" cx="150" cy="150" r="2"/></svg>"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return sound_content(tmp_path / "content")


def placed(kind: str = "facility", **elements: object) -> Landmark:
    said = {"shape": None, "marker": None, "label": None, "label_at": None, "chip": None}
    words = Text.same("Pier")
    return Landmark.placed(id="place", kind=kind, within=(), name=words, **(said | elements))  # type: ignore[arg-type]


def drawing() -> Drawing:
    return read_drawing(SVG.encode())


@pytest.mark.parametrize(
    ("elements", "point", "has_outline"),
    [
        pytest.param({}, QPointF(120, 130), False, id="nothing is drawn for it"),
        pytest.param({"marker": "pier"}, QPointF(120, 130), False, id="in place of a marker"),
        pytest.param({"shape": "island"}, QPointF(120, 130), True, id="beside a shape"),
    ],
)
def test_a_place_stands_at_its_own_point(
    elements: dict[str, str], point: QPointF, *, has_outline: bool
) -> None:
    (place,) = build_world(drawing(), [placed(at=MapPoint(120, 130), **elements)]).places

    assert place.point == point
    assert (place.outline is not None) is has_outline


def test_a_point_beside_the_drawing_is_none() -> None:
    world = build_world(drawing(), [placed(at=MapPoint(4000, 10))])
    drawn = build_world(drawing(), [placed(at=MapPoint(4000, 10), marker="pier")])

    assert world.places == ()
    assert drawn.places[0].point == QPointF(150, 150)


def test_a_place_in_the_water_is_framed_once_it_is_there() -> None:
    world = build_world(drawing(), ())
    assert not world.framing.whole.contains(QPointF(350, 250))

    beside = with_landmarks(world, drawing(), [placed(at=MapPoint(350, 250))])
    within = with_landmarks(world, drawing(), [placed(at=MapPoint(120, 130))])

    assert beside.framing.whole.contains(QPointF(350, 250))
    assert within.shapes is world.shapes


@pytest.mark.parametrize(
    "written",
    [
        "22.525 N, 113.897 E",
        "22.525, 113.897",
        "N22.525 E113.897",
        "113.897 E 22.525 N",
        "22°31′30″N 113°53′49.2″E",
        "北緯22.525°，東經113.897°",
    ],
)
def test_coordinates_are_read_as_map_services_write_them(written: str) -> None:
    at = MapPoint.parse(written)

    assert at.in_degrees
    assert [at.x, at.y] == pytest.approx([113.897, 22.525])
    assert MapPoint.parse(at.written.strip("'")) == at


@pytest.mark.parametrize(
    "written",
    ["", "22,5 N; 113,9 E", "95 N, 10 E", "22 N, 113", "22 N, 113 N", ["1"], ["nan", "1"]],
)
def test_what_is_no_point_is_none(written: object) -> None:
    with pytest.raises(ValueError, match=r"^no"):
        MapPoint.parse(written)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("[12, 8.5]", MapPoint(12, 8.5), id="in units"),
        pytest.param("'22.53 N, 113.9 E'", None, id="coordinates on a map of one's own"),
    ],
)
def test_the_first_picture_and_the_exhibit_have_the_same_point(
    content: Content, written: str, found: MapPoint | None
) -> None:
    content.change(FILE, MAP, f"map: {{at: {written}}}")
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None

    for landmarks in (read_cover(content.folder).landmarks, exhibit.landmarks):
        assert next(each.at for each in landmarks if each.id == "qianhai") == found


def test_a_map_that_stands_in_for_another_has_no_points_of_that(content: Content) -> None:
    content.change(FILE, MAP, "map: {at: [12, 8.5]}")
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None

    assert {each.at for each in cover_of(exhibit).on_our_map().landmarks} == {None}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param(
            "[12]",
            "'at' is no point of the map (write two numbers in units of the drawing, as [981.2,"
            " 757.6]; on the map that came along, coordinates will do, as '22.53 N, 113.90 E')",
            id="one number",
        ),
        pytest.param("somewhere", "'at' is no point of the map: 'somewhere'", id="a word"),
        pytest.param(
            "[12, 400]",
            "the point 12, 400 is beside the map (the drawing reaches from 0 to 100 across and"
            " from 0 to 100 down)",
            id="beside the drawing",
        ),
        pytest.param(
            "'22.53 N, 113.9 E'",
            "coordinates can't be found on a map of your own",
            id="coordinates on a map of one's own",
        ),
    ],
)
def test_what_is_wrong_is_said_at_the_point(content: Content, written: str, said: str) -> None:
    content.change(FILE, MAP, f"map: {{at: {written}}}")

    messages = [str(each) for each in whole_check(content.folder, read_exhibit(content.folder))]

    assert [each for each in messages if each.startswith(f"{FILE}:4:11: {said}")] == messages


def test_two_places_at_one_spot_are_remarked_on_once(content: Content) -> None:
    content.change(FILE, MAP, "map: {at: [12, 8.5]}")
    beside = QIANHAI.replace("id: qianhai", "id: beside").replace(MAP, "map: {at: [12, 8.5]}")
    content.write("zones/beside.yaml", beside)

    messages = [str(each) for each in whole_check(content.folder, read_exhibit(content.folder))]

    (said,) = (each for each in messages if "finger" in each)
    assert said.startswith("zones/beside.yaml:4:11: the point is closer to 'qianhai' than")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("400,500", "the point 400, 500 is beside the map"),
        ("22.53 N, 113.9 E", "coordinates can't be found on a map of your own"),
        ("by the pond", "'by the pond' is no point of the map (write --at 981.2,757.6"),
    ],
)
def test_no_file_is_written_for_a_point_that_is_none(
    content: Content, at: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    new = ["new", "zone", "pond", "--at", at, "--content", str(content.folder)]

    assert main(new) == 2
    assert capsys.readouterr().err.startswith(f"kiosk new: {said}")
    assert not (content.folder / "zones" / "pond.yaml").exists()


@pytest.mark.parametrize(
    ("map_name", "at", "point"),
    [
        ("bay.svg", "90.5, 95", MapPoint(90.5, 95)),
        ("gba.svg", "22.255 N, 113.95 E", MapPoint(113.95, 22.255, in_degrees=True)),
    ],
)
def test_a_new_place_at_a_point_is_sound(
    content: Content, map_name: str, at: str, point: MapPoint
) -> None:
    content.change("exhibit.yaml", "bay.svg", map_name)

    assert main(["new", "zone", "pond", "--at", at, "--content", str(content.folder)]) == 0

    reading = read_exhibit(content.folder)
    zone = reading.exhibit.zone("pond") if reading.exhibit else None
    assert zone is not None
    assert zone.map.at == point
    messages = whole_check(content.folder, reading)
    assert {each.rule for each in messages if each.file == "zones/pond.yaml"} == {"placeholder"}


def test_coordinates_in_brackets_are_asked_about(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change("exhibit.yaml", "bay.svg", "gba.svg")
    new = ["new", "zone", "pond", "--at", "22.53,113.9", "--content", str(content.folder)]

    assert main(new) == 2
    assert "write --at '22.53 N, 113.9 E' if they are coordinates" in capsys.readouterr().err
