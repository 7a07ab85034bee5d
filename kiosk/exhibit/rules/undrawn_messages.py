"""What a map's drawing has that the exhibit does not draw, and what to do in each program."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase, of_program, template
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
    "Inkscape": template("choose Path > Stroke to Path, or delete it"),
    "Illustrator": template("choose Object > Path > Outline Stroke, or delete it"),
    "Affinity": template("choose Layer > Expand Stroke, or delete it"),
    "Figma": template("choose Outline stroke, or delete it"),
}

_WORDINGS: Mapping[str, _Wording] = {
    "text": _Wording(
        template("a text"),
        template("{n} texts"),
        template("the exhibit writes the names of its places itself"),
        template("delete it: a name belongs into zones/"),
        {
            "QGIS": template("switch its labels off"),
        },
    ),
    "image": _Wording(
        template("a picture"),
        template("{n} pictures"),
        template("a map is made of outlines"),
        template("delete it, or trace it"),
        {
            "Inkscape": template("delete it, or choose Path > Trace Bitmap"),
            "Illustrator": template("delete it, or choose Object > Image Trace > Make and Expand"),
            "CorelDRAW": template("delete it, or choose Bitmaps > Outline Trace"),
            "QGIS": template(
                "switch its raster layers off, and export with 'Always export as vectors'"
            ),
        },
    ),
    "foreign": _Wording(
        template("a <foreignObject>"),
        template("{n} <foreignObject>s"),
        template("what is in it is no SVG"),
        template("delete it, or draw it as outlines"),
        {
            "Inkscape": template(
                "choose Text > Convert to Text and then Path > Object to Path, or delete it"
            )
        },
    ),
    "script": _Wording(
        template("a script"),
        template("{n} scripts"),
        template("nothing in a map is ever run"),
        template("delete it; what it draws has to be drawn in the file"),
        {"Inkscape": template("delete it in File > Document Properties > Scripting")},
    ),
    "movement": _Wording(
        template("an animation"),
        template("{n} animations"),
        template("a map stands still"),
        template("delete it"),
    ),
    "clip": _Wording(
        template("a clip path"),
        template("{n} clip paths"),
        template("shapes are drawn whole, beyond it too"),
        template("cut the shapes themselves"),
        {
            "Inkscape": template("choose Object > Clip > Release Clip, then Path > Intersection"),
            "Illustrator": template(
                "choose Object > Clipping Mask > Release, then Pathfinder > Crop"
            ),
            "Figma": template(
                "untick 'Clip content', or choose Boolean groups > Intersect selection"
            ),
            "QGIS": template("cut the layer to what is seen: Vector > Geoprocessing Tools > Clip"),
            "mapshaper": template("cut the layer with the command -clip"),
        },
    ),
    "mask": _Wording(
        template("a mask"),
        template("{n} masks"),
        template("shapes are drawn whole, beyond it too"),
        template("cut the shapes themselves"),
        {
            "Inkscape": template("choose Object > Mask > Release Mask, then Path > Intersection"),
            "Illustrator": template("release the opacity mask in Window > Transparency"),
            "Figma": template("choose Boolean groups > Intersect selection instead of the mask"),
        },
    ),
    "filter": _Wording(
        template("a filter"),
        template("{n} filters"),
        template("shadows and blur are the theme's affair"),
        template("remove it"),
        {
            "Inkscape": template("choose Filters > Remove Filters"),
            "Illustrator": template("remove it in Window > Appearance"),
            "Figma": template("remove it from Effects"),
        },
    ),
    "marker": _Wording(
        template("a marker at a line"),
        template("{n} markers at lines"),
        template("lines are drawn without arrows"),
        template("draw it as a shape, or remove it"),
        _EXPAND,
    ),
    "gradient": _Wording(
        template("the gradient that fills a shape"),
        template("the gradients that fill {n} shapes"),
        template("the shape is, in the theme's colour for land or water"),
        template("nothing is lost; fill it plainly, so that the file looks as the exhibit does"),
    ),
    "pattern": _Wording(
        template("the pattern that fills a shape"),
        template("the patterns that fill {n} shapes"),
        template("the shape is, in the theme's colour for land or water"),
        template("nothing is lost; fill it plainly, so that the file looks as the exhibit does"),
    ),
}
"""By the kinds of `geography/undrawn.py`."""


_NO_VIEW = template("the viewBox of the map names no area of it, so the map is cut otherwise")
_VIEW_TO_WRITE = template(
    "write four numbers: left, top, width and height of what is to be seen, such as 0 0 1600 1200"
)


def undrawn(kind: str, count: int, program: str) -> Message:
    """So many things of that kind, in a file that `program` wrote; empty where it isn't known."""
    if kind == "view":
        return _UNDRAWN.message(_NO_VIEW, _VIEW_TO_WRITE)
    words = _WORDINGS[kind]
    named = Phrase(words.one) if count == 1 else Phrase(words.several, n=count)
    to_do = words.in_programs.get(program)
    if to_do is not None:
        to_do = Phrase("in {program} {to_do}", program=program, to_do=of_program(to_do))
    return _UNDRAWN.message(
        Phrase(
            "{named} of the map is not drawn: {because}"
            if count == 1
            else "{named} of the map are not drawn: {because}",
            named=named,
            because=of_program(words.because),
        ),
        to_do or words.otherwise,
    )
