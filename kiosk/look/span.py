"""A piece of text that looks other than the text around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Span:
    """A piece of text with a weight, a size factor, a colour or a face of its own."""

    text: str
    weight: int | None = None
    scale: float = 1.0
    italic: bool = False
    display: bool | None = None
    color: QColor | None = None
    tracking: float = 0.0
    """How much wider apart its letters are, in ems."""
