"""Look: the theme, the type and the one unit in which everything is measured."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kiosk.look.faces import Faces, TypeStyle
from kiosk.look.motion import Motion
from kiosk.look.stand import USUAL_STAND, Stand
from kiosk.look.theme import Theme, theme_from_tokens
from kiosk.shipped import damaged
from kiosk.shipped_yaml import shipped_yaml

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from pathlib import Path

    from PySide6.QtCore import QSizeF

    from kiosk.exhibit.model.names import Names

DISPLAY_ROLES = frozenset(
    {"attract", "number_xxl", "number_xl", "number_l", "number_m", "place", "title", "heading"}
)
_SHORT_SIDE_U = 1080
_MINIMUM_TARGET_U = 64
_MINIMUM_TARGET_MM = 20
"""A fingertip with room for parallax: Duff et al. 2010; 20 mm keys suffice, Colle & Hiszem 2004."""

_BOLD_EDGE = 2
_SMALL_MAP_SCALE = 1.1

_GROWING_U = 30
"""Type up to this size grows by the whole factor, larger type by as much as that one."""

_LEAST_CAPITAL_DEGREES = 0.7
"""How high a capital is in the largest text, as seen by a visitor: EN 301 549 V3.2.1, 5.1.4."""
_LEAST_CAPITAL_MM = 4.8
"""How high it is on the screen, at the least: 3/16 inch, Section 508, 402.4."""
_CAPITAL_HEIGHT = 0.714
"""Of a capital of Noto Sans, in ems."""
_LARGEST_SCALE = 2.0
"""Text is never larger than that: no line would hold more than a few words."""


@dataclass(frozen=True)
class Look:
    """Everything that a widget needs in order to draw itself, for one size of the window.

    `u` is the short side of the window divided by 1080, in pixels.  `millimetre` is how many
    pixels a millimetre of the screen has, 0 when nobody knows.
    """

    theme: Theme
    faces: Faces
    styles: Mapping[str, TypeStyle]
    motion: Motion
    tokens: Mapping[str, Any]
    icons: Path
    u: float = 1.0
    millimetre: float = 0.0
    text_scale: float = 1.0
    has_largest_text: bool = False
    """Whether text is as large as its reading from where visitors stand demands."""
    divides_texts: bool = False
    """Whether what has no room goes on further pages: a visitor has it larger, or lower down.

    As the exhibit begins everything has room, or `kiosk check` says so.
    """
    stand: Stand = USUAL_STAND
    names: Names | None = None
    """The names that no line divides; those of the exhibit, once it has been read."""

    def px(self, units: float) -> float:
        """A length in u as pixels."""
        return units * self.u

    def text_px(self, units: float) -> float:
        """The height of a line that holds text, in u at the usual text size, as pixels."""
        return units * self.u * self.text_scale

    def stroke(self, units: float) -> float:
        """The width of a line in u as pixels, never under one pixel."""
        return max(1.0, units * self.u)

    def outline(self, units: float) -> float:
        """The width of the edge of a shape in u as pixels: twice as wide in high contrast."""
        return self.stroke(units * _BOLD_EDGE if self.theme.high_contrast else units)

    def style(self, role: str) -> TypeStyle:
        """The type of a role, in the visitor's text size."""
        style = self.styles[role]
        if self.text_scale == 1.0:
            return style
        grown = (self.text_scale - 1) * min(style.size, _GROWING_U)
        return replace(style, size=style.size + grown)

    @cached_property
    def settings(self) -> dict[Hashable, Any]:
        """The latest texts that were set in this look, by all that they were set with."""
        return {}

    @cached_property
    def of_small_maps(self) -> Look:
        """The same look with names no larger than a small map has room for."""
        if self.text_scale <= _SMALL_MAP_SCALE:
            return self
        return replace(self, text_scale=_SMALL_MAP_SCALE)

    @cached_property
    def target(self) -> float:
        """The least side of anything that can be touched, in pixels: 64 u or 20 mm."""
        return max(self.px(_MINIMUM_TARGET_U), _MINIMUM_TARGET_MM * self.millimetre)

    def draws_alike(self, other: Look) -> bool:
        """Whether a picture without letters looks the same in another look."""
        alike = self.u == other.u and self.millimetre == other.millimetre
        return alike and self.theme == other.theme

    def sized(self, window: QSizeF, screen_mm: tuple[float, float] | None = None) -> Look:
        """The same look for a window of that size on a screen of `screen_mm` (width, height)."""
        short = max(1.0, min(window.width(), window.height()))
        millimetre = 0.0
        if screen_mm and min(screen_mm) > 0:
            millimetre = short / min(screen_mm)
        u = short / _SHORT_SIDE_U
        scale = self.text_scale
        if self.has_largest_text and millimetre:
            scale = max(scale, min(_LARGEST_SCALE, self._legible_scale(u / millimetre)))
        return replace(self, u=u, millimetre=millimetre, text_scale=scale)

    def text_sized(self, size: int) -> Look:
        """The same look with text of another size, which counts from 0 to the largest."""
        steps = self.tokens["type"]["text_size_steps"]
        return replace(self, text_scale=steps[size], has_largest_text=size == len(steps) - 1)

    @property
    def least_capital_mm(self) -> float:
        """How high capitals should be in the largest text."""
        seen = self.stand.viewing_mm * math.tan(math.radians(_LEAST_CAPITAL_DEGREES))
        return max(_LEAST_CAPITAL_MM, seen)

    @property
    def capital_mm(self) -> float:
        """How high the smallest capitals are, for a look that has a size; 0 when nobody knows."""
        if not self.millimetre:
            return 0.0
        return self._smallest_u() * self.text_scale * self.u / self.millimetre * _CAPITAL_HEIGHT

    def _legible_scale(self, unit_mm: float) -> float:
        """By how much text has to grow for its smallest capitals to be read."""
        return self.least_capital_mm / (self._smallest_u() * unit_mm * _CAPITAL_HEIGHT)

    def _smallest_u(self) -> float:
        return min(style.size for style in self.styles.values())

    def themed(self, name: str) -> Look:
        """The same look in another theme."""
        if name == self.theme.name:
            return self
        return replace(self, theme=theme_from_tokens(self.tokens, name))

    def still(self) -> Look:
        """The same look without motion: everything is at its end at once."""
        return replace(self, motion=replace(self.motion, still=True))


def read_look(assets: Path, theme: str = "dark") -> Look:
    """The look in `assets/look`; raises BrokenInstallation."""
    folder = assets / "look"
    tokens = shipped_yaml(folder / "tokens.yaml")
    fonts = shipped_yaml(folder / "fonts" / "fonts.yaml")
    try:
        return _look(folder, tokens, fonts, theme)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(folder / "tokens.yaml", f"it or fonts.yaml lacks {error}") from None


def _look(folder: Path, tokens: dict[str, Any], fonts: dict[str, Any], theme: str) -> Look:
    files: dict[str, tuple[str, ...]] = {}
    for entry in fonts["fonts"]:
        files[entry["family"]] = (*files.get(entry["family"], ()), entry["file"])
    scale = tokens["type"]["scale"]
    cjk = tokens["type"]["cjk"]
    styles = {
        role: TypeStyle(
            size=float(size),
            line_height=float(line_height),
            weight=int(weight),
            face="display" if role in DISPLAY_ROLES else "text",
            han_line_height=float(
                cjk["heading_line_height"] if role in DISPLAY_ROLES else cjk["body_line_height"]
            ),
        )
        for role, (size, line_height, weight) in scale.items()
    }
    return Look(
        theme=theme_from_tokens(tokens, theme),
        faces=Faces(folder / "fonts", files),
        styles=styles,
        motion=Motion.from_tokens(tokens["motion"]),
        tokens=tokens,
        icons=folder / "icons",
    )
