"""The staff desk: how the exhibit is, and what may be done about it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPen

from kiosk.guard.finding import State
from kiosk.guard.overlay import Overlay
from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.button import CONTROL_U, Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.guard.manner import Manner
    from kiosk.guard.staff_report import StaffReport
    from kiosk.look.look import Look

UNTOUCHED_SECONDS = 60
_ICONS = {
    "staff_touch_test": "hand",
    "staff_cleaning": "brush-cleaning",
    "staff_restart": "rotate-ccw",
    "staff_leave": "log-out",
    "staff_forgive": "check",
    "back_to_exhibit": "arrow-left",
}
"""Every button by the key of its words, in the order in which they stand."""

_SIGNS = {State.OK: "check", State.WARNING: "triangle-alert", State.ERROR: "x"}
_CARD_U = (1720, 1000)
_MARGIN_U = 32
_PADDING_U = 56
_HEAD_U = 96
_GAP_U = 16
_COLUMN_GAP_U = 64
_SIGN_U = 28
_NAME_U = 152


class StaffDesk(Overlay):
    """Shows a report that was made at its opening, and says which button was touched."""

    test_wanted = Signal()
    cleaning_wanted = Signal()
    restart_wanted = Signal()
    leave_wanted = Signal()
    """Touched twice."""
    forgiven = Signal()

    def __init__(
        self,
        parent: QWidget,
        manner: Callable[[], Manner],
        report: Callable[[], StaffReport],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent, manner, open_seconds=UNTOUCHED_SECONDS, clock=clock)
        self._ask_report = report
        self._report: StaffReport | None = None
        self._sure = False
        self._drawn: list[tuple[Setting, QPointF, bool]] = []
        self._signs: list[tuple[str, QRectF, bool]] = []
        self._buttons: dict[str, Button] = {}
        for key, icon in _ICONS.items():
            button = Button(self, key=key, icon=icon)
            button.chosen.connect(self._choose)
            self._buttons[key] = button
        self._answers = {
            "staff_touch_test": self.test_wanted,
            "staff_cleaning": self.cleaning_wanted,
            "staff_restart": self.restart_wanted,
            "staff_forgive": self.forgiven,
        }

    def open(self) -> None:
        """Look at everything anew and show it."""
        self._report = self._ask_report()
        self._sure = False
        super().open()

    def show_again(self) -> None:
        """Look once more while it stands open."""
        self._report = self._ask_report()
        self._fit()

    def tick(self) -> None:
        """Look at the clock, and let the exhibit's idle watch see that somebody is here."""
        super().tick()
        if self.isVisible():
            nowhere = QPointF(-1, -1)
            no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
            sign_of_life = QMouseEvent(
                QEvent.Type.MouseMove, nowhere, nowhere, nowhere, no_button, no_button, no_key
            )
            QCoreApplication.sendEvent(self, sign_of_life)

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

    def arrange(self, manner: Manner) -> None:
        if self._report is None:
            return
        look = manner.look
        inner = self._card(look).adjusted(
            *(look.px(_PADDING_U) * sign for sign in (1, 0.75, -1, -0.75))
        )
        top = self._place_buttons(manner, inner)
        self._drawn, self._signs = [], []
        body = QRectF(inner)
        body.setTop(inner.top() + look.px(_HEAD_U))
        body.setBottom(top - look.px(_GAP_U))
        upright = self.height() > self.width()
        gap = look.px(_COLUMN_GAP_U)
        width = body.width() if upright else (body.width() - gap) / 2
        share = 0.6 if upright else 1.0
        health = QRectF(body.x(), body.y(), width, body.height() * share)
        end = self._set_health(manner, self._report, health)
        content = QRectF(body)
        if upright:
            content.setTop(end + gap)
        else:
            content.setLeft(health.right() + gap)
        self._set_content(manner, self._report, content)
        self.update()

    def _place_buttons(self, manner: Manner, inner: QRectF) -> float:
        """Put the buttons in rows at the bottom; returns where the uppermost row begins."""
        assert self._report is not None
        look = manner.look
        rows: list[list[Button]] = [[]]
        x = 0.0
        for key, button in self._buttons.items():
            button.setVisible(key != "staff_forgive" or self._report.refusal is not None)
            if button.isHidden():
                continue
            words = "staff_leave_sure" if key == "staff_leave" and self._sure else key
            button.show_words(look, manner.say(words), language=manner.language)
            if rows[-1] and x + button.drawn_width > inner.width():
                rows.append([])
                x = 0.0
            rows[-1].append(button)
            x += button.drawn_width + look.px(_GAP_U)
        pitch = max(look.px(CONTROL_U), look.target) + look.px(_GAP_U)
        top = inner.bottom() - len(rows) * pitch + look.px(_GAP_U)
        for number, row in enumerate(rows):
            x = inner.x()
            for button in row:
                button.place_drawn(x, top + number * pitch)
                x += button.drawn_width + look.px(_GAP_U)
        return top

    def _set(
        self,
        manner: Manner,
        text: str,
        box: QRectF,
        y: float,
        *,
        language: str = "en",
        strong: bool = False,
    ) -> float | None:
        """Set a text in the box from `y` on; returns where it ends, None where it has no room."""
        role = "lead" if strong else "control"
        setting = set_text(manner.look, text, language=language, role=role, width=box.width())
        end = y + setting.size.height()
        if end > box.bottom():
            return None
        self._drawn.append((setting, QPointF(box.x(), y), strong))
        return end

    def _set_health(self, manner: Manner, report: StaffReport, box: QRectF) -> float:
        """Set what was found; returns where it ends."""
        look, own = manner.look, manner.language
        end = self._set(manner, manner.say("staff_health"), box, box.y(), language=own, strong=True)
        y = (end or box.bottom()) + look.px(_GAP_U)
        sign = look.px(_SIGN_U)
        left = box.x() + sign + look.px(_GAP_U)
        name = QRectF(left, box.y(), look.px(_NAME_U), box.height())
        words = QRectF(box)
        words.setLeft(name.right() + look.px(_GAP_U))
        for finding in report.findings:
            hint = f" ({finding.hint})" if finding.hint else ""
            end = self._set(manner, f"{finding.message}{hint}", words, y)
            if end is None:
                return y
            self._set(manner, finding.name, name, y)
            fine = finding.state is State.OK
            self._signs.append((_SIGNS[finding.state], QRectF(box.x(), y, sign, sign), fine))
            y = end + look.px(_GAP_U / 2)
        return y

    def _set_content(self, manner: Manner, report: StaffReport, box: QRectF) -> None:
        look, own = manner.look, manner.language
        end = self._set(
            manner, manner.say("staff_content"), box, box.y(), language=own, strong=True
        )
        y = (end or box.bottom()) + look.px(_GAP_U)
        lines = list(report.problems)
        if report.refusal is not None:
            folder, crashes = str(report.refusal.folder), str(report.refusal.crashes)
            refused = manner.say("staff_refused", folder=folder, count=crashes)
            end = self._set(manner, refused, box, y, language=own)
            y = (end or y) + look.px(_GAP_U)
        if not lines:
            self._set(manner, manner.say("staff_no_problems"), box, y, language=own)
            return
        room = QRectF(box)
        room.setBottom(box.bottom() - look.px(_SIGN_U + _GAP_U))
        for number, line in enumerate(lines):
            end = self._set(manner, line, room, y)
            if end is None:
                count = str(len(lines) - number)
                more = manner.say("staff_more_problems", count=count)
                self._set(manner, more, box, y, language=own)
                return
            y = end + look.px(_GAP_U / 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        manner = self._manner
        if manner is None:
            return
        look, theme = manner.look, manner.look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.ground)
        card = self._card(look)
        painter.setPen(QPen(theme.control_border, look.stroke(1.3)))
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(card, look.px(28), look.px(28))
        x, y = card.x() + look.px(_PADDING_U), card.y() + look.px(_PADDING_U * 0.6)
        title = set_text(look, manner.say("staff"), language=manner.language, role="heading")
        title.draw(painter, x, y, theme.text)
        middle = y + title.size.height() / 2
        closes = manner.say("closes_in", seconds=str(max(1, round(self.seconds_left))))
        note = set_text(look, closes, language=manner.language, role="control")
        right = card.right() - look.px(_PADDING_U)
        note.draw(painter, right - note.ink, middle - note.size.height() / 2, theme.text2)
        ring = QPointF(right - note.ink - look.px(40), middle)
        self.draw_time_left(painter, ring, look.px(19))
        for setting, at, strong in self._drawn:
            setting.draw(painter, at.x(), at.y(), theme.text if strong else theme.text2)
        for icon, box, fine in self._signs:
            draw_icon(painter, look, icon, box, theme.text2 if fine else theme.accent_text)
