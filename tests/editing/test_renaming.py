"""Whatever gets another id is named by it everywhere, and the exhibit is as sound as before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.edits import Rename
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.exhibit.translating.translations import State, read_translations
from tests.editing.folders import contents, copied, messages, opened, with_files, written

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.editing.edits import Kind

RENAMED: tuple[tuple[Kind, str, str], ...] = (
    ("zone", "qianhai", "front-sea"),
    ("zone", "dongguan", "east-city"),
    ("zone", "hong-kong", "harbour"),
    ("panel", "qianhai/teams", "groups"),
    ("panel", "csns/super-steel", "steel"),
    ("fact", "qianhai/teams/all", "whole"),
    ("series", "qianhai/growth/all", "whole"),
    ("source", "peoples-daily-2024-06-16", "the-article"),
    ("unit", "yuan", "renminbi"),
    ("term", "incubated", "hatched"),
    ("layer", "population", "people"),
    ("tour", "ten-minutes", "short"),
    ("step", "ten-minutes/opening", "begin"),
    ("picture", "qianhai-campus.svg", "campus.svg"),
    ("table", "cities-2020.csv", "cities.csv"),
)


@pytest.mark.parametrize(("kind", "old", "new"), RENAMED)
def test_the_shipped_exhibit_stays_sound_and_no_translation_is_lost(
    tmp_path: Path, kind: Kind, old: str, new: str
) -> None:
    root = copied(tmp_path)
    before, confirmed = contents(root), read_translations(root).count(State.CURRENT)
    folder = opened(root)
    change = folder.apply("Rename", [Rename(kind, old, new)])
    assert not change.unread
    written(folder)
    assert messages(root) == []
    assert read_translations(root).count(State.CURRENT) == confirmed
    texts = {name: each for name, each in contents(root).items() if name.endswith(".yaml")}
    assert not [name for name, content in texts.items() if _names(content, kind, old)]
    folder.undo()
    written(folder)
    assert contents(root) == before


def _names(content: bytes, kind: str, old: str) -> bool:
    """Whether a file names something by its old id; what has a place on the map keeps that."""
    if kind not in ("source", "layer", "zone"):
        return False
    text = content.decode("utf-8", "replace")
    if kind == "source":
        return old in text
    if kind == "layer":
        return re.search(rf"(layer|divide|layers): .*\b{old}\b", text) is not None
    own = re.search(rf"^(id|place|zone|in|highlight|view): \[?{old}\b", text, re.MULTILINE)
    return own is not None or re.search(rf"^- {old}$", text, re.MULTILINE) is not None


EXHIBIT = "format: 1\nzones: [a, b]  # in this order\nattract: [a/one, b, a]\n"
ZONE_A = "id: a\nkind: city\npanels:\n- {id: one, kind: facts}\n"
ZONE_B = """\
id: b
kind: city
in: [a]
map: {marker: a, named_with: [a]}
inset:
  labels:
  - {at: [1, 2], zone: a}
panels:
- id: a
  kind: chart
  series:
  - lights: a
    points: [{zone: a, value: 1}]
    data: {file: t.csv, zone: a, value: v}
- id: s
  kind: story
  pages:
  - places: [a, b]
    links: [{between: [a, b], name: {en: a}}]
    text: {en: a}
"""
TOUR = """\
id: t
steps:
- {id: a, place: a/one/2, highlight: a, view: [a, b]}
- {id: b, place: b/a, view: home}
- {id: c, place: /a//3}
"""


def test_every_place_that_names_a_zone_and_nothing_else(tmp_path: Path) -> None:
    root = with_files(tmp_path, exhibit=EXHIBIT, zones__a=ZONE_A, zones__b=ZONE_B, tours__t=TOUR)
    (root / "data").mkdir()
    (root / "data/t.csv").write_text('\ufeffa;v\n"a";1\n b ;2\n a;a\n', encoding="utf-8")
    folder = opened(root)
    folder.apply("", [Rename("zone", "a", "new")])
    written(folder)
    found = {name: content.decode() for name, content in contents(root).items()}
    assert found == {
        "exhibit.yaml": "format: 1\nzones: [new, b]  # in this order\nattract: [new/one, b, new]\n",
        "zones/new.yaml": ZONE_A.replace(
            "id: a\nkind: city\n", "id: new\nkind: city\nmap: {shape: a}\n"
        ),
        "zones/b.yaml": ZONE_B.replace("in: [a]", "in: [new]")
        .replace("named_with: [a]", "named_with: [new]")
        .replace("2], zone: a}", "2], zone: new}")
        .replace("lights: a", "lights: new")
        .replace("[{zone: a,", "[{zone: new,")
        .replace("places: [a, b]", "places: [new, b]")
        .replace("between: [a, b]", "between: [new, b]"),
        "tours/t.yaml": TOUR.replace("place: a/one", "place: new/one")
        .replace("highlight: a", "highlight: new")
        .replace("view: [a, b]", "view: [new, b]")
        .replace("place: /a//3", "place: /new//3"),
        "data/t.csv": '\ufeffa;v\n"new";1\n b ;2\n new;a\n',
    }


@pytest.mark.parametrize(
    ("kind", "old", "new", "refusal"),
    [
        ("zone", "a", "b", EditRefusal.ID_TAKEN),
        ("zone", "a", "Not an id", EditRefusal.BAD_ID),
        ("zone", "a", "con", EditRefusal.DEVICE),
        ("zone", "none", "c", EditRefusal.GONE),
        ("panel", "b/a", "s", EditRefusal.ID_TAKEN),
        ("panel", "a", "s", EditRefusal.GONE),
        ("picture", "none.svg", "other.svg", EditRefusal.GONE),
    ],
)
def test_an_id_that_can_t_be_given_is_refused(
    tmp_path: Path, kind: Kind, old: str, new: str, refusal: EditRefusal
) -> None:
    root = with_files(tmp_path, exhibit=EXHIBIT, zones__a=ZONE_A, zones__b=ZONE_B)
    folder = opened(root)
    with pytest.raises(EditRefused) as found:
        folder.apply("", [Rename(kind, old, new)])
    assert found.value.refusal is refusal


def test_a_file_that_can_t_be_read_is_told(tmp_path: Path) -> None:
    root = with_files(tmp_path, exhibit=EXHIBIT, zones__a=ZONE_A, zones__b="id: [\n")
    change = opened(root).apply("", [Rename("zone", "a", "new")])
    assert change.unread == ("zones/b.yaml",)


def test_a_picture_is_found_however_its_accents_are_composed(tmp_path: Path) -> None:
    page = "id: a\npanels:\n- {{kind: story, pages: [{{picture: {{file: {}.jpg}}}}]}}\n"
    root = with_files(tmp_path, zones__a=page.format("caf\u00e9"))
    (root / "pictures").mkdir()
    (root / "pictures/cafe\u0301.jpg").write_bytes(b"jpeg")
    folder = opened(root)
    folder.apply("", [Rename("picture", "caf\u00e9.jpg", "coffee.jpg")])
    written(folder)
    assert contents(root) == {
        "pictures/coffee.jpg": b"jpeg",
        "zones/a.yaml": page.format("coffee").encode(),
    }


def test_a_film_takes_its_captions_along(tmp_path: Path) -> None:
    page = "id: a\npanels:\n- {{kind: story, pages: [{{film: {{file: {}.mp4}}}}]}}\n"
    root = with_files(tmp_path, zones__a=page.format("old"))
    (root / "films").mkdir()
    for name in ("old.mp4", "old.en.vtt", "older.en.vtt"):
        (root / "films" / name).write_bytes(name.encode())
    folder = opened(root)
    folder.apply("", [Rename("film", "old.mp4", "new.mp4")])
    written(folder)
    assert contents(root) == {
        "films/new.mp4": b"old.mp4",
        "films/new.en.vtt": b"old.en.vtt",
        "films/older.en.vtt": b"older.en.vtt",
        "zones/a.yaml": page.format("new").encode(),
    }
