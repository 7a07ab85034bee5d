"""What leaves the machine: what was counted fewer than five times is told with others, or not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kiosk.visits.cells import NOTHING, Amount

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.visits.cells import HourCell

LEAST = 5
"""Of fewer, somebody who was there might know who it was."""
OTHER = "other"
_LENGTHS = (len("2026-11-28"), len("2026-11"))


class MergedRow(NamedTuple):
    """A line of an export; `when` is an hour, or a day or month where an hour had too few."""

    when: str
    what: str
    which: str
    times: int
    seconds: int


def merged(counts: Mapping[HourCell, Amount]) -> list[MergedRow]:
    """Each hour's cells; small ones are `other` of the hour, else of the day, else of the month."""
    rows, others = [], defaultdict[tuple[str, str], Amount](lambda: NOTHING)
    for cell, amount in counts.items():
        if amount.times >= LEAST:
            rows.append(MergedRow(*cell, *amount))
        else:
            others[cell.hour, cell.what] = others[cell.hour, cell.what].more(*amount)
    for length in (*_LENGTHS, 0):
        longer = defaultdict[tuple[str, str], Amount](lambda: NOTHING)
        for (when, what), amount in others.items():
            if amount.times >= LEAST:
                rows.append(MergedRow(when, what, OTHER, *amount))
            elif length:
                longer[when[:length], what] = longer[when[:length], what].more(*amount)
        others = longer
    return sorted(rows)


def without_few(amounts: Mapping[str, Amount]) -> dict[str, Amount]:
    """The most frequent first; those of fewer than five are the last one together, if those are."""
    few = NOTHING
    told = {}
    for which, amount in sorted(amounts.items(), key=_frequency):
        if amount.times >= LEAST:
            told[which] = amount
        else:
            few = few.more(*amount)
    return {**told, OTHER: few} if few.times >= LEAST else told


def _frequency(item: tuple[str, Amount]) -> tuple[int, str]:
    return -item[1].times, item[0]
