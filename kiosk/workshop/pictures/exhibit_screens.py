"""Every screen of an exhibit, in the order of its zones, for those who draw them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.place import Place, first_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App


class Screen(NamedTuple):
    """One screen in no language yet: where it is, and what kind of panel or screen it shows."""

    place: Place
    kind: str

    def file(self, language: str) -> str:
        """The name of its picture."""
        place = self.place
        parts = [place.zone or self.kind, place.panel.removeprefix("~"), place.layer]
        if place.page > 1:
            parts.append(str(place.page))
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
