"""The window that asks which exhibit to work on, for people who never saw a terminal."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kiosk.jobs import Answer, Jobs
from kiosk.languages.language import LANGUAGES
from kiosk.shipped import shipped_content
from kiosk.workshop.editing.pane_style import ICON_PX, pane_font, pane_icon
from kiosk.workshop.starting.beginning_form import COPY, MAP, NEW, Beginning, BeginningForm, said_of
from kiosk.workshop.starting.beginnings import (
    NoExhibit,
    Tried,
    begin_exhibit,
    begin_on_map,
    copy_exhibit,
    look_into,
    missing_of,
    tried,
)
from kiosk.workshop.starting.card import Card
from kiosk.workshop.starting.folder_dialog import folder_dialog
from kiosk.workshop.starting.start_style import start_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.starting.memory import Recent

OPEN = "start_open"
_WAYS = {OPEN: "folder-open", COPY: "copy", NEW: "plus", MAP: "map"}
"""The ways to begin, with their icons."""
_MISSING, _OPEN = "which folders are there", "an exhibit to be opened"
_WIDTH_PX = 940


class StartPage(QWidget):
    """Shows what was open lately and the ways to begin; `opened` is an exhibit that is there."""

    opened = Signal(object)
    """A folder with an exhibit, as `Opened`."""
    forgotten = Signal(object)
    """A folder that is not to be listed any more."""
    language_chosen = Signal(str)
    closed = Signal()

    def __init__(self, style: InterfaceStyle) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(640, 480)
        self._style = style
        self._recent: tuple[Recent, ...] = ()
        self._missing: frozenset[Path] = frozenset()
        self._asked: Path | None = None
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(scroll)
        page = QWidget()
        page.setObjectName("sheet")
        middle = QHBoxLayout(page)
        column = QWidget(page)
        column.setMaximumWidth(_WIDTH_PX)
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        self._layout = QVBoxLayout(column)
        self._layout.setContentsMargins(28, 24, 28, 28)
        self._layout.setSpacing(10)
        self._build_head()
        self._said = self._label("said")
        self._said.hide()
        self._layout.addWidget(self._said)
        self._pages = QStackedWidget(column)
        self._pages.addWidget(self._built_home())
        self.form = BeginningForm(self, style)
        self.form.left.connect(self.show_home)
        self.form.wanted.connect(self._begin)
        self.form.refused.connect(self.tell)
        self._pages.addWidget(self.form)
        self._layout.addWidget(self._pages, 1)
        scroll.setWidget(page)
        self.speak(style)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _build_head(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        self.languages: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for tag, each in LANGUAGES.items():
            button = QPushButton(each.name, self)
            button.setObjectName("language")
            button.setCheckable(True)
            button.setProperty("tag", tag)
            group.addButton(button)
            row.addWidget(button)
            self.languages[tag] = button
        group.buttonClicked.connect(self._choose_language)
        self._layout.addLayout(row)

    def _built_home(self) -> QWidget:
        home = QWidget(self)
        home.setObjectName("sheet")
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = self._label("large")
        column.addWidget(self._title)
        column.addSpacing(8)
        grid = QGridLayout()
        grid.setSpacing(12)
        self.ways: dict[str, Card] = {}
        for number, (key, icon) in enumerate(_WAYS.items()):
            card = Card(home, icon)
            card.setProperty("way", key)
            card.clicked.connect(self._choose_way)
            grid.addWidget(card, number // 2, number % 2)
            self.ways[key] = card
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addSpacing(18)
        self._recent_head = self._label("head")
        column.addWidget(self._recent_head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        column.addStretch(1)
        self.cards: list[Card] = []
        self._forget: list[QToolButton] = []
        return home

    def show_recent(self, recent: tuple[Recent, ...]) -> None:
        """List these folders; which of them are there is looked at meanwhile."""
        self._recent = recent
        self._say_recent()
        self._jobs.ask(_MISSING, partial(missing_of, [each.folder for each in recent]))

    def speak(self, style: InterfaceStyle) -> None:
        """Say everything in the language of that style."""
        self._style = style
        say, font = style.say, pane_font(style.look, style.language)
        self.setStyleSheet(start_sheet(style.look, style.language))
        self.setWindowTitle(say("start_title"))
        self._title.setText(say("start_title"))
        for label in (self._title, self._recent_head, self._said):
            label.setFont(font)
        for key, card in self.ways.items():
            card.say(style, say(key), say(f"{key}_note"))
        for tag, button in self.languages.items():
            button.setChecked(tag == style.language)
            button.setFont(pane_font(style.look, tag))
            button.setAccessibleDescription(say("start_language"))
        self._say_recent()
        self.form.speak(style)
        self.tell("")

    def _say_recent(self) -> None:
        style, say = self._style, self._style.say
        self._recent_head.setText(say("start_recent" if self._recent else "start_recent_none"))
        while len(self.cards) < len(self._recent):
            self._add_row()
        for number, (card, forget) in enumerate(zip(self.cards, self._forget, strict=True)):
            is_listed = number < len(self._recent)
            card.setVisible(is_listed)
            forget.setVisible(is_listed)
            if not is_listed:
                continue
            folder, title = self._recent[number]
            is_missing = folder in self._missing
            where = say("start_gone", folder=str(folder)) if is_missing else str(folder)
            card.say(style, title or folder.name, where)
            card.setEnabled(not is_missing)
            said = say("start_forget", name=title or folder.name)
            forget.setIcon(pane_icon(style.look, "x"))
            forget.setToolTip(said)
            forget.setAccessibleName(said)

    def _add_row(self) -> None:
        row = QHBoxLayout()
        card = Card(self, "history")
        card.setProperty("number", len(self.cards))
        card.clicked.connect(self._choose_recent)
        forget = QToolButton(self)
        forget.setProperty("number", len(self.cards))
        forget.setIconSize(QSize(ICON_PX - 4, ICON_PX - 4))
        forget.clicked.connect(self._choose_forget)
        row.addWidget(card, 1)
        row.addWidget(forget)
        self._rows.addLayout(row)
        self.cards.append(card)
        self._forget.append(forget)

    @Slot(str)
    def tell(self, words: str) -> None:
        """Say what went wrong, above everything; nothing where it is empty."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @property
    def style_of_page(self) -> InterfaceStyle:
        """How the window looks and speaks."""
        return self._style

    @property
    def told(self) -> str:
        """What is said above everything."""
        return self._said.text()

    @Slot()
    def show_home(self) -> None:
        """Show the ways to begin again."""
        self.tell("")
        self._pages.setCurrentIndex(0)
        self.ways[OPEN].setFocus()

    def stop(self) -> None:
        """Wait a little for what is being read or made."""
        self._jobs.rest()
        self.form.stop()

    @Slot(object)
    def _choose_language(self, button: QPushButton) -> None:
        self.language_chosen.emit(button.property("tag"))

    @Slot()
    def _choose_way(self) -> None:
        way = self.sender().property("way")
        self.tell("")
        if way == OPEN:
            begin = self._recent[0].folder.parent if self._recent else Path.home()
            title = self._style.say(OPEN).rstrip("…")
            dialog = folder_dialog(self, self._style, title, begin)
            dialog.fileSelected.connect(self._open_chosen)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
            return
        self._pages.setCurrentIndex(1)
        self.form.begin(way)

    @Slot(str)
    def _open_chosen(self, folder: str) -> None:
        self.open(Path(folder))

    @Slot()
    def _choose_recent(self) -> None:
        self.open(self._recent[self.sender().property("number")].folder)

    @Slot()
    def _choose_forget(self) -> None:
        self.forgotten.emit(self._recent[self.sender().property("number")].folder)
        self.ways[OPEN].setFocus()

    def open(self, folder: Path) -> None:
        """Open the exhibit in a folder, or say why that can't be done."""
        self._asked = folder
        self._jobs.ask(_OPEN, partial(tried, partial(look_into, folder, self._style.language)))

    @Slot(object)
    def _begin(self, beginning: Beginning) -> None:
        self._asked = beginning.folder
        self.form.work(is_working=True)
        if beginning.kind == COPY:
            work = partial(copy_exhibit, shipped_content(), beginning.folder, self._style.language)
        elif beginning.drawn is not None:
            work = partial(begin_on_map, beginning.folder, beginning.drawn, beginning.languages[0])
        else:
            work = partial(begin_exhibit, beginning.folder, beginning.title, beginning.languages)
        self._jobs.ask(_OPEN, partial(tried, work))

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.key == _MISSING:
            if answer.error is None:
                self._missing = answer.value
                self._say_recent()
            return
        self.form.work(is_working=False)
        outcome = Tried(None, answer.error) if answer.error is not None else answer.value
        error = outcome.error
        if error is None:
            self.tell("")
            self._pages.setCurrentIndex(0)
            self.opened.emit(outcome.value)
        elif isinstance(error, NoExhibit):
            self.tell(self._style.say("start_no_exhibit", folder=str(self._asked)))
        else:
            self.tell(said_of(error, self._style))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
