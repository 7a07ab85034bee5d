"""Paper: an A4 sheet in the exhibit's own unit, and the look that suits it.

On paper one u is an eighth of a millimetre, so that running text of 28 u is 10 points high.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from kiosk.look.look import read_look

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.look.look import Look

U_PER_MM = 8
DOTS_PER_U = 4
"""Fonts have whole sizes; with four dots to a u none is rounded by more than it shows."""
DOTS_PER_INCH = 25.4 * U_PER_MM * DOTS_PER_U
SHEET = QRectF(0, 0, 210 * U_PER_MM * DOTS_PER_U, 297 * U_PER_MM * DOTS_PER_U)
BODY = QRectF(144, 152, 1392, 2040)
"""What the text takes of a sheet, in u: two columns with a gutter."""
GUTTER_U = 64
COLUMN_U = (1392 - GUTTER_U) / 2


def paper_look(assets: Path) -> Look:
    """The light theme on white paper."""
    look = read_look(assets, "light")
    white = QColor("#ffffff")
    theme = replace(look.theme, ground=white, panel=white, panel2=QColor("#f1efe8"))
    faces = look.faces.without_ligatures()
    return replace(look, theme=theme, faces=faces, u=float(DOTS_PER_U)).still()
