"""Gathers messages that are alike: nobody reads that a thousand rows have the same mistake."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.text.messages import PlacedMessage

MOST_ALIKE = 12
"""So many messages of one rule in one file are told one by one; of more, the first few."""
SHOWN_ALIKE = 3

MOST_OF_A_RULE = 24
"""So many rows of one rule in all files are told: half a screen; of more, the first few."""
SHOWN_OF_A_RULE = 12

_TABLES = "data/"


class _Row(NamedTuple):
    """A message, the number of that in whose place it stands, and how many it stands for."""

    number: int
    message: PlacedMessage
    stands_for: int = 1


def gathered(messages: Iterable[PlacedMessage]) -> tuple[PlacedMessage, ...]:
    """The messages in their order; of many of one rule in a file, or in all, only the first few.

    Right behind these stands how many more there are, and where the last of them is: further down,
    it would seem to mean what another rule says there.
    """
    return tuple(message for _, message in numbered_and_gathered(messages))


def numbered_and_gathered(
    messages: Iterable[PlacedMessage],
) -> tuple[tuple[int, PlacedMessage], ...]:
    """The same, each with the number of the message in whose place it stands, from 0."""
    return tuple((row.number, row.message) for row in _of_rules(_of_files(tuple(messages))))


def _of_files(listed: Sequence[PlacedMessage]) -> tuple[_Row, ...]:
    number = Counter(map(_kind, listed))
    last = {_kind(each): each for each in listed}
    told: defaultdict[tuple[object, ...], int] = defaultdict(int)
    places: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, message in enumerate(listed):
        places[_kind(message)].append(index)
    kept = []
    for index, message in enumerate(listed):
        kind = _kind(message)
        told[kind] += 1
        if number[kind] <= MOST_ALIKE or told[kind] <= SHOWN_ALIKE:
            kept.append(_Row(index, message))
        if number[kind] > MOST_ALIKE and told[kind] == SHOWN_ALIKE:
            count, following = number[kind] - SHOWN_ALIKE, places[kind][SHOWN_ALIKE]
            more = _more(listed[following], count, last[kind].line)
            kept.append(_Row(following, more, count))
    return tuple(kept)


def _of_rules(rows: Sequence[_Row]) -> Iterator[_Row]:
    """The rows, and of very many of one rule in several files how many more there are."""
    number = Counter(_rule(row.message) for row in rows)
    told: defaultdict[tuple[object, ...], list[_Row]] = defaultdict(list)
    for row in rows:
        told[_rule(row.message)].append(row)
    for row in rows:
        rule = _rule(row.message)
        shown, others = told[rule][:SHOWN_OF_A_RULE], told[rule][SHOWN_OF_A_RULE:]
        if number[rule] <= MOST_OF_A_RULE:
            yield row
            continue
        if row.number < others[0].number:
            yield row
        if row is shown[-1]:
            count = sum(each.stands_for for each in others)
            files = len({each.message.file for each in others})
            text = (
                Phrase("and {count:,} more like it, in 1 file", count=count)
                if files == 1
                else Phrase(
                    "and {count:,} more like it, in {files:,} files", count=count, files=files
                )
            )
            first = others[0]
            more = replace(first.message, text=text, hint="", fix=None)
            yield _Row(first.number, more, count)


def _kind(message: PlacedMessage) -> tuple[object, ...]:
    return message.file, message.rule, message.severity


def _rule(message: PlacedMessage) -> tuple[object, ...]:
    return message.rule, message.severity


def _more(message: PlacedMessage, count: int, last_line: int) -> PlacedMessage:
    text = Phrase(
        "and {count:,} more rows like it, down to line {line:,}"
        if message.file.startswith(_TABLES)
        else "and {count:,} more places like it, down to line {line:,}",
        count=count,
        line=last_line,
    )
    return replace(message, text=text, hint="", fix=None)
