"""Where a visitor stands once the exhibit has changed around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.journey.place import HOME, PLACES, Place

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit


def nearest(place: Place, exhibit: Exhibit) -> Place:
    """The place itself where it is still there, else the zone's first panel, else the map home."""
    if not place.zone:
        return place
    zone = exhibit.zone(place.zone)
    if zone is None:
        return HOME
    is_there = place.panel in ("", PLACES) or zone.panel(place.panel) is not None
    return place if is_there else Place(zone.id)
