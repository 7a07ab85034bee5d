"""What a touch means for the place: where it leads from here, in the exhibit as it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.exhibit.place import CREDITS, HOME, LIST, Place

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.journey.journey import Journey


class Navigation(QObject):
    """Moves the journey; `exhibit` is None before it has been read."""

    def __init__(self, journey: Journey, parent: QObject) -> None:
        super().__init__(parent)
        self._journey = journey
        self.exhibit: Exhibit | None = None

    @Slot(str)
    def open_zone(self, zone: str) -> None:
        """A place was touched."""
        self._journey.go(Place(zone))

    @Slot()
    def open_region(self) -> None:
        """The title was touched: the whole bay is a place too."""
        region = self.exhibit.region if self.exhibit is not None else None
        if region is not None:
            self._journey.go(Place(region.id))

    @Slot()
    def open_list(self) -> None:
        """The list opens, and closes at the second touch."""
        listing = self._journey.place.screen == LIST
        self._journey.go(HOME if listing else Place(screen=LIST))

    @Slot()
    def open_credits(self) -> None:
        """The credits open."""
        self._journey.go(Place(screen=CREDITS))

    @Slot()
    def go_home(self) -> None:
        """Take the visitor to the map home."""
        self._journey.go(HOME)

    @Slot()
    def go_up(self) -> None:
        """One step up; a zone's first panel is the zone itself, however it was opened."""
        place = self._journey.place
        zone = self.exhibit.zone(place.zone) if self.exhibit is not None else None
        if zone is not None and place == Place(zone.id, zone.panels[0].id):
            self.go_home()
        else:
            self._journey.up()

    @Slot(str)
    def open_panel(self, panel: str) -> None:
        """A tab was touched."""
        if not self._journey.place.zone:
            # The panel that was touched is already on its way out.
            return
        self._journey.go(self._journey.place.at_panel(panel))

    @Slot(int)
    def turn_to(self, page: int) -> None:
        """A page was touched."""
        self._journey.go(self._journey.place.at_page(page))
