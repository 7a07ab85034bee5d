"""What is heard of a film, in its decoder's process: given to a program of the system in time."""

from __future__ import annotations

import os
import select
import subprocess
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.film.failures import in_words
from kiosk.film.film_source import opened, sound_stream
from kiosk.speech.sound import louder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

RATE, CHANNELS = 48_000, 2
_FRAME_BYTES = 2 * CHANNELS
_PIECE_BYTES = RATE // 50 * _FRAME_BYTES
_AHEAD_SECONDS = 0.05
"""So long after the first samples are given they are heard."""
_MOST_AHEAD_SECONDS = 0.3
_LOOK_SECONDS = 0.05


@dataclass
class _Playing:
    """One time that sound is heard: from where, and whether it is still wanted."""

    at: int
    since: float
    command: Sequence[str]
    is_wanted: bool = True

    @property
    def now(self) -> float:
        """The second of the film that is shown at the moment."""
        return self.at / 1000 + time.monotonic() - self.since

    def await_turn(self, begins: float) -> None:
        """Wait until what begins then is about to be heard: some programs would take it all."""
        while self.is_wanted and begins - self.now > _MOST_AHEAD_SECONDS:
            time.sleep(_LOOK_SECONDS)


class FilmSound:
    """Plays the sound of a film beside its pictures, from a second reading of the same file."""

    def __init__(self, film: int, demuxer: str, tell: Callable[..., None], origin: int = 0) -> None:
        """`origin` is the millisecond that the film's own clock shows at its beginning."""
        self._film, self._demuxer, self._tell = film, demuxer, tell
        self._origin, self._loudness = origin, 1.0
        self._playing: _Playing | None = None
        self._thread: threading.Thread | None = None

    def play(self, at: int, since: float, command: Sequence[str], loudness: float) -> None:
        """Be heard from the millisecond `at`, which was shown at the moment `since`."""
        self.hush()
        self.set_loudness(loudness)
        self._playing = _Playing(at, since, command)
        self._thread = threading.Thread(target=self._play, args=(self._playing,), daemon=True)
        self._thread.start()

    def set_loudness(self, loudness: float) -> None:
        """Be louder or quieter from now on; 1 is as it was recorded."""
        self._loudness = min(max(float(loudness), 0.0), 1.0)

    def hush(self) -> None:
        """Be silent at once."""
        if self._playing is not None:
            self._playing.is_wanted = False
        if self._thread is not None:
            self._thread.join(2.0)
        self._playing = self._thread = None

    def _play(self, playing: _Playing) -> None:
        try:
            program = subprocess.Popen(
                playing.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            self._tell(unheard=f"{playing.command[0]} does not start: {error.strerror}")
            return
        try:
            self._feed(program, playing)
        except Exception as failure:
            if playing.is_wanted:
                self._tell(unheard=str(in_words(failure)))
        finally:
            if not playing.is_wanted:
                program.kill()
            assert program.stdin is not None
            with suppress(OSError):
                program.stdin.close()
            program.wait()

    def _feed(self, program: subprocess.Popen[bytes], playing: _Playing) -> None:
        import av

        container = opened(self._film, self._demuxer)
        stream = sound_stream(container)
        if stream is None:
            return
        resampler = av.AudioResampler(format="s16", layout="stereo", rate=RATE)
        if playing.at:
            container.seek((playing.at + self._origin) * 1000)
        has_begun = False
        for frame in container.decode(stream):
            begins = (frame.time or 0.0) - self._origin / 1000
            for part in resampler.resample(frame):
                samples = bytes(part.planes[0])[: part.samples * _FRAME_BYTES]
                if not has_begun:
                    samples = samples[self._passed(begins, playing) :]
                    has_begun = bool(samples)
                playing.await_turn(begins)
                if not self._give(program, samples, playing):
                    return
                begins += part.samples / RATE

    def _passed(self, begins: float, playing: _Playing) -> int:
        """How many bytes of what begins there were to be heard before this moment."""
        due = playing.now + _AHEAD_SECONDS
        return max(0, round((due - begins) * RATE)) * _FRAME_BYTES

    def _give(self, program: subprocess.Popen[bytes], samples: bytes, playing: _Playing) -> bool:
        """Give it to the program, as fast as that takes it; false once nobody wants it."""
        assert program.stdin is not None
        pipe = program.stdin.fileno()
        os.set_blocking(pipe, False)
        for start in range(0, len(samples), _PIECE_BYTES):
            piece, loudness = samples[start : start + _PIECE_BYTES], self._loudness
            left = memoryview(piece if loudness >= 1 else louder(piece, loudness))
            while left:
                if not playing.is_wanted:
                    return False
                select.select([], [pipe], [], _LOOK_SECONDS)
                with suppress(BlockingIOError):
                    left = left[os.write(pipe, left) :]
        return True
