"""A picture that is explored: pinched, moved, and sharp wherever it comes to rest."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QInputEvent, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.geography.camera import Camera, fit
from kiosk.geography.reach import Reach
from kiosk.screen.exploring.camera_motion import CameraMotion
from kiosk.screen.exploring.explorer import Explorer
from kiosk.screen.picture.sharp_picture import SharpPicture

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent

    from kiosk.look.kept_point import Focus
    from kiosk.look.look import Look

_DRAWING_GROWS = 6.0
"""How much larger than all of it is seen a drawing can be made."""
_PHOTOGRAPH_GROWS = 2.0
"""How much larger than it fills the view a photograph can be that has no more pixels; else two
pixels for each."""
_FINE_PIXELS = 4_000_000
"""Nobody sees on a screen of so many pixels that what moves is not smoothed."""


class PictureView(QWidget):
    """Shows one picture, which fills the view at first; farther out all of it is seen.

    One that is much higher or wider than the view can be seen as a whole at first.
    """

    explored = Signal(bool)
    """Somebody has moved the picture away from where it fills the view, or it is back there."""
    ranged = Signal(bool, bool)
    """Whether the picture can come nearer than it is or will be, and whether it can go farther."""
    left = Signal()
    """The picture is back where it was seen before it was opened."""
    failed = Signal()
    """The picture can't be read."""
    came = Signal()
    """The picture is there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look: Look | None = None
        self._file: Path | None = None
        self._focus: Focus | None = None
        self._first: tuple[QImage, QRectF] | None = None
        """What was seen of the picture before it was opened, and where on this."""
        self._is_placed = self._is_leaving = self._is_whole = False
        self._picture = SharpPicture(self)
        self._picture.came.connect(self._come)
        self._picture.sharpened.connect(self.update)
        self._picture.failed.connect(self._fail)
        self._motion = CameraMotion(self)
        self._motion.ticked.connect(self._tick)
        self._explorer = Explorer(self, _nothing_at, self._present_camera, self._reach)
        self._explorer.moved.connect(self._follow)
        self._explorer.sent.connect(self._go)
        self._explorer.left_goal.connect(self.explored)

    def open_picture(
        self,
        file: Path,
        look: Look,
        first: tuple[QImage, QRectF] | None,
        focus: Focus | None = None,
        *,
        is_whole: bool = False,
    ) -> None:
        """Show another file; `first` is what is seen of it at the moment, and where on this.

        Where it is cut, `focus` stays in it.  What `is_whole` is seen as a whole at first.
        """
        self.forget()
        self._is_whole = is_whole
        self._file, self._first, self._focus = file, first, focus
        self.set_look(look)
        self._read()

    def set_look(self, look: Look) -> None:
        """Show the same in another look; what there is stays until it has been read anew."""
        before, self._look = self._look, look
        self._explorer.set_look(look)
        if before is not None and before.theme.inks != look.theme.inks and self._is_placed:
            self._read()
        self.update()

    def read_again(self) -> None:
        """The file may be another now."""
        if self._file is not None:
            self._read()

    def forget(self) -> None:
        """Let the picture go."""
        self._motion.hold()
        self._explorer.come_back()
        self._picture.forget()
        self._file = self._first = None
        self._is_placed = self._is_leaving = False

    def leave(self, size: QSize, area: QRectF) -> None:
        """Go back to an area of the view that the picture fills, and say when it has `left`.

        `size` is that of the image there, in pixels.  Nobody can explore it meanwhile.
        """
        self._explorer.come_back()
        self._is_leaving = self._is_placed
        if self._is_leaving:
            self._glide(self._filling(size, area))
        if not self._motion.is_under_way:
            self.left.emit()

    def finish(self) -> None:
        """Be at rest at once, and sharp."""
        if self._file is None:
            return
        self._picture.read_now()
        self._stand(self._motion.end)
        self._picture.sharpen_now(self._motion.end)
        self.update()

    @property
    def is_explored(self) -> bool:
        """Whether somebody has moved the picture away from where it fills the view."""
        return self._explorer.is_away

    @property
    def at_rest(self) -> bool:
        """Whether nothing moves and all that is seen is sharp."""
        return not self._motion.is_under_way and self._picture.at_rest

    @property
    def is_sharp(self) -> bool:
        """Whether each pixel of the screen shows what the file has for it."""
        return self._picture.is_sharp(self._motion.camera)

    @property
    def whole_area(self) -> QRectF | None:
        """Where all of the picture is as large as it fits; None before it is there."""
        if self._picture.whole is None or not self._is_placed:
            return None
        room = QRectF(self.geometry())
        shape = self._picture.whole.shape
        size = shape.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(QPointF(), size)
        area.moveCenter(room.center())
        return area

    @property
    def camera(self) -> Camera:
        """Where the camera is at the moment; a picture is 1000 units wide or high."""
        return self._motion.camera

    @Slot(float)
    def zoom(self, levels: float) -> None:
        """Let the picture grow about the middle of the view."""
        if self._is_placed:
            self._explorer.zoom(QRectF(self.rect()).center(), levels)

    @Slot()
    def return_to_first(self) -> None:
        """Fill the view again."""
        if self._is_placed and self._explorer.come_back():
            self._glide(self._home())
            self.explored.emit(False)

    def pan(self, across: float, down: float) -> None:
        """Look further by shares of the view, as a key does."""
        if not self._is_placed:
            return
        camera = self._motion.end.panned(-across * self.width(), -down * self.height())
        end = self._reach().within(camera, QRectF(self.rect()).center())
        self._explorer.send(end)

    def _read(self) -> None:
        assert self._file is not None
        assert self._look is not None
        inks, ratio = self._look.theme.inks, self.devicePixelRatioF()
        self._picture.show_file(self._file, inks, self.size(), ratio, self._focus)

    def _present_camera(self) -> Camera:
        return self._motion.camera

    def _bounds(self) -> QRectF:
        assert self._picture.whole is not None
        return QRectF(QPointF(), self._picture.whole.shape)

    def _home(self) -> Camera:
        """All of the picture, or where it fills the view with what is not to be cut away."""
        if self._is_whole:
            return fit(self._bounds(), QRectF(self.rect()), max_scale=math.inf)
        return self._filling(self.size(), QRectF(self.rect()))

    def _filling(self, size: QSize, area: QRectF) -> Camera:
        """The picture where it fills an area of the view; `size` is that of its image there."""
        whole = self._picture.whole
        assert whole is not None
        cut = whole.filling(size)
        ratio = size.width() / area.width()
        corner = area.topLeft() - QPointF(cut.part.topLeft()) / ratio
        scale = cut.whole.width() / whole.shape.width() / ratio
        return Camera(0, 0, scale, corner.x(), corner.y())

    def _reach(self) -> Reach:
        assert self._picture.whole is not None
        view, bounds = QRectF(self.rect()), self._bounds()
        least, finest = fit(bounds, view, max_scale=math.inf).scale, self._picture.whole.finest
        first = self._home().scale
        most = max(least * _DRAWING_GROWS, first * _PHOTOGRAPH_GROWS)
        if math.isfinite(finest):
            most = max(first * _PHOTOGRAPH_GROWS, finest * 2 / self.devicePixelRatioF())
        return Reach(least, most, bounds, view, centres=True)

    @Slot()
    def _come(self) -> None:
        """Begin where the picture was seen before, or stay where somebody has it."""
        if self._is_placed:
            self._picture.sharpen(self._motion.end)
            self.update()
            return
        self._is_placed = True
        self._stand(self._start())
        self._first = None
        self._glide(self._home())
        self.came.emit()

    @Slot()
    def _fail(self) -> None:
        if not self._is_placed:
            self.failed.emit()

    def _start(self) -> Camera:
        """The camera that has the picture where it was seen before."""
        if self._first is None:
            return self._home()
        image, area = self._first
        return self._filling(image.size(), area)

    def _stand(self, camera: Camera) -> None:
        self._motion.hold()
        self._motion.stand(camera)
        self._picture.sharpen(camera)
        self.update()

    def _glide(self, end: Camera) -> None:
        assert self._look is not None
        self._tell_range(end)
        if self._look.motion.still or not self.isVisible():
            self._stand(end)
        elif end != self._motion.camera:
            self._motion.glide(end, self._look, QRectF(self.rect()))

    @Slot(object, float)
    def _go(self, end: Camera, duration: float) -> None:
        """Come to rest there by itself."""
        assert self._look is not None
        self._tell_range(end)
        if self._look.motion.still or not self.isVisible():
            self._stand(end)
            return
        self._motion.coast(end, duration)
        self._picture.sharpen(end)

    @Slot(object)
    def _follow(self, camera: Camera) -> None:
        self._motion.stand(camera)
        self._tell_range(camera)
        if self._picture.at_rest and not self._picture.is_good_for(camera):
            self._picture.sharpen(camera)
        self.update()

    def _tell_range(self, camera: Camera) -> None:
        self.ranged.emit(*self._explorer.room(camera))

    @Slot()
    def _tick(self) -> None:
        if self._motion.is_under_way and self._motion.is_over:
            self._stand(self._motion.end)
            if self._is_leaving:
                self.left.emit()
        self.update()

    def event(self, event: QEvent) -> bool:
        is_open = self._is_placed and not self._is_leaving
        if isinstance(event, QInputEvent) and is_open and self._explorer.handle(event):
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._is_placed or self._is_leaving:
            self._picture.resize(self.size())
            return
        if self._explorer.come_back():
            self.explored.emit(False)
        self._read()
        self._stand(self._home())
        self._tell_range(self._motion.end)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.theme.ground)
        if not self._is_placed:
            if self._first is not None:
                image, area = self._first
                painter.drawImage(area, image)
            return
        pixels = self.width() * self.height() * self.devicePixelRatioF() ** 2
        smooth = not self._motion.is_under_way or pixels < _FINE_PIXELS
        self._picture.paint(painter, self._motion.camera, smooth=smooth)


def _nothing_at(_point: QPointF) -> str | None:
    return None
