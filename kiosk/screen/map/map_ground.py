"""The ground of the map: it asks for rasters in time, and paints what there is of them."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, QSizeF, QTimer, Signal, Slot

from kiosk.geography.camera import Camera
from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_glide import MapGlide, placed
from kiosk.screen.map.map_layers import MapLayers
from kiosk.screen.map.map_raster import RasterKey, draw_raster, raster_key
from kiosk.screen.map.map_rasters import MapRasters

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.screen.map.map_shapes import MapShapes

_LIMIT_BYTES = 40 * 1024 * 1024
_MARGIN = 0.04
"""How far each raster reaches beyond its view, as a share of it: there it thins out."""
_HOME_MARGIN = 0.1
_LIT_PIXELS = 1_500_000
"""The ground of a moving map is seen for half a second: it need not be as sharp as at rest."""
_SKETCH_PIXELS = 400_000
_LEAST_SCALE, _MOST_SCALE = 0.7, 1.4
"""How much smaller or larger than it was drawn a raster is shown while fingers move it."""
_ASK_MS = 20
"""The raster's drawing competes with the panel's first painting: it begins a moment later."""


class MapGround(QObject):
    """Water, land and borders of one view: resting at its aim, or on the way there."""

    sharpened = Signal()
    """A raster has come that shows the present view better."""
    prepared = Signal()
    """What `prepare` asked for can be shown."""

    def __init__(self, parent: QObject, look: Look, shapes: MapShapes) -> None:
        super().__init__(parent)
        self._look = look
        self._shapes = shapes
        self._size = QSize()
        self._ratio = 1.0
        self._aim = (Camera(0, 0, 1), frozenset[str]())
        self._target = self._detail(self._aim, look)
        self._preparing: tuple[RasterKey, ...] = ()
        self._is_first = True
        self._needs_sketch = False
        self._layers = MapLayers()
        self._frames = MapGlide()
        self._rasters = MapRasters(_LIMIT_BYTES, self)
        self._rasters.ready.connect(self._come)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_ASK_MS)
        self._asking.timeout.connect(self._ask)

    @property
    def is_sharp(self) -> bool:
        """Whether the raster of the view at rest is there."""
        return self._rasters.get(self._target) is not None

    def is_changing(self, now: float) -> bool:
        """Whether something still comes or goes."""
        return self._layers.is_changing(now)

    def start_again(self, look: Look, shapes: MapShapes, size: QSize, ratio: float) -> None:
        """Draw again what has changed; what was drawn stays until there is something better."""
        if shapes is not self._shapes:
            self._rasters.forget_all()
            self._layers.age()
        if look.theme.name != self._look.theme.name:
            self._layers.clear()
        if size != self._size or ratio != self._ratio:
            self._frames.resize(size, ratio)
            self._needs_sketch = True
        self._look, self._shapes, self._size, self._ratio = look, shapes, size, ratio

    def stand(self, camera: Camera, lit: frozenset[str], now: float) -> None:
        """Stand there at once, on a sketch of the map home until something sharper comes."""
        self.aim(camera, lit, now, 0.0)

    def aim(self, camera: Camera, lit: frozenset[str], now: float, duration: float) -> None:
        """Go there from the present aim in so many milliseconds, and have it drawn."""
        self._aim = (camera, lit)
        self._preparing = ()
        ground, self._target = self._keys(self._look)
        self._rasters.pin(self._home(self._look), self._target)
        detail = None if self._target == ground else self._target
        self._layers.aim(ground, detail, now, 0.0 if self._layers.is_empty else duration)
        self.take(now)
        if self._layers.is_empty or self._needs_sketch:
            self._lay_draft()
        self._asking.start()

    def follow(self, camera: Camera, lit: frozenset[str], now: float) -> None:
        """Have what fingers move there drawn, one view at a time; the fingers wait for none."""
        if self.is_sharp and not self._is_good_for(camera):
            self.settle(camera, lit, now)

    def settle(self, camera: Camera, lit: frozenset[str], now: float) -> None:
        """Have the view drawn in which the map comes to rest, and keep all there is meanwhile."""
        self._aim = (camera, lit)
        self._preparing = ()
        ground, self._target = self._keys(self._look)
        self._rasters.pin(self._home(self._look), self._target)
        detail = None if self._target == ground else self._target
        self._layers.turn(ground, detail, now)
        self.take(now)
        if not self._asking.isActive():
            self._asking.start()

    def _is_good_for(self, camera: Camera) -> bool:
        """Whether the raster that is there shows that view, about as large as it was drawn."""
        key = self._target
        if not _LEAST_SCALE <= camera.scale / key.camera.scale <= _MOST_SCALE:
            return False
        view = QRectF(0, 0, self._size.width(), self._size.height())
        return placed(key, key.solid, camera).contains(view)

    def take(self, now: float) -> None:
        """Show what has been drawn meanwhile."""
        self._layers.take(self._rasters.get, now)
        if (sketch := self._rasters.get(self._sketch(self._look))) is not None:
            self._layers.sketch(sketch)

    def prepare(self, look: Look) -> None:
        """Have the present aim drawn in another theme, and say when it is there."""
        self._asking.stop()
        self._preparing = self._all_keys(look)
        self._rasters.ask(self._preparing, self._shapes, look)
        self._say_prepared()

    def draw_now(self, now: float) -> None:
        """Have the view at rest drawn at once."""
        if self._rasters.get(self._target) is None:
            self._rasters.put(draw_raster(self._target, self._shapes, self._look))
        camera, lit = self._aim
        self.stand(camera, lit, now)
        self._asking.stop()

    def paint(self, painter: QPainter, camera: Camera, now: float) -> None:
        """Paint what `camera` sees."""
        view = QRectF(0, 0, self._size.width(), self._size.height())
        self._layers.prune(camera, view, now)
        raster = self._rasters.get(self._target)
        if (
            raster is not None
            and camera == self._target.camera
            and self._layers.is_whole(self._target, now)
        ):
            raster.draw(painter)
            return
        layers = self._layers.seen(camera, view, now)
        self._frames.paint(painter, camera=camera, layers=layers, sea=self._look.theme.sea0)

    def _lay_draft(self) -> None:
        """Have something to show at once: the first picture, or a sketch of what has changed."""
        self._needs_sketch = False
        if self._is_first:
            self._is_first = False
            shapes = replace(self._shapes, waterlines=())
            self._layers.lay(draw_raster(self._home(self._look), shapes, self._look))
        else:
            self._rasters.put(draw_raster(self._sketch(self._look), self._shapes, self._look))
            self._layers.sketch(self._rasters.get(self._sketch(self._look)))

    def _keys(self, look: Look) -> tuple[RasterKey, RasterKey]:
        """The ground and the sharp raster of the aim."""
        camera, lit = self._aim
        home = self._home(look)
        view = QRectF(0, 0, self._size.width(), self._size.height())
        if camera == home.camera and not lit:
            return home, home
        x, y = home.camera.to_screen(*camera.to_map(0, 0))
        scale = home.camera.scale / camera.scale
        seen = QRectF(x, y, view.width() * scale, view.height() * scale)
        detail = self._detail(self._aim, look)
        if home.solid.contains(seen):
            if not lit:
                return home, detail
            return self._within(home.camera, home.area, lit, look, _LIT_PIXELS), detail
        rim_x, rim_y = seen.width() * _HOME_MARGIN, seen.height() * _HOME_MARGIN
        reach = home.area.united(seen.adjusted(-rim_x, -rim_y, rim_x, rim_y))
        return self._within(home.camera, reach, lit, look, _LIT_PIXELS), detail

    def _all_keys(self, look: Look) -> tuple[RasterKey, ...]:
        """All that is of use at the aim, the most urgent first."""
        return tuple(dict.fromkeys((*self._keys(look), self._home(look), self._sketch(look))))

    def _detail(self, aim: tuple[Camera, frozenset[str]], look: Look) -> RasterKey:
        camera, lit = aim
        return self._around_view(camera, lit, look, _MARGIN)

    def _home(self, look: Look) -> RasterKey:
        """The home raster reaches further, so that few glides show its edge."""
        camera = home_camera(look, self._shapes.framing, QSizeF(self._size))
        return self._around_view(camera, frozenset(), look, _HOME_MARGIN)

    def _sketch(self, look: Look) -> RasterKey:
        """A sketch of all that any view or way can show."""
        width, height = self._size.width(), self._size.height()
        area = QRectF(-width, -height, 3 * width, 3 * height)
        camera = home_camera(look, self._shapes.framing, QSizeF(self._size))
        return self._within(camera, area, frozenset(), look, _SKETCH_PIXELS, lined=False)

    def _around_view(
        self, camera: Camera, lit: frozenset[str], look: Look, margin: float
    ) -> RasterKey:
        width, height = self._size.width(), self._size.height()
        area = QRectF(0, 0, width, height).adjusted(
            -width * margin, -height * margin, width * margin, height * margin
        )
        feather = min(width, height) * _MARGIN
        return raster_key(camera, area, look.theme.name, lit, self._ratio, feather)

    def _within(
        self,
        camera: Camera,
        area: QRectF,
        lit: frozenset[str],
        look: Look,
        pixels: int,
        *,
        lined: bool = True,
    ) -> RasterKey:
        """A raster of that area with so many pixels at most."""
        most = math.sqrt(pixels / max(1.0, area.width() * area.height()))
        ratio = min(self._ratio, most)
        feather = min(self._size.width(), self._size.height()) * _MARGIN
        return raster_key(camera, area, look.theme.name, lit, ratio, feather, lined=lined)

    @Slot()
    def _ask(self) -> None:
        self._rasters.ask(self._all_keys(self._look), self._shapes, self._look)

    @Slot(object)
    def _come(self, key: RasterKey) -> None:
        if key in self._preparing:
            self._say_prepared()
        if key in self._all_keys(self._look):
            self.sharpened.emit()

    def _say_prepared(self) -> None:
        wanted = self._preparing
        if wanted and all(self._rasters.get(key) is not None for key in wanted):
            self._preparing = ()
            self.prepared.emit()
