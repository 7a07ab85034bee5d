"""Groups of places that are too near to each other for fingers: one pill stands for all of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.exhibit.model.landmark import Landmark
from kiosk.geography.camera import Camera, fit
from kiosk.screen.map.map_marking import apart
from kiosk.screen.map.map_world import MapPlace
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.geography.reach import Reach
    from kiosk.look.look import Look
    from kiosk.screen.map.map_words import GroupWords
    from kiosk.screen.map.map_world import MapWorld

GROUP = "group"
"""The kind of a group among those of landmarks."""
JOINT = "+"
"""Between the ids of places in that of their group, as in the address of a view of them."""
_MOST_NAMES = 2
_CLEARLY_APART = 1.1
_MARGIN_U = 120


@dataclass(frozen=True, eq=False)
class PlaceGroup:
    """Places that stand too near to each other; `point` is where its line begins."""

    places: tuple[MapPlace, ...]
    point: QPointF

    @property
    def id(self) -> str:
        """Those of its places."""
        return JOINT.join(place.landmark.id for place in self.places)

    def as_place(self, world: MapWorld, language: str, words: GroupWords) -> MapPlace:
        """The group as a place of its own, for which a pill can be found."""
        names = _names(self.places, world, language)
        label = Text({language: words(names, len(self.places))})
        landmark = Landmark(self.id, GROUP, (), label, label)
        return MapPlace(landmark, self.point, None, frozenset(), QRectF(self.point, self.point))


def groups_of(
    hidden: Iterable[MapPlace], shown: Sequence[QPointF], near: float
) -> tuple[PlaceGroup, ...]:
    """The groups of what can't be shown singly; `near` is in units of the map.

    A place is in the group of each that is near to it.  What is near to none is in no group.
    Groups begin their lines as far as can be from what is shown.
    """
    groups: list[list[MapPlace]] = []
    for place in hidden:
        met = [group for group in groups if _is_near(place, group, near)]
        groups = [group for group in groups if group not in met]
        groups.append([*(each for group in met for each in group), place])

    def freedom(point: QPointF) -> float:
        return min((_distance(point, other) for other in shown), default=math.inf)

    return tuple(
        PlaceGroup(tuple(group), max((each.point for each in group), key=freedom))
        for group in groups
        if len(group) > 1
    )


def group_members(group: str, world: MapWorld) -> tuple[MapPlace, ...]:
    """The places of the group of that id; none for the id of anything else."""
    found = map(world.place, group.split(JOINT)) if JOINT in group else ()
    return tuple(place for place in found if place is not None)


def camera_apart(places: Sequence[MapPlace], look: Look, free: QRectF, reach: Reach) -> Camera:
    """Where these places stand apart, as far as the map can be explored."""
    nearest = min(_distance(one.point, other.point) for one, other in combinations(places, 2))
    wanted = apart(look) * _CLEARLY_APART / max(nearest, 1e-6)
    bounds = QRectF()
    for place in places:
        bounds = bounds.united(QRectF(place.point, place.point).adjusted(-0.01, -0.01, 0.01, 0.01))
    camera = fit(bounds, free, max_scale=min(wanted, reach.most), margin=look.px(_MARGIN_U))
    return reach.within(camera, free.center())


def _names(places: Sequence[MapPlace], world: MapWorld, language: str) -> Sequence[str]:
    """Where places are, in a word or two: their districts or cities; nothing for more than that.

    What lies within another of these is not said beside it.
    """
    districts = [place.landmark.district for place in places]
    if all(districts):
        said = dict.fromkeys(each.words_in(language) for each in districts if each is not None)
        if len(said) <= _MOST_NAMES:
            return tuple(said)
    around = {
        each.landmark.id: each.landmark
        for place in places
        for each in map(world.place, place.landmark.within)
        if each is not None
    }
    cities = dict.fromkeys(
        each.label.words_in(language)
        for each in around.values()
        if around.keys().isdisjoint(each.within)
    )
    return tuple(cities) if len(cities) <= _MOST_NAMES else ()


def _is_near(place: MapPlace, group: Iterable[MapPlace], near: float) -> bool:
    return any(_distance(place.point, each.point) < near for each in group)


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
