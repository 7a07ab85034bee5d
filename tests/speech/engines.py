"""Commands that speak, for tests: a good one, and some that are not."""

from __future__ import annotations

import math
import shlex
import struct
import sys
import textwrap
from typing import TYPE_CHECKING

from kiosk.speech.sound import Sound

if TYPE_CHECKING:
    from pathlib import Path

RATE = 8_000

_GOOD = """
import sys, wave, math, struct
words = sys.stdin.buffer.read().decode().strip()
if '{refuses}' and '{refuses}' in words:
    sys.exit('no such word')
tone = 200 + len(words)
samples = b''.join(
    struct.pack('<h', int(9000 * math.sin(2 * math.pi * tone * n / 8000))) for n in range(1600)
)
with wave.open(sys.stdout.buffer, 'wb') as out:
    out.setnchannels(1); out.setsampwidth(2); out.setframerate(8000)
    out.writeframes(samples)
"""

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
    """A command that speaks whatever it is given, except what it refuses: a fifth of a second."""
    return written(folder, _GOOD.replace("{refuses}", refuses))


def as_written(command: tuple[str, ...]) -> str:
    """The command as somebody types it."""
    return shlex.join(command)


def tone(seconds: float, hertz: float = 200.0, rate: int = RATE) -> Sound:
    """One note."""
    count = round(seconds * rate)
    samples = (round(9_000 * math.sin(2 * math.pi * hertz * each / rate)) for each in range(count))
    return Sound(b"".join(struct.pack("<h", each) for each in samples), rate)
