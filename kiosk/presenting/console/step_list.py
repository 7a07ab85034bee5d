"""The list of steps; a touch jumps to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import set_text
from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import MARGIN_U, draw_focus_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look

_CORNER_U = 14
_NUMBER_U = 52
_PADDING_U = 20
_TIME_U = 76
_CARD_U = 144
_CARD_CORNER_U = 20
_CARD_PADDING_U = 32
_ARROW_U = 32


class RowText(NamedTuple):
    """The texts of a row: the step's name, its planned time, and its accessible name.

    A row with a `detail` is drawn as a button, and says that below the name.
    """

    name: str
    time: str
    spoken: str
    detail: str = ""


class StepRow(Control):
    """One step.  The current one is checked, earlier ones are muted."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._index = 0
        self._row = RowText("", "", "")
        self._language = "en"
        self._past = False
        self._look: Look | None = None
        self.setCheckable(True)
        self.clicked.connect(self._say)

    def show_row(
        self, index: int, row: RowText, current: int, language: str, look: Look, width: float
    ) -> None:
        """Show the step of that index; `current` is the index of the current one."""
        self._index, self._row, self._language, self._look = index, row, language, look
        self._past = index < current
        self.setChecked(index == current)
        self.setAccessibleName(row.spoken)
        self.resize(round(width), round(row_height(row, look)))
        self.update()

    @Slot()
    def _say(self) -> None:
        self.chosen.emit(self._index)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._row.detail:
            self._paint_button(painter, look)
            return
        theme = look.theme
        margin = look.px(MARGIN_U)
        shape = QRectF(self.rect()).adjusted(margin, look.px(3), -margin, -look.px(3))
        ink = theme.muted if self._past else theme.text
        if self.isChecked() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pearl if self.isChecked() else theme.pressed)
            painter.drawRoundedRect(shape, look.px(_CORNER_U), look.px(_CORNER_U))
            ink = theme.pearl_ink if self.isChecked() else theme.text
        middle = shape.center().y()
        left, right = shape.left() + look.px(_PADDING_U), shape.right() - look.px(_PADDING_U)
        number = set_text(look, str(self._index + 1), language="en", role="control")
        number.draw(painter, left, middle - number.size.height() / 2, ink)
        time = set_text(look, self._row.time, language="en", role="control")
        time.draw(painter, right - time.ink, middle - time.size.height() / 2, ink)
        room = right - left - look.px(_NUMBER_U + _TIME_U)
        name = set_text(look, self._row.name, language=self._language, role="control", width=room)
        if name.size.height() > shape.height():
            scale = shape.height() / name.size.height()
            name = set_text(
                look,
                self._row.name,
                language=self._language,
                role="control",
                width=room,
                scale=max(0.8, scale),
            )
        painter.setClipRect(shape)
        name.draw(painter, left + look.px(_NUMBER_U), middle - name.size.height() / 2, ink)
        painter.setClipping(False)
        if self.hasFocus():
            draw_focus_ring(painter, look, shape, look.px(_CORNER_U))

    def _paint_button(self, painter: QPainter, look: Look) -> None:
        """Number, name and detail on a card of its own, with an arrow at its end."""
        theme = look.theme
        margin, half = look.px(MARGIN_U), look.stroke(1.5) / 2
        shape = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        down = self.isDown()
        painter.setPen(QPen(theme.pearl if down else theme.control_border, 2 * half))
        painter.setBrush(theme.pressed if down else theme.control)
        radius = look.px(_CARD_CORNER_U)
        painter.drawRoundedRect(shape.adjusted(half, half, -half, -half), radius, radius)
        ink = theme.panel if down and theme.high_contrast else theme.text
        second = ink if down else theme.text2
        padding = look.px(_CARD_PADDING_U)
        left, right = shape.left() + padding, shape.right() - padding
        number = set_text(look, str(self._index + 1), language="en", role="lead")
        icon = look.px(_ARROW_U)
        room = right - left - look.px(_NUMBER_U) - icon
        name = set_text(look, self._row.name, language=self._language, role="lead", width=room)
        detail = set_text(look, self._row.detail, language=self._language, role="control")
        top = shape.center().y() - (name.size.height() + detail.size.height()) / 2
        number.draw(painter, left, top + name.first_baseline - number.first_baseline, second)
        name.draw(painter, left + look.px(_NUMBER_U), top, ink)
        detail.draw(painter, left + look.px(_NUMBER_U), top + name.size.height(), second)
        box = QRectF(right - icon, shape.center().y() - icon / 2, icon, icon)
        draw_icon(painter, look, "chevron-right", box, ink)
        if self.hasFocus():
            draw_focus_ring(painter, look, shape, radius)


def row_height(row: RowText, look: Look) -> float:
    """How high a row is, in pixels."""
    return max(look.px(_CARD_U if row.detail else CONTROL_U), look.target)


class StepList(QWidget):
    """Shows as many steps as fit around the current one; two buttons turn pages."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[StepRow] = []
        self._earlier = Button(self, key="earlier", icon="chevron-left")
        self._later = Button(self, key="later", icon="chevron-right")
        for button in (self._earlier, self._later):
            button.chosen.connect(self._turn)
        self._shown: tuple[Sequence[RowText], int, str, Look] | None = None
        self._first: int | None = None

    def show_steps(
        self,
        rows: Sequence[RowText],
        current: int,
        language: str,
        look: Look,
        names: tuple[str, str],
    ) -> None:
        """Show these steps; `names` are the accessible names of the two buttons."""
        if self._shown is None or self._shown[1] != current:
            self._first = None
        self._shown = (rows, current, language, look)
        self._earlier.show_words(look, "", language=language, name=names[0])
        self._later.show_words(look, "", language=language, name=names[1])
        self._arrange()

    @Slot(str)
    def _turn(self, key: str) -> None:
        if self._first is not None:
            self._first += self._page * (1 if key == "later" else -1)
        self._arrange()

    def _arrange(self) -> None:
        if self._shown is None:
            return
        rows, current, language, look = self._shown
        high = max((row_height(row, look) for row in rows), default=look.target)
        room = max(1, int(self.height() // high))
        turns = len(rows) > room
        self._page = max(1, room - 1) if turns else room
        first = current - self._page // 3 if self._first is None else self._first
        self._first = first = max(0, min(first, len(rows) - self._page))
        shown = range(first, min(len(rows), first + self._page))
        while len(self._rows) < len(shown):
            row = StepRow(self)
            row.chosen.connect(self.chosen)
            self._rows.append(row)
        for row, index in zip(self._rows, shown, strict=False):
            row.show_row(index, rows[index], current, language, look, self.width())
            row.move(0, round((index - first) * high))
            row.show()
        for row in self._rows[len(shown) :]:
            row.hide()
        self._earlier.setVisible(turns)
        self._later.setVisible(turns)
        self._earlier.setEnabled(first > 0)
        self._later.setEnabled(first + self._page < len(rows))
        y = self._page * high
        self._earlier.place_drawn(look.px(MARGIN_U), y)
        self._later.place_drawn(look.px(2 * MARGIN_U) + self._earlier.drawn_width, y)
