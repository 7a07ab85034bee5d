"""The one very large figure of a page: its numeral, and its unit and label beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.look.typesetting import set_text
from kiosk.screen.panel.figure_content import widest_phrase
from kiosk.screen.panel.pictogram_row import fitted_row

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.panel.figure_content import FigureContent

DIGIT_HEIGHT = 0.72
"""How tall the digits of the display face are, in em."""
_COMMA_DROP = 0.16
_BASE_DROP = 0.03
_SIDE_GAP_U = 28
_BELOW_GAP_U = 14
_SHIFT_U = 24
_MOST_LINES = 3
_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""How far a numeral shrinks before its words go below it."""
_LEAST_SCALE = 0.3
_PICTOGRAM_U = 56
_PICTOGRAM_GAP_U = 28


class HeroFigure:
    """A numeral as large as it fits, with its words on its baseline, or below where it is wide.

    It begins at the top of its digits.  Lengths are pixels.
    """

    def __init__(
        self,
        look: Look,
        content: FigureContent,
        *,
        role: str,
        width: float,
        gap: float = 0.0,
        beat: int = 0,
    ) -> None:
        self.gap = gap
        self.beat = beat
        self._look = look
        self._content = content
        self._role = role
        self._words_role = "lead" if role.startswith("number_x") else "body"
        self._side: list[Setting] = []
        self._numeral, self._em = self._set_numeral(width)
        rise = self._em * DIGIT_HEIGHT
        self._top = self._numeral.first_baseline - rise
        drop = _COMMA_DROP if set(content.pieces.digits) & set(",;") else _BASE_DROP
        self.height = rise + drop * self._em
        self._below: Setting | None = None
        if not self._side:
            self._below = set_text(
                look, content.words, language=content.language, role=self._words_role, width=width
            )
            self._below_y = self.height + look.px(_BELOW_GAP_U)
            self.height = self._below_y + self._below.size.height()
        self._row = None
        if content.count:
            colors = (look.theme.pearl,) * content.count
            self._row = fitted_row(look, content.icon, colors, width, _PICTOGRAM_U)
            self._row_y = self.height + look.px(_PICTOGRAM_GAP_U)
            self.height = self._row_y + self._row.side
        self._note: Setting | None = None
        if content.note:
            self._note = set_text(
                look, content.note, language=content.language, role="source", width=width
            )
            self._note_y = self.height + look.px(12)
            self.height = self._note_y + self._note.size.height()

    def _set_numeral(self, width: float) -> tuple[Setting, float]:
        """The numeral and its em: as large as leaves room beside it, else as wide as `width`."""
        em = self._look.px(self._look.style(self._role).size)
        for scale in _SCALES:
            numeral = self._numeral_at(scale)
            room = width - numeral.ink - self._look.px(_SIDE_GAP_U)
            self._side = self._set_side(room, em * scale)
            if self._side:
                return numeral, em * scale
        scale, numeral = 1.0, self._numeral_at(1.0)
        while numeral.ink > width and scale > _LEAST_SCALE:
            # Words before the digits keep their size, so that once may not be enough.
            scale *= min(0.98, width / numeral.ink)
            numeral = self._numeral_at(scale)
        return numeral, em * scale

    def _numeral_at(self, scale: float) -> Setting:
        look, content = self._look, self._content
        size, words = look.style(self._role).size, look.style(self._words_role).size
        spans = content.numeral(look, size * scale, words)
        return set_text(look, spans, language=content.language, role=self._role, scale=scale)

    def _set_side(self, room: float, em: float) -> list[Setting]:
        """The words within `room`, no higher than the digits; empty where they don't fit."""
        look, content, role = self._look, self._content, self._words_role
        if room < widest_phrase(look, content.words, language=content.language, role=role):
            return []
        settings = [
            set_text(look, spans, language=content.language, role=role, width=room, balanced=True)
            for spans in content.stacked_words
        ]
        lines = sum(setting.line_count for setting in settings)
        pitch = settings[0].size.height() / settings[0].line_count
        rise = (lines - 1) * pitch + look.px(look.style(role).size) * DIGIT_HEIGHT
        return settings if lines <= _MOST_LINES and rise <= em * DIGIT_HEIGHT * 1.05 else []

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Rise and fade in."""
        look, theme = self._look, self._look.theme
        painter.setOpacity(progress)
        top = y - self._top + look.px(_SHIFT_U) * (1 - progress)
        self._numeral.draw(painter, x, top, theme.text)
        y += look.px(_SHIFT_U) * (1 - progress)
        baseline = top + self._numeral.first_baseline
        if self._side:
            left = x + self._numeral.ink + look.px(_SIDE_GAP_U)
            heights = [setting.size.height() for setting in self._side]
            line = baseline - self._side[-1].last_baseline - sum(heights[:-1])
            for setting, height in zip(self._side, heights, strict=True):
                setting.draw(painter, left, line, theme.text)
                line += height
        if self._below is not None:
            self._below.draw(painter, x, y + self._below_y, theme.text)
        if self._row is not None:
            self._row.draw(painter, x, y + self._row_y, progress)
        if self._note is not None:
            self._note.draw(painter, x, y + self._note_y, theme.muted)
        painter.setOpacity(1.0)
