"""Every screen of an exhibit, in the order of its zones, for those who draw them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.citations import citations
from kiosk.exhibit.place import HOME, Place, first_pages
from kiosk.journey.idle import PROMPT_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App


ATTRACT, STILL_HERE, SOURCES, COMPARISON = "attract", "still-here", "sources", "comparison"
"""What is seen over a screen, and two places of a data layer compared."""


class Screen(NamedTuple):
    """One screen in no language yet: where it is, and what kind of panel or screen it shows."""

    place: Place
    kind: str
    compared: tuple[str, ...] = ()
    """The zones that are pinned on a data layer."""

    def file(self, language: str) -> str:
        """The name of its picture."""
        place = self.place
        parts = [place.zone or self.kind, place.panel.removeprefix("~"), place.layer]
        if place.page > 1:
            parts.append(str(place.page))
        if self.kind == SOURCES:
            parts.append(SOURCES)
        return ".".join([*filter(None, parts), language, "png"])

    def entry(self, language: str) -> dict[str, str | int]:
        """Its line in `index.json`."""
        return {
            "file": self.file(language),
            "screen": self.kind,
            "zone": self.place.zone,
            "layer": self.place.layer,
            "panel": self.place.panel,
            "page": self.place.page,
            "language": language,
        }


def screens(app: App) -> Iterator[Screen]:
    """Every screen: home, list, credits, each panel of each zone, and each of their pages.

    How many pages a panel of facts needs is known only once it has been shown.
    """
    exhibit = app.exhibit
    assert exhibit is not None
    for first in first_pages(exhibit):
        app.journey.go(first)
        shown = first.resolve(exhibit)
        kind = "places"
        if shown is None:
            kind = "layer" if first.layer else str(first.at_page(1))
        if shown is not None and shown.panel is not None:
            kind = shown.panel.kind
        for page in range(1, app.stage.pages + 1):
            yield Screen(first.at_page(page), kind)


def further_screens(app: App) -> Iterator[Screen]:
    """What is no place: a comparison on each data layer, sources, the attract loop, the question.

    The card of sources is that of the first panel of each zone that names any.
    """
    exhibit = app.exhibit
    assert exhibit is not None
    for layer in exhibit.layers:
        told = [value.zone for value in layer.values() if value.zone not in layer.apart]
        if len(told) > 1:
            yield Screen(Place(layer=layer.id), COMPARISON, tuple(told[:2]))
    for zone in exhibit.zones:
        named = (panel for panel in zone.panels if citations(panel, 1))
        first = next(named, None)
        if first is not None:
            yield Screen(Place(zone.id, first.id), SOURCES)
    yield Screen(HOME, ATTRACT)
    yield Screen(HOME, STILL_HERE)


def show_screen(app: App, screen: Screen) -> None:
    """Show it, with what lies over it, at rest."""
    stage = app.stage
    stage.hide_still_here()
    stage.wake()
    app.journey.go(screen.place, screen.compared)
    stage.finish()
    if screen.kind == SOURCES and stage.sheet is not None:
        stage.sheet.open_sources()
    elif screen.kind == ATTRACT:
        stage.attract()
    elif screen.kind == STILL_HERE:
        stage.ask_still_here()
        stage.count_still_here(PROMPT_SECONDS)
    stage.finish()
