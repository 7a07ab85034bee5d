"""Blocks are set in pages: none is lost, none clipped, and the order stays."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.screen.panel.flow import PlacedFlowBlock, paginate

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

PAGE = 784.0


@dataclass(frozen=True)
class Brick:
    """A block of some height."""

    height: float
    gap: float = 28.0
    beat: int = 0
    number: int = 0

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Nobody looks at it."""


BRICKS = st.lists(
    st.builds(
        Brick,
        height=st.floats(min_value=1, max_value=300),
        gap=st.floats(min_value=0, max_value=60),
    ),
    max_size=14,
)
HEAD = (Brick(104), Brick(90, gap=16))


def numbered(pages: tuple[tuple[PlacedFlowBlock, ...], ...]) -> list[list[int]]:
    return [
        [placed.block.number for placed in page if isinstance(placed.block, Brick)]
        for page in pages
    ]


def test_what_fits_stands_on_one_page_below_its_head() -> None:
    pages = paginate(HEAD, [Brick(200, number=1), Brick(100, number=2)], PAGE)

    assert numbered(pages) == [[0, 0, 1, 2]]
    assert [placed.y for placed in pages[0]][:2] == [0.0, 120.0]


def test_what_does_not_fit_goes_to_further_pages() -> None:
    body = [Brick(250, number=number) for number in range(1, 6)]
    pages = paginate(HEAD, body, PAGE)

    assert numbered(pages) == [[0, 0, 1, 2], [3, 4], [5]]


def test_further_pages_repeat_their_own_head() -> None:
    body = [Brick(250, number=number) for number in range(1, 6)]
    pages = paginate(HEAD, body, PAGE, later_head=[Brick(60, number=9)])

    assert all(page[0] == 9 for page in numbered(pages)[1:])


def test_the_body_of_a_short_page_stands_in_the_optical_middle() -> None:
    (page,) = paginate(HEAD, [Brick(100, gap=28)], PAGE)
    above = page[2].y - (page[1].y + page[1].block.height) - 28
    below = PAGE - page[2].y - page[2].block.height

    assert 0 < above < below < 1.6 * above


def test_the_blocks_of_a_short_page_stand_somewhat_further_apart_but_not_far() -> None:
    (page,) = paginate((), [Brick(100, gap=28) for _ in range(3)], PAGE)
    gaps = [lower.y - (upper.y + upper.block.height) for upper, lower in pairwise(page)]

    assert gaps[0] == pytest.approx(gaps[1])
    assert 28 < gaps[0] < 56


def test_a_head_alone_is_a_page() -> None:
    assert numbered(paginate(HEAD, [], PAGE)) == [[0, 0]]


@given(BRICKS, st.floats(min_value=700, max_value=2000))
def test_no_block_is_lost_or_changes_places(body: list[Brick], height: float) -> None:
    bricks = [Brick(each.height, each.gap, number=n) for n, each in enumerate(body, 1)]
    pages = paginate(HEAD, bricks, height, later_head=HEAD[:1])
    seen = [number for page in numbered(pages) for number in page if number]

    assert seen == list(range(1, len(body) + 1))


@given(BRICKS, st.floats(min_value=700, max_value=2000))
def test_no_block_reaches_below_its_page(body: list[Brick], height: float) -> None:
    for page in paginate(HEAD, body, height, later_head=HEAD[:1]):
        assert page[-1].y + page[-1].block.height <= height + 0.01


@given(BRICKS, st.floats(min_value=700, max_value=2000))
def test_no_block_stands_on_another(body: list[Brick], height: float) -> None:
    for page in paginate(HEAD, body, height, later_head=HEAD[:1]):
        for above, below in pairwise(page):
            assert below.y >= above.y + above.block.height - 0.01
