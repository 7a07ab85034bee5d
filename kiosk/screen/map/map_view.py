"""The touch map: it glides to places, lights them, and says what was touched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.exploring.explorer import Explorer
from kiosk.screen.map.map_annotations import MapAnnotations, NamedView
from kiosk.screen.map.map_approach import MapApproach, apart_camera
from kiosk.screen.map.map_cameras import reach
from kiosk.screen.map.map_course import MapCourse
from kiosk.screen.map.map_goal import Goal
from kiosk.screen.map.map_places import MapPlaces
from kiosk.screen.map.map_shading import DISC_U
from kiosk.screen.map.map_words import MapWords
from kiosk.screen.map.place_groups import camera_apart, group_members
from kiosk.screen.repainting import Repainting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kiosk.geography.camera import Camera
    from kiosk.geography.reach import Reach
    from kiosk.look.look import Look
    from kiosk.screen.control.control import Control
    from kiosk.screen.map.map_letters import Lettering
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.steps import Steps


class MapView(QWidget):
    """Fills the window with the map.  Widgets may cover parts of it; `Goal.free` is the rest."""

    assistive_role = AssistiveRole.MAP

    place_pressed = Signal(str)
    """A finger is on this place and would touch it; empty as soon as none is."""
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
    ranged = Signal(bool, bool)
    """Whether the map can come nearer than it is or will be, and whether it can go farther."""
    explored = Signal(bool)
    """A visitor has moved the map away from its goal, or it is back there."""
    viewed = Signal()
    """The map has been moved: what is tied to its places has to move as well."""
    prepared = Signal()
    """What `prepare` asked for has been drawn."""

    def __init__(self, parent: QWidget, look: Look, world: MapWorld) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look = look
        self._world = world
        self._words = MapWords("en")
        self._goal = Goal(None, False, QRectF())
        self._has_painted = False
        self._frames = Repainting(self)
        self._course = MapCourse(self, look, world)
        self._course.changed.connect(self._frames.paint_again)
        self._course.changed.connect(self.viewed)
        self._course.nearing.connect(self.nearing)
        self._course.arriving.connect(self.arriving)
        self._course.arrived.connect(self._rest)
        self._course.prepared.connect(self.prepared)
        self._annotations = MapAnnotations(self, look, self._course)
        self._annotations.pulsed.connect(self._pulse_on)
        self._explorer = Explorer(self, self.place_at, self._course.present, self._reach)
        self._explorer.changed.connect(self.update)
        self._explorer.changed.connect(self._say_pressed)
        self._explorer.moved.connect(self._follow)
        self._explorer.sent.connect(self._go)
        self._explorer.glided.connect(self._glide_to)
        self._explorer.left_goal.connect(self.explored)
        self._explorer.place_touched.connect(self._touch)
        self._explorer.ground_touched.connect(self.water_touched)
        self._approach = MapApproach(self, self._explorer, self._apart, self.return_to_goal)
        self._places = MapPlaces(self, world)
        self._places.chosen.connect(self._touch)
        self._places.focus_moved.connect(self.update)
        self._places.due.connect(self._put_places_soon)
        self._start_again()

    def set_world(self, world: MapWorld) -> None:
        """Show other outlines or other places."""
        self._world = world
        self._places.set_world(world)
        self._start_again()

    def cover(self, look: Look, size: QSize, goal: Goal) -> None:
        """Fill a window of that size in that look, and be at a goal at once."""
        keeps = look.u == self._look.u and goal.same_view(self._goal)
        alike = look.draws_alike(self._look) and goal.same_view(self._goal)
        self._look, self._goal = look, goal
        self._explorer.set_look(look)
        self._annotations.set_look(look)
        if size != self.size():
            self.resize(size)
        elif not alike:
            self._start_again(keeps=keeps)
        else:
            self._letter()
            self.update()

    def prepare_names(self, goal: Goal, words: MapWords) -> Steps[None]:
        """Set the names of a goal ahead of its being shown, in steps."""
        if self.width() <= 0 or goal.free.isEmpty():
            return
        if self._explorer.is_away and goal.same_view(self._goal):
            # Names of an explored view follow from those that are seen.
            return
        end = goal.camera(self._look, self._world, self.size())
        marker = self._places.point_of(goal.place or "", end)
        yield from self._annotations.prepare(NamedView(self._world, goal, end, marker, words))

    def prepare_layer(self, goal: Goal, words: MapWords) -> Steps[None]:
        """Set and draw other values of a data layer ahead, in steps: they are shown all at once."""
        if self.width() <= 0 or goal.free.isEmpty() or not goal.same_view(self._goal):
            return
        end, is_away = self._course.end, self._explorer.is_away
        if not is_away and goal.camera(self._look, self._world, self.size()) != end:
            return
        drawn = self._course.scenery.prepare_shades(end, goal)
        # A thread begins to draw, while names are set here.
        next(drawn, None)
        yield from self._annotations.prepare(
            NamedView(self._world, goal, end, None, words, is_away)
        )
        yield from drawn

    def describe_places(self, name_target: Callable[[str], str]) -> None:
        """Say something else of the places; their names stay."""
        self._words = replace(self._words, describe=name_target)
        self._places.set_words(self._words)
        self._places.put_soon()

    def show_goal(self, goal: Goal, words: MapWords | None = None) -> None:
        """Glide there, from wherever the map is at the moment; `words` are other ones."""
        if words is not None:
            self._words = words
            self._places.set_words(words)
        if goal == self._goal:
            if words is not None:
                self._letter()
                self.update()
            return
        turning = not goal.same_view(self._goal)
        has_other_values = goal.has_other_values(self._goal)
        self._goal = goal
        # A finger that is down meant what it saw before; one that moves the map goes on.
        self._explorer.let_go(of_view=turning)
        end = goal.camera(self._look, self._world, self.size())
        if not turning and (self._explorer.is_away or end == self._course.end):
            self._course.light(self._goal, at_once=has_other_values)
            # As many names as there are take their time; another language comes at once, and so do
            # other values: not one of those before stands beside the title of these.
            fades = words is None and not has_other_values
            fades = fades and not self._look.motion.still and self.isVisible()
            self._letter(self._course.now if fades else None)
            self.update()
            if not self._course.is_under_way:
                self._rest()
            return
        if has_other_values:
            self._annotations.names.drop()
        self._come_back()

    def _come_back(self) -> None:
        """Go to where the goal has the map, whoever has moved it away."""
        was_away = self._explorer.come_back()
        self._glide_to(self._goal.camera(self._look, self._world, self.size()))
        if was_away:
            self.explored.emit(False)

    @Slot(object)
    def _glide_to(self, end: Camera) -> None:
        if self._look.motion.still or not self.isVisible():
            self._stand(end)
            return
        self._course.glide(end, self._goal, self._look, QRectF(self.rect()))
        self._tell_range()
        self._annotations.carry()
        self._letter(self._course.ends)
        self.update()

    def expect(self, goal: Goal | None) -> None:
        """Have the picture of a goal drawn that may be shown next; None where there is none."""
        end = None if goal is None else goal.camera(self._look, self._world, self.size())
        self._course.expect(end, goal)

    def leave_blank(self) -> None:
        """Draw nothing below the names: for whoever reads these alone."""
        self._course.leave_blank(self._look, self._world)

    def finish(self) -> None:
        """Be at rest at once, with a sharp picture."""
        self._course.draw_now()
        self._rest()
        self._annotations.finish()
        self._put_places()

    def prepare(self, look: Look) -> None:
        """Have the present goal drawn in another theme; `prepared` tells when it can be used."""
        self._course.prepare(look)

    @property
    def at_rest(self) -> bool:
        """Whether nothing moves and the picture is the sharp one."""
        return self._course.at_rest and not self._frames.is_due

    @property
    def late_frames(self) -> int:
        """How many frames somebody who looked on has missed."""
        return self._frames.late

    @property
    def camera(self) -> Camera:
        """Where the camera is at the moment."""
        return self._course.camera

    @property
    def is_gliding(self) -> bool:
        """Whether the map is on its way."""
        return self._course.is_under_way

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
        return self._places.point_of(self._goal.place or "", self._course.end)

    def place_at(self, point: QPointF) -> str | None:
        """The place that a touch there means."""
        moving = self._course.is_under_way
        lettering = self._annotations.touched(moving=moving)
        return self._places.place_at(
            point, self._look, self.camera, lettering, moving=moving, shading=self._goal.shading
        )

    def give_way(self, card: QRectF) -> None:
        """Leave out names that a card over the map would cut in two."""
        if self._annotations.names.give_way(card):
            self.update()

    def named_places(self) -> list[tuple[str, QRectF]] | None:
        """What is seen of each place: its name or pill, and its point; None while the map moves."""
        return self._annotations.names.places(self.camera, self._look.px(DISC_U))

    def reading_point(self, zone: str) -> QPointF | None:
        """Where a zone of a data layer was touched, or else its own point, in the view."""
        return self._places.reading_point(zone, self.camera)

    def controls(self) -> list[Control]:
        """The places that can be reached, from west to east."""
        if self._places.is_late:
            self._put_places()
        return self._places.controls()

    def target_point(self, landmark_id: str) -> QPointF | None:
        """Where on the view a place can be touched at the moment; for tests and laser pointers."""
        return self._places.point_of(landmark_id, self.camera)

    def _start_again(self, *, keeps: bool = False) -> None:
        """Draw everything again, at the goal or on the way there.

        With `keeps`, whoever explores the map stays where they are.
        """
        self._annotations.forget_all()
        self._explorer.set_look(self._look)
        ratio = self.devicePixelRatioF()
        self._course.start_again(self._look, self._world, self.size(), ratio)
        if self.width() <= 0 or self.height() <= 0:
            return
        end = self._goal.camera(self._look, self._world, self.size())
        if keeps and self._explorer.is_away:
            end = self._course.end
        elif self._explorer.come_back():
            self.explored.emit(False)
        if not self._course.is_under_way:
            self._stand(end)
            return
        self._course.glide(end, self._goal, self._look, QRectF(self.rect()))
        self._letter()

    def _stand(self, camera: Camera) -> None:
        """Be at rest there."""
        self._course.stand(camera, self._goal)
        self._tell_range()
        self._letter()
        self._annotations.finish()
        self._rest()

    def _letter(self, ends: float | None = None) -> None:
        if self.width() <= 0 or self._goal.free.isEmpty():
            return
        named = NamedView(
            self._world,
            self._goal,
            self._course.end,
            self.chosen_point(),
            self._words,
            self._explorer.is_away,
        )
        self._annotations.letter(named, ends)

    @Slot()
    def _say_pressed(self) -> None:
        self.place_pressed.emit(self._explorer.pressed or "")

    @Slot(str)
    def _touch(self, touched: str) -> None:
        """Say which place was touched; a group instead comes near until its places stand apart."""
        places = group_members(touched, self._world)
        if places:
            camera = camera_apart(places, self._look, self._goal.free, self._reach())
            self._explorer.glide(camera)
        else:
            self.place_touched.emit(touched)

    @Slot(QPointF, float)
    def zoom(self, at: QPointF, levels: float) -> None:
        """Let the map grow about a point of the view; a level is twice as large."""
        self._explorer.zoom(at, levels)

    @Slot()
    def return_to_goal(self) -> None:
        """Be where the goal has the map, once nobody explores it any more."""
        self._approach.forget()
        if self._explorer.is_away:
            self._come_back()

    @property
    def is_explored(self) -> bool:
        """Whether a visitor has moved the map away from where its goal has it."""
        return self._explorer.is_away

    def _apart(self, at: QPointF) -> Camera | None:
        return apart_camera(self._look, self._world, self._goal, self.camera, at)

    def _reach(self) -> Reach:
        return reach(self._look, self._world, self._goal.free, QRectF(self.rect()))

    def _tell_range(self) -> None:
        self.ranged.emit(*self._explorer.room(self._course.end))

    @Slot(object)
    def _follow(self, camera: Camera) -> None:
        """Have the map under the fingers."""
        self._annotations.carry()
        self._course.follow(camera, self._goal)
        self._annotations.follow()
        if self._annotations.is_stale(min(self.width(), self.height())):
            self._letter(self._course.now)
        self._tell_range()
        self.viewed.emit()
        self._frames.paint_again()

    @Slot(object, float)
    def _go(self, end: Camera, duration: float) -> None:
        """Come to rest there by itself, where somebody explores the map."""
        if self._look.motion.still or not self.isVisible():
            self._stand(end)
            return
        self._course.coast(end, self._goal, max(duration, self._look.motion.label_out))
        self._tell_range()
        self._annotations.carry()
        self._letter(self._course.ends)
        self.update()

    @Slot()
    def _rest(self) -> None:
        self._course.rest()
        self.nearing.emit()
        self._annotations.rest(pulsing=self._goal.place is not None and self.isVisible())
        self._places.put_soon()
        self.viewed.emit()
        self.update()
        self.settled.emit()

    @Slot()
    def _pulse_on(self) -> None:
        point = self.chosen_point()
        if point is not None:
            self.update(self._annotations.area(point))

    @Slot()
    def _say_painted(self) -> None:
        self.painted.emit()

    @Slot()
    def _put_places_soon(self) -> None:
        """Put the buttons in their places; names that are being set need not hurry for them."""
        if self._annotations.names.is_being_set:
            self._places.put_soon()
        else:
            self._put_places()

    def _put_places(self) -> None:
        self._places.put(
            self._look, self.camera, self.lettering, self._goal.shading, free=self._goal.free
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and self._explorer.handle(event):
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._start_again()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._course.resize(event.oldSize(), self.size())
        self._start_again()

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the map of the moment without any names, for whoever lies above it."""
        self._course.paint_ground(painter)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._frames.begin_frame()
        painter = QPainter(self)
        self._course.paint(painter)
        camera, now = self._course.camera, self._course.now
        self._annotations.paint(
            painter, self._world, self._goal, camera, now, self._explorer.pressed
        )
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self._say_painted)
        self._places.paint_focus(painter, self._look)
        self._frames.end_frame()
