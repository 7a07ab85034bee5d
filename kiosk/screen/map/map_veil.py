"""What lies over the water beside the shades of a data layer, and takes its light away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from kiosk.screen.map.map_marks import Glow

if TYPE_CHECKING:
    from PySide6.QtGui import QTransform

    from kiosk.look.look import Look
    from kiosk.look.theme import Theme

_VEILS = {"dark": 0.78, "light": 0.6, "hc": 0.0, "hc-light": 0.0, "low": 0.78}
"""How much of the water's light is taken away: on a data layer only light land means more."""


def veil(look: Look) -> QColor:
    """What lies over the water beside the shades."""
    color = QColor(look.theme.sea0)
    color.setAlphaF(_VEILS[look.theme.name])
    return color


def veil_over_water(look: Look, light: QTransform | None) -> QColor | Glow:
    """The veil where the water has its light, as bright as through the plain one and of its hue.

    The heart of the light is warm: through a dark veil it would be a greyish brown, like land.
    """
    plain, stops = veil(look), look.theme.water
    if light is None or not any(map(_is_warm, (color for _, color in stops))):
        return plain
    veils = ((at, _cooling(color, plain, look.theme)) for at, color in stops)
    return Glow("veil", tuple(veils), light)


def _is_warm(color: QColor) -> bool:
    return color.red() > color.blue()


def _cooling(water: QColor, plain: QColor, theme: Theme) -> QColor:
    """What has to lie over water of that colour."""
    thin, dark, cool = 1 - plain.alphaF(), theme.sea0, theme.sea2
    more = (_brightness(water) - _brightness(dark)) / (_brightness(cool) - _brightness(dark))
    if more <= 1:
        return plain
    share = thin * more
    wanted = [d + share * (c - d) for d, c in zip(_parts(dark), _parts(cool), strict=True)]
    thinnest = min(thin, *(w / p for w, p in zip(wanted, _parts(water), strict=True) if p))
    alpha = 1 - thinnest
    over = [(w - thinnest * p) / alpha for w, p in zip(wanted, _parts(water), strict=True)]
    red, green, blue = (min(max(each, 0.0), 1.0) for each in over)
    return QColor.fromRgbF(red, green, blue, alpha)


def _parts(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()


def _brightness(color: QColor) -> float:
    """How bright a colour is as it is written, by the weights of Rec. 709."""
    red, green, blue = _parts(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
