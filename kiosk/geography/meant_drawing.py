"""A drawing with each of its shapes in the group of its meaning."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.exhibit.model.map_meanings import GROUPS, HIDDEN, LAND, LINKS, ORNAMENT, SYNONYMS, VIEWS

if TYPE_CHECKING:
    from kiosk.exhibit.model.map_meanings import Meanings
    from kiosk.geography.drawing import Drawing, Shape


_KEPT = frozenset(
    ("sea", "context", "zones", "places", "labels", "seas", "waterlines", "coastline")
)
"""Groups and shapes that the map knows besides."""


def meant(drawing: Drawing, meanings: Meanings) -> Drawing:
    """The drawing with each shape in the group of its meaning; what is hidden is not in it.

    Where `exhibit.yaml` says which shapes are land, any other area is an ornament.
    """
    said = {_shape_named(name, drawing): meaning for name, meaning in meanings.names}
    rest = ORNAMENT if LAND in said.values() else ""
    shapes = {}
    for name, shape in drawing.shapes.items():
        around = (name, *reversed(shape.groups), shape.group)
        meaning = next((said[each] for each in around if each in said), None)
        meaning = meaning or _own(shape, rest)
        if meaning != HIDDEN:
            shapes[name] = shape if meaning == shape.group else replace(shape, group=meaning)
    return replace(drawing, shapes=MappingProxyType(shapes))


def _shape_named(name: str, drawing: Drawing) -> str:
    """The id of the shape that is called so; else the name, which may be a group's."""
    return name if name in drawing.shapes else drawing.other_names.get(name, name)


def _own(shape: Shape, rest: str) -> str:
    """What the drawing itself says of a shape."""
    for name in (shape.group, *reversed(shape.groups), shape.id, shape.name):
        if name in SYNONYMS or name in (*GROUPS.values(), *VIEWS.values(), LINKS):
            return SYNONYMS.get(name, name)
    is_loose = shape.kind == "area" and not {shape.group, shape.id} & _KEPT
    return rest if rest and is_loose else shape.group
