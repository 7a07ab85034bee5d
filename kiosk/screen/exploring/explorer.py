"""A visitor who explores a view: fingers, wheel and buttons move it away from its goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal, Slot

from kiosk.geography.gesture import Gesture, Throw
from kiosk.screen.exploring.view_touch import ViewTouch

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QInputEvent

    from kiosk.geography.camera import Camera
    from kiosk.geography.reach import Reach
    from kiosk.look.look import Look

_DRAG_U = 24
_MILLIMETRE_U = 1.6
"""How large a millimetre is taken to be where nobody knows the screen: 55 inches at 1920 u."""
_ZOOM_MS = 320
_SETTLE_MS = 240
_SAME = 0.001
"""A scale that is so near to a limit is at it."""


class Explorer(QObject):
    """Makes cameras of what fingers do, and knows whether the view is where its goal has it."""

    place_touched = Signal(str)
    ground_touched = Signal(QPointF)
    """A touch that means no place."""
    changed = Signal()
    """Something else is pressed from now on, or nothing, or fingers have taken hold."""
    moved = Signal(object)
    """Fingers have the view at this `Camera`."""
    sent = Signal(object, float)
    """The view is to come to rest at this `Camera` in so many milliseconds."""
    glided = Signal(object)
    """The view is to glide to this `Camera`, as it does to a goal."""
    left_goal = Signal(bool)
    """The view is moved away from its goal."""

    def __init__(
        self,
        parent: QObject,
        place_at: Callable[[QPointF], str | None],
        camera: Callable[[], Camera],
        reach: Callable[[], Reach],
    ) -> None:
        """`camera` is the one of the moment, and `reach` how far it can be moved."""
        super().__init__(parent)
        self._camera = camera
        self._reach = reach
        self._millimetre = 1.0
        self._is_still = False
        self._is_away = False
        self._end: Camera | None = None
        self._is_thrown = False
        self._touch = ViewTouch(self, place_at, self._take_hold)
        self._touch.place_touched.connect(self.place_touched)
        self._touch.ground_touched.connect(self.ground_touched)
        self._touch.came_down.connect(self._catch)
        self._touch.changed.connect(self.changed)
        self._touch.held.connect(self._follow)
        self._touch.let_go.connect(self._let_go)
        self._touch.zoomed.connect(self.zoom)

    @property
    def pressed(self) -> str | None:
        """The place that is pressed."""
        return self._touch.pressed

    @property
    def is_away(self) -> bool:
        """Whether the view has been moved away from its goal."""
        return self._is_away

    @property
    def end(self) -> Camera | None:
        """Where the view comes to rest, if it was sent somewhere."""
        return self._end

    def set_look(self, look: Look) -> None:
        """Measure fingers in that look's millimetres, and throw nothing where nothing moves."""
        self._millimetre = look.millimetre or look.px(_MILLIMETRE_U)
        self._is_still = look.motion.still
        self._touch.drag = look.px(_DRAG_U)
        self._touch.near = look.target

    def handle(self, event: QInputEvent) -> bool:
        """Follow an input of the view; returns whether it was one of a finger or a mouse."""
        return self._touch.handle(event)

    def room(self, camera: Camera) -> tuple[bool, bool]:
        """Whether the view can come nearer than that camera, and whether it can go farther."""
        reach = self._reach()
        return camera.scale < reach.most * (1 - _SAME), camera.scale > reach.least * (1 + _SAME)

    def let_go(self, *, of_view: bool) -> None:
        """Whatever is down touches nothing any more, and moves the view no further if it does."""
        if of_view or not self._touch.is_holding:
            self._touch.cancel()

    def come_back(self) -> bool:
        """The view goes to its goal again, whoever holds it; gives whether it was away."""
        self._touch.cancel()
        self._end, self._is_thrown = None, False
        was_away, self._is_away = self._is_away, False
        return was_away

    @Slot(QPointF, float)
    def zoom(self, at: QPointF, levels: float) -> None:
        """Let the view grow about a point of it; a level is twice as large."""
        self.send(self._reach().within(self._end or self._camera(), at, levels))

    def send(self, end: Camera) -> None:
        """Let the view go there, unless fingers hold it or it is there already."""
        if not self._touch.is_holding and end != (self._end or self._camera()):
            self._go_away()
            self._send(end, _ZOOM_MS)

    def glide(self, end: Camera) -> None:
        """Let the view glide there, which is not where its goal has it."""
        if not self._touch.is_holding:
            self._go_away()
            self._end, self._is_thrown = end, False
            self.glided.emit(end)

    def _take_hold(self, scaling: bool) -> Gesture:
        return Gesture(self._camera(), self._reach(), self._millimetre, scaling=scaling)

    def _go_away(self) -> None:
        if not self._is_away:
            self._is_away = True
            self.left_goal.emit(True)

    def _send(self, end: Camera, duration: float, *, thrown: bool = False) -> None:
        self._end, self._is_thrown = end, thrown
        self.sent.emit(end, duration)

    @Slot()
    def _catch(self) -> None:
        """A finger on a view that was thrown stops it, and touches nothing else."""
        camera = self._camera()
        if self._is_thrown and camera != self._end:
            self._touch.catch()
            self._end, self._is_thrown = None, False
            self.moved.emit(camera)

    @Slot(object)
    def _follow(self, camera: Camera) -> None:
        if camera == self._camera():
            return
        self._end, self._is_thrown = None, False
        self._go_away()
        self.moved.emit(camera)

    @Slot(object)
    def _let_go(self, throw: Throw) -> None:
        """Let the view go on as it was thrown, or back within its limits."""
        if not self._is_away:
            return
        if self._is_still and throw.duration:
            reach = self._reach()
            throw = Throw(reach.within(self._camera(), reach.view.center()), 0.0)
        self._send(throw.end, throw.duration or _SETTLE_MS, thrown=throw.duration > 0)
