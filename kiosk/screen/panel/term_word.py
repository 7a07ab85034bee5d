"""A word of a text that a touch explains: dots below it, and a target around it for fingers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import MARGIN_U, draw_focus_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.panel.explained_words import ExplainedWord

_DROP_EM = 0.27
"""How far below the baseline the dots are: below the comma and most of a g."""
_DOT_U = 2.6
_DOT_PITCH = 2.4
"""From dot to dot, in dots."""
_OPEN_LINE_U = 2.4
_DOT_STRENGTH = 0.8
_PADDING_U = 5
_RADIUS_U = 8
_OPEN_FILL = 0.14


class TermWord(Control):
    """Takes touches for a word that is drawn below it, and says its own number when touched."""

    touched = Signal(int)
    left = Signal()
    """The keyboard has gone on to another control."""

    def __init__(self, parent: QWidget, number: int) -> None:
        super().__init__(parent)
        self._number = number
        self._look: Look | None = None
        self._word: ExplainedWord | None = None
        self._targets: Sequence[QRectF] = ()
        self._corner = QPointF()
        self._strength = 1.0
        self._is_open = False
        self.clicked.connect(self._say)
        self.hide()

    def show_word(
        self, word: ExplainedWord, targets: Sequence[QRectF], corner: QPointF, name: str, look: Look
    ) -> None:
        """Stand at a word; `targets` are the areas for fingers, one for each of its lines.

        They and the word are in pixels from `corner`, which is in those of the parent.  `name` is
        what assistive technology hears.
        """
        self._look, self._word, self._targets = look, word, targets
        area = QRectF()
        for target in targets:
            area = area.united(target)
        rect = area.translated(corner).toAlignedRect()
        self._corner = corner - QPointF(rect.topLeft())
        self.setGeometry(rect)
        self.setText(word.word)
        self.setAccessibleName(name)
        if len(targets) > 1:
            region = QRegion()
            for target in targets:
                region = region.united(QRegion(target.translated(self._corner).toAlignedRect()))
            self.setMask(region)
        else:
            self.clearMask()
        self._is_open = False
        self.show()
        self.update()

    def set_strength(self, strength: float) -> None:
        """How far the dots have come, from 0 to 1."""
        self._strength = strength
        self.update()

    def set_open(self, *, is_open: bool) -> None:
        """Be drawn as the word that is being explained, or as any other."""
        self._is_open = is_open
        self.update()

    @property
    def word(self) -> ExplainedWord | None:
        """What it stands at."""
        return self._word

    def letters(self) -> list[QRect]:
        """What the word itself covers on each of its lines, in the parent's pixels."""
        word = self._word
        at = self._corner + QPointF(self.pos())
        return [line.letters.translated(at).toAlignedRect() for line in word.lines] if word else []

    @Slot()
    def _say(self) -> None:
        self.touched.emit(self._number)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, word = self._look, self._word
        if look is None or word is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._corner)
        for line in word.lines:
            y = line.baseline + _DROP_EM * line.em
            ends = QPointF(line.letters.left(), y), QPointF(line.letters.right(), y)
            if self._is_open:
                painter.setPen(QPen(word.color, look.stroke(_OPEN_LINE_U)))
                painter.drawLine(*ends)
            else:
                _draw_dots(painter, look, *ends, self._color())
        if self.isDown() or self._is_open:
            fill = QColor(word.color)
            fill.setAlphaF(_OPEN_FILL)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            for line in word.lines:
                radius = look.px(_RADIUS_U)
                painter.drawRoundedRect(_around(line.letters, look), radius, radius)
        if self.hasFocus():
            for line in word.lines:
                shape = _around(line.letters, look)
                draw_focus_ring(painter, look, shape, look.px(_RADIUS_U))

    def _color(self) -> QColor:
        assert self._look is not None
        assert self._word is not None
        color = QColor(self._word.color)
        full = 1.0 if self._look.theme.high_contrast else _DOT_STRENGTH
        color.setAlphaF(full * self._strength)
        return color


def _around(letters: QRectF, look: Look) -> QRectF:
    padding = look.px(_PADDING_U)
    return letters.adjusted(-padding, -padding, padding, padding)


def _draw_dots(painter: QPainter, look: Look, begin: QPointF, end: QPointF, color: QColor) -> None:
    """Round dots from end to end, the outermost flush with the letters."""
    size = look.stroke(_DOT_U)
    room = max(0.0, end.x() - begin.x() - size)
    steps = max(1, round(room / (size * _DOT_PITCH)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for step in range(steps + 1):
        x = begin.x() + size / 2 + room * step / steps
        painter.drawEllipse(QPointF(x, begin.y()), size / 2, size / 2)


def targets_of(words: Sequence[ExplainedWord], look: Look) -> list[list[QRectF]]:
    """An area for fingers around each line of each word, at least a target large.

    Where two words are nearer than that, the room between them is shared.
    """
    grown = [[_target(line.letters, look) for line in word.lines] for word in words]
    for first, one in enumerate(words):
        for second in range(first + 1, len(words)):
            for mine, own in enumerate(one.lines):
                for theirs, other in enumerate(words[second].lines):
                    grown[first][mine], grown[second][theirs] = _shared(
                        (own.letters, grown[first][mine]), (other.letters, grown[second][theirs])
                    )
    return grown


def _target(letters: QRectF, look: Look) -> QRectF:
    margin = look.px(MARGIN_U + _PADDING_U)
    width = max(look.target, letters.width() + 2 * margin)
    height = max(look.target, letters.height() + 2 * margin)
    target = QRectF(0, 0, width, height)
    target.moveCenter(letters.center())
    return target


def _shared(one: tuple[QRectF, QRectF], other: tuple[QRectF, QRectF]) -> tuple[QRectF, QRectF]:
    """Two targets, each with the letters in it, that share what both of them cover."""
    (own, mine), (letters, theirs) = one, other
    if not mine.intersects(theirs):
        return mine, theirs
    mine, theirs = QRectF(mine), QRectF(theirs)
    above, below = own.bottom() <= letters.top(), letters.bottom() <= own.top()
    if above:
        middle = (own.bottom() + letters.top()) / 2
        mine.setBottom(min(mine.bottom(), middle))
        theirs.setTop(max(theirs.top(), middle))
    elif below:
        middle = (letters.bottom() + own.top()) / 2
        theirs.setBottom(min(theirs.bottom(), middle))
        mine.setTop(max(mine.top(), middle))
    elif own.center().x() < letters.center().x():
        middle = (own.right() + letters.left()) / 2
        mine.setRight(min(mine.right(), middle))
        theirs.setLeft(max(theirs.left(), middle))
    else:
        middle = (letters.right() + own.left()) / 2
        theirs.setRight(min(theirs.right(), middle))
        mine.setLeft(max(mine.left(), middle))
    return mine, theirs
