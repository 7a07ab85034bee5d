"""The quiet line on a picture: what it shows, whose it is and under which licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement

_ROLE = "source"
_PADDING_U = (16, 8)
_ABOVE_DOCK_U = 20
_EDGE_U = 20
_WIDEST_U = 860
_BESIDE_BUTTON = 0.72
_MOST_LINES = 3
_RADIUS_U = 14
_OPACITY = 0.86
"""How much of the picture the plate covers: with it, every text on it keeps its contrast."""


class PictureLine(QWidget):
    """A plate at the lower edge of the picture of a page; it lets every touch through."""

    assistive_role = AssistiveRole.GROUP

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._lines: list[tuple[Setting, QColor]] = []
        self.hide()

    def show_line(
        self, caption: str, owner: str, language: str, look: Look, arrangement: Arrangement
    ) -> None:
        """Say this on the picture of that arrangement; hide where there is nothing to say.

        A caption that has no room stands below the large picture alone.  Each line of `owner` names
        another one.
        """
        self._look = look
        across, down = (look.px(units) for units in _PADDING_U)
        picture = QRectF(arrangement.picture)
        left = arrangement.dock.x()
        is_beside = not arrangement.portrait and arrangement.band.isEmpty()
        # At the end of the row above the dock the button may stand that opens the picture.
        share = _BESIDE_BUTTON if is_beside else 1.0
        room = min(picture.width() * share - 2 * left, look.text_px(_WIDEST_U)) - 2 * across
        owners = owner.split("\n")
        said = [(caption, look.theme.text), *((each, look.theme.text2) for each in owners)]
        for scale in (1.0, 1 / look.text_scale):
            self._lines = [
                (set_text(look, words, language=language, role=_ROLE, width=room, scale=scale), ink)
                for words, ink in said
                if words
            ]
            if sum(setting.line_count for setting, _ in self._lines) <= _MOST_LINES:
                break
        else:
            if owner:
                del self._lines[: -len(owners)]
        if not self._lines:
            self.hide()
            return
        width = max(setting.ink for setting, _ in self._lines) + 2 * across
        height = sum(setting.size.height() for setting, _ in self._lines) + 2 * down
        bottom = picture.bottom() + 1 - look.px(_EDGE_U)
        if is_beside:
            bottom = arrangement.dock.y() - look.px(_ABOVE_DOCK_U)
        self.setGeometry(QRectF(left, bottom - height, width, height).toAlignedRect())
        self.show()
        self.update()

    def give_way(self, control: QWidget) -> None:
        """Stand above a control that would cover it."""
        if not control.isHidden() and self.geometry().intersects(control.geometry()):
            self.move(self.x(), control.y() - self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(look.theme.ground)
        if not look.theme.high_contrast:
            ground.setAlphaF(_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = look.px(_RADIUS_U)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        across, y = (look.px(units) for units in _PADDING_U)
        for setting, color in self._lines:
            setting.draw(painter, across, y, color)
            y += setting.size.height()
