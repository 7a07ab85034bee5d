"""The map in motion: rasters that are scaled and laid over each other, so that a frame is cheap.

A large screen has more pixels than a weak machine can blend in a frame's time: what comes or goes
there is put together in as many pixels as a screen of 1080 lines has, and enlarged.  Nothing is
smoothed there, since that takes five times as long, nor what moves so fast that nobody sees it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QRegion, QTransform

from kiosk.screen.map.raster_blend import PlacedImage, RasterBlend

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QColor

    from kiosk.geography.camera import Camera
    from kiosk.screen.map.map_raster import Raster, RasterKey

_LARGE_SHORT_SIDE = 1200
_LARGE_BLEND_PIXELS = 2_100_000
_FAST = 9.0
"""A map of which every point goes so many pixels from frame to frame is not smoothed."""
_SAME_SCALE = 1e-6
_FAINT = 0.04
"""So little of a raster, over one of the same map, is not seen."""


class MapGlide:
    """Paints frames of a moving map from rasters of resting ones."""

    def __init__(self) -> None:
        self._view = QRectF()
        self._is_large = False
        self._blends: dict[RasterKey, RasterBlend] = {}
        self._strengths: dict[RasterKey, float] = {}
        """How strongly each layer showed in the frame before."""
        self._before: Camera | None = None

    def resize(self, size: QSize, ratio: float) -> None:
        """Paint frames for a view of that size on a screen of that pixel ratio."""
        self._view = QRectF(0, 0, size.width(), size.height())
        self._is_large = min(size.width(), size.height()) * ratio > _LARGE_SHORT_SIDE
        self._blends.clear()

    def rest(self, shown: RasterKey) -> None:
        """Keep nothing of the frames before: the map stands, and shows that raster alone."""
        self._blends.clear()
        self._strengths = {shown: 1.0}
        self._before = None

    def paint(
        self,
        painter: QPainter,
        *,
        camera: Camera,
        layers: Sequence[tuple[Raster, float]],
        sea: QColor,
    ) -> None:
        """Paint a frame seen by `camera`; each layer covers those before it by its opacity."""
        smooth = not (self._is_large or self._is_fast(camera))
        self._before = camera
        painter.save()
        _paint(painter, self._view, camera, self._parts(camera, layers, sea), sea, smooth=smooth)
        painter.restore()

    def _parts(
        self, camera: Camera, layers: Sequence[tuple[Raster, float]], sea: QColor
    ) -> list[tuple[PlacedImage, float]]:
        """The layers as images, those that come or go put together with what is below them."""
        blends: dict[RasterKey, RasterBlend] = {}
        parts: list[tuple[PlacedImage, float]] = []
        strengths: dict[RasterKey, float] = {}
        most = _LARGE_BLEND_PIXELS if self._is_large else math.inf

        for raster, opacity in layers:
            key = raster.key
            # What comes over another that still comes is rare, and painted as it is.
            if opacity >= 1 or blends or is_as_large(camera, key.camera):
                parts.append((PlacedImage.of(raster), opacity))
                strengths[key] = opacity
                continue
            before = self._strengths.get(key, 0.0)
            blend = self._blends.get(key)
            if blend is None:
                blend = RasterBlend(raster, most, self._below(parts, sea), before)
            blends[key] = blend
            if blend.is_ready:
                parts.append((blend.at(opacity), 1.0))
                strengths[key] = blend.strength
                continue
            blend.prepare()
            # As long as it is prepared a raster shows as before: blending it scaled takes too long.
            strengths[key] = before
            if before > _FAINT:
                parts.append((PlacedImage.of(raster), before))
        self._blends, self._strengths = blends, strengths
        return parts

    def _below(
        self, parts: Sequence[tuple[PlacedImage, float]], sea: QColor
    ) -> Callable[[QPainter, PlacedImage, QRectF], None]:
        """Paints these images in the pixels of another."""
        lower, smooth = tuple(parts), not self._is_large

        def paint(painter: QPainter, placed: PlacedImage, area: QRectF) -> None:
            _paint(painter, area, placed.camera, lower, sea, smooth=smooth)

        return paint

    def _is_fast(self, camera: Camera) -> bool:
        """Whether all of the view moves so fast that nobody sees single pixels."""
        before, view = self._before, self._view
        if before is None:
            return False
        points = (view.topLeft(), view.topRight(), view.bottomLeft(), view.bottomRight())
        return all(_way(point, before, camera) > _FAST for point in (*points, view.center()))


def _way(point: QPointF, before: Camera, camera: Camera) -> float:
    """How far what is at a point of the view has moved."""
    x, y = camera.to_screen(*before.to_map(point.x(), point.y()))
    return math.hypot(x - point.x(), y - point.y())


def _paint(
    painter: QPainter,
    view: QRectF,
    camera: Camera,
    images: Sequence[tuple[PlacedImage, float]],
    sea: QColor,
    *,
    smooth: bool,
) -> None:
    """Paint what `camera` sees in `view`, the lowest image first."""
    # What lies below an image of full strength is not painted: scaling is what costs.
    bare = QRegion(view.toAlignedRect())
    parts = []
    for index in range(len(images) - 1, -1, -1):
        image, opacity = images[index]
        part = bare
        if opacity < 1 and index and _shows_the_same(image, images[index - 1]):
            part = bare - QRegion(_solid(images[index - 1][0], camera))
        parts.append((image, opacity, part))
        if opacity >= 1:
            bare = bare - QRegion(_solid(image, camera))
        if bare.isEmpty():
            break
    else:
        painter.setClipRegion(bare)
        painter.fillRect(view, sea)
    to_screen = painter.transform()
    for image, opacity, part in reversed(parts):
        painter.setTransform(to_screen)
        painter.setClipRegion(part)
        # What is smoothed Qt paints on several threads: to blend, that takes half as long.
        _put(painter, image, camera, smooth=smooth or opacity < 1)
        painter.setOpacity(opacity)
        painter.drawImage(0, 0, image.image)
    painter.setTransform(to_screen)
    painter.setOpacity(1.0)


def _put(painter: QPainter, image: PlacedImage, camera: Camera, *, smooth: bool) -> None:
    """Make the image's pixels those of the view, and smooth them where they are scaled.

    Where nothing is scaled, whole pixels are moved: they stay as sharp as they were drawn, and
    the names above them do the same.  For what may have to be smoothed Qt takes several threads,
    and nothing is changed by that where pixels lie upon pixels.
    """
    scale = camera.scale / image.camera.scale / image.ratio
    corner = _seen(image.camera, image.area, camera).topLeft()
    to_device = painter.deviceTransform()
    is_moved_only = abs(scale * to_device.m11() - 1) < _SAME_SCALE
    if is_moved_only:
        at = to_device.map(corner)
        corner = to_device.inverted()[0].map(QPointF(round(at.x()), round(at.y())))
        scale = 1 / to_device.m11()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth or is_moved_only)
    painter.setTransform(QTransform(scale, 0, 0, scale, corner.x(), corner.y()), combine=True)


def is_as_large(camera: Camera, other: Camera) -> bool:
    """Whether the map is seen as large by both."""
    return abs(camera.scale / other.scale - 1) < _SAME_SCALE


def covers(raster: Raster, camera: Camera, view: QRectF) -> bool:
    """Whether nothing below a raster can be seen in `view`."""
    return placed(raster.key, raster.key.solid, camera).contains(view)


def placed(key: RasterKey, area: QRectF, camera: Camera) -> QRectF:
    """Where `camera` sees an area of the view that a raster was drawn for."""
    return _seen(key.camera, area, camera)


def _seen(of: Camera, area: QRectF, camera: Camera) -> QRectF:
    scale = camera.scale / of.scale
    x, y = camera.to_screen(*of.to_map(area.left(), area.top()))
    return QRectF(x, y, area.width() * scale, area.height() * scale)


def _shows_the_same(image: PlacedImage, below: tuple[PlacedImage, float]) -> bool:
    """Whether an image changes nothing where the one below it is solid."""
    other, opacity = below
    # Two of the very same area differ: the lower one was drawn of outlines that have changed since.
    return (
        opacity >= 1
        and image.drawn_as is not None
        and image.drawn_as == other.drawn_as
        and image.area != other.area
    )


def _solid(image: PlacedImage, camera: Camera) -> QRect:
    """The whole pixels of the view in which an image hides what is below it."""
    area = _seen(image.camera, image.solid, camera)
    left, top = math.ceil(area.left()) + 1, math.ceil(area.top()) + 1
    right, bottom = math.floor(area.right()) - 1, math.floor(area.bottom()) - 1
    return QRect(left, top, max(0, right - left), max(0, bottom - top))
