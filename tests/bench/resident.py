"""How much memory this process holds."""

from __future__ import annotations

from pathlib import Path


def resident_kb(field: str = "VmRSS") -> int:
    """A size from /proc/self/status in kB: VmRSS is the present one, VmHWM the highest so far."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        name, _, value = line.partition(":")
        if name == field:
            return int(value.split()[0])
    raise LookupError(f"this system does not say {field}")


def shared_out_kb(field: str = "Pss") -> int:
    """A size from /proc/self/smaps_rollup in kB.

    Pss has each page once: Qt maps a font's file again for each thread and after each change of
    fonts, and VmRSS has the same page of it as often.  What other processes map too, it shares
    out among them.
    """
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        name, _, value = line.partition(":")
        if name == field:
            return int(value.split()[0])
    raise LookupError(f"this system does not say {field}")


def shared_out_kb_of(suffixes: tuple[str, ...]) -> int:
    """The same of the mapped files whose names end so."""
    total, counts = 0, False
    for line in Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines():
        first, *rest = line.split()
        if not first.endswith(":"):
            counts = line.endswith(suffixes)
        elif counts and first == "Pss:":
            total += int(rest[0])
    return total
