"""A small map that shows where a story happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.geography.camera import fit
from kiosk.screen.map.map_cameras import nearest_scale
from kiosk.screen.map.map_chips import beads_of
from kiosk.screen.map.map_links import link_path
from kiosk.screen.map.map_raster import RasterKey, draw_raster, raster_key
from kiosk.screen.map.map_rasters import MapRasters
from kiosk.screen.panel.story_links import points_of, small_link
from kiosk.screen.panel.story_map_names import (
    camera_point,
    dots,
    is_point,
    small_names,
    without_surroundings,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF

    from kiosk.exhibit.model.link import Link
    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapPlace, MapWorld
    from kiosk.screen.panel.story_links import SmallLink
    from kiosk.screen.panel.story_map_names import SmallName

_LIMIT_BYTES = 2 * 1024 * 1024
_PX_PER_KM = 6.0
_MARGINS_U = (56, 72, 88, 104)
"""Around the places: a wider one where two that are joined would not both find room."""
_RADIUS_U = 20
_DOT_U = 10
_BESIDE_LINE_U = 7
_JOINED = 2
"""Two places have to do with each other; a line through more of them would say nothing."""


class StoryMap(QWidget):
    """Shows a story's places on the map by their names, and a line between two of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._world: MapWorld | None = None
        self._places: tuple[MapPlace, ...] = ()
        self._names: list[SmallName] = []
        self._links: list[SmallLink] = []
        self._is_joined = False
        self._drawing = QVariantAnimation(self)
        self._drawing.setStartValue(0.0)
        self._drawing.setEndValue(1.0)
        self._drawing.valueChanged.connect(self.update)
        self._drawing.finished.connect(self.update)
        self._key: RasterKey | None = None
        self._rasters = MapRasters(_LIMIT_BYTES, self)
        self._rasters.ready.connect(self._raster_came)

    def set_world(self, world: MapWorld) -> None:
        """Take the map from which places are drawn."""
        self._world = world
        self._rasters.forget_all()

    def show_places(
        self, places: Sequence[str], links: Sequence[Link], look: Look, language: str
    ) -> None:
        """Show these places and links; what is not on the map is left out."""
        self._look = look
        self._links = []
        self._drawing.stop()
        if self._world is None:
            return
        found = (self._world.place(place) for place in places)
        every = [place for place in found if place is not None]
        self._places = without_surroundings(every)
        if not self._places:
            self.hide()
            return
        bounds = QRectF()
        for place in self._places:
            # A rectangle without any size would be passed over.
            around = QRectF(place.point, place.point).adjusted(-0.1, -0.1, 0.1, 0.1)
            bounds = bounds.united(around)
        found_links = [(link_path(self._world, link), link) for link in links]
        paths = [(path, link.name) for path, link in found_links if path is not None]
        for path, _ in paths:
            bounds = bounds.united(path.controlPointRect())
        self._is_joined = not paths and len(self._places) == _JOINED
        area = QRectF(self.rect())
        wanted = len(self._places) if paths else len(self._joined)
        for margin in _MARGINS_U:
            camera = fit(
                bounds,
                area,
                max_scale=nearest_scale(look, self._world, _PX_PER_KM),
                margin=look.px(margin),
            )
            lines = [camera.transform().map(path) for path, _ in paths]
            ways = [points_of(line) for line in lines] or [self._line(camera)]
            self._names = small_names(every, camera, area, look, language, ways)
            if len(self._names) >= wanted:
                break
        taken = [name.rect for name in self._names] + dots(every, camera, look)
        inner = area.adjusted(look.px(8), look.px(8), -look.px(8), -look.px(8))
        beads = [
            rect for line in lines for rect in beads_of(points_of(line), look.px(_BESIDE_LINE_U))
        ]
        for line, (_, name) in zip(lines, paths, strict=True):
            link = small_link(line, name.words_in(language), language, look, inner, taken, beads)
            self._links.append(link)
            taken.append(link.rect)
        self._draw_on(look)
        lit = frozenset[str]().union(*(place.lit for place in every))
        self.setAccessibleName(", ".join(name.words for name in self._names))
        ratio = self.devicePixelRatioF()
        self._key = raster_key(camera, QRectF(self.rect()), look.theme.name, lit, ratio)
        self._rasters.ask([self._key], self._world.shapes, look)
        self.update()

    @property
    def _joined(self) -> tuple[MapPlace, ...]:
        """The two places that a line joins, if any."""
        return self._places if self._is_joined else ()

    def _line(self, camera: Camera) -> list[QPointF]:
        return [camera_point(place, camera) for place in self._joined]

    def _draw_on(self, look: Look) -> None:
        """Let the links be drawn from end to end."""
        if self._links and not look.motion.still:
            self._drawing.setDuration(look.motion.glide.duration)
            self._drawing.start()

    def finish(self) -> None:
        """Draw the picture at once, without waiting for the job."""
        self._drawing.stop()
        if self._key is not None and self._world is not None and self._look is not None:
            if self._rasters.get(self._key) is None:
                self._rasters.put(draw_raster(self._key, self._world.shapes, self._look))
            self.update()

    @Slot(object)
    def _raster_came(self, key: RasterKey) -> None:
        if key == self._key:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, key = self._look, self._key
        if look is None or key is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        radius = look.px(_RADIUS_U)
        frame.addRoundedRect(QRectF(self.rect()), radius, radius)
        raster = self._rasters.get(key)
        painter.setClipPath(frame)
        if raster is None:
            painter.fillPath(frame, look.theme.panel2)
        else:
            raster.draw(painter)
        if self._joined:
            painter.setPen(QPen(look.theme.accent, look.stroke(2.5)))
            painter.drawPolyline(self._line(key.camera))
        is_growing = self._drawing.state() == QVariantAnimation.State.Running
        share = float(self._drawing.currentValue()) if is_growing else 1.0
        for link in self._links:
            link.paint(painter, look, share)
        radius = look.px(_DOT_U)
        for place in self._places:
            if is_point(place):
                painter.setPen(QPen(look.theme.pearl_ink, look.stroke(3)))
                painter.setBrush(look.theme.accent)
                painter.drawEllipse(camera_point(place, key.camera), radius, radius)
        for name in self._names:
            name.stamp.put(painter, name.rect.x(), name.rect.y())
