"""Starts a talk: waits for the exhibit, lets the presenter choose a tour, and begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.presenting.console.tour_chooser import TourChooser
from kiosk.presenting.talk import Talk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from kiosk.presenting.talk_host import TalkHost


@dataclass(frozen=True)
class TalkRequest:
    """The options of a talk; without a tour the presenter chooses one, if there are several."""

    tour: str = ""
    notes_language: str = ""
    autoplay: bool = False
    loop: bool = False


class TalkStart(QObject):
    """Begins one talk, with a console if there is a screen for it."""

    failed = Signal(str)
    """The exhibit or the requested tour can't be shown; carries the tour's id."""
    begun = Signal()
    """`talk` has begun."""
    over = Signal()

    def __init__(
        self,
        host: Callable[[], TalkHost | None],
        request: TalkRequest,
        main: QScreen | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask_host = host
        self._request = request
        self._main = main
        self._host: TalkHost | None = None
        self._chooser: TourChooser | None = None
        self.talk: Talk | None = None

    @Slot()
    def open(self) -> None:
        """Begin the requested tour, or the only one, or ask; call it once the exhibit is read."""
        self._host = host = self._ask_host()
        requested = self._request.tour
        if host is None or not host.exhibit.tours:
            self.failed.emit(requested)
        elif requested or len(host.exhibit.tours) == 1:
            self._begin(requested or host.exhibit.tours[0].id)
        else:
            self._chooser = TourChooser(host)
            self._chooser.chosen.connect(self._begin)
            self._chooser.given_up.connect(self.over)

    @Slot(str)
    def _begin(self, tour_id: str) -> None:
        assert self._host is not None
        tour = self._host.exhibit.tour(tour_id)
        if tour is None:
            self.failed.emit(tour_id)
            return
        request = self._request
        self.talk = Talk(
            self._host,
            tour,
            notes_language=request.notes_language,
            autoplay=request.autoplay,
            loop=request.loop,
            parent=self,
        )
        self.talk.ended.connect(self.over)
        self.talk.begin(self._main)
        self.begun.emit()

    @Slot()
    def close(self) -> None:
        """End the talk, or close the chooser."""
        if self.talk is not None:
            self.talk.end()
        elif self._chooser is not None:
            self._chooser.give_up()
