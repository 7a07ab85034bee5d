"""What was measured on a page: plain values that tell nothing of files, lines or positions there.

`layout_rules.py` judges them.  They are taken between processes, and kept (`answers.py`).
"""

from __future__ import annotations

from typing import Any, NamedTuple


class OpenedPanel(NamedTuple):
    """The panel that a page belongs to, by zone and index; without a zone, another screen.

    On the map home a data `layer` may lie.
    """

    zone: str = ""
    panel: int = 0
    layer: str = ""


class MeasuredCut(NamedTuple):
    """A text that extends beyond its widget by so many pixels, and at which side."""

    words: str
    side: str
    lost: int


class MeasuredClash(NamedTuple):
    """Two texts that overlap."""

    one: str
    other: str


class MeasuredLines(NamedTuple):
    """A text in several lines: its words that are broken, how many lines, and their characters.

    `average` is that of all lines but the last one.
    """

    words: str
    broken: tuple[str, ...]
    number: int
    average: int


class MeasuredPage(NamedTuple):
    """A page in one language and window shape.

    `nameless` are the places on the map home, out of so many `lands` in view, that have no name
    there; `seen` are all texts that nothing covers, as they are compared.  What `is_near` may have
    something wrong in a window of other pixels.
    """

    opening: OpenedPanel
    page: int
    pages: int
    begins: bool
    ends: bool
    nameless: tuple[str, ...]
    lands: int
    cuts: tuple[MeasuredCut, ...]
    clashes: tuple[MeasuredClash, ...]
    lines: tuple[MeasuredLines, ...]
    seen: tuple[str, ...]
    is_near: bool


def page_from_plain(plain: Any) -> MeasuredPage:
    """The page that was written as JSON; TypeError or ValueError for anything else."""
    opening, page, pages, begins, ends, nameless, lands, *texts = plain
    cuts, clashes, lines, seen, is_near = texts
    return MeasuredPage(
        OpenedPanel(*opening),
        page,
        pages,
        begins,
        ends,
        tuple(nameless),
        lands,
        tuple(MeasuredCut(*each) for each in cuts),
        tuple(MeasuredClash(*each) for each in clashes),
        tuple(
            MeasuredLines(words, tuple(broken), number, average)
            for words, broken, number, average in lines
        ),
        tuple(seen),
        is_near,
    )
