"""All places as a list: the way in without a map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QRadialGradient
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.index_row import ROW_U, Entry, IndexRow
from kiosk.screen.panel.pager import Pager

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.voice import Voice

_MARGIN_U = 72
_TOP_U = 64
_HEADING_GAP_U = 30
_GROUP_U = 56
_COLUMN_GAP_U = 64
_LEAST_COLUMN_U = 440
_MOST_COLUMNS = 4


@dataclass(frozen=True)
class Group:
    """Entries under one heading."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class _Cell:
    """Where an entry or a heading stands: page, column and pixels from the column's top."""

    page: int
    column: int
    y: float
    heading: str = ""
    entry: Entry | None = None


class IndexList(QWidget):
    """Shows groups of places in columns, in as many pages as they need."""

    place_chosen = Signal(str)
    page_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._rows: list[IndexRow] = []
        self._title: Setting | None = None
        self._headings: list[tuple[Setting, QPointF]] = []
        self._page = self._pages = 1
        self._pager = Pager(self, large=False)
        self._pager.back_touched.connect(self._go_back)
        self._pager.on_touched.connect(self._go_on)
        self.hide()

    @property
    def pages(self) -> int:
        """In how many pages the list was set."""
        return self._pages

    def show_groups(
        self,
        title: str,
        groups: Sequence[Group],
        page: int,
        voice: Voice,
        look: Look,
        *,
        controls_top: float,
    ) -> None:
        """Set the list in its present geometry; `controls_top` is where the dock stands."""
        self._look = look
        language = voice.language
        margin = look.px(_MARGIN_U)
        width = self.width() - 2 * margin
        self._title = set_text(look, title, language=language, role="title", width=width)
        top = look.px(_TOP_U) + self._title.size.height() + look.px(_HEADING_GAP_U)
        bottom = controls_top - look.px(28)
        gap = look.px(_COLUMN_GAP_U)
        fitting = int((width + gap) // (look.px(_LEAST_COLUMN_U) + gap))
        columns = max(1, min(_MOST_COLUMNS, fitting))
        column_width = (width - gap * (columns - 1)) / columns
        row = max(look.px(ROW_U), look.target)
        cells = _flow(groups, columns, bottom - top, row, look.px(_GROUP_U))
        self._pages = max((cell.page for cell in cells), default=1)
        self._page = max(1, min(page, self._pages))
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
        self._show_pager(voice, look, controls_top)
        self.setAccessibleName(title)
        self.update()

    def _row(self, number: int) -> IndexRow:
        while number >= len(self._rows):
            row = IndexRow(self)
            row.chosen.connect(self.place_chosen)
            self._rows.append(row)
        return self._rows[number]

    def _show_pager(self, voice: Voice, look: Look, controls_top: float) -> None:
        self._pager.setVisible(self._pages > 1)
        if self._pages < 2:
            return
        width = Pager.small_width(look)
        left = self.width() - look.px(_MARGIN_U) - width
        drawn = QRect(round(left), round(controls_top), round(width), round(look.px(72)))
        self._pager.place(drawn, self._page, self._pages, voice, look)

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
        painter.fillRect(event.rect(), look.theme.ground)
        if not look.theme.high_contrast:
            glow = QRadialGradient(QPointF(self.width() * 0.86, 0), self.height() * 0.7)
            near, far = QColor(look.theme.sea2), QColor(look.theme.sea2)
            near.setAlphaF(0.28)
            far.setAlphaF(0.0)
            glow.setColorAt(0, near)
            glow.setColorAt(1, far)
            painter.fillRect(event.rect(), glow)
        margin = look.px(_MARGIN_U)
        title.draw(painter, margin, look.px(_TOP_U), look.theme.text)
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
