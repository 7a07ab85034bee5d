"""The exhibit laid out at its true size and shown smaller, with mouse and keys passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QBackingStore, QKeyEvent, QPaintEvent, QResizeEvent

_POINTING_MS = 60
"""The pointer rests this long before what is below it is looked for."""
_AIR = 5.0


class StagePicture(QWidget):
    """Shows a hidden window, scaled to fit, and passes mouse events on to it.

    The window is laid out and painted in its own size, so it is no different from the one on the
    museum's screen; only the finished picture is scaled down.

    While somebody `picks`, a press on something of the content chooses it instead of acting on it;
    pressed twice, or with Alt held, it acts.
    """

    picked = Signal(QPointF)
    """Something was chosen, at this point of the exhibit."""
    repainted = Signal()

    def __init__(self, parent: QWidget, stage: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._scaled: QImage | None = None
        self._held: QWidget | None = None
        self._area_at: Callable[[QPointF], QRectF | None] | None = None
        self._opens: Callable[[QPointF], bool] | None = None
        self._marked = QRectF()
        self._pointed = QRectF()
        self._mark_color = QColor()
        self._frame_color = QColor()
        self._last: QPointF | None = None
        self._pointing = QTimer(self)
        self._pointing.setSingleShot(True)
        self._pointing.setInterval(_POINTING_MS)
        self._pointing.timeout.connect(self._point)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        stage.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        stage.installEventFilter(self)
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.setInterval(0)
        self._painted.timeout.connect(self.take_again)

    def pick(
        self,
        area_at: Callable[[QPointF], QRectF | None] | None,
        color: QColor,
        opens: Callable[[QPointF], bool] | None = None,
    ) -> None:
        """Choose what is touched from now on; `area_at` says where what is at a point is seen,
        None where nothing can be chosen.  Without it everything acts as for a visitor.

        `opens` is asked at the second press of a double click, and says whether that is done.
        """
        self._area_at, self._opens, self._mark_color = area_at, opens, QColor(color)
        self._marked = self._pointed = QRectF()
        self.setMouseTracking(area_at is not None)
        self.update()

    def mark(self, area: QRectF) -> None:
        """Draw a line around what has been chosen, in pixels of the exhibit."""
        if area != self._marked:
            self._marked = QRectF(area)
            self.update()

    @property
    def marked(self) -> QRectF:
        """Where a line is drawn around what has been chosen."""
        return QRectF(self._marked)

    def frame(self, color: QColor) -> None:
        """Draw a line of that colour around the exhibit: its ground may be that of the window."""
        self._frame_color = QColor(color)
        self.update()

    def show_size(self, size: QSize) -> None:
        """Give the exhibit a screen of that size, in pixels."""
        self._stage.resize(size)
        self._stage.show()
        handle = self._stage.windowHandle()
        if handle is not None:
            # Nobody sees this window, and nobody should hear of it: a second frame in a corner of
            # the screen, in the size of a hall.  Of windows of this kind Qt tells no screen reader.
            handle.setFlag(Qt.WindowType.Popup)
        self.take_again()

    @Slot()
    def take_again(self) -> None:
        """Show what the exhibit has painted."""
        self._scaled = None
        self._pointed = QRectF()
        self.repainted.emit()
        self.update()

    @property
    def scale(self) -> float:
        """The scale at which it is shown, at most 1: on a screen of two pixels to one the hidden
        window has painted as many."""
        stage = self._stage.size()
        if stage.isEmpty():
            return 1.0
        return min(1.0, self.width() / stage.width(), self.height() / stage.height())

    @property
    def shown(self) -> QRectF:
        """The rectangle of the exhibit in this widget, in its middle."""
        width, height = self._stage.width() * self.scale, self._stage.height() * self.scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def on_stage(self, point: QPointF) -> QPointF:
        """Convert a point of this widget to one of the exhibit."""
        return (point - self.shown.topLeft()) / self.scale

    def _picture(self) -> QImage:
        if self._scaled is None:
            ratio = self.devicePixelRatioF()
            size = (self.shown.size() * ratio).toSize()
            stretched = Qt.AspectRatioMode.IgnoreAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = self._whole().scaled(size, stretched, smooth)
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    def _whole(self) -> QImage:
        """What the exhibit has painted, from Qt's backing store or else painted once more."""
        store: QBackingStore | None = self._stage.backingStore()
        painted = None if store is None else store.paintDevice()
        size = self._stage.size() * self._stage.devicePixelRatioF()
        if isinstance(painted, QImage) and painted.size() == size:
            return painted
        return self._stage.grab().toImage()

    def _pass_on(self, event: QMouseEvent) -> None:
        at = self.on_stage(event.position())
        below: QWidget | None = self._stage.childAt(at.toPoint())
        target = self._held or (self._stage if below is None else below)
        local = QPointF(target.mapFrom(self._stage, at.toPoint()))
        passed = QMouseEvent(
            event.type(), local, at, at, event.button(), event.buttons(), event.modifiers()
        )
        self._held = None if event.type() == QEvent.Type.MouseButtonRelease else target
        QCoreApplication.sendEvent(target, passed)
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The exhibit paints on this event; the picture is taken afterwards.
        if event.type() == QEvent.Type.UpdateRequest:
            self._painted.start()
        return False

    @Slot()
    def _point(self) -> None:
        """Outline what the pointer rests on: whoever sees it knows what a press would choose."""
        area = None
        if self._area_at is not None and self._last is not None:
            area = self._area_at(self.on_stage(self._last))
        pointed = QRectF() if area is None else area
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()

    def _picks(self, event: QMouseEvent) -> bool:
        """Whether a press chooses what is there; then it is chosen."""
        is_held = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._area_at is None or is_held or event.button() != Qt.MouseButton.LeftButton:
            return False
        at = self.on_stage(event.position())
        if self._area_at(at) is None:
            return False
        self.picked.emit(at)
        event.accept()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.shown.contains(event.position()) and not self._picks(event):
            self._pass_on(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.shown.contains(event.position()):
            if self._opens is not None and self._opens(self.on_stage(event.position())):
                event.accept()
                return
            pressed = QMouseEvent(
                QEvent.Type.MouseButtonPress,
                event.position(),
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
            self._pass_on(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._pass_on(event)
            return
        self._last = event.position()
        if self._area_at is not None:
            self._pointing.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._pass_on(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._last = None
        self._pointing.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused: QWidget | None = self._stage.focusWidget()
        QCoreApplication.sendEvent(self._stage if focused is None else focused, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scaled = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._stage.isVisible() or self._stage.size().isEmpty():
            return
        painter = QPainter(self)
        painter.drawImage(self.shown.topLeft(), self._picture())
        painter.setPen(QPen(self._frame_color, 1.0))
        painter.drawRect(self.shown.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for area, width in ((self._pointed, 1.0), (self._marked, 2.0)):
            if not area.isEmpty():
                painter.setPen(QPen(self._mark_color, width))
                painter.drawRoundedRect(self._on_widget(area), 4, 4)

    def _on_widget(self, area: QRectF) -> QRectF:
        """A rectangle of the exhibit in pixels of this widget, with a little air around it."""
        corner = area.topLeft() * self.scale + self.shown.topLeft()
        air = _AIR
        return QRectF(corner, area.size() * self.scale).adjusted(-air, -air, air, air)
