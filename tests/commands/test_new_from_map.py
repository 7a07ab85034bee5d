"""A content folder made of a map: sound as it is, with a place for every shape that has a name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.exhibit.reading.exhibit_reading import read_exhibit

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit

DRAWINGS = Path(__file__).parents[1] / "geography" / "drawings"


def made(tmp_path: Path, svg: str, *more: str) -> Exhibit:
    """The exhibit of a folder that is made of this drawing."""
    file = tmp_path / "our-town.svg"
    file.write_text(svg, encoding="utf-8")
    assert main(["new", "--from-map", str(file), "--out", str(tmp_path / "made"), *more]) == 0
    assert main(["check", "--fast", str(tmp_path / "made")]) == 0
    exhibit = read_exhibit(tmp_path / "made").exhibit
    assert exhibit is not None
    return exhibit


def drawing(inside: str, attributes: str = "") -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 900" {attributes}>{inside}</svg>'
    )


def squares(number: int) -> str:
    """So many named squares in rows of thirty, each beside the next."""
    return "".join(
        f'<path id="s{each}" aria-label="Place of number {each}"'
        f' d="M{each % 30 * 20} {each // 30 * 20}h20v20h-20z"/>'
        for each in range(number)
    )


@pytest.mark.parametrize(
    "name", ["inkscape", "illustrator-29", "figma", "mapshaper", "svg-maps", "affinity"]
)
def test_the_map_of_each_program_becomes_a_sound_exhibit(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    svg = (DRAWINGS / f"{name}.svg").read_text(encoding="utf-8-sig")
    exhibit = made(tmp_path, svg)

    assert "content is ok" in capsys.readouterr().out
    assert exhibit.zones
    assert exhibit.map_file.read_text(encoding="utf-8") == svg
    assert exhibit.map_file.is_relative_to(tmp_path / "made")


def test_names_and_the_title_come_from_the_drawing(tmp_path: Path) -> None:
    exhibit = made(
        tmp_path,
        drawing(
            '<path id="cote" data-name="Côte d’Azur" d="M0 0h300v300h-300z"/>'
            '<path id="hong-kong" d="M300 0h300v300h-300z"/>'
            '<path id="p9" aria-label="香港仔" d="M0 600h300v300h-300z"/>'
            '<circle id="list" cx="850" cy="850" r="4"/>',
            'aria-label="Map of Somewhere"',
        ),
    )

    assert exhibit.title.words_in("en") == "Somewhere"
    assert exhibit.languages == ("en",)
    assert {zone.id: zone.name.words_in("en") for zone in exhibit.zones} == {
        "cote-d-azur": "Côte d’Azur",
        "hong-kong": "Hong Kong",
        "list-2": "List",
        "p9": "香港仔",
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "West lies at the upper left of the map. Beside it is East."),
        ("zh-Hant", "西在地圖的左上方。旁邊是東。"),
        ("zh-Hans", "西在地图的左上方。旁边是東。"),
        ("pt", "West fica no canto superior esquerdo do mapa. Ao lado fica East."),
    ],
)
def test_it_says_in_its_language_where_places_lie(language: str, said: str, tmp_path: Path) -> None:
    exhibit = made(
        tmp_path,
        drawing(
            '<path id="a" aria-label="West" data-name-zh-hant="西" data-name-zh-hans="西"'
            ' d="M0 0h100v100h-100z"/>'
            '<path id="b" aria-label="East" data-name-zh-hant="東" data-name-zh-hans="東"'
            ' d="M100 0h100v100h-100z"/>'
            '<path id="c" aria-label="Far" d="M800 800h100v100h-100z"/>'
        ),
        *("--language", language),
    )

    west = exhibit.zones[[zone.map.shape for zone in exhibit.zones].index("a")]
    (panel,) = west.panels
    assert panel.kind == "story"
    assert panel.pages[0].text.words_in(language) == said


def test_in_a_language_without_sentences_words_are_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exhibit = made(tmp_path, drawing(squares(2)), "--language", "fr")

    told = capsys.readouterr().out
    assert "Write your own words, in fr, where … stands" in told
    assert "zones/place-of-number-0.yaml" in told
    assert "'…' is still what `kiosk new` wrote, in fr (write your own words)" in told
    english = {"Touch", "place", "Beside", "lies", "map", "of"}
    for text in ("exhibit.yaml", "units.yaml", "zones/place-of-number-1.yaml"):
        lines = (tmp_path / "made" / text).read_text(encoding="utf-8").splitlines()
        written = [line for line in lines if "fr:" in line and not line.lstrip().startswith("#")]
        said = " ".join(written).replace("Place of number", "")
        assert not english & set(said.replace("{", " ").split()), text
    assert exhibit.zones[0].name.words_in("fr") == "Place of number 0"
    assert exhibit.welcome.words_in("fr") == "…"


def test_what_says_where_to_look_is_no_place(tmp_path: Path) -> None:
    views = (
        '<rect id="home-view" x="0" y="0" width="40" height="40"/>'
        '<rect id="r2" data-name="attract-view" x="0" y="0" width="90" height="90"/>'
        '<ellipse id="light" cx="20" cy="20" rx="9" ry="9"/>'
        '<g id="lakes"><path id="pond" d="M0 0h9v9z"/></g>'
    )
    exhibit = made(tmp_path, drawing(squares(2) + views))

    assert {zone.id for zone in exhibit.zones} == {"place-of-number-0", "place-of-number-1"}


def test_shapes_without_names_are_left_out_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unnamed = '<path d="M600 0h9v9z"/><path id="path77" d="M700 0h9v9z"/>'
    exhibit = made(tmp_path, drawing(squares(3) + unnamed))

    assert len(exhibit.zones) == 3
    assert (
        "2 shapes have no name and no place (line 1, at the top right and line 1, at the top right)"
    ) in capsys.readouterr().out


def test_names_with_accents_stand_where_a_dictionary_has_them(tmp_path: Path) -> None:
    names = ["Zoo", "Évora", "Faro", "Espinho"]
    shapes = "".join(
        f'<path id="s{number}" aria-label="{name}" d="M{number * 20} 0h20v20h-20z"/>'
        for number, name in enumerate(names)
    )
    exhibit = made(tmp_path, drawing(shapes))

    listed = [zone.name.words_in("en") for zone in exhibit.zones]
    assert listed == ["Espinho", "Évora", "Faro", "Zoo"]


def test_where_nothing_has_a_name_all_are_numbered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exhibit = made(tmp_path, drawing('<path d="M0 0h99v99z"/><path id="path7" d="M200 0h99v99z"/>'))

    assert [zone.name.words_in("en") for zone in exhibit.zones] == ["Place 1", "Place 2"]
    assert "so they are numbered" in capsys.readouterr().out


def test_water_frames_and_lines_are_no_places(tmp_path: Path) -> None:
    exhibit = made(
        tmp_path,
        drawing(
            '<rect id="paper" x="-9" y="-9" width="999" height="999"/>'
            '<g id="water"><path id="lake" d="M0 0h9v9z"/></g><path id="road" d="M0 0L99 99"/>'
            + squares(1)
        ),
    )

    assert [zone.name.words_in("en") for zone in exhibit.zones] == ["Place of number 0"]


def test_some_hundred_places_are_made(tmp_path: Path) -> None:
    exhibit = made(tmp_path, drawing(squares(300)))

    assert len(exhibit.zones) == 300


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        (drawing(""), "nothing in our-town.svg can be a place"),
        (drawing("<text>Macao</text>"), "nothing in our-town.svg can be a place"),
        (
            "<html/>",
            "the map can't be read: our-town.svg: line 1: the drawing begins with <html>, not"
            " with <svg> (open it in the program that drew it, and save it as plain SVG)",
        ),
        (
            "<svg>\n<path",
            "the map can't be read: our-town.svg: line 2: the XML is broken here: unclosed token",
        ),
        (drawing(squares(1001)), "the map names 1001 shapes, and an exhibit has at most 1000"),
    ],
)
def test_what_is_no_map_makes_nothing(
    svg: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "our-town.svg"
    file.write_text(svg, encoding="utf-8")

    assert main(["new", "--from-map", str(file), "--out", str(tmp_path / "made")]) == 2

    assert said in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


def test_a_folder_in_use_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = DRAWINGS / "figma.svg"

    assert main(["new", "--from-map", str(file), "--out", str(DRAWINGS)]) == 2
    assert "is not empty" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["--from-map", "x.svg"], ["--out", "x"]])
def test_what_is_not_said_is_asked_for(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *words]) == 2
    assert "kiosk new --from-map bay.svg --out museum" in capsys.readouterr().err


def test_a_name_in_several_scripts_has_its_latin_words_as_its_id(tmp_path: Path) -> None:
    names = ["Große Halle 展廳", "Зал Moderne", "展廳 A", "展廳B", "서울 Seoul", "展廳", "Mоderne"]
    exhibit = made(
        tmp_path,
        drawing(
            "".join(
                f'<path aria-label="{name}" d="M{number * 90} 0h80v80h-80z"/>'
                for number, name in enumerate(names)
            )
        ),
    )

    said = {zone.name.words_in("en"): zone.id for zone in exhibit.zones}
    assert [said[name] for name in names] == [
        *("grosse-halle", "moderne", "place-a", "place-b", "seoul"),
        # One is all Chinese, and in one the second letter is Cyrillic.
        *("place-6", "place-7"),
    ]


def test_no_file_is_called_as_a_device_of_windows(tmp_path: Path) -> None:
    names = ["CON", "nul", "Com1", "Conwy"]
    shapes = "".join(
        f'<path aria-label="{name}" d="M{number * 90} 0h80v80h-80z"/>'
        for number, name in enumerate(names)
    )
    exhibit = made(tmp_path, drawing(shapes))

    said = {zone.name.words_in("en"): zone.id for zone in exhibit.zones}
    assert [*map(said.get, ("CON", "NUL", "Com1", "Conwy"))] == [
        *("place-con", "place-nul", "place-com1", "conwy")
    ]
    svg = tmp_path / "AUX.svg"
    svg.write_bytes((tmp_path / "made" / "map" / exhibit.map_file.name).read_bytes())
    assert main(["new", "--from-map", str(svg), "--out", str(tmp_path / "more")]) == 0
    assert [file.name for file in (tmp_path / "more" / "map").iterdir()] == ["map-AUX.svg"]


def test_the_comment_that_the_unit_is_for_later_may_stay_once_it_is_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path, drawing(squares(1)))
    layers = tmp_path / "made" / "layers"
    layers.mkdir(exist_ok=True)
    (layers / "inhabitants.yaml").write_text(
        "id: inhabitants\n"
        "title: {en: Inhabitants}\n"
        "unit: people\n"
        "source: map\n"
        "as_of: 2024\n"
        "points:\n"
        "- {zone: place-of-number-0, value: 7}\n",
        encoding="utf-8",
    )
    units = (tmp_path / "made" / "units.yaml").read_text(encoding="utf-8")
    capsys.readouterr()

    assert "# allow unused-unit: " in units
    assert main(["check", "--fast", str(tmp_path / "made")]) == 0
    assert "unused" not in capsys.readouterr().out
