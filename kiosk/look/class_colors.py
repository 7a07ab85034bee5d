"""Colours of classes of values, from low to high, on each of which an ink can be read."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from kiosk.look.contrast import contrast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.theme import Theme

_READABLE = 4.55
"""The contrast that letters need (WCAG 1.4.3), and what rounding of a colour may take of it."""
_VISIBLE = 3.0
"""The contrast that a line needs (WCAG 1.4.11)."""
_SAMPLES = 96


def class_colors(theme: Theme, count: int) -> tuple[QColor, ...]:
    """So many colours along the theme's ramp, evenly apart but for those that no ink is read on."""
    ramp = tuple(color.name() for color in theme.sequential)
    inks = (theme.text.name(), theme.pearl_ink.name())
    return tuple(map(QColor, _spread(ramp, inks, count)))


def ink_on_class(fill: QColor, theme: Theme) -> QColor:
    """The ink that is read best on a class."""
    return max(theme.text, theme.pearl_ink, key=lambda ink: contrast(ink, fill))


def border_on_class(fill: QColor, theme: Theme) -> QColor:
    """The colour of a line around a class: the ground's, where it is seen well enough."""
    is_seen = contrast(theme.ground, fill) >= _VISIBLE
    return theme.ground if is_seen else ink_on_class(fill, theme)


@lru_cache(maxsize=32)
def _spread(ramp: tuple[str, ...], inks: tuple[str, ...], count: int) -> tuple[str, ...]:
    stops, letters = tuple(map(QColor, ramp)), tuple(map(QColor, inks))
    samples = [_along(stops, number / (_SAMPLES - 1)) for number in range(_SAMPLES)]
    usable = [
        color for color in samples if max(contrast(color, ink) for ink in letters) >= _READABLE
    ]
    if count == 1:
        return (usable[len(usable) // 2].name(),)
    steps = (round(number * (len(usable) - 1) / (count - 1)) for number in range(count))
    return tuple(usable[step].name() for step in steps)


def _along(stops: Sequence[QColor], share: float) -> QColor:
    at = share * (len(stops) - 1)
    first = min(int(at), len(stops) - 2)
    (low, high), part = list(pairwise(stops))[first], at - first
    mixed = (
        one + (other - one) * part
        for one, other in zip(low.getRgbF()[:3], high.getRgbF()[:3], strict=True)  # type: ignore[index]
    )
    return QColor.fromRgbF(*mixed)
