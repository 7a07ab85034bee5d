"""An edition: one language on one paper, which every part of a handout is made for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.presenting.handout.paper import A4

if TYPE_CHECKING:
    from kiosk.look.look import Look
    from kiosk.presenting.handout.paper import Paper
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld


@dataclass(frozen=True)
class Edition:
    """The language with its texts, the look for paper, the map, and the size of the sheets."""

    locale: Locale
    look: Look
    world: MapWorld
    paper: Paper = A4
