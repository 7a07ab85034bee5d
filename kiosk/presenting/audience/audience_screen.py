"""Picks the audience's screen among several: the last choice on this machine, else a guess."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QScreen

_BUILT_IN = re.compile(r"eDP|LVDS|DSI|built-in|color lcd|internal", re.IGNORECASE)
"""The names of built-in panels on Linux (DRM connectors) and macOS."""
_MUCH_LARGER = 1.5


@dataclass(frozen=True)
class Monitor:
    """What is known about a screen: its name, its device, its diagonal in millimetres."""

    name: str
    device: str = ""
    primary: bool = False
    diagonal_mm: float = 0.0

    @property
    def id(self) -> str:
        """An id that is stable for the same device on the same connector."""
        return f"{self.name} {self.device}".strip()


def monitor_of(screen: QScreen, *, primary: bool) -> Monitor:
    """Describe a screen of Qt's."""
    size = screen.physicalSize()
    device = " ".join((screen.manufacturer(), screen.model(), screen.serialNumber()))
    diagonal = math.hypot(size.width(), size.height())
    return Monitor(screen.name(), " ".join(device.split()), primary, diagonal)


def together(monitors: Sequence[Monitor]) -> str:
    """An id for this set of screens, whatever their order."""
    return " + ".join(sorted(each.id for each in monitors))


def audience_among(monitors: Sequence[Monitor], chosen: Mapping[str, object]) -> int:
    """The index of the audience's screen; `chosen` maps the ids of `together` to its id.

    Without a choice the console gets the built-in panel of a laptop, else a screen that is much
    smaller than another one, else the primary one, where the system's own windows are.
    """
    ids = [each.id for each in monitors]
    found = chosen.get(together(monitors))
    if found in ids:
        return ids.index(str(found))
    outside = [each for each in monitors if not _BUILT_IN.search(each.name)] or list(monitors)
    largest = max(each.diagonal_mm for each in outside)
    wide = [each for each in outside if each.diagonal_mm * _MUCH_LARGER >= largest]
    if len(outside) == len(monitors):
        wide = [each for each in wide if not each.primary] or wide
    return monitors.index(wide[0])
