"""The rules for figures: a source and a date, a unit that fits, one that leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules import naming_messages
from kiosk.exhibit.rules.part_rules import check_parts
from kiosk.exhibit.rules.pictogram_rules import check_row
from kiosk.exhibit.rules.status_rules import check_rest, check_status
from kiosk.text.message_words import shortened
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Fact, FactsPanel
    from kiosk.exhibit.model.located_message import Existing
    from kiosk.text.messages import Message
    from kiosk.text.yaml_source import Location

_NO_SOURCE = Rule(
    "no-source",
    why="A figure without a source is a rumour.",
    file="zones/qianhai.yaml",
    wrong="  as_of: 2024-06\n  facts:",
    right="  source: peoples-daily-2024-06-16\n  as_of: 2024-06\n  facts:",
)


def _no_source(fact: str) -> Message:
    return _NO_SOURCE.message(
        Phrase("the figure '{fact}' has no source", fact=fact), "add 'source' to it or to its panel"
    )


_NO_AS_OF = Rule(
    "no-as-of",
    why="A figure holds for a time, and visitors see which.",
    file="zones/qianhai.yaml",
    wrong="  source: peoples-daily-2024-06-16\n  facts:",
    right="  source: peoples-daily-2024-06-16\n  as_of: 2024-06\n  facts:",
)


def _no_as_of(fact: str) -> Message:
    return _NO_AS_OF.message(
        Phrase("the figure '{fact}' has no date", fact=fact), "add 'as_of' to it or to its panel"
    )


_DATE_EXPECTED = Rule(
    "date-expected",
    why="The unit is a date, and the figure is none.",
    file="zones/qianhai.yaml",
    wrong="unit: day",
    right="unit: yuan",
)


def _date_expected(written: str, unit: str) -> Message:
    return _DATE_EXPECTED.message(
        Phrase(
            "'{written}' is not a date, but the unit '{unit}' is one",
            written=shortened(written),
            unit=unit,
        ),
        "write 2014, 2014-12 or 2014-12-07",
    )


_NUMBER_EXPECTED = Rule(
    "number-expected",
    why="The unit counts or measures, and the figure is a date.",
    file="zones/qianhai.yaml",
    wrong="value: 2014-12-07",
    right="value: 4.2 billion",
)


def number_expected(written: str, unit: str | None) -> Message:
    """A date where the unit counts or measures; without a unit, where a chart draws."""
    return _NUMBER_EXPECTED.message(
        Phrase("'{written}' is a date, but a number is needed", written=shortened(written))
        if unit is None
        else Phrase(
            "'{written}' is a date, but the unit '{unit}' needs a number",
            written=shortened(written),
            unit=unit,
        ),
        "write 1195, 1,195 or 4.2 billion",
    )


_NO_LEAD = Rule(
    "no-lead",
    why="One figure of a panel is very large, and you choose it.",
    file="zones/qianhai.yaml",
    wrong="  - id: all\n    value: 1195",
    right="  - id: all\n    lead: true\n    value: 1195",
)


def _no_lead() -> Message:
    return _NO_LEAD.message(
        "no fact of this panel leads", "add 'lead: true' to the one shown very large"
    )


_SECOND_LEAD = Rule(
    "second-lead",
    why="Only one figure can be the very large one.",
    file="zones/qianhai.yaml",
    wrong="    part_of: all\n    lead: true",
    right="    part_of: all",
)


def _second_lead(first: str) -> Message:
    return _SECOND_LEAD.message(
        Phrase("the fact '{first}' leads already", first=first),
        "keep 'lead: true' in one of the two",
    )


RULES = (
    _NO_SOURCE,
    _NO_AS_OF,
    _DATE_EXPECTED,
    _NUMBER_EXPECTED,
    _NO_LEAD,
    _SECOND_LEAD,
)
"""The rules of this file."""


def check_facts(panel: FactsPanel, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong with the panel of facts at `at`."""
    if panel.source is not None:
        yield from check_source(panel.source, (*at, "source"), existing)
    for index, fact in enumerate(panel.facts):
        here = (*at, "facts", index)
        yield from check_figure(fact, here, existing)
        if fact.source is None and panel.source is None:
            yield LocatedMessage(here, _no_source(fact.id))
        if panel.as_of is None:
            yield from check_as_of(fact, here, existing)
    lost_some = panel.id in existing.incomplete
    yield from _check_lead(panel, at, lost_some=lost_some)
    yield from check_parts(panel, at, existing)
    if not lost_some:
        yield from check_rest(panel, at)


def check_figure(fact: Fact, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong with one figure's own source, unit, value and status."""
    yield from check_status(fact, at)
    if fact.source is not None:
        yield from check_source(fact.source, (*at, "source"), existing)
    unit = existing.units.get(fact.unit)
    if unit is None:
        yield unknown_unit(fact.unit, (*at, "unit"), existing)
    elif unit.kind == "date" and fact.value.date is None:
        message = _date_expected(fact.value.written, unit.id)
        yield LocatedMessage((*at, "value"), message)
    elif unit.kind != "date" and fact.value.number is None:
        message = number_expected(fact.value.written, unit.id)
        yield LocatedMessage((*at, "value"), message)
    else:
        yield from check_row(fact, unit, at)


def check_as_of(fact: Fact, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    """That a figure has no date of its own; one that is a date needs no other."""
    unit = existing.units.get(fact.unit)
    may_be_date = fact.value.date is not None or _is_consequence(fact.unit, existing)
    if unit is None and may_be_date:
        return
    if fact.as_of is None and (unit is None or unit.kind != "date"):
        yield LocatedMessage(at, _no_as_of(fact.id))


def check_source(
    sources: tuple[str, ...], at: Location, existing: Existing
) -> Iterator[LocatedMessage]:
    """The sources that do not exist or can't be read."""
    for index, source in enumerate(sources):
        if source not in existing.sources:
            named = existing.named_sources
            is_consequence = named is None or source in named
            message = naming_messages.unknown_source(source, named or ())
            yield LocatedMessage((*at, index), None if is_consequence else message)


def unknown_unit(unit: str, at: Location, existing: Existing) -> LocatedMessage:
    """That there is no such unit; said once where units.yaml has it, but broken."""
    known = existing.named_units or ()
    message = naming_messages.unknown_unit(unit, known)
    return LocatedMessage(at, None if _is_consequence(unit, existing) else message)


def _is_consequence(unit: str, existing: Existing) -> bool:
    """Whether a unit that is not there is written, or may be, in a file that is broken."""
    return existing.named_units is None or unit in existing.named_units


def _check_lead(panel: FactsPanel, at: Location, *, lost_some: bool) -> Iterator[LocatedMessage]:
    leads = [(index, fact) for index, fact in enumerate(panel.facts) if fact.lead]
    if not leads and not lost_some:
        yield LocatedMessage((*at, "facts"), _no_lead(), at_key=True, mended=True)
    for index, _ in leads[1:]:
        message = _second_lead(leads[0][1].id)
        yield LocatedMessage((*at, "facts", index, "lead"), message, at_key=True, mended=True)
