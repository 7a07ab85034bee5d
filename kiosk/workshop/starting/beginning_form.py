"""What has to be known before an exhibit is made: its title, languages, map and folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kiosk.exhibit.authoring.new_pieces import NotWritten
from kiosk.jobs import Answer, Jobs
from kiosk.languages.language import LANGUAGES
from kiosk.workshop.editing.pane_style import ICON_PX, draw_arrow, pane_font, pane_icon
from kiosk.workshop.editing.tick_box import TickBox
from kiosk.workshop.editing.window_wording import window_words
from kiosk.workshop.starting.beginnings import Tried, folder_name, free_name, tried
from kiosk.workshop.starting.drawn_map import found_map
from kiosk.workshop.starting.folder_dialog import drawing_dialog, folder_dialog
from kiosk.workshop.starting.found_places import FoundPlaces

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QFileDialog

    from kiosk.exhibit.authoring.map_exhibit import DrawnMap
    from kiosk.look.interface_style import InterfaceStyle

COPY, NEW, MAP = "start_copy", "start_new", "start_map"
"""How an exhibit can begin, by the keys of the words."""
_READ, _NAME = "a drawing for a new exhibit", "a free name for a folder"


class Beginning(NamedTuple):
    """What somebody has decided about an exhibit that is to be made."""

    kind: str
    folder: Path
    title: str
    languages: tuple[str, ...]
    drawn: DrawnMap | None


class _Languages(QComboBox):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_arrow(self)


class BeginningForm(QWidget):
    """Asks, and says with `wanted` what is to be made; `refused` is why it can't be yet."""

    wanted = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget, style: InterfaceStyle) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self._style = style
        self._kind = NEW
        self._drawn: DrawnMap | None = None
        self._inside = _usual_folder()
        self._is_named = False
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2, 0, 2, 0)
        self._layout.setSpacing(6)
        self._build()
        self._layout.addStretch(1)

    def _build(self) -> None:
        self._head = self._label("large")
        self._what = self._label("note")
        self._layout.addSpacing(10)
        self._title_head = self._label("key")
        self.title = QLineEdit(self)
        self.title.textEdited.connect(self._name_after_title)
        self._layout.addWidget(self.title)
        self._map_head = self._label("key")
        row = QHBoxLayout()
        self._drawing = self._label("note", row)
        self._choose_drawing = self._button(row, self._ask_for_drawing, "folder-open")
        row.setStretch(0, 1)
        self._layout.addLayout(row)
        self.places = FoundPlaces(self)
        self._layout.addWidget(self.places)
        self._languages_head = self._label("key")
        row = QHBoxLayout()
        self.languages = {tag: TickBox(self, LANGUAGES[tag].name) for tag in LANGUAGES}
        for box in self.languages.values():
            row.addWidget(box)
        row.addStretch(1)
        self._layout.addLayout(row)
        self.language = _Languages(self)
        for tag, each in LANGUAGES.items():
            self.language.addItem(each.name, tag)
        self.language.currentIndexChanged.connect(self._say_places)
        # What a list of choices is called is told by its label alone.
        self._languages_head.setBuddy(self.language)
        self._layout.addWidget(self.language)
        self._layout.addSpacing(10)
        self._inside_head = self._label("key")
        row = QHBoxLayout()
        self._inside_words = self._label("note", row)
        self._choose_inside = self._button(row, self._ask_for_folder, "folder-open")
        row.setStretch(0, 1)
        self._layout.addLayout(row)
        self._folder_head = self._label("key")
        self.folder = QLineEdit(self)
        self.folder.textEdited.connect(self._keep_name)
        self.folder.textChanged.connect(self._say_whole)
        self._layout.addWidget(self.folder)
        self._whole = self._label("note")
        self._layout.addSpacing(14)
        row = QHBoxLayout()
        self._back = self._button(row, self._leave)
        row.addStretch(1)
        self.make = self._button(row, self._want)
        self.make.setObjectName("main")
        self._layout.addLayout(row)
        for line in (self.title, self.folder):
            line.returnPressed.connect(self._want)

    def _label(self, name: str, into: QHBoxLayout | None = None) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(label.textFormat().PlainText)
        label.setWordWrap(True)
        (into or self._layout).addWidget(label)
        return label

    def _button(self, into: QHBoxLayout, slot: object, icon: str = "") -> QPushButton:
        button = QPushButton(self)
        button.setProperty("sign", icon)
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        button.clicked.connect(slot)
        into.addWidget(button)
        return button

    def begin(self, kind: str) -> None:
        """Ask anew, about an exhibit of that kind."""
        self._kind, self._drawn, self._is_named = kind, None, False
        self.title.clear()
        self.places.clear()
        for tag, box in self.languages.items():
            box.setChecked(True)
            box.setEnabled(tag != self._style.language)
        self.language.setCurrentIndex(self.language.findData(self._style.language))
        self._name_folder("")
        self.speak(self._style)
        self.work(is_working=False)
        first = {NEW: self.title, MAP: self._choose_drawing, COPY: self.folder}[kind]
        first.setFocus()

    def speak(self, style: InterfaceStyle) -> None:
        """Say everything in the language of that style."""
        self._style = style
        say, is_map, is_new = style.say, self._kind == MAP, self._kind == NEW
        self._head.setText(say(self._kind).rstrip("…"))
        self._what.setText(say(f"{self._kind}_note"))
        for label, key, shown in (
            (self._map_head, "start_drawing", is_map or is_new),
            (self._title_head, "start_name", is_new),
            (self._languages_head, "start_languages" if is_new else "start_one_language", True),
            (self._inside_head, "start_inside", True),
            (self._folder_head, "start_folder", True),
        ):
            label.setText(say(key))
            label.setVisible(shown)
        self._languages_head.setVisible(is_map or is_new)
        self.title.setVisible(is_new)
        self.title.setAccessibleName(say("start_name"))
        self.language.setVisible(is_map)
        self.language.setAccessibleName(say("start_one_language"))
        for tag, box in self.languages.items():
            box.setVisible(is_new)
            box.setFont(pane_font(style.look, tag))
        self._drawing.setVisible(is_map or is_new)
        self._choose_drawing.setVisible(is_map)
        self.places.setVisible(is_map and self._drawn is not None)
        self._say_drawing()
        self.folder.setAccessibleName(say("start_folder"))
        for button, key in (
            (self._choose_drawing, "start_choose_drawing"),
            (self._choose_inside, "start_choose_folder"),
            (self._back, "start_back"),
            (self.make, "start_make"),
        ):
            button.setText(say(key))
            button.setFont(pane_font(style.look, style.language))
            if button.property("sign"):
                button.setIcon(pane_icon(style.look, button.property("sign")))
        for label in self.findChildren(QLabel):
            label.setFont(pane_font(style.look, style.language))
        for edit in (self.title, self.folder):
            edit.setFont(pane_font(style.look, style.language))
        self._say_places()
        self._say_whole()

    def work(self, *, is_working: bool) -> None:
        """Let nothing be asked for a second time while it is made."""
        self.make.setEnabled(not is_working)
        self.make.setText(self._style.say("start_making" if is_working else "start_make"))

    def stop(self) -> None:
        """Wait a little for a drawing that is being read."""
        self._jobs.rest()

    @Slot()
    def _say_whole(self) -> None:
        self._inside_words.setText(str(self._inside))
        name = self.folder.text().strip()
        words = self._style.say("start_will_be", folder=str(self._inside / name)) if name else ""
        self._whole.setText(words)

    @Slot()
    def _say_places(self) -> None:
        if self._drawn is not None:
            self.places.show_places(self._drawn, self._chosen_language(), self._style)

    def _say_drawing(self) -> None:
        if self._kind == NEW:
            self._drawing.setText(self._style.say("start_our_map"))
        elif self._drawn is None:
            self._drawing.setText(self._style.say("start_no_drawing"))
        else:
            self._drawing.setText(self._drawn.file_name)

    def _chosen_language(self) -> str:
        return str(self.language.currentData())

    @Slot(str)
    def _name_after_title(self, title: str) -> None:
        if not self._is_named:
            self._name_folder(title)

    def _name_folder(self, title: str) -> None:
        self.folder.setText(folder_name(title))
        self._jobs.ask(_NAME, partial(free_name, self._inside, folder_name(title)))

    @Slot()
    def _keep_name(self) -> None:
        self._is_named = True

    @Slot()
    def _ask_for_drawing(self) -> None:
        title = self._style.say("start_choose_drawing")
        self._open(drawing_dialog(self, self._style, title, self._inside), self._read_drawing)

    @Slot()
    def _ask_for_folder(self) -> None:
        title = self._style.say("start_inside")
        self._open(folder_dialog(self, self._style, title, self._inside), self._keep_inside)

    def _open(self, dialog: QFileDialog, slot: object) -> None:
        dialog.fileSelected.connect(slot)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _keep_inside(self, folder: str) -> None:
        self._inside = Path(folder)
        if not self._is_named:
            self._name_folder(self.title.text() if self._kind == NEW else self._map_name())
        self._say_whole()

    def _map_name(self) -> str:
        return "" if self._drawn is None else self._drawn.file_name.removesuffix(".svg")

    @Slot(str)
    def _read_drawing(self, file: str) -> None:
        self._drawing.setText(self._style.say("reading_content"))
        self._jobs.ask(_READ, partial(tried, partial(found_map, Path(file))))

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.key == _NAME:
            if answer.error is None and not self._is_named:
                self.folder.setText(answer.value)
            return
        outcome = Tried(None, answer.error) if answer.error is not None else answer.value
        if outcome.error is not None:
            self._drawn = None
            self.places.hide()
            self._say_drawing()
            self.refused.emit(said_of(outcome.error, self._style))
        else:
            self._drawn = outcome.value.drawn
            self.places.show_messages(outcome.value.messages)
            self.refused.emit("")
            self._name_after_title(self._map_name())
            self.speak(self._style)
            self.places.setFocus()

    @Slot()
    def _leave(self) -> None:
        self.left.emit()

    @Slot()
    def _want(self) -> None:
        name = self.folder.text().strip()
        if not name or Path(name).name != name:
            self.refused.emit(self._style.say("start_needs_folder"))
            self.folder.setFocus()
        elif self._kind == MAP and self._drawn is None:
            self.refused.emit(self._style.say("start_needs_drawing"))
            self._choose_drawing.setFocus()
        elif self._kind == NEW and not self.title.text().strip():
            self.refused.emit(self._style.say("start_needs_name"))
            self.title.setFocus()
        else:
            self.refused.emit("")
            title = " ".join(self.title.text().split())
            folder = self._inside / name
            self.wanted.emit(Beginning(self._kind, folder, title, self._tags(), self._drawn))

    def _tags(self) -> tuple[str, ...]:
        """The languages that were chosen; that of the window is the original where it is one."""
        if self._kind != NEW:
            return (self._chosen_language(),)
        chosen = [tag for tag, box in self.languages.items() if box.isChecked()]
        own = self._style.language
        return tuple(sorted(chosen, key=own.__ne__))


def said_of(error: BaseException, style: InterfaceStyle) -> str:
    """Why nothing was made or opened, and what to do."""
    if isinstance(error, NotWritten):
        text, hint = window_words(error.message.at("."), style.language)
        return f"{text} ({hint})" if hint else text
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    return style.say("start_failed", reason=reason)


def _usual_folder() -> Path:
    """Where this user keeps documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents else Path.home()
