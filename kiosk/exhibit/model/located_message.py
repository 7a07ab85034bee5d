"""A message at a location of a file's tree, and what the rules know of everything else."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kiosk.exhibit.model.exhibit import Unit
    from kiosk.text.messages import Message
    from kiosk.text.yaml_source import Location


class LocatedMessage(NamedTuple):
    """What a rule says of a location.

    Without a message it is the consequence of what has been reported elsewhere.  `at_key`
    means the key's place and not the value's; `mended` that nothing has to be left out; `spoils`
    names what has to be, where it is more than the place itself would say.
    """

    location: Location
    message: Message | None
    at_key: bool = False
    mended: bool = False
    spoils: Location | None = None


class Lost(NamedTuple):
    """What is written and can't be shown, because of mistakes that are reported where they are.

    `pages` are the panels of the zones that are sound, with the number of pages that are written,
    and `layers` the data layers.
    """

    zones: frozenset[str] = frozenset()
    pages: Mapping[tuple[str, str], int] = MappingProxyType({})
    layers: frozenset[str] = frozenset()


NOTHING_LOST = Lost()


@dataclass(frozen=True)
class Existing:
    """What exists apart from the zone in question.

    `named_sources` and `named_units` are all those in the files, sound or not, and None if
    the file could not be read: what it lacks is a consequence.  `incomplete` are the panels that
    have lost facts to mistakes already reported.
    """

    sources: Collection[str]
    named_sources: Collection[str] | None
    units: Mapping[str, Unit]
    named_units: Collection[str] | None
    pictures: Collection[str]
    films: Collection[str] = ()
    incomplete: Collection[str] = ()
