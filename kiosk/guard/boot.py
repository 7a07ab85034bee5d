"""Telling one start of the machine from the next, so that monotonic times can be kept on disk."""

from __future__ import annotations

from pathlib import Path

_LINUX = Path("/proc/sys/kernel/random/boot_id")


def boot_id() -> str:
    """A name for the time since the machine was started; empty where the system gives none."""
    try:
        return _LINUX.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def same_boot(kept_id: str, kept_at: float, now: float) -> bool:
    """Whether a monotonic time that was kept with its boot's name can be compared with `now`.

    Without a name, a clock that has gone back tells the same.
    """
    return kept_id == boot_id() and 0 <= kept_at <= now
