"""What is wrong with data layers, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.fix import Fix, FixKind
from kiosk.text.message_words import did_you_mean_or, one_of, shortened, write_nearest
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.text.messages import Message

_LAYER_ID = Rule(
    "layer-id",
    why="A tour and the address of a map name a data layer as its file is called.",
    wrong="`id: people` in `layers/population.yaml`",
    right="`id: population`",
)


def id_is_not_the_file(written: str, file: str) -> Message:
    """A data layer has to be called as its file is."""
    return _LAYER_ID.message(
        Phrase(
            "the data layer is called '{written}', its file '{file}'", written=written, file=file
        ),
        "give both the same name",
        fix=Fix.replace(written, file),
    )


_UNKNOWN_LAYER = Rule(
    "unknown-layer",
    why="A data layer that is not there can be neither shown nor divided.",
    wrong="`divide: [gdb, population]`",
    right="`divide: [gdp, population]`",
)


def unknown_layer(written: str, known: Collection[str]) -> Message:
    """exhibit.yaml, a tour or a quotient names a data layer that is not there."""
    return _UNKNOWN_LAYER.message(
        Phrase("there is no data layer '{written}'", written=shortened(written)),
        did_you_mean_or(written, known, Phrase("write its file in layers/")),
        fix=write_nearest(written, known),
    )


_NO_VALUES = Rule(
    "layer-without-values",
    why="A data layer without a value shades nothing.",
    wrong="a layer of title, unit and source",
    right="`points`, a table as `data`, or `divide`",
)


NO_VALUES = _NO_VALUES.message(
    "the data layer has no values", "add 'points', 'data' or 'divide: [layer, layer]'"
)


_TWO_ORIGINS = Rule(
    "layer-of-two-origins",
    why="Values that are written, read from a table and computed could be three truths.",
    wrong="`points` beside `data`",
    right="`data` alone",
)


def two_origins(layer: str, other: str) -> Message:
    """Values in two ways; `other` is the key of one of them."""
    return _TWO_ORIGINS.message(
        Phrase(
            "the data layer '{layer}' has its values elsewhere too, in '{other}'",
            layer=layer,
            other=other,
        ),
        Phrase("keep one of {names}", names=one_of(("points", "data", "divide"), "and")),
    )


_NO_DATE = Rule(
    "value-without-date",
    why="A value holds for a year, and visitors see which.",
    wrong="`{zone: macao, value: 33}` in a layer without `as_of`",
    right="`as_of: 2020`, or `{zone: macao, at: 2020, value: 33}`",
)


def no_date(zone: str) -> Message:
    """A value that holds at no time."""
    return _NO_DATE.message(
        Phrase("the value of '{zone}' has no date", zone=zone),
        "add 'at' to it, or 'as_of' to the layer",
    )


_VALUE_TWICE = Rule(
    "value-twice",
    why="Of two values of a place for one year, one is wrong.",
    wrong="`macao` twice, both of 2020",
    right="one of each year",
)


def value_twice(zone: str, year: int) -> Message:
    """A zone with two values in a year."""
    return _VALUE_TWICE.message(
        Phrase("'{zone}' has two values for {year}", zone=zone, year=year), "keep one of them"
    )


_TOO_MANY_VALUES = Rule(
    "too-many-values",
    why="A map with more places and years than that can't be read, nor drawn in time.",
    wrong="a table of 3,000 rows",
    right="a table of the years that matter",
)


def too_many_values(found: int, limit: int) -> Message:
    """More values than a layer holds."""
    return _TOO_MANY_VALUES.message(
        Phrase("the table has {found:,} values; {limit:,} are the most", found=found, limit=limit),
        "leave some years out",
    )


_STEPS_NOT_RISING = Rule(
    "steps-not-rising",
    why="`steps` are the ends of the classes, from the lowest to the highest.",
    wrong="`steps: [5 million, 2 million]`",
    right="`steps: [2 million, 5 million]`",
)


def steps_not_rising(before: str, written: str) -> Message:
    """The end of a class that is not above the one before."""
    return _STEPS_NOT_RISING.message(
        Phrase("{written} follows {before}", written=written, before=before),
        "write the ends of the classes in rising order",
    )


_OPENS_WITHOUT_VALUE = Rule(
    "opens-without-value",
    why="The year that is shown first has to have a value.",
    wrong="`opens_at: 2019` where the values are of 2018 and 2023",
    right="`opens_at: 2023`",
)


def opens_without_value(written: str, years: Collection[int]) -> Message:
    """A layer that would open in a year without a value of its own."""
    return _OPENS_WITHOUT_VALUE.message(
        Phrase("no value is of {written}", written=written),
        Phrase("write {names}", names=one_of(map(str, years))),
    )


_BREAK_OUTSIDE = Rule(
    "layer-break-outside",
    why="A change of method before or after all values separates nothing.",
    wrong="`before: 2010` where the values begin in 2018",
    right="`before: 2020`",
)


def break_outside(before: str, first: str, last: str) -> Message:
    """`first` and `last` are the dates of the layer's values."""
    return _BREAK_OUTSIDE.message(
        Phrase(
            "the break before {before} is outside the values, which go from {first} to {last}",
            before=before,
            first=first,
            last=last,
        )
    )


_APART = Rule(
    "apart-without-caveat",
    why="Visitors who may not compare a place with the others want to know why.",
    wrong="`apart: [macao]` alone",
    right="`apart: [macao]` and a `caveat` that says how Macao counts",
)


APART_WITHOUT_CAVEAT = _APART.message(
    "zones are kept apart without a reason",
    "say in 'caveat' how they are counted",
    fix=Fix(FixKind.WRITE, "caveat"),
)


_APART_WITHOUT_VALUE = Rule(
    "apart-without-value",
    why="A place that has no value is compared with nothing anyway.",
    wrong="`apart: [macao]` in a layer that says nothing of Macao",
    right="no `apart`",
)


def apart_without_value(zone: str) -> Message:
    """A zone without a value is kept apart."""
    return _APART_WITHOUT_VALUE.message(
        Phrase("'{zone}' has no value that could be compared", zone=zone),
        "leave it out of 'apart'",
        fix=Fix(FixKind.DELETE),
    )


_BAD_QUOTIENT = Rule(
    "bad-quotient",
    why="`divide` names two layers that have values of the same places and years.",
    wrong="`divide: [population, population]`",
    right="`divide: [gdp, population]`",
)


ONE_TO_DIVIDE = _BAD_QUOTIENT.message("a quotient needs two layers", "write divide: [layer, layer]")


def divided_by_itself(layer: str) -> Message:
    """A quotient that is one everywhere."""
    return _BAD_QUOTIENT.message(
        Phrase("'{layer}' is divided by itself", layer=layer), "name two layers"
    )


def quotient_of_quotient(layer: str) -> Message:
    """A quotient of what is computed itself."""
    return _BAD_QUOTIENT.message(
        Phrase("'{layer}' is a quotient itself", layer=layer),
        "divide layers that have values of their own",
    )


def nothing_in_common(upper: str, lower: str) -> Message:
    """No zone has a value of the same year in both."""
    return _BAD_QUOTIENT.message(
        Phrase(
            "'{upper}' and '{lower}' have no value of the same zone and year",
            upper=upper,
            lower=lower,
        ),
        "divide layers of the same years",
    )


RULES = (
    _LAYER_ID,
    _UNKNOWN_LAYER,
    _NO_VALUES,
    _TWO_ORIGINS,
    _NO_DATE,
    _VALUE_TWICE,
    _TOO_MANY_VALUES,
    _STEPS_NOT_RISING,
    _OPENS_WITHOUT_VALUE,
    _BREAK_OUTSIDE,
    _APART,
    _APART_WITHOUT_VALUE,
    _BAD_QUOTIENT,
)
"""The rules of this file."""
