"""Commands that speak, for tests: a good one, and some that are not."""

from __future__ import annotations

import math
import os
import shlex
import shutil
import struct
import sys
import textwrap
from typing import TYPE_CHECKING

from kiosk.speech.sound import Sound, wav_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

RATE = 8_000

_TONES = 16

_GOOD = """
words=$({cat})
{refusal}
exec {cat} {tones}/$((${#words} % {count})).wav
"""
"""Narrating starts it for every sentence, and a shell is there ten times as soon as Python."""

HOSTILE = {
    "ends with 1": "import sys; sys.exit('out of order')",
    "says nothing": "",
    "writes no WAV": "print('hello')",
    "never ends": "import time; time.sleep(600)",
    "starts what never ends": "import subprocess, sys;"
    " subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])",
    "writes without end": "import sys\nwhile True: sys.stdout.write('a' * 65536)",
    "writes a head alone": "import sys; sys.stdout.write('RIFFxxxxWAVE')",
    "is silent": "import sys, wave\nw = wave.open(sys.stdout.buffer, 'wb');"
    " w.setnchannels(1); w.setsampwidth(2); w.setframerate(8000); w.writeframes(bytes(9000))",
}


def written(folder: Path, program: str) -> tuple[str, ...]:
    """A command that runs this program."""
    path = folder / f"engine{len(list(folder.glob('engine*')))}.py"
    path.write_text(textwrap.dedent(program), "utf-8")
    return (sys.executable, str(path))


def good_engine(folder: Path, *, refuses: str = "") -> tuple[str, ...]:
    """A command that speaks whatever it is given, except what it refuses: a fifth of a second.

    How much it is given is heard by its tone.
    """
    tones = folder / "tones"
    tones.mkdir(exist_ok=True)
    for number in range(_TONES):
        (tones / f"{number}.wav").write_bytes(wav_of(tone(0.2, 200.0 + 10 * number)))
    refusal = f'case "$words" in *{shlex.quote(refuses)}*) echo no such word >&2; exit 1;; esac'
    parts = {
        "cat": shlex.quote(str(shutil.which("cat", path=os.defpath))),
        "refusal": refusal if refuses else "",
        "tones": shlex.quote(str(tones)),
        "count": str(_TONES),
    }
    path = folder / f"engine{len(list(folder.glob('engine*')))}.sh"
    path.write_text(_filled(_GOOD, parts), "utf-8")
    return ("/bin/sh", str(path))


def _filled(program: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        program = program.replace(f"{{{name}}}", part)
    return program


def as_written(command: tuple[str, ...]) -> str:
    """The command as somebody types it."""
    return shlex.join(command)


def tone(seconds: float, hertz: float = 200.0, rate: int = RATE) -> Sound:
    """One note."""
    count = round(seconds * rate)
    samples = (round(9_000 * math.sin(2 * math.pi * hertz * each / rate)) for each in range(count))
    return Sound(b"".join(struct.pack("<h", each) for each in samples), rate)
