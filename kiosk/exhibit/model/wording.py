"""What exhibit.yaml says in place of the interface's words: credits, kinds of places, the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from kiosk.exhibit.model.own_words import OWN_WORDS
from kiosk.exhibit.model.parts import Model
from kiosk.exhibit.model.place_signs import USUAL_SIGNS, PlaceSign
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


class ExhibitCredits(Model):
    """Whose the map, the texts and the pictures are, and under which licences."""

    beside_map: Text | None = None
    map: Text | None = None
    texts: Text | None = None


class MapWording(Model):
    """What the interface calls this map: "The whole bay", "{count} places in the bay"."""

    whole_map: Text | None = None
    place_count: Text | None = None


class KindNames(Model):
    """What a kind of place is called: one, several as a heading, one in `{places}`; its sign."""

    name: Text | None = None
    list: Text | None = None
    within: Text | None = None
    sign: PlaceSign | None = None


class KindsOfPlaces(Model):
    """The kinds that a place can have, by what they are in this exhibit."""

    region: KindNames | None = None
    city: KindNames | None = None
    innovation_zone: KindNames | None = Field(None, alias="innovation-zone")
    facility: KindNames | None = None

    @property
    def signs(self) -> Mapping[str, str]:
        """The signs that it gives, by kinds."""
        said = {kind: getattr(self, kind.replace("-", "_")) for kind in USUAL_SIGNS}
        return {kind: one.sign for kind, one in said.items() if one is not None and one.sign}


def written_words(**said: Model | None) -> Mapping[tuple[str, ...], Text]:
    """The texts by the way to them in exhibit.yaml."""
    found = {}
    for way in OWN_WORDS:
        value: object = said
        for step in way:
            if value is said:
                value = said.get(step)
            else:
                value = getattr(value, step.replace("-", "_"), None)
        if isinstance(value, Text):
            found[way] = value
    return found
