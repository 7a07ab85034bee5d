"""The `transform` attribute of SVG, and the style of that name."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QTransform

from kiosk.geography.path_data import MAX_COORDINATE
from kiosk.text.message_words import one_of
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

_ITEM: Final = re.compile(r"\s*+,?+\s*+([A-Za-z]++)\s*+\(([^()]*+)\)")
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_UNITS: Final = re.compile(r"(?<=[0-9.])(?:px|deg)(?=[\s,)])")


def transform_from_list(text: str) -> QTransform:
    """What a list such as `translate(10,20) rotate(45)` does to a point, the last item first.

    The six functions of SVG 1.1 chapter 7.6, and those for one axis that styles know, with px and
    deg.  Raises ValueError for anything else.
    """
    result = QTransform()
    at = 0
    text = _UNITS.sub("", text).rstrip()
    if text.strip() == "none":
        return result
    while at < len(text):
        found = _ITEM.match(text, at)
        if found is None:
            raise ValueError(Phrase("{text!r} is not a list of transforms", text=text))
        result = _one(found[1], found[2]) * result
        at = found.end()
    return result


def _one(name: str, arguments: str) -> QTransform:
    if name not in _FUNCTIONS:
        raise ValueError(Phrase("{name} is not a transform of SVG", name=name))
    counts, build = _FUNCTIONS[name]
    if _NUMBER.sub("", arguments).replace(",", "").strip():
        raise ValueError(
            Phrase("{name} takes numbers, found {arguments!r}", name=name, arguments=arguments)
        )
    numbers = [*map(float, _NUMBER.findall(arguments))]
    if len(numbers) not in counts or not all(map(math.isfinite, numbers)):
        raise ValueError(
            Phrase("{name} takes {counts} numbers", name=name, counts=one_of(map(str, counts)))
        )
    return build(*numbers)


def _translate(x: float, y: float = 0.0) -> QTransform:
    return QTransform.fromTranslate(x, y)


def _scale(x: float, y: float | None = None) -> QTransform:
    return QTransform.fromScale(x, x if y is None else y)


def _translate_y(y: float) -> QTransform:
    return QTransform.fromTranslate(0.0, y)


def _scale_x(x: float) -> QTransform:
    return QTransform.fromScale(x, 1.0)


def _scale_y(y: float) -> QTransform:
    return QTransform.fromScale(1.0, y)


def _rotate(degrees: float, x: float = 0.0, y: float = 0.0) -> QTransform:
    turned = QTransform().rotate(degrees)
    return QTransform.fromTranslate(-x, -y) * turned * QTransform.fromTranslate(x, y)


def _skew_x(degrees: float) -> QTransform:
    return QTransform(1, 0, math.tan(math.radians(degrees)), 1, 0, 0)


def _skew_y(degrees: float) -> QTransform:
    return QTransform(1, math.tan(math.radians(degrees)), 0, 1, 0, 0)


_FUNCTIONS: Final[dict[str, tuple[tuple[int, ...], Callable[..., QTransform]]]] = {
    "matrix": ((6,), QTransform),
    "translate": ((1, 2), _translate),
    "scale": ((1, 2), _scale),
    "rotate": ((1, 3), _rotate),
    "translateX": ((1,), _translate),
    "translateY": ((1,), _translate_y),
    "scaleX": ((1,), _scale_x),
    "scaleY": ((1,), _scale_y),
    "skewX": ((1,), _skew_x),
    "skewY": ((1,), _skew_y),
}


def refuse_wild(transform: QTransform) -> None:
    """Raise ValueError for factors so large that a point could overflow."""
    t = transform
    factors = (t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy())
    if not all(abs(factor) <= MAX_COORDINATE for factor in factors):
        raise ValueError(Phrase("a transform is larger than {limit:.0f}", limit=MAX_COORDINATE))
