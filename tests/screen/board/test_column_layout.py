"""Rows in columns and pages: in order, none too high, and as alike as can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.screen.board.column_layout import ColumnGrid, ColumnRow, laid_out

GRID = ColumnGrid(columns=3, height=700, heading=50, gap=30)


def rows(*counts: int, height: float = 90) -> list[ColumnRow]:
    return [ColumnRow(group, height) for group, count in enumerate(counts) for _ in range(count)]


def columns(found: list[ColumnRow], grid: ColumnGrid = GRID) -> dict[tuple[int, int], int]:
    counted: dict[tuple[int, int], int] = {}
    for place in laid_out(found, grid):
        key = (place.page, place.column)
        counted[key] = counted.get(key, 0) + 1
    return counted


def test_nothing_takes_no_place() -> None:
    assert laid_out([], GRID) == []


def test_a_group_is_shared_out_evenly() -> None:
    assert columns(rows(11)) == {(0, 0): 4, (0, 1): 4, (0, 2): 3}


def test_a_small_group_keeps_together() -> None:
    assert columns(rows(11, 4)) == {(0, 0): 6, (0, 1): 5, (0, 2): 4}


def test_no_row_is_left_alone_where_another_can_keep_it_company() -> None:
    found = laid_out(rows(8, 7), GRID)
    for page, column in {(place.page, place.column) for place in found}:
        assert len([p for p in found if (p.page, p.column) == (page, column)]) > 1


def test_the_last_page_is_not_nearly_empty() -> None:
    counted = columns(rows(22, 4))
    assert max(page for page, _ in counted) == 1
    assert sum(count for (page, _), count in counted.items() if page == 1) >= 4


@given(
    st.lists(st.integers(1, 14), min_size=1, max_size=4),
    st.floats(60, 200),
    st.integers(1, 4),
)
def test_every_row_has_one_place_within_its_column(
    counts: list[int], height: float, across: int
) -> None:
    grid = ColumnGrid(across, 700, 50, 30)
    found = laid_out(rows(*counts, height=height), grid)
    assert len(found) == sum(counts)
    assert found == sorted(found, key=lambda place: (place.page, place.column, place.y))
    assert all(place.y + place.height <= 700.001 for place in found)
    assert all(0 <= place.column < across for place in found)
    assert sum(place.opens for place in found) >= len(counts)
