"""What a film plays in: a plain ground over the whole stage, with everything that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.film.film_bar import BarState, FilmBar
from kiosk.screen.film.film_picture import FilmPicture
from kiosk.screen.film.film_words import CaptionLines, FilmProgress
from kiosk.screen.film.transcript import Transcript

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.film.shown_film import ShownFilm
    from kiosk.screen.locale import Locale

_TOP_U = 24
_GAP_U = 20
_TEXT_GAP_U = 48
_LINES, _UPRIGHT_LINES = 2, 4
_MOST_OF_HEIGHT = 0.25
"""Captions take no more of the room above the controls."""
_READ_SHARE = 0.42
"""The part of a lying screen that the transcript has beside the film."""
_FILM_SHAPE = 9 / 16
_MOST_ABOVE = 0.5
"""Upright, the film above a transcript has at most so much of the room."""


@dataclass(frozen=True)
class FrameLook:
    """How a frame looks and speaks, and between which controls of the stage it stands."""

    look: Look
    locale: Locale
    arrangement: Arrangement


class FilmFrame(QWidget):
    """Covers the stage below its dock, and keeps touches to itself."""

    assistive_role = AssistiveRole.SCREEN

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.picture = FilmPicture(self)
        self.captions = CaptionLines(self)
        self.progress = FilmProgress(self)
        self.transcript = Transcript(self)
        self.bar = FilmBar(self)
        self._look: Look | None = None
        self.hide()

    def lay_out(self, film: ShownFilm, state: BarState, around: FrameLook) -> None:
        """Place everything in the present size of the stage."""
        look, locale, arrangement = around.look, around.locale, around.arrangement
        self._look = look
        self.setAccessibleName(film.heading)
        left = arrangement.dock.x()
        width = self.width() - 2 * left
        gap = look.px(_GAP_U)
        self.bar.show_state(state, locale, look, width)
        between = max(gap, look.target - look.px(CONTROL_U))
        bottom = arrangement.dock.y() - between - self.bar.height
        self.bar.place(left, bottom, width)
        plays, reads = state.plays, state.shows_transcript
        self.progress.show_credit(film.credit, locale, look, has_line=plays)
        bottom -= gap + max(0.0, look.target - look.px(CONTROL_U)) / 2
        if plays or film.credit:
            high = self.progress.total_height(width)
            self.progress.setGeometry(QRectF(left, bottom - high, width, high).toRect())
            bottom -= high + gap
        self.progress.setVisible(plays or bool(film.credit))
        top = look.px(_TOP_U)
        room = QRectF(left, top, width, bottom - top)
        if reads:
            text = _read_beside(room, look, upright=arrangement.portrait) if plays else room
            self.transcript.setGeometry(text.toRect())
            self.transcript.show_texts(film.transcript, locale.say("transcript"), locale, look)
            if arrangement.portrait:
                room.setBottom(text.top() - look.px(_TEXT_GAP_U))
            else:
                room.setRight(text.left() - look.px(_TEXT_GAP_U))
        self._place_picture(room, film, state, around)
        self.transcript.setVisible(reads)
        self.captions.setVisible(plays or not reads)
        self.picture.setVisible(plays or not reads)
        self.update()

    def _place_picture(
        self, room: QRectF, film: ShownFilm, state: BarState, around: FrameLook
    ) -> None:
        """Place the film in a room, with its captions: on a lying screen they stand on its foot."""
        look, upright = around.look, around.arrangement.portrait
        lines = _UPRIGHT_LINES if upright else _LINES
        high = min(CaptionLines.height_in(look, lines=lines), room.height() * _MOST_OF_HEIGHT)
        self.captions.stand_on_film(on_it=not upright)
        shown = QRectF(room)
        if upright:
            shown.setBottom(room.bottom() - high - look.px(_GAP_U))
        self.captions.setGeometry(
            QRectF(room.left(), room.bottom() - high, room.width(), high).toRect()
        )
        self.picture.setGeometry(shown.toRect())
        self.picture.setAccessibleName(film.alternative)
        self.picture.show_sign(state.sign)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            QPainter(self).fillRect(event.rect(), self._look.theme.ground)


def _read_beside(room: QRectF, look: Look, *, upright: bool) -> QRectF:
    """Where the transcript is while its film stays to be seen: beside it, or below."""
    text = QRectF(room)
    if upright:
        film = min(room.width() * _FILM_SHAPE + look.px(_TEXT_GAP_U), room.height() * _MOST_ABOVE)
        text.setTop(room.top() + film)
    else:
        text.setLeft(room.right() - room.width() * _READ_SHARE)
    return text
