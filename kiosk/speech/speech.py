"""What can be spoken on this machine, and speaking it: a clip, else the engine, else nothing."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Protocol

from kiosk.jobs import is_wanted
from kiosk.speech.bounded_process import ProgramFailed
from kiosk.speech.encoding import decoded
from kiosk.speech.output import NotPlayed
from kiosk.speech.sound import NotSound, Sound
from kiosk.speech.stretching import stretched
from kiosk.text.messages import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.speech.clips import Clips, Utterance
    from kiosk.speech.engine import Engine
    from kiosk.speech.output import Sounding, SoundOutput

_MOST_SOUNDS = 16
"""So many sentences are held, for those that are said again: at most a few MB."""
_LIVE_SECONDS = 15.0
"""A visitor waits no longer for an engine."""


class Speech(Protocol):
    """What a speaker needs; tests have one that only writes down what is spoken."""

    def can_speak(self, language: str) -> bool:
        """Whether anything could be heard in that language; asked on the GUI thread."""

    def would_be_heard(self, headphones: bool | None) -> bool:
        """Whether what is spoken now would be heard; `headphones` is what a keypad tells."""

    def speak(self, utterance: Utterance, sounding: Sounding, rate: float) -> None:
        """Speak from `sounding.heard_seconds` on until it has been heard; a work of a job.

        Raises NotPlayed where nobody hears it, and Cancelled once nobody wants it.
        """

    def prepare(self, utterance: Utterance) -> None:
        """Have the sound of what is spoken next at hand; a work of a job."""


class MachineSpeech:
    """The clips of these folders, the engine of the settings, and where their sound goes."""

    def __init__(self, clips: Sequence[Clips], engine: Engine | None, output: SoundOutput) -> None:
        self._clips = tuple(clips)
        self._engine = engine
        self._output = output
        self._sounds: OrderedDict[str, Sound] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def output(self) -> SoundOutput:
        """Where sound goes on this machine."""
        return self._output

    def can_speak(self, language: str) -> bool:
        """Whether there is a way to the ears, and a clip in that language or an engine for it."""
        is_said = any(language in clips.languages for clips in self._clips)
        is_spoken = self._engine is not None and self._engine.speaks(language)
        return (is_said or is_spoken) and self._output.is_possible

    def would_be_heard(self, headphones: bool | None) -> bool:
        """As `Speech.would_be_heard`."""
        return not self._output.refusal(headphones)

    def speak(self, utterance: Utterance, sounding: Sounding, rate: float) -> None:
        """As `Speech.speak`."""
        try:
            sound = self._sound(utterance)
        except (ProgramFailed, NotSound) as failure:
            raise NotPlayed(str(failure), is_for_all=False) from None
        start = round(sounding.heard_seconds * sound.rate) * 2
        rest = Sound(sound.samples[start:], sound.rate)
        self._output.play(stretched(rest, rate), sounding, rate)

    def prepare(self, utterance: Utterance) -> None:
        """As `Speech.prepare`; whatever keeps it is told when it should be spoken."""
        try:
            self._sound(utterance)
        except (ProgramFailed, NotSound):
            return

    def _sound(self, utterance: Utterance) -> Sound:
        digest = utterance.hash
        with self._lock:
            if digest in self._sounds:
                self._sounds.move_to_end(digest)
                return self._sounds[digest]
        sound = self._recorded(utterance) or self._live(utterance)
        with self._lock:
            self._sounds[digest] = sound
            while len(self._sounds) > _MOST_SOUNDS:
                self._sounds.popitem(last=False)
        return sound

    def _recorded(self, utterance: Utterance) -> Sound | None:
        """What a clip says; None without one that can be played."""
        for clips in self._clips:
            clip = clips.find(utterance)
            if clip is not None:
                try:
                    return decoded(clips.content(clip), clip.ending)
                except (UnreadableFile, NotSound):
                    continue
        return None

    def _live(self, utterance: Utterance) -> Sound:
        if self._engine is None:
            raise NotSound("there is no clip of it and no engine")
        return self._engine.speak(utterance, seconds=_LIVE_SECONDS, is_wanted=is_wanted)
