"""The row above everything: which exhibit, how it is looked at, and what can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QToolButton, QWidget

from kiosk.languages.language import language as language_of
from kiosk.theme_names import THEMES
from kiosk.workshop.editing.pane_style import ICON_PX, pane_icon
from kiosk.workshop.preview.choice_bar import Choice, ChoiceBar
from kiosk.workshop.preview.choice_menu import ChoiceMenu
from kiosk.workshop.preview.day_choice import DayChoice
from kiosk.workshop.preview.window_menu import WindowMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from kiosk.look.interface_style import InterfaceStyle

PREVIEW, TRANSLATIONS = "preview", "translation_view"
"""The two views of the window, by the keys of their names."""
_GAP_PX = 7


class Toolbar(QWidget):
    """One row in every language; in a narrow window its menus show their icons alone."""

    mode_chosen = Signal(str)
    screen_chosen = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, parent: QWidget, screens: Sequence[str]) -> None:
        """`screens` are the keys of their names."""
        super().__init__(parent)
        self._screens = tuple(screens)
        self._style: InterfaceStyle | None = None
        self._mode = PREVIEW
        self._shown: tuple[str, tuple[str, ...], str, str] = (self._screens[0], (), "", "")
        self._looks_back = False
        self.exhibits = self._tool("folder-open")
        self._modes = ChoiceBar(self)
        self._sizes = ChoiceMenu(self, "monitor")
        self._languages = ChoiceBar(self)
        self._themes = ChoiceMenu(self, "contrast")
        self.day = DayChoice(self)
        self.undo = self._tool("undo-2")
        self.redo = self._tool("redo-2")
        self.history = self._tool("history")
        self.history.setCheckable(True)
        self.window_menu = WindowMenu(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP_PX)
        # The window may become narrower than all words together.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for left in (self.exhibits, self._modes, self._sizes, self._languages, self._themes):
            self._row.addWidget(left)
        self._row.addWidget(self.day)
        self._row.addStretch(1)
        for right in (self.undo, self.redo, self.history, self.window_menu):
            self._row.addWidget(right)
        self._modes.chosen.connect(self.mode_chosen)
        self._sizes.chosen.connect(self.screen_chosen)
        self._languages.chosen.connect(self.language_chosen)
        self._themes.chosen.connect(self.theme_chosen)
        self.day.resized.connect(self._fit)

    def _tool(self, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("tool")
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        button.setProperty("drawn", icon)
        return button

    def speak(self, style: InterfaceStyle, colours: str) -> None:
        """Say everything in the language of that style, and draw it in its colours."""
        self._style = style
        for button, key in (
            (self.exhibits, "start_exhibits"),
            (self.history, "earlier_title"),
            (self.undo, "edit_undo"),
            (self.redo, "edit_redo"),
        ):
            button.setIcon(pane_icon(style.look, button.property("drawn")))
            button.setAccessibleName(style.say(key))
            button.setToolTip(style.say(key))
        self._languages.setAccessibleName(style.say("preview_language"))
        self.day.speak(style)
        self.window_menu.show_chosen(style, colours)
        self._show()

    def show_mode(self, mode: str, *, looks_back: bool) -> None:
        """Offer what there is to choose in that view, and while an earlier state is looked at."""
        self._mode, self._looks_back = mode, looks_back
        self.history.setChecked(looks_back)
        self._show()

    def show_shown(self, screen: str, languages: Sequence[str], language: str, theme: str) -> None:
        """Mark the screen, the language and the theme in which the exhibit is shown."""
        shown = (screen, tuple(languages), language, theme)
        if shown != self._shown:
            self._shown = shown
            self._show()

    def show_steps(self, undo: str, redo: str) -> None:
        """Say what can be undone and done again; nothing where that is empty."""
        style = self._style
        if style is None:
            return
        for button, key, label in (
            (self.undo, "edit_undo", undo),
            (self.redo, "edit_redo", redo),
        ):
            said = f"{style.say(key)}: {label}" if label else style.say(key)
            button.setAccessibleName(said)
            button.setToolTip(said)
            button.setEnabled(bool(label))

    def _show(self) -> None:
        style = self._style
        if style is None:
            return
        say, own = style.say, style.language
        screen, languages, language, theme = self._shown
        modes = [Choice(key, say(key), own) for key in (PREVIEW, TRANSLATIONS)]
        self._modes.show_choices(modes, self._mode)
        screens = [Choice(key, say(key), own) for key in self._screens]
        self._sizes.show_choices(say("preview_size"), screens, screen, style)
        spoken = [
            Choice(tag, language_of(tag).drawn, tag, language_of(tag).name) for tag in languages
        ]
        self._languages.show_choices(spoken, language)
        themes = [Choice(key, say(f"theme_{key.replace('-', '_')}"), own) for key in THEMES]
        self._themes.show_choices(say("preview_theme"), themes, theme, style)
        in_front = self._mode == PREVIEW
        # What is translated is how it is now.
        self._modes.setVisible(not self._looks_back)
        for each in (self._sizes, self._themes, self.day, self.history):
            each.setVisible(in_front)
        self._languages.setVisible(in_front and len(languages) > 1)
        for each in (self.undo, self.redo):
            each.setVisible(not self._looks_back)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Have the menus show what is chosen where there is room for it, the day for longest."""
        menus = (self._themes, self._sizes, self.day.menu)
        wide = self._row.sizeHint().width()
        wide += sum(each.words_width for each in menus if each.is_narrow)
        for each in menus:
            is_narrow = wide > self.width()
            wide -= each.words_width if is_narrow else 0
            each.show_narrow(is_narrow=is_narrow)

    def event(self, event: QEvent) -> bool:
        # Other letters, or another font: only then are the widths known.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
