"""The boards that lie over the map: all places as a list, and what the exhibit is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.exhibit.place import CREDITS, LIST
from kiosk.screen.board.credits import Credits
from kiosk.screen.board.index_list import IndexList

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.board.board import Board
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld


class Boards(QObject):
    """Holds the boards, which are children of the stage; at most one is visible."""

    place_chosen = Signal(str)
    page_chosen = Signal(int)

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._list = IndexList(stage)
        self._credits = Credits(stage)
        self._boards: dict[str, Board] = {LIST: self._list, CREDITS: self._credits}
        self._list.place_chosen.connect(self.place_chosen)
        for board in self._boards.values():
            board.page_chosen.connect(self.page_chosen)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The boards, the lower one first."""
        return tuple(self._boards.values())

    def board(self, name: str) -> Board:
        """The board of that name."""
        return self._boards[name]

    def hide(self) -> None:
        """Uncover the map."""
        for board in self._boards.values():
            board.hide()

    def show_board(
        self,
        name: str,
        page: int,
        locale: Locale,
        look: Look,
        *,
        world: MapWorld,
        window: QRect,
        controls_top: float,
    ) -> None:
        """Cover the window with a page of a board; `controls_top` is the top of the dock."""
        for each, board in self._boards.items():
            board.setVisible(each == name)
        board = self.board(name)
        board.setGeometry(window)
        board.show_page(page, locale, look, world=world, controls_top=controls_top)
