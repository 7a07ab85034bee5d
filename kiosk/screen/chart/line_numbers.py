"""The numbers of a single line: one face and one size, above their points, the unit said once."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise, product
from typing import TYPE_CHECKING

from kiosk.languages.figures import Figure, Part
from kiosk.screen.chart.labels import CENTRE
from kiosk.screen.chart.number_labels import NUMBER_SIZES, set_figure
from kiosk.screen.chart.unit_caption import digits_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QPointF, QRectF

    from kiosk.look.look import Look
    from kiosk.screen.chart.labels import Label
    from kiosk.screen.chart.line_values import LinePoint, LineValue
    from kiosk.screen.chart.number_labels import Number, NumberSize
    from kiosk.screen.chart.taken_room import TakenRoom
    from kiosk.screen.locale import Locale

_GAP_U = 8
_AIR_U = 14
_AIR_OF_DIGITS = 0.35
_TAIL_OF_DIGITS = 0.2
"""How far a comma goes below the digits: none may stand on the number under it."""
_MANY = 24
"""Of more points there is no room for a number each, and looking for it would hold up a frame."""
_FEW = 12
"""Of so few points, all in small type are read more easily than some of them."""
_LINE_AIR_U = 6
_PEARL_REACH_U = 14
_NEARLY_OVER = (0.0, -0.2, 0.2, -0.4, 0.4)
_BESIDE = (*_NEARLY_OVER, -0.7, 0.7, -1.0, 1.0)
"""How far the middle of a number may be beside its point, in halves of its width."""
_OF_THE_WAY = 0.3
"""So far its middle may be on the way to the next point; beyond, it would seem that one's."""
_LIFTS = (0.0, 0.5, 1.0)
"""How far a number may be above its place where something is in the way, in heights of digits."""
_AT_THE_LINE = tuple((asides, _LIFTS[:1]) for asides in (_NEARLY_OVER[:1], _NEARLY_OVER, _BESIDE))
_TRIES = (*_AT_THE_LINE, (_BESIDE, _LIFTS))
"""Smaller and over its point comes before large and beside it."""
_FIGURE = "\ue000"


@dataclass(frozen=True)
class PointNumber:
    """A number at a point, or in the middle of several points that have the same rank.

    Its middle stays between `left` and `right`, clearly nearest to its own.  An `outermost` one is
    the first or the last between two breaks.
    """

    figure: Figure
    place: QPointF
    highlighted: bool
    left: float
    right: float
    outermost: bool


def point_numbers(
    line: LineValue,
    places: Sequence[QPointF],
    locale: Locale,
    *,
    ranks: bool,
    unit_at_highlight: bool,
) -> list[PointNumber]:
    """What the numbers of a line say, in the order of time.

    A rank that is kept for several points is said once for all of them.  Of amounts, only the
    highlighted one says in what it is counted, or none where a caption does.
    """
    points, crossing = line.points, (True, *line.crossing, True)
    ways = [(there.x() - here.x()) * _OF_THE_WAY for here, there in pairwise(places)]
    ways = [math.inf, *ways, math.inf]

    def number(figure: Figure, first: int, last: int) -> PointNumber:
        return PointNumber(
            figure,
            (places[first] + places[last]) / 2,
            any(point.highlight for point in points[first : last + 1]),
            places[first].x() - ways[first],
            places[last].x() + ways[last + 1],
            crossing[first] or crossing[last + 1],
        )

    if ranks:
        return [number(*told) for told in _ranks(points, locale)]
    return [
        number(
            point.figure if unit_at_highlight and point.highlight else digits_alone(point.figure),
            index,
            index,
        )
        for index, point in enumerate(points)
    ]


def has_room_for_all(line: LineValue) -> bool:
    """Whether there can be a number at each point of a line."""
    return len(line.points) <= _MANY


def numbers_placed(
    numbers: Sequence[PointNumber],
    look: Look,
    locale: Locale,
    room: TakenRoom,
    bounds: QRectF,
    *,
    lifted: bool,
) -> tuple[list[tuple[Label, QRectF]], bool]:
    """The numbers above their points, with what their digits cover, and whether all are there.

    All have one size, the largest in which each finds a place.  `lifted` ones may stand higher
    over their points and be small, and where that is not enough some are left out.  A line of
    very many points has numbers where it begins, ends, breaks and turns, above or below.
    """

    @cache
    def number_of(index: int, size: NumberSize) -> Number:
        return set_figure(look, locale, numbers[index].figure, size)

    def in_type(
        wanted: Sequence[int],
        size: NumberSize,
        asides: Sequence[float],
        lifts: Sequence[float],
        *,
        all_or_none: bool = True,
    ) -> list[tuple[Label, QRectF]]:
        taken = room.copied()
        found = []
        for index in wanted:
            label = _above(
                number_of(index, size),
                numbers[index],
                look,
                taken,
                bounds,
                # The others have more room if the first is further to the left.
                asides=sorted(asides) if index == 0 else asides,
                lifts=lifts,
                either_side=len(numbers) > _MANY,
            )
            if label is None and all_or_none:
                return []
            if label is None:
                continue
            found.append(label)
            aside = min(look.px(_AIR_U), number_of(index, size).digits * _AIR_OF_DIGITS)
            air = look.px(_AIR_U) / 2 + number_of(index, size).digits * _TAIL_OF_DIGITS
            taken.take(label[1].adjusted(-aside, -air, aside, air))
        return found

    choices = _choices(numbers)
    for wanted, sizes in choices if lifted else islice(choices, 1):
        for (asides, lifts), size in product(_TRIES if lifted else _AT_THE_LINE, sizes):
            found = in_type(wanted, size, asides, lifts)
            if found:
                return found, len(wanted) == len(numbers)
    if not lifted:
        return [], False
    smallest = NUMBER_SIZES[-1]
    return in_type(_outstanding(numbers), smallest, _BESIDE, _LIFTS, all_or_none=False), False


def _choices(numbers: Sequence[PointNumber]) -> Iterator[tuple[list[int], Sequence[NumberSize]]]:
    """Which numbers are wanted and how large they may be.

    All of them, a few also in small type; then those that stand out with every second, third and
    so on between them, counted from the last; at last those that stand out.
    """
    count, large = len(numbers), [size for size in NUMBER_SIZES if size.large]
    small = [size for size in NUMBER_SIZES if not size.large]
    if count <= _MANY:
        yield list(range(count)), large
    if count <= _FEW:
        yield list(range(count)), small
    outstanding = _outstanding(numbers)
    for sizes in (large, small):
        for step in range(2, count if count <= _MANY else 0):
            nth = [
                index
                for index in range((count - 1) % step, count, step)
                if all(abs(index - other) >= step for other in outstanding)
            ]
            if not nth:
                break
            yield [*outstanding, *nth], sizes
        yield outstanding, sizes


def _outstanding(numbers: Sequence[PointNumber]) -> list[int]:
    """Those that are wanted before others: of the highlight, the ends of stretches, extremes."""
    indexes = range(len(numbers))
    rising = sorted(indexes, key=lambda index: -numbers[index].place.y())
    wanted = [
        *(index for index in indexes if numbers[index].highlighted),
        indexes[-1],
        0,
        *(index for index in indexes if numbers[index].outermost),
        rising[-1],
        rising[0],
    ]
    return list(dict.fromkeys(wanted))


def _above(
    number: Number,
    told: PointNumber,
    look: Look,
    taken: TakenRoom,
    bounds: QRectF,
    *,
    asides: Sequence[float],
    lifts: Sequence[float],
    either_side: bool,
) -> tuple[Label, QRectF] | None:
    """The number over its pearl, at best over its middle and clear of lines by some air."""
    reach = look.px(_PEARL_REACH_U + _GAP_U)
    x, half = told.place.x(), number.ink / 2
    within = [
        min(max(x + aside * half, bounds.left() + half), bounds.right() - half) for aside in asides
    ]
    centres = [centre for centre in dict.fromkeys(within) if told.left <= centre <= told.right]
    baselines = [told.place.y() - reach - lift * number.digits for lift in lifts]
    if either_side:
        baselines.append(told.place.y() + reach + number.digits)
    for air, baseline, centre in product((look.px(_LINE_AIR_U), 0.0), baselines, centres):
        rect = number.digits_rect(baseline, centre, CENTRE)
        if rect.bottom() > bounds.bottom() or baseline - number.rise < bounds.top():
            continue
        if not taken.meets(rect, air):
            color = look.theme.accent_text if told.highlighted else look.theme.text
            return number.on(baseline, centre, color, CENTRE), rect
    return None


def _ranks(points: Sequence[LinePoint], locale: Locale) -> Iterator[tuple[Figure, int, int]]:
    """Each rank once for all points side by side that have it, with the first and last of them."""
    start = 0
    for index in range(1, len(points) + 1):
        if index < len(points) and points[index].value == points[start].value:
            continue
        figure, times = points[start].figure, index - start
        if times > 1:
            said = locale.say("rank_kept", figure=_FIGURE, times=str(times))
            before, _, behind = said.partition(_FIGURE)
            parts = (Part(before, "unit"), *figure.parts, Part(behind, "unit"))
            figure = Figure(
                tuple(part for part in parts if part.text), said.replace(_FIGURE, figure.spoken)
            )
        yield figure, start, index - 1
        start = index
