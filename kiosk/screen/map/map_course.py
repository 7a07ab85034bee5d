"""The course of the map: its camera goes from view to view, and what is drawn of it goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Signal, Slot

from kiosk.screen.exploring.camera_motion import CameraMotion, Resizing
from kiosk.screen.map.map_scenery import BlankScenery, MapScenery

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_goal import Goal
    from kiosk.screen.map.map_world import MapWorld


class MapCourse(QObject):
    """Keeps the camera and the scenery together: at rest, on the way, and under fingers."""

    ticked = Signal()
    """The clock has gone on."""
    changed = Signal()
    """Another frame is to be painted."""
    nearing = Signal()
    """The map has most of its way behind it."""
    arriving = Signal()
    """The map is about to come to rest."""
    arrived = Signal()
    """The map has its way behind it."""
    prepared = Signal()
    """What `prepare` asked for can be shown."""

    def __init__(self, parent: QObject, look: Look, world: MapWorld) -> None:
        super().__init__(parent)
        self._also_changing: Callable[[float], bool] = _never
        self._scenery = MapScenery(self, look, world)
        self._scenery.come.connect(self._sharpen)
        self._scenery.prepared.connect(self.prepared)
        self._motion = CameraMotion(self)
        self._motion.ticked.connect(self._tick)
        self._motion.nearing.connect(self.nearing)
        self._motion.arriving.connect(self.arriving)

    def leave_blank(self, look: Look, world: MapWorld) -> None:
        """Draw nothing below the names from now on."""
        self._scenery = BlankScenery(self, look, world)

    @property
    def scenery(self) -> MapScenery:
        """What lies below all names."""
        return self._scenery

    @property
    def camera(self) -> Camera:
        """Where the camera is at the moment."""
        return self._motion.camera

    def present(self) -> Camera:
        """The same, for whoever asks again and again."""
        return self._motion.camera

    @property
    def end(self) -> Camera:
        """Where the camera is once the map rests."""
        return self._motion.end

    @property
    def now(self) -> float:
        """The map's clock, in milliseconds."""
        return self._motion.now

    def clock(self) -> float:
        """The same, for whoever asks again and again."""
        return self._motion.now

    def go_on_while(self, is_changing: Callable[[float], bool]) -> None:
        """Let the clock go as long as this says that something changes at its time as well."""
        self._also_changing = is_changing

    @property
    def ends(self) -> float:
        """When the camera arrives, by this clock."""
        return self._motion.ends

    @property
    def is_under_way(self) -> bool:
        """Whether the camera moves by itself."""
        return self._motion.is_under_way

    @property
    def at_rest(self) -> bool:
        """Whether nothing moves and the picture is the sharp one."""
        return not self._is_changing and self._scenery.is_sharp

    @property
    def _is_changing(self) -> bool:
        """Whether the next frame differs from this one."""
        now = self._motion.now
        is_fading = self._scenery.is_changing(now) or self._also_changing(now)
        return self._motion.is_under_way or is_fading

    def start_again(self, look: Look, world: MapWorld, size: QSize, ratio: float) -> None:
        """Draw again what has changed."""
        self._scenery.start_again(look, world, size, ratio)

    def resize(self, before: QSize, after: QSize) -> None:
        """Go on in a window of another size, where the camera is under way."""
        if self._motion.is_under_way:
            self._motion.change(Resizing(before, after))

    def stand(self, camera: Camera, goal: Goal) -> None:
        """Be at rest there."""
        self._motion.hold()
        self._motion.stand(camera)
        self._scenery.stand(camera, goal, self._motion.now)
        self._run()

    def rest(self) -> None:
        """Be at rest where the way ends."""
        self._motion.stand(self._motion.end)

    def glide(self, end: Camera, goal: Goal, look: Look, area: QRectF) -> None:
        """Go there from wherever the camera is; one on its way there already goes on."""
        if end != self._motion.end or not self._motion.is_under_way:
            self._motion.glide(end, look, area)
        self._scenery.aim(end, goal, self._motion.now, self._motion.ends)

    def coast(self, end: Camera, goal: Goal, duration: float) -> None:
        """Come to rest there from a finger's speed."""
        self._motion.coast(end, duration)
        self._scenery.settle(end, goal, self._motion.now, self._motion.ends)

    def follow(self, camera: Camera, goal: Goal) -> None:
        """Be there with the fingers."""
        self._motion.stand(camera)
        self._scenery.follow(camera, goal, self._motion.now)
        self._run()

    def light(self, goal: Goal, *, at_once: bool = False) -> None:
        """Go on as before, with the goal's light over the map; its shades may come `at_once`."""
        self._scenery.light(self._motion.end, goal, self._motion.now, self._motion.ends)
        if at_once:
            self._scenery.shade_now()
        self._run()

    def expect(self, end: Camera | None, goal: Goal | None) -> None:
        """Have drawn what a glide there will need; None where none is to be expected."""
        self._scenery.expect(end, goal)

    def draw_now(self) -> None:
        """Be at rest at once, with a sharp picture."""
        self._motion.hold()
        self.rest()
        self._scenery.draw_now(self._motion.now)

    def prepare(self, look: Look) -> None:
        """Have the present view drawn in another theme; `prepared` says when it can be used."""
        self._scenery.prepare(look)

    def paint(self, painter: QPainter) -> None:
        """Paint what the camera sees."""
        self._scenery.paint(painter, self._motion.camera, self._motion.now)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what the camera sees of the ground alone."""
        self._scenery.paint_ground(painter, self._motion.camera, self._motion.now)

    def _run(self) -> None:
        """Let the clock go where the next frame differs."""
        if self._is_changing:
            self._motion.run()

    @Slot()
    def _tick(self) -> None:
        if self._motion.is_under_way and self._motion.is_over:
            self.arrived.emit()
        self.ticked.emit()
        if not self._is_changing:
            self._motion.hold()
        self.changed.emit()

    @Slot()
    def _sharpen(self) -> None:
        self._scenery.take(self._motion.now)
        self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Show what has come meanwhile."""
        self._run()
        self.changed.emit()


def _never(now: float) -> bool:
    return False
