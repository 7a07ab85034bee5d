"""A story's picture: it fills the map's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look


class StoryPicture(QWidget):
    """Shows the picture of a story's page, cropped to fill; a plain ground while there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._file: Path | None = None
        self._pictures = PictureLoader(self)
        self._pictures.ready.connect(self.update)
        self.hide()

    def show_picture(self, file: Path | None, alternative: str, look: Look) -> None:
        """Show a file in the present geometry; a missing or unreadable one leaves the ground."""
        self._look, self._file = look, file
        self.setAccessibleName(alternative)
        if file is not None:
            self._pictures.ask(file, self.size(), self.devicePixelRatioF())
        self.update()

    def prepare(self, file: Path) -> None:
        """Have a picture read that may be wanted next."""
        self._pictures.ask(file, self.size(), self.devicePixelRatioF())

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        self._pictures.read_again()
        if self._file is not None and not self.isHidden():
            self._pictures.ask(self._file, self.size(), self.devicePixelRatioF())

    def finish(self) -> None:
        """Have the picture at once."""
        if self._file is not None and not self.isHidden():
            self._pictures.read_now(self._file, self.size(), self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.theme.ground)
        if self._file is None:
            return
        image = self._pictures.get(self._file, self.size(), self.devicePixelRatioF())
        if image is None:
            # The window may have come to another screen since the picture was asked for.
            self._pictures.ask(self._file, self.size(), self.devicePixelRatioF())
        elif not image.isNull():
            painter.drawImage(0, 0, image)
