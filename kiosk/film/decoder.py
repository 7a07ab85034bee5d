"""A film as it comes from its decoder: pictures, each with its time, on the GUI thread."""

from __future__ import annotations

import json
import os
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.film.decoder_process import DecoderProcess
from kiosk.film.frame_store import FrameStore
from kiosk.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QSize

    from kiosk.jobs import Answer

_PIECE_BYTES = 65_536
_LONGEST_LINE_BYTES = 4_096
_MOST_SIDE = (1920, 1080)
"""Larger pictures are enlarged while they are painted: nobody sees more, and memory is bounded."""


@dataclass(frozen=True)
class FilmFacts:
    """What a decoder has found out of a film."""

    width: int
    height: int
    milliseconds: int
    sounds: bool


@dataclass(frozen=True)
class _WaitingPicture:
    slot: int
    at: int
    stride: int
    width: int
    height: int


class Decoder(QObject):
    """Has one film decoded in pictures of at most the size of a room, in pixels.

    Whatever becomes of the process is told once: `failed` with a reason.
    """

    opened = Signal()
    failed = Signal(str)
    unheard = Signal(str)
    """Why its sound can't be heard; its pictures go on."""

    def __init__(self, file: Path, size: QSize, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = FrameStore(
            min(_MOST_SIDE[0], max(2, size.width())), min(_MOST_SIDE[1], max(2, size.height()))
        )
        self._process = DecoderProcess(file, self._room)
        self._notifier: QSocketNotifier | None = None
        self._told = b""
        self._waiting: deque[_WaitingPicture] = deque()
        self._shown: _WaitingPicture | None = None
        self._image = QImage()
        self._serial = 0
        self._now = 0
        """The millisecond that was asked for last: pictures long before it are passed over."""
        self._is_over = False
        """Whether all pictures have come."""
        self._awaits_first = True
        """Whether no picture is shown yet of where the film begins or was wound to."""
        self._is_closed = False
        self._first_order: tuple[int, int] | None = None
        self.facts: FilmFacts | None = None
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)

    def begin(self, at: int = 0) -> None:
        """Start to decode, from a millisecond on."""
        if at:
            # What comes before the decoder hears of it is of the beginning.
            self._serial += 1
            self._now = at
            self._first_order = (at, self._serial)
        self._jobs.ask("start", self._process.start)

    @property
    def image(self) -> QImage:
        """The picture on show; null before the first.  It stays as it is until `advance`."""
        return self._image

    @property
    def is_stale(self) -> bool:
        """Whether there is still to come a first picture of where the film was wound to."""
        return self._awaits_first

    @property
    def shown_at(self) -> int:
        """The millisecond to which the picture on show belongs."""
        return 0 if self._shown is None else self._shown.at

    @property
    def has_picture_waiting(self) -> bool:
        """Whether there is a picture that has not been shown."""
        return bool(self._waiting)

    @property
    def is_over(self) -> bool:
        """Whether the last picture is shown."""
        return self._is_over and not self._waiting

    def advance(self, now: int) -> bool:
        """Show the latest picture that is due at this millisecond; whether it is another one."""
        is_other = False
        self._now = now
        while self._waiting and (self._waiting[0].at <= now or self._awaits_first):
            self._show(self._waiting.popleft())
            is_other = True
        return is_other

    def wind(self, to: int) -> None:
        """Go on from another millisecond; what is shown stays until there is a picture of it."""
        self._serial += 1
        self._now = to
        self._is_over = False
        self._awaits_first = True
        while self._waiting:
            self._give_back(self._waiting.popleft().slot)
        self._order(wind=to, serial=self._serial)

    def sound(self, at: int, since: float, command: Sequence[str], loudness: float) -> None:
        """Be heard from a millisecond that was shown at a moment of the monotonic clock.

        `loudness` is at most 1: nothing is louder than it was recorded.
        """
        order = {"at": at, "since": since, "command": list(command), "loudness": loudness}
        self._order(sound=order)

    def set_loudness(self, loudness: float) -> None:
        """Be louder or quieter from now on."""
        self._order(loudness=loudness)

    def hush(self) -> None:
        """Be silent."""
        self._order(hush=True)

    @property
    def process(self) -> DecoderProcess:
        """What decodes; whoever closes this has it buried."""
        return self._process

    def close(self) -> None:
        """End the decoder.  The picture that was shown stays, as a copy."""
        if self._is_closed:
            return
        self._is_closed = True
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        self._image = self._image.copy()
        self._waiting.clear()
        self._process.close()
        self._jobs.cancel("start")

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if self._is_closed:
            return
        if answer.error is not None:
            self._fail(f"can't be opened: {answer.error}")
            return
        self._notifier = QSocketNotifier(self._process.told, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._listen)
        if self._first_order is not None:
            to, serial = self._first_order
            self._order(wind=to, serial=serial)

    @Slot()
    def _listen(self) -> None:
        """Read what the decoder has told since."""
        if self._is_closed:
            return
        try:
            piece = os.read(self._process.told, _PIECE_BYTES)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self._fail("its decoder has ended")
            return
        *lines, self._told = (self._told + piece).split(b"\n")
        try:
            for line in lines:
                self._hear(json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self._fail("its decoder tells nonsense")
            return
        if len(self._told) > _LONGEST_LINE_BYTES:
            self._fail("its decoder tells nonsense")

    def _hear(self, told: dict[str, Any]) -> None:
        if self._is_closed:
            return
        if "frame" in told:
            self._take_frame(**told["frame"])
        elif "opened" in told:
            facts = FilmFacts(**told["opened"])
            if not (0 <= facts.width <= self._room.width and facts.height >= 0):
                raise ValueError
            if facts.height > self._room.height:
                raise ValueError
            self.facts = facts
            self.opened.emit()
        elif told.get("ended") == self._serial:
            self._is_over = True
        elif "unheard" in told:
            self.unheard.emit(str(told["unheard"])[:200])
        elif "failed" in told:
            self._fail(str(told["failed"])[:200])

    def _take_frame(self, slot: int, serial: int, at: int, **shape: int) -> None:
        stride, width, height = (int(shape[key]) for key in ("stride", "width", "height"))
        fits = width > 0 and height > 0 and width * 4 <= stride
        fits = fits and stride * height <= self._room.slot_bytes
        if self.facts is None or not fits or not 0 <= slot < self._room.slots:
            raise ValueError
        if serial != self._serial:
            self._give_back(slot)
            return
        self._waiting.append(_WaitingPicture(slot, int(at), stride, width, height))

    def _give_back(self, slot: int) -> None:
        self._order(free=slot, now=self._now)

    def _show(self, frame: _WaitingPicture) -> None:
        before, self._shown = self._shown, frame
        self._awaits_first = False
        assert self._process.memory is not None
        start = frame.slot * self._room.slot_bytes
        picture = memoryview(self._process.memory)[start : start + frame.stride * frame.height]
        size = (frame.width, frame.height)
        self._image = QImage(picture, *size, frame.stride, QImage.Format.Format_RGB32)
        if before is not None:
            self._give_back(before.slot)

    def _order(self, **order: object) -> None:
        if not self._is_closed:
            self._process.order(json.dumps(order).encode() + b"\n")

    def _fail(self, reason: str) -> None:
        if not self._is_closed:
            self.close()
            self.failed.emit(reason)
