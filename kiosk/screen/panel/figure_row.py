"""The smaller figures of a page, one in a row: a numeral, its words, and what is noted of it.

All of a row begins at the left edge.  Words are on the baseline of their numeral, right behind it,
or in one column where the numerals of a page are about equally wide; where they don't fit there,
they go below, and the unit stays beside its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPen

from kiosk.look.typesetting import set_text
from kiosk.screen.panel.figure_content import NOTE_ROLE, fitting_note
from kiosk.screen.panel.hero_figure import DIGIT_HEIGHT
from kiosk.screen.panel.pictogram_row import fitted_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.look.span import Span
    from kiosk.look.typesetting import Setting
    from kiosk.screen.panel.figure_content import FigureContent
    from kiosk.screen.steps import Steps

_WORDS_ROLE = "body"
_GAP_U = 24
_UNIT_GAP_U = 14
_COLUMN_SLACK_U = 56
"""Numerals that differ by no more than that have their words in one column."""
_SCALES = (0.95, 0.9, 0.86)
"""How far the smallest numerals shrink before words go below them."""
_NARROWER = 0.97
_LEAST_SCALE = 0.3
_DROP = 0.14
_WORDS_DROP = 0.3
"""How far letters reach below their baseline, in em."""
_BELOW_GAP_U = 18
"""From the numeral to the tops of the words below it,"""
_NOTE_GAP_U = 16
"""and from words to those of a note."""
_RISE = 0.78
"""How far letters reach above their baseline, in em."""
_PICTOGRAM_U = 32
_PICTOGRAM_GAP_U = 14
_SHIFT_U = 24


class Numeral(NamedTuple):
    """The digits of a figure with what clings to them, and the size of the digits in pixels."""

    content: FigureContent
    setting: Setting
    em: float


class FigureRow:
    """A figure on a line of its own, below a hairline in the middle of the gap above it.

    It begins at the top of its digits.  `column` is where its words begin, in pixels, or None
    where they are below.  Lengths are pixels.
    """

    def __init__(
        self,
        look: Look,
        numeral: Numeral,
        *,
        column: float | None,
        width: float,
        gap: float,
    ) -> None:
        self.gap = gap
        self.beat = 0
        self._look = look
        self._width = width
        content, digits = numeral.content, numeral.setting
        baseline = numeral.em * DIGIT_HEIGHT
        self._texts: list[tuple[Setting, float, float]] = [
            (digits, 0.0, baseline - digits.first_baseline)
        ]
        bottom = baseline + numeral.em * _DROP
        if column is not None:
            bottom = max(bottom, self._put(content.words, content, column, baseline))
        else:
            unit, left = content.unit, digits.ink + look.px(_UNIT_GAP_U)
            if unit and left + _ink(look, unit, content) <= width:
                self._put(unit, content, left, baseline)
                bottom = self._put_below(content.label, content, bottom)
            else:
                bottom = self._put_below(content.words, content, bottom)
        self._row = None
        if content.count:
            colors = (look.theme.text2,) * content.count
            left = column or 0.0
            self._row = fitted_row(look, content.icon, colors, width - left, _PICTOGRAM_U)
            self._row_at = left, bottom + look.px(_PICTOGRAM_GAP_U)
            bottom = self._row_at[1] + self._row.side
        self._note: Setting | None = None
        if content.notes:
            self._note = fitting_note(look, content, width)
            rise = look.px(look.style(NOTE_ROLE).size) * _RISE
            self._note_y = bottom + look.px(_NOTE_GAP_U) + rise - self._note.first_baseline
            bottom = self._note_y + self._note.last_baseline
            bottom += look.px(look.style(NOTE_ROLE).size) * _WORDS_DROP
        self.height = bottom

    def _put(
        self, spans: Sequence[Span], content: FigureContent, left: float, baseline: float
    ) -> float:
        """Set words on a baseline; gives how far down their letters reach."""
        look = self._look
        words = set_text(
            look, spans, language=content.language, role=_WORDS_ROLE, width=self._width - left
        )
        self._texts.append((words, left, baseline - words.first_baseline))
        descent = look.px(look.style(_WORDS_ROLE).size) * _WORDS_DROP
        return baseline + words.last_baseline - words.first_baseline + descent

    def _put_below(self, spans: Sequence[Span], content: FigureContent, bottom: float) -> float:
        rise = self._look.px(self._look.style(_WORDS_ROLE).size) * _RISE
        return self._put(spans, content, 0.0, bottom + self._look.px(_BELOW_GAP_U) + rise)

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Rise and fade in, below a hairline that is there from the start."""
        look, theme = self._look, self._look.theme
        rule = y - self.gap / 2
        painter.setPen(QPen(theme.rule, look.stroke(1.5)))
        painter.drawLine(QPointF(x, rule), QPointF(x + self._width, rule))
        if progress <= 0:
            return
        painter.setOpacity(progress)
        top = y + look.px(_SHIFT_U) * (1 - progress)
        for setting, left, below in self._texts:
            setting.draw(painter, x + left, top + below, theme.text)
        if self._row is not None:
            left, below = self._row_at
            self._row.draw(painter, x + left, top + below, progress)
        if self._note is not None:
            self._note.draw(painter, x, top + self._note_y, theme.muted)
        painter.setOpacity(1.0)


def figure_rows(
    look: Look,
    contents: Sequence[FigureContent],
    roles: Sequence[str],
    *,
    width: float,
    gap: float,
) -> Steps[list[FigureRow]]:
    """Rows in the largest of the roles in which all words stand beside their numerals.

    Where there is none, as few as may be go below.
    """
    sizes = (*((role, 1.0) for role in roles), *((roles[-1], each) for each in _SCALES))
    numerals: list[Numeral] = []
    columns: Sequence[float | None] = [None] * len(contents)
    for role, scale in sizes:
        yield
        tried = [_numeral(look, content, role, scale) for content in contents]
        if max((each.setting.ink for each in tried), default=0.0) > width:
            continue
        found = _columns(look, tried, width)
        if not numerals or found.count(None) < columns.count(None):
            numerals, columns = tried, found
        if None not in columns:
            break
    numerals = numerals or [_narrowed(look, content, roles[-1], width) for content in contents]
    rows: list[FigureRow] = []
    for numeral, column in zip(numerals, columns, strict=True):
        yield
        rows.append(FigureRow(look, numeral, column=column, width=width, gap=gap))
    return rows


def _numeral(look: Look, content: FigureContent, role: str, scale: float) -> Numeral:
    size, words_u = look.style(role).size * scale, look.style(_WORDS_ROLE).size
    spans = content.numeral(look, size, words_u)
    setting = set_text(look, spans, language=content.language, role=role, scale=scale)
    return Numeral(content, setting, look.px(size))


def _narrowed(look: Look, content: FigureContent, role: str, width: float) -> Numeral:
    """The numeral in that role, smaller if that is wider than the page."""
    scale, numeral = 1.0, _numeral(look, content, role, 1.0)
    while numeral.setting.ink > width and scale > _LEAST_SCALE:
        # Words before the digits keep their size, so that once may not be enough.
        scale *= min(_NARROWER, width / numeral.setting.ink)
        numeral = _numeral(look, content, role, scale)
    return numeral


def _columns(look: Look, numerals: Sequence[Numeral], width: float) -> list[float | None]:
    """Where the words of each row begin; None for those that don't fit beside their numeral."""
    inks = [numeral.setting.ink for numeral in numerals]
    if inks and max(inks) - min(inks) <= look.px(_COLUMN_SLACK_U):
        inks = [max(inks)] * len(inks)
    lefts = [ink + look.px(_GAP_U) for ink in inks]
    return [
        left if left + _ink(look, numeral.content.words, numeral.content) <= width else None
        for numeral, left in zip(numerals, lefts, strict=True)
    ]


def _ink(look: Look, spans: Sequence[Span], content: FigureContent) -> float:
    return set_text(look, spans, language=content.language, role=_WORDS_ROLE).ink
