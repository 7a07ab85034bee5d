"""Painting on a thread in short pieces, so that the GUI thread goes on beside it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kiosk.jobs import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE_SECONDS = 0.0015
_REST_SECONDS = 0.0004


def go_on() -> None:
    """Do not rest: nobody waits for this thread."""


class TimeSlices:
    """Lets other threads work between short pieces of painting.

    PySide keeps Python's lock during every call of a painter, so that painting on a thread blocks
    the GUI thread for as long as one call takes.  Many short calls with a rest now and then block
    it for a millisecond or two; one long call, such as playing a QPicture, for a hundred.
    """

    def __init__(self, wanted: Callable[[], bool]) -> None:
        """`wanted` says whether the drawing is still needed."""
        self._wanted = wanted
        self._since = time.perf_counter()

    def __call__(self) -> None:
        """Rest if it is time; raises Cancelled when the drawing isn't needed any more."""
        if time.perf_counter() - self._since < _PIECE_SECONDS:
            return
        if not self._wanted():
            raise Cancelled
        time.sleep(_REST_SECONDS)
        self._since = time.perf_counter()
