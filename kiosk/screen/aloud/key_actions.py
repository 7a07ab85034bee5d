"""What each key of the keypad does: while the screen is read, and where nothing can be heard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton

from kiosk.screen.aloud.key_words import HELP, KEY_WORDS
from kiosk.screen.tray.tray_entries import rate_words
from kiosk.speech.speaker import VOLUMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.journey.comfort import Comfort
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.screen.aloud.keypad import Keypad
    from kiosk.screen.aloud.reader import Reader
    from kiosk.screen.stage import Stage


class KeyActions(QObject):
    """Has a meaning of the settings' table done; `comfort` is how the visitor has it now."""

    comfort_wanted = Signal(object)
    home_wanted = Signal()
    pause_wanted = Signal()
    setting_told = Signal(str)
    """How a setting stands now is to be said, before what was being said goes on."""

    def __init__(
        self, stage: Stage, reader: Reader, keypad: Keypad, style: Callable[[], InterfaceStyle]
    ) -> None:
        super().__init__(stage)
        self._stage, self._reader, self._keypad, self._style = stage, reader, keypad, style
        self.comfort: Comfort = stage.state.comfort
        self._helped = 0
        anyhow: dict[str, Callable[[], object]] = {
            "back": self._back,
            "home": self._home,
            "comfort": self._open_tray,
            "language": self._next_language,
        }
        self._reading: dict[str, Callable[[], object]] = {
            "next": self._next,
            "previous": self._previous,
            "page_on": self._page_on,
            "page_back": self._page_back,
            "do": reader.do,
            "louder": self._louder,
            "quieter": self._quieter,
            "faster": self._faster,
            "slower": self._slower,
            "again": reader.say_again,
            "pause": self.pause_wanted.emit,
            "where": reader.say_where,
            "switch_move": self._next,
            "switch_do": reader.do,
            **anyhow,
        }
        self._silent: dict[str, Callable[[], object]] = {
            "next": self._focus_on,
            "previous": self._focus_back,
            "do": self._click,
            "switch_move": self._focus_on,
            "switch_do": self._click,
            **anyhow,
        }

    def press(self, meaning: str) -> None:
        """Do what a key means; where nothing is read, some do nothing."""
        self._helped = 0
        action = (self._reading if self._reader.is_on else self._silent).get(meaning)
        if action is not None:
            action()

    def explain(self, meaning: str) -> None:
        """Say what a key does: Help is held."""
        if meaning in KEY_WORDS:
            self._reader.say(KEY_WORDS[meaning])

    def forget(self) -> None:
        """The visit is over: help begins with its first part."""
        self._helped = 0

    def help(self) -> None:
        """Say how to go on, each time more of it."""
        self._reader.say(HELP[self._helped % len(HELP)])
        self._helped += 1

    def _next(self) -> None:
        self._reader.step(1)

    def _previous(self) -> None:
        self._reader.step(-1)

    def _page_on(self) -> None:
        self._reader.turn(1)

    def _page_back(self) -> None:
        self._reader.turn(-1)

    def _back(self) -> None:
        """One step back, as Backspace leads: a keypad never leaves the exhibit."""
        if self._stage.is_at_beginning:
            self._reader.say("aloud_at_home")
            return
        # In a search Backspace takes a letter away.
        is_typing = self._stage.takes_letters
        key = Qt.Key.Key_Escape if is_typing else Qt.Key.Key_Backspace
        self._keypad.press_for(self._stage.window(), key)
        self._reader.change()

    def _home(self) -> None:
        self._stage.close_above()
        self.home_wanted.emit()
        self._reader.start_over()

    def _louder(self) -> None:
        self._set_loudness(1)

    def _quieter(self) -> None:
        self._set_loudness(-1)

    def _set_loudness(self, louder: int) -> None:
        self.comfort_wanted.emit(self.comfort.read_aloud(louder=louder))
        step, steps = str(self.comfort.loudness + 1), str(len(VOLUMES))
        self.setting_told.emit(self._style().say("loudness_step", step=step, steps=steps))

    def _faster(self) -> None:
        self._set_rate(1)

    def _slower(self) -> None:
        self._set_rate(-1)

    def _set_rate(self, faster: int) -> None:
        self.comfort_wanted.emit(self.comfort.read_aloud(faster=faster))
        self.setting_told.emit(rate_words(self._style(), self.comfort.rate))

    def _open_tray(self) -> None:
        self._stage.turn_tray()
        self._reader.change()

    def _next_language(self) -> None:
        state, present = self._stage.state, self.comfort.language
        # Who listens is led into no language in which there is nothing to hear.
        is_heard = state.spoken_languages if self._reader.is_on else state.cover.languages
        languages = [each for each in state.cover.languages if each in is_heard]
        at = languages.index(present) if present in languages else -1
        chosen = languages[(at + 1) % len(languages)] if languages else present
        self.comfort_wanted.emit(replace(self.comfort, language=chosen))

    def _focus_on(self) -> None:
        self._stage.focusNextPrevChild(True)

    def _focus_back(self) -> None:
        self._stage.focusNextPrevChild(False)

    def _click(self) -> None:
        control = self._stage.focusWidget()
        if isinstance(control, QAbstractButton):
            control.click()
