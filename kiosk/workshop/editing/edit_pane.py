"""The pane beside the exhibit: the form of what was touched, in the order of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kiosk.exhibit.authoring.key_names import choice_name, key_explanation, key_name
from kiosk.exhibit.editing.edits import Duplicate, Move, Remove
from kiosk.exhibit.editing.form import FieldKind, form_at
from kiosk.exhibit.editing.named_things import title_of
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE, TERMS_FILE, UNITS_FILE
from kiosk.workshop.editing.choice_rows import ChoiceRow, ChoicesRow, NamedRow, TruthRow
from kiosk.workshop.editing.entry_rows import EntriesRow, GroupRow
from kiosk.workshop.editing.pane_style import ICON_PX, pane_font, pane_icon, pane_sheet
from kiosk.workshop.editing.plain_rows import IdRow, ListRow, PairRow, PlainRow
from kiosk.workshop.editing.table_file_row import TableFileRow
from kiosk.workshop.editing.table_row import EntryTableRow
from kiosk.workshop.editing.text_row import TextRow

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from kiosk.exhibit.editing.form import Field, Form
    from kiosk.text.yaml_source import Location
    from kiosk.workshop.editing.field_row import FieldRow
    from kiosk.workshop.editing.form_context import FormContext

ROWS: dict[FieldKind, type[FieldRow]] = {
    FieldKind.TEXT: TextRow,
    FieldKind.NAME: TextRow,
    FieldKind.WORDS: PlainRow,
    FieldKind.FIGURE: PlainRow,
    FieldKind.DATE: PlainRow,
    FieldKind.CHOICE: ChoiceRow,
    FieldKind.TRUTH: TruthRow,
    FieldKind.NAMED: NamedRow,
    FieldKind.ID: IdRow,
    FieldKind.PAIR: PairRow,
    FieldKind.LIST: ListRow,
    FieldKind.CHOICES: ChoicesRow,
    FieldKind.GROUP: GroupRow,
    FieldKind.ENTRIES: EntriesRow,
    FieldKind.TABLE: EntryTableRow,
}
"""Which row a kind of field is edited in."""

_OWN_FILES = ("zones/", "layers/", "tours/")
_WORDS_OF_FILES = {
    SOURCES_FILE: "edit_sources",
    UNITS_FILE: "edit_units",
    TERMS_FILE: "edit_terms",
}
_ORDERED_FILES = ("zones/", "layers/")
_STEPS = {"up": -1, "down": 1}
_ACTIONS = {"up": "chevron-up", "down": "chevron-down", "copy": "copy", "delete": "trash-2"}


class EditPane(QWidget):
    """Shows one form at a time and says what somebody has changed in it.

    Its signals pass on those of the rows, with the file where that is needed.
    """

    edited = Signal(object, str)
    opened = Signal(str, object)
    contents_wanted = Signal()
    confirmed = Signal(object, str)
    fixed = Signal(object, object)
    added = Signal(object, str)
    deleted = Signal(str, object)
    """A thing with a file of its own, or a panel, which others may name."""
    copied = Signal(str)
    shifted = Signal(str, int)
    """A thing with a file of its own is to stand further on in the exhibit's order, or back."""
    renamed = Signal(str, str)
    named = Signal(str, str)
    wanted = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context: FormContext | None = None
        self._pool: dict[type[FieldRow], list[FieldRow]] = {}
        self._rows: list[FieldRow] = []
        self._revealed: set[tuple[str, Location]] = set()
        self._sheet = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._crumbs = QHBoxLayout()
        self._crumbs.setSpacing(0)
        layout.addLayout(self._crumbs)
        self._crumb_buttons: list[QPushButton] = []
        head = QHBoxLayout()
        self._title = QLabel(self)
        self._title.setObjectName("title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head.addWidget(self._title, 1)
        self._actions = {name: self._action(name, head) for name in _ACTIONS}
        layout.addLayout(head)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        self._page.setObjectName("page")
        self._fields = QVBoxLayout(self._page)
        self._fields.setContentsMargins(0, 4, 10, 24)
        self._fields.setSpacing(16)
        self._more = QPushButton(self._page)
        self._more_menu = QMenu(self._more)
        self._more_menu.setToolTipsVisible(True)
        self._more.setMenu(self._more_menu)
        self._more_menu.triggered.connect(self._reveal)
        self._scroll.setWidget(self._page)
        layout.addWidget(self._scroll, 1)

    def _action(self, name: str, into: QHBoxLayout) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        button.clicked.connect(self._act)
        into.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    @property
    def rows(self) -> tuple[FieldRow, ...]:
        """The rows that are shown, in their order."""
        return tuple(self._rows)

    def row(self, key: str) -> FieldRow | None:
        """The row of the field of that key, if it is shown."""
        found = (row for row in self._rows if row.field is not None and row.field.key == key)
        return next(found, None)

    def show_form(self, context: FormContext) -> None:
        """Show a form, or the same one as it is by now."""
        before, self.context = self.context, context
        form, look = context.form, context.style.look
        sheet = pane_sheet(look)
        if sheet != self._sheet:
            self._sheet = sheet
            self.setFont(pane_font(look, context.style.language))
            self.setStyleSheet(sheet)
        shown = None if before is None else (before.form.file, before.form.location)
        is_same = shown == (form.file, form.location)
        self._show_crumbs(context)
        self._title.setText(self._title_of(context))
        self._show_actions(context)
        self._show_rows(context)
        self._show_more(context)
        if not is_same:
            self._scroll.verticalScrollBar().setValue(0)

    def focus_field(self, location: Location, language: str) -> None:
        """Put the cursor into the field of a place of the form, if it is shown."""
        for row in self._rows:
            field = row.field
            if field is not None and location[: len(field.location)] == field.location:
                widget = row.first(language)
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                # Only after the layout has run is there something to scroll to.
                QTimer.singleShot(0, self, self._scroll_to_focus)
                return
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _scroll_to_focus(self) -> None:
        widget: QWidget | None = self._page.focusWidget()
        if widget is not None and self._page.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, 80)

    def _title_of(self, context: FormContext) -> str:
        form, language = context.form, context.style.language
        kind = form.field("kind")
        words = "" if kind is None else choice_name(kind.written, language)
        title = title_of(form.node, language) or _called(form, context, form.location) or form.file
        return f"{words}: {title}" if words and len(form.location) > 1 else title

    def _show_crumbs(self, context: FormContext) -> None:
        form, language = context.form, context.style.language
        crumbs: list[tuple[str, str, Location]] = [(context.style.say("edit_contents"), "", ())]
        root = context.around.roots[form.file]
        location = form.location
        back = self._back_crumb(context)
        if back is not None:
            crumbs.insert(0, back)
        if location and form.file in _WORDS_OF_FILES:
            crumbs.append((context.style.say(_WORDS_OF_FILES[form.file]), "", ()))
        elif location:
            crumbs.append((title_of(root, language) or form.file, form.file, ()))
        for length in range(1, len(location)):
            place = location[:length]
            node = root.at(place)
            if node is not None and node.kind == "mapping":
                title = title_of(node, language) or _called(form, context, place)
                crumbs.append((title, form.file, place))
        while len(self._crumb_buttons) < len(crumbs):
            button = QPushButton(self)
            button.setObjectName("crumb")
            button.clicked.connect(self._go_back)
            self._crumbs.insertWidget(len(self._crumb_buttons), button)
            self._crumb_buttons.append(button)
            before = self._crumb_buttons[-2] if len(self._crumb_buttons) > 1 else self
            QWidget.setTabOrder(before, button)
            QWidget.setTabOrder(button, self._title)
        if self._crumbs.count() == len(self._crumb_buttons):
            self._crumbs.addStretch(1)
        most = max(80, self.width() // max(1, len(crumbs)) - 12)
        for button, (title, file, place) in zip(self._crumb_buttons, crumbs, strict=False):
            metrics = button.fontMetrics()
            short = metrics.elidedText(title, Qt.TextElideMode.ElideRight, most)
            short = short.replace("&", "&&")
            is_back = back is not None and button is self._crumb_buttons[0]
            button.setText(f"← {short}" if is_back else f"{short} ›")
            button.setAccessibleName(title)
            button.setProperty("file", file)
            button.setProperty("place", list(place))
            button.show()
        for spare in self._crumb_buttons[len(crumbs) :]:
            spare.hide()

    def _back_crumb(self, context: FormContext) -> tuple[str, str, Location] | None:
        """What leads back to where this form was opened from."""
        if context.came_from is None:
            return None
        file, place = context.came_from
        root = context.around.roots.get(file)
        before = None if root is None else form_at(file, root, place)
        if before is None:
            return None
        title = title_of(before.node, context.style.language)
        return title or _called(before, context, before.location) or file, file, place

    def _show_actions(self, context: FormContext) -> None:
        location = context.form.location
        is_entry = bool(location) and isinstance(location[-1], int)
        around = context.around.roots[context.form.file].at(location[:-1])
        count = len(around.value) if is_entry and around is not None else 0
        for name, button in self._actions.items():
            has_file = not location and context.form.file.startswith(_OWN_FILES)
            is_ordered = not location and context.form.file.startswith(_ORDERED_FILES)
            shown = is_entry or (is_ordered if name in _STEPS else has_file)
            button.setVisible(shown or (name == "delete" and bool(location)))
            button.setEnabled(True)
            button.setIcon(pane_icon(context.style.look, _ACTIONS[name]))
            said = context.style.say(f"edit_{name}")
            button.setToolTip(said)
            button.setAccessibleName(said)
        if is_entry:
            self._actions["up"].setEnabled(int(location[-1]) > 0)
            self._actions["down"].setEnabled(int(location[-1]) < count - 1)

    def _is_shown(self, field: Field, form: Form) -> bool:
        is_fixed = field.kind is FieldKind.CHOICE and len(field.choices) == 1
        revealed = (form.file, field.location) in self._revealed
        return not is_fixed and (field.required or field.node is not None or revealed)

    def _show_rows(self, context: FormContext) -> None:
        form = context.form
        used: dict[type[FieldRow], int] = {}
        rows: list[FieldRow] = []
        for field in form.fields:
            if self._is_shown(field, form):
                kind = TableFileRow if field.names == "table" else ROWS[field.kind]
                number = used.get(kind, 0)
                used[kind] = number + 1
                row = self._row(kind, number)
                row.show_field(field, context)
                rows.append(row)
        if rows != self._rows:
            for row in self._rows:
                self._fields.removeWidget(row)
                row.setVisible(row in rows)
            self._fields.removeWidget(self._more)
            while self._fields.count():
                self._fields.takeAt(0)
            for row in rows:
                self._fields.addWidget(row)
                row.show()
            self._fields.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
            self._fields.addStretch(1)
            self._rows = rows
            self._set_tab_order()

    def _set_tab_order(self) -> None:
        for one, other in zip(self._rows, self._rows[1:], strict=False):
            QWidget.setTabOrder(one, other)

    def _row(self, kind: type[FieldRow], number: int) -> FieldRow:
        rows = self._pool.setdefault(kind, [])
        while number >= len(rows):
            row = kind(self._page)
            row.edited.connect(self.edited)
            row.opened.connect(self.opened)
            row.fixed.connect(self.fixed)
            for name in ("confirmed", "added", "deleted", "renamed", "named", "wanted", "left"):
                signal = getattr(row, name, None)
                if signal is not None:
                    signal.connect(getattr(self, name))
            for kind_of_input in (QLineEdit, QPlainTextEdit):
                for each in row.findChildren(kind_of_input):
                    each.installEventFilter(self)
            row.grown.connect(self._watch)
            rows.append(row)
        return rows[number]

    @Slot(object)
    def _watch(self, grown: QWidget) -> None:
        """A row has another field for words."""
        grown.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A field would keep these keys for its own undo; that of the window is for all files.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(each) for each in keys):
                event.ignore()
                return True
        return False

    def _show_more(self, context: FormContext) -> None:
        language = context.style.language
        self._more_menu.clear()
        for field in context.form.fields:
            is_fixed = field.kind is FieldKind.CHOICE and len(field.choices) == 1
            if self._is_shown(field, context.form) or is_fixed:
                continue
            action = self._more_menu.addAction(key_name(field.model, field.key, language))
            action.setToolTip(key_explanation(field.model, field.key, language))
            action.setData(field.key)
        self._more.setText(context.style.say("edit_more"))
        self._more.setVisible(not self._more_menu.isEmpty())

    @Slot(object)
    def _reveal(self, action: QAction) -> None:
        context = self.context
        field = None if context is None else context.form.field(str(action.data()))
        if context is None or field is None:
            return
        if field.kind is FieldKind.GROUP:
            self.added.emit(field, "")
            return
        self._revealed.add((context.form.file, field.location))
        self.show_form(context)
        self.focus_field(field.location, context.original)

    @Slot()
    def _go_back(self) -> None:
        button = self.sender()
        file, place = button.property("file"), tuple(button.property("place") or ())
        if file:
            self.opened.emit(file, place)
        else:
            self.contents_wanted.emit()

    @Slot()
    def _act(self) -> None:
        context = self.context
        if context is None:
            return
        action = self.sender().objectName()
        file, place = context.form.file, context.form.location
        if action == "delete" and (not place or place[:-1] == ("panels",)):
            self.deleted.emit(file, place)
        elif not place and action == "copy":
            self.copied.emit(file)
        elif not place:
            self.shifted.emit(file, _STEPS[action])
        elif action == "delete":
            self.opened.emit(file, _around(place))
            self.edited.emit([Remove(file, place)], "")
        elif action == "copy":
            self.edited.emit([Duplicate(file, place)], "")
            self.opened.emit(file, (*place[:-1], int(place[-1]) + 1))
        else:
            to = int(place[-1]) + _STEPS[action]
            self.edited.emit([Move(file, place, to)], "")
            self.opened.emit(file, (*place[:-1], to))


def _called(form: Form, context: FormContext, place: Location) -> str:
    """What the key of a group, or the number of an entry, is called; empty at the top of a file."""
    if not place:
        return ""
    if isinstance(place[-1], int):
        return str(place[-1] + 1)
    outer = form_at(form.file, context.around.roots[form.file], place[:-1])
    return key_name(outer.model if outer else "", place[-1], context.style.language)


def _around(place: Location) -> Location:
    """The place of what an entry of a list belongs to."""
    inner = place[:-1]
    return inner[:-1] if inner and isinstance(place[-1], int) else inner
