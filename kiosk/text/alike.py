"""Gathers messages that are alike: nobody reads that a thousand rows have the same mistake."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.text.messages import PlacedMessage

MOST_ALIKE = 12
"""So many messages of one rule in one file are told one by one; of more, the first few."""
SHOWN_ALIKE = 3

_TABLES = "data/"


def gathered(messages: Iterable[PlacedMessage]) -> tuple[PlacedMessage, ...]:
    """The messages in their order; of many of one rule in a file only the first few.

    In place of the others stands how many more there are, and where the last of them is.
    """
    return tuple(message for _, message in numbered_and_gathered(messages))


def numbered_and_gathered(
    messages: Iterable[PlacedMessage],
) -> tuple[tuple[int, PlacedMessage], ...]:
    """The same, each with the number of the message in whose place it stands, from 0."""
    listed = tuple(messages)
    number = Counter(map(_kind, listed))
    last = {_kind(each): each for each in listed}
    told: defaultdict[tuple[object, ...], int] = defaultdict(int)
    kept = []
    for index, message in enumerate(listed):
        kind = _kind(message)
        told[kind] += 1
        if number[kind] <= MOST_ALIKE or told[kind] <= SHOWN_ALIKE:
            kept.append((index, message))
        elif told[kind] == SHOWN_ALIKE + 1:
            more = _more(message, number[kind] - SHOWN_ALIKE, last[kind].line)
            kept.append((index, more))
    return tuple(kept)


def _kind(message: PlacedMessage) -> tuple[object, ...]:
    return message.file, message.rule, message.severity


def _more(message: PlacedMessage, count: int, last_line: int) -> PlacedMessage:
    what = "rows" if message.file.startswith(_TABLES) else "places"
    text = f"and {count:,} more {what} like it, down to line {last_line:,}"
    return replace(message, text=text, hint="")
