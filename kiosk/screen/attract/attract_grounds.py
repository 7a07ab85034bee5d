"""The grounds of the attract loop's scenes: estuaries and pictures, drawn ahead of their time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QSize, Signal, Slot

from kiosk.geography.camera import Camera, fit
from kiosk.jobs import Answer, Jobs, is_wanted
from kiosk.screen.map.time_slices import TimeSlices
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage

    from kiosk.look.look import Look
    from kiosk.screen.attract.attract_frame import AttractFrame
    from kiosk.screen.attract.estuary import Estuary, EstuaryKey, Night
    from kiosk.screen.attract.scene import Scene
    from kiosk.screen.map.map_shapes import MapShapes
    from kiosk.screen.map.map_world import MapWorld

_PAUSES_SECONDS = (0.25, 1.0, 4.0, 16.0, 30.0)
_DUSK_U = 330
_SHORT_DUSK_U = 220


class AttractGrounds(QObject):
    """Has grounds drawn beside the GUI thread and keeps those of the loop that runs."""

    ready = Signal()
    """Another ground can be had."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._world: MapWorld | None = None
        self._frame: AttractFrame | None = None
        self._ratio = 1.0
        self._estuaries: dict[EstuaryKey, Estuary] = {}
        self._keys: dict[tuple[str | None, Path | None], EstuaryKey | None] = {}
        self._jobs = Jobs(self, pauses=_PAUSES_SECONDS, endless=True)
        self._jobs.answered.connect(self._take)
        self._pictures = PictureLoader(self)
        self._pictures.ready.connect(self.ready)

    def set_world(self, world: MapWorld) -> None:
        """Draw from other outlines from now on."""
        self._world = world
        self._keys.clear()
        self.forget()

    def fit(self, look: Look, frame: AttractFrame, ratio: float) -> None:
        """Be drawn in that look for those rooms, on a screen of that pixel ratio."""
        self._look, self._frame, self._ratio = look, frame, ratio
        self._keys.clear()
        self._pictures.inks = look.theme.inks

    def forget(self) -> None:
        """Drop everything."""
        self._jobs.cancel_all()
        self._estuaries.clear()

    def ask(self, scenes: Iterable[Scene]) -> None:
        """Have the grounds of these scenes drawn, and keep no other estuaries."""
        wanted = dict.fromkeys(filter(None, map(self.key, scenes)))
        self._estuaries = {key: each for key, each in self._estuaries.items() if key in wanted}
        if self._world is None or self._look is None:
            return
        shapes, look = self._world.shapes, self._look
        self._jobs.ask_only(
            {key: partial(_draw, key, shapes, look) for key in wanted if key not in self._estuaries}
        )

    def ask_picture(self, scene: Scene) -> None:
        """Have the picture of a scene read."""
        if scene.picture is not None and self._frame is not None:
            size = self._plate(self._frame)
            self._pictures.ask(scene.picture, size, self._ratio, focus=scene.focus)

    def finish(self, scene: Scene) -> None:
        """Have the ground of a scene at once."""
        key = self.key(scene)
        if scene.picture is not None and self._frame is not None:
            size = self._plate(self._frame)
            self._pictures.read_now(scene.picture, size, self._ratio, focus=scene.focus)
        elif key is not None and key not in self._estuaries and self._world and self._look:
            self._jobs.cancel(key)
            self._estuaries[key] = _draw(key, self._world.shapes, self._look)

    def picture(self, scene: Scene) -> QImage | None:
        """The picture of a scene; None while there is none."""
        if scene.picture is None or self._frame is None:
            return None
        size = self._plate(self._frame)
        image = self._pictures.get(scene.picture, size, self._ratio, focus=scene.focus)
        return None if image is None or image.isNull() else image

    def estuary(self, scene: Scene) -> Estuary | None:
        """The estuary of a scene; None while there is none."""
        key = self.key(scene)
        return None if key is None else self._estuaries.get(key)

    def key(self, scene: Scene) -> EstuaryKey | None:
        """Which estuary a scene has; None for one that has a picture."""
        at = (scene.place, scene.picture)
        if at not in self._keys:
            self._keys[at] = self._key(scene)
        return self._keys[at]

    def _key(self, scene: Scene) -> EstuaryKey | None:
        from kiosk.screen.attract.estuary import EstuaryKey

        frame, look = self._frame, self._look
        if scene.picture is not None or self._world is None or frame is None or look is None:
            return None
        size = frame.window.size()
        if size.isEmpty():
            return None
        return EstuaryKey(
            self.camera(scene),
            round(size.width()),
            round(size.height()),
            self._ratio,
            look.theme.name,
            tuple(_nights(frame, look)),
        )

    def camera(self, scene: Scene) -> Camera:
        """The estuary near by, or all cities around it for a place that lies further away."""
        frame, look, world = self._frame, self._look, self._world
        assert frame is not None
        assert look is not None
        assert world is not None
        near = frame.camera(look, world.framing)
        place = world.place(scene.place) if scene.place else None
        if place is None:
            return near
        if frame.light.contains(*near.to_screen(place.point.x(), place.point.y())):
            return near
        return fit(world.cities_bounds, frame.light, max_scale=near.scale)

    def point(self, scene: Scene) -> QPointF | None:
        """Where the place of a scene is seen; None where the map has none or is not shown."""
        if self._world is None or scene.place is None or scene.picture is not None:
            return None
        place = self._world.place(scene.place)
        if place is None:
            return None
        return QPointF(*self.camera(scene).to_screen(place.point.x(), place.point.y()))

    def pearls(self, scene: Scene) -> list[tuple[str, QPointF]]:
        """The signs of the innovation zones, and where they are seen."""
        if self._world is None or self._frame is None or scene.picture is not None:
            return []
        key = self.key(scene)
        if key is None:
            return []
        camera = key.camera
        pearls = [
            (place.glyph, QPointF(*camera.to_screen(place.point.x(), place.point.y())))
            for place in self._world.places
            if place.landmark.kind == "innovation-zone"
        ]
        return [pearl for pearl in pearls if self._frame.light.contains(pearl[1])]

    def _plate(self, frame: AttractFrame) -> QSize:
        return frame.plate.size().toSize()

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        self._estuaries[answer.key] = answer.value
        self.ready.emit()


def _nights(frame: AttractFrame, look: Look) -> Iterator[Night]:
    """Where it is night: from the words to the nearest edges of the window.

    The dusks of two of them never meet: where they did, a step would be seen.
    """
    from kiosk.screen.attract.estuary import Night

    lit, width, height = frame.lit, frame.window.width(), frame.window.height()
    dusk = look.px(_DUSK_U)
    if frame.portrait:
        yield Night(0, 0, width, lit.top(), dusk)
        yield Night(0, lit.bottom(), width, height, look.px(_SHORT_DUSK_U))
    else:
        yield Night(0, 0, lit.left(), height, dusk)


def _draw(key: EstuaryKey, shapes: MapShapes, look: Look) -> Estuary:
    """What the thread does."""
    from kiosk.screen.attract.estuary import draw_estuary

    return draw_estuary(key, shapes, look, TimeSlices(is_wanted))
