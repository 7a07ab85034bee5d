"""The staff desk: how the exhibit is, and what may be done about it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPen

from kiosk.guard.overlay.overlay import Overlay
from kiosk.guard.staff.report_columns import GAP_U, ReportColumns
from kiosk.look.typesetting import set_text
from kiosk.screen.control.button import CONTROL_U, Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kiosk.guard.staff.staff_report import StaffReport
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.look.look import Look

UNTOUCHED_SECONDS = 60
_ICONS = {
    "staff_touch_test": "hand",
    "staff_keypad_test": "headphones",
    "staff_cleaning": "brush-cleaning",
    "staff_talk": "book-open",
    "staff_restart": "rotate-ccw",
    "staff_leave": "log-out",
    "staff_forgive": "check",
    "back_to_exhibit": "arrow-left",
}
"""Every button by the key of its words, in their order."""

_CARD_U = (1720, 1000)
_MARGIN_U = 32
_PADDING_U = 56
_HEAD_U = 96


class StaffDesk(Overlay):
    """Shows a report that was made at its opening, and says which button was touched."""

    CLOSES_BY_KEY = True

    test_wanted = Signal()
    keypad_test_wanted = Signal()
    cleaning_wanted = Signal()
    talk_wanted = Signal()
    restart_wanted = Signal()
    leave_wanted = Signal()
    """Touched twice."""
    forgiven = Signal()

    def __init__(
        self,
        parent: QWidget,
        style: Callable[[], InterfaceStyle],
        report: Callable[[], StaffReport],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent, style, open_seconds=UNTOUCHED_SECONDS, clock=clock)
        self._ask_report = report
        self._report: StaffReport | None = None
        self._sure = False
        self._page: ReportColumns | None = None
        self._buttons: dict[str, Button] = {}
        for key, icon in _ICONS.items():
            button = Button(self, key=key, icon=icon)
            button.chosen.connect(self._choose)
            self._buttons[key] = button
        self._answers = {
            "staff_touch_test": self.test_wanted,
            "staff_keypad_test": self.keypad_test_wanted,
            "staff_cleaning": self.cleaning_wanted,
            "staff_talk": self.talk_wanted,
            "staff_restart": self.restart_wanted,
            "staff_forgive": self.forgiven,
        }

    def open(self) -> None:
        """Run all checks again and show the results."""
        self._report = self._ask_report()
        self._sure = False
        super().open()

    def show_again(self) -> None:
        """Make a new report while the desk is open."""
        self._report = self._ask_report()
        self._fit()

    @Slot(str)
    def _choose(self, key: str) -> None:
        sure, self._sure = self._sure, key == "staff_leave"
        if key == "back_to_exhibit":
            self.close_overlay()
        elif key != "staff_leave":
            self._fit()
            self._answers[key].emit()
        elif sure:
            self.leave_wanted.emit()
        else:
            self._fit()

    def _card(self, look: Look) -> QRectF:
        room = QRectF(self.rect()).adjusted(*(look.px(_MARGIN_U) * sign for sign in (1, 1, -1, -1)))
        width = min(look.px(_CARD_U[0]), room.width())
        upright = self.height() > self.width()
        height = room.height() if upright else min(look.px(_CARD_U[1]), room.height())
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def arrange(self, style: InterfaceStyle) -> None:
        if self._report is None:
            return
        look = style.look
        inner = self._card(look).adjusted(
            *(look.px(_PADDING_U) * sign for sign in (1, 0.75, -1, -0.75))
        )
        top = self._place_buttons(style, inner)
        body = QRectF(inner)
        body.setTop(inner.top() + look.px(_HEAD_U))
        body.setBottom(top - look.px(GAP_U))
        upright = self.height() > self.width()
        self._page = ReportColumns(style, self._report, body, upright=upright)
        self.update()

    def _place_buttons(self, style: InterfaceStyle, inner: QRectF) -> float:
        """Put the buttons in rows at the bottom; returns where the uppermost row begins."""
        assert self._report is not None
        look = style.look
        rows: list[list[Button]] = [[]]
        x = 0.0
        for key, button in self._buttons.items():
            button.setVisible(key != "staff_forgive" or self._report.refusal is not None)
            if button.isHidden():
                continue
            words = "staff_leave_sure" if key == "staff_leave" and self._sure else key
            button.show_words(look, style.say(words), language=style.language)
            if rows[-1] and x + button.drawn_width > inner.width():
                rows.append([])
                x = 0.0
            rows[-1].append(button)
            x += button.drawn_width + look.px(GAP_U)
        pitch = max(look.px(CONTROL_U), look.target) + look.px(GAP_U)
        top = inner.bottom() - len(rows) * pitch + look.px(GAP_U)
        for number, row in enumerate(rows):
            x = inner.x()
            for button in row:
                button.place_drawn(x, top + number * pitch)
                x += button.drawn_width + look.px(GAP_U)
        return top

    def paint(self, painter: QPainter, style: InterfaceStyle) -> None:
        look, theme = style.look, style.look.theme
        painter.fillRect(self.rect(), theme.ground)
        card = self._card(look)
        painter.setPen(QPen(theme.control_border, look.stroke(1.3)))
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(card, look.px(28), look.px(28))
        x, y = card.x() + look.px(_PADDING_U), card.y() + look.px(_PADDING_U * 0.6)
        title = set_text(look, style.say("staff"), language=style.language, role="heading")
        title.draw(painter, x, y, theme.text)
        middle = y + title.size.height() / 2
        closes = style.say("closes_in", seconds=str(max(1, round(self.seconds_left))))
        note = set_text(look, closes, language=style.language, role="control")
        right = card.right() - look.px(_PADDING_U)
        note.draw(painter, right - note.ink, middle - note.size.height() / 2, theme.text2)
        ring = QPointF(right - note.ink - look.px(40), middle)
        self.draw_time_left(painter, ring, look.px(19))
        if self._page is not None:
            self._page.draw(painter)
