"""Leads a film to another moment of it, as a finger or a key on its line wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.film.player import BACK_MS

if TYPE_CHECKING:
    from kiosk.film.player import Player
    from kiosk.screen.film.film_scrubber import FilmScrubber


class FilmSeeking(QObject):
    """Has the film stand still while a finger holds its handle, and go on after."""

    def __init__(self, player: Player, scrubber: FilmScrubber) -> None:
        super().__init__(player)
        self._player = player
        self._goes_on = False
        scrubber.held.connect(self._hold)
        scrubber.sought.connect(player.seek)
        scrubber.stepped.connect(self._step)
        scrubber.let_go.connect(self._go_on)

    @Slot()
    def _hold(self) -> None:
        self._goes_on = self._player.is_playing
        self._player.pause()

    @Slot()
    def _go_on(self) -> None:
        if self._goes_on:
            self._player.play()

    @Slot(int)
    def _step(self, by: int) -> None:
        self._player.seek(self._player.position + by * BACK_MS)
