"""The ground of the map: it asks for rasters in time, and paints what there is of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, QSizeF, QTimer, Signal, Slot

from kiosk.geography.camera import Camera
from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_glide import Layer, MapGlide
from kiosk.screen.map.map_rasters import MapRasters, Raster, RasterKey, draw_raster

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.screen.map.map_picture import MapShapes

_LIMIT_BYTES = 32 * 1024 * 1024
_HOME_MARGIN = 0.1
_ASK_MS = 20
"""The raster's drawing competes with the panel's first painting: it begins a moment later."""
_SOURCE_GONE = 0.5
_TARGET_COMES = 0.45


class MapGround(QObject):
    """Water, land and borders of one view: resting at its aim, or on the way there."""

    sharpened = Signal()
    """A raster has come that shows the present view better."""

    def __init__(self, parent: QObject, look: Look, shapes: MapShapes) -> None:
        super().__init__(parent)
        self._look = look
        self._shapes = shapes
        self._size = QSize()
        self._draft: Raster | None = None
        self._source: RasterKey | None = None
        self._target = self._key(Camera(0, 0, 1), frozenset())
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

    def start_again(self, look: Look, shapes: MapShapes, size: QSize) -> None:
        """Forget what was drawn, unless neither look nor outlines nor the view's size changed."""
        if look is self._look and shapes is self._shapes and size == self._size:
            return
        self._look, self._shapes, self._size = look, shapes, size
        self._rasters.forget_all()
        self._frames.resize(size)

    def stand(self, camera: Camera, lit: frozenset[str]) -> None:
        """Stand there at once, on a draft of the map home until something sharper comes."""
        home = self._home_key()
        self._rasters.pin(home)
        self._source = None
        self._target = self._key(camera, lit)
        draft = self._key(home.camera, frozenset())
        if self._draft is None or self._draft.key != draft:
            shapes = replace(self._shapes, waterlines=())
            self._draft = draw_raster(draft, shapes, self._look)
        self._asking.start()

    def aim(self, camera: Camera, lit: frozenset[str]) -> None:
        """Go from the present aim to that one, and have it drawn."""
        self._source = self._target
        self._target = self._key(camera, lit)
        self._asking.start()

    def draw_now(self) -> None:
        """Have the view at rest drawn at once."""
        self._asking.stop()
        if self._rasters.get(self._target) is None:
            self._rasters.put(draw_raster(self._target, self._shapes, self._look))

    def paint(self, painter: QPainter, rect: QRect, camera: Camera, progress: float) -> None:
        """Paint that part of the view; `progress` is how much of the way is done, from 0 to 1."""
        if progress >= 1:
            raster = self._rasters.get(self._target)
            if raster is not None:
                painter.drawImage(rect, raster.image, rect)
                return
        home = self._rasters.get(self._home_key()) or self._draft
        if home is None:
            painter.fillRect(rect, self._look.theme.sea0)
            return
        self._frames.paint(
            painter,
            camera=camera,
            home=home,
            layers=self._layers(progress),
            sea=self._look.theme.sea0,
            target=QRect(0, 0, self._size.width(), self._size.height()),
        )

    def _layers(self, progress: float) -> tuple[Layer, ...]:
        layers = []
        if self._source is not None and (source := self._rasters.get(self._source)):
            opacity = 1 - progress / _SOURCE_GONE
            layers.append(Layer(source, max(0.0, opacity)))
        if target := self._rasters.get(self._target):
            opacity = (progress - _TARGET_COMES) / (1 - _TARGET_COMES)
            layers.append(Layer(target, min(1.0, max(0.0, opacity))))
        return tuple(layers)

    def _key(self, camera: Camera, lit: frozenset[str]) -> RasterKey:
        width, height = self._size.width(), self._size.height()
        return RasterKey(camera, 0, 0, width, height, self._look.theme.name, lit)

    def _home_key(self) -> RasterKey:
        """The home raster reaches beyond the view, so that a glide never shows its edge."""
        width, height = self._size.width(), self._size.height()
        left, top = round(width * _HOME_MARGIN), round(height * _HOME_MARGIN)
        camera = home_camera(self._look, QSizeF(self._size))
        return RasterKey(
            camera,
            -left,
            -top,
            width + 2 * left,
            height + 2 * top,
            self._look.theme.name,
            frozenset(),
        )

    @Slot()
    def _ask(self) -> None:
        for key in (self._target, self._home_key()):
            self._rasters.ask(key, self._shapes, self._look)

    @Slot(object)
    def _come(self, key: RasterKey) -> None:
        home = self._home_key()
        if key == home:
            self._draft = None
        if key in (self._target, home):
            self.sharpened.emit()
