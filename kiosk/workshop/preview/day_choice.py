"""Chooses the day of which the preview shows the content: today, any other, or every day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from kiosk.languages.language import language as language_of
from kiosk.workshop.editing.pane_style import draw_arrow
from kiosk.workshop.preview.choice_bar import Choice
from kiosk.workshop.preview.choice_menu import ChoiceMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.interface_style import InterfaceStyle

TODAY, EVERY_DAY, A_DAY = "preview_today", "preview_every_day", "preview_a_day"
"""What can be chosen, by the keys of the words."""


class _Day(QDateEdit):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_arrow(self)


class DayChoice(QWidget):
    """A menu, and a date with its calendar where it is neither today nor every day."""

    chosen = Signal(object)
    """A `datetime.date`, or None for today, whatever day that will be."""
    every_day_chosen = Signal()
    """What has a first or a last day is to be shown whenever that is."""
    resized = Signal()
    """It takes more room than before, or less."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._style: InterfaceStyle | None = None
        self._current = TODAY
        self.menu = ChoiceMenu(self, "calendar")
        self.menu.chosen.connect(self.choose)
        self.date = _Day(QDate.currentDate(), self)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.date.dateChanged.connect(self._take_date)
        self.date.hide()
        layout.addWidget(self.menu)
        layout.addWidget(self.date)

    def speak(self, style: InterfaceStyle) -> None:
        """Say everything in the language of that style."""
        self._style = style
        self.date.setLocale(QLocale(language_of(style.language).locale))
        self.date.setAccessibleName(style.say("preview_day"))
        self._show()

    @Slot(str)
    def choose(self, which: str) -> None:
        """Show today's content, that of every day, or that of the date."""
        self._current = which
        self._show()
        if which == EVERY_DAY:
            self.every_day_chosen.emit()
        elif which == TODAY:
            self.chosen.emit(None)
        else:
            self._take_date(self.date.date())
            self.date.setFocus()

    def _show(self) -> None:
        style = self._style
        if style is not None:
            choices = [
                Choice(key, style.say(key), style.language) for key in (TODAY, EVERY_DAY, A_DAY)
            ]
            self.menu.show_choices(style.say("preview_day"), choices, self._current, style)
        self.date.setVisible(self._current == A_DAY)
        self.resized.emit()

    @Slot(QDate)
    def _take_date(self, date: QDate) -> None:
        if self._current == A_DAY:
            self.chosen.emit(datetime.date(date.year(), date.month(), date.day()))
