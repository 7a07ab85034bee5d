"""The chooser: lets the presenter pick a tour if there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import set_text
from kiosk.presenting.console.plan_words import lasting
from kiosk.presenting.console.step_list import RowText, StepList
from kiosk.screen.control.button import Button
from kiosk.screen.control.focus_order import controls_in, move_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from kiosk.presenting.talk_host import TalkHost

_WIDTH_U = 1080
_TOP_U = 320
_BOTTOM_U = 96
_TITLE_U = 200
_BACK_U = 72


class TourChooser(QWidget):
    """Covers the stage with a list of tours; a touch, a digit or Enter chooses one.

    Escape or the button cancels.
    """

    chosen = Signal(str)
    given_up = Signal()

    def __init__(self, host: TalkHost) -> None:
        super().__init__(host.stage)
        self._host = host
        self._look = host.look
        self._list = StepList(self)
        self._list.chosen.connect(self._choose)
        self._back = Button(self, key="back", icon="arrow-left")
        self._back.clicked.connect(self.give_up)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        host.stage.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()
        self.setFocus()

    def _say(self, key: str, **values: str) -> str:
        return self._host.words.say(key, self._host.journey.comfort.language, **values)

    def _fit(self) -> None:
        self.setGeometry(self._host.stage.rect())
        look = self._look = self._host.look.sized(QSizeF(self.size()))
        language = self._host.journey.comfort.language
        width = min(look.px(_WIDTH_U), self.width() * 0.9)
        top = look.px(_TOP_U)
        high = self.height() - top - look.px(_BOTTOM_U)
        left = (self.width() - width) / 2
        self._list.setGeometry(QRectF(left, top, width, high).toAlignedRect())
        rows = []
        for tour in self._host.exhibit.tours:
            title = tour.title.words_in(language)
            count = len(tour.steps)
            steps = self._say("one_step" if count == 1 else "steps", count=str(count))
            time = lasting(tour.seconds, self._host.words, language)
            rows.append(RowText(title, "", f"{title}, {time}, {steps}", f"{time} · {steps}"))
        names = (self._say("earlier_steps"), self._say("later_steps"))
        self._list.show_steps(rows, -1, language, look, names)
        back = self._say("give_up_choosing")
        self._back.show_words(look, back, language=language)
        self._back.place_drawn(left + look.px(12), look.px(_BACK_U))
        self.update()

    @Slot(int)
    def _choose(self, index: int) -> None:
        tours = self._host.exhibit.tours
        if 0 <= index < len(tours):
            self._close()
            self.chosen.emit(tours[index].id)

    @Slot()
    def give_up(self) -> None:
        """Close without a choice."""
        if not self.isHidden():
            self._close()
            self.given_up.emit()

    def _close(self) -> None:
        self._host.stage.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self._host.stage.setFocus()

    def _move_focus(self, *, forward: bool) -> None:
        move_focus(controls_in([self], self), self.focusWidget(), forward=forward)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self._move_focus(forward=forward)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._choose(key.value - Qt.Key.Key_1.value)
        elif key == Qt.Key.Key_Escape:
            self.give_up()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move_focus(forward=key == Qt.Key.Key_Down)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.theme.ground)
        language = self._host.journey.comfort.language
        title = set_text(look, self._say("choose_tour"), language=language, role="title")
        title.draw(painter, self._list.x() + look.px(12), look.px(_TITLE_U), look.theme.text)
