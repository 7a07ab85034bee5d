"""The years of a data layer: a line for each place that is compared, and a knob to scrub them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import set_text
from kiosk.screen.chart.axis_layout import AxisLayout, Stroke
from kiosk.screen.chart.point_symbols import PointSymbol
from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.layer.plate import draw_plate
from kiosk.screen.layer.year_key import KEY_BOTTOM_U, KEY_LEFT_U, YearKey
from kiosk.screen.map.map_shades import pin_colors

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from kiosk.exhibit.model.data_layer import ZoneValue
    from kiosk.look.look import Look
    from kiosk.screen.chart.plot import Plot
    from kiosk.screen.layer.layer_content import LayerContent

_PAD_U = 16
_LINE_U = 3.5
_QUIET_U = 1.6
_QUIET = 0.55
_TOP_U = 2
_BUTTON_FOOT_U = 28
_TICK_U = 9
_FOOT_U = 50
_SIDE_U = 30
_KNOB_U = 13
_DOT_U = 5
_YEAR_GAP_U = 12
"""How far written years stand from each other at least."""
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class YearScrubber(Control):
    """The lines over the years, drawn by pyqtgraph; a finger on them chooses the year under it."""

    year_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._content: LayerContent | None = None
        self._seats: tuple[str, ...] = ()
        self._plot: Plot | None = None
        self._picture = QPixmap()
        self._drawn_from: tuple[object, ...] = ()

    def show_years(self, content: LayerContent, look: Look, seats: tuple[str, ...]) -> None:
        """Show the lines of all zones, those of the pinned ones strongly."""
        self._look, self._content, self._seats = look, content, seats
        drawn_from = (content.layer, content.locale, look, seats, self.size().toTuple())
        if drawn_from != self._drawn_from:
            self._drawn_from, self._picture = drawn_from, QPixmap()
        say = content.locale.say
        self.setAccessibleName(say("year_of", year=content.year_words))
        self.setAccessibleDescription("\n".join(self._spoken(content)))
        self.update()

    def _spoken(self, content: LayerContent) -> list[str]:
        """From which year to which it goes, and the whole course of what is pinned, in words."""
        years = content.layer.years
        lines = [f"{years[0]}–{years[-1]}"] if years else []
        for zone in filter(None, self._seats):
            values = (
                f"{content.in_year(content.layer.date(point).year)}: "
                f"{content.figure(point.value, point.bound).spoken}"
                for point in content.layer.history(zone)
            )
            lines.append(f"{content.name(zone)}: {'; '.join(values)}")
        return lines

    @property
    def _area(self) -> QRectF:
        look = self._look
        assert look is not None
        side = look.px(_SIDE_U)
        return QRectF(self.rect()).adjusted(side, look.px(_TOP_U), -side, -look.text_px(_FOOT_U))

    def _x(self, year: float) -> float:
        years = self._content.layer.years if self._content is not None else ()
        area, span = self._area, (years[-1] - years[0]) or 1
        return area.left() + (year - years[0]) / span * area.width()

    def _layout(self, content: LayerContent, look: Look) -> AxisLayout:
        layer, area = content.layer, self._area
        top = float(max((point.number for point in layer.points), default=1) or 1)
        low = min(0.0, float(min((point.number for point in layer.points), default=0)))

        def at(point: ZoneValue) -> QPointF:
            share = (float(point.number) - low) / (top - low)
            return QPointF(self._x(layer.date(point).year), area.bottom() - share * area.height())

        pins = dict(pin_colors(self._seats, look.theme))
        strokes, symbols = [], []
        for zone in sorted(layer.zones, key=lambda zone: zone in pins):
            points = layer.history(zone)
            color = QColor(pins.get(zone, look.theme.control_border))
            if zone not in pins:
                color.setAlphaF(_QUIET)
            crossing = tuple(
                not layer.comparable(one, other) and zone not in layer.apart
                for one, other in pairwise(points)
            )
            width = look.stroke(_LINE_U if zone in pins else _QUIET_U)
            strokes.append(Stroke(tuple(map(at, points)), color, width, crossing=crossing))
            if zone in pins:
                casing = look.stroke(2)
                shape, radius = self._seats.index(zone), look.px(_DOT_U)
                symbols += [
                    PointSymbol(shape, at(point), radius, color, color, look.theme.panel, casing)
                    for point in points
                ]
        rules = [QLineF(area.bottomLeft(), area.bottomRight())]
        # A tick for each year that can be chosen: one that is skipped is seen to be missing.
        for year in layer.years:
            x, tick = self._x(year), look.px(_TICK_U)
            rules.append(QLineF(x, area.bottom() - tick, x, area.bottom() + tick))
        for step in layer.breaks:
            x = self._x(step.before.year)
            rules.append(QLineF(x, area.top(), x, area.bottom()))
        pen = QPen(look.theme.rule, look.stroke(1.5))
        return AxisLayout(
            strokes=tuple(strokes), rules=tuple(rules), rule_pen=pen, symbols=tuple(symbols)
        )

    def _drawn(self, content: LayerContent, look: Look) -> QPixmap:
        if self._plot is None:
            # It takes a tenth of a second to import; most layers have one year.
            from kiosk.screen.chart.plot import Plot

            self._plot = Plot(self)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._plot.draw(painter, self._layout(content, look), QSizeF(self.size()), marks=True)
        painter.end()
        return picture

    def _choose_at(self, x: float) -> None:
        content = self._content
        if content is None or not content.layer.years:
            return
        year = min(content.layer.years, key=lambda year: abs(self._x(year) - x))
        self._choose(year)

    def _choose(self, year: int) -> None:
        if self._content is not None and year != self._content.year:
            self.year_chosen.emit(str(year))

    def step(self, by: int) -> None:
        """Go so many years on or back."""
        if self._content is None or self._content.year is None:
            return
        years = self._content.layer.years
        nearest = min(years, key=lambda year: abs(year - (self._content.year or 0)))  # type: ignore[union-attr]
        at = years.index(nearest) + by
        self._choose(years[max(0, min(at, len(years) - 1))])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The year has been chosen already."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.step(_KEYS[key])
        elif key in _ENDS and self._content is not None:
            self._choose(self._content.layer.years[_ENDS[key]])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, content = self._look, self._content
        if look is None or content is None or content.year is None:
            return
        if self._picture.isNull():
            self._picture = self._drawn(content, look)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area, x = look.theme, self._area, self._x(content.year)
        painter.setPen(QPen(theme.text, look.stroke(2)))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(theme.panel, look.stroke(3)))
        painter.setBrush(theme.text)
        knob = look.px(_KNOB_U)
        painter.drawEllipse(QPointF(x, area.bottom()), knob, knob)
        self._paint_years(painter, look, content)
        if self.hasFocus():
            inset = look.px(8)
            shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            draw_focus_ring(painter, look, shape, look.px(12))

    def _paint_years(self, painter: QPainter, look: Look, content: LayerContent) -> None:
        """Write the year that is shown below its knob, the first and the last where they fit.

        Where little room is left, they stand aside from their ends of the line, and all are bare
        digits where their words, as in 2015年, leave no room.
        """
        assert content.year is not None
        y = self.height() - look.text_px(_FOOT_U) + look.px(12)
        gap = look.px(_YEAR_GAP_U)
        least, most, years = 0.0, float(self.width()), content.layer.years
        before, behind = most, least
        told = tuple(dict.fromkeys((content.year, years[0], years[-1])))
        language = content.locale.language
        said = [
            set_text(look, content.in_year(each), language=language, role="source") for each in told
        ]
        if sum(each.ink for each in said) + gap * (len(said) - 1) > most:
            said = [set_text(look, str(each), language=language, role="source") for each in told]
        for year, words in zip(told, said, strict=True):
            x, ink = self._x(year) - words.ink / 2, look.theme.muted
            if year == content.year:
                x, ink = min(max(x, least), most - words.ink), look.theme.text
                before, behind = x - gap, x + words.ink + gap
            elif year == years[0]:
                x = max(least, min(x, before - words.ink))
                if x + words.ink > before:
                    continue
            else:
                x = min(most - words.ink, max(x, behind))
                if x < behind:
                    continue
            words.draw(painter, x, y, ink)


class YearLine(QWidget):
    """A plate with the scrubber, and a button at each side that goes a year back or on."""

    year_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._key = YearKey()
        self._back = Button(self, key="back", icon="chevron-left")
        self._scrubber = YearScrubber(self)
        self._on = Button(self, key="on", icon="chevron-right")
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        self._scrubber.year_chosen.connect(self.year_chosen)
        self.hide()

    def show_years(self, content: LayerContent, look: Look, seats: tuple[str, ...]) -> None:
        """Show the years of a layer in the present geometry."""
        self._look = look
        say, language = content.locale.say, content.locale.language
        pad, size = look.px(_PAD_U), look.px(CONTROL_U)
        self._key = YearKey.of(content, look, seats, self.width() - 2 * look.px(KEY_LEFT_U))
        y = self.height() - look.px(_BUTTON_FOOT_U) - size
        self._back.show_words(look, "", language=language, name=say("year_back"))
        self._on.show_words(look, "", language=language, name=say("year_on"))
        self._back.place_drawn(pad, y)
        self._on.place_drawn(self.width() - pad - self._on.drawn_width, y)
        years = content.layer.years
        self._back.setEnabled(bool(years) and content.year != years[0])
        self._on.setEnabled(bool(years) and content.year != years[-1])
        left = round(2 * pad + self._back.drawn_width)
        top = round(look.text_px(KEY_BOTTOM_U))
        self._scrubber.setGeometry(left, top, self.width() - 2 * left, self.height() - top)
        self._scrubber.show_years(content, look, seats)
        self.update()

    @Slot()
    def _go_back(self) -> None:
        self._scrubber.step(-1)

    @Slot()
    def _go_on(self) -> None:
        self._scrubber.step(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            painter = QPainter(self)
            draw_plate(painter, self._look, QRectF(self.rect()))
            self._key.draw(painter, self._look)
