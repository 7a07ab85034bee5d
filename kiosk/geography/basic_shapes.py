"""The drawing elements of SVG as outlines: path, rect, circle, ellipse, line, polyline, polygon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from kiosk.geography.path_data import MAX_COORDINATE, path_from_data
from kiosk.geography.path_elements import MOVE, elements_of, kinds_of
from kiosk.text.phrase import Phrase, template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ShapeKind = Literal["area", "point", "line"]

_LENGTH: Final = re.compile(
    r"\s*+([+-]?(?:[0-9]++\.?+[0-9]*+|\.[0-9]++)(?:[eE][+-]?[0-9]++)?+)"
    r"(px|pt|pc|mm|cm|in|Q|r?em|ex)?\s*+"
)
_UNIT: Final = {
    **{"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0},
    **{"Q": 96 / 101.6, "em": 16.0, "rem": 16.0, "ex": 8.0},
}
"""CSS pixels in each unit (CSS Values and Units, chapters 6.1 and 6.2), with letters of 16."""


def length(text: str) -> float:
    """A length of SVG in user units.

    Raises ValueError for a percentage, nonsense or more than MAX_COORDINATE.
    """
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise ValueError(Phrase("{text!r} is not a length in user units", text=text))
    value = float(found[1]) * _UNIT[found[2] or "px"]
    if abs(value) > MAX_COORDINATE:
        raise ValueError(
            Phrase("{text!r} is more than {limit:.0f} units", text=text, limit=MAX_COORDINATE)
        )
    return value


def outline_of(tag: str, attributes: Mapping[str, str]) -> tuple[QPainterPath, ShapeKind]:
    """The outline of one element in its own coordinates, and what kind of thing it is.

    A circle is a point, because maps mark places with circles.  A path that never closes is a line.
    Raises ValueError if it cannot be drawn, and KeyError for a tag that is not in SHAPES.
    """
    path, kind = SHAPES[tag](attributes)
    if path.isEmpty():
        raise ValueError(template("it draws nothing"))
    return path, kind


def _number(attributes: Mapping[str, str], name: str) -> float:
    return length(attributes.get(name, "0"))


def _size(attributes: Mapping[str, str], name: str) -> float:
    value = _number(attributes, name)
    if value <= 0:
        raise ValueError(Phrase("{name} must be above 0", name=name))
    return value


def _path(attributes: Mapping[str, str]) -> tuple[QPainterPath, ShapeKind]:
    data = attributes.get("d", "")
    path = path_from_data(data)
    if "z" in data or "Z" in data or path.isEmpty():
        return path, "area"
    return path, _open_kind(path)


def _open_kind(path: QPainterPath) -> ShapeKind:
    """An area where the first part of a path ends at its beginning, as Qt and QGIS close them."""
    second = kinds_of(elements_of(path)).find(MOVE, 1)
    last = (second if second > 0 else path.elementCount()) - 1
    start, end = path.elementAt(0), path.elementAt(last)
    return "area" if last > 2 and (start.x, start.y) == (end.x, end.y) else "line"


def _rect(attributes: Mapping[str, str]) -> tuple[QPainterPath, ShapeKind]:
    x, y = _number(attributes, "x"), _number(attributes, "y")
    box = QRectF(x, y, _size(attributes, "width"), _size(attributes, "height"))
    given = [_number(attributes, name) for name in ("rx", "ry") if name in attributes]
    path = QPainterPath()
    if given and min(given) > 0:
        rx, ry = given[0], given[-1]
        path.addRoundedRect(
            box, min(rx, box.width() / 2), min(ry, box.height() / 2), Qt.SizeMode.AbsoluteSize
        )
    else:
        path.addRect(box)
    return path, "area"


def _round(attributes: Mapping[str, str], rx: float, ry: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(_number(attributes, "cx"), _number(attributes, "cy")), rx, ry)
    return path


def _circle(attributes: Mapping[str, str]) -> tuple[QPainterPath, ShapeKind]:
    radius = _size(attributes, "r")
    return _round(attributes, radius, radius), "point"


def _ellipse(attributes: Mapping[str, str]) -> tuple[QPainterPath, ShapeKind]:
    return _round(attributes, _size(attributes, "rx"), _size(attributes, "ry")), "area"


def _line(attributes: Mapping[str, str]) -> tuple[QPainterPath, ShapeKind]:
    path = QPainterPath(QPointF(_number(attributes, "x1"), _number(attributes, "y1")))
    path.lineTo(_number(attributes, "x2"), _number(attributes, "y2"))
    return path, "line"


def _polyline(attributes: Mapping[str, str]) -> tuple[QPainterPath, ShapeKind]:
    path = path_from_data(f"M{attributes.get('points', '')}")
    return path, "line" if path.isEmpty() else _open_kind(path)


def _polygon(attributes: Mapping[str, str]) -> tuple[QPainterPath, ShapeKind]:
    return path_from_data(f"M{attributes.get('points', '')}Z"), "area"


SHAPES: Final[dict[str, Callable[[Mapping[str, str]], tuple[QPainterPath, ShapeKind]]]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
"""One function for each element that draws an outline."""
