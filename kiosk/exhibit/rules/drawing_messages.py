"""What is remarked on in a drawing that is written for the exhibit: its inks, its movement."""

from __future__ import annotations

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase, of_program
from kiosk.text.rule import Rule

_NOT_AN_INK = Rule(
    "not-an-ink",
    severity=Severity.WARNING,
    why=(
        'A drawing that says `data-inks="exhibit"` is shown in the inks of each theme. A colour '
        "that is none of them stays as it is, and is dark on dark or light on light somewhere."
    ),
    wrong='a drawing of inks with a shape of `fill="#FF0000"`',
    right='the same shape with `fill="#FF8E63"`, which is kapok',
)


def not_an_ink(name: str, line: int, found: str, ink: str, colour: str) -> Message:
    """`found` is a colour; `ink` is the name of the one that is nearest, and `colour` its own."""
    return _NOT_AN_INK.message(
        Phrase(
            "'{name}' is a drawing of inks, and line {line} has '{found}', which is none",
            name=shortened(name),
            line=line,
            found=shortened(found),
        ),
        Phrase(
            "use one of the inks in docs/content-format.md, such as {colour} ({ink})",
            colour=colour,
            ink=ink,
        ),
    )


_DRAWING_MOVEMENT = Rule(
    "drawing-movement",
    severity=Severity.WARNING,
    why=(
        "A movement that can't be read is left out, and that part of the drawing stands still. A "
        "focus that can't be read is left out too, and narrow screens may cut away what matters. "
        "So are inks of another name, and a misspelt `data-…`."
    ),
    wrong='a group with `data-move="fly 0 -40"`',
    right='the same group with `data-move="slide 0 -40"`',
)


def drawing_movement(name: str, line: int, found: str) -> Message:
    """`found` says what can't be read, and what can."""
    return _DRAWING_MOVEMENT.message(
        Phrase(
            "'{name}' is drawn without something that line {line} says: {found}",
            name=shortened(name),
            line=line,
            found=of_program(found),
        ),
        "docs/content-format.md says how they are written",
    )


RULES = (_NOT_AN_INK, _DRAWING_MOVEMENT)
"""The rules of this file."""
