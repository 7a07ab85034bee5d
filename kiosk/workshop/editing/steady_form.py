"""Keeps a form still under the pointer while what is said of its fields comes and goes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kiosk.workshop.editing.message_notes import MessageNotes

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOK_MS = 120
_RESTED_LOOKS = 5
"""So often in a row the pointer is where it was: whoever aims at something has arrived."""


class SteadyForm(QObject):
    """What makes the form higher waits while the pointer moves over it, and then moves nothing
    that is below the pointer: neither what is there, nor the field that has the keyboard."""

    rested = Signal()
    """The pointer rests, or is not over the form."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._scroll = pane.findChildren(QScrollArea)[0]
        self._margins: tuple[int, int] | None = None
        """The usual margins of the page above and below, while there are others."""
        self._opened_at = self._pointer()
        """Where the pointer lay when this form came below it."""
        self._at = QPoint()
        self._rests = 0
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look)

    @property
    def is_in_use(self) -> bool:
        """Whether the pointer is over the form, or something is being pressed or chosen."""
        return self._is_aimed_at or _is_choosing()

    @property
    def _is_aimed_at(self) -> bool:
        return self._pane.isVisible() and self._pane.rect().contains(self._pointer())

    def wait(self) -> None:
        """Say when the pointer rests."""
        if not self._looking.isActive():
            self._at, self._rests = self._pointer(), 0
            self._looking.start()

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._looking.stop()

    @Slot()
    def _look(self) -> None:
        at = self._pointer()
        self._rests = self._rests + 1 if at == self._at and not _is_choosing() else 0
        self._at = at
        if self._rests >= _RESTED_LOOKS or not self.is_in_use:
            self._looking.stop()
            self.rested.emit()

    def _pointer(self) -> QPoint:
        return self._pane.mapFromGlobal(QCursor.pos())

    def forget(self) -> None:
        """Another form is shown, which begins where forms begin."""
        self._opened_at = self._pointer()
        if self._margins is not None:
            self._set_margins(*self._margins)
            self._margins = None

    @property
    def _page(self) -> QWidget:
        page = self._scroll.widget()
        assert page is not None
        return page

    @contextmanager
    def still(self) -> Iterator[None]:
        """Leave what is below the pointer, or has the keyboard, where it is."""
        kept = self._kept()
        if kept is None:
            yield
            return
        before = kept.mapTo(self._pane, QPoint()).y()
        self._pane.setUpdatesEnabled(False)
        try:
            yield
            self._lay_out()
            if self._page.isAncestorOf(kept) and kept.isVisible():
                self._scroll_by(kept.mapTo(self._pane, QPoint()).y() - before)
        finally:
            self._pane.setUpdatesEnabled(True)

    def _kept(self) -> QWidget | None:
        page = self._page
        kept: QWidget | None = None
        if self._is_aimed_at and not self._is_just_opened:
            kept = self._pane.childAt(self._pointer())
        if kept is None or not page.isAncestorOf(kept):
            focused: QWidget | None = self._pane.window().focusWidget()
            kept = focused
        if kept is None or not page.isAncestorOf(kept):
            return None
        around: QWidget | None = kept
        while around is not None and around is not page:
            if isinstance(around, MessageNotes):
                # It may be what goes.
                return around.parentWidget()
            around = around.parentWidget()
        return kept

    @property
    def _is_just_opened(self) -> bool:
        """Whether the pointer lies where it was pressed to come here: it aims at nothing yet, and
        to keep what happens to be below it would take the first fields out of sight."""
        is_at_top = self._scroll.verticalScrollBar().value() == 0
        return is_at_top and self._pointer() == self._opened_at

    def _scroll_by(self, pixels: int) -> None:
        bar = self._scroll.verticalScrollBar()
        wanted = bar.value() + pixels
        over, under = max(0, wanted - bar.maximum()), max(0, -wanted)
        if over or under:
            layout = self._page.layout()
            assert layout is not None
            margins = layout.contentsMargins()
            if self._margins is None:
                self._margins = margins.top(), margins.bottom()
            below = max(0, self._scroll.viewport().height() - self._page.sizeHint().height())
            more = over + below if over else 0
            self._set_margins(margins.top() + under, margins.bottom() + more)
            self._lay_out()
        bar.setValue(max(0, wanted))

    def _set_margins(self, top: int, bottom: int) -> None:
        layout = self._page.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        layout.setContentsMargins(margins.left(), top, margins.right(), bottom)

    @staticmethod
    def _lay_out() -> None:
        # The scroll area follows the size of its page only when the event loop runs.
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def _is_choosing() -> bool:
    """Whether a button of the mouse is down, which is to come up over the same thing, or a menu is
    open: one whose entries are made anew has nothing to choose any more."""
    is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    return is_pressed or QApplication.activePopupWidget() is not None
