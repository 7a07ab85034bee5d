"""What of the content is under a point of the exhibit: a text, a figure, a picture, a place.

Widgets know nothing of files.  So what they draw is traced back by its words, as the check traces
what does not fit; a figure belongs to the label beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF

from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.chart import Chart
from kiosk.screen.control.control import Control
from kiosk.screen.map.map_view import MapView
from kiosk.screen.panel.picture_target import PictureTarget
from kiosk.workshop.check.drawn_text import DrawnText, drawn_texts
from kiosk.workshop.check.measured_page import OpenedPanel
from kiosk.workshop.check.written_texts import WrittenTexts, bare, parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from PySide6.QtWidgets import QWidget

    from kiosk.screen.stage import Stage
    from kiosk.screen.stage_state import StageState
    from kiosk.text.yaml_source import Location, Node
    from kiosk.workshop.check.written_texts import Spot

_REACH = 14.0
"""So many pixels of the exhibit beside the letters still mean them."""
_DIGITS = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_SEEN = ("tours/", "glossary.yaml", "units.yaml", "translations.yaml")
"""Files whose texts no visitor reads, or only as a part of others."""


class Thing(NamedTuple):
    """Something of the content that is seen: where it is written, and where on the exhibit."""

    file: str
    location: Location
    area: QRectF


@dataclass(frozen=True)
class ContentTrees:
    """The trees of all files of a content folder by their names, as they are written."""

    roots: Mapping[str, Node]

    def zone_file(self, zone: str) -> str:
        """The file of a zone; empty where none has that id."""
        return next((name for name, root in self._zones() if _text(root, ("id",)) == zone), "")

    def texts(self) -> WrittenTexts:
        """The texts of all files, to be found by their words."""
        zones = {_text(root, ("id",)): (name, root) for name, root in self._zones()}
        others = {name: root for name, root in self.roots.items() if _is_seen(name)}
        return WrittenTexts(zones, others)

    def _zones(self) -> Iterator[tuple[str, Node]]:
        return ((name, root) for name, root in self.roots.items() if _is_zone(name))


class TouchedThings:
    """Finds what is under a point, among all that the stage draws at the moment."""

    def __init__(self, stage: Stage, trees: ContentTrees) -> None:
        self._stage = stage
        self._trees = trees
        self._written = trees.texts()
        self._state: StageState = stage.state
        self._opening = self._opened()
        self._names = {bare(spot.words): spot for spot in self._written.names(self._state.language)}
        self._drawn = drawn_texts(stage)

    def at(self, point: QPointF) -> Thing | None:
        """What is there; None where nothing of the content is."""
        widget: QWidget | None = self._stage.childAt(point.toPoint())
        around = tuple(_with_parents(widget))
        map_view = next((each for each in around if isinstance(each, MapView)), None)
        if map_view is not None:
            return self._place(map_view, point)
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
        """The thing that is written there, if it is drawn: for a ring around what is edited.

        A name on the map may have its words in it, and is something else.
        """
        for text in self._drawn:
            spot = None if isinstance(text.widget, MapView) else self._spot(text)
            if spot is not None and (spot.file, spot.location) == (file, location):
                return Thing(file, location, text.ink)
        return None

    def _opened(self) -> OpenedPanel:
        state = self._state
        opened = state.opened
        if opened is None or opened.panel is None:
            return OpenedPanel(layer=state.place.layer)
        file = self._trees.zone_file(opened.zone.id)
        panels = self._trees.roots[file].at(("panels",)) if file else None
        if panels is None or panels.kind != "list":
            return OpenedPanel()
        ids = [_text(each, ("id",)) for each in panels.value]
        wanted = opened.panel.id
        return OpenedPanel(opened.zone.id, ids.index(wanted)) if wanted in ids else OpenedPanel()

    def _text_at(self, point: QPointF, around: tuple[QWidget, ...]) -> DrawnText | None:
        """The text whose letters are nearest, of all that the uppermost layer draws there."""
        layer = around[-2] if len(around) > 1 else self._stage
        near = [
            (_distance(line, point), -number, text)
            for number, text in enumerate(self._drawn)
            if text.widget is layer or layer.isAncestorOf(text.widget)
            for line in text.lines
            if _distance(line, point) <= _REACH
        ]
        return min(near, key=lambda each: each[:2])[2] if near else None

    def _of_text(self, text: DrawnText) -> Thing | None:
        """What a text is, or belongs to; None for the interface's own words."""
        spot = self._spot(text)
        if spot is not None:
            return Thing(spot.file, spot.location, text.ink)
        if not self._opening.zone or any(map(_acts, _with_parents(text.widget))):
            return None
        if _DIGITS.search(text.words):
            beside = self._neighbour(text, self._figures_of(text))
            return None if beside is None else self._value(beside, text.ink)
        neighbour = self._neighbour(text, None)
        return None if neighbour is None else neighbour._replace(area=text.ink)

    def _spot(self, text: DrawnText) -> Spot | None:
        """Where a text is written, letter by letter; None for what is made up of several."""
        if not _LETTER.search(text.words):
            return None
        if not self._opening.zone and bare(text.words) in self._names:
            return self._names[bare(text.words)]
        spot = self._written.find(text.words, self._opening, self._state.language)
        if spot is None or not spot.words:
            return None
        drawn, own = bare(text.words), bare(spot.words)
        if drawn == own or any(drawn == part for part in parts(spot)):
            return spot
        if not self._opening.zone or any(map(_acts, _with_parents(text.widget))):
            # What is nearly said by a button is said by the interface.
            is_part = own in drawn and len(own) * 2 >= len(drawn)
            return spot if is_part and not self._opening.zone else None
        return spot if len(own) * 4 >= len(drawn) and len(drawn) * 40 >= len(own) else None

    def _neighbour(self, text: DrawnText, among: Collection[Location] | None) -> Thing | None:
        """The nearest text that is written in the zone's file, if possible in these mappings."""
        file = self._trees.zone_file(self._opening.zone)
        centre = text.ink.center()
        found: list[tuple[float, Thing]] = []
        for other in self._drawn:
            spot = None if other is text else self._spot(other)
            if spot is None or spot.file != file:
                continue
            if among and not any(spot.location[: len(each)] == each for each in among):
                continue
            found.append((_distance(other.ink, centre), Thing(file, spot.location, other.ink)))
        if found:
            return min(found, key=lambda each: each[0])[1]
        return None if among is None else self._neighbour(text, None)

    def _figures_of(self, text: DrawnText) -> list[Location]:
        """The mappings of the open panel whose figure has the digits of a text."""
        root = self._trees.roots[self._trees.zone_file(self._opening.zone)]
        panel: Location = ("panels", self._opening.panel)
        node, wanted = root.at(panel), _figure(text.words)
        found = () if node is None else _values(node, panel)
        return [at[:-1] for at, written in found if _figure(written) == wanted]

    def _value(self, beside: Thing, area: QRectF) -> Thing:
        """The figure of what a text belongs to, or else that itself."""
        root = self._trees.roots[beside.file]
        for length in range(len(beside.location) - 1, 0, -1):
            around = beside.location[:length]
            if root.at((*around, "value")) is not None:
                return Thing(beside.file, (*around, "value"), area)
        return beside._replace(area=area)

    def _picture(self, widget: QWidget) -> Thing | None:
        said = widget.accessibleName()
        spot = self._written.find(said, self._opening, self._state.language) if said else None
        if spot is None or spot.key != "alternative":
            return self._panel(widget, ())
        area = QRectF(QPointF(widget.mapTo(self._stage, QPoint())), widget.size().toSizeF())
        return Thing(spot.file, spot.location[:-1], area)

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
        opening = self._opening
        sheet = self._stage.sheet
        if not opening.zone or widget is None or (around and sheet not in around):
            return None
        file = self._trees.zone_file(opening.zone)
        area = QRectF(QPointF(widget.mapTo(self._stage, QPoint())), widget.size().toSizeF())
        return Thing(file, ("panels", opening.panel), area)


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


def _values(node: Node, location: Location) -> Iterator[tuple[Location, str]]:
    """Every figure that is written below a node."""
    if node.kind == "list":
        for index, entry in enumerate(node.value):
            yield from _values(entry, (*location, index))
    elif node.kind == "mapping":
        for key, entry in node.value.items():
            if key == "value" and entry.kind == "text":
                yield (*location, key), str(entry.value)
            else:
                yield from _values(entry, (*location, key))


def _figure(words: str) -> str:
    """The digits of a number without the zeros at its end: 42億 and 4.2 billion have the same."""
    return "".join(_DIGITS.findall(words)).rstrip("0")


def _is_seen(name: str) -> bool:
    return not name.startswith(_NOT_SEEN) and not _is_zone(name)


def _is_zone(name: str) -> bool:
    return name.startswith("zones/")


def _text(root: Node, location: Location) -> str:
    found = root.at(location)
    return str(found.value) if found is not None and found.kind == "text" else ""
