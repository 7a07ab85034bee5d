"""The table of the keypad's test: a cell for each meaning, with its words and its keys."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, letters_are_taken, set_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kiosk.look.interface_style import InterfaceStyle

_GAP_U = 10
_PADDING_U = (18, 8)
_SIGN_U = 28
_RADIUS_U = 12
_WIDE, _UPRIGHT = (3, 4, 2), (2, 3)
"""How many columns are tried, in this order."""
_HIGHEST = 1.4
"""A cell is at most so much higher than its texts need."""
_TOLERANCE = 0.5
_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
"""Where a visitor has chosen large text, the table gives way, for all of it is to be seen."""
_MOST_KEYS = 6
"""So many of a meaning's keys are named, and how many more there are."""


class KeyCell(NamedTuple):
    """One meaning, in its place."""

    meaning: str
    box: QRectF
    words: Setting
    keys: Setting


class KeypadCells:
    """All meanings of the settings' table, from top to bottom, column by column."""

    def __init__(
        self,
        style: InterfaceStyle,
        keys: Mapping[str, Sequence[str]],
        body: QRectF,
        *,
        upright: bool,
    ) -> None:
        self._style = style
        self._body = body
        self._texts = {
            meaning: (
                (style.say(f"keypad_{meaning}"), style.language),
                (_named(names), "en") if names else (style.say("keypad_keyless"), style.language),
            )
            for meaning, names in keys.items()
        }
        self._whole = [tuple(map(self._set, pair)) for pair in self._texts.values()]
        tries = [
            (scale, columns)
            for scale in _SCALES
            for columns in (_UPRIGHT if upright else _WIDE)
            if self._needed(scale, columns) <= body.height()
        ]
        self.cells: tuple[KeyCell, ...] = ()
        for scale, columns in tries or [(_SCALES[-1], _WIDE[0])]:
            self.cells = self._in_columns(scale, columns)
            if max(each.box.bottom() for each in self.cells) <= body.bottom() + _TOLERANCE:
                break
        self._picture: QPixmap | None = None
        self._pictured: frozenset[str] = frozenset()

    def forget(self) -> None:
        """Keep no picture of the table while nobody sees it."""
        self._picture = None

    def area_of(self, meaning: str) -> QRect:
        """What has to be painted anew when it is lit."""
        return self._with_rim(next(each.box for each in self.cells if each.meaning == meaning))

    def _with_rim(self, area: QRectF) -> QRect:
        """The area, and half of an outline that is beyond it."""
        rim = math.ceil(self._style.look.outline(1.3))
        return area.toAlignedRect().adjusted(-rim, -rim, rim, rim)

    def draw(self, painter: QPainter, lit: frozenset[str]) -> None:
        """Draw the table, of which only the cells that have changed are painted anew."""
        if letters_are_taken():
            self._paint(painter, self.cells, lit)
            return
        area = self._with_rim(self._body)
        if self._picture is None:
            ratio = painter.device().devicePixelRatio()
            self._picture = QPixmap(area.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            changed = self.cells
        else:
            other = lit ^ self._pictured
            changed = tuple(each for each in self.cells if each.meaning in other)
        if changed:
            own = QPainter(self._picture)
            own.setRenderHint(QPainter.RenderHint.Antialiasing)
            own.translate(-area.topLeft())
            self._paint(own, changed, lit)
            own.end()
            self._pictured = lit
        painter.drawPixmap(area.topLeft(), self._picture)

    def _paint(self, painter: QPainter, cells: Iterable[KeyCell], lit: frozenset[str]) -> None:
        """Draw these cells; what is lit has a sign too, for those who see no colour."""
        look = self._style.look
        theme = look.theme
        x, sign, radius = look.px(_PADDING_U[0]), look.px(_SIGN_U), look.px(_RADIUS_U)
        for cell in cells:
            is_lit = cell.meaning in lit
            painter.setPen(QPen(theme.control_border, look.outline(1.3)))
            painter.setBrush(theme.pearl if is_lit else theme.panel)
            painter.drawRoundedRect(cell.box, radius, radius)
            text = cell.words.size.height() + cell.keys.size.height()
            y = cell.box.center().y() - text / 2
            left = cell.box.x() + x
            ink, quiet = (theme.pearl_ink,) * 2 if is_lit else (theme.text, theme.text2)
            cell.words.draw(painter, left, y, ink)
            cell.keys.draw(painter, left, y + cell.words.size.height(), quiet)
            if is_lit:
                middle = cell.box.center().y() - sign / 2
                square = QRectF(cell.box.right() - x - sign, middle, sign, sign)
                draw_icon(painter, look, "check", square, ink)

    def _set(
        self, written: tuple[str, str], width: float = math.inf, scale: float = 1.0
    ) -> Setting:
        text, language = written
        look = self._style.look
        if math.isinf(width):
            return set_text(look, text, language=language, role="control")
        return set_text(look, text, language=language, role="control", width=width, scale=scale)

    def _room(self, columns: int) -> float:
        """How wide a text of a cell may be."""
        px = self._style.look.px
        return self._width(columns) - px(2 * _PADDING_U[0] + _SIGN_U + _GAP_U)

    def _width(self, columns: int) -> float:
        gaps = (columns - 1) * self._style.look.px(_GAP_U)
        return (self._body.width() - gaps) / columns

    def _needed(self, scale: float, columns: int) -> float:
        """How high the table would be, as far as that can be told without breaking lines."""
        room = self._room(columns)
        cell = 0.0
        for pair in self._whole:
            lines = [(math.ceil(each.ink * scale / room), each.size.height()) for each in pair]
            cell = max(cell, sum(count * pitch * scale for count, pitch in lines))
        px = self._style.look.px
        rows = math.ceil(len(self._whole) / columns)
        return rows * (cell + 2 * px(_PADDING_U[1])) + (rows - 1) * px(_GAP_U)

    def _in_columns(self, scale: float, columns: int) -> tuple[KeyCell, ...]:
        """All cells in so many columns, as high as the highest needs."""
        look, body = self._style.look, self._body
        gap, y = look.px(_GAP_U), look.px(_PADDING_U[1])
        rows = math.ceil(len(self._texts) / columns)
        width, room = self._width(columns), self._room(columns)
        texts = [
            [self._set(written, room, scale) for written in pair] for pair in self._texts.values()
        ]
        height = max(each.size.height() + other.size.height() for each, other in texts) + 2 * y
        share = (body.height() - (rows - 1) * gap) / rows
        height = max(height, min(height * _HIGHEST, share))
        return tuple(
            KeyCell(meaning, _placed(number, rows, body, width, height, gap), *texts[number])
            for number, meaning in enumerate(self._texts)
        )


def _placed(
    number: int, rows: int, body: QRectF, width: float, height: float, gap: float
) -> QRectF:
    column, row = divmod(number, rows)
    x, y = body.x() + column * (width + gap), body.y() + row * (height + gap)
    return QRectF(x, y, width, height)


def _named(names: Sequence[str]) -> str:
    more = len(names) - _MOST_KEYS
    named = ", ".join(names[:_MOST_KEYS])
    return f"{named} +{more}" if more > 0 else named
