"""Write the beginning of a place, panel, story, layer, tour, words, an exhibit, or of a map."""

from __future__ import annotations

import datetime
import math
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kiosk.commands.language_option import METAVAR, language_tag
from kiosk.commands.options import add_content_option
from kiosk.exhibit.authoring import new_piece_messages
from kiosk.exhibit.authoring.map_exhibit import new_map_exhibit
from kiosk.exhibit.authoring.new_pieces import (
    MapElement,
    NewPiece,
    NotWritten,
    new_exhibit,
    new_layer,
    new_panel,
    new_tour,
    new_zone,
)
from kiosk.exhibit.model.map_meanings import VIEWS
from kiosk.exhibit.model.map_point import MapPoint
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.rules import map_rules, point_rules
from kiosk.exhibit.skeletons import PANEL_KINDS
from kiosk.geography.drawing import DrawingError, read_drawing
from kiosk.screen.map.map_points import drawn_edges, meant_degrees, own_point, point_of
from kiosk.shipped import BrokenInstallation, shipped
from kiosk.text.folder import ContentFolder
from kiosk.workshop.starting.drawn_map import drawn_map, is_place
from kiosk.workshop.translation.interface_file import new_words

if TYPE_CHECKING:
    import argparse

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.geography.drawing import Drawing

_CITIES = "cities"
"""The group of the map in which cities lie."""
_TWO_NUMBERS = re.compile(r"\s*\[?\s*([-+−]?[\d.]+)\s*[,;]\s*([-+−]?[\d.]+)\s*\]?\s*", re.ASCII)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is to be written, and into which content folder."""
    parser.add_argument(
        "--from-map",
        type=Path,
        metavar="FILE",
        help="make a content folder of an SVG: a place for every shape with a name",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help="its folder, empty or not there yet"
    )
    parser.add_argument(
        "--language",
        type=language_tag,
        metavar=METAVAR,
        default="en",
        help="its language; without it, en",
    )
    pieces = parser.add_subparsers(
        dest="piece", metavar="zone|panel|story|layer|tour|words|exhibit"
    )
    zone = pieces.add_parser("zone", help="a file for a place on the map")
    zone.add_argument("id", help="the place's id, such as qianhai")
    on_map = zone.add_mutually_exclusive_group()
    on_map.add_argument("--element", metavar="ID", help="its id on the map, if it is another one")
    on_map.add_argument(
        "--at",
        metavar="X,Y",
        help="its point where the map has none: in units of the drawing, or '22.53 N, 113.90 E'",
    )
    panel = pieces.add_parser("panel", help="a panel at the end of a place")
    panel.add_argument("zone", help="the place's id")
    panel.add_argument("id", help="the panel's id, such as teams")
    panel.add_argument(
        "--kind", choices=tuple(PANEL_KINDS), default="facts", help="without it, facts"
    )
    story = pieces.add_parser("story", help="a story at the end of a place")
    story.add_argument("zone", help="the place's id")
    story.add_argument("id", help="the story's id, such as steel")
    layer = pieces.add_parser("layer", help="a data layer, by which the map is shaded")
    layer.add_argument("id", help="the layer's id, such as population")
    tour = pieces.add_parser("tour", help="a talk, with steps and what the presenter says")
    tour.add_argument("id", help="the tour's id, such as ten-minutes")
    words = pieces.add_parser("words", help="what buttons say, to be written in your language")
    words.add_argument("tag", type=language_tag, metavar=METAVAR, help="its tag, such as fr")
    for piece in (zone, panel, story, layer, tour, words):
        add_content_option(piece)
    exhibit = pieces.add_parser("exhibit", help="a small content folder that runs")
    exhibit.add_argument("folder", type=Path, help="a folder that is empty or not there yet")


def run(arguments: argparse.Namespace) -> int:
    """Write it and say what to do next.  Returns 0, or 2 where nothing has been written."""
    try:
        piece = _written(arguments, datetime.date.today())
    except NotWritten as refusal:
        print(f"kiosk new: {refusal}", file=sys.stderr)
        return 2
    except BrokenInstallation as error:
        print(f"kiosk new: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"kiosk new: nothing was written: {error.strerror or error}", file=sys.stderr)
        return 2
    print(_told(piece))
    return 0


def _written(arguments: argparse.Namespace, today: datetime.date) -> NewPiece:
    if arguments.from_map is not None or arguments.piece is None:
        return _from_map(arguments, today)
    month = f"{today:%Y-%m}"
    if arguments.piece == "exhibit":
        return new_exhibit(arguments.folder, month)
    path: Path = arguments.content or shipped("content")
    folder = ContentFolder.at(path)
    refusal = folder.refusal()
    if refusal is not None:
        raise NotWritten(refusal)
    if arguments.piece == "zone":
        exhibit, drawing = _map(folder)
        elements = _map_elements(exhibit, drawing)
        on = arguments.element or arguments.id
        if arguments.at is not None:
            on = _point(arguments.at, exhibit, drawing)
        return new_zone(folder, arguments.id, month, elements, on)
    if arguments.piece == "words":
        return new_words(folder, arguments.tag)
    if arguments.piece == "layer":
        return new_layer(folder, arguments.id, month)
    if arguments.piece == "tour":
        return new_tour(folder, arguments.id)
    kind = arguments.kind if arguments.piece == "panel" else None
    return new_panel(folder, arguments.zone, arguments.id, month, kind)


def _from_map(arguments: argparse.Namespace, today: datetime.date) -> NewPiece:
    if arguments.from_map is None or arguments.out is None or arguments.piece is not None:
        raise NotWritten(new_piece_messages.NOTHING_NAMED)
    drawn = drawn_map(arguments.from_map)
    return new_map_exhibit(arguments.out, drawn, arguments.language, f"{today:%Y-%m-%d}")


def _map(folder: ContentFolder) -> tuple[Exhibit, Drawing]:
    reading = read_exhibit(folder.path)
    if reading.exhibit is None:
        raise NotWritten(new_piece_messages.mend_first(reading.messages[0]))
    try:
        return reading.exhibit, read_drawing(reading.exhibit.map_file)
    except DrawingError as error:
        raise NotWritten(map_rules.unreadable_map(str(error))) from None


def _map_elements(exhibit: Exhibit, drawing: Drawing) -> dict[str, MapElement]:
    """What is on the folder's map and can be a place."""
    used = {name for each in exhibit.landmarks for name in (each.id, each.shape, each.marker)}
    return {
        shape.id: MapElement(
            shape.id,
            is_point=shape.kind == "point",
            is_city=shape.group == _CITIES,
            is_free=shape.id not in used and shape.id not in VIEWS.values(),
            names=shape.names,
        )
        for shape in drawing.shapes.values()
        if is_place(shape, drawing)
    }


def _point(written: str, exhibit: Exhibit, drawing: Drawing) -> MapPoint:
    """What is written after --at, as far as it is a point of the folder's map."""
    numbers = _TWO_NUMBERS.fullmatch(written)
    try:
        at = MapPoint.parse(numbers.groups() if numbers else written)
    except ValueError:
        raise NotWritten(new_piece_messages.no_point(written)) from None
    if at.in_degrees and exhibit.has_own_map:
        raise NotWritten(point_rules.NO_COORDINATES)
    if own_point(at, drawing) is None:
        found = point_of(at) or QPointF(math.inf, math.inf)
        raise NotWritten(point_rules.beside_the_map(found.x(), found.y(), drawn_edges(drawing)))
    degrees = None if exhibit.has_own_map else meant_degrees(at)
    if degrees is not None:
        raise NotWritten(new_piece_messages.units_or_degrees(written, degrees.written))
    return at


def _told(piece: NewPiece) -> str:
    steps = (f"  {number}. {step}" for number, step in enumerate(piece.steps, start=1))
    return "\n".join([f"{piece.file} is written. Next:", *steps])
