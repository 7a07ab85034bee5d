"""The one very large figure of a page: its numeral, and its unit and label beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.look.typesetting import set_text
from kiosk.screen.panel.figure_content import fitting_note, widest_phrase
from kiosk.screen.panel.pictogram_row import fitted_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.look.span import Span
    from kiosk.look.typesetting import Setting
    from kiosk.screen.panel.figure_content import FigureContent
    from kiosk.screen.steps import Steps

DIGIT_HEIGHT = 0.72
"""How tall the digits of the display face are, in em."""
_DROPS = ((frozenset("gjpqyJQ"), 0.26), (frozenset(",;"), 0.16))
"""How far letters and commas reach below the baseline, in em,"""
_BASE_DROP = 0.03
"""and digits."""
_SIDE_GAP_U = 28
_BELOW_GAP_U = 14
_SHIFT_U = 24
_NOTE_GAP_U = 12
_BESIDE_ROLE = "heading"
_BESIDE_U = (60, 54, 48)
"""The sizes of "million" and "7 December", in the type of the digits."""
_MOST_RISE = 1.05
"""How much higher than the digits what is beside them may be,"""
_MOST_BELOW = 0.6
"""and how large what belongs to them is below them, in their em."""
_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64)
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
        self._below: list[Setting] = []
        self._whole = False

    def set_in(self, width: float) -> Steps[HeroFigure]:
        """Set it within `width`; each step takes a few milliseconds.  It has its height then."""
        look, content = self._look, self._content
        self._numeral, self.em = yield from self._set_numeral(width)
        yield
        rise = self.em * DIGIT_HEIGHT
        self._top = self._numeral.first_baseline - rise
        self.height = rise + self._drop() * self.em
        if self._below:
            self._below_y = self.height + look.px(_BELOW_GAP_U)
            self.height = self._below_y + sum(each.size.height() for each in self._below)
        self._row = None
        if content.count:
            colors = (look.theme.pearl,) * content.count
            self._row = fitted_row(look, content.icon, colors, width, _PICTOGRAM_U)
            self._row_y = self.height + look.px(_PICTOGRAM_GAP_U)
            self.height = self._row_y + self._row.side
        self._note: Setting | None = None
        if content.notes:
            self._note = fitting_note(look, content, width)
            self._note_y = self.height + look.px(_NOTE_GAP_U)
            self.height = self._note_y + self._note.size.height()
        return self

    def _set_numeral(self, width: float) -> Steps[tuple[Setting, float]]:
        """The numeral and its em: as large as leaves room beside it, else as wide as `width`."""
        look, content = self._look, self._content
        em = look.px(look.style(self._role).size)
        for scale in _SCALES:
            numeral = self._numeral_at(scale, whole=False)
            yield
            room = width - numeral.ink - look.px(_SIDE_GAP_U)
            self._side = self._set_side(room, em * scale)
            yield
            if self._side:
                return numeral, em * scale
        for scale in _SCALES:
            numeral = self._numeral_at(scale, whole=True)
            yield
            if numeral.ink <= width:
                self._whole = True
                self._below = [self._set(content.words, width)]
                return numeral, em * scale
        scale, numeral = 1.0, self._numeral_at(1.0, whole=False)
        while numeral.ink > width and scale > _LEAST_SCALE:
            # Words before the digits keep their size, so that once may not be enough.
            scale *= min(0.98, width / numeral.ink)
            numeral = self._numeral_at(scale, whole=False)
            yield
        self._below = [self._set(content.words, width)]
        if content.pieces.beside:
            self._below.insert(0, self._set_beside(width, em * scale))
        return numeral, em * scale

    def _drop(self) -> float:
        """How far down what is in the type of the digits reaches, in em."""
        pieces = self._content.pieces
        letters = set(pieces.digits) | set(pieces.beside if self._whole else "")
        return next((drop for deep, drop in _DROPS if letters & deep), _BASE_DROP)

    def _set_beside(self, width: float, em: float) -> Setting:
        """What belongs to the digits, on a line of its own below them."""
        spans = self._content.beside(self._look)
        for size in _BESIDE_U:
            setting = self._beside_at(size, spans)
            if setting.ink <= width and self._look.px(size) <= em * _MOST_BELOW:
                return setting
        return self._set(spans, width)

    def _numeral_at(self, scale: float, *, whole: bool) -> Setting:
        look, content = self._look, self._content
        size, words = look.style(self._role).size, look.style(self._words_role).size
        spans = content.numeral(look, size * scale, words, whole=whole)
        return set_text(look, spans, language=content.language, role=self._role, scale=scale)

    def _set(self, spans: Sequence[Span], width: float) -> Setting:
        return set_text(
            self._look,
            spans,
            language=self._content.language,
            role=self._words_role,
            width=width,
            balanced=True,
        )

    def _set_side(self, room: float, em: float) -> list[Setting]:
        """What is said of the digits within `room`, no higher than they; empty if it doesn't fit.

        What belongs to them is in their own type: "million", "km²", "7 December".
        """
        look, content = self._look, self._content
        beside = content.beside(look)
        words = content.words if content.pieces.beside or not beside else content.label
        if room < widest_phrase(look, words, language=content.language, role=self._words_role):
            return []
        said = self._set(words, room)
        sides = [[said]]
        if beside:
            sides = [[self._beside_at(size, beside), said] for size in _BESIDE_U]
        for side in sides:
            if side[0].ink <= room and self._rise(side) <= em * DIGIT_HEIGHT * _MOST_RISE:
                return side
        return []

    def _beside_at(self, size_u: float, spans: Sequence[Span]) -> Setting:
        scale = size_u / self._look.style(_BESIDE_ROLE).size
        return set_text(
            self._look, spans, language=self._content.language, role=_BESIDE_ROLE, scale=scale
        )

    def _rise(self, side: Sequence[Setting]) -> float:
        """How high the letters of the first line are above the last baseline."""
        *above, last = side
        first = side[0]
        size = max(each.format.font().pixelSize() for each in first.layout.formats())
        lines = sum(each.size.height() for each in above) + last.last_baseline
        return lines - first.first_baseline + size * DIGIT_HEIGHT

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Rise and fade in."""
        if progress <= 0:
            return
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
        below = y + self._below_y if self._below else y
        for setting in self._below:
            setting.draw(painter, x, below, theme.text)
            below += setting.size.height()
        if self._row is not None:
            self._row.draw(painter, x, y + self._row_y, progress)
        if self._note is not None:
            self._note.draw(painter, x, y + self._note_y, theme.muted)
        painter.setOpacity(1.0)
