"""The rows of the translation view: texts grouped by zone or tour, one filter at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.exhibit.translating.translations import State, TranslatedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.exhibit.translating.translations import Translations

FILTERS: dict[str, tuple[State, ...]] = {
    "all": tuple(State),
    "missing": (State.MISSING,),
    "older": (State.OLDER,),
    "unconfirmed": (State.UNCONFIRMED,),
}
"""The filters: each keeps the texts with a translation in one of these states."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Heading:
    """The name of a zone or tour, and the file of its texts."""

    title: str
    file: str


Row = Heading | TranslatedText


def rows_of(found: Translations, columns: Sequence[str], kept: str) -> Iterator[Row]:
    """The texts that pass the filter `kept`, below a heading for each file."""
    states = FILTERS[kept]
    file = ""
    for text in found.texts:
        if kept == "all" or text.has(*states, languages=columns):
            if text.file != file:
                file = text.file
                yield Heading(found.titles.get(file, ""), file)
            yield text


class TranslationRows(QAbstractTableModel):
    """The table: the original in the first column, a chosen language in each of the others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.columns: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[Row], columns: Sequence[str]) -> None:
        """Replace everything; `columns` are languages, the original first."""
        self.beginResetModel()
        self.rows, self.columns = tuple(rows), tuple(columns)
        self.endResetModel()

    def headings(self) -> Iterator[int]:
        """The rows that are headings."""
        return (number for number, row in enumerate(self.rows) if isinstance(row, Heading))

    def texts_at(self, index: QModelIndex) -> Iterator[tuple[TranslatedText, tuple[str, ...]]]:
        """The translations of a cell: one, all those of a text, or all those below a heading."""
        row = self.rows[index.row()]
        if isinstance(row, Heading):
            for below in self.rows[index.row() + 1 :]:
                if isinstance(below, Heading):
                    return
                yield below, self.columns[1:]
        elif index.column() == 0:
            yield row, self.columns[1:]
        else:
            yield row, (self.columns[index.column()],)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.rows[index.row()]
        if isinstance(row, Heading):
            return f"{row.title} {row.file}".strip() if index.column() == 0 else None
        return row.words_in(self.columns[index.column()])
