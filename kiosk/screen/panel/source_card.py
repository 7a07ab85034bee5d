"""The card of a page's sources: each with what it is the source of, and how the rest came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.model.citations import citations, common_date
from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.control.pager import Pager
from kiosk.screen.panel.calculations import calculations
from kiosk.screen.panel.source_pages import PlacedEntry, set_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.exhibit.model.exhibit import Panel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_PADDING_U = 64
_TOP_U = 60
_ICON_U = 30
_HEADING_GAP_U = 36


class SourceCard(QWidget):
    """Covers the panel while a visitor reads where its figures come from."""

    assistive_role = AssistiveRole.DIALOG

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._locale: Locale | None = None
        self._controls_top = 0.0
        self._heading: Setting | None = None
        self._pages: tuple[tuple[PlacedEntry, ...], ...] = ((),)
        self._page = 1
        self._close = Button(self, key="close", icon="x")
        self._close.clicked.connect(self.closed)
        self._pager = Pager(self, large=False)
        self._pager.back_touched.connect(self._go_back)
        self._pager.on_touched.connect(self._go_on)
        self.hide()

    @property
    def pages(self) -> tuple[tuple[PlacedEntry, ...], ...]:
        """What stands on each page, with its upper edge in pixels."""
        return self._pages

    @property
    def leaf(self) -> int:
        """Which of its pages is shown, counted from 1."""
        return self._page

    @property
    def has_code(self) -> bool:
        """Whether a code for phones stands on one of its pages."""
        return any(entry.code is not None for page in self._pages for entry, _ in page)

    def shown(self) -> str:
        """Which of the sources stand on its page, as "2–3 of 6"; empty where there are only notes.

        Pages are not counted: beside the number of sources, that of pages would seem to be wrong.
        """
        counts = [sum(entry.is_source for entry, _ in page) for page in self._pages]
        here, before = counts[self._page - 1], sum(counts[: self._page - 1])
        if self._locale is None or not here:
            return ""
        numbers = dict.fromkeys((str(before + 1), str(before + here)))
        return self._locale.say("page_of", page="–".join(numbers), pages=str(sum(counts)))

    def show_sources(
        self,
        panel: Panel,
        page: int,
        locale: Locale,
        look: Look,
        *,
        controls_top: float,
        leaf: int = 1,
        notes: Sequence[str] = (),
    ) -> None:
        """Lay out what a page cites, in the card's geometry; `controls_top` is its button's top.

        `leaf` is the card's own page, and its last one where it has no such page.  What `notes` say
        of all figures comes first.
        """
        self._look, self._locale, self._controls_top = look, locale, controls_top
        cited = citations(panel, page)
        words = locale.say("about_this_source")
        if len(cited) > 1:
            ids = [each.source for each in cited]
            words = locale.source_note(ids, common_date(cited))
        self._heading = set_text(look, words, language=locale.language, role="kicker")
        top = look.px(_TOP_U) + self._heading.size.height() + look.px(_HEADING_GAP_U)
        left = look.px(_PADDING_U)
        height = controls_top - look.px(_HEADING_GAP_U) - top
        room = QRectF(left, top, self.width() - 2 * left, height)
        self._pages = set_pages(panel, page, locale, look, room, notes)
        self._page = min(leaf, len(self._pages))
        self._show_controls()
        self.setAccessibleName(words)
        self.setAccessibleDescription("\n".join((*notes, _spoken(panel, page, locale))))

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
        self.turn(-1)

    @Slot()
    def _go_on(self) -> None:
        self.turn(1)

    def turn(self, step: int) -> bool:
        """Show the page before or after; False where there is none."""
        if not 1 <= self._page + step <= len(self._pages):
            return False
        self._page += step
        self._show_controls()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        look, locale, heading = self._look, self._locale, self._heading
        if look is None or locale is None or heading is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = look.theme
        painter.fillRect(self.rect(), theme.panel)
        card = QPainterPath()
        inset = look.px(20)
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        card.addRoundedRect(area, look.px(28), look.px(28))
        painter.fillPath(card, theme.panel2)
        painter.setPen(QPen(theme.rule, look.stroke(1.5)))
        painter.drawPath(card)
        left, top, icon = look.px(_PADDING_U), look.px(_TOP_U), look.px(_ICON_U)
        middle = top + heading.size.height() / 2
        sign = QRectF(left, middle - icon / 2, icon, icon)
        draw_icon(painter, look, "info", sign, theme.accent_text)
        heading.draw(painter, left + icon + look.px(14), top, theme.text2)
        if len(self._pages) > 1:
            count = set_text(look, self.shown(), language=locale.language, role="kicker")
            count.draw(painter, self.width() - left - count.ink, top, theme.muted)
        bottom = None
        for entry, y in self._pages[self._page - 1]:
            if bottom is not None:
                painter.setPen(QPen(theme.rule, look.stroke(1.5)))
                rule = (bottom + y) / 2
                painter.drawLine(QPointF(left, rule), QPointF(self.width() - left, rule))
            entry.draw(painter, look, left, y)
            bottom = y + entry.height


def _spoken(panel: Panel, page: int, locale: Locale) -> str:
    lines = [
        locale.sources_line([each.source], each.as_of[0] if each.as_of else None)
        for each in citations(panel, page)
    ]
    return "\n".join((*lines, *calculations(panel, page, locale)))
