"""A visitor with a keypad and headphones, who knows of the screen only what is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.visitor import Visitor, wait_until

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.screen.aloud.aloud import Aloud
    from tests.speech.recorded_speech import RecordedSpeech


class Listener(Visitor):
    """Presses keys, and hears."""

    def __init__(self, app: App, speech: RecordedSpeech) -> None:
        super().__init__(app)
        self.speech = speech

    @property
    def aloud(self) -> Aloud:
        assert self.app.aloud is not None
        return self.app.aloud

    def hear(self, key: Qt.Key) -> list[str]:
        """Press a key, and listen to everything that is said upon it."""
        before = len(self.speech.heard)
        self.press(key)
        return self.listen(before)

    def listen(self, before: int) -> list[str]:
        """What has been said since then, once nothing more comes."""
        wait_until(self.is_silent)
        return self.speech.words[before:]

    def is_silent(self) -> bool:
        """Whether nothing is being said, and nothing is about to be."""
        QApplication.processEvents()
        aloud = self.aloud
        return not (aloud.reader.is_arriving or aloud.speaker.is_speaking)

    def hear_until(self, words: str, key: Qt.Key = Qt.Key.Key_Down, most: int = 60) -> list[str]:
        """Press a key until something is said that begins so."""
        for _ in range(most):
            heard = self.hear(key)
            if any(each.startswith(words) for each in heard):
                return heard
        raise AssertionError(f"{words!r} is never said: {self.speech.words[-most:]}")

    def hold(self, key: Qt.Key) -> None:
        QTest.keyPress(self.window, key)
        self._live()

    def let_go(self, key: Qt.Key) -> None:
        QTest.keyRelease(self.window, key)
        self._live()
