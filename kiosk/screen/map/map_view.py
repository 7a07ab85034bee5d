"""The touch map: it glides to places, lights them, and says what was touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screen.map.map_annotations import MapAnnotations
from kiosk.screen.map.map_cameras import reach
from kiosk.screen.map.map_explorer import MapExplorer
from kiosk.screen.map.map_goal import Goal
from kiosk.screen.map.map_hits import MapHits
from kiosk.screen.map.map_motion import MapMotion, Resizing
from kiosk.screen.map.map_scenery import MapScenery
from kiosk.screen.map.map_targets import MapTargets

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kiosk.geography.camera import Camera
    from kiosk.geography.reach import Reach
    from kiosk.look.look import Look
    from kiosk.screen.control.control import Control
    from kiosk.screen.map.map_letters import Lettering
    from kiosk.screen.map.map_world import MapWorld


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
    explored = Signal(bool)
    """A visitor has moved the map away from its goal, or it is back there."""
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
        self._has_painted = False
        self._hits = MapHits(world)
        self._scenery = MapScenery(self, look, world)
        self._scenery.come.connect(self._sharpen)
        self._scenery.prepared.connect(self.prepared)
        self._annotations = MapAnnotations(self, look)
        self._annotations.pulsed.connect(self._pulse_on)
        self._explorer = MapExplorer(self, self.place_at, self._present_camera, self._reach)
        self._explorer.changed.connect(self.update)
        self._explorer.moved.connect(self._follow)
        self._explorer.sent.connect(self._go)
        self._explorer.left_goal.connect(self._leave_goal)
        self._explorer.place_touched.connect(self.place_touched)
        self._explorer.water_touched.connect(self.water_touched)
        self._targets = MapTargets(self)
        self._targets.chosen.connect(self.place_touched)
        self._targets.focus_moved.connect(self.update)
        self._motion = MapMotion(self)
        self._motion.ticked.connect(self._tick)
        self._motion.nearing.connect(self.nearing)
        self._motion.arriving.connect(self.arriving)
        self._targets.due.connect(self._place_targets)
        self._start_again()

    def set_world(self, world: MapWorld) -> None:
        """Show other outlines or other places."""
        self._world = world
        self._hits = MapHits(world)
        self._start_again()

    def cover(self, look: Look, size: QSize, goal: Goal) -> None:
        """Fill a window of that size in that look, and be at a goal at once."""
        alike = look.draws_alike(self._look) and goal.same_view(self._goal)
        self._look, self._goal = look, goal
        self._explorer.set_look(look)
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
        # A finger that is down meant what it saw before; one that moves the map goes on.
        self._explorer.let_go(of_map=turning)
        end = goal.camera(self._look, self._world, self.size())
        if not turning and (self._explorer.is_away or end == self._motion.end):
            now, ends = self._motion.now, self._motion.ends
            self._scenery.light(self._motion.end, self._goal, now, ends)
            self._run()
            self._letter()
            if not self._motion.is_under_way:
                self._rest()
            return
        was_away = self._explorer.come_back()
        self._glide()
        if was_away:
            self.explored.emit(False)

    def _glide(self) -> None:
        """Go to where the goal has the map."""
        end = self._goal.camera(self._look, self._world, self.size())
        if self._look.motion.still or not self.isVisible():
            self._stand(end)
            return
        self._motion.glide(end, self._look, QRectF(self.rect()))
        now, ends = self._motion.now, self._motion.ends
        self._annotations.leave(now, ends)
        self._scenery.aim(end, self._goal, now, ends)
        self._letter()
        self.update()

    def finish(self) -> None:
        """Be at rest at once, with a sharp picture."""
        self._motion.hold()
        self._motion.stand(self._motion.end)
        self._scenery.draw_now(self._motion.now)
        self._rest()
        self._annotations.finish()
        self._place_targets()

    def prepare(self, look: Look) -> None:
        """Have the present goal drawn in another theme; `prepared` tells when it can be used."""
        self._scenery.prepare(look)

    @property
    def at_rest(self) -> bool:
        """Whether nothing moves and the picture is the sharp one."""
        return not self._is_changing and self._scenery.is_sharp

    @property
    def _is_changing(self) -> bool:
        """Whether the next frame differs from this one."""
        return self._motion.is_under_way or self._scenery.is_changing(self._motion.now)

    @property
    def camera(self) -> Camera:
        """Where the camera is at the moment."""
        return self._motion.camera

    def _present_camera(self) -> Camera:
        return self._motion.camera

    @property
    def is_gliding(self) -> bool:
        """Whether the map is on its way."""
        return self._motion.is_under_way

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
            point, self._look, self.camera, self.lettering, moving=self._motion.is_under_way
        )

    def controls(self) -> list[Control]:
        """The places that can be reached, from west to east."""
        if self._targets.is_late:
            self._place_targets()
        return self._targets.controls(self._world)

    def target_point(self, landmark_id: str) -> QPointF | None:
        """Where on the view a place can be touched at the moment; for tests and laser pointers."""
        return self._point_of(landmark_id, self.camera)

    def _point_of(self, landmark_id: str, camera: Camera) -> QPointF | None:
        place = self._world.place(landmark_id)
        if place is None:
            return None
        return QPointF(*camera.to_screen(place.point.x(), place.point.y()))

    def _start_again(self) -> None:
        """Draw everything again, at the goal or on the way there."""
        self._annotations.forget_all()
        self._explorer.set_look(self._look)
        ratio = self.devicePixelRatioF()
        self._scenery.start_again(self._look, self._world, self.size(), ratio)
        if self.width() <= 0 or self.height() <= 0:
            return
        end = self._goal.camera(self._look, self._world, self.size())
        if self._explorer.come_back():
            self.explored.emit(False)
        if not self._motion.is_under_way:
            self._stand(end)
            return
        if end != self._motion.end:
            self._motion.glide(end, self._look, QRectF(self.rect()))
        now, ends = self._motion.now, self._motion.ends
        self._scenery.aim(end, self._goal, now, ends)
        self._letter()

    def _stand(self, camera: Camera) -> None:
        """Be at rest there."""
        self._motion.hold()
        self._motion.stand(camera)
        self._scenery.stand(camera, self._goal, self._motion.now)
        self._run()
        self._letter()
        self._rest()

    def _letter(self) -> None:
        if self.width() <= 0 or self._goal.free.isEmpty():
            return
        self._annotations.letter(
            self._world,
            self._goal,
            self._motion.end,
            self.chosen_point(),
            self._language,
            explored=self._explorer.is_away,
        )

    @Slot(QPointF, float)
    def zoom(self, at: QPointF, levels: float) -> None:
        """Let the map grow about a point of the view; a level is twice as large."""
        self._explorer.zoom(at, levels)

    @Slot()
    def return_to_goal(self) -> None:
        """Be where the goal has the map, once nobody explores it any more."""
        if self._explorer.come_back():
            self._glide()
            self.explored.emit(False)

    @property
    def is_explored(self) -> bool:
        """Whether a visitor has moved the map away from where its goal has it."""
        return self._explorer.is_away

    @Slot()
    def _leave_goal(self) -> None:
        self.explored.emit(True)

    def _reach(self) -> Reach:
        return reach(self._look, self._world, self._goal.free, QRectF(self.rect()))

    @Slot(object)
    def _follow(self, camera: Camera) -> None:
        """Have the map under the fingers."""
        self._annotations.carry()
        self._motion.stand(camera)
        self._scenery.follow(camera, self._goal, self._motion.now)
        self._run()
        self.update()

    @Slot(object, float)
    def _go(self, end: Camera, duration: float) -> None:
        """Come to rest there by itself, where somebody explores the map."""
        if self._look.motion.still or not self.isVisible():
            self._stand(end)
            return
        self._motion.coast(end, max(duration, self._look.motion.label_out))
        now, ends = self._motion.now, self._motion.ends
        self._annotations.leave(now, ends)
        self._scenery.settle(end, self._goal, now, ends)
        self._letter()
        self.update()

    @Slot()
    def _tick(self) -> None:
        if self._motion.is_under_way and self._motion.is_over:
            self._rest()
        if not self._is_changing:
            self._motion.hold()
        self.update()

    def _rest(self) -> None:
        self._motion.stand(self._motion.end)
        self.nearing.emit()
        self._annotations.rest(pulsing=self._goal.place is not None and self.isVisible())
        self._targets.place_soon()
        self.update()
        self.settled.emit()

    @Slot()
    def _pulse_on(self) -> None:
        point = self.chosen_point()
        if point is not None:
            self.update(self._annotations.area(point))

    @Slot()
    def _sharpen(self) -> None:
        self._scenery.take(self._motion.now)
        self._run()
        self.update()

    def _run(self) -> None:
        """Let the clock go where the next frame differs."""
        if self._is_changing:
            self._motion.run()

    @Slot()
    def _say_painted(self) -> None:
        self.painted.emit()

    @Slot()
    def _place_targets(self) -> None:
        self._targets.place(
            self._world, self._look, self.camera, self.lettering, free=self._goal.free
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and self._explorer.handle(event):
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._start_again()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._motion.is_under_way:
            self._motion.change(Resizing(event.oldSize(), self.size()))
        self._start_again()

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the map of the moment without any names, for whoever lies above it."""
        self._scenery.paint_ground(painter, self.camera, self._motion.now)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        camera, now = self.camera, self._motion.now
        self._scenery.paint(painter, camera, now)
        self._annotations.paint(
            painter, self._world, self._goal, camera, now, self._explorer.pressed
        )
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self._say_painted)
        self._targets.paint_focus(painter, self._look)
