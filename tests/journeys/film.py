"""The map in motion, frame by frame: the clock of its glide is turned by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QAbstractAnimation, QObject, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.screen.exploring.camera_motion import CameraMotion
from kiosk.screen.map.map_raster import draw_raster, raster_key
from kiosk.screen.map.map_rasters import MapRasters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kiosk.app import App

FRAME_MS = 17
_MOST_FRAMES = 400
_Child = TypeVar("_Child", bound=QObject)


class Film:
    """Runs an exhibit's map from frame to frame, with every raster drawn in time or none."""

    def __init__(self, app: App, *, drawn: bool = True) -> None:
        self.app = app
        self.view = app.stage.map_view
        self.motion = _child(self.view, CameraMotion)
        self._rasters = _child(self.view._course.scenery._ground, MapRasters)
        self._ticks = _child(self.motion, QVariantAnimation)
        self._drawn = drawn
        # Frames are as far apart as the hand turns the clock, however fast it turns.
        self.view._frames._clock = self._seconds

    def _seconds(self) -> float:
        return self.motion.now / 1000

    def run(self, acts: Mapping[int, Callable[[], object]]) -> Iterator[int]:
        """Do what is to be done in certain frames, and give the number of each until it rests."""
        number = 0
        while number <= max(acts) or self.view.is_gliding:
            assert number < _MOST_FRAMES, "the map never comes to rest"
            self._stop_clock()
            if number in acts:
                acts[number]()
                self._show_held()
                self._stop_clock()
            yield number
            self._stop_clock()
            self._ticks.setCurrentTime(self._ticks.currentTime() + FRAME_MS)
            if self._drawn:
                QApplication.processEvents()
                self._rasters.wait()
                QApplication.processEvents()
            number += 1
        self._ticks.stop()
        # Names that still come go on by the clock.
        self.view._course.go_on()

    def _show_held(self) -> None:
        """Have what was done on the stage before the next frame."""
        while self.app.stage._ahead.held is not None:
            QApplication.processEvents()

    def _stop_clock(self) -> None:
        if self._ticks.state() == QAbstractAnimation.State.Running:
            self._ticks.pause()

    def points(self) -> dict[str, QPointF]:
        """Where each place stands that can be seen."""
        found = {}
        for place in self.view._world.places:
            point = self.view.target_point(place.landmark.id)
            if point is not None and self.view.rect().contains(point.toPoint()):
                found[place.landmark.id] = point
        return found

    def ground(self) -> QImage:
        """The ground alone, as it is painted now."""
        size = self.view.size()
        image = QImage(size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self.view._course.scenery._ground.paint(painter, self.motion.camera, self.motion.now)
        painter.end()
        return image

    def drawing(self, lit: frozenset[str]) -> QImage:
        """The ground as it is drawn for the camera of this moment."""
        plan, area = self.view._course.scenery._ground._plan, QRectF(self.view.rect())
        key = raster_key(self.motion.camera, area, plan.look.theme.name, lit, 1.0)
        return draw_raster(key, plan.shapes, plan.look).image


def _child(parent: QObject, kind: type[_Child]) -> _Child:
    found = parent.findChild(kind)
    assert isinstance(found, kind)
    return found
