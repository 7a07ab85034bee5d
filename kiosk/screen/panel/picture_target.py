"""What opens a small picture of a panel large: a badge on it, and the picture itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen

from kiosk.look.icons import draw_icon
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import MARGIN_U, draw_focus_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.told_picture import ToldPicture

_BADGE_U, _ICON_U = 36, 20
_RADIUS_U = 8


class PictureTarget(Control):
    """Lies over a picture, and beyond it where fingers need more.  Built once and filled again."""

    opens = Signal(object)
    """Itself: its `picture` is to be seen large."""

    def __init__(self, picture: ToldPicture) -> None:
        parent = picture.parentWidget()
        assert parent is not None
        super().__init__(parent)
        self.picture = picture
        self._look: Look | None = None
        self._seen = QRectF()
        self._is_round = False
        self.clicked.connect(self._say)
        self.hide()

    def cover(self, area: QRect, locale: Locale, look: Look, *, is_round: bool) -> None:
        """Lie over a picture of the parent."""
        self._look, self._is_round = look, is_round
        beyond = round(look.px(MARGIN_U))
        across = max(beyond, round((look.target - area.width()) / 2))
        down = max(beyond, round((look.target - area.height()) / 2))
        self.setGeometry(area.adjusted(-across, -down, across, down))
        self._seen = QRectF(across, down, area.width(), area.height())
        told = locale.say("enlarge_told", picture=self.picture.accessibleName())
        self.setAccessibleName(told)
        self.show()
        self.raise_()
        self.update()

    @property
    def shape(self) -> QRectF:
        return self._seen

    @Slot()
    def _say(self) -> None:
        self.opens.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        theme, side, icon = look.theme, look.px(_BADGE_U), look.px(_ICON_U)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        badge = QRectF(self._seen.right() - side, self._seen.bottom() - side, side, side)
        painter.setPen(QPen(theme.ground, look.stroke(2)))
        painter.setBrush(theme.pressed if self.isDown() else theme.pearl)
        painter.drawEllipse(badge)
        box = QRectF(0, 0, icon, icon)
        box.moveCenter(badge.center())
        ink = theme.text if self.isDown() else theme.pearl_ink
        draw_icon(painter, look, "maximize-2", box, ink)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = self._seen.height() / 2 if self._is_round else look.px(_RADIUS_U)
            draw_focus_ring(painter, look, self._seen, radius)
