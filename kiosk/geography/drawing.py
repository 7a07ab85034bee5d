"""A map drawn as SVG, read into shapes by their ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainterPath

from kiosk.geography.label_point import label_point
from kiosk.geography.svg_source import DrawingError, LeftOut, SvgSource, is_name, read_svg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtCore import QPointF, QRectF

    from kiosk.geography.basic_shapes import ShapeKind
    from kiosk.geography.svg_source import SvgElement

__all__ = ["Drawing", "DrawingError", "LeftOut", "Shape", "read_drawing", "read_group"]


@dataclass(frozen=True, eq=False)
class Shape:
    """One thing on the map that has an id, in units of the viewBox.

    `group` is the id of the nearest group with an id around it, or empty.  A circle is a point, an
    outline that never closes is a line, anything else is an area.
    """

    id: str
    path: QPainterPath
    group: str
    kind: ShapeKind
    names: Mapping[str, str] = field(default_factory=dict)
    """What the drawing itself calls it, by language; for cities that are no zones."""

    @cached_property
    def anchor(self) -> QPointF:
        """The point to hang a label on; worked out when first asked for.

        The centre of a point, the middle of a line, a point well inside the largest part of an
        area.
        """
        if self.kind == "point":
            return self.path.boundingRect().center()
        if self.kind == "line":
            return self.path.pointAtPercent(0.5)
        return label_point(self.path)


@dataclass(frozen=True, eq=False)
class Drawing:
    """All shapes of a map by id, in document order, and what had to be left out of it."""

    view_box: QRectF
    shapes: Mapping[str, Shape]
    left_out: tuple[LeftOut, ...] = ()

    def group(self, name: str) -> tuple[Shape, ...]:
        """The shapes whose nearest named group is `name`, in document order."""
        return tuple(shape for shape in self.shapes.values() if shape.group == name)


def read_drawing(source: Path | bytes, *, leave_out_groups: Collection[str] = ()) -> Drawing:
    """Read the shapes of an SVG file or of its bytes.

    What lies in a group named in `leave_out_groups` is not even parsed; `read_group` fetches it
    later.  A single shape that cannot be read is left out and listed in `left_out`, and so is a
    second shape with the same id.  A group whose outlines have no names is a shape itself, made of
    all of them.  Other elements without an id, in definitions, masks and symbols, or with
    `display` none are passed over.

    Raises DrawingError if the file is not an SVG we can trust.
    """
    svg: SvgSource = read_svg(source, leave_out_groups=frozenset(leave_out_groups))
    left_out = list(svg.left_out)
    shapes: dict[str, Shape] = {}
    for outline in svg.outlines:
        if not outline.id:
            continue
        if outline.id in shapes:
            left_out.append(LeftOut(outline.id, outline.line, "an earlier shape has this id"))
            continue
        shapes[outline.id] = Shape(
            outline.id, outline.path, outline.group, outline.kind, outline.names
        )
    for group in _places_in_parts(svg.outlines):
        shapes.setdefault(group.id, group)
    left_out.sort(key=_line_of)
    return Drawing(svg.view_box, MappingProxyType(shapes), tuple(left_out))


def _places_in_parts(outlines: Sequence[SvgElement]) -> Iterator[Shape]:
    """The groups whose outlines have no names of their own: each is one place with its islands."""
    groups: dict[str, list[SvgElement]] = {}
    for outline in outlines:
        if outline.group:
            groups.setdefault(outline.group, []).append(outline)
    for name, parts in groups.items():
        if any(is_name(part.id) for part in parts):
            continue
        whole = QPainterPath(parts[0].path)
        for part in parts[1:]:
            whole.addPath(part.path)
        kind: ShapeKind = "area" if any(part.kind == "area" for part in parts) else parts[0].kind
        yield Shape(name, whole, "", kind)


def read_group(source: Path | bytes, group: str) -> tuple[QPainterPath, ...]:
    """Read the outlines of everything inside one group, with or without ids, in document order.

    For what `read_drawing` left for later.  An unknown group is empty.  Raises DrawingError.
    """
    return tuple(outline.path for outline in read_svg(source, only_group=group).outlines)


def _line_of(left_out: LeftOut) -> int:
    return left_out.line
