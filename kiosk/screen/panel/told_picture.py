"""A small picture on a panel: a portrait in a disc, initials in one, or a picture beside words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QImage, QPaintEvent

    from kiosk.exhibit.model.parts import Picture
    from kiosk.look.kept_point import Focus
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.told_row import PictureSlot

_RADIUS_U = 8
_RING_U = 2.0


class ToldPicture(QWidget):
    """Shows what a slot has.  Built once and filled again.

    Who can't see a portrait hears what it shows; initials say nothing that the name does not.
    """

    assistive_role = AssistiveRole.PICTURE

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._slot: PictureSlot | None = None
        self._file: Path | None = None
        self._pictures = PictureLoader(self)
        self._pictures.ready.connect(self.update)
        self.hide()

    def show_slot(self, slot: PictureSlot, locale: Locale, look: Look) -> None:
        """Show a slot in the present geometry."""
        self._look, self._slot, picture = look, slot, slot.picture
        self._file = None if picture is None else locale.exhibit.folder / "pictures" / picture.file
        self.setAccessibleName("" if picture is None else locale.text(picture.alternative))
        self._pictures.inks = look.theme.inks
        if self._file is not None:
            ratio, focus = self.devicePixelRatioF(), self._focus
            self._pictures.want(self._file, self.size(), ratio, focus=focus)
        self.update()

    @property
    def shown(self) -> Picture | None:
        """What it shows; None for initials."""
        return None if self._slot is None else self._slot.picture

    def seen(self) -> QImage | None:
        """What is seen of the picture; None where nothing is."""
        if self._file is None or not self.isVisible():
            return None
        ratio, focus = self.devicePixelRatioF(), self._focus
        image = self._pictures.get(self._file, self.size(), ratio, focus=focus)
        return None if image is None or image.isNull() else image

    def area_on(self, stage: QWidget) -> QRectF:
        """Where it is on the stage."""
        return QRectF(QPointF(self.mapTo(stage, QPoint())), QSizeF(self.size()))

    @property
    def _focus(self) -> Focus | None:
        """The point of the picture that is not cut away."""
        picture = None if self._slot is None else self._slot.picture
        return None if picture is None else picture.kept_point

    def finish(self) -> None:
        """Have the picture at once."""
        if self._file is not None and not self.isHidden():
            ratio, focus = self.devicePixelRatioF(), self._focus
            self._pictures.read_now(self._file, self.size(), ratio, focus=focus)
            self.update()

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        self._pictures.read_again()
        if self._file is not None and not self.isHidden():
            ratio, focus = self.devicePixelRatioF(), self._focus
            self._pictures.ask(self._file, self.size(), ratio, focus=focus)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pictures.drop_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, slot = self._look, self._slot
        if look is None or slot is None:
            return
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = look.outline(_RING_U) / 2
        edge = QRectF(self.rect()).adjusted(half, half, -half, -half)
        shape = QPainterPath()
        if slot.round:
            shape.addEllipse(edge)
        else:
            shape.addRoundedRect(edge, look.px(_RADIUS_U), look.px(_RADIUS_U))
        painter.fillPath(shape, theme.panel2)
        self._draw_picture(painter, shape)
        if slot.initials is not None:
            ink = slot.initials.letters[0]
            corner = edge.center() - ink.center()
            slot.initials.draw_letters(painter, corner.x(), corner.y(), theme.text)
        painter.setPen(QPen(theme.control_border if slot.round else theme.rule, 2 * half))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _draw_picture(self, painter: QPainter, shape: QPainterPath) -> None:
        if self._file is None:
            return
        ratio, focus = self.devicePixelRatioF(), self._focus
        image = self._pictures.get(self._file, self.size(), ratio, focus=focus)
        if image is not None and not image.isNull():
            painter.save()
            painter.setClipPath(shape)
            painter.drawImage(QPointF(), image)
            painter.restore()
