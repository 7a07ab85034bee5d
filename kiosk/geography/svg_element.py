"""What is read from a drawing: its outlines one by one, and what had to be passed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.geography.basic_shapes import ShapeKind

TooMuch = Literal["points", "curves", "crossings"]
"""Points that the file has, points that its curves become, ways through the whole drawing."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A shape or group that was passed over because it could not be read, and why."""

    id: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Crowded:
    """An outline of more than is drawn, what there is too much of, and how much was found."""

    id: str
    line: int
    kind: TooMuch
    found: int


@dataclass(frozen=True, slots=True)
class SvgElement:
    """One drawn element in viewBox units, all transforms applied; `id` may be empty."""

    id: str
    label: str
    """What somebody called it besides its id; may be empty."""
    groups: tuple[str, ...]
    """The names of the groups around it, the outermost first."""
    line: int
    kind: ShapeKind
    path: QPainterPath
    names: Mapping[str, str]
    """What it is called, by language, from attributes such as `data-name-zh-hant`."""


def together(paths: Sequence[QPainterPath]) -> QPainterPath:
    """All of these outlines as one."""
    if len(paths) == 1:
        return paths[0]
    whole = QPainterPath(paths[0])
    for path in paths[1:]:
        whole.addPath(path)
    return whole


def kind_of_all(kinds: Sequence[ShapeKind]) -> ShapeKind:
    """What several things are together: an area where one of them is one."""
    return "area" if "area" in kinds else kinds[0]
