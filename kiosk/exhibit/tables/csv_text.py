"""Changes of a CSV file's text that leave everything else of it as it is.

Separator, quotation marks, spaces, empty lines and line ends stay.  Each change is read again, and
counts only if the table then says exactly what was wanted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.exhibit.tables import table_messages
from kiosk.exhibit.tables.csv_rows import raw_rows, too_many_columns
from kiosk.exhibit.tables.csv_tables import separator_of
from kiosk.exhibit.tables.table_changes import (
    InsertColumn,
    InsertRows,
    MoveColumn,
    MoveRow,
    RemoveColumn,
    RemoveRows,
    SetCells,
    changed,
    even,
)
from kiosk.exhibit.tables.tables import COLUMN_LIMIT, ROW_LIMIT
from kiosk.text.messages import ExhibitError, UnreadableFile

if TYPE_CHECKING:
    from kiosk.exhibit.tables.csv_rows import RawCell
    from kiosk.exhibit.tables.table_changes import Rows, TableChange

_BREAK = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r' *"((?:[^"]|"")*)" *', re.DOTALL)
_USUAL_BREAK = "\n"


class CannotChange(ExhibitError):
    """The table can't be changed so; nothing has been."""


@dataclass(frozen=True)
class CsvText:
    """A table as it is written: each cell with its quotation marks and spaces.

    `before` precedes the row that names the columns, and `gaps` follow the rows: a line end and
    the empty lines behind it.
    """

    name: str
    separator: str
    before: str
    cells: Rows
    gaps: tuple[str, ...]

    @classmethod
    def parse(cls, text: str, name: str) -> CsvText:
        """Read a table, whose first row that is not empty names the columns.

        Raises UnreadableFile as `read_csv` does.  Rows of separators alone are rows, empty lines
        are none.
        """
        start, separator = separator_of(text, name)
        rows: list[list[RawCell]] = []
        for row in raw_rows(text, separator, name, start):
            is_line = len(row) > 1 or text[row[0].start : row[0].end].strip()
            if is_line and (rows or any(cell.text for cell in row)):
                rows.append(row)
            if len(rows) > ROW_LIMIT + 1:
                message = table_messages.too_many_rows(ROW_LIMIT)
                raise UnreadableFile(message.at(name, row[0].line))
            if any(cell.text for cell in row[COLUMN_LIMIT:]):
                raise too_many_columns(row, name)
        if not rows:
            raise UnreadableFile(table_messages.NO_HEADER.at(name))
        cells = tuple(tuple(text[each.start : each.end] for each in row) for row in rows)
        gaps = [text[one[-1].end : other[0].start] for one, other in pairwise(rows)]
        gaps.append(text[rows[-1][-1].end :])
        return cls(name, separator, text[: rows[0][0].start], cells, tuple(gaps))

    @cached_property
    def text(self) -> str:
        """All that stands in the file."""
        lines = (self.separator.join(row) for row in self.cells)
        written = (part for pair in zip(lines, self.gaps, strict=True) for part in pair)
        return self.before + "".join(written)

    @cached_property
    def rows(self) -> Rows:
        """What the cells say, as many in each row; the first row names the columns."""
        said = even([tuple(map(_said, row)) for row in self.cells])
        return tuple(row[:COLUMN_LIMIT] for row in said)

    def cell_at(self, line: int, column: int) -> tuple[int, int] | None:
        """The cell that begins at a line and column of the file, counted from 1; None without."""
        at = _behind((1, 1), self.before)
        for row, (cells, gap) in enumerate(zip(self.cells, self.gaps, strict=True)):
            for number, raw in enumerate(cells):
                if at == (line, column):
                    return row, number
                at = _behind(at, raw + (self.separator if number < len(cells) - 1 else gap))
            if at[0] > line:
                break
        return None

    def with_change(self, change: TableChange) -> CsvText:
        """The same after a change; raises CannotChange where the file could not say it."""
        try:
            wanted = _trimmed(changed(self.rows, change))
        except IndexError as error:
            raise CannotChange(f"{self.name}: {error}") from None
        if not wanted or not any(wanted[0]):
            raise CannotChange(f"{self.name}: a table needs a row that names its columns")
        for in_quotes in (False, True):
            after = _Writing(self, in_quotes=in_quotes).after(change)
            with_all = after._read_again()
            if with_all is not None and _trimmed(with_all.rows) == wanted:
                return with_all
        raise CannotChange(f"{self.name}: the table would say something else")

    def _read_again(self) -> CsvText | None:
        try:
            self.text.encode()
            return CsvText.parse(self.text, self.name)
        except (UnreadableFile, UnicodeEncodeError):
            return None


def csv_of(rows: Rows) -> str:
    """Rows as a new CSV file, with commas and quotation marks where they are needed."""
    lines = (
        ",".join(_quoted(words) if _needs(words, ",") else words for words in row) for row in rows
    )
    return "".join(f"{line or _quoted('')}{_USUAL_BREAK}" for line in lines)


@dataclass
class _Writing:
    """The rows of a table while they are changed; new cells are `in_quotes` where that is safer."""

    table: CsvText
    in_quotes: bool
    before: str = ""
    cells: list[list[str]] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)

    def after(self, change: TableChange) -> CsvText:
        """The table after a change that is possible."""
        table = self.table
        self.before, self.gaps = table.before, list(table.gaps)
        self.cells = [list(row) for row in table.cells]
        match change:
            case SetCells(row, column, cells):
                self._set_cells(row, column, cells)
            case InsertRows(at, rows):
                self._insert_rows(at, rows)
            case RemoveRows(at, count):
                for _ in range(count):
                    self._remove_row(at)
            case MoveRow(row, to):
                self.cells.insert(to, self.cells.pop(row))
            case InsertColumn(at, cells):
                for line, words in zip(self.cells, [*cells, *self._nothing], strict=False):
                    if words or at <= len(line):
                        line += [""] * (at - len(line))
                        line.insert(at, self._written(words, at))
            case RemoveColumn(at):
                for line in self.cells:
                    del line[at : at + 1]
            case MoveColumn(column, to):
                for line in self.cells:
                    if len(line) > min(column, to):
                        line += [""] * (max(column, to) + 1 - len(line))
                        line.insert(to, line.pop(column))
        for line in self.cells:
            if not "".join(line).strip() and len(line) < 2:
                # A line with nothing in it would be none.
                line[:] = [_quoted("")]
        return replace(
            table,
            before=self.before,
            cells=tuple(map(tuple, self.cells)),
            gaps=tuple(self.gaps),
        )

    def _set_cells(self, row: int, column: int, cells: Rows) -> None:
        there = cells[: len(self.cells) - row]
        for into, added in zip(self.cells[row:], there, strict=False):
            for number, words in enumerate(added, start=column):
                if number < len(into):
                    if _said(into[number]) != words.strip():
                        into[number] = self._in_place_of(into[number], words)
                elif words.strip():
                    into += [""] * (number - len(into))
                    into.append(self._written(words, number))
        more = [(*[""] * column, *added) for added in cells[len(there) :]]
        if more:
            self._insert_rows(len(self.cells), tuple(more))

    def _insert_rows(self, at: int, rows: Rows) -> None:
        line_break = self._line_break
        width = max(map(len, self.cells))
        for number, words in enumerate(rows, start=at):
            written = [self._written(each, column) for column, each in enumerate(words)]
            written += [""] * (width - len(written))
            gap = line_break
            if number == len(self.cells):
                last = _BREAK.match(self.gaps[-1])
                gap = self.gaps[-1][last.end() :] if last else ""
                self.gaps[-1] = last[0] if last else line_break
                gap = f"{line_break}{gap}" if last else gap
            self.cells.insert(number, written)
            self.gaps.insert(number, gap)

    def _remove_row(self, at: int) -> None:
        del self.cells[at]
        gap = self.gaps.pop(at)
        found = _BREAK.match(gap)
        left = gap[found.end() :] if found else gap
        if at:
            before = self.gaps[at - 1]
            # A file without a line end at its end keeps that.
            is_open = not found and at == len(self.gaps)
            breaks = [*_BREAK.finditer(before)] if is_open else []
            self.gaps[at - 1] = (before[: breaks[-1].start()] if breaks else before) + left
        else:
            self.before += left

    @property
    def _nothing(self) -> list[str]:
        return [""] * len(self.cells)

    @cached_property
    def _line_break(self) -> str:
        found = Counter(_BREAK.findall("".join(self.table.gaps)))
        return found.most_common(1)[0][0] if found else _USUAL_BREAK

    @cached_property
    def _quoted_columns(self) -> frozenset[int]:
        """The columns in which what stands below the header is in quotation marks, mostly."""
        below = self.table.cells[1:] or self.table.cells
        counts: Counter[int] = Counter()
        for row in below:
            for column, raw in enumerate(row):
                if raw.strip():
                    counts[column] += 1 if _QUOTED.fullmatch(raw) else -1
        return frozenset(column for column, count in counts.items() if count > 0)

    def _written(self, words: str, column: int) -> str:
        words = words.strip()
        if self.in_quotes or column in self._quoted_columns or _needs(words, self.table.separator):
            return _quoted(words) if words or column in self._quoted_columns else ""
        return words

    def _in_place_of(self, raw: str, words: str) -> str:
        words = words.strip()
        inside = raw.strip(" ")
        lead = raw[: len(raw) - len(raw.lstrip(" "))] if inside else ""
        trail = raw[len(raw.rstrip(" ")) :] if inside else ""
        is_quoted = _QUOTED.fullmatch(raw) is not None
        if is_quoted or self.in_quotes or _needs(words, self.table.separator):
            words = _quoted(words)
        return f"{lead}{words}{trail}"


def _behind(at: tuple[int, int], text: str) -> tuple[int, int]:
    """The line and column behind a text that begins there."""
    breaks = list(_BREAK.finditer(text))
    if not breaks:
        return at[0], at[1] + len(text)
    return at[0] + len(breaks), len(text) - breaks[-1].end() + 1


def _said(raw: str) -> str:
    found = _QUOTED.fullmatch(raw)
    return (found[1].replace('""', '"') if found else raw).strip()


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _needs(words: str, separator: str) -> bool:
    return any(sign in words for sign in (separator, '"', "\n", "\r"))


def _trimmed(rows: Rows) -> Rows:
    """The rows without the columns at the end in which nothing stands."""
    widths = (
        max((n for n, words in enumerate(row, start=1) if words.strip()), default=0) for row in rows
    )
    width = max(widths, default=0)
    return tuple(tuple(words.strip() for words in row[:width]) for row in rows)
