"""The labels of a line chart: numbers at points, names at ends and the words of a break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.look.typesetting import Span, set_text
from kiosk.screen.chart.labels import (
    CENTRE,
    LEFT,
    NUMBER_SIZES,
    RIGHT,
    Label,
    clear_of,
    set_figure,
    set_words,
    spread,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QColor

    from kiosk.exhibit.text import Text
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart.labels import NumberSize
    from kiosk.screen.chart.line_values import LineValue
    from kiosk.screen.voice import Voice

_GAP_U = 4
_PEARL_REACH_U = 14
_NOTE_GAP_U = 16
_MOST_FOR_NAMES = 0.34
_NOTE_WIDTHS = (0.5, 0.38, 0.3)
_SEVERAL = NUMBER_SIZES[-2:]


def number_sizes(lines: Sequence[LineValue]) -> tuple[NumberSize, ...]:
    """The sizes in which the numbers at the points may stand: large ones for a single line."""
    return NUMBER_SIZES if len(lines) == 1 else _SEVERAL


def name_settings(
    lines: Sequence[LineValue], voice: Voice, look: Look, width: float
) -> list[Setting]:
    """What stands at the end of each line: its last number and its name, in its colour."""
    settings = []
    for index, line in enumerate(lines):
        color = look.theme.series[index]
        words = f"{line.points[-1].figure.drawn}  {line.name.words}"
        spans = (Span(words, weight=700, color=color),)
        setting = set_text(look, spans, language=line.name.language, role="secondary")
        if setting.ink > width * _MOST_FOR_NAMES:
            setting = set_text(
                look,
                spans,
                language=line.name.language,
                role="secondary",
                width=width * _MOST_FOR_NAMES,
            )
        settings.append(setting)
    return settings


def ends_labelled(
    names: Sequence[Setting], ends: Sequence[QPointF], look: Look, bottom: float, left: float
) -> list[Label]:
    """The names beside the ends of their lines, moved apart where they would touch."""
    heights = [name.size.height() for name in names]
    wished = [end.y() - height / 2 for end, height in zip(ends, heights, strict=True)]
    tops = spread(heights, wished, bottom)
    return [Label(name, left, top, look.theme.text) for name, top in zip(names, tops, strict=True)]


def numbers_placed(
    lines: Sequence[LineValue],
    places: Sequence[Sequence[QPointF]],
    look: Look,
    voice: Voice,
    obstacles: Sequence[QRectF],
    bounds: QRectF,
) -> list[Label]:
    """The numbers at the points: all of them if there is room, else the first, last and changed.

    Several lines have their last numbers beside their names.
    """
    ends = 1 if len(lines) > 1 else 0
    best: list[Label] = []
    for keys_only in (False, True):
        for size in number_sizes(lines):
            wanted = [
                (line_index, point_index)
                for line_index, line in enumerate(lines)
                for point_index in range(len(line.points) - ends)
                if line.points[point_index].key or not keys_only
            ]
            wanted.sort(key=lambda found: _importance(lines[found[0]], found[1]))
            placed: list[Label] = []
            taken = list(obstacles)
            for line_index, point_index in wanted:
                figure = lines[line_index].points[point_index].figure
                color = look.theme.series[line_index] if ends else look.theme.text
                setting = set_figure(look, voice, figure, size)
                place = places[line_index][point_index]
                label = _beside(setting, place, color, look, taken, bounds)
                if label is not None:
                    placed.append(label)
                    taken.append(label.rect)
            if len(placed) == len(wanted):
                return placed
            if keys_only and len(placed) > len(best):
                best = placed
    return best


def note_label(
    note: Text,
    x: float,
    look: Look,
    voice: Voice,
    obstacles: Sequence[QRectF],
    bounds: QRectF,
    strip: float,
) -> Label | None:
    """The words of a break beside its line at `x`; None where nothing is free.

    With a `strip` they stand in it, above everything else.
    """
    gap = look.px(_NOTE_GAP_U)
    if strip:
        width = bounds.width()
        setting = set_words(look, voice, note, width=width)
        left = min(max(0.0, x - setting.ink / 2), width - setting.ink)
        return Label(setting, left, max(0.0, strip - setting.size.height()), look.theme.text2)
    for part in _NOTE_WIDTHS:
        for shift, sign in ((RIGHT, -1), (LEFT, 1)):
            setting = set_words(look, voice, note, width=bounds.width() * part, shift=shift)
            top = bounds.top()
            while top + setting.size.height() <= bounds.bottom():
                label = Label(setting, x + sign * gap, top, look.theme.text2, shift)
                if clear_of(label.rect, obstacles, bounds):
                    return label
                top += gap
    return None


def _importance(line: LineValue, index: int) -> tuple[int, int]:
    """The last number first, then the first one, those that changed and the others."""
    if index == len(line.points) - 1:
        return (0, index)
    if index == 0:
        return (1, index)
    return (2 if line.points[index].key else 3, index)


def _beside(
    setting: Setting,
    place: QPointF,
    color: QColor,
    look: Look,
    obstacles: Sequence[QRectF],
    bounds: QRectF,
) -> Label | None:
    """The number above its pearl or, where that isn't free, around it."""
    reach = look.px(_PEARL_REACH_U)
    gap = look.px(_GAP_U)
    above = place.y() - reach - gap - setting.size.height()
    below = place.y() + reach + gap
    half = setting.ink / 2
    centre = min(max(place.x(), bounds.left() + half), bounds.right() - half)
    for y in (above, below):
        for x, shift in (
            (centre, CENTRE),
            (place.x() + reach, RIGHT),
            (place.x() - reach, LEFT),
        ):
            label = Label(setting, x, y, color, shift)
            if clear_of(label.rect, obstacles, bounds):
                return label
    return None
