"""Fields with forms in them: a group of keys, and lists of entries that are forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from kiosk.exhibit.authoring.key_names import choice_name, key_name
from kiosk.exhibit.editing.edits import Duplicate, Move, Remove
from kiosk.exhibit.editing.form import entry_kinds, form_at
from kiosk.exhibit.editing.named_things import title_of
from kiosk.exhibit.editing.new_things import STORY
from kiosk.exhibit.skeletons import PANEL_KINDS
from kiosk.workshop.editing.elided_button import ElidedButton
from kiosk.workshop.editing.field_row import FieldRow
from kiosk.workshop.editing.form_titles import entry_title
from kiosk.workshop.editing.pane_style import ICON_PX, pane_icon, write_in

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from kiosk.exhibit.editing.form import Field
    from kiosk.text.yaml_source import Node
    from kiosk.workshop.editing.form_context import FormContext


class GroupRow(FieldRow):
    """A group of keys: its button opens their form."""

    added = Signal(object, str)

    def build(self) -> None:
        self._open = ElidedButton(self, "entry")
        self._open.clicked.connect(self._show)
        self.body.addWidget(self._open)

    def first(self, language: str) -> QWidget:
        return self._open

    def fill(self, field: Field, context: FormContext) -> None:
        language = context.style.language
        words = _keys_of(field, context) if field.node is not None else ""
        title = title_of(field.node, language) or words or context.style.say("edit_add")
        self._open.say(_with_count(title, field.location, context))
        write_in(self._open, language)
        self.name_of(self._open, title)

    @Slot()
    def _show(self) -> None:
        if self.field is None or self.context is None:
            return
        if self.field.node is None:
            self.added.emit(self.field, "")
        else:
            self.opened.emit(self.context.form.file, self.field.location)


class _Entry(QWidget):
    """One entry of a list: its title opens its form; the buttons move, copy and delete it."""

    acted = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self.title = ElidedButton(self, "entry")
        self.title.clicked.connect(self._open)
        layout.addWidget(self.title, 1)
        self._buttons: dict[str, QToolButton] = {}
        for action in ("up", "down", "copy", "delete"):
            button = QToolButton(self)
            button.setIconSize(QSize(ICON_PX - 2, ICON_PX - 2))
            button.setObjectName(action)
            button.setProperty("quiet", True)
            button.clicked.connect(self._act)
            layout.addWidget(button)
            self._buttons[action] = button

    def show_entry(self, number: int, count: int, title: str, context: FormContext) -> None:
        self._number = number
        self.title.say(title)
        for action, button in self._buttons.items():
            button.setIcon(pane_icon(context.style.look, _ICONS[action]))
            said = context.style.say(f"edit_{action}")
            button.setToolTip(said)
            button.setAccessibleName(f"{said}: {title}")
        self._buttons["up"].setEnabled(number > 0)
        self._buttons["down"].setEnabled(number < count - 1)

    @Slot()
    def _open(self) -> None:
        self.acted.emit("open", self._number)

    @Slot()
    def _act(self) -> None:
        self.acted.emit(self.sender().objectName(), self._number)


_ICONS = {"up": "chevron-up", "down": "chevron-down", "copy": "copy", "delete": "trash-2"}


class EntriesRow(FieldRow):
    """The entries of a list, with a button that adds one: of a kind, where there are several."""

    added = Signal(object, str)
    """The field that gets an entry, and its kind."""
    deleted = Signal(str, object)

    def build(self) -> None:
        self._entries: list[_Entry] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(3)
        self.body.addLayout(self._list)
        self._add = QPushButton(self)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._add_kind)
        self._add.clicked.connect(self._add_one)
        around = QHBoxLayout()
        around.addWidget(self._add)
        around.addStretch(1)
        self.body.addLayout(around)

    def first(self, language: str) -> QWidget:
        return self._entries[0].title if self._entries else self._add

    def fill(self, field: Field, context: FormContext) -> None:
        nodes = _entries_of(field)
        language = context.style.language
        while len(self._entries) < len(nodes):
            entry = _Entry(self)
            entry.acted.connect(self._act)
            self.grown.emit(entry)
            self._list.addWidget(entry)
            self._entries.append(entry)
        for number, (entry, node) in enumerate(zip(self._entries, nodes, strict=False)):
            place = (*field.location, number)
            title = entry_title(node, place, field.model, language)
            entry.show_entry(number, len(nodes), _with_count(title, place, context), context)
            write_in(entry.title, language)
            entry.show()
        for spare in self._entries[len(nodes) :]:
            spare.hide()
        root = context.around.roots[context.form.file]
        kinds = entry_kinds(context.form.file, root, field.location)
        self._menu.clear()
        for kind in (STORY, *PANEL_KINDS) if kinds else ():
            self._menu.addAction(choice_name(kind, language)).setData(kind)
        self._add.setText(context.style.say("edit_add"))
        self._add.setEnabled(field.most is None or len(nodes) < field.most)
        self.name_of(self._add, context.style.say("edit_add"))

    @property
    def tab_widgets(self) -> list[QWidget]:
        """Entry by entry, and then what adds one."""
        found = super().tab_widgets
        return [*(each for each in found[:-1] if each is not self._add), self._add, found[-1]]

    @Slot(str, int)
    def _act(self, action: str, number: int) -> None:
        if self.field is None or self.context is None:
            return
        file, place = self.context.form.file, (*self.field.location, number)
        if action == "open":
            self.opened.emit(file, place)
        elif action == "copy":
            self.change(Duplicate(file, place))
        elif action == "delete" and self.field.key == "panels":
            self.deleted.emit(file, place)
        elif action == "delete":
            self.change(Remove(file, place))
        else:
            self.change(Move(file, place, number + (1 if action == "down" else -1)))

    @Slot()
    def _add_one(self) -> None:
        if self._menu.isEmpty():
            self.added.emit(self.field, "")
        else:
            self._menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    @Slot(object)
    def _add_kind(self, action: QAction) -> None:
        self.added.emit(self.field, str(action.data()))


def _entries_of(field: Field) -> tuple[Node, ...]:
    node = field.node
    return tuple(node.value) if node is not None and node.kind == "list" else ()


def _keys_of(field: Field, context: FormContext) -> str:
    node = field.node
    if node is None or node.kind != "mapping":
        return ""
    language, file = context.style.language, context.form.file
    inner = form_at(file, context.around.roots[file], field.location)
    model = field.model if inner is None else inner.model
    comma = "、" if language.startswith("zh") else ", "
    return comma.join(key_name(model, key, language) for key in node.value)


def _with_count(title: str, location: tuple[str | int, ...], context: FormContext) -> str:
    """The title with a sign where something is wrong inside."""
    return f"⚠ {title}" if context.said_of(location, deep=True) else title
