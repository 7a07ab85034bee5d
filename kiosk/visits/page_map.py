"""The map on the page about visits: the lands and places of the exhibit, shaded by their opens."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kiosk.geography.path_writing import path_data
from kiosk.visits.page_charts import drawn, shade

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.screen.map.map_world import MapWorld
    from kiosk.visits.counted_names import CountedNames

_MARGIN = 0.03
_DOT = 0.011
"""The radius of a place's dot, as a share of the map's width."""


def heat_map(world: MapWorld, opens: Mapping[str, int], names: CountedNames) -> str:
    """Lands in the shade of their own place, and a dot for every other place that was opened."""
    box, most = world.cities_bounds, max(opens.values(), default=0)
    margin, radius = box.width() * _MARGIN, box.width() * _DOT
    parts, shown = [], set()
    for land, outline in world.rough.items():
        owner = world.owner(land)
        zone = "" if owner is None else owner.landmark.id
        shown.add(zone)
        style = shade(opens.get(zone, 0), most)
        drawn_as = "land" if style == "none" else f"land {style}"
        line = f'stroke-width="{box.width() / 1200:.3f}"'
        told = _told(zone, opens, names)
        parts.append(f'<path class="{drawn_as}" {line} d="{path_data(outline)}">{told}</path>')
    for place in world.places:
        zone = place.landmark.id
        if opens.get(zone, 0) and zone not in shown:
            at = f'cx="{place.point.x():.2f}" cy="{place.point.y():.2f}" r="{radius:.2f}"'
            line = f'style="stroke-width:{radius / 6:.3f}"'
            told = _told(zone, opens, names)
            style = shade(opens[zone], most)
            parts.append(f'<circle class="dot {style}" {line} {at}>{told}</circle>')
    view = (
        f"{box.x() - margin:.2f} {box.y() - margin:.2f} "
        f"{box.width() + 2 * margin:.2f} {box.height() + 2 * margin:.2f}"
    )
    told = "The map, darker or lighter by how often its places were opened"
    return drawn(parts, told, view, kind="map")


def _told(zone: str, opens: Mapping[str, int], names: CountedNames) -> str:
    if not zone or not opens.get(zone, 0):
        return ""
    return f"<title>{escape(names.zone(zone))}: {opens[zone]}</title>"
