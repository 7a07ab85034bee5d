"""Small films, made with the library that plays them, where the extra `media` is there."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np

from tests.tools import do_without

if TYPE_CHECKING:
    from pathlib import Path

SIZE = (160, 90)
FPS = 25


class Program:
    """Where sound goes: a program that writes what it is given into a file."""

    wanted = "loudspeaker"
    is_possible = True
    loudest = 1.0

    @property
    def loudest_now(self) -> float:
        return self.loudest

    def __init__(self, file: Path) -> None:
        self.file = file

    def refusal(self, told: bool | None = None) -> str:
        return ""

    def arguments(self, rate: int, channels: int = 1) -> tuple[str, ...]:
        write = f"open({str(self.file)!r}, 'ab', 0).write(piece)"
        code = f"import os\nwhile piece := os.read(0, 4096): {write}"
        return (sys.executable, "-c", code)


def needs_media() -> None:
    """Skip the test, or fail it in an automatic build, where films can't be played."""
    if find_spec("av") is None:
        do_without("not installed: av, of the extra `media`")


def write_film(
    file: Path,
    *,
    seconds: float = 2.0,
    codec: str = "mpeg4",
    sound: str | None = "aac",
    size: tuple[int, int] = SIZE,
    apart: int | None = None,
    upright: bool = False,
) -> None:
    """A film that becomes brighter from black to white, with a tone.

    Whole pictures are so many pictures `apart`.  One that is `upright` is written as a telephone
    does: lying, with a note to turn it by a quarter clockwise; its right half is white.
    """
    import av

    with av.open(str(file), "w") as container:
        frames = round(seconds * FPS)
        stream = container.add_stream(codec, rate=FPS)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        if upright:
            stream.set_display_matrix([0, 2**16, 0, -(2**16), 0, 0, 0, 0, 2**30])
        if apart is not None:
            stream.codec_context.gop_size = apart
        heard = container.add_stream(sound, rate=48_000, layout="mono") if sound else None
        for number in range(frames):
            light = round(255 * number / max(1, frames - 1))
            picture = np.full((size[1], size[0], 3), light, np.uint8)
            if upright:
                picture[:, size[0] // 2 :] = 255
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)
        if heard is not None:
            _mux_tone(container, heard, seconds)


def write_sound(file: Path, *, seconds: float = 2.0, codec: str = "pcm_s16le") -> None:
    """A recording of a tone."""
    import av

    with av.open(str(file), "w") as container:
        _mux_tone(container, container.add_stream(codec, rate=48_000, layout="mono"), seconds)


def _mux_tone(container: object, stream: object, seconds: float) -> None:
    import av

    count = round(seconds * 48_000)
    tone = (np.sin(2 * np.pi * 440 * np.arange(count) / 48_000) * 8_000).astype(np.int16)
    for start in range(0, count, 1_024):
        part = tone[None, start : start + 1_024]
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(part), format="s16", layout="mono")
        frame.sample_rate, frame.pts = 48_000, start
        for packet in stream.encode(frame):  # type: ignore[attr-defined]
            container.mux(packet)  # type: ignore[attr-defined]
    for packet in stream.encode(None):  # type: ignore[attr-defined]
        container.mux(packet)  # type: ignore[attr-defined]
