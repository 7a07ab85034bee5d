"""The rules for figures that are parts of others: no part is larger than its whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.text.message_words import did_you_mean_or, shortened, write_nearest
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kiosk.exhibit.model.exhibit import Fact, FactsPanel
    from kiosk.exhibit.model.located_message import Existing
    from kiosk.text.messages import Message
    from kiosk.text.yaml_source import Location

_PART_OF_UNKNOWN = Rule(
    "part-of-unknown",
    why="A share of something that is not in the panel can't be drawn.",
    file="zones/qianhai.yaml",
    wrong="part_of: al",
    right="part_of: all",
)


def _part_of_unknown(written: str, known: Collection[str]) -> Message:
    return _PART_OF_UNKNOWN.message(
        Phrase("there is no fact '{written}' in this panel", written=shortened(written)),
        did_you_mean_or(written, known, Phrase("add it")),
        fix=write_nearest(written, known),
    )


_PART_OF_ITSELF = Rule(
    "part-of-itself",
    why="Nothing is a share of itself.",
    file="zones/qianhai.yaml",
    wrong="part_of: hong-kong",
    right="part_of: all",
)


def _part_of_itself(fact: str) -> Message:
    return _PART_OF_ITSELF.message(Phrase("the fact '{fact}' would be a part of itself", fact=fact))


_PART_OF_OTHER_UNIT = Rule(
    "part-of-other-unit",
    why="Teams are no share of yuan.",
    file="zones/qianhai.yaml",
    wrong="    value: 691\n    unit: yuan",
    right="    value: 691\n    unit: teams",
)


def _part_of_other_unit(part_unit: str, whole: str, whole_unit: str) -> Message:
    return _PART_OF_OTHER_UNIT.message(
        Phrase(
            "the part counts '{part_unit}', but '{whole}' counts '{whole_unit}'",
            part_unit=part_unit,
            whole=whole,
            whole_unit=whole_unit,
        ),
        "a part and its whole need the same unit",
    )


_PART_LARGER = Rule(
    "part-larger",
    why="One of the two numbers is wrong.",
    file="zones/qianhai.yaml",
    wrong="    value: 1,196\n",
    right="    value: 691\n",
)


def _part_larger(written: str, whole: str, whole_written: str) -> Message:
    return _PART_LARGER.message(
        Phrase(
            "the part, {written}, is larger than '{whole}', {whole_written}",
            written=written,
            whole=whole,
            whole_written=whole_written,
        )
    )


_PARTS_LARGER = Rule(
    "parts-larger",
    why="One of the numbers is wrong, or something is counted twice.",
    file="zones/qianhai.yaml",
    wrong=(
        "  - {id: macao, part_of: all, value: 505, unit: teams, label: {en: Macao, zh-Hant: 澳門, "
        "zh-Hans: 澳门, pt: Macau}}\n"
        "  - id: raised"
    ),
    right="  - id: raised",
)


def _parts_larger(whole: str, whole_written: str, total: str) -> Message:
    return _PARTS_LARGER.message(
        Phrase(
            "the parts of '{whole}' are {total} together, but it is only {whole_written}",
            whole=whole,
            total=total,
            whole_written=whole_written,
        )
    )


RULES = (_PART_OF_UNKNOWN, _PART_OF_ITSELF, _PART_OF_OTHER_UNIT, _PART_LARGER, _PARTS_LARGER)
"""The rules of this file."""


def check_parts(panel: FactsPanel, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong with the facts of a panel that are parts of others."""
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
            message = _part_of_unknown(fact.part_of, others)
            yield LocatedMessage((*here, "part_of"), None if lost_some else message)
        elif _leads_back(fact, facts):
            yield LocatedMessage((*here, "part_of"), _part_of_itself(fact.id))
        elif fact.unit != whole.unit:
            message = _part_of_other_unit(fact.unit, whole.id, whole.unit)
            both_are_known = fact.unit in existing.units and whole.unit in existing.units
            yield LocatedMessage((*here, "unit"), message if both_are_known else None)
        elif fact.value.number is not None and whole.value.number is not None:
            total = totals.get(whole.id, Decimal(0)) + fact.value.number
            totals[whole.id] = total
            if fact.value.number > whole.value.number:
                message = _part_larger(fact.value.written, whole.id, whole.value.written)
                yield LocatedMessage((*here, "value"), message)
            elif total > whole.value.number:
                message = _parts_larger(whole.id, whole.value.written, written(total))
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
