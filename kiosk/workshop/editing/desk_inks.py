"""Colours that a desk needs and a wall does not: of hints, of what can't be used, of what is held.

In the themes of high contrast the exhibit has all its texts in black or white, and what is pressed
turns the other way round.  A form has to tell a hint from what is written, and icons turn nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from kiosk.look.contrast import contrast

if TYPE_CHECKING:
    from kiosk.look.theme import Theme

_APART = 1.8
"""By so much the contrast of two inks tells them apart."""
_LEGIBLE, _LEGIBLE_IN_HIGH_CONTRAST = 4.5, 7.0
_STEPS = 40


def hint_ink(theme: Theme) -> QColor:
    """The ink of hints in empty fields: paler than what is written, and still legible."""
    if contrast(theme.text, theme.muted) >= _APART:
        return theme.muted
    least = _LEGIBLE_IN_HIGH_CONTRAST if theme.high_contrast else _LEGIBLE
    pale = theme.text
    for step in range(1, _STEPS):
        paler = _mixed(theme.text, theme.panel, step / _STEPS)
        if contrast(paler, theme.panel) < least:
            break
        pale = paler
    return pale


def unusable_ink(theme: Theme) -> QColor:
    """The ink of what can't be used at the moment: it may be missed, and not be taken for use."""
    return _mixed(theme.text, theme.control, 0.55)


def held_ground(theme: Theme) -> QColor:
    """The ground of what is pressed, or of the line that is chosen: its ink stays as it is."""
    legible = contrast(theme.text, theme.pressed) >= _LEGIBLE
    return theme.pressed if legible else theme.panel2


def _mixed(ink: QColor, ground: QColor, share: float) -> QColor:
    def part(one: float, other: float) -> float:
        return one + (other - one) * share

    return QColor.fromRgbF(
        part(ink.redF(), ground.redF()),
        part(ink.greenF(), ground.greenF()),
        part(ink.blueF(), ground.blueF()),
    )
