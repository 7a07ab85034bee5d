"""An edit changes exactly what it says, in the place where a curator would have written it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.edits import (
    Duplicate,
    Edit,
    Insert,
    InsertWritten,
    Move,
    Remove,
    SetText,
    SetValue,
)
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from tests.editing.folders import opened, with_files

if TYPE_CHECKING:
    from pathlib import Path

EXHIBIT = "format: 1\nlanguages: [en, zh-Hant, pt]\n"
ZONE = """\
# About this place.
id: a  # never changes
kind: city
name: {en: A}

panels:
# The first panel.
- id: one
  kind: facts
  facts:
  - id: x
    lead: true
    value: 1
    unit: teams
    label: {en: words, pt: palavras}
    as_of: 2020  # allow old-figure: it stays
  # allow old-figure: this one too
  - id: y
    value: 2
    unit: teams
    label:
      en: others
    source: [s, t]

# The second panel.
- id: two
  kind: story
  pages: []
"""
FILE = "zones/a.yaml"
FACTS = ("panels", 0, "facts")


def after(tmp_path: Path, *edits: Edit, zone: str = ZONE) -> str:
    """The text of the zone after edits."""
    folder = opened(with_files(tmp_path, exhibit=EXHIBIT, zones__a=zone))
    folder.apply("", edits)
    content = folder.content(FILE)
    assert content is not None
    return content.decode()


def test_words_replace_words_and_nothing_else(tmp_path: Path) -> None:
    found = after(tmp_path, SetText(FILE, (*FACTS, 0, "as_of"), "2024-06"))
    assert found == ZONE.replace("2020  # allow", "2024-06  # allow")


def test_a_language_that_is_missing_is_put_in_the_order_of_the_exhibit(tmp_path: Path) -> None:
    found = after(tmp_path, SetText(FILE, (*FACTS, 0, "label", "zh-Hant"), "字"))
    assert found == ZONE.replace("{en: words, pt", "{en: words, zh-Hant: 字, pt")


def test_a_text_that_is_missing_comes_where_the_format_has_it(tmp_path: Path) -> None:
    found = after(tmp_path, SetText(FILE, ("introduction", "en"), "Say: this"))
    assert found == ZONE.replace(
        "name: {en: A}\n", 'name: {en: A}\nintroduction: {en: "Say: this"}\n'
    )


def test_an_optional_key_that_is_emptied_goes(tmp_path: Path) -> None:
    found = after(tmp_path, SetText(FILE, (*FACTS, 0, "as_of"), ""))
    assert found == ZONE.replace("    as_of: 2020  # allow old-figure: it stays\n", "")


def test_a_needed_key_that_is_emptied_stays(tmp_path: Path) -> None:
    found = after(tmp_path, SetText(FILE, (*FACTS, 0, "value"), ""))
    assert found == ZONE.replace("value: 1", 'value: ""')


def test_a_translation_that_is_emptied_goes_and_the_last_words_of_a_needed_text_stay(
    tmp_path: Path,
) -> None:
    found = after(
        tmp_path,
        SetText(FILE, (*FACTS, 0, "label", "pt"), ""),
        SetText(FILE, (*FACTS, 0, "label", "en"), ""),
    )
    assert found == ZONE.replace("{en: words, pt: palavras}", '{en: ""}')


def test_an_optional_text_goes_with_its_last_words(tmp_path: Path) -> None:
    rest = ZONE.replace("    as_of", "    rest: {en: others}\n    as_of")
    found = after(tmp_path, SetText(FILE, (*FACTS, 0, "rest", "en"), ""), zone=rest)
    assert found == ZONE


def test_one_source_becomes_a_list_and_a_list_one_source(tmp_path: Path) -> None:
    one = after(tmp_path, SetValue(FILE, (*FACTS, 1, "source"), "s"))
    assert one == ZONE.replace("[s, t]", "s")
    several = after(tmp_path / "2", SetValue(FILE, (*FACTS, 1, "source"), ["s", "t", "u"]))
    assert several == ZONE.replace("[s, t]", "[s, t, u]")
    added = after(tmp_path / "3", Insert(FILE, (*FACTS, 1, "source"), "u"), zone=one)
    assert added == ZONE.replace("[s, t]", "[s, u]")


def test_an_entry_moves_with_its_comments_and_leaves_empty_lines_where_they_are(
    tmp_path: Path,
) -> None:
    begin, panels = ZONE.split("panels:\n")
    first, second = panels.split("\n\n")
    found = after(tmp_path, Move(FILE, ("panels", 0), 1))
    assert found == f"{begin}panels:\n{second.rstrip()}\n\n{first}\n"


def test_what_allows_a_warning_goes_with_the_entry_below_it(tmp_path: Path) -> None:
    begin, rest = ZONE.split("  facts:\n")
    x, y = rest.split("  # allow old-figure: this one too\n")
    y, end = y.split("\n\n")
    allowed = "  # allow old-figure: this one too\n"
    assert after(tmp_path, Move(FILE, (*FACTS, 1), 0)) == (
        f"{begin}  facts:\n{allowed}{y}\n{x}\n{end}"
    )
    removed = after(tmp_path / "2", Remove(FILE, (*FACTS, 1)))
    assert removed == f"{begin}  facts:\n{x}\n{end}"


def test_what_allows_a_warning_goes_with_the_only_entry(tmp_path: Path) -> None:
    zone = "id: a\npanels:\n# Why.\n# allow old-figure: it stays\n- id: one\nname: {en: A}\n"
    found = after(tmp_path, Remove(FILE, ("panels", 0)), zone=zone)
    assert found == "id: a\npanels:\n# Why.\n  []\nname: {en: A}\n"


def test_a_copy_has_an_id_of_its_own_its_comments_and_does_not_lead(tmp_path: Path) -> None:
    x = ZONE.split("  facts:\n")[1].split("  # allow old-figure: this one too\n")[0]
    copy = x.replace("id: x", "id: x-2").replace("    lead: true\n", "")
    found = after(tmp_path, Duplicate(FILE, (*FACTS, 0)))
    assert found == ZONE.replace(x, x + copy)
    twice = after(tmp_path / "2", Duplicate(FILE, (*FACTS, 0)), zone=found)
    assert "id: x-3" in twice


def test_a_source_is_copied_under_a_free_id(tmp_path: Path) -> None:
    root = with_files(tmp_path, exhibit=EXHIBIT, sources="# All.\na:\n  title: T  # t\nb: {}\n")
    folder = opened(root)
    folder.apply("", [Duplicate("sources.yaml", ("a",))])
    assert folder.content("sources.yaml") == (
        b"# All.\na:\n  title: T  # t\na-2:\n  title: T  # t\nb: {}\n"
    )


def test_a_written_entry_keeps_its_comments_and_the_empty_lines_of_its_neighbours(
    tmp_path: Path,
) -> None:
    entry = "# New.\n- id: three\n  kind: story\n"
    found = after(tmp_path, InsertWritten(FILE, ("panels",), entry, 1))
    assert found == ZONE.replace("# The second panel.\n", f"{entry}\n# The second panel.\n")
    last = after(tmp_path / "2", InsertWritten(FILE, ("panels",), entry))
    assert last == f"{ZONE}\n{entry}"
    alone = after(
        tmp_path / "3", InsertWritten(FILE, ("panels", 1, "pages"), "- heading: {en: H}\n")
    )
    assert "pages:\n  - heading: {en: H}\n" in alone


def test_the_last_entry_of_an_optional_list_takes_the_list_along(tmp_path: Path) -> None:
    zone = ZONE.replace("name:", "in:\n- b\nname:")
    assert after(tmp_path, Remove(FILE, ("in", 0)), zone=zone) == ZONE


@pytest.mark.parametrize(
    ("zone", "edit", "refusal"),
    [
        ("name: &n {en: A}\nid: *n\n", SetText(FILE, ("name", "en"), "B"), EditRefusal.ANCHOR),
        ("id: a\n", Remove(FILE, ("panels", 3)), EditRefusal.GONE),
        ("id: a\n", SetText(FILE, ("id",), "\ud800"), EditRefusal.SIGNS),
        ("in: [ # one\n  a, b]\n", Move(FILE, ("in", 0), 1), EditRefusal.COMMENTS),
        ("id: [\n", SetText(FILE, ("id",), "b"), EditRefusal.UNREADABLE),
        ("id: a\n", SetText("zones/b.yaml", ("id",), "b"), EditRefusal.GONE),
        ("id: a\n", SetText("../b.yaml", ("id",), "b"), EditRefusal.BAD_FILE_NAME),
        ("id: a\n", SetText(FILE, ("id",), "x" * 2**20), EditRefusal.TOO_LARGE),
    ],
)
def test_what_can_t_be_done_says_why_and_changes_nothing(
    tmp_path: Path, zone: str, edit: Edit, refusal: EditRefusal
) -> None:
    folder = opened(with_files(tmp_path, exhibit=EXHIBIT, zones__a=zone))
    with pytest.raises(EditRefused) as found:
        folder.apply("", [SetText("exhibit.yaml", ("format",), "2"), edit])
    assert found.value.refusal is refusal
    assert folder.pending() is None
    assert folder.undo_label == ""


@pytest.mark.parametrize(
    "sign",
    ["\0", "\x07", "\x1b[31m", "\x0c", "\u202e", "\u2066", "\ud800", "\ufffb", "\U000e0041"],
    ids=ascii,
)
def test_signs_that_nobody_sees_are_refused_wherever_words_are_written(
    tmp_path: Path, sign: str
) -> None:
    """A page or a program had them, and they came over the clipboard."""
    folder = opened(with_files(tmp_path, exhibit=EXHIBIT, zones__a=ZONE))
    words = f"over{sign}here"
    for edit in (
        SetText(FILE, ("name", "en"), words),
        SetValue(FILE, ("name",), {"en": "A", "pt": words}),
        Insert(FILE, FACTS, {"id": "z", "label": {"en": [words]}}),
    ):
        with pytest.raises(EditRefused) as refused:
            folder.apply("", [edit])
        assert refused.value.refusal is EditRefusal.SIGNS
    assert folder.pending() is None


@pytest.mark.parametrize(
    "words",
    [
        "one\ntwo",
        "one\ttwo",
        "first\u200bsecond",
        "\U0001f469\u200d\U0001f469\u200d\U0001f467",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "前海\u3000深港",
        "{\\rtf1\\ansi Hello}",
    ],
    ids=ascii,
)
def test_other_signs_are_kept(tmp_path: Path, words: str) -> None:
    folder = opened(with_files(tmp_path, exhibit=EXHIBIT, zones__a=ZONE))
    folder.apply("", [SetText(FILE, ("name", "en"), words)])
    node = folder.yaml(FILE).document.root.at(("name", "en"))
    assert node is not None
    assert node.value == words
