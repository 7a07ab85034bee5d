"""The rows of the translation view: texts grouped by zone or tour, one filter at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.exhibit.editing.text_places import BETWEEN
from kiosk.exhibit.translating.translations import State, TranslatedText
from kiosk.languages.language import language as language_of
from kiosk.workshop.editing.window_wording import window_words
from kiosk.workshop.translation.surveyed_texts import SurveyedTexts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kiosk.exhibit.translating.translation_record import Address
    from kiosk.languages.words import Words

FILTERS: dict[str, tuple[State, ...]] = {
    "all": tuple(State),
    "missing": (State.MISSING,),
    "older": (State.OLDER,),
    "unconfirmed": (State.UNCONFIRMED,),
}
"""The filters: each keeps the texts with a translation in one of these states."""

STATE_WORDS = {
    State.CURRENT: "translation_current",
    State.UNCONFIRMED: "translation_unconfirmed",
    State.OLDER: "translation_older",
    State.MISSING: "translation_missing",
}
"""The words of the interface for each state."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.ToolTipRole,
)


@dataclass(frozen=True)
class Heading:
    """What the texts below it belong to, and their file."""

    title: str
    file: str


Row = Heading | TranslatedText


class Wanted(NamedTuple):
    """Which texts are shown: a filter, letters that they have, and what stays in any case."""

    kept: str = "all"
    letters: str = ""
    touched: Collection[Address] = frozenset()


def rows_of(
    texts: SurveyedTexts, columns: Sequence[str], wanted: Wanted, titles: Titles
) -> Iterator[Row]:
    """The texts that are wanted, below a heading for each file."""
    file = ""
    for text in texts.found.texts:
        if text.address in wanted.touched or (
            passes(text, columns, wanted.kept) and _has(texts, text, columns, wanted, titles)
        ):
            if text.file != file:
                file = text.file
                yield Heading(titles.of(texts, file), file)
            yield text


def passes(text: TranslatedText, columns: Sequence[str], kept: str) -> bool:
    """Whether one of these languages is in a state that the filter keeps."""
    return kept == "all" or text.has(*FILTERS[kept], languages=columns)


def _has(
    texts: SurveyedTexts,
    text: TranslatedText,
    columns: Sequence[str],
    wanted: Wanted,
    titles: Titles,
) -> bool:
    letters = wanted.letters.casefold()
    if not letters:
        return True
    said = (
        *(text.words_in(language) for language in columns),
        titles.of(texts, text.file),
        *texts.place(text),
    )
    return any(letters in each.casefold() for each in said)


class Titles(NamedTuple):
    """Says what the texts of a file belong to, in the language of the window."""

    words: Words
    language: str

    def of(self, texts: SurveyedTexts, file: str) -> str:
        """The name of a place; before those of tours and the like what they are."""
        heading = texts.headings.get(file)
        if heading is None:
            return file
        kind = self.words.say(heading.key, self.language) if heading.key else ""
        return ": ".join(filter(None, (kind, heading.title))) or file


class TranslationRows(QAbstractTableModel):
    """The table: the original in the first column, a chosen language in each of the others."""

    def __init__(self, parent: QObject, titles: Titles) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.columns: tuple[str, ...] = ()
        self.texts = SurveyedTexts()
        self.titles = titles

    def show_rows(
        self, rows: Sequence[Row], columns: Sequence[str], texts: SurveyedTexts
    ) -> tuple[int, ...] | None:
        """Replace everything; `columns` are languages, the original first.

        Where only what the same rows say is another, gives which those are: nothing else is
        laid out again then, and what is being written goes on.
        """
        before, self.texts = self.texts, texts
        if self.columns == tuple(columns) and _names(self.rows) == _names(rows):
            changed = tuple(
                number
                for number, (old, new) in enumerate(zip(self.rows, rows, strict=True))
                if _differ(old, new, before, texts)
            )
            self.rows = tuple(rows)
            for number in changed:
                last = len(self.columns) - 1
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))
            return changed
        self.beginResetModel()
        self.rows, self.columns = tuple(rows), tuple(columns)
        self.endResetModel()
        return None

    def show_changes(self, texts: SurveyedTexts, changed: Sequence[TranslatedText]) -> list[int]:
        """Replace these where they are shown, and give the rows."""
        self.texts = texts
        now = {text.address: text for text in changed}
        rows = list(self.rows)
        numbers = [
            number
            for number, row in enumerate(rows)
            if isinstance(row, TranslatedText) and row.address in now
        ]
        for number in numbers:
            row = rows[number]
            assert isinstance(row, TranslatedText)
            rows[number] = now[row.address]
        self.rows = tuple(rows)
        for number in numbers:
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))
        return numbers

    def headings(self) -> Iterator[int]:
        """The rows that are headings."""
        return (number for number, row in enumerate(self.rows) if isinstance(row, Heading))

    def number_of(self, address: Address) -> int | None:
        """The row of a text; None where it is not shown."""
        return next(
            (
                number
                for number, row in enumerate(self.rows)
                if isinstance(row, TranslatedText) and row.address == address
            ),
            None,
        )

    def text_at(self, index: _Index) -> tuple[TranslatedText, str] | None:
        """The text of a cell and its language; None for a heading."""
        row = self.rows[index.row()] if index.isValid() else None
        return (row, self.columns[index.column()]) if isinstance(row, TranslatedText) else None

    def texts_at(self, index: _Index) -> Iterator[tuple[TranslatedText, tuple[str, ...]]]:
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

    def place_words(self, text: TranslatedText) -> str:
        """Where a text stands, in one line."""
        return BETWEEN.join(self.texts.place(text))

    def state_words(self, text: TranslatedText, language: str) -> str:
        """How far a translation is; of the original, that it is one."""
        state = text.states.get(language)
        key = "translation_original" if state is None else STATE_WORDS[state]
        return self.titles.words.say(key, self.titles.language)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.text_at(index) else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in _ROLES:
            return None
        row = self.rows[index.row()]
        if isinstance(row, Heading):
            is_told = role != Qt.ItemDataRole.ToolTipRole and index.column() == 0
            return row.title if is_told else None
        language = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words_in(language)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words_in(language) or self.state_words(row, language)
        notes = [
            window_words(note, self.titles.language)[0]
            for note in self.texts.messages(row, language)
        ]
        if role == Qt.ItemDataRole.ToolTipRole:
            place = [self.place_words(row)] if index.column() == 0 else []
            return "\n".join((*place, *notes)) or None
        name = language_of(language).name
        return ", ".join((self.place_words(row), name, self.state_words(row, language), *notes))


def _names(rows: Sequence[Row]) -> list[object]:
    return [row.address if isinstance(row, TranslatedText) else row for row in rows]


def _differ(old: Row, new: Row, before: SurveyedTexts, now: SurveyedTexts) -> bool:
    if not isinstance(old, TranslatedText) or not isinstance(new, TranslatedText):
        return False
    languages = before.found.languages
    return (
        old.states != new.states
        or any(old.words_in(tag) != new.words_in(tag) for tag in languages)
        or any(before.messages(old, tag) != now.messages(new, tag) for tag in languages)
    )
