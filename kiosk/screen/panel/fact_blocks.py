"""The blocks of a facts panel: paragraphs, the very large number, the share bar, the rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from kiosk.look.line_breaks import UNLIMITED
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.languages.figures import Figure
    from kiosk.look.look import Look

_SIGN_SCALE = 0.62
_WORD_SCALE = 0.46
_LEAST_NUMBER_U = 48
"""Below that the hairlines of the display face vanish."""
_LEAST_WORD_U = 24
_SIDE_GAP_U = 28
_SIDE_LEAST_U = 150
_BAR_HEIGHT_U = 55
_BAR_GAP_U = 4
_COLUMN_GAP_U = 16
_LEAST_COLUMN_U = 190
_SHIFT_U = 24
_NUMBER_PITCH = 0.92
"""Of the height of a number's line: digits have no descenders."""


def number_spans(figure: Figure, word_scale: float = _WORD_SCALE) -> list[Span]:
    """A figure's parts as they are drawn: large digits, a light plus sign, smaller words."""
    spans = []
    for part in figure.parts:
        if part.role == "number":
            spans.append(Span(part.text))
        elif part.role == "sign":
            spans.append(Span(part.text, weight=300, scale=_SIGN_SCALE, display=False))
        else:
            spans.append(Span(part.text, weight=500, scale=word_scale, display=False))
    return spans


def fit_number(look: Look, figure: Figure, *, language: str, role: str, width: float) -> Setting:
    """Set a figure on one line, smaller where it would be wider than `width`.

    Its words stay readable; where that leaves too little for the digits, it takes further lines.
    """
    size = look.style(role).size
    setting = set_text(look, number_spans(figure), language=language, role=role)
    if setting.ink <= width:
        return setting
    scale = min(1.0, max(_LEAST_NUMBER_U / size, width / setting.ink * 0.97))
    words = max(_WORD_SCALE, _LEAST_WORD_U / (size * scale))
    return set_text(
        look, number_spans(figure, words), language=language, role=role, scale=scale, width=width
    )


def tagged(words: str, said_language: str, language: str, drawn: str) -> list[Span]:
    """A text with a small tag of its language, where that is not the one asked for."""
    spans = [Span(words)]
    if said_language != language:
        spans.append(Span(f"  {drawn}", weight=500, scale=0.62, display=False))
    return spans


def _drop(figure: Figure) -> float:
    """How far the figure's letters reach below their line, in em."""
    drawn = figure.drawn
    if any(letter in drawn for letter in "gjpqyJQç"):
        return 0.26
    return 0.16 if "," in drawn or any(ord(letter) > 0x2E80 for letter in drawn) else 0.06


@dataclass
class Paragraph:
    """A text in one colour."""

    setting: Setting
    color: QColor
    gap: float = 0.0
    beat: int = 0

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return self.setting.size.height()

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Draw it."""
        self.setting.draw(painter, x, y, self.color)


class FigureRow:
    """A number with what it counts beside it, or below where there is no room beside.

    `note` is a small line below: the fact's own source, or "as reported".  A `ruled` row has a
    hairline above it, as far away as the row before.
    """

    def __init__(
        self,
        look: Look,
        *,
        figure: Figure,
        label: list[Span],
        note: str,
        language: str,
        role: str,
        width: float,
        gap: float,
        beat: int,
        ruled: bool = False,
    ) -> None:
        self.gap = gap
        self.beat = beat
        self._look = look
        self._width = width
        self._rule = gap if ruled else 0.0
        self._number = fit_number(look, figure, language=language, role=role, width=width)
        beside = width - self._number.ink - look.px(_SIDE_GAP_U)
        label_role = "lead" if role in ("number_xl", "place") else "body"
        one_line = set_text(look, label, language=language, role=label_role)
        self._beside = beside >= min(one_line.ink, look.px(_SIDE_LEAST_U))
        self._label = set_text(
            look, label, language=language, role=label_role, width=beside if self._beside else width
        )
        if self._beside and self._label.line_count > 2:
            self._beside = False
            self._label = set_text(look, label, language=language, role=label_role, width=width)
        self._note = (
            set_text(look, note, language=language, role="source", width=width) if note else None
        )
        # The height of digits, not of lines: numbers have no descenders but the comma's.
        self._cap = self._number.size.height() / max(1, self._number.line_count) * 0.78
        top = self._number.first_baseline - self._cap
        self._lift = top
        below = self._number.last_baseline + max(look.px(8), _drop(figure) * self._em())
        self._label_y = (
            self._number.last_baseline - self._label.last_baseline if self._beside else below
        )
        bottom = max(below, self._label_y + self._label.size.height())
        self._note_y = bottom
        if self._note is not None:
            bottom += self._note.size.height()
        self.height = bottom - self._lift + self._rule

    def _em(self) -> float:
        """The size of the digits, from the height of their lines."""
        return self._number.size.height() / max(1, self._number.line_count)

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Rise and fade in, below a hairline that is there from the start."""
        look, theme = self._look, self._look.theme
        if self._rule:
            painter.setPen(QPen(theme.rule, look.stroke(1.5)))
            painter.drawLine(QPointF(x, y), QPointF(x + self._width, y))
        painter.setOpacity(progress)
        top = y + self._rule - self._lift + look.px(_SHIFT_U) * (1 - progress)
        self._number.draw(painter, x, top, theme.text)
        label_x = x + self._number.ink + look.px(_SIDE_GAP_U) if self._beside else x
        self._label.draw(painter, label_x, top + self._label_y, theme.text)
        if self._note is not None:
            self._note.draw(painter, x, top + self._note_y, theme.muted)
        painter.setOpacity(1.0)


@dataclass(frozen=True)
class SharePart:
    """A part of a whole: how much of it (0 to 1), its number and its label."""

    share: float
    figure: Figure
    label: list[Span]
    calculated: str = ""


class ShareBar:
    """A whole and its parts as one bar, filled against outlined, with the numbers below."""

    def __init__(
        self,
        look: Look,
        *,
        parts: list[SharePart],
        language: str,
        width: float,
        gap: float,
        beat: int,
    ) -> None:
        self.gap = gap
        self.beat = beat
        self._look = look
        self._width = width
        self._parts = parts
        self._language = language
        wants = [max(setting.ink for setting in self._settings_of(part)) for part in parts]
        self._settings = [
            (left, self._settings_of(part, room))
            for part, (left, room) in zip(parts, self._columns(wants), strict=True)
        ]
        below = max(self._height(settings) for _, settings in self._settings)
        self.height = look.px(_BAR_HEIGHT_U + 8) + below

    def _settings_of(self, part: SharePart, width: float = UNLIMITED) -> list[Setting]:
        """The number, its label and perhaps a note, each within `width` or on one line."""
        look, language = self._look, self._language
        number = fit_number(look, part.figure, language=language, role="heading", width=width)
        said = [(part.label, "body")]
        if part.calculated:
            said.append(([Span(part.calculated)], "source"))
        return [
            number,
            *(
                set_text(look, spans, language=language, role=role, width=width)
                for spans, role in said
            ),
        ]

    @staticmethod
    def _height(settings: list[Setting]) -> float:
        number, *lines = settings
        return number.size.height() * _NUMBER_PITCH + sum(line.size.height() for line in lines)

    def _columns(self, wants: list[float]) -> list[tuple[float, float]]:
        """Where each part's numbers begin, and their room.

        That is at the part's left edge, or further left where they need more room than is left;
        where not all of them fit on one line, none gets less than a third.
        """
        gap = self._look.px(_COLUMN_GAP_U)
        width = self._width
        lefts: list[float] = []
        least = self._look.px(_LEAST_COLUMN_U)
        if sum(wants) + gap * len(wants) <= width + gap:
            end = width + gap
            for number, want in reversed(list(enumerate(wants))):
                edge = sum(part.share for part in self._parts[:number]) * width
                # Rounding must not leave a text a hair less than it takes.
                end = min(edge, end - want - gap - 1) if number else 0.0
                lefts.insert(0, end)
        else:
            left = 0.0
            for number, part in enumerate(self._parts):
                lefts.append(left)
                remaining = least * (len(self._parts) - number - 1)
                left += min(max(least, part.share * width), width - left - remaining)
        ends = [*lefts[1:], width + gap]
        return [(left, end - left - gap) for left, end in zip(lefts, ends, strict=True)]

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Grow the filled parts from the left."""
        look, theme = self._look, self._look.theme
        height = look.px(_BAR_HEIGHT_U)
        painter.setOpacity(min(1.0, progress * 2))
        colors = iter((theme.accent, *theme.series[1:]))
        left = 0.0
        for part in self._parts:
            whole = part.share * self._width
            rect = QRectF(x + left, y, max(0.0, whole - look.px(_BAR_GAP_U)), height)
            if part.calculated:
                painter.setBrush(theme.panel2)
                painter.setPen(QPen(theme.control_border, look.stroke(1.3)))
                painter.drawRect(rect)
            else:
                grown = QRectF(rect.x(), rect.y(), rect.width() * progress, height)
                painter.fillRect(grown, next(colors))
            left += whole
        for place, (offset, (number, *lines)) in enumerate(self._settings):
            top = y + height + look.px(8)
            number.draw(painter, x + offset, top, theme.text if place else theme.accent_text)
            top += number.size.height() * _NUMBER_PITCH
            for line, color in zip(lines, (theme.text, theme.muted), strict=False):
                line.draw(painter, x + offset, top, color)
                top += line.size.height()
        painter.setOpacity(1.0)
