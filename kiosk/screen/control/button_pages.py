"""A button for each of several things, in rows, and on pages where they have no room at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Signal, Slot

from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.control.pager import Pager

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_PAGER_GAP_U = 24


class ButtonPages(QObject):
    """Holds buttons and a pager, which are children of a widget.

    Where there are several pages the pager stands at the right of their last row.
    """

    chosen = Signal(str)
    turned = Signal()
    """Another page is shown."""

    def __init__(self, parent: QWidget, *, gap_u: float) -> None:
        super().__init__(parent)
        self._parent = parent
        self._gap_u = gap_u
        self._look: Look | None = None
        self._locale: Locale | None = None
        self._buttons: list[Button] = []
        self._used = 0
        self._pages: list[list[list[Button]]] = []
        self._page = 1
        self._rows = 1
        self._room = QRectF()
        self._pager = Pager(parent, large=False)
        self._pager.back_touched.connect(self._turn_back)
        self._pager.on_touched.connect(self._turn_on)
        self._pager.hide()

    @property
    def page(self) -> int:
        """Which page is shown, from 1."""
        return min(max(1, self._page), self.count)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return max(1, len(self._pages))

    @property
    def shown(self) -> list[Button]:
        """The buttons of the page."""
        return [button for button in self._buttons if not button.isHidden()]

    @property
    def widest(self) -> float:
        """How wide the widest row is, in pixels."""
        assert self._look is not None
        gap = self._look.px(self._gap_u)
        rows = [row for page in self._pages for row in page]
        widths = (sum(each.drawn_width + gap for each in row) - gap for row in rows)
        return max(widths, default=0.0)

    def fill(
        self, entries: Sequence[tuple[str, str]], current: str, locale: Locale, look: Look
    ) -> None:
        """Have a button for each of these ids with their names; that of the current one is on."""
        self._look, self._locale, self._used = look, locale, len(entries)
        while len(self._buttons) < len(entries):
            button = Button(self._parent)
            button.setCheckable(True)
            button.chosen.connect(self.chosen)
            self._buttons.append(button)
        for button, (key, name) in zip(self._buttons, entries, strict=False):
            button.key = key
            button.show_words(look, name, language=locale.language)
            button.setChecked(key == current)

    def rows(self, width: float) -> int:
        """How many rows of that width all buttons take, in pixels."""
        return len(self._divided(width, len(self._buttons) + 1, 0.0)[0]) if self._used else 0

    def divide(self, width: float, rows: int, *, beside: float = 0.0) -> None:
        """Divide into pages of so many rows; `beside` pixels stay free at the pager's left."""
        self._rows = max(1, rows)
        self._pages = self._divided(width, rows, 0.0)
        if len(self._pages) > 1:
            self._pages = self._divided(width, rows, self._pager_width() + beside)

    def turn_to_current(self) -> None:
        """Show the page with the button that is on, or else the first."""
        numbers = [
            number
            for number, page in enumerate(self._pages, start=1)
            if any(button.isChecked() for row in page for button in row)
        ]
        self._page = next(iter(numbers), 1)

    def stand(self, room: QRectF) -> None:
        """Stand in a room of the parent, from its top; the pager at the right of the last row."""
        self._room = room
        look, locale = self._look, self._locale
        if look is None or locale is None:
            return
        gap, high = look.px(self._gap_u), look.px(CONTROL_U)
        here = self._pages[self.page - 1] if self._pages else []
        at = QPointF(room.topLeft())
        placed = set()
        for row in here:
            for button in row:
                button.place_drawn(at.x(), at.y())
                button.show()
                placed.add(button)
                at.setX(at.x() + button.drawn_width + gap)
            at = QPointF(room.left(), at.y() + high + gap)
        for button in self._buttons:
            if button not in placed:
                button.hide()
        self._pager.setVisible(self.count > 1)
        if self.count > 1:
            width = self._pager.small_width(look)
            top = room.top() + (self._rows - 1) * (high + gap)
            drawn = QRectF(room.right() - width, top, width, high).toRect()
            had_focus = self._pager.has_focus
            self._pager.place(drawn, self.page, self.count, locale, look)
            if had_focus:
                self._pager.keep_focus()

    def _pager_width(self) -> float:
        assert self._look is not None
        return self._pager.small_width(self._look) + self._look.px(_PAGER_GAP_U)

    def _divided(self, width: float, rows: int, spared: float) -> list[list[list[Button]]]:
        """The buttons in rows, and these on pages whose last row is shorter by `spared`."""
        assert self._look is not None
        gap, rows = self._look.px(self._gap_u), max(1, rows)
        pages: list[list[list[Button]]] = []
        left = list(self._buttons[: self._used])
        while left:
            page: list[list[Button]] = []
            while left and len(page) < rows:
                room = width - (spared if len(page) == rows - 1 else 0.0)
                row: list[Button] = []
                x = 0.0
                while left and (x + left[0].drawn_width <= room or (not row and room == width)):
                    x += left[0].drawn_width + gap
                    row.append(left.pop(0))
                page.append(row)
                if rows == 1 and not row:
                    # One alone is wider than what the pager leaves of the only row.
                    row.append(left.pop(0))
            pages.append(page)
        return pages

    @Slot()
    def _turn_back(self) -> None:
        self._turn_to(self.page - 1)

    @Slot()
    def _turn_on(self) -> None:
        self._turn_to(self.page + 1)

    def _turn_to(self, page: int) -> None:
        self._page = page
        self.stand(self._room)
        self.turned.emit()
