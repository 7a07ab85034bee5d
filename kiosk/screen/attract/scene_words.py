"""The words of the loop's scenes, set once for each scene and language, and their spots."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSizeF

from kiosk.screen.attract.attract_words import MEASURES, Callout, Measure, set_callout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.look.look import Look
    from kiosk.screen.attract.attract_frame import AttractFrame
    from kiosk.screen.attract.callout_spot import CalloutSpot
    from kiosk.screen.attract.scene import Scene
    from kiosk.screen.attract.scene_ground import SceneGround

_PEARL_U = 20
_BELOW_PICTURE = ("lead", "secondary")


class Rooms(NamedTuple):
    """What a spot is looked for with, in pixels: the words' largest size in each measure."""

    look: Look
    frame: AttractFrame
    ground: SceneGround
    sizes: Sequence[tuple[Measure, QSizeF]]
    taken: Sequence[QRectF]


class SceneWords:
    """Sets what is said of scenes for one look and one frame, off what is `taken` there."""

    def __init__(
        self, look: Look, frame: AttractFrame, languages: Sequence[str], taken: Sequence[QRectF]
    ) -> None:
        self._look, self._frame, self._languages = look, frame, tuple(languages)
        self._taken = tuple(taken)
        self._spots: dict[int, tuple[SceneGround, CalloutSpot | None]] = {}
        self._callouts: dict[tuple[int, str, Measure], Callout | None] = {}

    def is_known(self, number: int, ground: SceneGround) -> bool:
        """Whether it is known where the words of the scene of that number stand on that ground."""
        kept = self._spots.get(number)
        return kept is not None and kept[0].is_same(ground)

    def keep(self, number: int, ground: SceneGround, spot: CalloutSpot | None) -> None:
        """Have the words of a scene stand there; None where it says nothing."""
        self._spots[number] = (ground, spot)

    def spot(self, number: int, ground: SceneGround) -> CalloutSpot | None:
        """Where the words of a scene stand; None while nobody knows."""
        return self._spots[number][1] if self.is_known(number, ground) else None

    def callout(
        self, number: int, scene: Scene, language: str, spot: CalloutSpot
    ) -> Callout | None:
        """What is said of a scene in a language, set for its spot; None where nothing is."""
        return self._callout(number, scene, language, spot.measure)

    def setting(self, number: int, ground: SceneGround) -> Iterator[None]:
        """Set all that `sized` measures, one text in each step."""
        for measure in self._measures(ground.scene):
            for language in self._languages:
                if (number, language, measure) not in self._callouts:
                    self._callout(number, ground.scene, language, measure)
                    yield

    def sized(self, number: int, ground: SceneGround) -> Rooms:
        """What a spot for a scene's words is looked for with."""
        reach = self._look.px(_PEARL_U)
        pearls = (
            QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach) for _, at in ground.pearls
        )
        sizes = [
            (measure, self._largest(number, ground.scene, measure))
            for measure in self._measures(ground.scene)
        ]
        return Rooms(self._look, self._frame, ground, sizes, (*self._taken, *pearls))

    def _measures(self, scene: Scene) -> Sequence[Measure]:
        """Those in which the words of a scene may stand, the best first."""
        if scene.picture is None:
            return MEASURES
        room = self._frame.caption.width() / self._look.u
        return [Measure(room, role) for role in _BELOW_PICTURE]

    def _largest(self, number: int, scene: Scene, measure: Measure) -> QSizeF:
        """The size that a scene's words fit in, in any language."""
        found = (self._callout(number, scene, tag, measure) for tag in self._languages)
        sizes = [each.size for each in found if each is not None]
        return QSizeF(
            max((size.width() for size in sizes), default=0.0),
            max((size.height() for size in sizes), default=0.0),
        )

    def _callout(
        self, number: int, scene: Scene, language: str, measure: Measure
    ) -> Callout | None:
        key = (number, language, measure)
        if key not in self._callouts:
            self._callouts[key] = set_callout(self._look, scene, language, measure)
        return self._callouts[key]
