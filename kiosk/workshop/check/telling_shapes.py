"""Which window shapes tell for others, so that little is laid out in all of them.

What has room in a small window has it in one that is larger at the same size of text.  The shapes
in landscape have the same panel but for whole pixels: sizes of letters and sides of widgets are
rounded, each shape's in its own way, by less than the share that `SNUG` spares.  The panel in
portrait is wider and higher.  So where nothing is wrong with a panel in `SNUG`, nothing is in
these; where something is, or nearly so, each of them is laid out, since messages name them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kiosk.workshop.check.trial import SHAPES, WindowShape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.workshop.check.laid_out_parts import LaidOutPart

SNUG = WindowShape("snug", 1920, 1080, spare=0.03)
"""No window that there is, but one in which panels have less room than in those without comfort."""

_BY_NAME = {shape.name: shape for shape in (*SHAPES, SNUG)}


class Telling(NamedTuple):
    """The shapes in which nothing may be wrong, for nothing to be wrong in another one.

    Lines may be so many times as long there.
    """

    shapes: tuple[WindowShape, ...]
    lengthening: float = 1.0


def _by(*names: str, lengthening: float = 1.0) -> Telling:
    return Telling(tuple(_BY_NAME[name] for name in names), lengthening)


_OF_PANELS: Mapping[str, Telling] = MappingProxyType(
    {
        "1080p": _by("snug", lengthening=1.06),
        "4K": _by("snug", lengthening=1.06),
        "5:4": _by("snug", lengthening=1.06),
        "ultra-wide": _by("snug", lengthening=1.06),
        "portrait": _by("snug", lengthening=1.5),
        "reach": _by("snug", "largest-reach-portrait"),
        "largest-portrait": _by("largest-reach-portrait"),
    }
)
_OF_STAGE: Mapping[str, Telling] = MappingProxyType(
    {
        "4K": _by("1080p", lengthening=1.06),
        "ultra-wide": _by("1080p", "5:4", lengthening=1.06),
        "reach": _by("1080p", "largest-reach-portrait"),
        # The list of values beside a map is left out in reach mode.
        "largest-portrait": _by("largest", "largest-reach-portrait"),
    }
)
_LEAST_TOLD = 2
"""So many shapes have to be asked for, before another is laid out in their place."""


def telling(part: LaidOutPart, shape: WindowShape, asked: Sequence[WindowShape]) -> Telling | None:
    """What tells for a part in a shape; None where it has to be laid out in any case."""
    known = _OF_PANELS if part.zone else _OF_STAGE
    found = known.get(shape.name)
    if found is None:
        return None
    told = [known[each.name].shapes for each in asked if each.name in known]
    further = [each for each in found.shapes if each not in asked]
    is_worthwhile = all(sum(each in shapes for shapes in told) >= _LEAST_TOLD for each in further)
    return found if is_worthwhile else None
