"""Which parts of which files a widget of the exhibit can show, and what it is of as a whole.

A text is looked for there alone: a sentence of the card of sources is no sentence of the panel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE, SOURCES_FILE, TERMS_FILE
from kiosk.screen.board.credits import Credits
from kiosk.screen.board.found_row import FoundRow
from kiosk.screen.board.index_row import IndexRow
from kiosk.screen.chart import Chart
from kiosk.screen.control.control import Control
from kiosk.screen.film.film_frame import FilmFrame
from kiosk.screen.inset_card import InsetCard
from kiosk.screen.layer.class_legend import ClassLegend
from kiosk.screen.layer.layer_panel import LayerPanel
from kiosk.screen.layer.layer_ranking import LayerRanking
from kiosk.screen.layer.reading_card import ReadingCard
from kiosk.screen.layer.year_line import YearLine
from kiosk.screen.panel.place_card import PlaceCard
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.term_card import TermCard
from kiosk.screen.picture.picture_frame import PictureFrame
from kiosk.workshop.editing.said_words import FilePart, Owner, SaidWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.screen.stage import Stage
    from kiosk.text.yaml_source import Location, Node
    from kiosk.workshop.check.drawn_text import DrawnText

_ROWS = (IndexRow, FoundRow, PlaceCard)
"""Controls that show something of a place, after its name."""
_OF_LAYER = (LayerPanel, ReadingCard, ClassLegend, YearLine)
_OPENED = (PictureFrame, FilmFrame)
"""What is opened large from a panel."""
_SHARED = ("name", "introduction", "kind", "status", "in")
"""What each panel of a place shows of it."""
_NAMES: tuple[Location, ...] = (("name",), ("label",), ("map",))
"""Where a place has its names."""
_OWNED = frozenset({"credit", "licence"})


class SeenParts:
    """The parts for each widget of a stage, while a panel, a data layer or a screen is open."""

    def __init__(
        self, stage: Stage, roots: Mapping[str, Node], opened: FilePart | None, said: SaidWords
    ) -> None:
        self._sheet, self._roots, self._said = stage.sheet, roots, said
        self._opened = opened
        """The open panel."""
        layer = f"layers/{stage.state.place.layer}.yaml"
        self._layer = layer if layer in roots else ""
        self._page = stage.state.opened.page if stage.state.opened is not None else 1
        zones = [file for file in roots if file.startswith("zones/")]
        self._names = tuple(
            FilePart(file, name, is_name=True)
            for name in _NAMES
            for file in zones
            if roots[file].at(name) is not None
        )
        self._insets = tuple(
            FilePart(file, ("inset",)) for file in zones if roots[file].at(("inset",)) is not None
        )

    def is_words_of_interface(self, widget: QWidget) -> bool:
        """Whether it is a control, which says what it does unless a curator has written that."""
        around = tuple(_with_parents(widget))
        is_row = any(isinstance(each, (*_ROWS, LayerRanking)) for each in around)
        return not is_row and any(isinstance(each, Control) for each in around)

    def of(self, widget: QWidget, beside: Sequence[DrawnText] = ()) -> tuple[FilePart, ...]:
        """Where what a widget draws may be written; `beside` are all texts that are drawn."""
        around = tuple(_with_parents(widget))
        if any(isinstance(each, _ROWS) for each in around):
            return (*self._of_row(widget, beside), *self._names)
        if self._is_in_layer(around):
            return (FilePart(self._layer), *self._names, FilePart(EXHIBIT_FILE))
        if any(isinstance(each, InsetCard) for each in around):
            return (*self._insets, *self._names)
        if any(isinstance(each, Credits) for each in around):
            owned = (part for file, root in self._roots.items() for part in _owners(file, root))
            return (FilePart(EXHIBIT_FILE), FilePart(SOURCES_FILE), *owned)
        terms = [FilePart(TERMS_FILE)] if any(isinstance(each, TermCard) for each in around) else []
        if self._opened is not None:
            panel = (*self._of_panel(self._opened), *self._names, FilePart(EXHIBIT_FILE))
            cited = tuple(self._cited(self._opened))
            if any(isinstance(each, SourceCard) for each in around):
                return (*cited, *panel)
            return (*terms, *panel, *cited)
        layers = (FilePart(file, ("title",)) for file in self._roots if file.startswith("layers/"))
        return (*terms, FilePart(EXHIBIT_FILE), *self._names, *layers)

    def whole(self, widget: QWidget) -> Owner | None:
        """What a widget is of where no field says its words: the field with all the sources, the
        chart's table, the panel, the data layer."""
        around = tuple(_with_parents(widget))
        if self._is_in_layer(around):
            return self._with_key(FilePart(self._layer), "data") or Owner(self._layer, ())
        is_of_panel = self._sheet in around or any(isinstance(each, _OPENED) for each in around)
        if self._opened is None or not is_of_panel:
            return None
        panel = Owner(self._opened.file, self._opened.location)
        if any(isinstance(each, SourceCard) for each in around):
            parts = self._of_panel(self._opened)
            found = (self._with_key(part, "source") for part in parts[:2])
            return next(filter(None, found), panel)
        if any(isinstance(each, Chart) for each in around):
            return self._with_key(self._opened, "table") or panel
        return panel

    def _is_in_layer(self, around: Sequence[QWidget]) -> bool:
        return bool(self._layer) and any(isinstance(each, _OF_LAYER) for each in around)

    def _with_key(self, part: FilePart, key: str) -> Owner | None:
        place = (*part.location, key)
        root = self._roots.get(part.file)
        return Owner(part.file, place) if root is not None and root.at(place) is not None else None

    def _of_panel(self, panel: FilePart) -> tuple[FilePart, ...]:
        """What an open panel shows: of a story the open page, and what is said of the place."""
        root = self._roots[panel.file]
        shared = (FilePart(panel.file, (key,)) for key in _SHARED if root.at((key,)) is not None)
        page: Location = (*panel.location, "pages", self._page - 1)
        pages = (FilePart(panel.file, page),) if root.at(page) is not None else ()
        return (*pages, panel, *shared)

    def _cited(self, panel: FilePart) -> Iterator[FilePart]:
        """The sources that the open panel names, on this page of it first."""
        for part in self._of_panel(panel):
            node = self._roots[part.file].at(part.location)
            for source in dict.fromkeys(() if node is None else _named_sources(node)):
                yield FilePart(SOURCES_FILE, (source,))

    def _of_row(self, widget: QWidget, beside: Sequence[DrawnText]) -> tuple[FilePart, ...]:
        """The file of the place that a row names: what it says first of the place comes first."""
        for each in beside:
            named = self._said.whole(each.words, self._names) if each.widget is widget else []
            if named:
                file = named[0].file
                return (FilePart(file, ("panels", 0)), FilePart(file))
        return ()


def _with_parents(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _owners(file: str, node: Node, location: Location = ()) -> Iterator[FilePart]:
    """Where it is written whose a picture or a film is."""
    if node.kind == "text":
        return
    inner = enumerate(node.value) if node.kind == "list" else node.value.items()
    for step, entry in inner:
        if step in _OWNED:
            yield FilePart(file, (*location, step))
        else:
            yield from _owners(file, entry, (*location, step))


def _named_sources(node: Node) -> Iterator[str]:
    if node.kind == "text":
        return
    inner = node.value if node.kind == "list" else node.value.values()
    if node.kind == "mapping" and "source" in node.value:
        written = node.value["source"]
        named = written.value if written.kind == "list" else (written,)
        yield from (str(each.value) for each in named)
    for entry in inner:
        yield from _named_sources(entry)
