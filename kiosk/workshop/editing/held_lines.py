"""What holds for a figure by what it stands in: the source and the date of its panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.exhibit.authoring.key_names import key_name
from kiosk.exhibit.editing.named_things import words_of
from kiosk.exhibit.model.values import WrittenDate
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE
from kiosk.languages.numbers import date_words
from kiosk.workshop.editing.elided_button import ElidedButton
from kiosk.workshop.editing.pane_style import write_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.editing.form import Form
    from kiosk.text.yaml_source import Location, Node
    from kiosk.workshop.editing.form_context import FormContext

_HELD = ("as_of", "source")


class HeldValue(NamedTuple):
    """A key of what a figure stands in, where it is written, and what is written there."""

    key: str
    location: Location
    node: Node


class HeldLines(QWidget):
    """A line for each; it leads to the field in which it is changed for all that it holds for."""

    opened = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._file = ""
        self._shown: tuple[HeldValue, ...] = ()
        self.lines: list[ElidedButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for number in range(len(_HELD)):
            line = ElidedButton(self, "entry")
            line.setProperty("line", number)
            line.clicked.connect(self._open)
            layout.addWidget(line)
            self.lines.append(line)

    def show_held(self, context: FormContext) -> None:
        """Show what holds for the figure of a form; nothing for any other form."""
        root = context.around.roots[context.form.file]
        self._file, self._shown = context.form.file, tuple(held_values(root, context.form))
        for line, held in zip(self.lines, self._shown, strict=False):
            style = context.style
            is_page = "pages" in held.location
            name = key_name(context.form.model, held.key, style.language)
            words = _said(held, context)
            line.say(
                style.say("edit_held_page" if is_page else "edit_held", name=name, value=words)
            )
            line.setToolTip(style.say("edit_held_hint", name=name))
            line.setAccessibleDescription(line.toolTip())
            write_in(line, style.language)
            line.show()
        for spare in self.lines[len(self._shown) :]:
            spare.hide()
        self.setVisible(bool(self._shown))

    @Slot()
    def _open(self) -> None:
        held = self._shown[int(self.sender().property("line"))]
        self.opened.emit(self._file, held.location)


def held_values(root: Node, form: Form) -> Iterator[HeldValue]:
    """What a figure without a date or source of its own has from what it stands in."""
    if form.field("value") is None:
        return
    for key in _HELD:
        own = form.field(key)
        if own is None or own.node is not None:
            continue
        for length in range(len(form.location) - 1, 0, -1):
            place = (*form.location[:length], key)
            node = root.at(place)
            if node is not None:
                yield HeldValue(key, place, node)
                break


def _said(held: HeldValue, context: FormContext) -> str:
    """A date in words, sources by who has published them."""
    language = context.style.language
    written = held.node.value if held.node.kind == "list" else (held.node,)
    if held.key == "as_of":
        try:
            return date_words(WrittenDate.parse(str(held.node.value)), language)
        except ValueError:
            return words_of(held.node, language)
    sources = context.around.roots.get(SOURCES_FILE)
    said = []
    for each in written:
        entry = None if sources is None else sources.at((str(each.value), "publisher"))
        said.append(words_of(entry, language) or str(each.value))
    return " · ".join(said)
