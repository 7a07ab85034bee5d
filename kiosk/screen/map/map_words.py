"""What the map says: its language, and the phrases that it is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    GroupWords = Callable[[Sequence[str], int], str]
    """What a group is called: the names of where its places are, and how many there are."""


@dataclass(frozen=True)
class MapWords:
    """The language of names, and what the map has to say beside them."""

    language: str
    describe: Callable[[str], str] = str
    """What assistive technology hears of a place, by its id."""
    name_group: GroupWords | None = None
