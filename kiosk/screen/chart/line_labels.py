"""The labels of a line chart: numbers at points, names at ends and the words of a break."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from kiosk.screen.chart.labels import (
    CENTRE,
    LEFT,
    RIGHT,
    Label,
    clear_of,
    set_plain,
    set_words,
    spread,
)
from kiosk.screen.chart.number_labels import NUMBER_SIZES, set_figure
from kiosk.screen.chart.taken_room import TakenRoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF, QRectF, QSizeF
    from PySide6.QtGui import QColor

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart.line_values import LinePoint, LineValue
    from kiosk.screen.chart.number_labels import Number, NumberSize
    from kiosk.screen.locale import Locale
    from kiosk.text.multilingual import Text

_Found: TypeAlias = "list[tuple[Label, QRectF]]"

_GAP_U = 8
_AIR_U = 14
_AIR_OF_DIGITS = 0.35
_FEW = 4
_MANY = 60
"""Of so many points there is no room for a number each, and looking for it would take a second."""
_LINE_AIR_U = 6
_PEARL_REACH_U = 14
_NOTE_GAP_U = 16
_NAME_TYPES = (("secondary", 0.34), ("secondary", 0.42), ("source", 0.42))
_NOTE_WIDTHS = (0.5, 0.38, 0.3)


def name_settings(lines: Sequence[LineValue], look: Look, room: QSizeF) -> list[Setting]:
    """The labels at the end of each line: its last number and its name, in its colour.

    In the largest type in which they all fit below each other.
    """
    settings: list[Setting] = []
    for role, part in _NAME_TYPES:
        settings = _names(lines, look, role, room.width() * part)
        height = sum(setting.size.height() for setting in settings)
        if height <= room.height():
            return settings
    # Smaller type needs fewer lines too, so this is small enough.
    return _names(lines, look, role, room.width() * part, scale=room.height() / height)


def _names(
    lines: Sequence[LineValue], look: Look, role: str, width: float, scale: float = 1.0
) -> list[Setting]:
    return [
        set_plain(
            look,
            f"{line.points[-1].figure.drawn}  {line.name.words}",
            language=line.name.language,
            role=role,
            width=width,
            weight=700,
            scale=scale,
        )
        for line in lines
    ]


def labels_at_ends(
    settings: Sequence[Setting],
    ends: Sequence[QPointF],
    colors: Sequence[QColor],
    *,
    x: float,
    shift: float,
    bottom: float,
) -> list[Label]:
    """Labels beside the ends of lines, moved apart where they would touch."""
    heights = [setting.size.height() for setting in settings]
    wished = [end.y() - height / 2 for end, height in zip(ends, heights, strict=True)]
    tops = spread(heights, wished, bottom)
    return [
        Label(setting, x, top, color, shift)
        for setting, top, color in zip(settings, tops, colors, strict=True)
    ]


def first_settings(lines: Sequence[LineValue], locale: Locale, look: Look) -> list[Setting]:
    """The labels at the start of each of several lines: its first number."""
    return [
        set_plain(look, line.points[0].figure.drawn, language=locale.language, weight=700)
        for line in lines
    ]


def numbers_placed(
    points: Sequence[LinePoint],
    places: Sequence[QPointF],
    look: Look,
    locale: Locale,
    obstacles: Sequence[QRectF],
    bounds: QRectF,
) -> tuple[list[tuple[Label, QRectF]], bool]:
    """The numbers at the points of a single line, with what their digits cover.

    All of them in one large type if there is room, more than a few at best in a row above the
    line; else the first, the last and those that changed, and the others smaller where they
    find a place.  A line of very many points has numbers at its ends, its highest and its lowest.
    And whether the important ones all found one.
    """
    everyone = sorted(range(len(points)), key=lambda index: _importance(points, index))
    if len(points) > _MANY:
        everyone = _ends_and_extremes(points)
    keys = [index for index in everyone if points[index].key]
    large = [size for size in NUMBER_SIZES if size.large]
    many = len(points) > _FEW

    room = TakenRoom(obstacles)

    @cache
    def number_of(index: int, size: NumberSize) -> Number:
        return set_figure(look, locale, points[index].figure, size)

    def in_type(
        wanted: Sequence[int],
        size: NumberSize,
        *,
        even: bool,
        taken: TakenRoom,
        or_none: bool = False,
    ) -> _Found:
        found: _Found = []
        for index in wanted:
            number = number_of(index, size)
            label = _beside(number, places[index], look, taken, bounds, above_only=even)
            if label is not None:
                found.append(label)
                aside = min(look.px(_AIR_U), number.digits * _AIR_OF_DIGITS)
                air = look.px(_AIR_U) / 2
                taken.take(label[1].adjusted(-aside, -air, aside, air))
            elif or_none:
                return []
        return found

    for even, size in product((True, False) if many else (False,), large):
        found = in_type(everyone, size, even=even, taken=room.copied(), or_none=True)
        if len(found) == len(everyone):
            return found, True
    best: _Found = []
    for place, size in enumerate(NUMBER_SIZES):
        taken = room.copied()
        found = in_type(keys, size, even=False, taken=taken)
        if len(found) == len(keys):
            important = set(keys)
            others = [index for index in everyone if index not in important]
            for smaller in NUMBER_SIZES[max(place, len(large)) :]:
                beside = in_type(others, smaller, even=True, taken=taken.copied())
                if len(beside) == len(others):
                    break
            return found + beside, True
        best = max(best, found, key=len)
    return best, False


def note_label(
    note: Text, x: float, look: Look, locale: Locale, obstacles: Sequence[QRectF], bounds: QRectF
) -> Label | None:
    """The words of a break beside its mark at `x`, as high as possible; None if nothing is free."""
    gap = look.px(_NOTE_GAP_U)
    for part in _NOTE_WIDTHS:
        for shift, sign in ((RIGHT, -1), (LEFT, 1)):
            setting = set_words(look, locale, note, width=bounds.width() * part, shift=shift)
            top = bounds.top()
            while top + setting.size.height() <= bounds.bottom():
                label = Label(setting, x + sign * gap, top, look.theme.text2, shift)
                room = label.rect.adjusted(-gap / 2, 0, gap / 2, 0).intersected(bounds)
                if bounds.contains(label.rect) and clear_of(room, obstacles, bounds):
                    return label
                top += gap
    return None


def note_in_strip(note: Text, x: float, look: Look, locale: Locale, strip: QRectF) -> Label:
    """The words of a break in a strip of their own, above the lines."""
    setting = set_words(look, locale, note, width=strip.width())
    left = min(max(0.0, x - setting.ink / 2), strip.width() - setting.ink)
    top = max(strip.top(), strip.bottom() - setting.size.height())
    return Label(setting, left, top, look.theme.text2)


def _importance(points: Sequence[LinePoint], index: int) -> tuple[int, int]:
    """The last number first, then the first one, those that changed and the others."""
    if index == len(points) - 1:
        return (0, index)
    if index == 0:
        return (1, index)
    return (2 if points[index].key else 3, index)


def _ends_and_extremes(points: Sequence[LinePoint]) -> list[int]:
    """The last, the first, the highest and the lowest point, each once."""
    rising = sorted(range(len(points)), key=lambda index: points[index].value)
    return list(dict.fromkeys((len(points) - 1, 0, rising[-1], rising[0])))


def _beside(
    number: Number,
    place: QPointF,
    look: Look,
    taken: TakenRoom,
    bounds: QRectF,
    *,
    above_only: bool,
) -> tuple[Label, QRectF] | None:
    """The number above its pearl or, where that isn't free, around it; at best clear of lines."""
    reach = look.px(_PEARL_REACH_U + _GAP_U)
    half = number.ink / 2
    centre = min(max(place.x(), bounds.left() + half), bounds.right() - half)
    around = ((centre, CENTRE), (place.x(), RIGHT), (place.x(), LEFT))
    above, below = place.y() - reach, place.y() + reach + number.digits
    baselines = (above,) if above_only else (above, below)
    for air, baseline, (x, shift) in product((look.px(_LINE_AIR_U), 0.0), baselines, around):
        rect = number.digits_rect(baseline, x, shift)
        inside = bounds.contains(rect.adjusted(0, number.digits - number.rise, 0, 0))
        around_it = rect.adjusted(-air, -air, air, air)
        if inside and not taken.meets(around_it):
            return number.on(baseline, x, look.theme.text, shift), rect
    return None
