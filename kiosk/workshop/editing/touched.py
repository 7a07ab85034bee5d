"""What of the content is under a point of the exhibit: a text, a figure, a picture, a place.

Widgets know nothing of files.  So what they draw is traced back by its words, as the check traces
what does not fit; a figure belongs to the label beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.attract.still_here import StillHere
from kiosk.screen.chart import Chart
from kiosk.screen.control.control import Control
from kiosk.screen.map.map_view import MapView
from kiosk.screen.panel.picture_target import PictureTarget
from kiosk.workshop.check.drawn_text import DrawnText, drawn_texts
from kiosk.workshop.editing.said_words import FilePart, Owner, SaidWords
from kiosk.workshop.editing.seen_parts import SeenParts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.screen.stage import Stage
    from kiosk.text.yaml_source import Location, Node

_REACH = 14.0
"""So many pixels of the exhibit beside the letters still mean them."""
_OWN_LAYERS = (AttractLoop, StillHere)
"""What covers the exhibit and waits for any touch."""


class Thing(NamedTuple):
    """Something of the content that is seen: where it is written, and where on the exhibit.

    `made` are words that no field says: the exhibit makes them, from what the place is that is
    given here; from nothing that is written, without a file.
    """

    file: str
    location: Location
    area: QRectF
    made: str = ""


@dataclass(frozen=True)
class ContentTrees:
    """The trees of all files of a content folder by their names, as they are written."""

    roots: Mapping[str, Node]

    def zone_file(self, zone: str) -> str:
        """The file of a zone; empty where none has that id."""
        return next((name for name, root in self._zones() if _text(root, ("id",)) == zone), "")

    def _zones(self) -> Iterator[tuple[str, Node]]:
        return ((name, root) for name, root in self.roots.items() if _is_zone(name))


class TouchedThings:
    """Finds what is under a point, among all that the stage draws at the moment."""

    def __init__(self, stage: Stage, trees: ContentTrees) -> None:
        self._stage, self._trees = stage, trees
        state = stage.state
        self._opened = self._open_panel()
        self._said = SaidWords(trees.roots, state.language, state.words)
        self._seen = SeenParts(stage, trees.roots, self._opened, self._said)
        self._drawn = drawn_texts(stage)
        self._owners: dict[int, Owner | None] = {}
        self._parts: dict[QWidget, tuple[FilePart, ...]] = {}

    def at(self, point: QPointF) -> Thing | None:
        """What is there; None where nothing of the content is."""
        widget: QWidget | None = self._stage.childAt(point.toPoint())
        around = tuple(_with_parents(widget))
        map_view = next((each for each in around if isinstance(each, MapView)), None)
        if map_view is not None:
            over = self._over_map(point)
            return self._place(map_view, point) if over is None else self._of_text(over)
        text = self._text_at(point, around)
        picture = next((each for each in around if _is_picture(each)), None)
        if text is None and picture is not None:
            return self._picture(picture)
        found = None if text is None else self._of_text(text)
        if found is not None or any(map(_acts, around)):
            return found
        chart = next((each for each in around if isinstance(each, Chart)), None)
        return self._panel(chart or self._stage.sheet, around)

    def thing_of(self, file: str, location: Location) -> Thing | None:
        """The thing that is written there, if it is seen: for a ring around what is edited.

        A name on the map may have its words in it, and is something else.
        """
        for text in self._drawn:
            if isinstance(text.widget, MapView) or (file, location) not in self._candidates(text):
                continue
            if self._owner(text) == (file, location) and self._is_seen(text):
                return Thing(file, location, text.ink)
        return None

    def _is_seen(self, text: DrawnText) -> bool:
        """Whether nothing lies over a text, but what a touch on it is for."""
        line = next((each for each in text.lines if not each.isEmpty()), text.ink)
        below: QWidget | None = self._stage.childAt(line.center().toPoint())
        while isinstance(below, Control):
            below = below.parentWidget()
        around = tuple(_with_parents(text.widget))
        lies_over_map = isinstance(below, MapView) and any(map(_lets_through, around))
        return lies_over_map or (below is not None and below in around)

    def _open_panel(self) -> FilePart | None:
        opened = self._stage.state.opened
        if opened is None or opened.panel is None:
            return None
        file = self._trees.zone_file(opened.zone.id)
        panels = self._trees.roots[file].at(("panels",)) if file else None
        ids = [] if panels is None or panels.kind != "list" else panels.value
        wanted = opened.panel.id
        found = (number for number, each in enumerate(ids) if _text(each, ("id",)) == wanted)
        number = next(found, None)
        return None if number is None else FilePart(file, ("panels", number))

    def _over_map(self, point: QPointF) -> DrawnText | None:
        """A text that lies over the map and lets touches through."""
        return next(
            (
                text
                for text in self._drawn
                if any(line.contains(point) for line in text.lines)
                and not isinstance(text.widget, MapView)
                and any(map(_lets_through, _with_parents(text.widget)))
            ),
            None,
        )

    def _text_at(self, point: QPointF, around: tuple[QWidget, ...]) -> DrawnText | None:
        """The text whose letters are nearest, of all that the uppermost layer draws there."""
        layer = around[-2] if len(around) > 1 else self._stage
        near = [
            (_distance(line, point), -number, text)
            for number, text in enumerate(self._drawn)
            if text.widget is layer or layer.isAncestorOf(text.widget)
            for line in text.lines
            if _distance(line, point) <= _REACH and self._is_seen(text)
        ]
        return min(near, key=lambda each: each[:2])[2] if near else None

    def _of_text(self, text: DrawnText) -> Thing | None:
        """The field that a text is said by, or else what it is of; None for a button's words."""
        owner = self._owner(text)
        if owner is not None:
            return Thing(owner.file, owner.location, text.ink)
        around = tuple(_with_parents(text.widget))
        if any(map(_acts, around)) or any(isinstance(each, _OWN_LAYERS) for each in around):
            return None
        whole = self._seen.whole(text.widget)
        file, location = ("", ()) if whole is None else whole
        return Thing(file, location, text.ink, made=" ".join(text.words.split()))

    def _owner(self, text: DrawnText) -> Owner | None:
        """The field of a text; of several that say the same, that of what stands beside it."""
        key = id(text)
        if key not in self._owners:
            found = self._candidates(text)
            nearest = found[0] if found else None
            if len(set(found)) > 1:
                nearest = self._nearest(text, list(dict.fromkeys(found)))
            self._owners[key] = nearest
        return self._owners[key]

    def _candidates(self, text: DrawnText) -> list[Owner]:
        parts = self._parts_of(text.widget)
        if self._seen.is_words_of_interface(text.widget):
            return self._said.written(text.words, parts)
        return self._said.owners(text.words, parts)

    def _parts_of(self, widget: QWidget) -> tuple[FilePart, ...]:
        if widget not in self._parts:
            self._parts[widget] = self._seen.of(widget, self._drawn)
        return self._parts[widget]

    def _nearest(self, text: DrawnText, found: Sequence[Owner]) -> Owner:
        """The field whose other words are nearest: of two equal figures the one with that label."""
        centre = text.ink.center()
        best: tuple[int, float] | None = None
        nearest = found[0]
        for other in self._drawn:
            if other is text or not _is_beside(text.widget, other.widget):
                continue
            named = self._parts_of(other.widget)
            beside = self._said.owners(other.words, [each for each in named if not each.is_name])
            if len(set(beside)) != 1:
                continue
            for each in found:
                rank = (-_shared(each, beside[0]), _distance(other.ink, centre))
                if best is None or rank < best:
                    best, nearest = rank, each
        return nearest

    def _picture(self, widget: QWidget) -> Thing | None:
        said = widget.accessibleName()
        found = self._said.written(said, self._seen.of(widget)) if said else []
        owner = next((each for each in found if each.location[-1] == "alternative"), None)
        if owner is None:
            return self._panel(widget, ())
        area = QRectF(QPointF(widget.mapTo(self._stage, QPoint())), widget.size().toSizeF())
        return Thing(owner.file, owner.location[:-1], area)

    def _place(self, map_view: MapView, point: QPointF) -> Thing | None:
        on_map = QPointF(map_view.mapFrom(self._stage, point.toPoint()))
        named = (each for each, area in map_view.named_places() or () if area.contains(on_map))
        zone = next(named, None) or map_view.place_at(on_map)
        file = self._trees.zone_file(zone) if zone else ""
        if not file:
            return Thing(EXHIBIT_FILE, (), QRectF()) if EXHIBIT_FILE in self._trees.roots else None
        shown = {each: area for each, area in map_view.named_places() or ()}
        corner = QPointF(map_view.mapTo(self._stage, QPoint()))
        return Thing(file, (), shown.get(str(zone), QRectF()).translated(corner))

    def _panel(self, widget: QWidget | None, around: tuple[QWidget, ...]) -> Thing | None:
        sheet = self._stage.sheet
        if self._opened is None or widget is None or (around and sheet not in around):
            return None
        area = QRectF(QPointF(widget.mapTo(self._stage, QPoint())), widget.size().toSizeF())
        return Thing(self._opened.file, self._opened.location, area)


def _with_parents(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        if isinstance(widget, PictureTarget):
            # What opens a picture large lies over it.
            yield widget.picture
        yield widget
        widget = widget.parentWidget()


def _is_picture(widget: QWidget) -> bool:
    role = getattr(widget, "assistive_role", None)
    return role is AssistiveRole.PICTURE and not isinstance(widget, Chart)


def _distance(area: QRectF, point: QPointF) -> float:
    """How far a point is from a rectangle; 0 inside."""
    across = max(area.left() - point.x(), 0.0, point.x() - area.right())
    down = max(area.top() - point.y(), 0.0, point.y() - area.bottom())
    return across + down


def _acts(widget: QWidget) -> bool:
    """Whether it is a button: its words are the interface's, unless they are written."""
    return isinstance(widget, Control)


def _lets_through(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _is_beside(one: QWidget, other: QWidget) -> bool:
    """Whether both are in one layer of the stage, or in one panel."""
    return _layer(one) is _layer(other)


def _layer(widget: QWidget) -> QWidget:
    around = tuple(_with_parents(widget))
    return around[-2] if len(around) > 1 else widget


def _shared(one: Owner, other: Owner) -> int:
    """How much of their way two fields share."""
    if one.file != other.file:
        return -1
    steps = zip(one.location, other.location, strict=False)
    return len(tuple(takewhile(_are_equal, steps)))


def _are_equal(pair: tuple[object, object]) -> bool:
    return pair[0] == pair[1]


def _is_zone(name: str) -> bool:
    return name.startswith("zones/")


def _text(root: Node, location: Location) -> str:
    found = root.at(location)
    return str(found.value) if found is not None and found.kind == "text" else ""
