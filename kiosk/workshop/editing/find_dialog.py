"""Asks what is looked for in the whole exhibit, lists where it stands, and what would stand there
instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from kiosk.exhibit.editing.found_words import MOST, FoundWords, instead_of
from kiosk.workshop.editing.desk_dialog import MARGINS_PX, DeskDialog
from kiosk.workshop.editing.desk_inks import held_ground
from kiosk.workshop.editing.pane_style import pane_font
from kiosk.workshop.editing.place_words import excerpt_of, language_names, place_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.yaml_source import Node

_WIDTH, _HEIGHT = 620, 640
_ASKS_AFTER_MS = 180
_NUMBER = Qt.ItemDataRole.UserRole
_HEARD = Qt.ItemDataRole.AccessibleTextRole


class FindDialog(DeskDialog):
    """Stays open beside what it has led to."""

    wanted = Signal(str)
    """What is looked for is something else now."""
    chosen = Signal(object)
    """One of the `FoundWords` is to be shown."""
    replaced = Signal(object, str, str)
    """At these places what was looked for is to be something else."""

    def __init__(self, parent: QWidget, style: InterfaceStyle) -> None:
        super().__init__(parent, style, style.say("find_title"))
        self._style = style
        self._found: tuple[FoundWords, ...] = ()
        self._roots: Mapping[str, Node] = {}
        self._left_out: set[int] = set()
        self.resize(_WIDTH, _HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS_PX)
        layout.setSpacing(6)
        self.words = self._line("find_words", layout)
        self.instead = self._line("find_instead", layout)
        self.count = QLabel(self)
        self.count.setObjectName("note")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        layout.addWidget(self.count)
        self.list = QTreeWidget(self)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        theme = style.look.theme
        # Upon the colours of other selections no mark of a box can be seen.
        self.list.setStyleSheet(
            f"QTreeView::item:selected {{ background: {held_ground(theme).name()};"
            f" color: {theme.text.name()}; padding: 5px 2px; }}"
        )
        self.list.setAccessibleName(style.say("find_places"))
        layout.addWidget(self.list, 1)
        below = QHBoxLayout()
        self.replace = QPushButton(self)
        self.show_it = QPushButton(style.say("said_show"), self)
        self.close_it = QPushButton(style.say("find_close"), self)
        for button in (self.replace, self.show_it, self.close_it):
            button.setAutoDefault(False)
        below.addWidget(self.replace)
        below.addStretch(1)
        below.addWidget(self.show_it)
        below.addWidget(self.close_it)
        layout.addLayout(below)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_ASKS_AFTER_MS)
        self._asking.timeout.connect(self._ask)
        self.words.textChanged.connect(self._wait)
        self.instead.textChanged.connect(self._fill)
        self.words.installEventFilter(self)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.list.itemChanged.connect(self._take_mark)
        self.show_it.clicked.connect(self._choose_current)
        self.replace.clicked.connect(self._replace)
        self.close_it.clicked.connect(self.close)
        self._fill()

    def _line(self, word: str, layout: QVBoxLayout) -> QLineEdit:
        label = QLabel(self._style.say(word), self)
        label.setObjectName("key")
        line = QLineEdit(self)
        line.setClearButtonEnabled(True)
        line.setFont(pane_font(self._style.look, self._style.language))
        line.setAccessibleName(label.text())
        label.setBuddy(line)
        layout.addWidget(label)
        layout.addWidget(line)
        return line

    def begin(self) -> None:
        """Come to the front, ready for other words."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.words.setFocus()
        self.words.selectAll()

    def show_found(self, found: Sequence[FoundWords], roots: Mapping[str, Node]) -> None:
        """List the places; the files are those in which they were found."""
        if tuple(found) != self._found:
            self._left_out.clear()
        self._found, self._roots = tuple(found), roots
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # From the words straight into the list, as search lines do.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in keys and self.list.topLevelItemCount():
                self.list.setFocus()
                if event.key() != Qt.Key.Key_Down:
                    self._choose_current()
                return True
        return False

    @Slot()
    def _wait(self) -> None:
        self._asking.start()

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit(self.words.text())

    def _offers(self, found: FoundWords) -> str | None:
        """What would stand in its place; None without new words, or where nothing can."""
        new = self.instead.text()
        return instead_of(found, self.words.text().strip(), new) if new else None

    @Slot()
    def _fill(self) -> None:
        current = self._current()
        self.list.blockSignals(True)
        self.list.clear()
        for number, each in enumerate(self._found):
            self.list.addTopLevelItem(self._item(number, each))
        chosen = self.list.topLevelItem(min(max(0, current), len(self._found) - 1))
        if chosen is not None:
            self.list.setCurrentItem(chosen)
        self.list.blockSignals(False)
        self._count()

    def _item(self, number: int, found: FoundWords) -> QTreeWidgetItem:
        place = place_words(self._style, self._roots, found.file, found.location)
        languages = language_names([found.language])
        if languages:
            place = self._style.say("said_in", place=place, languages=languages)
        words = excerpt_of(found.words, found.begin, found.length)
        lines = [place, words]
        instead = self._offers(found)
        if instead is not None:
            after = found.words[: found.begin] + instead
            after += found.words[found.begin + found.length :]
            lines.append(f"→ {excerpt_of(after, found.begin, len(instead))}")
        item = QTreeWidgetItem(["\n".join(lines)])
        item.setData(0, _NUMBER, number)
        item.setData(0, _HEARD, ", ".join(lines))
        item.setToolTip(0, place)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if instead is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            is_out = number in self._left_out
            state = Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked
            item.setCheckState(0, state)
        item.setFlags(flags)
        return item

    def _count(self) -> None:
        say, count = self._style.say, len(self._found)
        wanted = self.words.text().strip()
        if not wanted:
            said = say("find_hint")
        elif not count:
            said = say("find_nothing")
        elif count >= MOST:
            said = say("find_too_many", count=str(MOST))
        else:
            said = say("find_count", count=str(count))
        self.count.setText(said)
        chosen = len(list(self._marked()))
        self.replace.setText(say("find_replace", count=str(chosen)))
        self.replace.setEnabled(bool(chosen))
        self.show_it.setEnabled(bool(count))

    def _marked(self) -> Iterator[FoundWords]:
        """The places at which the new words are to be written."""
        for number, each in enumerate(self._found):
            if number not in self._left_out and self._offers(each) is not None:
                yield each

    def _current(self) -> int:
        item = self.list.currentItem()
        return -1 if item is None else int(item.data(0, _NUMBER))

    @Slot(object)
    def _take_mark(self, item: QTreeWidgetItem) -> None:
        number = int(item.data(0, _NUMBER))
        if item.checkState(0) == Qt.CheckState.Checked:
            self._left_out.discard(number)
        else:
            self._left_out.add(number)
        self._count()

    @Slot(object)
    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(self._found[int(item.data(0, _NUMBER))])

    @Slot()
    def _choose_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._choose(item)

    @Slot()
    def _replace(self) -> None:
        marked = list(self._marked())
        self.replaced.emit(marked, self.words.text().strip(), self.instead.text())
