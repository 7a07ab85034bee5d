"""A story's page: heading, text, where it happened, and one key figure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.look.markdown import paragraphs
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.story_map import StoryMap
from kiosk.screen.panel.story_page import HEADING_ROLES, SetStory, set_story
from kiosk.screen.steps import Asked, Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize

    from kiosk.exhibit.model.exhibit import StoryPage, StoryPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.steps import Steps

_KEPT = 8
"""So many pages stay set: the open one in each language, and those next to it."""


class StoryView(QWidget):
    """Shows one page of a story at a time.  Built once and shown again."""

    def __init__(self, parent: QWidget, *, has_map: bool = True) -> None:
        """Without a map it is for pages that name no places."""
        super().__init__(parent)
        self._look: Look | None = None
        self._prepared: Prepared[SetStory] = Prepared(_KEPT)
        self._shown: SetStory | None = None
        self._parts: tuple[SetStory, ...] = ()
        self._part = 0
        self._page: tuple[StoryPanel, int] | None = None
        self._small: tuple[StoryPage, Locale] | None = None
        self._map = StoryMap(self) if has_map else None

    def set_world(self, world: MapWorld) -> None:
        """The map from which the small maps are drawn."""
        if self._map is not None:
            self._map.set_world(world)

    def prepare(
        self, story: StoryPanel, number: int, locale: Locale, look: Look, size: QSize
    ) -> Steps[SetStory]:
        """Set a page ahead of its being shown in a view of that size."""
        room = self._room(size, look)
        found = yield from self._prepared.prepare(self._asked(story, number, locale, look, room))
        if found.map_area is not None and self._map is not None:
            page, area = _page(story, number), found.map_area.size()
            yield
            yield from self._map.prepare(page.places, page.links, look, locale.language, area)
        return found

    def show_page(self, story: StoryPanel, number: int, locale: Locale, look: Look) -> None:
        """Show a page, counted from 1."""
        self._look = look
        room = self._room(self.size(), look)
        whole = self._prepared.take(self._asked(story, number, locale, look, room))
        self._parts = (whole, *whole.further)
        page = _page(story, number)
        if self._page != (story, number):
            self._page, self._part = (story, number), 0
        self._small = (page, locale)
        self._show_part(min(self._part, len(self._parts) - 1))
        self.setAccessibleName(locale.text(page.heading))
        self.setAccessibleDescription(_spoken(page, locale))
        self.update()

    def _room(self, size: QSize, _look: Look) -> QSize:
        """What a page's text has of a view of that size."""
        return size

    def _asked(
        self, story: StoryPanel, number: int, locale: Locale, look: Look, size: QSize
    ) -> Asked[SetStory]:
        """The setting of a page in a view of that size."""
        page = _page(story, number)
        extent = size.width() - look.px(INSET_U), float(size.height())
        return Asked(
            (look, locale.exhibit, locale.words),
            (story, page),
            (locale.language, extent),
            partial(set_story, story, page, locale, look, extent, self._heading_roles(look)),
        )

    def _heading_roles(self, _look: Look) -> Sequence[tuple[str, int]]:
        """In which type the heading is set, and in how many lines each may have it."""
        return HEADING_ROLES

    @property
    def part(self) -> int:
        """Which part of the page is shown, from 0: one that has no room at once has several."""
        return self._part

    @property
    def parts(self) -> int:
        """In how many parts the page was set."""
        return len(self._parts)

    def turn_part(self, step: int) -> bool:
        """Show the part before or after; False where there is none."""
        if not 0 <= self._part + step < len(self._parts):
            return False
        self._show_part(self._part + step)
        return True

    def _show_part(self, part: int) -> None:
        assert self._small is not None
        assert self._look is not None
        page, locale = self._small
        self._part, self._shown = part, self._parts[part]
        area = self._shown.map_area
        if self._map is not None:
            self._map.setVisible(area is not None)
        if area is not None and self._map is not None:
            self._map.setGeometry(area)
            self._map.show_places(page.places, page.links, self._look, locale.language)
        self.update()

    def finish(self) -> None:
        """Draw the small map at once."""
        if self._map is not None:
            self._map.finish()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, shown = self._look, self._shown
        if look is None or shown is None:
            return
        painter, inset = QPainter(self), look.px(INSET_U)
        for paragraph, y in shown.paragraphs:
            paragraph.draw(painter, inset, y, 1.0)
        if shown.figure is not None:
            x, y = shown.figure_at
            shown.figure.draw(painter, inset + x, y, 1.0)


def _page(story: StoryPanel, number: int) -> StoryPage:
    """The page of that number, or the nearest there is."""
    return story.pages[max(0, min(number, len(story.pages)) - 1)]


def _spoken(page: StoryPage, locale: Locale) -> str:
    sentences = [
        "".join(span.text for span in spans) for spans in paragraphs(locale.text(page.text))
    ]
    if page.figure is not None:
        sentences.append(locale.spoken_fact(page.figure))
    return "\n".join(sentences)
