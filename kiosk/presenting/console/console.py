"""The console: the window that only the presenter sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.languages.language import language
from kiosk.presenting.clicker import Action
from kiosk.presenting.console.audience_picture import AudiencePicture
from kiosk.presenting.console.console_buttons import GAP_U, ConsoleButtons
from kiosk.presenting.console.console_head import ConsoleHead
from kiosk.presenting.console.console_labels import LABEL_U, ConsoleLabels
from kiosk.presenting.console.console_message import ConsoleMessage, urgent_message
from kiosk.presenting.console.notes_view import NotesView
from kiosk.presenting.console.step_list import RowText, StepList
from kiosk.presenting.step_name import step_name
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.control.focus_order import controls_in, move_focus
from kiosk.screen.control.segments import Segment, SegmentBar

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent

    from kiosk.presenting.audience.pointing import Pointing
    from kiosk.presenting.talk_host import TalkHost
    from kiosk.presenting.tour_player import TourPlayer

_MARGIN_U = 48
_COLUMN_GAP_U = 80
_COLUMNS = (0.40, 0.34, 0.26)
"""The shares of the width for the pictures, the notes and the steps."""
_HEAD_U = 128
_TOP_U = 168
_NEXT_TOP_U = 728
_FOOT_TOP_U = 968


class Console(QWidget):
    """Shows where the talk is and emits what was touched; `language` is that of notes and words."""

    acted = Signal(str)
    jumped = Signal(int)
    audience_language_chosen = Signal(str)
    notes_language_chosen = Signal(str)

    def __init__(
        self, host: TalkHost, player: TourPlayer, pointing: Pointing, language: str
    ) -> None:
        super().__init__()
        self._host = host
        self._player = player
        self._pointing = pointing
        self._look = host.look
        self.language = language
        self._now: QPixmap | None = None
        self._next: QPixmap | None = None
        self._two_screens = self._covers = False
        self.labels = ConsoleLabels(self._look, language)
        self._rules: list[float] = []
        self._asked = self._typed = ""
        self._head = ConsoleHead(self)
        self._message = ConsoleMessage(self)
        self._now_view = AudiencePicture(self, pointing)
        self._next_view = AudiencePicture(self)
        self._notes = NotesView(self)
        self._steps = StepList(self)
        self._steps.chosen.connect(self.jumped)
        self._audience_bar = SegmentBar(self)
        self._audience_bar.chosen.connect(self.audience_language_chosen)
        self._notes_bar = SegmentBar(self)
        self._notes_bar.chosen.connect(self.notes_language_chosen)
        self._buttons = ConsoleButtons(self)
        self._buttons.acted.connect(self.acted)
        # The focus is not on a button, because Enter would press that.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.setWindowTitle(host.words.say("console", language))

    def show_pictures(self, now: QPixmap | None, following: QPixmap | None) -> None:
        """Show the pictures of the current and of the next step."""
        self._now, self._next = now, following
        self._show_pictures()

    def show_screens(self, *, two: bool, covers: bool) -> None:
        """Offer the buttons for `two` screens, or for a console that `covers` the audience's."""
        self._two_screens, self._covers = two, covers
        self.refresh()

    def show_asked(self, asked: str, typed: str) -> None:
        """Ask to repeat the action `asked`, or show the digits `typed` that Enter will confirm.

        Without either, show what waits until the talk is over.
        """
        self._asked, self._typed = asked, typed
        words, icon = urgent_message(self._host, self._player, asked, typed, self.language)
        if not words and self._two_screens and not self._player.has_gone_on:
            words = self._say("screens_named")
        self._message.show_words(words, self.language, self._look, icon=icon)

    @property
    def message(self) -> str:
        """The message in the foot."""
        return self._message.words

    def resize_notes(self, steps: int) -> None:
        """Make the notes larger by so many steps, or smaller by a negative number."""
        self._notes.resize_type(steps)

    @property
    def notes_scale(self) -> float:
        """The size of the notes relative to the smallest one."""
        return self._notes.scale

    @Slot()
    def show_time(self) -> None:
        """Update the times in the head."""
        self._head.show_times(self._player, self._host.words, self.language, self._look)

    @Slot()
    def refresh(self) -> None:
        """Lay everything out for the current step, language and size."""
        if self.width() <= 0 or self.height() <= 0:
            return
        self._look = self._host.look.sized(QSizeF(self.size()))
        self.labels = ConsoleLabels(self._look, self.language)
        look = self._look
        px = look.px
        inner = self.width() - 2 * px(_MARGIN_U)
        gap = px(_COLUMN_GAP_U)
        widths = [share * (inner - 2 * gap) for share in _COLUMNS]
        lefts = [px(_MARGIN_U), px(_MARGIN_U) + widths[0] + gap]
        lefts.append(lefts[1] + widths[1] + gap)
        self._rules = [lefts[1] - gap / 2, lefts[2] - gap / 2]
        self._head.setGeometry(QRectF(px(_MARGIN_U), px(32), inner, px(_HEAD_U)).toAlignedRect())
        self._head.show_title(
            self._host.words.say("console", self.language),
            self._player.tour.title.words_in(self.language),
        )
        self.show_time()
        self._show_words()
        self._place_pictures(lefts[0], widths[0])
        self._place_notes(lefts[1], widths[1])
        self._place_steps(lefts[2], widths[2])
        self._place_foot(lefts[2], widths[2])
        self._show_pictures()
        self.update()

    def _say(self, key: str, **values: str) -> str:
        return self._host.words.say(key, self.language, **values)

    def _name(self, index: int) -> str:
        step = self._player.tour.steps[index]
        return step_name(step, self._host.exhibit, self._host.words, self.language)

    def _show_words(self) -> None:
        player = self._player
        words = self._host.words
        self._buttons.show_words(words, self.language, self._look, paused=player.paused)
        self._buttons.press_toggles({player.blank, self._pointing.tool})
        self._buttons[Action.RETURN].setVisible(player.exploring)
        self._buttons[Action.NEXT].setEnabled(player.following is not None)
        self._buttons[Action.BACK].setEnabled(player.index > 0)
        self._buttons[Action.SWAP].setVisible(self._two_screens)
        self._buttons[Action.CONSOLE].setVisible(self._covers)

    def _languages(self, bar: SegmentBar, current: str, width: float) -> None:
        segments = [
            Segment(tag, language(tag).drawn, tag, language(tag).name)
            for tag in self._host.exhibit.languages
        ]
        bar.show_segments(self._look, segments, current=current, width=width)

    def _place_pictures(self, x: float, width: float) -> None:
        look, player = self._look, self._player
        px = look.px
        top = px(_TOP_U)
        stage = self._host.stage.size()
        shape = stage.height() / max(1, stage.width())
        tools_top = px(_NEXT_TOP_U - 24 - CONTROL_U)
        if player.blank:
            words = self._say(f"screen_{player.blank}")
        elif player.exploring:
            words = self._say("exploring")
        else:
            words = self._say("on_screen", step=self._name(player.index))
        strong = bool(player.blank) or player.exploring
        below = self.labels.below(self.labels.add(words, x, top, width, strong=strong))
        high = min(width * shape, tools_top - px(GAP_U) - top - below)
        self._now_view.setGeometry(QRectF(x, top + below, high / shape, high).toAlignedRect())
        tools = (Action.LASER, Action.PEN, Action.CLEAR)
        self._buttons.place_row(x, tools_top, tools, width)
        self._place_next(x, px(_NEXT_TOP_U), width, shape)

    def _place_next(self, x: float, top: float, width: float, shape: float) -> None:
        px, player = self._look.px, self._player
        label, gap = px(LABEL_U), px(2 * GAP_U)
        high = min(px(_FOOT_TOP_U - 24) - top - label, width * 0.42 * shape)
        wide = high / shape
        left, room = x + wide + gap, width - wide - gap
        following = player.following
        if following is None:
            words = self._say("no_next_step")
        else:
            words = self._say("next_step", step=self._name(following))
        below = self.labels.below(self.labels.add(words, x, top, wide))
        high = min(high, px(_FOOT_TOP_U - 24) - top - below)
        view = QRectF(x, top + below, high / shape, high)
        self._next_view.setGeometry(view.toAlignedRect())
        self.labels.add(self._say("audience_language"), left, top, room)
        self._languages(self._audience_bar, self._host.journey.comfort.language, room)
        self._audience_bar.place_drawn(left, top + label)
        second = top + label + px(CONTROL_U + GAP_U)
        self._buttons.place_row(left, second, (Action.BLACK, Action.WHITE), room)

    def _place_notes(self, x: float, width: float) -> None:
        px = self._look.px
        top = px(_TOP_U)
        ink = self.labels.add(self._say("notes_language"), x, top + px(18)).ink
        bar = min(width - ink - px(2 * GAP_U), px(400))
        self._languages(self._notes_bar, self.language, bar)
        self._notes_bar.place_drawn(x + width - bar, top)
        first, last = top + px(CONTROL_U + 24), px(_FOOT_TOP_U - 24 - CONTROL_U - 24)
        self._notes.setGeometry(QRectF(x, first, width, last - first).toAlignedRect())
        notes = self._player.step.notes.said_in(self.language)
        self._notes.show_notes(notes.words, notes.language, self._look)
        row = px(_FOOT_TOP_U - 24 - CONTROL_U)
        self._buttons.place_row(x, row, (Action.SMALLER, Action.LARGER, Action.PAUSE))

    def _place_steps(self, x: float, width: float) -> None:
        px, player = self._look.px, self._player
        top = px(_TOP_U)
        self.labels.add(self._say("tour"), x, top + px(18))
        rows = []
        for index, step in enumerate(player.tour.steps):
            name, time = self._name(index), str(step.duration)
            spoken = self._say("step_spoken", number=str(index + 1), step=name, time=time)
            rows.append(RowText(name, time, spoken))
        first = top + px(CONTROL_U + 8)
        last = px(_FOOT_TOP_U - 24 - CONTROL_U - 16)
        self._steps.setGeometry(QRectF(x - px(24), first, width + px(32), last - first).toRect())
        names = (self._say("earlier_steps"), self._say("later_steps"))
        self._steps.show_steps(rows, player.index, self.language, self._look, names)
        row = px(_FOOT_TOP_U - 24 - CONTROL_U)
        self._buttons.place_row(x, row, (Action.SWAP if self._two_screens else Action.CONSOLE,))

    def _place_foot(self, x: float, width: float) -> None:
        px = self._look.px
        y = px(_FOOT_TOP_U)
        self._buttons.place_row(px(_MARGIN_U), y, (Action.END,))
        self._buttons.place_row(x, y, (Action.NEXT,), width)
        right = x
        for action in (Action.BACK, Action.RETURN):
            button = self._buttons[action]
            x -= button.drawn_width + px(GAP_U)
            button.place_drawn(x, y)
            # The button back to the tour is visible only while somebody explores.
            right = x if not button.isHidden() else right
        left = px(_MARGIN_U + 2 * GAP_U) + self._buttons[Action.END].drawn_width
        room = QRectF(left, y, right - px(2 * GAP_U) - left, px(CONTROL_U))
        self._message.setGeometry(room.toRect())
        self.show_asked(self._asked, self._typed)

    def _show_pictures(self) -> None:
        player, look = self._player, self._look
        self._now_view.show_picture(
            self._now, look, self._say("on_screen", step=self._name(player.index))
        )
        following = player.following
        self._next_view.setVisible(following is not None)
        if following is not None:
            words = self._say("next_step", step=self._name(following))
            self._next_view.show_picture(self._next, look, words)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus(controls_in([self], self), self.focusWidget(), forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.theme.ground)
        painter.setPen(QPen(look.theme.rule, look.stroke(1.3)))
        for x in self._rules:
            top, bottom = look.px(_TOP_U), look.px(_FOOT_TOP_U - 24)
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        self.labels.paint(painter)
