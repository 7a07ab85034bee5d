"""Whatever is added to the shipped exhibit is shown at once, and asks for nothing but its words."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.new_things import (
    STORY,
    Added,
    new_fact,
    new_layer,
    new_page,
    new_panel,
    new_point,
    new_series,
    new_source,
    new_step,
    new_term,
    new_tour,
    new_unit,
    new_zone,
)
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.exhibit.editing.unnamed_sources import naming
from kiosk.exhibit.model.citations import citations
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.skeletons import PANEL_KINDS
from tests.editing.folders import copied, messages, opened, with_files, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.exhibit.editing.draft import Draft

MONTH = "2026-11"
QIANHAI = "zones/qianhai.yaml"
PICTURES = ("first-picture.svg", "second-picture.svg")
"""Those that skeletons ask for."""


def added(root: Path, make: Callable[[Draft], Added]) -> Added:
    folder = opened(root)
    made = make(folder.draft())
    folder.apply("Add", made.edits)
    assert folder.yaml(made.file).document.root.at(made.location) is not None
    written(folder)
    return made


def a_panel(files: Draft, kind: str) -> Added:
    return new_panel(files, QIANHAI, kind, MONTH, 1)


ADDED: dict[str, Callable[[Draft], Added]] = {
    "zone": lambda files: new_zone(
        files, "new-place", "shape: zhaoqing", MONTH, kind="facility", around="zhaoqing"
    ),
    "page": lambda files: new_page(files, QIANHAI, ("panels", 4), MONTH, 1),
    "fact": lambda files: new_fact(files, QIANHAI, ("panels", 0), MONTH, 1),
    "series": lambda files: new_series(files, QIANHAI, ("panels", 3), MONTH),
    "step": lambda files: new_step(files, "tours/ten-minutes.yaml", 1),
    "source": lambda files: new_source(files, "new-source", MONTH),
    "unit": lambda files: new_unit(files, "new-unit", kind="measure"),
    "term": lambda files: new_term(files, "new-term"),
    "layer": lambda files: new_layer(files, "new-layer", MONTH),
    "tour": lambda files: new_tour(files, "new-tour"),
}


def test_what_is_added_spoils_nothing(tmp_path: Path) -> None:
    """All of it in one folder: to read the exhibit for each by itself takes a minute."""
    root = copied(tmp_path)
    for make in ADDED.values():
        added(root, make)
    assert [message for message in messages(root) if "isn't used" not in message] == []


def test_every_kind_of_panel_can_be_put_between_two(tmp_path: Path) -> None:
    root = copied(tmp_path)
    for name in PICTURES:
        shutil.copy(root / "pictures/qianhai-desk.svg", root / "pictures" / name)
    kinds = [STORY, *PANEL_KINDS]
    for kind in kinds:
        made = added(root, partial(a_panel, kind=kind))
        assert made.location == ("panels", 1)
    reading = read_exhibit(root)
    assert list(map(str, reading.messages)) == []
    assert reading.exhibit is not None
    zone = reading.exhibit.zone("qianhai")
    assert zone is not None
    shown = [panel.id for panel in zone.panels]
    assert shown[: len(kinds) + 2] == ["teams", *reversed(kinds), "zone"]


def test_a_second_one_has_an_id_of_its_own(tmp_path: Path) -> None:
    root = copied(tmp_path)
    for _ in range(2):
        added(root, lambda files: new_panel(files, QIANHAI, STORY, MONTH))
    text = (root / QIANHAI).read_text(encoding="utf-8")
    assert "- id: story\n" in text
    assert "- id: story-2\n" in text


def test_a_point_follows_the_one_before_it(tmp_path: Path) -> None:
    root = copied(tmp_path)
    points = ("panels", 0, "series", 0, "points")
    zone = (
        "id: n\nkind: facility\nmap: {at: [1, 1]}\nname: {en: N}\npanels:\n- id: c\n"
        "  kind: chart\n  chart: line\n  series:\n  - id: a\n    label: {en: A}\n"
        "    points:\n    - {at: 2024-11, value: 3, bound: about}\n"
        "    - {at: 2024-12, value: 4, highlight: true}\n"
    )
    (root / "zones/n.yaml").write_text(zone)
    added(root, lambda files: new_point(files, "zones/n.yaml", points, MONTH))
    assert (root / "zones/n.yaml").read_text() == f"{zone}    - {{at: 2025-01, value: 0}}\n"


def test_a_value_of_a_layer_is_that_of_a_place_that_has_none(tmp_path: Path) -> None:
    root = with_files(
        tmp_path,
        zones__a="id: a\n",
        zones__b="id: b\n",
        layers__l="id: l\npoints:\n- {zone: a, value: 1}\n",
    )
    added(root, lambda files: new_point(files, "layers/l.yaml", ("points",), MONTH))
    text = (root / "layers/l.yaml").read_text()
    assert text == "id: l\npoints:\n- {zone: a, value: 1}\n- {zone: b, value: 0}\n"


def test_the_first_source_makes_the_file(tmp_path: Path) -> None:
    root = with_files(tmp_path, exhibit="languages: [en, pt]\n")
    added(root, lambda files: new_source(files, "s", MONTH, title="T"))
    assert (root / "sources.yaml").read_text(encoding="utf-8") == (
        "s:\n  title: T\n  publisher: {en: …, pt: …}\n  date: 2026-11\n"
    )


def test_no_true_name_stands_under_figures_that_nobody_has_written(tmp_path: Path) -> None:
    root = copied(tmp_path)
    added(root, ADDED["zone"])
    added(root, partial(a_panel, kind="facts"))
    exhibit = read_exhibit(root).exhibit
    zone = None if exhibit is None else exhibit.zone("new-place")
    assert exhibit is not None
    assert zone is not None
    (cited,) = citations(zone.panels[0])
    named = exhibit.sources[cited.source]
    assert named.publisher.words_in("en") == "The publisher"
    # The next ones name it too, until somebody says what it is: then it is taken by no other.
    sources = (root / "sources.yaml").read_text(encoding="utf-8")
    assert sources.count("source-to-be-named:") == 1
    for words in ("The publisher", "發布機構", "发布机构", "A entidade que publicou"):
        sources = sources.replace(words, "A true publisher")
    (root / "sources.yaml").write_text(sources, encoding="utf-8")
    added(root, partial(a_panel, kind="facts"))
    assert "source: source-to-be-named-2" in (root / QIANHAI).read_text(encoding="utf-8")


def test_a_source_that_is_chosen_takes_the_place_of_the_one_to_be_named(tmp_path: Path) -> None:
    root = copied(tmp_path)
    for _ in range(2):
        added(root, partial(a_panel, kind="facts"))
    folder, to_be_named = opened(root), "source-to-be-named"
    for panel in (1, 2):
        roots = {name: folder.yaml(name).document.root for name in folder.draft().yaml_files()}
        where = ("panels", panel, "source")
        folder.apply("Name", naming(roots, QIANHAI, where, [to_be_named], "ipim-2024"))
        sources = folder.yaml("sources.yaml").document.root
        # The other panel still has it.
        assert (sources.at((to_be_named,)) is not None) is (panel == 1)
        node = folder.yaml(QIANHAI).document.root.at(where)
        assert node is not None
        assert node.plain() == ["ipim-2024"]


def test_without_a_unit_there_is_nothing_to_name(tmp_path: Path) -> None:
    root = with_files(tmp_path, zones__a="id: a\npanels: []\n", sources="", units="")
    files = opened(root).draft()
    with pytest.raises(EditRefused) as found:
        new_panel(files, "zones/a.yaml", STORY, MONTH)
    assert found.value.refusal in (EditRefusal.NOTHING_TO_NAME, EditRefusal.UNREADABLE)


@pytest.mark.parametrize(
    ("own", "refusal"),
    [
        ("qianhai", EditRefusal.ID_TAKEN),
        ("Not so", EditRefusal.BAD_ID),
        ("con", EditRefusal.DEVICE),
    ],
)
def test_an_id_that_is_taken_or_is_none(tmp_path: Path, own: str, refusal: EditRefusal) -> None:
    files = opened(copied(tmp_path)).draft()
    with pytest.raises(EditRefused) as found:
        new_zone(files, own, "marker: x", MONTH)
    assert found.value.refusal is refusal
