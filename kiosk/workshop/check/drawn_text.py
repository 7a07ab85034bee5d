"""Records every text on a screen: where it is, how large, and in which colour.

All letters of the exhibit are drawn by `Setting.draw`, in charts and maps too.  So painting each
visible widget once onto an image of one pixel yields every text that a visitor would see, with its
position in the window, at a fraction of the cost of a real picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, letters_taken_by, words_by_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont, QTextLayout

_OPAQUE = 255


@dataclass(frozen=True)
class DrawnText:
    """A text in the window; `lines` are the bounds of the letters of each line, in pixels."""

    widget: QWidget
    words: str
    color: QColor
    lines: tuple[QRectF, ...]
    layout: QTextLayout
    origin: QPointF

    @cached_property
    def ink(self) -> QRectF:
        """The bounds of all its letters."""
        whole = QRectF()
        for line in self.lines:
            whole = whole.united(line)
        return whole

    @property
    def least_size(self) -> float:
        """The size of the smallest letters, in pixels."""
        return min((font.pixelSize() for font in self._fonts()), default=0.0)

    @property
    def least_display_size(self) -> float:
        """The size of the smallest letters with hairlines, in pixels; 0 if there are none."""
        hairlined = (font for font in self._fonts() if "Display" in font.family())
        return min((font.pixelSize() for font in hairlined), default=0.0)

    def overlap(self, other: DrawnText) -> QRectF:
        """The thickest overlap of any two letters; empty if there is none."""
        if not any(mine.intersects(theirs) for mine in self.lines for theirs in other.lines):
            return QRectF()
        shared = [mine & theirs for mine in self._letters for theirs in other._letters]
        return max(shared, key=_least_side, default=QRectF())

    @cached_property
    def _letters(self) -> list[QRectF]:
        """The bounds of each letter."""
        return [
            run.rawFont().boundingRect(glyph).translated(position + self.origin)
            for run in self.layout.glyphRuns()
            for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True)
        ]

    @cached_property
    def words_by_line(self) -> tuple[str, ...]:
        """The text of each line."""
        return words_by_line(self.layout)

    def broken_words(self) -> list[str]:
        """Words that are broken without a hyphen, with `|` at the break."""
        text, found = self.layout.text(), []
        for number in range(1, self.layout.lineCount()):
            at = self.layout.lineAt(number).textStart()
            before, after = text[at - 1 : at], text[at : at + 1]
            if _is_letter(before) and _is_letter(after):
                found.append(text[max(0, at - 12) : at] + "|" + text[at : at + 12])
        return found

    def _fonts(self) -> Iterator[QFont]:
        for entry in self.layout.formats():
            if self.words[entry.start : entry.start + entry.length].strip():
                yield entry.format.font()


def drawn_texts(stage: QWidget, of: Sequence[QWidget] | None = None) -> list[DrawnText]:
    """Every text that the visible widgets of a stage draw, including covered ones."""
    widgets = visible_widgets(stage) if of is None else of
    paper = QImage(1, 1, QImage.Format.Format_RGB32)
    drawn: list[tuple[Setting, QPointF, QColor]] = []
    found: list[DrawnText] = []

    def take(setting: Setting, painter: QPainter, x: float, y: float, color: QColor) -> None:
        # The casing around names on the map is not a text of its own.
        if color.alpha() == _OPAQUE and painter.opacity() > 0:
            at = painter.combinedTransform().map(QPointF(x, y))
            drawn.append((setting, at, QColor(color)))

    with letters_taken_by(take):
        for widget in widgets:
            drawn.clear()
            widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
            corner = QPointF(widget.mapTo(stage, QPoint()))
            found += [
                _drawn_text(widget, setting, at + corner, color) for setting, at, color in drawn
            ]
    return found


def visible_widgets(stage: QWidget) -> list[QWidget]:
    """The stage and all visible widgets in it."""
    return [stage, *(each for each in stage.findChildren(QWidget) if each.isVisible())]


def _drawn_text(widget: QWidget, setting: Setting, at: QPointF, color: QColor) -> DrawnText:
    layout = setting.layout
    lines: list[QRectF] = []
    for number in range(layout.lineCount()):
        ink = QRectF()
        for run in layout.lineAt(number).glyphRuns():
            # Without the rectangle of its line, a run returns the bounds of the letters.
            run.setBoundingRect(QRectF())
            ink = ink.united(run.boundingRect())
        lines.append(ink.translated(at))
    return DrawnText(
        widget=widget,
        words=layout.text(),
        color=color,
        lines=tuple(lines),
        layout=layout,
        origin=at,
    )


def _least_side(rect: QRectF) -> float:
    return min(rect.width(), rect.height())


def _is_letter(character: str) -> bool:
    """Whether a word can't be broken after this character; Chinese can be anywhere."""
    return character.isalpha() and character < "\u2e80"
