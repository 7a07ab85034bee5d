"""The table of the translation view: rows as high as their texts, typeset only in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from kiosk.exhibit.translating.translations import TranslatedText
from kiosk.workshop.editing.pane_style import scroll_bar_sheet
from kiosk.workshop.translation.translation_rows import TranslationRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

    from kiosk.exhibit.translating.translation_record import Address
    from kiosk.look.look import Look
    from kiosk.workshop.translation.cell_edit import CellEdit
    from kiosk.workshop.translation.surveyed_texts import SurveyedTexts
    from kiosk.workshop.translation.translation_cells import TranslationCells
    from kiosk.workshop.translation.translation_rows import Row, Titles

_ROWS_A_SLICE = 2
"""Of so many rows at a time the texts are set: nobody waits longer than a frame for it."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TranslationTable(QTableView):
    """Texts in rows and languages in columns of equal width.

    The height of a row is estimated first and made exact when the row comes into view, so that
    thousands of texts cost no more than those on the screen.
    """

    text_chosen = Signal(object)
    choice_changed = Signal()
    written = Signal(object, str, str)
    """A text, a language, and what somebody has written in it."""
    confirmed = Signal(object)
    """Texts with their languages that somebody has confirmed, as `chosen` gives them."""
    left = Signal()

    def __init__(self, parent: QWidget, cells: TranslationCells, titles: Titles) -> None:
        super().__init__(parent)
        self._cells = cells
        self._typeset: set[int] = set()
        """The rows whose texts have been set in the present width; others are still blank."""
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._settle_slice)
        self._rows = TranslationRows(self, titles)
        self.setModel(self._rows)
        self.setItemDelegate(cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalScrollBar().valueChanged.connect(self._settle)
        self.selectionModel().selectionChanged.connect(self.choice_changed)
        cells.is_typeset = self.is_typeset
        cells.written.connect(self._write)
        cells.left.connect(self.left)
        cells.went_on.connect(self._go_on)
        cells.confirmed.connect(self._confirm_and_go_on)
        cells.grown.connect(self._grow)

    @property
    def rows(self) -> TranslationRows:
        """The model."""
        return self._rows

    def paint_in(self, look: Look) -> None:
        """Use the colours of a theme."""
        palette = self.palette()
        for role, color in (
            (QPalette.ColorRole.Base, look.theme.panel),
            (QPalette.ColorRole.Window, look.theme.panel),
            (QPalette.ColorRole.Button, look.theme.control_border),
            (QPalette.ColorRole.Text, look.theme.text),
            (QPalette.ColorRole.Highlight, look.theme.panel2),
        ):
            palette.setColor(role, color)
        self.setPalette(palette)
        self.verticalScrollBar().setStyleSheet(scroll_bar_sheet(look))

    def show_rows(self, rows: Sequence[Row], columns: Sequence[str], texts: SurveyedTexts) -> None:
        """Show these; where they are the same texts, only what has changed is laid out again."""
        address, column = self._current()
        scrolled = self.verticalScrollBar().value()
        changed = self._rows.show_rows(rows, columns, texts)
        if changed is not None:
            self._typeset.difference_update(changed)
            self._settle()
            self.choice_changed.emit()
            return
        self._cells.forget()
        self.clearSpans()
        for row in self._rows.headings():
            self.setSpan(row, 0, 1, max(2, len(columns)))
        self._estimate()
        self._return_to(address, column)
        self.verticalScrollBar().setValue(scrolled)
        self._settle()
        self.choice_changed.emit()

    def show_changes(self, texts: SurveyedTexts, changed: Sequence[TranslatedText]) -> None:
        """Show what these say now, where they are shown; all other rows stay as they are."""
        for number in self._rows.show_changes(texts, changed):
            # Whoever writes sees every letter at once.
            self._set_height(number)
        self.choice_changed.emit()

    def chosen(self) -> list[tuple[TranslatedText, tuple[str, ...]]]:
        """The selected texts, each with its selected languages."""
        found: dict[int, tuple[TranslatedText, set[str]]] = {}
        for index in self.selectionModel().selectedIndexes():
            for text, languages in self._rows.texts_at(index):
                found.setdefault(id(text), (text, set()))[1].update(languages)
        return [(text, tuple(languages)) for text, languages in found.values()]

    def edit_at(self, index: QModelIndex) -> bool:
        """Begin to write in a cell, where it is one of a text."""
        if self._rows.text_at(index) is None:
            return False
        self._cells.finish()
        # What was chosen before would keep its frame beside that of the field.
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)
        self.edit(index)
        # The row may have become higher with the field in it.
        self.scrollTo(index)
        return self._cells.edit is not None

    # Keys and clicks.

    def edit(self, index: QModelIndex, *arguments: object) -> bool:  # type: ignore[override]
        """As always; a letter typed on a text that is there does not replace it."""
        found = self._rows.text_at(index)
        is_key = arguments[:1] == (QAbstractItemView.EditTrigger.AnyKeyPressed,)
        if is_key and (found is None or found[0].words_in(found[1])):
            return False
        return bool(super().edit(index, *arguments))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        held = event.modifiers()
        if event.key() == Qt.Key.Key_F2:
            self.edit_at(index)
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif held & Qt.KeyboardModifier.AltModifier:
            self._show_place(index)
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.confirmed.emit(self.chosen())
            following = self._below(index)
            if following.isValid():
                self.setCurrentIndex(following)
        else:
            self.edit_at(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        shape = Qt.CursorShape.ArrowCursor
        if index.isValid():
            found = self._rows.text_at(index)
            if self._is_on_pill(index, event) or self._is_on_place(index, event):
                shape = Qt.CursorShape.PointingHandCursor
            elif found is not None and not found[0].words_in(found[1]):
                shape = Qt.CursorShape.IBeamCursor if self._is_in_box(index, event) else shape
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        found = self._rows.text_at(index)
        if found is None or event.button() != Qt.MouseButton.LeftButton or event.modifiers():
            return
        if self._is_on_pill(index, event):
            self.confirmed.emit([(found[0], (found[1],))])
        elif not found[0].words_in(found[1]) and self._is_in_box(index, event):
            # What looks like a field is one.
            self.edit_at(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._is_on_place(index, event):
            self._show_place(index)
        elif not self._is_on_pill(index, event):
            self.edit_at(index)

    def _is_on_pill(self, index: QModelIndex, event: QMouseEvent) -> bool:
        area = QRectF(self.visualRect(index))
        return index.column() > 0 and self._cells.confirm_area(area, self._rows, index).contains(
            event.position()
        )

    def _is_in_box(self, index: QModelIndex, event: QMouseEvent) -> bool:
        return self._cells.box(QRectF(self.visualRect(index))).contains(event.position())

    def _is_on_place(self, index: QModelIndex, event: QMouseEvent) -> bool:
        area = QRectF(self.visualRect(index))
        is_text = self._rows.text_at(index) is not None
        return is_text and index.column() == 0 and self._cells.is_on_place(area, event.position())

    def _show_place(self, index: QModelIndex) -> None:
        found = self._rows.text_at(index)
        if found is not None and found[0].place is not None:
            self.text_chosen.emit(found[0].place)

    # Writing.

    @Slot(object, str)
    def _write(self, edit: CellEdit, words: str) -> None:
        self.written.emit(edit.text, edit.language, words)

    @Slot(int)
    def _go_on(self, step: int) -> None:
        """Write in the next field, or in the one before; after the last one nowhere."""
        self._go_to(self._beside(self.currentIndex(), step))

    def _go_to(self, index: QModelIndex) -> None:
        self._cells.finish()
        if index.isValid():
            self.edit_at(index)

    @Slot()
    def _confirm_and_go_on(self) -> None:
        found = self._rows.text_at(self.currentIndex())
        if found is not None:
            self.confirmed.emit([(found[0], (found[1],))])
        # Whoever translates has one language: the next text of it, not the next language.
        self._go_to(self._below(self.currentIndex()))

    def _beside(self, index: QModelIndex, step: int) -> QModelIndex:
        """The next cell with a translation in it, or the one before."""
        width = len(self._rows.columns)
        at = index.row() * width + index.column() + step
        while 0 <= at < width * len(self._rows.rows):
            row, column = divmod(at, width)
            if column > 0 and isinstance(self._rows.rows[row], TranslatedText):
                return self._rows.index(row, column)
            at += step
        return QModelIndex()

    def _below(self, index: QModelIndex) -> QModelIndex:
        """The next cell of the same language."""
        rows = self._rows.rows
        following = range(index.row() + 1, len(rows))
        row = next((each for each in following if isinstance(rows[each], TranslatedText)), None)
        return QModelIndex() if row is None else self._rows.index(row, index.column())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if self._cells.edit is editor:
            self._cells.forget()
        self.left.emit()
        self._typeset.discard(self.currentIndex().row())
        self._settle()
        self.viewport().update()

    @Slot()
    def _grow(self) -> None:
        """Keep the row as high as the field in it."""
        row = self.currentIndex().row()
        if self._cells.edit is not None and 0 <= row < len(self._rows.rows):
            height = self._height(row)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)

    # Heights.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._estimate()
        self._settle()

    @property
    def is_settled(self) -> bool:
        """Whether everything in view is set."""
        return not self._slices.isActive()

    def is_typeset(self, row: int) -> bool:
        """Whether the texts of a row are ready to be drawn."""
        return row in self._typeset

    def _estimate(self) -> None:
        self._typeset.clear()
        if not self._rows.columns:
            return
        columns, width = self._rows.columns, self._column_width()
        header = self.verticalHeader()
        # Told of each of thousands of rows, the table would lay itself out as often.
        header.blockSignals(True)
        for number, row in enumerate(self._rows.rows):
            header.resizeSection(number, self._cells.texts.likely_height(row, columns, width))
        header.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()

    @Slot()
    def _settle(self) -> None:
        """Make the rows in view exactly as high as their texts, a few at a time.

        Rows that have become lower bring others into view, so it is done until nothing changes.
        """
        if self._rows.columns and self._next_in_view() is not None:
            self._slices.start()

    @Slot()
    def _settle_slice(self) -> None:
        for _ in range(_ROWS_A_SLICE):
            number = self._next_in_view()
            if number is None:
                self._slices.stop()
                self.updateGeometries()
                break
            self._set_height(number)
        self.viewport().update()

    def _next_in_view(self) -> int | None:
        """The first row in view whose texts are not set yet."""
        number = max(0, self.rowAt(0))
        bottom = self.viewport().height()
        while number < len(self._rows.rows) and self.rowViewportPosition(number) < bottom:
            if number not in self._typeset:
                return number
            number += 1
        return None

    def _set_height(self, number: int) -> None:
        self._typeset.add(number)
        height = self._height(number)
        if height != self.rowHeight(number):
            self.setRowHeight(number, height)

    def _height(self, number: int) -> int:
        """The height of a row, and of the field where somebody writes in it."""
        row, columns = self._rows.rows[number], self._rows.columns
        width = self._column_width()
        height = self._cells.texts.height(row, columns, width, self._rows.texts)
        edit = self._cells.edit
        edited = None if edit is None else edit.text.address
        if isinstance(row, TranslatedText) and row.address == edited:
            return max(height, round(self._cells.needed_height))
        return height

    def _column_width(self) -> int:
        """The width of the narrowest column; spare pixels go to the others."""
        return self.viewport().width() // max(1, len(self._rows.columns))

    def _current(self) -> tuple[Address | None, int]:
        index = self.currentIndex()
        row = self._rows.rows[index.row()] if index.isValid() else None
        return (row.address if isinstance(row, TranslatedText) else None), index.column()

    def _return_to(self, address: Address | None, column: int) -> None:
        number = None if address is None else self._rows.number_of(address)
        if number is None:
            return
        index = self._rows.index(number, min(column, len(self._rows.columns) - 1))
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
