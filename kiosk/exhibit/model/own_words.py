"""What an exhibit says in its own words where the interface has words for every exhibit."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN_WORDS: Final[Mapping[tuple[str, ...], str]] = MappingProxyType(
    {
        ("credits", "beside_map"): "map_credit",
        ("credits", "map"): "credit_map",
        ("wording", "whole_map"): "whole_bay",
        ("wording", "place_count"): "place_count",
        ("kinds", "region", "name"): "region",
        ("kinds", "city", "name"): "city",
        ("kinds", "city", "list"): "cities",
        ("kinds", "innovation-zone", "name"): "innovation_zone",
        ("kinds", "innovation-zone", "list"): "zones",
        ("kinds", "innovation-zone", "within"): "innovation_zone_in",
        ("kinds", "facility", "name"): "facility",
        ("kinds", "facility", "list"): "facilities",
        ("kinds", "facility", "within"): "facility_in",
    }
)
"""Where exhibit.yaml says a text, and the key of the interface's words that it replaces."""

OF_THE_MAP: Final = ("map_credit", "credit_map")
"""What the interface says of the shipped map, and of no other."""

NO_WORDS: Final = Text({})


def own_words(said: Mapping[tuple[str, ...], Text], *, has_own_map: bool) -> Mapping[str, Text]:
    """The texts that exhibit.yaml says there, by the keys of the words that they replace.

    A kind that has a name is called so in lists, and wherever it lies, unless it says more.  Of a
    map of its own the exhibit says what it says, or nothing.
    """
    found = {key: NO_WORDS for key in OF_THE_MAP} if has_own_map else {}
    for way, key in OWN_WORDS.items():
        text = said.get(way)
        if text is None and way[0] == "kinds":
            text = said.get((*way[:2], "name"))
        if text is not None:
            found[key] = text
    return MappingProxyType(found)
