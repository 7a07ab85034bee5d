"""The controls below a film, in as many rows as they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from kiosk.journey.comfort import SPEECH_STEPS
from kiosk.languages.language import language as language_of
from kiosk.screen.control.button import CONTROL_U, Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_GAP_U = 16
_MOST_ROWS = 2


@dataclass(frozen=True)
class BarState:
    """What the controls say and which of them there are."""

    plays: bool
    """Whether it can be played at all."""
    is_playing: bool
    has_begun: bool
    has_ended: bool
    offers_sound: bool
    sounds: bool
    describes: bool | None
    """Whether what is to be seen is described; None where nobody has spoken it."""
    loudness: int
    """Which of the steps of loudness it has."""
    languages: tuple[str, ...]
    """In which there are captions."""
    captions: str
    """The language of the captions; empty where they are off."""
    signs: bool | None
    """Whether who signs is shown; None where there is nobody."""
    has_transcript: bool
    shows_transcript: bool

    @property
    def sign(self) -> str:
        """What stands on the film while it stands still: what a touch does."""
        if not self.plays or self.is_playing or not (self.has_begun or self.has_ended):
            return ""
        return "rotate-ccw" if self.has_ended else "play"


class FilmBar(QObject):
    """Holds the buttons, which are children of a frame."""

    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        self.play = Button(frame, key="play", icon="play")
        self.back = Button(frame, key="back", icon="undo-2")
        self.sound = Button(frame, key="sound", icon="volume-2")
        self.quieter = Button(frame, key="quieter", icon="minus")
        self.louder = Button(frame, key="louder", icon="plus")
        self.described = Button(frame, key="described", icon="audio-lines")
        self.captions = Button(frame, key="captions", icon="captions")
        self.language = Button(frame, key="language")
        self.signing = Button(frame, key="signing", icon="hand")
        self.transcript = Button(frame, key="transcript", icon="book-open")
        self.close = Button(frame, key="close", icon="x")
        for button in (self.sound, self.described, self.captions, self.signing, self.transcript):
            button.setCheckable(True)
        self._rows: list[list[Button]] = []
        self._look: Look | None = None

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All of them, in their order."""
        heard = (self.sound, self.quieter, self.louder, self.described)
        read = (self.captions, self.language, self.signing, self.transcript)
        return (self.play, self.back, *heard, *read, self.close)

    def show_state(self, state: BarState, locale: Locale, look: Look, width: float) -> None:
        """Have the buttons that this state needs, in rows of that width, in pixels."""
        self._look = look
        shown = self._shown(state)
        for has_words in (True, False):
            self._say(state, locale, look, has_words=has_words)
            self._rows = self._divided([each for each in self.buttons if each in shown], width)
            # Words help more than a second row costs.
            if len(self._rows) <= _MOST_ROWS:
                break
        for button in self.buttons:
            button.setVisible(button in shown)

    def _shown(self, state: BarState) -> set[Button]:
        shown = {self.close}
        if state.has_transcript and state.plays:
            shown.add(self.transcript)
        if not state.plays:
            return shown
        shown |= {self.play, self.back}
        if state.offers_sound:
            shown.add(self.sound)
        if state.sounds and (state.offers_sound or state.describes):
            shown |= {self.quieter, self.louder}
        if state.describes is not None:
            shown.add(self.described)
        if state.languages:
            shown.add(self.captions)
        if len(state.languages) > 1 and state.captions:
            shown.add(self.language)
        if state.signs is not None:
            shown.add(self.signing)
        return shown

    def _say(self, state: BarState, locale: Locale, look: Look, *, has_words: bool) -> None:
        language = locale.language

        def say(button: Button, key: str, name: str = "") -> None:
            words, name = locale.say(key), locale.say(name or key)
            button.show_words(look, words if has_words else "", language=language, name=name)

        icon, key = ("pause", "film_pause") if state.is_playing else ("play", "film_play")
        if state.has_ended:
            icon, key = "rotate-ccw", "film_again"
        self.play.show_icon(icon)
        say(self.play, key)
        say(self.back, "film_back", "film_back_told")
        self.back.setEnabled(state.has_begun)
        say(self.sound, "film_sound")
        self.sound.setChecked(state.sounds)
        say(self.described, "film_described")
        self.described.setChecked(bool(state.describes))
        steps = {"step": str(state.loudness + 1), "steps": str(SPEECH_STEPS)}
        for button, key, end in (
            (self.quieter, "film_quieter", 0),
            (self.louder, "film_louder", SPEECH_STEPS - 1),
        ):
            button.show_words(look, "", language=language, name=locale.say(key))
            button.setAccessibleDescription(locale.say("loudness_step", **steps))
            button.setEnabled(state.loudness != end)
        say(self.captions, "film_captions")
        self.captions.setChecked(bool(state.captions))
        say(self.signing, "film_signing")
        self.signing.setChecked(bool(state.signs))
        say(self.transcript, "transcript")
        self.transcript.setChecked(state.shows_transcript)
        say(self.close, "close", "close_film")
        if state.captions:
            spoken = language_of(state.captions)
            name = locale.say("film_captions_told", language=spoken.name)
            self.language.show_words(look, spoken.drawn, language=state.captions, name=name)

    @property
    def height(self) -> float:
        """How high all rows are as they are drawn, in pixels."""
        assert self._look is not None
        rows = len(self._rows)
        return rows * self._look.px(CONTROL_U) + (rows - 1) * self._between(self._look)

    def place(self, left: float, top: float, width: float) -> None:
        """Stand in rows from there on; what closes the film is at the end of the last one."""
        look = self._look
        assert look is not None
        at = QPointF(left, top)
        for row in self._rows:
            for button in row:
                if button is self.close:
                    at.setX(max(at.x(), left + width - button.drawn_width))
                button.place_drawn(at.x(), at.y())
                at.setX(at.x() + button.drawn_width + look.px(_GAP_U))
            at = QPointF(left, at.y() + look.px(CONTROL_U) + self._between(look))

    @staticmethod
    def _between(look: Look) -> float:
        """Between two rows, so that fingers reach each as far as they need."""
        return max(look.px(_GAP_U), look.target - look.px(CONTROL_U))

    def _divided(self, buttons: list[Button], width: float) -> list[list[Button]]:
        assert self._look is not None
        gap = self._look.px(_GAP_U)
        rows: list[list[Button]] = [[]]
        x = 0.0
        for button in buttons:
            if rows[-1] and x + button.drawn_width > width:
                rows.append([])
                x = 0.0
            rows[-1].append(button)
            x += button.drawn_width + gap
        return rows
