"""The exhibit as it is on one day: without what is still to come and what is over.

Nobody else asks what is shown when: what is not in the exhibit of the day is listed, named, linked
and told nowhere.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exhibit.model.dated import first_day, is_shown, last_day
from kiosk.exhibit.place import BAY, SCREENS, split_address
from kiosk.exhibit.without_zones import layer_without, zone_without

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.exhibit.model.data_layer import DataLayer
    from kiosk.exhibit.model.dated import Dated
    from kiosk.exhibit.model.exhibit import Exhibit, Panel, Zone
    from kiosk.exhibit.model.tour import Tour, TourStep

_A_DAY = datetime.timedelta(days=1)


def shown_on(exhibit: Exhibit, day: datetime.date) -> Exhibit:
    """What of an exhibit is shown on a day; the very same one where that is all of it.

    A panel without pages and a zone without panels are not there at all, nor is a step of a tour
    that leads to something that is not there, a data layer without values, or the bar of a place
    that is not there.
    """
    if all(is_shown(dated, day) for dated in dated_parts(exhibit)):
        return exhibit
    of_day = filter(None, (zone_on(zone, day) for zone in exhibit.zones))
    zones, gone = _linked({zone.id: zone for zone in of_day}, {each.id for each in exhibit.zones})
    layers = tuple(filter(None, (layer_without(layer, gone) for layer in exhibit.layers)))
    there = _There(exhibit, day, zones, {layer.id: layer for layer in layers})
    return exhibit.model_copy(
        update={
            "zones": tuple(zones.values()),
            "layers": layers,
            "tours": tuple(filter(None, map(there.tour, exhibit.tours))),
            "notices": tuple(each for each in exhibit.notices if is_shown(each, day)),
            "attract": tuple(each for each in exhibit.attract if there.address(each) is not None),
        }
    )


def dated_parts(exhibit: Exhibit) -> Iterator[Dated]:
    """Everything that may have a first and a last day."""
    yield from exhibit.notices
    for zone in exhibit.zones:
        yield from parts_of(zone)


def parts_of(zone: Zone) -> Iterator[Dated]:
    """The same of one zone, beginning with itself."""
    yield zone
    for panel in zone.panels:
        yield panel
        if panel.kind == "story":
            yield from panel.pages


def days_of_change(exhibit: Exhibit) -> tuple[datetime.date, ...]:
    """The days on which something comes, or is gone for the first time; in their order."""
    return tuple(sorted(set(changes_of(dated_parts(exhibit)))))


def days_after(exhibit: Exhibit, day: datetime.date) -> tuple[datetime.date, ...]:
    """The same after a day: none where the exhibit stays as it is on that day."""
    return tuple(each for each in days_of_change(exhibit) if each > day)


def changes_of(parts: Iterable[Dated]) -> Iterator[datetime.date]:
    """The same days for some parts, in no order."""
    for dated in parts:
        if dated.shown_from is not None:
            yield first_day(dated.shown_from)
        if dated.until is not None:
            yield last_day(dated.until) + _A_DAY


def zone_on(zone: Zone, day: datetime.date) -> Zone | None:
    """The zone with the panels of the day; None where it has none, or is not there itself."""
    panels: tuple[Panel, ...] = ()
    if is_shown(zone, day):
        panels = tuple(filter(None, (_panel(panel, day) for panel in zone.panels)))
    return zone.model_copy(update={"panels": panels}) if panels else None


def _panel(panel: Panel, day: datetime.date) -> Panel | None:
    if not is_shown(panel, day):
        return None
    if panel.kind == "story":
        pages = tuple(page for page in panel.pages if is_shown(page, day))
        return panel.model_copy(update={"pages": pages}) if pages else None
    return panel


def _linked(zones: dict[str, Zone], ids: set[str]) -> tuple[dict[str, Zone], set[str]]:
    """The zones without any word of those that are gone, and the ids of these.

    A zone may lose its last panel with that, and is gone then as well.
    """
    while gone := ids - zones.keys():
        found = {name: zone_without(zone, gone) for name, zone in zones.items()}
        left = {name: zone for name, zone in found.items() if zone is not None}
        if len(left) == len(zones):
            return left, gone
        zones = left
    return zones, gone


@dataclass(frozen=True)
class _There:
    """What is there on a day, of an exhibit that knows what each address once meant."""

    exhibit: Exhibit
    day: datetime.date
    zones: Mapping[str, Zone]
    layers: Mapping[str, DataLayer]

    def tour(self, tour: Tour) -> Tour | None:
        """The tour without the steps that lead to nothing; None where none is left."""
        steps = tuple(filter(None, map(self._step, tour.steps)))
        return tour.model_copy(update={"steps": steps}) if steps else None

    def _step(self, step: TourStep) -> TourStep | None:
        place = self.address(step.place)
        layer = None if step.layer is None else self.layers.get(step.layer)
        if place is None or (step.layer is not None and layer is None):
            return None
        year = step.year
        if layer is not None and year is not None and not layer.values(year.year):
            year = None
        lit = self.zones if layer is None else layer.zones
        update = {
            "place": place,
            "year": year,
            "highlight": tuple(zone for zone in step.highlight if zone in lit),
            "view": tuple(each for each in step.view if each in SCREENS or each in self.zones),
        }
        return step.model_copy(update=update)

    def address(self, written: str) -> str | None:
        """The address of the same thing on this day; None where it is not there.

        Pages are counted anew: what was the third is the second where one before it is not there.
        """
        if written in SCREENS:
            is_there = written != BAY or any(each.kind == "region" for each in self.zones.values())
            return written if is_there else None
        zone_id, panel_id, number = split_address(written)
        zone = self.zones.get(zone_id)
        if zone is None:
            return None
        panel = zone.panel(panel_id)
        if panel is None:
            return None if panel_id else written
        whole = self.exhibit.zone(zone_id)
        before = None if whole is None else whole.panel(panel_id)
        if not number or before is None or before.kind != "story":
            return written
        pages = before.pages[: int(number)]
        if not is_shown(pages[-1], self.day):
            return None
        return f"{zone_id}/{panel_id}/{sum(is_shown(page, self.day) for page in pages)}"
