"""Groups of rows in columns and pages: none nearly empty, and none with a row left alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_PAGES = 3
"""More are filled one after the other: there would be too many ways to try."""
_SPLIT_COST = 0.15
_LONE_COST = 0.6
"""What it costs to go on with a group in another column or page, or to leave a row alone there.

The height of a column costs the square of its part of the whole.
"""


_TIE = 1e-9
"""Of columns that cost the same, those with more rows in the first are better."""


class ColumnRow(NamedTuple):
    """A row: the group that it belongs to, and its height in pixels."""

    group: int
    height: float


@dataclass(frozen=True)
class ColumnPlace:
    """Where a row stands: page and column from 0, and pixels from the top of the columns.

    A row that `opens` a group, or goes on with it in another column, has its heading above it.
    """

    page: int
    column: int
    y: float
    height: float
    opens: bool


@dataclass(frozen=True)
class ColumnGrid:
    """So many columns of a height, in pixels; a group's heading takes `heading`, after `gap`."""

    columns: int
    height: float
    heading: float
    gap: float


class _Filled(NamedTuple):
    """The rows of each column of a page, as their first and the one after their last."""

    cost: float
    columns: tuple[tuple[int, int], ...]


_IMPOSSIBLE = _Filled(float("inf"), ())


def laid_out(rows: Sequence[ColumnRow], grid: ColumnGrid) -> list[ColumnPlace]:
    """Places for all rows in their order, in as few pages as can be, with columns alike."""
    edges = _page_edges(rows, grid) if rows else [0]
    return [
        place
        for page, (first, end) in enumerate(pairwise(edges))
        for place in _page(rows, grid, page, _filled(rows, grid, first, end).columns)
    ]


def _page(
    rows: Sequence[ColumnRow], grid: ColumnGrid, page: int, columns: Sequence[tuple[int, int]]
) -> Iterator[ColumnPlace]:
    """Each column begins with the heading of its group."""
    for column, (start, stop) in enumerate(columns):
        y = grid.heading
        for number in range(start, stop):
            opens = number == start or rows[number].group != rows[number - 1].group
            if opens and number > start:
                y += grid.gap + grid.heading
            yield ColumnPlace(page, column, y, rows[number].height, opens)
            y += rows[number].height


def _page_edges(rows: Sequence[ColumnRow], grid: ColumnGrid) -> list[int]:
    """Where pages begin and the last one ends."""
    brim = [0]
    while brim[-1] < len(rows):
        brim.append(_as_much_as_fits(rows, grid, brim[-1]))
    pages = len(brim) - 1
    if pages < 2 or pages > _MOST_PAGES:
        return brim

    @cache
    def cost(first: int, end: int) -> float:
        return _filled(rows, grid, first, end).cost

    def whole(edges: tuple[int, ...]) -> float:
        split = sum(rows[edge].group == rows[edge - 1].group for edge in edges)
        full = (0, *edges, len(rows))
        return split * _SPLIT_COST + sum(cost(*page) for page in pairwise(full))

    even = (round(len(rows) * page / pages) for page in range(1, pages))
    near = {edge + shift for edge in even for shift in range(-2, 3)}
    groups = {n for n in range(1, len(rows)) if rows[n].group != rows[n - 1].group}
    candidates = sorted(edge for edge in near | groups | {*brim} if 0 < edge < len(rows))
    best = min(combinations(candidates, pages - 1), key=whole)
    return [0, *best, len(rows)] if whole(best) < float("inf") else brim


def _as_much_as_fits(rows: Sequence[ColumnRow], grid: ColumnGrid, first: int) -> int:
    """The end of a page that is filled to the brim, with one row at least."""
    columns, y = 1, 0.0
    for number in range(first, len(rows)):
        opens = number == first or rows[number].group != rows[number - 1].group
        lead = grid.heading if y == 0 else grid.gap + grid.heading if opens else 0.0
        if y and y + lead + rows[number].height > grid.height:
            columns, y, lead = columns + 1, 0.0, grid.heading
            if columns > grid.columns:
                return number
        y += lead + rows[number].height
    return len(rows)


def _filled(rows: Sequence[ColumnRow], grid: ColumnGrid, first: int, end: int) -> _Filled:
    """The best columns for the rows from `first` to `end`, as far as they fit at all."""
    best: dict[int, _Filled] = {first: _Filled(0.0, ())}
    chosen = _IMPOSSIBLE
    for _ in range(grid.columns):
        following: dict[int, _Filled] = {}
        for start, before in best.items():
            for stop, cost in _columns_from(rows, grid, first, start, end):
                whole = before.cost + cost
                if whole < following.get(stop, _IMPOSSIBLE).cost + _TIE:
                    following[stop] = _Filled(whole, (*before.columns, (start, stop)))
        best = following
        chosen = min(chosen, best.pop(end, _IMPOSSIBLE))
    return chosen


def _columns_from(
    rows: Sequence[ColumnRow], grid: ColumnGrid, first: int, start: int, end: int
) -> Iterator[tuple[int, float]]:
    """Each end of a column that begins at `start`, with what the column costs."""
    y = grid.heading
    goes_on = start > first and rows[start].group == rows[start - 1].group
    for number in range(start, end):
        opens = number > start and rows[number].group != rows[number - 1].group
        y += rows[number].height + (grid.gap + grid.heading if opens else 0.0)
        if y > grid.height and number > start:
            return
        stop = number + 1
        cost = (y / grid.height) ** 2 + goes_on * _SPLIT_COST
        is_lone_tail = goes_on and (start + 1 == end or rows[start + 1].group != rows[start].group)
        divides = stop < end and rows[stop].group == rows[number].group
        is_lone_head = divides and (number == start or rows[number - 1].group != rows[number].group)
        yield stop, cost + (is_lone_tail + is_lone_head) * _LONE_COST
