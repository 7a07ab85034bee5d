"""What a careful editor remarks on in a data layer: what is missing, old, or counted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.dated import last_day
from kiosk.exhibit.model.layer_classes import LayerClasses
from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules.age_rules import old_figure, years_before
from kiosk.text.fix import Fix, FixKind
from kiosk.text.message_words import one_of
from kiosk.text.messages import Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator, Sequence

    from kiosk.exhibit.model.data_layer import DataLayer
    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.rules.layer_rules import LayerFile
    from kiosk.text.messages import Message, PlacedMessage
    from kiosk.text.yaml_source import Location

_MOST_NAMED = 4
"""So many zones are named in a message, which has to be read."""

_VALUES_MISSING = Rule(
    "values-missing",
    severity=Severity.WARNING,
    why="Visitors ask why the map knows nothing of a place. The `caveat` of a layer can say it.",
    wrong="a layer of ten of eleven cities, without `caveat`",
    right="the same with a `caveat` that says why one is missing",
)


def _values_missing(kind: str, zones: Sequence[str]) -> Message:
    named = _named(zones)
    return _VALUES_MISSING.message(
        Phrase(
            "no value is given for {named}, which is of the kind '{kind}' too",
            named=named,
            kind=kind,
        )
        if len(zones) == 1
        else Phrase(
            "no value is given for {named}, which are of the kind '{kind}' too",
            named=named,
            kind=kind,
        ),
        "add them, or say in 'caveat' why there is none",
        fix=Fix(FixKind.WRITE, "caveat"),
    )


_MIXED_YEARS = Rule(
    "mixed-years",
    severity=Severity.WARNING,
    why="Values of several years stand beside each other, and a `caveat` can say why.",
    wrong="a layer of 2023 in which Foshan's value is of 2020, without `caveat`",
    right="the same with a `caveat`",
)


def _mixed_years(year: int, zones: Sequence[str]) -> Message:
    return _MIXED_YEARS.message(
        Phrase(
            "the layer opens in {year}, and {named} have a value of an earlier year",
            year=year,
            named=_named(zones),
        ),
        "look for newer ones, or say in 'caveat' why there are none",
        fix=Fix(FixKind.WRITE, "caveat"),
    )


_COUNTED_TWICE = Rule(
    "zone-in-zone",
    severity=Severity.WARNING,
    why="What lies within another place is a part of it, and is ranked beside it all the same.",
    wrong="a value of `nansha` and one of `guangzhou`, in which it lies",
    right="one of the two",
)


def _counted_twice(zone: str, around: str) -> Message:
    return _COUNTED_TWICE.message(
        Phrase(
            "'{zone}' lies in '{around}', which has a value for the same year",
            zone=zone,
            around=around,
        ),
        "keep one of the two, or put one into 'apart'",
    )


_ONE_CLASS = Rule(
    "one-class",
    severity=Severity.WARNING,
    why="Where all values lie between the same two ends, the map has one shade and says nothing.",
    wrong="`steps: [1000, 2000]` for values from 3 to 40",
    right="`steps: [10, 20, 30]`, or no `steps`: then round ends are found",
)


def _one_class(lowest: str, highest: str) -> Message:
    return _ONE_CLASS.message(
        Phrase(
            "all values, from {lowest} to {highest}, lie in one of these classes",
            lowest=lowest,
            highest=highest,
        ),
        "write ends between them, or leave 'steps' out: then round ones are found",
    )


def _named(zones: Sequence[str]) -> str:
    named = one_of(zones[:_MOST_NAMED], "and")
    more = len(zones) - _MOST_NAMED
    return Phrase("{names} and {count} more", names=named, count=more) if more > 0 else named


RULES = (_ONE_CLASS, _VALUES_MISSING, _MIXED_YEARS, _COUNTED_TWICE)
"""The rules of this file."""


def advise(file: LayerFile, zones: Collection[Zone]) -> Iterator[PlacedMessage]:
    """What could be better in a layer that can be shown."""
    for located in _advice(file.layer, zones):
        placed = file.placed(located)
        if placed is not None:
            yield placed


def old_layer(file: LayerFile, today: datetime.date, years: int) -> Iterator[PlacedMessage]:
    """That the newest value of a layer is older than so many years.

    Older ones beside it are its history, and a quotient is as old as what it divides.
    """
    layer = file.layer
    newest = max((layer.date(point) for point in layer.points), default=None)
    if layer.divide is not None or newest is None:
        return
    if last_day(newest) < years_before(today, years):
        located = LocatedMessage(_origin(layer), old_figure(str(newest), years))
        placed = file.placed(located)
        if placed is not None:
            yield placed


def _advice(layer: DataLayer, zones: Collection[Zone]) -> Iterator[LocatedMessage]:
    if layer.caveat is None:
        for kind, missing in _missing(layer, zones):
            message = _values_missing(kind, missing)
            yield LocatedMessage(_values_key(layer), message, at_key=True)
        year = layer.opening_year
        earlier = [each.zone for each in layer.values() if layer.date(each).year != year]
        if year is not None and earlier:
            message = _mixed_years(year, earlier)
            yield LocatedMessage(_values_key(layer), message, at_key=True)
    yield from _within_each_other(layer, zones)
    yield from _in_one_class(layer)


def _missing(layer: DataLayer, zones: Collection[Zone]) -> Iterator[tuple[str, list[str]]]:
    """The zones without a value, of each kind most of which has one."""
    valued = set(layer.zones)
    for kind in dict.fromkeys(zone.kind for zone in zones if zone.landmark is not None):
        of_kind = [zone.id for zone in zones if zone.kind == kind]
        missing = [zone_id for zone_id in of_kind if zone_id not in valued]
        if missing and len(missing) * 2 < len(of_kind):
            yield kind, missing


def _in_one_class(layer: DataLayer) -> Iterator[LocatedMessage]:
    """That the written ends of classes part none of the values that the map opens with."""
    values = layer.values()
    ends = [step.number for step in layer.steps or () if step.number is not None]
    if not ends or len({each.number for each in values}) < 2:
        return
    classes = LayerClasses.of((each.number for each in values), ends)
    if len({classes.number(each.number) for each in values}) == 1:
        message = _one_class(values[-1].value.written, values[0].value.written)
        yield LocatedMessage(("steps",), message, at_key=True)


def _within_each_other(layer: DataLayer, zones: Collection[Zone]) -> Iterator[LocatedMessage]:
    around = {zone.id: zone.within for zone in zones}
    years: dict[str, set[int]] = {}
    for point in layer.points:
        years.setdefault(point.zone, set()).add(layer.date(point).year)
    for zone_id, own in years.items():
        for outer in around.get(zone_id, ()):
            kept_apart = {zone_id, outer} & set(layer.apart)
            if own & years.get(outer, set()) and not kept_apart:
                message = _counted_twice(zone_id, outer)
                yield LocatedMessage(_values_key(layer), message, at_key=True)


def _values_key(layer: DataLayer) -> Location:
    """The key below which the values stand."""
    if layer.divide is not None:
        return ("divide",)
    return ("points",) if layer.data is None else ("data",)


def _origin(layer: DataLayer) -> Location:
    """Where the date of the newest value is written, or the table that has it."""
    if layer.as_of is not None:
        return ("as_of",)
    return _values_key(layer)
