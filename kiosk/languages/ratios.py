"""Ratios as people say them: "about 3.2 times", "nearly half"; never more exact than that."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Approximation = Literal["exactly", "about", "nearly"]

_ALIKE = (Decimal("0.95"), Decimal("1.05"))
"""What lies between them is about as much; small figures are seldom better known than that."""

_PARTS: tuple[tuple[str, Decimal], ...] = (
    ("three_quarters", Decimal(3) / 4),
    ("two_thirds", Decimal(2) / 3),
    ("half", Decimal(1) / 2),
    ("third", Decimal(1) / 3),
    ("quarter", Decimal(1) / 4),
    ("fifth", Decimal(1) / 5),
    ("tenth", Decimal(1) / 10),
)
"""The parts that have a name; what is near none of them is told the other way round."""

_NEAR = Decimal("0.04")
"""How far from a part, in shares of it, a ratio may be to be called by its name."""

_PER_CENT_UP_TO = Decimal("1.45")
_ONE_AND_A_HALF_UP_TO = Decimal("1.55")
_TENTHS_UP_TO = Decimal("9.95")


@dataclass(frozen=True)
class Ratio:
    """How one number is to another.

    `kind` is how it is said: `same` and `alike` without a number, `more` by so many per cent, and
    `times` or `part` by the number or by the word in `name`.  It is `turned` where the second
    number is the larger one and the sentence has to begin with that.
    """

    kind: Literal["same", "alike", "more", "times", "part"]
    approximation: Approximation = "exactly"
    number: Decimal = Decimal(1)
    name: str = ""
    turned: bool = False


def ratio(one: Decimal, other: Decimal, *, per_cent: bool = True) -> Ratio:
    """How two positive numbers compare; without `per_cent` a small lead is told in times too."""
    if one == other:
        return Ratio("same")
    exact = one / other
    if _ALIKE[0] <= exact <= _ALIKE[1]:
        return Ratio("alike", "about")
    if exact > 1:
        return _times(exact, per_cent=per_cent)
    for name, part in _PARTS:
        if abs(exact - part) <= part * _NEAR:
            return Ratio("part", _approximation(exact, part, may_be_less=True), part, name)
    times = _times(other / one, per_cent=per_cent)
    return Ratio(times.kind, times.approximation, times.number, times.name, turned=True)


def _times(exact: Decimal, *, per_cent: bool) -> Ratio:
    if exact < _PER_CENT_UP_TO and per_cent:
        lead = (exact - 1) * 100
        # Both numbers stand beside the sentence: whoever works it out finds what it says.
        told = lead.quantize(Decimal(1), ROUND_HALF_UP)
        return Ratio("more", _approximation(lead, told), told)
    if _PER_CENT_UP_TO <= exact <= _ONE_AND_A_HALF_UP_TO:
        told = Decimal("1.5")
        return Ratio("times", _approximation(exact, told), told, "one_and_a_half")
    told = _rounded(exact)
    name = "twice" if told == 2 else ""
    return Ratio("times", _approximation(exact, told, may_be_less=bool(name)), told, name)


def _rounded(exact: Decimal) -> Decimal:
    """One decimal below ten, then whole numbers, from a hundred on two digits that count."""
    if exact < _TENTHS_UP_TO:
        told = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
        return told.quantize(Decimal(1)) if told == told.to_integral_value() else told
    end = Decimal(10) ** max(0, exact.adjusted() - 1)
    return (exact / end).quantize(Decimal(1), ROUND_HALF_UP) * end


def _approximation(exact: Decimal, told: Decimal, *, may_be_less: bool = False) -> Approximation:
    """How a ratio is to what is said of it: "nearly half" is a little less than that."""
    if exact == told:
        return "exactly"
    return "nearly" if may_be_less and exact < told else "about"
