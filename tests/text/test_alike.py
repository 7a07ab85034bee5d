"""Of many messages of one kind the first are told, and how many more there are."""

from __future__ import annotations

import dataclasses

from kiosk.text.alike import MOST_ALIKE, SHOWN_ALIKE, gathered
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
