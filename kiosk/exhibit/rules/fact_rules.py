"""The rules for figures: a source and a date, a unit that fits, parts no larger than the whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules import fact_messages, naming_messages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.exhibit.model.exhibit import Fact, FactsPanel
    from kiosk.exhibit.model.located_message import Existing
    from kiosk.text.yaml_source import Location


def check_facts(panel: FactsPanel, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong with a panel of facts that stands at `at`."""
    if panel.source is not None:
        yield from check_source(panel.source, (*at, "source"), existing)
    for index, fact in enumerate(panel.facts):
        here = (*at, "facts", index)
        yield from check_figure(fact, here, existing)
        if fact.source is None and panel.source is None:
            yield LocatedMessage(here, fact_messages.no_source(fact.id))
        if panel.as_of is None:
            yield from check_as_of(fact, here, existing)
    lost_some = panel.id in existing.incomplete
    yield from _check_lead(panel, at, lost_some=lost_some)
    yield from _check_part(panel, at, existing)


def check_figure(fact: Fact, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong with one figure's own source, unit and value."""
    if fact.source is not None:
        yield from check_source(fact.source, (*at, "source"), existing)
    unit = existing.units.get(fact.unit)
    if unit is None:
        yield unknown_unit(fact.unit, (*at, "unit"), existing)
    elif unit.kind == "date" and fact.value.date is None:
        message = fact_messages.date_expected(fact.value.written, unit.id)
        yield LocatedMessage((*at, "value"), message)
    elif unit.kind != "date" and fact.value.number is None:
        message = fact_messages.number_expected(fact.value.written, unit.id)
        yield LocatedMessage((*at, "value"), message)


def check_as_of(fact: Fact, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    """That a figure has no date of its own; one that is a date needs no other."""
    unit = existing.units.get(fact.unit)
    if unit is None and _is_consequence(fact.unit, existing):
        return
    if fact.as_of is None and (unit is None or unit.kind != "date"):
        yield LocatedMessage(at, fact_messages.no_as_of(fact.id))


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
        yield LocatedMessage((*at, "facts"), fact_messages.NO_LEAD, at_key=True, mended=True)
    for index, _ in leads[1:]:
        message = fact_messages.second_lead(leads[0][1].id)
        yield LocatedMessage((*at, "facts", index, "lead"), message, at_key=True, mended=True)


def _check_part(panel: FactsPanel, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    lost_some = panel.id in existing.incomplete
    facts = {fact.id: fact for fact in reversed(panel.facts)}
    totals: dict[str, Decimal] = {}
    for index, fact in enumerate(panel.facts):
        if fact.part_of is None:
            continue
        here = (*at, "facts", index)
        whole = facts.get(fact.part_of)
        if whole is None:
            others = [other for other in facts if other != fact.id]
            message = fact_messages.part_of_unknown(fact.part_of, others)
            yield LocatedMessage((*here, "part_of"), None if lost_some else message)
        elif _leads_back(fact, facts):
            yield LocatedMessage((*here, "part_of"), fact_messages.part_of_itself(fact.id))
        elif fact.unit != whole.unit:
            message = fact_messages.part_of_other_unit(fact.unit, whole.id, whole.unit)
            both_are_known = fact.unit in existing.units and whole.unit in existing.units
            yield LocatedMessage((*here, "unit"), message if both_are_known else None)
        elif fact.value.number is not None and whole.value.number is not None:
            total = totals.get(whole.id, Decimal(0)) + fact.value.number
            totals[whole.id] = total
            if fact.value.number > whole.value.number:
                message = fact_messages.part_larger(
                    fact.value.written, whole.id, whole.value.written
                )
                yield LocatedMessage((*here, "value"), message)
            elif total > whole.value.number:
                message = fact_messages.parts_larger(whole.id, whole.value.written, written(total))
                yield LocatedMessage((*here, "value"), message)


def _leads_back(fact: Fact, facts: Mapping[str, Fact]) -> bool:
    """Whether going from part to whole comes back to this fact."""
    whole = facts.get(fact.part_of or "")
    for _ in facts:
        if whole is None:
            return False
        if whole.id == fact.id:
            return True
        whole = facts.get(whole.part_of or "")
    return False


def written(number: Decimal) -> str:
    """A computed number in a message, without an exponent."""
    return f"{number.normalize():f}"
