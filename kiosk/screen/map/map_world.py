"""The map's world: the drawing's outlines and the places that can be touched, put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from kiosk.exhibit.model.map_meanings import BORDERS, LAND, LINES, LINKS, ORNAMENT, VIEWS, WATER
from kiosk.exhibit.model.place_signs import NO_SIGN, USUAL_SIGNS
from kiosk.screen.map.map_framing import framing_of
from kiosk.screen.map.map_lines import line_of
from kiosk.screen.map.map_points import own_point
from kiosk.screen.map.map_shapes import MapShapes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.exhibit.model.landmark import Landmark
    from kiosk.geography.drawing import Drawing, Shape
    from kiosk.screen.map.map_framing import MapFraming

ZONES = "zones"
LABELS = "labels"
SEAS = "seas"
WATERLINES = "waterlines"
_ROUGH = 5.0
_MOST_ROUGH = 2000
"""So many points say well enough where a name lies; each one is looked at for every name."""
_MANY = 24
_BESIDE_LANDS = 0.04
"""How much room a point beside all lands has around it, in widths of the lands: for its sign."""
COASTLINE = "coastline"


_MEANINGS = frozenset(
    (ZONES, LINES, LINKS, "places", LABELS, SEAS, WATERLINES, COASTLINE, WATER, BORDERS, ORNAMENT)
) | {*VIEWS.values()}
_BACKDROPS = frozenset({"sea", "context", *_MEANINGS})
"""Groups and ids that are not land."""


@dataclass(frozen=True, eq=False)
class MapPlace:
    """A landmark on the map: its point, the outline that a finger may touch, what lights up."""

    landmark: Landmark
    point: QPointF
    outline: QPainterPath | None
    lit: frozenset[str]
    bounds: QRectF
    """What has to be seen of it, in viewBox units; a point for a marker."""

    @property
    def glyph(self) -> str:
        """How its point is drawn: by a sign, `dot` (a city on a chip) or `none`."""
        landmark = self.landmark
        is_named_inside = self.outline is not None
        if landmark.kind == "city" and landmark.chip is None and is_named_inside:
            return NO_SIGN
        return landmark.sign or USUAL_SIGNS.get(landmark.kind, NO_SIGN)


@dataclass(frozen=True, eq=False)
class MapName:
    """A name on the map, of a city or a sea: where the drawing wants it, by language."""

    id: str
    point: QPointF
    names: Mapping[str, str]

    def words_in(self, language: str) -> str:
        """Its name; the English one where the drawing has no other."""
        return self.names.get(language) or self.names.get("en", "")


@dataclass(frozen=True, eq=False)
class MapWorld:
    """Everything the map view shows."""

    view_box: QRectF
    shapes: MapShapes
    places: tuple[MapPlace, ...]
    names: tuple[MapName, ...]
    seas: tuple[MapName, ...]
    cities_bounds: QRectF
    links: Mapping[str, QPainterPath] = field(default_factory=dict)
    """Bridges, roads and other lines that light up, by id."""

    @property
    def framing(self) -> MapFraming:
        """What its views frame."""
        return self.shapes.framing

    @property
    def is_full(self) -> bool:
        """Whether there are so many cities that only those with room on them are named."""
        return len(self.names) > _MANY

    @cached_property
    def rough(self) -> dict[str, QPainterPath]:
        """The cities with few points: good enough to see whether a name lies inside."""
        return {name: _roughened(path) for name, path in self.shapes.cities.items()}

    @property
    def all_land(self) -> tuple[QPainterPath, ...]:
        """The cities, roughly, and the land around them."""
        context = self.shapes.context
        return (*self.rough.values(), *(() if context is None else (context,)))

    @cached_property
    def together(self) -> tuple[tuple[str, ...], ...]:
        """The ids of places that are named and framed together or not at all."""
        known = {place.landmark.id for place in self.places}
        groups = (
            tuple(sorted({place.landmark.id, *place.landmark.named_with} & known))
            for place in self.places
            if place.landmark.named_with
        )
        return tuple(group for group in dict.fromkeys(groups) if len(group) > 1)

    def place(self, landmark_id: str) -> MapPlace | None:
        """The place of that landmark."""
        return self._by_id.get(landmark_id)

    def owner(self, land: str) -> MapPlace | None:
        """The place that has that outline as its own."""
        return self._by_outline.get(land)

    @cached_property
    def _by_id(self) -> Mapping[str, MapPlace]:
        return {place.landmark.id: place for place in reversed(self.places)}

    @cached_property
    def _by_outline(self) -> Mapping[str, MapPlace]:
        return {place.landmark.shape: place for place in self.places if place.landmark.shape}


def build_world(
    drawing: Drawing,
    landmarks: Sequence[Landmark],
    *,
    waterlines: Sequence[QPainterPath] = (),
    coastline: Sequence[QPainterPath] = (),
    is_lit: bool = True,
) -> MapWorld:
    """Put a drawing and landmarks together; landmarks without any element are left out.

    The lines of the water may come later than the drawing: the first picture does without.
    """
    shapes = drawing.shapes
    lands = _lands(drawing)
    cities = {shape.id: shape.path for shape in lands}
    waters, ornaments = (_areas(drawing, meaning) for meaning in (WATER, ORNAMENT))
    zones = {shape.id: shape.path for shape in (*drawing.group(ZONES), *waters, *ornaments)}
    bounds = QRectF()
    for path in cities.values():
        bounds = bounds.united(path.controlPointRect())
    places = _places(drawing, landmarks)
    framed = _with_points(bounds, places)
    labels = {shape.id: shape.anchor for shape in drawing.group(LABELS)}
    return MapWorld(
        view_box=drawing.view_box,
        shapes=MapShapes(
            cities=cities,
            zones=zones,
            context=_path(shapes.get("context")),
            coast=line_of(next(iter(coastline), None)),
            links=tuple(shape.path for shape in drawing.group(LINKS) if "rail" not in shape.id),
            waterlines=tuple(line_of(path) for path in waterlines),
            framing=framing_of(drawing, tuple(cities.values()), framed, is_lit=is_lit),
            waters=tuple(shape.path for shape in waters),
            ornaments=tuple(shape.path for shape in ornaments),
            fine=tuple(_fine_lines(drawing)),
            rivers=tuple(shape.path for shape in drawing.group(WATER) if shape.kind == "line"),
            roads=tuple(shape.path for shape in drawing.group(LINES)),
        ),
        places=places,
        names=tuple(
            MapName(shape.id, labels.get(f"label-{shape.id}") or shape.anchor, shape.names)
            for shape in (lands if labels else sorted(lands, key=_smallness))
        ),
        seas=tuple(MapName(shape.id, shape.anchor, shape.names) for shape in drawing.group(SEAS)),
        cities_bounds=bounds,
        links={shape.id: shape.path for group in (LINKS, LINES) for shape in drawing.group(group)},
    )


def _with_points(lands: QRectF, places: Sequence[MapPlace]) -> QRectF:
    """The bounds of all lands and of the places beside them, such as a point in the water."""
    if lands.isEmpty():
        return lands
    beside = [place.point for place in places if not lands.contains(place.point)]
    if not beside:
        return lands
    room = _BESIDE_LANDS * lands.width()
    points = QPolygonF(beside).boundingRect()
    return lands.united(points.adjusted(-room, -room, room, room))


def with_landmarks(world: MapWorld, drawing: Drawing, landmarks: Sequence[Landmark]) -> MapWorld:
    """The same map with other places: its outlines are the very same, and so are its rasters.

    Only a place beside all lands frames the map anew.
    """
    places, shapes = _places(drawing, landmarks), world.shapes
    framed = _with_points(world.cities_bounds, places)
    if framed != _with_points(world.cities_bounds, world.places):
        is_lit = shapes.framing.light is not None
        lands = tuple(shapes.cities.values())
        shapes = replace(shapes, framing=framing_of(drawing, lands, framed, is_lit=is_lit))
    return replace(world, places=places, shapes=shapes)


def _places(drawing: Drawing, landmarks: Sequence[Landmark]) -> tuple[MapPlace, ...]:
    cities = {shape.id: shape.path for shape in _lands(drawing)}
    places = (_place(landmark, drawing, cities) for landmark in landmarks)
    return tuple(place for place in places if place is not None)


def _lands(drawing: Drawing) -> tuple[Shape, ...]:
    """The cities, and in a map of another make every area that has no other meaning."""
    return tuple(
        shape
        for shape in drawing.shapes.values()
        if shape.group == LAND
        or (
            shape.kind == "area"
            and shape.group not in _MEANINGS
            and shape.group not in drawing.shapes
            and shape.id not in _BACKDROPS
            # A background that somebody drew below everything would hide the water.
            and not shape.path.controlPointRect().contains(drawing.view_box)
        )
    )


def _smallness(shape: Shape) -> float:
    """Where a drawing does not say where names stand, the largest land is named first."""
    box = shape.path.controlPointRect()
    return -box.width() * box.height()


def _areas(drawing: Drawing, meaning: str) -> tuple[Shape, ...]:
    return tuple(
        shape
        for shape in drawing.group(meaning)
        if shape.kind == "area" and not shape.path.controlPointRect().contains(drawing.view_box)
    )


def _fine_lines(drawing: Drawing) -> Iterator[QPainterPath]:
    """Borders, and every line of a drawing that has no other meaning."""
    for shape in drawing.shapes.values():
        loose = shape.kind == "line" and shape.group not in _MEANINGS
        if shape.group == BORDERS or loose or (shape.group == ORNAMENT and shape.kind == "line"):
            yield shape.path


def _roughened(outline: QPainterPath) -> QPainterPath:
    """The largest part of an outline, with a point every few units."""
    parts = [QPolygonF(part) for part in outline.toSubpathPolygons()]
    largest = max(parts, key=_box_area, default=QPolygonF())
    kept, step = largest.toList(), _ROUGH
    while True:
        kept = _thinned(kept, step)
        if len(kept) <= _MOST_ROUGH:
            break
        step *= 2
    path = QPainterPath()
    path.addPolygon(QPolygonF(kept))
    path.closeSubpath()
    return path


def _thinned(points: list[QPointF], step: float) -> list[QPointF]:
    """The points that are so far from the one before."""
    kept: list[QPointF] = []
    for point in points:
        if not kept or (point - kept[-1]).manhattanLength() >= step:
            kept.append(point)
    return kept


def _box_area(part: QPolygonF) -> float:
    box = part.boundingRect()
    return box.width() * box.height()


def _path(shape: Shape | None) -> QPainterPath | None:
    return None if shape is None else shape.path


def _place(
    landmark: Landmark, drawing: Drawing, cities: dict[str, QPainterPath]
) -> MapPlace | None:
    element = drawing.named(landmark.shape or "")
    marker = drawing.named(landmark.marker or "")
    if element is not None and element.kind == "point" and marker is None:
        element, marker = None, element
    point = own_point(landmark.at, drawing)
    if point is None:
        drawn = marker or element
        if drawn is None:
            return None
        point = drawn.anchor
    if element is not None:
        lit = {*element.parts} or {element.id}
    else:
        lit = _cities_of(landmark, point, cities)
    if f"zone-{landmark.id}" in drawing.shapes:
        lit.add(f"zone-{landmark.id}")
    bounds = element.path.controlPointRect() if element is not None else QRectF(point, point)
    if element is not None and landmark.shape != element.id:
        # Content may name a shape by its label; the map knows it by its id.
        landmark = replace(landmark, shape=element.id)
    return MapPlace(
        landmark=landmark,
        point=point,
        outline=None if element is None else element.path,
        lit=frozenset(lit),
        bounds=bounds,
    )


def _cities_of(landmark: Landmark, point: QPointF, cities: dict[str, QPainterPath]) -> set[str]:
    """The cities in which a place without an outline is: all of those that it names.

    What is within a place that is no city is in the city where its point is.
    """
    named = {city for city in landmark.within if city in cities}
    if named or not landmark.within:
        return named
    return {city for city, outline in cities.items() if outline.contains(point)}
