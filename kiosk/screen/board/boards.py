"""The boards that lie over the map: all places as a list, and what the exhibit is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.exhibit.place import CREDITS, LIST, SEARCH
from kiosk.screen.board.credits import Credits
from kiosk.screen.board.index_list import IndexList

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.place import Place
    from kiosk.look.look import Look
    from kiosk.screen.board.board import Board
    from kiosk.screen.board.search_board import SearchBoard
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld


class Boards(QObject):
    """Holds the boards, which are children of the stage; at most one is visible.

    The search is built when somebody first opens it: most visitors don't, and the start waits for
    nothing that it needs.
    """

    place_chosen = Signal(str)
    page_chosen = Signal(int)
    search_touched = Signal()
    typed = Signal(str)
    found_chosen = Signal(object, object)
    search_failed = Signal()

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._list = IndexList(stage)
        self._credits = Credits(stage)
        self._search: SearchBoard | None = None
        self._boards: dict[str, Board] = {LIST: self._list, CREDITS: self._credits}
        self._list.place_chosen.connect(self.place_chosen)
        self._list.search_touched.connect(self.search_touched)
        for board in self._boards.values():
            board.page_chosen.connect(self.page_chosen)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The boards, the lower one first."""
        return tuple(self._boards.values())

    def board(self, name: str) -> Board:
        """The board of that name."""
        return self._built_search() if name == SEARCH else self._boards[name]

    def finish(self) -> None:
        """Have at once what a search finds."""
        if self._search is not None:
            self._search.finish()

    def hide(self) -> None:
        """Uncover the map."""
        for board in self._boards.values():
            board.hide()

    def show_board(
        self,
        place: Place,
        locale: Locale,
        look: Look,
        *,
        world: MapWorld,
        window: QRect,
        controls_top: float,
    ) -> None:
        """Cover the window with the board of a place; `controls_top` is the top of the dock."""
        name = place.screen
        if name == SEARCH:
            self._built_search().set_query(place.query)
        for each, board in self._boards.items():
            board.setVisible(each == name)
        board = self.board(name)
        board.setGeometry(window)
        board.show_page(place.page, locale, look, world=world, controls_top=controls_top)

    def _built_search(self) -> SearchBoard:
        if self._search is None:
            from kiosk.screen.board.search_board import SearchBoard

            self._search = SearchBoard(self._stage)
            self._search.stackUnder(self._credits)
            self._search.page_chosen.connect(self.page_chosen)
            self._search.typed.connect(self.typed)
            self._search.found_chosen.connect(self.found_chosen)
            self._search.failed.connect(self.search_failed)
            self._boards = {LIST: self._list, SEARCH: self._search, CREDITS: self._credits}
        return self._search
