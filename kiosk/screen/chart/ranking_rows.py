"""The rows of a ranking: names, numbers under their unit, and bars from one zero to the margin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF

from kiosk.languages.numbers import decimal_mark
from kiosk.look.contrast import contrast
from kiosk.screen.chart.axis_layout import AxisLayout, ZoneRow
from kiosk.screen.chart.bar_rows import Lengths, bar_lengths, lying_bar
from kiosk.screen.chart.bar_values import TAIL_U
from kiosk.screen.chart.labels import Label, keeps_words_whole, overhang, set_plain
from kiosk.screen.chart.number_labels import NumberSize, set_figure
from kiosk.screen.chart.unit_caption import without_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF, QSizeF

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart.axis_layout import Bar
    from kiosk.screen.chart.bar_values import BarValue
    from kiosk.screen.chart.number_labels import Number
    from kiosk.screen.locale import Locale

_ROLES = ("lead", "secondary", "body", "kicker", "source")
"""Of names and numbers alike, from the one we like best to the smallest."""

_GAP_U = 20
_TALLEST_PITCH_U = 128
_THICKEST_U = 56
_OF_PITCH = 0.56
_MOST_FOR_NAMES = (0.36, 0.48, 0.56)
_LEAST_FOR_BARS = 0.26
_NUMBER_PITCH = 1.9
_NAME_PITCH = 1.4
_SHRINK = 0.92
_NAME_WEIGHT, _OWN_WEIGHT, _NUMBER_WEIGHT = 600, 700, 400
_LEAST_CONTRAST = 3.0
"""Of a bar with the panel by WCAG 2.2; a paler one has an edge."""


@dataclass(frozen=True)
class _RankedRow:
    """A bar with its texts set; `whole` is the width of its number before the decimal mark."""

    bar: BarValue
    name: Setting
    number: Number
    whole: float


@dataclass(frozen=True)
class _Rows:
    """All rows in one type, over them their unit; `top` is where the first begins."""

    rows: Sequence[_RankedRow]
    unit: Setting | None
    gap: float

    @property
    def top(self) -> float:
        return 0.0 if self.unit is None else self.unit.size.height()

    @property
    def numbers(self) -> float:
        """Where the column of numbers begins."""
        return max(row.name.ink for row in self.rows) + self.gap

    @property
    def marks(self) -> float:
        """Where all numbers have their decimal mark, or would have it."""
        return self.numbers + max(row.whole for row in self.rows)

    @property
    def start(self) -> float:
        """Where the room for bars begins."""
        return self.marks + max(row.number.ink - row.whole for row in self.rows) + self.gap

    def lengths(self, width: float, tail: float) -> Lengths:
        """The scale at which the bars fill the width."""
        behind = [tail * row.bar.fade[1] for row in self.rows]
        return bar_lengths([row.bar for row in self.rows], self.start, width, behind)


def lay_out_ranking(
    bars: Sequence[BarValue], unit: str, locale: Locale, look: Look, size: QSizeF
) -> AxisLayout:
    """Lay rows out in the largest type in which they fit, or shrink the smallest until they do.

    `unit` is said once, over the numbers; where it is empty, each number says its own.
    """
    for role in _ROLES:
        for part in _MOST_FOR_NAMES:
            rows = _set_rows(bars, unit, locale, look, role, size.width() * part)
            if _fits(rows, look, role, size, size.width() * part):
                return _placed(rows, look, size)
    scale = 1.0
    while _tallest(rows, look, role, scale) > _pitch(rows, size) and scale > 0.1:
        scale *= _SHRINK
        rows = _set_rows(bars, unit, locale, look, role, size.width() * part, scale)
    return _placed(rows, look, size)


def _set_rows(
    bars: Sequence[BarValue],
    unit: str,
    locale: Locale,
    look: Look,
    role: str,
    most: float,
    scale: float = 1.0,
) -> _Rows:
    size = NumberSize(role, 1.0, False, _NUMBER_WEIGHT)
    mark = decimal_mark(locale.language)
    rows: list[_RankedRow] = []
    for bar in bars:
        name = set_plain(
            look,
            bar.name.words,
            language=bar.name.language,
            role=role,
            width=most,
            weight=_OWN_WEIGHT if bar.highlighted else _NAME_WEIGHT,
            scale=scale,
        )
        number = set_figure(
            look, locale, without_words(bar.figure) if unit else bar.figure, size, scale=scale
        )
        rows.append(_RankedRow(bar, name, number, _whole(number.setting, mark)))
    said = None
    if unit:
        said = set_plain(look, unit, language=locale.language, role=role, scale=scale)
    return _Rows(rows, said, look.px(_GAP_U))


def _whole(setting: Setting, mark: str) -> float:
    """The width of a number before its decimal mark, or before what follows its last digit."""
    text = setting.text
    end = text.find(mark)
    if end < 0:
        end = max((at + 1 for at, letter in enumerate(text) if letter.isdecimal()), default=0)
    return max((area.right() for area in setting.areas(0, end)), default=0.0)


def _fits(rows: _Rows, look: Look, role: str, size: QSizeF, most: float) -> bool:
    """Whether rows are low enough, no word is broken and the longest bar has some length."""
    longest = max(abs(float(row.bar.value)) for row in rows.rows)
    scale = rows.lengths(size.width(), look.px(TAIL_U)).scale
    return (
        _tallest(rows, look, role) <= _pitch(rows, size)
        and (longest == 0 or longest * scale >= size.width() * _LEAST_FOR_BARS)
        and (rows.unit is None or rows.numbers + rows.unit.ink <= size.width())
        and all(
            row.name.line_count <= 2
            and keeps_words_whole(
                look, row.bar.name.words, language=row.bar.name.language, width=most, role=role
            )
            for row in rows.rows
        )
    )


def _placed(rows: _Rows, look: Look, size: QSizeF) -> AxisLayout:
    theme = look.theme
    pitch = min(_pitch(rows, size), look.px(_TALLEST_PITCH_U))
    thickness = min(pitch * _OF_PITCH, look.px(_THICKEST_U))
    lengths = rows.lengths(size.width(), look.px(TAIL_U))
    drawn: list[Bar] = []
    labels: list[Label] = []
    rules: list[QLineF] = []
    touched: list[ZoneRow] = []
    if rows.unit is not None:
        labels.append(Label(rows.unit, _unit_place(rows, size), 0.0, theme.text2))
    for place, row in enumerate(rows.rows):
        top = rows.top + pitch * place
        middle = top + pitch / 2
        bar = lying_bar(row.bar, lengths, middle, thickness, look)
        drawn.append(bar)
        if row.bar.fade == (0.0, 0.0) and (
            contrast(row.bar.color(theme), theme.panel) < _LEAST_CONTRAST
        ):
            rules += _edges(bar.rect)
        y = middle - row.name.size.height() / 2
        labels.append(Label(row.name, overhang(row.name), y, theme.text))
        baseline = middle + row.number.digits / 2
        labels.append(row.number.on(baseline, rows.marks - row.whole, theme.text2))
        if row.bar.zone is not None:
            spoken = f"{row.bar.name.words}: {row.bar.figure.spoken}"
            area = bar.rect.united(labels[-1].rect)
            area.setRect(0, top, area.right(), pitch)
            touched.append(ZoneRow(row.bar.zone, spoken, area))
    margin = pitch * (1 - _OF_PITCH) / 4
    bottom = rows.top + pitch * len(rows.rows) - margin
    rules.append(QLineF(lengths.zero, rows.top + margin, lengths.zero, bottom))
    return AxisLayout(
        bars=tuple(drawn), rules=tuple(rules), labels=tuple(labels), zone_rows=tuple(touched)
    )


def _edges(rect: QRectF) -> tuple[QLineF, ...]:
    """The sides of a bar, without that at zero, where there is a rule anyway."""
    inner = rect.adjusted(0, 1, -1, -1)
    return (
        QLineF(inner.topLeft(), inner.topRight()),
        QLineF(inner.topRight(), inner.bottomRight()),
        QLineF(inner.bottomRight(), inner.bottomLeft()),
    )


def _unit_place(rows: _Rows, size: QSizeF) -> float:
    """Over the numbers, or further left where the unit is too long for that."""
    unit = 0.0 if rows.unit is None else rows.unit.ink
    return max(0.0, min(rows.numbers, size.width() - unit))


def _pitch(rows: _Rows, size: QSizeF) -> float:
    return (size.height() - rows.top) / len(rows.rows)


def _tallest(rows: _Rows, look: Look, role: str, scale: float = 1.0) -> float:
    """The height that the tallest row needs: Chinese on a single line less than in a text."""
    single = look.px(look.style(role).size * scale * _NAME_PITCH)
    heights = [row.number.digits * _NUMBER_PITCH for row in rows.rows]
    heights += [single if row.name.line_count == 1 else row.name.size.height() for row in rows.rows]
    return max(heights)
