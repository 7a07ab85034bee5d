"""The card with everything about a panel's sources: title, publisher, date, address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.button import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from kiosk.exhibit.model import Source
    from kiosk.exhibit.values import WrittenDate
    from kiosk.look.look import Look
    from kiosk.screen.voice import Voice

_PADDING_U = 64
_LABELS_U = 190
_TITLE_ROLES = (("body", "secondary", "source"), ("secondary", "control", "source"))
"""Roles of title, rows and labels: roomy, and for many sources."""


class SourceCard(QWidget):
    """Covers the panel while a visitor reads where its figures come from."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._lines: list[tuple[Setting, float, float, QColor]] = []
        """Set texts with their x, y and colour."""
        self._rules: list[float] = []
        self._close = Button(self, key="close", icon="x")
        self._close.clicked.connect(self.closed)
        self.hide()

    def show_sources(
        self,
        sources: Sequence[Source],
        as_of: WrittenDate | None,
        voice: Voice,
        look: Look,
        *,
        controls_top: float,
    ) -> None:
        """Set the card in its present geometry; `controls_top` is where its button stands."""
        self._look = look
        language = voice.language
        self._close.show_words(look, voice.say("close"), language=language)
        left = look.px(_PADDING_U)
        width = self.width() - 2 * left
        self._close.place_drawn(left, controls_top)
        for roles in _TITLE_ROLES:
            bottom = self._set_lines(sources, as_of, voice, look, width, roles)
            if bottom <= controls_top - look.px(24):
                break
        self.setAccessibleName(voice.say("about_this_source"))
        spoken = [voice.sources_line([source.id], as_of) for source in sources]
        self.setAccessibleDescription("\n".join(spoken))
        self.update()

    def _set_lines(
        self,
        sources: Sequence[Source],
        as_of: WrittenDate | None,
        voice: Voice,
        look: Look,
        width: float,
        roles: tuple[str, str, str],
    ) -> float:
        title_role, row_role, label_role = roles
        theme, language = look.theme, voice.language
        self._lines, self._rules = [], []
        y = look.px(_PADDING_U)
        heading = set_text(
            look, voice.say("about_this_source"), language=language, role="heading", width=width
        )
        y = self._add(heading, y, theme.text) + look.px(28)
        for number, source in enumerate(sources):
            if number:
                y += look.px(14)
                self._rules.append(y)
                y += look.px(18)
            title = set_text(
                look, voice.text(source.title), language=language, role=title_role, width=width
            )
            y = self._add(title, y, theme.text) + look.px(8)
            for key, words in _rows(source, as_of, voice):
                label = set_text(look, voice.say(key), language=language, role=label_role)
                self._lines.append((label, 0.0, y + look.px(3), theme.muted))
                indent = look.px(_LABELS_U)
                row = set_text(look, words, language=language, role=row_role, width=width - indent)
                self._lines.append((row, indent, y, theme.text2))
                y += row.size.height() + look.px(4)
        return y

    def _add(self, setting: Setting, y: float, color: QColor) -> float:
        self._lines.append((setting, 0.0, y, color))
        return y + setting.size.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.theme.panel)
        card = QPainterPath()
        inset = look.px(20)
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        card.addRoundedRect(area, look.px(28), look.px(28))
        painter.fillPath(card, look.theme.panel2)
        left = look.px(_PADDING_U)
        painter.setPen(QPen(look.theme.rule, look.stroke(1.5), Qt.PenStyle.SolidLine))
        for y in self._rules:
            painter.drawLine(QPointF(left, y), QPointF(self.width() - left, y))
        for setting, x, y, color in self._lines:
            setting.draw(painter, left + x, y, color)


def _rows(source: Source, as_of: WrittenDate | None, voice: Voice) -> list[tuple[str, str]]:
    rows = [("publisher", voice.text(source.publisher)), ("published", voice.date(source.date))]
    if as_of is not None:
        rows.append(("figures_as_of", voice.date(as_of)))
    if source.address:
        rows.append(("address", source.address))
    return rows
