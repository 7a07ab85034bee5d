"""What is heard of a film: its own sound or its description, as loud as somebody wants it."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.film.film_sound import CHANNELS, RATE

if TYPE_CHECKING:
    from kiosk.film.decoder import Decoder
    from kiosk.film.film_decoders import FilmDecoders
    from kiosk.speech.output import SoundOutput

_log = logging.getLogger("kiosk.film")


class Hearing(QObject):
    """Has a decoder be heard exactly while its film plays and somebody wants to hear it."""

    sounding = Signal(bool)
    """The film is to be heard from now on, or no more."""
    changed = Signal()
    """What somebody wants to hear can't be heard."""

    def __init__(self, decoders: FilmDecoders) -> None:
        super().__init__(decoders)
        self._decoders = decoders
        self._output: SoundOutput | None = None
        self._heard: Decoder | None = None
        self._loudness = 1.0
        self.is_wanted = self.is_described = False
        decoders.unheard.connect(self._miss_sound)
        decoders.undescribed.connect(self._miss_description)

    @property
    def is_sounding(self) -> bool:
        """Whether anything is to be heard now."""
        return self._heard is not None

    def set_output(self, output: SoundOutput | None) -> None:
        """Where sound goes, and how loud it may be there from now on."""
        self._output = output
        if self._heard is not None:
            self._heard.set_loudness(self._limited)

    def set_loudness(self, loudness: float) -> None:
        """Be as loud as this, of what was recorded, and never louder than the house allows."""
        self._loudness = loudness
        if self._heard is not None:
            self._heard.set_loudness(self._limited)

    @property
    def _limited(self) -> float:
        house = 1.0 if self._output is None else self._output.loudest_now
        return min(1.0, self._loudness) * house

    def forget(self) -> None:
        """Want nothing any more."""
        self.is_wanted = self.is_described = False

    def follow(self, at: int | None) -> None:
        """Be heard from this millisecond on; None where the film does not play."""
        heard = self._decoders.heard
        if at is None or not self.is_wanted or self._output is None or heard is None:
            self.hush()
        elif heard is not self._heard:
            self._begin(heard, at)

    def begin_again(self, at: int) -> None:
        """Go on from another millisecond, where anything is heard."""
        if self._heard is not None:
            self._begin(self._heard, at)

    def hush(self) -> None:
        """Be silent."""
        heard, self._heard = self._heard, None
        if heard is not None:
            heard.hush()
            self.sounding.emit(False)

    def _begin(self, decoder: Decoder, at: int) -> None:
        before, self._heard = self._heard, decoder
        if before is not None and before is not decoder:
            before.hush()
        assert self._output is not None
        command = self._output.arguments(RATE, CHANNELS)
        decoder.sound(at, time.monotonic(), command, self._limited)
        if before is None:
            self.sounding.emit(True)

    @Slot(str)
    def _miss_sound(self, reason: str) -> None:
        _log.warning("film: it is not heard: %s", reason)
        self.is_wanted = False
        self.changed.emit()

    @Slot(str)
    def _miss_description(self, reason: str) -> None:
        _log.warning("film: its description is not heard: %s", reason)
        self.is_described = False
        self._heard = None
        self.changed.emit()
