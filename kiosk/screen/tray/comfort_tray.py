"""The comfort tray: text, contrast, reach and motion, at the foot of every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.button import CONTROL_U, Button, Ground
from kiosk.screen.tray.tray_cell import TrayCell
from kiosk.screen.tray.tray_entries import chosen_comfort, tray_entries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from kiosk.journey.comfort import Comfort
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.tray.tray_entries import TrayEntry

_PAD_U = 40
_HEAD_GAP_U = 24
_CELL_GAP_U = 48
_ROW_GAP_U = 32
_BESIDE_WIDE = 1.8
"""So much wider than a wide bar a cell is that has its words beside it."""
_HIGHEST = 0.86
"""How much of the window the tray may cover: what changes is to be seen above it."""


class _Form(NamedTuple):
    """A way of setting the entries: how many side by side, controls beside words, with notes."""

    columns: int
    beside: bool
    noted: bool


_FORMS = (
    _Form(5, False, True),
    _Form(4, False, True),
    _Form(3, False, True),
    _Form(2, True, True),
    _Form(1, True, True),
    _Form(4, False, False),
    _Form(3, False, False),
    _Form(2, True, False),
    _Form(1, True, False),
)
"""From the most spacious to the tightest."""


class ComfortTray(QWidget):
    """Covers the stage with a veil, and its foot with the tray; a touch on the veil closes it."""

    assistive_role = AssistiveRole.MODAL

    comfort_chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style: InterfaceStyle | None = None
        self._comfort: Comfort | None = None
        self._first: Comfort | None = None
        self._plate = QRectF()
        self._title: Setting | None = None
        self._note: Setting | None = None
        self._dividers: list[QRectF] = []
        self._cells: dict[str, TrayCell] = {}
        self._reset = Button(self, key="reset", icon="undo-2")
        self._reset.clicked.connect(self._go_back)
        self._done = Button(self, key="done", icon="check", ground=Ground.ACTION)
        self._done.clicked.connect(self.closed)
        self.hide()

    def show_comfort(
        self,
        comfort: Comfort,
        first: Comfort,
        style: InterfaceStyle,
        swatches: Mapping[str, tuple[QColor, QColor]],
        arrangement: Arrangement,
        *,
        can_speak: bool = False,
    ) -> None:
        """Show what is chosen; `first` is how the exhibit began, which `as it was` brings back."""
        self._style, self._comfort, self._first = style, comfort, first
        self.setAccessibleName(style.say("comfort_title"))
        self.setAccessibleDescription(style.say("comfort_note"))
        self.setGeometry(arrangement.window.toRect())
        entries = tray_entries(comfort, style, swatches, can_speak=can_speak)
        shown = {entry.key for entry in entries}
        for key, cell in self._cells.items():
            cell.setVisible(key in shown)
        for entry in entries:
            if entry.key not in self._cells:
                self._cells[entry.key] = TrayCell(self, entry.key)
                self._cells[entry.key].chosen.connect(self._choose)
        self._lay_out(entries, style, arrangement)
        self.update()

    def focus_first(self) -> None:
        """Give the keyboard to the way out, from where everything is one step away."""
        self._done.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def plate(self) -> QRectF:
        """What the tray itself covers of the stage."""
        return QRectF(self._plate)

    def _lay_out(
        self, entries: Sequence[TrayEntry], style: InterfaceStyle, arrangement: Arrangement
    ) -> None:
        look = style.look
        window, margin = arrangement.window, arrangement.margin
        room = window.width() - 2 * margin
        pad = look.px(_PAD_U)
        self._title = set_text(
            look, style.say("comfort_title"), language=style.language, role="heading", width=room
        )
        beside = room - self._title.ink - look.px(_CELL_GAP_U)
        note = style.say("comfort_note")
        self._note = set_text(look, note, language=style.language, role="secondary")
        is_below = self._note.ink > beside
        if is_below:
            self._note = set_text(look, note, language=style.language, role="secondary", width=room)
        head = self._title.size.height() + (self._note.size.height() if is_below else 0.0)
        foot = look.px(CONTROL_U)
        around = 2 * pad + head + 2 * look.px(_HEAD_GAP_U) + foot
        most = (arrangement.band.height() or _HIGHEST * window.height()) - around
        row_gap = look.px(_ROW_GAP_U)
        narrow = [entry for entry in entries if not entry.is_wide]
        widest = max(TrayCell.least_width(look, entry) for entry in narrow)
        lowest: tuple[float, float, _Form] | None = None
        for form in _FORMS:
            columns = min(form.columns, len(entries))
            width = (room - (columns - 1) * look.px(_CELL_GAP_U)) / columns
            if width < widest * (1.6 if form.beside else 1.0):
                continue
            rows, heights = self._set_cells(entries, style, width, form)
            height = sum(heights) + (len(heights) - 1) * row_gap
            if lowest is None or height < lowest[0]:
                lowest = (height, width, form)
            if height <= most:
                break
        else:
            # None has room: the lowest covers the least of what lies below.
            assert lowest is not None
            rows, heights = self._set_cells(entries, style, *lowest[1:])
        cells = sum(heights) + (len(heights) - 1) * row_gap
        height = around + cells
        self._plate = QRectF(0, window.height() - height, window.width(), height)
        self._head_at = (margin, self._plate.top() + pad)
        self._note_at = (
            (margin, self._plate.top() + pad + self._title.size.height())
            if is_below
            else (
                window.width() - margin - self._note.ink,
                self._plate.top() + pad + self._title.first_baseline - self._note.first_baseline,
            )
        )
        self._place_cells(rows, heights, margin, look.px(_CELL_GAP_U), look.px(_ROW_GAP_U), head)
        self._place_buttons(style, arrangement)

    def _set_cells(
        self, entries: Sequence[TrayEntry], style: InterfaceStyle, width: float, form: _Form
    ) -> tuple[list[list[TrayCell]], list[float]]:
        """Set every entry in a form, and give the rows with their heights."""
        look = style.look
        columns = min(form.columns, len(entries))
        gap = look.px(_CELL_GAP_U)
        wide = max(
            (TrayCell.least_width(look, each) for each in entries if each.is_wide), default=0
        )
        # What is wider than a column has a row of its own, so that all of it ends alike.
        span = 1
        while span < columns and span * (width + gap) - gap < _BESIDE_WIDE * wide:
            span += 1
        rows: list[list[TrayCell]] = []
        heights: list[float] = []
        filled = columns
        for entry in entries:
            taken = span if entry.is_wide else 1
            if filled + taken > columns or taken > 1:
                rows.append([])
                heights.append(0.0)
                filled = 0
            filled += taken
            own = width if taken == 1 else taken * (width + gap) - gap
            beside = form.beside or taken > 1
            cell = self._cells[entry.key]
            height = cell.show_entry(entry, style, own, beside=beside, noted=form.noted)
            rows[-1].append(cell)
            heights[-1] = max(heights[-1], height)
        return rows, heights

    def _place_cells(
        self,
        rows: list[list[TrayCell]],
        heights: list[float],
        margin: float,
        gap: float,
        row_gap: float,
        head: float,
    ) -> None:
        assert self._style is not None
        look = self._style.look
        y = self._plate.top() + look.px(_PAD_U + _HEAD_GAP_U) + head
        self._dividers = []
        for row, height in zip(rows, heights, strict=True):
            x = margin
            for number, cell in enumerate(row):
                cell.stretch(height)
                reach = cell.drawn_margin
                cell.move(round(x - reach), round(y - reach))
                cell.show()
                if number:
                    self._dividers.append(QRectF(x - gap / 2, y, 0, height))
                x += cell.width() - 2 * reach + gap
            y += height + row_gap

    def _place_buttons(self, style: InterfaceStyle, arrangement: Arrangement) -> None:
        look = style.look
        y = arrangement.window.height() - look.px(_PAD_U + CONTROL_U)
        self._reset.show_words(look, style.say("as_it_was"), language=style.language)
        self._reset.setEnabled(self._comfort != self._first)
        self._reset.place_drawn(arrangement.margin, y)
        self._done.show_words(look, style.say("done"), language=style.language)
        right = arrangement.window.width() - arrangement.margin
        self._done.place_drawn(right - self._done.drawn_width, y)

    @Slot(str, str)
    def _choose(self, entry: str, choice: str) -> None:
        if self._comfort is not None:
            self.comfort_chosen.emit(chosen_comfort(self._comfort, entry, choice))

    @Slot()
    def _go_back(self) -> None:
        if self._first is not None:
            self.comfort_chosen.emit(self._first)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._plate.contains(event.position()):
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._style
        if style is None or self._title is None or self._note is None:
            return
        look, theme = style.look, style.look.theme
        painter = QPainter(self)
        veil = QColor(theme.ground)
        veil.setAlphaF(1 - look.tokens["opacity"]["map_under_tray"])
        painter.fillRect(self.rect(), veil)
        painter.fillRect(self._plate, theme.panel)
        painter.setPen(QPen(theme.control_border, look.outline(1.3)))
        painter.drawLine(self._plate.topLeft(), self._plate.topRight())
        self._title.draw(painter, *self._head_at, theme.text)
        self._note.draw(painter, *self._note_at, theme.text2)
        painter.setPen(QPen(theme.rule, look.outline(1)))
        for line in self._dividers:
            painter.drawLine(line.topLeft(), line.bottomLeft())
