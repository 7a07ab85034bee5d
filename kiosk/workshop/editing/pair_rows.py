"""Fields of two numbers: a place on a drawing, and a point of a picture with what it keeps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton

from kiosk.exhibit.editing.edits import SetValue
from kiosk.jobs import Answer, Jobs
from kiosk.look.pictures import read_head, read_picture
from kiosk.look.unusable_picture import UnusablePicture
from kiosk.workshop.editing.field_row import FieldRow
from kiosk.workshop.editing.focus_picture import FocusPicture
from kiosk.workshop.editing.picture_crops import PictureCrops

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.form import Field
    from kiosk.look.inks import Inks
    from kiosk.look.kept_point import Focus
    from kiosk.workshop.editing.form_context import FormContext

_SEEN = QSize(640, 480)
"""A picture is decoded no larger than it is seen here."""
_MIDDLE: Focus = (0.5, 0.5)
_AXES = ("edit_across", "edit_down_axis")


class PairRow(FieldRow):
    """Two numbers, each by its name; a place on the map can be dragged there."""

    dragging_wanted = Signal()
    """The place is to be moved on the map."""

    def build(self) -> None:
        around = QHBoxLayout()
        self._lines = (QLineEdit(self), QLineEdit(self))
        self._names = (QLabel(self), QLabel(self))
        for name, line in zip(self._names, self._lines, strict=True):
            name.setObjectName("note")
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setBuddy(line)
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.textEdited.connect(self._write)
            around.addWidget(name)
            around.addWidget(line, 1)
        self._drag = QPushButton(self)
        self._drag.clicked.connect(self.dragging_wanted)
        around.addWidget(self._drag)
        self.body.addLayout(around)

    def first(self, language: str) -> QWidget:
        return self._lines[0]

    def fill(self, field: Field, context: FormContext) -> None:
        say = context.style.say
        for name, line, axis, words in zip(
            self._names, self._lines, _AXES, (*field.entries, "", "")[:2], strict=True
        ):
            if not line.hasFocus():
                line.setText(words)
            name.setText(say(axis))
            self.name_of(line, say(axis))
        self._drag.setText(say("edit_drag_on_map"))
        self.name_of(self._drag, self._drag.text())
        self._drag.setVisible(field.point_of == "map")

    @Slot()
    def _write(self) -> None:
        values = [line.text().strip() for line in self._lines]
        if all(values):
            self._set(values)

    def _set(self, values: list[str]) -> None:
        if self.field is not None and self.context is not None:
            file, place = self.context.form.file, self.field.location
            self.change(SetValue(file, place, list(values)), joins=f"{file}:{place}")


class FocusRow(PairRow):
    """The point of a picture: moved on the picture itself, beside what each shape keeps of it."""

    def build(self) -> None:
        self._image = QImage()
        self._wanted: tuple[str, Inks] | None = None
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self.picture = FocusPicture(self)
        self.picture.moved.connect(self._show_crops)
        self.picture.dropped.connect(self._drop)
        self.crops = PictureCrops(self)
        self._none = QLabel(self)
        self._none.setObjectName("note")
        self._none.setTextFormat(Qt.TextFormat.PlainText)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.crops, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(beside)
        self.body.addWidget(self._none)
        super().build()

    def first(self, language: str) -> QWidget:
        return self.picture if not self._image.isNull() else self._lines[0]

    def fill(self, field: Field, context: FormContext) -> None:
        super().fill(field, context)
        named = context.form.field(field.point_of)
        file = "" if named is None else named.written
        inks = context.style.look.theme.inks
        # What is copied into the content comes to be a moment later.
        if (file, inks) != self._wanted or self._image.isNull():
            self._image = QImage() if (file, inks) != self._wanted else self._image
            self._wanted = (file, inks)
            if file and context.folder is not None:
                path = context.folder / "pictures" / file
                self._jobs.ask("picture", partial(_read, path, inks))
        self.name_of(self.picture, context.style.say("edit_drag_point"))
        self.picture.setToolTip(context.style.say("edit_drag_point"))
        self._show()

    def _at(self) -> Focus:
        try:
            x, y = map(float, self.field.entries if self.field is not None else ())
        except ValueError:
            return _MIDDLE
        return (x, y) if 0 <= x <= 1 and 0 <= y <= 1 else _MIDDLE

    def _show(self) -> None:
        if self.context is None:
            return
        style = self.context.style
        is_there = not self._image.isNull()
        self.picture.setVisible(is_there)
        self.crops.setVisible(is_there)
        self._none.setVisible(not is_there)
        self._none.setText(style.say("edit_no_picture_yet"))
        self.picture.show_picture(self._image, self._at(), style.look)
        self._show_crops(*self.picture.at)

    @Slot(float, float)
    def _show_crops(self, x: float, y: float) -> None:
        if self.context is None:
            return
        say = self.context.style.say
        self.crops.show_crops(self._image, (x, y), self.context)
        said = [f"{say(axis)} {part:.2f}" for axis, part in zip(_AXES, (x, y), strict=True)]
        self.picture.setAccessibleDescription(", ".join(said))

    @Slot(float, float)
    def _drop(self, x: float, y: float) -> None:
        self._set([f"{x:g}", f"{y:g}"])

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        self._image = QImage() if answer.error is not None else answer.value
        self._show()


def _read(path: Path, inks: Inks) -> QImage:
    """The whole picture, as large as it is seen here; a null image where it can't be read."""
    try:
        size = read_head(path).upright.scaled(_SEEN, Qt.AspectRatioMode.KeepAspectRatio)
    except (UnusablePicture, OSError):
        return QImage()
    return read_picture(path, size, inks)
