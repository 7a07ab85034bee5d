"""The rule that what is counted is a whole number: 1.195 teams are 1195 elsewhere in the world."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.text.fix import Fix
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kiosk.text.wordings import WrittenFile
    from kiosk.text.yaml_source import Node

_FRACTION_OF_COUNT = Rule(
    "fraction-of-count",
    severity=Severity.WARNING,
    why=(
        "There is no part of a team. A point may have been meant between thousands, where other "
        "languages write it."
    ),
    file="zones/qianhai.yaml",
    wrong="value: 690.5\n",
    right="value: 691\n",
)


def _fraction_of_count(written: str, whole: str) -> Message:
    """`whole` is the number that a point between thousands would mean."""
    return _FRACTION_OF_COUNT.message(
        Phrase("{written} is no whole number, but its unit counts", written=shortened(written)),
        Phrase("write {whole} if that is meant: a point stands before decimals", whole=whole)
        if whole
        else "choose a unit of the kind 'measure', or write a whole number",
        fix=Fix.replace(written, whole),
    )


RULES = (_FRACTION_OF_COUNT,)
"""The rules of this file."""


_FRACTION = re.compile(r"\s*[-−]?[\d,]+\.\d*[1-9]\d*\s*")
_GROUPS = re.compile(r"\s*\d{1,3}(?:\.\d{3})+\s*")


def check_counts(file: WrittenFile, counts: Collection[str]) -> Iterator[PlacedMessage]:
    """The facts and the wholes of charts in a file that are no whole number in a unit of `counts`.

    4.2 million is whole.  Points of charts are left alone: averages are drawn in units of counts.
    """
    waiting = [file.root]
    while waiting:
        node = waiting.pop()
        if node.kind == "list":
            waiting += node.value
        elif node.kind == "mapping":
            waiting += node.value.values()
            unit = node.at(("unit",))
            if unit is None or unit.kind != "text" or unit.value not in counts:
                continue
            for key in ("value", "of"):
                figure = node.at((key,))
                if figure is not None and figure.kind == "text":
                    yield from _in_figure(figure, file)


def _in_figure(figure: Node, file: WrittenFile) -> Iterator[PlacedMessage]:
    written = figure.value.strip()
    if _FRACTION.fullmatch(written) or _GROUPS.fullmatch(written):
        whole = written.replace(".", "") if _GROUPS.fullmatch(written) else ""
        yield file.placed(_fraction_of_count(written, whole), figure)
