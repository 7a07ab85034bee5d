"""One data layer divided by another: what belongs to each person or to each square kilometre."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from kiosk.exhibit.model.data_layer import DataLayer, ZoneValue
from kiosk.exhibit.model.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_DIGITS = 3
"""So many digits of a quotient are told: more would be more exact than any census is."""

_MANTISSA = re.compile(r"[\d.,]+")


def divided(layer: DataLayer, upper: DataLayer, lower: DataLayer) -> DataLayer:
    """The layer with the quotient of both for each zone and year that both know.

    It has their sources, dates and changes of method where it names none, and is as exact as the
    less exact of the two numbers.  That they are rounded is said once, of all of them.
    """
    unique = {step.before: step for each in (lower, upper) for step in each.breaks}
    return layer.model_copy(
        update={
            "points": tuple(_points(upper, lower)),
            "source": layer.source or tuple(dict.fromkeys((*upper.source, *lower.source))),
            "breaks": layer.breaks or tuple(unique[date] for date in sorted(unique)),
            "apart": layer.apart or tuple(dict.fromkeys((*upper.apart, *lower.apart))),
        }
    )


def _points(upper: DataLayer, lower: DataLayer) -> Iterator[ZoneValue]:
    below = {(point.zone, lower.date(point).year): point for point in lower.points}
    for point in upper.points:
        other = below.get((point.zone, upper.date(point).year))
        if other is None or not other.number or not {point.bound, other.bound} <= {None, "about"}:
            continue
        exact = point.number / other.number
        digits = min(MOST_DIGITS, *(_digits(each.value) for each in (point, other)))
        yield ZoneValue(
            zone=point.zone,
            value=Value.of(_rounded(exact, digits)),
            at=max(upper.date(point), lower.date(other)),
            bound=point.bound or other.bound,
        )


def _digits(value: Value) -> int:
    """How many digits of a number are told: two in 0.68 million, four in 2,460."""
    found = _MANTISSA.search(value.written)
    digits = re.sub(r"[.,]", "", found[0]) if found else ""
    return len(digits.lstrip("0")) or 1


def _rounded(number: Decimal, digits: int) -> Decimal:
    """The number with so many digits that count, written without an exponent."""
    if not number:
        return Decimal(0)
    end = Decimal(1).scaleb(number.adjusted() - digits + 1)
    told = number.quantize(end, ROUND_HALF_EVEN) if end < 1 else round(number / end) * end
    return told.quantize(Decimal(1)) if told == told.to_integral_value() else told
