"""The ranking beside a data layer: a bar for each zone, which a touch reads like the zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.class_colors import class_colors
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.layer.digit_column import DigitColumn
from kiosk.screen.layer.ranking_page import RankingPage, page_of
from kiosk.screen.layer.ranking_turn import RankingTurn
from kiosk.screen.map.map_shades import hatch_brush, pin_colors
from kiosk.screen.map.map_shading import NO_VALUE
from kiosk.screen.panel.zone_row_target import ZoneRowTarget

if TYPE_CHECKING:
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
        self._first: int | None = None
        """With which row the page begins that is asked for; None is the first page."""
        self._page = RankingPage(())
        self._turning = RankingTurn(self)
        self._turning.clicked.connect(self._turn)
        self._pressed = ""
        self._below = 0.0

    @property
    def _height(self) -> float:
        """How high the rows may be together, in pixels."""
        return self.height() - self._below

    def begin_again(self) -> None:
        """Have the first page from the next `show_rows` on."""
        self._first = None

    def show_rows(
        self,
        content: LayerContent,
        look: Look,
        seats: tuple[str, ...],
        alone: int | None,
        below: float = 0.0,
    ) -> None:
        """Fill the present geometry with rows, in two columns where it is wide and one too low.

        The last `below` pixels of it are for fingers alone.

        Where there are too many, they are on pages: the last place says how many more there are,
        and leads to them.  What is pinned anew is seen in any case.
        """
        columns = _columns(content, self.width(), look)
        self._below = below
        room = max(1, int(self._height / look.text_px(_LEAST_ROW_U))) * columns
        page = page_of(content.listed, seats, room, self._first)
        seen = {row.zone for row in page.rows}
        if any(zone not in seen for zone in seats if zone not in self._seats):
            page = page_of(content.listed, seats, room, None)
        self._look, self._content = look, content
        self._seats, self._alone = seats, alone
        self._page, self._first, rows = page, page.first, page.rows
        gap, reach = look.px(_COLUMN_GAP_U), look.px(REACH_U)
        widths = [(self.width() - 2 * reach - gap * more) / (more + 1) for more in (0, 1)]
        each, height = self._lines(page.places, columns, look)
        most = _room_for_digits(widths[columns - 1], look)
        column = DigitColumn.of(content.listed, content, look, most, _scale_in(height, look))
        if columns > 1 and len(rows) * look.text_px(_ROOMY_ROW_U) <= self._height:
            columns = 1
            each, height = self._lines(page.places, columns, look)
            most = _room_for_digits(widths[0], look)
            column = DigitColumn.of(content.listed, content, look, most, _scale_in(height, look))
        self._column, width = column, widths[columns - 1]
        places = [
            QRectF(reach + number // each * (width + gap), number % each * height, width, height)
            for number in range(page.places)
        ]
        self._rows = list(zip(rows, places, strict=False))
        self._turning.setVisible(page.leads_on)
        if page.leads_on:
            self._turning.stand_in(
                places[-1], self.height(), page.left, content.locale, look, self._scale(look)
            )
        self.setAccessibleDescription(self._turning.accessibleName() if page.leads_on else "")
        self.setAccessibleName(f"{content.title}, {content.caption}")
        self._place_targets(content, look)
        self.update()

    def _lines(self, places: int, columns: int, look: Look) -> tuple[int, float]:
        """How many rows a column has, and how high each is."""
        each = -(-places // columns) or 1
        return each, min(look.text_px(_MOST_ROW_U), self._height / each)

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

    @Slot()
    def _turn(self) -> None:
        """Go on to the next page, from the last one to the first."""
        if self._content is not None and self._look is not None:
            self._first = self._page.following
            self.show_rows(self._content, self._look, self._seats, self._alone, self._below)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, content = self._look, self._content
        column = self._column
        if look is None or content is None or column is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = self._names(look, content)
        room = self._rows[0][1].width() if self._rows else 0.0
        most = max(room * _MOST_NAME, room - column.width - _beside_words(look))
        longest = min(max((each.ink for each in names.values()), default=0.0), most)
        for row, rect in self._rows:
            left = rect.left() + longest + look.px(_GAP_U)
            bar = rect.right() - column.width - look.px(_GAP_U) - left
            self._paint_row(painter, look, row, rect, names[row.zone])
            end = self._paint_bar(painter, look, row, QRectF(left, rect.top(), bar, rect.height()))
            if row.value is None:
                column.draw_nothing(painter, end, rect, look.theme.text2)
            else:
                column.draw(painter, row, rect, self._ink(row, look))

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
        largest = max((abs(each.value or 0.0) for each in content.listed), default=0.0) or 1.0
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
        own = NO_VALUE if row.shade is None else row.shade
        return self._alone is not None and own != self._alone

    def _ink(self, row: LayerRow, look: Look) -> QColor:
        theme = look.theme
        if row.zone == self._pressed and theme.high_contrast:
            return theme.panel
        return theme.muted if self._is_dimmed(row) else theme.text

    def _name(self, row: LayerRow) -> Span:
        return Span(row.name, weight=700 if row.zone in self._seats else 500)

    def _scale(self, look: Look) -> float:
        """How large names are in the height of a row: none is below 20 u."""
        height = self._rows[0][1].height() if self._rows else 0.0
        return max(_LEAST_SCALE, _scale_in(height, look))

    def _names(self, look: Look, content: LayerContent) -> dict[str, Setting]:
        """The names of all pages by zone, all of them smaller where one is too wide."""
        room, language = self._rows[0][1].width() * _MOST_NAME, content.locale.language
        words = {row.zone: self._name(row) for row in content.listed}
        scale = self._scale(look)
        found = {zone: _set(look, each, language, scale) for zone, each in words.items()}
        widest = max((each.ink for each in found.values()), default=0.0)
        if widest <= room:
            return found
        scale = max(_LEAST_SCALE, scale * room / widest * 0.99)
        return {zone: _set(look, each, language, scale) for zone, each in words.items()}


def wished_and_least_height(content: LayerContent, width: float, look: Look) -> tuple[float, float]:
    """How high a ranking `width` pixels wide is that has all rows, and one that has some."""
    lines = -(-len(content.listed) // _columns(content, width, look))
    return lines * look.text_px(_LEAST_ROW_U), min(lines, _LEAST_LINES) * look.text_px(_LEAST_ROW_U)


def _scale_in(height: float, look: Look) -> float:
    """How large names, bars and numbers are in a row: the rim of a pinned one keeps off them."""
    return min(1.0, height / look.text_px(_ROOMY_ROW_U))


def _columns(content: LayerContent, width: float, look: Look) -> int:
    """Two where it is wide, and half of it holds a name, a bar and a number in the least type."""
    if width <= look.px(_TWO_COLUMNS_U):
        return 1
    half = (width - 2 * look.px(REACH_U) - look.px(_COLUMN_GAP_U)) / 2
    language = content.locale.language
    names = [_set(look, Span(row.name), language, _LEAST_SCALE).ink for row in content.listed]
    digits = DigitColumn.of(content.listed, content, look, _room_for_digits(half, look), 0.0)
    has_room = max(names, default=0.0) + digits.width + _beside_words(look) <= half
    return 2 if has_room else 1


def _room_for_digits(width: float, look: Look) -> float:
    """How wide numbers may be beside the longest name and the shortest bar of a row."""
    return width * (1 - _MOST_NAME) - _beside_words(look)


def _beside_words(look: Look) -> float:
    """What the shortest bar takes between a name and a number."""
    return look.px(2 * _GAP_U + _LEAST_BAR_U)


def _set(look: Look, words: Span, language: str, scale: float) -> Setting:
    return set_text(look, [words], language=language, role="body", scale=scale)
