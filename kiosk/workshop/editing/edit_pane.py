"""The pane beside the exhibit: the form of what was touched, in the order of its fields."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.exhibit.authoring.key_names import key_explanation, key_name
from kiosk.exhibit.editing.form import FieldKind
from kiosk.workshop.editing.choice_rows import ChoiceRow, ChoicesRow, NamedRow, TruthRow
from kiosk.workshop.editing.entry_rows import EntriesRow, GroupRow
from kiosk.workshop.editing.form_actions import FormActions
from kiosk.workshop.editing.form_titles import form_title
from kiosk.workshop.editing.held_lines import HeldLines
from kiosk.workshop.editing.language_choice import KEYS, LanguageChoice
from kiosk.workshop.editing.menu_button import MenuButton
from kiosk.workshop.editing.message_places import place_in_words
from kiosk.workshop.editing.pair_rows import FocusRow, PairRow
from kiosk.workshop.editing.pane_crumbs import PaneCrumbs
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet
from kiosk.workshop.editing.plain_rows import IdRow, ListRow, PlainRow
from kiosk.workshop.editing.table_file_row import TableFileRow
from kiosk.workshop.editing.table_row import EntryTableRow
from kiosk.workshop.editing.text_row import TextRow
from kiosk.workshop.editing.window_wording import window_words

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


_PASSED_ON = (
    "dragging_wanted",
    "confirmed",
    "added",
    "deleted",
    "renamed",
    "named",
    "wanted",
    "left",
)
"""The signals of some rows."""


_BETWEEN = " › "


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
    dragging_wanted = Signal()
    """The place of the form is to be moved on the map."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context: FormContext | None = None
        self._pool: dict[type[FieldRow], list[FieldRow]] = {}
        self._rows: list[FieldRow] = []
        self._is_grown = False
        """Whether a row has got widgets that Tab does not know in their place yet."""
        self._revealed: set[tuple[str, Location]] = set()
        self._sheet = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._crumbs = PaneCrumbs(self)
        self._crumbs.opened.connect(self.opened)
        self._crumbs.contents_wanted.connect(self.contents_wanted)
        layout.addWidget(self._crumbs)
        head = QHBoxLayout()
        self._title = QLabel(self)
        self._title.setObjectName("title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head.addWidget(self._title, 1)
        self.languages = LanguageChoice(self)
        self.languages.changed.connect(self._show_again)
        head.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignTop)
        self._next_languages = QShortcut(QKeySequence(KEYS), self)
        self._next_languages.activated.connect(self.languages.go_on)
        self._actions = FormActions(self)
        self._actions.edited.connect(self.edited)
        self._actions.opened.connect(self.opened)
        self._actions.deleted.connect(self.deleted)
        self._actions.copied.connect(self.copied)
        self._actions.shifted.connect(self.shifted)
        head.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        self._kept = QLabel(self)
        self._kept.setObjectName("wrong")
        self._kept.setTextFormat(Qt.TextFormat.PlainText)
        self._kept.setWordWrap(True)
        self._kept.hide()
        layout.addWidget(self._kept)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        self._page.setObjectName("page")
        self._fields = QVBoxLayout(self._page)
        self._fields.setContentsMargins(0, 4, 10, 24)
        self._fields.setSpacing(12)
        self._held = HeldLines(self._page)
        self._held.opened.connect(self.opened)
        self._more_menu = QMenu(self._page)
        self._more_menu.setToolTipsVisible(True)
        self._more = MenuButton(self._page, self._more_menu)
        self._more_menu.triggered.connect(self._reveal)
        self._scroll.setWidget(self._page)
        layout.addWidget(self._scroll, 1)

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
        before = self.context
        self.languages.offer(context)
        context = replace(context, beside_original=self.languages.chosen)
        self.context = context
        form, look = context.form, context.style.look
        sheet = pane_sheet(look, context.style.language)
        if sheet != self._sheet:
            self._sheet = sheet
            self.setFont(pane_font(look, context.style.language))
            self.setStyleSheet(sheet)
        shown = None if before is None else (before.form.file, before.form.location)
        is_same = shown == (form.file, form.location)
        self._crumbs.show_way(context)
        root = context.around.roots[form.file]
        self._title.setText(form_title(form, root, context.style.language))
        self._actions.offer(context)
        self._show_why_kept(context)
        self._show_rows(context)
        self._show_more(context)
        if not is_same:
            self._scroll.verticalScrollBar().setValue(0)

    def _show_why_kept(self, context: FormContext) -> None:
        style, error = context.style, context.first_error
        words = style.say("edit_kept_state")
        if error is not None:
            place = place_in_words(error, context.around.roots.get(error.file), style)[1:]
            found, _ = window_words(error, style.language)
            found = _BETWEEN.join([*(each for each in place if each not in found), found])
            words = style.say("edit_kept_because", reason=found)
        self._kept.setText(words)
        self._kept.setVisible(context.is_kept)

    def focus_field(self, location: Location, language: str) -> None:
        """Put the cursor into the field of a place of the form, if it is shown."""
        for row in self._rows:
            field = row.field
            if field is not None and location[: len(field.location)] == field.location:
                widget = row.first(language)
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                # Only after the layout has run is there something to scroll to.
                QTimer.singleShot(0, self, self.keep_focus_in_sight)
                return
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, file: str, location: Location) -> None:
        """Show the field of a place from now on, though nothing is written there."""
        self._revealed.add((file, location))

    @Slot()
    def keep_focus_in_sight(self) -> None:
        """Scroll as little as shows the field that has the keyboard."""
        widget: QWidget | None = self._page.focusWidget()
        if widget is not None and self._page.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, 80)

    @Slot()
    def _show_again(self) -> None:
        if self.context is not None:
            self.show_form(self.context)

    def _is_shown(self, field: Field, form: Form) -> bool:
        is_fixed = field.kind is FieldKind.CHOICE and len(field.choices) == 1
        revealed = (form.file, field.location) in self._revealed
        return not is_fixed and (field.required or field.node is not None or revealed)

    def _show_rows(self, context: FormContext) -> None:
        self._held.show_held(context)
        form = context.form
        used: dict[type[FieldRow], int] = {}
        rows: list[FieldRow] = []
        for field in form.fields:
            if self._is_shown(field, form):
                kind = _row_of(field)
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
            self._fields.removeWidget(self._held)
            while self._fields.count():
                self._fields.takeAt(0)
            for row in rows:
                self._fields.addWidget(row)
                row.show()
            self._fields.addWidget(self._held)
            self._fields.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
            self._fields.addStretch(1)
            self._rows = rows
            self._is_grown = True
        if self._is_grown:
            self._is_grown = False
            self._set_tab_order()

    def _set_tab_order(self) -> None:
        """Have Tab go through the fields as they stand, whichever row was made first."""
        around = [self._title, *(each for row in self._rows for each in row.tab_widgets)]
        around += [*self._held.lines, self._more]
        for one, other in pairwise(around):
            QWidget.setTabOrder(one, other)

    def _row(self, kind: type[FieldRow], number: int) -> FieldRow:
        rows = self._pool.setdefault(kind, [])
        while number >= len(rows):
            row = kind(self._page)
            row.edited.connect(self.edited)
            row.opened.connect(self.opened)
            row.fixed.connect(self.fixed)
            for name in _PASSED_ON:
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
        self._is_grown = True

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
        if self._more_menu.isVisible():
            # Somebody is choosing: entries that are made anew can't be chosen any more.
            return
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


def _row_of(field: Field) -> type[FieldRow]:
    """The row in which a field is edited."""
    if field.names == "table":
        return TableFileRow
    return FocusRow if field.point_of not in ("", "map") else ROWS[field.kind]
