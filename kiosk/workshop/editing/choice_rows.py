"""Fields with a choice: one of several words, yes or no, or the name of something that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kiosk.exhibit.authoring.key_names import choice_explanation, choice_name
from kiosk.exhibit.editing.edits import Move, SetText, SetValue
from kiosk.exhibit.editing.named_things import Named, named_things
from kiosk.exhibit.editing.unnamed_sources import naming
from kiosk.workshop.editing.choices import Choices
from kiosk.workshop.editing.elided_button import ElidedButton
from kiosk.workshop.editing.field_row import FieldRow
from kiosk.workshop.editing.pane_style import ICON_PX, pane_icon, write_in
from kiosk.workshop.editing.tick_box import TickBox

if TYPE_CHECKING:
    from kiosk.exhibit.editing.form import Field
    from kiosk.workshop.editing.form_context import FormContext


class ChoiceRow(FieldRow):
    """One of the words that a key can have, by what they mean."""

    def build(self) -> None:
        self.choices = Choices(self)
        self.choices.activated.connect(self._choose)
        self.body.addWidget(self.choices)

    def first(self, language: str) -> QWidget:
        return self.choices

    def fill(self, field: Field, context: FormContext) -> None:
        language = context.style.language
        found = [Named(choice, "") for choice in field.choices]
        usual = choice_name(field.usual, language) if field.usual else "–"
        nothing = None if field.required else usual
        write_in(self.choices, language)
        self.choices.offer(found, field.written, nothing=nothing)
        for number in range(self.choices.count()):
            choice = str(self.choices.itemData(number))
            if choice:
                self.choices.setItemText(number, choice_name(choice, language))
                meaning = choice_explanation(choice, language)
                self.choices.setItemData(number, meaning, Qt.ItemDataRole.ToolTipRole)
        self.choices.setEnabled(len(field.choices) != 1)
        self.name_of(self.choices)

    @Slot(int)
    def _choose(self, number: int) -> None:
        written = str(self.choices.itemData(number))
        if self.field is not None and self.context is not None and written != self.field.written:
            self.change(SetText(self.context.form.file, self.field.location, written))


class ChoicesRow(FieldRow):
    """Several of the words that a list can have: each a box to be ticked.

    What is ticked stands behind the others: of languages the first one is the original.
    """

    def build(self) -> None:
        self._boxes: dict[str, TickBox] = {}

    def first(self, language: str) -> QWidget:
        return next(iter(self._boxes.values()), self)

    def fill(self, field: Field, context: FormContext) -> None:
        for choice in dict.fromkeys((*field.choices, *field.entries)):
            if choice not in self._boxes:
                box = TickBox(self)
                box.setObjectName(choice)
                box.clicked.connect(self._choose)
                self.body.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
                self._boxes[choice] = box
        chosen = field.entries or field.choices
        for choice, box in self._boxes.items():
            box.setChecked(choice in chosen)
            box.setVisible(choice in field.choices or choice in field.entries)
            box.say(choice_name(choice, context.style.language))
            box.setToolTip(choice_explanation(choice, context.style.language))
            self.name_of(box, choice_name(choice, context.style.language))

    @Slot()
    def _choose(self) -> None:
        field, context = self.field, self.context
        if field is None or context is None:
            return
        before = field.entries or field.choices
        ticked = [choice for choice, box in self._boxes.items() if box.isChecked()]
        kept = [choice for choice in before if choice in ticked]
        chosen = [*kept, *(choice for choice in ticked if choice not in kept)]
        if chosen:
            self.change(SetValue(context.form.file, field.location, chosen))
        else:
            self.fill(field, context)


class TruthRow(FieldRow):
    """Yes or no."""

    def build(self) -> None:
        self.box = TickBox(self)
        self.box.clicked.connect(self._choose)
        self.body.addWidget(self.box)

    def first(self, language: str) -> QWidget:
        return self.box

    def fill(self, field: Field, context: FormContext) -> None:
        self.box.setChecked((field.written or field.usual).lower() in ("true", "yes", "on", "1"))
        self.box.say(context.style.say("edit_yes"))
        self.name_of(self.box)

    @Slot(bool)
    def _choose(self, chosen: bool) -> None:
        field, context = self.field, self.context
        if field is not None and context is not None:
            usual = "true" if chosen else "false"
            written = "" if usual == field.usual and not field.required else usual
            self.change(SetText(context.form.file, field.location, written))


class _ChosenName(QWidget):
    """One of several things that a field names: its title, and a button that leaves it out."""

    opened = Signal(str)
    gone = Signal(str)
    raised = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._written = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._title = ElidedButton(self, "entry")
        self._gone = QToolButton(self)
        self._gone.setIconSize(QSize(ICON_PX - 2, ICON_PX - 2))
        self._gone.setProperty("quiet", True)
        self._up = QToolButton(self)
        self._up.setIconSize(QSize(ICON_PX - 2, ICON_PX - 2))
        self._up.setProperty("quiet", True)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._up)
        layout.addWidget(self._gone)
        self._title.clicked.connect(self._open)
        self._up.clicked.connect(self._raise)
        self._gone.clicked.connect(self._leave)

    def show_name(self, named: Named, context: FormContext, *, is_first: bool) -> None:
        self._written = named.written
        title = named.title or named.written
        self._title.say(title)
        up = context.style.say("edit_up")
        self._up.setIcon(pane_icon(context.style.look, "chevron-up"))
        self._up.setToolTip(up)
        self._up.setAccessibleName(f"{up}: {title}")
        self._up.setVisible(not is_first)
        self._gone.setIcon(pane_icon(context.style.look, "x"))
        said = context.style.say("edit_leave_out", name=title)
        self._gone.setToolTip(said)
        self._gone.setAccessibleName(said)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._written)

    @Slot()
    def _leave(self) -> None:
        self.gone.emit(self._written)

    @Slot()
    def _raise(self) -> None:
        self.raised.emit(self._written)


class NamedRow(FieldRow):
    """The name of something that is elsewhere, or several: chosen from what there is."""

    named = Signal(str, str)
    """Something of a kind is to be shown: the kind and its name."""
    wanted = Signal(str, object)
    """Something new of a kind is to be made, and named in the field."""

    def build(self) -> None:
        self._chosen: list[_ChosenName] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(3)
        self.body.addLayout(self._list)
        around = QHBoxLayout()
        self.choices = Choices(self)
        self.choices.find_by_letters()
        self.choices.activated.connect(self._choose)
        self._open = QPushButton(self)
        self._new = QPushButton(self)
        around.addWidget(self.choices, 1)
        around.addWidget(self._open)
        around.addWidget(self._new)
        self.body.addLayout(around)
        self._open.clicked.connect(self._open_it)
        self._new.clicked.connect(self._want)

    def first(self, language: str) -> QWidget:
        return self.choices

    def fill(self, field: Field, context: FormContext) -> None:
        say, language = context.style.say, context.style.language
        found = named_things(field.names, context.around, context.form, language)
        entries = field.entries if field.many else ()
        titles = {each.written: each for each in found}
        while len(self._chosen) < len(entries):
            chosen = _ChosenName(self)
            chosen.opened.connect(self._open_name)
            chosen.gone.connect(self._leave)
            chosen.raised.connect(self._raise_name)
            self.grown.emit(chosen)
            self._list.addWidget(chosen)
            self._chosen.append(chosen)
        for number, (chosen, written) in enumerate(zip(self._chosen, entries, strict=False)):
            named = titles.get(written, Named(written, ""))
            chosen.show_name(named, context, is_first=number == 0)
            chosen.show()
        for spare in self._chosen[len(entries) :]:
            spare.hide()
        write_in(self.choices, language)
        if field.many:
            left = [each for each in found if each.written not in entries]
            self.choices.offer(left, "", nothing=say("edit_choose"))
            self.choices.setVisible(field.most is None or len(entries) < field.most)
        else:
            self.choices.offer(found, field.written, nothing=None if field.required else "–")
            self.choices.show()
        self._open.setText(say("edit_open"))
        self._open.setVisible(not field.many and field.written in titles and _leads(field.names))
        new = say("edit_choose" if field.names in FILE_KINDS else "edit_new")
        self._new.setText(new)
        self._new.setVisible(field.names in NEW_KINDS)
        self.name_of(self.choices)
        letters = self.choices.lineEdit()
        if letters is not None:
            self.name_of(letters)
        self.name_of(self._new, new)

    @Slot(int)
    def _choose(self, number: int) -> None:
        field, context = self.field, self.context
        written = self.choices.itemData(number)
        if field is None or context is None or written is None:
            return
        if not field.many:
            if written != field.written:
                self.change(SetText(context.form.file, field.location, str(written)))
        elif written:
            file, roots = context.form.file, context.around.roots
            self.change(*naming(roots, file, field.location, field.entries, str(written)))

    def _set(self, entries: tuple[str, ...]) -> None:
        assert self.field is not None
        assert self.context is not None
        self.change(SetValue(self.context.form.file, self.field.location, list(entries)))

    @Slot(str)
    def _leave(self, written: str) -> None:
        if self.field is not None:
            self._set(tuple(each for each in self.field.entries if each != written))

    @Slot(str)
    def _raise_name(self, written: str) -> None:
        """One place further up in the list."""
        if self.field is None or self.context is None:
            return
        at = self.field.entries.index(written)
        self.change(Move(self.context.form.file, (*self.field.location, at), at - 1))

    @Slot(str)
    def _open_name(self, written: str) -> None:
        if self.field is not None:
            self.named.emit(self.field.names, written)

    @Slot()
    def _open_it(self) -> None:
        if self.field is not None:
            self.named.emit(self.field.names, self.field.written)

    @Slot()
    def _want(self) -> None:
        if self.field is not None:
            self.wanted.emit(self.field.names, self.field)


FILE_KINDS = frozenset({"picture", "table"})
NEW_KINDS = frozenset({"source", "unit", "picture", "table"})
"""What can be made on the spot: an entry of a file, or a copy of a file from elsewhere."""
_LEADING_KINDS = frozenset({"source", "unit", "zone", "place", "layer", "fact"})


def _leads(kind: str) -> bool:
    return kind in _LEADING_KINDS
