"""Which numbers are so near each other that one of them may be the other one, mistyped."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.exhibit.model.written_numbers import WrittenNumber
    from kiosk.exhibit.rules.place_figures import PlaceFigure

LEAST_DIGITS = 3
"""Numbers of fewer digits are too often near each other: 35 and 36."""

NEAR = Decimal("0.1")
"""A part of a whole and a number in its sentence that differ by less are meant to be one."""


_YEARS = range(1800, 2101)
_PERCENT = re.compile(r"\s*(?:%|％|per\s?cent|por cento)", re.IGNORECASE)


_MOST_DERIVED = 60
"""Of so many figures sums and differences are formed; their number grows with its square."""


def says_nothing(number: WrittenNumber, words: str) -> bool:
    """Whether it is a year, a share, or has too few digits to be told from others."""
    if _PERCENT.match(words, number.offset + len(number.written)):
        return True
    return all(
        len(_digits(meaning)[0]) < LEAST_DIGITS
        or (meaning in _YEARS and len(number.written) == len("2024"))
        for meaning in number.meanings
    )


def is_nearly(number: WrittenNumber, figure: PlaceFigure) -> bool:
    """Whether a number in a text is the figure but for a slip, and not the figure rounded."""
    return any(
        _differ_in_a_slip(meaning, figure.number)
        or (figure.is_part and abs(meaning - figure.number) < NEAR * abs(figure.number))
        for meaning in number.meanings
        if not _is_rounded(meaning, figure.number) and not _is_rounded(figure.number, meaning)
    )


def _differ_in_a_slip(one: Decimal, other: Decimal) -> bool:
    """Whether one digit is another one, or two neighbours have changed places."""
    (digits, power), (others, other_power) = _digits(one), _digits(other)
    if power != other_power or len(digits) != len(others) or len(digits) < LEAST_DIGITS:
        return False
    at = [
        place
        for place, (left, right) in enumerate(zip(digits, others, strict=True))
        if left != right
    ]
    if len(at) == 1:
        return True
    is_pair = len(at) == 2 and at[1] == at[0] + 1
    return is_pair and digits[at[0]] == others[at[1]] and digits[at[1]] == others[at[0]]


def _is_rounded(number: Decimal, exact: Decimal) -> bool:
    """Whether the number can be what remains of the exact one with fewer digits."""
    _, power = _digits(number)
    _, exact_power = _digits(exact)
    return power > exact_power and abs(number - exact) < Decimal(10) ** power


def _digits(number: Decimal) -> tuple[str, int]:
    """The digits that count, and the power of ten of the last one: 1200 is 12 and 2."""
    _, digits, exponent = number.normalize().as_tuple()
    return "".join(map(str, digits)), exponent if isinstance(exponent, int) else 0


def derived(figures: tuple[PlaceFigure, ...]) -> set[Decimal]:
    """Sums, differences and the sum of all: what a sentence may say without being wrong."""
    numbers = [figure.number for figure in figures][:_MOST_DERIVED]
    pairs = list(permutations(numbers, 2))
    return {
        sum(numbers, Decimal(0)),
        *(one + other for one, other in pairs),
        *(one - other for one, other in pairs),
    }
