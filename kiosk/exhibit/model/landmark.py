"""Landmark: what the map needs to know of a zone, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.exhibit.model.map_point import MapPoint
    from kiosk.text.multilingual import Text

KINDS = ("region", "city", "innovation-zone", "facility")
"""What a zone can be; only the region has no place on the map."""

LABEL_SIDES = ("right", "left", "above", "below")


@dataclass(frozen=True)
class Landmark:
    """A zone as the map shows it: its elements in the drawing, its name, where its label goes.

    `shape` and `marker` are ids in the drawing.  `label_at` is one of `right`, `left`, `above`,
    `below`.  `chip` is the place of the name's pill, as an offset from the marker to the middle
    of the pill in u on the home map; None for a zone whose name is on the map itself.
    """

    id: str
    kind: str
    within: tuple[str, ...]
    name: Text
    label: Text
    shape: str | None = None
    marker: str | None = None
    label_at: str = "right"
    chip: tuple[float, float] | None = None
    named_with: tuple[str, ...] = ()
    """Zones that the map names wherever it names this one, and that it frames with it."""
    district: Text | None = None
    """The part of its city that it is in."""
    sign: str = ""
    """What the exhibit has its kind marked with; empty where it says nothing of that."""
    at: MapPoint | None = None
    """Its own point on the map, in place of one that is drawn."""

    @classmethod
    def placed(
        cls,
        *,
        id: str,
        kind: str,
        within: tuple[str, ...],
        name: Text,
        label: Text | None,
        shape: str | None,
        marker: str | None,
        label_at: str | None,
        chip: tuple[float, float] | None,
        named_with: tuple[str, ...] = (),
        district: Text | None = None,
        at: MapPoint | None = None,
    ) -> Landmark:
        """One from what a zone's file says: without elements it has that named like the zone."""
        if shape is None and marker is None:
            shape = id
        return cls(
            id=id,
            kind=kind,
            within=within,
            name=name,
            label=label or name,
            shape=shape,
            marker=marker,
            label_at=label_at or LABEL_SIDES[0],
            chip=chip,
            named_with=named_with,
            district=district,
            at=at,
        )

    def on_own_map(self) -> Landmark:
        """The same on a map of which nobody knows where on the Earth it is."""
        is_in_degrees = self.at is not None and self.at.in_degrees
        return replace(self, at=None) if is_in_degrees else self
