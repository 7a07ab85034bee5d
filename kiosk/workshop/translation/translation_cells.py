"""Draws the cells of the translation view, and gives each the field in which it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kiosk.exhibit.translating.translations import State
from kiosk.languages.language import language as language_of
from kiosk.look.icons import draw_icon
from kiosk.workshop.editing.pane_style import pane_sheet, write_in
from kiosk.workshop.translation.cell_edit import CellEdit
from kiosk.workshop.translation.cell_texts import (
    ABOVE_U,
    NOTE_GAP_U,
    NOTE_INDENT_U,
    PADDING_U,
    TEXT_ROLE,
    CellTexts,
)
from kiosk.workshop.translation.translation_rows import STATE_WORDS, Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QColor, QPainter

    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.workshop.translation.translation_rows import TranslationRows

_ICON_U = 20
_BAR_U = 6
_PILL_PADDING_U = 14
_EDIT_MARGIN_PX = 8
"""The field is that much wider than the words, so that these stay where they are."""

_Index = QModelIndex | QPersistentModelIndex
_TO_CONFIRM = (State.UNCONFIRMED, State.OLDER)


@dataclass(frozen=True)
class _Mark:
    """How a state is shown: an icon, and a bar if there is something to do."""

    icon: str
    needs_work: bool = False


_MARKS: Mapping[State, _Mark] = {
    State.CURRENT: _Mark("check"),
    State.UNCONFIRMED: _Mark("info"),
    State.OLDER: _Mark("triangle-alert", needs_work=True),
    State.MISSING: _Mark("x", needs_work=True),
}


@dataclass(frozen=True)
class _Caption:
    """The small line above a text, and the icon before it."""

    words: str
    ink: QColor
    icon: str = ""


@dataclass(frozen=True)
class _Cell:
    """What is drawn, and where."""

    model: TranslationRows
    text: TranslatedText
    language: str
    area: QRectF

    @property
    def is_original(self) -> bool:
        """Whether it stands in the first column."""
        return self.language == self.model.columns[0]

    @property
    def state(self) -> State | None:
        """That of the translation; of the original only where it is missing."""
        return self.text.states.get(self.language)


class TranslationCells(QStyledItemDelegate):
    """Draws each text in the faces of its language, with its state in words.

    `written` says what somebody types in which field.
    """

    written = Signal(object, str)
    left = Signal()
    went_on = Signal(int)
    confirmed = Signal()
    grown = Signal()
    """The field has become higher or lower."""

    def __init__(self, parent: QObject, look: Look, words: Words, language: str) -> None:
        super().__init__(parent)
        self._look = look
        self._language = language
        self._edit: CellEdit | None = None
        self.is_typeset: Callable[[int], bool] = _always
        """Whether the texts of a row are ready to be drawn; others follow in a moment."""
        self.texts = CellTexts(look, words, language)
        """The texts of the cells, which know the heights of the rows."""

    @property
    def edit(self) -> CellEdit | None:
        """The field in which somebody is writing."""
        return self._edit

    def speak(self, look: Look, language: str) -> None:
        """Draw in this look, with the states in this language."""
        self._look, self._language = look, language
        self.texts.speak(look, language)

    def confirm_area(self, cell: QRectF, model: TranslationRows, index: _Index) -> QRectF:
        """Where a cell has its button to confirm; nowhere where nothing is to be confirmed."""
        found = model.text_at(index)
        if found is None or not _can_be_confirmed(*found):
            return QRectF()
        return self._pill(_Cell(model, *found, cell))

    def is_on_place(self, cell: QRectF, point: QPointF) -> bool:
        """Whether a point of a cell is on the line that says where its text stands."""
        return point.y() < cell.top() + self.texts.top

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        model: TranslationRows = index.model()  # type: ignore[assignment]
        width = option.rect.width()
        return QSize(width, self.texts.likely_height(model.rows[index.row()], model.columns, width))

    # The field.

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        model: TranslationRows = index.model()  # type: ignore[assignment]
        found = model.text_at(index)
        if found is None:
            return None  # type: ignore[return-value]
        text, language = found
        edit = CellEdit(parent, text, language)
        size = round(self._look.px(self._look.style(TEXT_ROLE).size))
        letters = f"QPlainTextEdit {{ font-size: {size}px; }}"
        edit.setStyleSheet(pane_sheet(self._look, edit.language) + letters)
        write_in(edit, language)
        name = language_of(language).name
        edit.setAccessibleName(f"{name}, {model.place_words(text)}")
        edit.setAccessibleDescription(
            str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) or "")
        )
        edit.written.connect(self._write)
        edit.left.connect(self.left)
        edit.finished.connect(self.finish)
        edit.went_on.connect(self.went_on)
        edit.confirmed.connect(self.confirmed)
        edit.document().documentLayout().documentSizeChanged.connect(self.grown)
        edit.destroyed.connect(self._forget)
        self._edit = edit
        return edit

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        model: TranslationRows = index.model()  # type: ignore[assignment]
        found = model.text_at(index)
        if isinstance(editor, CellEdit) and found is not None:
            was_empty = not editor.toPlainText()
            editor.text = found[0]
            editor.fill(found[0].words_in(found[1]), is_long=editor.has_lines)
            if was_empty:
                editor.moveCursor(editor.textCursor().MoveOperation.End)

    def setModelData(self, editor: QWidget, model: object, index: object) -> None:
        """Everything has been written while it was typed."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        cell = QRectF(option.rect)
        side = round(self._look.px(PADDING_U)) - _EDIT_MARGIN_PX
        top = round(cell.top() + self.texts.top) - _EDIT_MARGIN_PX // 2
        editor.setGeometry(
            round(cell.left()) + side, top, round(cell.width()) - 2 * side, editor.height()
        )

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.KeyPress and isinstance(editor, CellEdit):
            editor.restore()
        return super().eventFilter(editor, event)

    @property
    def needed_height(self) -> float:
        """How high a row has to be for the field in it; nothing where there is none."""
        if self._edit is None:
            return 0.0
        return self.texts.top + self._edit.height() + self._look.px(ABOVE_U)

    @Slot()
    def finish(self) -> None:
        """End writing in the field."""
        if self._edit is not None:
            self.closeEditor.emit(self._edit, QStyledItemDelegate.EndEditHint.NoHint)

    @Slot(str)
    def _write(self, words: str) -> None:
        if self._edit is not None:
            self.written.emit(self._edit, words)

    @Slot(QObject)
    def _forget(self, edit: QObject) -> None:
        if self._edit is edit:
            self._edit = None

    def forget(self) -> None:
        """The field is on its way out."""
        self._edit = None

    # How it is drawn.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model: TranslationRows = index.model()  # type: ignore[assignment]
        row = model.rows[index.row()]
        area = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(area)
        if isinstance(row, Heading):
            self._draw_heading(painter, row, area)
        elif self.is_typeset(index.row()):
            self._draw_cell(painter, _Cell(model, row, model.columns[index.column()], area))
        is_written = self._edit is not None and self._edit.geometry().intersects(option.rect)
        if state & QStyle.StateFlag.State_Selected and not is_written:
            # The field in a cell has a frame of its own.
            self._draw_selection(painter, area)
        painter.restore()

    def _draw_heading(self, painter: QPainter, row: Heading, area: QRectF) -> None:
        look = self._look
        painter.fillRect(area, look.theme.panel2)
        title = self.texts.title(row.title)
        y = area.center().y() - title.size.height() / 2
        title.draw(painter, area.left() + look.px(PADDING_U), y, look.theme.text)

    def _draw_cell(self, painter: QPainter, cell: _Cell) -> None:
        theme = self._look.theme
        area = cell.area
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.rule)
        state = cell.state
        mark = _MARKS[state] if state is not None else None
        if mark is not None and mark.needs_work:
            bar = QRectF(area.left(), area.top() + 1, self._look.px(_BAR_U), area.height() - 2)
            painter.fillRect(bar, theme.accent)
        if cell.is_original:
            caption = _Caption(cell.model.place_words(cell.text), theme.muted)
        else:
            assert state is not None
            assert mark is not None
            ink = theme.accent_text if mark.needs_work else theme.muted
            caption = _Caption(self.texts.say(STATE_WORDS[state]), ink, mark.icon)
        self._draw_caption(painter, cell, caption)
        is_edited = self._is_edited(cell)
        if is_edited:
            return
        if cell.text.words_in(cell.language):
            y = area.top() + self.texts.top
            setting = self.texts.text(cell.text, cell.language, area.width())
            setting.draw(painter, area.left() + self._look.px(PADDING_U), y, theme.text)
            self._draw_notes(painter, cell, y + setting.size.height())
        else:
            self._draw_box(painter, cell)
            self._draw_notes(painter, cell, area.top() + self.texts.top + self.texts.line)

    def _is_edited(self, cell: _Cell) -> bool:
        edit = self._edit
        return (
            edit is not None
            and edit.language == cell.language
            and edit.text.address == cell.text.address
        )

    def box(self, area: QRectF) -> QRectF:
        """The field of a missing text, which a click begins to fill."""
        side = self._look.px(PADDING_U)
        frame = area.adjusted(side, self.texts.top, -side, 0)
        frame.setHeight(self.texts.line)
        return frame

    def _draw_box(self, painter: QPainter, cell: _Cell) -> None:
        """Draw a dashed frame in place of the missing words."""
        look = self._look
        painter.setPen(QPen(look.theme.accent_text, look.stroke(1.3), Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.box(cell.area))

    def _draw_caption(self, painter: QPainter, cell: _Cell, caption: _Caption) -> None:
        """Draw the small line above a text: its state, and its length at the right."""
        look = self._look
        x, y = cell.area.left() + look.px(PADDING_U), cell.area.top() + look.px(ABOVE_U)
        height = self.texts.caption_height
        right = cell.area.right() - look.px(PADDING_U)
        words = cell.text.words_in(cell.language)
        if words:
            length = self._length(cell)
            right -= length.ink
            is_long = self.texts.is_too_long(str(cell.text.location[-1]), words, cell.language)
            ink = look.theme.accent_text if is_long else look.theme.muted
            length.draw(painter, right, y, ink)
            right -= look.px(PADDING_U) / 2
        if _can_be_confirmed(cell.text, cell.language) and not cell.is_original:
            pill = self._pill(cell)
            self._draw_pill(painter, pill)
            right = pill.left() - look.px(PADDING_U) / 2
        if caption.icon:
            side = look.px(_ICON_U)
            square = QRectF(x, y + (height - side) / 2, side, side)
            draw_icon(painter, look, caption.icon, square, caption.ink)
            x += side + look.px(8)
        self.texts.caption(caption.words, right - x).draw(painter, x, y, caption.ink)

    def _pill(self, cell: _Cell) -> QRectF:
        """The button that confirms a cell: beside its length, with words where these fit."""
        look = self._look
        right = cell.area.right() - look.px(PADDING_U) * 1.5 - self._length(cell).ink
        height = self._pill_height
        width = self.texts.small(self.texts.say("confirm")).ink + 2 * look.px(_PILL_PADDING_U)
        if right - width < self._end_of_state(cell):
            width = height
        y = cell.area.top() + look.px(ABOVE_U) - look.px(4)
        return QRectF(right - width, y, width, height)

    @property
    def _pill_height(self) -> float:
        return self.texts.caption_height + self._look.px(8)

    def _length(self, cell: _Cell) -> Setting:
        """How long a text is; in numbers alone where else nothing else had room beside it."""
        key, words = str(cell.text.location[-1]), cell.text.words_in(cell.language)
        length = self.texts.length(key, words, cell.language)
        left = cell.area.right() - self._look.px(PADDING_U) * 1.5 - length.ink
        if cell.is_original:
            place = self.texts.small(cell.model.place_words(cell.text)).ink
            has_room = left >= cell.area.left() + self._look.px(PADDING_U) + place
        else:
            has_room = left - self._pill_height >= self._end_of_state(cell)
        if has_room:
            return length
        return self.texts.length(key, words, cell.language, is_short=True)

    def _end_of_state(self, cell: _Cell) -> float:
        """How far the words reach that say how far a translation is."""
        look = self._look
        words = self.texts.say(STATE_WORDS[cell.state or State.CURRENT])
        left = cell.area.left() + look.px(PADDING_U * 1.5 + _ICON_U + 8)
        return left + self.texts.small(words).ink

    def _draw_pill(self, painter: QPainter, pill: QRectF) -> None:
        look = self._look
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.theme.accent_text, look.stroke(1.3)))
        painter.setBrush(look.theme.control)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        ink = look.theme.accent_text
        if pill.width() == pill.height():
            side = look.px(_ICON_U)
            middle = QPointF(side / 2, side / 2)
            square = QRectF(pill.center() - middle, pill.center() + middle)
            draw_icon(painter, look, "check", square, ink)
            return
        words = self.texts.small(self.texts.say("confirm"))
        x = pill.left() + look.px(_PILL_PADDING_U)
        words.draw(painter, x, pill.center().y() - words.size.height() / 2, ink)

    def _draw_notes(self, painter: QPainter, cell: _Cell, y: float) -> None:
        """Draw what the check says of the text, below it."""
        look = self._look
        messages = cell.model.texts.messages(cell.text, cell.language)
        x = cell.area.left() + look.px(PADDING_U)
        for note in self.texts.notes(messages, cell.area.width()):
            y += look.px(NOTE_GAP_U)
            side = look.px(_ICON_U)
            square = QRectF(x, y + (self.texts.caption_height - side) / 2, side, side)
            draw_icon(painter, look, "triangle-alert", square, look.theme.accent_text)
            note.draw(painter, x + look.px(NOTE_INDENT_U), y, look.theme.accent_text)
            y += note.size.height()

    def _draw_selection(self, painter: QPainter, cell: QRectF) -> None:
        width = self._look.stroke(3)
        painter.setPen(QPen(self._look.theme.pearl, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2 + 1
        painter.drawRect(cell.adjusted(half, half, -half, -half))


def _can_be_confirmed(text: TranslatedText, language: str) -> bool:
    return text.states.get(language) in _TO_CONFIRM and text.can_be_confirmed(language)


def _always(row: int) -> bool:
    return True
