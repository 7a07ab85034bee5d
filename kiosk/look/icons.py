"""Icons: Lucide's outlines (ISC licence, assets/look/icons), drawn in any colour."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from kiosk.shipped import shipped_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter

    from kiosk.look.look import Look


def draw_icon(painter: QPainter, look: Look, name: str, rect: QRectF, color: QColor) -> None:
    """Draw the icon of that name in the rectangle."""
    _renderer(look.icons, name, color.name()).render(painter, rect)


@lru_cache(maxsize=64)
def _renderer(folder: Path, name: str, color: str) -> QSvgRenderer:
    outline = shipped_text(folder / f"{name}.svg")
    return QSvgRenderer(QByteArray(outline.replace("currentColor", color).encode()))
