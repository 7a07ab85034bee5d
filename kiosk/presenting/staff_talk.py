"""A talk that staff start on the running exhibit, which visitors get back afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.presenting.talk_start import TalkRequest, TalkStart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QScreen

    from kiosk.presenting.talk import Talk
    from kiosk.presenting.talk_host import TalkHost

CHOOSING_SECONDS = 60.0
TALKING_SECONDS = 15 * 60.0
"""How long there may be no touch or key before the exhibit asks whether somebody is there; a step
with a longer plan gets twice its planned time."""
EXPLORING_SECONDS = 5 * 60.0
"""The same after a touch has left the tour, because the talk was most likely forgotten."""
LAST_STEP_SECONDS = 20.0
"""The same at the end of a tour that runs by itself, at least: nobody is there to end it."""
BLANK_SECONDS = 60 * 60.0
"""The same while the picture is black or white, which is always on purpose."""


class StaffTalk(QObject):
    """Starts one talk at a time, on the exhibit's own screen."""

    begun = Signal()
    over = Signal()
    patient = Signal(float)
    """The seconds that may pass without a touch or key before the idle question."""
    noticed = Signal()
    """The presenter has pressed a key, which the idle watch can't see."""

    def __init__(
        self,
        host: Callable[[], TalkHost | None],
        warnings: Callable[[str], Sequence[str]] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`warnings` returns, in a language, what waits until the talk is over."""
        super().__init__(parent)
        self._ask_host = host
        self._warnings = warnings
        self._opening: TalkStart | None = None
        self._runs_by_itself = False

    @Slot()
    def open(self) -> None:
        """Start a talk, or the choice of its tour; do nothing until the exhibit is read.

        During a talk, bring its console to the screen: without a keyboard there is no other way.
        """
        if self._opening is not None:
            self._show_desk()
            return
        host = self._host()
        if host is not None and host.exhibit.tours:
            self._open(TalkRequest(), host.stage.screen())

    @Slot(str)
    def run_by_itself(self, tour: str) -> None:
        """Show a tour that needs nobody, without a desk; a talk that is going on stays."""
        if self._opening is None and self._host() is not None:
            self._open(TalkRequest(tour, autoplay=True), None)

    @property
    def runs_by_itself(self) -> bool:
        """Whether a tour is shown that nobody gives."""
        return self._opening is not None and self._runs_by_itself

    def _open(self, request: TalkRequest, screen: QScreen | None) -> None:
        self._runs_by_itself = request.autoplay
        self._opening = TalkStart(self._host, request, screen, self)
        self._opening.over.connect(self._close)
        self._opening.failed.connect(self._close)
        self._opening.begun.connect(self._follow)
        self.begun.emit()
        self.patient.emit(CHOOSING_SECONDS)
        self._opening.open()

    @Slot()
    def end(self) -> None:
        """End the talk, because nobody is there any more."""
        if self._opening is not None:
            self._opening.close()

    def _show_desk(self) -> None:
        self._runs_by_itself = False
        self.begun.emit()
        if self._talk is not None:
            self._talk.show_console()

    def _host(self) -> TalkHost | None:
        host = self._ask_host()
        if host is None or self._warnings is None:
            return host
        return replace(host, warnings=self._warnings)

    @property
    def _talk(self) -> Talk | None:
        return self._opening.talk if self._opening is not None else None

    @Slot()
    def _follow(self) -> None:
        talk = self._talk
        assert talk is not None
        talk.clicker.noticed.connect(self.noticed)
        for signal in (talk.player.stepped, talk.player.blanked, talk.player.changed):
            signal.connect(self._say_patience)
        self._say_patience()

    @Slot()
    def _say_patience(self) -> None:
        talk = self._talk
        if talk is None:
            return
        player = talk.player
        if player.blank:
            seconds = BLANK_SECONDS
        elif player.exploring:
            seconds = EXPLORING_SECONDS
        elif self._runs_by_itself and player.following is None:
            seconds = max(LAST_STEP_SECONDS, player.step.duration.seconds)
        else:
            seconds = max(TALKING_SECONDS, 2.0 * player.step.duration.seconds)
        self.patient.emit(seconds)

    @Slot()
    def _close(self) -> None:
        if self._opening is not None:
            self._opening.deleteLater()
            self._opening = None
            self.over.emit()
