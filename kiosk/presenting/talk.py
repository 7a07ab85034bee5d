"""The talk: puts the player, the clicker, the console and the audience's stage together."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot

from kiosk.presenting.asking import Asking
from kiosk.presenting.audience.audience import Audience
from kiosk.presenting.audience.pointing import LASER, PEN, Pointing
from kiosk.presenting.clicker import Action, Clicker
from kiosk.presenting.console.console import Console
from kiosk.presenting.console.step_pictures import StepPictures
from kiosk.presenting.tour_player import BLACK, WHITE, TourPlayer
from kiosk.presenting.window_placement import WindowPlacement

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPixmap, QScreen

    from kiosk.exhibit.model.tour import Tour
    from kiosk.presenting.talk_host import TalkHost

_TICK_MS = 250
_LOOK_AGAIN_MS = 900
"""How long after the last change the audience's picture is grabbed for the console."""
_PICTURE_LONG_SIDE = 960
_LOOK_LATEST_SECONDS = 3.0
"""Where something moves on and on, such as the laser's dot, the picture is taken all the same."""
_ASKING = (Action.BEGIN, Action.END)


class Talk(QObject):
    """One talk along a tour; `begin` when the exhibit has been read."""

    ended = Signal()

    def __init__(
        self,
        host: TalkHost,
        tour: Tour,
        *,
        notes_language: str = "",
        autoplay: bool = False,
        loop: bool = False,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._host = host
        self._clock = clock
        self._wanted_at = 0.0
        self._now: QPixmap | None = None
        self._over = False
        self.screens: WindowPlacement | None = None
        self.player = TourPlayer(tour, autoplay=autoplay, loop=loop, clock=clock, parent=self)
        self.pointing = Pointing(self)
        self.audience = Audience(host, self.pointing, self)
        self.clicker = Clicker(self)
        self.asking = Asking(clock=clock, parent=self)
        self.pictures = StepPictures(host, tour, self)
        self.console = Console(
            host, self.player, self.pointing, notes_language or host.journey.comfort.language
        )
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_LOOK_AGAIN_MS)
        self._answers: dict[Action, Callable[[], None]] = {
            Action.NEXT: self.player.forward,
            Action.BACK: self.player.back,
            Action.FIRST: self._first,
            Action.LAST: self.player.last,
            Action.BLACK: self._black,
            Action.WHITE: self._white,
            Action.BEGIN: self._begin_anew,
            Action.CONTINUE: self.player.go_on,
            Action.END: self._leave,
            Action.RETURN: self.player.return_to_tour,
            Action.CONSOLE: self._toggle_console,
            Action.SWAP: self._swap,
            Action.AUDIENCE_LANGUAGE: self._speak_next,
            Action.NOTES_LANGUAGE: self._note_next,
            Action.LASER: self._take_laser,
            Action.PEN: self._take_pen,
            Action.CLEAR: self.pointing.clear,
            Action.PAUSE: self.player.toggle_pause,
            Action.LARGER: self._larger,
            Action.SMALLER: self._smaller,
        }
        self._connect()

    def _connect(self) -> None:
        self.player.stepped.connect(self._show_step)
        self.player.blanked.connect(self._blank)
        self.player.changed.connect(self.console.refresh)
        self.player.ended.connect(self.end)
        self.audience.left_tour.connect(self.player.explore)
        self.audience.left_tour.connect(self._look_again)
        self.audience.wants_picture.connect(self.player.toggle_blank)
        self._host.journey.comforted.connect(self._look_again)
        self._host.journey.comforted.connect(self.console.refresh)
        self.pictures.came.connect(self._show_pictures)
        self.clicker.acted.connect(self.act)
        self.clicker.jumped.connect(self._jump_to)
        self.clicker.typed.connect(self._say_more)
        self.asking.changed.connect(self._say_more)
        self.console.acted.connect(self.act)
        self.console.jumped.connect(self.player.jump)
        self.console.audience_language_chosen.connect(self._host.journey.speak)
        self.console.notes_language_chosen.connect(self.note_in)
        self._ticks.timeout.connect(self.player.tick)
        self._ticks.timeout.connect(self.asking.tick)
        self._ticks.timeout.connect(self.console.show_time)
        self._ticks.timeout.connect(self._say_more)
        self._looking.timeout.connect(self._look)

    def begin(self, main: QScreen | None = None) -> None:
        """Show the first step; `main` is the audience's screen, None leaves all windows alone."""
        if main is not None:
            self.screens = WindowPlacement(self._host.stage, self.console, main, parent=self)
            self.screens.changed.connect(self._screens_changed)
            self.screens.place()
        self._host.stage.installEventFilter(self)
        self.clicker.begin()
        self._ticks.start()
        self.player.begin()

    @Slot()
    def end(self) -> None:
        """Leave the exhibit as it was found, and say so."""
        if self._over:
            return
        self._over = True
        self._host.stage.removeEventFilter(self)
        self.clicker.end()
        self._ticks.stop()
        self._looking.stop()
        self.pictures.stop()
        self.audience.leave()
        # The journey outlives the talk.
        self._host.journey.comforted.disconnect(self._look_again)
        self._host.journey.comforted.disconnect(self.console.refresh)
        if self.screens is not None:
            self.screens.leave()
        self.console.hide()
        self.console.deleteLater()
        self.ended.emit()

    @Slot(str)
    def act(self, action: str) -> None:
        """Do what a key or a button says; anything but the same withdraws a question."""
        wanted = Action(action)
        if wanted not in _ASKING:
            self.asking.withdraw()
        self._answers[wanted]()

    def show_console(self) -> None:
        """Bring the presenter's desk to a screen, if need be to the audience's."""
        if self.screens is not None and self.console.isHidden():
            self.screens.toggle_console()

    @Slot(str)
    def note_in(self, language: str) -> None:
        """Let notes and console speak another language; the audience's stays."""
        self.console.language = language
        self.console.refresh()

    @Slot(int)
    def _show_step(self, index: int) -> None:
        self.pointing.clear()
        self.audience.show_step(self.player.step)
        self._now = self.pictures.picture(index, self._host.journey.comfort.language)
        self.console.refresh()
        self._show_pictures()
        self._look_again()

    @Slot(str)
    def _blank(self, colour: str) -> None:
        self.audience.blank(colour)
        self.console.refresh()

    @Slot(int)
    def _jump_to(self, number: int) -> None:
        self.asking.withdraw()
        self.player.jump(number - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Anything that is repainted, by a fade or a finger, outdates the console's picture.
        if event.type() == QEvent.Type.UpdateRequest and not self.console.isHidden():
            self._look_again()
        return False

    @Slot()
    def _look_again(self) -> None:
        """Take the audience's picture when it has come to rest, and have the next one drawn."""
        if not self._looking.isActive():
            self._wanted_at = self._clock()
        elif self._clock() - self._wanted_at >= _LOOK_LATEST_SECONDS:
            return
        self._looking.start()

    @Slot()
    def _look(self) -> None:
        stage = self._host.stage
        if self.console.isHidden() or self.player.blank:
            return
        if not stage.map_view.at_rest:
            self._looking.start()
            return
        picture = stage.grab()
        size = QSize(_PICTURE_LONG_SIDE, _PICTURE_LONG_SIDE)
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._now = picture.scaled(size, keep, smooth)
        following = self.player.following
        if following is not None:
            self.pictures.want(following, self._host.journey.comfort.language)
        self._show_pictures()

    @Slot()
    def _show_pictures(self) -> None:
        following = self.player.following
        language = self._host.journey.comfort.language
        upcoming = None if following is None else self.pictures.picture(following, language)
        self.console.show_pictures(self._now, upcoming)

    @Slot()
    def _screens_changed(self) -> None:
        assert self.screens is not None
        self.console.show_screens(two=self.screens.has_two, covers=self.screens.covers_audience)
        self.audience.fit()
        self._look_again()

    @Slot()
    def _say_more(self) -> None:
        """Show the open question, the typed digits, or what is due."""
        self.console.show_asked(self.asking.asked, self.clicker.digits)

    def _begin_anew(self) -> None:
        if not self.player.has_gone_on or self.asking.is_sure(Action.BEGIN):
            self.asking.withdraw()
            self.player.begin()

    def _leave(self) -> None:
        """End the blank; without one the talk, unless that would come from one press alone.

        Some clickers have F5 and Escape in turn on one button: that withdraws the question of F5.
        """
        if self.player.blank:
            self.player.leave()
        elif self.asking.asked == Action.BEGIN:
            self.asking.withdraw()
        elif self.asking.is_sure(Action.END):
            self.player.leave()

    def _first(self) -> None:
        self.player.jump(0)

    def _black(self) -> None:
        self.player.toggle_blank(BLACK)

    def _white(self) -> None:
        self.player.toggle_blank(WHITE)

    def _toggle_console(self) -> None:
        if self.screens is not None:
            self.screens.toggle_console()

    def _swap(self) -> None:
        if self.screens is not None:
            self.screens.swap()

    def _speak_next(self) -> None:
        languages = self._host.exhibit.languages
        self._host.journey.speak(_after(self._host.journey.comfort.language, languages))

    def _note_next(self) -> None:
        self.note_in(_after(self.console.language, self._host.exhibit.languages))

    def _take_laser(self) -> None:
        self.pointing.take(LASER)
        self.console.refresh()

    def _take_pen(self) -> None:
        self.pointing.take(PEN)
        self.console.refresh()

    def _larger(self) -> None:
        self.console.resize_notes(1)

    def _smaller(self) -> None:
        self.console.resize_notes(-1)


def _after(current: str, languages: Sequence[str]) -> str:
    place = languages.index(current) + 1 if current in languages else 0
    return languages[place % len(languages)]
