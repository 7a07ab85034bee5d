"""Maps that hold the screen up: outlines of too many points, and too many outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

MANY_POINTS: Final = 400_000
"""With so many points in all a map takes seconds to be read."""
MANY_LINES: Final = 2_000
"""Each line is drawn by itself for each part of the map that is looked at."""

_CROWDED = Rule(
    "crowded-outline",
    severity=Severity.WARNING,
    why=(
        "Nobody sees more than 20,000 points of one outline, and each of them takes time at the "
        "start. The exhibit leaves out those that are closest to others. A line that runs through "
        "the whole drawing again and again takes seconds each time that it is drawn, and keeps "
        "fewer."
    ),
    wrong="a coast of 100,000 points in `map/bay.svg`",
    right="the same coast, simplified",
)

_HEAVY = Rule(
    "heavy-map",
    severity=Severity.WARNING,
    why="A map of so many points or lines is slow to appear and to be moved.",
    wrong="a map with every street, 29,000 lines in `map/bay.svg`",
    right="the same map with the roads that matter",
)

RULES = (_CROWDED, _HEAVY)
"""The rules of this file."""

_SIMPLIFY: Final[Mapping[str, str]] = {
    "Inkscape": Phrase("choose Path > Simplify"),
    "Illustrator": Phrase("choose Object > Path > Simplify"),
    "Affinity": Phrase("choose Layer > Geometry > Smooth Curves, or draw it with fewer nodes"),
    "Figma": Phrase("simplify it with a plugin, or draw it with fewer points"),
    "QGIS": Phrase("choose Vector > Geometry Tools > Simplify before the export"),
    "mapshaper": Phrase("use the command -simplify, such as -simplify 10%"),
    "CorelDRAW": Phrase("choose Reduce Nodes"),
}
_LEAVE_OUT: Final[Mapping[str, str]] = {
    "Inkscape": Phrase("delete what nobody looks for, and join the rest by Path > Combine"),
    "Illustrator": Phrase(
        "delete what nobody looks for, or join it by Object > Compound Path > Make"
    ),
    "Figma": Phrase("delete what nobody looks for, and join the rest by Flatten"),
    "QGIS": Phrase("filter the layer before the export"),
    "mapshaper": Phrase("use the commands -filter and -dissolve"),
}
_ELSEWHERE: Final = Phrase("simplify it in your drawing program")
_LEFT_OUT_ELSEWHERE: Final = Phrase("delete what nobody looks for, and join what belongs together")


def to_do_about(reason: str, program: str) -> str:
    """What to do where a drawing can't be read because of its size; empty for other reasons."""
    if "is only" in reason:
        return Phrase("scale it, or give it the viewBox that its shapes take")
    if "more than" not in reason and "larger than" not in reason:
        return ""
    of_shapes = "shapes" in reason or "elements" in reason
    return (
        _in_program(program, _LEAVE_OUT, _LEFT_OUT_ELSEWHERE) if of_shapes else _simplify(program)
    )


def crowded_outline(name: str, points: int, most: int, program: str) -> Message:
    """An outline of more points than are drawn, in a file that `program` wrote."""
    return _crowded(
        Phrase(
            "'{name}' has {points:,} points, of which {most:,} at most are drawn",
            name=shortened(name),
            points=points,
            most=most,
        ),
        program,
    )


def crowded_curves(name: str, points: int, most: int, program: str) -> Message:
    """An outline whose curves would be drawn with more points."""
    found = Phrase(
        "'{name}' has curves of {points:,} points, of which {most:,} at most are drawn",
        name=shortened(name),
        points=points,
        most=most,
    )
    return _crowded(found, program)


def crowded_crossings(name: str, crossings: int, most: int, program: str) -> Message:
    """An outline that runs to and fro through the drawing, in all more often than is drawn."""
    found = Phrase(
        "'{name}' runs through the whole drawing {crossings:,} times, of which {most:,} are drawn",
        name=shortened(name),
        crossings=crossings,
        most=most,
    )
    return _crowded(found, program)


def _crowded(found: Phrase, program: str) -> Message:
    return _CROWDED.message(found, _simplify(program))


def many_points(found: int, program: str) -> Message:
    """More points in all than can be read at once."""
    return _HEAVY.message(
        Phrase(
            "the map has {found:,} points, and is slow with more than {limit:,}",
            found=found,
            limit=MANY_POINTS,
        ),
        _simplify(program),
    )


def many_lines(found: int, program: str) -> Message:
    """More lines than can be drawn at once."""
    return _HEAVY.message(
        Phrase(
            "the map has {found:,} lines, and is slow with more than {limit:,}",
            found=found,
            limit=MANY_LINES,
        ),
        _in_program(program, _LEAVE_OUT, _LEFT_OUT_ELSEWHERE),
    )


def _simplify(program: str) -> str:
    return _in_program(program, _SIMPLIFY, _ELSEWHERE)


def _in_program(program: str, known: Mapping[str, str], otherwise: str) -> str:
    to_do = known.get(program)
    return Phrase("in {program} {to_do}", program=program, to_do=to_do) if to_do else otherwise
