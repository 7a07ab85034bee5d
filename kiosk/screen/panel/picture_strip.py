"""The pictures of a gallery, small and side by side: a touch makes one of them large."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent

    from kiosk.exhibit.model.parts import Picture
    from kiosk.exhibit.model.picture_panels import GalleryPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_WIDTH_U = 132
_SHAPE = 3 / 4
_GAP_U = 14
_RADIUS_U = 12
_CHOSEN_U = 5
_LEAST_VIEW_U = 320
"""In a lower view there is no room for them: buttons turn from one picture to the next."""
_SHARE, _SHARE_BESIDE_LARGE_TEXT = 0.46, 0.28
"""How much of the view they may take."""


class _Grid:
    """So many columns and rows of small pictures, as large as the room lets them be."""

    def __init__(self, count: int, width: int, height: int, look: Look) -> None:
        self.gap = look.px(_GAP_U)
        least = max(look.px(_WIDTH_U), look.target)
        most = max(2, int((width + self.gap) // (least + self.gap)))
        share = _SHARE_BESIDE_LARGE_TEXT if look.divides_texts else _SHARE
        for columns in range(min(3, most), most + 1):
            self.columns, self.rows = columns, math.ceil(count / columns)
            self.width = (width - self.gap * (columns - 1)) / columns
            self.height = max(self.width * _SHAPE, look.target)
            is_left_alone = self.rows > 1 and count % columns == 1
            if self.whole_height <= share * height and not is_left_alone:
                break
        fitting = int((share * height + self.gap) // (self.height + self.gap))
        self.rows = min(self.rows, max(1, fitting))
        if count < 2 or height < look.px(_LEAST_VIEW_U):
            self.rows = 0

    @property
    def whole_height(self) -> float:
        """Of all rows."""
        return self.rows * self.height + max(0, self.rows - 1) * self.gap


def strip_height(count: int, width: int, height: int, look: Look) -> int:
    """How high the strip of so many pictures is below a text in a view; 0 where it has no room."""
    return math.ceil(_Grid(count, width, height, look).whole_height)


class PictureThumb(Control):
    """One picture of the strip; the whole of it is the target."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._file: Path | None = None
        self._focus: tuple[float, float] | None = None
        self._number = 1
        self._pictures = PictureLoader(self)
        self._pictures.ready.connect(self.update)
        self.setCheckable(True)
        self.clicked.connect(self._say)

    def show_picture(
        self, picture: Picture, number: int, locale: Locale, look: Look, *, count: int
    ) -> None:
        """Show a picture in the present geometry."""
        self._look, self._number = look, number
        self._file = locale.exhibit.folder / "pictures" / picture.file
        self._focus = picture.kept_point
        self._pictures.inks = look.theme.inks
        self._pictures.want(self._file, self.size(), self.devicePixelRatioF(), focus=self._focus)
        name = locale.say("picture_number", page=str(number), pages=str(count))
        self.setAccessibleName(name)
        self.setAccessibleDescription(locale.text(picture.caption or picture.alternative))
        self.update()

    def finish(self) -> None:
        """Have the picture at once."""
        if self._file is not None:
            ratio = self.devicePixelRatioF()
            self._pictures.read_now(self._file, self.size(), ratio, focus=self._focus)
            self.update()

    def read_again(self) -> None:
        """The file may be another now."""
        self._pictures.read_again()
        if self._file is not None and not self.isHidden():
            ratio = self.devicePixelRatioF()
            self._pictures.ask(self._file, self.size(), ratio, focus=self._focus)

    def leave(self) -> None:
        """Be seen no more."""
        self.hide()
        self._file = None
        self._pictures.drop_all()

    @Slot()
    def _say(self) -> None:
        self.chosen.emit(self._number)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None or self._file is None:
            return
        theme, radius = look.theme, look.px(_RADIUS_U)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = look.outline(_CHOSEN_U) if self.isChecked() else look.outline(1.5)
        half = width / 2
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        card = QPainterPath()
        card.addRoundedRect(shape, radius, radius)
        painter.fillPath(card, theme.panel2)
        image = self._pictures.get(
            self._file, self.size(), self.devicePixelRatioF(), focus=self._focus
        )
        if image is not None and not image.isNull():
            painter.save()
            painter.setClipPath(card)
            painter.setOpacity(0.7 if self.isDown() else 1.0)
            painter.drawImage(0, 0, image)
            painter.restore()
        painter.setPen(QPen(theme.pearl if self.isChecked() else theme.rule, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(card)
        if self.hasFocus():
            inset = look.px(9)
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            draw_focus_ring(painter, look, ring, max(0.0, radius - inset))


class PictureStrip(QWidget):
    """As many pictures as have room, the large one among them."""

    assistive_role = AssistiveRole.RADIO_GROUP

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbs: list[PictureThumb] = []

    def show_pictures(self, panel: GalleryPanel, number: int, locale: Locale, look: Look) -> None:
        """Show those around the picture of that number in the present geometry."""
        self.setAccessibleName(locale.say("choose_picture"))
        count = len(panel.pictures)
        view = self.parentWidget()
        assert view is not None
        grid = _Grid(count, self.width(), view.height(), look)
        room = grid.columns * grid.rows
        first = max(0, min(number - 1 - room // 2, count - room))
        shown = panel.pictures[first : first + room]
        while len(self._thumbs) < len(shown):
            thumb = PictureThumb(self)
            thumb.chosen.connect(self.chosen)
            self._thumbs.append(thumb)
        for index, thumb in enumerate(self._thumbs):
            if index >= len(shown):
                thumb.leave()
                continue
            row, column = divmod(index, grid.columns)
            thumb.setGeometry(_cell(grid, row, column))
            thumb.setChecked(first + index + 1 == number)
            thumb.show_picture(shown[index], first + index + 1, locale, look, count=count)
            thumb.show()

    def finish(self) -> None:
        """Have all pictures at once."""
        for thumb in self._thumbs:
            thumb.finish()

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        for thumb in self._thumbs:
            thumb.read_again()


def _cell(grid: _Grid, row: int, column: int) -> QRect:
    x, y = column * (grid.width + grid.gap), row * (grid.height + grid.gap)
    return QRectF(x, y, grid.width, grid.height).toRect()
