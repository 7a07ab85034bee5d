"""All places as a list: the way in without a map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Signal
from PySide6.QtGui import QColor, QRadialGradient

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.board.board import MARGIN_U, Board
from kiosk.screen.board.index_row import ROW_U, Group, IndexEntry, IndexRow
from kiosk.screen.board.place_entries import index_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

_HEADING_GAP_U = 30
_GROUP_U = 56
_COLUMN_GAP_U = 64
_LEAST_COLUMN_U = 440
_MOST_COLUMNS = 4


@dataclass(frozen=True)
class _Cell:
    """The position of an entry or a heading: page, column and pixels from the column's top."""

    page: int
    column: int
    y: float
    heading: str = ""
    entry: IndexEntry | None = None


class IndexList(Board):
    """Shows groups of places in columns, in as many pages as they need."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[IndexRow] = []
        self._headings: list[tuple[Setting, QPointF]] = []

    def show_page(
        self, page: int, locale: Locale, look: Look, *, world: MapWorld | None, controls_top: float
    ) -> None:
        groups = index_groups(locale, world)
        title = locale.say("all_places")
        self.show_groups(title, groups, page, locale, look, controls_top=controls_top)

    def show_groups(
        self,
        title: str,
        groups: Sequence[Group],
        page: int,
        locale: Locale,
        look: Look,
        *,
        controls_top: float,
    ) -> None:
        """Lay the list out in its geometry; `controls_top` is the top of the dock."""
        top = self._set_title(title, locale, look) + look.px(_HEADING_GAP_U)
        language = locale.language
        margin = look.px(MARGIN_U)
        width = self.width() - 2 * margin
        bottom = controls_top - look.px(28)
        gap = look.px(_COLUMN_GAP_U)
        fitting = int((width + gap) // (look.px(_LEAST_COLUMN_U) + gap))
        columns = max(1, min(_MOST_COLUMNS, fitting))
        column_width = (width - gap * (columns - 1)) / columns
        row = max(look.px(ROW_U), look.target)
        cells = _flow(groups, columns, bottom - top, row, look.px(_GROUP_U))
        self._turn_to(page, max((cell.page for cell in cells), default=1))
        self._headings = []
        used = 0
        for cell in cells:
            if cell.page != self._page:
                continue
            x = margin + cell.column * (column_width + gap)
            if cell.entry is None:
                setting = set_text(look, cell.heading, language=language, role="kicker")
                self._headings.append((setting, QPointF(x, top + cell.y)))
                continue
            widget = self._row(used)
            used += 1
            widget.setGeometry(
                QRect(round(x), round(top + cell.y), round(column_width), round(row))
            )
            widget.show_entry(cell.entry, look, language)
            widget.show()
        for spare in self._rows[used:]:
            spare.hide()
        self._show_pager(locale, look, controls_top)
        self.update()

    def _row(self, number: int) -> IndexRow:
        while number >= len(self._rows):
            row = IndexRow(self)
            row.chosen.connect(self.place_chosen)
            self._rows.append(row)
        return self._rows[number]

    def _paint_ground(self, painter: QPainter, look: Look) -> None:
        super()._paint_ground(painter, look)
        if not look.theme.high_contrast:
            glow = QRadialGradient(QPointF(self.width() * 0.86, 0), self.height() * 0.7)
            near, far = QColor(look.theme.sea2), QColor(look.theme.sea2)
            near.setAlphaF(0.28)
            far.setAlphaF(0.0)
            glow.setColorAt(0, near)
            glow.setColorAt(1, far)
            painter.fillRect(self.rect(), glow)

    def _paint_page(self, painter: QPainter, look: Look) -> None:
        for setting, at in self._headings:
            setting.draw(painter, at.x(), at.y() + look.px(8), look.theme.text2)


def _flow(
    groups: Sequence[Group], columns: int, height: float, row: float, heading: float
) -> list[_Cell]:
    """Fill columns from the top; a group's later columns begin level with its heading's rows."""
    cells: list[_Cell] = []
    page, column = 1, 0
    for group in groups:
        if column >= columns:
            page, column = page + 1, 0
        y = 0.0
        cells.append(_Cell(page, column, y, heading=group.heading))
        y += heading
        for entry in group.entries:
            if y + row > height:
                column += 1
                if column >= columns:
                    page, column = page + 1, 0
                y = heading
            cells.append(_Cell(page, column, y, entry=entry))
            y += row
        column += 1
    return cells
