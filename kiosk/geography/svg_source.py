"""SVG text into outlines: groups, transforms, styles, what is used elsewhere, and limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QTransform

from kiosk.geography.basic_shapes import SHAPES, ShapeKind, length, outline_of
from kiosk.geography.path_data import MAX_COORDINATE
from kiosk.geography.style_sheet import StyleSheet
from kiosk.geography.svg_element import Crowded, LeftOut, SvgElement, kind_of_all, together
from kiosk.geography.svg_names import MAX_ID, decoded, is_name, label_of, names_of
from kiosk.geography.svg_tree import DrawingError, SvgNode, all_nodes, drawing_bytes, read_tree
from kiosk.geography.svg_view import is_in_reach, placed_view, view_box, without_percent
from kiosk.geography.thinning import FEW_ELEMENTS, Thinning
from kiosk.geography.transform_list import refuse_wild, transform_from_list
from kiosk.geography.undrawn import Undrawn, UndrawnThings, program_of
from kiosk.text.phrase import Phrase, template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

MAX_SHAPES: Final = 15_000
"""Shapes and groups that are drawn, each as often as `use` repeats it."""
MAX_POINTS: Final = 1_000_000
"""Points of all outlines together, those of copies by `use` included."""
MAX_REPEATED: Final = 4 * 1024 * 1024
"""Letters of elements that are read again, each time that `use` repeats them."""
LEAST_SIDE: Final = 0.001
"""Of the viewBox, in units: what is smaller can't be told apart when it is written as text."""
MAX_USES: Final = 8
"""How deep what is used may itself use something."""

_HREF: Final = ("href", "http://www.w3.org/1999/xlink}href")
_NO_BOX: Final = template(
    "the drawing needs a viewBox, or a width and a height, or something to draw"
)


@dataclass(frozen=True, slots=True)
class SvgSource:
    """What was read: the viewBox, every outline in document order, and what was passed over."""

    view_box: QRectF
    outlines: tuple[SvgElement, ...]
    left_out: tuple[LeftOut, ...]
    groups: Mapping[str, SvgNode]
    """The groups by the names under which outlines know them."""
    undrawn: tuple[Undrawn, ...]
    title: str
    """What the drawing as a whole is called; may be empty."""
    program: str
    """The program that wrote it, such as `Inkscape`; empty where it doesn't say."""
    crowded: tuple[Crowded, ...] = ()
    """Outlines of more points than are drawn."""


@dataclass(frozen=True, slots=True)
class _Level:
    """What an element hands down to its children."""

    transform: QTransform
    around: QRectF
    """The box of which percentages are parts."""
    fill_rule: str = "nonzero"
    groups: tuple[str, ...] = ()
    wanted: bool = True
    visible: bool = True
    uses: int = 0


def read_svg(
    source: Path | bytes,
    *,
    leave_out_groups: frozenset[str] = frozenset(),
    only_group: str | None = None,
) -> SvgSource:
    """Read the outlines of an SVG, without some groups or from one group only.

    Raises DrawingError for a file that can't be read as `read_tree` says, that has no size, or
    that draws more than the limits.  Nothing outside the file is ever opened.
    """
    data = drawing_bytes(source)
    root = read_tree(data)
    reader = _OutlineReader(root, leave_out_groups, only_group)
    box = reader.read()
    return SvgSource(
        box,
        tuple(reader.outlines),
        tuple(reader.left_out),
        reader.groups,
        reader.undrawn.found(),
        label_of(root),
        program_of(data),
        tuple(reader.crowded),
    )


class _OutlineReader:
    """Walks through the tree and keeps the outlines."""

    def __init__(
        self, root: SvgNode, leave_out_groups: frozenset[str], only_group: str | None
    ) -> None:
        self.outlines: list[SvgElement] = []
        self.left_out: list[LeftOut] = []
        self.crowded: list[Crowded] = []
        self.groups: dict[str, SvgNode] = {}
        self._root = root
        self._leave_out_groups = leave_out_groups
        self._only_group = only_group
        self._shape_count = 0
        self._point_count = 0
        self._thinning = Thinning()
        self._repeated = 0
        self._lengths: dict[int, int] = {}
        self._used_paths: dict[int, tuple[QPainterPath, ShapeKind]] = {}
        self._by_id: dict[str, SvgNode] = {}
        sheets = []
        for node in all_nodes(root):
            if "id" in node.attributes:
                self._by_id.setdefault(node.attributes["id"], node)
            if node.tag == "style":
                sheets.append(node.text)
        self._styles = StyleSheet(sheets)
        self.undrawn = UndrawnThings(self._by_id)

    def read(self) -> QRectF:
        """Keep all outlines, and give the viewBox."""
        root = self._root
        box = view_box(root.attributes)
        self.undrawn.view_box = box
        self.undrawn.see_view(root)
        level = _Level(QTransform(), box or QRectF(), wanted=self._only_group is None)
        inner = self._inner(level, root)
        if inner is not None:
            self._children(inner, root)
        if box is None:
            box = QRectF()
            for outline in self.outlines:
                box = box.united(outline.path.controlPointRect())
            if box.isEmpty():
                raise DrawingError(_NO_BOX, root.line)
        if min(box.width(), box.height()) < LEAST_SIDE:
            raise DrawingError(
                Phrase(
                    "the drawing is only {width} by {height} units large",
                    width=f"{box.width():g}",
                    height=f"{box.height():g}",
                ),
                root.line,
            )
        return box

    def _children(self, level: _Level, node: SvgNode) -> None:
        for child in node.children:
            self._node(level, child)

    def _node(self, level: _Level, node: SvgNode) -> None:
        self._shape_count += 1
        if self._shape_count > MAX_SHAPES:
            raise DrawingError(
                Phrase("the drawing has more than {limit:,} shapes and groups", limit=MAX_SHAPES),
                node.line,
            )
        if level.uses:
            self._count_again(node)
        if node.tag in SHAPES:
            self._shape(level, node)
        elif node.tag in _CONTAINERS:
            inner = self._inner(level, node)
            if inner is not None:
                _CONTAINERS[node.tag](self, inner, node)
        elif level.visible and level.wanted:
            self.undrawn.see(node)

    def _inner(self, level: _Level, node: SvgNode) -> _Level | None:
        """What holds inside an element; None where nothing of it is drawn."""
        attributes = node.attributes
        style = self._styles.style(node.tag, attributes)
        if style.get("display") == "none":
            return None
        if not style and node.tag not in _GROUPS:
            return level
        groups, wanted = level.groups, level.wanted
        if node.tag in _GROUPS:
            name = self._group_name(node)[:MAX_ID]
            if name in self._leave_out_groups:
                return None
            if name and not level.uses:
                self.groups.setdefault(name, node)
                groups = (*groups, name)
            wanted = wanted or (name == self._only_group and name != "")
        visibility = style.get("visibility")
        inner = _Level(
            transform=level.transform,
            around=level.around,
            fill_rule=style.get("fill-rule", level.fill_rule),
            groups=groups,
            wanted=wanted,
            visible=level.visible if visibility is None else visibility not in _UNSEEN,
            uses=level.uses,
        )
        if inner.visible and wanted and style:
            self.undrawn.see_style(node, style)
        if "transform" not in style:
            return inner
        try:
            transform = transform_from_list(style["transform"]) * level.transform
            refuse_wild(transform)
        except ValueError as error:
            self._leave_out(node, error.args[0])
            return None
        return replace(inner, transform=transform)

    def _group_name(self, node: SvgNode) -> str:
        """The id that somebody gave a group, else its label; empty where it has neither."""
        identifier = decoded(node.attributes.get("id", ""))
        return identifier if is_name(identifier) else label_of(node)

    def _shape(self, level: _Level, node: SvgNode) -> None:
        if not level.wanted:
            return
        inner = self._inner(level, node)
        if inner is None or not inner.visible:
            return
        outline = self._outline(inner, node)
        if outline is not None:
            path, kind = outline
            self.outlines.append(_element(node, inner.groups, node.line, path, kind))

    def _outline(self, level: _Level, node: SvgNode) -> tuple[QPainterPath, ShapeKind] | None:
        try:
            path, kind = self._own_outline(level, node)
            if not level.transform.isIdentity():
                path = level.transform.map(path)
            box = path.controlPointRect()
            if kind == "area" and box.isNull():
                raise ValueError(template("it draws nothing"))
            if not is_in_reach(box):
                raise ValueError(
                    Phrase("it lies further out than {limit:.0f} units", limit=MAX_COORDINATE)
                )
        except ValueError as error:
            self._leave_out(node, error.args[0])
            return None
        self._point_count += path.elementCount()
        if self._point_count > MAX_POINTS:
            raise DrawingError(
                Phrase("the drawing has more than {limit:,} points", limit=MAX_POINTS), node.line
            )
        if path.elementCount() > FEW_ELEMENTS:
            box = self.undrawn.view_box or box
            is_curved = any(letter in node.attributes.get("d", "") for letter in _CURVES)
            extent = max(box.width(), box.height())
            path, crowded = self._thinning.drawn(path, extent, is_curved=is_curved)
            self.crowded += (Crowded(_called(node), node.line, *each) for each in crowded)
        if level.fill_rule != "evenodd":
            path.setFillRule(Qt.FillRule.WindingFill)
        return path, kind

    def _own_outline(self, level: _Level, node: SvgNode) -> tuple[QPainterPath, ShapeKind]:
        """The outline in its own coordinates; what is used again and again is read once."""
        found = self._used_paths.get(id(node)) if level.uses else None
        if found is None:
            found = outline_of(node.tag, without_percent(node.attributes, level.around))
            if not level.uses:
                return found
            self._used_paths[id(node)] = found
        path, kind = found
        return QPainterPath(path), kind

    def _svg(self, level: _Level, node: SvgNode) -> None:
        """What is in an `<svg>` inside another."""
        if node is self._root:
            self._children(level, node)
        else:
            self._view(level, node, node.attributes)

    def _view(self, level: _Level, node: SvgNode, sizes: Mapping[str, str]) -> None:
        try:
            transform, around = placed_view(node.attributes, sizes, level.around)
            transform = transform * level.transform
            refuse_wild(transform)
        except ValueError as error:
            self._leave_out(node, error.args[0])
            return
        self._children(replace(level, transform=transform, around=around), node)

    def _switch(self, level: _Level, node: SvgNode) -> None:
        """The first thing that can be drawn and asks for no extension of a program."""
        for child in node.children:
            asks = child.attributes.get("requiredExtensions")
            if not asks and (child.tag in SHAPES or child.tag in _CONTAINERS):
                self._node(level, child)
                return
        for child in node.children:
            self._node(level, child)

    def _use(self, level: _Level, node: SvgNode) -> None:
        """One outline of all that is used, for one thing is seen at one place."""
        address = next((node.attributes[key] for key in _HREF if key in node.attributes), "")
        target = self._by_id.get(address.removeprefix("#")) if address[:1] == "#" else None
        try:
            if target is None:
                raise ValueError(
                    Phrase("it uses {address!r}, which is not in the file", address=address)
                )
            if level.uses >= MAX_USES:
                raise ValueError(
                    Phrase(
                        "it uses itself, or something more than {limit} levels deep", limit=MAX_USES
                    )
                )
            given = without_percent(node.attributes, level.around)
            at = QTransform.fromTranslate(length(given.get("x", "0")), length(given.get("y", "0")))
            transform = at * level.transform
            refuse_wild(transform)
        except ValueError as error:
            self._leave_out(node, error.args[0])
            return
        used = replace(level, transform=transform, uses=level.uses + 1)
        before = len(self.outlines)
        if target.tag in ("symbol", "svg"):
            self._count_again(target)
            inner = self._inner(used, target)
            if inner is not None:
                self._view(inner, target, _only_sizes(node))
        else:
            self._node(used, target)
        parts = self.outlines[before:]
        if not parts:
            return
        del self.outlines[before:]
        own = decoded(node.attributes.get("id", ""))
        is_own = target.tag == "symbol" or is_name(own) or label_of(node) or names_of(node)
        named = node if is_own else target
        path = together([part.path for part in parts])
        is_sign = target.tag == "symbol" and self._is_small(path)
        kind = "point" if is_sign else kind_of_all([part.kind for part in parts])
        self.outlines.append(_element(named, level.groups, node.line, path, kind))

    def _count_again(self, node: SvgNode) -> None:
        """Raise DrawingError where what is used is so long that it can't be read so often."""
        key = id(node)
        if key not in self._lengths:
            texts = (*node.attributes, *node.attributes.values())
            titles = (child.text for child in node.children)
            self._lengths[key] = sum(map(len, texts)) + sum(len(each) + 1 for each in titles)
        self._repeated += self._lengths[key]
        if key in self._used_paths:
            self._repeated -= sum(len(node.attributes.get(name, "")) for name in _OUTLINES)
        if self._repeated > MAX_REPEATED:
            raise DrawingError(template("the drawing repeats too much by <use>"), node.line)

    def _is_small(self, path: QPainterPath) -> bool:
        whole, box = self.undrawn.view_box, path.controlPointRect()
        if whole is None:
            return False
        most = _SIGN * max(whole.width(), whole.height())
        return box.width() < most and box.height() < most

    def _leave_out(self, node: SvgNode, reason: str) -> None:
        """Not without saying so: what was found is quoted, but no megabytes of it."""
        if len(reason) > _LONGEST_REASON:
            half = _LONGEST_REASON // 2
            shown = f"{reason[:half]}…{reason[-half:]}"
            reason = reason.shown_as(shown) if isinstance(reason, Phrase) else shown
        self.left_out.append(LeftOut(_called(node), node.line, reason))


def _called(node: SvgNode) -> str:
    """What an element is called in a message."""
    return decoded(node.attributes.get("id", "")) or label_of(node) or f"<{node.tag}>"


_SIGN: Final = 0.1
"""Which part of the drawing a symbol may take up to be a sign at a point, such as a pin."""
_LONGEST_REASON: Final = 160
_OUTLINES: Final = ("d", "points")
"""What is read once however often it is used."""
_CURVES: Final = "CcSsQqTtAa"
"""The commands that draw them."""
_UNSEEN: Final = frozenset({"hidden", "collapse"})
_GROUPS: Final = frozenset({"g", "a"})
_CONTAINERS: Final[dict[str, Callable[[_OutlineReader, _Level, SvgNode], None]]] = {
    "g": _OutlineReader._children,
    "a": _OutlineReader._children,
    "svg": _OutlineReader._svg,
    "switch": _OutlineReader._switch,
    "use": _OutlineReader._use,
}


def _element(
    node: SvgNode, groups: tuple[str, ...], line: int, path: QPainterPath, kind: ShapeKind
) -> SvgElement:
    """An outline with what its element is called."""
    identifier = decoded(node.attributes.get("id", ""))
    return SvgElement(identifier, label_of(node), groups, line, kind, path, names_of(node))


def _only_sizes(node: SvgNode) -> dict[str, str]:
    """How large a symbol is drawn; where, `use` has already said."""
    return {key: node.attributes[key] for key in ("width", "height") if key in node.attributes}
