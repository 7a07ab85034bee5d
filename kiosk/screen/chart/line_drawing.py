"""Where the lines, pearls, dates, numbers and breaks of a line chart stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

from kiosk.screen.chart.drawing import Drawing, Stroke
from kiosk.screen.chart.labels import CENTRE, Label, set_figure, set_plain
from kiosk.screen.chart.line_labels import (
    ends_labelled,
    name_settings,
    note_label,
    number_sizes,
    numbers_placed,
)
from kiosk.screen.chart.line_values import break_place
from kiosk.screen.chart.marks import DASHES, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.exhibit.model import ChartPanel
    from kiosk.exhibit.values import WrittenDate
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart.line_values import LineValue
    from kiosk.screen.voice import Voice

_LINE_U = 4
_PEARL_U = 10
_CASING_U = 4
_GAP_U = 16
_MOST_FOR_MARGIN = 0.16
_ROOM_UNDER_LAST_RANK = 0.2


@dataclass(frozen=True)
class TimeFrame:
    """Which years and values stand where, in pixels; a rank grows downwards."""

    area: QRectF
    first_year: float
    last_year: float
    top_value: float
    bottom_value: float

    def x(self, years: float) -> float:
        """Where a moment stands."""
        span = self.last_year - self.first_year
        if span <= 0:
            return self.area.center().x()
        return self.area.left() + (years - self.first_year) / span * self.area.width()

    def y(self, value: float) -> float:
        """Where a value stands."""
        span = self.bottom_value - self.top_value
        if span == 0:
            return self.area.center().y()
        return self.area.top() + (value - self.top_value) / span * self.area.height()


def draw_lines(
    panel: ChartPanel, lines: Sequence[LineValue], voice: Voice, look: Look, size: QSizeF
) -> Drawing:
    """The whole chart; the words of a break get a strip of their own where nothing is free."""
    drawing = _attempt(panel, lines, voice, look, size, strip=0.0)
    if drawing is None:
        drawing = _attempt(panel, lines, voice, look, size, strip=size.height() * 0.2)
    assert drawing is not None
    return drawing


def _attempt(
    panel: ChartPanel,
    lines: Sequence[LineValue],
    voice: Voice,
    look: Look,
    size: QSizeF,
    *,
    strip: float,
) -> Drawing | None:
    """None when a note finds no free place and has no strip at the top."""
    theme = look.theme
    gap = look.px(_GAP_U)
    dates = sorted({point.at for line in lines for point in line.points}, key=_years)
    date_settings = [set_plain(look, voice.date(date), language=voice.language) for date in dates]
    axis = size.height() - date_settings[0].size.height() - gap / 2
    names = name_settings(lines, voice, look, size.width()) if len(lines) > 1 else []
    largest = number_sizes(lines)[0]
    numbers = [set_figure(look, voice, point.figure, largest) for point in lines[0].points]
    reach = look.px(_PEARL_U + _CASING_U)
    right = max((name.ink for name in names), default=0.0) + (gap + reach if names else 0.0)
    most = size.width() * _MOST_FOR_MARGIN
    left = min(most, max(date_settings[0].ink / 2, numbers[0].ink / 2))
    if not names:
        right = min(most, max(date_settings[-1].ink / 2, numbers[-1].ink / 2))
    top = strip + numbers[0].size.height() + reach + gap / 2
    frame = _frame(panel, lines, QRectF(left, top, size.width() - left - right, axis - top))
    places = [
        [QPointF(frame.x(point.at.years), frame.y(float(point.value))) for point in line.points]
        for line in lines
    ]
    strokes = tuple(
        Stroke(
            tuple(places[index]),
            line.crossing,
            theme.series[index],
            look.stroke(_LINE_U),
            DASHES[index],
        )
        for index, line in enumerate(lines)
    )
    marks = tuple(
        Mark(
            index,
            place,
            look.px(_PEARL_U),
            theme.series[index],
            theme.panel if index else theme.pearl,
            theme.panel,
            look.px(_CASING_U),
        )
        for index in range(len(lines))
        for place in places[index]
    )
    dated = _dates_placed(frame, dates, date_settings, axis + gap / 2, look, size)
    labels = list(dated)
    rules = [QLineF(0, axis, size.width() if not names else frame.area.right() + reach, axis)]
    obstacles = [mark.rect for mark in marks]
    obstacles += [area for stroke in strokes for area in _along(stroke)]
    obstacles.append(QRectF(0, axis, size.width(), size.height() - axis))
    if names:
        ends = [line[-1] for line in places]
        named = ends_labelled(names, ends, look, axis, frame.area.right() + reach + gap)
        labels += named
        obstacles += [label.rect for label in named]
    bounds = QRectF(0, strip, size.width(), axis - strip)
    placed = numbers_placed(lines, places, look, voice, obstacles, bounds)
    labels += placed
    obstacles += [label.rect for label in placed]
    for change in panel.breaks:
        moment = break_place(dates, change)
        if moment is None:
            continue
        x = frame.x(moment)
        note = note_label(change.note, x, look, voice, obstacles, bounds, strip)
        if note is None:
            return None
        labels.append(note)
        obstacles.append(note.rect)
        rules.append(QLineF(x, note.rect.top(), x, axis))
    return Drawing(
        strokes=strokes,
        rules=tuple(rules),
        rule_color=theme.control_border,
        rule_width=look.stroke(2),
        marks=marks,
        labels=tuple(labels),
    )


def _years(date: WrittenDate) -> float:
    return date.years


def _frame(panel: ChartPanel, lines: Sequence[LineValue], area: QRectF) -> TimeFrame:
    years = [point.at.years for line in lines for point in line.points]
    values = [float(point.value) for line in lines for point in line.points]
    if panel.scale == "rank":
        top_value, bottom_value = 1.0, max(2.0, *values)
        area = QRectF(area)
        area.setHeight(area.height() * (1 - _ROOM_UNDER_LAST_RANK))
    else:
        top_value, bottom_value = max(0.0, *values), min(0.0, *values)
    return TimeFrame(area, min(years), max(years), top_value, bottom_value)


def _dates_placed(
    frame: TimeFrame,
    dates: Sequence[WrittenDate],
    settings: Sequence[Setting],
    top: float,
    look: Look,
    size: QSizeF,
) -> Iterator[Label]:
    """The dates that fit, the last and the first before all others."""
    taken: list[QRectF] = []
    order = [len(dates) - 1, 0, *range(len(dates) - 2, 0, -1)]
    for index in dict.fromkeys(order):
        setting = settings[index]
        half = setting.ink / 2
        x = min(max(frame.x(dates[index].years), half), size.width() - half)
        label = Label(setting, x, top, look.theme.text2, CENTRE)
        area = label.rect.adjusted(-look.px(10), 0, look.px(10), 0)
        if not any(area.intersects(other) for other in taken):
            taken.append(label.rect)
            yield label


def _along(stroke: Stroke) -> Iterator[QRectF]:
    """Small areas along a line, which labels keep clear of."""
    reach = stroke.width * 1.5
    for here, there in pairwise(stroke.points):
        steps = max(1, round(QLineF(here, there).length() / (4 * reach)))
        for step in range(steps + 1):
            point = here + (there - here) * (step / steps)
            yield QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
