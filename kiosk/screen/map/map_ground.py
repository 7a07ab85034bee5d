"""The ground of the map: it asks for rasters in time, and paints what there is of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot

from kiosk.geography.camera import Camera
from kiosk.screen.map.map_glide import MapGlide, covers, is_as_large
from kiosk.screen.map.map_layers import MapLayers
from kiosk.screen.map.map_plan import RasterAim, RasterPlan
from kiosk.screen.map.map_raster import RasterKey, draw_raster
from kiosk.screen.map.map_rasters import MapRasters

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.screen.map.map_shapes import MapShapes

_LIMIT_BYTES = 24 * 1024 * 1024
"""The home view and one place: with 40 MB, as many views of a visit had to be drawn again."""
_ASK_MS = 20
"""The raster's drawing competes with the panel's first painting: it begins a moment later."""
_EXPECT_MS = 30
"""A finger that moves the map has begun to do so by then, and needs the threads for its way."""


class MapGround(QObject):
    """Water, land and borders of one view: resting at its aim, or on the way there."""

    sharpened = Signal()
    """A raster has come that shows the present view better."""
    prepared = Signal()
    """What `prepare` asked for can be shown."""

    def __init__(self, parent: QObject, look: Look, shapes: MapShapes) -> None:
        super().__init__(parent)
        self._plan = RasterPlan(look, shapes, QSize(), 1.0)
        nowhere = Camera(0, 0, 1)
        self._aim = RasterAim(nowhere, frozenset(), nowhere)
        self._target = self._plan.pair(self._aim)[1]
        self._preparing: tuple[RasterKey, ...] = ()
        self._expected: tuple[RasterKey, ...] = ()
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
        self._expecting = QTimer(self)
        self._expecting.setSingleShot(True)
        self._expecting.setInterval(_EXPECT_MS)
        self._expecting.timeout.connect(self._ask)

    @property
    def is_sharp(self) -> bool:
        """Whether the raster of the view at rest is there."""
        return self._rasters.get(self._target) is not None

    def is_changing(self, now: float) -> bool:
        """Whether something still comes or goes."""
        return self._layers.is_changing(now)

    def start_again(self, look: Look, shapes: MapShapes, size: QSize, ratio: float) -> None:
        """Draw again what has changed; what was drawn stays until there is something better."""
        before, self._plan = self._plan, RasterPlan(look, shapes, size, ratio)
        self._expected = ()
        if shapes is not before.shapes:
            self._rasters.forget_all()
            self._layers.age()
        if look.theme.name != before.look.theme.name:
            self._layers.clear()
        if (size, ratio) != (before.size, before.ratio):
            self._frames.resize(size, ratio)
            self._needs_sketch = True

    def stand(self, camera: Camera, lit: frozenset[str], now: float) -> None:
        """Stand there at once, on a sketch of the map home until something sharper comes."""
        self.aim(camera, lit, now, 0.0)

    def aim(self, camera: Camera, lit: frozenset[str], now: float, duration: float) -> None:
        """Go there from the present aim in so many milliseconds, and have it drawn."""
        ground, detail = self._take_aim(RasterAim(camera, lit, camera))
        self._layers.aim(ground, detail, now, 0.0 if self._layers.is_empty else duration)
        self.take(now)
        if self._layers.is_empty or self._needs_sketch:
            self._lay_draft()
        self._asking.start()

    def follow(self, camera: Camera, lit: frozenset[str], now: float) -> None:
        """Have what fingers move there drawn, one view at a time; the fingers wait for none."""
        if self.is_sharp and not self._plan.is_good_for(self._target, camera):
            self._turn(self._plan.led(camera, lit, self._aim), now)

    def expect(self, camera: Camera | None, lit: frozenset[str]) -> None:
        """Have a view drawn that may be the next, so that nothing is drawn beside its glide."""
        if camera is None:
            # What is being drawn goes on: the finger may have been lifted to touch the place.
            self._expected = ()
            self._expecting.stop()
            return
        self._expected = self._plan.pair(RasterAim(camera, lit, camera))
        self._expecting.start()

    def settle(self, camera: Camera, lit: frozenset[str], now: float) -> None:
        """Have the view drawn in which the map comes to rest, and keep all there is meanwhile."""
        aim = self._plan.moved(camera, lit, self._aim)
        shown = self._target if self._shows_all(aim) else None
        self._turn(replace(aim, shown=shown), now)

    def _turn(self, aim: RasterAim, now: float) -> None:
        ground, detail = self._take_aim(aim)
        self._layers.turn(ground, detail, now)
        self.take(now)
        if not self._asking.isActive():
            self._asking.start()

    def _take_aim(self, aim: RasterAim) -> tuple[RasterKey, RasterKey | None]:
        """The ground and the detail that are wanted from now on."""
        self._aim = aim
        self._preparing = self._expected = ()
        self._expecting.stop()
        ground, self._target = self._plan.pair(aim)
        self._rasters.pin(self._plan.home(), self._target)
        return ground, None if self._target == ground else self._target

    @property
    def _standing(self) -> RasterAim:
        """The aim of a map that stands where the present aim has it."""
        return RasterAim(self._aim.camera, self._aim.lit, self._aim.camera)

    def _shows_all(self, aim: RasterAim) -> bool:
        """Whether the sharp raster that is there has all pixels of an aim already."""
        raster = self._rasters.get(self._target)
        return (
            raster is not None
            and aim.lit == self._aim.lit
            and is_as_large(aim.camera, raster.key.camera)
            and covers(raster, aim.camera, self._plan.view)
        )

    def take(self, now: float) -> None:
        """Show what has been drawn meanwhile."""
        self._layers.take(self._rasters.get, now)
        if (sketch := self._rasters.get(self._plan.sketch())) is not None:
            self._layers.sketch(sketch)

    def prepare(self, look: Look) -> None:
        """Have the present aim drawn in another theme, and say when it is there."""
        self._asking.stop()
        plan = replace(self._plan, look=look)
        self._preparing = plan.all(self._standing)
        self._rasters.ask(self._preparing, plan.shapes, look)
        self._say_prepared()

    def draw_now(self, now: float) -> None:
        """Have the view at rest drawn at once."""
        aim, plan = self._standing, self._plan
        target = plan.pair(aim)[1]
        if self._rasters.get(target) is None:
            self._rasters.put(draw_raster(target, plan.shapes, plan.look))
        self.stand(aim.camera, aim.lit, now)
        self._asking.stop()

    def paint(self, painter: QPainter, camera: Camera, now: float) -> None:
        """Paint what `camera` sees."""
        view = self._plan.view
        self._layers.prune(camera, view, now)
        raster = self._rasters.get(self._target)
        if (
            raster is not None
            and camera == self._target.camera
            and self._layers.is_whole(self._target, now)
        ):
            self._frames.rest(self._target)
            raster.draw(painter)
            return
        layers = self._layers.seen(camera, view, now)
        self._frames.paint(painter, camera=camera, layers=layers, sea=self._plan.look.theme.sea0)

    def _lay_draft(self) -> None:
        """Have something to show at once: the first picture, or a sketch of what has changed."""
        self._needs_sketch = False
        plan = self._plan
        if self._is_first:
            self._is_first = False
            # Only where there are any: a copy would have its areas written anew.
            shapes = replace(plan.shapes, waterlines=()) if plan.shapes.waterlines else plan.shapes
            self._layers.lay(draw_raster(plan.home(), shapes, plan.look))
        else:
            sketch = draw_raster(plan.sketch(), plan.shapes, plan.look)
            self._rasters.put(sketch)
            self._layers.sketch(sketch)

    @Slot()
    def _ask(self) -> None:
        keys = dict.fromkeys((*self._plan.all(self._aim), *self._expected))
        self._rasters.ask(keys, self._plan.shapes, self._plan.look)

    @Slot(object)
    def _come(self, key: RasterKey) -> None:
        if key in self._preparing:
            self._say_prepared()
        if key in self._plan.all(self._aim):
            self.sharpened.emit()

    def _say_prepared(self) -> None:
        wanted = self._preparing
        if wanted and all(self._rasters.get(key) is not None for key in wanted):
            self._preparing = ()
            self.prepared.emit()
