"""The ranking beside a data layer: a bar for each zone, which a touch reads like the zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.class_colors import class_colors
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.layer.digit_column import DigitColumn
from kiosk.screen.map.map_shades import hatch_brush, pin_colors
from kiosk.screen.panel.zone_row_target import ZoneRowTarget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QMouseEvent

    from kiosk.look.look import Look
    from kiosk.screen.layer.layer_content import LayerContent, LayerRow

_BAR_U = 26
_MOST_ROW_U = 68
_ROOMY_ROW_U = 42
_LEAST_ROW_U = 30
"""A name in the smallest type, and nearly the height of a bar."""
_LEAST_LINES = 3
"""So many lines of rows there are, whatever is noted below them."""
_TWO_COLUMNS_U = 760
_GAP_U = 16
REACH_U = 16
"""How far the ground of a row that is pinned reaches beyond its words."""
_LEAST_BAR_U = 4
_COLUMN_GAP_U = 40
_RADIUS_U = 14
_LEAST_SCALE = 20 / 28
"""Of the size of running text: names in 20 u."""
_MOST_NAME = 0.46
"""How much of a row a name may take."""


class LayerRanking(QWidget):
    """Paints the rows; each is also a control that keyboards and screen readers reach."""

    zone_touched = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._content: LayerContent | None = None
        self._rows: list[tuple[LayerRow, QRectF]] = []
        self._column: DigitColumn | None = None
        self._targets: list[ZoneRowTarget] = []
        self._seats: tuple[str, ...] = ()
        self._alone: int | None = None
        self._more: tuple[str, QRectF] | None = None
        self._pressed = ""

    def show_rows(
        self, content: LayerContent, look: Look, seats: tuple[str, ...], alone: int | None
    ) -> None:
        """Fill the present geometry with rows, in two columns where it is wide and one too low.

        Where there are too many, the last place says how many more there are.
        """
        self._look, self._content = look, content
        self._seats, self._alone = seats, alone
        columns = _columns(self.width(), look)
        lines = max(1, int(self.height() / look.px(_LEAST_ROW_U)))
        rows = _shown(content.listed, seats, lines * columns)
        gap, reach = look.px(_COLUMN_GAP_U), look.px(REACH_U)
        widths = [(self.width() - 2 * reach - gap * more) / (more + 1) for more in (0, 1)]
        hidden = len(content.listed) - len(rows)
        each, height = self._lines(len(rows) + bool(hidden), columns, look)
        most = _room_for_digits(widths[columns - 1], look)
        column = DigitColumn.of(rows, content, look, most, _scale_in(height, look))
        if columns > 1 and len(rows) * look.px(_ROOMY_ROW_U) <= self.height():
            columns = 1
            each, height = self._lines(len(rows) + bool(hidden), columns, look)
            most = _room_for_digits(widths[0], look)
            column = DigitColumn.of(rows, content, look, most, _scale_in(height, look))
        self._column, width = column, widths[columns - 1]
        places = [
            QRectF(reach + number // each * (width + gap), number % each * height, width, height)
            for number in range(len(rows) + bool(hidden))
        ]
        self._rows = list(zip(rows, places, strict=False))
        more = content.locale.say("more_rows", count=str(hidden)) if hidden else ""
        self._more = (more, places[-1]) if more else None
        self.setAccessibleDescription(more)
        self.setAccessibleName(f"{content.title}, {content.caption}")
        self._place_targets(content, look)
        self.update()

    def _lines(self, places: int, columns: int, look: Look) -> tuple[int, float]:
        """How many rows a column has, and how high each is."""
        each = -(-places // columns) or 1
        return each, min(look.px(_MOST_ROW_U), self.height() / each)

    def _place_targets(self, content: LayerContent, look: Look) -> None:
        while len(self._targets) < len(self._rows):
            self._targets.append(ZoneRowTarget(self))
            self._targets[-1].chosen.connect(self.zone_touched)
        for target in self._targets[len(self._rows) :]:
            target.hide()
        for target, (row, rect) in zip(self._targets, self._rows, strict=False):
            spoken = f"{row.name}: {content.spoken(row.zone)}"
            state = content.locale.say("pinned") if row.zone in self._seats else ""
            target.cover(rect, row.zone, spoken, state, look)

    def _zone_at(self, point: QPointF) -> str:
        return next((row.zone for row, rect in self._rows if rect.contains(point)), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._zone_at(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        self.update()
        if pressed and pressed == self._zone_at(event.position()):
            self.zone_touched.emit(pressed)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, content = self._look, self._content
        column = self._column
        if look is None or content is None or column is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = self._set_in_rows([self._name(row) for row, _ in self._rows], look, content)
        room = self._rows[0][1].width() if self._rows else 0.0
        longest = min(max((each.ink for each in names), default=0.0), room * _MOST_NAME)
        for (row, rect), name in zip(self._rows, names, strict=True):
            left = rect.left() + longest + look.px(_GAP_U)
            most = rect.right() - column.width - look.px(_GAP_U) - left
            self._paint_row(painter, look, row, rect, name)
            end = self._paint_bar(painter, look, row, QRectF(left, rect.top(), most, rect.height()))
            if row.value is None:
                column.draw_nothing(painter, end, rect, look.theme.text2)
            else:
                column.draw(painter, row, rect, self._ink(row, look))
        if self._more is not None:
            words, rect = self._more
            (told,) = self._set_in_rows([Span(words)], look, content)
            y = rect.center().y() - told.size.height() / 2
            told.draw(painter, rect.left(), y, look.theme.text2)

    def _paint_row(
        self, painter: QPainter, look: Look, row: LayerRow, rect: QRectF, name: Setting
    ) -> None:
        theme = look.theme
        pins = dict(pin_colors(self._seats, theme))
        if row.zone in pins or row.zone == self._pressed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pressed if row.zone == self._pressed else theme.panel2)
            radius = look.px(_RADIUS_U)
            reach = look.px(REACH_U)
            ground = rect.adjusted(-reach, look.px(2), reach, -look.px(2))
            painter.drawRoundedRect(ground, radius, radius)
            if row.zone in pins:
                painter.setPen(QPen(pins[row.zone], look.stroke(3)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inset = look.stroke(3) / 2
                painter.drawRoundedRect(
                    ground.adjusted(inset, inset, -inset, -inset), radius, radius
                )
        y = rect.center().y() - name.size.height() / 2
        name.draw(painter, rect.left(), y, self._ink(row, look))

    def _paint_bar(self, painter: QPainter, look: Look, row: LayerRow, room: QRectF) -> float:
        """Draw the bar of a row; gives where words behind it begin."""
        content = self._content
        assert content is not None
        height = look.px(_BAR_U) * _scale_in(room.height(), look)
        top = room.center().y() - height / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if row.value is None or row.shade is None:
            swatch = QRectF(room.left(), top, height * 1.6, height)
            painter.fillRect(swatch, look.theme.land)
            painter.fillRect(swatch, hatch_brush(look, self.devicePixelRatioF()))
            return swatch.right() + look.px(_GAP_U)
        largest = max((abs(each.value or 0.0) for each, _ in self._rows), default=0.0) or 1.0
        width = max(look.px(_LEAST_BAR_U), abs(row.value) / largest * max(0.0, room.width()))
        bar = QRectF(room.left(), top, width, height)
        painter.fillRect(bar, self._fill(row, look, content))
        # On the dark ground shades stand out by themselves, but not what is dimmed.
        if look.theme.name != "dark" or self._is_dimmed(row):
            is_looked_at = self._alone is not None and not self._is_dimmed(row)
            if is_looked_at and look.theme.high_contrast:
                painter.setPen(QPen(look.theme.pearl, look.stroke(3)))
            else:
                painter.setPen(QPen(look.theme.control_border, look.outline(1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar)
        return bar.right() + look.px(_GAP_U)

    def _fill(self, row: LayerRow, look: Look, content: LayerContent) -> QColor:
        if self._is_dimmed(row) or row.shade is None:
            return look.theme.dim
        return class_colors(look.theme, content.classes.count)[row.shade]

    def _is_dimmed(self, row: LayerRow) -> bool:
        own = -1 if row.shade is None else row.shade
        return self._alone is not None and own != self._alone

    def _ink(self, row: LayerRow, look: Look) -> QColor:
        theme = look.theme
        if row.zone == self._pressed and theme.high_contrast:
            return theme.panel
        return theme.muted if self._is_dimmed(row) else theme.text

    def _name(self, row: LayerRow) -> Span:
        return Span(row.name, weight=700 if row.zone in self._seats else 500)

    def _set_in_rows(
        self, words: Sequence[Span], look: Look, content: LayerContent
    ) -> Sequence[Setting]:
        """Words on a line each, all smaller where one is too wide or too high.

        None is below 20 u.
        """
        rect = self._rows[0][1]
        room, language = rect.width() * _MOST_NAME, content.locale.language
        scale = max(_LEAST_SCALE, _scale_in(rect.height(), look))
        set_words = [_set(look, each, language, scale) for each in words]
        widest = max((each.ink for each in set_words), default=0.0)
        if widest <= room:
            return set_words
        scale = max(_LEAST_SCALE, scale * room / widest * 0.99)
        return [_set(look, each, language, scale) for each in words]


def wished_and_least_height(content: LayerContent, width: float, look: Look) -> tuple[float, float]:
    """How high a ranking `width` pixels wide is that has all rows, and one that has some."""
    lines = -(-len(content.listed) // _columns(width, look))
    return lines * look.px(_LEAST_ROW_U), min(lines, _LEAST_LINES) * look.px(_LEAST_ROW_U)


def _scale_in(height: float, look: Look) -> float:
    """How large names, bars and numbers are in a row: the rim of a pinned one keeps off them."""
    return min(1.0, height / look.px(_ROOMY_ROW_U))


def _columns(width: float, look: Look) -> int:
    return 2 if width > look.px(_TWO_COLUMNS_U) else 1


def _shown(rows: Sequence[LayerRow], pinned: tuple[str, ...], room: int) -> Sequence[LayerRow]:
    """All rows, or where there is no room the highest and those that are pinned."""
    if len(rows) <= room:
        return rows
    count = max(1, room - 1)
    kept = {row.zone for row in rows if row.zone in pinned}
    for row in rows:
        if len(kept) < count:
            kept.add(row.zone)
    return [row for row in rows if row.zone in kept]


def _room_for_digits(width: float, look: Look) -> float:
    """How wide numbers may be beside the longest name and the shortest bar of a row."""
    return width * (1 - _MOST_NAME) - look.px(2 * _GAP_U + _LEAST_BAR_U)


def _set(look: Look, words: Span, language: str, scale: float) -> Setting:
    return set_text(look, [words], language=language, role="body", scale=scale)
