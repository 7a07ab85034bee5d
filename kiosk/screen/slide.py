"""Slides or fades a picture of a widget while the widget itself does not move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.look.motion import Beat, ease

if TYPE_CHECKING:
    from kiosk.look.look import Look


_FIRST_FRAME_MS = 17
"""What comes is seen from its first frame on, so that frame is a little way into the movement."""
_KEPT_MS = 1000
"""For so long a picture is kept of what is about to change: it soon shows something else."""


class Slide(QWidget):
    """Paints a grabbed picture with an opacity, which no opaque child widget can have."""

    arrived = Signal()
    """The widget that slid in has reached its position."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QPixmap()
        self._start = (0.0, QPoint())
        self._end = (1.0, QPoint())
        self._opacity = 1.0
        self._delay_share = 0.0
        self._curve = ease("enter")
        self._coming: QWidget | None = None
        self._kept = QPixmap()
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEPT_MS)
        self._keeping.timeout.connect(self._forget_kept)
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._move_to)
        self._motion.finished.connect(self._end_slide)
        self.hide()

    def bring(
        self, widget: QWidget, beat: Beat, look: Look, *, portrait: bool, is_kept: bool = False
    ) -> None:
        """Let a hidden widget slide in and fade in; it is shown when it has arrived.

        With `is_kept`, what it looks like may have been kept before.
        """
        shift = round(look.px(beat.shift))
        away = QPoint(0, shift) if portrait else QPoint(shift, 0)
        self._coming = widget
        at = widget.pos()
        kept = self._taken() if is_kept else None
        self._begin(widget, (0.0, at + away), (1.0, at), beat, "enter", kept)
        self._motion.setCurrentTime(_FIRST_FRAME_MS)

    def dismiss(self, widget: QWidget, beat: Beat, look: Look, *, portrait: bool) -> None:
        """Let a widget slide out and fade away; it is hidden from now on."""
        shift = round(look.px(beat.shift))
        away = QPoint(0, shift) if portrait else QPoint(shift, 0)
        self._coming = None
        at = widget.pos()
        kept = self._taken()
        self._begin(widget, (1.0, at), (0.0, at + away), beat, "leave", kept)
        widget.hide()

    def keep(self, widget: QWidget) -> None:
        """Take the picture of a widget that fades or comes next, a moment before that."""
        self._kept = _picture_of(widget)
        self._keeping.start()

    def _taken(self) -> QPixmap | None:
        """The picture that was kept, where there is one."""
        return None if self._kept.isNull() else self._kept

    @Slot()
    def _forget_kept(self) -> None:
        self._keeping.stop()
        self._kept = QPixmap()

    def fade_from(self, widget: QWidget, duration: int) -> None:
        """Keep the widget's present picture over it and let it fade; call before changing it."""
        self._coming = None
        at = widget.pos()
        kept = self._taken()
        self._begin(widget, (1.0, at), (0.0, at), Beat(duration), "standard", kept)

    def stop(self) -> None:
        """End at once, with the widget in its place."""
        self._motion.stop()
        self._end_slide()

    @property
    def moving(self) -> bool:
        """Whether something is on its way."""
        return self._motion.state() == QVariantAnimation.State.Running

    def _begin(
        self,
        widget: QWidget,
        start: tuple[float, QPoint],
        end: tuple[float, QPoint],
        beat: Beat,
        curve: str,
        picture: QPixmap | None = None,
    ) -> None:
        self._motion.stop()
        self._picture = _picture_of(widget) if picture is None else picture
        self._forget_kept()
        self._start, self._end = start, end
        self.resize(widget.size())
        self._delay_share = beat.delay / max(1, beat.delay + beat.duration)
        self._curve = ease(curve)
        self._move_to(0.0)
        self.show()
        self.raise_()
        self._motion.setDuration(max(1, beat.delay + beat.duration))
        self._motion.start()

    @Slot(object)
    def _move_to(self, value: float) -> None:
        share = (float(value) - self._delay_share) / (1 - self._delay_share)
        share = self._curve.valueForProgress(min(1.0, max(0.0, share)))
        self._opacity = self._start[0] + (self._end[0] - self._start[0]) * share
        offset = (self._end[1] - self._start[1]) * share
        self.move(self._start[1] + offset)
        self.update()

    @Slot()
    def _end_slide(self) -> None:
        self.hide()
        self._picture = QPixmap()
        coming, self._coming = self._coming, None
        if coming is not None:
            coming.show()
            self.arrived.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._opacity <= 0 or self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        painter.drawPixmap(0, 0, self._picture)


def _picture_of(widget: QWidget) -> QPixmap:
    """A widget as it looks, and nothing where it paints nothing."""
    picture = QPixmap(widget.size() * widget.devicePixelRatioF())
    picture.setDevicePixelRatio(widget.devicePixelRatioF())
    picture.fill(Qt.GlobalColor.transparent)
    widget.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture
