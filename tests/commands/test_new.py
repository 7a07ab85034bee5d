"""New pieces are sound as they are written, and disturb nothing that is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.exhibit import skeletons
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.skeletons import PANEL_KINDS
from kiosk.shipped import shipped
from tests.exhibit.authoring.language_server import LanguageServer, needed_language_server
from tests.exhibit.sound_content import QIANHAI, Content, sound_content

LANGUAGES_LINE = "languages: [en, zh-Hant, zh-Hans, pt]"
ZONE = "zones/hetao-hong-kong-park.yaml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the content we ship."""
    return Path(shutil.copytree(shipped("content"), tmp_path / "content"))


def check(folder: Path, capsys: pytest.CaptureFixture[str], *how: str) -> tuple[int, list[str]]:
    """What `kiosk check` returns, and says besides that the words are not written yet."""
    capsys.readouterr()
    code = main(["check", str(folder), "--all", *how])
    said = capsys.readouterr().out.splitlines()
    return code, [line for line in said if "still what `kiosk new` wrote" not in line]


def test_a_new_zone_is_sound_and_has_the_name_that_the_map_gives_it(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "zone", "hetao-hong-kong-park", "--content", str(copy)]) == 0

    told = capsys.readouterr().out
    assert "Add 'hetao-hong-kong-park' to the list 'zones'" in told
    code, said = check(copy, capsys, "--fast")
    assert code == 0
    assert [line.split(": ")[1].split(" (")[0] for line in said if ZONE in line] == [
        "the zone 'hetao-hong-kong-park' is not in the list 'zones' of exhibit.yaml"
    ]
    exhibit = read_exhibit(copy).exhibit
    zone = exhibit.zone("hetao-hong-kong-park") if exhibit else None
    assert zone is not None
    assert zone.map.marker == "hetao-hong-kong-park"
    assert zone.name.words_in("zh-Hant").startswith("河套香港園區")
    assert (copy / "schemas" / "zone.json").is_file()


def test_new_panels_are_sound_and_each_stands_last(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, kinds = copy / "zones" / "qianhai.yaml", [*PANEL_KINDS, "story"]
    for kind in kinds:
        before = file.read_text(encoding="utf-8")
        piece = ["story"] if kind == "story" else ["panel", "--kind", kind]
        assert main(["new", *piece, "qianhai", f"new-{kind}", "--content", str(copy)]) == 0
        assert file.read_text(encoding="utf-8").startswith(before)

    code, said = check(copy, capsys, "--fast")
    assert (code, [line for line in said if "qianhai.yaml" in line]) == (0, [])
    exhibit = read_exhibit(copy).exhibit
    zone = exhibit.zone("qianhai") if exhibit else None
    assert zone is not None
    assert [panel.id for panel in zone.panels[-len(kinds) :]] == [f"new-{kind}" for kind in kinds]


def test_a_new_tour_is_sound_and_leads_to_a_place(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "tour", "school-classes", "--content", str(copy)]) == 0

    code, said = check(copy, capsys, "--fast")
    assert (code, [line for line in said if "school-classes" in line]) == (0, [])
    exhibit = read_exhibit(copy).exhibit
    tour = exhibit.tour("school-classes") if exhibit else None
    assert exhibit is not None
    assert tour is not None
    assert [step.id for step in tour.steps] == ["opening", "first-place"]
    assert exhibit.zone(tour.steps[1].place) is not None
    assert main(["new", "tour", "school-classes", "--content", str(copy)]) == 2


@pytest.mark.parametrize(
    ("piece", "name"),
    [("words", "fr"), ("layer", "trees"), ("tour", "school"), ("zone", "zhaoqing")],
)
def test_nothing_is_written_through_a_folder_that_leads_out_of_the_content(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], piece: str, name: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = copy / {"words": "words", "layer": "layers", "tour": "tours", "zone": "zones"}[piece]
    if folder.exists():
        folder.rename(tmp_path / "away")
    folder.symlink_to(elsewhere, target_is_directory=True)

    assert main(["new", piece, name, "--content", str(copy)]) == 2

    assert list(elsewhere.iterdir()) == []
    assert capsys.readouterr().err


def test_a_new_layer_is_sound_and_has_a_line_for_each_city(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "layer", "trees", "--content", str(copy)]) == 0

    assert "Add 'trees' to the list 'layers'" in capsys.readouterr().out
    code, said = check(copy, capsys, "--fast")
    assert (code, [line for line in said if "trees.yaml" in line]) == (0, [])
    assert main(["check", str(copy), "--fast", "--all"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "layers/trees.yaml" in line]
    assert ["these points are" in line for line in told].count(True) == 1
    exhibit = read_exhibit(copy).exhibit
    layer = exhibit.layer("trees") if exhibit else None
    assert layer is not None
    assert len(layer.points) == 11
    assert (copy / "schemas" / "layer.json").is_file()


def test_a_new_exhibit_is_sound_and_can_be_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "halls" / "ours"

    assert main(["new", "exhibit", str(folder)]) == 0

    assert f"kiosk check {folder}" in capsys.readouterr().out
    code, said = check(folder, capsys)
    assert (code, said) == (0, ["content is ok: 1 zone, 1 panel, 6 warnings"])
    assert main(["new", "zone", "hong-kong", "--content", str(folder)]) == 0
    assert main(["new", "story", "hong-kong", "harbour", "--content", str(folder)]) == 0
    assert check(folder, capsys, "--fast")[0] == 0
    assert sorted(path.name for path in folder.parent.iterdir()) == ["ours"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["zone", "qianhai"], "there is a place 'qianhai' in zones/qianhai.yaml"),
        (["zone", "Qian Hai"], "'Qian Hai' is not an id"),
        (["zone", "qianhia"], "the map has nothing named 'qianhia' (did you mean 'qianhai'?)"),
        (
            ["zone", "lantau"],
            "name one with --element, such as hetao-shenzhen-park or hetao-hong-kong-park, or say",
        ),
        (["zone", "new", "--element", "label-zhuhai"], "the map has nothing named 'label-zhuhai'"),
        (["zone", "lantau", "--element", "link-tunnel"], "the map has nothing named 'link-tunnel'"),
        (["panel", "qianhai", "teams"], "there is a panel 'teams' in 'qianhai' already"),
        (
            ["panel", "qianhia", "new"],
            "did you mean 'qianhai'? Or make it: kiosk new zone qianhia --content ",
        ),
        (["layer", "population"], "there is a file population.yaml already"),
        (
            ["zone", "con"],
            "'con' is a device on Windows, where no file can be called con.yaml"
            " (choose another id, such as 'place-con')",
        ),
        (["layer", "lpt1"], "'lpt1' is a device on Windows"),
        (["layer", "../x"], "'../x' is not an id"),
        (["story", "qianhai", "../x"], "'../x' is not an id"),
    ],
)
def test_what_can_not_be_written_is_refused(
    copy: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}

    assert main(["new", *words, "--content", str(copy)]) == 2

    assert said in capsys.readouterr().err
    assert {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()} == before


def test_nothing_is_written_over(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    content.write("zones/dongguan.yaml", "# only begun\n")
    content.change("map/bay.svg", 'id="shenzhen"', 'id="dongguan"')

    assert main(["new", "zone", "dongguan", "--content", str(content.folder)]) == 2
    assert main(["new", "exhibit", str(content.folder)]) == 2

    assert (content.folder / "zones" / "dongguan.yaml").read_text("utf-8") == "# only begun\n"
    said = capsys.readouterr().err
    assert "there is a file dongguan.yaml already" in said
    assert "is not empty" in said


def test_a_disk_that_gives_out_leaves_the_zone_as_it_was(
    content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    assert main(["new", "panel", "qianhai", "new", "--content", str(content.folder)]) == 2
    assert main(["new", "exhibit", str(content.folder.parent / "ours")]) == 2

    assert (content.folder / "zones" / "qianhai.yaml").read_text("utf-8") == QIANHAI
    assert [path.name for path in (content.folder / "zones").iterdir() if path.name[0] == "."] == []
    assert [path.name for path in content.folder.parent.iterdir()] == ["content"]
    assert "nothing was written: No space left on device" in capsys.readouterr().err


def test_a_panel_is_the_last_one_also_where_other_keys_follow(content: Content) -> None:
    introduction, panels = QIANHAI.index("introduction:"), QIANHAI.index("panels:")
    text = QIANHAI[:introduction] + QIANHAI[panels:]
    text += f"\n# The place.\n{QIANHAI[introduction:panels]}"
    content.write("zones/qianhai.yaml", text)

    assert main(["new", "panel", "qianhai", "new", "--content", str(content.folder)]) == 0

    written = (content.folder / "zones" / "qianhai.yaml").read_text("utf-8")
    assert written.endswith(text[text.index("\n# The place.") :])
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    assert [panel.id for panel in exhibit.zones[0].panels][-1] == "new"


def test_a_panel_has_no_place_in_brackets(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "id: qianhai\nkind: city\nname: {en: A}\npanels: [{id: b}]\n"
    content.write("zones/qianhai.yaml", text)

    assert main(["new", "panel", "qianhai", "new", "--content", str(content.folder)]) != 0

    assert "begin each panel in a line of its own with '- '" in capsys.readouterr().err
    assert (content.folder / "zones" / "qianhai.yaml").read_text("utf-8") == text


def test_a_byte_mark_stays(content: Content) -> None:
    content.write("zones/qianhai.yaml", "\ufeff" + QIANHAI)

    assert main(["new", "panel", "qianhai", "new", "--content", str(content.folder)]) == 0

    written = (content.folder / "zones" / "qianhai.yaml").read_text("utf-8")
    assert written.startswith("\ufeff" + QIANHAI)


def test_an_editor_marks_nothing_in_what_is_new(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    main(["new", "exhibit", str(folder)])
    for kind in PANEL_KINDS:
        main(["new", "panel", "shenzhen", kind, "--kind", kind, "--content", str(folder)])
    main(["new", "story", "shenzhen", "tale", "--content", str(folder)])
    server = LanguageServer(needed_language_server(), folder, {})
    names = ["exhibit.yaml", "sources.yaml", "units.yaml", f"zones/{skeletons.EXHIBIT_ZONE}.yaml"]
    try:
        for name in names:
            server.open(name, (folder / name).read_text("utf-8"))
        first_line = "# yaml-language-server: $schema=../schemas/zone.json"
        server.open("zones/wrong.yaml", f"{first_line}\nx: 1\n")

        assert {name: server.marked(name) for name in names} == {name: [] for name in names}
        assert server.marked("zones/wrong.yaml") != []
    finally:
        server.close()


def test_every_piece_is_written_in_the_exhibits_own_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = tmp_path / "park.svg"
    drawn.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        '<path id="pond" d="M0 0H40V40H0Z"/></svg>',
        encoding="utf-8",
    )
    folder = tmp_path / "park"
    assert main(["new", "--from-map", str(drawn), "--out", str(folder), "--language", "fr"]) == 0
    map_file = folder / "map" / "park.svg"
    grown = '<path id="lawn" d="M50 0H90V40H50Z"/></svg>'
    map_file.write_text(map_file.read_text("utf-8").replace("</svg>", grown), encoding="utf-8")

    for number, kind in enumerate((*PANEL_KINDS, "story")):
        piece = ["story"] if kind == "story" else ["panel", "--kind", kind]
        at = ["pond", f"new-{number}", "--content", str(folder)]
        assert main(["new", *piece, *at]) == 0
    assert main(["new", "zone", "lawn", "--content", str(folder)]) == 0
    assert main(["new", "layer", "trees", "--content", str(folder)]) == 0

    lawn = (folder / "zones" / "lawn.yaml").read_text("utf-8")
    assert "kind: city\n" in lawn, "the only kind of area that the exhibit has named"
    for file in ("zones/pond.yaml", "zones/lawn.yaml", "layers/trees.yaml"):
        text = (folder / file).read_text("utf-8")
        assert not {"en:", "zh-Hant:", "zh-Hans:", "pt:"} & set(text.replace("{", " ").split())
        assert " fr: " in text
    capsys.readouterr()
    assert main(["check", str(folder), "--fast"]) == 0
    said = capsys.readouterr().out
    assert "'…' is still what `kiosk new` wrote, in fr (write your own words)" in said


def test_words_of_a_language_begin_empty_beside_the_english(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "words", "fr", "--content", str(copy)]) == 0

    assert "Add 'fr' to 'languages'" in capsys.readouterr().out
    text = (copy / "words" / "fr.yaml").read_text("utf-8")
    assert 'open_place: ""  # Open {place}\n' in text
    assert '# wrong_pin: ""' in text
    assert main(["new", "words", "fr", "--content", str(copy)]) == 2
    assert main(["new", "words", "pt", "--content", str(copy)]) == 2


@pytest.mark.parametrize("where", ["zones/ours", "ours", "pictures/a/b"])
def test_nothing_is_made_inside_an_exhibit(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound_content(tmp_path)
    out = tmp_path / where
    before = sorted(tmp_path.rglob("*"))
    drawing = str(tmp_path / "map/bay.svg")

    for call in (
        ["new", "exhibit", str(out)],
        ["new", "--from-map", drawing, "--out", str(out)],
        ["render", "--out", str(out)],
        ["handout", "all", "--format", "png", "--out", str(out)],
        ["service", "--out", str(out)],
    ):
        assert main(call) == 2
        told = capsys.readouterr().err
        assert f"{out} lies inside the exhibit {tmp_path}" in told
        assert "choose a folder beside it" in told
    assert sorted(tmp_path.rglob("*")) == before


def test_comments_name_the_exhibits_own_places_and_texts_hold_together(content: Content) -> None:
    folder = content.folder
    content.change("exhibit.yaml", LANGUAGES_LINE, "languages: [pt, en, zh-Hant]")
    assert main(["new", "layer", "trees", "--content", str(folder)]) == 0
    assert main(["new", "story", "qianhai", "steel", "--content", str(folder)]) == 0

    layer = (folder / "layers" / "trees.yaml").read_text("utf-8")
    assert "  pt: Nome da camada\n  en: Name of the layer\n  zh-Hant: 圖層名稱\n\n#" in layer
    assert "macao" not in layer
    assert "# places: [qianhai]" in (folder / "zones" / "qianhai.yaml").read_text("utf-8")


@pytest.mark.parametrize("wrong", ["languages: [pt, en", "languages: pt", "languages: [xyzzy1]"])
def test_nothing_is_written_in_languages_that_nobody_named(
    content: Content, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content.folder
    content.change("exhibit.yaml", LANGUAGES_LINE, wrong)

    assert main(["new", "layer", "trees", "--content", str(folder)]) == 2
    assert main(["new", "story", "qianhai", "steel", "--content", str(folder)]) == 2

    assert not (folder / "layers" / "trees.yaml").exists()
    assert (folder / "zones" / "qianhai.yaml").read_text("utf-8") == QIANHAI
    assert "exhibit.yaml:" in capsys.readouterr().err
