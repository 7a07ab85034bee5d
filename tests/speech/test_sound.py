"""Sound: which WAVs are taken, and speech at other rates keeps its pitch."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from kiosk.speech.sound import NotSound, Sound, louder, read_wav, wav_of
from kiosk.speech.stretching import stretched
from tests.speech.engines import tone

RATES = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)


def pitch(sound: Sound) -> float:
    """The strongest note of a sound, in hertz."""
    samples = np.frombuffer(sound.samples, "<i2").astype(float)
    strength = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(strength)) * sound.rate / len(samples)


def test_a_wav_is_read_as_it_was_written() -> None:
    sound = tone(0.3)
    assert read_wav(wav_of(sound)) == sound


def test_lengths_that_a_pipe_could_not_know_are_not_believed() -> None:
    """espeak-ng writes the largest number there is in place of both lengths."""
    sound = tone(0.1)
    wav = bytearray(wav_of(sound))
    wav[4:8] = wav[40:44] = struct.pack("<I", 0x7FFFFFFF)
    assert read_wav(bytes(wav)) == sound


def test_two_channels_become_one() -> None:
    pairs = struct.pack("<8h", 1000, 3000, -1000, -3000, 0, 10, 20, 20)
    wav = bytearray(wav_of(Sound(pairs, 16_000)))
    wav[22:24], wav[32:34] = struct.pack("<H", 2), struct.pack("<H", 4)
    assert struct.unpack("<4h", read_wav(bytes(wav)).samples) == (2000, -2000, 5, 20)


@pytest.mark.parametrize(
    ("wav", "reason"),
    [
        (b"", "empty"),
        (b"ID3\x04 something else", "no WAV"),
        (wav_of(tone(0.1))[:30], "without samples"),
        (wav_of(Sound(bytes(4_000), 8_000)), "nothing can be heard"),
        (wav_of(Sound(b"\1\0" * 8_000 * 121, 8_000)), "longer than 120 seconds"),
        (wav_of(Sound(b"\1\0" * 50, 4)), "4 samples a second"),
    ],
)
def test_what_can_not_be_played_is_told(wav: bytes, reason: str) -> None:
    with pytest.raises(NotSound, match=reason):
        read_wav(wav)


@pytest.mark.parametrize("rate", RATES)
def test_slower_and_faster_keep_the_pitch(rate: float) -> None:
    sound = tone(2.0, 180.0, 22_050)
    other = stretched(sound, rate)
    assert other.seconds == pytest.approx(sound.seconds / rate, abs=0.1)
    assert pitch(other) == pytest.approx(180.0, abs=3.0)


def test_what_is_too_short_to_be_stretched_stays() -> None:
    sound = tone(0.02)
    assert stretched(sound, 2.0) == sound


def test_quieter_is_quieter_and_clips_nothing() -> None:
    samples = struct.pack("<3h", 32767, -32768, 100)
    assert struct.unpack("<3h", louder(samples, 0.5)) == (16383, -16384, 50)
