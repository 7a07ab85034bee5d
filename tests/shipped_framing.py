"""What the views of the shipped map frame."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kiosk.geography.drawing import read_drawing
from kiosk.screen.map.map_world import COASTLINE, WATERLINES, build_world
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from kiosk.screen.map.map_framing import MapFraming


@cache
def shipped_framing() -> MapFraming:
    """Read from the drawing, once."""
    file = shipped("assets") / "map" / "gba.svg"
    return build_world(read_drawing(file, leave_out_groups=(WATERLINES, COASTLINE)), ()).framing
