"""What is wrong inside a drawing: parts that can't be drawn, too many, or drawn otherwise."""

from __future__ import annotations

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase, of_program
from kiosk.text.rule import Rule

_DRAWING_PART = Rule(
    "drawing-part",
    why=(
        "Some parts of SVG could open other files or take for ever, and a drawing without them "
        "would be half a drawing."
    ),
    wrong="a drawing that holds a photograph (`<image>`) or copies of a shape (`<use>`)",
    right="the photograph itself, or shapes in place of their copies",
)


def drawing_part(name: str, line: int, found: str, mend: str) -> Message:
    """`found` follows the line, as in `has an image`."""
    return _DRAWING_PART.message(
        Phrase(
            "'{name}' can't be drawn: line {line} {found}",
            name=shortened(name),
            line=line,
            found=of_program(found),
        ),
        mend,
    )


_DRAWING_TOO_COMPLEX = Rule(
    "drawing-too-complex",
    why=(
        "A visitor waits for a drawing of many thousand parts, and nothing else is drawn meanwhile."
    ),
    wrong="a drawing of 10,001 elements",
    right="the same drawing as PNG",
)


def drawing_too_complex(name: str, line: int, found: str, limit: int) -> Message:
    """`found` is what there are too many of; a `line` of 0 is not told."""
    return _DRAWING_TOO_COMPLEX.message(
        Phrase(
            "'{name}' has more than {limit:,} {found}, from line {line} on",
            name=shortened(name),
            limit=limit,
            found=of_program(found),
            line=line,
        )
        if line
        else Phrase(
            "'{name}' has more than {limit:,} {found}",
            name=shortened(name),
            limit=limit,
            found=of_program(found),
        ),
        "simplify it, or export it as PNG",
    )


_DRAWING_DIFFERS = Rule(
    "drawing-differs",
    severity=Severity.WARNING,
    why=(
        "Our renderer passes over some parts of SVG that browsers draw, so what visitors see "
        "may not be what was drawn."
    ),
    wrong="a drawing in which a shape has a `clip-path`",
    right="the same drawing with the shape cut to its form, or as PNG",
)


def drawing_differs(name: str, line: int, found: str) -> Message:
    """`found` is what browsers draw and we don't; a `line` of 0 is not told."""
    return _DRAWING_DIFFERS.message(
        Phrase(
            "'{name}' is drawn otherwise than in a browser: line {line}: {found}",
            name=shortened(name),
            line=line,
            found=of_program(shortened_end(found)),
        )
        if line
        else Phrase(
            "'{name}' is drawn otherwise than in a browser: {found}",
            name=shortened(name),
            found=of_program(shortened_end(found)),
        ),
        "look at it in the preview; export it as PNG if something is missing",
    )


def partly_drawn(name: str, said: str) -> Message:
    """`said` is what the renderer left out."""
    return _DRAWING_PART.message(
        Phrase(
            "'{name}' would be drawn in part: {said}",
            name=shortened(name),
            said=shortened_end(said),
        ),
        "simplify it, or export it as PNG",
    )


def shortened_end(text: str) -> str:
    """What was said, in one line of at most 120 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 120 else f"{line[:119]}…"


RULES = (_DRAWING_PART, _DRAWING_TOO_COMPLEX, _DRAWING_DIFFERS)
"""The rules of this file."""
