"""The share bar of a facts panel: a whole and its parts, with their numbers below.

A small whole is drawn as that many pictures of what is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPen

from kiosk.look.icons import draw_icon
from kiosk.look.line_breaks import UNLIMITED
from kiosk.look.span import Span
from kiosk.look.typesetting import set_text
from kiosk.screen.panel.fact_blocks import fit_number

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.languages.figures import Figure
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting

_BAR_HEIGHT_U = 55
_BAR_GAP_U = 4
_PICTOGRAM_U = 84
_PICTOGRAM_FILL = 0.8
"""Of the distance from one picture to the next."""
_COLUMN_GAP_U = 16
_LEAST_COLUMN_U = 190
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
        wants = [max(setting.ink for setting in self._settings_of(part)) for part in parts]
        self._settings = [
            (left, self._settings_of(part, room))
            for part, (left, room) in zip(parts, self._columns(wants), strict=True)
        ]
        below = max(self._height(settings) for _, settings in self._settings)
        self.height = self._bar_height + look.px(8) + below

    def _settings_of(self, part: SharePart, width: float = UNLIMITED) -> list[Setting]:
        """The number, its label and perhaps a note, each within `width` or on one line."""
        look, language = self._look, self._language
        number = fit_number(look, part.figure, language=language, role="heading", width=width)
        said = [(part.label, "body")]
        if part.note:
            said.append(([Span(part.note)], "source"))
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
        """Draw it; with progress the filled parts grow from the left."""
        theme = self._look.theme
        painter.setOpacity(min(1.0, progress * 2))
        if self._pictograms is None:
            self._draw_bar(painter, x, y, progress)
        else:
            self._draw_pictograms(painter, x, y, progress, *self._pictograms)
        for place, (offset, (number, *lines)) in enumerate(self._settings):
            top = y + self._bar_height + self._look.px(8)
            number.draw(painter, x + offset, top, theme.text if place else theme.accent_text)
            top += number.size.height() * _NUMBER_PITCH
            for line, color in zip(lines, (theme.text, theme.muted), strict=False):
                line.draw(painter, x + offset, top, color)
                top += line.size.height()
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
