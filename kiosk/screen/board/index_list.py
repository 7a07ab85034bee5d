"""All places as a list: the way in without a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Signal

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.board.board import MARGIN_U, TOP_U, Board
from kiosk.screen.board.column_layout import ColumnGrid, ColumnPlace, ColumnRow, laid_out
from kiosk.screen.board.index_row import (
    Group,
    IndexEntry,
    IndexRow,
    keeps_to_two_lines,
    row_height,
    tab_of,
)
from kiosk.screen.board.place_entries import index_groups
from kiosk.screen.control.button import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

_COUNT_GAP_U = 32
_HEADING_GAP_U = 22
_GROUP_U = 48
_GROUP_GAP_U = 28
_COLUMN_GAP_U = 36
_LEAST_COLUMNS_U = (500, 400)
"""How wide columns are at least: comfortably, and where that saves a page."""
_BOTTOM_U = 16
_BAY_GAP_U = 40
_BUTTON_GAP_U = 16
_DOCK_RIGHT_U, _DOCK_GROWTH_U = 800, 200
"""Where the dock ends at the latest, and how much further in text of twice the size."""
_MOST_STRETCH = 1.5
"""How much higher rows become where a page has room to spare."""


class IndexList(Board):
    """Shows groups of places in columns, in as many pages as they need."""

    place_chosen = Signal(str)
    search_touched = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[IndexRow] = []
        self._words: list[tuple[Setting, QPointF, QColor]] = []
        self._controls_top = 0.0
        self._bay = Button(self, icon="arrow-right", icon_last=True)
        self._bay.chosen.connect(self.place_chosen)
        self._search = Button(self, key="search", icon="search")
        self._search.clicked.connect(self.search_touched)

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
        self._words = []
        entries = [(group, entry) for group in groups for entry in group.entries]
        self._controls_top = controls_top
        self._search.show_words(look, locale.say("search"), language=locale.language)
        self._set_count(len(entries), locale, look)
        margin, gap = look.px(MARGIN_U), look.px(_COLUMN_GAP_U)
        room = self.width() - 2 * margin
        line_top = controls_top
        for _ in range(2):
            height = line_top - look.px(_BOTTOM_U) - top
            grid, places = _laid_out(entries, room, height, look, locale.language)
            self._turn_to(page, max((place.page for place in places), default=0) + 1)
            self._show_pager(locale, look, line_top)
            left = self._foot_right(look) - self._search.drawn_width
            if left >= self._foot_left(look, line_top):
                break
            # On an upright screen the dock leaves no room: they have a line above it.
            line_top = controls_top - look.px(_BUTTON_GAP_U) - self._search.height()
        width = (room - gap * (grid.columns - 1)) / grid.columns
        tabs = _tabs(entries, look, locale.language, width)
        shown = [
            (place, *entry)
            for place, entry in zip(places, entries, strict=True)
            if place.page == self._page - 1
        ]
        stretch = _stretch([place for place, _, _ in shown], grid)
        for number, (place, group, entry) in enumerate(shown):
            x = margin + place.column * (width + gap)
            y = top + grid.heading + (place.y - grid.heading) * stretch
            if place.opens:
                at = QPointF(x, y - grid.heading)
                self._set_heading(group, at, locale, look)
            widget = self._row(number)
            height = place.height * stretch
            widget.setGeometry(QRect(round(x), round(y), round(width), round(height)))
            widget.show_entry(entry, look, locale.language, tabs[id(group)])
            widget.show()
        for spare in self._rows[len(shown) :]:
            spare.hide()
        self._show_foot(locale, look, line_top)
        self.update()

    def _show_foot(self, locale: Locale, look: Look, line_top: float) -> None:
        """Show the ways to the search and to the bay as a whole, left of the pager.

        The bay gives way, to which the title of the map leads too.
        """
        right, left_end = self._foot_right(look), self._foot_left(look, line_top)
        region = locale.exhibit.region
        search, bay = self._search, self._bay
        search.place_drawn(right - search.drawn_width, line_top)
        bay.setVisible(region is not None)
        if region is None:
            return
        bay.key = region.id
        bay.show_words(look, locale.say("whole_bay"), language=locale.language)
        left = right - bay.drawn_width
        both = left - look.px(_BUTTON_GAP_U) - search.drawn_width
        bay.setVisible(both >= left_end)
        if both >= left_end:
            bay.place_drawn(left, line_top)
            search.place_drawn(both, line_top)

    def _foot_right(self, look: Look) -> float:
        """Where the pager and its words begin, or else the page ends."""
        if self._pages < 2:
            return self.width() - look.px(MARGIN_U)
        return self._page_at.x() - look.px(_BAY_GAP_U)

    def _foot_left(self, look: Look, line_top: float) -> float:
        """Where the dock ends, if the line is the dock's."""
        if line_top < self._controls_top:
            return look.px(MARGIN_U)
        grown = (look.text_scale - 1) * _DOCK_GROWTH_U
        return look.px(_DOCK_RIGHT_U + grown)

    def _set_count(self, count: int, locale: Locale, look: Look) -> None:
        """Say how many places there are in the bay, on the title's baseline, where it has room."""
        if count < 2 or self._title is None:
            return
        words = locale.say("place_count", count=str(count))
        setting = set_text(look, words, language=locale.language, role="body")
        left = self.width() - look.px(MARGIN_U) - setting.ink
        if left < look.px(MARGIN_U + _COUNT_GAP_U) + self._title.ink:
            return
        baseline = look.px(TOP_U) + self._title.last_baseline
        at = QPointF(left, baseline - setting.first_baseline)
        self._words.append((setting, at, look.theme.text2))

    def _set_heading(self, group: Group, at: QPointF, locale: Locale, look: Look) -> None:
        setting = set_text(look, group.heading, language=locale.language, role="kicker")
        self._words.append((setting, at, look.theme.text2))

    def _row(self, number: int) -> IndexRow:
        while number >= len(self._rows):
            row = IndexRow(self)
            row.chosen.connect(self.place_chosen)
            self._rows.append(row)
        return self._rows[number]

    def _paint_page(self, painter: QPainter, look: Look) -> None:
        for setting, at, color in self._words:
            setting.draw(painter, at.x(), at.y(), color)


def _laid_out(
    entries: Sequence[tuple[Group, IndexEntry]],
    room: float,
    height: float,
    look: Look,
    language: str,
) -> tuple[ColumnGrid, list[ColumnPlace]]:
    """The places of all entries; in narrower columns only where that saves a page.

    And only where no name takes more than two lines there.
    """
    gap = look.px(_COLUMN_GAP_U)
    groups = list(dict.fromkeys(id(group) for group, _ in entries))
    tried = []
    for least in _LEAST_COLUMNS_U:
        columns = max(1, int((room + gap) // (look.px(least) + gap)))
        width = (room - gap * (columns - 1)) / columns
        tabs = _tabs(entries, look, language, width)
        rows = [
            ColumnRow(
                groups.index(id(group)), row_height(entry, look, language, width, tabs[id(group)])
            )
            for group, entry in entries
        ]
        grid = ColumnGrid(columns, height, look.px(_GROUP_U), look.px(_GROUP_GAP_U))
        places = laid_out(rows, grid)
        short = all(keeps_to_two_lines(entry, look, language, width) for _, entry in entries)
        tried.append((not short, max((place.page for place in places), default=0), grid, places))
        if tried[-1][:2] == (False, 0):
            break
    _, _, grid, places = min(tried, key=_wrongs)
    return grid, places


def _tabs(
    entries: Sequence[tuple[Group, IndexEntry]], look: Look, language: str, width: float
) -> dict[int, float]:
    """For each group where its facts begin: beside the names where all of a group fit there."""
    groups = {id(group): group for group, _ in entries}
    return {key: tab_of(group.entries, look, language, width) for key, group in groups.items()}


def _wrongs(tried: tuple[bool, int, ColumnGrid, list[ColumnPlace]]) -> tuple[bool, int]:
    return tried[:2]


def _stretch(places: Sequence[ColumnPlace], grid: ColumnGrid) -> float:
    """How much higher the rows of a page may be so that it is filled."""
    used = max((place.y + place.height for place in places), default=grid.height)
    return min(_MOST_STRETCH, (grid.height - grid.heading) / max(1.0, used - grid.heading))
