"""Signs of kinds of places: what marks a place on the map, in the legend, in lists, on paper."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

PlaceSign = Literal["pearl", "ring", "diamond", "square", "triangle", "hexagon", "star", "cross"]
"""The signs that `exhibit.yaml` can give to a kind of place."""

DOT: Final = "dot"
"""The small point of a city that has a pill beside the map's other names."""

NO_SIGN: Final = "none"

USUAL_SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    {"region": NO_SIGN, "city": DOT, "innovation-zone": "pearl", "facility": "diamond"}
)
"""The sign of each kind where the exhibit says none; the whole map is nowhere in particular."""
