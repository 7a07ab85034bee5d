"""Words and figures are found in all files and languages, and others are written in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.found_words import FoundWords, find, instead_of, written_instead
from tests.editing.folders import contents, copied, messages, opened, with_files, written
from tests.editing.test_said_elsewhere import roots_of

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.text.yaml_source import Node

ZONE = """\
id: hall
kind: facility
name: {en: São Hall, zh-Hant: 大廳, zh-Hans: 大厅, pt: Salão}
introduction:
  en: The Hall saw 1,195 guests, and the hall is new.
  zh-Hant: 大廳接待了１１９５人。
  zh-Hans: 大厅接待了1195人。
  pt: O salão recebeu 1195 pessoas.
panels:
- id: guests
  kind: facts
  source: the-hall
  as_of: 2024
  facts:
  - id: all
    value: 1,195
    unit: people
    label: {en: guests, zh-Hant: 人, zh-Hans: 人, pt: pessoas}
"""
SOURCES = """\
the-hall:
  title: Hall report
  publisher: The hall
  date: 2024
"""


@pytest.fixture
def roots(tmp_path: Path) -> dict[str, Node]:
    return roots_of(opened(with_files(tmp_path, zones__hall=ZONE, sources=SOURCES)))


def said(found: tuple[FoundWords, ...]) -> list[tuple[str, str, bool]]:
    return [("/".join(map(str, each.location)), each.found, each.can_be_written) for each in found]


def test_capitals_and_accents_make_no_difference(roots: dict[str, Node]) -> None:
    assert said(find(roots, "sao hall")) == [("name/en", "São Hall", True)]
    found = [each.found for each in find(roots, "HALL") if each.location[0] == "introduction"]
    assert found == ["Hall", "hall"]


def test_ids_and_names_of_things_are_found_and_are_not_written_over(
    roots: dict[str, Node],
) -> None:
    found = dict((place, free) for place, _, free in said(find(roots, "the-hall")))
    assert found == {"the-hall": False, "panels/0/source": False}
    ids = [free for place, _, free in said(find(roots, "guests")) if place.endswith("id")]
    assert ids == [False]
    assert instead_of(find(roots, "the-hall")[0], "the-hall", "another") is None


@pytest.mark.parametrize("wanted", ["1195", "1,195"])
def test_a_figure_is_found_in_every_way_of_writing_it(roots: dict[str, Node], wanted: str) -> None:
    found = find(roots, wanted)
    assert {each.found for each in found} == {"1,195", "1195", "１１９５"}
    assert [instead_of(each, wanted, "2300") for each in found if each.language] == [
        "2,300",
        "２３００",
        "2300",
        "2300",
    ]


def test_words_are_written_in_all_files_at_once_and_undone_at_once(tmp_path: Path) -> None:
    root = copied(tmp_path)
    before = contents(root)
    folder = opened(root)
    roots = roots_of(folder)
    found = [each for each in find(roots, "youth hub") if each.can_be_written]
    assert len({each.file for each in found}) > 1
    folder.apply("", written_instead(roots, found, "youth hub", "youth house"))
    assert find(roots_of(folder), "youth hub") == ()
    written(folder)
    assert messages(root) == []
    folder.undo()
    written(folder)
    assert contents(root) == before


def test_what_has_been_changed_since_is_left_alone(roots: dict[str, Node]) -> None:
    found = find(roots, "salão")
    changed = {"zones/hall.yaml": roots["zones/hall.yaml"].without([("introduction", "pt")])}
    edits = written_instead(changed, found, "salão", "hall")
    assert [list(edit.words) for edit in edits] == [[("name", "pt")]]  # type: ignore[union-attr]


def test_nothing_is_found_where_nothing_is_looked_for(roots: dict[str, Node]) -> None:
    assert find(roots, "  ") == ()
    assert find(roots, "nowhere") == ()
