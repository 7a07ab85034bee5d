"""The pager: a small one for panels of several pages, and a larger one for stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.button import CONTROL_U, Button, Ground

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_DOT_U = 6
_CURRENT_DOT_U = 44
_DOT_GAP_U = 16
_MOST_DOTS = 6
_SMALL_GAP_U = 16


class Pager(QWidget):
    """Back and on; `large` is the story's, with dots, the count and a kapok button with a word."""

    assistive_role = AssistiveRole.GROUP

    back_touched = Signal()
    on_touched = Signal()

    def __init__(self, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self._large = large
        self._look: Look | None = None
        self._count: Setting | None = None
        self._page = self._pages = 1
        self._back = Button(self, key="back", icon="arrow-left" if large else "chevron-left")
        self._on = Button(
            self,
            key="on",
            ground=Ground.ACTION if large else Ground.PILL,
            icon="arrow-right" if large else "chevron-right",
            icon_last=True,
        )
        self._back.clicked.connect(self.back_touched)
        self._on.clicked.connect(self.on_touched)

    def place(
        self,
        drawn: QRect,
        page: int,
        pages: int,
        locale: Locale,
        look: Look,
        *,
        back_words: str = "",
        on_words: str = "",
        has_back: bool = True,
        goes_before: bool = False,
        goes_beyond: bool = False,
        back_name: str = "",
        counted: str = "",
    ) -> None:
        """Stand on a page of several; `drawn` is what is seen, fingers reach further.

        Words say where a button leads that does not turn a page; where both would lead to the
        same, one button does.  The first page leads back, and the last one on, where something
        stands before or beyond them.  `back_name` is what a button without words is called, and
        `counted` says of what the page is one, where that has room.
        """
        self._look = look
        self._page, self._pages = page, pages
        language = locale.language
        self._back.show_words(
            look,
            back_words,
            language=language,
            name=back_words or back_name or locale.say("previous_page"),
        )
        self._on.show_words(
            look, on_words, language=language, name=on_words or locale.say("next_page")
        )
        margin = self._back.margin
        reach = round(margin)
        self.setGeometry(drawn.adjusted(-reach, -reach, reach, reach))
        self._back.place_drawn(margin, margin)
        self._on.place_drawn(self.width() - margin - self._on.drawn_width, margin)
        self._back.setVisible(has_back and not (back_words and back_words == on_words))
        self._back.setEnabled(self._large or page > 1 or goes_before)
        self._on.setEnabled(bool(on_words) or page < pages or goes_beyond)
        words = locale.say("page_of", page=str(page), pages=str(pages))
        self._count = set_text(look, words, language=language, role="control")
        if counted:
            long = set_text(look, counted, language=language, role="control")
            left = self._back.geometry().right() if not self._back.isHidden() else 0
            if long.ink + look.px(40) <= self._on.geometry().left() - left:
                self._count = long
        spoken = counted or locale.say("page_of_spoken", page=str(page), pages=str(pages))
        self.setAccessibleName(spoken)
        self.update()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What leads back and on."""
        return self._back, self._on

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on one of its buttons."""
        return self._back.hasFocus() or self._on.hasFocus()

    def keep_focus(self) -> None:
        """Leave the keyboard on a button that still leads somewhere."""
        if self._on.isEnabled() and not self._back.hasFocus():
            self._on.setFocus()
        elif self._back.isEnabled():
            self._back.setFocus()
        else:
            self._on.setFocus()

    @staticmethod
    def small_width(look: Look) -> float:
        """The width that the small pager needs, in pixels."""
        return 2 * max(look.px(CONTROL_U), look.target) + look.px(_SMALL_GAP_U)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, count = self._look, self._count
        if look is None or count is None:
            return
        if not self._large:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle_y = self.height() / 2
        left = self._back.geometry().right()
        middle_x = (left + self._on.geometry().left()) / 2
        dots = self._dots_width(look) if self._pages <= _MOST_DOTS else 0.0
        room = self._on.geometry().left() - left
        gap = look.px(20)
        if dots and dots + gap + count.ink > room:
            dots = 0.0
        width = count.ink + (dots + gap if dots else 0)
        x = middle_x - width / 2
        if dots:
            self._draw_dots(painter, look, x, middle_y)
            x += dots + gap
        count.draw(painter, x, middle_y - count.size.height() / 2, look.theme.text2)

    def _dots_width(self, look: Look) -> float:
        gaps = look.px(_DOT_GAP_U) * (self._pages - 1)
        return look.px(_CURRENT_DOT_U) + look.px(2 * _DOT_U) * (self._pages - 1) + gaps

    def _draw_dots(self, painter: QPainter, look: Look, x: float, y: float) -> None:
        radius = look.px(_DOT_U)
        for page in range(1, self._pages + 1):
            if page == self._page:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.theme.pearl)
                width = look.px(_CURRENT_DOT_U)
                painter.drawRoundedRect(QRectF(x, y - radius, width, 2 * radius), radius, radius)
            else:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.theme.control_border, look.outline(1.6)))
                width = 2 * radius
                painter.drawEllipse(QPointF(x + radius, y), radius * 0.9, radius * 0.9)
            x += width + look.px(_DOT_GAP_U)
