"""The rule for figures shown as rows of pictures: there is a picture, and it can be counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.model.pictograms import FEWEST, MOST, pictures_of
from kiosk.text.message_words import shortened
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Fact, Unit
    from kiosk.text.messages import Message
    from kiosk.text.yaml_source import Location

_NO_ROW = Rule(
    "no-row",
    why="A row has one picture for each thing that is counted, and eyes count to twenty.",
    file="zones/qianhai.yaml",
    wrong="    value: 691\n    unit: teams\n    show: row",
    right="    value: 691\n    unit: teams",
)


def _no_picture(unit: str) -> Message:
    return _NO_ROW.message(
        Phrase("the unit '{unit}' has no picture to make a row of", unit=unit),
        "give it an 'icon' in units.yaml, or take 'show' away",
    )


def _not_countable(written: str) -> Message:
    return _NO_ROW.message(
        Phrase("'{written}' can't be shown as so many pictures", written=shortened(written)),
        Phrase(
            "only exact whole numbers from {fewest} to {most} can: take 'show' away",
            fewest=FEWEST,
            most=MOST,
        ),
    )


RULES = (_NO_ROW,)
"""The rules of this file."""


def check_row(fact: Fact, unit: Unit, at: Location) -> Iterator[LocatedMessage]:
    """That a fact asks for a row of pictures that can't be; it is shown as a number then."""
    if fact.show != "row":
        return
    message = None
    if unit.icon is None:
        message = _no_picture(unit.id)
    elif not pictures_of(fact.value, fact.bound):
        bound = f"{fact.bound.replace('-', ' ')} " if fact.bound else ""
        message = _not_countable(f"{bound}{fact.value.written}")
    if message is not None:
        yield LocatedMessage((*at, "show"), message, at_key=True, mended=True)
