"""Two pictures upon each other: a line with a handle divides what is seen of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.icons import draw_icon
from kiosk.look.motion import ease
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from kiosk.look.look import Look

_HANDLE_U = 104
_LINE_U = 4
_ICON_U = 34
STEPS = 10
"""In so many steps a key leads from one end to the other."""
_HALF = 0.5
_GLIDE_MS = 220
_EDGE_U = 48
_PLATE_U = (18, 10)
_RADIUS_U = 14
_EDGE_SHARE = 0.05
_LINES = 2
"""Names of more lines are set smaller, where a visitor has larger text on a narrow picture."""
_OPACITY = 0.86
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}
_ENDS = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}


@dataclass(frozen=True)
class ComparedSide:
    """One of both pictures: its file, and what is written on it and told of it."""

    file: Path
    label: str
    day: str
    alternative: str
    focus: tuple[float, float] | None = None

    @property
    def told(self) -> str:
        """All of it in words, for who can't see it."""
        label = f"{self.label} ({self.day})" if self.day else self.label
        return f"{label}: {self.alternative}"


class ComparedPair(NamedTuple):
    """Both pictures, what their comparison is called, and how much of the left one is uncovered."""

    sides: tuple[ComparedSide, ComparedSide]
    name: str
    share: float


class _Plate(NamedTuple):
    """What is written on a picture, and how wide that is, in pixels."""

    said: tuple[Setting, ...]
    ink: float


class ComparisonHandle(Control):
    """What drags the line, and goes in steps from the keyboard; a press of a key goes on a step."""

    moved_to = Signal(float)
    """The x at which a finger has it, in pixels of the parent."""
    stepped = Signal(int)
    sent_to = Signal(float)
    """To an end: 0 or 1."""
    pressed_by_key = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._held_at: float | None = None
        self.clicked.connect(self._go_on)

    def set_look(self, look: Look) -> None:
        """Be as large as a finger needs: 20 mm where the screen's size is known."""
        self._look = look
        side = round(max(look.px(_HANDLE_U), look.target))
        self.resize(side, side)

    def step(self, by: int, /) -> None:
        """Uncover so many steps more of the picture at the left."""
        self.stepped.emit(by)

    @Slot()
    def _go_on(self) -> None:
        self.pressed_by_key.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held_at = event.position().x() - self.width() / 2
        self.setDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is not None:
            at = self.mapToParent(event.position())
            self.moved_to.emit(at.x() - self._held_at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held_at = None
        self.setDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.stepped.emit(_KEYS[key])
        elif key in _ENDS:
            self.sent_to.emit(_ENDS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = look.px(10)
        disc = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(theme.ground, look.stroke(3)))
        painter.setBrush(theme.pressed if self.isDown() else theme.pearl)
        painter.drawEllipse(disc)
        ink = theme.text if self.isDown() else theme.pearl_ink
        side = look.px(_ICON_U)
        for name, shift in (("chevron-left", -0.55), ("chevron-right", 0.55)):
            middle = disc.center() + QPointF(shift * side, 0)
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            draw_icon(painter, look, name, box, ink)
        if self.hasFocus():
            draw_focus_ring(painter, look, disc, disc.height() / 2)


class ComparedPictures(QWidget):
    """Fills the map's place with both pictures, cut alike; a touch brings the line there."""

    assistive_role = AssistiveRole.PICTURE

    share_changed = Signal(float)
    """How much of the picture at the left is uncovered, from 0 to 1."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._look: Look | None = None
        self._language = "en"
        self._sides: tuple[ComparedSide, ComparedSide] | None = None
        self._plates: list[_Plate] = []
        self._share = self._goal = 0.5
        self._loaders = (PictureLoader(self), PictureLoader(self))
        for loader in self._loaders:
            loader.ready.connect(self.update)
        self._handle = ComparisonHandle(self)
        self._handle.moved_to.connect(self._drag)
        self._handle.stepped.connect(self.step)
        self._handle.sent_to.connect(self._glide)
        self._handle.pressed_by_key.connect(self._go_round)
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(ease("standard"))
        self._motion.setDuration(_GLIDE_MS)
        self._motion.valueChanged.connect(self._move_to)
        self._motion.finished.connect(self._arrive)
        self.hide()

    @property
    def share(self) -> float:
        """How much of the picture at the left is uncovered, or will be."""
        return self._goal

    @property
    def greater(self) -> int:
        """Of which picture more is uncovered: 0 at the left, 1 at the right."""
        return 0 if self._goal >= _HALF else 1

    def seen(self) -> QImage | None:
        """That picture, as it is seen where all of it is uncovered; None where it is not there."""
        if self._sides is None or self.isHidden():
            return None
        side, loader = self._sides[self.greater], self._loaders[self.greater]
        image = loader.get(side.file, self.size(), self.devicePixelRatioF(), focus=side.focus)
        return None if image is None or image.isNull() else image

    def area_on(self, stage: QWidget) -> QRectF:
        """Where both are on the stage."""
        return QRectF(self.geometry())

    @property
    def handle(self) -> ComparisonHandle:
        """What drags the line."""
        return self._handle

    def show_sides(
        self, sides: tuple[ComparedSide, ComparedSide], name: str, language: str, look: Look
    ) -> None:
        """Show both in the present geometry; others than before begin half and half."""
        before = None if self._sides is None else [side.file for side in self._sides]
        self._look, self._language, self._sides = look, language, sides
        if before != [side.file for side in sides]:
            self._motion.stop()
            self._share = self._goal = 0.5
        self.setAccessibleName(" ".join(side.told for side in sides))
        self._handle.setAccessibleName(name)
        self._handle.set_look(look)
        self._set_plates(look)
        self._want()
        self._place_handle()
        self.show()
        self.update()

    def tell(self, standing: str) -> None:
        """What the handle says of how it stands."""
        self._handle.setAccessibleDescription(standing)

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        for loader in self._loaders:
            loader.read_again()
        if not self.isHidden():
            self._want()

    def finish(self) -> None:
        """Have both at once, and the line where it goes."""
        self._motion.stop()
        self._move_to(self._goal)
        if self._sides is None or self.isHidden():
            return
        for loader, side in zip(self._loaders, self._sides, strict=True):
            loader.read_now(side.file, self.size(), self.devicePixelRatioF(), focus=side.focus)
        self.update()

    def leave(self) -> None:
        """Be seen no more: the next time both begin half and half."""
        self.hide()
        self._motion.stop()
        self._sides = None
        for loader in self._loaders:
            loader.drop_all()

    def set_share(self, share: float) -> None:
        """Uncover this much of the picture at the left, as in the other view of the same two."""
        if share != self._goal:
            self._motion.stop()
            self._set_goal(share)
            self._move_to(share)

    @Slot(int)
    def step(self, by: int) -> None:
        """Uncover so many steps more of the picture at the left."""
        share = (round(self._goal * STEPS) + by) / STEPS
        self._glide(min(max(share, 0.0), 1.0))

    @Slot()
    def _go_round(self) -> None:
        """Go on a step, and from the end to the beginning: who has one key alone sees all of it."""
        if self._goal >= 1:
            self._glide(0.0)
        else:
            self.step(1)

    @Slot(float)
    def _glide(self, share: float) -> None:
        if self._look is None or self._look.motion.still or not self.isVisible():
            self._motion.stop()
            self._set_goal(share)
            self._move_to(share)
            return
        self._motion.stop()
        self._motion.setStartValue(self._share)
        self._motion.setEndValue(share)
        self._motion.start()
        self._set_goal(share)

    @Slot(float)
    def _drag(self, x: float) -> None:
        self._motion.stop()
        share = min(max(x / max(1, self.width()), 0.0), 1.0)
        self._set_goal(share)
        self._move_to(share)

    def _set_goal(self, share: float) -> None:
        self._goal = share
        self.share_changed.emit(share)

    @Slot(object)
    def _move_to(self, share: float) -> None:
        self._share = float(share)
        self._place_handle()
        self.update()

    @Slot()
    def _arrive(self) -> None:
        self._move_to(self._goal)

    def _place_handle(self) -> None:
        """Keep the handle in the picture: at the ends half of it would be lost."""
        half = self._handle.width() / 2
        x = min(max(self._share * self.width(), half), self.width() - half)
        self._handle.move(round(x - half), round(self.height() / 2 - half))

    def _want(self) -> None:
        assert self._look is not None
        assert self._sides is not None
        for loader, side in zip(self._loaders, self._sides, strict=True):
            loader.inks = self._look.theme.inks
            loader.want(side.file, self.size(), self.devicePixelRatioF(), focus=side.focus)

    def _set_plates(self, look: Look) -> None:
        assert self._sides is not None
        room = self.width() / 2 - 2 * look.px(_PLATE_U[0]) - 1.5 * self._edge(look)
        for scale in (1.0, 1 / look.text_scale):
            self._plates = [self._plate(side, scale, room, look) for side in self._sides]
            if all(each.line_count <= _LINES for plate in self._plates for each in plate.said):
                break

    def _plate(self, side: ComparedSide, scale: float, room: float, look: Look) -> _Plate:
        said = [
            set_text(
                look,
                words,
                language=self._language,
                role=role,
                width=room,
                scale=scale,
                balanced=True,
            )
            for words, role in ((side.label, "control"), (side.day, "source"))
            if words
        ]
        return _Plate(tuple(said), max(setting.ink for setting in said))

    def _edge(self, look: Look) -> float:
        """How far the plates are from the edges of the picture, in pixels."""
        return min(look.px(_EDGE_U), self.width() * _EDGE_SHARE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_handle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._glide(min(max(event.position().x() / max(1, self.width()), 0.0), 1.0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, sides = self._look, self._sides
        if look is None or sides is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        divided = round(self._share * self.width())
        parts = (
            QRect(0, 0, divided, self.height()),
            QRect(divided, 0, self.width() - divided, self.height()),
        )
        for part, loader, side in zip(parts, self._loaders, sides, strict=True):
            painter.setClipRect(part)
            painter.fillRect(part, look.theme.panel2)
            image = loader.get(side.file, self.size(), self.devicePixelRatioF(), focus=side.focus)
            if image is not None and not image.isNull():
                painter.drawImage(0, 0, image)
        painter.setClipping(False)
        self._paint_plates(painter, look, parts)
        self._paint_line(painter, look, divided)

    def _paint_plates(self, painter: QPainter, look: Look, parts: Sequence[QRect]) -> None:
        """What each picture is, at its upper outer corner, where all of that is uncovered."""
        edge, (across, down) = self._edge(look), (look.px(units) for units in _PLATE_U)
        for part, plate, is_left in zip(parts, self._plates, (True, False), strict=True):
            width = plate.ink + 2 * across
            if part.width() + 1 < width + 1.5 * edge:
                continue
            left = edge if is_left else self.width() - edge - width
            height = sum(setting.size.height() for setting in plate.said) + 2 * down
            ground = QColor(look.theme.ground)
            if not look.theme.high_contrast:
                ground.setAlphaF(_OPACITY)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            radius, y = look.px(_RADIUS_U), edge + down
            painter.drawRoundedRect(QRectF(left, edge, width, height), radius, radius)
            for setting, color in zip(
                plate.said, (look.theme.text, look.theme.text2), strict=False
            ):
                setting.draw(painter, left + across, y, color)
                y += setting.size.height()

    def _paint_line(self, painter: QPainter, look: Look, x: int) -> None:
        for color, width in ((look.theme.ground, 2.5 * _LINE_U), (look.theme.pearl, _LINE_U)):
            painter.setPen(QPen(color, look.stroke(width)))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
