"""The positions of the lines, pearls, numbers and breaks of a line chart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from kiosk.screen.chart.axis_layout import AxisLayout, Stroke, Tint
from kiosk.screen.chart.bar_values import blended
from kiosk.screen.chart.labels import LEFT, RIGHT, set_plain
from kiosk.screen.chart.line_labels import (
    first_settings,
    labels_at_ends,
    name_settings,
    note_in_strip,
    note_label,
)
from kiosk.screen.chart.line_numbers import has_room_for_all, numbers_placed, point_numbers
from kiosk.screen.chart.line_values import break_place
from kiosk.screen.chart.number_labels import NUMBER_SIZES, set_figure
from kiosk.screen.chart.point_symbols import DASHES, PointSymbol, line_pen
from kiosk.screen.chart.taken_room import TakenRoom
from kiosk.screen.chart.time_axis import TimeFrame, place_dates, ticks
from kiosk.screen.chart.unit_caption import caption, digits_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.exhibit.model.values import WrittenDate
    from kiosk.look.look import Look
    from kiosk.screen.chart.labels import Label
    from kiosk.screen.chart.line_values import LinePoint, LineValue
    from kiosk.screen.locale import Locale
    from kiosk.text.multilingual import Text

_LINE_U = 4
_PEARL_U, _HIGHLIGHT_U = 10, 14
_ALONE = 2
"""Which of the theme's colours a single line has: water, and kapok for its highlight alone."""
_TINT = 0.24
_MOST_STEMS = 24
_CASING_U = 4
_GAP_U = 16
_MOST_FOR_MARGIN = 0.16
_ROOM_UNDER_LAST_RANK = 0.2
_STRIP = 0.2


def lay_out_lines(
    panel: ChartPanel, lines: Sequence[LineValue], locale: Locale, look: Look, size: QSizeF
) -> AxisLayout:
    """Lay the chart out in the first way in which all numbers and words find a place.

    The unit is beside the highlighted number, or else over the chart; the words of breaks get a
    strip of their own at the top where nothing else is free.
    """
    several = bool(lines[1:]) or panel.scale == "rank"
    unit = None if several else caption(lines[0].points[-1].figure, look, locale)
    whole = [way for way in _WAYS if unit is not None or not way.unit_over]
    ways = whole if lines[1:] or has_room_for_all(lines[0]) else []
    charts: list[_Lines] = []
    strip = 0.0
    for way in dict.fromkeys((*ways, _WAYS[-1])):
        chart = _Lines(panel, lines, locale, look, size, strip=strip, way=way, unit=unit)
        if not chart.complete and (chart.numbered or way.lifted):
            strip = size.height() * _STRIP
            chart = _Lines(panel, lines, locale, look, size, strip=strip, way=way, unit=unit)
        charts.append(chart)
        if chart.numbered and chart.complete:
            break
    else:
        chart = max(charts, key=_found)
    return AxisLayout(
        tints=tuple(chart.tints),
        strokes=tuple(chart.strokes),
        rules=tuple(chart.rules),
        rule_pen=line_pen(look.theme.control_border, look.stroke(2)),
        symbols=tuple(chart.symbols),
        labels=tuple(chart.labels),
    )


class _Way(NamedTuple):
    """A way to place the numbers of a single line.

    The unit is over the chart or beside the highlighted number; `lifted` numbers may be further
    from their points, and some may be missing.
    """

    unit_over: bool = False
    lifted: bool = False


_WAYS = (_Way(), _Way(unit_over=True), _Way(unit_over=True, lifted=True))
"""From the one that we like best."""


class _Lines:
    """A line chart on its way: each step sees what the steps before it have put down."""

    def __init__(
        self,
        panel: ChartPanel,
        lines: Sequence[LineValue],
        locale: Locale,
        look: Look,
        size: QSizeF,
        *,
        strip: float,
        way: _Way,
        unit: Label | None,
    ) -> None:
        self._panel, self._lines, self._locale, self._look = panel, lines, locale, look
        self._unit = unit if way.unit_over else None
        self._unit_over = self._unit is not None
        self._way = way
        self._gap = look.px(_GAP_U)
        self._reach = look.px(_PEARL_U + _CASING_U)
        dates = sorted({point.at for line in lines for point in line.points}, key=_years)
        first, last = (
            set_plain(look, locale.date(date), language=locale.language)
            for date in (dates[0], dates[-1])
        )
        self._axis = size.height() - first.size.height() - self._gap / 2
        top = strip + (self._unit.rect.height() if self._unit else 0.0)
        self._bounds = QRectF(0, top, size.width(), self._axis - top)
        self._names = name_settings(lines, look, self._bounds.size()) if lines[1:] else []
        self._firsts = first_settings(lines, locale, look) if lines[1:] else []
        self._frame = self._framed(panel, first.ink, last.ink)
        self.strokes = [
            Stroke(
                tuple(self._place(point) for point in line.points),
                look.theme.series[index if lines[1:] else _ALONE],
                look.stroke(_LINE_U),
                DASHES[index],
                line.crossing,
            )
            for index, line in enumerate(lines)
        ]
        self.symbols = list(self._pearls())
        self.labels = place_dates(
            self._frame,
            dates,
            locale,
            look,
            top=self._axis + self._gap / 2,
            width=size.width(),
        )
        self.rules = [QLineF(0, self._axis, size.width(), self._axis)]
        self.rules += ticks(self._frame, dates, self._axis, look)
        if self._unit is not None:
            self.labels.append(replace(self._unit, y=strip))
        self._taken = TakenRoom(symbol.rect for symbol in self.symbols)
        for stroke in self.strokes:
            self._taken.take_line(stroke.points, stroke.width)
        moments = [(change.note, break_place(dates, change)) for change in panel.breaks]
        breaks = [(note, self._frame.x(at)) for note, at in moments if at is not None]
        self.tints = [] if lines[1:] else list(self._tinted())
        self._label_values([x for _, x in breaks])
        for tint in self.tints:
            self._taken.take_below(tint.corners[:-2], self._axis)
        self.complete = all([self._mark_break(note, x, strip) for note, x in breaks])
        if not lines[1:]:
            self.strokes += self._stems()

    def _place(self, point: LinePoint) -> QPointF:
        return QPointF(self._frame.x(point.at.years), self._frame.y(float(point.value)))

    def _framed(self, panel: ChartPanel, first_date: float, last_date: float) -> TimeFrame:
        """The area of the lines: margins hold half a label, or the labels at the lines' ends."""
        bounds, beside = self._bounds, self._reach + self._gap
        if self._names:
            top = self._reach
            left = max(setting.ink for setting in self._firsts) + beside
            right = max(setting.ink for setting in self._names) + beside
        else:
            points = self._lines[0].points
            figures = [points[index].figure for index in (0, -1)]
            if panel.scale != "rank":
                figures = [digits_alone(figure) for figure in figures]
            first, last = (
                set_figure(self._look, self._locale, figure, NUMBER_SIZES[0]) for figure in figures
            )
            most = bounds.width() * _MOST_FOR_MARGIN
            top = max(first.rise, last.rise) + self._reach + self._gap / 2
            left = min(most, max(first_date, first.ink) / 2)
            right = min(most, max(last_date, last.ink) / 2)
        area = bounds.adjusted(left, top, -right, 0)
        years = [point.at.years for line in self._lines for point in line.points]
        values = [float(point.value) for line in self._lines for point in line.points]
        if panel.scale == "rank":
            area.setHeight(area.height() * (1 - _ROOM_UNDER_LAST_RANK))
            return TimeFrame(area, min(years), max(years), 1.0, max(2.0, *values))
        return TimeFrame(area, min(years), max(years), max(0.0, *values), min(0.0, *values))

    def _pearls(self) -> Iterator[PointSymbol]:
        theme, look = self._look.theme, self._look
        for index, (line, stroke) in enumerate(zip(self._lines, self.strokes, strict=True)):
            for value, point in zip(line.points, stroke.points, strict=True):
                is_highlight = value.highlight and len(self._lines) == 1
                yield PointSymbol(
                    index,
                    point,
                    look.px(_HIGHLIGHT_U if is_highlight else _PEARL_U),
                    theme.series[0] if is_highlight else stroke.color,
                    theme.panel if index else theme.pearl,
                    theme.panel,
                    look.px(_CASING_U),
                )

    def _label_values(self, breaks: Sequence[float]) -> None:
        """Numbers at the points of a single line, or at both ends of several."""
        self.numbered = self.has_numbers = True
        if self._names:
            self._label_ends()
            return
        numbers = point_numbers(
            self._lines[0],
            self.strokes[0].points,
            self._locale,
            ranks=self._panel.scale == "rank",
            unit_at_highlight=not self._unit_over,
        )
        room = self._taken.copied()
        for x in breaks:
            room.take(QRectF(x - self._gap / 2, 0, self._gap, self._axis))
        found, self.numbered = numbers_placed(
            numbers,
            self._look,
            self._locale,
            room,
            self._bounds.adjusted(0, 0, 0, -self._gap / 2),
            lifted=self._way.lifted,
        )
        self.has_numbers = bool(found)
        for label, digits in found:
            self.labels.append(label)
            self._taken.take(digits)

    def _label_ends(self) -> None:
        area, beside = self._frame.area, self._reach + self._gap
        labels = labels_at_ends(
            self._names,
            [stroke.points[-1] for stroke in self.strokes],
            [stroke.color for stroke in self.strokes],
            x=area.right() + beside,
            shift=LEFT,
            bottom=self._axis,
        )
        early = [
            (setting, stroke)
            for setting, stroke in zip(self._firsts, self.strokes, strict=True)
            if stroke.points[0].x() <= area.left() and len(stroke.points) > 1
        ]
        labels += labels_at_ends(
            [setting for setting, _ in early],
            [stroke.points[0] for _, stroke in early],
            [stroke.color for _, stroke in early],
            x=area.left() - beside,
            shift=RIGHT,
            bottom=self._axis,
        )
        self.labels += labels
        for label in labels:
            self._taken.take(label.rect)

    def _tinted(self) -> Iterator[Tint]:
        """The amount itself, from zero up to the line; a rank has none."""
        zero = self._frame.y(0.0)
        if self._panel.scale == "rank" or zero < self._axis - 1:
            return
        look = self._look
        line = self._lines[0]
        color = blended(look.theme.series[_ALONE], look.theme.panel, _TINT)
        start = 0
        for index, crosses in enumerate((*line.crossing, True)):
            if not crosses:
                continue
            points = self.strokes[0].points[start : index + 1]
            below = (QPointF(points[-1].x(), zero), QPointF(points[0].x(), zero))
            if points[1:]:
                yield Tint((*points, *below), color)
            start = index + 1

    def _stems(self) -> Iterator[Stroke]:
        """Thin lines from the points down to their dates."""
        if len(self.strokes[0].points) > _MOST_STEMS:
            return
        color, width = self._look.theme.control_border, self._look.stroke(1.5)
        for symbol in self.symbols:
            foot = QPointF(symbol.centre.x(), self._axis)
            yield Stroke((symbol.rect.center() + QPointF(0, symbol.radius), foot), color, width)

    def _mark_break(self, note: Text, x: float, strip: float) -> bool:
        """Put down the mark and its words; False where they find no free place."""
        top, bottom = self._free_stretch(x)
        if strip:
            area = QRectF(0, 0, self._bounds.width(), strip)
            label: Label | None = note_in_strip(note, x, self._look, self._locale, area)
        else:
            bounds = QRectF(self._bounds)
            bounds.setTop(top)
            label = note_label(note, x, self._look, self._locale, self._taken, bounds)
        if label is None:
            return False
        self.labels.append(label)
        self._taken.take(label.rect)
        self.rules.append(QLineF(x, top, x, bottom))
        return True

    def _free_stretch(self, x: float) -> tuple[float, float]:
        """The longest stretch of a vertical line that crosses no label."""
        crossed = sorted(
            (label.rect.top(), label.rect.bottom())
            for label in self.labels
            if label.rect.left() - self._gap / 2 < x < label.rect.right() + self._gap / 2
            and label.rect.top() < self._axis
        )
        edges = [self._bounds.top(), *(edge for pair in crossed for edge in pair), self._axis]
        stretches = list(zip(edges[::2], edges[1::2], strict=True))
        return max(stretches, key=lambda stretch: stretch[1] - stretch[0])


def _found(chart: _Lines) -> tuple[bool, bool, int]:
    """How much has found a place: numbers at all, then the words of breaks, then more numbers."""
    return chart.has_numbers, chart.complete, len(chart.labels)


def _years(date: WrittenDate) -> float:
    return date.years
