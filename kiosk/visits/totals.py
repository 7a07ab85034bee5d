"""Sums over a ledger: of a period, by what it says of each thing, and by the hour of the day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING

from kiosk.visits.cells import NOTHING, Amount, HourCell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Counts = dict[HourCell, Amount]


def added(ledgers: Iterable[Mapping[HourCell, Amount]]) -> Counts:
    """Several kiosks as if they were one."""
    total = defaultdict[HourCell, Amount](lambda: NOTHING)
    for counts in ledgers:
        for cell, amount in counts.items():
            total[cell] = total[cell].more(*amount)
    return dict(total)


def since(counts: Mapping[HourCell, Amount], day: datetime.date | None) -> Counts:
    """What was counted from that day on."""
    first = "" if day is None else day.isoformat()
    return {cell: amount for cell, amount in counts.items() if cell.hour >= first}


def totals(counts: Mapping[HourCell, Amount], what: str) -> dict[str, Amount]:
    """All hours together of one thing that is counted."""
    total = defaultdict[str, Amount](lambda: NOTHING)
    for cell, amount in counts.items():
        if cell.what == what:
            total[cell.which] = total[cell.which].more(*amount)
    return dict(total)


def zone_totals(counts: Mapping[HourCell, Amount]) -> dict[str, Amount]:
    """The opens of each zone, whichever panel it was."""
    total = defaultdict[str, Amount](lambda: NOTHING)
    for which, amount in totals(counts, "place").items():
        zone = which.partition("/")[0]
        total[zone] = total[zone].more(*amount)
    return dict(total)


def visits(counts: Mapping[HourCell, Amount]) -> Amount:
    """How many visits there were, and how long they took together."""
    return totals(counts, "visit").get("", NOTHING)


def by_hour_of_day(counts: Mapping[HourCell, Amount], what: str) -> dict[str, dict[int, Amount]]:
    """The same hour of every day together, from 0 to 23."""
    total: dict[str, dict[int, Amount]] = defaultdict(lambda: defaultdict(lambda: NOTHING))
    for cell, amount in counts.items():
        if cell.what == what:
            hours = total[cell.which]
            hours[int(cell.hour[11:13])] = hours[int(cell.hour[11:13])].more(*amount)
    return {which: dict(hours) for which, hours in total.items()}


def month_so_far(counts: Mapping[HourCell, Amount], today: datetime.date) -> tuple[Counts, Counts]:
    """This month up to today, and as many days of the month before."""
    last = today.replace(day=1) - datetime.timedelta(days=1)
    both = []
    for month in (f"{today:%Y-%m}", f"{last:%Y-%m}"):
        end = f"{month}-{today.day:02}T24"
        both.append({c: amount for c, amount in counts.items() if f"{month}-01" <= c.hour < end})
    return both[0], both[1]


def average(amount: Amount) -> int:
    """How many seconds each took."""
    return round(amount.seconds / amount.times) if amount.times else 0


def minutes(seconds: int) -> str:
    """As 1:05."""
    return f"{seconds // 60}:{seconds % 60:02}"
