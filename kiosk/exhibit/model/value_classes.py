"""Five classes of values from zero on, with round ends, for land and bars of one shade each."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CLASSES = 5
_STEPS = tuple(map(Decimal, ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10")))
"""How wide a class may be, times a power of ten."""


@dataclass(frozen=True)
class ValueClasses:
    """Classes of one `width`, the first from zero on; what is below zero is in the first."""

    width: Decimal

    @classmethod
    def of(cls, values: Iterable[Decimal]) -> ValueClasses:
        """The narrowest classes with round ends that hold these values."""
        highest = max(values, default=Decimal(0))
        if highest <= 0:
            return cls(Decimal(1))
        least = highest / CLASSES
        power = Decimal(10) ** math.floor(least.log10())
        return cls(next(step * power for step in _STEPS if step * power >= least))

    def number(self, value: Decimal) -> int:
        """The class of a value, from 0 for the lowest; an end belongs to the class below it."""
        place = math.ceil(value / self.width) - 1
        return min(CLASSES - 1, max(0, place))

    @property
    def end(self) -> Decimal:
        """The end of the highest class, without the decimals of a computation."""
        end = self.width * CLASSES
        return end.quantize(Decimal(1)) if end == end.to_integral_value() else end
