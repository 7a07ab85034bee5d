"""A small map that shows where a story happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.screen.map.map_raster import RasterKey, draw_raster, raster_key
from kiosk.screen.map.map_rasters import MapRasters
from kiosk.screen.panel.small_map import SmallMap, small_map
from kiosk.screen.panel.story_map_names import camera_point, is_point
from kiosk.screen.steps import Asked, Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize

    from kiosk.exhibit.model.link import Link
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.steps import Steps

_LIMIT_BYTES = 2 * 1024 * 1024
_KEPT = 8
"""So many maps stay set: the open one in each language, and those next to it."""
_RADIUS_U = 20
_DOT_U = 10


class StoryMap(QWidget):
    """Shows a story's places on the map by their names, and a line between two of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._world: MapWorld | None = None
        self._prepared: Prepared[SmallMap | None] = Prepared(_KEPT)
        self._shown: SmallMap | None = None
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

    def prepare(
        self,
        places: Sequence[str],
        links: Sequence[Link],
        look: Look,
        language: str,
        size: QSize,
    ) -> Steps[SmallMap | None]:
        """Set the names of a map of that size ahead of its being shown."""
        asked = self._asked(places, links, look.of_small_maps, language, size)
        return self._prepared.prepare(asked)

    def show_places(
        self, places: Sequence[str], links: Sequence[Link], look: Look, language: str
    ) -> None:
        """Show these places and links; what is not on the map is left out."""
        self._look = look = look.of_small_maps
        self._drawing.stop()
        if self._world is None:
            return
        asked = self._asked(places, links, look, language, self.size())
        self._shown = shown = self._prepared.take(asked)
        if shown is None:
            self.hide()
            return
        if shown.links and not look.motion.still:
            # The links are drawn from end to end.
            self._drawing.setDuration(look.motion.glide.duration)
            self._drawing.start()
        self.setAccessibleName(", ".join(name.words for name in shown.names))
        ratio = self.devicePixelRatioF()
        rect = QRectF(self.rect())
        self._key = raster_key(shown.camera, rect, look.theme.name, shown.lit, ratio)
        self._rasters.ask([self._key], self._world.shapes, look)
        self.update()

    def _asked(
        self, places: Sequence[str], links: Sequence[Link], look: Look, language: str, size: QSize
    ) -> Asked[SmallMap | None]:
        area = QRectF(QPointF(), size.toSizeF())
        given = (tuple(places), language, area.getRect())
        names = tuple(places), tuple(links)
        return Asked(
            (look, self._world),
            tuple(links),
            given,
            partial(small_map, self._world, *names, look, language, area),
        )

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
        look, key, shown = self._look, self._key, self._shown
        if look is None or key is None or shown is None:
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
        if shown.line:
            painter.setPen(QPen(look.theme.accent, look.stroke(2.5)))
            painter.drawPolyline(shown.line)
        is_growing = self._drawing.state() == QVariantAnimation.State.Running
        share = float(self._drawing.currentValue()) if is_growing else 1.0
        for link in shown.links:
            link.paint(painter, look, share)
        radius = look.px(_DOT_U)
        for place in shown.places:
            if is_point(place):
                painter.setPen(QPen(look.theme.pearl_ink, look.stroke(3)))
                painter.setBrush(look.theme.accent)
                painter.drawEllipse(camera_point(place, key.camera), radius, radius)
        for name in shown.names:
            name.stamp.put(painter, name.rect.x(), name.rect.y())
