"""The clock of a view that moves, and the way of its camera."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractAnimation,
    QObject,
    QRectF,
    QSize,
    QVariantAnimation,
    Signal,
    Slot,
)

from kiosk.geography.camera import Camera
from kiosk.geography.way import Way, stay
from kiosk.look.motion import ease

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.look.look import Look

FRAME_MS = 1000 / 60
_FASTEST_U = 38 / FRAME_MS
"""How fast anything in view may move, in u a millisecond: 40 u a frame look like a jump."""
_LAP_MS = 60_000
_ARRIVING_MS = 80
_NEAR = 0.75
"""After this share of a glide's time the view moves little any more."""


@dataclass(frozen=True)
class Resizing:
    """What a change of the window's size makes of a camera on its way."""

    before: QSize
    after: QSize

    def __call__(self, camera: Camera) -> Camera:
        """The camera that sees the same, as large as the window's short side is."""
        across = self.after.width() / max(1, self.before.width())
        down = self.after.height() / max(1, self.before.height())
        short = min(self.after.width(), self.after.height())
        growth = short / max(1, min(self.before.width(), self.before.height()))
        return Camera(
            camera.cx,
            camera.cy,
            camera.scale * growth,
            camera.focus_x * across,
            camera.focus_y * down,
        )


class CameraMotion(QObject):
    """Moves the camera from frame to frame.

    A frame never takes the map further than a sixtieth of a second does: where the program was
    held up, the glide takes longer instead of jumping.
    """

    ticked = Signal()
    """Another frame is due."""
    nearing = Signal()
    """The camera has most of its way behind it."""
    arriving = Signal()
    """The camera is about to arrive."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.now = 0.0
        """The milliseconds for which the view has moved so far."""
        self.is_under_way = False
        """Whether the camera moves by itself; it has arrived once somebody lets it `stand`."""
        self._is_near = self._is_arriving = True
        self._seen = 0
        self._ease = ease("glide").valueForProgress
        self._way = stay(Camera(0, 0, 1), self._ease)
        self._ticks = QVariantAnimation(self)
        self._ticks.setStartValue(0.0)
        self._ticks.setEndValue(1.0)
        self._ticks.setDuration(_LAP_MS)
        self._ticks.setLoopCount(-1)
        self._ticks.valueChanged.connect(self._tick)

    @property
    def camera(self) -> Camera:
        """Where the camera is."""
        return self._way.at(self.now)

    @property
    def end(self) -> Camera:
        """Where the camera is once it has arrived."""
        return self._way.end

    @property
    def progress(self) -> float:
        """How much of the way is done, from 0 to 1."""
        return self._way.share(self.now)

    @property
    def passed(self) -> float:
        """How much of the way's time is over, from 0 to 1."""
        left = self.ends - self.now
        return 1.0 if left <= 0 else 1 - left / self._way.duration

    @property
    def is_over(self) -> bool:
        """Whether the camera has arrived."""
        return self._way.is_over(self.now)

    @property
    def ends(self) -> float:
        """When the camera arrives, by this clock."""
        return self._way.began + self._way.duration

    def stand(self, camera: Camera) -> None:
        """Be there at once."""
        self._way = stay(camera, self._ease)
        self.is_under_way = False

    def glide(self, end: Camera, look: Look, area: QRectF) -> None:
        """Go there from wherever the camera is, as fast as `area` can be seen to move."""
        way = replace(self._way.turned(end, self.now, look.motion.glide.duration), ease=self._ease)
        self._way = way.slowed(area, look.px(_FASTEST_U))
        self.is_under_way, self._is_near, self._is_arriving = True, False, False
        self.run()

    def coast(self, end: Camera, duration: float) -> None:
        """Go there from rest or from a finger's speed, ever slower."""
        self._way = Way(self.camera, end, self.now, duration, _slower)
        self.is_under_way, self._is_near, self._is_arriving = True, True, True
        self.run()

    def change(self, change: Callable[[Camera], Camera]) -> None:
        """Go on in a view that has changed."""
        self._way = self._way.mapped(change)

    def run(self) -> None:
        """Let the clock go."""
        if self._ticks.state() == QAbstractAnimation.State.Stopped:
            self._seen = 0
            self._ticks.start()

    def hold(self) -> None:
        """Stop the clock."""
        self._ticks.stop()

    @Slot()
    def _tick(self) -> None:
        current = self._ticks.currentTime()
        passed = min(max(0, current - self._seen), FRAME_MS)
        self._seen = current
        if passed:
            self.now += passed
            self._tell_how_near()
            self.ticked.emit()

    def _tell_how_near(self) -> None:
        if not self._is_near and self.passed >= _NEAR:
            self._is_near = True
            self.nearing.emit()
        if not self._is_arriving and self.ends - self.now <= _ARRIVING_MS:
            self._is_arriving = True
            self.arriving.emit()


def _slower(share: float) -> float:
    """The way of what is thrown and braked evenly."""
    return share * (2 - share)
