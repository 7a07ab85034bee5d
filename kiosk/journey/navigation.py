"""Moves the journey to where each touch leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.exhibit.place import HOME, LIST, SEARCH, Place
from kiosk.journey.navigator import Detour, Navigator

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.journey.journey import Journey


class Navigation(QObject):
    """Slots for what can be touched; the `Navigator` says where they lead."""

    def __init__(self, journey: Journey, parent: QObject) -> None:
        super().__init__(parent)
        self._journey = journey
        self._navigator = Navigator()
        self._detour = Detour()

    def set_exhibit(self, exhibit: Exhibit) -> None:
        """Go on in another exhibit: in the place and the language of the moment, or near them."""
        self._navigator = Navigator(exhibit)
        self._detour = self._navigator.rejoin(self._journey.place, self._detour)
        comfort = self._navigator.comfort(self._journey.comfort)
        self._journey.change(self._detour.instead, comfort)

    @Slot(str)
    def open_zone(self, zone: str) -> None:
        """A place was touched."""
        self._open(Place(zone))

    @Slot()
    def open_region(self) -> None:
        """The title was touched: the whole bay is a place too."""
        self._open(self._navigator.bay(self._journey.place))

    @Slot()
    def open_list(self) -> None:
        """The list was touched: it opens, and closes at the second touch."""
        if self._journey.place.screen == LIST:
            self.go_back()
        else:
            self._open(Place(screen=LIST))

    @Slot()
    def open_search(self) -> None:
        """The search was touched on the list."""
        self._journey.go(Place(screen=SEARCH))

    @Slot(str)
    def search(self, query: str) -> None:
        """Something else is searched for; what is typed after the search was left is lost."""
        if self._journey.place.screen == SEARCH:
            self._journey.go(Place(screen=SEARCH, query=query))

    @Slot(object)
    def open_found(self, place: Place) -> None:
        """Something was found, and touched: the way back leads to what was searched for."""
        self._journey.open_from_here(self._navigator.near(place))

    @Slot()
    def open_credits(self) -> None:
        """The legend was touched."""
        self._open(self._navigator.credits())

    def _open(self, place: Place) -> None:
        """Go to a place; from a data layer, so that the way back leads to that layer."""
        if self._journey.place.layer and not place.is_home:
            self._journey.open_from_here(place)
        else:
            self._journey.go(place)

    @Slot()
    def go_home(self) -> None:
        """Take the visitor to the map home."""
        self._journey.go(HOME)

    @Slot()
    def go_back(self) -> None:
        """The way back was touched: to the layer or the search that led here, else home."""
        origin = self._journey.origin
        if origin is None or origin.place.screen == self._journey.place.screen == SEARCH:
            self._journey.go(HOME)
        else:
            self._journey.go(self._navigator.near(origin.place), origin.highlight)

    @Slot()
    def go_up(self) -> None:
        """Escape or Backspace was pressed."""
        place = self._navigator.up(self._journey.place)
        if place == HOME:
            self.go_back()
        else:
            self._journey.go(place)

    @Slot(object)
    def go_near(self, place: Place) -> None:
        """Go to a place, or as near to it as there is something."""
        self._journey.go(self._navigator.near(place))

    @Slot(str)
    def open_panel(self, panel: str) -> None:
        """A tab was touched."""
        self._journey.go(self._navigator.panel(self._journey.place, panel))

    @Slot(str)
    def point_at(self, zone: str) -> None:
        """A bar was touched: its zone is lit, or dark again at the second touch or elsewhere."""
        journey = self._journey
        journey.go(journey.place, self._navigator.pointed(zone, journey.highlight))

    @Slot(str)
    def open_layer(self, layer: str) -> None:
        """A data layer was chosen; empty takes away the one that lies there.

        What is compared on one layer is compared on the next.
        """
        journey = self._journey
        pinned = journey.highlight if journey.place.layer else ()
        pinned = self._navigator.kept(pinned, layer)
        journey.go(self._navigator.layer(layer, journey.place), pinned)

    @Slot(str)
    def show_year(self, year: str) -> None:
        """Another year of the data layer was chosen; what is pinned stays so."""
        self._journey.go(self._journey.place.at_year(year), self._journey.highlight)

    @Slot(str)
    def compare(self, zone: str) -> None:
        """A zone was touched on a data layer, on the map or in the ranking; empty is the water."""
        journey = self._journey
        journey.go(journey.place, self._navigator.compared(zone, journey.highlight))

    @Slot(int)
    def turn_to(self, page: int) -> None:
        """A page was touched."""
        self._journey.go(self._journey.place.at_page(page))
