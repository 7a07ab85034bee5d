"""Counts as files for other programs, and as a table for a terminal."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from kiosk.visits.few_cells import LEAST, merged, without_few
from kiosk.visits.totals import added, average, minutes, totals, visits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.visits.counted_names import CountedNames
    from kiosk.visits.totals import Counts

_COLUMNS = ("kiosk", "when", "what", "which", "count", "seconds")
TABLES = {
    "place": "Places",
    "page": "Story pages",
    "left": "Where stories were left",
    "screen": "Screens",
    "layer": "Data layers",
    "film": "Films",
    "language": "Visits in each language",
    "comfort": "Visits with each comfort setting",
    "speech": "Visits that were read aloud",
    "code": "Codes shown for phones",
    "search_failed": "Searches that found nothing",
    "reset": "How visits ended",
}
"""What is told, in this order, under which heading."""
_LASTING = ("place", "page", "screen", "layer", "language", "speech")


def counts_csv(ledgers: Mapping[str, Counts]) -> str:
    """A line for each merged cell of each kiosk."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(_rows(ledgers))
    return written.getvalue()


def counts_json(ledgers: Mapping[str, Counts]) -> str:
    """The same as a list of objects."""
    rows = [dict(zip(_COLUMNS, row, strict=True)) for row in _rows(ledgers)]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def counts_table(ledgers: Mapping[str, Counts], names: CountedNames) -> str:
    """What a terminal shows: all hours and kiosks together."""
    return "\n".join(_lines(added(ledgers.values()), names))


def _rows(ledgers: Mapping[str, Counts]) -> Iterator[tuple[str | int, ...]]:
    for kiosk, counts in ledgers.items():
        for row in merged(counts):
            yield (_harmless(kiosk), *row)


def _harmless(name: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    return f"'{name}" if name[:1] in ("=", "+", "-", "@") else name


def _lines(counts: Counts, names: CountedNames) -> Iterator[str]:
    visited = visits(counts)
    if not counts:
        yield "nothing was counted"
        return
    days = sorted({cell.hour[:10] for cell in counts})
    if visited.times >= LEAST:
        each = minutes(average(visited))
        yield f"{visited.times} visits from {days[0]} to {days[-1]}, {each} each"
    else:
        yield f"fewer than five visits from {days[0]} to {days[-1]}"
    for what, heading in TABLES.items():
        told = without_few(totals(counts, what))
        if not told:
            continue
        yield ""
        yield heading
        for which, amount in told.items():
            lasted = f"  {minutes(average(amount)):>6} each" if what in _LASTING else ""
            yield f"{amount.times:>8}{lasted}  {names.name(what, which)}"
