"""What spreadsheets put on the clipboard, and what somebody means harm with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.tables.pasted_tables import (
    PastedTable,
    UnclearFigures,
    figures_written,
    pasted_table,
)

ROWS = (("year", "teams"), ("2018", "348"), ("2022", "601"))
EXCEL_HTML = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<style><!-- td {mso-number-format:General;} --></style></head><body>
<table border=0><col width=64><!--StartFragment-->
<tr height=20><td height=20>year</td><td>teams</td></tr>
<tr><td align=right x:num>2018</td><td x:num="348">348</td></tr>
<tr><td>2022</td><td>601</td></tr><!--EndFragment--></table></body></html>"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("year\tteams\r\n2018\t348\r\n2022\t601\r\n", id="Excel"),
        pytest.param("year\tteams\n2018\t348\n2022\t601", id="LibreOffice and Google Sheets"),
        pytest.param("year\tteams\r2018\t348\r2022\t601", id="an old Mac"),
        pytest.param("year\tteams\n2018\t348\n2022\t601\n\t\n\t\n", id="empty rows at the end"),
        pytest.param("year;teams\n2018;348\n2022;601", id="semicolons from an editor"),
        pytest.param("year,teams\n2018,348\n2022,601", id="commas from an editor"),
        pytest.param("\ufeffyear\tteams\n2018\t\u202e348\n2022\t6\x0001", id="unseen signs"),
    ],
)
def test_rows_are_those_of_the_spreadsheet(text: str) -> None:
    assert pasted_table(text) == PastedTable(ROWS)


@pytest.mark.parametrize("text", ["", "year teams 2018 348 2022 601"])
def test_html_is_read_where_the_text_has_no_cells(text: str) -> None:
    assert pasted_table(text, EXCEL_HTML) == PastedTable(ROWS)


def test_text_with_cells_comes_before_html() -> None:
    assert pasted_table("a\tb", EXCEL_HTML).rows == (("a", "b"),)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param('a\t"two\r\nlines"\nb\tc', (("a", "two lines"), ("b", "c")), id="line breaks"),
        pytest.param('a\t"say ""yes"""', (("a", 'say "yes"'),), id="doubled marks"),
        pytest.param('a\t"so called"', (("a", '"so called"'),), id="marks of the text"),
        pytest.param("=SUM(A1:A3)\t+1", (("=SUM(A1:A3)", "+1"),), id="formulas"),
        pytest.param("1.195,5\n2.000,0", (("1.195,5",), ("2.000,0",)), id="one column"),
        pytest.param("1,195\n2,300", (("1,195",), ("2,300",)), id="one column of thousands"),
        pytest.param(
            "a\t\tb\n\t\t\nc\t\td", (("a", "", "b"), ("", "", ""), ("c", "", "d")), id="gaps"
        ),
        pytest.param("a\tb\tc\nd", (("a", "b", "c"), ("d", "", "")), id="short rows"),
        pytest.param("348", (("348",),), id="one cell"),
    ],
)
def test_cells_say_what_they_show(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert pasted_table(text) == PastedTable(rows)


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        pytest.param(
            "<table><tr><th colspan=2>teams<tr><td>a<td>b</table>",
            (("teams", ""), ("a", "b")),
            id="across",
        ),
        pytest.param(
            "<table><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            (("a", "b"), ("", "c")),
            id="down",
        ),
        pytest.param(
            "<table><tr><td>a<br>b</td><td>&lt;c&gt; &amp;</td></tr></table><table><td>x</table>",
            (("a b", "<c> &"),),
            id="marks, and a second table",
        ),
        pytest.param(
            "<table><tr><td>a<script>alert(1)</script></td><td>b</td></tr></table>",
            (("a", "b"),),
            id="a script",
        ),
    ],
)
def test_merged_cells_of_html_count_once(html: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert pasted_table("", html) == PastedTable(rows)


@pytest.mark.parametrize(
    ("text", "html", "refused"),
    [
        ("", "", "nothing"),
        ("\t\t\n\n", "", "nothing"),
        ("\t" * 100_000, "", "columns"),
        ("1\t2\n" * 1_000_000, "", "rows"),
        ("x" * 5_000_000, "", "letters"),
        ("", "<table>" + "<tr><td>1" * 20_000, "rows"),
        ("", "<table><tr>" + "<td>1" * 40_000, "columns"),
        ("", "<table><tr><td colspan=99999>1<td>2", "columns"),
    ],
)
def test_what_is_too_large_is_not_taken_in_part(text: str, html: str, refused: str) -> None:
    assert pasted_table(text, html) == PastedTable((), refused)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<table><tr><td>" + "<!" * 140_000, id="declarations that never end"),
        pytest.param("<table><tr><td " + "a" * 290_000, id="a tag that never ends"),
        pytest.param("<table><tr><td rowspan=9999>1" * 13_000, id="cells that reach down"),
        pytest.param("<table><tr><td>" + "<table>" * 40_000, id="tables in tables"),
    ],
)
def test_html_that_means_harm_comes_to_an_end(html: str) -> None:
    assert pasted_table("one cell", html).refused in (None, "rows", "columns", "nothing")


@given(st.text(st.sampled_from('a1",.;\t\r\n "')), st.text(st.sampled_from("<>/tdrable =\"'1&;")))
def test_nothing_on_a_clipboard_is_a_fault(text: str, html: str) -> None:
    found = pasted_table(text, f"<table><td>{html}")

    assert (found.refused is None) is bool(found.rows)
    assert len({len(row) for row in found.rows}) <= 1


@pytest.mark.parametrize(
    ("column", "written"),
    [
        (("1.195,5", "2.000"), ("1195.5", "2000")),
        (("1,195.5", "2,000"), ("1195.5", "2000")),
        (("1 195,5", "", "7"), ("1195.5", "", "7")),
        (("45%", "4,5 %"), ("45", "4.5")),
        (("348", "601"), ("348", "601")),
        (("348", "many"), None),
        (("", ""), None),
    ],
)
def test_figures_become_those_of_our_files(column: tuple[str, ...], written: object) -> None:
    assert figures_written(column) == written


def test_figures_that_may_mean_two_things_are_asked_about() -> None:
    unclear = figures_written(("1,195", "2,300", "7"))

    assert unclear == UnclearFigures("1,195", "1195", "1.195")
    assert figures_written(("1,195", "2,300", "7"), ".") == ("1195", "2300", "7")
    assert figures_written(("1,195", "2,300", "7"), ",") == ("1.195", "2.300", "7")
