"""The rules for the approval number of the map, which the mainland asks of every map on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.exhibit.model.map_approval import MapApproval
    from kiosk.text.wordings import WrittenFile

_NO_MAP_APPROVAL = Rule(
    "no-map-approval",
    severity=Severity.WARNING,
    why=(
        "A map that is on show on the mainland needs an approval number (審圖號) beside it. Write "
        "its `number` and `holder`, or in `missing` why there is none."
    ),
    file="exhibit.yaml",
    wrong="map: bay.svg\n",
    right="map: bay.svg\nmap_approval: {missing: the tests are on show nowhere}\n",
)


def _no_map_approval() -> Message:
    return _NO_MAP_APPROVAL.message(
        "the exhibit speaks zh-Hans, and its map has no approval number",
        "write 'map_approval' with 'number' and 'holder', or 'missing' with the reason",
    )


_INCOMPLETE_MAP_APPROVAL = Rule(
    "incomplete-map-approval",
    severity=Severity.WARNING,
    why=(
        "Beside the map stand the number of its approval and who holds it. `missing` is for maps "
        "that have neither."
    ),
    file="exhibit.yaml",
    wrong="map_approval: {number: GS(2026)0000}\n",
    right="map_approval: {missing: the tests are on show nowhere}\n",
)


def _incomplete_map_approval(found: str, needed: str) -> Message:
    return _INCOMPLETE_MAP_APPROVAL.message(found, needed)


RULES = (_NO_MAP_APPROVAL, _INCOMPLETE_MAP_APPROVAL)
"""The rules of this file."""

_MAINLAND = "zh-Hans"


def missing_approval(file: WrittenFile, languages: Sequence[str]) -> Iterator[PlacedMessage]:
    """That exhibit.yaml says nothing of its map's approval, though it speaks to the mainland."""
    if _MAINLAND in languages and "map_approval" not in file.root.value:
        at = file.root.at(("map",)) or file.root
        yield file.placed(_no_map_approval(), at)


def check_approval(approval: MapApproval) -> Iterator[LocatedMessage]:
    """What an approval lacks, or has too much."""
    message = None
    if approval.missing is not None and (approval.number or approval.holder):
        message = _incomplete_map_approval(
            Phrase("the map's approval is there and missing"), Phrase("delete 'missing'")
        )
    elif approval.missing is None and approval.number is None:
        message = _incomplete_map_approval(
            Phrase("the map's approval has no number"),
            Phrase("add 'number', or write 'missing'"),
        )
    elif approval.missing is None and approval.holder is None:
        message = _incomplete_map_approval(
            Phrase("the map's approval has no holder"), Phrase("add 'holder'")
        )
    if message is not None:
        yield LocatedMessage(("map_approval",), message, at_key=True)
