"""Which languages stand side by side: all of them, or the original's and one besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kiosk.languages.language import language as language_of
from kiosk.workshop.editing.pane_style import pane_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from kiosk.workshop.editing.form_context import FormContext

KEYS = "Ctrl+L"
"""They lead from one choice to the next."""


class LanguageChoice(QToolButton):
    """A menu of them; by its keys one goes through them."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: str | None = None
        """The language beside the original; None for all."""
        self._languages: tuple[str, ...] = ()
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.triggered.connect(self._choose)

    def offer(self, context: FormContext) -> None:
        """Offer the languages of that context's exhibit."""
        style = context.style
        self._languages = context.languages
        if self.chosen not in self._choices:
            self.chosen = None
        self._menu.clear()
        for choice in self._choices:
            action = self._menu.addAction(self._said(choice, style.say("edit_all_languages")))
            action.setData(choice)
            action.setCheckable(True)
            action.setChecked(choice == self.chosen)
        self.setIcon(pane_icon(style.look, "languages"))
        said = self._said(self.chosen, style.say("edit_all_languages"))
        self.setAccessibleName(f"{style.say('edit_shown_languages')}: {said}")
        keys = QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{style.say('edit_shown_languages')}: {said} ({keys})")
        self.setVisible(len(self._choices) > 2)

    @property
    def _choices(self) -> tuple[str | None, ...]:
        return (None, *self._languages[1:])

    def _said(self, choice: str | None, all_words: str) -> str:
        if choice is None:
            return all_words
        return " + ".join(language_of(tag).name for tag in (self._languages[0], choice))

    @Slot()
    def go_on(self) -> None:
        """Choose the next one."""
        if self._languages:
            at = self._choices.index(self.chosen)
            self._show(self._choices[(at + 1) % len(self._choices)])

    @Slot(object)
    def _choose(self, action: QAction) -> None:
        self._show(action.data())

    def _show(self, choice: str | None) -> None:
        self.chosen = choice
        self.changed.emit()
