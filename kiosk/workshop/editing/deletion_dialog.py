"""Says before something is deleted who names it, leads there, and asks what is to become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from kiosk.workshop.editing.choices import Choices
from kiosk.workshop.editing.desk_dialog import MARGINS_PX, DeskDialog
from kiosk.workshop.editing.pane_style import write_in
from kiosk.workshop.editing.place_lines import PlaceLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.named_things import Named
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.editing.place_lines import PlaceLine

_WIDTH, _HIGHEST_LIST = 620, 320


class DeletionDialog(DeskDialog):
    """A list of mentions, a choice of what is named there instead, and a way out."""

    shown = Signal(int)
    """The mention of this number is to be looked at; nothing is deleted."""

    def __init__(
        self,
        parent: QWidget,
        style: InterfaceStyle,
        title: str,
        lines: Sequence[PlaceLine],
        others: Sequence[Named],
        hidden: int = 0,
    ) -> None:
        """`others` are the things that could be named instead; of so many lines visitors would see
        nothing any more where none is."""
        super().__init__(parent, style, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS_PX)
        layout.setSpacing(10)
        for name, words in (("title", title), ("note", style.say("delete_named_here"))):
            label = QLabel(words, self)
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            write_in(label, style.language)
            layout.addWidget(label)
        self._said = tuple(lines)
        self.lines = PlaceLines(self)
        self.lines.show_lines(lines)
        self.lines.be_as_high_as_lines(_HIGHEST_LIST)
        self.lines.chosen.connect(self._show)
        layout.addWidget(self.lines)
        self.instead = Choices(self)
        self.instead.addItem(style.say("delete_leave_out"), "")
        for other in others:
            said = f"{other.title} — {other.written}" if other.title else other.written
            self.instead.addItem(said, other.written)
        self.instead.setAccessibleName(style.say("delete_instead"))
        what = QLabel(style.say("delete_instead"), self)
        what.setObjectName("key")
        what.setBuddy(self.instead)
        for each in (what, self.instead):
            each.setVisible(bool(others))
            layout.addWidget(each)
        self.missed = QLabel(style.say("delete_missed", count=str(hidden)), self)
        self.missed.setObjectName("wrong")
        self.missed.setTextFormat(Qt.TextFormat.PlainText)
        self.missed.setWordWrap(True)
        self.missed.setVisible(hidden > 0)
        write_in(self.missed, style.language)
        layout.addWidget(self.missed)
        self._hidden = hidden
        self.instead.currentIndexChanged.connect(self._follow)
        row = QHBoxLayout()
        row.addStretch(1)
        self.delete = QPushButton(style.say("edit_delete"), self)
        self.stay = QPushButton(style.say("edit_cancel"), self)
        self.delete.setAutoDefault(False)
        self.stay.setDefault(True)
        self.delete.clicked.connect(self.accept)
        self.stay.clicked.connect(self.reject)
        row.addWidget(self.delete)
        row.addWidget(self.stay)
        layout.addLayout(row)
        self.stay.setFocus()

    @property
    def chosen(self) -> str:
        """What is to be named instead; empty where the mentions go."""
        return str(self.instead.currentData() or "")

    @Slot()
    def _follow(self) -> None:
        """Where another thing is named, nothing becomes of these places but that."""
        is_out = not self.chosen
        self.missed.setVisible(is_out and self._hidden > 0)
        self.lines.show_lines([each if is_out else each._replace(words="") for each in self._said])

    @Slot(int, str)
    def _show(self, line: int, _: str) -> None:
        self.reject()
        self.shown.emit(line)
