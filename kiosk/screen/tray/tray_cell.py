"""One entry of the comfort tray: its sign, its words, and the control below or beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.control.segments import SegmentBar
from kiosk.screen.control.switch import Switch

if TYPE_CHECKING:
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.look.look import Look
    from kiosk.screen.tray.tray_entries import TrayEntry

_ICON_U = 44
_GAP_U = 14
_CONTROL_GAP_U = 22
_SIDE_GAP_U = 32


class TrayCell(QWidget):
    """Shows an entry, and says what was chosen of it: its key, and that of the segment."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget, key: str) -> None:
        super().__init__(parent)
        self._key = key
        self._look: Look | None = None
        self._icon = ""
        self._title: Setting | None = None
        self._note: Setting | None = None
        self._is_beside = False
        self._words_left = 0.0
        self._words_top = 0.0
        self._bar = SegmentBar(self)
        self._bar.chosen.connect(self._choose)
        self._switch = Switch(self, key=key)
        self._switch.chosen.connect(self._choose)

    def show_entry(
        self, entry: TrayEntry, style: InterfaceStyle, width: float, *, beside: bool, noted: bool
    ) -> float:
        """Set an entry `width` wide, in pixels, and give how high it is.

        The control is `beside` its words or below them; without `noted` it has a title alone.
        """
        look, language = style.look, style.language
        control_width = self._show_control(entry, style, width)
        beside = beside and self._has_room_beside(entry, style, width - control_width)
        self._look, self._icon, self._is_beside = look, entry.icon, beside
        icon, gap = look.px(_ICON_U), look.px(_GAP_U)
        margin = self._margin
        left = icon + 2 * gap if beside else 0.0
        room = width - left - (control_width + look.px(_SIDE_GAP_U) if beside else 0.0)
        self._title = set_text(look, entry.title, language=language, role="lead", width=room)
        self._note = None
        if noted:
            self._note = set_text(look, entry.note, language=language, role="secondary", width=room)
        words = self._title.size.height() + (self._note.size.height() if self._note else 0.0)
        control = look.px(CONTROL_U)
        self._words_left = margin + left
        if beside:
            height = max(words, control)
            self._words_top = margin + (height - words) / 2
            at = (margin + width - control_width, margin + (height - control) / 2)
        else:
            self._words_top = margin + icon + gap
            height = icon + gap + words + look.px(_CONTROL_GAP_U) + control
            at = (margin, margin + height - control)
        self._icon_top = self._words_top if beside else margin
        control_shown = self._bar if entry.segments else self._switch
        control_shown.place_drawn(*at)
        self.resize(round(width + 2 * margin), round(height + 2 * margin))
        self.update()
        return height

    @staticmethod
    def _has_room_beside(entry: TrayEntry, style: InterfaceStyle, room: float) -> bool:
        """Whether the title stands on one line in what a control leaves of the width."""
        look = style.look
        room -= look.px(_ICON_U + 2 * _GAP_U + _SIDE_GAP_U)
        return set_text(look, entry.title, language=style.language, role="lead").ink <= room

    def stretch(self, height: float) -> None:
        """Be so high; a control below its words is at the foot: cells of a row end alike."""
        drawn = self.height() - 2 * self._margin
        if not self._is_beside:
            for control in (self._bar, self._switch):
                control.move(control.x(), control.y() + round(height - drawn))
        self.resize(self.width(), round(height + 2 * self._margin))

    @property
    def drawn_margin(self) -> float:
        """How far the widget reaches beyond what is drawn, in pixels."""
        return self._margin

    @staticmethod
    def least_width(look: Look, entry: TrayEntry) -> float:
        """How wide the widest control of an entry is."""
        return SegmentBar.least_width(look, entry.segments) if entry.segments else 0.0

    @property
    def _margin(self) -> float:
        return self._switch.margin

    def _show_control(self, entry: TrayEntry, style: InterfaceStyle, room: float) -> float:
        """Show the entry's control, no wider than the room, and give how wide it is."""
        look = style.look
        name = f"{entry.title}: {entry.note}"
        self._switch.show_switch(look, name=name, on=bool(entry.chosen))
        self._switch.setVisible(not entry.segments)
        self._bar.setVisible(bool(entry.segments))
        if not entry.segments:
            return self._switch.drawn_width
        self._bar.setAccessibleName(entry.title)
        self._bar.show_segments(look, entry.segments, current=entry.chosen)
        if self._bar.drawn_width > room:
            self._bar.show_segments(look, entry.segments, current=entry.chosen, width=room)
        return self._bar.drawn_width

    @Slot(str)
    def _choose(self, choice: str) -> None:
        self.chosen.emit(self._key, choice)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, title = self._look, self._title
        if look is None or title is None:
            return
        painter = QPainter(self)
        size = look.px(_ICON_U)
        corner = QRectF(self._margin, self._icon_top, size, size)
        draw_icon(painter, look, self._icon, corner, look.theme.text)
        title.draw(painter, self._words_left, self._words_top, look.theme.text)
        if self._note is not None:
            below = self._words_top + title.size.height()
            self._note.draw(painter, self._words_left, below, look.theme.text2)
