"""Reading aloud: the reader, the speaker and the keypad together, as a visitor has them."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.screen.aloud.key_actions import KeyActions
from kiosk.screen.aloud.keypad import Keypad
from kiosk.screen.aloud.reader import Reader
from kiosk.speech.speaker import Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.journey.comfort import Comfort
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.screen.aloud.utterances import Sentence
    from kiosk.screen.stage import Stage
    from kiosk.speech.speech import Speech

_ATTENDED_MS = 2000
"""So often whoever listens counts as being there."""
_KEYBOARD = frozenset(
    [
        *("Up", "Down", "Left", "Right", "Tab", "Backtab", "Return", "Enter", "Space", "Escape"),
        *("Backspace", "Home", "PageUp", "PageDown", "Plus", "Minus"),
    ]
)
"""Keys of every keyboard, which go to whoever has the focus while nothing is read."""


_GOING_ON = frozenset({"louder", "quieter", "faster", "slower", "pause"})
"""What does not end what is being said; all else does at once."""


_DOING = frozenset({"do", "switch_do", "louder", "quieter"})
"""What works a control and wants to hear nothing by itself: it may be the film's own."""

_log = logging.getLogger("kiosk.speech")


class Aloud(QObject):
    """Reads the stage to a visitor who wants it; what is wanted is held by the journey.

    A key of the keypad begins it where speech would be heard.  Where nothing can be spoken the
    keys go from control to control all the same.
    """

    comfort_wanted = Signal(object)
    home_wanted = Signal()
    attended = Signal()
    """Somebody listens."""
    question_wanted = Signal()
    """Headphones were pulled out: is there anybody?"""
    spoken_to = Signal()
    """A key wants to hear something: whatever else sounds stands still."""
    paused = Signal(bool)
    """The speech waits, or goes on."""

    def __init__(
        self,
        stage: Stage,
        speech: Speech,
        keys: Mapping[str, tuple[str, ...]],
        style: Callable[[], InterfaceStyle],
        is_free: Callable[[], bool],
        is_awake: Callable[[], bool],
    ) -> None:
        """`is_free` says whether a visitor may have the keys, `is_awake` whether one is there."""
        super().__init__(stage)
        self._stage, self._style, self._is_free = stage, style, is_free
        self.speaker = Speaker(speech, self)
        self.reader = Reader(stage, style)
        self.keypad = Keypad(keys, is_free, is_awake, self._takes, self)
        self._comfort = stage.state.comfort
        self._sentences: tuple[Sentence, ...] = ()
        self._by_keypad = False
        self._asking = self._gives_way = False
        self._is_unheard = False
        """Whether nothing was heard of what was said to this visitor."""
        self._attending = QTimer(self)
        self._attending.setInterval(_ATTENDED_MS)
        self._attending.timeout.connect(self._attend)
        self.reader.told.connect(self._say)
        self.speaker.spoke.connect(self._mark)
        self.speaker.ended.connect(self._end_speaking)
        self.speaker.unheard.connect(self._miss)
        self.speaker.muted.connect(self._give_up)
        self.actions = KeyActions(stage, self.reader, self.keypad, style)
        self.actions.comfort_wanted.connect(self.comfort_wanted)
        self.actions.home_wanted.connect(self.home_wanted)
        self.actions.pause_wanted.connect(self.pause)
        self.actions.setting_told.connect(self._tell_setting)
        self.keypad.meant.connect(self.press)
        self.keypad.asked.connect(self._explain)
        self.keypad.helped.connect(self._help)
        self.keypad.came.connect(self._come, Qt.ConnectionType.QueuedConnection)
        self.keypad.touched.connect(self.reader.change)
        self.keypad.plugged.connect(self._plug_keypad)

    def begin(self) -> None:
        """Listen to the keypad from now on."""
        self.keypad.begin()
        self.take_comfort(self._stage.state.comfort)

    def end(self) -> None:
        """Be silent, and listen no more."""
        self.keypad.end()
        self._be_silent()

    @Slot()
    def leave(self) -> None:
        """Somebody else has the exhibit now: be silent."""
        if self._comfort.aloud and not self._is_free():
            self.comfort_wanted.emit(replace(self._comfort, aloud=False))

    @property
    def can_speak(self) -> bool:
        """Whether there is anything to be heard in the present language."""
        return self.speaker.can_speak(self._style().language)

    def spoken_languages(self) -> frozenset[str]:
        """In which of the exhibit's languages something can be heard."""
        return frozenset(filter(self.speaker.can_speak, self._stage.state.cover.languages))

    @Slot()
    def begin_afresh(self) -> None:
        """Try again for the next visitor what could not be heard."""
        self._is_unheard = False

    @Slot(object)
    def take_comfort(self, comfort: Comfort) -> None:
        """Read as a visitor wants it from now on, or no more."""
        before, self._comfort = self._comfort, comfort
        self.actions.comfort = comfort
        self.speaker.set_rate(comfort.rate)
        self.speaker.set_volume(comfort.loudness)
        if not comfort.aloud:
            self._be_silent()
        elif not self.reader.is_on:
            self.reader.begin(by_keypad=self._by_keypad)
        elif before != comfort:
            self.reader.change()
        self._by_keypad = False

    @Slot()
    def change(self) -> None:
        """Something else is on the screen."""
        self.reader.change()

    @Slot()
    def ask(self) -> None:
        """Ask aloud whether somebody is still there; who only hears that is nobody yet."""
        if self.reader.is_on:
            self._asking = True
            self.reader.say("aloud_question")

    @Slot()
    def stop_asking(self) -> None:
        """Somebody answered: say again where they are."""
        if self._asking:
            self._asking = False
            if self.reader.is_on:
                self.reader.say_where()

    @Slot(bool)
    def give_way(self, to_film: bool) -> None:
        """Be silent while a film is heard; a key that wants to hear something pauses the film."""
        self._gives_way = to_film
        if to_film:
            self.speaker.stop()
            self.reader.stop_marking()
            self._attending.stop()

    @Slot()
    def pause(self) -> None:
        """Pause, or go on."""
        if self.speaker.is_paused:
            self.speaker.go_on()
            self._attending.start()
        elif self.speaker.is_speaking:
            self.speaker.pause()
            self._attending.stop()
        self.paused.emit(self.speaker.is_paused)

    @Slot()
    def say_again(self) -> None:
        """Say the same again."""
        self.reader.say_again()

    @Slot(bool)
    def plug(self, is_in: bool) -> None:
        """Headphones were put in, or pulled out: a socket of the machine says so."""
        if not self._is_free():
            return
        if is_in:
            self._is_unheard = False
            self.attended.emit()
            self._start()
        elif self.reader.is_on:
            self.speaker.stop()
            self.comfort_wanted.emit(replace(self._comfort, aloud=False))
            self.question_wanted.emit()

    @Slot(str)
    def press(self, meaning: str) -> None:
        """Do what a key of the keypad means."""
        if not self.reader.is_on and self._start():
            return
        if self.reader.is_on:
            self.reader.take_keypad()
            if self._gives_way and meaning not in _DOING:
                self.spoken_to.emit()
            if meaning not in _GOING_ON:
                self.speaker.stop()
        self.actions.press(meaning)

    def _start(self) -> bool:
        """Begin to read to somebody with a keypad, where that would be heard."""
        if self.reader.is_on or not self._would_be_heard:
            return False
        if not self._is_free():
            # Staff may have come since the key that woke the exhibit was pressed.
            return False
        self._by_keypad = True
        self.comfort_wanted.emit(self._comfort.read_aloud())
        return True

    @Slot()
    def _come(self) -> None:
        """The key that woke the exhibit is the first one of somebody."""
        if not self._asking:
            self._start()

    def _takes(self, key: str) -> bool:
        """Whether a key is the keypad's: all while it reads, or would begin to.

        Letters and digits are typed where somebody searches, whatever else they mean.
        """
        if len(key) == 1 and self._stage.takes_letters:
            return False
        if self.reader.is_on or key not in _KEYBOARD:
            return True
        return self._would_be_heard

    @property
    def _would_be_heard(self) -> bool:
        return not self._is_unheard and self.can_speak and self.speaker.would_be_heard

    def _be_silent(self) -> None:
        self._asking = False
        self._attending.stop()
        self.speaker.stop()
        self.reader.end()
        self.keypad.forget()
        self.actions.forget()
        self.paused.emit(False)

    @Slot(object)
    def _say(self, sentences: tuple[Sentence, ...]) -> None:
        if self._gives_way:
            return
        self._sentences = sentences
        self._attending.start()
        self.paused.emit(False)
        self.speaker.say([each.utterance for each in sentences])

    @Slot(int)
    def _mark(self, number: int) -> None:
        if number < len(self._sentences):
            self.reader.mark_sentence(self._sentences[number])

    @Slot()
    def _end_speaking(self) -> None:
        self._attending.stop()
        self.reader.stop_marking()

    @Slot(str)
    def _miss(self, reason: str) -> None:
        _log.warning("speech: %s", reason)

    @Slot()
    def _give_up(self) -> None:
        """Nothing is heard of what is said: the keys go on without it, for this visitor."""
        self._is_unheard = True
        self.comfort_wanted.emit(replace(self._comfort, aloud=False))

    @Slot()
    def _attend(self) -> None:
        if not self._asking and self.speaker.is_speaking:
            self.attended.emit()

    @Slot(str)
    def _explain(self, meaning: str) -> None:
        if self.reader.is_on:
            self.actions.explain(meaning)

    @Slot()
    def _help(self) -> None:
        if self.reader.is_on:
            self.actions.help()
        else:
            self._start()

    @Slot(str)
    def _tell_setting(self, words: str) -> None:
        """Say how a setting stands, and then go on with what was being said."""
        told = tuple(self.reader.utterances.of_text(words, self._style().language))
        rest = self._sentences[self.speaker.index :] if self.speaker.is_speaking else ()
        self._say((*told, *rest))

    @Slot(bool)
    def _plug_keypad(self, is_in: bool) -> None:
        """A keypad says of its own socket that headphones were put in, or pulled out."""
        if is_in:
            self.speaker.set_headphones(True)
        self.plug(is_in)
        if not is_in:
            self.speaker.set_headphones(False)
