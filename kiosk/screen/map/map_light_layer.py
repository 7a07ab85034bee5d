"""The light over the ground: it is drawn on a thread, and comes and goes little by little."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal, Slot

from kiosk.jobs import Answer, Jobs
from kiosk.screen.map.map_fade import Fade, Fadings
from kiosk.screen.map.map_light import draw_light

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_light import LightKey
    from kiosk.screen.map.map_world import MapWorld

_COMES_MS = 240
_GOES_MS = 160


class MapLightLayer(QObject):
    """Shows one light in one view; on the way to another view it has gone."""

    come = Signal()
    """A light has been drawn: `take` shows it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._key: LightKey | None = None
        self._drawn: QImage | None = None
        self._comes = 0.0
        self._images: Fadings[tuple[LightKey, QImage]] = Fadings()
        self._aimed: tuple[MapWorld, Look] | None = None
        self._jobs = Jobs(self)
        self._jobs.answered.connect(self._take_answer)

    @property
    def is_there(self) -> bool:
        """Whether the light of the view at rest is drawn, or there is none."""
        return self._key is None or any(each.image[0] == self._key for each in self._images.shown)

    def aim(
        self, key: LightKey | None, world: MapWorld, look: Look, now: float, comes: float
    ) -> None:
        """Have that light from `comes` on, by the map's clock; None lets the present one go."""
        if key == self._key:
            return
        self._key, self._drawn, self._comes = key, None, comes
        if key is None or any(each.image[0].camera != key.camera for each in self._images.shown):
            self._images.let_go(now, _GOES_MS)
        self._aimed = (world, look)
        if key is None:
            self._jobs.cancel_all()
        else:
            self._jobs.ask_only({key: partial(draw_light, key, world, look)})

    def forget(self) -> None:
        """Draw again what is shown: the outlines or the window have changed."""
        self._key, self._drawn = None, None
        self._images.show_only()
        self._jobs.cancel_all()

    def take(self, now: float) -> None:
        """Show what has been drawn meanwhile."""
        if self._key is None or self._drawn is None or self.is_there:
            return
        since = max(now, self._comes)
        self._images.let_go(since, _GOES_MS)
        self._images.show((self._key, self._drawn), Fade(0.0, 1.0, since, _COMES_MS))

    def draw_now(self) -> None:
        """Have the light of the view at rest at once."""
        if self._key is None:
            self._images.show_only()
            return
        if self._drawn is None and self._aimed is not None:
            self._jobs.cancel_all()
            self._drawn = draw_light(self._key, *self._aimed)
        if self._drawn is not None:
            self._images.show_only((self._key, self._drawn))

    def is_changing(self, now: float) -> bool:
        """Whether the next frame differs even if the camera does not move."""
        return self._images.is_changing(now)

    def paint(self, painter: QPainter, camera: Camera, now: float) -> None:
        """Paint what `camera` sees."""
        for (key, image), opacity in self._images.seen(now):
            scale = camera.scale / key.camera.scale
            x, y = camera.to_screen(*key.camera.to_map(0, 0))
            width, height = key.width / key.ratio * scale, key.height / key.ratio * scale
            painter.setOpacity(opacity)
            painter.drawImage(QRectF(x, y, width, height), image)
        painter.setOpacity(1.0)

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        if answer.error is None and answer.key == self._key:
            self._drawn = answer.value
            self.come.emit()
