"""What is counted under ids, as people call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.languages import language_name
from kiosk.visits.few_cells import OTHER

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit

_LANGUAGE = "en"
_SAID = {
    OTHER: "others, of fewer than five each",
    "home": "the map",
    "list": "the list of places",
    "search": "the search",
    "credits": "about this exhibit",
    "text-size-0": "small text",
    "text-size-1": "larger text",
    "text-size-2": "large text",
    "text-size-3": "the largest text",
    "contrast-own": "the exhibit's own colours",
    "contrast-dark": "high contrast, dark",
    "contrast-light": "high contrast, light",
    "contrast-low": "low contrast",
    "within-reach": "everything within reach",
    "out-of-reach": "nothing moved within reach",
    "still": "without motion",
    "moving": "with motion",
    "idle": "walked away from an open page",
    "left": "went back to the map first",
    "closed": "the museum closed",
    "staff": "staff took over",
    "~places": "places within",
}


class CountedNames:
    """Calls things by the exhibit's texts; what is no longer in it keeps its id."""

    def __init__(self, exhibit: Exhibit | None) -> None:
        self._exhibit = exhibit

    @property
    def title(self) -> str:
        """What the exhibit is called."""
        return "" if self._exhibit is None else self._exhibit.title.words_in(_LANGUAGE)

    def zone(self, zone: str) -> str:
        """A zone by its name."""
        found = None if self._exhibit is None else self._exhibit.zone(zone)
        return _SAID.get(zone, zone) if found is None else found.name.words_in(_LANGUAGE)

    def name(self, what: str, which: str) -> str:
        """What a cell is about."""
        if which == OTHER:
            return _SAID[OTHER]
        if what in ("language", "speech", "search_failed"):
            return language_name(which, _LANGUAGE)
        if what in ("place", "page", "left", "film", "code"):
            return self._panel(which)
        if what == "layer" and self._exhibit is not None:
            layer = self._exhibit.layer(which)
            return which if layer is None else layer.title.words_in(_LANGUAGE)
        return _SAID.get(which, which)

    def _panel(self, which: str) -> str:
        zone_id, _, rest = which.partition("/")
        panel_id, _, page = rest.partition("/")
        parts = [self.zone(zone_id), self._panel_name(zone_id, panel_id)]
        page, _, played = page.partition(":")
        if page:
            parts.append(f"page {page}")
        if played:
            parts.append("begun" if played == "0" else f"{played} % played")
        return ", ".join(filter(None, parts))

    def _panel_name(self, zone_id: str, panel_id: str) -> str:
        zone = None if self._exhibit is None else self._exhibit.zone(zone_id)
        panel = None if zone is None else zone.panel(panel_id)
        for attribute in ("title", "headline"):
            words = getattr(panel, attribute, None)
            if words is not None:
                return str(words.words_in(_LANGUAGE))
        return _SAID.get(panel_id, panel_id)
