"""Where sound goes: a program of the system is given samples, and ended to be silent at once.

Nothing of sound is loaded into the exhibit (decision 024).
"""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.jobs import Cancelled, is_wanted
from kiosk.speech.bounded_process import end_all
from kiosk.speech.headphones import headphones_in
from kiosk.speech.muting import HOUSE, Muting
from kiosk.speech.sound import louder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.speech.sound import Sound

NOT_WANTED = "sound.output is off"
NO_PROGRAM = "there is neither aplay (alsa-utils) nor a sound server with paplay"
NO_SOCKET = "no socket tells whether headphones are in: name one as sound.device"
NO_HEADPHONES = "no headphones are plugged in"
"""Why nothing may be heard."""
_PIECE_SECONDS = 0.02
_WAITING_SECONDS = 0.15
"""So much sound the program and the system hold: louder and quieter are heard after it."""
_ENDING_SECONDS = 0.6
"""After the last sample was given, whatever was held has been heard."""
_PIPE_BYTES = 4096
_LOOK_SECONDS = 0.2
"""How often it is looked whether headphones are still in."""
_PATIENCE_SECONDS = 10.0
"""So long a program may take no sound before it is given up."""
_SET_PIPE_SIZE = 1031
"""F_SETPIPE_SZ of fcntl.h, which Python has on Linux alone."""


class NotPlayed(Exception):
    """Sound that can't be heard; its text says why.

    `is_for_all` is whether the next sentence can't be heard either.
    """

    def __init__(self, reason: str, *, is_for_all: bool = True) -> None:
        self.is_for_all = is_for_all
        super().__init__(reason)


@dataclass
class Sounding:
    """What both threads know of the sound that is heard: written by either, a number at a time."""

    volume: float = 1.0
    heard_seconds: float = 0.0
    """How much of the sentence has been heard, at its own rate."""
    headphones: bool | None = None
    """Whether headphones are in, as a keypad tells; None where none does."""


@dataclass(frozen=True)
class SoundOutput:
    """The program that plays, and whether anything may be heard.

    `wanted` is `headphones`, `loudspeaker` or `off`.  A `device` that is named leads to headphones;
    without one, what is plugged in is asked, and nothing is played where nobody can tell.
    """

    wanted: str = "headphones"
    device: str = ""
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    plugged_in: Callable[[], bool | None] = headphones_in
    loudest: float = 1.0
    """How loud anything may be in this house, of what was recorded."""
    muting: Muting = HOUSE
    """Whether anything may be loud at the moment."""

    @property
    def loudest_now(self) -> float:
        """The same at the moment: nothing while the house is silent."""
        return 0.0 if self.muting.is_on else self.loudest

    @property
    def program(self) -> str:
        """The name of the program that plays: that of a sound server where one runs; or nothing."""
        path = self.environment.get("PATH")
        if self._has_server and not self.device and shutil.which("paplay", path=path):
            return "paplay"
        return "aplay" if shutil.which("aplay", path=path) else ""

    @property
    def _has_server(self) -> bool:
        folder = self.environment.get("XDG_RUNTIME_DIR")
        socket = Path(folder, "pulse", "native") if folder else None
        return "PULSE_SERVER" in self.environment or (socket is not None and socket.exists())

    def refusal(self, told: bool | None = None) -> str:
        """Why nothing may be heard now; empty where it may.  `told` is what a keypad says."""
        if self.wanted == "off":
            return NOT_WANTED
        if not self.program:
            return NO_PROGRAM
        if self.wanted == "loudspeaker":
            return ""
        if told is None and self.device:
            return ""
        is_in = self.plugged_in() if told is None else told
        if is_in is None:
            return NO_SOCKET
        return "" if is_in else NO_HEADPHONES

    @property
    def is_possible(self) -> bool:
        """Whether something could be heard once headphones are plugged in."""
        refusal = self.refusal(True if self.plugged_in() is not None else None)
        return not refusal

    def arguments(self, rate: int, channels: int = 1) -> tuple[str, ...]:
        """The command that plays samples of that rate from its input."""
        if self.program == "paplay":
            latency = f"--latency-msec={_WAITING_SECONDS * 1000:.0f}"
            layout = (f"--channels={channels}", f"--rate={rate}")
            return ("paplay", "--raw", "--format=s16le", *layout, latency)
        named = ("-D", self.device) if self.device else ()
        buffer = f"--buffer-time={_WAITING_SECONDS * 1e6:.0f}"
        raw = ("-t", "raw", "-f", "S16_LE", "-c", str(channels), "-r", str(rate), buffer)
        return ("aplay", "-q", *raw, *named, "-")

    def play(self, sound: Sound, sounding: Sounding, rate: float = 1.0) -> None:
        """Have it heard, and wait until it has been; a work of a job.

        `rate` is how much faster it is than the sentence was.  Raises NotPlayed, and Cancelled once
        nobody wants it: then it is silent at once.
        """
        refusal = self.refusal(sounding.headphones)
        if refusal:
            raise NotPlayed(refusal)
        try:
            child = subprocess.Popen(
                self.arguments(sound.rate),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=dict(self.environment),
                start_new_session=True,
            )
        except OSError as error:
            raise NotPlayed(f"{self.program} does not start: {error.strerror}") from None
        try:
            self._feed(child, sound, sounding, rate)
        finally:
            end_all(child)

    def _feed(
        self, child: subprocess.Popen[bytes], sound: Sound, sounding: Sounding, rate: float
    ) -> None:
        assert child.stdin is not None
        pipe = child.stdin.fileno()
        _make_small(pipe)
        os.set_blocking(pipe, False)
        piece = round(sound.rate * _PIECE_SECONDS) * 2
        began, due_look = sounding.heard_seconds, time.monotonic() + _LOOK_SECONDS
        for start in range(0, len(sound.samples), piece):
            if time.monotonic() >= due_look:
                due_look = time.monotonic() + _LOOK_SECONDS
                refusal = self.refusal(sounding.headphones)
                if refusal:
                    raise NotPlayed(refusal)
            part = sound.samples[start : start + piece]
            self._give(child, pipe, louder(part, self._limited(sounding)))
            given = (start + len(part)) / 2 / sound.rate
            sounding.heard_seconds = began + max(0.0, given - _WAITING_SECONDS) * rate
        child.stdin.close()
        self._await(child)

    def _limited(self, sounding: Sounding) -> float:
        return min(1.0, sounding.volume) * self.loudest_now

    def _give(self, child: subprocess.Popen[bytes], pipe: int, samples: bytes) -> None:
        left = memoryview(samples)
        until = time.monotonic() + _PATIENCE_SECONDS
        while left:
            if not is_wanted():
                raise Cancelled
            if time.monotonic() > until:
                raise NotPlayed(f"{self.program} takes no sound")
            select.select([], [pipe], [], _PIECE_SECONDS)
            try:
                left = left[os.write(pipe, left) :]
            except BlockingIOError:
                continue
            except OSError:
                raise NotPlayed(f"{self.program} {_how_it_ended(child)}") from None

    def _await(self, child: subprocess.Popen[bytes]) -> None:
        """Wait until what it holds has been heard; some sound servers end a program much later."""
        until = time.monotonic() + _ENDING_SECONDS
        while child.poll() is None:
            if not is_wanted():
                raise Cancelled
            if time.monotonic() > until:
                return
            time.sleep(_PIECE_SECONDS)
        if child.returncode != 0:
            raise NotPlayed(f"{self.program} has ended with {child.returncode}")


def _how_it_ended(child: subprocess.Popen[bytes]) -> str:
    try:
        return f"has ended with {child.wait(_ENDING_SECONDS)}"
    except subprocess.TimeoutExpired:
        return "takes no more sound"


def _make_small(pipe: int) -> None:
    """Have the pipe hold a tenth of a second: a usual one holds more than a second of speech."""
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.fcntl(pipe, _SET_PIPE_SIZE, _PIPE_BYTES)
