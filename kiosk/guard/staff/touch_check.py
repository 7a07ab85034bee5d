"""The touch test: a grid that shows where the screen feels fingers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QEventPoint, QPainter, QPen, QTouchEvent

from kiosk.guard.overlay.overlay import Overlay
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle

UNTOUCHED_SECONDS = 60
_FIELD_U = 120
_FINGER_U = 60
_TOUCH = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
    }
)


class TouchCheck(Overlay):
    """Lights each field that a finger reaches and rings each finger that is down."""

    CLOSES_BY_KEY = True

    def __init__(
        self,
        parent: QWidget,
        style: Callable[[], InterfaceStyle],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent, style, open_seconds=UNTOUCHED_SECONDS, clock=clock)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._lit: set[tuple[int, int]] = set()
        self._fingers: dict[int, QPointF] = {}
        self._words: Setting | None = None
        self._back = Button(self, key="back", icon="x")
        self._back.clicked.connect(self.close_overlay)

    @property
    def lit(self) -> frozenset[tuple[int, int]]:
        """The fields reached so far, each as column and row from the upper left."""
        return frozenset(self._lit)

    @property
    def grid(self) -> tuple[int, int]:
        """How many columns and rows of fields there are."""
        assert self._style is not None
        field = self._style.look.px(_FIELD_U)
        return max(1, round(self.width() / field)), max(1, round(self.height() / field))

    @property
    def fingers(self) -> int:
        """How many are down."""
        return len(self._fingers)

    def open(self) -> None:
        """Begin with a dark grid."""
        self._lit.clear()
        self._fingers.clear()
        super().open()

    def arrange(self, style: InterfaceStyle) -> None:
        look = style.look
        self._lit.clear()
        words = style.say("staff_touch_test_instead")
        width = self.width() * 0.7
        centred = Qt.AlignmentFlag.AlignHCenter
        self._words = set_text(
            look, words, language=style.language, role="lead", width=width, align=centred
        )
        back = style.say("staff")
        self._back.show_words(look, back, language=style.language)
        x = (self.width() - self._back.drawn_width) / 2
        self._back.place_drawn(x, self.height() / 2 + look.px(24))

    def _reach(self, at: QPointF) -> None:
        columns, rows = self.grid
        column = int(at.x() * columns / max(1, self.width()))
        row = int(at.y() * rows / max(1, self.height()))
        if 0 <= column < columns and 0 <= row < rows:
            self._lit.add((column, row))
        self.update()

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._fingers.clear()
        for point in event.points():
            at = point.position()
            self._reach(at)
            if point.state() != QEventPoint.State.Released:
                self._fingers[point.id()] = at
                continue
            self._fingers.pop(point.id(), None)
            # The grid takes every finger, so those that were meant for the button too.
            if self._back.geometry().contains(at.toPoint()):
                self._back.click()
        if event.type() == QEvent.Type.TouchEnd:
            self._fingers.clear()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() in _TOUCH and isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._reach(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._reach(event.position())

    def paint(self, painter: QPainter, style: InterfaceStyle) -> None:
        look = style.look
        painter.fillRect(self.rect(), look.theme.ground)
        columns, rows = self.grid
        width, height = self.width() / columns, self.height() / rows
        painter.setPen(QPen(look.theme.control_border, look.stroke(1.3)))
        for column in range(columns):
            for row in range(rows):
                reached = (column, row) in self._lit
                painter.setBrush(look.theme.pressed if reached else look.theme.panel)
                painter.drawRect(QRectF(column * width, row * height, width, height))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.theme.pearl, look.stroke(5)))
        for at in self._fingers.values():
            painter.drawEllipse(at, look.px(_FINGER_U), look.px(_FINGER_U))
        if self._words is not None:
            x = (self.width() - self._words.size.width()) / 2
            y = self.height() / 2 - look.px(24) - self._words.size.height()
            plate = self._words.rect((self.width() - self._words.ink) / 2, y)
            margin = look.px(24)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.theme.ground)
            painter.drawRoundedRect(
                plate.adjusted(-margin, -margin / 2, margin, margin / 2), margin, margin
            )
            self._words.draw(painter, x, y, look.theme.text)
