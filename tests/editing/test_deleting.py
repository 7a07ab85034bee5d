"""What is deleted is named nowhere any more, and each place that named it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.deleting import (
    Deletion,
    Naming,
    layer_deletion,
    mentions_of,
    panel_deletion,
    tour_deletion,
    zone_deletion,
)
from tests.editing.folders import contents, copied, messages, opened, with_files, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.exhibit.editing.draft import Draft


DELETED: dict[str, Callable[[Draft], Deletion]] = {
    "qianhai": lambda files: zone_deletion(files, "qianhai"),
    "csns": lambda files: zone_deletion(files, "csns"),
    "hetao": lambda files: zone_deletion(files, "hetao"),
    "panel": lambda files: panel_deletion(files, "qianhai", "six-in-ten"),
    "layer": lambda files: layer_deletion(files, "research-share"),
    "tour": lambda files: tour_deletion(files, "ten-minutes"),
}
_LEFT_TO_THE_SOAK = ("csns", "hetao")
"""Two more zones: `make test` deletes one thing of each kind."""


@pytest.mark.parametrize(
    "what",
    [
        pytest.param(what, marks=pytest.mark.soak if what in _LEFT_TO_THE_SOAK else ())
        for what in DELETED
    ],
)
def test_the_shipped_exhibit_stays_sound(tmp_path: Path, what: str) -> None:
    root = copied(tmp_path)
    before = contents(root)
    folder = opened(root)
    deletion = DELETED[what](folder.draft())
    assert not deletion.unread
    folder.apply("Delete", deletion.edits)
    written(folder)
    assert messages(root) == []
    folder.undo()
    written(folder)
    assert contents(root) == before


ZONE_B = """\
id: b
in: [a]
map: {named_with: [a, c]}
inset:
  labels:
  - {at: [1, 2], zone: a}
  - {at: [1, 2], zone: c}
panels:
- id: p
  kind: chart
  series:
  - lights: [a, c]
    points:
    - {zone: a, value: 1}
    - {zone: c, value: 2}
    data: {file: t.csv, zone: z, value: v}
- id: s
  kind: story
  pages:
  - places: [a, b]
    links: [{between: [a, b], name: {en: a}}, {between: [b, c], name: {en: b}}]
"""
TOUR = "id: t\nsteps:\n- {id: s, place: a/one, highlight: a, view: [a, b]}\n- {id: u, place: b}\n"


def test_every_mention_of_a_zone_goes_and_is_told(tmp_path: Path) -> None:
    root = with_files(
        tmp_path,
        exhibit="zones: [a, b]\nattract: [a/one, b]\n",
        zones__a="id: a\n",
        zones__b=ZONE_B,
        tours__t=TOUR,
        translations="zones/a.yaml:\n  name: {pt: 111111111111}\nzones/b.yaml: {}\n",
    )
    (root / "data").mkdir()
    (root / "data/t.csv").write_text("z,v\na,1\n")
    folder = opened(root)
    deletion = zone_deletion(folder.draft(), "a", on_map=("a",))
    folder.apply("", deletion.edits)
    written(folder)
    found = {name: content.decode() for name, content in contents(root).items()}
    assert found == {
        "exhibit.yaml": "zones: [b]\nattract: [b]\n",
        "zones/b.yaml": ZONE_B.replace("[a, c]}\ninset", "[c]}\ninset")
        .replace("  - {at: [1, 2], zone: a}\n", "")
        .replace("[{between: [a, b], name: {en: a}}, ", "["),
        "tours/t.yaml": "id: t\nsteps:\n- {id: s, view: [b]}\n- {id: u, place: b}\n",
        "translations.yaml": "zones/b.yaml: {}\n",
        "data/t.csv": "z,v\na,1\n",
    }
    stays = {(each.file, each.location) for each in deletion.told if each.stays}
    assert ("zones/b.yaml", ("in", 0)) in stays
    assert ("data/t.csv", ()) in stays
    assert Naming("exhibit.yaml", ("attract", 0), "a/one") in deletion.told
    assert len(deletion.told) == 13


def test_what_led_to_a_panel_leads_to_its_place(tmp_path: Path) -> None:
    root = with_files(
        tmp_path,
        exhibit="attract: [a/one, a/two]\n",
        zones__a="id: a\npanels:\n- {id: one}\n# Two.\n- {id: two}\n",
        tours__t="id: t\nsteps:\n- {id: s, place: a/two/3}\n",
    )
    folder = opened(root)
    folder.apply("", panel_deletion(folder.draft(), "a", "two").edits)
    written(folder)
    found = {name: content.decode() for name, content in contents(root).items()}
    assert found == {
        "exhibit.yaml": "attract: [a/one]\n",
        "zones/a.yaml": "id: a\npanels:\n- {id: one}\n# Two.\n",
        "tours/t.yaml": "id: t\nsteps:\n- {id: s, place: a}\n",
    }


def test_whoever_wants_to_delete_a_source_is_told_what_names_it(tmp_path: Path) -> None:
    told = mentions_of(opened(copied(tmp_path)).draft(), "source", "qianhai-hub-2024-08")
    assert len(told) == 2
    assert {each.written for each in told} == {"qianhai-hub-2024-08"}
