"""The coordinates of an `<svg>`: its viewBox, and where one lies that is inside another."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from kiosk.geography.basic_shapes import length
from kiosk.geography.path_data import MAX_COORDINATE

if TYPE_CHECKING:
    from collections.abc import Mapping

_SEPARATORS: Final = re.compile(r"[\s,]+")
_ALIGNED: Final = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
_RATIO: Final = re.compile(r"x(Min|Mid|Max)Y(Min|Mid|Max)")
_ACROSS: Final = frozenset({"x", "width", "cx", "rx", "x1", "x2"})
_DOWN: Final = frozenset({"y", "height", "cy", "ry", "y1", "y2"})


def view_box(attributes: Mapping[str, str]) -> QRectF | None:
    """The viewBox; without a good one a box of the width and height; None without those too."""
    found = _written_box(attributes.get("viewBox", ""))
    if found is None:
        try:
            size = [length(attributes[name]) for name in ("width", "height")]
        except (KeyError, ValueError):
            return None
        found = QRectF(0, 0, *size)
    return found if _is_good(found) else None


def has_bad_view_box(attributes: Mapping[str, str]) -> bool:
    """Whether a viewBox is written that names no area, such as `0 0 0 0`."""
    found = _written_box(attributes.get("viewBox", ""))
    return "viewBox" in attributes and (found is None or not _is_good(found))


def placed_view(
    attributes: Mapping[str, str], sizes: Mapping[str, str], around: QRectF
) -> tuple[QTransform, QRectF]:
    """How an `<svg>` or `<symbol>` lies in what is `around` it, and what percentages in it mean.

    `sizes` has x, y, width and height: those of the `<svg>` itself, or of what uses the symbol.
    SVG 1.1, chapter 7.8.  What lies outside of it is not cut off.  Raises ValueError for a length
    that is none.
    """
    given = without_percent(sizes, around)
    x, y = length(given.get("x", "0")), length(given.get("y", "0"))
    box = _written_box(attributes.get("viewBox", ""))
    width = _size(given.get("width", "auto"), around.width())
    height = _size(given.get("height", "auto"), around.height())
    if box is None or not _is_good(box):
        return QTransform.fromTranslate(x, y), QRectF(0, 0, width, height)
    across, down = width / box.width(), height / box.height()
    ratio = attributes.get("preserveAspectRatio", "xMidYMid")
    left = top = 0.0
    if not ratio.strip().startswith("none"):
        scale = max(across, down) if "slice" in ratio else min(across, down)
        found = _RATIO.search(ratio)
        align_x, align_y = found.groups() if found else ("Mid", "Mid")
        left = (width - box.width() * scale) * _ALIGNED[align_x]
        top = (height - box.height() * scale) * _ALIGNED[align_y]
        across = down = scale
    moved = QTransform.fromTranslate(-box.x(), -box.y()) * QTransform.fromScale(across, down)
    return moved * QTransform.fromTranslate(x + left, y + top), box


def without_percent(attributes: Mapping[str, str], around: QRectF) -> Mapping[str, str]:
    """The attributes with lengths such as `50%` in units (SVG 1.1, chapter 7.10)."""
    if not any("%" in written for written in attributes.values()):
        return attributes
    diagonal = math.hypot(around.width(), around.height()) / math.sqrt(2)
    return {
        name: _in_units(name, written, around, diagonal) for name, written in attributes.items()
    }


def _in_units(name: str, written: str, around: QRectF, diagonal: float) -> str:
    is_length = name in _ACROSS or name in _DOWN or name == "r"
    if not is_length or not written.strip().endswith("%"):
        return written
    whole = diagonal if name == "r" else around.width() if name in _ACROSS else around.height()
    try:
        return repr(float(written.strip()[:-1]) / 100 * whole)
    except ValueError:
        return written


def _size(written: str, whole: float) -> float:
    return whole if written.strip() in ("auto", "") else length(written)


def _written_box(written: str) -> QRectF | None:
    try:
        numbers = [float(part) for part in _SEPARATORS.split(written.strip(" \t\r\n,")) if part]
    except ValueError:
        return None
    return QRectF(*numbers) if len(numbers) == 4 else None


def _is_good(box: QRectF) -> bool:
    return box.width() > 0 and box.height() > 0 and is_in_reach(box)


def is_in_reach(box: QRectF) -> bool:
    """Whether a box is finite and near enough to the origin to be painted safely."""
    edges = (box.left(), box.top(), box.right(), box.bottom())
    return all(math.isfinite(edge) and abs(edge) <= MAX_COORDINATE for edge in edges)
