"""Which rows of a ranking are seen at once: the highest first, and the others by a touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.screen.layer.layer_content import LayerRow


@dataclass(frozen=True)
class RankingPage:
    """Some rows of a ranking, counted from `first` on, and how many are `left` behind them.

    Without `first` it is the first page.  Where not all rows have room, a page `leads_on` in a last
    place besides its rows, to the one that begins with `following`: from the last to the first.
    """

    rows: tuple[LayerRow, ...]
    first: int | None = None
    left: int = 0
    following: int | None = None
    leads_on: bool = False

    @property
    def places(self) -> int:
        """How many places it takes."""
        return len(self.rows) + self.leads_on


def page_of(
    rows: Sequence[LayerRow], pinned: Sequence[str], room: int, first: int | None
) -> RankingPage:
    """The page of `room` places that begins with row `first`; all rows where they have room.

    The first page has the highest and what is pinned, in any case.  The others have as many rows,
    so that nothing changes its size: the last one begins with some of the page before it.
    """
    if len(rows) <= room:
        return RankingPage(tuple(rows))
    count = max(1, room - 1)
    if first is not None:
        first = min(first, len(rows) - count)
        last = first + count
        left = len(rows) - last
        return RankingPage(tuple(rows[first:last]), first, left, last if left else None, True)
    kept = {row.zone for row in rows if row.zone in pinned}
    for row in rows:
        if len(kept) < count:
            kept.add(row.zone)
    hidden = [number for number, row in enumerate(rows) if row.zone not in kept]
    seen = tuple(row for row in rows if row.zone in kept)
    return RankingPage(seen, None, len(hidden), next(iter(hidden), None), bool(hidden))
