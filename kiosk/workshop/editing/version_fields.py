"""What differs between two versions of a file, field by field, with a choice for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.exhibit.editing.form import form_at
from kiosk.jobs import Answer, Jobs
from kiosk.look.pictures import read_picture
from kiosk.workshop.editing.difference_words import shortened_words
from kiosk.workshop.editing.form_titles import way_in_titles
from kiosk.workshop.editing.pane_style import write_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from kiosk.exhibit.editing.merging import FieldVersions
    from kiosk.look.inks import Inks
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.yaml_source import Node

_PICTURE = QSize(180, 120)
_COLUMNS = ("edit_before", "edit_theirs", "edit_ours")


class VersionFields(QScrollArea):
    """A group for each field: how it was, theirs and ours."""

    def __init__(
        self,
        parent: QWidget,
        style: InterfaceStyle,
        file: str,
        roots: tuple[Node, Node],
        found: Sequence[FieldVersions],
        pictures: Path,
    ) -> None:
        """`roots` are the trees of theirs and ours; `pictures` the folder in which they are."""
        super().__init__(parent)
        self._style, self._file, self._roots, self._pictures = style, file, roots, pictures
        self._found = tuple(found)
        self._images: dict[str, list[QLabel]] = {}
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._show_picture)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self)
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.setSpacing(14)
        self.choices = [self._group(page, layout, each) for each in self._found]
        layout.addStretch(1)
        self.setWidget(page)

    @property
    def chosen(self) -> tuple[FieldVersions, ...]:
        """The fields of which ours was chosen."""
        pairs = zip(self._found, self.choices, strict=True)
        return tuple(each for each, (_, ours) in pairs if ours.isChecked())

    def choose_as(self, other: VersionFields) -> None:
        """Choose as there, of every field whose versions are the same in both."""
        chosen = {
            (each.location, each.is_in_theirs): (each, ours.isChecked())
            for each, (_, ours) in zip(other._found, other.choices, strict=True)
        }
        for each, (theirs, ours) in zip(self._found, self.choices, strict=True):
            was = chosen.get((each.location, each.is_in_theirs))
            if was is not None and was[0].says_the_same(each):
                (ours if was[1] else theirs).setChecked(True)

    def _group(
        self, page: QWidget, layout: QVBoxLayout, each: FieldVersions
    ) -> tuple[QRadioButton, QRadioButton]:
        """A field; give the buttons that choose theirs and ours."""
        root = self._roots[0 if each.is_in_theirs else 1]
        name = way_in_titles(self._file, root, each.location, self._style.language)
        group = QWidget(page)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        heading = _label(group, "key", name)
        write_in(heading, self._style.language)
        grid.addWidget(heading, 0, 0, 1, 3)
        is_picture = self._names_picture(root, each)
        theirs, ours = QRadioButton(group), QRadioButton(group)
        for column, (word, node, button) in enumerate(
            zip(_COLUMNS, (each.before, each.theirs, each.ours), (None, theirs, ours), strict=True)
        ):
            said, shown = self._style.say(word), _words(node)
            if button is None:
                grid.addWidget(_label(group, "note", said), 1, column)
            else:
                button.setText(said)
                button.setAccessibleName(f"{name}, {said}: {shown}")
                grid.addWidget(button, 1, column)
            words = _label(group, "", shown)
            grid.addWidget(words, 2, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
            if is_picture and node is not None:
                self._want_picture(group, grid, column, str(node.value))
        (theirs if each.is_theirs_alone else ours).setChecked(True)
        layout.addWidget(group)
        return theirs, ours

    def _names_picture(self, root: Node, each: FieldVersions) -> bool:
        form = form_at(self._file, root, each.location[:-1])
        key = str(each.location[-1]) if each.location else ""
        field = None if form is None else form.field(key)
        return field is not None and field.names == "picture"

    def _want_picture(self, group: QWidget, grid: QGridLayout, column: int, file: str) -> None:
        label = QLabel(group)
        label.setAccessibleName(file)
        grid.addWidget(label, 3, column, Qt.AlignmentFlag.AlignTop)
        self._images.setdefault(file, []).append(label)
        read = partial(_read, self._pictures / file, self._style.look.theme.inks)
        self._jobs.ask(file, read)

    @Slot(object)
    def _show_picture(self, answer: Answer) -> None:
        if answer.error is None and not answer.value.isNull():
            for label in self._images.get(answer.key, ()):
                label.setPixmap(QPixmap.fromImage(answer.value))


def _read(path: Path, inks: Inks) -> QImage:
    return read_picture(path, _PICTURE, inks)


def _label(parent: QWidget, name: str, words: str) -> QLabel:
    label = QLabel(words, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _words(node: Node | None) -> str:
    """What a version says there; of a whole entry all that it says."""
    if node is None:
        return shortened_words(None)
    if node.kind == "text":
        return str(node.value).strip()
    return shortened_words(" · ".join(_texts(node)))


def _texts(node: Node) -> list[str]:
    if node.kind == "text":
        return [str(node.value).strip()]
    inside = node.value.values() if node.kind == "mapping" else node.value
    return [text for each in inside for text in _texts(each)]
