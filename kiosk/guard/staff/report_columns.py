"""The written part of the staff desk: how the exhibit is, and the problems of its content."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from kiosk.guard.check_result import CheckStatus
from kiosk.guard.staff.check_result_words import check_result_words, name_words
from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from kiosk.guard.check_result import CheckResult
    from kiosk.guard.staff.staff_report import StaffReport
    from kiosk.look.interface_style import InterfaceStyle

GAP_U = 16
_SIGNS = {CheckStatus.OK: "check", CheckStatus.WARNING: "triangle-alert", CheckStatus.ERROR: "x"}
_ORDER = {CheckStatus.ERROR: 0, CheckStatus.WARNING: 1, CheckStatus.OK: 2}
_COLUMN_GAP_U = 64
_CAPITAL_U = 17
"""The height of a capital in the role of control, 24 u."""
_SIGN_U = 28
_NAME_U = 152
_UPRIGHT_SHARE = 0.6
"""The health's share of the height, where the content is below it."""


class _Text(NamedTuple):
    setting: Setting
    at: QPointF
    strong: bool


class _Sign(NamedTuple):
    icon: str
    box: QRectF
    fine: bool


class ReportColumns:
    """A report, set in two columns; on an upright screen one below the other."""

    def __init__(
        self, style: InterfaceStyle, report: StaffReport, body: QRectF, *, upright: bool
    ) -> None:
        self._style = style
        self.texts: list[_Text] = []
        self._signs: list[_Sign] = []
        gap = style.look.px(_COLUMN_GAP_U)
        width = body.width() if upright else (body.width() - gap) / 2
        share = _UPRIGHT_SHARE if upright else 1.0
        health = QRectF(body.x(), body.y(), width, body.height() * share)
        end = self._set_health(report, health)
        content = QRectF(body)
        if upright:
            content.setTop(end + gap)
        else:
            content.setLeft(health.right() + gap)
        self._set_content(report, content)

    def draw(self, painter: QPainter) -> None:
        """Draw everything that had room."""
        look = self._style.look
        for text in self.texts:
            ink = look.theme.text if text.strong else look.theme.text2
            text.setting.draw(painter, text.at.x(), text.at.y(), ink)
        for sign in self._signs:
            ink = look.theme.text2 if sign.fine else look.theme.accent_text
            draw_icon(painter, look, sign.icon, sign.box, ink)

    def _set(
        self, text: str, box: QRectF, y: float, *, language: str = "", strong: bool = False
    ) -> float | None:
        """Set a text in the box from `y` on; returns where it ends, None where it has no room."""
        setting = set_text(
            self._style.look,
            text,
            language=language or self._style.language,
            role="lead" if strong else "control",
            width=box.width(),
        )
        end = y + setting.size.height()
        if end > box.bottom():
            return None
        self.texts.append(_Text(setting, QPointF(box.x(), y), strong))
        return end

    def _set_title(self, key: str, box: QRectF) -> float:
        """Set the title of a column; returns where what follows begins."""
        end = self._set(self._style.say(key), box, box.y(), strong=True)
        return (end or box.bottom()) + self._style.look.px(GAP_U)

    def _set_health(self, report: StaffReport, box: QRectF) -> float:
        """Set what was found; returns where it ends.

        What is wrong comes first, so that nothing but fine rows is left out for want of room.
        """
        look = self._style.look
        y = self._set_title("staff_health", box)
        sign = look.px(_SIGN_U)
        name = QRectF(box.x() + sign + look.px(GAP_U), box.y(), look.px(_NAME_U), box.height())
        words = QRectF(box)
        words.setLeft(name.right() + look.px(GAP_U))
        for result in sorted(report.results, key=_by_state):
            end = self._set(check_result_words(result, self._style), words, y)
            if end is None:
                return y
            row = len(self.texts) - 1
            named = self._set(name_words(result, self._style), name, y)
            middle = self._level(self.texts[row:], y) - look.px(_CAPITAL_U / 2)
            square = QRectF(box.x(), middle - sign / 2, sign, sign)
            fine = result.state is CheckStatus.OK
            self._signs.append(_Sign(_SIGNS[result.state], square, fine))
            y = max(end, named or end) + look.px(GAP_U / 2)
        return y

    @staticmethod
    def _level(texts: Sequence[_Text], y: float) -> float:
        """Put texts in several scripts on one baseline, and return its y."""
        baseline = y + max(text.setting.first_baseline for text in texts)
        for text in texts:
            text.at.setY(baseline - text.setting.first_baseline)
        return baseline

    def _set_content(self, report: StaffReport, box: QRectF) -> None:
        """Set the problems as `kiosk check` words them, in English, as many as have room."""
        style, look = self._style, self._style.look
        y = self._set_title("staff_content", box)
        if report.refusal is not None:
            folder, crashes = str(report.refusal.folder), str(report.refusal.crashes)
            end = self._set(style.say("staff_refused", folder=folder, count=crashes), box, y)
            y = (end or y) + look.px(GAP_U)
        if not report.messages:
            self._set(style.say("staff_no_problems"), box, y)
            return
        room = QRectF(box)
        room.setBottom(box.bottom() - look.px(_SIGN_U + GAP_U))
        for number, line in enumerate(report.messages):
            end = self._set(line, room, y, language="en")
            if end is None:
                count = str(len(report.messages) - number)
                self._set(style.say("staff_more_problems", count=count), box, y)
                return
            y = end + look.px(GAP_U / 2)


def _by_state(result: CheckResult) -> int:
    return _ORDER[result.state]
