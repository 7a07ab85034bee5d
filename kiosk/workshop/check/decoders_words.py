"""Keeps what the decoders of pictures say for themselves from the terminal.

libpng writes to the descriptor of errors, past every handler of messages.  A curator is told of a
damaged picture by the check, with its line, and need not read of chunks and headers beside it.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ERRORS = 2
_OF_DECODERS = re.compile(
    rb"qt\.gui\.imageio|libpng |Corrupt JPEG|Premature end of|Warning: unknown JFIF|TIFF"
)


@contextmanager
def without_decoders_words() -> Iterator[None]:
    """Hold back what is written past Python; what is no decoder's is written in the end."""
    stream = sys.stderr
    kept = os.dup(_ERRORS)
    with tempfile.TemporaryFile() as said:
        # What Python itself says, such as the progress, goes on at once.
        is_ours = _is_of_errors(stream)
        if is_ours:
            stream.flush()
            sys.stderr = os.fdopen(os.dup(kept), "w", encoding=stream.encoding, buffering=1)
        os.dup2(said.fileno(), _ERRORS)
        try:
            yield
        finally:
            os.dup2(kept, _ERRORS)
            os.close(kept)
            if is_ours:
                sys.stderr.close()
                sys.stderr = stream
            said.seek(0)
            for line in said:
                if not _OF_DECODERS.match(line):
                    os.write(_ERRORS, line)


def _is_of_errors(stream: object) -> bool:
    try:
        return bool(stream.fileno() == _ERRORS)  # type: ignore[attr-defined]
    except (AttributeError, OSError, ValueError):
        return False
