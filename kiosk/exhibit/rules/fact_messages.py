"""What is wrong with figures: their sources, dates, units and parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean_or, shortened
from kiosk.text.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection


def no_source(fact: str) -> Message:
    return Message(
        "no-source", f"the figure '{fact}' has no source", "add 'source' to it or to its panel"
    )


def no_as_of(fact: str) -> Message:
    return Message(
        "no-as-of", f"the figure '{fact}' has no date", "add 'as_of' to it or to its panel"
    )


def date_expected(written: str, unit: str) -> Message:
    return Message(
        "date-expected",
        f"'{shortened(written)}' is not a date, but the unit '{unit}' is one",
        "write 2014, 2014-12 or 2014-12-07",
    )


def number_expected(written: str, unit: str | None) -> Message:
    needed = "a number is needed" if unit is None else f"the unit '{unit}' needs a number"
    return Message(
        "number-expected",
        f"'{shortened(written)}' is a date, but {needed}",
        "write 1195, 1,195 or 4.2 billion",
    )


def part_of_unknown(written: str, known: Collection[str]) -> Message:
    return Message(
        "part-of-unknown",
        f"there is no fact '{shortened(written)}' in this panel",
        did_you_mean_or(written, known, "add it"),
    )


def part_of_itself(fact: str) -> Message:
    return Message("part-of-itself", f"the fact '{fact}' would be a part of itself")


def part_of_other_unit(part_unit: str, whole: str, whole_unit: str) -> Message:
    return Message(
        "part-of-other-unit",
        f"the part counts '{part_unit}', but '{whole}' counts '{whole_unit}'",
        "a part and its whole need the same unit",
    )


def part_larger(written: str, whole: str, whole_written: str) -> Message:
    return Message("part-larger", f"the part, {written}, is larger than '{whole}', {whole_written}")


def parts_larger(whole: str, whole_written: str, total: str) -> Message:
    return Message(
        "parts-larger",
        f"the parts of '{whole}' are {total} together, but it is only {whole_written}",
    )


NO_LEAD = Message(
    "no-lead", "no fact of this panel leads", "add 'lead: true' to the one shown very large"
)


def second_lead(first: str) -> Message:
    return Message(
        "second-lead", f"the fact '{first}' leads already", "keep 'lead: true' in one of the two"
    )
