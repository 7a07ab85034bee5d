"""The touch map: it glides to places, lights them, and says what was touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QTouchEvent
from PySide6.QtWidgets import QWidget

from kiosk.geography.camera import Camera, interpolate
from kiosk.look.motion import ease
from kiosk.screen.map.map_goal import Goal
from kiosk.screen.map.map_ground import MapGround
from kiosk.screen.map.map_hits import MapHits
from kiosk.screen.map.map_lettering import View
from kiosk.screen.map.map_markers import MapMarkers
from kiosk.screen.map.map_names import MapNames
from kiosk.screen.map.map_targets import MapTargets
from kiosk.screen.map.map_touch import MapTouch

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kiosk.look.look import Look
    from kiosk.screen.control import Control
    from kiosk.screen.map.map_letters import Lettering
    from kiosk.screen.map.map_world import MapPlace, MapWorld

_DRAG_U = 24
_PLACE_MS = 150


class MapView(QWidget):
    """Fills the window with the map.  Widgets may cover parts of it; `Goal.free` is the rest."""

    place_touched = Signal(str)
    water_touched = Signal()
    painted = Signal()
    """The first picture has been painted."""
    settled = Signal()
    """The map has come to rest."""

    def __init__(self, parent: QWidget, look: Look, world: MapWorld) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look = look
        self._world = world
        self._language = "en"
        self._name_target: Callable[[str], str] = str
        self._goal = Goal(None, False, QRectF())
        self._camera = Camera(0, 0, 1)
        self._from = self._to = self._camera
        self._progress = 1.0
        self._has_painted = False
        self._hits = MapHits(world)
        self._names = MapNames()
        self._ground = MapGround(self, look, world.shapes)
        self._ground.sharpened.connect(self._sharpen)
        self._markers = MapMarkers(self, look)
        self._markers.breathed.connect(self._breathe)
        self._touch = MapTouch(self, self.place_at)
        self._touch.changed.connect(self.update)
        self._touch.place_touched.connect(self.place_touched)
        self._touch.water_touched.connect(self.water_touched)
        self._targets = MapTargets(self)
        self._targets.chosen.connect(self.place_touched)
        self._targets.focus_moved.connect(self.update)
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(ease("standard"))
        self._motion.valueChanged.connect(self._glide_to)
        self._motion.finished.connect(self._rest)
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
        """Fill a window of that size in that look, and stand at a goal at once."""
        alike = _drawn_alike(look, self._look) and goal.same_view(self._goal)
        self._look, self._goal = look, goal
        self._markers.set_look(look)
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
        self._name_target = name_target
        self._letter()
        self.update()

    def show_goal(self, goal: Goal) -> None:
        """Glide there, from wherever the map is at the moment."""
        if goal == self._goal and self._progress >= 1:
            return
        moving = not goal.same_view(self._goal)
        self._names.leave(self._camera)
        self._goal = goal
        self._from, self._to = self._camera, goal.camera(self._look, self._world, self.size())
        # A finger that is down meant what it saw before.
        self._touch.cancel()
        self._ground.aim(self._to, goal.lit(self._world))
        self._letter()
        self._motion.stop()
        if self._look.motion.still or not moving or not self.isVisible():
            self._camera = self._to
            self._rest()
            return
        self._progress = 0.0
        self._markers.breathe(on=False)
        self._motion.setDuration(self._look.motion.glide.duration)
        self._motion.start()

    def finish(self) -> None:
        """Be at rest at once, with a sharp picture."""
        self._motion.stop()
        self._camera = self._to
        self._ground.draw_now()
        self._rest()
        self._placing.stop()
        self._place_targets()

    @property
    def at_rest(self) -> bool:
        """Whether nothing moves and the picture is the sharp one."""
        return self._progress >= 1 and self._ground.is_sharp

    @property
    def goal(self) -> Goal:
        """Where the map stands or goes."""
        return self._goal

    @property
    def lettering(self) -> Lettering:
        """The names and chips of the view at rest."""
        return self._names.lettering

    def chosen_point(self) -> QPointF | None:
        """Where the open place's marker will stand when the map rests; None without one."""
        return self._point_of(self._goal.place or "", self._to)

    def place_at(self, point: QPointF) -> str | None:
        """The place that a touch there means."""
        moving = self._progress < 1
        return self._hits.place_at(point, self._look, self._camera, self.lettering, moving=moving)

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
        """Draw everything anew, at rest at the goal."""
        self._names.forget_all()
        self._markers.forget_all()
        self._touch.drag = self._look.px(_DRAG_U)
        self._ground.start_again(self._look, self._world.shapes, self.size())
        if self.width() <= 0 or self.height() <= 0:
            return
        self._motion.stop()
        camera = self._goal.camera(self._look, self._world, self.size())
        self._camera = self._from = self._to = camera
        self._ground.stand(camera, self._goal.lit(self._world))
        self._letter()
        self._rest()

    def _letter(self) -> None:
        if self.width() <= 0 or self._goal.free.isEmpty():
            return
        thread = self._goal.way_of_thread(self.chosen_point(), self._look)
        view = View(
            camera=self._to,
            area=self._goal.free,
            obstacles=(*self._goal.obstacles, *thread),
            language=self._language,
            chosen=self._goal.place or ("*" if self._goal.whole_bay else None),
            lit=self._goal.lit(self._world),
        )
        self._names.letter(self._world, self._look, view)

    @Slot(object)
    def _glide_to(self, value: float) -> None:
        self._progress = float(value)
        self._camera = interpolate(self._from, self._to, self._progress)
        self.update()

    @Slot()
    def _rest(self) -> None:
        self._progress = 1.0
        self._names.rest()
        self._camera = self._to
        self._placing.start()
        breathing = self._goal.place is not None and not self._look.motion.still
        self._markers.breathe(on=breathing and self.isVisible())
        self.update()
        self.settled.emit()

    @Slot()
    def _breathe(self) -> None:
        point = self.chosen_point()
        if point is not None:
            self.update(self._markers.area(point))

    @Slot()
    def _sharpen(self) -> None:
        if self._progress >= 1:
            self.update()

    @Slot()
    def _say_painted(self) -> None:
        self.painted.emit()

    @Slot()
    def _place_targets(self) -> None:
        self._targets.place(
            self._world,
            self._look,
            self._camera,
            self.lettering,
            free=self._goal.free,
            name_of=self._spoken_name,
        )

    def _spoken_name(self, place: MapPlace) -> tuple[str, str]:
        landmark = place.landmark
        return landmark.label.words_in(self._language), self._name_target(landmark.id)

    def _paint_pressed(self, painter: QPainter) -> None:
        place = self._world.place(self._touch.pressed or "")
        if place is None or place.outline is None or place.glyph in ("pearl", "diamond"):
            return
        painter.save()
        painter.setTransform(self._camera.transform(), True)
        painter.setBrush(self._look.theme.pressed)
        painter.setPen(QPen(self._look.theme.pearl, self._look.stroke(2) / self._camera.scale))
        painter.setOpacity(0.75)
        painter.drawPath(place.outline)
        painter.restore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch.touch(event)
            return True
        if event.type() == QEvent.Type.ContextMenu:
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._touch.press(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._touch.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._touch.release(event.position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._start_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pressed, chosen = self._touch.pressed, self._goal.place
        self._ground.paint(painter, event.rect(), self._camera, self._progress)
        self._paint_pressed(painter)
        self._names.paint(
            painter,
            self._look,
            camera=self._camera,
            rested=self._to,
            progress=self._progress,
            pressed=pressed,
        )
        highlight = self._goal.highlight
        marked = {*self.lettering.marked, *highlight, chosen}
        self._markers.paint(
            painter,
            (place for place in self._world.places if place.landmark.id in marked),
            self._camera,
            chosen=chosen,
            pressed=pressed,
            highlight=highlight,
        )
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self._say_painted)
        self._targets.paint_focus(painter, self._look)


def _drawn_alike(one: Look, other: Look) -> bool:
    """Whether two looks give the same map."""
    return one.u == other.u and one.millimetre == other.millimetre and one.theme is other.theme
