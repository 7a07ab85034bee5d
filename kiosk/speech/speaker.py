"""The speaker: one sentence after the other, never two at once; the GUI thread waits for none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.jobs import Jobs
from kiosk.speech.output import NotPlayed, Sounding

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.jobs import Answer
    from kiosk.speech.clips import Utterance
    from kiosk.speech.speech import Speech

RATES = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)
USUAL_RATE = RATES.index(1.0)
VOLUMES = (0.06, 0.1, 0.16, 0.25, 0.4, 0.63, 1.0)
"""About 4 dB apart; nothing is louder than it was recorded."""
USUAL_VOLUME = 4
_BACK_SECONDS = 0.4
"""What goes on after a pause begins so much earlier, so that no word is lost."""
_SENTENCE, _NEXT = "the sentence that is spoken", "the sentence that is spoken next"


class Speaker(QObject):
    """Speaks sentences through `speech`, in the rate and at the volume that somebody has chosen."""

    spoke = Signal(int)
    """A sentence begins, by its number from 0: the one to be marked."""
    ended = Signal()
    """The last sentence has been heard, or there is none that can be; not after `stop`."""
    unheard = Signal(str)
    """Why a sentence could not be heard; those after it are tried, but not without headphones."""
    muted = Signal()
    """Nothing can be heard, whatever is said."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._utterances: tuple[Utterance, ...] = ()
        self._index = 0
        self._is_paused = False
        self._rate = USUAL_RATE
        self._volume = USUAL_VOLUME
        self._headphones: bool | None = None
        self._sounding = Sounding(VOLUMES[USUAL_VOLUME])
        # One thread: a sentence begins when the one before has given its program up.
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self._ahead = Jobs(self, pauses=())

    def can_speak(self, language: str) -> bool:
        """Whether anything could be heard in that language; else there is no button for it."""
        return self._speech.can_speak(language)

    @property
    def would_be_heard(self) -> bool:
        """Whether headphones are in, or nothing asks for them."""
        return self._speech.would_be_heard(self._headphones)

    @property
    def index(self) -> int:
        """The number of the sentence that is spoken, from 0."""
        return self._index

    @property
    def is_speaking(self) -> bool:
        """Whether it speaks or has paused in the middle of what it says."""
        return self._index < len(self._utterances)

    @property
    def is_paused(self) -> bool:
        """Whether it waits for `go_on`."""
        return self._is_paused

    @property
    def rate(self) -> int:
        """The number of the present rate in `RATES`."""
        return self._rate

    @property
    def volume(self) -> int:
        """The number of the present volume in `VOLUMES`."""
        return self._volume

    def say(self, utterances: Sequence[Utterance]) -> None:
        """Speak these sentences instead of whatever is spoken now."""
        self.stop()
        self._utterances = tuple(utterances)
        if self._utterances:
            self._begin(0.0)
        else:
            self.ended.emit()

    def pause(self) -> None:
        """Be silent at once, in the middle of a sentence."""
        if self.is_speaking and not self._is_paused:
            self._is_paused = True
            self._jobs.cancel_all()

    def go_on(self) -> None:
        """Go on where it paused, a moment earlier."""
        if self.is_speaking and self._is_paused:
            self._is_paused = False
            self._speak(max(0.0, self._sounding.heard_seconds - _BACK_SECONDS))

    def again(self) -> None:
        """Speak the present sentence once more from its beginning; the last one after the end."""
        if not self._utterances:
            return
        self._index = min(self._index, len(self._utterances) - 1)
        self._is_paused = False
        self._jobs.cancel_all()
        self._begin(0.0)

    def skip(self, step: int) -> None:
        """Go to another sentence, so many on or back, and stay at the first and the last."""
        if self._utterances:
            last = len(self._utterances) - 1
            self._index = min(max(min(self._index, last) + step, 0), last)
            self.again()

    def stop(self) -> None:
        """Be silent at once, and forget what was to be said."""
        self._jobs.cancel_all()
        self._ahead.cancel_all()
        self._utterances = ()
        self._index = 0
        self._is_paused = False

    def set_rate(self, rate: int) -> None:
        """Speak as fast as this number of `RATES` says, from the present word on."""
        rate = min(max(rate, 0), len(RATES) - 1)
        if rate == self._rate:
            return
        self._rate = rate
        if self.is_speaking and not self._is_paused:
            self._jobs.cancel_all()
            self._speak(self._sounding.heard_seconds)

    def set_volume(self, volume: int) -> None:
        """Be as loud as this number of `VOLUMES` says, from now on."""
        self._volume = min(max(volume, 0), len(VOLUMES) - 1)
        self._sounding.volume = VOLUMES[self._volume]

    def as_it_was(self) -> None:
        """The usual rate and volume, for the next visitor."""
        self.set_rate(USUAL_RATE)
        self.set_volume(USUAL_VOLUME)

    def set_headphones(self, is_in: bool | None) -> None:
        """What a keypad tells of its own socket; None where it tells nothing."""
        self._headphones = self._sounding.headphones = is_in
        if is_in is False:
            self.stop()

    def _begin(self, start: float) -> None:
        """Speak the present sentence, which is to be marked."""
        self._speak(start)
        if self._index + 1 < len(self._utterances):
            following = self._utterances[self._index + 1]
            self._ahead.ask(_NEXT, _preparing(self._speech, following))
        self.spoke.emit(self._index)

    def _speak(self, start: float) -> None:
        # Of its own: the work of the sentence before may still write into its one.
        self._sounding = Sounding(VOLUMES[self._volume], start, self._headphones)
        utterance, rate = self._utterances[self._index], RATES[self._rate]
        self._jobs.ask(_SENTENCE, _speaking(self._speech, utterance, self._sounding, rate))

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if not self.is_speaking or self._is_paused:
            return
        if answer.error is not None:
            self._fail(answer.error)
            if not self.is_speaking:
                return
        self._index += 1
        if self.is_speaking:
            self._begin(0.0)
        else:
            self.ended.emit()

    def _fail(self, error: BaseException) -> None:
        """Tell why; whatever is unheard for want of headphones would be so to the last sentence."""
        self.unheard.emit(str(error))
        if not isinstance(error, NotPlayed) or error.is_for_all:
            self.stop()
            self.muted.emit()
            self.ended.emit()


def _speaking(
    speech: Speech, utterance: Utterance, sounding: Sounding, rate: float
) -> Callable[[], object]:
    """The work that speaks a sentence."""

    def work() -> None:
        speech.speak(utterance, sounding, rate)

    return work


def _preparing(speech: Speech, utterance: Utterance) -> Callable[[], object]:
    """The work that has a sentence ready."""

    def work() -> None:
        speech.prepare(utterance)

    return work
