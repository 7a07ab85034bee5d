"""The data layer over the ground: drawn on a thread, it goes with the map and comes by a fade.

One image is sharp, of the view at rest; another shows every zone, only coarsely.  While the map is
moved it stands in where the sharp one ends.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, QSizeF, Signal, Slot
from PySide6.QtGui import QRegion

from kiosk.geography.camera import fit
from kiosk.jobs import Answer, Jobs
from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_fade import SOLID, Fade, Fadings
from kiosk.screen.map.map_shades import ShadesKey, draw_shades
from kiosk.screen.map.map_shading import growth
from kiosk.screen.map.map_veil import veil

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_shading import Shading
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.steps import Steps

_COMES_MS = 400
_GOES_MS = 260
_SWAPS_MS = 90
"""What only became sharp is there so soon."""
_COARSE = QSize(1100, 900)
_WAIT_SECONDS = 0.001
_WAITS_SECONDS = 0.4
"""How long what is drawn ahead is waited for at once, and at most."""


@dataclass(frozen=True)
class _ShownShades:
    """The images of one shading."""

    key: ShadesKey
    sharp: QImage
    coarse_key: ShadesKey
    coarse: QImage


class MapShadesLayer(QObject):
    """Shows one shading at a time, wherever the map goes."""

    come = Signal()
    """Something has been drawn: `take` shows it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._key: ShadesKey | None = None
        self._coarse_key: ShadesKey | None = None
        self._drawn: dict[ShadesKey, QImage] = {}
        self._images: Fadings[_ShownShades] = Fadings()
        self._aimed: tuple[MapWorld, Look] | None = None
        self._jobs = Jobs(self)
        self._jobs.answered.connect(self._take_answer)
        self._ahead: dict[ShadesKey, QImage] = {}
        """What has been drawn for the next aim."""
        self._jobs_ahead = Jobs(self, threads=2, pauses=())
        self._jobs_ahead.answered.connect(self._keep_ahead)

    @property
    def is_there(self) -> bool:
        """Whether what the view at rest shows is drawn, or there is nothing to show."""
        return self._key is None or any(
            each.image.key == self._key and each.fade.end for each in self._images.shown
        )

    def aim(
        self,
        shading: Shading | None,
        camera: Camera,
        world: MapWorld,
        look: Look,
        size: QSize,
        ratio: float,
        now: float,
    ) -> None:
        """Have that shading in the view of `camera`, `size` pixels large; None lets it go."""
        self._aimed = (world, look)
        if shading is None or size.isEmpty():
            self._key = self._coarse_key = None
            self._jobs.cancel_all()
            self._images.let_go(now, 0 if look.motion.still else _GOES_MS)
            return
        key, coarse = self.keys(shading, camera, world, look, size, ratio)
        if key == self._key:
            return
        self._key, self._coarse_key = key, coarse
        self._drawn = {each: image for each, image in self._drawn.items() if each in (key, coarse)}
        for each in (key, coarse):
            if each in self._ahead:
                self._drawn[each] = self._ahead.pop(each)
        for shown in self._images.shown:
            if shown.image.key == key:
                self._drawn[key] = shown.image.sharp
            if shown.image.coarse_key == coarse:
                self._drawn[coarse] = shown.image.coarse
        missing = [each for each in (key, coarse) if each not in self._drawn]
        self._jobs.ask_only({each: partial(draw_shades, each, world, look) for each in missing})
        # With nothing left to draw nobody says later that something has come.
        self.take(now)

    def keys(
        self,
        shading: Shading,
        camera: Camera,
        world: MapWorld,
        look: Look,
        size: QSize,
        ratio: float,
    ) -> tuple[ShadesKey, ShadesKey]:
        """What the sharp image of a shading shows in a view, and what the coarse one does."""
        bold = growth(camera, home_camera(look, world.framing, QSizeF(size)))
        width, height = round(size.width() * ratio), round(size.height() * ratio)
        key = ShadesKey(shading, camera, width, height, ratio, look.theme.name, bold)
        area = QRectF(0, 0, _COARSE.width(), _COARSE.height())
        whole = fit(world.cities_bounds, area, max_scale=1e9, margin=8)
        coarse = ShadesKey(shading, whole, _COARSE.width(), _COARSE.height(), 1.0, look.theme.name)
        return key, coarse

    def prepare(
        self, keys: tuple[ShadesKey, ShadesKey], world: MapWorld, look: Look
    ) -> Steps[None]:
        """Have these drawn for the next aim, and wait for them in steps.

        A drawing may never end (decision 013): after a while nobody waits any more.
        """
        until = time.monotonic() + _WAITS_SECONDS
        known = {**self._ahead, **self._drawn}
        for shown in self._images.shown:
            known |= {
                shown.image.key: shown.image.sharp,
                shown.image.coarse_key: shown.image.coarse,
            }
        self._ahead = {each: known[each] for each in keys if each in known}
        missing = [each for each in keys if each not in self._ahead]
        self._jobs_ahead.ask_only(
            {each: partial(draw_shades, each, world, look) for each in missing}
        )
        yield
        while self._jobs_ahead.is_working and time.monotonic() < until:
            # The threads have more of the processor than if this one asked again and again.
            time.sleep(_WAIT_SECONDS)
            yield

    def forget(self) -> None:
        """Draw again what is shown: the outlines or the window have changed."""
        self._ahead.clear()
        self._jobs_ahead.cancel_all()
        self._key = self._coarse_key = None
        self._drawn.clear()
        self._images.show_only()
        self._jobs.cancel_all()

    def take(self, now: float) -> None:
        """Show what has been drawn meanwhile."""
        key, coarse = self._key, self._coarse_key
        if key is None or coarse is None or self.is_there:
            return
        if key in self._drawn and coarse in self._drawn:
            same = any(each.image.coarse_key == coarse for each in self._images.shown)
            still = self._aimed is not None and self._aimed[1].motion.still
            comes = 0 if still else _SWAPS_MS if same else _COMES_MS
            for each in self._images.shown:
                # What comes lies over it, so that no ground shines through half-way.
                each.fade = Fade(each.fade.at(now), 0.0, now + comes * 0.6, comes * 0.4)
            fade = Fade(0.0, 1.0, now, comes) if comes else SOLID
            shown = _ShownShades(key, self._drawn[key], coarse, self._drawn[coarse])
            self._images.show(shown, fade)
            self._drawn.clear()

    def draw_now(self) -> None:
        """Have what the view at rest shows at once."""
        key, coarse = self._key, self._coarse_key
        if key is None or coarse is None or self._aimed is None:
            self._images.show_only()
            return
        if not self.is_there:
            self._jobs.cancel_all()
            sharp = self._drawn.get(key) or draw_shades(key, *self._aimed)
            whole = self._drawn.get(coarse) or draw_shades(coarse, *self._aimed)
            self._images.show_only(_ShownShades(key, sharp, coarse, whole))
            self._drawn.clear()
        self._images.show_only(self._images.shown[-1].image)

    def is_changing(self, now: float) -> bool:
        """Whether the next frame differs even if the camera does not move."""
        return self._images.is_changing(now)

    def paint(self, painter: QPainter, camera: Camera, view: QRectF, now: float) -> None:
        """Paint what `camera` sees."""
        for each, opacity in self._images.seen(now):
            painter.setOpacity(opacity)
            covered = _seen(each.key, camera)
            if not covered.adjusted(-1, -1, 1, 1).contains(view):
                self._paint_around(painter, each, camera, view, covered)
            painter.drawImage(covered, each.sharp)
        painter.setOpacity(1.0)

    def _paint_around(
        self, painter: QPainter, shown: _ShownShades, camera: Camera, view: QRectF, covered: QRectF
    ) -> None:
        """Paint what lies around the sharp image: the veil, and coarsely every zone."""
        if self._aimed is None:
            return
        painter.save()
        around = QRegion(view.toAlignedRect()) - QRegion(covered.toRect())
        painter.setClipRegion(around)
        coarse = _seen(shown.coarse_key, camera)
        painter.drawImage(coarse, shown.coarse)
        painter.setClipRegion(around - QRegion(coarse.toRect()))
        painter.fillRect(view, veil(self._aimed[1]))
        painter.restore()

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        if answer.error is None and answer.key in (self._key, self._coarse_key):
            self._drawn[answer.key] = answer.value
            self.come.emit()

    @Slot(object)
    def _keep_ahead(self, answer: Answer) -> None:
        if answer.error is None:
            self._ahead[answer.key] = answer.value


def _seen(key: ShadesKey, camera: Camera) -> QRectF:
    """Where `camera` sees the picture of another view."""
    scale = camera.scale / key.camera.scale
    x, y = camera.to_screen(*key.camera.to_map(0, 0))
    return QRectF(x, y, key.area.width() * scale, key.area.height() * scale)
