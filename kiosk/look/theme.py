"""The colours of a theme, by what they are for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor

from kiosk.look.inks import Inks, inks_from_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping


_LIGHT = 0.5


@dataclass(frozen=True)
class Theme:
    """One theme's colours; each attribute is named in assets/look/tokens.yaml with its use."""

    name: str
    ground: QColor
    sea0: QColor
    sea1: QColor
    sea2: QColor
    sea3: QColor
    sea4: QColor
    land: QColor
    context: QColor
    border: QColor
    coast: QColor
    lift: QColor
    dim: QColor
    line: QColor
    text: QColor
    text2: QColor
    muted: QColor
    panel: QColor
    panel2: QColor
    rule: QColor
    control: QColor
    control_border: QColor
    accent: QColor
    accent_text: QColor
    on_accent: QColor
    pearl: QColor
    pearl_ink: QColor
    pressed: QColor
    series: tuple[QColor, ...]
    sequential: tuple[QColor, ...]
    """Five classes of values, from low to high."""
    water: tuple[tuple[float, QColor], ...]
    """Stops of the water's light, from the heart of the estuary (0) to the open sea (1)."""
    inks: Inks
    """What drawings are printed in."""

    @property
    def high_contrast(self) -> bool:
        """Whether hairlines, glows and thin faces give way to plain strong shapes."""
        return self.name in ("hc", "hc-light")

    @property
    def is_light(self) -> bool:
        """Whether dark letters stand on a light ground."""
        return self.ground.lightnessF() > _LIGHT


_ATTRIBUTES = {
    "ctx": "context",
    "ctl": "control",
    "ctlb": "control_border",
    "accentText": "accent_text",
    "onaccent": "on_accent",
    "pearlink": "pearl_ink",
}


def theme_from_tokens(tokens: Mapping[str, Any], name: str) -> Theme:
    """The theme of that name; KeyError for one that the tokens don't have."""
    entry = tokens["themes"][name]
    colours = {_ATTRIBUTES.get(key, key): QColor(value) for key, value in entry["color"].items()}
    gradient = entry.get("water_gradient") or {0.0: entry["color"]["sea0"]}
    return Theme(
        name=name,
        series=tuple(QColor(value) for value in entry["series"]),
        sequential=tuple(QColor(value) for value in entry["sequential"]),
        water=tuple((float(stop), QColor(value)) for stop, value in sorted(gradient.items())),
        inks=inks_from_tokens(tokens, name),
        **colours,
    )
