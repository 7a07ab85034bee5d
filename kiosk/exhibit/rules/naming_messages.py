"""What is wrong with ids, and with names of things that are elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean_or, one_of, shortened, write_nearest
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection
from kiosk.text.rule import Rule

_DUPLICATE_ID = Rule(
    "duplicate-id",
    why="An id that stands twice names neither of the two.",
    file="zones/qianhai.yaml",
    wrong="- id: teams\n  kind: chart\n  chart: line",
    right="- id: growth\n  kind: chart\n  chart: line",
)


def id_used_twice_in_files(written: str, first: str) -> Message:
    """`first` is the file and line of the other one."""
    return _DUPLICATE_ID.message(
        Phrase("the id '{written}' is used twice, first in {first}", written=written, first=first),
        "choose another id, or move a copy out of 'zones'",
    )


def id_used_twice_here(written: str, where: str) -> Message:
    """`where` is the key of the list."""
    return _DUPLICATE_ID.message(
        Phrase("the id '{written}' is used twice in '{where}'", written=written, where=where),
        "choose another id",
    )


_UNLISTED_ZONE = Rule(
    "unlisted-zone",
    severity=Severity.WARNING,
    why="A place that `zones` does not list comes last, which may not be meant.",
    file="exhibit.yaml",
    wrong="map: bay.svg\nzones: [shenzhen]",
    right="map: bay.svg",
)


def unlisted_zone(written: str) -> Message:
    """A zone that exhibit.yaml does not list."""
    return _UNLISTED_ZONE.message(
        Phrase("the zone '{written}' is not in the list 'zones' of exhibit.yaml", written=written),
        "it comes after the listed ones",
    )


_UNKNOWN_PLACE = Rule(
    "unknown-place",
    why="What lies in a place that is not there can't be found.",
    file="zones/qianhai.yaml",
    wrong="in: [shenzen]",
    right="in: [shenzhen]",
)


def unknown_place(written: str, known: Collection[str]) -> Message:
    """Neither a zone nor an element of the map."""
    return _nowhere(written, known, Phrase("write its file in zones/"))


def unknown_light(written: str, known: Collection[str], lines: Collection[str]) -> Message:
    """`known` are the zones and all on the map, `lines` its bridges and railways."""
    otherwise = Phrase("name a zone or a city")
    if lines:
        otherwise = Phrase(
            "name a zone or a city, or a line of the map: {names}", names=one_of(lines)
        )
    return _nowhere(written, known, otherwise)


def _nowhere(written: str, known: Collection[str], otherwise: str) -> Message:
    return _UNKNOWN_PLACE.message(
        Phrase("'{written}' is neither a zone nor on the map", written=shortened(written)),
        did_you_mean_or(written, known, otherwise),
        fix=write_nearest(written, known),
    )


_UNKNOWN_ZONE = Rule(
    "unknown-zone",
    why="The list of places names one that is not there.",
    file="exhibit.yaml",
    wrong="map: bay.svg\nzones: [qianhai, shenzhen, macao]",
    right="map: bay.svg",
)


def unknown_zone(written: str, known: Collection[str]) -> Message:
    """exhibit.yaml or a tour names a zone that is not there."""
    return _nothing_named(
        _UNKNOWN_ZONE,
        Phrase("there is no zone '{written}'", written=shortened(written)),
        written,
        known,
        Phrase("write its file in zones/, or take this out"),
    )


_ONE_ENDED_LINK = Rule(
    "one-ended-link",
    why="A link leads from one place to another.",
    wrong="between: [qianhai, qianhai]",
    right="between: [qianhai, hong-kong]",
)


def one_ended_link(written: str) -> Message:
    """A link whose two ends are the same place."""
    return _ONE_ENDED_LINK.message(
        Phrase("both ends of the link are '{written}'", written=shortened(written)),
        "name the two places that it joins",
    )


def unknown_zone_in_ranking(written: str, known: Collection[str]) -> Message:
    """A row of a ranking that a label could name instead."""
    return _nothing_named(
        _UNKNOWN_ZONE,
        Phrase("there is no zone '{written}'", written=shortened(written)),
        written,
        known,
        Phrase("name it with 'label' instead"),
    )


_UNKNOWN_SOURCE = Rule(
    "unknown-source",
    why="Every figure leads to a source in `sources.yaml`.",
    file="zones/qianhai.yaml",
    wrong="    value: 691\n    source: nobody",
    right="    value: 691",
)


def unknown_source(written: str, known: Collection[str]) -> Message:
    """A source that sources.yaml does not have."""
    return _nothing_named(
        _UNKNOWN_SOURCE,
        Phrase("there is no source '{written}'", written=shortened(written)),
        written,
        known,
        Phrase("add it to sources.yaml"),
    )


_UNKNOWN_UNIT = Rule(
    "unknown-unit",
    why="How a number is said in four languages stands in `units.yaml`.",
    file="zones/qianhai.yaml",
    wrong="unit: yuann",
    right="unit: yuan",
)


def unknown_unit(written: str, known: Collection[str]) -> Message:
    """A unit that units.yaml does not have."""
    return _nothing_named(
        _UNKNOWN_UNIT,
        Phrase("there is no unit '{written}'", written=shortened(written)),
        written,
        known,
        Phrase("add it to units.yaml"),
    )


def _nothing_named(
    rule: Rule, found: Phrase, written: str, known: Collection[str], otherwise: str
) -> Message:
    """Nothing has that name; `otherwise` is what else can be done."""
    return rule.message(
        found,
        did_you_mean_or(written, known, otherwise),
        fix=write_nearest(written, known),
    )


RULES = (
    _ONE_ENDED_LINK,
    _DUPLICATE_ID,
    _UNLISTED_ZONE,
    _UNKNOWN_PLACE,
    _UNKNOWN_ZONE,
    _UNKNOWN_SOURCE,
    _UNKNOWN_UNIT,
)
"""The rules of this file."""
