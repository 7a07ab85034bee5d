"""What is drawn over the map's ground: the pressed outline, names and chips, and markers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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


class NamedView(NamedTuple):
    """What a map at rest has names for."""

    world: MapWorld
    goal: Goal
    camera: Camera
    marker: QPointF | None
    """Where the chosen place's marker is then."""
    words: MapWords
    is_explored: bool = False
    """Whether a visitor has moved the map there."""

    def view(self, look: Look) -> View:
        """What the names are set for in that look."""
        goal, is_explored = self.goal, self.is_explored
        leader = goal.leader_path(self.marker, look)
        return View(
            camera=self.camera,
            area=goal.free,
            obstacles=(*goal.obstacles, *(() if is_explored else goal.passing), *leader),
            language=self.words.language,
            chosen=goal.place or (WHOLE_BAY if goal.whole_bay else None),
            lit=goal.lit(self.world),
            named=(*goal.highlight, *goal.light.lit),
            light=goal.light,
            is_explored=is_explored,
            shading=None if goal.shading is None else goal.shading.unpinned,
            name_group=self.words.name_group if is_explored and goal.shading is None else None,
        )


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

    def letter(self, named: NamedView, ends: float | None = None) -> None:
        """Show the names of the view at rest.

        On a way that `ends` then, in milliseconds, they come once the map is nearly there.
        """
        view = named.view(self._look)
        if ends is None:
            self._names.letter(named.world, self._look, view)
        else:
            self._names.turn(named.world, self._look, view, ends)

    def prepare(self, named: NamedView) -> Steps[None]:
        """Set the names of a view that nobody explores ahead of their being shown."""
        return self._names.prepare(named.world, self._look, named.view(self._look))

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
