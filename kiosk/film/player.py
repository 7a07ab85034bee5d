"""Plays a film by a clock: pictures in time, the film of who signs beside it, and its sound."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.film.decoder import Decoder
from kiosk.film.film_sound import CHANNELS, RATE
from kiosk.film.formats import has_picture
from kiosk.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from kiosk.speech.output import SoundOutput

PATIENCE_SECONDS = 4.0
"""Whoever waits longer for a picture takes the exhibit for broken."""
BACK_MS = 10_000
_TICK_MS = 15

_log = logging.getLogger("kiosk.film")


class Playing(Enum):
    """What a player does."""

    NOTHING = "nothing"
    OPENING = "opening"
    """It is to play as soon as there is a first picture."""
    PLAYING = "playing"
    PAUSED = "paused"
    ENDED = "ended"
    FAILED = "failed"


@dataclass(frozen=True)
class PlayedFilm:
    """A film or a recording on the disk, and the film of who signs what is said in it."""

    file: Path
    signing: Path | None = None


class Player(QObject):
    """Plays one film at a time.  `clock` is monotonic, in seconds."""

    changed = Signal()
    """It plays, pauses, has ended, has failed, sounds or is silent."""
    framed = Signal()
    """There is another picture."""
    sounding = Signal(bool)
    """Its sound is to be heard from now on, or no more."""

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._film: PlayedFilm | None = None
        self._state = Playing.NOTHING
        self._main: Decoder | None = None
        self._still: QImage | None = None
        """What was on show when the film began to be decoded in another size."""
        self._signing: Decoder | None = None
        self._sizes: tuple[QSize, QSize] | None = None
        self._base = 0
        """The millisecond that was shown at the moment `_since`."""
        self._since = 0.0
        self._heard_of = 0.0
        """When the last picture came."""
        self._wants_sound = self._is_sounding = False
        self._wants_signing = False
        self._output: SoundOutput | None = None
        self._volume = 1.0
        self._graves = Jobs(self, pauses=())
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self.tick)

    @property
    def state(self) -> Playing:
        """What it does."""
        return self._state

    @property
    def is_playing(self) -> bool:
        """Whether it plays or is about to."""
        return self._state in (Playing.OPENING, Playing.PLAYING)

    @property
    def is_sounding(self) -> bool:
        """Whether its sound is to be heard now."""
        return self._is_sounding

    @property
    def wants_sound(self) -> bool:
        """Whether somebody has asked for its sound."""
        return self._wants_sound

    @property
    def wants_signing(self) -> bool:
        """Whether somebody has asked for the film of who signs."""
        return self._wants_signing

    @property
    def has_sound(self) -> bool:
        """Whether there is anything to be heard, as far as is known."""
        facts = None if self._main is None else self._main.facts
        return facts is None or facts.sounds

    @property
    def position(self) -> int:
        """The millisecond that is shown."""
        if self._state is not Playing.PLAYING:
            return self._base
        now = self._base + round((self._clock() - self._since) * 1000)
        return min(now, self.duration) if self.duration else now

    @property
    def duration(self) -> int:
        """How long it lasts, in milliseconds; 0 where that is not known."""
        facts = None if self._main is None else self._main.facts
        return 0 if facts is None else facts.milliseconds

    @property
    def image(self) -> QImage | None:
        """The picture on show; None before the first."""
        return _image(self._main) or self._still

    @property
    def signing_image(self) -> QImage | None:
        """The picture of who signs; None where there is none."""
        return _image(self._signing)

    def set_output(self, output: SoundOutput | None, volume: float = 1.0) -> None:
        """Where its sound goes, and how loud it is."""
        self._output, self._volume = output, volume
        if self._main is not None:
            self._main.set_volume(volume)

    def open(self, film: PlayedFilm, size: QSize, signing_size: QSize) -> None:
        """Play a film from its beginning, in pictures of at most these sizes, in pixels."""
        self.close()
        self._film, self._sizes = film, (size, signing_size)
        self._base = 0
        self._open()

    def resize(self, size: QSize, signing_size: QSize) -> None:
        """Have pictures of another size, from the present moment on."""
        if (size, signing_size) == self._sizes or self._film is None or self._main is None:
            return
        self._sizes = (size, signing_size)
        at, was_playing = self.position, self.is_playing
        self._still = None if self.image is None else self.image.copy()
        self._close_decoders()
        self._base = at
        self._open()
        if not was_playing:
            self._enter(Playing.PAUSED)

    @Slot()
    def turn(self) -> None:
        """Pause, go on, or begin anew."""
        if self.is_playing:
            self.pause()
        else:
            self.play()

    @Slot()
    def play(self) -> None:
        """Go on, or begin anew after the end."""
        if self._film is None or self.is_playing:
            return
        if self._main is None:
            self._base = 0
            self._open()
            return
        if self._state is Playing.ENDED:
            self._wind(0)
        self._since = self._heard_of = self._clock()
        self._enter(Playing.PLAYING if self._main.facts is not None else Playing.OPENING)

    @Slot()
    def pause(self) -> None:
        """Stand still; nothing is heard."""
        if self.is_playing:
            self._base = self.position
            self._enter(Playing.PAUSED)

    @Slot()
    def back(self) -> None:
        """Show the last ten seconds again."""
        if self._main is None or self._state in (Playing.NOTHING, Playing.FAILED):
            return
        self._wind(max(0, self.position - BACK_MS))
        if self._state is Playing.ENDED:
            self._enter(Playing.PAUSED)
        elif self._is_sounding:
            self._sound()
        self.changed.emit()

    @Slot(bool)
    def set_sound(self, wanted: bool) -> None:
        """Be heard while it plays, or not."""
        self._wants_sound = wanted
        self._follow_sound()
        self.changed.emit()

    @Slot(bool)
    def set_signing(self, wanted: bool) -> None:
        """Show who signs, or not."""
        self._wants_signing = wanted
        if not wanted:
            self._close_signing()
        elif self._main is not None:
            self._open_signing()
        self.changed.emit()

    def close(self) -> None:
        """Stop, and let the film go."""
        self._close_decoders()
        self._film = self._still = None
        self._base = 0
        self._wants_sound = self._wants_signing = False
        if self._state is not Playing.NOTHING:
            self._enter(Playing.NOTHING)

    @Slot()
    def tick(self) -> None:
        """Look at the clock: show what is due, end, or give up."""
        main = self._main
        if main is None or self._film is None:
            return
        if self._is_first_shown(main):
            self.framed.emit()
        if self._state is Playing.OPENING and self._can_begin(main):
            self._since = self._heard_of = self._clock()
            self._enter(Playing.PLAYING)
        if self._state is not Playing.PLAYING:
            if self._state is Playing.OPENING:
                self._lose_patience()
            return
        now = self.position
        is_other = main.advance(now)
        if is_other or main.has_picture_waiting or not has_picture(self._film.file.name):
            self._heard_of = self._clock()
        if self._signing is not None:
            is_other = self._signing.advance(now) or is_other
        if is_other:
            self.framed.emit()
        if main.is_over or (
            self.duration and now >= self.duration and not main.has_picture_waiting
        ):
            self._base = self.duration or now
            self._enter(Playing.ENDED)
        else:
            self._lose_patience()

    def _is_first_shown(self, main: Decoder) -> bool:
        """Show the picture of the moment where none is on show, also while it stands still."""
        shown = main.image.isNull() and main.advance(self.position)
        signing = self._signing
        if signing is not None and signing.image.isNull():
            shown = signing.advance(self.position) or shown
        return shown

    def _can_begin(self, main: Decoder) -> bool:
        assert self._film is not None
        if has_picture(self._film.file.name):
            return not main.image.isNull()
        return main.facts is not None

    def _lose_patience(self) -> None:
        if self._clock() - self._heard_of > PATIENCE_SECONDS:
            self._fail(f"no picture within {PATIENCE_SECONDS:g} seconds")

    def _open(self) -> None:
        assert self._film is not None
        assert self._sizes is not None
        self._heard_of = self._clock()
        self._main = Decoder(self._film.file, self._sizes[0], self)
        self._main.failed.connect(self._fail)
        self._main.opened.connect(self._take_facts)
        self._main.unheard.connect(self._miss_sound)
        self._main.begin(self._base)
        if self._wants_signing:
            self._open_signing()
        self._enter(Playing.OPENING)

    def _open_signing(self) -> None:
        if self._film is None or self._film.signing is None or self._signing is not None:
            return
        assert self._sizes is not None
        self._signing = Decoder(self._film.signing, self._sizes[1], self)
        self._signing.failed.connect(self._miss_signing)
        self._signing.begin(self.position)

    def _wind(self, to: int) -> None:
        self._base = to
        self._since = self._heard_of = self._clock()
        for decoder in (self._main, self._signing):
            if decoder is not None:
                decoder.wind(to)

    def _enter(self, state: Playing) -> None:
        self._state = state
        if self._main is not None and state is not Playing.ENDED:
            self._ticks.start()
        else:
            self._ticks.stop()
        self._follow_sound()
        self.changed.emit()

    def _follow_sound(self) -> None:
        """Be heard exactly while it plays and somebody wants it."""
        sounds = self._state is Playing.PLAYING and self._wants_sound and self._output is not None
        if sounds == self._is_sounding:
            return
        self._is_sounding = sounds
        self.sounding.emit(sounds)
        if sounds:
            self._sound()
        elif self._main is not None:
            self._main.silence()

    def _sound(self) -> None:
        if self._main is not None and self._output is not None:
            command = self._output.arguments(RATE, CHANNELS)
            self._main.sound(self.position, time.monotonic(), command, self._volume)

    @Slot()
    def _take_facts(self) -> None:
        self.changed.emit()

    @Slot(str)
    def _miss_sound(self, reason: str) -> None:
        _log.warning("film: %s is not heard: %s", self._name(), reason)
        self.set_sound(False)

    @Slot(str)
    def _miss_signing(self, reason: str) -> None:
        _log.warning("film: who signs %s is not shown: it %s", self._name(), reason)
        self._close_signing()
        self.framed.emit()

    @Slot(str)
    def _fail(self, reason: str) -> None:
        _log.warning("film: %s is not played and its picture stays: %s", self._name(), reason)
        self._close_decoders()
        self._enter(Playing.FAILED)

    def _name(self) -> str:
        return "" if self._film is None else self._film.file.name

    def _close_decoders(self) -> None:
        if self._is_sounding:
            self._is_sounding = False
            self.sounding.emit(False)
        self._bury(self._main)
        self._main = None
        self._close_signing()

    def _close_signing(self) -> None:
        self._bury(self._signing)
        self._signing = None

    def _bury(self, decoder: Decoder | None) -> None:
        """End a decoder, and wait for its end on a thread."""
        if decoder is not None:
            decoder.close()
            self._graves.ask(decoder.process, decoder.process.bury)
            decoder.deleteLater()


def _image(decoder: Decoder | None) -> QImage | None:
    return None if decoder is None or decoder.image.isNull() else decoder.image
