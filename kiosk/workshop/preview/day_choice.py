"""Chooses the day of which the preview shows the content."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QPushButton, QWidget

from kiosk.languages.language import language as language_of
from kiosk.workshop.editing.pane_style import draw_arrow, pane_font, pane_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.interface_style import InterfaceStyle


class _Day(QDateEdit):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_arrow(self)


class DayChoice(QWidget):
    """A date with its calendar, and a button that leads back to today."""

    chosen = Signal(object)
    """A `datetime.date`, or None for today, whatever day that will be."""

    def __init__(self, parent: QWidget, style: InterfaceStyle) -> None:
        super().__init__(parent)
        self.setFont(pane_font(style.look, style.language))
        self.setStyleSheet(pane_sheet(style.look))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        label = QLabel(style.say("preview_day"), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.date = _Day(QDate.currentDate(), self)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setFont(pane_font(style.look, style.language))
        self.date.setLocale(QLocale(language_of(style.language).locale))
        self.date.setAccessibleName(label.text())
        label.setBuddy(self.date)
        self._today = QPushButton(style.say("preview_today"), self)
        layout.addWidget(label)
        layout.addWidget(self.date)
        layout.addWidget(self._today)
        self.date.dateChanged.connect(self._choose)
        self._today.clicked.connect(self._go_back)
        self._today.hide()

    @Slot(QDate)
    def _choose(self, date: QDate) -> None:
        is_today = date == QDate.currentDate()
        self._today.setVisible(not is_today)
        self.adjustSize()
        day = None if is_today else datetime.date(date.year(), date.month(), date.day())
        self.chosen.emit(day)

    @Slot()
    def _go_back(self) -> None:
        self.date.setDate(QDate.currentDate())
