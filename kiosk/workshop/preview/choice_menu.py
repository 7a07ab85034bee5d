"""A button that says what is chosen, with a menu of everything that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kiosk.workshop.editing.menu_button import BESIDE_ICON_PX, MenuButton
from kiosk.workshop.editing.pane_style import pane_icon, write_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.preview.choice_bar import Choice


class ChoiceMenu(MenuButton):
    """What there is no room for side by side.  In a narrow window its icon says what it is about,
    and its name and tooltip what is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, icon: str) -> None:
        super().__init__(parent)
        self._icon = icon
        self._words = ""
        self._is_narrow = False
        self.choices = QMenu(self)
        self._group = QActionGroup(self)
        self.choices.triggered.connect(self._choose)
        self.setMenu(self.choices)

    def show_choices(
        self, name: str, choices: Sequence[Choice], current: str, style: InterfaceStyle
    ) -> None:
        """Offer these under a name, and say which is the current one."""
        for action in self.choices.actions():
            self.choices.removeAction(action)
            action.deleteLater()
        self._words = ""
        for choice in choices:
            action = self.choices.addAction(choice.words.replace("&", "&&"))
            action.setData(choice.key)
            action.setCheckable(True)
            self._group.addAction(action)
            if choice.key == current:
                action.setChecked(True)
                self._words = choice.words
        self.show_icon(pane_icon(style.look, self._icon))
        self.setAccessibleName(f"{name}: {self._words}" if self._words else name)
        self.setToolTip(self.accessibleName())
        write_in(self, style.language)
        self.choices.setAccessibleName(name)
        self._say()

    @property
    def is_narrow(self) -> bool:
        """Whether it shows its icon alone."""
        return self._is_narrow

    @property
    def words_width(self) -> int:
        """How much wider it is with its words."""
        return self.fontMetrics().horizontalAdvance(self._words) + BESIDE_ICON_PX

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon alone, or what is chosen as well."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._say()

    def _say(self) -> None:
        self.setText("" if self._is_narrow else self._words.replace("&", "&&"))

    @Slot(object)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
