"""Paper: sheets measured in the exhibit's unit, and a look for printing.

On paper one u is an eighth of a millimetre, so running text of 28 u is 10 points high.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPageSize

from kiosk.look.look import read_look

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.model.names import Names
    from kiosk.look.look import Look

U_PER_MM = 8
DOTS_PER_U = 4
"""Fonts have whole pixel sizes; at four dots to a u the rounding is too small to see."""
DOTS_PER_INCH = 25.4 * U_PER_MM * DOTS_PER_U
BODY = QRectF(144, 152, 1392, 2040)
"""The type area of an A4 sheet, in u: two columns with a gutter."""
GUTTER_U = 64
COLUMN_U = (1392 - GUTTER_U) / 2


@dataclass(frozen=True)
class Paper:
    """A sheet size as its difference from A4, in u; text is equally wide on every paper."""

    size: QPageSize.PageSizeId
    wider_u: float = 0.0
    lower_u: float = 0.0

    @property
    def body_u(self) -> float:
        """The height of the type area."""
        return BODY.height() - self.lower_u


A4 = Paper(QPageSize.PageSizeId.A4)
PAPERS = {
    "a4": A4,
    "letter": Paper(
        QPageSize.PageSizeId.Letter,
        wider_u=(215.9 - 210) * U_PER_MM,
        lower_u=(297 - 279.4) * U_PER_MM,
    ),
}
"""The sizes by their names for `--paper`: ISO 216 A4 and the North American letter."""


def paper_look(assets: Path, names: Names | None = None) -> Look:
    """The light theme on white paper; no line divides one of the names."""
    look = read_look(assets, "light")
    white = QColor("#ffffff")
    theme = replace(look.theme, ground=white, panel=white, panel2=QColor("#f1efe8"))
    faces = look.faces.without_ligatures()
    return replace(look, theme=theme, faces=faces, u=float(DOTS_PER_U), names=names).still()
