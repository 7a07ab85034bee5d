"""Shows what has come back from translators before any of it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from kiosk.exhibit.editing.text_places import BETWEEN
from kiosk.exhibit.exchanging.comparing import Verdict
from kiosk.languages.language import language as language_of
from kiosk.text.phrase import Phrase, said
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet, write_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from kiosk.exhibit.exchanging.comparing import ComparedText, Comparison
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.translation.surveyed_texts import SurveyedTexts

_COLUMNS = ("place", "original", "now", "new", "remark")
_SHARE_OF_WINDOW = 0.9
_TICK_PX, _PADDING_PX, _LEAST_PX, _HIGHEST_PX = 26, 14, 40, 10_000
_TICKS = """
QTreeView::indicator {{ width: 12px; height: 12px; border: 1px solid {edge}; }}
QTreeView::indicator:checked {{ background: {tick}; }}
QTreeView::indicator:indeterminate {{ background: {edge}; }}
"""
"""Else the boxes can't be seen on every ground."""
_LETTERS_SHOWN = 300
"""Of a longer text the tooltip has the rest."""
_COMPARED = Qt.ItemDataRole.UserRole
_HEADS: Mapping[Verdict, str] = {
    Verdict.SOUND: "exchange_sound",
    Verdict.DOUBTFUL: "exchange_doubtful",
    Verdict.REFUSED: "exchange_refused",
}


class WrappedCells(QStyledItemDelegate):
    """Cells as high as their words need in the width of their column."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        # Another width needs other heights.
        tree.header().sectionResized.connect(tree.scheduleDelayedItemsLayout)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        column = index.column()
        indent = 0
        if column == 0:
            depth = 2 if index.parent().isValid() else 1
            indent = self._tree.indentation() * depth + _TICK_PX
        room = max(_LEAST_PX, self._tree.columnWidth(column) - indent - _PADDING_PX)
        words = str(index.data() or "")
        flags = Qt.TextFlag.TextWordWrap.value
        metrics = self._tree.fontMetrics()
        area = metrics.boundingRect(QRect(0, 0, room, _HIGHEST_PX), flags, words)
        is_head = not index.parent().isValid()
        return QSize(hint.width(), hint.height() if is_head else area.height() + _PADDING_PX)


class ImportDialog(QDialog):
    """Lists every text that says something else; `taken` are those with a tick."""

    taken = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        style: InterfaceStyle,
        name: str,
        comparison: Comparison,
        texts: SurveyedTexts,
    ) -> None:
        """`name` is that of the file; `texts` know where each stands."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._style, self._texts = style, texts
        self.setObjectName("pane")
        self.setFont(pane_font(style.look, style.language))
        theme = style.look.theme
        ticks = _TICKS.format(edge=theme.text2.name(), tick=theme.text.name())
        self.setStyleSheet(pane_sheet(style.look, style.language) + ticks)
        title = style.say("exchange_in", file=name)
        self.setWindowTitle(title)
        window = parent.window().size()
        self.resize(
            round(window.width() * _SHARE_OF_WINDOW), round(window.height() * _SHARE_OF_WINDOW)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(8)
        unchanged = style.say("exchange_unchanged", count=str(comparison.unchanged))
        language = language_of(comparison.language).name
        for words, object_name in ((title, "title"), (f"{language} · {unchanged}", "note")):
            label = QLabel(words, self)
            label.setObjectName(object_name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            write_in(label, style.language)
            layout.addWidget(label)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(title)
        self.tree.setWordWrap(True)
        self.tree.setItemDelegate(WrappedCells(self.tree))
        self.tree.setColumnCount(len(_COLUMNS))
        self.tree.setHeaderLabels([style.say(f"exchange_{column}") for column in _COLUMNS])
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._fill(comparison)
        layout.addWidget(self.tree, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        cancel = QPushButton(style.say("edit_cancel"), self)
        self.take = QPushButton(self)
        self.take.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)
        below.addWidget(cancel)
        below.addWidget(self.take)
        layout.addLayout(below)
        for widget in (self.tree, self.tree.header(), cancel, self.take):
            write_in(widget, style.language)
        self.tree.itemChanged.connect(self._count)
        self._count()

    def _fill(self, comparison: Comparison) -> None:
        for verdict, word in _HEADS.items():
            compared = comparison.of(verdict)
            if not compared:
                continue
            head = QTreeWidgetItem([self._style.say(word, count=str(len(compared)))])
            self.tree.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
            if verdict is not Verdict.REFUSED:
                head.setFlags(head.flags() | Qt.ItemFlag.ItemIsAutoTristate)
                head.setFlags(head.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            for each in compared:
                head.addChild(self._item(each))
            head.setExpanded(True)

    def _item(self, compared: ComparedText) -> QTreeWidgetItem:
        text, own = compared.text, self._style.language
        place = said(compared.returned.at, own) if text is None else ""
        if text is not None:
            heading = self._texts.headings.get(text.file)
            around = heading.title if heading is not None else ""
            place = BETWEEN.join(filter(None, (around, *self._texts.place(text))))
        remarks = [said(compared.reason, own)] if compared.reason else []
        if compared.confirms:
            remarks.append(said(Phrase("confirmed"), own))
        original = "" if text is None else text.original_words
        cells = [place, original, compared.before, compared.words, "; ".join(remarks)]
        item = QTreeWidgetItem([_shown(words) for words in cells])
        for column, words in enumerate(cells):
            item.setToolTip(column, words)
        if compared.verdict is not Verdict.REFUSED:
            is_sound = compared.verdict is Verdict.SOUND
            item.setCheckState(0, Qt.CheckState.Checked if is_sound else Qt.CheckState.Unchecked)
        item.setData(0, _COMPARED, compared)
        return item

    def chosen(self) -> list[ComparedText]:
        """The texts with a tick."""
        found = []
        for number in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(number)
            for place in range(head.childCount() if head is not None else 0):
                item = None if head is None else head.child(place)
                if item is None:
                    continue
                compared: ComparedText = item.data(0, _COMPARED)
                is_taken = item.checkState(0) is Qt.CheckState.Checked
                if is_taken and compared.verdict is not Verdict.REFUSED:
                    found.append(compared)
        return found

    @Slot()
    def _count(self) -> None:
        count = len(self.chosen())
        self.take.setText(self._style.say("exchange_take", count=str(count)))
        self.take.setEnabled(count > 0)

    @Slot()
    def _take(self) -> None:
        chosen = self.chosen()
        self.accept()
        self.taken.emit(chosen)


def _shown(words: str) -> str:
    return words if len(words) <= _LETTERS_SHOWN else f"{words[: _LETTERS_SHOWN - 1]}…"
