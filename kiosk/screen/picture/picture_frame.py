"""What a large picture hangs in: a plain ground over the whole stage, and its caption below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.picture.compared_pictures import ComparedPictures
from kiosk.screen.picture.picture_view import PictureView

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.screen.picture.compared_pictures import ComparedPair

_ROLES = ("lead", "body", "control")
"""The type of the caption: the largest in which it fits beside the controls, or else the last."""
_CREDIT_ROLE = "source"
_GAP_U = 24
_LEAST_U = 360
"""Beside the controls a caption has at least so much room, or it stands above them."""


@dataclass(frozen=True)
class Caption:
    """What is said of a picture: in words below it, whose it is, and to who can't see it."""

    words: str
    credit: str
    alternative: str


@dataclass(frozen=True)
class FrameRoom:
    """What the stage leaves: the `row` of its controls, and what is `free` between them there."""

    row: QRectF
    free: QRectF


class PictureFrame(QWidget):
    """Covers the stage below its controls, and keeps touches to itself."""

    assistive_role = AssistiveRole.SCREEN

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view = PictureView(self)
        self.compared = ComparedPictures(self)
        self._style: InterfaceStyle | None = None
        self._lines: list[tuple[Setting, QPointF, bool]] = []
        self.hide()

    def show_caption(self, caption: Caption, style: InterfaceStyle, room: FrameRoom) -> None:
        """Set the caption for a stage with this room, and have the picture above it."""
        self._style = style
        look = style.look
        gap = look.px(_GAP_U)
        beside = room.free.width() >= look.px(_LEAST_U)
        settings: list[Setting] = []
        if beside:
            for role in _ROLES:
                settings = self._set(caption, style, room.free.width(), role)
                if _height(settings) <= room.row.height():
                    break
            beside = _height(settings) <= room.row.height() + gap
        if beside:
            left, top = room.free.left(), room.row.center().y() - _height(settings) / 2
            bottom = min(top, room.row.top()) - gap
        else:
            settings = self._set(caption, style, room.row.width(), _ROLES[1])
            left, top = room.row.left(), room.row.top() - gap - _height(settings)
            bottom = top - gap
        self._lines = []
        for index, setting in enumerate(settings):
            self._lines.append((setting, QPointF(left, top), index > 0))
            top += setting.size.height()
        self.view.setGeometry(QRect(0, 0, self.width(), round(bottom)))
        self.setAccessibleName(caption.alternative)
        self.setAccessibleDescription("\n".join(filter(None, (caption.words, caption.credit))))
        self.update()

    def show_pair(self, pair: ComparedPair | None) -> None:
        """Have two pictures that are compared in the place of the one that has come, or that."""
        area, style = self.view.whole_area, self._style
        if pair is None or area is None or style is None:
            self.compared.leave()
            self.view.show()
            return
        is_new = self.compared.isHidden()
        self.compared.setGeometry(area.toRect())
        self.compared.show_sides(pair.sides, pair.name, style.language, style.look)
        if is_new:
            self.compared.set_share(pair.share)
        self.view.hide()

    def _set(
        self, caption: Caption, style: InterfaceStyle, width: float, role: str
    ) -> list[Setting]:
        words = set_text(style.look, caption.words, language=style.language, role=role, width=width)
        if not caption.credit:
            return [words]
        credit = set_text(
            style.look, caption.credit, language=style.language, role=_CREDIT_ROLE, width=width
        )
        return [words, credit]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None:
            return
        theme = self._style.look.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.ground)
        for setting, at, is_credit in self._lines:
            setting.draw(painter, at.x(), at.y(), theme.text2 if is_credit else theme.text)


def _height(settings: list[Setting]) -> float:
    return sum(setting.size.height() for setting in settings)
