"""Lays blocks out on sheets: sections in two columns of equal height."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kiosk.presenting.handout.blocks import Shaped
from kiosk.presenting.handout.paper import BODY, COLUMN_U, GUTTER_U

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look
    from kiosk.presenting.handout.blocks import SheetBlock

_SECTION_GAP_U = 64
_HEAD_GAP_U = 36
_WORTH_U = 360
_SPREAD_U = 140


@dataclass(frozen=True)
class Section:
    """A part of the handout: a head across both columns, then blocks."""

    title: str
    head: SheetBlock
    blocks: tuple[SheetBlock, ...]
    number: int = 0
    gap_u: float = 64
    """The space between its blocks."""

    across: SheetBlock | None = None
    """A block across both columns directly below the head, on the same sheet."""


@dataclass(frozen=True)
class PlacedBlock:
    """A block and its position on a sheet, in dots."""

    block: SheetBlock
    x: float
    y: float


@dataclass
class Layout:
    """Fills sheets from the top.

    `begins` is the sheet on which each section begins, counted from 0; `body_u` is the height of
    the type area.
    """

    look: Look
    body_u: float = BODY.height()
    sheets: list[list[PlacedBlock]] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    _y: float = 0.0
    _openings: list[tuple[int, int]] = field(default_factory=list)
    """For each section its sheet, and the index of its first block there."""

    def add(self, section: Section) -> None:
        """Add a section below the last one, or on a new sheet if it does not begin well here."""
        look = self.look
        top = self._y + (look.px(_SECTION_GAP_U) if self._y else 0.0)
        between = look.px(section.gap_u)
        opening = [section.head, *([section.across] if section.across is not None else [])]
        gap = look.px(_HEAD_GAP_U)
        opened = _tall(opening, gap)
        blocks = _alone(section.blocks)
        room = look.px(self.body_u) - top - opened - (gap if blocks else 0.0)
        fits = room >= _balanced(blocks, between)[1] or self._begins_well(section, room)
        if not self.sheets or not fits:
            self._turn()
            top = 0.0
        self.begins.append(len(self.sheets) - 1)
        self._openings.append((len(self.sheets) - 1, len(self.sheets[-1])))
        for block in opening:
            self._put(block, 0, top)
            top += block.height + gap
        self._y = top if blocks else top - gap
        self._flow(blocks, between)

    def spread(self) -> None:
        """Distribute the free space of each sheet but the last between its sections."""
        for number, placed in enumerate(self.sheets[:-1]):
            later = [first for sheet, first in self._openings if sheet == number and first]
            bottom = max(each.y + each.block.height for each in placed)
            room = self.look.px(BODY.top() + self.body_u) - bottom
            gap = min(room / max(1, len(later)), self.look.px(_SPREAD_U))
            self.sheets[number] = [
                replace(each, y=each.y + gap * sum(first <= index for first in later))
                for index, each in enumerate(placed)
            ]

    def _begins_well(self, section: Section, room: float) -> bool:
        """Whether there is enough room to begin a section that continues on the next sheet."""
        # A single block is set in its wide shape, which may be the taller one.
        return room >= self.look.px(_WORTH_U) and _alone(section.blocks)[0].height <= room

    def _flow(self, blocks: Sequence[SheetBlock], between: float) -> None:
        while blocks := _alone(blocks):
            room = self.look.px(self.body_u) - self._y
            first, height = _balanced(blocks, between)
            if height > room:
                first = _fitting(blocks, between, room)
                both = first + _fitting(blocks[first:], between, room)
                if not both and self._y:
                    self._turn()
                    continue
                first, both = max(1, first), max(1, both)
            else:
                both = len(blocks)
            alone = _alone(blocks[:both])
            if both < len(blocks) and alone[0].height > room:
                alone = blocks[:both]
            for column, group in enumerate((alone[:first], alone[first:])):
                y = self._y
                for block in group:
                    self._put(block, column, y)
                    y += block.height + between
            blocks = blocks[both:]
            if blocks:
                self._turn()
            else:
                self._y += height

    def _put(self, block: SheetBlock, column: int, y: float) -> None:
        left = BODY.left() + column * (COLUMN_U + GUTTER_U)
        self.sheets[-1].append(PlacedBlock(block, self.look.px(left), self.look.px(BODY.top()) + y))

    def _turn(self) -> None:
        self.sheets.append([])
        self._y = 0.0


def _alone(blocks: Sequence[SheetBlock]) -> Sequence[SheetBlock]:
    """The blocks unchanged, or the wide shape of a single one."""
    if len(blocks) == 1 and isinstance(blocks[0], Shaped):
        return (blocks[0].across,)
    return blocks


def _tall(blocks: Sequence[SheetBlock], between: float) -> float:
    return sum(block.height for block in blocks) + between * max(0, len(blocks) - 1)


def _fitting(blocks: Sequence[SheetBlock], between: float, room: float) -> int:
    count = 0
    while count < len(blocks) and _tall(blocks[: count + 1], between) <= room:
        count += 1
    return count


def _balanced(blocks: Sequence[SheetBlock], between: float) -> tuple[int, float]:
    """The number of blocks in the first column that makes both columns shortest, and the height."""
    splits = [
        (max(_tall(blocks[:first], between), _tall(blocks[first:], between)), first)
        for first in range(len(blocks) + 1)
    ]
    height, first = min(splits, key=_lowest)
    return first, height


def _lowest(split: tuple[float, int]) -> tuple[float, int]:
    height, first = split
    return height, -first
