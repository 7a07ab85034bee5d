"""What all works together do that belong to a window, or to something in it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kiosk.job_pool import REST_SECONDS
from kiosk.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject


def rest_below(*owners: QObject) -> None:
    """Let all `Jobs` that belong to these objects, or to something below them, rest.

    All together take no longer than `REST_SECONDS`.
    """
    found = _below(owners)
    for jobs in found:
        jobs.cancel_all()
    until = time.monotonic() + REST_SECONDS
    for jobs in found:
        jobs.rest(until)


def finish_below(*owners: QObject) -> None:
    """Wait until everything that these objects, or something below them, asked for has run."""
    for jobs in _below(owners):
        jobs.finish()


def _below(owners: Sequence[QObject]) -> list[Jobs]:
    return [jobs for owner in owners for jobs in owner.findChildren(Jobs)]
