"""What the groups of a map mean: land, water, borders, and where to look at first.

A drawing says so by the names of its groups and shapes; where it has other names, `exhibit.yaml`
says which of them mean what.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LAND: Final = "cities"
WATER: Final = "water"
BORDERS: Final = "borders"
LINES: Final = "lines"
"""Roads and railways, which lie upon the land."""
LINKS: Final = "links"
"""Bridges, which end below the land."""
ORNAMENT: Final = "ornament"
HIDDEN: Final = "hidden"
HOME: Final = "home-view"
ATTRACT: Final = "attract-view"
LIGHT: Final = "light"

GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "land": LAND,
        "water": WATER,
        "borders": BORDERS,
        "lines": LINES,
        "ornament": ORNAMENT,
        "hidden": HIDDEN,
    }
)
"""What several shapes can be, by the word for it in `exhibit.yaml`."""

VIEWS: Final[Mapping[str, str]] = MappingProxyType(
    {"home": HOME, "attract": ATTRACT, "light": LIGHT}
)
"""What a single shape can say, by the word for it in `exhibit.yaml`."""

SYNONYMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{name: meaning for name, meaning in GROUPS.items() if name != meaning},
        **dict.fromkeys(("lands", "countries", "provinces", "rooms"), LAND),
        **dict.fromkeys(("lakes", "waters", "ocean", "oceans"), WATER),
    }
)
"""Other names that a drawing may give to its groups."""

NOTHING: Final = "none"
"""What is written for the light or for waterlines where there shall be none."""


@dataclass(frozen=True)
class Meanings:
    """What `exhibit.yaml` says of a drawing: the meaning of names, and what it does without."""

    names: tuple[tuple[str, str], ...] = ()
    """Names of groups or shapes, each with its meaning."""
    is_lit: bool = True
    is_lined: bool = True
    """Whether waterlines are drawn where the drawing has none of its own."""


AS_DRAWN: Final = Meanings()
"""A drawing that says itself what its groups mean."""


def written_meanings(
    groups: Mapping[str, tuple[str, ...]], views: Mapping[str, str], waterlines: str | None
) -> Meanings:
    """The meanings by the words of GROUPS and VIEWS; what is not among them is passed over."""
    names = [
        (name, GROUPS[word]) for word, listed in groups.items() if word in GROUPS for name in listed
    ]
    names += [
        (name, VIEWS[word]) for word, name in views.items() if word in VIEWS and name != NOTHING
    ]
    return Meanings(tuple(names), views.get("light") != NOTHING, waterlines != NOTHING)
