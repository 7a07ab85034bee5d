"""What is open over a panel: the card of its sources, or the one that explains a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QKeyEvent

from kiosk.exhibit.model.citations import citations
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.term_layer import TermLayer
from kiosk.screen.way_out import STEP_UP_KEYS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Panel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale


class PanelCards(QObject):
    """Knows which card is open, at most one at a time, and closes it.

    Escape, Backspace and a touch beside the panel close what is open and do nothing else; only the
    next one leads anywhere.
    """

    opened = Signal(bool)
    """A card is open from now on, or none any more."""
    sources_shown = Signal(bool)
    """The card of sources covers the panel, or no longer does."""
    code_shown = Signal()
    """A card of sources was opened that has a code for phones."""

    def __init__(self, sheet: QWidget, above: QWidget) -> None:
        """`above` is the lowest of the sheet's controls: no word covers it."""
        super().__init__(sheet)
        self._sheet = sheet
        self._page: tuple[object, ...] = ()
        self.terms = TermLayer(sheet, above)
        self.sources = SourceCard(sheet)
        self.terms.opened.connect(self._change)
        self.sources.closed.connect(self._close_sources)

    @property
    def is_open(self) -> bool:
        """Whether a card is open."""
        return self.terms.is_open or not self.sources.isHidden()

    @property
    def front(self) -> QWidget:
        """The part of the sheet that can be touched: the card of sources covers everything else."""
        return self._sheet if self.sources.isHidden() else self.sources

    @Slot()
    def close(self) -> None:
        """Close the card that is open, if one is."""
        self.terms.close()
        self._close_sources()

    def leave(self, page: tuple[object, ...], locale: Locale, look: Look) -> None:
        """Another page comes, which `page` names, or the same in another language or size.

        The same page keeps its card, as far as it has what was on it.
        """
        if page != self._page:
            self._close_sources()
        self._page = page
        self.terms.leave(page, locale, look)

    def show_sources(
        self, panel: Panel | None, page: int, locale: Locale, look: Look, *, controls_top: float
    ) -> None:
        """Open the card of sources; `controls_top` is the top of its button, in the sheet."""
        self.terms.close()
        if panel is None or not citations(panel, page):
            self._close_sources()
            return
        card, is_new = self.sources, self.sources.isHidden()
        card.setGeometry(self._sheet.rect())
        card.show_sources(
            panel, page, locale, look, controls_top=controls_top, leaf=1 if is_new else card.leaf
        )
        card.show()
        card.raise_()
        if is_new:
            self._change()
            self.sources_shown.emit(True)
            if card.has_code:
                self.code_shown.emit()

    @Slot()
    def _close_sources(self) -> None:
        if not self.sources.isHidden():
            self.sources.hide()
            self._change()
            self.sources_shown.emit(False)

    @Slot()
    def _change(self) -> None:
        window = self._sheet.window()
        window.removeEventFilter(self)
        if self.is_open:
            # Only now, so that it is asked before who takes Escape for a step up.
            window.installEventFilter(self)
        self.opened.emit(self.is_open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escapes = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in STEP_UP_KEYS
            and self.is_open
        )
        if escapes:
            self.close()
        return escapes
