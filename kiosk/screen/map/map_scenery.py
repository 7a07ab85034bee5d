"""What lies below all names: the ground of the map, and the shades and the light over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Signal

from kiosk.screen.map.map_ground import MapGround
from kiosk.screen.map.map_light import LightKey
from kiosk.screen.map.map_light_layer import MapLightLayer
from kiosk.screen.map.map_shades_layer import MapShadesLayer

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_goal import Goal
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.steps import Steps


class MapScenery(QObject):
    """Has the ground and the light of a goal drawn, at rest, on the way, and under fingers."""

    come = Signal()
    """Something has been drawn that `take` shows."""
    prepared = Signal()
    """What `prepare` asked for can be shown."""

    def __init__(self, parent: QObject, look: Look, world: MapWorld) -> None:
        super().__init__(parent)
        self._look = look
        self._world = world
        self._size = QSize()
        self._ratio = 1.0
        self._ground = MapGround(self, look, world.shapes)
        self._ground.sharpened.connect(self.come)
        self._ground.prepared.connect(self.prepared)
        self._light = MapLightLayer(self)
        self._light.come.connect(self.come)
        self._shades = MapShadesLayer(self)
        self._shades.come.connect(self.come)

    def start_again(self, look: Look, world: MapWorld, size: QSize, ratio: float) -> None:
        """Draw again what has changed."""
        self._look, self._world, self._size, self._ratio = look, world, size, ratio
        self._ground.start_again(look, world.shapes, size, ratio)
        self._light.forget()
        self._shades.forget()

    def stand(self, camera: Camera, goal: Goal, now: float) -> None:
        """Stand there at once."""
        self._ground.stand(camera, goal.lit(self._world), now)
        self.light(camera, goal, now, now)

    def aim(self, camera: Camera, goal: Goal, now: float, ends: float) -> None:
        """Go there until `ends`."""
        self._ground.aim(camera, goal.lit(self._world), now, ends - now)
        self.light(camera, goal, now, ends)

    def follow(self, camera: Camera, goal: Goal, now: float) -> None:
        """Go with fingers; the light goes with the ground."""
        self._ground.follow(camera, goal.lit(self._world), now)

    def settle(self, camera: Camera, goal: Goal, now: float, ends: float) -> None:
        """Come to rest there, where fingers have let go."""
        self._ground.settle(camera, goal.lit(self._world), now)
        self.light(camera, goal, now, ends)

    def light(self, camera: Camera, goal: Goal, now: float, ends: float) -> None:
        """Have the goal's light over the view of that camera, once the map is nearly there."""
        key = None
        if not goal.light.is_dark:
            width = round(self._size.width() * self._ratio)
            height = round(self._size.height() * self._ratio)
            theme = self._look.theme.name
            key = LightKey(goal.light, camera, width, height, self._ratio, theme)
        comes = max(now, ends - self._look.motion.label_out)
        self._light.aim(key, self._world, self._look, now, comes)
        self._shades.aim(
            goal.shading, camera, self._world, self._look, self._size, self._ratio, now
        )

    def shade_now(self) -> None:
        """Have the shades of the view at rest there at once."""
        self._shades.draw_now()

    def prepare_shades(self, camera: Camera, goal: Goal) -> Steps[None]:
        """Have a goal's shades drawn that are about to be shown, and wait for them in steps."""
        assert goal.shading is not None
        keys = self._shades.keys(
            goal.shading, camera, self._world, self._look, self._size, self._ratio
        )
        return self._shades.prepare(keys, self._world, self._look)

    def prepare(self, look: Look) -> None:
        """Have the present aim drawn in another theme, and say when it is there."""
        self._ground.prepare(look)

    def expect(self, camera: Camera | None, goal: Goal | None) -> None:
        """Have the ground drawn of a view that may be the next; None where there is none."""
        lit = frozenset[str]() if goal is None else goal.lit(self._world)
        self._ground.expect(camera, lit)

    def take(self, now: float) -> None:
        """Show what has been drawn meanwhile."""
        self._ground.take(now)
        self._light.take(now)
        self._shades.take(now)

    def draw_now(self, now: float) -> None:
        """Have the view at rest drawn at once."""
        self._ground.draw_now(now)
        self._light.draw_now()
        self._shades.draw_now()

    @property
    def is_sharp(self) -> bool:
        """Whether everything of the view at rest is drawn."""
        return self._ground.is_sharp and self._light.is_there and self._shades.is_there

    def is_changing(self, now: float) -> bool:
        """Whether something still comes or goes."""
        lying_over = self._light.is_changing(now) or self._shades.is_changing(now)
        return self._ground.is_changing(now) or lying_over

    def paint_ground(self, painter: QPainter, camera: Camera, now: float) -> None:
        """Paint what `camera` sees of the ground alone."""
        self._ground.paint(painter, camera, now)

    def paint(self, painter: QPainter, camera: Camera, now: float) -> None:
        """Paint what `camera` sees."""
        self._ground.paint(painter, camera, now)
        self._shades.paint(
            painter, camera, QRectF(0, 0, self._size.width(), self._size.height()), now
        )
        self._light.paint(painter, camera, now)


class BlankScenery(MapScenery):
    """Draws nothing at all, and is always there: names over it stand as they would over a map."""

    @property
    def is_sharp(self) -> bool:
        """Whether everything of the view at rest is drawn."""
        return True

    def start_again(self, look: Look, world: MapWorld, size: QSize, ratio: float) -> None:
        """Draw nothing of what has changed."""

    def stand(self, camera: Camera, goal: Goal, now: float) -> None:
        """Draw nothing there."""

    def aim(self, camera: Camera, goal: Goal, now: float, ends: float) -> None:
        """Draw nothing on the way."""

    def light(self, camera: Camera, goal: Goal, now: float, ends: float) -> None:
        """Draw no light and no shades."""

    def expect(self, camera: Camera | None, goal: Goal | None) -> None:
        """Draw nothing ahead."""

    def draw_now(self, now: float) -> None:
        """Draw nothing at once."""

    def paint(self, painter: QPainter, camera: Camera, now: float) -> None:
        """Paint nothing."""
