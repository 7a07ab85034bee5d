"""Finds where the words of scenes stand: their sizes turn by turn, the spots beside the thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.jobs import Answer, Jobs
from kiosk.screen.attract.callout_spot import callout_spot
from kiosk.screen.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.screen.attract.scene_ground import SceneGround
    from kiosk.screen.attract.scene_words import SceneWords


class SpotSearch(QObject):
    """Finds spots for the words that it was given last, and keeps them there."""

    found = Signal(int)
    """The spot of the scene of that number is known."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: SceneWords | None = None
        self._asked: dict[int, SceneGround] = {}
        self._waiting: list[int] = []
        self._turns = Turns(self)
        self._jobs = Jobs(self)
        self._jobs.answered.connect(self._take)

    def begin(self, words: SceneWords) -> None:
        """Find spots for these words from now on; nothing that was asked before is answered."""
        self.stop()
        self._words = words

    def stop(self) -> None:
        """Find nothing more until it is asked for."""
        self._turns.stop()
        self._jobs.cancel_all()
        self._asked.clear()
        self._waiting.clear()

    def ask(self, number: int, ground: SceneGround) -> None:
        """Have a scene's spot found on that ground, instead of on another one."""
        words, asked = self._words, self._asked.get(number)
        if words is None or words.is_known(number, ground):
            return
        if asked is not None and asked.is_same(ground):
            return
        self._jobs.cancel(number)
        self._asked[number] = ground
        if number not in self._waiting:
            self._waiting.append(number)
        if self._turns.are_over:
            self._turns.begin(self._steps(words))

    def finish(self, number: int, ground: SceneGround) -> None:
        """Find a scene's spot at once: for pictures and tests."""
        words = self._words
        if words is None or words.is_known(number, ground):
            return
        self._jobs.cancel(number)
        self._asked.pop(number, None)
        if not self._asked:
            self.stop()
        words.keep(number, ground, callout_spot(*words.sized(number, ground)))

    def _steps(self, words: SceneWords) -> Iterator[None]:
        """Set the words of one scene after the other, and have its spot found."""
        while self._waiting:
            number = self._waiting.pop(0)
            if number in self._asked:
                yield from words.setting(number, self._asked[number])
            ground = self._asked.get(number)
            if ground is not None:
                self._jobs.ask(number, partial(callout_spot, *words.sized(number, ground)))
            yield

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        ground = self._asked.pop(answer.key, None)
        if self._words is not None and ground is not None:
            self._words.keep(answer.key, ground, answer.value)
            self.found.emit(answer.key)
