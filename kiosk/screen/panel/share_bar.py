"""The share bar of a facts panel: a whole and its parts, with their numbers below.

A small whole is drawn as that many pictures of what is counted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPen

from kiosk.look.icons import draw_icon
from kiosk.look.line_breaks import UNLIMITED
from kiosk.look.typesetting import set_text
from kiosk.screen.panel.fact_blocks import fit_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter

    from kiosk.languages.figures import Figure
    from kiosk.look.look import Look
    from kiosk.look.span import Span
    from kiosk.look.typesetting import Setting

_BAR_HEIGHT_U = 55
_BAR_GAP_U = 4
_PICTOGRAM_U = 84
_PICTOGRAM_FILL = 0.8
"""Of the distance from one picture to the next."""
_COLUMN_GAP_U = 16
_LEAST_COLUMN_U = 190
_TEXT_GAP_U = 12
_NOTE_GAP_U = 14
_NUMBER_PITCH = 0.92
"""Of the height of a number's line: digits have no descenders."""


@dataclass(frozen=True)
class SharePart:
    """A part of a whole: how much of it (0 to 1), its number and its label.

    `note` says of a figure that no source states it; what is left of the whole is `outlined`.
    """

    share: float
    figure: Figure
    label: list[Span]
    note: str = ""
    outlined: bool = False


@dataclass(frozen=True)
class _PartTexts:
    """The number of a part, its label and perhaps a note, each with where it is, in pixels."""

    texts: tuple[tuple[Setting, float, float], ...]
    left: float = 0.0

    @classmethod
    def of(
        cls, part: SharePart, look: Look, language: str, room: float, *, beside: bool
    ) -> _PartTexts:
        """Set them in lines of at most `room`; the note `beside` the number or below the label."""
        number = fit_number(look, part.figure, language=language, role="heading", width=room)
        label = set_text(look, part.label, language=language, role="body", width=room)
        height = number.size.height() * _NUMBER_PITCH
        texts = [(number, 0.0, 0.0), (label, 0.0, height)]
        if part.note:
            width = UNLIMITED if beside else room
            note = set_text(look, part.note, language=language, role="source", width=width)
            if beside:
                left = number.ink + look.px(_NOTE_GAP_U)
                texts.append((note, left, number.first_baseline - note.first_baseline))
            else:
                texts.append((note, 0.0, height + label.size.height()))
        return cls(tuple(texts))

    @property
    def width(self) -> float:
        """From the left edge to where the longest line ends."""
        return max(left + setting.ink for setting, left, _ in self.texts)

    @property
    def height(self) -> float:
        """From the top of the number to the end of the last line."""
        return max(top + setting.size.height() for setting, _, top in self.texts)

    def draw(self, painter: QPainter, x: float, y: float, colors: Sequence[QColor]) -> None:
        """Draw each in its colour."""
        for (setting, left, top), color in zip(self.texts, colors, strict=False):
            setting.draw(painter, x + self.left + left, y + top, color)


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
        pictograms: tuple[str, int] | None = None,
    ) -> None:
        """`pictograms` is the icon of a small whole, and how many of it there are."""
        self.gap = gap
        self.beat = beat
        self._look = look
        self._width = width
        self._parts = parts
        self._language = language
        self._pictograms = pictograms
        self._bar_height = look.px(_BAR_HEIGHT_U)
        if pictograms is not None:
            pitch = width / pictograms[1]
            self._bar_height = min(pitch * _PICTOGRAM_FILL, look.px(_PICTOGRAM_U))
        self._texts = self._set_texts(beside=True) or self._set_texts(beside=False)
        below = max(texts.height for texts in self._texts)
        self.height = self._bar_height + look.px(_TEXT_GAP_U) + below

    def _set_texts(self, *, beside: bool) -> list[_PartTexts]:
        """The texts of each part, with their notes beside or below the numbers.

        Empty if the notes are to be beside them and there is no room for that.
        """
        look, language = self._look, self._language
        whole = [
            _PartTexts.of(part, look, language, UNLIMITED, beside=beside) for part in self._parts
        ]
        wants = [texts.width for texts in whole]
        gaps = look.px(_COLUMN_GAP_U) * (len(wants) - 1)
        if beside and sum(wants) + gaps > self._width:
            return []
        return [
            replace(_PartTexts.of(part, look, language, room, beside=beside), left=left)
            for part, (left, room) in zip(self._parts, self._columns(wants), strict=True)
        ]

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
        """Draw it; with progress the filled parts grow from the left."""
        if progress <= 0:
            return
        theme = self._look.theme
        painter.setOpacity(min(1.0, progress * 2))
        if self._pictograms is None:
            self._draw_bar(painter, x, y, progress)
        else:
            self._draw_pictograms(painter, x, y, progress, *self._pictograms)
        top = y + self._bar_height + self._look.px(_TEXT_GAP_U)
        for place, texts in enumerate(self._texts):
            color = theme.text if place else theme.accent_text
            texts.draw(painter, x, top, (color, theme.text, theme.muted))
        painter.setOpacity(1.0)

    def _draw_bar(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        look, theme = self._look, self._look.theme
        colors = iter((theme.accent, *theme.series[1:]))
        left = 0.0
        for number, part in enumerate(self._parts, 1):
            whole = part.share * self._width
            gap = look.px(_BAR_GAP_U) if number < len(self._parts) else 0.0
            rect = QRectF(x + left, y, max(0.0, whole - gap), self._bar_height)
            if part.outlined:
                painter.setBrush(theme.panel2)
                half = look.outline(1.3) / 2
                painter.setPen(QPen(theme.control_border, 2 * half))
                painter.drawRect(rect.adjusted(half, half, -half, -half))
            else:
                grown = QRectF(rect.x(), rect.y(), rect.width() * progress, rect.height())
                painter.fillRect(grown, next(colors))
            left += whole

    def _draw_pictograms(
        self, painter: QPainter, x: float, y: float, progress: float, icon: str, count: int
    ) -> None:
        look, theme = self._look, self._look.theme
        colors = iter((theme.accent, *theme.series[1:]))
        place = 0
        for part in self._parts:
            color = theme.control_border if part.outlined else next(colors)
            for _ in range(round(part.share * count)):
                if place < progress * count:
                    left = x + place * self._width / count
                    box = QRectF(left, y, self._bar_height, self._bar_height)
                    draw_icon(painter, look, f"things/{icon}", box, color)
                place += 1
