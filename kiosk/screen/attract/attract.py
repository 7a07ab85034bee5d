"""The attract loop: the estuary in its light, and one place after the other, in all languages."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.screen.attract.attract_grounds import AttractGrounds
from kiosk.screen.attract.attract_painting import (
    paint_backing,
    paint_chosen,
    paint_estuary,
    paint_line,
    paint_pearls,
    paint_plate,
    paint_words,
)
from kiosk.screen.attract.attract_setting import AttractSetting, set_attract
from kiosk.screen.attract.scene import AttractTexts, Scene
from kiosk.screen.attract.scene_motion import SceneMotion, scene_motion
from kiosk.screen.map.map_marker import marker_reach

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.attract.callout_spot import CalloutSpot
    from kiosk.screen.map.map_world import MapWorld

_MOVING_MS = 33
_TIDE_MS = 60
_STILL_MS = 1_000
_PULSE_SECONDS = 3.2
_BURN_IN_SECONDS = 180
_BURN_IN_STEPS = ((0, 0), (2, 0), (2, 2), (0, 2), (-2, 2), (-2, 0), (-2, -2), (0, -2), (2, -2))
"""Offsets of the lasting words, in u, so that nothing bright stays on the same pixels for hours."""


class AttractLoop(QWidget):
    """Covers the stage.  It is woken from outside: it takes no touches itself."""

    def __init__(self, parent: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._clock = clock
        self._set: AttractSetting | None = None
        self._texts = AttractTexts({}, {}, {})
        self._scenes: tuple[Scene, ...] = ()
        self._began = 0.0
        self._number = -1
        self._was_moving = self._is_tides_turn = False
        self._grounds = AttractGrounds(self)
        self._grounds.ready.connect(self._take_ground)
        self._frames = QTimer(self)
        self._frames.timeout.connect(self._next_frame)
        self.hide()

    def set_world(self, world: MapWorld) -> None:
        """Draw from other outlines from now on."""
        self._grounds.set_world(world)
        if self._set is not None and self.isVisible():
            self._set.words.forget_spots()
            self._grounds.ask(self._scenes)

    def prepare(self, scenes: Sequence[Scene], texts: AttractTexts, look: Look) -> None:
        """Set the words, and have the grounds drawn: `begin` shows them at once then."""
        self._scenes, self._texts = tuple(scenes) or (Scene({}, {}),), texts
        self._set = set_attract(look, QSizeF(self.size()), texts)
        self._grounds.fit(look, self._set.frame, self.devicePixelRatioF())
        self._grounds.ask(self._scenes)

    def begin(self, scenes: Sequence[Scene], texts: AttractTexts, look: Look) -> None:
        """Show the scenes in turn, each in the next language."""
        self.prepare(scenes, texts, look)
        self._began, self._number = self._clock(), -1
        self.show()
        self.raise_()
        self._frames.setInterval(_STILL_MS if look.motion.still else _MOVING_MS)
        self._frames.start()
        self._next_frame()

    def end(self) -> None:
        """Hide and stop."""
        self._frames.stop()
        self.hide()
        self._grounds.forget()

    def finish(self) -> None:
        """Have the present scene drawn at once."""
        self._grounds.finish(self._scene(self._moment()[0]))
        self._take_ground()

    def _moment(self) -> tuple[int, float]:
        """The number of scenes begun so far, and the seconds of the present one."""
        assert self._set is not None
        length = self._set.look.tokens["motion"]["attract_scene"] / 1000
        elapsed = max(0.0, self._clock() - self._began)
        return int(elapsed // length), elapsed % length

    @Slot()
    def _take_ground(self) -> None:
        if self._set is not None:
            self._set.words.forget_spots()
        self.update()

    @Slot()
    def _next_frame(self) -> None:
        """Have painted what moves: all at a change of scenes, then the tide and the markers."""
        assert self._set is not None
        look = self._set.look
        number, seconds = self._moment()
        moving = not scene_motion(look, number, seconds).is_over
        if number != self._number:
            self._number = number
            self._grounds.ask_picture(self._scene(number))
            self._grounds.ask_picture(self._scene(number + 1))
            self.update()
        elif moving or self._was_moving:
            self.update()
        elif not look.motion.still:
            self.update(self._moving_part(self._set, self._scene(number)))
            # Now that nothing but the tide moves, there is time for what the next scene needs.
            self._spot(self._set, number + 1)
        self._was_moving = moving
        if not look.motion.still:
            self._frames.setInterval(_MOVING_MS if moving else _TIDE_MS)

    def _moving_part(self, settings: AttractSetting, scene: Scene) -> QRect:
        """What moves: in one frame the sign that invites, in the next one the tide and the marker.

        One rectangle in a frame: Qt takes twice as long to paint in two.
        """
        look, window = settings.look, settings.frame.window
        marker = self._grounds.point(scene)
        self._is_tides_turn = not self._is_tides_turn
        if self._is_tides_turn and self._grounds.estuary(scene) is not None:
            light = settings.frame.light.adjusted(0, -window.height(), window.width(), 0)
            if settings.frame.portrait:
                light = light.adjusted(-window.width(), 0, 0, look.px(200))
            return (light.adjusted(0, 0, 0, look.px(64)) & window).toAlignedRect()
        if self._is_tides_turn and marker is not None:
            return _around(marker, marker_reach(look))
        return _around(settings.sign + self._shift(), marker_reach(look))

    def _scene(self, number: int) -> Scene:
        return self._scenes[number % len(self._scenes)]

    def _language(self, number: int) -> str:
        """Another one in each scene, and in each round another one for the same scene."""
        languages = tuple(self._texts.invitations) or ("en",)
        shared = math.gcd(len(self._scenes), len(languages))
        turn = number
        if shared > 1:
            turn += number // (len(self._scenes) * len(languages) // shared)
        return languages[turn % len(languages)]

    def _shift(self) -> QPointF:
        assert self._set is not None
        look = self._set.look
        step = int((self._clock() - self._began) // _BURN_IN_SECONDS) % len(_BURN_IN_STEPS)
        dx, dy = _BURN_IN_STEPS[step]
        return QPointF(look.px(dx), look.px(dy))

    def paintEvent(self, event: QPaintEvent) -> None:
        settings = self._set
        if settings is None:
            return
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, shift = settings.look, self._shift()
        number, seconds = self._moment()
        motion = scene_motion(look, number, seconds)
        self._paint_grounds(painter, settings, number, motion)
        if motion.gone < 1:
            painter.setOpacity(1 - motion.gone)
            self._paint_scene(painter, settings, number - 1, SceneMotion())
            painter.setOpacity(1.0)
        self._paint_scene(painter, settings, number, motion)
        self._paint_heads(painter, settings, number, motion)
        sign = settings.sign + shift
        if event.rect().intersects(_around(sign, marker_reach(look))):
            paint_chosen(painter, look, sign, 1.0, self._pulse())
        first, others = settings.invitation[:1], settings.invitation[1:]
        paint_words(painter, look.theme.text, first, 1.0, shift)
        paint_words(painter, look.theme.text2, others, 1.0, shift)

    def _paint_grounds(
        self, painter: QPainter, settings: AttractSetting, number: int, motion: SceneMotion
    ) -> None:
        """The ground of the scene, over that of the scene before while it comes."""
        scene, before = self._scene(number), self._scene(number - 1)
        painter.fillRect(self.rect(), settings.look.theme.ground)
        same = scene.picture == before.picture and self._grounds.key(scene) == self._grounds.key(
            before
        )
        if motion.ground < 1 and not same:
            self._paint_ground(painter, settings, before)
            painter.setOpacity(motion.ground)
            if scene.picture is not None:
                painter.fillRect(self.rect(), settings.look.theme.ground)
        self._paint_ground(painter, settings, scene)
        painter.setOpacity(1.0)

    def _paint_ground(self, painter: QPainter, settings: AttractSetting, scene: Scene) -> None:
        estuary, picture = self._grounds.estuary(scene), self._grounds.picture(scene)
        if estuary is not None:
            elapsed = self._clock() - self._began
            paint_estuary(painter, settings.look, estuary, elapsed)
            paint_pearls(painter, settings.look, self._grounds.pearls(scene))
        elif picture is not None:
            paint_plate(painter, settings.look, settings.frame, picture)

    def _paint_heads(
        self, painter: QPainter, settings: AttractSetting, number: int, motion: SceneMotion
    ) -> None:
        """The title and the line above it; where they change, the old ones go first."""
        language, before = self._language(number), self._language(number - 1)
        shares = {language: motion.title, before: 1 - motion.gone}
        if language == before:
            shares = {language: 1.0}
        for tag, share in shares.items():
            for placed, color in (
                (settings.titles, settings.look.theme.text),
                (settings.subtitles, settings.look.theme.text2),
            ):
                if tag in placed:
                    paint_words(painter, color, [placed[tag]], share, self._shift())

    def _paint_scene(
        self,
        painter: QPainter,
        settings: AttractSetting,
        number: int,
        motion: SceneMotion,
    ) -> None:
        """What is on the ground: the marker of the place, and what is said of it."""
        look, grounds = settings.look, self._grounds
        scene, language = self._scene(number), self._language(number)
        marker = grounds.point(scene)
        if marker is not None:
            paint_chosen(painter, look, marker, motion.marker, self._pulse())
        spot = self._spot(settings, number)
        if spot is None:
            return
        callout = settings.words.callout(number % len(self._scenes), scene, language, spot)
        if callout is None:
            return
        rect = spot.words_rect(callout.size)
        if spot.backed and motion.words > 0:
            paint_backing(painter, look, rect)
        paint_line(painter, look, spot.line(callout.size), motion.line)
        words = callout.placed(rect.topLeft())
        paint_words(painter, look.theme.text, words, motion.words, QPointF())

    def _spot(self, settings: AttractSetting, number: int) -> CalloutSpot | None:
        """Where the words of a scene stand; finding that takes longer than a frame, once."""
        scene, grounds = self._scene(number), self._grounds
        estuary = grounds.estuary(scene)
        ground = None if estuary is None else estuary.calm
        at, marker = number % len(self._scenes), grounds.point(scene)
        return settings.words.spot(at, scene, ground, marker, grounds.pearls(scene))

    def _pulse(self) -> float:
        assert self._set is not None
        if self._set.look.motion.still:
            return 0.0
        part = (self._clock() - self._began) % _PULSE_SECONDS / _PULSE_SECONDS
        return (1 - math.cos(2 * math.pi * part)) / 2


def _around(at: QPointF, reach: float) -> QRect:
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect()
