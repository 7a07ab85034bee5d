"""The blocks of a handout: what must stay together on a sheet, typeset for one width."""

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

    from kiosk.look.kept_point import Focus
    from kiosk.look.look import Look
    from kiosk.look.span import Span
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart import Chart

_PICTURE_SHARE = 0.58
_PICTURE_PIXELS = 900
_CODE_U = 160
_CODE_GAP_U = 28

_TAGS = {"title": "H2", "heading": "H3"}
"""The PDF tag of a text by its role; every other role is a paragraph."""

NOTE_INDENT_U = 28
"""The indent of a note's text behind the bar at its left."""


class SheetBlock(Protocol):
    """Something with a height that can draw itself; lengths are in dots."""

    @property
    def height(self) -> float:
        """The height that it takes in a column."""

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its top left corner at (x, y)."""


@dataclass(frozen=True)
class TextBlock:
    """A typeset text in one colour."""

    setting: Setting
    color: QColor
    tag: str = "P"
    language: str = ""
    address: str = ""
    """The web address that the text links to."""

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.setting.size.height()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the text, tagged and linked."""
        with part(painter, self.tag, language=self.language):
            self.setting.draw(painter, x, y, self.color)
        link(painter, QRectF(x, y, self.setting.ink, self.height), self.address)


@dataclass(frozen=True)
class Space:
    """Empty space of a given height."""

    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True)
class RuledLine:
    """A line across the column, at the top of its height."""

    look: Look
    width: float
    color: QColor
    weight: float
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the line."""
        area = QRectF(x, y, self.width, self.look.px(self.weight))
        painter.fillRect(area, self.color)


@dataclass(frozen=True)
class Painted:
    """Something that another part of the exhibit paints: a chart, a map, a row of facts."""

    height: float
    paint: Callable[[QPainter, float, float], None]
    tag: str = ""
    """The PDF tag, `P` or `Figure`; empty if it contains tagged parts itself."""
    alternative: str = ""
    """The alternative text of a figure."""

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it, tagged."""
        with part(painter, self.tag, alternative=self.alternative):
            painter.save()
            self.paint(painter, x, y)
            painter.restore()


@dataclass(frozen=True)
class Stack:
    """Blocks on top of each other that no page break may separate."""

    parts: tuple[SheetBlock, ...]

    @property
    def height(self) -> float:
        """The sum of their heights."""
        return sum(part.height for part in self.parts)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw them from top to bottom."""
        for each in self.parts:
            each.draw(painter, x, y)
            y += each.height


@dataclass(frozen=True)
class Beside:
    """A block in each column, aligned at the top."""

    left: SheetBlock
    right: SheetBlock

    @property
    def height(self) -> float:
        """The height of the taller one."""
        return max(self.left.height, self.right.height)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw both."""
        self.left.draw(painter, x, y)
        self.right.draw(painter, x + (COLUMN_U + GUTTER_U) * DOTS_PER_U, y)


@dataclass(frozen=True)
class Shaped:
    """A block with two shapes: one for a column, one for the whole page if it is alone there."""

    column: SheetBlock
    across: SheetBlock

    @property
    def height(self) -> float:
        """Its height in a column."""
        return self.column.height

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the shape for a column."""
        self.column.draw(painter, x, y)


@dataclass(frozen=True)
class TextStyle:
    """How a text is typeset: the role of its type, and the width of its lines in dots.

    The colour is that of running text unless another is given.
    """

    role: str
    width: float
    color: QColor | None = None
    scale: float = 1.0
    balanced: bool = False


def text_block(
    look: Look, text: str | Sequence[Span], language: str, style: TextStyle, address: str = ""
) -> TextBlock:
    """Typeset a text; with an address it is a link."""
    setting = set_text(
        look,
        text,
        language=language,
        role=style.role,
        width=style.width,
        scale=style.scale,
        balanced=style.balanced,
    )
    color = style.color or look.theme.text
    return TextBlock(setting, color, _TAGS.get(style.role, "P"), language, address)


def chart_block(chart: Chart, width: float, height: float, alternative: str) -> Painted:
    """A block for a chart that already shows its panel; `alternative` is its alternative text."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        chart.paint(painter, QRectF(x, y, width, height))

    return Painted(height, paint, "Figure", alternative)


def picture_block(
    look: Look, file: Path, width: float, alternative: str, focus: Focus | None = None
) -> Painted | None:
    """A block for a story's picture, or None if the picture can't be read."""
    height = width * _PICTURE_SHARE
    size = QSize(_PICTURE_PIXELS, round(_PICTURE_PIXELS * _PICTURE_SHARE))
    image = read_picture(file, size, look.theme.inks, focus)
    if image.isNull():
        return None

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.drawImage(QRectF(x, y, width, height), image)

    return Painted(height, paint, "Figure", alternative)


def coded_block(look: Look, address: str, texts: Stack) -> Painted:
    """Texts beside the QR code of an address; typeset `texts` for the width of `beside_code`."""
    side = look.px(_CODE_U)
    coded = can_encode(address)
    # The quiet zone around a code is as white as the paper, so its ink may touch the edge.
    height = max(texts.height, side) if coded else texts.height

    def paint(painter: QPainter, x: float, y: float) -> None:
        if coded:
            draw_qr(painter, address, QRectF(x, y, side, side), 0)
            link(painter, QRectF(x, y, side, side), address)
        texts.draw(painter, x + look.px(_CODE_U + _CODE_GAP_U), y + look.px(8))

    return Painted(height, paint)


def beside_code(look: Look, width: float) -> float:
    """The width in dots that a QR code leaves for texts in a column."""
    return width - look.px(_CODE_U + _CODE_GAP_U)


def noted(look: Look, text: SheetBlock) -> Painted:
    """A paragraph of the guide's notes; a bar at its left tells it from the exhibit's texts."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x, y, look.px(6), text.height), look.theme.accent)
        text.draw(painter, x + look.px(NOTE_INDENT_U), y)

    return Painted(text.height, paint)


def hairline(look: Look, width: float) -> RuledLine:
    """A thin line with space below it."""
    return RuledLine(look, width, look.theme.rule, 1.5, look.px(20))


def pen(look: Look, color: QColor, units: float) -> QPen:
    """A pen whose width is given in u."""
    return QPen(color, look.px(units))
