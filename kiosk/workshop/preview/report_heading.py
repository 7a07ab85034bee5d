"""The heading above the messages of the preview: how many there are, or that all is fine."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.button import CONTROL_U
from kiosk.text.messages import Severity
from kiosk.workshop.preview.message_list import MOST

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.preview.quoted_messages import QuotedMessage

_ICON_U = 34
_ICON_GAP_U = 14
_GAP_U = 20


class PreviewReport(NamedTuple):
    """The contents of the column; `counts` is None until something has been read."""

    quoted: tuple[QuotedMessage, ...] = ()
    recalled: tuple[str, ...] = ()
    counts: tuple[int, int] | None = None
    """The numbers of zones and of panels."""

    @property
    def errors(self) -> int:
        """How many of the messages are errors."""
        return sum(each.message.severity is Severity.ERROR for each in self.quoted)


class ReportHeading:
    """One large line with an icon, and small lines below it."""

    def __init__(self, style: InterfaceStyle) -> None:
        self._style = style
        self._drawn: list[tuple[Setting, QPointF, QColor]] = []
        self._icon: tuple[str, QRectF, QColor] | None = None
        self.words = ""
        """All lines, for assistive technology."""

    def lay_out(self, report: PreviewReport, column: QRectF) -> float:
        """Typeset it at the top of a column, in pixels; return its lower edge."""
        look, theme = self._style.look, self._style.look.theme
        icon, heading = self._heading(report)
        lines = self._lines(report)
        self._drawn, self._icon = [], None
        x, y = column.x(), column.y() + look.px(CONTROL_U) / 2
        if icon:
            side = look.px(_ICON_U)
            color = theme.accent_text if report.errors else theme.text
            self._icon = (icon, QRectF(x, y - side / 2, side, side), color)
            x += side + look.px(_ICON_GAP_U)
        room = column.right() - x
        first = self._typeset(heading, "lead", room)
        self._drawn.append((first, QPointF(x, y - first.size.height() / 2), theme.text))
        y += first.size.height() / 2
        for line in lines:
            setting = self._typeset(line, "source", room)
            self._drawn.append((setting, QPointF(x, y), theme.text2))
            y += setting.size.height()
        self.words = " ".join([heading, *lines])
        gap = look.px(_GAP_U)
        return max(y + gap, column.y() + look.px(CONTROL_U) + gap)

    def paint(self, painter: QPainter) -> None:
        """Draw the lines and the icon."""
        for setting, at, color in self._drawn:
            setting.draw(painter, at.x(), at.y(), color)
        if self._icon is not None:
            icon, box, color = self._icon
            draw_icon(painter, self._style.look, icon, box, color)

    def _heading(self, report: PreviewReport) -> tuple[str, str]:
        """The icon and the words of the large line."""
        say = self._style.say
        if report.quoted:
            errors = report.errors
            counts = {"errors": str(errors), "warnings": str(len(report.quoted) - errors)}
            return "x" if errors else "triangle-alert", say("problems_counted", **counts)
        if report.counts is None:
            return "", say("reading_content")
        return "check", say("everything_fine")

    def _lines(self, report: PreviewReport) -> list[str]:
        say = self._style.say
        lines = []
        if report.counts is not None and not report.quoted:
            zones, panels = map(str, report.counts)
            lines.append(say("content_counted", zones=zones, panels=panels))
        if report.recalled:
            lines.append(say("last_good_state", files=", ".join(report.recalled)))
        if len(report.quoted) > MOST:
            every = str(len(report.quoted))
            lines.append(say("first_problems", count=str(MOST), all=every))
        return lines

    def _typeset(self, words: str, role: str, width: float) -> Setting:
        style = self._style
        return set_text(style.look, words, language=style.language, role=role, width=width)
