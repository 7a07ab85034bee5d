"""One moment of the attract loop: its picture, and which parts of the window change in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPolygonF

from kiosk.screen.attract.attract_painting import (
    paint_backing,
    paint_chosen,
    paint_estuary,
    paint_line,
    paint_pearls,
    paint_plate,
    paint_words,
    words_stamp,
)
from kiosk.screen.attract.scene_ground import SceneGround
from kiosk.screen.attract.scene_motion import SceneMotion
from kiosk.screen.attract.scene_turns import SceneTurns, drift, pulse
from kiosk.screen.map.map_marker import marker_reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from kiosk.screen.attract.attract_grounds import AttractGrounds
    from kiosk.screen.attract.attract_setting import AttractSetting
    from kiosk.screen.attract.attract_words import Callout, Placed
    from kiosk.screen.attract.callout_spot import CalloutSpot
    from kiosk.screen.attract.scene import Scene
    from kiosk.screen.map.map_stamp import Stamp

_RIM_U = 32
"""How far lines and grounds of words reach beyond them."""


@dataclass(frozen=True)
class Moment:
    """The scene that stands or comes, by its number, and the seconds since the loop began."""

    number: int
    motion: SceneMotion
    elapsed: float


@dataclass(frozen=True)
class AttractPicture:
    """Paints the moments of a loop whose words are set.

    Pictures of the titles are kept for the language that stands and for the one that comes: large
    letters take longer than a frame to draw.
    """

    setting: AttractSetting
    grounds: AttractGrounds
    scenes: Sequence[Scene]
    turns: SceneTurns
    _stamps: dict[str, tuple[tuple[Stamp, Placed], ...]] = field(default_factory=dict)

    def scene(self, number: int) -> Scene:
        """The scene of a number; numbers go on for ever."""
        return self.scenes[number % len(self.scenes)]

    def ground(self, number: int) -> SceneGround:
        """What the words of a scene stand on."""
        scene, grounds = self.scene(number), self.grounds
        estuary = grounds.estuary(scene)
        calm = None if estuary is None else estuary.calm
        return SceneGround(scene, calm, grounds.point(scene), grounds.pearls(scene))

    def is_drawn(self, number: int) -> bool:
        """Whether a scene has its ground; a picture that cannot be read leaves plain night."""
        scene, grounds = self.scene(number), self.grounds
        return grounds.key(scene) is None or grounds.estuary(scene) is not None

    def get_ready(self, number: int, ratio: float) -> None:
        """Draw the title of a scene ahead, for a screen of that pixel ratio."""
        for stamp, _ in self._heads(self.turns.language(number)):
            stamp.draw_ahead(ratio)

    def paint(self, painter: QPainter, moment: Moment) -> None:
        """Paint what is inside the painter's clip."""
        look, motion, number = self.setting.look, moment.motion, moment.number
        shift, grown = self._shift(moment), self._pulse(moment)
        self._paint_grounds(painter, moment)
        if motion.gone < 1:
            painter.setOpacity(1 - motion.gone)
            self._paint_scene(painter, number - 1, SceneMotion(), grown)
            painter.setOpacity(1.0)
        self._paint_scene(painter, number, motion, grown)
        self._paint_heads(painter, moment)
        paint_chosen(painter, look, self.setting.sign + shift, 1.0, grown)
        first, others = self.setting.invitation[:1], self.setting.invitation[1:]
        paint_words(painter, look.theme.text, first, 1.0, shift)
        paint_words(painter, look.theme.text2, others, 1.0, shift)

    def change(self, moment: Moment, came: SceneMotion) -> Iterator[QRect]:
        """What differs from when the scene had come so far, in pixels of the window."""
        number = moment.number
        if came.ground < 1 and not self._is_same_ground(number):
            yield self.setting.frame.lit.toAlignedRect()
        yield from self._said(number - 1)
        yield from self._said(number)
        if self.turns.language(number) != self.turns.language(number - 1):
            heads = QRectF()
            for each in (number - 1, number):
                for _, placed in self._heads(self.turns.language(each)):
                    heads = heads.united(placed.rect.translated(self._shift(moment)))
            yield self._with_rim(heads)
        yield self.sign(moment)

    def sign(self, moment: Moment) -> QRect:
        """What the sign that invites to touch covers."""
        return self._around(self.setting.sign + self._shift(moment))

    def tide(self, number: int) -> QRect | None:
        """Where the tide runs in a scene, or else where its marker moves; None in a picture."""
        look, frame = self.setting.look, self.setting.frame
        scene, marker = self.scene(number), self.grounds.point(self.scene(number))
        if self.grounds.estuary(scene) is None:
            return None if marker is None else self._around(marker)
        window, light = frame.window, frame.light.adjusted(0, -frame.window.height(), 0, 0)
        light.setRight(window.right())
        if frame.portrait:
            light.setLeft(window.left())
            light.adjust(0, 0, 0, look.px(200))
        return (light.adjusted(0, 0, 0, look.px(64)) & window).toAlignedRect()

    def _is_same_ground(self, number: int) -> bool:
        scene, before = self.scene(number), self.scene(number - 1)
        key = self.grounds.key
        return scene.picture == before.picture and key(scene) == key(before)

    def _paint_grounds(self, painter: QPainter, moment: Moment) -> None:
        """The ground of the scene, over that of the scene before while it comes."""
        number, motion = moment.number, moment.motion
        if motion.ground < 1 and not self._is_same_ground(number) and self.is_drawn(number - 1):
            self._paint_ground(painter, number - 1, 0.0, moment)
            painter.setOpacity(motion.ground)
        self._paint_ground(painter, number, motion.tide, moment)
        painter.setOpacity(1.0)

    def _paint_ground(self, painter: QPainter, number: int, tide: float, moment: Moment) -> None:
        """A ground that covers all; plain night where there is none."""
        look, frame, scene = self.setting.look, self.setting.frame, self.scene(number)
        estuary = self.grounds.estuary(scene)
        if estuary is not None:
            paint_estuary(painter, look, estuary, moment.elapsed, tide)
            paint_pearls(painter, look, self.grounds.pearls(scene))
            return
        painter.fillRect(frame.window, look.theme.panel)
        picture = self.grounds.picture(scene)
        if picture is not None:
            paint_plate(painter, look, frame, picture)

    def _paint_heads(self, painter: QPainter, moment: Moment) -> None:
        """The title and the line above it; where they change, the old ones go first."""
        number, motion = moment.number, moment.motion
        language, before = self.turns.language(number), self.turns.language(number - 1)
        shares = {before: 1 - motion.gone, language: motion.title}
        if language == before:
            shares = {language: 1.0}
        for tag, share in shares.items():
            if share > 0:
                painter.setOpacity(share)
                for stamp, placed in self._heads(tag):
                    at = placed.at + self._shift(moment)
                    stamp.put(painter, at.x() - self._overhang, at.y() - self._overhang)
        painter.setOpacity(1.0)

    def _heads(self, language: str) -> tuple[tuple[Stamp, Placed], ...]:
        """The title and the line above it in a language, each with its picture."""
        if language not in self._stamps:
            for other in list(self._stamps)[:-1]:
                del self._stamps[other]
            theme = self.setting.look.theme
            self._stamps[language] = tuple(
                (words_stamp(placed[language], color, self._overhang), placed[language])
                for placed, color in (
                    (self.setting.titles, theme.text),
                    (self.setting.subtitles, theme.text2),
                )
                if language in placed
            )
        return self._stamps[language]

    @property
    def _overhang(self) -> float:
        return self.setting.look.px(_RIM_U)

    def _callout(self, number: int) -> tuple[CalloutSpot, Callout] | None:
        """Where the words of a scene stand, and the words; None while nobody knows."""
        at, words = number % len(self.scenes), self.setting.words
        spot = words.spot(at, self.ground(number))
        if spot is None:
            return None
        callout = words.callout(at, self.scene(number), self.turns.language(number), spot)
        return None if callout is None else (spot, callout)

    def _paint_scene(
        self, painter: QPainter, number: int, motion: SceneMotion, grown: float
    ) -> None:
        """What is on the ground: the marker of the place, and what is said of it."""
        look, marker = self.setting.look, self.grounds.point(self.scene(number))
        if marker is not None:
            paint_chosen(painter, look, marker, motion.marker, grown)
        found = self._callout(number)
        if found is None:
            return
        spot, callout = found
        rect = spot.words_rect(callout.size)
        if spot.backed and motion.words > 0:
            paint_backing(painter, look, rect)
        paint_line(painter, look, spot.line(callout.size), motion.line)
        words = callout.placed(rect.topLeft())
        paint_words(painter, look.theme.text, words, motion.words, QPointF())

    def _said(self, number: int) -> Iterator[QRect]:
        """What the marker of a scene, its line and its words cover."""
        marker, found = self.grounds.point(self.scene(number)), self._callout(number)
        if marker is not None:
            yield self._around(marker)
        if found is not None:
            spot, callout = found
            line = QPolygonF(list(spot.line(callout.size))).boundingRect()
            yield self._with_rim(line.united(spot.words_rect(callout.size)))

    def _with_rim(self, rect: QRectF) -> QRect:
        rim = self.setting.look.px(_RIM_U)
        return rect.adjusted(-rim, -rim, rim, rim).toAlignedRect()

    def _around(self, at: QPointF) -> QRect:
        reach = marker_reach(self.setting.look)
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect()

    def _shift(self, moment: Moment) -> QPointF:
        dx, dy = drift(moment.elapsed)
        return QPointF(self.setting.look.px(dx), self.setting.look.px(dy))

    def _pulse(self, moment: Moment) -> float:
        return 0.0 if self.setting.look.motion.still else pulse(moment.elapsed)
