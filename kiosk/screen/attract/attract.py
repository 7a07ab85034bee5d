"""The attract loop: the exhibit's own places, one after the other, while nobody is there."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QTimer, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.geography.camera import Camera
from kiosk.geography.projection import PX_PER_KM, project
from kiosk.look.typesetting import Setting, set_text, set_whole_words
from kiosk.screen.attract.attract_painting import paint_callout, paint_invitation, paint_shade
from kiosk.screen.map.map_marker import MarkerState, draw_marker
from kiosk.screen.map.map_raster import Raster, RasterKey, draw_raster, raster_key
from kiosk.screen.map.map_rasters import MapRasters
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld

_FRAME_MS = 40
_STILL_MS = 1_000
_DRIFT_U_PER_SECOND = 5.0
_MARGIN_U = 48
_LEFT_U = 96
_TITLE_U = 720
_MARKER_AT = (0.735, 0.4)
_PORTRAIT_MARKER_AT = (0.42, 0.6)
_TITLE_AT = 0.2
_PORTRAIT_TITLE_AT = 0.07
_INVITATION_AT = 0.85
_PICTURE_LEFT = 0.4
_PICTURE_TOP = 0.3
_CALLOUT_U = (168, -224)
_CALLOUT_WIDTH_U = 330
_BURN_IN_SECONDS = 180
_BURN_IN_STEPS = ((0, 0), (2, 0), (2, 2), (0, 2), (-2, 2), (-2, 0), (-2, -2), (0, -2), (2, -2))
"""Offsets of the whole picture, in u, so that nothing bright stays on the same pixels for hours."""
_LIMIT_BYTES = 24 * 1024 * 1024


@dataclass(frozen=True)
class Scene:
    """One picture of the loop: a place on the map or a story's picture, with words by language."""

    headings: dict[str, str]
    sentences: dict[str, str]
    place: str | None = None
    picture: Path | None = None


class AttractLoop(QWidget):
    """Covers the stage.  It is woken from outside: it takes no touches itself."""

    def __init__(self, parent: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._look: Look | None = None
        self._world: MapWorld | None = None
        self._words: Words | None = None
        self._languages: tuple[str, ...] = ("en",)
        self._titles: dict[str, str] = {}
        self._scenes: tuple[Scene, ...] = ()
        self._began = 0.0
        self._drawn: tuple[int, int, int] = (-1, 0, 0)
        self._texts: dict[tuple[int, str], tuple[Setting, Setting | None, Setting | None]] = {}
        self._invitation: list[Setting] = []
        self._pictures = PictureLoader(self)
        self._pictures.ready.connect(self.update)
        self._rasters = MapRasters(_LIMIT_BYTES, self)
        self._rasters.ready.connect(self._raster_came)
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME_MS)
        self._frames.timeout.connect(self._next_frame)
        self.hide()

    def set_world(self, world: MapWorld) -> None:
        """Draw from other outlines from now on."""
        self._world = world
        self._rasters.forget_all()

    def begin(
        self,
        scenes: Sequence[Scene],
        titles: dict[str, str],
        words: Words,
        languages: tuple[str, ...],
        look: Look,
    ) -> None:
        """Show the scenes in turn, each in the next language."""
        self._scenes = tuple(scenes) or (Scene({}, {}),)
        self._titles, self._words, self._languages = titles, words, languages
        self._look = look
        self._pictures.inks = look.theme.inks
        self._texts.clear()
        self._invitation = [
            set_text(
                look,
                words.say("touch_to_begin", language),
                language=language,
                role="lead" if index == 0 else "body",
            )
            for index, language in enumerate(languages)
        ]
        self._began = self._clock()
        self._ask_ahead(0)
        self.show()
        self.raise_()
        self._frames.setInterval(_STILL_MS if look.motion.still else _FRAME_MS)
        self._frames.start()
        self.update()

    def end(self) -> None:
        """Hide and stop."""
        self._frames.stop()
        self.hide()
        self._rasters.forget_all()

    def finish(self) -> None:
        """Have the present scene drawn at once."""
        scene, key = self._scene(self._moment()[0]), self._key(self._moment()[0])
        if scene.picture is not None:
            size = self._picture_area().size().toSize()
            self._pictures.read_now(scene.picture, size, self.devicePixelRatioF())
        if key is not None and self._rasters.get(key) is None:
            assert self._world is not None
            assert self._look is not None
            self._rasters.put(draw_raster(key, self._world.shapes, self._look))
        self.update()

    def _moment(self) -> tuple[int, float]:
        """The number of scenes begun so far, and the seconds of the present one."""
        assert self._look is not None
        length = self._look.tokens["motion"]["attract_scene"] / 1000
        elapsed = max(0.0, self._clock() - self._began)
        return int(elapsed // length), elapsed % length

    @Slot()
    def _next_frame(self) -> None:
        """Paint only when something has moved by a pixel: most frames are the same."""
        assert self._look is not None
        number, seconds = self._moment()
        still = self._look.motion.still
        speed = self._look.px(_DRIFT_U_PER_SECOND) * self.devicePixelRatioF()
        drift = 0 if still else round(speed * seconds)
        fading = round(100 * self._fade(seconds))
        if (number, drift, fading) != self._drawn:
            if number != self._drawn[0]:
                self._ask_ahead(number)
            self._drawn = (number, drift, fading)
            self.update()

    @Slot(object)
    def _raster_came(self, key: RasterKey) -> None:
        self.update()

    def _fade(self, seconds: float) -> float:
        """How far the present scene covers the one before."""
        assert self._look is not None
        if self._look.motion.still:
            return 1.0
        whole: float = self._look.tokens["motion"]["attract_crossfade"] / 1000
        return min(1.0, seconds / whole)

    def _ask_ahead(self, number: int) -> None:
        assert self._look is not None
        if self._world is None:
            return
        keys = []
        for ahead in (number, number + 1):
            picture, key = self._scene(ahead).picture, self._key(ahead)
            if picture is not None:
                size = self._picture_area().size().toSize()
                self._pictures.ask(picture, size, self.devicePixelRatioF())
            elif key is not None:
                keys.append(key)
        self._rasters.ask(keys, self._world.shapes, self._look)

    def _scene(self, number: int) -> Scene:
        return self._scenes[number % len(self._scenes)]

    def _language(self, number: int) -> str:
        """Another one in each scene, and in each round another one for the same scene."""
        shared = math.gcd(len(self._scenes), len(self._languages))
        turn = number
        if shared > 1:
            turn += number // (len(self._scenes) * len(self._languages) // shared)
        return self._languages[turn % len(self._languages)]

    def _camera(self, scene: Scene) -> Camera:
        look = self._look
        assert look is not None
        place = self._world.place(scene.place) if self._world and scene.place else None
        per_km = look.tokens["map"]["px_per_km"]["attract" if place else "home"]
        if place is not None:
            x, y = place.point.x(), place.point.y()
        else:
            x, y = project(*look.tokens["water"]["centre_lonlat"])
        at_x, at_y = self._marker_at()
        return Camera(x, y, look.px(per_km) / PX_PER_KM, at_x, at_y)

    def _key(self, number: int) -> RasterKey | None:
        scene, look = self._scene(number), self._look
        if look is None or scene.picture is not None or self.size().isEmpty():
            return None
        margin = look.px(_MARGIN_U)
        area = QRectF(self.rect()).adjusted(-margin, -margin, margin, margin)
        theme, ratio = look.theme.name, self.devicePixelRatioF()
        return raster_key(self._camera(scene), area, theme, frozenset(), ratio)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number, seconds = self._moment()
        fade = self._fade(seconds)
        painter.fillRect(self.rect(), look.theme.ground)
        if fade < 1 and number > 0:
            length = look.tokens["motion"]["attract_scene"] / 1000
            self._paint_scene(painter, look, number - 1, length + seconds)
        painter.setOpacity(fade if number > 0 else 1.0)
        self._paint_scene(painter, look, number, seconds)
        painter.setOpacity(1.0)
        at = self._shift() + QPointF(look.px(_LEFT_U + 60), self.height() * _INVITATION_AT)
        paint_invitation(painter, look, at, seconds, self._invitation)

    @property
    def _portrait(self) -> bool:
        return self.height() > self.width()

    def _marker_at(self) -> tuple[float, float]:
        x, y = _PORTRAIT_MARKER_AT if self._portrait else _MARKER_AT
        return self.width() * x, self.height() * y

    def _shift(self) -> QPointF:
        assert self._look is not None
        step = int((self._clock() - self._began) // _BURN_IN_SECONDS) % len(_BURN_IN_STEPS)
        dx, dy = _BURN_IN_STEPS[step]
        return QPointF(self._look.px(dx), self._look.px(dy))

    def _paint_scene(self, painter: QPainter, look: Look, number: int, seconds: float) -> None:
        scene, language = self._scene(number), self._language(number)
        still = look.motion.still
        drift = 0.0 if still else min(look.px(_DRIFT_U_PER_SECOND) * seconds, look.px(_MARGIN_U))
        at_x, at_y = self._marker_at()
        marker = QPointF(at_x - drift, at_y)
        key = self._key(number)
        if key is not None:
            raster: Raster | None = self._rasters.get(key)
            if raster is not None:
                painter.save()
                painter.translate(-round(drift * key.ratio) / key.ratio, 0)
                raster.draw(painter)
                painter.restore()
        elif scene.picture is not None:
            area = self._picture_area()
            size = area.size().toSize()
            image = self._pictures.get(scene.picture, size, self.devicePixelRatioF())
            if image is not None and not image.isNull():
                painter.drawImage(area.topLeft(), image)
        paint_shade(painter, look, QRectF(self.rect()))
        title, heading, sentence = self._set(number, language)
        shift = self._shift()
        at = _PORTRAIT_TITLE_AT if self._portrait else _TITLE_AT
        x, y = look.px(_LEFT_U) + shift.x(), self.height() * at + shift.y()
        title.draw(painter, x, y, look.theme.text)
        if heading is None:
            return
        if scene.place is not None and scene.picture is None:
            draw_marker(painter, look, "pearl", marker, MarkerState.CHOSEN)
            corner = marker + QPointF(look.px(_CALLOUT_U[0]), look.px(_CALLOUT_U[1]))
            painter.setPen(QPen(look.theme.pearl, look.stroke(1.8)))
            painter.drawPolyline(
                [
                    marker + QPointF(look.px(24), -look.px(24)),
                    corner + QPointF(0, look.px(92)),
                    corner,
                ]
            )
        else:
            area = self._picture_area()
            corner = QPointF(area.x() + area.width() * 0.44, self.height() * 0.76)
        paint_callout(painter, look, QRectF(self.rect()), corner, heading, sentence)

    def _set(self, number: int, language: str) -> tuple[Setting, Setting | None, Setting | None]:
        look = self._look
        assert look is not None
        key = (number % len(self._scenes), language)
        if key not in self._texts:
            scene = self._scene(number)
            width = look.px(_CALLOUT_WIDTH_U)
            heading, sentence = scene.headings.get(language), scene.sentences.get(language)
            self._texts[key] = (
                set_whole_words(
                    look,
                    self._titles.get(language, ""),
                    language=language,
                    role="attract",
                    width=look.px(_TITLE_U),
                ),
                set_whole_words(look, heading, language=language, role="lead", width=width)
                if heading
                else None,
                set_text(look, sentence, language=language, role="body", width=width)
                if sentence
                else None,
            )
        return self._texts[key]

    def _picture_area(self) -> QRectF:
        if self._portrait:
            top = round(self.height() * _PICTURE_TOP)
            return QRectF(0, top, self.width(), self.height() - top)
        left = round(self.width() * _PICTURE_LEFT)
        return QRectF(left, 0, self.width() - left, self.height())
