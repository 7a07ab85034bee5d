"""Offers to take a photograph in as JPEG that not every machine can show as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from kiosk.look.foreign_pictures import NotDecoded, decoded, decoders
from kiosk.look.picture_kind import HEAD_BYTES, PictureKind, kind_by_decoder, kind_of
from kiosk.workshop.editing.desk_dialog import MARGINS_PX, DeskDialog
from kiosk.workshop.editing.pane_style import pane_font, write_in

if TYPE_CHECKING:
    from typing import BinaryIO

    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle

_SUFFIXES = {PictureKind.JPEG: ".jpg", PictureKind.PNG: ".png"}


class Turned(NamedTuple):
    """A photograph turned into another kind: what it was, what it is now, and its bytes."""

    was: str
    kind: str
    suffix: str
    content: bytes


def turned_into_jpeg(source: BinaryIO) -> Turned | None:
    """An AVIF or HEIC as JPEG, or as PNG where it can be seen through; None for anything else,
    and where it can't be decoded here.  For workers."""
    kind = kind_by_decoder(source.read(HEAD_BYTES))
    if kind is None or kind not in decoders():
        return None
    try:
        content = decoded(source, kind).content
    except NotDecoded:
        return None
    read_as = kind_of(content[:HEAD_BYTES])
    if read_as not in _SUFFIXES:
        return None
    return Turned(kind.spoken, read_as.spoken, _SUFFIXES[read_as], content)


class JpegOffer(DeskDialog):
    """Accepted, the photograph is taken in as JPEG; rejected, as it is."""

    def __init__(self, parent: QWidget, style: InterfaceStyle, name: str, turned: Turned) -> None:
        title = style.say("edit_foreign_picture", file=name, kind=turned.was)
        super().__init__(parent, style, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS_PX)
        layout.setSpacing(12)
        note = style.say("edit_foreign_picture_note", kind=turned.was, other=turned.kind)
        for own, words in (("title", title), ("note", note)):
            label = QLabel(words, self)
            label.setObjectName(own)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFont(pane_font(style.look, style.language))
            write_in(label, style.language)
            layout.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        self.keep = QPushButton(style.say("edit_foreign_picture_keep"), self)
        self.turn = QPushButton(style.say("edit_foreign_picture_turn", other=turned.kind), self)
        for button in (self.keep, self.turn):
            button.setFont(pane_font(style.look, style.language))
            write_in(button, style.language)
            row.addWidget(button)
        layout.addLayout(row)
        self.turn.setDefault(True)
        self.keep.setAutoDefault(False)
        self.turn.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
