"""Plays a film by a clock: pictures in time, the film of who signs beside it, and its sound."""

from __future__ import annotations

import logging
import time
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.film.film_decoders import FilmDecoders, PlayedFilm
from kiosk.film.formats import has_picture
from kiosk.film.hearing import Hearing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from kiosk.film.decoder import Decoder
    from kiosk.speech.output import SoundOutput

PATIENCE_SECONDS = 4.0
"""Whoever waits longer for a picture takes the exhibit for broken."""
BACK_MS = 10_000
_END_MS = 200
"""So long before its end a film can be wound to, so that a picture of it is seen."""
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
        self._base = 0
        """The millisecond that was shown at the moment `_since`."""
        self._since = 0.0
        self._heard_of = 0.0
        """When the last picture came."""
        self._wants_signing = False
        self._has_sound, self._lasts = True, 0
        """As far as is known of the film that is open, while its decoder begins anew, too."""
        self.decoders = FilmDecoders(self)
        self.decoders.failed.connect(self._fail)
        self.decoders.opened.connect(self._follow_sound)
        self.decoders.opened.connect(self.changed)
        self._hearing = Hearing(self.decoders)
        self._hearing.sounding.connect(self.sounding)
        self._hearing.changed.connect(self._follow_sound)
        self._hearing.changed.connect(self.changed)
        self.decoders.unsigned.connect(self._miss_signing)
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
        return self._hearing.is_sounding

    @property
    def wants_sound(self) -> bool:
        """Whether somebody has asked for its sound."""
        return self._hearing.is_wanted

    @property
    def wants_description(self) -> bool:
        """Whether somebody has asked for the sound that says what is to be seen."""
        return self._hearing.is_described

    @property
    def wants_signing(self) -> bool:
        """Whether somebody has asked for the film of who signs."""
        return self._wants_signing

    @property
    def has_sound(self) -> bool:
        """Whether there is anything to be heard, as far as is known."""
        facts = self.decoders.facts
        if facts is not None:
            self._has_sound = facts.sounds
        return self._has_sound

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
        facts = self.decoders.facts
        if facts is not None:
            self._lasts = facts.milliseconds
        return self._lasts

    @property
    def image(self) -> QImage | None:
        """The picture on show; None before the first."""
        return self.decoders.image

    @property
    def signing_image(self) -> QImage | None:
        """The picture of who signs; None where there is none."""
        return self.decoders.signing_image

    def set_output(self, output: SoundOutput | None) -> None:
        """Where its sound goes."""
        self._hearing.set_output(output)

    def set_loudness(self, loudness: float) -> None:
        """Be as loud as this, of what was recorded, from now on."""
        self._hearing.set_loudness(loudness)

    def open(self, film: PlayedFilm, size: QSize, signing_size: QSize) -> None:
        """Play a film from its beginning, in pictures of at most these sizes, in pixels."""
        self.close()
        self._film = film
        self._base = 0
        self._has_sound, self._lasts = True, 0
        self._open((size, signing_size))

    def resize(self, size: QSize, signing_size: QSize) -> None:
        """Have pictures of another size, from the present moment on."""
        sizes = (size, signing_size)
        if self._film is None or self.decoders.main is None or self.decoders.has_sizes(sizes):
            return
        at, was_playing = self.position, self.is_playing
        self._hearing.hush()
        self.decoders.close(keeps_picture=True)
        self._base = at
        self._open(sizes)
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
        main = self.decoders.main
        if self._film is None or self.is_playing:
            return
        if main is None:
            self._base = 0
            self._open(None)
            return
        if self._state is Playing.ENDED:
            self._wind(0)
        self._since = self._heard_of = self._clock()
        self._enter(Playing.PLAYING if self._can_begin(main) else Playing.OPENING)

    @Slot()
    def pause(self) -> None:
        """Stand still; nothing is heard."""
        if self.is_playing:
            self._base = self.position
            self._enter(Playing.PAUSED)

    @Slot()
    def back(self) -> None:
        """Show the last ten seconds again."""
        self.seek(self.position - BACK_MS)

    @Slot()
    def on(self) -> None:
        """Pass over ten seconds, as far as there are so many."""
        if self.can_be_wound:
            self.seek(self.position + BACK_MS)

    @property
    def can_be_wound(self) -> bool:
        """Whether it can go on from elsewhere than where it is."""
        return self.duration > 0 and self._state not in (Playing.NOTHING, Playing.FAILED)

    @Slot(int)
    def seek(self, to: int) -> None:
        """Go on from another millisecond, or stand still there; what is shown stays until then."""
        if self.decoders.main is None or self._state in (Playing.NOTHING, Playing.FAILED):
            return
        was_playing = self.is_playing
        last = max(0, self.duration - _END_MS) if self.duration else to
        self._hearing.hush()
        self._wind(min(max(0, to), last))
        self._enter(Playing.OPENING if was_playing else Playing.PAUSED)

    @Slot(bool)
    def set_sound(self, wanted: bool) -> None:
        """Be heard while it plays, or not."""
        self._hearing.is_wanted = wanted
        self._follow_sound()
        self.changed.emit()

    @Slot(bool)
    def set_description(self, wanted: bool) -> None:
        """Have what is to be seen described in place of the film's own sound, or not."""
        self._hearing.is_described = wanted
        if wanted and self.decoders.main is not None:
            self.decoders.open_described()
        elif not wanted:
            self._hearing.hush()
            self.decoders.close_described()
        self.set_sound(wanted or self._hearing.is_wanted)

    @Slot(bool)
    def set_signing(self, wanted: bool) -> None:
        """Show who signs, or not."""
        self._wants_signing = wanted
        if not wanted:
            self.decoders.close_signing()
        elif self.decoders.main is not None:
            self.decoders.open_signing(self.position)
            self._ticks.start()
        self.changed.emit()

    def close(self) -> None:
        """Stop, and let the film go."""
        self._hearing.hush()
        self.decoders.close()
        self._film = None
        self._base = 0
        self._wants_signing = False
        self._hearing.forget()
        if self._state is not Playing.NOTHING:
            self._enter(Playing.NOTHING)

    @Slot()
    def tick(self) -> None:
        """Look at the clock: show what is due, end, or give up."""
        main = self.decoders.main
        if main is None:
            return
        if self.decoders.advance(self.position, first_alone=True):
            self.framed.emit()
        if self._state is Playing.OPENING and self._can_begin(main):
            if self._has_picture:
                # Where whole pictures are far apart, it goes on a little before what was asked for.
                self._base = min(self._base, max(0, main.shown_at))
            self._since = self._heard_of = self._clock()
            self._enter(Playing.PLAYING)
        if self._state is Playing.PLAYING:
            self._show_due(main)
        elif self._state is Playing.OPENING:
            self._lose_patience()
        elif self._state is Playing.PAUSED and not self.decoders.is_stale:
            self._ticks.stop()

    def _show_due(self, main: Decoder) -> None:
        now = self.position
        if self.decoders.advance(now):
            self._heard_of = self._clock()
            self.framed.emit()
        if main.has_picture_waiting or not self._has_picture:
            self._heard_of = self._clock()
        is_out = self.duration and now >= self.duration and not main.has_picture_waiting
        if main.is_over or is_out:
            self._base = self.duration or now
            self._enter(Playing.ENDED)
        else:
            self._lose_patience()

    @property
    def _has_picture(self) -> bool:
        return self._film is not None and has_picture(self._film.file.name)

    def _can_begin(self, main: Decoder) -> bool:
        """Whether there is a picture of where it goes on, or nothing to wait for."""
        if not self._has_picture:
            return main.facts is not None
        return not main.is_stale or (main.is_over and not main.image.isNull())

    def _lose_patience(self) -> None:
        if self._clock() - self._heard_of > PATIENCE_SECONDS:
            self._fail(f"no picture within {PATIENCE_SECONDS:g} seconds")

    def _open(self, sizes: tuple[QSize, QSize] | None) -> None:
        """Begin to decode; None leaves the sizes as they were."""
        assert self._film is not None
        self._heard_of = self._clock()
        self.decoders.open(self._film, sizes, self._base)
        if self._wants_signing:
            self.decoders.open_signing(self._base)
        if self.wants_description:
            self.decoders.open_described()
        self._enter(Playing.OPENING)

    def _wind(self, to: int) -> None:
        self._base = to
        self._since = self._heard_of = self._clock()
        self.decoders.wind(to)

    def _enter(self, state: Playing) -> None:
        self._state = state
        if self.decoders.main is not None and state is not Playing.ENDED:
            self._ticks.start()
        else:
            self._ticks.stop()
        self._follow_sound()
        self.changed.emit()

    @Slot()
    def _follow_sound(self) -> None:
        """Be heard exactly while it plays."""
        self._hearing.follow(self.position if self._state is Playing.PLAYING else None)

    @Slot(str)
    def _miss_signing(self, reason: str) -> None:
        _log.warning("film: who signs %s is not shown: it %s", self._name(), reason)
        self.framed.emit()

    @Slot(str)
    def _fail(self, reason: str) -> None:
        _log.warning("film: %s is not played and its picture stays: %s", self._name(), reason)
        self._hearing.hush()
        self.decoders.close()
        self._enter(Playing.FAILED)

    def _name(self) -> str:
        return "" if self._film is None else self._film.file.name
