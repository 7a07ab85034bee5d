"""The blocks of a handout: what must stay together on a sheet, set for one width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPen

from kiosk.look.pictures import read_picture
from kiosk.look.typesetting import set_text
from kiosk.presenting.handout.paper import COLUMN_U, DOTS_PER_U, GUTTER_U
from kiosk.presenting.handout.tags import link, part
from kiosk.screen.control.qr_code import can_encode, draw_qr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QColor, QPainter

    from kiosk.look.look import Look
    from kiosk.look.span import Span
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart import Chart

_PICTURE_SHARE = 0.58
_PICTURE_PIXELS = 900
_CODE_U = 160
_CODE_GAP_U = 28

_TAGS = {"title": "H2", "heading": "H3"}
"""What a text in a role is in the outline of the document; the rest are paragraphs."""

NOTE_INDENT_U = 28
"""How far the text of a note stands from its bar."""


class SheetBlock(Protocol):
    """Something with a height that draws itself; lengths are dots."""

    @property
    def height(self) -> float:
        """How much it takes of a column."""

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its top left corner there."""


@dataclass(frozen=True)
class TextBlock:
    """A text that has been set, in one colour."""

    setting: Setting
    color: QColor
    tag: str = "P"
    language: str = ""
    address: str = ""
    """Where a touch on it leads."""

    @property
    def height(self) -> float:
        """The height of its lines."""
        return self.setting.size.height()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it."""
        with part(painter, self.tag, language=self.language):
            self.setting.draw(painter, x, y, self.color)
        link(painter, QRectF(x, y, self.setting.ink, self.height), self.address)


@dataclass(frozen=True)
class Space:
    """Nothing, so many dots high."""

    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Leave it white."""


@dataclass(frozen=True)
class RuledLine:
    """A line across the column, at the top of its height."""

    look: Look
    width: float
    color: QColor
    weight: float
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it."""
        area = QRectF(x, y, self.width, self.look.px(self.weight))
        painter.fillRect(area, self.color)


@dataclass(frozen=True)
class Painted:
    """What some other part of the exhibit paints into a rectangle: a chart, a map, a row."""

    height: float
    paint: Callable[[QPainter, float, float], None]
    tag: str = ""
    """What part of the text it is, `P` or `Figure`; nothing where it consists of such parts."""
    alternative: str = ""
    """What a figure shows."""

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Let it paint."""
        with part(painter, self.tag, alternative=self.alternative):
            painter.save()
            self.paint(painter, x, y)
            painter.restore()


@dataclass(frozen=True)
class Stack:
    """Blocks below each other that no page may divide."""

    parts: tuple[SheetBlock, ...]

    @property
    def height(self) -> float:
        """All of them."""
        return sum(part.height for part in self.parts)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw them from the top down."""
        for each in self.parts:
            each.draw(painter, x, y)
            y += each.height


@dataclass(frozen=True)
class Beside:
    """A block in each column, their tops at one height."""

    left: SheetBlock
    right: SheetBlock

    @property
    def height(self) -> float:
        """That of the taller one."""
        return max(self.left.height, self.right.height)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw both."""
        self.left.draw(painter, x, y)
        self.right.draw(painter, x + (COLUMN_U + GUTTER_U) * DOTS_PER_U, y)


@dataclass(frozen=True)
class Shaped:
    """A block with two shapes: for a column, and for the whole page where it stands alone."""

    column: SheetBlock
    across: SheetBlock

    @property
    def height(self) -> float:
        """What it takes of a column."""
        return self.column.height

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it in a column."""
        self.column.draw(painter, x, y)


def words(
    look: Look,
    text: str | Sequence[Span],
    language: str,
    role: str,
    width: float,
    color: QColor | None = None,
    *,
    scale: float = 1.0,
    balanced: bool = False,
    address: str = "",
) -> TextBlock:
    """A text in a role's type, in the colour of text unless another is named.

    A touch on it leads to its address, if it has one.
    """
    setting = set_text(
        look, text, language=language, role=role, width=width, scale=scale, balanced=balanced
    )
    return TextBlock(setting, color or look.theme.text, _TAGS.get(role, "P"), language, address)


def chart_block(chart: Chart, width: float, height: float, alternative: str) -> Painted:
    """A chart that has been shown its panel; `alternative` says what it shows."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        chart.paint(painter, QRectF(x, y, width, height))

    return Painted(height, paint, "Figure", alternative)


def picture_block(file: Path, width: float, alternative: str) -> Painted | None:
    """A story's picture, which shows `alternative`; None where it can't be read."""
    height = width * _PICTURE_SHARE
    size = QSize(_PICTURE_PIXELS, round(_PICTURE_PIXELS * _PICTURE_SHARE))
    image = read_picture(file, size)
    if image.isNull():
        return None

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.drawImage(QRectF(x, y, width, height), image)

    return Painted(height, paint, "Figure", alternative)


def coded_block(look: Look, address: str, texts: Stack) -> Painted:
    """Texts beside the code of an address; `texts` are set for what `beside_code` leaves."""
    side = look.px(_CODE_U)
    coded = can_encode(address)
    # The quiet zone around a code is white as the paper, so that its ink can stand at the edge.
    height = max(texts.height, side) if coded else texts.height

    def paint(painter: QPainter, x: float, y: float) -> None:
        if coded:
            draw_qr(painter, address, QRectF(x, y, side, side), 0)
            link(painter, QRectF(x, y, side, side), address)
        texts.draw(painter, x + look.px(_CODE_U + _CODE_GAP_U), y + look.px(8))

    return Painted(height, paint)


def beside_code(look: Look, width: float) -> float:
    """What a code leaves of a column."""
    return width - look.px(_CODE_U + _CODE_GAP_U)


def noted(look: Look, text: SheetBlock) -> Painted:
    """A paragraph of the guide's notes, told from the exhibit's own words by a bar at its left."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x, y, look.px(6), text.height), look.theme.accent)
        text.draw(painter, x + look.px(NOTE_INDENT_U), y)

    return Painted(text.height, paint)


def hairline(look: Look, width: float) -> RuledLine:
    """A thin line with room below it."""
    return RuledLine(look, width, look.theme.rule, 1.5, look.px(20))


def pen(look: Look, color: QColor, units: float) -> QPen:
    """A pen of that many u."""
    return QPen(color, look.px(units))
