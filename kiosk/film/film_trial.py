"""Tries on this machine what plays films: a small film that came along, as a visitor's is played.

A process that ends with its answer runs this module too, and says what the library reads: the
library is never imported into the program itself.
"""

from __future__ import annotations

import json
import select
import sys
import time
from contextlib import suppress
from os import read
from pathlib import Path
from subprocess import DEVNULL, TimeoutExpired, run

import kiosk
from kiosk.film.decoder_process import DecoderProcess
from kiosk.film.formats import PICTURE_CODECS, SOUND_CODECS
from kiosk.film.frame_store import FrameStore
from kiosk.shipped import shipped

TRIAL_SECONDS = 4.0
_READING_SECONDS = 30
_WIDTH, _HEIGHT = 320, 180


class NoTrial(Exception):
    """No film can be played; its text says why."""


def reading() -> tuple[str, frozenset[str]]:
    """The version of the library, and the names of what it reads of all that we play."""
    try:
        found = run(
            [sys.executable, "-m", "kiosk.film.film_trial"],
            capture_output=True,
            stdin=DEVNULL,
            timeout=_READING_SECONDS,
            cwd=Path(kiosk.__file__).parents[1],
            check=False,
        )
        version, *names = json.loads(found.stdout)
    except (ValueError, TypeError, OSError, TimeoutExpired):
        raise NoTrial("PyAV can't be imported") from None
    return str(version), frozenset(map(str, names))


def film_on_show_after() -> int:
    """How many milliseconds it takes from asking for a film to its first picture."""
    process = DecoderProcess(shipped("assets") / "trial.mp4", FrameStore(_WIDTH, _HEIGHT))
    began = time.monotonic()
    told = b""
    try:
        process.start()
        while b'"frame"' not in told:
            left = began + TRIAL_SECONDS - time.monotonic()
            if left <= 0 or not select.select([process.told], [], [], left)[0]:
                raise NoTrial(f"no picture within {TRIAL_SECONDS:g} seconds")
            piece = read(process.told, 4096)
            told += piece
            if not piece or b'"failed"' in told:
                raise NoTrial("its decoder has ended")
    except OSError as error:
        raise NoTrial(str(error)) from None
    finally:
        process.close()
        process.bury()
    return round((time.monotonic() - began) * 1000)


def main() -> None:
    """Write the version of the library, then what it reads, as JSON."""
    import av

    found = [av.__version__]
    for name in sorted(PICTURE_CODECS | SOUND_CODECS):
        with suppress(ValueError):
            av.codec.Codec(name, "r")
            found.append(name)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
