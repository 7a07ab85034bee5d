"""The drawing that an exhibit is made of: its shapes that can be places, and what can't be read."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from kiosk.exhibit.authoring.map_exhibit import DrawnMap, DrawnPlace
from kiosk.exhibit.authoring.new_pieces import NotWritten
from kiosk.exhibit.model.map_meanings import SYNONYMS, VIEWS
from kiosk.exhibit.rules import heavy_map_rules, map_rules, undrawn_messages
from kiosk.geography.drawing import DrawingError, read_drawing
from kiosk.geography.surroundings import fields, neighbours
from kiosk.geography.svg_tree import drawing_bytes
from kiosk.geography.undrawn import program_of_file
from kiosk.text.folder import readable
from kiosk.text.ids import DEVICES
from kiosk.text.invisible import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.geography.drawing import Drawing, Shape
    from kiosk.text.messages import Message, PlacedMessage

NO_PLACES = frozenset(
    {
        *("sea", "seas", "water", "context", "ornament", "hidden", "background", "frame", "legend"),
        *("waterlines", "coastline", "labels", "links", "lines", "borders"),
        *VIEWS.values(),
    }
)
"""Elements of a map and groups of them that are drawn or say something, and never a place."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")
"""What no file's name holds that somebody has to type, and what stands for bytes of no letter."""

_FIRST_SVG = 2001
"""The year of SVG 1.0; npm dates all files of its packages 1985."""
_SAID_OF_ALL = frozenset({"Qt SVG Document", "svg"})
"""Titles that programs give to everything."""


def _unreadable(file: Path, error: DrawingError) -> Message:
    if not error.line:
        to_do = heavy_map_rules.to_do_about(error.message, program_of_file(file))
        return map_rules.unreadable_map(error.message, to_do)
    to_do = "open it in the program that drew it, and save it as plain SVG"
    return map_rules.unreadable_map(f"{readable(file.name)}: {error}", to_do)


class FoundMap(NamedTuple):
    """What is on a map, and what of it can't be read or drawn."""

    drawn: DrawnMap
    messages: tuple[PlacedMessage, ...]


def drawn_map(file: Path) -> DrawnMap:
    """What is on the map in that file; raises NotWritten where it can't be read."""
    return found_map(file).drawn


def found_map(file: Path) -> FoundMap:
    """The same, with what had to be left out of it."""
    try:
        content = drawing_bytes(file)
        drawing = read_drawing(content)
        written = datetime.date.fromtimestamp(file.stat().st_mtime)
    except DrawingError as error:
        raise NotWritten(_unreadable(file, error)) from None
    except OSError as error:
        raise NotWritten(map_rules.unreadable_map(str(error))) from None
    shapes = [shape for shape in drawing.shapes.values() if is_place(shape, drawing)]
    bounds = QRectF()
    for shape in shapes:
        bounds = bounds.united(shape.path.controlPointRect())
    beside, parts = neighbours(shapes, bounds), fields(shapes, bounds)
    places = [
        DrawnPlace(
            shape.id,
            shape.kind == "point",
            plain(shape.name),
            {language: plain(name) for language, name in shape.names.items()},
            parts[shape.id],
            beside.get(shape.id, ()),
            shape.line,
        )
        for shape in shapes
    ]
    if written.year < _FIRST_SVG:
        written = datetime.date.today()
    title = "" if drawing.title in _SAID_OF_ALL else plain(drawing.title)
    name = _CONTROL.sub("-", plain(readable(file.stem))) or "map"
    if name.lower() in DEVICES:
        name = f"map-{name}"
    drawn = DrawnMap(f"{name}.svg", content, title, places, f"{written:%Y-%m-%d}")
    return FoundMap(drawn, tuple(_left_out(drawing, drawn.file_name)))


def _left_out(drawing: Drawing, name: str) -> Iterator[PlacedMessage]:
    for shape in drawing.left_out:
        yield map_rules.shape_left_out(shape.id, shape.reason).at(name, max(shape.line, 1))
    for thing in drawing.undrawn:
        message = undrawn_messages.undrawn(thing.kind, thing.number, drawing.program)
        yield message.at(name, thing.line)


def is_place(shape: Shape, drawing: Drawing) -> bool:
    """Whether visitors could open it: no line, nothing behind everything, no water, no view."""
    meanings = {SYNONYMS.get(name, name) for name in (shape.id, shape.name, *shape.groups)}
    return (
        shape.kind != "line"
        and not meanings & NO_PLACES
        and not shape.path.controlPointRect().contains(drawing.view_box)
    )
