"""Sound as it is kept: Opus where an encoder is at hand, else the WAV as it is."""

from __future__ import annotations

import shutil

from kiosk.speech.bounded_process import ProgramFailed, answer_of
from kiosk.speech.sound import WAV_LIMIT_BYTES, NotSound, Sound, read_wav, wav_of

_FFMPEG = ("ffmpeg", "-nostdin", "-v", "error", "-i", "pipe:0")
_ENCODERS = (
    ("opusenc", "--quiet", "--bitrate", "16", "--padding", "0", "--serial", "1", "-", "-"),
    (*_FFMPEG, "-ac", "1", "-c:a", "libopus", "-b:a", "16k", "-f", "opus", "pipe:1"),
)
"""16 kbit a second is enough for one person who speaks: a sentence of five seconds has 12 kB."""
_DECODERS = (
    ("opusdec", "--quiet", "--force-wav", "-", "-"),
    (*_FFMPEG, "-ac", "1", "-c:a", "pcm_s16le", "-f", "wav", "pipe:1"),
)
_PATIENCE_SECONDS = 30.0


def encoder() -> tuple[str, ...] | None:
    """The command that makes Opus of a WAV; None where there is none."""
    return next((each for each in _ENCODERS if shutil.which(each[0])), None)


def decoder() -> tuple[str, ...] | None:
    """The command that makes a WAV of Opus; None where there is none."""
    return next((each for each in _DECODERS if shutil.which(each[0])), None)


def encoded(sound: Sound) -> tuple[str, bytes]:
    """The file of a sound: its ending and its bytes."""
    command, wav = encoder(), wav_of(sound)
    if command is not None:
        try:
            return ".opus", answer_of(
                command, wav, seconds=_PATIENCE_SECONDS, limit=WAV_LIMIT_BYTES
            )
        except ProgramFailed:
            # An ffmpeg that was built without Opus: a WAV is larger, and is heard as well.
            return ".wav", wav
    return ".wav", wav


def decoded(content: bytes, ending: str) -> Sound:
    """The sound of a file of that ending; raises NotSound."""
    if ending == ".wav":
        return read_wav(content)
    command = decoder() if ending == ".opus" else _DECODERS[-1]
    if command is None or shutil.which(command[0]) is None:
        name = "opusdec (opus-tools) or ffmpeg" if ending == ".opus" else "ffmpeg"
        raise NotSound(f"there is no {name} on this machine")
    try:
        wav = answer_of(command, content, seconds=_PATIENCE_SECONDS, limit=WAV_LIMIT_BYTES)
    except ProgramFailed as failure:
        raise NotSound(str(failure)) from None
    return read_wav(wav)
