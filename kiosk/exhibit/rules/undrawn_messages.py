"""What a map's drawing has that the exhibit does not draw, and what to do in each program."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.messages import Message, Severity
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNDRAWN = Rule(
    "undrawn-on-map",
    severity=Severity.WARNING,
    why=(
        "Of a map only outlines are drawn, in the colours of the exhibit's theme: no letters, "
        "pictures, clipping or effects. Each kind is told once, at its first line."
    ),
    file="map/bay.svg",
    wrong='<circle id="qianhai" cx="10" cy="10" r="2"/><text x="13" y="11">Qianhai</text>',
    right='<circle id="qianhai" cx="10" cy="10" r="2"/>',
)

RULES = (_UNDRAWN,)
"""The rules of this file."""


class _Wording(NamedTuple):
    """What one and several of a kind are called, why it is not drawn, and what to do about it."""

    one: str
    several: str
    because: str
    otherwise: str
    """What to do in a program that has no line of its own."""
    in_programs: Mapping[str, str] = MappingProxyType({})


_EXPAND = {
    "Inkscape": "choose Path > Stroke to Path, or delete it",
    "Illustrator": "choose Object > Path > Outline Stroke, or delete it",
    "Affinity": "choose Layer > Expand Stroke, or delete it",
    "Figma": "choose Outline stroke, or delete it",
}

_WORDINGS: Mapping[str, _Wording] = {
    "text": _Wording(
        "a text",
        "{n} texts",
        "the exhibit writes the names of its places itself",
        "delete it: a name belongs into zones/",
        {
            "QGIS": "switch its labels off",
        },
    ),
    "image": _Wording(
        "a picture",
        "{n} pictures",
        "a map is made of outlines",
        "delete it, or trace it",
        {
            "Inkscape": "delete it, or choose Path > Trace Bitmap",
            "Illustrator": "delete it, or choose Object > Image Trace > Make and Expand",
            "CorelDRAW": "delete it, or choose Bitmaps > Outline Trace",
            "QGIS": "switch its raster layers off, and export with 'Always export as vectors'",
        },
    ),
    "foreign": _Wording(
        "a <foreignObject>",
        "{n} <foreignObject>s",
        "what is in it is no SVG",
        "delete it, or draw it as outlines",
        {"Inkscape": "choose Text > Convert to Text and then Path > Object to Path, or delete it"},
    ),
    "script": _Wording(
        "a script",
        "{n} scripts",
        "nothing in a map is ever run",
        "delete it; what it draws has to be drawn in the file",
        {"Inkscape": "delete it in File > Document Properties > Scripting"},
    ),
    "movement": _Wording("an animation", "{n} animations", "a map stands still", "delete it"),
    "clip": _Wording(
        "a clip path",
        "{n} clip paths",
        "shapes are drawn whole, beyond it too",
        "cut the shapes themselves",
        {
            "Inkscape": "choose Object > Clip > Release Clip, then Path > Intersection",
            "Illustrator": "choose Object > Clipping Mask > Release, then Pathfinder > Crop",
            "Figma": "untick 'Clip content', or choose Boolean groups > Intersect selection",
            "QGIS": "cut the layer to what is seen: Vector > Geoprocessing Tools > Clip",
            "mapshaper": "cut the layer with the command -clip",
        },
    ),
    "mask": _Wording(
        "a mask",
        "{n} masks",
        "shapes are drawn whole, beyond it too",
        "cut the shapes themselves",
        {
            "Inkscape": "choose Object > Mask > Release Mask, then Path > Intersection",
            "Illustrator": "release the opacity mask in Window > Transparency",
            "Figma": "choose Boolean groups > Intersect selection instead of the mask",
        },
    ),
    "filter": _Wording(
        "a filter",
        "{n} filters",
        "shadows and blur are the theme's affair",
        "remove it",
        {
            "Inkscape": "choose Filters > Remove Filters",
            "Illustrator": "remove it in Window > Appearance",
            "Figma": "remove it from Effects",
        },
    ),
    "marker": _Wording(
        "a marker at a line",
        "{n} markers at lines",
        "lines are drawn without arrows",
        "draw it as a shape, or remove it",
        _EXPAND,
    ),
    "gradient": _Wording(
        "the gradient that fills a shape",
        "the gradients that fill {n} shapes",
        "the shape is, in the theme's colour for land or water",
        "nothing is lost; fill it plainly, so that the file looks as the exhibit does",
    ),
    "pattern": _Wording(
        "the pattern that fills a shape",
        "the patterns that fill {n} shapes",
        "the shape is, in the theme's colour for land or water",
        "nothing is lost; fill it plainly, so that the file looks as the exhibit does",
    ),
}
"""By the kinds of `geography/undrawn.py`."""


def undrawn(kind: str, count: int, program: str) -> Message:
    """So many things of that kind, in a file that `program` wrote; empty where it isn't known."""
    words = _WORDINGS[kind]
    named = words.one if count == 1 else words.several.format(n=count)
    to_do = words.in_programs.get(program)
    if to_do is not None:
        to_do = f"in {program} {to_do}"
    verb = "is" if count == 1 else "are"
    return _UNDRAWN.message(
        f"{named} of the map {verb} not drawn: {words.because}", to_do or words.otherwise
    )
