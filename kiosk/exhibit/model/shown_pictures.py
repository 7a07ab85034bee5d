"""All pictures of an exhibit, wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit, Panel, StoryPage
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


def story_pages(exhibit: Exhibit) -> Iterator[StoryPage]:
    """The pages of all stories, in the order of the exhibit."""
    for zone in exhibit.zones:
        for panel in zone.panels:
            if panel.kind == "story":
                yield from panel.pages


def picture_on(panel: Panel | None, page: int) -> Picture | None:
    """The picture that stands in the map's place on a page, counted from 1, and opens large."""
    if panel is None or panel.kind not in ("story", "gallery"):
        return None
    if panel.kind == "story":
        return panel.pages[max(1, min(page, len(panel.pages))) - 1].picture
    return panel.pictures[max(1, min(page, len(panel.pictures))) - 1]


def covers_map(panel: Panel | None, page: int) -> bool:
    """Whether a page has something in the map's place."""
    if panel is not None and panel.kind == "comparison":
        return True
    return picture_on(panel, page) is not None


def written_pages(panel: Panel | None) -> int:
    """How many pages a panel has by itself, whatever has room on them."""
    if panel is None:
        return 1
    if panel.kind == "story":
        return len(panel.pages)
    return len(panel.pictures) if panel.kind == "gallery" else 1


def panel_pictures(panel: Panel) -> Iterator[Picture]:
    """The pictures of a panel, in the order in which they are met."""
    if panel.kind == "story":
        yield from (page.picture for page in panel.pages if page.picture is not None)
    elif panel.kind != "facts" and panel.kind != "chart":
        yield from panel.pictures
