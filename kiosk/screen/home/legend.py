"""The map's legend and credit, in the corner of the map home; a touch tells of the exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.look.icons import draw_icon
from kiosk.look.line_breaks import UNLIMITED
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.control.kept_face import KeptFace
from kiosk.screen.map.map_marker import MarkerState, draw_marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

_SIGN_U = 54
_SIGN_MIDDLE_U = 21
_GAP_U = 40
_LINE_U = 44
_INFO_U = 22
_INFO_GAP_U = 10
PLATE_U = 14
"""How far the plate, and the widget with it, reaches beyond the words."""
_PLATE_RADIUS_U = 20


class Legend(Control):
    """Says what the signs on the map mean, and whose map it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._entries: list[tuple[str, Setting]] = []
        self._credits: list[Setting] = []
        self._is_on_plate = False
        self._face = KeptFace()

    def show_entries(
        self,
        entries: Sequence[tuple[str, str]],
        credits: Sequence[str],
        name: str,
        look: Look,
        language: str,
        room: float = UNLIMITED,
    ) -> None:
        """`entries` are markers' glyphs with their words; `name` says what a touch opens.

        A line that is wider than `room`, in pixels, is broken.

        `credits` are lines: whose map it is, and perhaps who approved it.
        """
        self._look = look
        self._entries = [
            (glyph, set_text(look, words, language=language, role="kicker"))
            for glyph, words in entries
        ]
        width = room - self._sign_room() - 2 * look.px(PLATE_U)
        self._credits = [
            set_text(look, line, language=language, role="source", width=width, balanced=True)
            for line in credits
        ]
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription("\n".join((*(words for _, words in entries), *credits)))
        self._face.forget()
        self.resize(self.sizeHint())
        self.update()

    def stand_on_plate(self, is_on_plate: bool) -> None:
        """Stand on a plate of one's own, where any water may lie below."""
        self._is_on_plate = is_on_plate
        self._face.forget()
        self.update()

    def sizeHint(self) -> QSize:
        if self._look is None or not self._credits:
            return QSize(0, 0)
        width = max(self._row_width(), self._sign_room() + max(each.ink for each in self._credits))
        height = self._row_height() + sum(each.size.height() for each in self._credits)
        plate = 2 * self._look.px(PLATE_U)
        return QSize(round(width + self._look.px(8) + plate), round(height + plate))

    def _sign_room(self) -> float:
        """The room that the sign before the credit takes, in pixels."""
        assert self._look is not None
        return self._look.px(_INFO_U + _INFO_GAP_U)

    def _row_height(self) -> float:
        """How much of the height signs take; nothing where the map has none."""
        return self._look.px(_LINE_U) if self._look is not None and self._entries else 0.0

    def _row_width(self) -> float:
        assert self._look is not None
        each = [setting.ink + self._look.px(_SIGN_U) for _, setting in self._entries]
        return sum(each) + self._look.px(_GAP_U) * max(0, len(each) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._face.put(self, self._paint, self.isDown(), self.hasFocus())

    def _paint(self, painter: QPainter) -> None:
        look = self._look
        if look is None or not self._credits:
            return
        if self._is_on_plate:
            self._draw_plate(painter, look)
        plate = look.px(PLATE_U)
        painter.translate(-plate, plate)
        x = self.width() - self._row_width()
        middle = look.px(_LINE_U) / 2
        for glyph, setting in self._entries:
            at = QPointF(x + look.px(_SIGN_MIDDLE_U), middle)
            draw_marker(painter, look, glyph, at, MarkerState.IDLE)
            x += look.px(_SIGN_U)
            setting.draw(painter, x, middle - setting.size.height() / 2, look.theme.text2)
            x += setting.ink + look.px(_GAP_U)
        ink = look.theme.text if self.isDown() else look.theme.muted
        y = self._row_height()
        for credit in self._credits:
            credit.draw(painter, self.width() - credit.ink, y, ink)
            y += credit.size.height()
        first = self._credits[0]
        side = look.px(_INFO_U)
        centre = self._row_height() + first.first_baseline - look.px(7)
        sign = QRectF(self.width() - first.ink - self._sign_room(), centre - side / 2, side, side)
        draw_icon(painter, look, "info", sign, ink)
        if self.hasFocus():
            painter.resetTransform()
            inset = look.px(8)
            shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            draw_focus_ring(painter, look, shape, look.px(12))

    def _draw_plate(self, painter: QPainter, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Solid: a marker that shone through it would be neither seen nor hidden.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.theme.control)
        radius, plate = look.px(_PLATE_RADIUS_U), QRectF(self.rect())
        if look.theme.high_contrast:
            # It is as black as the sea: without a rim the land would end in a straight line.
            painter.setPen(QPen(look.theme.control_border, look.outline(1.3)))
            half = look.outline(1.3) / 2
            plate.adjust(half, half, -half, -half)
        painter.drawRoundedRect(plate, radius, radius)
