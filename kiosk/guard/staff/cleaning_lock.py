"""The cleaning lock: half a minute in which the screen may be wiped."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from kiosk.guard.overlay.overlay import Overlay
from kiosk.look.typesetting import set_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle

CLEANING_SECONDS = 30
_WIDTH_U = 900
_RING_U = 90
_GAP_U = 56


class CleaningLock(Overlay):
    """Keeps every touch and key to itself, counts down, and ends by itself and by nothing else."""

    def __init__(
        self,
        parent: QWidget,
        style: Callable[[], InterfaceStyle],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent, style, open_seconds=CLEANING_SECONDS, clock=clock)

    def stay(self) -> None:
        """A cloth prolongs nothing: only opening it starts the count."""
        if self.isHidden():
            super().stay()

    def paint(self, painter: QPainter, style: InterfaceStyle) -> None:
        look, language = style.look, style.language
        painter.fillRect(self.rect(), look.theme.ground)
        seconds = str(max(1, round(self.seconds_left)))
        middle = QPointF(self.rect().center())
        ring = middle - QPointF(0, look.px(_RING_U + _GAP_U))
        self.draw_time_left(painter, ring, look.px(_RING_U))
        count = set_text(look, seconds, language="en", role="number_m")
        count.draw(
            painter, ring.x() - count.ink / 2, ring.y() - count.size.height() / 2, look.theme.text
        )
        words = style.say("staff_cleaning_instead", seconds=seconds)
        width = min(look.px(_WIDTH_U), self.width() - look.px(96))
        centred = Qt.AlignmentFlag.AlignHCenter
        setting = set_text(
            look, words, language=language, role="lead", width=width, align=centred, balanced=True
        )
        x = middle.x() - setting.size.width() / 2
        setting.draw(painter, x, middle.y() + look.px(_GAP_U / 2), look.theme.text)
