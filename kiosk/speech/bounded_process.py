"""A program of somebody else's, run without a shell, that may neither hang nor fill the memory."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_PIECE_BYTES = 64 * 1024
_COMPLAINT_BYTES = 2_000
_LOOK_SECONDS = 0.1
"""How often a program that says nothing is asked whether its answer is still wanted."""


class ProgramFailed(Exception):
    """A program gave no answer; its text says why in a few words."""


def answer_of(
    command: Sequence[str],
    given: bytes,
    *,
    seconds: float,
    limit: int,
    is_wanted: Callable[[], bool] | None = None,
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What the program writes when it is given these bytes; raises ProgramFailed.

    It is ended, with all that it has started, after so many seconds, past `limit` bytes, or once
    nobody wants its answer.
    """
    name = os.path.basename(command[0])  # noqa: PTH119 - a name, not a path
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ProgramFailed(f"{name} does not start: {reason.lower()}") from None
    try:
        answer, complaint = _talk(child, given, name, seconds, limit, is_wanted)
        code = child.wait(timeout=5)
    except subprocess.TimeoutExpired:
        raise ProgramFailed(f"{name} has not ended") from None
    finally:
        end_all(child)
    if code != 0:
        lines = complaint.decode("utf-8", "replace").strip().splitlines()
        said = f": {lines[-1].strip()[:200]}" if lines else ""
        raise ProgramFailed(f"{name} has ended with {code}{said}")
    return answer


def end_all(child: subprocess.Popen[bytes]) -> None:
    """End a child of a session of its own, whatever it has started, and its pipes."""
    with suppress(OSError):
        os.killpg(child.pid, signal.SIGKILL)
    for pipe in (child.stdin, child.stdout, child.stderr):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    child.wait()


def _talk(
    child: subprocess.Popen[bytes],
    given: bytes,
    name: str,
    seconds: float,
    limit: int,
    is_wanted: Callable[[], bool] | None,
) -> tuple[bytes, bytes]:
    """What it writes to its two outputs while it is given its input."""
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    answer, complaint = bytearray(), bytearray()
    left = memoryview(given)
    until = time.monotonic() + seconds
    with selectors.DefaultSelector() as pipes:
        for pipe, event in (
            (child.stdin, selectors.EVENT_WRITE),
            (child.stdout, selectors.EVENT_READ),
            (child.stderr, selectors.EVENT_READ),
        ):
            os.set_blocking(pipe.fileno(), False)
            pipes.register(pipe, event)
        while pipes.get_map():
            rest = until - time.monotonic()
            if rest <= 0:
                raise ProgramFailed(f"{name} has not ended after {seconds:g} seconds")
            if is_wanted is not None and not is_wanted():
                raise ProgramFailed(f"nobody waits for {name} any more")
            for key, _ in pipes.select(min(rest, _LOOK_SECONDS)):
                if key.fileobj is child.stdin:
                    left = _give(child.stdin.fileno(), left)
                    if not left:
                        pipes.unregister(child.stdin)
                        with suppress(OSError):
                            child.stdin.close()
                    continue
                piece = os.read(key.fd, _PIECE_BYTES)
                if not piece:
                    pipes.unregister(key.fileobj)
                elif key.fileobj is child.stdout:
                    answer += piece
                    if len(answer) > limit:
                        raise ProgramFailed(f"{name} writes more than {limit:,} bytes")
                else:
                    complaint = (complaint + piece)[-_COMPLAINT_BYTES:]
    return bytes(answer), bytes(complaint)


def _give(descriptor: int, left: memoryview) -> memoryview:
    """What is left to be given; nothing where it does not read on."""
    try:
        return left[os.write(descriptor, left[:_PIECE_BYTES]) :]
    except BlockingIOError:
        return left
    except OSError:
        return left[:0]
