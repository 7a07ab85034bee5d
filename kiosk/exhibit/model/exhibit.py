"""The exhibit as frozen data: what curators wrote, once it has been read and found sound."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, InstanceOf

from kiosk.exhibit.model.captions import Captions
from kiosk.exhibit.model.data_layer import DataLayer
from kiosk.exhibit.model.events import EventsPanel
from kiosk.exhibit.model.film import Film, Recording
from kiosk.exhibit.model.inset import Inset
from kiosk.exhibit.model.landmark import Landmark
from kiosk.exhibit.model.link import Link
from kiosk.exhibit.model.map_approval import MapApproval
from kiosk.exhibit.model.map_groups import MapGroups
from kiosk.exhibit.model.map_meanings import AS_DRAWN, Meanings
from kiosk.exhibit.model.map_point import MapPoint
from kiosk.exhibit.model.names import Names
from kiosk.exhibit.model.notice import MOST_NOTICES, Notice
from kiosk.exhibit.model.own_words import own_words
from kiosk.exhibit.model.parts import (
    Id,
    LayerId,
    LongText,
    Model,
    Name,
    NameOf,
    Picture,
    PlaceId,
    SourceIds,
    UnitId,
    ZoneId,
    ZoneIds,
)
from kiosk.exhibit.model.people import PeoplePanel, QuotePanel
from kiosk.exhibit.model.pictograms import Pictogram
from kiosk.exhibit.model.picture_panels import PicturePanel
from kiosk.exhibit.model.place_signs import USUAL_SIGNS
from kiosk.exhibit.model.points import Break, Columns, Point
from kiosk.exhibit.model.spoken_word import MOST_SPOKEN_WORDS, SpokenWord
from kiosk.exhibit.model.term import Term
from kiosk.exhibit.model.tour import Tour
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.exhibit.model.web_address import is_web_address
from kiosk.exhibit.model.wording import ExhibitCredits, KindsOfPlaces, MapWording, written_words
from kiosk.plain_file import is_plain
from kiosk.text.multilingual import LANGUAGES, LanguageTag, Text

FIGURES_AGE_YEARS = 5
"""Older figures are remarked on, unless the exhibit says another age."""


class Source(Model):
    """Where a figure comes from.

    A `reprint` was read at another address than its publisher's: visitors are told the name of
    that place, and no code leads them there.
    """

    id: Id
    title: Name
    publisher: Name
    publisher_in_full: Name | None = None
    date: WrittenDate
    address: str | None = None
    reprint: bool = False

    @property
    def full_publisher(self) -> Name:
        """The publisher's whole name, where the one below figures is short."""
        return self.publisher_in_full or self.publisher

    @property
    def host(self) -> str:
        """The name in its address, such as en.people.cn; empty without one."""
        name = (self.address or "").partition("://")[2].partition("/")[0]
        return name.rpartition("@")[2].partition(":")[0].removeprefix("www.")

    @property
    def code(self) -> str:
        """The address that visitors may be led to; empty where there is none or it is a reprint."""
        address = self.address or ""
        return address if is_web_address(address) and not self.reprint else ""


class Unit(Model):
    """What a figure counts or measures, as whole phrases around the number `{n}`.

    A `measure` (yuan, km²) is written beside the number; what a `count` counts is said by the label
    of each fact; a `date` is written as a date.  `one` replaces `phrase` for exactly one, and
    `compact` for numbers written with a word such as million.  Of what has an `icon`, a small
    number is shown as a row of that many pictures.
    """

    id: Id
    kind: Literal["count", "measure", "date"]
    phrase: Text
    one: Text | None = None
    compact: Text | None = None
    spoken: Text | None = None
    """How number and unit are said, where engines or people read them wrong."""
    icon: Pictogram | None = None


class Fact(Model):
    """One figure: never a number alone.

    `calculated` says how a figure came about that no source states: "half of the six projects".
    """

    id: Id
    value: Value
    unit: UnitId
    label: Text
    lead: bool = False
    part_of: Annotated[Id, NameOf("fact")] | None = None
    rest: Text | None = None
    bound: Literal["more-than", "about", "nearly"] | None = None
    reported: bool = False
    calculated: Text | None = None
    show: Literal["number", "row"] | None = None
    source: SourceIds | None = None
    as_of: WrittenDate | None = None
    lights: ZoneIds = ()


class FactsPanel(Model):
    """A group of figures, one of them very large."""

    kind: Literal["facts"]
    id: Id
    source: SourceIds | None = None
    as_of: WrittenDate | None = None
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None
    facts: tuple[Fact, ...] = Field(min_length=1, max_length=60)


class Series(Model):
    """One thing that a chart draws, from points written here or read from a CSV file."""

    id: Id
    label: Text
    value: Value | None = None
    points: tuple[Point, ...] = ()
    data: Columns | None = None
    lights: ZoneIds = ()


class ChartPanel(Model):
    """A chart with the finding as its headline and a sentence that is also its text alternative.

    `of` is the whole of which the series of a waffle or a share are parts and `rest` is what the
    computed remainder is called.  `scale: rank` puts the first place at the top of a line, and
    `on_map` has the map shade each zone by its value.  Only a timeline needs no unit.
    """

    kind: Literal["chart"]
    id: Id
    chart: Literal["waffle", "share", "bar", "ranking", "line", "timeline", "areas", "depths"]
    headline: Text
    sentence: Text
    unit: UnitId | None = None
    series: tuple[Series, ...] = Field(min_length=1, max_length=4)
    of: Value | None = None
    rest: Text | None = None
    scale: Literal["amount", "rank"] = "amount"
    on_map: bool = False
    breaks: tuple[Break, ...] = ()
    source: SourceIds
    as_of: WrittenDate
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None


class StoryPage(Model):
    """One page of a story."""

    heading: Text
    text: LongText
    picture: Picture | None = None
    film: Film | None = None
    sound: Recording | None = None
    places: tuple[PlaceId, ...] = ()
    links: tuple[Link, ...] = Field(default=(), max_length=3)
    figure: Fact | None = None
    source: SourceIds
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None

    @property
    def recording(self) -> Film | Recording | None:
        """What it plays: a film or a recording."""
        return self.film or self.sound

    def with_real_files(self, pictures: Collection[str], films: Collection[str]) -> StoryPage:
        """The same with its picture and its film under the names that their files have."""
        found: dict[str, object] = {}
        if self.picture is not None:
            found["picture"] = self.picture.called(pictures)
        if self.film is not None:
            found["film"] = self.film.called(films)
        if self.sound is not None:
            found["sound"] = self.sound.called(films)
        return self.model_copy(update=found) if found else self


class StoryPanel(Model):
    """An incubation story, told in pages."""

    kind: Literal["story"]
    id: Id
    title: Text
    summary: Text
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None
    pages: tuple[StoryPage, ...] = Field(min_length=1, max_length=60)


ToldPanel = PeoplePanel | QuotePanel | EventsPanel
"""A panel of short texts, some with pictures, on as many pages as they need."""

Panel = Annotated[
    FactsPanel | ChartPanel | StoryPanel | ToldPanel | PicturePanel, Field(discriminator="kind")
]


MapElement = Annotated[str, NameOf("map-element")]


class MapElements(Model):
    """What on the map belongs to a zone, and how its name is placed there."""

    shape: MapElement | None = None
    marker: MapElement | None = None
    at: MapPoint | None = None
    label: Text | None = None
    label_at: Literal["right", "left", "above", "below"] = "right"
    chip: tuple[Decimal, Decimal] | None = None
    named_with: tuple[ZoneId, ...] = ()
    district: Text | None = None


class Zone(Model):
    """A place that a visitor can open, and the panels it has."""

    id: Id
    kind: Literal["region", "city", "innovation-zone", "facility"]
    status: Literal["special-administrative-region"] | None = None
    within: tuple[PlaceId, ...] = Field(default=(), alias="in")
    map: MapElements = MapElements()
    name: Text
    introduction: Text
    inset: Inset | None = None
    shown_from: WrittenDate | None = Field(default=None, alias="from")
    until: WrittenDate | None = None
    panels: tuple[Panel, ...] = Field(min_length=1, max_length=60)

    @property
    def landmark(self) -> Landmark | None:
        """What the map shows of it; None for the region, which has no element of its own."""
        if self.kind == "region":
            return None
        chip = self.map.chip
        return Landmark.placed(
            id=self.id,
            kind=self.kind,
            within=self.within,
            name=self.name,
            label=self.map.label,
            shape=self.map.shape,
            marker=self.map.marker,
            label_at=self.map.label_at,
            chip=None if chip is None else (float(chip[0]), float(chip[1])),
            named_with=self.map.named_with,
            district=self.map.district,
            at=self.map.at,
        )

    def panel(
        self, panel_id: str
    ) -> FactsPanel | ChartPanel | StoryPanel | ToldPanel | PicturePanel | None:
        """The panel of that id."""
        return next((panel for panel in self.panels if panel.id == panel_id), None)


class ExhibitFile(Model):
    """What `exhibit.yaml` says.  Zones that `zones` does not order follow by their file names."""

    format: Literal["1"]
    title: Text
    welcome: Text
    subtitle: Text | None = None
    """What the exhibit is about: the line above the title while nobody is there."""
    languages: tuple[LanguageTag, ...] = Field(tuple(map(LanguageTag, LANGUAGES)), min_length=1)
    map: Annotated[str, NameOf("map")]
    map_groups: MapGroups | None = None
    credits: ExhibitCredits | None = None
    kinds: KindsOfPlaces | None = None
    wording: MapWording | None = None
    zones: tuple[ZoneId, ...] = ()
    layers: tuple[LayerId, ...] = ()
    """Data layers in the order of their buttons; those it does not name follow by their files."""
    attract: tuple[Annotated[str, NameOf("way")], ...] = ()
    """Places in the order of the attract loop, as `zone` or `zone/panel`."""
    figures_age_years: int = Field(FIGURES_AGE_YEARS, ge=1)
    about: LongText | None = None
    checked: WrittenDate | None = None
    map_approval: MapApproval | None = None
    spoken: tuple[SpokenWord, ...] = Field((), max_length=MOST_SPOKEN_WORDS)
    notices: tuple[Notice, ...] = Field((), max_length=MOST_NOTICES)


class Exhibit(Model):
    """Everything the exhibit says: one frozen value, replaced as a whole."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    folder: Path
    title: Text
    welcome: Text
    subtitle: Text | None = None
    languages: tuple[str, ...] = Field(min_length=1)
    map_file: Path
    zones: tuple[Zone, ...]
    attract: tuple[str, ...] = ()
    figures_age_years: int = FIGURES_AGE_YEARS
    about: Text | None = None
    """What this exhibit is, in a few sentences for its own page."""
    checked: WrittenDate | None = None
    """The day on which all of it was compared with its sources."""
    map_approval: MapApproval | None = None
    map_groups: MapGroups | None = None
    credits: ExhibitCredits | None = None
    kinds: KindsOfPlaces | None = None
    wording: MapWording | None = None
    interface: Mapping[str, Mapping[str, str]] = {}
    """The interface's words in languages that the program does not speak."""
    sources: Mapping[str, Source]
    units: Mapping[str, Unit]
    terms: tuple[Term, ...] = ()
    tours: tuple[Tour, ...] = ()
    layers: tuple[DataLayer, ...] = ()
    captions: Mapping[str, Mapping[str, InstanceOf[Captions]]] = {}
    """What is said in each film or recording, by its file and the language."""
    spoken: tuple[SpokenWord, ...] = ()
    """Words of its texts that are read wrong as they are written, and what is said instead."""
    notices: tuple[Notice, ...] = ()
    """What visitors have to know on some days: lines on the map home."""
    names: InstanceOf[Names] = Names()
    """The names that no line of text divides."""

    @property
    def approval(self) -> tuple[str, Text] | None:
        """The number under which the map was approved and who holds it, where both are written."""
        given = self.map_approval
        if given is None or given.number is None or given.holder is None:
            return None
        return given.number, given.holder

    @property
    def meanings(self) -> Meanings:
        """What is said of the groups of the map."""
        return AS_DRAWN if self.map_groups is None else self.map_groups.meanings

    @property
    def signs(self) -> Mapping[str, str]:
        """What each kind of place is marked with."""
        return USUAL_SIGNS if self.kinds is None else {**USUAL_SIGNS, **self.kinds.signs}

    @property
    def landmarks(self) -> tuple[Landmark, ...]:
        """What the map shows of its zones, with the signs that it gives to their kinds."""
        signs = {} if self.kinds is None else self.kinds.signs
        found = (zone.landmark for zone in self.zones)
        marked = (replace(each, sign=signs.get(each.kind, "")) for each in found if each)
        if self.has_own_map:
            return tuple(each.on_own_map() for each in marked)
        return tuple(marked)

    @property
    def own_words(self) -> Mapping[str, Text]:
        """What it says in place of the interface's words, by their keys."""
        said = written_words(credits=self.credits, kinds=self.kinds, wording=self.wording)
        return own_words(said, has_own_map=is_plain(self.map_file) and self.has_own_map)

    @property
    def has_own_map(self) -> bool:
        """Whether its map lies in its own folder."""
        # The map is named by where it really lies; the folder may be relative, or a link.
        return self.map_file.is_relative_to(self.folder.resolve())

    def zone(self, zone_id: str) -> Zone | None:
        """The zone of that id."""
        return next((zone for zone in self.zones if zone.id == zone_id), None)

    def zones_within(self, zone_id: str) -> tuple[Zone, ...]:
        """The zones that lie within the zone of that id, in the exhibit's order."""
        return tuple(zone for zone in self.zones if zone_id in zone.within)

    def tour(self, tour_id: str) -> Tour | None:
        """The tour of that id."""
        return next((tour for tour in self.tours if tour.id == tour_id), None)

    def layer(self, layer_id: str) -> DataLayer | None:
        """The data layer of that id."""
        return next((layer for layer in self.layers if layer.id == layer_id), None)

    @property
    def region(self) -> Zone | None:
        """The bay as a whole."""
        return next((zone for zone in self.zones if zone.kind == "region"), None)
