"""Where back and on lead from a page of a panel, and the words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Panel, Zone

TABS = {
    "facts": "facts",
    "chart": "charts",
    "story": "stories",
    "events": "events",
    "people": "people",
    "places": "places",
}
"""Each tab and its words; a tab is called like the kind of its panels."""
PICTURES = frozenset({"gallery", "comparison"})
"""The kinds of panels that stand among the stories: they are leafed through as those are."""
_TABS_OF_OTHERS = {"quote": "people", **dict.fromkeys(PICTURES, "story")}


def tab_of(kind: str) -> str:
    """The tab that has the panels of a kind: what people said stands with them."""
    return _TABS_OF_OTHERS.get(kind, kind)


def tab_words(tab: str, zone: Zone) -> str:
    """The key of the words on a tab: what tells no story is called pictures."""
    kinds = {panel.kind for panel in zone.panels if tab_of(panel.kind) == tab}
    return "pictures_of" if kinds and kinds <= PICTURES else TABS[tab]


class PanelTurns(NamedTuple):
    """A page of a zone's panel among its `pages`; without a panel, of the places within the zone.

    Each is leafed through with the panels of its tab.  The first story leads back to the zone's
    first panel, and the last one on to the first panel that is none.
    """

    zone: Zone
    panel: Panel | None
    page: int
    pages: int

    @property
    def kind(self) -> str:
        """The tab of the panel."""
        return "places" if self.panel is None else tab_of(self.panel.kind)

    @property
    def leaf(self) -> tuple[int, int]:
        """Which leaf of how many: the pages of a panel, or the panels of one tab."""
        if self.pages > 1 or self.panel is None:
            return self._nearest, self.pages
        siblings = self._siblings()
        return siblings.index(self.panel.id) + 1, len(siblings)

    def leads_to(self, step: int) -> int | str | None:
        """A page of this panel, or the id of another; an empty id is the map, None is nowhere."""
        page = self._nearest + step
        if 1 <= page <= self.pages:
            return page
        if self.panel is None:
            return None
        is_story = self.kind == "story"
        siblings = self._siblings()
        index = siblings.index(self.panel.id) + step
        if 0 <= index < len(siblings):
            return siblings[index]
        if not is_story:
            return None
        return self._way_back() if step < 0 else self._way_out()

    def words(self, step: int) -> str:
        """The key of the words on a story's button; empty where it goes back among stories."""
        target = self.leads_to(step)
        if isinstance(target, int):
            return "next" if step > 0 else ""
        if step < 0 and target in self._siblings():
            return ""
        if not target:
            return "map"
        other = self.zone.panel(target)
        assert other is not None
        if tab_of(other.kind) == self.kind:
            return "next_story" if other.kind == "story" else "next"
        return tab_words(tab_of(other.kind), self.zone)

    @property
    def counted(self) -> str:
        """The key of the words that say of what the leaf is one; empty for the pages of a panel."""
        if self.kind != "story" or self.panel is None:
            return ""
        if self.pages > 1:
            return "picture_number" if self.panel.kind == "gallery" else ""
        return "story_number"

    @property
    def _nearest(self) -> int:
        """The page, or the nearest there is."""
        return max(1, min(self.page, self.pages))

    def _siblings(self) -> list[str]:
        """The ids of the zone's panels on the tab that is open."""
        return [panel.id for panel in self.zone.panels if tab_of(panel.kind) == self.kind]

    def _way_back(self) -> str:
        """The zone's first panel, or the map where that is a story itself."""
        first = self.zone.panels[0]
        return "" if tab_of(first.kind) == "story" else first.id

    def _way_out(self) -> str:
        """The first panel that is no story, or the map where there are stories alone.

        Below a story there are no tabs: what stands behind the last one is reached by this alone.
        """
        others = (panel.id for panel in self.zone.panels if tab_of(panel.kind) != "story")
        return next(others, "")
