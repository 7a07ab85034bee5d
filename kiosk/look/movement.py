"""How a part of a drawing moves on arrival, as its `data-move` says, until it rests as drawn.

A movement is one word of a closed set with a few numbers, in units of the drawing's viewBox.
"""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEasingCurve, QPointF
from PySide6.QtGui import QTransform

from kiosk.look.motion import ease
from kiosk.text.message_words import one_of, shortened
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF

MOVE_ATTRIBUTE, WHEN_ATTRIBUTE = "data-move", "data-when"
MOVING_GROUPS = 3
"""So many groups of one drawing may move."""
SECONDS = 2.0
_POINTS = 8
_FARTHEST = 4000.0
_MOST_TURN = 720.0
_MOST_STRETCH = 3.0
_SWINGS = 2.5
_DIRECTIONS = ("right", "left", "up", "down")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")


class BadMovement(ValueError):
    """A movement that is none, and what was found."""

    def __init__(self, found: Phrase) -> None:
        self.found = found
        super().__init__(found)


class Stance(NamedTuple):
    """How a part stands at one moment: where, how opaque, and which share of it is to be seen.

    `transform` is in pixels; `seen` is left, top, width and height, of a whole that is 1 by 1.
    """

    transform: QTransform
    opacity: float = 1.0
    seen: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class Movement:
    """A movement from somewhere to rest, between two moments of the two seconds."""

    kind: str
    numbers: tuple[float, ...] = ()
    direction: str = ""
    swings: bool = False
    starts: float = 0.0
    ends: float = SECONDS

    def stance(self, seconds: float, box: QRectF, scale: float, origin: QPointF) -> Stance:
        """How the part stands after so many seconds.

        `box` is where it rests, `origin` the drawing's corner, in pixels; `scale` is the pixels of
        one unit.
        """
        share = (seconds - self.starts) / (self.ends - self.starts)
        share = min(1.0, max(0.0, share))
        if share >= 1.0:
            return Stance(QTransform())
        gone = 1.0 - _CURVE.valueForProgress(share)
        if self.swings:
            gone = math.cos(math.tau * _SWINGS * share) * (1.0 - share) ** 2
        return _STANCES[self.kind](self, gone, _Frame(box, scale, origin))

    def reach(self) -> float:
        """How far it comes from, in units of the drawing."""
        return max(map(abs, self.numbers)) if self.kind == "slide" else 0.0


@dataclass(frozen=True)
class _Frame:
    """Where a part rests, in pixels, and how units of the drawing become pixels."""

    box: QRectF
    scale: float
    origin: QPointF

    def point(self, numbers: tuple[float, ...]) -> QPointF:
        """The point that the last two numbers name, else the middle of the part."""
        if len(numbers) < 2:
            return self.box.center()
        return self.origin + QPointF(numbers[-2], numbers[-1]) * self.scale


def _slide(move: Movement, gone: float, frame: _Frame) -> Stance:
    offset = _way(move.numbers, gone) * frame.scale
    # On whole pixels lines stay as sharp as at rest, and painting takes a fraction of the time.
    return Stance(QTransform.fromTranslate(round(offset.x()), round(offset.y())))


def _way(numbers: tuple[float, ...], gone: float) -> QPointF:
    """Where on a smooth way through the points, which ends at rest; 1 is its beginning.

    A Catmull-Rom spline, which passes through its points at moments that fit their distances.
    """
    if len(numbers) == 2:
        return QPointF(*numbers) * gone
    points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    points.append(QPointF(0, 0))
    steps = (end - begin for begin, end in itertools.pairwise(points))
    lengths = [math.hypot(step.x(), step.y()) for step in steps]
    at = (1.0 - gone) * sum(lengths)
    index = 0
    while index < len(lengths) - 1 and at > lengths[index]:
        at -= lengths[index]
        index += 1
    t = at / lengths[index] if lengths[index] else 1.0
    a, b = points[index], points[index + 1]
    before = points[index - 1] if index else a * 2 - b
    after = points[index + 2] if index + 2 < len(points) else b * 2 - a
    return (
        a * 2
        + (b - before) * t
        + (before * 2 - a * 5 + b * 4 - after) * t**2
        + (a * 3 - before - b * 3 + after) * t**3
    ) * 0.5


def _turn(move: Movement, gone: float, frame: _Frame) -> Stance:
    centre = frame.point(move.numbers[1:])
    turned = QTransform.fromTranslate(centre.x(), centre.y()).rotate(move.numbers[0] * gone)
    return Stance(turned.translate(-centre.x(), -centre.y()))


def _stretch(move: Movement, gone: float, frame: _Frame) -> Stance:
    centre = frame.point(move.numbers[2:])
    across, down = (1.0 + (number - 1.0) * gone for number in move.numbers[:2])
    stretched = QTransform.fromTranslate(centre.x(), centre.y()).scale(across, down)
    return Stance(stretched.translate(-centre.x(), -centre.y()))


def _appear(_move: Movement, gone: float, _frame: _Frame) -> Stance:
    return Stance(QTransform(), opacity=1.0 - gone)


def _draw(move: Movement, gone: float, _frame: _Frame) -> Stance:
    there = 1.0 - gone
    seen = {
        "right": (0, 0, there, 1),
        "left": (gone, 0, there, 1),
        "down": (0, 0, 1, there),
        "up": (0, gone, 1, there),
    }[move.direction]
    return Stance(QTransform(), seen=seen)


_STANCES: dict[str, Callable[[Movement, float, _Frame], Stance]] = {
    "slide": _slide,
    "turn": _turn,
    "stretch": _stretch,
    "appear": _appear,
    "draw": _draw,
}
_COUNTS: dict[str, tuple[int, ...]] = {
    "slide": tuple(range(2, 2 * _POINTS + 1, 2)),
    "turn": (1, 3),
    "stretch": (2, 4),
    "appear": (0,),
    "draw": (0,),
}
_CURVE: QEasingCurve = ease("standard")


def read_movement(move: str, when: str = "") -> Movement:
    """The movement that is written so; raises BadMovement."""
    kind, *rest = re.split(r"[\s;,]+", move.strip())
    if kind not in _STANCES:
        raise BadMovement(
            Phrase(
                "'{kind}' is no movement: write one of {kinds}",
                kind=shortened(kind),
                kinds=tuple(_STANCES),
            )
        )
    second = next((word for word in rest if word in _STANCES), "")
    if second:
        raise BadMovement(
            Phrase(
                "'{kind}' and '{second}' are two movements: a group has one",
                kind=kind,
                second=second,
            )
        )
    swings = bool(rest) and rest[-1] == "swing"
    if swings:
        rest.pop()
    direction = rest.pop(0) if kind == "draw" and rest else ""
    if kind == "draw" and direction not in _DIRECTIONS:
        raise BadMovement(
            Phrase("'draw' needs a direction: {directions}", directions=tuple(_DIRECTIONS))
        )
    numbers = tuple(_number(word) for word in rest)
    if len(numbers) not in _COUNTS[kind]:
        needed = one_of(Phrase("none") if count == 0 else str(count) for count in _COUNTS[kind])
        raise BadMovement(
            Phrase(
                "'{kind}' has 1 number here, and takes {needed}"
                if len(numbers) == 1
                else "'{kind}' has {count} numbers here, and takes {needed}",
                kind=kind,
                count=len(numbers),
                needed=needed,
            )
        )
    if swings and (kind in ("appear", "draw") or (kind == "slide" and len(numbers) > 2)):
        raise BadMovement(
            Phrase("'{kind}' can't swing here: only a turn, a stretch, or a slide of 2", kind=kind)
        )
    _demand_bounds(kind, numbers)
    starts, ends = _moments(when)
    return Movement(kind, numbers, direction, swings, starts, ends)


def _number(word: str) -> float:
    if not _NUMBER.fullmatch(word) or abs(float(word)) > _FARTHEST:
        raise BadMovement(
            Phrase("'{word}' is no number up to {limit}", word=word[:20], limit=f"{_FARTHEST:g}")
        )
    return float(word)


def _demand_bounds(kind: str, numbers: tuple[float, ...]) -> None:
    if kind == "turn" and abs(numbers[0]) > _MOST_TURN:
        raise BadMovement(
            Phrase(
                "a turn of {found} is more than {limit} degrees",
                found=f"{numbers[0]:g}",
                limit=f"{_MOST_TURN:g}",
            )
        )
    if kind == "stretch" and not all(0 <= number <= _MOST_STRETCH for number in numbers[:2]):
        raise BadMovement(Phrase("a stretch is from 0 to {limit}", limit=f"{_MOST_STRETCH:g}"))


def _moments(when: str) -> tuple[float, float]:
    if not when.strip():
        return 0.0, SECONDS
    words = when.split()
    if len(words) != 2:
        raise BadMovement(
            Phrase(
                "'data-when' is '{when}': it is two moments, such as 0.5 2", when=shortened(when)
            )
        )
    starts, ends = (_number(word) for word in words)
    if not 0 <= starts < ends <= SECONDS:
        raise BadMovement(
            Phrase(
                "'data-when' is '{when}': it is two moments from 0 to {seconds}, the earlier first",
                when=shortened(when),
                seconds=f"{SECONDS:g}",
            )
        )
    return starts, ends
