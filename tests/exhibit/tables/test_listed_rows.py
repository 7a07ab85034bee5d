"""Points that are written in a place's file, shown as a table and changed as one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.exhibit.editing.edited_yaml import edited
from kiosk.exhibit.editing.listed_rows import ListedRows
from kiosk.exhibit.model.points import Point
from kiosk.exhibit.tables.table_changes import (
    InsertRows,
    MoveRow,
    RemoveColumn,
    RemoveRows,
    SetCells,
    TableChange,
    changed,
)
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_edit import YamlText

AT = ("panels", 0, "series", 0, "points")
FILE = "zones/t.yaml"
TEXT = """\
panels:
- kind: chart
  chart: bar
  series:
  - id: teams
    label: {en: teams}
    points:   # as the yearbook has them
    - {zone: shenzhen, value: 348}   # the first
    # Macao has none.
    - zone: hong-kong
      value: "1,195"
    - {label: {en: Others, pt: Outros}, value: 7, highlight: true}
  source: s
"""


def table(text: str) -> ListedRows:
    return ListedRows.of(YamlText.parse(text, FILE).document.root.at(AT), Point, LANGUAGES)


def after(text: str, change: TableChange) -> str:
    yaml = YamlText.parse(text, FILE)
    for edit in table(text).edits(FILE, AT, change):
        yaml = edited(yaml, edit, LANGUAGES)  # type: ignore[arg-type]
    return yaml.text


def test_the_columns_are_the_keys_that_stand_there() -> None:
    found = table(TEXT)

    assert found.columns == (
        ("zone",),
        *(("label", tag) for tag in LANGUAGES),
        ("value",),
        ("highlight",),
    )
    assert found.rows[2] == ("", "Others", "", "", "Outros", "7", "true")


def test_a_list_that_is_missing_has_the_columns_that_are_wanted() -> None:
    found = ListedRows.of(None, Point, ("en",), ("at", "value"))

    assert (found.columns, found.rows) == ((("at",), ("value",)), ())
    (edit,) = found.edits(FILE, AT, InsertRows(0, (("2018", "7"),)))
    bare = YamlText.parse(TEXT[: TEXT.index("    points:")] + "  source: s\n", FILE)
    assert "points:\n    - {at: 2018, value: 7}\n" in edited(bare, edit, LANGUAGES).text.replace(  # type: ignore[arg-type]
        "- at: 2018\n      value: 7\n", "- {at: 2018, value: 7}\n"
    )


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (SetCells(1, 5, (("1,196",),)), '"1,195"', '"1,196"'),
        (SetCells(2, 2, (("其他",),)), "en: Others, pt", "en: Others, zh-Hant: 其他, pt"),
        (SetCells(2, 6, (("",),)), ", highlight: true", ""),
        (SetCells(0, 5, (("350",), ("1,200",))), "348}   # the first", "350}   # the first"),
        (RemoveRows(2), "    - {label: {en: Others, pt: Outros}, value: 7, highlight: true}\n", ""),
    ],
)
def test_what_is_changed_is_spliced(change: TableChange, old: str, new: str) -> None:
    spliced = after(TEXT, change)

    assert old not in spliced
    assert new in spliced
    for comment in ("# as the yearbook has them", "# the first", "# Macao has none."):
        assert comment in spliced


def test_columns_are_not_added_to_a_list() -> None:
    with pytest.raises(ValueError, match="keys"):
        table(TEXT).edits(FILE, AT, RemoveColumn(0))


WORDS = st.text(st.sampled_from("ab1:,#{}'\"深- "), max_size=5)


@st.composite
def changes(draw: st.DrawFn) -> TableChange:
    """A change of the three rows of seven cells."""
    block = st.lists(st.lists(WORDS, min_size=1, max_size=2), min_size=1, max_size=3)
    cells = tuple(map(tuple, draw(block)))
    whole = tuple((*row, *[""] * (7 - len(row))) for row in cells)
    drawn: list[TableChange] = [
        SetCells(draw(st.integers(0, 2)), draw(st.integers(0, 5)), cells),
        InsertRows(draw(st.integers(0, 3)), whole),
        RemoveRows(draw(st.integers(0, 2))),
        MoveRow(draw(st.integers(0, 2)), draw(st.integers(0, 2))),
    ]
    return draw(st.sampled_from(drawn))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes())
def test_random_changes_are_read_back(change: TableChange) -> None:
    wanted = changed(table(TEXT).rows, change)
    yaml = after(TEXT, change)
    found = ListedRows.of(
        YamlText.parse(yaml, FILE).document.root.at(AT),
        Point,
        LANGUAGES,
        ("value", "zone", "label", "highlight"),
    )

    assert found.rows == tuple(tuple(words.strip() for words in row) for row in wanted)
    assert yaml.startswith(TEXT[: TEXT.index("    - {zone")])
    assert yaml.endswith("  source: s\n")
