"""The smaller figures of a page, one in a row: numerals in one column, words in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPen

from kiosk.look.typesetting import set_text
from kiosk.screen.panel.figure_content import widest_phrase
from kiosk.screen.panel.hero_figure import DIGIT_HEIGHT
from kiosk.screen.panel.pictogram_row import fitted_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.panel.figure_content import FigureContent

_WORDS_ROLE = "body"
_COLUMN_GAP_U = 26
_MOST_COLUMN = 0.62
"""Of the width: where a numeral takes more, words go below the numerals."""
_MOST_LINES = 2
_DROP = 0.14
_BELOW_GAP_U = 10
_PICTOGRAM_U = 32
_PICTOGRAM_GAP_U = 14
_SHIFT_U = 24


class FigureRow:
    """A figure with its words on its baseline; a second line hangs below, and nothing climbs.

    A hairline is above it, as far away as the row before.  `column` is where words begin, 0 where
    they go below the numeral.  Lengths are pixels.
    """

    def __init__(
        self,
        look: Look,
        content: FigureContent,
        numeral: Setting,
        em: float,
        *,
        column: float,
        width: float,
        gap: float,
    ) -> None:
        self.gap = gap
        self.beat = 0
        self._look = look
        self._width = width
        self._column = column
        self._numeral = numeral
        self._words = set_words(look, content, width - column)
        baseline = gap + em * DIGIT_HEIGHT
        self._top = baseline - numeral.first_baseline
        if column:
            self._words_y = baseline - self._words.first_baseline
            bottom = baseline + max(
                em * _DROP, self._words.last_baseline - self._words.first_baseline + look.px(8)
            )
        else:
            self._words_y = baseline + em * _DROP + look.px(_BELOW_GAP_U)
            bottom = self._words_y + self._words.size.height()
        self._row = None
        if content.count:
            colors = (look.theme.text2,) * content.count
            self._row = fitted_row(look, content.icon, colors, width - column, _PICTOGRAM_U)
            self._row_y = bottom + look.px(_PICTOGRAM_GAP_U)
            bottom = self._row_y + self._row.side
        self._note = None
        self._note_x = 0.0
        if content.note:
            note = set_text(look, content.note, language=content.language, role="source")
            if column and note.ink <= width - column:
                self._note_x = column
            elif note.ink > width:
                note = set_text(
                    look, content.note, language=content.language, role="source", width=width
                )
            self._note, self._note_y = note, bottom + look.px(4)
            bottom = self._note_y + note.size.height()
        self.height = bottom

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Rise and fade in, below a hairline that is there from the start."""
        look, theme = self._look, self._look.theme
        painter.setPen(QPen(theme.rule, look.stroke(1.5)))
        painter.drawLine(QPointF(x, y), QPointF(x + self._width, y))
        painter.setOpacity(progress)
        top = y + look.px(_SHIFT_U) * (1 - progress)
        self._numeral.draw(painter, x, top + self._top, theme.text)
        self._words.draw(painter, x + self._column, top + self._words_y, theme.text)
        if self._row is not None:
            self._row.draw(painter, x + self._column, top + self._row_y, progress)
        if self._note is not None:
            self._note.draw(painter, x + self._note_x, top + self._note_y, theme.muted)
        painter.setOpacity(1.0)


def set_words(look: Look, content: FigureContent, width: float) -> Setting:
    """Set the unit and label of a row within `width` pixels."""
    return set_text(
        look, content.words, language=content.language, role=_WORDS_ROLE, width=width, balanced=True
    )


def figure_rows(
    look: Look,
    contents: Sequence[FigureContent],
    roles: Sequence[str],
    *,
    width: float,
    gap: float,
) -> list[FigureRow]:
    """Rows with one column for all words, in the largest of the roles that leaves room for it.

    At best no words need a second line; where a numeral leaves too little, they go below.
    """
    words_u = look.style(_WORDS_ROLE).size
    for most_lines in range(1, _MOST_LINES + 1):
        for role in roles:
            size = look.style(role).size
            numerals = [
                set_text(
                    look,
                    content.numeral(look, size, words_u),
                    language=content.language,
                    role=role,
                )
                for content in contents
            ]
            widest = max((numeral.ink for numeral in numerals), default=0.0)
            column = widest + look.px(_COLUMN_GAP_U)
            if column <= width * _MOST_COLUMN and all(
                _fits(look, content, width - column, most_lines) for content in contents
            ):
                return _rows(look, contents, numerals, look.px(size), column, width, gap)
    return _rows(look, contents, numerals, look.px(size), 0.0, width, gap)


def _fits(look: Look, content: FigureContent, room: float, most_lines: int) -> bool:
    words = content.words
    if widest_phrase(look, words, language=content.language, role=_WORDS_ROLE) > room:
        return False
    return set_words(look, content, room).line_count <= most_lines


def _rows(
    look: Look,
    contents: Sequence[FigureContent],
    numerals: Sequence[Setting],
    em: float,
    column: float,
    width: float,
    gap: float,
) -> list[FigureRow]:
    return [
        FigureRow(look, content, numeral, em, column=column, width=width, gap=gap)
        for content, numeral in zip(contents, numerals, strict=True)
    ]
