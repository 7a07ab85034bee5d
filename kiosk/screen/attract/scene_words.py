"""The words of the loop's scenes, set once for each scene and language, each at its spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.screen.attract.attract_words import MEASURES, Callout, Measure, set_callout
from kiosk.screen.attract.callout_spot import CalloutSpot, callout_spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look
    from kiosk.screen.attract.attract_frame import AttractFrame
    from kiosk.screen.attract.calm_ground import CalmGround
    from kiosk.screen.attract.scene import Scene

_PEARL_U = 20
_BELOW_PICTURE = ("lead", "secondary")


class SceneWords:
    """Sets what is said of scenes for one look and one frame, off what is `taken` there."""

    def __init__(
        self, look: Look, frame: AttractFrame, languages: Sequence[str], taken: Sequence[QRectF]
    ) -> None:
        self._look, self._frame, self._languages = look, frame, tuple(languages)
        self._taken = tuple(taken)
        self._spots: dict[int, CalloutSpot | None] = {}
        self._callouts: dict[tuple[int, str, Measure], Callout | None] = {}

    def forget_spots(self) -> None:
        """The grounds have changed."""
        self._spots.clear()

    def spot(
        self,
        number: int,
        scene: Scene,
        ground: CalmGround | None,
        marker: QPointF | None,
        pearls: Sequence[QPointF],
    ) -> CalloutSpot | None:
        """Where the words of the scene of that number stand; None where it says nothing."""
        if number not in self._spots:
            self._spots[number] = self._found(number, scene, ground, marker, pearls)
        return self._spots[number]

    def callout(
        self, number: int, scene: Scene, language: str, spot: CalloutSpot
    ) -> Callout | None:
        """What is said of a scene in a language, set for its spot; None where nothing is."""
        return self._callout(number, scene, language, spot.measure)

    def _found(
        self,
        number: int,
        scene: Scene,
        ground: CalmGround | None,
        marker: QPointF | None,
        pearls: Sequence[QPointF],
    ) -> CalloutSpot | None:
        look, frame = self._look, self._frame
        if scene.picture is not None:
            return CalloutSpot(frame.caption, self._below_picture(number, scene))
        reach = look.px(_PEARL_U)
        taken = [
            *self._taken,
            *(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach) for at in pearls),
        ]
        return callout_spot(
            look,
            frame,
            ground,
            [self._all(number, scene, measure) for measure in MEASURES],
            marker,
            taken,
        )

    def _below_picture(self, number: int, scene: Scene) -> Measure:
        """The larger type in which the words of a scene fit below its picture."""
        room = self._frame.caption
        large, small = (Measure(room.width() / self._look.u, role) for role in _BELOW_PICTURE)
        callouts = self._all(number, scene, large)
        fits = all(each.size.height() <= room.height() for each in callouts)
        return large if fits else small

    def _all(self, number: int, scene: Scene, measure: Measure) -> list[Callout]:
        found = (self._callout(number, scene, tag, measure) for tag in self._languages)
        return [each for each in found if each is not None]

    def _callout(
        self, number: int, scene: Scene, language: str, measure: Measure
    ) -> Callout | None:
        key = (number, language, measure)
        if key not in self._callouts:
            self._callouts[key] = set_callout(self._look, scene, language, measure)
        return self._callouts[key]
