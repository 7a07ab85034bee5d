"""Sound as the speaker plays it: one channel of 16-bit samples."""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass

WAV_LIMIT_BYTES = 32 * 1024 * 1024
LONGEST_SECONDS = 120.0
"""A sentence takes no longer, at half speed neither; what does was recorded by mistake."""
_RATES = range(8_000, 96_001)
_PCM, _EXTENSIBLE = 1, 0xFFFE


class NotSound(Exception):
    """Bytes that are no sound that can be played; its text says why in a few words."""


@dataclass(frozen=True)
class Sound:
    """Samples of 16 bits, little-endian, one channel, so many a second."""

    samples: bytes
    rate: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / 2 / self.rate


def read_wav(content: bytes) -> Sound:
    """The sound of a WAV of 16 bits with one channel or two; raises NotSound.

    Engines that write to a pipe don't know how long it will be, so no length in it is believed.
    """
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE":
        raise NotSound("it is no WAV" if content else "it is empty")
    layout: tuple[int, ...] | None = None
    at = 12
    while at + 8 <= len(content):
        name, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        at += 8
        if name == b"fmt " and at + 16 <= len(content):
            layout = struct.unpack_from("<HHIIHH", content, at)
        elif name == b"data":
            if layout is None:
                break
            return _sound(content[at : at + size], *layout)
        at += size + size % 2
    raise NotSound("it is a WAV without samples")


def _sound(
    samples: bytes, kind: int, channels: int, rate: int, _bytes: int, _frame: int, bits: int
) -> Sound:
    if kind not in (_PCM, _EXTENSIBLE) or bits != 16 or channels not in (1, 2):
        raise NotSound(f"it has {channels} channels of {bits} bits: write one channel of 16 bits")
    if rate not in _RATES:
        raise NotSound(f"it has {rate:,} samples a second")
    whole = samples[: len(samples) // (2 * channels) * 2 * channels]
    if channels == 2:
        whole = _mixed(whole)
    sound = Sound(whole, rate)
    if not any(whole):
        raise NotSound("nothing can be heard in it")
    if sound.seconds > LONGEST_SECONDS:
        raise NotSound(f"it lasts longer than {LONGEST_SECONDS:g} seconds")
    return sound


def _mixed(samples: bytes) -> bytes:
    """Two channels as one."""
    # Late: a second of sound needs it, and nothing else of the room.
    import numpy as np

    pairs = np.frombuffer(samples, "<i2").reshape(-1, 2).astype(np.int32)
    mixed: bytes = (pairs.sum(axis=1) // 2).astype("<i2").tobytes()
    return mixed


def wav_of(sound: Sound) -> bytes:
    """The sound as a WAV."""
    head = struct.pack("<HHIIHH", _PCM, 1, sound.rate, sound.rate * 2, 2, 16)
    length = len(sound.samples)
    return b"".join(
        (
            b"RIFF" + struct.pack("<I", 36 + length) + b"WAVE",
            b"fmt " + struct.pack("<I", 16) + head,
            b"data" + struct.pack("<I", length) + sound.samples,
        )
    )


def louder(samples: bytes, factor: float) -> bytes:
    """The samples, louder or quieter by this factor of at most 1."""
    import array

    values = array.array("h", samples)
    if sys.byteorder == "big":
        values.byteswap()
    scaled = array.array("h", (int(value * factor) for value in values))
    if sys.byteorder == "big":
        scaled.byteswap()
    return scaled.tobytes()
