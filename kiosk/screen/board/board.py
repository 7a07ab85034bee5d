"""A board over the map: a title, what is set below it, and a pager where that takes more pages."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.control.pager import Pager

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.control.control import Control
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

MARGIN_U = 72
TOP_U = 64
_PAGE_GAP_U = 28
_DOCK_END_U = 900
"""Left of that the dock leaves no room for words beside a pager."""
_DOCK_GROWTH_U = 200
"""How much further it reaches in text of twice the size."""


class Board(QWidget):
    """Covers the window; each kind of board sets its own pages and paints them."""

    assistive_role = AssistiveRole.SCREEN

    page_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # It is all ground: neither the map below nor anything on it is painted with a letter.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look: Look | None = None
        self._title: Setting | None = None
        self._page_words: Setting | None = None
        self._page_at = QPointF()
        self._page = self._pages = 1
        self._shows_title = True
        self._pager = Pager(self, large=False)
        self._pager.back_touched.connect(self._go_back)
        self._pager.on_touched.connect(self._go_on)
        self.hide()

    @property
    def pages(self) -> int:
        """In how many pages the board was set."""
        return self._pages

    @property
    def front(self) -> tuple[QWidget, ...]:
        """What has everything on it that can be touched, in its order."""
        return (self,)

    @property
    def apart(self) -> tuple[Control, ...]:
        """What can be touched besides, in a part of its own."""
        return ()

    @abstractmethod
    def show_page(
        self, page: int, locale: Locale, look: Look, *, world: MapWorld | None, controls_top: float
    ) -> None:
        """Set a page, counted from 1, in the present geometry, above the dock's top."""

    def _set_title(self, title: str, locale: Locale, look: Look) -> float:
        """Set the title; gives its lower edge in pixels."""
        self._look = look
        width = self.width() - 2 * look.px(MARGIN_U)
        self._title = set_text(look, title, language=locale.language, role="title", width=width)
        self.setAccessibleName(title)
        return look.px(TOP_U) + self._title.size.height()

    def _turn_to(self, page: int, pages: int) -> None:
        """Be at the page of that number, or at the nearest there is."""
        self._pages = pages
        self._page = max(1, min(page, pages))

    def _show_pager(self, locale: Locale, look: Look, controls_top: float) -> None:
        self._pager.setVisible(self._pages > 1)
        self._page_words = None
        self.setAccessibleDescription("")
        if self._pages < 2:
            return
        width = Pager.small_width(look)
        left = self.width() - look.px(MARGIN_U) - width
        drawn = QRect(round(left), round(controls_top), round(width), round(look.px(CONTROL_U)))
        self._pager.place(drawn, self._page, self._pages, locale, look)
        place = {"page": str(self._page), "pages": str(self._pages)}
        words = locale.say("page_of", **place)
        self.setAccessibleDescription(locale.say("page_of_spoken", **place))
        if left < look.px(_DOCK_END_U):
            # On an upright screen the dock reaches as far.
            self._page_at = QPointF(left, controls_top)
            return
        self._page_words = set_text(look, words, language=locale.language, role="body")
        self._page_at = QPointF(
            left - look.px(_PAGE_GAP_U) - self._page_words.ink,
            controls_top + (look.px(CONTROL_U) - self._page_words.size.height()) / 2,
        )

    def _has_room_by_dock(self, look: Look) -> bool:
        """Whether a pager stands beside the dock, which reaches further in larger text.

        On an upright screen it does not.
        """
        left = self.width() - look.px(MARGIN_U) - Pager.small_width(look)
        return left >= look.px(_DOCK_END_U + (look.text_scale - 1) * _DOCK_GROWTH_U)

    def _paint_ground(self, painter: QPainter, look: Look) -> None:
        """Paint what lies below the title."""
        painter.fillRect(self.rect(), look.theme.ground)

    def _paint_page(self, painter: QPainter, look: Look) -> None:
        """Paint the present page, apart from its title."""

    @Slot()
    def _go_back(self) -> None:
        self.page_chosen.emit(self._page - 1)

    @Slot()
    def _go_on(self) -> None:
        self.page_chosen.emit(self._page + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, title = self._look, self._title
        if look is None or title is None:
            return
        painter = QPainter(self)
        self._paint_ground(painter, look)
        if self._shows_title:
            title.draw(painter, look.px(MARGIN_U), look.px(TOP_U), look.theme.text)
        self._paint_page(painter, look)
        if self._page_words is not None:
            self._page_words.draw(painter, self._page_at.x(), self._page_at.y(), look.theme.text)
