"""The rules that say whose a picture is, and which point of it no crop cuts away."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.rules.usage_rules import picture_nodes
from kiosk.exhibit.skeletons import UNWRITTEN
from kiosk.text.fix import Fix, FixKind
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.parts import Picture
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.wordings import WrittenFile

_DRAWING = ".svg"

_NO_CREDIT = Rule(
    "picture-without-credit",
    severity=Severity.WARNING,
    why=(
        "Whoever took a photograph has the right to be named beside it, in nearly every country"
        " (Berne Convention, 6bis). Drawings (SVG) are the exhibit's own, whose credit stands in"
        " `credits` of exhibit.yaml."
    ),
    wrong="a photograph of a hall without `credit`",
    right="the same with `credit: Wong Mei`",
)


def _no_credit(name: str) -> Message:
    return _NO_CREDIT.message(
        Phrase("'{name}' has no credit: visitors can't see whose it is", name=shortened(name)),
        "write 'credit: ' and the name of whoever took it",
        fix=Fix(FixKind.WRITE, "credit"),
    )


_NO_LICENCE = Rule(
    "picture-without-licence",
    severity=Severity.WARNING,
    why=(
        "Years later nobody knows any more whether a photograph may be shown, printed in the"
        " handout and handed on. Creative Commons asks for the licence beside the picture."
    ),
    wrong="a photograph of a hall with `credit: Wong Mei` alone",
    right="the same with `licence: CC BY 4.0`",
)


def _no_licence(name: str) -> Message:
    return _NO_LICENCE.message(
        Phrase("'{name}' has no licence", name=shortened(name)),
        "write 'licence: CC BY 4.0', 'licence: public domain', or by whose leave it is shown",
        fix=Fix(FixKind.WRITE, "licence"),
    )


_FOCUS = Rule(
    "picture-focus",
    severity=Severity.WARNING,
    why="A point beside the picture says nothing of where to cut it, so its middle is shown.",
    wrong="a picture with `focus: [30, 60]`",
    right="the same with `focus: [0.3, 0.6]`",
)


def _focus_beside() -> Message:
    return _FOCUS.message(
        "a focus beside the picture",
        "write two shares from 0 to 1: [0.3, 0.6] is 30% from the left and 60% from the top",
    )


RULES = (_NO_CREDIT, _NO_LICENCE, _FOCUS)
"""The rules of this file."""


def focus_message(picture: Picture) -> Message | None:
    """What is wrong with the point that no crop cuts away."""
    if picture.focus is None or picture.kept_point is not None:
        return None
    return _focus_beside()


def check_owners(file: WrittenFile) -> Iterator[PlacedMessage]:
    """The photographs of a file without a credit or without a licence."""
    for node in picture_nodes(file.root):
        name = node.value["file"]
        if name.kind != "text" or PurePath(name.value).suffix.lower() == _DRAWING:
            continue
        if name.value.strip() == UNWRITTEN:
            # Nobody has chosen a picture yet.
            continue
        if "credit" not in node.value:
            yield file.placed(_no_credit(name.value), name)
        if "licence" not in node.value:
            yield file.placed(_no_licence(name.value), name)
