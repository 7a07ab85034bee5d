"""Paper: sheets in the exhibit's own unit, and the look that suits them.

On paper one u is an eighth of a millimetre, so that running text of 28 u is 10 points high.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPageSize

from kiosk.look.look import read_look

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.look.look import Look

U_PER_MM = 8
DOTS_PER_U = 4
"""Fonts have whole sizes; with four dots to a u none is rounded by more than it shows."""
DOTS_PER_INCH = 25.4 * U_PER_MM * DOTS_PER_U
BODY = QRectF(144, 152, 1392, 2040)
"""What the text takes of an A4 sheet, in u: two columns with a gutter."""
GUTTER_U = 64
COLUMN_U = (1392 - GUTTER_U) / 2


@dataclass(frozen=True)
class Paper:
    """A size of sheet, by how it differs from A4, in u: all text is as wide on every paper."""

    size: QPageSize.PageSizeId
    wider_u: float = 0.0
    lower_u: float = 0.0

    @property
    def body_u(self) -> float:
        """How high the text may be."""
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
"""By what `--paper` says: ISO 216, and North America's letter."""


def paper_look(assets: Path) -> Look:
    """The light theme on white paper."""
    look = read_look(assets, "light")
    white = QColor("#ffffff")
    theme = replace(look.theme, ground=white, panel=white, panel2=QColor("#f1efe8"))
    faces = look.faces.without_ligatures()
    return replace(look, theme=theme, faces=faces, u=float(DOTS_PER_U)).still()
