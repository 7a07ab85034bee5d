"""The rules for what is shown while nobody is there: places, as `zone` or `zone/panel`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.place import SCREENS
from kiosk.exhibit.rules.tour_rules import check_place
from kiosk.text.message_words import shortened
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.located_message import Lost
    from kiosk.text.messages import Message

_BAD_ATTRACT_PLACE = Rule(
    "bad-attract-place",
    why="While nobody is there the exhibit shows places and their panels, not screens or pages.",
    file="exhibit.yaml",
    wrong="map: bay.svg\nattract: [list]",
    right="map: bay.svg",
)


def _no_scene(written: str) -> Message:
    return _BAD_ATTRACT_PLACE.message(
        Phrase("'{written}' can't be shown while nobody is there", written=shortened(written)),
        "write a zone's id, or zone/panel",
    )


RULES = (_BAD_ATTRACT_PLACE,)
"""The rules of this file."""


def check_attract(
    attract: Sequence[str], zones: Mapping[str, Zone], lost: Lost
) -> Iterator[LocatedMessage]:
    """What is wrong with the places of the attract loop, given those that there are."""
    for index, written in enumerate(attract):
        at = ("attract", index)
        if written in SCREENS or written.count("/") > 1:
            yield LocatedMessage(at, _no_scene(written))
        else:
            yield from check_place(written, at, zones, lost)
