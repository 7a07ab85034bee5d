"""The rule for the signs of kinds of places: visitors tell kinds apart by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.place_signs import USUAL_SIGNS
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kiosk.text.wordings import WrittenFile

_SAME_SIGN = Rule(
    "same-sign",
    severity=Severity.WARNING,
    why="Visitors tell kinds of places apart by their signs, and the legend shows each.",
    file="exhibit.yaml",
    wrong="map: bay.svg\nkinds: {city: {sign: star}, innovation-zone: {sign: star}}\n",
    right="map: bay.svg\n",
)


def _same_sign(kind: str, other: str, sign: str) -> Message:
    return _SAME_SIGN.message(
        Phrase(
            "'{kind}' has the sign '{sign}', as '{other}' has", kind=kind, sign=sign, other=other
        ),
        Phrase("give '{kind}' another sign", kind=kind),
    )


RULES = (_SAME_SIGN,)
"""The rules of this file."""


def check_signs(file: WrittenFile, kinds: Collection[str]) -> Iterator[PlacedMessage]:
    """That exhibit.yaml marks two of these kinds of places with the same sign."""
    written = {kind: file.root.at(("kinds", kind, "sign")) for kind in USUAL_SIGNS}
    signs = dict(USUAL_SIGNS)
    signs |= {kind: node.value for kind, node in written.items() if node and node.kind == "text"}
    there = [kind for kind in USUAL_SIGNS if kind in kinds]
    for index, kind in enumerate(there):
        node = written[kind]
        unsaid = (each for each in there[index + 1 :] if written[each] is None)
        same = next((each for each in (*there[:index], *unsaid) if signs[each] == signs[kind]), "")
        if node is not None and same:
            yield file.placed(_same_sign(kind, same, signs[kind]), node)
