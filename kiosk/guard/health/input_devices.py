"""The input devices of this machine, as the kernel lists them for everybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_WORD_BITS = 64
_EVENT = re.compile(r"\bevent\d+\b")
_FIELD = re.compile(r'^[A-Z]: (\w+)="?(.*?)"?\s*$', re.MULTILINE)


class InputDevice(NamedTuple):
    """One of them: what it is called, which file tells of it, and what it can send."""

    name: str
    event: str
    """Such as event7; nothing where no file tells of it."""
    keys: frozenset[int]
    switches: frozenset[int]


def listed_devices(listing: str) -> list[InputDevice]:
    """Read `/proc/bus/input/devices`."""
    found = []
    for paragraph in listing.split("\n\n"):
        fields = dict(_FIELD.findall(paragraph))
        if "Name" in fields:
            event = _EVENT.search(fields.get("Handlers", ""))
            found.append(
                InputDevice(
                    fields["Name"],
                    event[0] if event else "",
                    _bits(fields.get("KEY", "")),
                    _bits(fields.get("SW", "")),
                )
            )
    return found


def read_devices(file: Path) -> list[InputDevice]:
    """The devices of that listing; none where there is no such file."""
    try:
        return listed_devices(file.read_text("utf-8", "replace"))
    except OSError:
        return []


def _bits(written: str) -> frozenset[int]:
    """The bits of hexadecimal words of 64 bits, of which the last is the lowest."""
    found = set()
    for place, word in enumerate(reversed(written.split())):
        try:
            value = int(word, 16)
        except ValueError:
            return frozenset()
        found |= {place * _WORD_BITS + bit for bit in range(_WORD_BITS) if value >> bit & 1}
    return frozenset(found)
