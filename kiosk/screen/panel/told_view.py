"""Told panels: people with their portraits, what somebody said, what happened when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.taken_texts import texts_taken
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.picture_target import PictureTarget
from kiosk.screen.panel.told_pages import ToldPages, set_told
from kiosk.screen.panel.told_picture import ToldPicture
from kiosk.screen.panel.told_row import ToldRow, draw_rail
from kiosk.screen.steps import Asked, Prepared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage, QPaintEvent

    from kiosk.exhibit.model.exhibit import ToldPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.told_pages import Page
    from kiosk.screen.steps import Steps

_KEPT = 8
"""So many panels stay set: the open one in each language, and those next to it."""


class ToldView(QWidget):
    """Shows a told panel, in as many pages as it needs.  Built once and shown again."""

    picture_opened = Signal(object)
    """The `PictureTarget` of a picture that is to be seen large."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._prepared: Prepared[ToldPages] = Prepared(_KEPT)
        self._told = ToldPages(((),))
        self._page = 1
        self._pictures: list[ToldPicture] = []
        self._targets: list[PictureTarget] = []

    @property
    def page_count(self) -> int:
        """The number of pages that the panel takes."""
        return len(self._told.pages)

    def prepare(self, panel: ToldPanel, locale: Locale, look: Look, size: QSize) -> Steps[int]:
        """Set a panel ahead of its being shown in a view of that size; gives its pages."""
        found = yield from self._prepared.prepare(_asked(panel, locale, look, size))
        return len(found.pages)

    def show_panel(self, panel: ToldPanel, page: int, locale: Locale, look: Look) -> None:
        """Show a page of a panel, counted from 1; the last one where there are fewer."""
        self._look = look
        self._told = self._prepared.take(_asked(panel, locale, look, self.size()))
        self._page = max(1, min(page, self.page_count))
        self._show_pictures(locale, look)
        heading, *lines = _spoken(panel, locale)
        self.setAccessibleName(heading)
        self.setAccessibleDescription("\n".join(lines))
        self.update()

    def written_on_pages(self) -> list[str]:
        """What is written on each page; of one alone nobody has to know."""
        return [_written(page) for page in self._told.pages] if self.page_count > 1 else []

    def finish(self) -> None:
        """Have all pictures at once."""
        for picture in self._pictures:
            picture.finish()

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        for picture in self._pictures:
            picture.read_again()

    def _show_pictures(self, locale: Locale, look: Look) -> None:
        inset = look.px(INSET_U)
        slots = [
            (placed.block.slot, placed.y)
            for placed in self._told.page(self._page)
            if isinstance(placed.block, ToldRow) and placed.block.slot is not None
        ]
        while len(self._pictures) < len(slots):
            self._pictures.append(ToldPicture(self))
            self._targets.append(PictureTarget(self._pictures[-1]))
            self._targets[-1].opens.connect(self.picture_opened)
        for spare in (*self._pictures[len(slots) :], *self._targets[len(slots) :]):
            spare.hide()
        for picture, target, (slot, top) in zip(self._pictures, self._targets, slots, strict=False):
            area = slot.area.translated(inset, top).toRect()
            picture.setGeometry(area)
            picture.show_slot(slot, locale, look)
            picture.show()
            if slot.picture is None:
                target.hide()
            else:
                target.cover(area, locale, look, is_round=slot.round)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter, inset = QPainter(self), look.px(INSET_U)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_rail(painter, look)
        for placed in self._told.page(self._page):
            placed.block.draw(painter, inset, placed.y, 1.0)

    def _draw_rail(self, painter: QPainter, look: Look) -> None:
        """The line through the pearls of the page, which goes on to other pages."""
        page, inset = self._told.page(self._page), look.px(INSET_U)
        pearls: list[QPointF] = []
        tops: list[float] = []
        for placed in page:
            block = placed.block
            if isinstance(block, ToldRow) and block.pearl is not None:
                pearls.append(block.pearl + QPointF(inset, placed.y))
                tops.append(placed.y - placed.gap / 2)
        if pearls:
            above = tops[0] if self._page > 1 else None
            below = float(self.height()) if self._page < self.page_count else None
            draw_rail(painter, look, pearls, above, below)


def _asked(panel: ToldPanel, locale: Locale, look: Look, size: QSize) -> Asked[ToldPages]:
    """The setting of a panel in a view of that size."""
    width, height = size.width() - look.px(INSET_U), float(size.height())
    return Asked(
        (look, locale.exhibit, locale.words),
        (panel,),
        (locale.language, width, height),
        partial(set_told, panel, locale, look, width, height),
    )


def _written(page: Page) -> str:
    """All that stands on a page."""

    def paint(paper: QImage) -> None:
        painter = QPainter(paper)
        for placed in page:
            placed.block.draw(painter, 0.0, placed.y, 1.0)
        painter.end()

    return "".join(taken.setting.text for taken in texts_taken(paint))


def _spoken(panel: ToldPanel, locale: Locale) -> Iterator[str]:
    """What is read of a panel, beginning with what it is called."""
    if panel.kind == "quote":
        yield locale.text(panel.words)
        yield locale.text(panel.name)
        if panel.role is not None:
            yield locale.text(panel.role)
        if panel.at is not None:
            yield locale.date(panel.at)
        return
    yield locale.text(panel.title)
    if panel.kind == "people":
        for person in panel.people:
            yield from map(locale.text, (person.name, person.role, person.text))
        return
    for event in panel.in_order:
        yield locale.date(event.at)
        yield from map(locale.text, (event.heading, event.text))
