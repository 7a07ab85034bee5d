"""The attract loop: the estuary in its light, and one place after the other, in all languages."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.screen.attract.attract_frame import attract_frame
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
from kiosk.screen.attract.scene_ground import SceneGround
from kiosk.screen.attract.scene_motion import SceneMotion, scene_motion
from kiosk.screen.attract.spot_search import SpotSearch
from kiosk.screen.map.map_marker import marker_reach
from kiosk.screen.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld

_MOVING_MS = 33
_TIDE_MS = 60
_STILL_MS = 1_000
_PULSE_SECONDS = 3.2
_BURN_IN_SECONDS = 180
_BURN_IN_STEPS = ((0, 0), (2, 0), (2, 2), (0, 2), (-2, 2), (-2, 0), (-2, -2), (0, -2), (2, -2))
"""Offsets of the lasting words, in u, so that nothing bright stays on the same pixels for hours."""


class AttractLoop(QWidget):
    """Covers the stage.  It is woken from outside: it takes no touches itself.

    Until its words are set and the ground of its scene is drawn, what lies below is seen.
    """

    def __init__(self, parent: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._set: AttractSetting | None = None
        self._set_from: tuple[object, ...] = ()
        self._setting = Turns(self)
        self._texts = AttractTexts({}, {}, {})
        self._scenes: tuple[Scene, ...] = ()
        self._began = 0.0
        self._number = -1
        self._was_moving = self._is_tides_turn = False
        self._grounds = AttractGrounds(self)
        self._grounds.ready.connect(self._take_ground)
        self._search = SpotSearch(self)
        self._search.found.connect(self._take_spot)
        self._known = (-1, 0.0)
        self._frames = QTimer(self)
        self._frames.timeout.connect(self._next_frame)
        self.hide()

    def set_world(self, world: MapWorld) -> None:
        """Draw from other outlines from now on."""
        self._grounds.set_world(world)
        if self.isVisible():
            self._grounds.ask(self._scenes)
            self._look_through()

    def prepare(self, scenes: Sequence[Scene], texts: AttractTexts, look: Look) -> None:
        """Have the words set and the grounds drawn ahead: `begin` shows them at once then."""
        # The next visitor begins with texts in their own size, and so does whoever sees the loop.
        look = replace(look, text_scale=1.0)
        scenes = tuple(scenes) or (Scene({}, {}),)
        set_from = (scenes, texts, look, self.size())
        frame = attract_frame(look, QSizeF(self.size()))
        self._grounds.fit(look, frame, self.devicePixelRatioF())
        if set_from != self._set_from:
            self._scenes, self._texts, self._set_from = scenes, texts, set_from
            self._set = None
            self._search.stop()
            self._setting.begin(self._steps(set_attract(look, frame, texts)))
        self._grounds.ask(self._scenes)
        self._look_through()

    def _steps(self, setting: Generator[None, None, AttractSetting]) -> Iterator[None]:
        self._set = yield from setting
        self._search.begin(self._set.words)
        self._look_through()
        if self.isVisible():
            self._next_frame()

    def begin(self, scenes: Sequence[Scene], texts: AttractTexts, look: Look) -> None:
        """Show the scenes in turn, each in the next language."""
        self.prepare(scenes, texts, look)
        self._began, self._number, self._known = self._clock(), -1, (-1, 0.0)
        self.show()
        self.raise_()
        self._frames.setInterval(_STILL_MS if look.motion.still else _MOVING_MS)
        self._frames.start()
        self._next_frame()

    def end(self) -> None:
        """Hide and stop."""
        self._frames.stop()
        self.hide()
        self._setting.stop()
        self._search.stop()
        if self._set is None:
            self._set_from = ()
        self._grounds.forget()

    def finish(self) -> None:
        """Have the present scene there at once."""
        self._setting.finish()
        if self._set is not None:
            number = self._moment()[0]
            self._grounds.finish(self._scene(number))
            self._search.finish(number % len(self._scenes), self._ground(number))
            self._take_ground()

    def _moment(self) -> tuple[int, float]:
        """The number of scenes begun so far, and the seconds of the present one."""
        assert self._set is not None
        length = self._set.look.tokens["motion"]["attract_scene"] / 1000
        elapsed = max(0.0, self._clock() - self._began)
        return int(elapsed // length), elapsed % length

    def _motion(self, number: int, seconds: float) -> SceneMotion:
        assert self._set is not None
        known = self._known[1] if number == self._known[0] else 0.0
        return scene_motion(self._set.look, number, seconds, known)

    @Slot()
    def _take_ground(self) -> None:
        if self._set is not None and self.isVisible():
            self._ask_spot(self._moment()[0])
        self._look_through()
        self.update()

    @Slot(int)
    def _take_spot(self, at: int) -> None:
        if self._set is None or not self.isVisible():
            return
        number, seconds = self._moment()
        if at == number % len(self._scenes):
            self._known, self._was_moving = (number, seconds), True
            self.update()

    def _look_through(self) -> None:
        """Cover what lies below from the moment on when there is a picture, and only then."""
        is_drawn = self._set is not None and self._is_drawn(self._moment()[0])
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, is_drawn)

    def _is_drawn(self, number: int) -> bool:
        """Whether a scene has its ground; a picture that cannot be read leaves plain night."""
        scene, grounds = self._scene(number), self._grounds
        return grounds.key(scene) is None or grounds.estuary(scene) is not None

    @Slot()
    def _next_frame(self) -> None:
        """Have painted what moves: all at a change of scenes, then the tide and the markers."""
        if self._set is None:
            return
        look = self._set.look
        number, seconds = self._moment()
        moving = not self._motion(number, seconds).is_over
        if number != self._number:
            self._number = number
            self._look_through()
            self._ask_spot(number)
            self._grounds.ask_picture(self._scene(number))
            self._grounds.ask_picture(self._scene(number + 1))
            self.update()
        elif moving or self._was_moving:
            self.update()
        elif not look.motion.still:
            self.update(self._moving_part(self._set, self._scene(number)))
            # Now that nothing but the tide moves, there is time for what the next scene needs.
            self._ask_spot(number + 1)
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
        if settings is None or not self.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent):
            return
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, shift = settings.look, self._shift()
        number, seconds = self._moment()
        motion = self._motion(number, seconds)
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
        if motion.ground < 1 and not same and self._is_drawn(number - 1):
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
        at = number % len(self._scenes)
        spot = settings.words.spot(at, self._ground(number))
        if spot is None:
            return
        callout = settings.words.callout(at, scene, language, spot)
        if callout is None:
            return
        rect = spot.words_rect(callout.size)
        if spot.backed and motion.words > 0:
            paint_backing(painter, look, rect)
        paint_line(painter, look, spot.line(callout.size), motion.line)
        words = callout.placed(rect.topLeft())
        paint_words(painter, look.theme.text, words, motion.words, QPointF())

    def _ground(self, number: int) -> SceneGround:
        """What the words of a scene stand on."""
        scene, grounds = self._scene(number), self._grounds
        estuary = grounds.estuary(scene)
        calm = None if estuary is None else estuary.calm
        return SceneGround(scene, calm, grounds.point(scene), grounds.pearls(scene))

    def _ask_spot(self, number: int) -> None:
        """Have it found where the words of a scene stand, once its ground is there."""
        if self._is_drawn(number):
            self._search.ask(number % len(self._scenes), self._ground(number))

    def _pulse(self) -> float:
        assert self._set is not None
        if self._set.look.motion.still:
            return 0.0
        part = (self._clock() - self._began) % _PULSE_SECONDS / _PULSE_SECONDS
        return (1 - math.cos(2 * math.pi * part)) / 2


def _around(at: QPointF, reach: float) -> QRect:
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect()
