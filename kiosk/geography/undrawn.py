"""What of a drawing the map can't show: letters, pictures, clipping, effects; and who wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kiosk.geography.basic_shapes import length
from kiosk.geography.svg_view import has_bad_view_box
from kiosk.plain_file import FileRefused, read_plain_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtCore import QRectF

    from kiosk.geography.svg_tree import SvgNode


class Undrawn(NamedTuple):
    """One kind of thing that is not drawn, the line of the first, and how many there are."""

    kind: str
    """`text`, `image`, `foreign`, `script`, `movement`, `clip`, `mask`, `filter`, `marker`,
    `gradient` or `pattern`; `view` for a viewBox that names no area."""
    line: int
    number: int


_BY_TAG: Final[dict[str, str]] = {
    "text": "text",
    "flowRoot": "text",
    "image": "image",
    "foreignObject": "foreign",
    "script": "script",
    **dict.fromkeys(("animate", "animateTransform", "animateMotion", "set"), "movement"),
}
_BY_PROPERTY: Final[dict[str, str]] = {
    "clip-path": "clip",
    "mask": "mask",
    "filter": "filter",
    **dict.fromkeys(("marker", "marker-start", "marker-mid", "marker-end"), "marker"),
}
_ADDRESS: Final = re.compile(r"""\s*url\(\s*["']?#([^"')]+)["']?\s*\)""")

_PROGRAMS: Final = (
    # QGIS writes by Qt, and its layers as Inkscape's.
    ("QGIS", (b"QGIS", b"Generated with Qt")),
    ("Inkscape", (b"inkscape:version", b"www.inkscape.org/namespaces")),
    ("Illustrator", (b"Adobe Illustrator", b"ns.adobe.com/AdobeIllustrator")),
    ("Affinity", (b"www.serif.com",)),
    ("Figma", (b"figma",)),
    ("Sketch", (b"Generator: Sketch", b"bohemiancoding.com/sketch")),
    ("CorelDRAW", (b"CorelDRAW",)),
    ("mapshaper", (b"mapshaper",)),
)
_HEAD_BYTES: Final = 4_000
_LARGEST_BYTES: Final = 64 * 1024 * 1024


def program_of(data: bytes) -> str:
    """The program that wrote a drawing, by its first lines; empty where they don't tell."""
    head = data[:_HEAD_BYTES]
    for name, signs in _PROGRAMS:
        if any(sign in head for sign in signs):
            return name
    return ""


def program_of_file(path: Path) -> str:
    """The program that wrote a file that can't be read; empty where nothing tells."""
    try:
        return program_of(read_plain_bytes(path, _LARGEST_BYTES))
    except FileRefused:
        return ""


class UndrawnThings:
    """Gathers them while the drawing is read."""

    def __init__(self, by_id: Mapping[str, SvgNode]) -> None:
        self.view_box: QRectF | None = None
        self._by_id = by_id
        self._found: dict[str, list[int]] = {}

    def see(self, node: SvgNode) -> None:
        """An element that is no outline."""
        if node.tag in _BY_TAG:
            self._add(_BY_TAG[node.tag], node)

    def see_view(self, root: SvgNode) -> None:
        """The drawing itself, with a viewBox that names no area."""
        if has_bad_view_box(root.attributes):
            self._add("view", root)

    def see_style(self, node: SvgNode, style: Mapping[str, str]) -> None:
        """What the properties of something that is drawn ask for."""
        for name, written in style.items():
            found = _ADDRESS.match(written) if "url" in written else None
            if found is None:
                continue
            target = self._by_id.get(found[1])
            if name == "fill":
                is_pattern = target is not None and target.tag == "pattern"
                self._add("pattern" if is_pattern else "gradient", node)
            elif name in _BY_PROPERTY and not (name == "clip-path" and self._is_whole(target)):
                self._add(_BY_PROPERTY[name], node)

    def found(self) -> tuple[Undrawn, ...]:
        """All of them, by their first lines."""
        things = (Undrawn(kind, min(lines), len(lines)) for kind, lines in self._found.items())
        return tuple(sorted(things, key=_line_of))

    def _add(self, kind: str, node: SvgNode) -> None:
        self._found.setdefault(kind, []).append(node.line)

    def _is_whole(self, clip: SvgNode | None) -> bool:
        """Whether a clip path cuts nothing off, as Figma's of a frame and Qt's of a page."""
        box = self.view_box
        if clip is None or box is None or len(clip.children) != 1:
            return clip is None
        shape = clip.children[0]
        try:
            x, y, width, height = (
                length(shape.attributes.get(name, "0")) for name in ("x", "y", "width", "height")
            )
        except ValueError:
            return False
        reach = 0.001 * max(box.width(), box.height())
        return (
            shape.tag == "rect"
            and x <= box.left() + reach
            and y <= box.top() + reach
            and x + width >= box.right() - reach
            and y + height >= box.bottom() - reach
        )


def _line_of(thing: Undrawn) -> int:
    return thing.line
