"""Columns of a board: blocks that stay together, set down one column after another, on as many
pages as they take.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter

    from kiosk.look.typesetting import Setting


class Piece(Protocol):
    """Something of a known height, in pixels, that can be drawn anywhere."""

    @property
    def height(self) -> float:
        """Its height in pixels."""
        ...

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its top left corner there."""
        ...


@dataclass(frozen=True)
class TextPiece:
    """A text in one colour; `below` is what stays free under it, in pixels."""

    setting: Setting
    color: QColor
    below: float = 0.0

    @property
    def height(self) -> float:
        """The height of its lines with what stays free, in pixels."""
        return self.setting.size.height() + self.below

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its top left corner there."""
        self.setting.draw(painter, x, y, self.color)


@dataclass(frozen=True)
class PlacedPiece:
    """A piece with its page, counted from 1, and its top left corner in pixels."""

    page: int
    piece: Piece
    at: QPointF


class ColumnFlow:
    """Sets blocks down in columns of an area; `gutter` is between columns, in pixels."""

    def __init__(self, area: QRectF, gutter: float) -> None:
        self._area = area
        self._gutter = gutter
        self._columns = 1
        self._page, self._column, self._y = 1, 0, area.top()
        self.placed: list[PlacedPiece] = []

    @property
    def pages(self) -> int:
        """The page on which the last block stands."""
        return max((each.page for each in self.placed), default=1)

    def begin(self, columns: int) -> float:
        """Go on in so many columns, on a page of their own; gives the width of each, in pixels."""
        if self.placed:
            self._page = self.pages + 1
        self._columns, self._column, self._y = columns, 0, self._area.top()
        return (self._area.width() - self._gutter * (columns - 1)) / columns

    def turn(self) -> None:
        """Go on at the top of the next column; with one alone, below what it has."""
        if self._columns > 1 and self._y > self._area.top():
            self._next()

    def add(self, block: Sequence[Piece], gap: float) -> None:
        """Set a block down, `gap` pixels below the one before, or at the top of a column."""
        height = sum(piece.height for piece in block)
        y = self._y + gap if self._y > self._area.top() else self._y
        if y > self._area.top() and y + height > self._area.bottom():
            self._next()
            y = self._y
        step = (self._area.width() + self._gutter) / self._columns
        for piece in block:
            at = QPointF(self._area.left() + self._column * step, y)
            self.placed.append(PlacedPiece(self._page, piece, at))
            y += piece.height
        self._y = y

    def _next(self) -> None:
        self._column, self._y = self._column + 1, self._area.top()
        if self._column == self._columns:
            self._page, self._column = self._page + 1, 0
