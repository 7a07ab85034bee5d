"""All pictures of an exhibit, wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit, Panel
    from kiosk.exhibit.model.parts import Picture


def shown_pictures(exhibit: Exhibit) -> Iterator[Picture]:
    """The pictures of its places in their order, then those of its tours."""
    for zone in exhibit.zones:
        if zone.inset is not None:
            yield zone.inset.picture
        for panel in zone.panels:
            yield from panel_pictures(panel)
    for tour in exhibit.tours:
        for step in tour.steps:
            if step.picture is not None:
                yield step.picture


def panel_pictures(panel: Panel) -> Iterator[Picture]:
    """The pictures of a panel, in the order of its pages."""
    if panel.kind == "story":
        for page in panel.pages:
            if page.picture is not None:
                yield page.picture
    elif panel.kind != "facts" and panel.kind != "chart":
        yield from panel.pictures
