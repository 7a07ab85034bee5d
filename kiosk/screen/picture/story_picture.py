"""A story's picture: it fills the map's place, and moves once when it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QImage, QMouseEvent, QPaintEvent

    from kiosk.look.kept_point import Focus
    from kiosk.look.look import Look
    from kiosk.look.moving_picture import MovingPicture

_MS = 1000


class StoryPicture(QWidget):
    """Shows the picture of a story's page, cropped to fill; a plain ground while there is none.

    A drawing that moves does so once whenever it comes, unless the motion is still.
    """

    assistive_role = AssistiveRole.PICTURE

    touched = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._file: Path | None = None
        self._focus: Focus | None = None
        self._has_left = True
        self._is_coming = False
        """It has not been drawn since it came, so that it has not begun to move either."""
        self._before: MovingPicture | None = None
        """The same picture in another theme or another size, until it is there in this one."""
        self._pictures = PictureLoader(self, moves=True)
        self._pictures.ready.connect(self._take)
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(0.0)
        self._motion.valueChanged.connect(self._move_to)
        self._motion.finished.connect(self.update)
        self._seconds = 0.0
        self.hide()

    def show_picture(
        self, file: Path | None, alternative: str, look: Look, *, focus: Focus | None = None
    ) -> None:
        """Show a file in the present geometry; a missing or unreadable one leaves the ground.

        Where it is cut, `focus` stays in it.
        """
        comes = file != self._file or self._has_left
        if look.motion.still or comes:
            self._rest()
        self._before = None if comes else self._picture() or self._before
        self._look, self._file, self._focus = look, file, focus
        self._has_left = False
        self._is_coming = comes and file is not None and not look.motion.still
        self.setAccessibleName(alternative)
        self._pictures.inks = look.theme.inks
        if file is not None:
            self._pictures.want(file, self.size(), self.devicePixelRatioF(), focus=focus)
        self._take()

    def prepare(self, file: Path, focus: Focus | None = None) -> None:
        """Have a picture read that may be wanted next."""
        self._pictures.ask(file, self.size(), self.devicePixelRatioF(), focus=focus)

    def prepare_look(self, look: Look) -> None:
        """Have the picture on show read in the inks of a look that will come soon."""
        if self._file is not None and not self.isHidden():
            ratio, inks = self.devicePixelRatioF(), look.theme.inks
            self._pictures.ask(self._file, self.size(), ratio, inks=inks, focus=self._focus)

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        self._pictures.read_again()
        if self._file is not None and not self.isHidden():
            ratio = self.devicePixelRatioF()
            self._pictures.ask(self._file, self.size(), ratio, focus=self._focus)

    def finish(self) -> None:
        """Have the picture at once, and at rest."""
        self._is_coming = False
        self._rest()
        if self._file is not None and not self.isHidden():
            ratio = self.devicePixelRatioF()
            self._pictures.read_now(self._file, self.size(), ratio, focus=self._focus)
        self.update()

    def seen(self) -> QImage | None:
        """What is shown at the moment, at rest; None where nothing can be."""
        picture = self._picture() or self._before
        return None if picture is None or picture.image.isNull() else picture.image

    def area_on(self, stage: QWidget) -> QRectF:
        """Where it is on the stage."""
        return QRectF(self.geometry())

    def leave(self) -> None:
        """Be seen no more: another story, or the same one later, has its pictures read anew."""
        self.hide()
        self._file = None
        self._pictures.drop_all()

    @property
    def is_moving(self) -> bool:
        """Whether the picture has come and does not rest yet."""
        return self._motion.state() != QVariantAnimation.State.Stopped

    @Slot()
    def _take(self) -> None:
        """Begin to move what has come, as soon as it can be drawn."""
        picture = self._picture()
        if self._is_coming and picture is not None and not picture.image.isNull():
            self._is_coming = False
            if picture.moves:
                self._begin()
        self.update()

    def _begin(self) -> None:
        assert self._look is not None
        beat = self._look.motion.picture_move
        self._seconds = 0.0
        self._motion.setStartValue(-beat.delay / _MS)
        self._motion.setEndValue(beat.duration / _MS)
        self._motion.setDuration(beat.delay + beat.duration)
        self._motion.start()

    def _rest(self) -> None:
        self._motion.stop()

    @Slot(object)
    def _move_to(self, seconds: float) -> None:
        """Paint what has moved since the last moment, where it was and where it is."""
        before, self._seconds = self._seconds, max(0.0, float(seconds))
        picture = self._picture()
        if picture is None or self._seconds == before:
            return
        ratio = self.devicePixelRatioF()
        for layer in picture.layers:
            if layer.movement is not None:
                self.update(_in_units(layer.cover(before), ratio))
                self.update(_in_units(layer.cover(self._seconds), ratio))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._has_left = True
        self._is_coming = False
        self._before = None
        self._rest()
        self._pictures.keep_wanted()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_here = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_here:
            self.touched.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        ratio = self.devicePixelRatioF()
        picture = self._picture()
        if picture is None and self._file is not None:
            # The window may have come to another screen since the picture was asked for.
            self._pictures.want(self._file, self.size(), ratio, focus=self._focus)
            picture = self._before
        painter = QPainter(self)
        if picture is None or picture is self._before or picture.image.isNull():
            painter.fillRect(event.rect(), self._look.theme.ground)
        if picture is None or picture.image.isNull():
            return
        pixels = _in_pixels(event.rect(), ratio)
        if not self.is_moving or not picture.area.contains(pixels):
            painter.drawImage(0, 0, picture.image)
        if self.is_moving:
            painter.scale(1 / ratio, 1 / ratio)
            picture.paint_area(painter, self._seconds)

    def _picture(self) -> MovingPicture | None:
        if self._file is None:
            return None
        ratio = self.devicePixelRatioF()
        return self._pictures.get_moving(self._file, self.size(), ratio, focus=self._focus)


def _in_pixels(units: QRect, ratio: float) -> QRect:
    """The pixels of the screen that lie in units of widgets."""
    return QRectF(
        units.x() * ratio, units.y() * ratio, units.width() * ratio, units.height() * ratio
    ).toAlignedRect()


def _in_units(pixels: QRect, ratio: float) -> QRect:
    """The units of widgets that pixels of the screen lie in."""
    return QRectF(
        pixels.x() / ratio, pixels.y() / ratio, pixels.width() / ratio, pixels.height() / ratio
    ).toAlignedRect()
