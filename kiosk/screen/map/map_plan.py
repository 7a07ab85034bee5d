"""Which rasters a view of the map needs, how far each of them reaches, and how large it is."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF

from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_glide import is_as_large, placed
from kiosk.screen.map.map_raster import RasterKey, raster_key

if TYPE_CHECKING:
    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_shapes import MapShapes

_MARGIN = 0.04
"""How far each raster reaches beyond its view, as a share of it: there it thins out."""
_HOME_MARGIN = 0.1
_MOVED_MARGIN = 0.12
"""Under fingers it reaches further, most of all to where they lead: so it lasts for a while."""
_LEAD = _MOVED_MARGIN - _MARGIN
_SOON = 0.04
"""A raster is good for a view that is so far from its end, as a share of the view: by the time the
fingers are there, the next one is drawn."""
_OUTWARDS = 0.75
"""While the map shrinks, its raster is drawn for a view that is so much smaller already."""
_LEAST_SCALE, _MOST_SCALE = 0.7, 1.4
"""How much smaller or larger than it was drawn a raster is shown while fingers move it."""
_LIT_PIXELS = 1_500_000
"""The ground of a moving map is seen for half a second: it need not be as sharp as at rest."""
_SKETCH_PIXELS = 400_000


@dataclass(frozen=True)
class RasterAim:
    """A view that rasters are drawn for, and what is lit in it.

    The sharp raster lies on the pixels of `grid`, a camera, and reaches `reach` beyond the view to
    the left, above, to the right and below, as shares of it.  `is_moved` says that fingers have
    moved the map there, and `shown` is the sharp raster that shows all of it already.
    """

    camera: Camera
    lit: frozenset[str]
    grid: Camera
    reach: tuple[float, float, float, float] = (_MARGIN,) * 4
    is_moved: bool = False
    shown: RasterKey | None = None


@dataclass(frozen=True)
class RasterPlan:
    """What is drawn of these shapes for a window of `size` pixels of which each is `ratio` wide."""

    look: Look
    shapes: MapShapes
    size: QSize
    ratio: float

    @property
    def view(self) -> QRectF:
        """What is seen, in pixels of the view."""
        return QRectF(0, 0, self.size.width(), self.size.height())

    def home(self) -> RasterKey:
        """The map home reaches further, so that few glides show its edge."""
        return self._around(self._home_camera(), self.view, frozenset(), (_HOME_MARGIN,) * 4)

    def sketch(self) -> RasterKey:
        """A sketch of all that any view or way can show."""
        width, height = self.size.width(), self.size.height()
        area = QRectF(-width, -height, 3 * width, 3 * height)
        return self._within(area, frozenset(), _SKETCH_PIXELS, lined=False)

    def pair(self, aim: RasterAim) -> tuple[RasterKey, RasterKey]:
        """The ground and the sharp raster of an aim."""
        home = self.home()
        if aim.camera == home.camera and not aim.lit:
            return home, home
        return self._ground(aim, home), aim.shown or self._detail(aim)

    def all(self, aim: RasterAim) -> tuple[RasterKey, ...]:
        """All that is of use at an aim, the most urgent first."""
        return tuple(dict.fromkeys((*self.pair(aim), self.home(), self.sketch())))

    def moved(self, camera: Camera, lit: frozenset[str], before: RasterAim) -> RasterAim:
        """The aim of a map that fingers have moved.

        Where the map is as large as before, its pixels stay those that are drawn already, so that
        only what is new has to be drawn.
        """
        if not (lit == before.lit and is_as_large(camera, before.grid)):
            return RasterAim(camera, lit, camera, (_MOVED_MARGIN,) * 4, is_moved=True)
        x, y = before.camera.to_screen(*camera.to_map(0, 0))
        left, right = _led(x / max(1, self.size.width()))
        top, bottom = _led(y / max(1, self.size.height()))
        return RasterAim(camera, lit, before.grid, (left, top, right, bottom), is_moved=True)

    def led(self, camera: Camera, lit: frozenset[str], before: RasterAim) -> RasterAim:
        """The aim of a map that fingers move on: what shrinks will be smaller soon."""
        if camera.scale > before.camera.scale or is_as_large(camera, before.camera):
            return self.moved(camera, lit, before)
        middle = self.view.center()
        smaller = camera.zoomed_about(middle.x(), middle.y(), _OUTWARDS)
        return replace(self.moved(smaller, lit, before), camera=smaller)

    def is_good_for(self, key: RasterKey, camera: Camera) -> bool:
        """Whether a raster shows the view of a camera, about as large as it was drawn."""
        if not _LEAST_SCALE <= camera.scale / key.camera.scale <= _MOST_SCALE:
            return False
        soon = self.size.height() * _SOON
        near = self.view.adjusted(-soon, -soon, soon, soon)
        return placed(key, key.solid, camera).contains(near)

    def _home_camera(self) -> Camera:
        return home_camera(self.look, self.shapes.framing, QSizeF(self.size))

    def _detail(self, aim: RasterAim) -> RasterKey:
        x, y = aim.grid.to_screen(*aim.camera.to_map(0, 0))
        return self._around(aim.grid, self.view.translated(x, y), aim.lit, aim.reach)

    def _ground(self, aim: RasterAim, home: RasterKey) -> RasterKey:
        camera, view = aim.camera, self.view
        x, y = home.camera.to_screen(*camera.to_map(0, 0))
        scale = home.camera.scale / camera.scale
        seen = QRectF(x, y, view.width() * scale, view.height() * scale)
        # Fingers have their sharp raster soon, and leave it again: nothing is drawn below it.
        if aim.is_moved or home.solid.contains(seen):
            return self._within(home.area, aim.lit, _LIT_PIXELS) if aim.lit else home
        rim_x, rim_y = seen.width() * _HOME_MARGIN, seen.height() * _HOME_MARGIN
        reach = home.area.united(seen.adjusted(-rim_x, -rim_y, rim_x, rim_y))
        return self._within(reach, aim.lit, _LIT_PIXELS)

    def _around(
        self,
        grid: Camera,
        view: QRectF,
        lit: frozenset[str],
        reach: tuple[float, float, float, float],
    ) -> RasterKey:
        left, top, right, bottom = reach
        width, height = view.width(), view.height()
        area = view.adjusted(-width * left, -height * top, width * right, height * bottom)
        return raster_key(grid, area, self.look.theme.name, lit, self.ratio, self._feather)

    def _within(
        self, area: QRectF, lit: frozenset[str], pixels: int, *, lined: bool = True
    ) -> RasterKey:
        """A raster of an area about the map home, with so many pixels at most."""
        most = math.sqrt(pixels / max(1.0, area.width() * area.height()))
        camera, theme = self._home_camera(), self.look.theme.name
        ratio = min(self.ratio, most)
        return raster_key(camera, area, theme, lit, ratio, self._feather, lined=lined)

    @property
    def _feather(self) -> float:
        return min(self.size.width(), self.size.height()) * _MARGIN


def _led(way: float) -> tuple[float, float]:
    """How far a raster reaches before and behind a view that went so far, in shares of it."""
    lead = max(-_LEAD, min(_LEAD, way))
    return _MOVED_MARGIN - lead, _MOVED_MARGIN + lead
