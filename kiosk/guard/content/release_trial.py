"""Reads and draws a release once in processes of their own before visitors see it.

What a pack holds may be wrong, or made to do harm: the processes are killed where they take too
long or too much, and the exhibit goes on.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import kiosk
from kiosk.publishing.refusal import PackRefused
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

READING_SECONDS, DRAWING_SECONDS = 60, 240
"""Of the processor; four times as much may pass by the clock."""
MEMORY_BYTES = 4 * 2**30
"""Of addresses: a Qt program has 1 to 2 GiB of them, most of which is no memory."""
_PATIENCE = 4
_ANSWER_LIMIT_BYTES = 2**20
_SHAPE = "960x540"


def try_release(folder: Path) -> None:
    """Raise PackRefused where the folder has errors, or can't be drawn within the limits."""
    answer = _run(["check", "--fast", "--format", "json", str(folder)], READING_SECONDS)
    error = _first_error(answer)
    if error is not None:
        raise PackRefused(Phrase("its content has errors: {error}", error=error))
    with tempfile.TemporaryDirectory(prefix="kiosk-trial-") as out:
        _run(
            ["render", "--content", str(folder), "--out", out, "--size", _SHAPE, "--once"],
            DRAWING_SECONDS,
        )
        if not any(Path(out).iterdir()):
            raise PackRefused(Phrase("nothing of it can be drawn"))


def _run(words: Sequence[str], seconds: int) -> bytes:
    """The output of a verb of this program.  Raises PackRefused where it is killed or crashes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # `-m` must find this program, whatever the working directory was.
        cwd=Path(kiosk.__file__).parents[1],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    _limit(process.pid, seconds)
    patience = threading.Timer(seconds * _PATIENCE, process.kill)
    patience.start()
    try:
        assert process.stdout is not None
        answer = process.stdout.read(_ANSWER_LIMIT_BYTES)
        process.stdout.close()
        code = process.wait()
    except BaseException:
        process.kill()
        process.wait()
        raise
    finally:
        patience.cancel()
    if code not in (0, 1):
        raise PackRefused(
            Phrase(
                "`kiosk {verb}` ended with {code}: too large, too slow, or broken",
                verb=words[0],
                code=code,
            )
        )
    return answer


def _limit(process: int, seconds: int) -> None:
    """Limit a process that has just begun, and let it give way to the exhibit."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_CPU, (seconds, seconds + 1))
            resource.prlimit(process, resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
            resource.prlimit(process, resource.RLIMIT_CORE, (0, 0))
            os.setpriority(os.PRIO_PROCESS, process, 10)


def _first_error(answer: bytes) -> str | None:
    """The first error of the check, as a line; None where there is none."""
    try:
        told = json.loads(answer)
        errors = [each for each in told["problems"] if each["severity"] == "error"]
    except (ValueError, KeyError, TypeError):
        return "the check says nothing that can be read"
    if not errors:
        return None
    first = errors[0]
    return f"{first.get('file')}:{first.get('line')}: {first.get('message')}"
