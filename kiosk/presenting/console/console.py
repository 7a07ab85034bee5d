"""The console: what only the presenter sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.languages.language import LANGUAGES
from kiosk.look.line_breaks import UNLIMITED
from kiosk.look.typesetting import set_text
from kiosk.presenting.clicker import Action
from kiosk.presenting.console.audience_picture import AudiencePicture
from kiosk.presenting.console.console_buttons import BUTTONS, HELD, SPOKEN
from kiosk.presenting.console.console_head import ConsoleHead
from kiosk.presenting.console.console_message import ConsoleMessage, said
from kiosk.presenting.console.notes_view import NotesView
from kiosk.presenting.console.step_list import RowText, StepList
from kiosk.presenting.step_place import step_name
from kiosk.screen.control.button import CONTROL_U, Button, Ground
from kiosk.screen.control.focus_order import controls_in, next_control
from kiosk.screen.control.segments import Segment, SegmentBar

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent, QPixmap, QResizeEvent

    from kiosk.look.typesetting import Setting
    from kiosk.presenting.audience.pointing import Pointing
    from kiosk.presenting.hall import Hall
    from kiosk.presenting.tour_player import TourPlayer

_MARGIN_U = 48
_GAP_U = 16
_COLUMN_GAP_U = 80
_COLUMNS = (0.40, 0.34, 0.26)
"""The shares of the pictures, the notes and the steps."""
_HEAD_U = 128
_TOP_U = 168
_LABEL_U = 44
_LEAST_LABEL = 0.75
"""How far the type of a label shrinks before it goes into lines."""
_NEXT_TOP_U = 728
_FOOT_TOP_U = 968


class Console(QWidget):
    """Shows where the talk is and says what was touched; `language` is that of notes and words."""

    acted = Signal(str)
    jumped = Signal(int)
    audience_language_chosen = Signal(str)
    notes_language_chosen = Signal(str)

    def __init__(self, hall: Hall, player: TourPlayer, pointing: Pointing, language: str) -> None:
        super().__init__()
        self._hall = hall
        self._player = player
        self._pointing = pointing
        self._look = hall.look
        self.language = language
        self._now: QPixmap | None = None
        self._next: QPixmap | None = None
        self._two_screens = self._covers = False
        self._drawn: list[tuple[Setting, QPointF, QColor]] = []
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
        self._buttons: dict[Action, Button] = {}
        for action, (_, icon) in BUTTONS.items():
            ground = Ground.ACTION if action is Action.NEXT else Ground.PILL
            last = action is Action.NEXT
            button = Button(self, key=action, ground=ground, icon=icon, icon_last=last)
            button.setCheckable(action in HELD)
            button.chosen.connect(self.acted)
            self._buttons[action] = button
        # Not a button: Enter would press it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.setWindowTitle(hall.words.say("console", language))

    def show_pictures(self, now: QPixmap | None, following: QPixmap | None) -> None:
        """Show what the audience sees and what comes next."""
        self._now, self._next = now, following
        self._show_pictures()

    def show_screens(self, *, two: bool, covers: bool) -> None:
        """Offer what the screens of the moment allow."""
        self._two_screens, self._covers = two, covers
        self.refresh()

    def show_asked(self, asked: str, typed: str) -> None:
        """Ask once more before the action `asked`; `typed` are digits that wait for Enter.

        With neither it says what waits until the talk is over.
        """
        self._asked, self._typed = asked, typed
        words, icon = said(self._hall, self._player, asked, typed, self.language)
        if not words and self._two_screens and not self._player.has_gone_on:
            words = self._say("screens_named")
        self._message.show_words(words, self.language, self._look, icon=icon)

    @property
    def message(self) -> str:
        """What stands in the foot."""
        return self._message.words

    def resize_notes(self, steps: int) -> None:
        """Larger or smaller notes."""
        self._notes.resize_type(steps)

    @property
    def notes_scale(self) -> float:
        """How many times larger than usual the notes are."""
        return self._notes.scale

    @Slot()
    def show_time(self) -> None:
        """Look at the clocks."""
        self._head.show_times(self._player, self._hall.words, self.language, self._look)

    @Slot()
    def refresh(self) -> None:
        """Say everything again, for the step, the language and the size of the moment."""
        if self.width() <= 0 or self.height() <= 0:
            return
        self._look = self._hall.look.sized(QSizeF(self.size()))
        self._drawn, self._rules = [], []
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
            self._hall.words.say("console", self.language),
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
        return self._hall.words.say(key, self.language, **values)

    def _name(self, index: int) -> str:
        step = self._player.tour.steps[index]
        return step_name(step, self._hall.exhibit, self._hall.words, self.language)

    def _label(
        self, words: str, x: float, y: float, width: float = UNLIMITED, *, strong: bool = False
    ) -> Setting:
        """Draw a label, smaller where it has no room, and in lines where that is not enough."""
        look = self._look
        setting = set_text(look, words, language=self.language, role="control")
        if setting.ink > width:
            scale = max(_LEAST_LABEL, width / setting.ink * 0.99)
            setting = set_text(
                look, words, language=self.language, role="control", width=width, scale=scale
            )
        color = look.theme.accent_text if strong else look.theme.text2
        self._drawn.append((setting, QPointF(x, y), color))
        return setting

    def _below(self, label: Setting) -> float:
        """How far below the top of a label its picture begins: under all of its lines."""
        px = self._look.px
        return max(px(_LABEL_U), label.size.height() + px(8))

    def _show_words(self) -> None:
        player, look = self._player, self._look
        for action, button in self._buttons.items():
            key = BUTTONS[action][0]
            words = key if action in SPOKEN else self._say(key)
            if action is Action.PAUSE and player.paused:
                words = self._say("resume_timer")
            name = self._say(SPOKEN[action]) if action in SPOKEN else ""
            button.show_words(look, words, language=self.language, name=name)
        held = {player.blank, self._pointing.tool}
        for action in HELD:
            self._buttons[action].setChecked(str(action) in held)
        self._buttons[Action.RETURN].setVisible(player.exploring)
        self._buttons[Action.NEXT].setEnabled(player.following is not None)
        self._buttons[Action.BACK].setEnabled(player.index > 0)
        self._buttons[Action.SWAP].setVisible(self._two_screens)
        self._buttons[Action.CONSOLE].setVisible(self._covers)

    def _row(self, x: float, y: float, *actions: Action, width: float | None = None) -> None:
        """Put buttons side by side; within a width they shrink alike where they must."""
        for action in actions:
            button = self._buttons[action]
            if width is not None:
                gaps = self._look.px(_GAP_U) * (len(actions) - 1)
                button.set_width((width - gaps) / len(actions))
                self._rewrite(action)
            button.place_drawn(x, y)
            x += button.drawn_width + self._look.px(_GAP_U)

    def _rewrite(self, action: Action) -> None:
        button = self._buttons[action]
        button.show_words(self._look, button.text(), language=self.language)

    def _languages(self, bar: SegmentBar, current: str, width: float) -> None:
        segments = [
            Segment(tag, LANGUAGES[tag].drawn, tag, LANGUAGES[tag].name)
            for tag in self._hall.exhibit.languages
        ]
        bar.show_segments(self._look, segments, current=current, width=width)

    def _place_pictures(self, x: float, width: float) -> None:
        look, player = self._look, self._player
        px = look.px
        top = px(_TOP_U)
        stage = self._hall.stage.size()
        shape = stage.height() / max(1, stage.width())
        tools_top = px(_NEXT_TOP_U - 24 - CONTROL_U)
        if player.blank:
            words = self._say(f"screen_{player.blank}")
        elif player.exploring:
            words = self._say("exploring")
        else:
            words = self._say("on_screen", step=self._name(player.index))
        strong = bool(player.blank) or player.exploring
        below = self._below(self._label(words, x, top, width, strong=strong))
        high = min(width * shape, tools_top - px(_GAP_U) - top - below)
        self._now_view.setGeometry(QRectF(x, top + below, high / shape, high).toAlignedRect())
        tools = (Action.LASER, Action.PEN, Action.CLEAR)
        self._row(x, tools_top, *tools, width=width)
        self._place_next(x, px(_NEXT_TOP_U), width, shape)

    def _place_next(self, x: float, top: float, width: float, shape: float) -> None:
        px, player = self._look.px, self._player
        label, gap = px(_LABEL_U), px(2 * _GAP_U)
        high = min(px(_FOOT_TOP_U - 24) - top - label, width * 0.42 * shape)
        wide = high / shape
        left, room = x + wide + gap, width - wide - gap
        following = player.following
        if following is None:
            words = self._say("no_next_step")
        else:
            words = self._say("next_step", step=self._name(following))
        below = self._below(self._label(words, x, top, wide))
        high = min(high, px(_FOOT_TOP_U - 24) - top - below)
        view = QRectF(x, top + below, high / shape, high)
        self._next_view.setGeometry(view.toAlignedRect())
        self._label(self._say("audience_language"), left, top, room)
        self._languages(self._audience_bar, self._hall.journey.comfort.language, room)
        self._audience_bar.place_drawn(left, top + label)
        second = top + label + px(CONTROL_U + _GAP_U)
        self._row(left, second, Action.BLACK, Action.WHITE, width=room)

    def _place_notes(self, x: float, width: float) -> None:
        px = self._look.px
        top = px(_TOP_U)
        ink = self._label(self._say("notes_language"), x, top + px(18)).ink
        bar = min(width - ink - px(2 * _GAP_U), px(400))
        self._languages(self._notes_bar, self.language, bar)
        self._notes_bar.place_drawn(x + width - bar, top)
        first, last = top + px(CONTROL_U + 24), px(_FOOT_TOP_U - 24 - CONTROL_U - 24)
        self._notes.setGeometry(QRectF(x, first, width, last - first).toAlignedRect())
        notes = self._player.step.notes.said_in(self.language)
        self._notes.show_notes(notes.words, notes.language, self._look)
        row = px(_FOOT_TOP_U - 24 - CONTROL_U)
        self._row(x, row, Action.SMALLER, Action.LARGER, Action.PAUSE)

    def _place_steps(self, x: float, width: float) -> None:
        px, player = self._look.px, self._player
        top = px(_TOP_U)
        self._label(self._say("tour"), x, top + px(18))
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
        self._row(x, row, Action.SWAP if self._two_screens else Action.CONSOLE)

    def _place_foot(self, x: float, width: float) -> None:
        px = self._look.px
        y = px(_FOOT_TOP_U)
        self._row(px(_MARGIN_U), y, Action.END)
        self._row(x, y, Action.NEXT, width=width)
        right = x
        for action in (Action.BACK, Action.RETURN):
            button = self._buttons[action]
            x -= button.drawn_width + px(_GAP_U)
            button.place_drawn(x, y)
            # The button that returns to the tour is there only while somebody explores.
            right = x if not button.isHidden() else right
        left = px(_MARGIN_U + 2 * _GAP_U) + self._buttons[Action.END].drawn_width
        room = QRectF(left, y, right - px(2 * _GAP_U) - left, px(CONTROL_U))
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
        chosen = next_control(controls_in([self], self), self.focusWidget(), forward=forward)
        if chosen is None:
            return False
        reason = Qt.FocusReason.TabFocusReason
        chosen.setFocus(reason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

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
        for setting, at, color in self._drawn:
            setting.draw(painter, at.x(), at.y(), color)
