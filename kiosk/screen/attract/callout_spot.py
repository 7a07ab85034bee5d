"""Where a scene's words stand beside its place on the map, and the line that joins them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.jobs import Cancelled, is_wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look
    from kiosk.screen.attract.attract_frame import AttractFrame
    from kiosk.screen.attract.attract_words import Measure
    from kiosk.screen.attract.scene_ground import SceneGround

_REACH_U = (72, 150)
"""How near the words come to the middle of their marker, and how near is best."""
_RULE_U = 22
"""How far the upright part of the line is from the words."""
_RING_U = 40
_EDGE_U = 36
_APART_U = 24
_NARROWER_U = 60
"""How much longer a way may be for words in the next better measure."""


@dataclass(frozen=True)
class CalloutSpot:
    """The room for a scene's words in any language, in pixels, and their measure there.

    From the `marker`, where there is one, a line leads to an upright line beside the words.  On
    ground that is not calm the words are `backed`.
    """

    rect: QRectF
    measure: Measure
    marker: QPointF | None = None
    rule: float = 0.0
    ring: float = 0.0
    backed: bool = False

    def words_rect(self, size: QSizeF) -> QRectF:
        """Where words of that size stand: at the edges of the room that the line comes to."""
        words = QRectF(self.rect.topLeft(), size)
        if self.marker is not None:
            if self._is_right_of_words:
                words.moveRight(self.rect.right())
            if self.marker.y() > self.rect.bottom():
                words.moveBottom(self.rect.bottom())
        return words

    def line(self, size: QSizeF) -> tuple[QPointF, ...]:
        """The line to words of that size; empty without a marker."""
        marker, words = self.marker, self.words_rect(size)
        if marker is None:
            return ()
        x = words.right() + self.rule if self._is_right_of_words else words.left() - self.rule
        top, bottom = QPointF(x, words.top()), QPointF(x, words.bottom())
        if words.top() <= marker.y() <= words.bottom():
            beside = QPointF(x, marker.y())
            return (_towards(marker, beside, self.ring), beside, top, bottom)
        near, far = (top, bottom) if marker.y() < words.top() else (bottom, top)
        return (_towards(marker, near, self.ring), near, far)

    @property
    def _is_right_of_words(self) -> bool:
        return self.marker is not None and self.marker.x() > self.rect.center().x()


def callout_spot(
    look: Look,
    frame: AttractFrame,
    on: SceneGround,
    sizes: Sequence[tuple[Measure, QSizeF]],
    taken: Sequence[QRectF],
) -> CalloutSpot | None:
    """The spot for the words of one scene, of these sizes in these measures, the best first.

    None where there are none.  It takes longer than a frame: on a thread it raises Cancelled as
    soon as nobody waits for it any more.
    """
    if on.scene.picture is not None:
        large, small = sizes
        fits = large[1].height() <= frame.caption.height()
        return CalloutSpot(frame.caption, (large if fits else small)[0])
    if any(size.isEmpty() for _, size in sizes):
        return None
    marker = on.marker
    near = marker or QPointF(frame.light.right(), frame.light.top())
    reach = (look.px(_REACH_U[0]), look.px(_REACH_U[1])) if marker is not None else (0.0, 0.0)
    edge, apart = look.px(_EDGE_U), look.px(_APART_U)
    window = frame.window.adjusted(edge, edge, -edge, -edge)
    blocked = [rect.adjusted(-apart, -apart, apart, apart) for rect in taken]
    rule = look.px(_RULE_U)
    best, least = None, math.inf
    for number, (measure, size) in enumerate(sizes):
        if on.calm is None:
            break
        if not is_wanted():
            raise Cancelled
        # The line stands at one side, and which one only the spot tells.
        room = QSizeF(size.width() + rule, size.height())
        spot = on.calm.best_spot(room, look.theme.text, blocked, window, near, reach)
        if spot is None or spot.cost + number * look.px(_NARROWER_U) >= least:
            continue
        least = spot.cost + number * look.px(_NARROWER_U)
        to_right = marker is None or marker.x() <= spot.rect.center().x()
        rect = QRectF(spot.rect.topLeft() + QPointF(rule if to_right else 0, 0), size)
        best = CalloutSpot(rect, measure, marker, rule, look.px(_RING_U), not spot.is_calm)
    if best is None:
        measure, size = sizes[-1]
        corner = QPointF(frame.light.right() - size.width(), frame.light.top())
        best = CalloutSpot(QRectF(corner, size), measure, backed=True)
    return best


def _towards(start: QPointF, end: QPointF, distance: float) -> QPointF:
    """The point so far from one on the way to another."""
    way = end - start
    return start + way * (distance / max(1.0, math.hypot(way.x(), way.y())))
