"""The marks that figures and bars bear, each drawn beside what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.chart.bar_values import bar_brush
from kiosk.screen.chart.hatch import fill_hatched

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_SAMPLE_U = 152
_GAP_U = 36
_BAR_U = 44
_PITCH_U = 14
_ICON_U = 44
_EXAMPLE = "50"
"""The number of the example: the article has "more than 50 laboratories"."""


def _draw_bound(painter: QPainter, look: Look, locale: Locale, area: QRectF) -> None:
    words = locale.say("more_than_drawn", figure=_EXAMPLE)
    scale = min(1.0, area.width() / set_text(look, words, language="en", role="heading").ink)
    setting = set_text(look, words, language=locale.language, role="heading", scale=scale)
    top = area.center().y() - setting.size.height() / 2
    setting.draw(painter, area.left(), top, look.theme.text)


def _draw_fading(painter: QPainter, look: Look, locale: Locale, area: QRectF) -> None:
    bar = _bar(look, area)
    solid = QPointF(bar.left() + bar.width() * 0.55, bar.center().y())
    open_at = QPointF(bar.right(), bar.center().y())
    painter.fillRect(bar, bar_brush(look.theme.series[0], solid, open_at))


def _draw_rest(painter: QPainter, look: Look, locale: Locale, area: QRectF) -> None:
    bar = _bar(look, area)
    part = QRectF(bar)
    part.setWidth(bar.width() * 0.55)
    painter.fillRect(part, look.theme.series[0])
    painter.setPen(QPen(look.theme.control_border, look.stroke(2)))
    painter.setBrush(look.theme.panel2)
    painter.drawRect(bar.adjusted(part.width() + look.px(4), 0, 0, 0))


def _draw_hatched(painter: QPainter, look: Look, locale: Locale, area: QRectF) -> None:
    bar = _bar(look, area)
    width = bar.width() / 2 - look.px(2)
    for series, left in ((0, bar.left()), (1, bar.right() - width)):
        fill_hatched(
            painter,
            QRectF(left, bar.top(), width, bar.height()),
            series,
            color=look.theme.series[series],
            ground=look.theme.ground,
            pitch=look.px(_PITCH_U),
        )


def _draw_reported(painter: QPainter, look: Look, locale: Locale, area: QRectF) -> None:
    setting = set_text(
        look, locale.say("reported"), language=locale.language, role="control", width=area.width()
    )
    top = area.center().y() - setting.size.height() / 2
    setting.draw(painter, area.left(), top, look.theme.muted)


def _draw_source(painter: QPainter, look: Look, locale: Locale, area: QRectF) -> None:
    side = look.px(_ICON_U)
    sign = QRectF(area.left(), area.center().y() - side / 2, side, side)
    draw_icon(painter, look, "info", sign, look.theme.text2)


_MARKS: tuple[tuple[str, Callable[[QPainter, Look, Locale, QRectF], None]], ...] = (
    ("mark_bound", _draw_bound),
    ("mark_fading", _draw_fading),
    ("mark_calculated", _draw_rest),
    ("mark_reported", _draw_reported),
    ("mark_hatch", _draw_hatched),
    ("mark_source", _draw_source),
)
"""What each mark is called in the interface's words, and how it is drawn within an area."""


@dataclass(frozen=True)
class MarkRow:
    """A mark with what it means beside it."""

    number: int
    look: Look
    locale: Locale
    meaning: Setting

    @property
    def height(self) -> float:
        """The height of the mark, or of the words where they are higher; in pixels."""
        return max(self.look.px(_BAR_U), self.meaning.size.height())

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its top left corner there."""
        look = self.look
        area = QRectF(x, y, look.px(_SAMPLE_U), self.height)
        _, draw = _MARKS[self.number]
        draw(painter, look, self.locale, area)
        top = y + (self.height - self.meaning.size.height()) / 2
        self.meaning.draw(painter, x + look.px(_SAMPLE_U + _GAP_U), top, look.theme.text2)


def mark_rows(locale: Locale, look: Look, width: float, role: str) -> list[MarkRow]:
    """All marks, each within `width` pixels, with their meanings in a role's type."""
    room = width - look.px(_SAMPLE_U + _GAP_U)
    return [
        MarkRow(
            number,
            look,
            locale,
            set_text(look, locale.say(key), language=locale.language, role=role, width=room),
        )
        for number, (key, _) in enumerate(_MARKS)
    ]


def _bar(look: Look, area: QRectF) -> QRectF:
    height = look.px(_BAR_U)
    return QRectF(area.left(), area.center().y() - height / 2, area.width(), height)
