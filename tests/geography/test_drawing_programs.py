"""Maps as each drawing program writes them: what its shapes are called and where they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.geography.drawing import Drawing, read_drawing

DRAWINGS = Path(__file__).parent / "drawings"


def drawing_of(program: str) -> Drawing:
    """A map in the style of that program."""
    return read_drawing(DRAWINGS / f"{program}.svg")


def called(drawing: Drawing) -> dict[str, str]:
    """The shapes that somebody named, by their ids."""
    return {shape.id: shape.name for shape in drawing.shapes.values() if shape.name}


@pytest.mark.parametrize(
    ("svg", "program", "title", "names"),
    [
        pytest.param(
            "inkscape",
            "Inkscape",
            "Two islands",
            {"North Island": "North Island", "South Island": "South Island"},
            id="inkscape",
        ),
        pytest.param(
            "illustrator",
            "Illustrator",
            "",
            {
                "Sham Shui Po": "Sham Shui Po",
                "Kwun Tong_1_": "Kwun Tong",
                "Lake_1": "Lake 1",
            },
            id="illustrator",
        ),
        pytest.param(
            "illustrator-29",
            "",
            "",
            {"Sai_Kung": "Sai Kung", "Islands": "Islands", "_離島": "離島"},
            id="illustrator-29",
        ),
        pytest.param(
            "figma", "", "", {"Great Hall": "Great Hall", "Tea House": "Tea House"}, id="figma"
        ),
        pytest.param("qgis", "QGIS", "Qt SVG Document", {"Map": "Map"}, id="qgis"),
        pytest.param("mapshaper", "", "", {"ME001": "Åland", "ME002": "ME002"}, id="mapshaper"),
        pytest.param(
            "svg-maps",
            "",
            "Map of Three Districts",
            {"cw": "Central and Western", "ea": "Eastern"},
            id="svg-maps",
        ),
        pytest.param("affinity", "Affinity", "", {"East-Wing": "East Wing"}, id="affinity"),
    ],
)
def test_shapes_are_called_as_in_the_program(
    svg: str, program: str, title: str, names: dict[str, str]
) -> None:
    drawing = drawing_of(svg)

    assert (drawing.program, drawing.title, called(drawing)) == (program, title, names)
    assert (drawing.left_out, drawing.undrawn) == ((), ())


@pytest.mark.parametrize(
    ("svg", "name", "box"),
    [
        ("inkscape", "North Island", (10, 20, 30, 20)),
        ("inkscape", "South Island", (70, 80, 30, 20)),
        ("inkscape", "path111", (10, 20, 30, 20)),
        ("illustrator", "Sham Shui Po", (10.5, 20.5, 30, 20)),
        ("illustrator-29", "Sai Kung", (0, 0, 50, 50)),
        ("illustrator-29", "Islands", (100, 0, 30, 10)),
        ("illustrator-29", "離島", (0, 100, 50, 50)),
        ("figma", "Tea House", (200, 40, 80, 60)),
        ("figma", "Museum map", (0, 0, 400, 300)),
        ("mapshaper", "Åland", (10, 20, 210, 70)),
        ("mapshaper", "counties", (10, 20, 210, 370)),
        ("affinity", "East Wing", (10, 10, 50, 50)),
    ],
)
def test_content_can_name_a_shape_by_what_the_program_shows(
    svg: str, name: str, box: tuple[float, ...]
) -> None:
    drawing = drawing_of(svg)
    shape = drawing.named(name)

    assert name in drawing.names
    assert shape is not None
    assert shape.path.boundingRect().getRect() == pytest.approx(box)


def test_what_a_layer_hides_or_a_class_hides_is_not_there() -> None:
    assert drawing_of("inkscape").named("Draft") is None
    assert drawing_of("illustrator").named("XMLID_3_") is None
    assert drawing_of("illustrator-29").named("Old") is None


def test_the_fill_rule_of_a_class_makes_a_hole() -> None:
    lake = drawing_of("illustrator").shapes["Lake_1"]

    assert not lake.path.contains(lake.path.boundingRect().center())


def test_outlines_that_qt_closes_without_saying_so_are_areas() -> None:
    (land,) = drawing_of("qgis").shapes.values()

    assert (land.kind, len(land.path.toSubpathPolygons())) == ("area", 3)


def test_names_by_language_come_from_the_columns_of_geographers() -> None:
    names = drawing_of("mapshaper").shapes["ME002"].names

    assert names == {"en": "Cork", "zh-Hans": "科克"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_understood(encoding: str) -> None:
    svg = (DRAWINGS / "svg-maps.svg").read_text(encoding="utf-8-sig")

    assert set(read_drawing(svg.encode(encoding)).shapes) == {"cw", "ea"}
