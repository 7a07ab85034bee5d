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
    Slot,
)
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QBackingStore, QKeyEvent, QPaintEvent, QResizeEvent


class StagePicture(QWidget):
    """Shows a hidden window, scaled to fit, and passes mouse events on to it.

    The window is laid out and painted in its own size, so it is no different from the one on the
    museum's screen; only the finished picture is scaled down.
    """

    def __init__(self, parent: QWidget, stage: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._scaled: QImage | None = None
        self._held: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        stage.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        stage.installEventFilter(self)
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.setInterval(0)
        self._painted.timeout.connect(self.take_again)

    def show_size(self, size: QSize) -> None:
        """Give the exhibit a screen of that size, in pixels."""
        self._stage.resize(size)
        self._stage.show()
        self.take_again()

    @Slot()
    def take_again(self) -> None:
        """Show what the exhibit has painted."""
        self._scaled = None
        self.update()

    @property
    def scale(self) -> float:
        """The scale at which it is shown, at most 1."""
        stage = self._stage.size()
        if stage.isEmpty():
            return 1.0
        ratio = self.devicePixelRatioF()
        fitting = min(self.width() / stage.width(), self.height() / stage.height())
        return min(1.0 / ratio, fitting)

    @property
    def shown(self) -> QRectF:
        """The rectangle of the exhibit in this widget: centred, at the top."""
        width, height = self._stage.width() * self.scale, self._stage.height() * self.scale
        return QRectF((self.width() - width) / 2, 0, width, height)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.shown.contains(event.position()):
            self._pass_on(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._pass_on(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._pass_on(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused: QWidget | None = self._stage.focusWidget()
        QCoreApplication.sendEvent(self._stage if focused is None else focused, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scaled = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stage.isVisible() and not self._stage.size().isEmpty():
            QPainter(self).drawImage(self.shown.topLeft(), self._picture())
