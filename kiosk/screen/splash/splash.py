"""The splash: last time's picture of the map home, on the screen before anything is read.

Reading the map and building the exhibit takes a few tenths of a second, of which most is Python
reading its own modules.  A picture of the resting home view is kept; at the next start it is shown
at once if nothing that it shows has changed, and the exhibit replaces it when it can be touched.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.image_reader import image_reader
from kiosk.plain_file import FileRefused, read_plain_bytes, read_plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent

PICTURE = "splash.jpg"
NOTE = "splash.txt"
"""The two files of its folder."""
_LIMIT_LINES = 400
_NOTE_LIMIT_BYTES = 256 * 1024
_PICTURE_LIMIT_BYTES = 16 * 1024 * 1024


class Splash(QWidget):
    """A window that shows one picture and takes no part in anything.

    Nothing here asks for `Qt` itself: to make its enumerations takes PySide longer than all else.
    """

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self._picture = picture

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawImage(self.rect(), self._picture)


def drawn_splash(folder: Path, words: Sequence[str]) -> Splash | None:
    """The splash for a start with these words, or None where it would show something old.

    It is old when a file has changed that the picture shows, or a word of the command line, or
    the size of the screen.
    """
    try:
        note = read_plain_text(folder / NOTE, _NOTE_LIMIT_BYTES, follow=False).splitlines()
    except FileRefused:
        return None
    if not note or len(note) > _LIMIT_LINES or note[0] != start_line(words):
        return None
    files = [Path(line.partition("\t")[0]) for line in note[1:]]
    if note[1:] != states_of(files):
        return None
    picture = _read_picture(folder / PICTURE)
    screen = QGuiApplication.primaryScreen()
    # As QWidget.grab rounds it.
    pixels = (QSizeF(screen.geometry().size()) * screen.devicePixelRatio()).toSize()
    if picture.isNull() or picture.size() != pixels:
        return None
    return Splash(picture)


def _read_picture(file: Path) -> QImage:
    """The picture, read as JPEG only; a null image if there is none."""
    try:
        content = read_plain_bytes(file, _PICTURE_LIMIT_BYTES, follow=False)
    except FileRefused:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return image_reader(buffer, "jpeg").read()


def states_of(files: Iterable[Path]) -> list[str]:
    """What tells later whether one of these files has changed."""
    return [_state(file) for file in files]


def start_line(words: Sequence[str]) -> str:
    """The first line of the note: the command line of the start."""
    return " ".join(("kiosk", *words)).replace("\n", " ")


def _state(file: Path) -> str:
    """A file's name with its size and the moment of its last change."""
    try:
        found = file.stat()
    except OSError:
        return f"{file}\t-"
    return f"{file}\t{found.st_size}\t{found.st_mtime_ns}"
