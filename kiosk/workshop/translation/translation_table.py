"""The table of the translation view: rows as high as their texts, typeset only in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from kiosk.exhibit.translating.translations import TranslatedText
from kiosk.workshop.translation.translation_rows import TranslationRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.translating.translation_record import Address
    from kiosk.look.look import Look
    from kiosk.workshop.translation.translation_cells import TranslationCells
    from kiosk.workshop.translation.translation_rows import Row


class TranslationTable(QTableView):
    """Texts in rows and languages in columns of equal width.

    The height of a row is estimated first and made exact when the row comes into view, so that
    thousands of texts cost no more than those on the screen.
    """

    text_chosen = Signal(object)
    choice_changed = Signal()

    def __init__(self, parent: QWidget, cells: TranslationCells) -> None:
        super().__init__(parent)
        self._cells = cells
        self._settling = False
        self._rows = TranslationRows(self)
        self.setModel(self._rows)
        self.setItemDelegate(cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalScrollBar().valueChanged.connect(self._settle)
        self.activated.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self.choice_changed)

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

    def show_rows(self, rows: Sequence[Row], columns: Sequence[str]) -> None:
        """Show these rows; the current text remains the current one."""
        address, column = self._current()
        scrolled = self.verticalScrollBar().value()
        self.clearSpans()
        self._rows.show_rows(rows, columns)
        for row in self._rows.headings():
            self.setSpan(row, 0, 1, max(2, len(columns)))
        self._estimate()
        self._return_to(address, column)
        self.verticalScrollBar().setValue(scrolled)
        self._settle()
        self.choice_changed.emit()

    def chosen(self) -> list[tuple[TranslatedText, tuple[str, ...]]]:
        """The selected texts, each with its selected languages."""
        found: dict[int, tuple[TranslatedText, set[str]]] = {}
        for index in self.selectionModel().selectedIndexes():
            for text, languages in self._rows.texts_at(index):
                found.setdefault(id(text), (text, set()))[1].update(languages)
        return [(text, tuple(languages)) for text, languages in found.values()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._estimate()
        self._settle()

    def _estimate(self) -> None:
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
        """Make the rows in view exactly as high as their texts.

        Rows that have become lower bring others into view, so it is done until nothing changes.
        """
        if self._settling or not self._rows.columns:
            return
        self._settling = True
        while self._settle_once():
            self.updateGeometries()
        self._settling = False

    def _settle_once(self) -> bool:
        columns, width = self._rows.columns, self._column_width()
        number = max(0, self.rowAt(0))
        bottom = self.viewport().height()
        changed = False
        while number < len(self._rows.rows) and self.rowViewportPosition(number) < bottom:
            height = self._cells.texts.height(self._rows.rows[number], columns, width)
            if height != self.rowHeight(number):
                self.setRowHeight(number, height)
                changed = True
            number += 1
        return changed

    def _column_width(self) -> int:
        """The width of the narrowest column; spare pixels go to the others."""
        return self.viewport().width() // max(1, len(self._rows.columns))

    def _current(self) -> tuple[Address | None, int]:
        index = self.currentIndex()
        row = self._rows.rows[index.row()] if index.isValid() else None
        return (row.address if isinstance(row, TranslatedText) else None), index.column()

    def _return_to(self, address: Address | None, column: int) -> None:
        for number, row in enumerate(self._rows.rows):
            if isinstance(row, TranslatedText) and row.address == address:
                index = self._rows.index(number, min(column, len(self._rows.columns) - 1))
                self.selectionModel().setCurrentIndex(
                    index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                return

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        row = self._rows.rows[index.row()]
        if isinstance(row, TranslatedText) and row.place is not None:
            self.text_chosen.emit(row.place)
