"""One sound at the left, then one at the right: whether headphones are wired as they should be."""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING, Literal

from kiosk.speech.bounded_process import ProgramFailed, answer_of
from kiosk.speech.output import NotPlayed
from kiosk.speech.sound import Sound

if TYPE_CHECKING:
    from kiosk.speech.output import SoundOutput

Side = Literal["left", "right"]
_PLACES: dict[Side, int] = {"left": 0, "right": 1}
_PATIENCE_SECONDS = 20.0
_ANSWER_BYTES = 4096
_TONE_RATE, _TONE_SECONDS, _TONE_LOUDNESS = 16_000, 0.5, 0.25


def tone(hertz: float) -> Sound:
    """A note of half a second, for a machine without an engine."""
    loudest = 32_767 * _TONE_LOUDNESS
    step = 2 * math.pi * hertz / _TONE_RATE
    count = round(_TONE_RATE * _TONE_SECONDS)
    samples = (round(loudest * math.sin(step * each)) for each in range(count))
    return Sound(b"".join(struct.pack("<h", each) for each in samples), _TONE_RATE)


def play_sides(
    output: SoundOutput, left: Sound, right: Sound, *, headphones: bool | None = None
) -> None:
    """Have one heard at the left alone, then the other at the right alone, and wait for both.

    `headphones` is what a keypad tells of its socket.  Raises NotPlayed.
    """
    play_side(output, left, "left", headphones=headphones)
    play_side(output, right, "right", headphones=headphones)


def play_side(
    output: SoundOutput, sound: Sound, side: Side, *, headphones: bool | None = None
) -> None:
    """Have it heard at one side alone, and wait for it; raises NotPlayed."""
    refusal = output.refusal(headphones)
    if refusal:
        raise NotPlayed(refusal)
    try:
        answer_of(
            output.arguments(sound.rate, channels=2),
            _at_side(sound, _PLACES[side]),
            seconds=_PATIENCE_SECONDS,
            limit=_ANSWER_BYTES,
            environment=output.environment,
        )
    except ProgramFailed as failure:
        raise NotPlayed(str(failure)) from None


def _at_side(sound: Sound, place: int) -> bytes:
    """The samples of both channels, of which the other one is silent."""
    both = bytearray(2 * len(sound.samples))
    both[2 * place :: 4] = sound.samples[::2]
    both[2 * place + 1 :: 4] = sound.samples[1::2]
    return bytes(both)
