"""How far each part of a scene has come: what was said goes before anything new is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.look.look import Look

_OUT = (0.0, 0.36)
_TITLE = (0.4, 0.8)
_MARKER = (0.36, 0.72)
_LINE = (0.62, 0.95)
_WORDS = (0.85, 1.3)
_TIDE = (1.4, 2.4)
_LAST = (0.1, 1.1)
"""When each part moves, in lengths of the crossfade between two scenes; the last one counts back
from the scene's end."""


@dataclass(frozen=True)
class SceneMotion:
    """Shares from 0 to 1 of a scene that is coming; `gone` is that of the scene before.

    The `tide` rests while scenes change: what is painted then is what changes, and no more.
    """

    gone: float = 1.0
    ground: float = 1.0
    title: float = 1.0
    marker: float = 1.0
    line: float = 1.0
    words: float = 1.0
    tide: float = 0.0

    @property
    def is_over(self) -> bool:
        """Whether the scene stands."""
        return min(self.ground, self.words) >= 1


def scene_motion(look: Look, number: int, seconds: float, known: float = 0.0) -> SceneMotion:
    """The shares so long after a scene began; the first one of all is there at once.

    The line and the words come later where their spot was `known` only so many seconds after the
    scene began.
    """
    if look.motion.still:
        return SceneMotion()
    length = look.tokens["motion"]["attract_crossfade"]
    passed, waited = seconds * 1000 / length, known * 1000 / length
    left = look.tokens["motion"]["attract_scene"] / length - passed
    tide = min(_share(passed, _TIDE), _share(left, _LAST))
    if number == 0:
        said = passed - waited + _LINE[0] if waited > 0 else _WORDS[1]
        return SceneMotion(line=_share(said, _LINE), words=_share(said, _WORDS), tide=tide)
    said = passed - max(0.0, waited - _LINE[0])
    return SceneMotion(
        gone=_share(passed, _OUT),
        ground=_share(passed, (0.0, 1.0)),
        title=_share(passed, _TITLE),
        marker=_share(passed, _MARKER),
        line=_share(said, _LINE),
        words=_share(said, _WORDS),
        tide=tide,
    )


def _share(passed: float, span: tuple[float, float]) -> float:
    """The part of a span that has passed, slow at both ends."""
    begin, end = span
    part = min(1.0, max(0.0, (passed - begin) / (end - begin)))
    return part * part * (3 - 2 * part)
