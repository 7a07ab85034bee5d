"""Buttons: pills and segments, painted in the exhibit's look and named for everybody."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import MARGIN_U, draw_casing, draw_focus_ring
from kiosk.screen.control.kept_face import KeptFace

if TYPE_CHECKING:
    from kiosk.look.look import Look

CONTROL_U = 72
_PADDING_U = 26
_ICON_U = 32
_ICON_GAP_U = 14
_SWATCH_U = 52
_PRESSED_SCALE = 0.97


class Ground(Enum):
    """What is drawn behind a button: a pill, a segment of a bar, or the accent of a main action."""

    PILL = "pill"
    SEGMENT = "segment"
    ACTION = "action"


class Button(Control):
    """A round-ended button with an icon, a word, or both.  Says its own `key` when touched."""

    chosen = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        *,
        key: str = "",
        ground: Ground = Ground.PILL,
        icon: str = "",
        icon_last: bool = False,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._ground = ground
        self._icon = icon
        self._icon_last = icon_last
        self._look: Look | None = None
        self._language = "en"
        self._setting: Setting | None = None
        self._width: float | None = None
        self._swatch: tuple[QColor, QColor] | None = None
        self._said: tuple[str, str, str, float | None, float] | None = None
        self._face = KeptFace()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._say)

    def show_icon(self, icon: str) -> None:
        """Have another icon beside the words from now on."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def show_words(
        self, look: Look, words: str, *, language: str, name: str = "", scale: float = 1.0
    ) -> None:
        """Draw these words; `name` is what assistive technology hears instead of them.

        `scale` shrinks them, where not even what is beside them can give way.
        """
        said = (words, language, name, self._width, scale)
        if self._look is look and self._said == said:
            return
        self._look, self._said = look, said
        self._language = language
        self.setText(words)
        self.setAccessibleName(name or words)
        self._setting = None
        if words:
            self._setting = set_text(look, words, language=language, role="control", scale=scale)
        self._face.forget()
        self.resize(self.sizeHint())
        self.update()

    @property
    def language(self) -> str:
        """The language of its words."""
        return self._language

    def set_swatch(self, swatch: tuple[QColor, QColor] | None) -> None:
        """Have the words on a round sample of colours from now on: its ground and its ink."""
        if swatch != self._swatch:
            self._swatch = swatch
            self._face.forget()
            self.update()

    @property
    def ink(self) -> float:
        """How wide the words are, in pixels."""
        return self._setting.ink if self._setting is not None else 0.0

    def set_width(self, pixels: float) -> None:
        """Be drawn so wide, whatever the words need."""
        self._width = pixels

    @property
    def margin(self) -> float:
        """How far the widget reaches beyond what is drawn: room for the ring and the finger."""
        assert self._look is not None
        drawn = self._look.px(CONTROL_U)
        return max(self._look.px(MARGIN_U), (self._look.target - drawn) / 2)

    @property
    def side_margin(self) -> float:
        """The same to the left and right; adjacent segments share no pixel."""
        return 0.0 if self._ground is Ground.SEGMENT else self.margin

    def place_drawn(self, x: float, y: float) -> None:
        """Move the top left corner of the drawn shape to (x, y) of the parent."""
        self.move(QPoint(round(x - self.side_margin), round(y - self.margin)))

    @property
    def drawn_width(self) -> float:
        """The width of what is drawn, in pixels."""
        return self.width() - 2 * self.side_margin

    @property
    def shape(self) -> QRectF:
        """What is seen of it, in its own pixels."""
        side, margin = self.side_margin, self.margin
        return QRectF(self.rect()).adjusted(side, margin, -side, -margin)

    @Slot()
    def _say(self) -> None:
        self.chosen.emit(self.key)

    def sizeHint(self) -> QSize:
        if self._look is None:
            return QSize(0, 0)
        look = self._look
        width = 0.0
        if self._setting is not None:
            width += self._setting.ink + 2 * look.px(_PADDING_U)
        if self._icon:
            width += look.px(_ICON_U + (_ICON_GAP_U if self._setting is not None else 0))
        width = max(width, look.px(CONTROL_U), look.target - 2 * look.px(MARGIN_U))
        if self._width is not None:
            width = self._width
        return QSize(
            round(width + 2 * self.side_margin), round(look.px(CONTROL_U) + 2 * self.margin)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        state = self.isDown(), self.isChecked(), self.isEnabled(), self.hasFocus()
        self._face.put(self, self._paint, *state)

    def _paint(self, painter: QPainter) -> None:
        look = self._look
        if look is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self.shape
        if not self.isEnabled():
            if self._ground is Ground.PILL:
                # Solid: coasts that shone through it would disturb its sign.
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.theme.control)
                painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
            painter.setOpacity(look.tokens["opacity"]["disabled"])
        if self.isDown():
            centre = shape.center()
            painter.translate(centre)
            painter.scale(_PRESSED_SCALE, _PRESSED_SCALE)
            painter.translate(-centre)
        fill, border, ink = self._colours(look)
        half = look.outline(1.3) / 2
        radius = shape.height() / 2
        painter.setPen(QPen(border, half * 2) if border is not None else Qt.PenStyle.NoPen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        inset = half if border is not None else 0.0
        if self._ground is Ground.PILL:
            draw_casing(painter, look, shape)
            painter.setPen(QPen(border, half * 2) if border is not None else Qt.PenStyle.NoPen)
            painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape.adjusted(inset, inset, -inset, -inset), radius, radius)
        self._draw_face(painter, look, shape, ink)
        if self.hasFocus():
            inner = look.px(MARGIN_U) if self._ground is Ground.SEGMENT else 0.0
            ringed = shape.adjusted(inner, inner, -inner, -inner)
            draw_focus_ring(painter, look, ringed, radius - inner)

    def _colours(self, look: Look) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, border and ink for the current state."""
        theme = look.theme
        pressed_ink = theme.panel if theme.high_contrast else theme.text
        if self.isChecked():
            return theme.pearl, None, theme.pearl_ink
        if self._ground is Ground.ACTION:
            fill = theme.accent_text if self.isDown() else theme.accent
            return fill, None, theme.on_accent
        if self.isDown():
            return theme.pressed, theme.pearl, pressed_ink
        if self._ground is Ground.SEGMENT:
            return None, None, theme.text
        return theme.control, theme.control_border, theme.text

    def _draw_face(self, painter: QPainter, look: Look, shape: QRectF, ink: QColor) -> None:
        icon = look.px(_ICON_U) if self._icon else 0.0
        words = self._setting.ink if self._setting is not None else 0.0
        gap = look.px(_ICON_GAP_U) if self._icon and self._setting is not None else 0.0
        x = shape.center().x() - (icon + gap + words) / 2
        icon_x = x + words + gap if self._icon_last else x
        words_x = x if self._icon_last else x + icon + gap
        if self._icon:
            y = shape.center().y() - icon / 2
            draw_icon(painter, look, self._icon, QRectF(icon_x, y, icon, icon), ink)
        if self._setting is not None:
            if self._swatch is not None:
                ground, ink = self._swatch
                radius = look.px(_SWATCH_U) / 2
                painter.setPen(QPen(look.theme.control_border, look.outline(1.3)))
                painter.setBrush(ground)
                painter.drawEllipse(shape.center(), radius, radius)
            y = shape.center().y() - self._setting.size.height() / 2
            self._setting.draw(painter, words_x, y, ink)
