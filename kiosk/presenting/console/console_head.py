"""The head of the console: the title of the talk and the times."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.presenting.console.plan_words import against_plan, clock_time

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.presenting.tour_player import TourPlayer

_GAP_U = 56
_CAPTION_U = 80
_WORDS_SCALE = 0.8
_LATE_SECONDS = 5


class ConsoleHead(QWidget):
    """Shows the title, the time that has passed, the plan in words, and the time of day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._kicker = self._title = ""
        self._language = "en"
        self._times: list[tuple[str, str, bool]] = []
        self._late = False

    def show_title(self, kicker: str, title: str) -> None:
        """Show the title, below a small line above it."""
        self._kicker, self._title = kicker, title
        self.update()

    def show_times(self, player: TourPlayer, words: Words, language: str, look: Look) -> None:
        """Show the times of the step, of the talk, against the plan, and of day."""
        passed = clock_time(player.elapsed)
        whole = words.say("elapsed_of", language, time=clock_time(player.tour.seconds))
        step = words.say("step_of", language, time=clock_time(player.step.duration.seconds))
        ahead, caption = against_plan(player.behind, words, language)
        wall = datetime.datetime.now().astimezone().strftime("%H:%M")
        times = [
            (clock_time(player.step_seconds), step, True),
            (passed, whole, True),
            (ahead, caption, False),
            (wall, words.say("time_now", language), True),
        ]
        late = player.behind >= _LATE_SECONDS
        if (times, late, language, look) != (self._times, self._late, self._language, self._look):
            self._times, self._late, self._language, self._look = times, late, language, look
            self.setAccessibleName(", ".join(f"{time} {words}" for time, words, _ in times))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        right = float(self.width())
        base = look.px(_CAPTION_U) - look.px(6)
        for time, caption, digits in reversed(self._times):
            color = look.theme.accent_text if self._late and not digits else look.theme.text
            role, scale = ("number_m", 1.0) if digits else ("heading", _WORDS_SCALE)
            above = set_text(look, time, language=self._language, role=role, scale=scale)
            below = set_text(look, caption, language=self._language, role="control")
            wide = max(above.ink, below.ink)
            above.draw(painter, right - above.ink, base - above.last_baseline, color)
            below.draw(painter, right - below.ink, look.px(_CAPTION_U), look.theme.text2)
            right -= wide + look.px(_GAP_U)
        self._draw_title(painter, look, right)

    def _draw_title(self, painter: QPainter, look: Look, room: float) -> None:
        kicker = set_text(look, self._kicker, language=self._language, role="control")
        kicker.draw(painter, 0, look.px(6), look.theme.text2)
        title = self._fitted(look, room)
        title.draw(painter, 0, look.px(44), look.theme.text)

    def _fitted(self, look: Look, room: float) -> Setting:
        setting = set_text(look, self._title, language=self._language, role="heading")
        if setting.ink <= room:
            return setting
        scale = max(0.5, room / setting.ink)
        return set_text(look, self._title, language=self._language, role="heading", scale=scale)
