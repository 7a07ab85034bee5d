"""The rules for places that say themselves where on the map they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import shortened
from kiosk.text.messages import Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.text.messages import Message

_BESIDE_THE_MAP = Rule(
    "beside-the-map",
    why="A place beside the drawing can't be touched.",
    file="zones/qianhai.yaml",
    wrong="map: {marker: qianhai, at: [4000, 10]",
    right="map: {marker: qianhai",
)


def beside_the_map(x: float, y: float, area: Sequence[float]) -> Message:
    """A point, and the left, upper, right and lower edge of the drawing."""
    left, top, right, bottom = map(_short, area)
    return _BESIDE_THE_MAP.message(
        Phrase("the point {x}, {y} is beside the map", x=_short(x), y=_short(y)),
        Phrase(
            "the drawing reaches from {left} to {right} across and from {top} to {bottom} down",
            left=left,
            right=right,
            top=top,
            bottom=bottom,
        ),
    )


_NO_COORDINATES = Rule(
    "no-coordinates",
    why="Where on the Earth a map of your own lies, nobody has said.",
    file="zones/qianhai.yaml",
    wrong="map: {marker: qianhai, at: '22.53 N, 113.90 E'",
    right="map: {marker: qianhai",
)

NO_COORDINATES = _NO_COORDINATES.message(
    "coordinates can't be found on a map of your own",
    "write the point in units of the drawing, as [981.2, 757.6]; a drawing program shows them",
)


_UNITS_OR_DEGREES = Rule(
    "units-or-degrees",
    severity=Severity.WARNING,
    why="In brackets stand units of the drawing: coordinates of the bay would be its upper left.",
    wrong="`at: [22.53, 113.90]` on the map that came along",
    right="`at: '22.53 N, 113.90 E'`",
)


def units_or_degrees(degrees: str) -> Message:
    """Two units of the drawing that look like coordinates, which would be `degrees`."""
    return _UNITS_OR_DEGREES.message(
        "two numbers in brackets are units of the drawing, and these look like coordinates",
        Phrase("write them as {degrees}", degrees=degrees),
    )


_CITY_IN_WATER = Rule(
    "city-in-water",
    severity=Severity.WARNING,
    why="A city stands on land. A point in the water beside it is mostly a slip of the hand.",
    wrong="a place of the kind `city` with `at: [1100, 1000]`, south of all islands",
    right="`at: [1069.2, 852.6]`, on the island",
)


def city_in_water(x: float, y: float) -> Message:
    """The point of a city."""
    return _CITY_IN_WATER.message(
        Phrase("the city stands in the water, at {x}, {y}", x=_short(x), y=_short(y)),
        "move its point onto the land, or give it another 'kind'",
    )


_CLOSER_THAN_A_FINGER = Rule(
    "closer-than-a-finger",
    severity=Severity.WARNING,
    why=(
        "Of two points that are nearer to each other than a finger is broad, however near the map"
        " is looked at, only one can be touched."
    ),
    wrong="`at: [1043.9, 761.3]`, with another place at `[1044, 761.3]`",
    right="`at: [1052, 761.3]`, or one place with a panel for each of the two",
)


def closer_than_a_finger(other: str, apart: float) -> Message:
    """The place beside it, and how far away it has to be, in units of the drawing."""
    return _CLOSER_THAN_A_FINGER.message(
        Phrase("the point is closer to '{other}' than a finger can tell", other=shortened(other)),
        Phrase("keep them {apart} units apart, or make one place of both", apart=_short(apart)),
    )


RULES = (
    _BESIDE_THE_MAP,
    _NO_COORDINATES,
    _UNITS_OR_DEGREES,
    _CITY_IN_WATER,
    _CLOSER_THAN_A_FINGER,
)
"""The rules of this file."""


def _short(number: float) -> str:
    return f"{number:.5g}" if abs(number) < 1e5 else f"{number:.0f}"
