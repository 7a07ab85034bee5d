"""What is drawn over the map's ground: the pressed outline, names and chips, and markers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.screen.map.map_marker import paint_pressed
from kiosk.screen.map.map_markers import MapMarkers
from kiosk.screen.map.map_marking import WHOLE_BAY, View
from kiosk.screen.map.map_names import MapNames

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRect
    from PySide6.QtGui import QPainter

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_course import MapCourse
    from kiosk.screen.map.map_goal import Goal
    from kiosk.screen.map.map_letters import Lettering
    from kiosk.screen.map.map_words import MapWords
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.steps import Steps


class MapAnnotations(QObject):
    """Places the names of each view, lets them come and go, and paints them with the markers."""

    pulsed = Signal()
    """The chosen marker looks a little different from now on."""

    def __init__(self, parent: QObject, look: Look, course: MapCourse) -> None:
        """Names go along with that course of the map."""
        super().__init__(parent)
        self._look = look
        self._course = course
        self._names = MapNames(self, course.clock)
        self._names.come.connect(course.go_on)
        course.ticked.connect(self.follow)
        course.go_on_while(self._names.is_changing)
        self._markers = MapMarkers(self, look)
        self._markers.pulsed.connect(self.pulsed)

    @property
    def names(self) -> MapNames:
        """The names and chips."""
        return self._names

    @property
    def lettering(self) -> Lettering:
        """The names and chips of the view at rest."""
        return self._names.lettering

    def set_look(self, look: Look) -> None:
        """Use that look; one with other colours or sizes needs `forget_all` as well."""
        self._look = look
        self._markers.set_look(look)

    def forget_all(self) -> None:
        """Place every name and draw every marker again."""
        self._names.forget_all()
        self._markers.forget_all()

    def letter(
        self,
        world: MapWorld,
        goal: Goal,
        camera: Camera,
        marker: QPointF | None,
        words: MapWords,
        *,
        explored: bool,
        ends: float | None = None,
    ) -> None:
        """Show the names of the view at rest, in which the chosen marker is at that point.

        On a way that `ends` then, in milliseconds, they come once the map is nearly there.
        """
        view = self._view(world, goal, camera, marker, words, explored=explored)
        if ends is None:
            self._names.letter(world, self._look, view)
        else:
            self._names.turn(world, self._look, view, ends)

    def prepare(
        self,
        world: MapWorld,
        goal: Goal,
        camera: Camera,
        marker: QPointF | None,
        words: MapWords,
    ) -> Steps[None]:
        """Set the names of a view that nobody explores ahead of their being shown."""
        view = self._view(world, goal, camera, marker, words, explored=False)
        return self._names.prepare(world, self._look, view)

    def _view(
        self,
        world: MapWorld,
        goal: Goal,
        camera: Camera,
        marker: QPointF | None,
        words: MapWords,
        *,
        explored: bool,
    ) -> View:
        leader = goal.leader_path(marker, self._look)
        return View(
            camera=camera,
            area=goal.free,
            obstacles=(*goal.obstacles, *(() if explored else goal.passing), *leader),
            language=words.language,
            chosen=goal.place or (WHOLE_BAY if goal.whole_bay else None),
            lit=goal.lit(world),
            named=(*goal.highlight, *goal.light.lit),
            light=goal.light,
            is_explored=explored,
            shading=None if goal.shading is None else goal.shading.unpinned,
            name_group=words.name_group if explored and goal.shading is None else None,
        )

    def carry(self) -> None:
        """Keep the markers still; the names go with the map."""
        self._markers.pulse(on=False)

    @Slot()
    def follow(self) -> None:
        """See which names have room where the camera sees them."""
        self._names.judge(self._look, self._course.camera, self._course.now)

    def is_stale(self, reach: float) -> bool:
        """Whether what the camera sees, `reach` pixels across, wants other names."""
        return self._names.is_stale(self._course.camera, reach)

    def touched(self, *, moving: bool) -> Lettering:
        """The names that a finger means: those of the view at rest, or of the one before."""
        return self._names.present if moving else self._names.lettering

    def rest(self, *, pulsing: bool) -> None:
        """The map rests; the chosen marker may pulse."""
        self._markers.pulse(on=pulsing and not self._look.motion.still)

    def finish(self) -> None:
        """Have names and markers as they are when nothing changes any more."""
        self._names.finish()
        self._markers.finish()

    def area(self, point: QPointF) -> QRect:
        """What a chosen marker at that point of the view may paint on."""
        return self._markers.area(point)

    def paint(
        self,
        painter: QPainter,
        world: MapWorld,
        goal: Goal,
        camera: Camera,
        now: float,
        pressed: str | None,
    ) -> None:
        """Paint what `camera` sees."""
        place = world.place(pressed or "")
        if place is not None and place.outline is not None and place.glyph in ("dot", "none"):
            paint_pressed(painter, self._look, place.outline, camera)
        self._names.paint(painter, self._look, camera, now, pressed)
        marks = self._names.marks(now)
        if goal.place is not None:
            marks[goal.place] = 1.0
        self._markers.paint(
            painter,
            ((each, marks[each.landmark.id]) for each in world.places if each.landmark.id in marks),
            camera,
            chosen=goal.place,
            pressed=pressed,
            ringed=tuple(
                place for place in (*goal.highlight, *goal.light.lit) if place != goal.place
            ),
            small=self._names.is_small,
        )
