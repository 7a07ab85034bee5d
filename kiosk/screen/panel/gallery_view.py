"""A gallery's page: what is said of the picture, and the others to be touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Signal

from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.picture_strip import PictureStrip, strip_height
from kiosk.screen.panel.story_page import HEADING_ROLES, SMALL_HEADING
from kiosk.screen.panel.story_view import StoryView
from kiosk.screen.panel.told_pictures import ToldPictures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.picture_panels import GalleryPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.story_page import SetStory
    from kiosk.screen.steps import Steps

_GAP_U = 24
_BELOW_U = 10


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
        height = self._strip_height(self.size(), look)
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

    def _room(self, size: QSize, look: Look) -> QSize:
        strip = self._strip_height(size, look)
        taken = strip + round(look.px(_GAP_U + _BELOW_U)) if strip else 0
        return QSize(size.width(), max(1, size.height() - taken))

    def _heading_roles(self, look: Look) -> Sequence[tuple[str, int]]:
        return SMALL_HEADING if look.divides_texts else HEADING_ROLES
