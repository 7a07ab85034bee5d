"""Facts: the name of a place, what it is, one very large number and its companions."""

from __future__ import annotations

from functools import partial
from operator import is_
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.look.taken_texts import texts_taken
from kiosk.look.typesetting import letters_are_taken
from kiosk.screen.panel.calculations import calculations
from kiosk.screen.panel.facts_pages import FactsPages, Page, set_pages
from kiosk.screen.panel.flow import INSET_U, PlacedFlowBlock
from kiosk.screen.steps import Asked, Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QHideEvent

    from kiosk.exhibit.model.exhibit import FactsPanel, Zone
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.steps import Steps

_KEPT = 12
"""So many panels stay set: the open one in each language, and those that may be opened next."""
_OVERHANG_U = 24.0
"""How far letters of a block that rises may be seen above and below it."""


class FactsView(QWidget):
    """Shows a facts panel, in as many pages as it needs.  Built once and shown again."""

    entered = Signal()
    """All figures have come in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._pages: tuple[Page, ...] = ((),)
        self._prepared: Prepared[FactsPages] = Prepared(_KEPT)
        self._page = 0
        self._inset = 0.0
        self._beats = 1
        self._progress = 1.0
        self._picture = QPixmap()
        self._pictured: list[PlacedFlowBlock] = []
        """The blocks that the picture shows."""
        self._ahead: tuple[QPixmap, list[PlacedFlowBlock]] = QPixmap(), []
        """A picture of blocks that may be shown next."""
        self._entrance = QVariantAnimation(self)
        self._entrance.setStartValue(0.0)
        self._entrance.setEndValue(1.0)
        self._entrance.valueChanged.connect(self._advance)
        self._entrance.finished.connect(self.entered)

    @property
    def page_count(self) -> int:
        """The number of pages that the panel takes."""
        return len(self._pages)

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing of it is on its way in."""
        return self._progress >= 1

    def show_panel(self, zone: Zone, panel: FactsPanel | None, locale: Locale, look: Look) -> None:
        """Set a panel for the present size; without one, the name and introduction alone."""
        self.finish()
        self._picture, self._pictured = self._ahead
        self._forget_ahead()
        self._look = look
        self._inset = look.px(INSET_U)
        found = self._prepared.take(_asked(zone, panel, locale, look, self.size()))
        self._pages, self._beats = found.pages, found.beats
        self._page = min(self._page, len(self._pages) - 1)
        self.setAccessibleName(locale.text(zone.name))
        self.setAccessibleDescription(_spoken(zone, panel, locale))
        self.update()

    def prepare(
        self, zone: Zone, panel: FactsPanel | None, locale: Locale, look: Look, size: QSize
    ) -> Steps[FactsPages]:
        """Set a panel ahead of its being shown in a view of that size."""
        return self._prepared.prepare(_asked(zone, panel, locale, look, size))

    def paint_ahead(self, blocks: Page, look: Look, size: QSize) -> Steps[None]:
        """Paint what will be seen of a page from the start, for when it is shown next."""
        first = [placed for placed in blocks if look.motion.still or placed.block.beat == 0]
        picture = _blank(size * self.devicePixelRatioF(), self.devicePixelRatioF())
        for placed in first:
            yield
            painter = QPainter(picture)
            draw_page(painter, (placed,), look)
            painter.end()
        self._ahead = picture, first

    def show_page(self, number: int) -> None:
        """Show a page, counted from 1; the last one where there are fewer."""
        self._page = max(0, min(number - 1, len(self._pages) - 1))
        self.update()

    def written_on_pages(self) -> list[str]:
        """What is written on each page; of one alone nobody has to know."""
        look = self._look
        if look is None or len(self._pages) < 2:
            return []
        return [_written(page, look) for page in self._pages]

    def enter(self, delay: int = 0) -> None:
        """Start the entrance: figures come in one after the other."""
        assert self._look is not None
        motion = self._look.motion
        self._entrance.stop()
        if motion.still:
            self._progress = 1.0
        else:
            length = motion.fact_in.duration + motion.fact_stagger * (self._beats - 1)
            self._progress = -delay / length
            self._entrance.setStartValue(self._progress)
            self._entrance.setDuration(length + delay)
            self._entrance.start()
        self.update()

    def finish(self) -> None:
        """End the entrance at once."""
        self._entrance.stop()
        self._progress = 1.0
        self.update()

    @Slot(object)
    def _advance(self, value: float) -> None:
        page = self._pages[self._page]
        coming = [placed for placed in page if self._entered(placed.block.beat) < 1]
        self._progress = float(value)
        for placed in coming:
            if self._entered(placed.block.beat) > 0:
                self.update(self._around(placed))

    def _around(self, placed: PlacedFlowBlock) -> QRect:
        """What a block may cover on its way in."""
        assert self._look is not None
        over = self._look.px(_OVERHANG_U)
        top, bottom = placed.y - placed.gap - over, placed.y + placed.block.height + over
        return QRectF(0, top, self.width(), bottom - top).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        if letters_are_taken():
            self._draw(painter, self._pages[self._page])
            return
        there: list[PlacedFlowBlock] = []
        coming: list[PlacedFlowBlock] = []
        for placed in self._pages[self._page]:
            (there if self._entered(placed.block.beat) >= 1 else coming).append(placed)
        # Letters take long to paint, and those that are there stay as they are.
        painter.drawPixmap(0, 0, self._painted(there))
        self._draw(painter, coming)

    def _draw(self, painter: QPainter, blocks: Sequence[PlacedFlowBlock]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in blocks:
            placed.block.draw(painter, self._inset, placed.y, self._entered(placed.block.beat))

    def _painted(self, blocks: Sequence[PlacedFlowBlock]) -> QPixmap:
        """A picture of these blocks, to which those are added that it lacks."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        same = len(self._pictured) <= len(blocks) and all(map(is_, self._pictured, blocks))
        if self._picture.size() != size or not same:
            self._picture, self._pictured = _blank(size, ratio), []
        if len(self._pictured) < len(blocks):
            own = QPainter(self._picture)
            self._draw(own, blocks[len(self._pictured) :])
            own.end()
            self._pictured = list(blocks)
        return self._picture

    def _forget_ahead(self) -> None:
        self._ahead = QPixmap(), []

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._picture, self._pictured = QPixmap(), []
        self._forget_ahead()

    def _entered(self, beat: int) -> float:
        if beat == 0 or self._progress >= 1:
            return 1.0
        assert self._look is not None
        motion = self._look.motion
        length = motion.fact_in.duration + motion.fact_stagger * (self._beats - 1)
        elapsed = self._progress * length - motion.fact_stagger * (beat - 1)
        return min(1.0, max(0.0, elapsed / motion.fact_in.duration))


def draw_page(painter: QPainter, blocks: Page, look: Look) -> None:
    """Draw blocks that have all come in, as a view has them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for placed in blocks:
        placed.block.draw(painter, look.px(INSET_U), placed.y, 1.0)


def _blank(size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(size)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _asked(
    zone: Zone, panel: FactsPanel | None, locale: Locale, look: Look, size: QSize
) -> Asked[FactsPages]:
    """The setting of a panel in a view of that size."""
    width, height = size.width() - look.px(INSET_U), float(size.height())
    return Asked(
        (look, locale.exhibit, locale.words),
        (zone, panel),
        (locale.language, width, height),
        partial(set_pages, zone, panel, locale, look, width, height),
    )


def _written(page: Page, look: Look) -> str:
    """All that stands on a page."""

    def paint(paper: QImage) -> None:
        draw_page(QPainter(paper), page, look)

    return "".join(taken.setting.text for taken in texts_taken(paint))


def _spoken(zone: Zone, panel: FactsPanel | None, locale: Locale) -> str:
    sentences = [locale.text(zone.introduction)]
    for fact in panel.facts if panel else ():
        sentences.append(locale.spoken_fact(fact))
    if panel is not None:
        sentences += calculations(panel, 1, locale)
    return "\n".join(sentences)
