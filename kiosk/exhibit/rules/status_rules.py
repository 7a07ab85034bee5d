"""The rules for what is said of a figure, its source or a city, such as that it is calculated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.model.web_address import is_web_address
from kiosk.text.fix import Fix, FixKind
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Fact, FactsPanel, Source, Zone
    from kiosk.text.yaml_source import Location

_CALCULATED_AND_REPORTED = Rule(
    "calculated-and-reported",
    severity=Severity.WARNING,
    why=(
        "`reported` says that a source has the figure, `calculated` that none has it. Visitors "
        "would see both marks."
    ),
    file="zones/qianhai.yaml",
    wrong=(
        "    bound: more-than\n    reported: true\n"
        "    calculated: {en: 3 x 1.4 billion, zh-Hant: 14億乘以3, zh-Hans: 14亿乘以3, "
        "pt: 3 x 1400 milhões}\n"
    ),
    right="    bound: more-than\n",
)


def _calculated_and_reported(fact: str) -> Message:
    return _CALCULATED_AND_REPORTED.message(
        Phrase("the figure '{fact}' is reported and calculated", fact=fact), "keep one of the two"
    )


_NO_REST = Rule(
    "no-rest",
    severity=Severity.WARNING,
    why=(
        "`rest` names what remains of a whole and is computed. Where the parts make up the whole "
        "nothing remains, and nobody would see the name."
    ),
    file="zones/qianhai.yaml",
    wrong=(
        "  - id: others\n"
        "    part_of: all\n"
        "    value: 504\n"
        "    unit: teams\n"
        "    label: {en: others, zh-Hant: 其他, zh-Hans: 其他, pt: outras}\n"
        "    rest: {en: the rest, zh-Hant: 其餘, zh-Hans: 其余, pt: o resto}\n"
        "  - id: raised"
    ),
    right="  - id: raised",
)


def _no_rest(words: str, whole: str) -> Message:
    return _NO_REST.message(
        Phrase(
            "nothing is left of '{whole}' that '{words}' could name",
            whole=whole,
            words=shortened(words),
        ),
        "delete 'rest'",
        fix=Fix(FixKind.DELETE),
    )


_REPRINT_WITHOUT_ADDRESS = Rule(
    "reprint-without-address",
    severity=Severity.WARNING,
    why="Visitors are told where the reprint was read: it is the name in its address.",
    file="sources.yaml",
    wrong="  date: 2024-06-16\n  reprint: true\n",
    right="  date: 2024-06-16\n",
)


def _reprint_without_address(source: str) -> Message:
    return _REPRINT_WITHOUT_ADDRESS.message(
        Phrase("the reprint '{source}' has no address", source=shortened(source)), "add 'address'"
    )


_UNUSABLE_ADDRESS = Rule(
    "unusable-address",
    severity=Severity.WARNING,
    why="A telephone opens what the code beside a source says, and that is an address of the web.",
    file="sources.yaml",
    wrong="  date: 2024-06-16\n  address: www.example.org\n",
    right="  date: 2024-06-16\n",
)


def _unusable_address(address: str) -> Message:
    secure = f"https://{address}"
    return _UNUSABLE_ADDRESS.message(
        Phrase(
            "'{address}' is no address of the web, so no code leads there",
            address=shortened(address),
        ),
        "write it as a browser does, beginning with https://",
        fix=Fix.replace(address, secure) if is_web_address(secure) else None,
    )


_STATUS_OF_NO_CITY = Rule(
    "status-of-no-city",
    severity=Severity.WARNING,
    why=(
        'Visitors are told a `status` in place of the word "City"; other kinds of places keep '
        "theirs."
    ),
    file="zones/qianhai.yaml",
    wrong="kind: innovation-zone\nstatus: special-administrative-region",
    right="kind: innovation-zone",
)


def _status_of_no_city(kind: str) -> Message:
    return _STATUS_OF_NO_CITY.message(
        Phrase("'status' is told of cities only, and this is of the kind '{kind}'", kind=kind),
        "delete 'status', or write 'kind: city'",
    )


RULES = (
    _CALCULATED_AND_REPORTED,
    _NO_REST,
    _REPRINT_WITHOUT_ADDRESS,
    _UNUSABLE_ADDRESS,
    _STATUS_OF_NO_CITY,
)
"""The rules of this file."""


def check_status(fact: Fact, at: Location) -> Iterator[LocatedMessage]:
    """That a figure is both reported and calculated."""
    if fact.reported and fact.calculated is not None:
        message = _calculated_and_reported(fact.id)
        yield LocatedMessage((*at, "calculated"), message, at_key=True)


def check_rest(panel: FactsPanel, at: Location) -> Iterator[LocatedMessage]:
    """The names of remainders of which nothing remains."""
    facts = {fact.id: fact for fact in reversed(panel.facts)}
    for index, fact in enumerate(panel.facts):
        whole = facts.get(fact.part_of or fact.id)
        if fact.rest is None or whole is None or whole.value.number is None:
            continue
        parts = [each for each in panel.facts if each.part_of == whole.id]
        total = sum(each.value.number or 0 for each in parts)
        if total >= whole.value.number:
            message = _no_rest(fact.rest.words_in("en"), whole.id)
            yield LocatedMessage((*at, "facts", index, "rest"), message, at_key=True)


def check_source(source: Source) -> Iterator[LocatedMessage]:
    """That a reprint has no address, or that nobody can be led to one."""
    if source.address and not is_web_address(source.address):
        yield LocatedMessage(("address",), _unusable_address(source.address), at_key=True)
    if source.reprint and not source.address:
        message = _reprint_without_address(source.id)
        yield LocatedMessage(("reprint",), message, at_key=True)


def check_status_of_place(zone: Zone) -> Iterator[LocatedMessage]:
    """That a place which is no city has the status of one."""
    if zone.status is not None and zone.kind != "city":
        yield LocatedMessage(("status",), _status_of_no_city(zone.kind), at_key=True)
