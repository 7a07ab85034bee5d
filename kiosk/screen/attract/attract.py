"""The attract loop: the estuary in its light, and one place after the other, in all languages."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSizeF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.attract.attract_frame import attract_frame
from kiosk.screen.attract.attract_grounds import AttractGrounds
from kiosk.screen.attract.attract_picture import AttractPicture, Moment
from kiosk.screen.attract.attract_setting import AttractSetting, set_attract
from kiosk.screen.attract.scene import AttractTexts, Scene
from kiosk.screen.attract.scene_motion import SceneMotion, scene_motion
from kiosk.screen.attract.scene_turns import SceneTurns
from kiosk.screen.attract.separate_parts import separate_parts
from kiosk.screen.attract.spot_search import SpotSearch
from kiosk.screen.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld

_MOVING_MS = 33
_TIDE_MS = 60
_STILL_MS = 1_000


class AttractLoop(QWidget):
    """Covers the stage.  It is woken from outside: it takes no touches itself.

    Until its words are set and the ground of its scene is drawn, what lies below is seen.
    """

    assistive_role = AssistiveRole.MODAL

    def __init__(self, parent: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._picture: AttractPicture | None = None
        self._set_from: tuple[object, ...] = ()
        self._setting = Turns(self)
        self._scenes: tuple[Scene, ...] = ()
        self._began = 0.0
        self._number = -1
        self._came = SceneMotion()
        """How far the scene had come when it was painted last."""
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
            self._scenes, self._set_from = scenes, set_from
            self._picture = None
            self._search.stop()
            self._setting.begin(self._steps(set_attract(look, frame, texts), texts))
        self._grounds.ask(self._scenes)
        self._look_through()

    def _steps(
        self, setting: Generator[None, None, AttractSetting], texts: AttractTexts
    ) -> Iterator[None]:
        done = yield from setting
        seconds = done.look.tokens["motion"]["attract_scene"] / 1000
        languages = tuple(texts.invitations) or ("en",)
        turns = SceneTurns(len(self._scenes), languages, seconds)
        self._picture = AttractPicture(done, self._grounds, self._scenes, turns)
        self._search.begin(done.words)
        self._take_ground()
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
        if self._picture is None:
            self._set_from = ()
        self._grounds.forget()

    def finish(self) -> None:
        """Have the present scene there at once."""
        self._setting.finish()
        picture = self._picture
        if picture is not None:
            number = self._moment(picture).number
            self._grounds.finish(picture.scene(number))
            self._search.finish(number % len(self._scenes), picture.ground(number))
            self._take_ground()

    def _moment(self, picture: AttractPicture) -> Moment:
        """What stands or comes now; the first scene before the loop is seen."""
        elapsed = max(0.0, self._clock() - self._began) if self.isVisible() else 0.0
        number, seconds = picture.turns.moment(elapsed)
        known = self._known[1] if number == self._known[0] else 0.0
        return Moment(number, scene_motion(picture.setting.look, number, seconds, known), elapsed)

    @Slot()
    def _take_ground(self) -> None:
        if self._picture is not None:
            self._ask_spot(self._picture, self._moment(self._picture).number)
        self._look_through()
        self.update()

    @Slot(int)
    def _take_spot(self, at: int) -> None:
        picture = self._picture
        if picture is None or not self.isVisible():
            return
        moment = self._moment(picture)
        if at == moment.number % len(self._scenes):
            seconds = picture.turns.moment(moment.elapsed)[1]
            self._known, self._was_moving = (moment.number, seconds), True
            self.update()

    def _look_through(self) -> None:
        """Cover what lies below from the moment on when there is a picture, and only then."""
        picture = self._picture
        is_drawn = picture is not None and picture.is_drawn(self._moment(picture).number)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, is_drawn)

    @Slot()
    def _next_frame(self) -> None:
        """Have painted what moves: all at a change of scenes, then the tide and the markers."""
        picture = self._picture
        if picture is None:
            return
        still = picture.setting.look.motion.still
        moment = self._moment(picture)
        number, moving = moment.number, not moment.motion.is_over
        if number != self._number:
            self._number = number
            self._look_through()
            self._ask_spot(picture, number)
            self._grounds.ask_picture(picture.scene(number))
            self._grounds.ask_picture(picture.scene(number + 1))
            self.update()
        elif moving or self._was_moving:
            self._update(*picture.change(moment, self._came))
        elif not still:
            self._update(self._moving_part(picture, moment))
            # Now that nothing but the tide moves, there is time for what the next scene needs.
            self._ask_spot(picture, number + 1)
            picture.get_ready(number + 1, self.devicePixelRatioF())
        self._was_moving, self._came = moving, moment.motion
        if not still:
            self._frames.setInterval(_MOVING_MS if moving else _TIDE_MS)

    def _update(self, *parts: QRect) -> None:
        region = QRegion()
        for part in parts:
            region += part
        self.update(region)

    def _moving_part(self, picture: AttractPicture, moment: Moment) -> QRect:
        """What moves: in one frame the sign that invites, in the next one the tide or the marker.

        One rectangle in a frame: Qt takes twice as long to paint in two.
        """
        self._is_tides_turn = not self._is_tides_turn
        tide = picture.tide(moment.number) if self._is_tides_turn else None
        return picture.sign(moment) if tide is None else tide

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._picture
        if picture is None or not self.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        moment = self._moment(picture)
        # Qt copies pixels much faster into one rectangle than into a region of several.
        for part in separate_parts(event.region()):
            painter.setClipRect(part)
            picture.paint(painter, moment)

    def _ask_spot(self, picture: AttractPicture, number: int) -> None:
        """Have it found where the words of a scene stand, once its ground is there."""
        if picture.is_drawn(number):
            self._search.ask(number % len(self._scenes), picture.ground(number))
