"""What the curators' window itself is like: its language and its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kiosk.languages.language import LANGUAGES
from kiosk.workshop.editing.pane_style import ICON_PX, pane_icon, pane_sheet
from kiosk.workshop.editing.window_theme import COLOURS

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from kiosk.look.interface_style import InterfaceStyle


class WindowMenu(QToolButton):
    """A button with both choices in its menu."""

    language_chosen = Signal(str)
    colours_chosen = Signal(str)
    """One of `COLOURS`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tool")
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choices = QMenu(self)
        self._languages, self._colours = QActionGroup(self), QActionGroup(self)
        self._languages_title = self._head()
        for tag, each in LANGUAGES.items():
            self._add(self._languages, each.name, tag)
        self.choices.addSeparator()
        self._colours_title = self._head()
        for key in COLOURS:
            self._add(self._colours, "", key)
        self._languages.triggered.connect(self._choose_language)
        self._colours.triggered.connect(self._choose_colours)
        self.setMenu(self.choices)

    def _head(self) -> QAction:
        """Words above several choices: a style sheet leaves out those of a section."""
        action = self.choices.addAction("")
        action.setEnabled(False)
        return action

    def _add(self, group: QActionGroup, words: str, key: str) -> None:
        action = self.choices.addAction(words)
        action.setData(key)
        action.setCheckable(True)
        group.addAction(action)

    def show_chosen(self, style: InterfaceStyle, colours: str) -> None:
        """Say in the language of that style what is chosen."""
        say = style.say
        self.choices.setStyleSheet(pane_sheet(style.look, style.language))
        self.setIcon(pane_icon(style.look, "settings-2"))
        self.setAccessibleName(say("window_choices"))
        self.setToolTip(say("window_choices"))
        self._languages_title.setText(say("start_language"))
        self._colours_title.setText(say("window_colours"))
        for action in self._languages.actions():
            action.setChecked(action.data() == style.language)
        for action in self._colours.actions():
            action.setText(say(f"window_{action.data().replace('-', '_')}"))
            action.setChecked(action.data() == colours)

    @Slot(object)
    def _choose_language(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))

    @Slot(object)
    def _choose_colours(self, action: QAction) -> None:
        self.colours_chosen.emit(str(action.data()))
