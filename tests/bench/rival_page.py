"""The page that a museum would have made instead: the same map, a CSS glide and a D3 chart.

It is what a good agency writes: the map is an inline SVG that a CSS transform moves, the panel
slides in, and D3 draws its chart when a place is touched.  Places stand where the exhibit has
them, so that one finger does for both.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.exhibit.model.exhibit import ChartPanel, FactsPanel
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPointF

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.geography.camera import Camera

_PAGE = Path(__file__).with_name("rival.html")
_SIZE = 'viewBox="0 0 1600 1200" width="1600" height="1200"'
_LANGUAGE = "en"
_FACTS, _POINTS = 4, 30
_NO_POINTS = [[0, 1.0], [1, 2.0]]


def rival_page(places: Mapping[Zone, QPointF], camera: Camera, d3: str) -> str:
    """The page with these places, where `camera` has the map; `d3` is the text of the library."""
    drawing = (shipped("assets") / "map" / "gba.svg").read_text(encoding="utf-8")
    left, top = camera.to_screen(0, 0)
    parts = {
        "left": f"{left:.2f}",
        "top": f"{top:.2f}",
        "width": f"{1600 * camera.scale:.2f}",
        "height": f"{1200 * camera.scale:.2f}",
        "map": drawing.replace(_SIZE, 'viewBox="0 0 1600 1200" overflow="visible"', 1),
        "d3": d3,
        "places": json.dumps([_place(zone, point) for zone, point in places.items()]),
    }
    page = _PAGE.read_text(encoding="utf-8")
    return re.sub("@([a-z0-9]+)@", lambda match: parts[match[1]], page)


def _place(zone: Zone, point: QPointF) -> dict[str, object]:
    facts = [fact for panel in zone.panels if isinstance(panel, FactsPanel) for fact in panel.facts]
    charts = (panel for panel in zone.panels if isinstance(panel, ChartPanel))
    series = next((series.points for chart in charts for series in chart.series), ())
    values = (point.value for point in series if point.value is not None)
    numbers = [float(value.number) for value in values if value.number is not None]
    name = zone.name.words_in(_LANGUAGE)
    return {
        "name": name,
        "x": point.x(),
        "y": point.y(),
        "facts": [[fact.value.written, fact.label.words_in(_LANGUAGE)] for fact in facts[:_FACTS]]
        or [[name]],
        "points": [[at, number] for at, number in enumerate(numbers[:_POINTS])] or _NO_POINTS,
    }
