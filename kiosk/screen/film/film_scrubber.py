"""Where a film is, and what leads elsewhere in it: a line with a handle for fingers and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPen

from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

_LINE_U = 6
_DISC_U = 40
_HELD_DISC_U = 52
_INSET_U = 4
_STEPS = 10
"""Who has one key alone goes through a film in so many steps."""
_PACE_MS = 100
"""While a finger drags, the film follows no more often than its decoder can."""
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
_ENDS = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}


class FilmScrubber(Control):
    """Is as high as a finger needs, and takes it anywhere on the line."""

    held = Signal()
    """A finger has it: the film stands still."""
    let_go = Signal()
    sought = Signal(int)
    """The millisecond at which the film is to go on."""
    stepped = Signal(int)
    """So many times ten seconds on, or back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._at = self._whole = 0
        self._finger: int | None = None
        """The millisecond at which a finger has it."""
        self._pace = QTimer(self)
        self._pace.setInterval(_PACE_MS)
        self._pace.setSingleShot(True)
        self._pace.timeout.connect(self._follow_finger)
        self._told_finger = -1
        self.clicked.connect(self._go_on)

    def set_look(self, look: Look) -> None:
        """Be drawn so."""
        self._look = look
        self.update()

    def show_time(self, at: int, whole: int) -> None:
        """Stand at a millisecond of so many, unless a finger has it."""
        before = self._x(self._at)
        self._at, is_other = at, whole != self._whole
        self._whole = whole
        self.setEnabled(whole > 0)
        if is_other or abs(self._x(at) - before) >= 1:
            self.update()

    def step(self, by: int, /) -> None:
        """Go so many times ten seconds on."""
        self.stepped.emit(by)

    @property
    def shape(self) -> QRectF:
        return self._line.adjusted(0, -self._disc / 2, 0, self._disc / 2)

    @property
    def handle(self) -> QPointF:
        """The middle of what is drawn of the handle."""
        at = self._at if self._finger is None else self._finger
        return QPointF(self._x(at), self._line.center().y())

    @property
    def _disc(self) -> float:
        look = self._look
        return 0.0 if look is None else look.px(_HELD_DISC_U if self.isDown() else _DISC_U)

    @property
    def _line(self) -> QRectF:
        """The line, with room at its ends for half a handle."""
        look = self._look
        thick, half = (0.0, 0.0) if look is None else (look.px(_LINE_U), look.px(_HELD_DISC_U) / 2)
        edge = half + (0.0 if look is None else look.px(_INSET_U))
        middle = self.height() / 2
        return QRectF(edge, middle - thick / 2, max(1.0, self.width() - 2 * edge), thick)

    def _x(self, at: int) -> float:
        line = self._line
        share = min(1.0, at / self._whole) if self._whole else 0.0
        return line.left() + line.width() * share

    def _moment(self, x: float) -> int:
        line = self._line
        share = (x - line.left()) / line.width()
        return round(min(max(share, 0.0), 1.0) * self._whole)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._whole:
            return
        self.setDown(True)
        self.held.emit()
        self._take(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._finger is not None:
            self._take(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._finger is None:
            return
        self._pace.stop()
        self._follow_finger()
        self._at, self._finger, self._told_finger = self._finger, None, -1
        self.setDown(False)
        self.update()
        self.let_go.emit()

    def _take(self, x: float) -> None:
        self._finger = self._moment(x)
        self.update()
        if not self._pace.isActive():
            self._follow_finger()
            self._pace.start()

    @Slot()
    def _follow_finger(self) -> None:
        if self._finger is not None and self._finger != self._told_finger:
            self._told_finger = self._finger
            self.sought.emit(self._finger)

    @Slot()
    def _go_on(self) -> None:
        """Go on a tenth of the film, and from its end to its beginning."""
        step = self._whole / _STEPS
        following = round((self._at // step + 1) * step) if step else 0
        self.sought.emit(0 if following >= self._whole else following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.stepped.emit(_KEYS[key])
        elif key in _ENDS:
            self.sought.emit(round(_ENDS[key] * self._whole))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        theme, line = look.theme, self._line
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        handle, round_ = self.handle, line.height() / 2
        painter.setBrush(theme.control_border)
        painter.drawRoundedRect(line, round_, round_)
        if not self._whole:
            return
        passed = QRectF(line)
        passed.setRight(handle.x())
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(passed, round_, round_)
        half = self._disc / 2
        disc = QRectF(handle.x() - half, handle.y() - half, 2 * half, 2 * half)
        painter.setPen(QPen(theme.ground, look.stroke(3)))
        painter.setBrush(theme.pearl)
        painter.drawEllipse(disc)
        if self.hasFocus():
            draw_focus_ring(painter, look, disc, half)
