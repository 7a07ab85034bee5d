"""Flow: blocks set one below the other, in pages that never clip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPainter


INSET_U = 16
"""How far the views of a panel reach beyond their text on the left: some letters hang over."""
_OPTICAL_MIDDLE = 0.42
"""The part of the room to spare above a body that seems to stand in the middle."""
_MOST_WIDER = 1.6
"""How much wider the gaps of a body, and the one below it, become before that."""
_FOOT = 0.5
"""The gap below a body, as a part of the one above it."""


class FlowBlock(Protocol):
    """Something in a column that knows its height and draws itself.

    Lengths are pixels; what has beat 0 is there from the start.
    """

    @property
    def gap(self) -> float:
        """The distance to the block above."""

    @property
    def height(self) -> float:
        """The block's own height."""

    @property
    def beat(self) -> int:
        """The step of the entrance in which it comes."""

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Draw with the top left corner there; `progress` is how far it has entered, 0 to 1."""


@dataclass(frozen=True)
class HeadRoom:
    """Room at the top of a page that has no head: numbers reach above their own height."""

    height: float
    gap: float = 0.0
    beat: int = 0

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True)
class PlacedFlowBlock:
    """A block, the y of its top and the gap above it, in pixels."""

    block: FlowBlock
    y: float
    gap: float = 0.0


def paginate(
    head: Sequence[FlowBlock],
    body: Sequence[FlowBlock],
    height: float,
    *,
    later_head: Sequence[FlowBlock] = (),
    joined: Collection[int] = (),
) -> tuple[tuple[PlacedFlowBlock, ...], ...]:
    """Distribute blocks over pages of that height.

    The head comes first on the first page and `later_head` on every other.  What is left of a
    page is shared out: all gaps of the body grow alike, also that below it, and what is left after
    that moves it to the optical middle.  The blocks of the body at the places that are `joined`
    stand on the page of the one above them, where a page has room for all that belong together.
    """
    heads = [tuple(head)]
    pages: list[list[FlowBlock]] = [[]]
    used = _height_of(head)
    room = height - _height_of(later_head)
    for place, block in enumerate(body):
        need = block.height + block.gap
        together = need
        if place not in joined:
            whole = need + _following(body, place, joined)
            together = whole if whole <= room else need
        if (pages[-1] or (len(pages) == 1 and head)) and used + together > height:
            heads.append(tuple(later_head))
            pages.append([])
            used = _height_of(later_head)
        pages[-1].append(block)
        used += need
    if not joined:
        _share_out(pages, room)
    return tuple(
        _placed((*first, *page), height, first_of_body=len(first))
        for first, page in zip(heads, pages, strict=True)
    )


def _following(body: Sequence[FlowBlock], place: int, joined: Collection[int]) -> float:
    """What the blocks take that are joined to that one."""
    taken = 0.0
    while (place := place + 1) in joined:
        taken += body[place].height + body[place].gap
    return taken


def _share_out(pages: list[list[FlowBlock]], room: float) -> None:
    """Leave no block alone on the last page where the one before can spare one that fits."""
    if len(pages) < 2 or len(pages[-1]) > 1 or len(pages[-2]) < 3:
        return
    both = [pages[-2][-1], *pages[-1]]
    if sum(block.gap + block.height for block in both) <= room:
        pages[-1].insert(0, pages[-2].pop())


def _height_of(blocks: Sequence[FlowBlock]) -> float:
    return sum(block.height + (block.gap if number else 0) for number, block in enumerate(blocks))


def _placed(
    blocks: Sequence[FlowBlock], height: float, first_of_body: int
) -> tuple[PlacedFlowBlock, ...]:
    spare = max(0.0, height - _height_of(blocks))
    body = blocks[first_of_body:]
    gaps = sum(block.gap for block in body) + (body[0].gap * _FOOT if body else 0.0)
    wider = min(1 + spare / gaps, _MOST_WIDER) if gaps else 1.0
    left = max(0.0, spare - gaps * (wider - 1))
    placed: list[PlacedFlowBlock] = []
    y = 0.0
    for number, block in enumerate(blocks):
        gap = block.gap if number else 0.0
        if number >= first_of_body:
            gap *= wider
        if number == first_of_body:
            gap += left * _OPTICAL_MIDDLE
        y += gap
        placed.append(PlacedFlowBlock(block, y, gap))
        y += block.height
    return tuple(placed)
