"""The touch map: it glides to places, lights them, and says what was touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screen.map.map_annotations import MapAnnotations
from kiosk.screen.map.map_goal import Goal
from kiosk.screen.map.map_ground import MapGround
from kiosk.screen.map.map_hits import MapHits
from kiosk.screen.map.map_light import LightKey
from kiosk.screen.map.map_light_layer import MapLightLayer
from kiosk.screen.map.map_motion import MapMotion, Resizing
from kiosk.screen.map.map_targets import MapTargets
from kiosk.screen.map.map_touch import MapTouch

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.control.control import Control
    from kiosk.screen.map.map_letters import Lettering
    from kiosk.screen.map.map_world import MapWorld

_DRAG_U = 24
_PLACE_MS = 150
_ARRIVING_MS = 80
_NEAR = 0.75
"""After this share of a glide's time the map moves little any more."""


class MapView(QWidget):
    """Fills the window with the map.  Widgets may cover parts of it; `Goal.free` is the rest."""

    place_touched = Signal(str)
    water_touched = Signal()
    painted = Signal()
    """The first picture has been painted."""
    nearing = Signal()
    """The map has most of its way behind it."""
    arriving = Signal()
    """The map is about to come to rest."""
    settled = Signal()
    """The map has come to rest."""
    prepared = Signal()
    """What `prepare` asked for has been drawn."""

    def __init__(self, parent: QWidget, look: Look, world: MapWorld) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look = look
        self._world = world
        self._language = "en"
        self._goal = Goal(None, False, QRectF())
        self._gliding = self._near = self._arriving = False
        self._has_painted = False
        self._hits = MapHits(world)
        self._ground = MapGround(self, look, world.shapes)
        self._ground.sharpened.connect(self._sharpen)
        self._ground.prepared.connect(self.prepared)
        self._light = MapLightLayer(self)
        self._light.come.connect(self._sharpen)
        self._annotations = MapAnnotations(self, look)
        self._annotations.pulsed.connect(self._pulse_on)
        self._touch = MapTouch(self, self.place_at)
        self._touch.changed.connect(self.update)
        self._touch.place_touched.connect(self.place_touched)
        self._touch.water_touched.connect(self.water_touched)
        self._targets = MapTargets(self)
        self._targets.chosen.connect(self.place_touched)
        self._targets.focus_moved.connect(self.update)
        self._motion = MapMotion(self)
        self._motion.ticked.connect(self._tick)
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.setInterval(_PLACE_MS)
        self._placing.timeout.connect(self._place_targets)
        self._start_again()

    def set_world(self, world: MapWorld) -> None:
        """Show other outlines or other places."""
        self._world = world
        self._hits = MapHits(world)
        self._start_again()

    def cover(self, look: Look, size: QSize, goal: Goal) -> None:
        """Fill a window of that size in that look, and be at a goal at once."""
        alike = _drawn_alike(look, self._look) and goal.same_view(self._goal)
        self._look, self._goal = look, goal
        self._annotations.set_look(look)
        if size != self.size():
            self.resize(size)
        elif not alike:
            self._start_again()
        else:
            self._letter()
            self.update()

    def set_language(self, language: str, name_target: Callable[[str], str]) -> None:
        """Write names in another language; `name_target` says a place's full accessible name."""
        self._language = language
        self._targets.set_names(language, name_target)
        self._letter()
        self.update()

    def show_goal(self, goal: Goal) -> None:
        """Glide there, from wherever the map is at the moment."""
        if goal == self._goal:
            return
        turning = not goal.same_view(self._goal)
        self._goal = goal
        # A finger that is down meant what it saw before.
        self._touch.cancel()
        end = goal.camera(self._look, self._world, self.size())
        if not turning and end == self._motion.end:
            self._aim_light(end)
            self._letter()
            if not self._gliding:
                self._rest()
            return
        if self._look.motion.still or not self.isVisible():
            self._stand(end)
            return
        self._gliding, self._near, self._arriving = True, False, False
        self._motion.glide(end, self._look, QRectF(self.rect()))
        now, ends = self._motion.now, self._motion.ends
        self._annotations.leave(now, ends)
        self._ground.aim(end, goal.lit(self._world), now, ends - now)
        self._aim_light(end)
        self._letter()
        self.update()

    def finish(self) -> None:
        """Be at rest at once, with a sharp picture."""
        self._motion.hold()
        self._motion.stand(self._motion.end)
        self._ground.draw_now(self._motion.now)
        self._light.draw_now()
        self._rest()
        self._annotations.finish()
        self._placing.stop()
        self._place_targets()

    def prepare(self, look: Look) -> None:
        """Have the present goal drawn in another theme; `prepared` tells when it can be used."""
        self._ground.prepare(look)

    @property
    def at_rest(self) -> bool:
        """Whether nothing moves and the picture is the sharp one."""
        return not self._is_changing and self._ground.is_sharp and self._light.is_there

    @property
    def _is_changing(self) -> bool:
        """Whether the next frame differs from this one."""
        now = self._motion.now
        return self._gliding or self._ground.is_changing(now) or self._light.is_changing(now)

    @property
    def _camera(self) -> Camera:
        return self._motion.camera

    @property
    def is_gliding(self) -> bool:
        """Whether the map is on its way."""
        return self._gliding

    @property
    def goal(self) -> Goal:
        """Where the map is or goes."""
        return self._goal

    @property
    def lettering(self) -> Lettering:
        """The names and chips of the view at rest."""
        return self._annotations.lettering

    def chosen_point(self) -> QPointF | None:
        """Where the open place's marker will be when the map rests, or None without one."""
        return self._point_of(self._goal.place or "", self._motion.end)

    def place_at(self, point: QPointF) -> str | None:
        """The place that a touch there means."""
        return self._hits.place_at(
            point, self._look, self._camera, self.lettering, moving=self._gliding
        )

    def controls(self) -> list[Control]:
        """The places that can be reached, from west to east."""
        if self._placing.isActive():
            self._placing.stop()
            self._place_targets()
        return self._targets.controls(self._world)

    def target_point(self, landmark_id: str) -> QPointF | None:
        """Where on the view a place can be touched at the moment; for tests and laser pointers."""
        return self._point_of(landmark_id, self._camera)

    def _point_of(self, landmark_id: str, camera: Camera) -> QPointF | None:
        place = self._world.place(landmark_id)
        if place is None:
            return None
        return QPointF(*camera.to_screen(place.point.x(), place.point.y()))

    def _start_again(self) -> None:
        """Draw everything again, at the goal or on the way there."""
        self._annotations.forget_all()
        self._touch.drag = self._look.px(_DRAG_U)
        ratio = self.devicePixelRatioF()
        self._ground.start_again(self._look, self._world.shapes, self.size(), ratio)
        self._light.forget()
        if self.width() <= 0 or self.height() <= 0:
            return
        end = self._goal.camera(self._look, self._world, self.size())
        if not self._gliding:
            self._stand(end)
            return
        if end != self._motion.end:
            self._motion.glide(end, self._look, QRectF(self.rect()))
        now, ends = self._motion.now, self._motion.ends
        self._ground.aim(end, self._goal.lit(self._world), now, ends - now)
        self._letter()

    def _stand(self, camera: Camera) -> None:
        """Be at rest there."""
        self._motion.hold()
        self._motion.stand(camera)
        self._ground.stand(camera, self._goal.lit(self._world), self._motion.now)
        self._aim_light(camera)
        self._letter()
        self._rest()

    def _aim_light(self, camera: Camera) -> None:
        """Have the goal's light over the view of that camera, once the map is nearly there."""
        key, ratio = None, self.devicePixelRatioF()
        if not self._goal.light.is_dark:
            width, height = round(self.width() * ratio), round(self.height() * ratio)
            theme = self._look.theme.name
            key = LightKey(self._goal.light, camera, width, height, ratio, theme)
        now = self._motion.now
        comes = max(now, self._motion.ends - self._look.motion.label_out)
        self._light.aim(key, self._world, self._look, now, comes)
        if self._is_changing:
            self._motion.run()

    def _letter(self) -> None:
        if self.width() <= 0 or self._goal.free.isEmpty():
            return
        self._annotations.letter(
            self._world, self._goal, self._motion.end, self.chosen_point(), self._language
        )

    @Slot()
    def _tick(self) -> None:
        left = self._motion.ends - self._motion.now
        if self._gliding and not self._near and self._motion.passed >= _NEAR:
            self._near = True
            self.nearing.emit()
        if self._gliding and not self._arriving and left <= _ARRIVING_MS:
            self._arriving = True
            self.arriving.emit()
        if self._gliding and self._motion.is_over:
            self._rest()
        if not self._is_changing:
            self._motion.hold()
        self.update()

    def _rest(self) -> None:
        self._gliding = False
        self.nearing.emit()
        self._annotations.rest(pulsing=self._goal.place is not None and self.isVisible())
        self._placing.start()
        self.update()
        self.settled.emit()

    @Slot()
    def _pulse_on(self) -> None:
        point = self.chosen_point()
        if point is not None:
            self.update(self._annotations.area(point))

    @Slot()
    def _sharpen(self) -> None:
        self._ground.take(self._motion.now)
        self._light.take(self._motion.now)
        if self._is_changing:
            self._motion.run()
        self.update()

    @Slot()
    def _say_painted(self) -> None:
        self.painted.emit()

    @Slot()
    def _place_targets(self) -> None:
        self._targets.place(
            self._world, self._look, self._camera, self.lettering, free=self._goal.free
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and self._touch.handle(event):
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._start_again()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._gliding:
            self._motion.change(Resizing(event.oldSize(), self.size()))
        self._start_again()

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the map of the moment without any names, for whoever lies above it."""
        self._ground.paint(painter, self._camera, self._motion.now)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        camera, now = self._camera, self._motion.now
        self._ground.paint(painter, camera, now)
        self._light.paint(painter, camera, now)
        self._annotations.paint(painter, self._world, self._goal, camera, now, self._touch.pressed)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self._say_painted)
        self._targets.paint_focus(painter, self._look)


def _drawn_alike(one: Look, other: Look) -> bool:
    """Whether two looks give the same map."""
    return one.u == other.u and one.millimetre == other.millimetre and one.theme is other.theme
