"""A drawing taken apart: what moves on arrival, and what stands still below, between and above.

Each layer is an SVG of its own, with the same root, gradients and styles, and the shapes of that
layer alone.  The text was looked through before (`svg_head.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from kiosk.look.movement import (
    MOVE_ATTRIBUTE,
    MOVING_GROUPS,
    WHEN_ATTRIBUTE,
    BadMovement,
    Movement,
    read_movement,
)

_DRAWN = frozenset(
    {"g", "a", "switch", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text"}
)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NAME = re.compile(rb"<([^\s/>]+)")


class DrawingLayer(NamedTuple):
    """The text of one layer, and how it moves; None stands still."""

    text: bytes
    movement: Movement | None


class DrawingLayers(NamedTuple):
    """The layers from the lowest, and the corner of the viewBox; none where nothing moves."""

    layers: tuple[DrawingLayer, ...] = ()
    corner: tuple[float, float] = (0.0, 0.0)


class _Piece(NamedTuple):
    """An element directly in the drawing: from one byte of the text up to another."""

    begins: int
    ends: int
    is_drawn: bool
    movement: Movement | None


def layers_of(text: bytes) -> DrawingLayers:
    """Take a drawing apart."""
    if MOVE_ATTRIBUTE.encode() not in text:
        return DrawingLayers()
    cutter = _Cutter(text)
    pieces = cutter.pieces
    if not any(piece.movement for piece in pieces):
        return DrawingLayers()
    layers: list[DrawingLayer] = []
    number, numbers = 0, []
    for piece in pieces:
        # What moves has a layer of its own, and what follows stands above it.
        number += bool(piece.movement)
        numbers.append(number)
        number += bool(piece.movement)
    for each in range(numbers[-1] + 1):
        chosen = [piece for piece, at in zip(pieces, numbers, strict=True) if at == each]
        if any(piece.is_drawn for piece in chosen):
            left_out = [
                piece
                for piece, at in zip(pieces, numbers, strict=True)
                if piece.is_drawn and at != each
            ]
            layers.append(DrawingLayer(_without(text, left_out), chosen[0].movement))
    return DrawingLayers(tuple(layers), cutter.corner)


def _without(text: bytes, pieces: list[_Piece]) -> bytes:
    parts, at = [], 0
    for piece in pieces:
        parts.append(text[at : piece.begins])
        at = piece.ends
    parts.append(text[at:])
    return b"".join(parts)


@dataclass
class _Cutter:
    """Finds where the elements directly in the drawing begin and end."""

    text: bytes
    pieces: list[_Piece] = field(default_factory=list)
    corner: tuple[float, float] = (0.0, 0.0)

    def __post_init__(self) -> None:
        self._depth = 0
        self._open: _Piece | None = None
        self._moving = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.Parse(self.text, True)

    def _start(self, full_name: str, attributes: dict[str, str]) -> None:
        if self._depth == 0:
            box = _NUMBER.findall(attributes.get("viewBox", ""))
            if len(box) == 4:
                self.corner = (float(box[0]), float(box[1]))
        elif self._depth == 1:
            tag = full_name.rpartition("}")[2].lower()
            begins = self._parser.CurrentByteIndex
            movement = self._movement(attributes) if tag == "g" else None
            self._open = _Piece(begins, begins, tag in _DRAWN, movement)
        self._depth += 1

    def _movement(self, attributes: dict[str, str]) -> Movement | None:
        if MOVE_ATTRIBUTE not in attributes:
            return None
        self._moving += 1
        if self._moving > MOVING_GROUPS:
            return None
        try:
            return read_movement(attributes[MOVE_ATTRIBUTE], attributes.get(WHEN_ATTRIBUTE, ""))
        except BadMovement:
            return None

    def _end(self, _name: str) -> None:
        self._depth -= 1
        if self._depth == 1 and self._open is not None:
            ends = self._parser.CurrentByteIndex
            name = _NAME.match(self.text, self._open.begins)
            assert name is not None
            # At a closing tag the index is where that begins, and after `<g/>` where it has ended.
            if self.text.startswith(b"</" + name[1], ends):
                ends = self.text.index(b">", ends) + 1
            self.pieces.append(self._open._replace(ends=ends))
            self._open = None
