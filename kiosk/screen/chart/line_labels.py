"""The labels of a line chart: names and numbers at the ends of lines, and the words of a break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.screen.chart.labels import (
    LEFT,
    RIGHT,
    Label,
    set_plain,
    set_words,
    spread,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF, QRectF, QSizeF
    from PySide6.QtGui import QColor

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart.line_values import LineValue
    from kiosk.screen.chart.taken_room import TakenRoom
    from kiosk.screen.locale import Locale
    from kiosk.text.multilingual import Text

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


def note_label(
    note: Text, x: float, look: Look, locale: Locale, taken: TakenRoom, bounds: QRectF
) -> Label | None:
    """The words of a break behind its mark at `x` or else before it, as high as possible.

    None where nothing is free.
    """
    gap = look.px(_NOTE_GAP_U)
    for part in _NOTE_WIDTHS:
        for shift, sign in ((LEFT, 1), (RIGHT, -1)):
            setting = set_words(look, locale, note, width=bounds.width() * part, shift=shift)
            top = bounds.top()
            while top + setting.size.height() <= bounds.bottom():
                label = Label(setting, x + sign * gap, top, look.theme.text2, shift)
                room = label.rect.adjusted(-gap / 2, 0, gap / 2, 0).intersected(bounds)
                if bounds.contains(label.rect) and not taken.meets(room):
                    return label
                top += gap
    return None


def note_in_strip(note: Text, x: float, look: Look, locale: Locale, strip: QRectF) -> Label:
    """The words of a break in a strip of their own, above the lines."""
    setting = set_words(look, locale, note, width=strip.width())
    left = min(max(0.0, x - setting.ink / 2), strip.width() - setting.ink)
    top = max(strip.top(), strip.bottom() - setting.size.height())
    return Label(setting, left, top, look.theme.text2)
