"""Crosses of languages, shapes and themes, of which `make test` runs some and the soak all."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _pytest.mark.structures import ParameterSet


def diagonal(*lists: Sequence[object], turned: int = 0) -> list[ParameterSet]:
    """Every combination of one value of each list; those beside the diagonal are for the soak.

    On the diagonal each value of each list occurs.  Tests of one thing have theirs turned by
    different numbers, so that together they see more pairs.
    """
    longest = max(range(len(lists)), key=lambda number: len(lists[number]))
    return [
        pytest.param(
            *(values[at] for values, at in zip(lists, places, strict=True)),
            marks=() if _is_on_it(places, lists, longest, turned) else pytest.mark.soak,
        )
        for places in product(*(range(len(values)) for values in lists))
    ]


def _is_on_it(
    places: Sequence[int], lists: Sequence[Sequence[object]], longest: int, turned: int
) -> bool:
    return all(
        number == longest or place == (places[longest] + turned) % len(lists[number])
        for number, place in enumerate(places)
    )
