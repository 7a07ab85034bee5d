"""The decoders of one film: its own, those of who signs in it and of who describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal, Slot

from kiosk.film.decoder import Decoder
from kiosk.jobs import Jobs

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from kiosk.film.decoder import FilmFacts


_ALIKE = 1.25


@dataclass(frozen=True)
class PlayedFilm:
    """A film or a recording on the disk, and what belongs to it.

    `signing` is the film of who signs what is said, `described` the sound for who can't see it.
    """

    file: Path
    signing: Path | None = None
    described: Path | None = None


class FilmDecoders(QObject):
    """Opens and ends decoders, and has their ends awaited on a thread."""

    opened = Signal()
    failed = Signal(str)
    unheard = Signal(str)
    unsigned = Signal(str)
    """Why the film of who signs can't be shown; the film itself goes on."""
    undescribed = Signal(str)
    """Why the description can't be heard; the film's own sound is heard in its place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.main: Decoder | None = None
        self.signing: Decoder | None = None
        self.described: Decoder | None = None
        self._film: PlayedFilm | None = None
        self._sizes: tuple[QSize, QSize] | None = None
        self._still: QImage | None = None
        """What was on show when the film began to be decoded in another size."""
        self._graves = Jobs(self, pauses=())

    @property
    def facts(self) -> FilmFacts | None:
        """What has been found out of the film."""
        return None if self.main is None else self.main.facts

    @property
    def heard(self) -> Decoder | None:
        """What is heard: the description once it is there, else the film itself."""
        described = self.described
        return described if described is not None and described.facts is not None else self.main

    @property
    def image(self) -> QImage | None:
        """The picture on show; None before the first."""
        return _image(self.main) or self._still

    @property
    def signing_image(self) -> QImage | None:
        """The picture of who signs; None where there is none."""
        return _image(self.signing)

    def open(self, film: PlayedFilm, sizes: tuple[QSize, QSize] | None, at: int) -> None:
        """Decode a film in pictures of at most these sizes, in pixels, from a millisecond on.

        None stands for the sizes that it had before.
        """
        self._film, self._sizes = film, sizes or self._sizes
        assert self._sizes is not None
        self.main = Decoder(film.file, self._sizes[0], self)
        self.main.failed.connect(self.failed)
        self.main.opened.connect(self.opened)
        self.main.unheard.connect(self.unheard)
        self.main.begin(at)

    def has_sizes(self, sizes: tuple[QSize, QSize]) -> bool:
        """Whether the pictures have these sizes already, or nearly so.

        Another row of buttons changes them a little: a decoder that begins anew would cost more
        than to draw its pictures a little larger or smaller.
        """
        known = self._sizes
        return known is not None and all(map(_are_alike, sizes, known))

    def open_signing(self, at: int) -> None:
        """Decode the film of who signs too, where there is one."""
        film, sizes = self._film, self._sizes
        if film is None or sizes is None or film.signing is None or self.signing is not None:
            return
        self.signing = Decoder(film.signing, sizes[1], self)
        self.signing.failed.connect(self._lose_signing)
        self.signing.begin(at)

    def open_described(self) -> None:
        """Have the description ready to be heard, where there is one."""
        film = self._film
        if film is None or film.described is None or self.described is not None:
            return
        self.described = Decoder(film.described, QSize(), self)
        self.described.failed.connect(self._lose_described)
        self.described.unheard.connect(self._lose_described)
        self.described.opened.connect(self.opened)
        self.described.begin()

    @property
    def is_stale(self) -> bool:
        """Whether a first picture is still to come of where the film begins or was wound to."""
        return any(each is not None and each.is_stale for each in (self.main, self.signing))

    def advance(self, now: int, *, first_alone: bool = False) -> bool:
        """Show what is due at this millisecond; whether any picture is another one.

        With `first_alone` only where none is on show yet of where the film is.
        """
        is_other = False
        for decoder in (self.main, self.signing):
            if decoder is not None and (decoder.is_stale or not first_alone):
                is_other = decoder.advance(now) or is_other
        return is_other

    def wind(self, to: int) -> None:
        """Go on from another millisecond."""
        for decoder in (self.main, self.signing):
            if decoder is not None:
                decoder.wind(to)

    def close(self, *, keeps_picture: bool = False) -> None:
        """End both; the picture on show may stay until there is another one."""
        self._still = self.image.copy() if keeps_picture and self.image is not None else None
        self._bury(self.main)
        self.main = None
        self.close_signing()
        self.close_described()

    def close_signing(self) -> None:
        """End the film of who signs."""
        self._bury(self.signing)
        self.signing = None

    def close_described(self) -> None:
        """Let the description go."""
        self._bury(self.described)
        self.described = None

    def await_ends(self) -> None:
        """Wait until every process has ended: for tests."""
        self._graves.finish()

    def _bury(self, decoder: Decoder | None) -> None:
        if decoder is not None:
            decoder.close()
            self._graves.ask(decoder.process, decoder.process.bury)
            decoder.deleteLater()

    @Slot(str)
    def _lose_signing(self, reason: str) -> None:
        self.close_signing()
        self.unsigned.emit(reason)

    @Slot(str)
    def _lose_described(self, reason: str) -> None:
        self.close_described()
        self.undescribed.emit(reason)


def _image(decoder: Decoder | None) -> QImage | None:
    return None if decoder is None or decoder.image.isNull() else decoder.image


def _are_alike(wanted: QSize, known: QSize) -> bool:
    if wanted.isEmpty() or known.isEmpty():
        return wanted == known
    across, down = wanted.width() / known.width(), wanted.height() / known.height()
    return 1 / _ALIKE < across < _ALIKE and 1 / _ALIKE < down < _ALIKE
