"""The console's message: an open question, typed digits, or what waits for the end of the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import set_text
from kiosk.presenting.clicker import Action

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.presenting.talk_host import TalkHost
    from kiosk.presenting.tour_player import TourPlayer

_ICON_U = 34
_GAP_U = 18
_LEAST_SCALE = 0.6
_QUESTIONS = {Action.END: "again_to_end", Action.BEGIN: "again_to_begin"}
"""The questions before the actions that can't be undone."""


def urgent_message(
    host: TalkHost, player: TourPlayer, asked: str, typed: str, language: str
) -> tuple[str, str]:
    """The most urgent message and the icon before it.

    `asked` is the action that waits for a second press, `typed` are digits that wait for Enter.
    """
    say = host.words.say
    if asked:
        return say(_QUESTIONS[Action(asked)], language), "triangle-alert"
    if typed:
        sound = 1 <= int(typed) <= len(player.tour.steps)
        return say("typed_step" if sound else "typed_no_step", language, number=typed), ""
    warnings = " ".join(host.warnings(language))
    return warnings, "triangle-alert" if warnings else ""


class ConsoleMessage(QWidget):
    """One text in the foot of the console, as large as fits, with an icon before it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._words = ""
        self._language = "en"
        self._icon = ""

    @property
    def words(self) -> str:
        """The text that is shown."""
        return self._words

    def show_words(self, words: str, language: str, look: Look, *, icon: str = "") -> None:
        """Show a text; an empty one hides the message."""
        if (words, language, look, icon) == (self._words, self._language, self._look, self._icon):
            return
        self._words, self._language, self._look, self._icon = words, language, look, icon
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None or not self._words:
            return
        painter = QPainter(self)
        side = look.px(_ICON_U) if self._icon else 0.0
        gap = look.px(_GAP_U) if self._icon else 0.0
        setting = self._fitted(look, self.width() - side - gap)
        y = (self.height() - setting.size.height()) / 2
        setting.draw(painter, side + gap, y, look.theme.accent_text)
        if self._icon:
            box = QRectF(0, (self.height() - side) / 2, side, side)
            draw_icon(painter, look, self._icon, box, look.theme.accent_text)

    def _fitted(self, look: Look, width: float) -> Setting:
        """The text in the largest type in which all of its lines fit."""
        scale = 1.0
        while True:
            setting = set_text(
                look,
                self._words,
                language=self._language,
                role="control",
                width=width,
                scale=scale,
                balanced=True,
            )
            if setting.size.height() <= self.height() or scale <= _LEAST_SCALE:
                return setting
            scale -= 0.05
