"""What part of the map is seen, and how large: fit, glide, pinch, drag and their limits."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTransform

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF


@dataclass(frozen=True, slots=True)
class Camera:
    """One view of the map: the map point (cx, cy) is shown at the screen point (focus_x, focus_y).

    `scale` is in device-independent pixels for each unit of the map's viewBox and is above 0.
    """

    cx: float
    cy: float
    scale: float
    focus_x: float = 0.0
    focus_y: float = 0.0

    def transform(self) -> QTransform:
        """The transform from the map to the screen, for a painter."""
        x, y = self.to_screen(0.0, 0.0)
        return QTransform(self.scale, 0.0, 0.0, self.scale, x, y)

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Where on the screen a point of the map is."""
        return (
            (x - self.cx) * self.scale + self.focus_x,
            (y - self.cy) * self.scale + self.focus_y,
        )

    def to_map(self, x: float, y: float) -> tuple[float, float]:
        """Which point of the map is under a point of the screen."""
        return (
            (x - self.focus_x) / self.scale + self.cx,
            (y - self.focus_y) / self.scale + self.cy,
        )

    def panned(self, dx: float, dy: float) -> Camera:
        """Move with a finger that dragged the map by (dx, dy) pixels."""
        return replace(self, cx=self.cx - dx / self.scale, cy=self.cy - dy / self.scale)

    def zoomed_about(
        self,
        x: float,
        y: float,
        factor: float,
        *,
        min_scale: float = 0.0,
        max_scale: float = math.inf,
    ) -> Camera:
        """Scale by a factor while the map point under the screen point (x, y) stays there.

        The limits belong here as well as in `clamped`: cutting the scale afterwards would let the
        map creep while two fingers go on pinching at the limit.
        """
        scale = min(max(self.scale * factor, min_scale), max_scale)
        map_x, map_y = self.to_map(x, y)
        return replace(
            self,
            cx=map_x - (x - self.focus_x) / scale,
            cy=map_y - (y - self.focus_y) / scale,
            scale=scale,
        )

    def clamped(self, world: QRectF, *, min_scale: float, max_scale: float) -> Camera:
        """The nearest view whose centre is on `world` (map units) and scale in the limits."""
        return replace(
            self,
            cx=min(max(self.cx, world.left()), world.right()),
            cy=min(max(self.cy, world.top()), world.bottom()),
            scale=min(max(self.scale, min_scale), max_scale),
        )


def fit(bounds: QRectF, area: QRectF, *, max_scale: float, margin: float = 0.0) -> Camera:
    """Show all of `bounds` (map units) in the middle of `area` (pixels), as large as may be.

    `margin` is kept free on every side, in pixels.  A point has no size and gets `max_scale`.
    """
    width = max(area.width() - 2 * margin, 1.0)
    height = max(area.height() - 2 * margin, 1.0)
    scale = max_scale
    if bounds.width() > 0:
        scale = min(scale, width / bounds.width())
    if bounds.height() > 0:
        scale = min(scale, height / bounds.height())
    middle, focus = bounds.center(), area.center()
    return Camera(middle.x(), middle.y(), scale, focus.x(), focus.y())


def interpolate(start: Camera, end: Camera, t: float) -> Camera:
    """The view at `t` (0 to 1) of a glide; ease `t` before.

    The scale grows by the same ratio in equal times.  The map's origin moves on the screen in step
    with the scale, so one point does not move and everything else flows straight towards or
    away from it: the zoom looks steady.  With u = (s(t) - s0) / (s1 - s0), where s(t) is
    s0 (s1/s0)^t, the origin is at o0 + u (o1 - o0).  For equal scales u becomes t, a plain pan;
    expm1 keeps nearly equal scales exact.
    """
    if t <= 0:
        return start
    if t >= 1:
        return end
    growth = math.log(end.scale / start.scale)
    u = math.expm1(t * growth) / math.expm1(growth) if growth else t
    scale = start.scale * math.exp(t * growth)
    start_x, start_y = start.to_screen(0.0, 0.0)
    end_x, end_y = end.to_screen(0.0, 0.0)
    focus_x = start.focus_x + t * (end.focus_x - start.focus_x)
    focus_y = start.focus_y + t * (end.focus_y - start.focus_y)
    return Camera(
        cx=(focus_x - start_x - u * (end_x - start_x)) / scale,
        cy=(focus_y - start_y - u * (end_y - start_y)) / scale,
        scale=scale,
        focus_x=focus_x,
        focus_y=focus_y,
    )
