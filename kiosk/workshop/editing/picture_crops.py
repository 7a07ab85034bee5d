"""What is left of a picture in each shape in which the exhibit shows it, with its point kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.look.picture_canvas import filling_part
from kiosk.screen.arrangement import arrange
from kiosk.workshop.editing.pane_style import SMALL_PX, pane_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.kept_point import Focus
    from kiosk.look.look import Look
    from kiosk.workshop.editing.form_context import FormContext

_HIGH = 86
_BETWEEN = 10
_LINE = 20
_LANDSCAPE, _UPRIGHT = QSize(1920, 1080), QSize(1080, 1920)
_DISCS = frozenset({"portrait"})
"""The keys of pictures that are shown round."""


class _Crop(NamedTuple):
    """A shape, and the word for where it is shown."""

    word: str
    size: QSize
    is_round: bool = False


class PictureCrops(QWidget):
    """Draws them in a line, or in more where there is less room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._at: Focus = (0.5, 0.5)
        self._context: FormContext | None = None
        self._crops: tuple[_Crop, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_crops(self, image: QImage, at: Focus, context: FormContext) -> None:
        """Show what is kept of a picture with that point."""
        self._image, self._at, self._context = image, at, context
        keys = {step for step in context.form.location if isinstance(step, str)}
        self._crops = _crops(context.style.look, is_disc=bool(keys & _DISCS))
        said = [context.style.say(crop.word) for crop in self._crops]
        self.setAccessibleName(", ".join(said))
        self._fit()
        self.update()

    def parts(self) -> dict[str, QRectF]:
        """By where it is shown the part of the picture that is seen there, in shares of it."""
        found = {}
        size = self._image.size()
        for crop in self._crops if not self._image.isNull() else ():
            part = filling_part(size, crop.size, self._at)
            found[crop.word] = QRectF(
                part.x() / size.width(),
                part.y() / size.height(),
                part.width() / size.width(),
                part.height() / size.height(),
            )
        return found

    def _places(self) -> list[QRectF]:
        """Where each is drawn."""
        places, x, y = [], 0.0, 0.0
        for crop in self._crops:
            wide = max(_HIGH * crop.size.width() / crop.size.height(), 1.0)
            room = max(wide, self._words_width(crop))
            if x > 0 and x + room > self.width():
                x, y = 0.0, y + _HIGH + _LINE + _BETWEEN
            places.append(QRectF(x, y, wide, _HIGH))
            x += room + _BETWEEN
        return places

    def _words_width(self, crop: _Crop) -> float:
        assert self._context is not None
        return self.fontMetrics().horizontalAdvance(self._context.style.say(crop.word))

    def _fit(self) -> None:
        if self._context is None or self._image.isNull():
            self.setFixedHeight(0)
            return
        places = self._places()
        high = round(places[-1].bottom() + _LINE) if places else 0
        if high != self.height():
            self.setFixedHeight(high)

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        context = self._context
        if context is None or self._image.isNull():
            return
        style = context.style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(pane_font(style.look, style.language, SMALL_PX))
        for crop, place in zip(self._crops, self._places(), strict=True):
            part = filling_part(self._image.size(), crop.size, self._at)
            painter.save()
            if crop.is_round:
                path = QPainterPath()
                path.addEllipse(place)
                painter.setClipPath(path)
            painter.drawImage(place, self._image, QRectF(part))
            painter.restore()
            painter.setPen(style.look.theme.text2)
            below = QRectF(place.left(), place.bottom() + 2, self.width(), _LINE)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, style.say(crop.word))


def _crops(look: Look, *, is_disc: bool) -> tuple[_Crop, ...]:
    if is_disc:
        return (_Crop("crop_portrait", QSize(200, 200), is_round=True),)
    # In hundredths of what a screen has, so that a desk's own size makes no difference.
    hall = replace(look, u=1.0, millimetre=0.0)
    return (
        _Crop("crop_beside", arrange(hall, _LANDSCAPE).picture.size()),
        _Crop("crop_whole", _LANDSCAPE),
        _Crop("crop_upright", arrange(hall, _UPRIGHT).picture.size()),
    )
