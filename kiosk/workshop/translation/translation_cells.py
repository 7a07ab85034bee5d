"""Draws the cells of the translation view, and knows their heights."""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from kiosk.exhibit.rules.story_rules import words_in
from kiosk.exhibit.translating.translations import State
from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.workshop.translation.translation_rows import Heading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.workshop.translation.translation_rows import Row, TranslationRows

TEXT_ROLE = "source"
PADDING_U = 22
_CAPTION_SCALE = 0.9
_ABOVE_U, _BETWEEN_U, _BELOW_U = 16, 8, 18
_ICON_U = 20
_BAR_U = 6
_HEADING_U = 76
_LETTERS_SHOWN = 1500
"""The most characters of a text that are shown, so that no cell is higher than two windows."""

_ONE_LINE = 1e6
_SETTINGS_KEPT = 1000
_HAN = re.compile("[\u2e80-\u9fff\uf900-\uffef]")
_LATIN_EM = 0.53
"""The average width of a Latin letter, in em."""


@dataclass(frozen=True)
class _Mark:
    """How a state is shown: an icon, words, and a bar if there is something to do."""

    icon: str
    words: str
    needs_work: bool = False


_MARKS: Mapping[State, _Mark] = {
    State.CURRENT: _Mark("check", "translation_current"),
    State.UNCONFIRMED: _Mark("info", "translation_unconfirmed"),
    State.OLDER: _Mark("triangle-alert", "translation_older", needs_work=True),
    State.MISSING: _Mark("x", "translation_missing", needs_work=True),
}


class TranslationCells(QStyledItemDelegate):
    """Typesets each text in the faces of its language, with its state in words."""

    def __init__(self, parent: QObject, look: Look, words: Words, language: str) -> None:
        super().__init__(parent)
        self._look, self._words, self._language = look, words, language
        self._settings: OrderedDict[tuple[str, str, float, float], Setting] = OrderedDict()

    def speak(self, look: Look, language: str) -> None:
        """Draw in this look, with the states in this language."""
        self._look, self._language = look, language
        self._settings.clear()

    def likely_height(self, row: Row, columns: tuple[str, ...], width: float) -> int:
        """A cheap estimate of the height of a row, from the number of letters."""
        if isinstance(row, Heading):
            return round(self._look.px(_HEADING_U))
        style = self._look.style(TEXT_ROLE)
        inner = max(1.0, width - 2 * self._look.px(PADDING_U))
        heights = []
        for language in columns:
            words = row.words_in(language)[:_LETTERS_SHOWN]
            han = len(_HAN.findall(words))
            ems = han + (len(words) - han) * _LATIN_EM
            lines = math.ceil(ems * self._look.px(style.size) * 1.04 / inner) + words.count("\n")
            pitch = style.han_line_height if han else style.line_height
            heights.append(max(1, lines) * pitch * self._look.px(style.size))
        return round(max(heights) + self._around())

    def height(self, row: Row, columns: tuple[str, ...], width: float) -> int:
        """The height of a row, from typesetting its texts."""
        if isinstance(row, Heading):
            return round(self._look.px(_HEADING_U))
        texts = (self._text(row, language, width) for language in columns)
        return round(max(setting.size.height() for setting in texts) + self._around())

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        model: TranslationRows = index.model()  # type: ignore[assignment]
        width = option.rect.width()
        return QSize(width, self.likely_height(model.rows[index.row()], model.columns, width))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model: TranslationRows = index.model()  # type: ignore[assignment]
        row = model.rows[index.row()]
        cell = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(cell)
        if isinstance(row, Heading):
            self._draw_heading(painter, row, cell)
        elif index.column() == 0:
            self._draw_original(painter, row, cell)
        else:
            self._draw_translation(painter, row, model.columns[index.column()], cell)
        if state & QStyle.StateFlag.State_Selected:
            self._draw_selection(painter, cell)
        painter.restore()

    def _draw_heading(self, painter: QPainter, row: Heading, cell: QRectF) -> None:
        look = self._look
        painter.fillRect(cell, look.theme.panel2)
        x = cell.left() + look.px(PADDING_U)
        title = self._set(row.title or row.file, "en", _ONE_LINE, role="lead")
        y = cell.center().y() - title.size.height() / 2
        title.draw(painter, x, y, look.theme.text)
        if row.title:
            file = self._set(row.file, "en", _ONE_LINE, scale=_CAPTION_SCALE)
            x += title.ink + look.px(PADDING_U)
            file.draw(painter, x, cell.center().y() - file.size.height() / 2, look.theme.muted)

    def _draw_original(self, painter: QPainter, row: TranslatedText, cell: QRectF) -> None:
        look = self._look
        self._draw_rule(painter, cell)
        path = f"{row.line}  {row.address.path}"
        if row.original_words:
            self._draw_caption(painter, row, row.original, cell, path, "", look.theme.muted)
            self._draw_text(painter, row, row.original, cell)
        else:
            self._draw_missing(painter, row, row.original, cell)

    def _draw_translation(
        self, painter: QPainter, row: TranslatedText, language: str, cell: QRectF
    ) -> None:
        look = self._look
        self._draw_rule(painter, cell)
        state = row.states[language]
        if state is State.MISSING:
            self._draw_missing(painter, row, language, cell)
            return
        mark = _MARKS[state]
        ink = look.theme.accent_text if mark.needs_work else look.theme.muted
        if mark.needs_work:
            self._draw_bar(painter, cell)
        words = self._words.say(mark.words, self._language)
        self._draw_caption(painter, row, language, cell, words, mark.icon, ink)
        self._draw_text(painter, row, language, cell)

    def _draw_missing(
        self, painter: QPainter, row: TranslatedText, language: str, cell: QRectF
    ) -> None:
        """Draw a dashed frame in place of the missing words."""
        look, mark = self._look, _MARKS[State.MISSING]
        self._draw_bar(painter, cell)
        words = self._words.say(mark.words, self._language)
        self._draw_caption(painter, row, language, cell, words, mark.icon, look.theme.accent_text)
        pen = QPen(look.theme.accent_text, look.stroke(1.3), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = cell.adjusted(look.px(PADDING_U), self._top(), -look.px(PADDING_U), 0)
        style = look.style(TEXT_ROLE)
        frame.setHeight(look.px(style.size) * style.line_height)
        painter.drawRect(frame)

    def _draw_caption(
        self,
        painter: QPainter,
        row: TranslatedText,
        language: str,
        cell: QRectF,
        words: str,
        icon: str,
        ink: QColor,
    ) -> None:
        """Draw the small line above a text: its state, and its length at the right."""
        look = self._look
        x, y = cell.left() + look.px(PADDING_U), cell.top() + look.px(_ABOVE_U)
        height = self._caption_height()
        right = cell.right() - look.px(PADDING_U)
        if row.words_in(language):
            said = self._counted(row.words_in(language), language)
            counted = self._set(said, self._language, _ONE_LINE, scale=_CAPTION_SCALE)
            right -= counted.ink
            counted.draw(painter, right, y, look.theme.muted)
            right -= look.px(PADDING_U) / 2
        if icon:
            side = look.px(_ICON_U)
            square = QRectF(x, y + (height - side) / 2, side, side)
            draw_icon(painter, look, icon, square, ink)
            x += side + look.px(8)
        caption = self._fitting(words, right - x)
        caption.draw(painter, x, y, ink)

    def _counted(self, words: str, language: str) -> str:
        """The length of a text, in characters if it is Chinese, else in words."""
        if language.startswith("zh"):
            count = sum(map(str.isalnum, words))
            return self._words.say("character_count", self._language, count=str(count))
        return self._words.say("word_count", self._language, count=str(words_in(words)))

    def _fitting(self, words: str, width: float) -> Setting:
        """A caption that fits the width; of a long path the beginning is left out."""
        caption = self._set(words, self._language, _ONE_LINE, scale=_CAPTION_SCALE)
        while caption.ink > width and "/" in words:
            words = words.split("/", 1)[1]
            caption = self._set(f"…/{words}", self._language, _ONE_LINE, scale=_CAPTION_SCALE)
        return caption

    def _draw_text(
        self, painter: QPainter, row: TranslatedText, language: str, cell: QRectF
    ) -> None:
        setting = self._text(row, language, cell.width())
        x = cell.left() + self._look.px(PADDING_U)
        setting.draw(painter, x, cell.top() + self._top(), self._look.theme.text)

    def _draw_bar(self, painter: QPainter, cell: QRectF) -> None:
        bar = QRectF(cell.left(), cell.top() + 1, self._look.px(_BAR_U), cell.height() - 2)
        painter.fillRect(bar, self._look.theme.accent)

    def _draw_rule(self, painter: QPainter, cell: QRectF) -> None:
        painter.fillRect(
            QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), self._look.theme.rule
        )

    def _draw_selection(self, painter: QPainter, cell: QRectF) -> None:
        width = self._look.stroke(3)
        painter.setPen(QPen(self._look.theme.pearl, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2 + 1
        painter.drawRect(cell.adjusted(half, half, -half, -half))

    def _caption_height(self) -> float:
        style = self._look.style(TEXT_ROLE)
        return self._look.px(style.size) * style.line_height * _CAPTION_SCALE

    def _top(self) -> float:
        """The distance from the top of a cell to its text."""
        return self._look.px(_ABOVE_U + _BETWEEN_U) + self._caption_height()

    def _around(self) -> float:
        return self._top() + self._look.px(_BELOW_U)

    def _text(self, row: TranslatedText, language: str, width: float) -> Setting:
        words = row.words_in(language)
        if len(words) > _LETTERS_SHOWN:
            words = f"{words[: _LETTERS_SHOWN - 1]}…"
        inner = max(1.0, width - 2 * self._look.px(PADDING_U))
        return self._set(words.replace("\n", "\u2028"), language, inner)

    def _set(
        self,
        words: str,
        language: str,
        width: float,
        *,
        role: str = TEXT_ROLE,
        scale: float = 1.0,
    ) -> Setting:
        """Typeset a text, or take it from a cache, since scrolling draws the same ones again."""
        key = (f"{role} {words}", language, width, scale)
        if key in self._settings:
            self._settings.move_to_end(key)
            return self._settings[key]
        setting = set_text(
            self._look, words, language=language, role=role, width=width, scale=scale
        )
        self._settings[key] = setting
        while len(self._settings) > _SETTINGS_KEPT:
            self._settings.popitem(last=False)
        return setting
