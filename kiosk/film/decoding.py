"""Decodes one film, in a process that may end in any way without harm to the exhibit.

That process runs this module.  It is given descriptors, the film's and that of memory which it
shares with the exhibit, and no name of any file.  Orders come as lines of JSON on its input, and
what it has done is told so on its output; pictures go through the memory, a few ahead.
"""

from __future__ import annotations

import json
import mmap
import os
import select
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kiosk.film.failures import NotPlayable, in_words
from kiosk.film.film_source import (
    begins_at,
    check_size,
    milliseconds,
    opened,
    picture_stream,
    sound_stream,
)
from kiosk.film.frame_store import FrameStore, fitted

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEMORY_BYTES = 2 * 2**30
"""Of addresses, of which FFmpeg's threads take most; a film of the largest size needs a fifth."""
_MOST_ERRORS = 50
_LATE_MS = 250
"""Pictures that are so late are passed over while later ones follow."""
_MOST_PASSED = 12
_WINDING_SECONDS = 1.5
"""Who winds a film waits no longer: where whole pictures are far apart it goes on before that."""
_FRAME_MS = 40
"""Between two pictures that don't say when they are to be seen."""
_LINE_BYTES = 65_536


@dataclass
class _Decoding:
    film: int
    demuxer: str
    has_picture: bool
    room: FrameStore
    memory: mmap.mmap
    free: list[int] = field(default_factory=list)
    serial: int = 0
    now: int = 0
    begin: int = 0
    """Pictures before this moment are decoded and not shown: the film was wound there."""
    wound: float = 0.0
    """When that was, by the monotonic clock."""
    origin: int = 0
    """What the film's own clock shows at its beginning."""
    at: int = 0
    """The moment of the picture that was decoded last."""
    given: int = 0
    errors: int = 0
    passed: int = 0
    orders: bytes = b""
    frames: Iterator[Any] | None = None

    def run(self) -> None:
        """Tell what the film is, and go on until the input ends."""
        self.container = opened(self.film, self.demuxer)
        heard = None
        try:
            heard = sound_stream(self.container)
        except NotPlayable as failure:
            if not self.has_picture:
                raise
            _tell(unheard=str(failure))
        self.origin = begins_at(self.container)
        size = (0, 0)
        if self.has_picture:
            self.stream = picture_stream(self.container)
            self.stream.thread_type = "AUTO"
            self.stream.codec_context.thread_count = 2
            context = self.stream.codec_context
            size = self._fitted(context.width, context.height)
        elif heard is None:
            raise NotPlayable("has nothing to be heard")
        _tell(
            opened={
                "width": size[0],
                "height": size[1],
                "milliseconds": milliseconds(self.container),
                "sounds": heard is not None,
            }
        )
        self.free = list(range(self.room.slots)) if self.has_picture else []
        from kiosk.film.film_sound import FilmSound

        self.sound = FilmSound(self.film, self.demuxer, _tell, self.origin)
        self._wind(0, 0)
        while self._take_orders(wait=not self.free or self.frames is None):
            if self.free and self.frames is not None:
                self._give_next()
        self.sound.hush()

    def _fitted(self, width: int, height: int, *, is_lying: bool = False) -> tuple[int, int]:
        """How large pictures of that size are given; their pixels need not be square.

        One that `is_lying` is to be turned by a quarter after, and fits then.
        """
        ratio = self.stream.sample_aspect_ratio
        wide = width * float(ratio) if ratio else float(width)
        room = self.room.width, self.room.height
        return fitted((wide, height), room[::-1] if is_lying else room)

    def _take_orders(self, *, wait: bool) -> bool:
        """Do what was ordered; false once nobody orders any more."""
        while select.select([0], [], [], None if wait else 0.0)[0]:
            piece = os.read(0, _LINE_BYTES)
            if not piece:
                return False
            *lines, self.orders = (self.orders + piece).split(b"\n")
            for line in lines:
                self._obey(json.loads(line))
            wait = False
        return True

    def _obey(self, order: dict[str, Any]) -> None:
        if "free" in order:
            self.free.append(order["free"])
            self.now = order["now"]
        elif "wind" in order:
            self._wind(order["wind"], order["serial"])
        elif "sound" in order:
            self.sound.play(**order["sound"])
        elif "loudness" in order:
            self.sound.set_loudness(order["loudness"])
        elif "hush" in order:
            self.sound.hush()

    def _wind(self, to: int, serial: int) -> None:
        self.serial, self.begin, self.now = serial, to, to
        self.wound, self.at = time.monotonic(), to - _FRAME_MS
        if self.has_picture:
            if to or self.given:
                self.container.seek((to + self.origin) * 1000)
            self.frames = self.container.decode(self.stream)

    def _give_next(self) -> None:
        """Put the next picture that is to be seen into a free place."""
        import av

        try:
            frame = next(self.frames or iter(()), None)
        except av.error.FFmpegError:
            self.errors += 1
            if self.errors > _MOST_ERRORS:
                raise
            self.frames = self.container.decode(self.stream)
            return
        if frame is None:
            self.frames = None
            _tell(ended=self.serial)
            return
        check_size(frame.width, frame.height)
        at = self._moment(frame)
        is_early = at < self.begin - 1 and time.monotonic() < self.wound + _WINDING_SECONDS
        is_late = at < self.now - _LATE_MS and self.passed < _MOST_PASSED
        if is_early or is_late:
            self.passed += is_late
            return
        self.passed = 0
        picture, stride, size = self._upright(frame)
        slot = self.free.pop(0)
        start = slot * self.room.slot_bytes
        self.memory[start : start + len(picture)] = picture
        self.given += 1
        shape = {"stride": stride, "width": size[0], "height": size[1]}
        _tell(frame={"slot": slot, "serial": self.serial, "at": at, **shape})

    def _upright(self, frame: Any) -> tuple[memoryview, int, tuple[int, int]]:
        """The bytes of a picture as large as it is given, those of each line, and its size.

        Telephones write films lying, with a note by how many quarters they are to be turned.
        """
        quarters = round(frame.rotation / 90) % 4
        width, height = self._fitted(frame.width, frame.height, is_lying=bool(quarters % 2))
        plane = frame.reformat(width=width, height=height, format="bgra").planes[0]
        if not quarters:
            return memoryview(plane), plane.line_size, (width, height)
        import numpy as np

        lines = np.frombuffer(plane, np.uint32).reshape(height, -1)[:, :width]
        turned = np.rot90(lines, quarters)
        high, wide = turned.shape
        return memoryview(turned.tobytes()), wide * 4, (wide, high)

    def _moment(self, frame: Any) -> int:
        """The millisecond at which a picture is to be seen."""
        if frame.time is None:
            self.at += _FRAME_MS
        else:
            self.at = round(frame.time * 1000) - self.origin
        return self.at


def _tell(**told: object) -> None:
    """Write one line; nobody reads it any more where the exhibit has closed the film."""
    with suppress(BrokenPipeError):
        os.write(1, json.dumps(told).encode() + b"\n")


def limit_itself() -> None:
    """Have little memory, and less of the processor than the exhibit."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        os.nice(5)


def main() -> None:
    """Decode the film of the descriptors on the command line."""
    film, memory, demuxer, has_picture, *numbers = sys.argv[1:]
    limit_itself()
    room = FrameStore(*map(int, numbers))
    shared = mmap.mmap(int(memory), room.bytes)
    try:
        _Decoding(int(film), demuxer, has_picture == "1", room, shared).run()
    except Exception as failure:
        _tell(failed=str(in_words(failure)))


if __name__ == "__main__":
    main()
