"""The places that lie within a zone, as cards that open them."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.model.shown_pictures import panel_pictures
from kiosk.screen.board.place_entries import entry_of, kind_alone, telling_facts
from kiosk.screen.panel.fact_column import figure_content
from kiosk.screen.panel.facts_pages import set_zone_name
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.place_card import PlaceCard, PlacePicture
from kiosk.screen.steps import at_once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

_GAP_U = 28
_BETWEEN_U = 20
_BOTTOM_U = 20
_LEAST_U = (280, 190)
"""The least width and height of a card."""
_BEST_RATIO = 1.4
"""Width to height: cards are as near to it as their number allows."""


class CardGrid(NamedTuple):
    """So many columns and rows of cards on each of some pages."""

    columns: int
    rows: int
    pages: int


class PlacesView(QWidget):
    """Shows the cards in as many pages as they need.  Built once and shown again."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._world: MapWorld | None = None
        self._name: Setting | None = None
        self._cards: list[PlaceCard] = []
        self._pages = 1

    @property
    def page_count(self) -> int:
        """The number of pages that the cards take."""
        return self._pages

    def set_world(self, world: MapWorld) -> None:
        """The map from which the outlines of cities are drawn."""
        self._world = world

    def show_places(
        self, zone: Zone, places: Sequence[Zone], page: int, locale: Locale, look: Look
    ) -> None:
        """Show the cards of a page, counted from 1, below the zone's name."""
        self._look = look
        inset = round(look.px(INSET_U))
        self._name = at_once(set_zone_name(zone, locale, look, float(self.width() - inset)))
        top = self._name.size.height() + look.px(_GAP_U)
        width = self.width() - inset
        height = self.height() - top - look.px(_BOTTOM_U)
        grid = card_grid(len(places), width, height, look)
        self._pages = grid.pages
        on_page = grid.columns * grid.rows
        first = (max(1, min(page, grid.pages)) - 1) * on_page
        shown = places[first : first + on_page]
        gap = look.px(_BETWEEN_U)
        while len(self._cards) < len(shown):
            card = PlaceCard(self)
            card.chosen.connect(self.place_chosen)
            self._cards.append(card)
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(shown))
            if number >= len(shown):
                continue
            row, column = divmod(number, grid.columns)
            # The cards of a row that is not full share its width.
            across = min(grid.columns, len(shown) - row * grid.columns)
            wide = (width - gap * (across - 1)) / across
            high = (height - gap * (grid.rows - 1)) / grid.rows
            x, y = inset + column * (wide + gap), top + row * (high + gap)
            card.setGeometry(QRect(round(x), round(y), round(wide), round(high)))
            entry = replace(
                entry_of(shown[number], locale, self._world),
                kind=kind_alone(shown[number], locale),
            )
            card.show_entry(entry, _picture_of(shown[number], locale, look), look, locale.language)
        self.setAccessibleName(locale.text(zone.name))
        self.update()

    def finish(self) -> None:
        """Have all pictures at once."""
        for card in self._cards:
            if not card.isHidden():
                card.finish()

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        for card in self._cards:
            card.read_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None and self._name is not None:
            inset = self._look.px(INSET_U)
            self._name.draw(QPainter(self), inset, 0, self._look.theme.text)


def card_grid(count: int, width: float, height: float, look: Look) -> CardGrid:
    """The grid for so many cards whose cards are nearest to the best ratio, on the fewest pages."""
    gap = look.px(_BETWEEN_U)
    least_width, least_height = (max(look.px(units), look.target) for units in _LEAST_U)
    most_columns = max(1, int((width + gap) // (least_width + gap)))
    most_rows = max(1, int((height + gap) // (least_height + gap)))
    pages = max(1, math.ceil(count / (most_columns * most_rows)))
    on_page = math.ceil(count / pages)

    def unlikeness(columns: int) -> float:
        rows = math.ceil(on_page / columns)
        wide = (width - gap * (columns - 1)) / columns
        high = (height - gap * (rows - 1)) / rows
        return abs(math.log(wide / max(1.0, high) / _BEST_RATIO))

    fitting = [
        columns
        for columns in range(1, most_columns + 1)
        if math.ceil(on_page / columns) <= most_rows
    ]
    columns = min(fitting, key=unlikeness)
    return CardGrid(columns, max(1, math.ceil(on_page / columns)), pages)


def _picture_of(zone: Zone, locale: Locale, look: Look) -> PlacePicture:
    """The first picture of the zone's stories, or else the digits of its leading figure."""
    for panel in zone.panels:
        for picture in panel_pictures(panel):
            file = locale.exhibit.folder / "pictures" / picture.file
            return PlacePicture(file, focus=picture.kept_point)
    fact = next(telling_facts(zone), None)
    if fact is None:
        return PlacePicture()
    size = look.style("place").size
    digits = figure_content(fact, locale).numeral(look, size, 30, whole=False)
    return PlacePicture(None, tuple(digits))
