"""Classes of a data layer's values: four to six, with round ends, whatever stands far out.

Equal steps read best and are taken where they tell the values apart; where a few values are many
times as large as the rest, steps that grow 1, 2, 5, 10 do.  The lowest class and the highest are
open, so a value that stands far out never pushes all others into one shade.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FEWEST, MOST = 4, 6
"""How many classes there are: fewer say little, and more can't be told apart on a map."""

_ROUND = tuple(map(Decimal, ("1", "2", "5")))
_LADDERS = (("1", "2", "5"), ("1", "3"), ("2", "5"), ("1", "5"), ("1",))
"""Steps that grow: the digits that each power of ten has."""
_MOST_STEPS = 24
"""Narrower steps than this many over all values are not looked at."""
_EQUAL_IS_WORTH = 0.04
"""How much worse equal steps may divide the values and still be taken."""
_CLASS_COSTS = 0.025
_EMPTY_COSTS = 0.05


@dataclass(frozen=True)
class LayerClasses:
    """Classes between ascending `ends`; an end belongs to the class above it."""

    ends: tuple[Decimal, ...] = ()

    @classmethod
    def of(cls, values: Iterable[Decimal], steps: Sequence[Decimal] | None = None) -> LayerClasses:
        """Classes that divide these values well, or those between the `steps` that are given."""
        if steps is not None:
            return cls(tuple(sorted(set(steps))))
        known = sorted(values)
        different = len(set(known))
        if different < 2:
            return cls()
        most = min(MOST, different)
        fewest = min(FEWEST, most)
        spread = _Spread(known)
        best = max(_candidates(known, fewest - 1, most - 1), key=spread.worth, default=())
        return cls(tuple(map(_plain, best)))

    @property
    def count(self) -> int:
        """How many classes there are."""
        return len(self.ends) + 1

    def number(self, value: Decimal) -> int:
        """The class of a value, from 0 for the lowest."""
        return sum(end <= value for end in self.ends)


def _candidates(values: Sequence[Decimal], fewest: int, most: int) -> Iterator[tuple[Decimal, ...]]:
    """Neighbouring round ends, `fewest` to `most` of them, that lie between the values."""
    for ladder in (*_equal_steps(values), *_growing_steps(values)):
        inner = [end for end in ladder if values[0] < end <= values[-1]]
        for length in range(fewest, most + 1):
            for first in range(len(inner) - length + 1):
                yield tuple(inner[first : first + length])


def _equal_steps(values: Sequence[Decimal]) -> Iterator[list[Decimal]]:
    span = values[-1] - values[0]
    power = math.floor(span.log10())
    for exponent in (power, power - 1):
        for digit in reversed(_ROUND):
            step = digit * Decimal(10) ** exponent
            if span / step > _MOST_STEPS:
                continue
            first = math.floor(values[0] / step)
            yield [step * number for number in range(first, math.ceil(values[-1] / step) + 1)]


def _growing_steps(values: Sequence[Decimal]) -> Iterator[list[Decimal]]:
    positive = [value for value in values if value > 0]
    if not positive:
        return
    powers = range(math.floor(positive[0].log10()), math.floor(positive[-1].log10()) + 1)
    for digits in _LADDERS:
        yield [Decimal(digit) * Decimal(10) ** power for power in powers for digit in digits]


class _Spread:
    """Sorted values and their ranks, with sums from which any division is judged at once."""

    def __init__(self, values: Sequence[Decimal]) -> None:
        self._values = list(map(float, values))
        ranks = [float(bisect_left(self._values, value)) for value in self._values]
        self._sums = tuple(map(_sums_of, (self._values, ranks)))

    def worth(self, ends: Sequence[Decimal]) -> float:
        """How well ends divide the values.

        Half of it is how alike values of a class are, and half how alike their ranks: so what
        stands far out has a class of its own, and the rest is divided all the same.
        """
        inner = [bisect_left(self._values, float(end)) for end in ends]
        cuts = [0, *inner, len(self._values)]
        likeness = sum(_fit(sums, cuts) for sums in self._sums) / len(self._sums)
        empty = sum(first == last for first, last in pairwise(cuts)) * _EMPTY_COSTS
        equal = len({higher - lower for lower, higher in pairwise(ends)}) == 1
        return likeness - empty - len(ends) * _CLASS_COSTS + (_EQUAL_IS_WORTH if equal else 0)


_Sums = tuple[list[float], list[float]]
"""The sums of the first numbers, and of their squares."""


def _sums_of(numbers: Sequence[float]) -> _Sums:
    return [0.0, *accumulate(numbers)], [0.0, *accumulate(number * number for number in numbers)]


def _fit(sums: _Sums, cuts: Sequence[int]) -> float:
    """How much of the numbers' variance their classes explain, from 0 to 1 (Jenks)."""
    whole = _variance(sums, cuts[0], cuts[-1])
    parts = sum(_variance(sums, first, last) for first, last in pairwise(cuts) if first < last)
    return 1 - parts / whole if whole else 1.0


def _variance(sums: _Sums, first: int, last: int) -> float:
    """The sum of the squared distances from the mean."""
    plain, squared = (each[last] - each[first] for each in sums)
    return squared - plain * plain / (last - first)


def _plain(end: Decimal) -> Decimal:
    """The same without the exponent and the zeros of a computation."""
    return end.quantize(Decimal(1)) if end == end.to_integral_value() else end.normalize()
