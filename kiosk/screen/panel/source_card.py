"""The card with everything about a panel's sources: title, publisher, date, address, code."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.control.pager import Pager
from kiosk.screen.control.qr_code import can_encode, draw_qr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.exhibit.model.exhibit import Source
    from kiosk.exhibit.model.values import WrittenDate
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_PADDING_U = 64
_TOP_U = 60
_CODE_U = 216
_CODE_GAP_U = 36
_LABEL_GAP_U = 4
_ROW_GAP_U = 10
_SOURCE_GAP_U = 30


@dataclass
class _SourceEntry:
    """One source, set: texts with their y from the entry's top, and the code beside them."""

    address: str
    height: float = 0.0
    lines: list[tuple[Setting, float, QColor]] = field(default_factory=list)


class SourceCard(QWidget):
    """Covers the panel while a visitor reads where its figures come from."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._locale: Locale | None = None
        self._controls_top = 0.0
        self._heading: Setting | None = None
        self._pages: list[list[tuple[_SourceEntry, float]]] = [[]]
        self._page = 1
        self._close = Button(self, key="close", icon="x")
        self._close.clicked.connect(self.closed)
        self._pager = Pager(self, large=False)
        self._pager.back_touched.connect(self._go_back)
        self._pager.on_touched.connect(self._go_on)
        self.hide()

    def show_sources(
        self,
        sources: Sequence[Source],
        as_of: WrittenDate | None,
        locale: Locale,
        look: Look,
        *,
        controls_top: float,
    ) -> None:
        """Lay the card out in its geometry; `controls_top` is the top of its button."""
        self._look, self._locale, self._controls_top = look, locale, controls_top
        left = look.px(_PADDING_U)
        width = self.width() - 2 * left
        words = locale.say("about_this_source")
        self._heading = set_text(look, words, language=locale.language, role="heading", width=width)
        top = look.px(_TOP_U) + self._heading.size.height() + look.px(_SOURCE_GAP_U)
        bottom = controls_top - look.px(_SOURCE_GAP_U)
        self._pages = [[]]
        y = top
        for source in sources:
            entry = _set_source(source, as_of, locale, look, width)
            if self._pages[-1] and y + entry.height > bottom:
                self._pages.append([])
                y = top
            self._pages[-1].append((entry, y))
            y += entry.height + look.px(_SOURCE_GAP_U)
        self._page = 1
        self._show_controls()
        self.setAccessibleName(words)
        spoken = [locale.sources_line([source.id], as_of) for source in sources]
        self.setAccessibleDescription("\n".join(spoken))

    def _show_controls(self) -> None:
        look, locale = self._look, self._locale
        assert look is not None
        assert locale is not None
        left = look.px(_PADDING_U)
        self._close.show_words(look, locale.say("close"), language=locale.language)
        self._close.place_drawn(left, self._controls_top)
        self._pager.setVisible(len(self._pages) > 1)
        if len(self._pages) > 1:
            own = Pager.small_width(look)
            x = self.width() - left - own
            drawn = QRect(
                round(x), round(self._controls_top), round(own), round(look.px(CONTROL_U))
            )
            self._pager.place(drawn, self._page, len(self._pages), locale, look)
        self.update()

    @Slot()
    def _go_back(self) -> None:
        self._page = max(1, self._page - 1)
        self._show_controls()

    @Slot()
    def _go_on(self) -> None:
        self._page = min(len(self._pages), self._page + 1)
        self._show_controls()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, heading = self._look, self._heading
        if look is None or heading is None:
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
        heading.draw(painter, left, look.px(_TOP_U), look.theme.text)
        code = look.px(_CODE_U)
        right = self.width() - left - code
        for number, (entry, top) in enumerate(self._pages[self._page - 1]):
            if number:
                painter.setPen(QPen(look.theme.rule, look.stroke(1.5)))
                rule = top - look.px(_SOURCE_GAP_U / 2)
                painter.drawLine(QPointF(left, rule), QPointF(self.width() - left, rule))
            for setting, y, color in entry.lines:
                setting.draw(painter, left, top + y, color)
            if can_encode(entry.address):
                draw_qr(painter, entry.address, QRectF(right, top, code, code), look.px(8))


def _set_source(
    source: Source, as_of: WrittenDate | None, locale: Locale, look: Look, width: float
) -> _SourceEntry:
    theme, language = look.theme, locale.language
    entry = _SourceEntry(source.address or "")
    if can_encode(entry.address):
        width -= look.px(_CODE_U + _CODE_GAP_U)
    title = locale.said(source.title)
    y = _add(
        entry,
        set_text(look, title.words, language=title.language, role="secondary", width=width),
        0.0,
        theme.text,
    )
    for key, words in _rows(source, as_of, locale):
        y += look.px(_ROW_GAP_U)
        label = set_text(look, locale.say(key), language=language, role="source")
        y = _add(entry, label, y, theme.muted) + look.px(_LABEL_GAP_U)
        role = "source" if key == "address" else "control"
        row = set_text(look, words, language=language, role=role, width=width)
        y = _add(entry, row, y, theme.text2)
    entry.height = max(y, look.px(_CODE_U) if can_encode(entry.address) else 0.0)
    return entry


def _add(entry: _SourceEntry, setting: Setting, y: float, color: QColor) -> float:
    entry.lines.append((setting, y, color))
    return y + setting.size.height()


def _rows(source: Source, as_of: WrittenDate | None, locale: Locale) -> list[tuple[str, str]]:
    rows = [("publisher", locale.text(source.publisher)), ("published", locale.date(source.date))]
    if as_of is not None:
        rows.append(("figures_as_of", locale.date(as_of)))
    if source.address:
        rows.append(("address", source.address))
    return rows
