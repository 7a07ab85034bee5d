"""A page's film opened over the stage: what opens it, plays it, and closes it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from kiosk.film.formats import can_play
from kiosk.film.player import Player, Playing
from kiosk.screen.control.button import Button
from kiosk.screen.control.control import Control
from kiosk.screen.film.caption_choice import CaptionChoice
from kiosk.screen.film.film_bar import BarState
from kiosk.screen.film.film_frame import FilmFrame, FrameLook
from kiosk.screen.film.film_seeking import FilmSeeking
from kiosk.screen.way_out import STEP_UP_KEYS
from kiosk.speech.speaker import USUAL_VOLUME, VOLUMES

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QWidget

    from kiosk.screen.film.shown_film import ShownFilm
    from kiosk.screen.picture.story_picture import StoryPicture
    from kiosk.speech.output import SoundOutput

_ATTENDED_MS = 2_000
"""So often a film that plays says that somebody is there."""
_TIME_MS = 250


class OpenFilm(QObject):
    """Opens the film of a page over the stage, whose children all parts are.

    Without the extra `media`, and where it can't be played, its picture and transcript are shown.
    """

    opened = Signal(bool)
    """The film covers the stage from now on, or no longer does."""
    attended = Signal()
    """It plays, so somebody is there."""
    sounding = Signal(bool)
    """It is to be heard from now on, or no more."""
    quarter_reached = Signal(int)
    """It has begun (0), or was played up to that quarter of it; each once while it is open."""
    loudness_chosen = Signal(int)
    """Which of the steps of loudness somebody wants, for this film and for all that is heard."""

    def __init__(self, stage: QWidget, story: StoryPicture) -> None:
        super().__init__(stage)
        self._stage = stage
        self._story = story
        self._shown: ShownFilm | None = None
        self._around: FrameLook | None = None
        self._is_open = self._reads = self._offers_sound = False
        self._captions = CaptionChoice()
        self._output: SoundOutput | None = None
        self._loudness = USUAL_VOLUME
        self._quarters = 0
        """How many quarters were told of this showing, its beginning among them."""
        self.button = Button(stage, key="film", icon="play")
        self.frame = FilmFrame(stage)
        self.player = Player(self)
        FilmSeeking(self.player, self.frame.progress.scrubber)
        self.frame.picture.touched.connect(self._touch)
        self.button.hide()
        self.button.clicked.connect(self.open)
        self._story.touched.connect(self.open)
        self._connect_bar()
        self.player.changed.connect(self._follow)
        self.player.framed.connect(self._show_images)
        self.player.sounding.connect(self.sounding)
        self._attending = QTimer(self)
        self._attending.setInterval(_ATTENDED_MS)
        self._attending.timeout.connect(self._attend)
        self._time = QTimer(self)
        self._time.setInterval(_TIME_MS)
        self._time.timeout.connect(self._show_time)

    def _connect_bar(self) -> None:
        bar = self.frame.bar
        bar.play.clicked.connect(self.player.turn)
        bar.back.clicked.connect(self.player.back)
        bar.sound.clicked.connect(self._turn_sound)
        bar.quieter.clicked.connect(self._be_quieter)
        bar.louder.clicked.connect(self._be_louder)
        bar.described.clicked.connect(self._turn_description)
        bar.captions.clicked.connect(self._turn_captions)
        bar.language.clicked.connect(self._next_language)
        bar.signing.clicked.connect(self._turn_signing)
        bar.transcript.clicked.connect(self._turn_transcript)
        bar.close.clicked.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether the film covers the stage."""
        return self._is_open

    @property
    def is_offered(self) -> bool:
        """Whether the page that is open has one."""
        return self._shown is not None

    def set_output(self, output: SoundOutput | None) -> None:
        """Where sound goes on this machine."""
        self._output = output
        self.player.set_output(output)

    def set_loudness(self, step: int) -> None:
        """Be as loud as this step of all that is heard."""
        is_other, self._loudness = step != self._loudness, step
        self.player.set_loudness(VOLUMES[step])
        if is_other:
            self._lay_out()

    def unplug(self) -> None:
        """Headphones were pulled out: what is for one pair of ears is not for the hall."""
        if self._output is not None and self._output.wanted == "headphones":
            self.player.set_sound(False)

    def show_film(self, shown: ShownFilm | None, around: FrameLook) -> None:
        """Offer the film of the page that is open; None where it has none.

        The same film stays open, and stands still where the language has changed.
        """
        before, self._shown = self._shown, shown
        language = self._around.locale.language if self._around is not None else ""
        self._around = around
        if shown is None or before is None or shown.played != before.played:
            self._close()
        if shown is None or not (self._plays or shown.transcript):
            self._shown = None
            self.button.hide()
            return
        key = "transcript" if not self._plays else "play_film" if shown.is_film else "play_sound"
        icons = {"transcript": "book-open", "play_film": "play", "play_sound": "volume-2"}
        self.button.show_icon(icons[key])
        words = around.locale.say(key)
        self.button.show_words(around.look, words, language=around.locale.language)
        self.button.setVisible(not self._is_open)
        if self._is_open:
            if around.locale.language != language:
                self.player.pause()
                self._captions.chosen = ""
            self.frame.setGeometry(self._stage.rect())
            self._lay_out()

    def leave(self) -> None:
        """No page is open that plays anything."""
        self._close()
        self._shown = None
        self.button.hide()

    def place_button(self, corner: QPointF) -> None:
        """Have the upper left corner of the button as it is drawn there."""
        self.button.place_drawn(corner.x(), corner.y())

    @Slot()
    def open(self) -> None:
        """Show the film over the stage and play it, or its transcript where it can't be."""
        if self._shown is None or self._around is None or self._is_open:
            return
        by_keyboard = self.button.hasFocus()
        self._is_open = True
        self._quarters = 0
        self._reads = not self._plays
        self._captions = CaptionChoice()
        self._offers_sound = self._output is not None and self._output.is_possible
        self.frame.transcript.begin()
        self.frame.setGeometry(self._stage.rect())
        self.frame.picture.set_signing(False)
        self.frame.picture.show_images(None, None)
        self._lay_out()
        self.frame.show()
        self.frame.raise_()
        self.button.hide()
        self._stage.window().installEventFilter(self)
        self.opened.emit(True)
        if self._plays:
            self.player.open(self._shown.played, *self.frame.picture.pixels())
            if not self._shown.is_film and self._is_heard:
                # A recording is opened to be heard.
                self.player.set_sound(True)
        if by_keyboard:
            first = self.frame.bar.play if self._plays else self.frame.bar.close
            first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def close(self) -> None:
        """Stop, and show the page again."""
        if not self._is_open:
            return
        had_focus = isinstance(self._stage.window().focusWidget(), Control)
        self._close()
        self.button.setVisible(self._shown is not None)
        if had_focus and self._shown is not None:
            self.button.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def pause(self) -> None:
        """Stand still: somebody is asked something, or is told something."""
        self.player.pause()

    def _close(self) -> None:
        if not self._is_open:
            return
        self._is_open = False
        self._stage.window().removeEventFilter(self)
        self.player.close()
        self.frame.picture.show_images(None, None)
        self.frame.hide()
        self.opened.emit(False)

    @property
    def _plays(self) -> bool:
        return can_play()

    @property
    def _is_heard(self) -> bool:
        return self._output is not None and not self._output.refusal()

    def _lay_out(self) -> None:
        shown, around = self._shown, self._around
        if shown is None or around is None or not self._is_open:
            return
        self.frame.lay_out(shown, self._bar_state(shown, around), around)
        self.frame.picture.show_poster(self._story.seen(), around.look)
        if self._plays:
            self.player.resize(*self.frame.picture.pixels())
        self._show_time()

    def _bar_state(self, shown: ShownFilm, around: FrameLook) -> BarState:
        player = self.player
        signs = player.wants_signing if shown.played.signing is not None else None
        describes = self._offers_sound and shown.played.described is not None
        captions = self._captions.language(shown, around.locale) if self._captions.is_on else ""
        return BarState(
            plays=self._plays,
            is_playing=player.is_playing,
            has_begun=player.position > 0 and player.state is not Playing.FAILED,
            has_ended=player.state is Playing.ENDED,
            offers_sound=self._offers_sound and player.has_sound,
            sounds=player.wants_sound,
            describes=player.wants_description if describes else None,
            loudness=self._loudness,
            languages=tuple(shown.captions),
            captions=captions,
            signs=signs,
            has_transcript=bool(shown.transcript),
            shows_transcript=self._reads,
        )

    @Slot()
    def _follow(self) -> None:
        """Show what the player does now."""
        state = self.player.state
        self._tell_quarters()
        if state is Playing.FAILED:
            self._captions.note = "film_failed"
            self.frame.picture.show_images(None, None)
        elif state is Playing.OPENING:
            self._captions.note = ""
        if self.player.is_playing:
            self._attending.start()
            self._time.start()
        else:
            if state is Playing.ENDED and self._attending.isActive():
                # Whoever has watched it to its end is still there: only now does nobody play.
                self.attended.emit()
            self._attending.stop()
            self._time.stop()
        self._lay_out()

    @Slot()
    def _show_images(self) -> None:
        self.frame.picture.show_images(self.player.image, self.player.signing_image)
        self._show_caption()

    @Slot()
    def _show_time(self) -> None:
        self.frame.progress.show_time(self.player.position, self.player.duration)
        self._show_caption()
        self._tell_quarters()

    def _tell_quarters(self) -> None:
        """Say how far it was played; what was passed over counts as well."""
        player = self.player
        if not self._is_open or player.state not in (Playing.PLAYING, Playing.ENDED):
            return
        has_ended = player.state is Playing.ENDED
        played = 4 if has_ended else 4 * player.position // max(1, player.duration)
        while self._quarters <= min(played, 4 if has_ended else 3):
            self._quarters += 1
            self.quarter_reached.emit(self._quarters - 1)

    def _show_caption(self) -> None:
        shown, around = self._shown, self._around
        if shown is not None and around is not None:
            said = self._captions.words(shown, around.locale, self.player.position)
            self.frame.captions.show_words(*said, around.look)

    @Slot()
    def _touch(self) -> None:
        if self._plays:
            self.player.turn()

    @Slot()
    def _turn_sound(self) -> None:
        wants = not self.player.wants_sound
        if self._can_hear(wants=wants):
            self.player.set_sound(wants)
        self._show_caption()

    @Slot()
    def _turn_description(self) -> None:
        wants = not self.player.wants_description
        if self._can_hear(wants=wants):
            self.player.set_description(wants)
        self._show_caption()

    def _can_hear(self, *, wants: bool) -> bool:
        """Whether what somebody wants to hear may be heard; if not, what it lacks is said."""
        self._captions.note = "film_headphones" if wants and not self._is_heard else ""
        return not self._captions.note

    @Slot()
    def _be_quieter(self) -> None:
        self.loudness_chosen.emit(max(0, self._loudness - 1))

    @Slot()
    def _be_louder(self) -> None:
        self.loudness_chosen.emit(min(len(VOLUMES) - 1, self._loudness + 1))

    @Slot()
    def _turn_captions(self) -> None:
        self._captions.is_on = not self._captions.is_on
        self._captions.note = ""
        self._lay_out()

    @Slot()
    def _next_language(self) -> None:
        if self._shown is not None and self._around is not None:
            self._captions.go_on(self._shown, self._around.locale)
            self._lay_out()

    @Slot()
    def _turn_signing(self) -> None:
        wants = not self.player.wants_signing
        self.frame.picture.set_signing(wants)
        self.player.set_signing(wants)
        self._lay_out()

    @Slot()
    def _turn_transcript(self) -> None:
        self._reads = not self._reads
        if self._reads:
            self.player.pause()
        self._lay_out()

    @Slot()
    def _attend(self) -> None:
        if self.player.is_playing:
            self.attended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if Qt.Key(event.key()) in STEP_UP_KEYS:
            if self._reads and self._plays:
                self._turn_transcript()
            else:
                self.close()
            return True
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._plays:
            if event.key() == Qt.Key.Key_Left:
                self.player.back()
            else:
                self.player.on()
            return True
        return False
