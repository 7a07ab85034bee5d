"""Which rasters a frame of the map is made of, and how strongly each of them shows.

A sketch of everything lies lowest.  Grounds lie upon it: large and less sharp, one for what is lit,
so that all of the view changes its light at once.  Details lie above them: sharp, each as large as
the view that it was drawn for.  All fade in and out gradually, from whatever strength
they have, so that a new aim never makes a picture jump.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.screen.map.map_fade import SOLID, Fade
from kiosk.screen.map.map_glide import covers, placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF

    from kiosk.geography.camera import Camera
    from kiosk.screen.map.map_raster import Raster, RasterKey

_DETAIL_GOES = 0.3
"""When the details of the view that is left are gone, as a share of the way."""
_GROUND_COMES = (_DETAIL_GOES, 0.7)
"""When the next ground begins to come and when it is there.  No detail shows meanwhile: it covers
a part of the view only, which would be lit differently from all around it."""
_DETAIL_COMES = (0.7, 1.0)
_LATE_MS = 160
"""How long what is late takes to come."""
_MOST_WHOLE = 4
"""So many views that fingers have left behind stay below the present one."""


@dataclass
class _Layer:
    """A raster that was asked for, and how it comes or goes."""

    key: RasterKey
    raster: Raster | None
    fade: Fade
    is_old: bool = False
    """Whether it shows outlines that have changed since."""

    def shows(self, key: RasterKey | None) -> bool:
        return self.key == key and not self.is_old

    def opacity(self, now: float) -> float:
        return 0.0 if self.raster is None else self.fade.at(now)

    def is_whole(self, now: float) -> bool:
        return self.opacity(now) >= 1

    def go(self, now: float, duration: float) -> None:
        start = self.opacity(now)
        self.fade = Fade(start, 0.0, now, duration * start)


class MapLayers:
    """The grounds and the details of one view, at rest or on its way."""

    def __init__(self) -> None:
        self._sketch: Raster | None = None
        self._grounds: list[_Layer] = []
        self._details: list[_Layer] = []

    def clear(self) -> None:
        """Show nothing."""
        self._grounds.clear()
        self._details.clear()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return all(layer.raster is None for layer in (*self._grounds, *self._details))

    def age(self) -> None:
        """Show what there is until something newer comes, even for the same view."""
        for layer in (*self._grounds, *self._details):
            layer.is_old = True

    def sketch(self, raster: Raster | None) -> None:
        """Have that raster below everything: what no other reaches is seen there."""
        self._sketch = raster

    def lay(self, raster: Raster) -> None:
        """Have that raster as the ground, at once."""
        self._grounds.insert(0, _Layer(raster.key, raster, SOLID))

    def aim(self, ground: RasterKey, detail: RasterKey | None, now: float, duration: float) -> None:
        """Let that ground and that detail come, during a way of so many milliseconds."""
        self._grounds = [layer for layer in self._grounds if layer.raster is not None]
        if not self._grounds or not self._grounds[-1].shows(ground):
            self._grounds.append(_Layer(ground, None, _coming(_GROUND_COMES, now, duration)))
        if not duration:
            for layer in self._grounds:
                layer.fade = SOLID
        kept = None
        for layer in self._details:
            if layer.shows(detail):
                kept = layer
            elif duration or detail is None or layer.key.lit != detail.lit:
                layer.go(now, duration * _DETAIL_GOES)
            else:
                layer.fade = Fade(layer.opacity(now), layer.opacity(now))
        self._details = [layer for layer in self._details if layer.opacity(now) > 0]
        if detail is None:
            return
        fade = _coming(_DETAIL_COMES, now, duration)
        if kept is None or kept not in self._details:
            self._details.append(_Layer(detail, None, fade))
        else:
            kept.fade = Fade(kept.opacity(now), 1.0, now, fade.since + fade.duration - now)

    def turn(self, ground: RasterKey, detail: RasterKey | None, now: float) -> None:
        """Let these come as soon as they are there, over all that shows at the moment."""
        for layers, key in ((self._grounds, ground), (self._details, detail)):
            layers[:] = [each for each in layers if each.raster is not None or each.shows(key)]
            for layer in layers:
                strength = layer.opacity(now)
                layer.fade = Fade(strength, 1.0, now, _LATE_MS * (1 - strength))
            if key is not None and not any(each.shows(key) for each in layers):
                layers.append(_Layer(key, None, Fade(0.0, 1.0, now, _LATE_MS)))

    def take(self, get: Callable[[RasterKey], Raster | None], now: float) -> None:
        """Take up what has been drawn meanwhile."""
        for layer in (*self._grounds, *self._details):
            if layer.raster is None and (raster := get(layer.key)) is not None:
                fade = layer.fade
                layer.raster = raster
                if fade.duration and now > fade.since:
                    left = fade.since + fade.duration - now
                    layer.fade = Fade(0.0, 1.0, now, max(left, _LATE_MS))

    def seen(self, camera: Camera, view: QRectF, now: float) -> list[tuple[Raster, float]]:
        """What `camera` sees, the lowest first, each with its opacity."""
        layers = [
            (layer.raster, opacity)
            for layer in (*self._grounds, *self._details)
            if layer.raster is not None and (opacity := layer.fade.at(now)) > 0
        ]
        if self._sketch is not None:
            layers.insert(0, (self._sketch, 1.0))
        found: list[tuple[Raster, float]] = []
        covering: list[QRectF] = []
        for raster, opacity in reversed(layers):
            part = placed(raster.key, raster.key.area, camera) & view
            if part.isEmpty() or any(solid.contains(part) for solid in covering):
                continue
            found.append((raster, opacity))
            if opacity >= 1:
                covering.append(placed(raster.key, raster.key.solid, camera))
        found.reverse()
        return found

    def prune(self, camera: Camera, view: QRectF, now: float) -> None:
        """Release what is no longer visible on the way from here."""
        for layers in (self._grounds, self._details):
            layers[:] = [each for each in layers if each.fade.end > 0 or each.opacity(now) > 0]
            for index in range(len(layers) - 1, 0, -1):
                layer = layers[index]
                if layer.is_whole(now) and layer.raster and covers(layer.raster, camera, view):
                    del layers[:index]
                    break
            whole = [index for index, each in enumerate(layers) if each.is_whole(now)]
            for index in reversed(whole[:-_MOST_WHOLE]):
                del layers[index]

    def is_whole(self, key: RasterKey, now: float) -> bool:
        """Whether that raster shows with its full strength."""
        return any(
            layer.shows(key) and layer.is_whole(now) for layer in (*self._grounds, *self._details)
        )

    def is_changing(self, now: float) -> bool:
        """Whether the next frame differs even if the camera does not move."""
        return any(
            layer.raster is not None and not layer.fade.is_over(now)
            for layer in (*self._grounds, *self._details)
        )


def _coming(shares: tuple[float, float], now: float, duration: float) -> Fade:
    begins, ends = (share * duration for share in shares)
    return Fade(0.0, 1.0, now + begins, ends - begins)
