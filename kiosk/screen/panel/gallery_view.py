"""A gallery's page: what is said of the picture, and the others to be touched."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Signal

from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.picture_strip import PictureStrip, strip_height
from kiosk.screen.panel.story_page import HEADING_ROLES, SMALL_HEADING, TEXT_ROLES, set_story
from kiosk.screen.panel.story_view import StoryView
from kiosk.screen.panel.told_pictures import ToldPictures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import StoryPage, StoryPanel
    from kiosk.exhibit.model.picture_panels import GalleryPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.story_page import SetStory
    from kiosk.screen.steps import Asked, Steps

_GAP_U = 24
_BELOW_U = 10
_SMALL_TEXT = TEXT_ROLES[1:]
"""A caption that has no room otherwise is set so: nobody has to turn its words as pages."""


class GalleryView(StoryView):
    """Shows the words of one picture at a time above a strip of all of them."""

    picture_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, has_map=False)
        self._told = ToldPictures()
        self._count = 1
        self._strip = PictureStrip(self)
        self._strip.chosen.connect(self.picture_chosen)

    def prepare_panel(
        self, panel: GalleryPanel, number: int, locale: Locale, look: Look, size: QSize
    ) -> Steps[SetStory]:
        """Set a page ahead of its being shown in a view of that size."""
        self._count = len(panel.pictures)
        return (yield from self.prepare(self._told.story(panel), number, locale, look, size))

    def show_panel(self, panel: GalleryPanel, number: int, locale: Locale, look: Look) -> None:
        """Show what belongs to a picture, counted from 1."""
        self._count = len(panel.pictures)
        number = max(1, min(number, self._count))
        self.show_page(self._told.story(panel), number, locale, look)
        height = self._strip_height(self.size(), look) if self._parts[0].below else 0
        self._strip.setVisible(height > 0)
        if height > 0:
            inset = round(look.px(INSET_U))
            top = self.height() - height - round(look.px(_BELOW_U))
            self._strip.setGeometry(QRect(inset, top, self.width() - inset, height))
            self._strip.show_pictures(panel, number, locale, look)

    def finish(self) -> None:
        """Have all of it at once."""
        super().finish()
        self._strip.finish()

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        self._strip.read_again()

    def _strip_height(self, size: QSize, look: Look) -> int:
        width = size.width() - round(look.px(INSET_U))
        return strip_height(self._count, width, size.height(), look)

    def _asked(
        self, story: StoryPanel, number: int, locale: Locale, look: Look, size: QSize
    ) -> Asked[SetStory]:
        asked = super()._asked(story, number, locale, look, size)
        strip = self._strip_height(size, look)
        taken = strip + round(look.px(_GAP_U + _BELOW_U)) if strip else 0
        page = story.pages[max(0, min(number, len(story.pages)) - 1)]
        extent = size.width() - look.px(INSET_U), float(size.height())
        roles = self._heading_roles(look)
        work = partial(_set_page, (story, page), locale, look, extent, roles, taken)
        return asked._replace(given=(asked.given, taken), calculate=work)

    def _heading_roles(self, look: Look) -> Sequence[tuple[str, int]]:
        return SMALL_HEADING if look.divides_texts else HEADING_ROLES


def _set_page(
    page: tuple[StoryPanel, StoryPage],
    locale: Locale,
    look: Look,
    extent: tuple[float, float],
    roles: Sequence[tuple[str, int]],
    strip: int,
) -> Steps[SetStory]:
    """Set the words of a picture above the strip, or in its place where they need the room.

    `strip` is how high it is.  The small pictures go first: buttons lead to them too.
    """
    width, height = extent
    ways = [(strip, TEXT_ROLES), (strip, _SMALL_TEXT), (0, TEXT_ROLES), (0, _SMALL_TEXT)]
    fewest: SetStory | None = None
    for below, text_roles in ways if look.divides_texts else ways[:1]:
        room = width, max(1.0, height - below)
        found = yield from set_story(*page, locale, look, room, roles, text_roles)
        if fewest is None or len(found.further) < len(fewest.further):
            fewest = replace(found, below=below)
        if not fewest.further:
            break
    assert fewest is not None
    return fewest
