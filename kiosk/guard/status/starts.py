"""How often the exhibit was started since the machine was: a small record of the state folder."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kiosk.guard.boot import boot_id, same_boot
from kiosk.guard.record import read_record, write_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def count_start(file: Path, *, clock: Callable[[], float] = time.monotonic) -> int:
    """Count this start, and return how many there were; raises OSError."""
    kept, now = read_record(file), clock()
    boot, at, count = kept.get("boot"), kept.get("at"), kept.get("count")
    starts = 1
    if isinstance(boot, str) and isinstance(at, int | float) and isinstance(count, int):
        starts = count + 1 if same_boot(boot, at, now) else 1
    write_record(file, {"boot": boot_id(), "at": now, "count": starts})
    return starts
