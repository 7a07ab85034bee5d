"""QR codes: an address that a phone can take away, drawn without any network."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from kiosk.plain_import import there_without_running

# By itself it imports its writers of files, and with them HTTP and TLS: 3 MB.
there_without_running("segno")

from segno import encoder  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

_QUIET = 4
"""Light modules around the code: ISO/IEC 18004 asks for four."""
_LIMIT_CHARACTERS = 500
_INK = QColor("#000000")
_PAPER = QColor("#ffffff")


def can_encode(address: str) -> bool:
    """Whether an address fits into a code that a phone reads off a screen."""
    return 0 < len(address) <= _LIMIT_CHARACTERS


def draw_qr(painter: QPainter, address: str, square: QRectF, radius: float) -> None:
    """Draw the code of an address on its own light ground, whatever the theme."""
    path, side = _modules(address)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PAPER)
    painter.drawRoundedRect(square, radius, radius)
    painter.save()
    painter.setRenderHint(painter.RenderHint.Antialiasing, False)
    painter.translate(square.topLeft())
    painter.scale(square.width() / side, square.height() / side)
    painter.fillPath(path, _INK)
    painter.restore()


@lru_cache(maxsize=64)
def _modules(address: str) -> tuple[QPainterPath, int]:
    """The dark modules as one path, and the side of the whole with its quiet zone."""
    # Its stubs are those of the package.
    code = encoder.encode(address, error="m", micro=False)  # type: ignore[no-untyped-call]
    path = QPainterPath()
    rows = list(code.matrix)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                path.addRect(QRectF(x + _QUIET, y + _QUIET, 1, 1))
    return path, len(rows) + 2 * _QUIET
