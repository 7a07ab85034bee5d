"""The buttons of the console: what each does, its words, its icon, and rows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.presenting.clicker import Action
from kiosk.screen.control.button import Button, Ground

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.languages.words import Words
    from kiosk.look.look import Look

GAP_U = 16
"""The space between buttons in a row."""

_BUTTONS: dict[Action, tuple[str, str]] = {
    Action.END: ("end_talk", "x"),
    Action.RETURN: ("return_to_tour", "map"),
    Action.BACK: ("back", "arrow-left"),
    Action.NEXT: ("next", "arrow-right"),
    Action.BLACK: ("black", ""),
    Action.WHITE: ("white", ""),
    Action.LASER: ("laser", ""),
    Action.PEN: ("pen", ""),
    Action.CLEAR: ("clear", ""),
    Action.SMALLER: ("A−", ""),
    Action.LARGER: ("A+", ""),
    Action.PAUSE: ("pause_timer", "pause"),
    Action.SWAP: ("swap_screens", ""),
    Action.CONSOLE: ("hide_console", ""),
}
"""Every button with the key of its words and its icon."""

_SPOKEN = {Action.SMALLER: "smaller_notes", Action.LARGER: "larger_notes"}
"""Buttons whose words are drawn as they are, with the keys of their accessible names."""
_TOGGLES = (Action.BLACK, Action.WHITE, Action.LASER, Action.PEN)
"""Buttons that remain pressed while their effect lasts."""


class ConsoleButtons(QObject):
    """Holds one button for each action; the console decides where and when they are shown."""

    acted = Signal(str)
    """The action of the button that was pressed."""

    def __init__(self, console: QWidget) -> None:
        super().__init__(console)
        self._look: Look | None = None
        self._language = "en"
        self._buttons: dict[Action, Button] = {}
        for action, (_, icon) in _BUTTONS.items():
            is_next = action is Action.NEXT
            ground = Ground.ACTION if is_next else Ground.PILL
            button = Button(console, key=action, ground=ground, icon=icon, icon_last=is_next)
            button.setCheckable(action in _TOGGLES)
            button.chosen.connect(self.acted)
            self._buttons[action] = button

    def __getitem__(self, action: Action) -> Button:
        return self._buttons[action]

    def show_words(self, words: Words, language: str, look: Look, *, paused: bool) -> None:
        """Label all buttons; the one for the timer resumes it while it is `paused`."""
        self._look, self._language = look, language
        for action, button in self._buttons.items():
            key = _BUTTONS[action][0]
            if action is Action.PAUSE and paused:
                key = "resume_timer"
            label = key if action in _SPOKEN else words.say(key, language)
            name = words.say(_SPOKEN[action], language) if action in _SPOKEN else ""
            button.show_words(look, label, language=language, name=name)

    def press_toggles(self, active: Container[str]) -> None:
        """Show the toggles of the `active` actions as pressed, and no others."""
        for action in _TOGGLES:
            self._buttons[action].setChecked(str(action) in active)

    def place_row(
        self, x: float, y: float, actions: Sequence[Action], width: float | None = None
    ) -> None:
        """Put buttons side by side, in pixels; within a width all are equally wide."""
        assert self._look is not None
        gap = self._look.px(GAP_U)
        for action in actions:
            button = self._buttons[action]
            if width is not None:
                button.set_width((width - gap * (len(actions) - 1)) / len(actions))
                # Its words are broken into lines for the new width.
                button.show_words(self._look, button.text(), language=self._language)
            button.place_drawn(x, y)
            x += button.drawn_width + gap
