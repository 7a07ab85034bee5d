"""The rule for insets: each label says something, at a point of the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules.story_rules import check_picture
from kiosk.text.messages import Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.located_message import Existing
    from kiosk.text.messages import Message

_APART = 4
"""So many hundredths of the drawing two labels are apart at least, across or down."""

_INSET_LABEL = Rule(
    "inset-label",
    why="A label without words, or beside the drawing, would tell visitors nothing.",
    file="zones/shenzhen.yaml",
    wrong="at: [40, 150]",
    right="at: [40, 50]",
)


def _nothing_said() -> Message:
    return _INSET_LABEL.message(
        "a label without words", "write the id of a place after 'zone', or words after 'text'"
    )


def _said_twice() -> Message:
    return _INSET_LABEL.message(
        "a label with a place and with words", "leave one out: a place brings its own name"
    )


def _beside() -> Message:
    return _INSET_LABEL.message(
        "a label beside the drawing",
        "write two numbers from 0 to 100: how far from the left, and how far from the top",
    )


_ON_ONE_SPOT = Rule(
    "inset-labels-on-one-spot",
    severity=Severity.WARNING,
    why="Of two names upon each other nobody can read either.",
    wrong="a label `at: [70, 20]` and another `at: [71, 21]`",
    right="the other one `at: [71, 30]`",
)


def _on_one_spot(number: int) -> Message:
    return _ON_ONE_SPOT.message(
        Phrase("a label upon label {number}", number=number),
        Phrase("put it {apart} or more away from the other", apart=_APART),
    )


RULES = (_INSET_LABEL, _ON_ONE_SPOT)
"""The rules of this file."""


def check_inset(zone: Zone, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong with the zone's inset."""
    if zone.inset is None:
        return
    for each in check_picture(zone.inset.picture, ("inset", "picture"), existing.pictures):
        yield LocatedMessage(each.location, each.message, spoils=("inset",))
    for index, label in enumerate(zone.inset.labels):
        at = ("inset", "labels", index)
        if label.zone is None and label.text is None:
            yield LocatedMessage(at, _nothing_said())
        elif label.zone is not None and label.text is not None:
            yield LocatedMessage((*at, "text"), _said_twice(), spoils=at)
        if not all(0 <= share <= 100 for share in label.at):
            yield LocatedMessage((*at, "at"), _beside(), spoils=at)
        for number, other in enumerate(zone.inset.labels[:index], start=1):
            apart = (abs(mine - its) for mine, its in zip(label.at, other.at, strict=True))
            if max(apart) < _APART:
                yield LocatedMessage((*at, "at"), _on_one_spot(number))
                break
