"""How wide the title beside the map may be: it ends before the land begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from kiosk.screen.map.map_cameras import home_camera

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QSize

    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld

_MOST_U, _LEAST_U, _STEP_U = 372, 212, 8
_HEIGHT_U = 350
"""How high three lines of a title are, and what welcomes below them."""
_OFF_LAND_U = 14


def title_room(world: MapWorld, look: Look, size: QSize, foot: QPointF) -> float:
    """The width of a title that stands on its lower left corner, in pixels.

    Where so little is free that the title would be small, it lies over the land.
    """
    to_map = home_camera(look, world.framing, QSizeF(size)).transform().inverted()[0]
    height = look.px(_HEIGHT_U)
    for width_u in range(_MOST_U, _LEAST_U - 1, -_STEP_U):
        reach = look.px(width_u + _OFF_LAND_U)
        rows = QRectF(foot.x(), foot.y() - height, reach, height)
        if not world.shapes.edges.cross(to_map.mapRect(rows)):
            return look.px(width_u)
    return look.px(_MOST_U)
