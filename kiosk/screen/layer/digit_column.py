"""The numbers of a ranking in a column, with their decimal marks below each other.

None is rounded for it: sources state some exactly and others not, and a column shows which.  Very
long ones end below each other instead, beside a name and a bar that they leave room for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.languages.numbers import decimal_mark
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter

    from kiosk.look.look import Look
    from kiosk.screen.layer.layer_content import LayerContent, LayerRow

_YEAR_SCALE = 0.85
_YEAR_GAP_U = 10
_LEAST_SCALE = 20 / 24


@dataclass(frozen=True)
class DigitColumn:
    """The settings of all rows by zone, and how wide their parts are at most, in pixels."""

    settings: Mapping[str, tuple[Setting, float, Setting | None]]
    nothing: Setting
    whole: float
    decimals: float
    years: float

    @classmethod
    def of(
        cls,
        rows: Sequence[LayerRow],
        content: LayerContent,
        look: Look,
        most: float,
        scale: float = 1.0,
    ) -> DigitColumn:
        """Set the numbers of these rows, and beside them the years that are not the asked one.

        Where the column would be wider than `most` pixels its numbers end below each other, and
        where that is too wide too they are smaller, as far as they can still be read.  `scale`
        is how large they may be in the height of a row.
        """
        scale = max(_LEAST_SCALE, scale)
        column = cls._set_at(scale, rows, content, look)
        if column.width <= most:
            return column
        column = column._ending_together()
        if column.width <= most:
            return column
        scale = max(_LEAST_SCALE, scale * most / column.width * 0.99)
        return cls._set_at(scale, rows, content, look)._ending_together()

    @classmethod
    def _set_at(
        cls, scale: float, rows: Sequence[LayerRow], content: LayerContent, look: Look
    ) -> DigitColumn:
        language = content.locale.language
        mark = decimal_mark(language)
        found: dict[str, tuple[Setting, float, Setting | None]] = {}
        for row in rows:
            if row.value is None:
                continue
            number = _set(look, Span(row.digits, weight=700, scale=scale), language)
            before = row.digits.partition(mark)[0]
            whole = _set(look, Span(before, weight=700, scale=scale), language)
            year = None
            if row.other_year:
                year = _set(look, Span(row.other_year, scale=_YEAR_SCALE), language)
            found[row.zone] = number, whole.ink, year
        parts = found.values()
        widest = max((year.ink for _, _, year in parts if year is not None), default=0.0)
        return cls(
            found,
            _set(look, Span(content.locale.say("no_value"), scale=scale), language),
            max((whole for _, whole, _ in parts), default=0.0),
            max((number.ink - whole for number, whole, _ in parts), default=0.0),
            widest + (look.px(_YEAR_GAP_U) if widest else 0.0),
        )

    def _ending_together(self) -> DigitColumn:
        """The same with the last digits below each other."""
        settings = {
            zone: (number, number.ink, year) for zone, (number, _, year) in self.settings.items()
        }
        widest = max((number.ink for number, _, _ in settings.values()), default=0.0)
        return replace(self, settings=settings, whole=widest, decimals=0.0)

    @property
    def width(self) -> float:
        """How wide the column is; words in place of a number may begin where a bar would."""
        return self.whole + self.decimals + self.years

    def draw(self, painter: QPainter, row: LayerRow, rect: QRectF, ink: QColor) -> None:
        """Draw the number of a row at the right of its rectangle."""
        number, whole, year = self.settings[row.zone]
        x = rect.right() - self.width + self.whole - whole
        number.draw(painter, x, rect.center().y() - number.size.height() / 2, ink)
        if year is not None:
            x = rect.right() - year.ink
            year.draw(painter, x, rect.center().y() - year.size.height() / 2, ink)

    def draw_nothing(self, painter: QPainter, x: float, rect: QRectF, ink: QColor) -> None:
        """Say at `x` that a row has no number."""
        y = rect.center().y() - self.nothing.size.height() / 2
        self.nothing.draw(painter, x, y, ink)


def _set(look: Look, span: Span, language: str) -> Setting:
    return set_text(look, [span], language=language, role="control")
