"""A map drawn as SVG, read into shapes by their ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.geography.label_point import label_point
from kiosk.geography.svg_element import Crowded, LeftOut, kind_of_all, together
from kiosk.geography.svg_names import MAX_ID, is_name, label_of, names_of, spoken
from kiosk.geography.svg_source import SvgSource, read_svg
from kiosk.geography.svg_tree import DrawingError
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QPainterPath

    from kiosk.geography.basic_shapes import ShapeKind
    from kiosk.geography.svg_element import SvgElement
    from kiosk.geography.undrawn import Undrawn

__all__ = ["Drawing", "DrawingError", "LeftOut", "Shape", "read_drawing", "read_group"]

UNNAMED = "unnamed-"
"""With which the ids begin that the program gives to shapes that have none."""


@dataclass(frozen=True, eq=False)
class Shape:
    """One thing on the map that has an id, in units of the viewBox.

    `group` is the name of the nearest group with a name around it, or empty.  A circle is a point,
    an outline that never closes is a line, anything else is an area.
    """

    id: str
    path: QPainterPath
    group: str
    kind: ShapeKind
    names: Mapping[str, str] = field(default_factory=dict)
    """What the drawing itself calls it, by language; for cities that are no zones."""
    name: str = ""
    """What it is called in no language that the drawing tells: its label, or the id it was given.
    Empty where nobody named it."""
    groups: tuple[str, ...] = ()
    """All named groups around it, the outermost first."""
    parts: tuple[str, ...] = ()
    """The ids of the shapes of which it consists, where these are shapes themselves."""
    line: int = 0
    """Where the file begins to draw it; 0 where several lines do."""

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
    other_names: Mapping[str, str] = field(default_factory=dict)
    """Ids of shapes by whatever else they are called: labels, titles, ids of a program's own."""
    undrawn: tuple[Undrawn, ...] = ()
    """What of the drawing the map can't show."""
    title: str = ""
    """What the drawing as a whole is called."""
    program: str = ""
    """The program that wrote it; empty where it doesn't say."""
    crowded: tuple[Crowded, ...] = ()
    """Outlines of more points than are drawn."""

    def group(self, name: str) -> tuple[Shape, ...]:
        """The shapes whose nearest named group is `name`, in document order."""
        return tuple(shape for shape in self.shapes.values() if shape.group == name)

    @cached_property
    def _members(self) -> Mapping[str, tuple[Shape, ...]]:
        """What lies in each group that is no shape itself, at whatever depth."""
        found: dict[str, list[Shape]] = {}
        for shape in self.shapes.values():
            for group in shape.groups:
                found.setdefault(group, []).append(shape)
        return {name: tuple(found[name]) for name in found if name not in self.shapes}

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything by which content can name something on the map."""
        return frozenset({*self.shapes, *self.other_names, *self._members})

    def named(self, name: str) -> Shape | None:
        """The shape that has this id or is called so, or all of a group of shapes as one."""
        shape = self.shapes.get(name) or self.shapes.get(self.other_names.get(name, ""))
        members = self._members.get(name, ()) if shape is None else ()
        if not members:
            return shape
        return Shape(
            name,
            together([member.path for member in members]),
            "",
            kind_of_all([member.kind for member in members]),
            name=name,
            parts=tuple(member.id for member in members),
        )


def read_drawing(source: Path | bytes, *, leave_out_groups: Collection[str] = ()) -> Drawing:
    """Read the shapes of an SVG file or of its bytes.

    A shape's id is the one it was given, or else its label, as drawing programs show it.  What
    lies in a group named in `leave_out_groups` is not looked at; `read_group` fetches it later.  A
    single shape that cannot be read is left out and listed in `left_out`, and so is a second shape
    with the same id.  A group whose outlines have no names is a shape itself, made of all of them,
    and so are outlines that have one label and no ids.  All others without a name get an id that
    begins with UNNAMED.  What is in definitions or hidden is passed over.

    Raises DrawingError if the file is not an SVG we can trust.
    """
    svg: SvgSource = read_svg(source, leave_out_groups=frozenset(leave_out_groups))
    sorting = _Sorting(svg)
    left_out = sorted([*svg.left_out, *sorting.left_out], key=_line_of)
    return Drawing(
        svg.view_box,
        MappingProxyType(sorting.shapes),
        tuple(left_out),
        MappingProxyType(sorting.other_names()),
        svg.undrawn,
        svg.title,
        svg.program,
        svg.crowded,
    )


class _Sorting:
    """Puts outlines together to shapes and finds an id for each."""

    def __init__(self, svg: SvgSource) -> None:
        self.shapes: dict[str, Shape] = {}
        self.left_out: list[LeftOut] = []
        self._svg = svg
        self._others: list[tuple[str, str]] = []
        by_group: dict[str, list[SvgElement]] = {}
        for outline in svg.outlines:
            if outline.groups:
                by_group.setdefault(outline.groups[-1], []).append(outline)
        places = {name for name, parts in by_group.items() if not any(map(_is_named, parts))}
        taken = {outline.id for outline in svg.outlines if is_name(outline.id)}
        labelled: dict[str, list[SvgElement]] = {}
        for outline in svg.outlines:
            if not is_name(outline.id) and outline.label:
                labelled.setdefault(outline.label, []).append(outline)
        for outline in svg.outlines:
            group = outline.groups[-1] if outline.groups else ""
            if group in places:
                self._add_place(group, by_group[group])
            elif is_name(outline.id):
                self._add(outline.id, [outline])
            elif outline.label and outline.label not in taken:
                self._add_labelled(labelled[outline.label], outline)
            else:
                self._add(outline.id, [outline])

    def other_names(self) -> dict[str, str]:
        """What else the shapes are called, where that means one shape only."""
        found: dict[str, set[str]] = {}
        for name, shape in self._others:
            if name and name not in self.shapes:
                found.setdefault(name, set()).add(shape)
        return {name: next(iter(shapes)) for name, shapes in found.items() if len(shapes) == 1}

    def _add_labelled(self, parts: Sequence[SvgElement], outline: SvgElement) -> None:
        """Things with one label: parts of one place in one group, else things of the same name."""
        if len({part.groups for part in parts}) == 1:
            if outline is parts[0]:
                self._add(outline.label, parts)
            return
        self._add(outline.label if outline is parts[0] else outline.id, [outline])

    def _add_place(self, group: str, parts: Sequence[SvgElement]) -> None:
        if group in self.shapes:
            return
        node = self._svg.groups.get(group)
        label = label_of(node) if node is not None else ""
        self.shapes[group] = Shape(
            group,
            together([part.path for part in parts]),
            "",
            kind_of_all([part.kind for part in parts]),
            names_of(node) if node is not None else {},
            label or spoken(group),
            parts[0].groups[:-1],
        )
        self._others.append((label, group))

    def _add(self, identifier: str, parts: Sequence[SvgElement]) -> None:
        first = parts[0]
        reason = Phrase("an earlier shape has this id") if identifier in self.shapes else Phrase("")
        if len(identifier) > MAX_ID:
            reason = Phrase("its id has more than {limit:,} letters", limit=MAX_ID)
        if reason:
            self.left_out.append(LeftOut(identifier, first.line, reason))
            return
        name = first.label or (spoken(identifier) if is_name(identifier) else "")
        identifier = identifier or f"{UNNAMED}{len(self.shapes) + 1}"
        self.shapes[identifier] = Shape(
            identifier,
            together([part.path for part in parts]),
            first.groups[-1] if first.groups else "",
            kind_of_all([part.kind for part in parts]),
            first.names,
            name,
            first.groups,
            line=first.line,
        )
        self._others += [(first.label, identifier), *((part.id, identifier) for part in parts)]


def _is_named(outline: SvgElement) -> bool:
    return is_name(outline.id) or bool(outline.label)


def read_group(source: Path | bytes, group: str) -> tuple[QPainterPath, ...]:
    """Read the outlines of everything inside one group, with or without ids, in document order.

    For what `read_drawing` left for later.  An unknown group is empty.  Raises DrawingError.
    """
    return tuple(outline.path for outline in read_svg(source, only_group=group).outlines)


def _line_of(left_out: LeftOut) -> int:
    return left_out.line
