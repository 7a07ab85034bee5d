"""Lists of a YAML file that are tables, such as a chart's points: as rows, and back as edits."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from kiosk.exhibit.editing.edits import Insert, Move, Remove, SetText, SetValue
from kiosk.exhibit.model.values import Value
from kiosk.exhibit.tables.table_changes import (
    InsertRows,
    MoveRow,
    RemoveRows,
    SetCells,
    changed,
)
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.tables.table_changes import Rows, TableChange
    from kiosk.text.yaml_source import Location, Node

_SEVERAL = 5
"""So many entries are added or taken away one by one; of more, the whole list is compared."""
_MANY = 60
"""With more, comparing would take seconds: the list is written anew."""


@dataclass(frozen=True)
class ListedRows:
    """A list of entries with keys as a table: a column for each key, in words for each language.

    `columns` are the ways from an entry to what a cell says, such as `("label", "en")`.
    """

    columns: tuple[Location, ...]
    rows: Rows
    plain: Any = ()
    """The list as it stands in the file."""

    @classmethod
    def of(
        cls,
        node: Node | None,
        model: type[BaseModel],
        languages: Sequence[str],
        wanted: Collection[str] = (),
    ) -> ListedRows:
        """The list at a node, which may be missing, of entries of that model.

        It has the columns of all keys that stand there, and those that are `wanted` besides.
        """
        entries = node.value if node is not None and node.kind == "list" else []
        there = {key for each in entries if each.kind == "mapping" for key in each.value}
        columns: list[Location] = []
        for name, field in sorted(model.model_fields.items(), key=_rank):
            key = field.alias or name
            if key in there or key in wanted:
                is_text = Text in (field.annotation, *get_args(field.annotation))
                columns += [(key, tag) for tag in languages] if is_text else [(key,)]
        rows = tuple(tuple(_said(each, column) for column in columns) for each in entries)
        return cls(tuple(columns), rows, [] if node is None else node.plain())

    def after(self, change: TableChange) -> Rows:
        """The rows after a change."""
        return changed(self.rows, change)

    def edits(self, file: str, location: Location, change: TableChange) -> tuple[Edit, ...]:
        """What of the list at `location` has to be edited; ValueError for what no list can have."""
        match change:
            case SetCells(row, column, ((words,),)) if row < len(self.rows):
                return (SetText(file, (*location, row, *self.columns[column]), words.strip()),)
            case SetCells(cells=cells):
                return self._as_a_whole(file, location, self._with_cells(change), len(cells))
            case InsertRows(at, rows) if len(rows) <= _SEVERAL:
                return tuple(
                    Insert(file, location, self._entry(row), at + number)
                    for number, row in enumerate(rows)
                )
            case RemoveRows(at, count) if count <= _SEVERAL:
                return tuple(
                    Remove(file, (*location, index)) for index in reversed(range(at, at + count))
                )
            case InsertRows(at, rows):
                entries = [self._entry(row) for row in rows]
                whole = [*self.plain[:at], *entries, *self.plain[at:]]
                return self._as_a_whole(file, location, whole, len(entries))
            case RemoveRows(at, count):
                left = [*self.plain[:at], *self.plain[at + count :]]
                return (SetValue(file, location, left),)
            case MoveRow(row, to):
                return () if row == to else (Move(file, (*location, row), to),)
        raise ValueError("the columns of a list are its keys")

    def _as_a_whole(
        self, file: str, location: Location, value: list[Any], count: int
    ) -> tuple[Edit, ...]:
        """Another list, of which so many entries differ: many are not spliced in one by one."""
        anew = (Remove(file, location),) if self.rows and count > _MANY else ()
        return (*anew, SetValue(file, location, value))

    def _with_cells(self, change: SetCells) -> list[Any]:
        entries = deepcopy(list(self.plain))
        for number, cells in enumerate(change.cells, start=change.row):
            if number == len(entries):
                entries.append({})
            for column, words in enumerate(cells, start=change.column):
                if column >= len(self.columns):
                    raise ValueError("the columns of a list are its keys")
                if not isinstance(entries[number], dict):
                    entries[number] = {}
                _set(entries[number], self.columns[column], words.strip())
            entries[number] = entries[number] or self._entry(())
        return entries

    def _entry(self, row: Sequence[str]) -> dict[str, Any]:
        """A new entry; one that says nothing has its first key, so that it can be filled."""
        entry: dict[str, Any] = {}
        for column, words in zip(self.columns, row, strict=False):
            _set(entry, column, words.strip())
        return entry or {str(self.columns[0][0]): ""}


def _rank(named: tuple[str, FieldInfo]) -> int:
    """A figure stands behind what it is of, and last what is mostly left out."""
    types = {named[1].annotation, *get_args(named[1].annotation)}
    if Value in types:
        return 1
    return 2 if bool in types or any(get_origin(each) is Literal for each in types) else 0


def _said(entry: Node, column: Location) -> str:
    found = entry.at(column)
    return found.value if found is not None and found.kind == "text" else ""


def _set(entry: dict[str, Any], column: Location, words: str) -> None:
    key, *inside = column
    if inside:
        texts = entry.get(str(key))
        texts = dict(texts) if isinstance(texts, dict) else {}
        _set(texts, tuple(inside), words)
        if texts:
            entry[str(key)] = texts
        else:
            entry.pop(str(key), None)
    elif words:
        entry[str(key)] = words
    else:
        entry.pop(str(key), None)
