"""Changes of a CSV file: it says what was wanted, and everything else of it is as it was."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.exhibit.tables.csv_files import CsvFile
from kiosk.exhibit.tables.csv_tables import read_csv
from kiosk.exhibit.tables.csv_text import CannotChange, CsvText, csv_of
from kiosk.exhibit.tables.table_changes import (
    InsertColumn,
    InsertRows,
    MoveColumn,
    MoveRow,
    RemoveColumn,
    RemoveRows,
    Rows,
    SetCells,
    TableChange,
    changed,
)
from kiosk.text.messages import UnreadableFile

NAME = "data/t.csv"


def after(text: str, change: TableChange) -> str:
    return CsvText.parse(text, NAME).with_change(change).text


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        pytest.param(
            "year,teams\n2018,348\n",
            SetCells(1, 1, (("351",),)),
            "year,teams\n2018,351\n",
            id="a cell",
        ),
        pytest.param(
            'sep=;\r\nyear;teams\r\n\r\n 2018 ; "348" ;\r\n',
            SetCells(1, 1, (("1.195,5",),)),
            'sep=;\r\nyear;teams\r\n\r\n 2018 ; "1.195,5" ;\r\n',
            id="a cell with marks and spaces",
        ),
        pytest.param(
            "year,teams\n2018,348\n",
            SetCells(1, 1, (("1,195",),)),
            'year,teams\n2018,"1,195"\n',
            id="a cell that needs marks",
        ),
        pytest.param(
            'year,teams\n2018,"1,195"\n',
            SetCells(1, 1, (('say "yes"',),)),
            'year,teams\n2018,"say ""yes"""\n',
            id="marks in a cell",
        ),
        pytest.param(
            "year,teams\n2018\n2019,7",
            SetCells(1, 1, (("348",),)),
            "year,teams\n2018,348\n2019,7",
            id="a cell that was not there",
        ),
        pytest.param(
            "year\tteams\r\n2018\t348",
            SetCells(1, 0, (("2018", "351"), ("2022", "601"))),
            "year\tteams\r\n2018\t351\r\n2022\t601",
            id="cells beyond the end",
        ),
        pytest.param(
            "year,teams\n2018,348\n\n\n",
            InsertRows(2, (("2022", "601"),)),
            "year,teams\n2018,348\n2022,601\n\n\n",
            id="a row before empty lines",
        ),
        pytest.param(
            'year,teams\n"2018","348"\n',
            InsertRows(1, (("2017", "4"),)),
            'year,teams\n"2017","4"\n"2018","348"\n',
            id="a row in marks like the others",
        ),
        pytest.param(
            "year,teams\n2018,348\n2022,601",
            RemoveRows(2),
            "year,teams\n2018,348",
            id="the last row",
        ),
        pytest.param(
            "year,teams\n1,2\n\n3,4\n5,6",
            MoveRow(3, 1),
            "year,teams\n5,6\n\n1,2\n3,4",
            id="a row moved",
        ),
        pytest.param(
            "year;teams\n2018;348\n2022\n",
            InsertColumn(1, ("label", "a; b")),
            'year;label;teams\n2018;"a; b";348\n2022;\n',
            id="a column",
        ),
        pytest.param(
            "year,note,teams\n2018,x,348\n2022\n",
            RemoveColumn(1),
            "year,teams\n2018,348\n2022\n",
            id="a column less",
        ),
        pytest.param("a,b,c\n1,2,3\n", MoveColumn(2, 0), "c,a,b\n3,1,2\n", id="a column moved"),
        pytest.param("year\n2018\n", SetCells(1, 0, (("",),)), 'year\n""\n', id="the only cell"),
    ],
)
def test_exactly_what_changes_is_written(text: str, change: TableChange, expected: str) -> None:
    assert after(text, change) == expected


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (RemoveColumn(2), "2 is not from 0 to 1"),
        (MoveRow(1, 9), "9 is not from 0 to 1"),
        (SetCells(0, 0, (("", ""),)), "a table needs a row that names its columns"),
        (SetCells(1, 1, (("\ud800",),)), "the table would say something else"),
    ],
)
def test_what_a_file_can_not_say_is_refused(change: TableChange, reason: str) -> None:
    with pytest.raises(CannotChange, match=reason):
        after("year,teams\n2018,348\n", change)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (codecs.BOM_UTF8 + b"year,n\r\n1,2\r\n", codecs.BOM_UTF8 + "year,n\r\n1,深\r\n".encode()),
        (
            codecs.BOM_UTF16_LE + "year\tn\r\n1\t2\r\n".encode("utf-16-le"),
            codecs.BOM_UTF16_LE + "year\tn\r\n1\t深\r\n".encode("utf-16-le"),
        ),
    ],
)
def test_encoding_and_mark_stay(content: bytes, expected: bytes) -> None:
    assert CsvFile.parse(content, NAME).content == content
    assert CsvFile.parse(content, NAME).with_change(SetCells(1, 1, (("深",),))).content == expected


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"year,n\n\xff,2\n", b"", b"\n\n", b'a,"b\n'])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        CsvFile.parse(content, NAME)


WORDS = st.text(st.sampled_from("ab 12,.;\"'|-=深é\t\n，"), max_size=6)
PLAIN = st.text(st.sampled_from("abc123深é"), min_size=1, max_size=5)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """The text of a table as some program writes it."""
    separator = draw(st.sampled_from(",;\t|"))
    line_break = draw(st.sampled_from(["\n", "\r\n"]))
    columns = draw(st.integers(2, 4))
    rows = draw(st.lists(st.lists(WORDS, min_size=1, max_size=columns), min_size=1, max_size=5))
    everything = [[f"name{number}" for number in range(columns)], *rows]
    is_quoted = draw(st.booleans())

    def written(words: str) -> str:
        words = words.strip()
        needs = any(sign in words for sign in f'{separator}"\n')
        return '"' + words.replace('"', '""') + '"' if needs or is_quoted else words

    lines = [separator.join(map(written, row)) for row in everything]
    gaps = [line_break * draw(st.integers(1, 2)) for _ in lines[:-1]]
    gaps.append(draw(st.sampled_from(["", line_break, line_break * 3])))
    return "".join(f"{line}{gap}" for line, gap in zip(lines, gaps, strict=True))


@st.composite
def changes(draw: st.DrawFn, rows: Rows) -> TableChange:
    """A change that is possible in these rows."""
    height, width = len(rows), len(rows[0])
    kind = draw(st.sampled_from([SetCells, InsertRows, RemoveRows, MoveRow, InsertColumn]))
    block = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3)
    if kind is SetCells:
        at = draw(st.integers(1, height)), draw(st.integers(0, width - 1))
        return SetCells(*at, tuple(draw(block)))
    if kind is InsertRows:
        return InsertRows(draw(st.integers(1, height)), tuple(draw(block)))
    if kind is RemoveRows and height > 1:
        return RemoveRows(draw(st.integers(1, height - 1)))
    if kind is MoveRow and height > 2:
        below = st.integers(1, height - 1)
        return MoveRow(draw(below), draw(below))
    return InsertColumn(
        draw(st.integers(0, width)), (draw(PLAIN), *draw(st.lists(WORDS, max_size=height - 1)))
    )


def bare(rows: Rows) -> list[list[str]]:
    """Without the empty cells at the ends, which nobody sees."""
    kept = [[words.strip() for words in row] for row in rows]
    for row in kept:
        while row and not row[-1]:
            row.pop()
    return kept


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_random_changes_of_random_tables(data: st.DataObject) -> None:
    text = data.draw(tables())
    table = CsvText.parse(text, NAME)
    assert table.text == text

    change = data.draw(changes(table.rows))
    wanted = changed(table.rows, change)
    found = table.with_change(change)

    assert bare(found.rows) == bare(wanted)
    assert CsvText.parse(found.text, NAME).rows == found.rows
    shown = [row for row in bare(wanted) if row]
    read = read_csv(found.text, NAME)
    if not read.messages:
        assert bare(tuple(tuple(cell.text for cell in row) for row in read.rows)) == shown[1:]
    kept = [row for row in table.cells if row in found.cells]
    untouched = {SetCells: 3, InsertRows: 0, RemoveRows: 1, MoveRow: 0}
    if type(change) in untouched:
        assert len(kept) >= len(table.cells) - untouched[type(change)]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_cell_is_replaced_by_exactly_one_splice(data: st.DataObject) -> None:
    text = data.draw(tables())
    table = CsvText.parse(text, NAME)
    row = data.draw(st.integers(0, len(table.cells) - 1))
    column = data.draw(st.integers(0, len(table.cells[row]) - 1))
    words = data.draw(PLAIN)

    spliced = table.with_change(SetCells(row, column, ((words,),))).text

    before = table.before + "".join(
        table.separator.join(cells) + gap
        for cells, gap in zip(table.cells[:row], table.gaps[:row], strict=True)
    )
    before += "".join(f"{raw}{table.separator}" for raw in table.cells[row][:column])
    behind = text[len(before) + len(table.cells[row][column]) :]
    assert spliced.startswith(before)
    assert spliced.endswith(behind)
    assert spliced[len(before) : len(spliced) - len(behind)].strip('" ') == words


UNDONE: list[tuple[TableChange, TableChange]] = [
    (SetCells(1, 1, (("7",),)), SetCells(1, 1, (("348",),))),
    (MoveRow(1, 2), MoveRow(2, 1)),
    (InsertRows(1, (("2017", "4", "0"),)), RemoveRows(1)),
    (InsertColumn(2, ("label", "a", "b")), RemoveColumn(2)),
    (MoveColumn(0, 2), MoveColumn(2, 0)),
]


@pytest.mark.parametrize(("there", "back"), UNDONE)
def test_undoing_a_change_brings_back_every_byte(there: TableChange, back: TableChange) -> None:
    text = 'year;"all teams";n\r\n2018;"348";1\r\n\r\n2022;"601";2'
    table = CsvText.parse(text, NAME)

    assert table.with_change(there).with_change(back).text == text


def test_a_cell_is_found_by_its_place_in_the_file() -> None:
    table = CsvText.parse('sep=;\r\nyear;n\r\n\r\n"20\n18";348\r\n2022;601', NAME)
    read = read_csv(table.text, NAME)

    found = [[table.cell_at(cell.line, cell.column) for cell in row] for row in read.rows]

    assert found == [[(1, 0), (1, 1)], [(2, 0), (2, 1)]]
    assert table.cell_at(1, 1) is None


def test_a_new_file_says_what_its_rows_say() -> None:
    rows = (("year", "what"), ("2018", 'a, "b"'), ("", ""), ("2019", "line\nline"))

    assert CsvText.parse(csv_of(rows), NAME).rows == rows


def test_a_file_of_ten_thousand_rows_is_changed() -> None:
    text = "year,n\n" + "2018,1\n" * 10_000

    assert after(text, SetCells(10_000, 1, (("2",),))) == text[:-2] + "2\n"
    with pytest.raises(CannotChange):
        after(text, InsertRows(1, (("2017", "1"),)))
