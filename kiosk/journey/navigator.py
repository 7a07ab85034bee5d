"""Navigator: where a touch leads from a place, in the exhibit as it was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.exhibit.place import BAY, CREDITS, HOME, LIST, SEARCH, Place

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.journey.comfort import Comfort


@dataclass(frozen=True)
class Detour:
    """Where somebody wanted to be, and where they are as long as that is not there."""

    wanted: Place = HOME
    instead: Place = HOME


@dataclass(frozen=True)
class Navigator:
    """Pure answers; `exhibit` is None before it has been read."""

    exhibit: Exhibit | None = None

    def up(self, place: Place) -> Place:
        """One step up: from a later panel to the zone's first, from there to the map home.

        A zone's first panel is the zone itself, however it was opened.  The search is opened from
        the list.
        """
        if place.screen == SEARCH:
            return Place(screen=LIST)
        opening = Place(place.zone)
        shown = opening.resolve(self.exhibit) if self.exhibit is not None else None
        if shown is not None and shown.panel is not None and place.panel == shown.panel.id:
            place = replace(place, panel="")
        return HOME if place == opening else opening

    def credits(self) -> Place:
        """Where the credits are."""
        return Place(screen=CREDITS)

    def bay(self, place: Place) -> Place:
        """The bay as a whole; where no zone describes it, one stays."""
        if self.exhibit is None or self.exhibit.region is None:
            return place
        return Place(screen=BAY).nearest(self.exhibit)

    def panel(self, place: Place, panel: str) -> Place:
        """Another panel; without a zone the one that was touched is already on its way out."""
        return place.at_panel(panel) if place.zone else place

    def pointed(self, zone: str, highlight: tuple[str, ...]) -> tuple[str, ...]:
        """That zone alone is highlighted, or none if it was so already or the id is empty."""
        return () if not zone or highlight == (zone,) else (zone,)

    def layer(self, layer: str, here: Place) -> Place:
        """That data layer on the map home, which goes on framing what it frames; empty is none."""
        return Place(layer=layer, view=here.view if here.is_home else ())

    def compared(self, zone: str, pinned: tuple[str, ...]) -> tuple[str, ...]:
        """What is pinned on a data layer after a touch: two zones at most.

        A third takes the place of the second, one that is pinned is let go, no zone lets go of all.
        """
        if zone in pinned:
            return tuple(other for other in pinned if other != zone)
        return (*pinned[:1], zone) if zone else ()

    def kept(self, pinned: tuple[str, ...], layer: str) -> tuple[str, ...]:
        """What of it the next data layer shows, if only that it has no value."""
        found = None if self.exhibit is None else self.exhibit.layer(layer)
        if self.exhibit is None or found is None:
            return pinned if layer else ()
        cities = {zone.id for zone in self.exhibit.zones if zone.kind == "city"}
        return tuple(zone for zone in pinned if zone in cities or zone in found.zones)

    def near(self, place: Place) -> Place:
        """The place, or as near to it as there is something."""
        return place if self.exhibit is None else place.nearest(self.exhibit)

    def rejoin(self, here: Place, detour: Detour) -> Detour:
        """Where to be in an exhibit that has changed around somebody who is `here`.

        What was wanted before a detour is still wanted, unless they have moved on since.
        """
        wanted = detour.wanted if here == detour.instead else here
        return Detour(wanted, self.near(wanted))

    def comfort(self, comfort: Comfort) -> Comfort:
        """The same in a language that the exhibit has."""
        if self.exhibit is None or comfort.language in self.exhibit.languages:
            return comfort
        return replace(comfort, language=self.exhibit.languages[0])
