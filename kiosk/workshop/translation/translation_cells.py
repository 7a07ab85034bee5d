"""Draws the cells of the translation view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from kiosk.exhibit.translating.translations import State
from kiosk.look.icons import draw_icon
from kiosk.workshop.translation.cell_texts import ABOVE_U, PADDING_U, TEXT_ROLE, CellTexts
from kiosk.workshop.translation.translation_rows import Heading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.workshop.translation.translation_rows import TranslationRows

_ICON_U = 20
_BAR_U = 6


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


@dataclass(frozen=True)
class _Caption:
    """The small line above a text, and the icon before it."""

    words: str
    ink: QColor
    icon: str = ""


class TranslationCells(QStyledItemDelegate):
    """Draws each text in the faces of its language, with its state in words."""

    def __init__(self, parent: QObject, look: Look, words: Words, language: str) -> None:
        super().__init__(parent)
        self._look = look
        self.texts = CellTexts(look, words, language)
        """The texts of the cells, which know the heights of the rows."""

    def speak(self, look: Look, language: str) -> None:
        """Draw in this look, with the states in this language."""
        self._look = look
        self.texts.speak(look, language)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        model: TranslationRows = index.model()  # type: ignore[assignment]
        width = option.rect.width()
        return QSize(width, self.texts.likely_height(model.rows[index.row()], model.columns, width))

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
        title = self.texts.title(row.title or row.file)
        y = cell.center().y() - title.size.height() / 2
        title.draw(painter, x, y, look.theme.text)
        if row.title:
            file = self.texts.file_name(row.file)
            x += title.ink + look.px(PADDING_U)
            file.draw(painter, x, cell.center().y() - file.size.height() / 2, look.theme.muted)

    def _draw_original(self, painter: QPainter, row: TranslatedText, cell: QRectF) -> None:
        look = self._look
        self._draw_rule(painter, cell)
        path = f"{row.line}  {row.address.path}"
        if row.original_words:
            caption = _Caption(path, look.theme.muted)
            self._draw_caption(painter, row, row.original, cell, caption)
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
        caption = _Caption(self.texts.say(mark.words), ink, mark.icon)
        self._draw_caption(painter, row, language, cell, caption)
        self._draw_text(painter, row, language, cell)

    def _draw_missing(
        self, painter: QPainter, row: TranslatedText, language: str, cell: QRectF
    ) -> None:
        """Draw a dashed frame in place of the missing words."""
        look, mark = self._look, _MARKS[State.MISSING]
        self._draw_bar(painter, cell)
        caption = _Caption(self.texts.say(mark.words), look.theme.accent_text, mark.icon)
        self._draw_caption(painter, row, language, cell, caption)
        pen = QPen(look.theme.accent_text, look.stroke(1.3), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = cell.adjusted(look.px(PADDING_U), self.texts.top, -look.px(PADDING_U), 0)
        style = look.style(TEXT_ROLE)
        frame.setHeight(look.px(style.size) * style.line_height)
        painter.drawRect(frame)

    def _draw_caption(
        self,
        painter: QPainter,
        row: TranslatedText,
        language: str,
        cell: QRectF,
        caption: _Caption,
    ) -> None:
        """Draw the small line above a text: its state, and its length at the right."""
        look = self._look
        x, y = cell.left() + look.px(PADDING_U), cell.top() + look.px(ABOVE_U)
        height = self.texts.caption_height
        right = cell.right() - look.px(PADDING_U)
        if row.words_in(language):
            length = self.texts.length(row.words_in(language), language)
            right -= length.ink
            length.draw(painter, right, y, look.theme.muted)
            right -= look.px(PADDING_U) / 2
        if caption.icon:
            side = look.px(_ICON_U)
            square = QRectF(x, y + (height - side) / 2, side, side)
            draw_icon(painter, look, caption.icon, square, caption.ink)
            x += side + look.px(8)
        self.texts.caption(caption.words, right - x).draw(painter, x, y, caption.ink)

    def _draw_text(
        self, painter: QPainter, row: TranslatedText, language: str, cell: QRectF
    ) -> None:
        setting = self.texts.text(row, language, cell.width())
        x = cell.left() + self._look.px(PADDING_U)
        setting.draw(painter, x, cell.top() + self.texts.top, self._look.theme.text)

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
