"""What a spreadsheet puts on the clipboard, read as rows.

Excel, LibreOffice, Numbers and Google Sheets all give text with tabs, and most of them HTML beside
it.  Text is taken first: it has what each cell shows, whereas HTML has its looks.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final, Literal, NamedTuple, TypeAlias

from kiosk.exhibit.model.values import Value
from kiosk.exhibit.tables.cell import Cell
from kiosk.exhibit.tables.table_changes import Rows, even
from kiosk.exhibit.tables.table_numbers import figures_meant, read_figures
from kiosk.exhibit.tables.tables import COLUMN_LIMIT, ROW_LIMIT
from kiosk.text.invisible import DIRECTION

Refused: TypeAlias = Literal["nothing", "rows", "columns", "letters"]

LETTERS_LIMIT: Final = 4_000_000
"""So much text is looked at; ten thousand rows of ten cells have half a million letters."""
_HTML_LIMIT: Final = 300_000
_LONGEST_CELL: Final = 10_000

_BREAK = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r|\n|\Z)')
_BARE = re.compile(r"[^\t\r\n]*")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufff9-\ufffb]")
_SPACES = re.compile("[\\s\u00a0\u2007\u2009\u202f\u3000]+")
_CELL = re.compile(r"<t[dh][\s>]", re.IGNORECASE)
_FIGURE = re.compile(r"[-+−]?[\d.,'’\u00a0\u202f ]*\d ?%?")


class PastedTable(NamedTuple):
    """The rows, or why nothing is taken: there are none, too many, or too much text."""

    rows: Rows = ()
    refused: Refused | None = None


class UnclearFigures(NamedTuple):
    """A figure whose comma or point means one thing in one country and another in the next."""

    written: str
    whole: str
    decimal: str


def pasted_table(plain: str, html: str = "") -> PastedTable:
    """The rows of what was copied, with the empty rows at the end left out.

    A table is taken whole or not at all: half of one says something else.  Formulas are the texts
    that they look like.  Cells have no line breaks, and no signs that nobody sees.
    """
    if len(plain) > LETTERS_LIMIT:
        return PastedTable(refused="letters")
    if "\t" not in plain and len(html) <= _HTML_LIMIT and _CELL.search(html):
        found = _of_html(html)
        if found.refused or len(found.rows) > 1 or (found.rows and len(found.rows[0]) > 1):
            return found
    return _of_text(plain)


def figures_written(
    column: tuple[str, ...], mark: Literal[".", ","] | None = None
) -> tuple[str, ...] | UnclearFigures | None:
    """A column of figures as our files write them; None for one that has something else.

    Without a `mark`, which is the sign before the decimals, a column in which nothing decides it is
    unclear.  Empty cells stay empty.
    """
    said = [words for words in column if words]
    cells = [Cell(words, 1, 1) for words in said]
    found = list(read_figures(cells, mark))
    if not said or not all(map(figures_meant, said)):
        return None
    unclear = next((words for words in said if len(figures_meant(words)) > 1), "")
    if unclear and not all(isinstance(each, Value) for each in found):
        decimal, whole = figures_meant(unclear)
        return UnclearFigures(unclear, whole, decimal)
    if not all(isinstance(each, Value) for each in found):
        return None
    written = iter([each.written for each in found if isinstance(each, Value)])
    return tuple(next(written) if words else "" for words in column)


def _of_text(text: str) -> PastedTable:
    rows: list[list[str]] = [[]]
    position, is_parted = 0, "\t" in text
    while position <= len(text):
        found = _QUOTED.match(text, position) if text[position : position + 1] == '"' else None
        if found is not None and (not is_parted or _is_marked(found[1])):
            rows[-1].append(_shown(found[1].replace('""', '"')))
        else:
            found = _BARE.match(text, position)
            assert found is not None
            rows[-1].append(_shown(found[0]))
        position = found.end()
        if len(rows[-1]) > COLUMN_LIMIT:
            return PastedTable(refused="columns")
        if text[position : position + 1] == "\t":
            position += 1
            continue
        ended = _BREAK.match(text, position)
        if ended is None:
            break
        position = ended.end()
        if len(rows) > ROW_LIMIT:
            return PastedTable(refused="rows")
        rows.append([])
    return _taken(rows if is_parted else _parted(rows))


def _is_marked(inside: str) -> bool:
    """Whether a program has set the quotation marks: it does so only where a cell needs them."""
    return any(sign in inside for sign in ("\t", "\n", "\r", '""'))


def _parted(rows: list[list[str]]) -> list[list[str]]:
    """Lines without tabs: a single column, or cells with semicolons or commas between them."""
    lines = [row[0] for row in rows if row and row[0]]
    for separator in (";", ","):
        counts = {line.count(separator) for line in lines}
        is_even = len(lines) > 1 and len(counts) == 1 and counts != {0}
        if is_even and not all(map(_FIGURE.fullmatch, lines)):
            return [row[0].split(separator) if row else [] for row in rows]
    return rows


def _taken(rows: list[list[str]]) -> PastedTable:
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        return PastedTable(refused="nothing")
    if len(rows) > ROW_LIMIT:
        return PastedTable(refused="rows")
    if max(map(len, rows)) > COLUMN_LIMIT:
        return PastedTable(refused="columns")
    return PastedTable(even([[words.strip() for words in row] for row in rows]))


def _shown(text: str) -> str:
    """A cell's text in one line, without signs that can't be seen or that turn the direction."""
    seen = DIRECTION.sub("", _UNSEEN.sub("", text[:_LONGEST_CELL]))
    return _SPACES.sub(" ", seen).strip()


class _TooLarge(Exception):
    """There is more of a table than is taken."""


class _Tables(HTMLParser):
    """The cells of the first table of a page; those that are drawn as one count once."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[dict[int, str]] = []
        self._depth = 0
        self._is_done = False
        self._words: list[str] | None = None
        self._silent = 0
        self._span = (1, 1)
        self._column = 0
        self._until: dict[int, int] = {}
        """The first row to which a cell from above no longer reaches, by column."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        if tag in ("style", "script", "head", "title"):
            self._silent += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth != 1 or self._is_done:
            return
        elif tag == "tr":
            self._end_cell()
            if len(self.rows) >= ROW_LIMIT:
                raise _TooLarge("rows")
            self.rows.append({})
            self._column = 0
        elif tag in ("td", "th"):
            self._end_cell()
            if not self.rows:
                self.rows.append({})
            found = dict(attrs)
            self._span = _span(found.get("colspan")), _span(found.get("rowspan"))
            self._words = []
        elif tag == "br" and self._words is not None:
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        if tag in ("style", "script", "head", "title"):
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._end_cell()
                self._is_done = True
            self._depth -= 1
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Take what a cell says."""
        if self._words is not None and not self._silent:
            self._words.append(data)

    def _end_cell(self) -> None:
        words, self._words = self._words, None
        if words is None or self._is_done:
            return
        number, row = len(self.rows) - 1, self.rows[-1]
        while self._until.get(self._column, 0) > number:
            self._column += 1
        across, down = self._span
        if self._column + across > COLUMN_LIMIT:
            raise _TooLarge("columns")
        row[self._column] = _shown("".join(words))
        for each in range(self._column, self._column + across):
            self._until[each] = number + down
        self._column += across


def _of_html(html: str) -> PastedTable:
    tables = _Tables()
    try:
        tables.feed(html)
        tables.close()
    except _TooLarge as error:
        return PastedTable(refused="columns" if str(error) == "columns" else "rows")
    widths = [max(row, default=-1) + 1 for row in tables.rows]
    rows = zip(tables.rows, widths, strict=True)
    return _taken([[row.get(column, "") for column in range(width)] for row, width in rows])


def _span(written: str | None) -> int:
    is_number = written is not None and written.isascii() and written.isdigit() and len(written) < 6
    return max(1, min(int(written or 1), ROW_LIMIT)) if is_number else 1
