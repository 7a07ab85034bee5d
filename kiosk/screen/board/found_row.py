"""A row that opens what was found: its sign, its heading, and the line in which it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import set_text
from kiosk.screen.board.index_row import thumbnail
from kiosk.screen.board.marked_line import MarkedLine, marked_line
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.map.map_marker import MarkerState, draw_marker

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.board.found_entry import FoundEntry

_ROW_U, _LOW_ROW_U = 84, 64
_PADDING_U = 8
_SIGN_U = 48
_ICON_U = 34
_WORDS_X_U = 66
_ARROW_U = 24
_ARROW_REACH_U = 30
_HEADING_ROLE, _BELOW_ROLE = "body", "control"
_HEADING_WEIGHT, _BELOW_WEIGHT = 500, 400


class FoundRow(Control):
    """One thing that was found; the whole row is the target.  Built once and filled again."""

    chosen = Signal(object)
    """The `FoundEntry`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._entry: FoundEntry | None = None
        self._thumbnail = QPainterPath()
        self._heading: MarkedLine | None = None
        self._below: MarkedLine | None = None
        self.clicked.connect(self._say)

    def show_entry(self, entry: FoundEntry, look: Look, language: str, *, low: bool) -> None:
        """Fill the row in its present geometry; a `low` one has the heading alone."""
        self._look, self._entry = look, entry
        width = self.width() - look.px(_WORDS_X_U + _ARROW_REACH_U)
        self._heading = marked_line(
            entry.heading,
            look,
            language,
            role=_HEADING_ROLE,
            weight=_HEADING_WEIGHT,
            width=width,
            from_start=True,
        )
        self._below = None
        if not low:
            self._below = marked_line(
                entry.below, look, language, role=_BELOW_ROLE, weight=_BELOW_WEIGHT, width=width
            )
        if entry.outline is not None:
            side = look.px(_SIGN_U)
            self._thumbnail = thumbnail(entry.outline, QSizeF(side, side))
        self.setText(entry.name)
        self.setAccessibleName(entry.name)
        self.setAccessibleDescription(entry.told)
        self.update()

    @Slot()
    def _say(self) -> None:
        if self._entry is not None:
            self.chosen.emit(self._entry)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, entry, heading, below = self._look, self._entry, self._heading, self._below
        if look is None or entry is None or heading is None:
            return
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown():
            painter.fillRect(self.rect(), theme.pressed)
        painter.setPen(QPen(theme.rule, look.stroke(1.3)))
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        ink = theme.panel if self.isDown() and theme.high_contrast else theme.text
        second = ink if self.isDown() else theme.text2
        mark = ink if self.isDown() else theme.accent
        self._draw_sign(painter, look, entry)
        high = heading.setting.size.height()
        low = 0.0 if below is None else below.setting.size.height()
        top, x = (self.height() - high - low) / 2, look.px(_WORDS_X_U)
        heading.draw(painter, QPointF(x, top), ink, mark, look)
        if below is not None:
            below.draw(painter, QPointF(x, top + high), second, mark, look)
        arrow = look.px(_ARROW_U)
        box = QRectF(self.width() - arrow, (self.height() - arrow) / 2, arrow, arrow)
        draw_icon(painter, look, "chevron-right", box, ink)
        if self.hasFocus():
            inset = look.px(8)
            shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            draw_focus_ring(painter, look, shape, look.px(12))

    def _draw_sign(self, painter: QPainter, look: Look, entry: FoundEntry) -> None:
        side, icon = look.px(_SIGN_U), look.px(_ICON_U)
        middle = QPointF(side / 2, self.height() / 2)
        if entry.is_icon:
            corner = middle - QPointF(icon / 2, icon / 2)
            draw_icon(
                painter, look, entry.glyph, QRectF(corner, QSizeF(icon, icon)), look.theme.text2
            )
        elif entry.outline is None:
            draw_marker(painter, look, entry.glyph, middle, MarkerState.IDLE)
        else:
            painter.save()
            painter.translate(0, middle.y() - side / 2)
            painter.setPen(QPen(look.theme.pearl, look.stroke(1.5)))
            painter.setBrush(look.theme.lift)
            painter.drawPath(self._thumbnail)
            painter.restore()


def found_row_height(look: Look, language: str, *, low: bool = False) -> float:
    """How high each row is, in pixels; a `low` one has the heading alone."""
    letters = "前g" if language.startswith("zh") else "Ág"
    lines = [
        set_text(look, letters, language=language, role=role).size.height()
        for role in (_HEADING_ROLE, _BELOW_ROLE)
    ]
    least = max(look.px(_LOW_ROW_U if low else _ROW_U), look.target)
    return max(least, sum(lines[:1] if low else lines) + 2 * look.px(_PADDING_U))
