"""The time axis: the positions of moments and values, and the dates below."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF

from kiosk.screen.chart.labels import CENTRE, LEFT, Label, set_plain, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF

    from kiosk.exhibit.model.values import WrittenDate
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.locale import Locale

_AIR_U = 14
_TICK_U = 8
_NEARLY = 0.35
_FEW = 4
_MANY = 60
"""More dates than this never fit side by side, so they are not all measured."""

_ROLES = ("secondary", "source")


@dataclass(frozen=True)
class TimeFrame:
    """The positions of years and values, in pixels; a rank grows downwards."""

    area: QRectF
    first_year: float
    last_year: float
    top_value: float
    bottom_value: float

    def x(self, years: float) -> float:
        """The x of a moment, given in years."""
        span = self.last_year - self.first_year
        if span <= 0:
            return self.area.center().x()
        return self.area.left() + (years - self.first_year) / span * self.area.width()

    def y(self, value: float) -> float:
        """The y of a value."""
        span = self.bottom_value - self.top_value
        if span == 0:
            return self.area.center().y()
        return self.area.top() + (value - self.top_value) / span * self.area.height()


def place_dates(
    frame: TimeFrame,
    dates: Sequence[WrittenDate],
    locale: Locale,
    look: Look,
    *,
    top: float,
    width: float,
) -> list[Label]:
    """The dates in the larger type in which all of them are at their moments, or nearly so.

    Years are bare digits where their words, as in 2015年, leave no room.  A few are side by side
    in any case; of many, those that fit, the last and the first before all others.
    """
    if len(dates) > _MANY:
        return _those_that_fit(frame, dates, locale, look, top=top, width=width)
    placed: list[Label] = []
    written = [locale.date(date) for date in dates]
    ways = [written]
    if all(date.month is None for date in dates):
        ways.append([str(date.year) for date in dates])
    for role, words in product(_ROLES, ways):
        settings = [set_plain(look, each, language=locale.language, role=role) for each in words]
        moved, placed = _side_by_side(frame, dates, settings, look, top=top, width=width)
        if placed and moved <= _NEARLY:
            return placed
    if placed and len(dates) <= _FEW:
        return placed
    return _those_that_fit(frame, dates, locale, look, top=top, width=width)


def _side_by_side(
    frame: TimeFrame,
    dates: Sequence[WrittenDate],
    settings: Sequence[Setting],
    look: Look,
    *,
    top: float,
    width: float,
) -> tuple[float, list[Label]]:
    """All dates, and how far the worst is from its moment, in its own widths; or none at all."""
    air = look.px(_AIR_U)
    if sum(setting.ink + air for setting in settings) - air > width:
        return 0.0, []
    wished = [
        frame.x(date.years) - setting.ink / 2 for date, setting in zip(dates, settings, strict=True)
    ]
    lefts = spread([setting.ink + air for setting in settings], wished, width + air)
    moved = max(
        abs(left - wish) / setting.ink
        for left, wish, setting in zip(lefts, wished, settings, strict=True)
    )
    return moved, [
        Label(setting, left, top, look.theme.text2, LEFT)
        for setting, left in zip(settings, lefts, strict=True)
    ]


def _those_that_fit(
    frame: TimeFrame,
    dates: Sequence[WrittenDate],
    locale: Locale,
    look: Look,
    *,
    top: float,
    width: float,
) -> list[Label]:
    air = look.px(_AIR_U)
    placed: list[Label] = []
    taken: list[QRectF] = []
    written = _with_both_ends(dates, locale, look, width)
    for index in dict.fromkeys((len(dates) - 1, 0, *range(len(dates)))):
        moment = frame.x(dates[index].years)
        if any(other.left() < moment < other.right() for other in taken):
            continue
        setting = set_plain(look, written[index], language=locale.language, role=_ROLES[-1])
        half = setting.ink / 2
        label = Label(setting, min(max(moment, half), width - half), top, look.theme.text2, CENTRE)
        area = label.rect.adjusted(-air / 2, 0, air / 2, 0)
        if not any(area.intersects(other) for other in taken):
            placed.append(label)
            taken.append(area)
    return placed


def _with_both_ends(
    dates: Sequence[WrittenDate], locale: Locale, look: Look, width: float
) -> list[str]:
    """The dates in the longest words in which the first and the last have room side by side."""
    years = [str(date.year) for date in dates]
    written = [locale.date(date) for date in dates]
    if len({years[0], years[-1]}) == 1:
        return written
    ends = (written[0], written[-1])
    role, language = _ROLES[-1], locale.language
    inks = [set_plain(look, each, language=language, role=role).ink for each in ends]
    return written if sum(inks) + look.px(_AIR_U) <= width else years


def ticks(frame: TimeFrame, dates: Sequence[WrittenDate], axis: float, look: Look) -> list[QLineF]:
    """Short strokes on the axis, because a date may be beside its moment."""
    return [
        QLineF(frame.x(date.years), axis, frame.x(date.years), axis + look.px(_TICK_U))
        for date in dates
    ]
