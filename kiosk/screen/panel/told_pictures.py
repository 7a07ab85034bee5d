"""Panels of pictures as the story that their words tell, a page for each picture."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from kiosk.exhibit.model.exhibit import StoryPage, StoryPanel

if TYPE_CHECKING:
    from kiosk.exhibit.model.picture_panels import ComparisonPanel, GalleryPanel

_KEPT = 6


class ToldPictures:
    """Makes the same story of the same panel: what was set of it is found again."""

    def __init__(self) -> None:
        self._stories: OrderedDict[int, tuple[object, StoryPanel]] = OrderedDict()

    def story(self, panel: GalleryPanel | ComparisonPanel) -> StoryPanel:
        """Its words: below the title what is said of each picture, or of both together."""
        found = self._stories.get(id(panel))
        if found is not None and found[0] is panel:
            return found[1]
        texts = (
            [panel.text]
            if panel.kind == "comparison"
            else [picture.caption or picture.alternative for picture in panel.pictures]
        )
        story = StoryPanel.model_construct(
            kind="story",
            id=panel.id,
            title=panel.title,
            summary=panel.title,
            pages=tuple(
                StoryPage.model_construct(heading=panel.title, text=text, source=())
                for text in texts
            ),
        )
        self._stories[id(panel)] = (panel, story)
        while len(self._stories) > _KEPT:
            self._stories.popitem(last=False)
        return story
