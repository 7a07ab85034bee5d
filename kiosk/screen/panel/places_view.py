"""The places that lie within a zone, as rows that open them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.screen.board.index_row import IndexRow
from kiosk.screen.panel.facts_view import set_zone_name
from kiosk.screen.panel.flow import INSET_U

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.board.index_row import IndexEntry
    from kiosk.screen.locale import Locale

_GAP_U = 32
_ROW_U = 104


class PlacesView(QWidget):
    """Shows the rows in as many pages as they need.  Built once and shown again."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._name: Setting | None = None
        self._rows: list[IndexRow] = []
        self._pages = 1

    @property
    def page_count(self) -> int:
        """The number of pages that the rows take."""
        return self._pages

    def show_entries(
        self, zone: Zone, entries: Sequence[IndexEntry], page: int, locale: Locale, look: Look
    ) -> None:
        """Show the rows of a page, counted from 1, below the zone's name."""
        self._look = look
        inset = round(look.px(INSET_U))
        self._name = set_zone_name(zone, locale, look, float(self.width() - inset))
        top = self._name.size.height() + look.px(_GAP_U)
        height = max(look.px(_ROW_U), look.target)
        per_page = max(1, int((self.height() - top) // height))
        self._pages = max(1, -(-len(entries) // per_page))
        first = (max(1, min(page, self._pages)) - 1) * per_page
        shown = entries[first : first + per_page]
        while len(self._rows) < len(shown):
            row = IndexRow(self)
            row.chosen.connect(self.place_chosen)
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(shown))
            if number < len(shown):
                y = round(top + number * height)
                row.setGeometry(QRect(inset, y, self.width() - inset, round(height)))
                row.show_entry(shown[number], look, locale.language)
        self.setAccessibleName(locale.text(zone.name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None and self._name is not None:
            inset = self._look.px(INSET_U)
            self._name.draw(QPainter(self), inset, 0, self._look.theme.text)
