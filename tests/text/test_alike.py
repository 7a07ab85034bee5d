"""Of many messages of one kind the first are told, and how many more there are."""

from __future__ import annotations

import dataclasses

from kiosk.text.alike import (
    MOST_ALIKE,
    MOST_OF_A_RULE,
    SHOWN_ALIKE,
    SHOWN_OF_A_RULE,
    gathered,
)
from kiosk.text.messages import PlacedMessage, Severity


def rows(count: int, rule: str = "unknown-zone", file: str = "data/a.csv") -> list[PlacedMessage]:
    return [PlacedMessage(file, 2 + each, 1, f"wrong {each}", rule=rule) for each in range(count)]


def test_a_few_are_told_one_by_one() -> None:
    messages = rows(MOST_ALIKE)

    assert list(gathered(messages)) == messages


def test_of_many_the_first_are_told_and_the_number_of_the_others() -> None:
    messages = rows(1207)

    *first, more = gathered(messages)

    assert first == messages[:SHOWN_ALIKE]
    assert str(more) == "data/a.csv:5:1: and 1,204 more rows like it, down to line 1,208"
    assert (more.rule, more.severity) == ("unknown-zone", Severity.ERROR)


def test_every_rule_file_and_severity_is_gathered_by_itself() -> None:
    others = rows(40, "bad-figure", "zones/a.yaml")
    warnings = [dataclasses.replace(each, severity=Severity.WARNING) for each in rows(40)]
    messages = sorted([*rows(40), *others, *warnings, *rows(2, "no-date")])

    told = [str(each) for each in gathered(messages)]

    assert len(told) == 3 * (SHOWN_ALIKE + 1) + 2
    assert sum("and 37 more rows like it" in each for each in told) == 2
    assert sum("and 37 more places like it" in each for each in told) == 1


def test_of_a_rule_that_many_files_break_the_first_are_told_and_the_number_of_the_others() -> None:
    messages = [each for number in range(885) for each in rows(1, file=f"zones/{number:03}.yaml")]

    *first, more = gathered(messages)

    assert first == messages[:SHOWN_OF_A_RULE]
    assert str(more) == "zones/012.yaml:2:1: and 873 more like it, in 873 files"


def test_what_was_gathered_in_a_file_is_counted_with_the_others() -> None:
    messages = [each for number in range(40) for each in rows(30, file=f"zones/{number:02}.yaml")]

    told = gathered(messages)

    assert len(told) == SHOWN_OF_A_RULE + 1
    # Three files have been told, with what more they have.
    assert str(told[3]) == "zones/00.yaml:5:1: and 27 more places like it, down to line 31"
    assert str(told[-1]) == "zones/03.yaml:2:1: and 1,110 more like it, in 37 files"


def test_as_many_of_a_rule_as_are_read_are_told_wherever_they_are() -> None:
    messages = [
        each for number in range(MOST_OF_A_RULE) for each in rows(1, file=f"zones/{number:02}.yaml")
    ]

    assert list(gathered(messages)) == messages


def test_how_many_more_stands_behind_what_it_is_like() -> None:
    """Further down it would seem to mean the row of another rule above it."""
    messages = [
        each
        for number in range(40)
        for each in (
            PlacedMessage("zones/a.yaml", 2 + number, 1, "too long", rule="long"),
            PlacedMessage("zones/a.yaml", 2 + number, 9, f"wrong {number}", rule=f"rule {number}"),
        )
    ]

    told = [str(each) for each in gathered(messages)]

    assert told[4] == "zones/a.yaml:4:1: too long"
    assert told[5] == "zones/a.yaml:5:1: and 37 more places like it, down to line 41"
    assert len(told) == 40 + SHOWN_ALIKE + 1
