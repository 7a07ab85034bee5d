"""A list of short entries, such as the points of a chart, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu

from kiosk.exhibit.authoring.key_names import key_explanation, key_name
from kiosk.exhibit.editing.form import FieldKind, entry_model, form_at
from kiosk.exhibit.editing.listed_rows import ListedRows
from kiosk.languages.language import language as language_of
from kiosk.workshop.editing.field_row import FieldRow
from kiosk.workshop.editing.grid_rows import GridTable
from kiosk.workshop.editing.menu_button import MenuButton
from kiosk.workshop.editing.table_grid import TableGrid
from kiosk.workshop.editing.window_wording import window_words

if TYPE_CHECKING:
    from pydantic import BaseModel
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.form import Field
    from kiosk.exhibit.tables.table_changes import TableChange
    from kiosk.text.yaml_source import Location
    from kiosk.workshop.editing.form_context import FormContext

_WANTED = {
    "line": ("at", "value"),
    "timeline": ("at", "label"),
    "bar": ("label", "value"),
    "ranking": ("zone", "value"),
    "areas": ("label", "value"),
    "depths": ("label", "value"),
}
"""What the points of each kind of chart have, before there are any."""


class EntryTableRow(FieldRow):
    """Shows the entries as rows and their keys as columns, with a button for further keys."""

    def build(self) -> None:
        self._listed = ListedRows((), ())
        self._revealed: dict[Location, set[str]] = {}
        self.grid = TableGrid(self)
        self.grid.changed.connect(self._change)
        self.body.addWidget(self.grid)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._more = MenuButton(self, self._menu)
        self._menu.triggered.connect(self._reveal)
        around = QHBoxLayout()
        around.addWidget(self._more)
        around.addStretch(1)
        self.body.addLayout(around)

    def first(self, language: str) -> QWidget:
        return self.grid.view

    def fill(self, field: Field, context: FormContext) -> None:
        file, root = context.form.file, context.around.roots[context.form.file]
        model = entry_model(file, root, field.location)
        if model is None:
            return
        wanted = {*self._usual(model, context), *self._revealed.get(field.location, ())}
        listed = ListedRows.of(field.node, model, context.languages, wanted)
        self._listed = listed
        heads = tuple(_head(model.__name__, column, context) for column in listed.columns)
        form = form_at(file, root, (*field.location, 0))
        kinds = {} if form is None else {each.key: each.kind for each in form.fields}
        figures = {
            number
            for number, column in enumerate(listed.columns)
            if kinds.get(str(column[0])) is FieldKind.FIGURE
        }
        notes = self._notes_of(field, context)
        table = GridTable(listed.rows, heads, frozenset(figures), notes)
        self.grid.name_as(self.accessibleName())
        self.grid.show_table(table, context.style)
        self._offer(model, context)

    def _usual(self, model: type[BaseModel], context: FormContext) -> tuple[str, ...]:
        root, location = context.around.roots[context.form.file], context.form.location
        for length in range(len(location), -1, -1):
            chart = root.at((*location[:length], "chart"))
            if chart is not None:
                wanted = _WANTED.get(str(chart.value), ("value",))
                # Bars that have dates or places need no names besides.
                return tuple(key for key in wanted if key != "label" or not self._is_named())
        fields = model.model_fields.items()
        return tuple(info.alias or name for name, info in fields if info.is_required())

    def _is_named(self) -> bool:
        """Whether the entries say with a date or a place what each of them is of."""
        node = None if self.field is None else self.field.node
        entries = node.value if node is not None and node.kind == "list" else ()
        return any(each.at((key,)) is not None for each in entries for key in ("at", "zone"))

    def _notes_of(self, field: Field, context: FormContext) -> dict[tuple[int, int], str]:
        """What the check says of entries, each at the nearest cell."""
        notes: dict[tuple[int, int], list[str]] = {}
        for place, messages in context.messages.items():
            length = len(field.location)
            if place[:length] == field.location and len(place) > length:
                row = place[length]
                rest = place[length + 1 :]
                columns = self._listed.columns
                found = (n for n, column in enumerate(columns) if rest and rest[:1] == column[:1])
                exact = columns.index(rest) if rest in columns else next(found, 0)
                said = [window_words(message, context.style.language) for message in messages]
                words = [f"{text}: {hint}" if hint else text for text, hint in said]
                notes.setdefault((int(row), exact), []).extend(words)
        return {cell: "\n".join(dict.fromkeys(words)) for cell, words in notes.items()}

    def _offer(self, model: type[BaseModel], context: FormContext) -> None:
        """Offer the keys that have no column yet."""
        shown = {column[0] for column in self._listed.columns}
        self._menu.clear()
        for name, info in model.model_fields.items():
            key = info.alias or name
            if key not in shown:
                action = self._menu.addAction(key_name(model.__name__, key, context.style.language))
                action.setData(key)
                action.setToolTip(key_explanation(model.__name__, key, context.style.language))
        self._more.setText(context.style.say("edit_more_columns"))
        self._more.setVisible(not self._menu.isEmpty())

    @Slot(object)
    def _reveal(self, action: QAction) -> None:
        if self.field is not None and self.context is not None:
            self._revealed.setdefault(self.field.location, set()).add(str(action.data()))
            self.fill(self.field, self.context)

    @Slot(object)
    def _change(self, change: TableChange) -> None:
        if self.field is not None and self.context is not None:
            file = self.context.form.file
            self.change(*self._listed.edits(file, self.field.location, change))


def _head(model: str, column: Location, context: FormContext) -> str:
    name = key_name(model, str(column[0]), context.style.language)
    return f"{name} {language_of(str(column[1])).drawn}" if len(column) > 1 else name
