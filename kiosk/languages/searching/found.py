"""What can be found, and what was; without the models of content, which take long to load."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.exhibit.place import Place


class TextRank(IntEnum):
    """What a text is; what comes first here is found first."""

    NAME = 0
    OTHER_NAME = 1
    """A place's name in another language than the visitor's."""
    HEADING = 2
    TERM = 3
    LABEL = 4
    """What a figure counts."""
    WORDS = 5


@dataclass(frozen=True)
class Findable:
    """A text and where it stands; `fact` is the id of the figure that it belongs to, if to one.

    `note` explains a term.  `part` is what of a panel it belongs to: a `person` or an `event`.
    """

    place: Place
    rank: TextRank
    words: str
    fact: str = ""
    note: str = ""
    part: str = ""


@dataclass(frozen=True)
class Found:
    """A text that was found, and which of its letters were meant."""

    text: Findable
    spans: tuple[tuple[int, int], ...]
