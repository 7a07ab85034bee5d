"""Pictures that Qt can't read and telephones write: AVIF and HEIC, decoded in another process.

What comes back is a JPEG, or a PNG where it can be seen through, and is read as such.  A few are
kept, since whoever looks closer has the same picture read again and again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import kiosk
from kiosk.look.foreign_decoding import BROKEN, TOO_MANY_PIXELS, TOO_MUCH_MEMORY
from kiosk.look.picture_kind import PictureKind

if TYPE_CHECKING:
    from typing import BinaryIO, TypeAlias

    _Key: TypeAlias = tuple[int, int, int, int]

_PATIENCE_SECONDS = 40.0
"""By the clock, which is longer than by the processor on a busy machine."""
_LINE_BYTES = 1_000
_LARGEST_BYTES = 100_000_000
_KEPT_BYTES = 24_000_000
"""Of all that is kept: two or three photographs."""


@dataclass(frozen=True)
class Decoded:
    """A picture as JPEG or PNG, upright; its own size is that of the file."""

    content: bytes
    width: int
    height: int
    moves: bool = False


class NotDecoded(Exception):
    """Why not: one of those of `foreign_decoding`; with the size where it is known."""

    def __init__(self, reason: str, width: int = 0, height: int = 0) -> None:
        self.reason, self.width, self.height = reason, width, height
        super().__init__(reason)


@cache
def decoders() -> frozenset[PictureKind]:
    """The kinds for which a decoder is installed, which is looked for once."""
    if sys.platform == "win32" or find_spec("PIL") is None:
        return frozenset()
    found = {PictureKind.AVIF} if find_spec("PIL._avif") is not None else set()
    if find_spec("pillow_heif") is not None:
        found.add(PictureKind.HEIC)
    return frozenset(found)


_lock = threading.Lock()
_kept: OrderedDict[_Key, Decoded | NotDecoded] = OrderedDict()


def decoded(source: BinaryIO, kind: PictureKind) -> Decoded:
    """The picture that a file holds; NotDecoded where it can't be had.  For workers."""
    found = os.fstat(source.fileno())
    key = (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)
    # One at a time: each takes a processor and hundreds of megabytes.
    with _lock:
        if key not in _kept:
            _kept[key] = _asked(source.fileno(), kind)
            while len(_kept) > 1 and sum(map(_bytes_of, _kept.values())) > _KEPT_BYTES:
                _kept.popitem(last=False)
        _kept.move_to_end(key)
        answer = _kept[key]
    if isinstance(answer, NotDecoded):
        raise NotDecoded(answer.reason, answer.width, answer.height)
    return answer


def _bytes_of(answer: Decoded | NotDecoded) -> int:
    return len(answer.content) if isinstance(answer, Decoded) else 1_000


def _asked(descriptor: int, kind: PictureKind) -> Decoded | NotDecoded:
    os.lseek(descriptor, 0, os.SEEK_SET)
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk.look.foreign_decoding", str(descriptor), kind.value],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=(descriptor,),
        # `-m` must find this program, whatever the working directory was.
        cwd=Path(kiosk.__file__).parents[1],
    )
    assert process.stdout is not None
    patience = threading.Timer(_PATIENCE_SECONDS, process.kill)
    patience.start()
    try:
        line = process.stdout.readline(_LINE_BYTES)
        content = process.stdout.read(_LARGEST_BYTES + 1)
    finally:
        patience.cancel()
        process.kill()
        process.stdout.close()
        process.wait()
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return _understood(json.loads(line), content)
    return NotDecoded(BROKEN)


def _understood(told: dict[str, object], content: bytes) -> Decoded | NotDecoded:
    """What the process has told, which is believed as little as a stranger."""
    width, height = told.get("width", 0), told.get("height", 0)
    if not isinstance(width, int) or not isinstance(height, int):
        raise TypeError
    if "failure" in told:
        known = told["failure"] in (TOO_MANY_PIXELS, TOO_MUCH_MEMORY)
        return NotDecoded(str(told["failure"]) if known else BROKEN, width, height)
    if len(content) > _LARGEST_BYTES or not content.startswith((b"\xff\xd8\xff", b"\x89PNG")):
        return NotDecoded(BROKEN)
    return Decoded(content, width, height, told["moves"] is True)
