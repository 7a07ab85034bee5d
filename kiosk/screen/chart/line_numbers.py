"""The numbers of a single line: one face and one size, above their points, the unit said once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from kiosk.languages.figures import Figure, Part
from kiosk.screen.chart.labels import CENTRE, LEFT, RIGHT, Label
from kiosk.screen.chart.number_labels import NUMBER_SIZES, set_figure
from kiosk.screen.chart.taken_room import TakenRoom
from kiosk.screen.chart.unit_caption import without_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QPointF, QRectF

    from kiosk.look.look import Look
    from kiosk.screen.chart.line_values import LinePoint
    from kiosk.screen.chart.number_labels import Number, NumberSize
    from kiosk.screen.locale import Locale

_GAP_U = 8
_AIR_U = 14
_AIR_OF_DIGITS = 0.35
_MANY = 60
"""Of so many points there is no room for a number each, and looking for it would take a second."""
_LINE_AIR_U = 6
_PEARL_REACH_U = 14
_BESIDE = 0.6
"""So far beyond its point, in reaches of a pearl, a number ends that is not over its middle."""
_LIFTS = (0.0, 0.3, 0.6, 1.2)
"""How far a number may be above its place where something is in the way, in heights of digits."""
_FIGURE = "\ue000"


@dataclass(frozen=True)
class PointNumber:
    """A number at a point, or in the middle of several points that have the same rank."""

    figure: Figure
    place: QPointF
    highlighted: bool


def point_numbers(
    points: Sequence[LinePoint],
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
    if ranks:
        return list(_ranks(points, places, locale))
    return [
        PointNumber(
            point.figure if unit_at_highlight and point.highlight else without_words(point.figure),
            place,
            point.highlight,
        )
        for point, place in zip(points, places, strict=True)
    ]


def numbers_placed(
    numbers: Sequence[PointNumber],
    look: Look,
    locale: Locale,
    obstacles: Sequence[QRectF],
    bounds: QRectF,
    *,
    lifted: bool,
) -> tuple[list[tuple[Label, QRectF]], bool]:
    """The numbers above their points, with what their digits cover, and whether all are there.

    All have one size, the largest in which each finds a place.  `lifted` ones may stand higher
    over their points, and where that is not enough every second of them is left out, or two of
    three and so on, counted from the last.  A line of very many points has numbers at its ends, its
    highest and its lowest point, above or below.
    """
    room = TakenRoom(obstacles)

    @cache
    def number_of(index: int, size: NumberSize) -> Number:
        return set_figure(look, locale, numbers[index].figure, size)

    def in_type(wanted: Sequence[int], size: NumberSize) -> list[tuple[Label, QRectF]] | None:
        taken = room.copied()
        found = []
        for index in wanted:
            label = _above(
                number_of(index, size),
                numbers[index],
                look,
                taken,
                bounds,
                lifts=_LIFTS if lifted else (0.0,),
                either_side=len(numbers) > _MANY,
            )
            if label is None:
                return None
            found.append(label)
            aside = min(look.px(_AIR_U), number_of(index, size).digits * _AIR_OF_DIGITS)
            air = look.px(_AIR_U) / 2
            taken.take(label[1].adjusted(-aside, -air, aside, air))
        return found

    for wanted in _choices(numbers):
        if not lifted and len(wanted) < len(numbers) <= _MANY:
            break
        for size in NUMBER_SIZES:
            if not size.large and len(wanted) > 1:
                continue
            found = in_type(wanted, size)
            if found is not None:
                return found, len(wanted) == len(numbers)
    return [], False


def _choices(numbers: Sequence[PointNumber]) -> Iterator[list[int]]:
    """Which numbers are wanted, from all of them to the last alone; the last of all comes first."""
    count = len(numbers)
    important = [index for index in range(count) if numbers[index].highlighted]
    if count > _MANY:
        rising = sorted(range(count), key=lambda index: -numbers[index].place.y())
        yield list(dict.fromkeys((count - 1, 0, rising[-1], rising[0], *important)))
        step = count
    else:
        step = 1
    while step < count:
        yield list(dict.fromkeys((*important, count - 1, *range((count - 1) % step, count, step))))
        step += 1
    yield [count - 1]


def _above(
    number: Number,
    told: PointNumber,
    look: Look,
    taken: TakenRoom,
    bounds: QRectF,
    *,
    lifts: Sequence[float],
    either_side: bool,
) -> tuple[Label, QRectF] | None:
    """The number over its pearl or beside the middle of it, at best clear of lines by some air."""
    reach = look.px(_PEARL_REACH_U + _GAP_U)
    x, half, aside = told.place.x(), number.ink / 2, reach * _BESIDE
    centre = min(max(x, bounds.left() + half), bounds.right() - half)
    around = [(centre, CENTRE)]
    for part in (aside, 0.0, -aside):
        around += [(x + part, RIGHT), (x - part, LEFT)]
    below = told.place.y() + reach + number.digits
    baselines = [told.place.y() - reach - lift * number.digits for lift in lifts]
    if not lifts[1:]:
        baselines += [below] * either_side
    else:
        baselines.append(bounds.top() + number.rise)
    for air, baseline, (left, shift) in product((look.px(_LINE_AIR_U), 0.0), baselines, around):
        rect = number.digits_rect(baseline, left, shift)
        inside = bounds.contains(rect.adjusted(0, number.digits - number.rise, 0, 0))
        if inside and not taken.meets(rect.adjusted(-air, -air, air, air)):
            color = look.theme.accent_text if told.highlighted else look.theme.text
            return number.on(baseline, left, color, shift), rect
    return None


def _ranks(
    points: Sequence[LinePoint], places: Sequence[QPointF], locale: Locale
) -> Iterator[PointNumber]:
    """Each rank once for all points side by side that have it and are joined by a whole line."""
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
        yield PointNumber(
            figure,
            (places[start] + places[index - 1]) / 2,
            any(point.highlight for point in points[start:index]),
        )
        start = index
