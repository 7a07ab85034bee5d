"""The pictures of a film: the poster, then what plays, and beside it who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.icons import draw_icon
from kiosk.screen.assistive_role import AssistiveRole

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QMouseEvent, QPaintEvent

    from kiosk.look.look import Look

_SIGNING_SHARE = 0.3
_GAP_U = 24
_SIGN_U = 120
_SIGN_ICON_U = 56


class FilmPicture(QWidget):
    """Draws whole pictures as large as they fit; nothing of them is cut off."""

    assistive_role = AssistiveRole.PICTURE

    touched = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look: Look | None = None
        self._poster: QImage | None = None
        self._image: QImage | None = None
        self._signing: QImage | None = None
        self._signs = False
        self._sign = ""

    def show_sign(self, icon: str) -> None:
        """Have this icon on a disc on the film: what a touch does that stands still; or none."""
        if icon != self._sign:
            self._sign = icon
            self.update()

    def show_poster(self, poster: QImage | None, look: Look) -> None:
        """Have this in place of pictures that are not there yet."""
        self._poster, self._look = poster, look
        self.update()

    def show_images(self, image: QImage | None, signing: QImage | None) -> None:
        """Draw these from now on; None leaves the poster."""
        self._image, self._signing = image, signing
        self.update()

    def set_signing(self, signs: bool) -> None:
        """Keep room for who signs, or not."""
        if signs != self._signs:
            self._signs = signs
            self.update()

    def rooms(self) -> tuple[QRect, QRect]:
        """Where the film is, and where who signs is, beside it or below."""
        whole = self.rect()
        if not self._signs or self._look is None:
            return whole, QRect()
        gap = round(self._look.px(_GAP_U))
        main, beside = QRect(whole), QRect(whole)
        if whole.width() > whole.height():
            main.setWidth(round(whole.width() * (1 - _SIGNING_SHARE)) - gap)
            beside.setLeft(main.right() + gap)
        else:
            main.setHeight(round(whole.height() * (1 - _SIGNING_SHARE)) - gap)
            beside.setTop(main.bottom() + gap)
        return main, beside

    def pixels(self) -> tuple[QSize, QSize]:
        """How large both are, in pixels of the screen."""
        ratio = self.devicePixelRatioF()
        main, beside = self.rooms()
        return main.size() * ratio, (beside.size() if self._signs else main.size()) * ratio

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.theme.ground)
        main, beside = self.rooms()
        _draw(painter, self._image or self._poster, main)
        if self._signs:
            _draw(painter, self._signing, beside)
        if self._sign:
            self._draw_sign(painter, self._look, main)

    def _draw_sign(self, painter: QPainter, look: Look, room: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        image = self._image or self._poster
        shown = room if image is None or image.isNull() else _placed(image, room)
        half, side = look.px(_SIGN_U) / 2, look.px(_SIGN_ICON_U)
        middle = QRectF(shown).center()
        painter.setPen(QPen(look.theme.ground, look.stroke(3)))
        painter.setBrush(look.theme.pearl)
        painter.drawEllipse(middle, half, half)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        draw_icon(painter, look, self._sign, box, look.theme.pearl_ink)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.touched.emit()


def _draw(painter: QPainter, image: QImage | None, room: QRect) -> None:
    """The whole of an image in the middle of a room; of a high one at its foot, near the words."""
    if image is None or image.isNull() or room.isEmpty():
        return
    at = _placed(image, room)
    is_other_size = at.size() != image.size()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_other_size)
    painter.drawImage(QRectF(at), image)


def _placed(image: QImage, room: QRect) -> QRect:
    """Where the whole of an image is in a room."""
    at = QRect(room.topLeft(), image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    at.moveCenter(room.center())
    if room.height() > room.width():
        at.moveBottom(room.bottom())
    return at
