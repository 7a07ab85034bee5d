"""A story's picture: it fills the map's place, read and drawn off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QRunnable, QSize, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.look.pictures import read_picture

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.look.look import Look

_KEPT = 3


class _Reading(QRunnable):
    """Reads and draws one picture in the pool."""

    def __init__(self, pictures: _Pictures, file: Path, size: QSize) -> None:
        super().__init__()
        self._pictures = pictures
        self._file = file
        self._size = size

    def run(self) -> None:
        self._pictures.came.emit(self._file, self._size, read_picture(self._file, self._size))


class _Pictures(QObject):
    """Carries finished pictures from the pool to the GUI thread."""

    came = Signal(object, QSize, QImage)


class StoryPicture(QWidget):
    """Shows the picture of a story's page, cut to fill; a calm ground while there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._wanted: tuple[Path, QSize] | None = None
        self._kept: dict[tuple[str, int, int], QImage] = {}
        self._pictures = _Pictures(self)
        self._pictures.came.connect(self._keep)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.hide()

    def show_picture(self, file: Path | None, alternative: str, look: Look) -> None:
        """Show a file in the present geometry; a missing or unreadable one leaves the ground."""
        self._look = look
        self.setAccessibleName(alternative)
        self._wanted = None if file is None else (file, self.size())
        if file is not None and self._key(file, self.size()) not in self._kept:
            self._pool.start(_Reading(self._pictures, file, self.size()))
        self.update()

    def prepare(self, file: Path) -> None:
        """Have a picture read that may be wanted next."""
        if not self.size().isEmpty() and self._key(file, self.size()) not in self._kept:
            self._pool.start(_Reading(self._pictures, file, self.size()))

    def finish(self) -> None:
        """Have the picture at once."""
        if self._wanted is not None and self._key(*self._wanted) not in self._kept:
            file, size = self._wanted
            self._keep(file, size, read_picture(file, size))

    @staticmethod
    def _key(file: Path, size: QSize) -> tuple[str, int, int]:
        return (str(file), size.width(), size.height())

    @Slot(object, QSize, QImage)
    def _keep(self, file: Path, size: QSize, image: QImage) -> None:
        self._kept[self._key(file, size)] = image
        while len(self._kept) > _KEPT:
            self._kept.pop(next(iter(self._kept)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.theme.ground)
        image = self._kept.get(self._key(*self._wanted)) if self._wanted else None
        if image is not None and not image.isNull():
            painter.drawImage(QRectF(self.rect()), image)
