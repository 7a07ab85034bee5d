"""The legend of a data layer: its classes side by side; a touch of one dims all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.class_colors import class_colors
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.layer.plate import draw_plate
from kiosk.screen.map.map_shades import hatch_brush
from kiosk.screen.map.map_shading import NO_VALUE

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kiosk.look.look import Look
    from kiosk.screen.layer.layer_content import LayerContent

_PAD_U = 20
_TOP_U = 44
_SWATCH_U = 46
_FOOT_U = 38
_CLASS_U = 96
_LEAST_U = 64
_GAP_U = 24
_GAP_SHARE = 1.25
"""How wide the swatch of what has no value is, in classes."""
_LABEL_GAP_U = 10
_LEAST_TEXT_U = 20


def legend_height(look: Look) -> float:
    """How high the legend is, in pixels: its classes are as large as fingers."""
    return look.text_px(_TOP_U) + _target(look) + look.text_px(_FOOT_U)


def _target(look: Look) -> float:
    return max(look.target, look.px(_LEAST_U))


def legend_widths(content: LayerContent, look: Look) -> tuple[float, float]:
    """How narrow the legend can be, and how wide it would like to be, in pixels."""
    gaps = content.has_gaps
    units = content.classes.count + (_GAP_SHARE if gaps else 0)
    rest = 2 * look.px(_PAD_U) + (look.px(_GAP_U) if gaps else 0)
    labels = (
        set_text(look, each.upper, language=content.locale.language, role="source").ink
        for each in content.legend
    )
    least = max(_target(look), max(labels, default=0.0) + look.px(_LABEL_GAP_U))
    return least * units + rest, max(least, look.px(_CLASS_U)) * units + rest


class ClassSwatch(Control):
    """One class of the legend; checked, it is the one that is looked at."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, number: int) -> None:
        super().__init__(parent)
        self.number = number
        self.setCheckable(True)
        self._look: Look | None = None
        self._color: QColor | None = None
        self._is_dimmed = False
        self.clicked.connect(self._say)

    def show_color(self, color: QColor | None, look: Look, *, dimmed: bool) -> None:
        """Be of that colour, or hatched without one."""
        self._color, self._look, self._is_dimmed = color, look, dimmed
        self.update()

    @Slot()
    def _say(self) -> None:
        self.chosen.emit(self.number)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = look.theme
        height = look.px(_SWATCH_U)
        swatch = QRectF(0, (self.height() - height) / 2, self.width(), height)
        painter.fillRect(swatch, self._color or theme.land)
        if self._color is None:
            painter.fillRect(swatch, hatch_brush(look, self.devicePixelRatioF()))
        if self._is_dimmed:
            shade = theme.panel
            painter.setOpacity(0.7)
            painter.fillRect(swatch, shade)
            painter.setOpacity(1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.control_border, look.outline(1.3)))
        half = look.outline(1.3) / 2
        painter.drawRect(swatch.adjusted(half, half, -half, -half))
        if self.isChecked() or self.isDown():
            width = look.stroke(4)
            # In high contrast every class has a white rim.
            painter.setPen(QPen(theme.pearl if theme.high_contrast else theme.text, width))
            painter.drawRect(swatch.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        if self.hasFocus():
            inset = look.px(8)
            draw_focus_ring(painter, look, swatch.adjusted(inset, inset, -inset, -inset), 0)


class ClassLegend(QWidget):
    """Stands on a plate over the map; what is counted, the classes, and where they end."""

    class_chosen = Signal(int)
    """A class was touched, or `NO_VALUE`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._swatches: list[ClassSwatch] = []
        self._labels: list[tuple[Setting, QPointF]] = []
        self.hide()

    def show_classes(
        self, content: LayerContent, look: Look, alone: int | None, width: float
    ) -> None:
        """Set all classes in `width` pixels."""
        self._look = look
        count, gaps = content.classes.count, content.has_gaps
        units = count + (_GAP_SHARE if gaps else 0)
        gap = look.px(_GAP_U) if gaps else 0.0
        each = (width - gap - 2 * look.px(_PAD_U)) / units
        self._build(count + gaps)
        colors: list[QColor | None] = list(class_colors(look.theme, count))
        names = [self._named(content, each.said, each.zones) for each in content.legend]
        if gaps:
            colors.append(None)
            without = tuple(row.zone for row in content.rows if row.value is None)
            names.append(self._named(content, content.locale.say("no_value"), without))
        x, top = look.px(_PAD_U), look.text_px(_TOP_U)
        height = _target(look)
        for number, (swatch, color, name) in enumerate(
            zip(self._swatches, colors, names, strict=False)
        ):
            is_gap = color is None
            left = x + number * each + (gap if is_gap else 0)
            right = left + each * (_GAP_SHARE if is_gap else 1)
            own = NO_VALUE if is_gap else number
            swatch.number = own
            swatch.setGeometry(round(left), round(top), round(right) - round(left), round(height))
            swatch.setChecked(own == alone)
            swatch.show_color(color, look, dimmed=alone is not None and own != alone)
            swatch.setAccessibleName(name)
            swatch.show()
        self.resize(round(width), round(legend_height(look)))
        self._set_labels(content, look, each, gap)
        self.setAccessibleName(content.unit_words or content.title)
        self.update()

    def _named(self, content: LayerContent, said: str, zones: tuple[str, ...]) -> str:
        names = ", ".join(content.name(zone) for zone in zones)
        return f"{said}: {names}" if names else said

    def _build(self, count: int) -> None:
        while len(self._swatches) < count:
            swatch = ClassSwatch(self, len(self._swatches))
            swatch.chosen.connect(self.class_chosen)
            self._swatches.append(swatch)
        for swatch in self._swatches[count:]:
            swatch.hide()

    def _set_labels(self, content: LayerContent, look: Look, each: float, gap: float) -> None:
        language, pad = content.locale.language, look.px(_PAD_U)
        y = look.text_px(_TOP_U) + _target(look) - look.px(2)
        counted, room = content.unit_words or content.title, self.width() - 2 * pad
        caption = _fitted(look, counted, language, room, "kicker")
        self._labels = [(caption, QPointF(pad, look.px(12)))]
        for one in content.legend:
            if one.upper:
                end = _fitted(look, one.upper, language, each - look.px(8))
                x = pad + (one.number + 1) * each - end.ink / 2
                self._labels.append((end, QPointF(x, y)))
        if content.has_gaps:
            words = _fitted(look, content.locale.say("no_value"), language, each * _GAP_SHARE + gap)
            x = pad + content.classes.count * each + gap + (each * _GAP_SHARE - words.ink) / 2
            self._labels.append((words, QPointF(x, y)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        draw_plate(painter, look, QRectF(self.rect()))
        for setting, at in self._labels:
            setting.draw(painter, at.x(), at.y(), look.theme.text)


def _fitted(look: Look, words: str, language: str, room: float, role: str = "source") -> Setting:
    """Words on one line, smaller where they would be too wide; no text is below 20 u."""
    setting = set_text(look, words, language=language, role=role)
    if setting.ink <= room:
        return setting
    scale = max(_LEAST_TEXT_U / look.style(role).size, room / setting.ink * 0.99)
    return set_text(look, words, language=language, role=role, scale=scale)
