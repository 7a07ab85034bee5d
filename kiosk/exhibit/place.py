"""Place: an address in the exhibit, written and read in one way by tours, touches and tests."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit, Panel, Zone
    from kiosk.exhibit.model.tour import TourStep

MAP_HOME, BAY, LIST, SEARCH, CREDITS = "home", "bay", "list", "search", "credits"
BOARDS = (LIST, SEARCH, CREDITS)
"""The screens that lie over the map, each with pages of its own."""
SCREENS = (MAP_HOME, BAY, *BOARDS)
"""What can be shown besides a zone: the map home, the bay as a whole, and the boards.

The first two are also views: what the map frames.
"""
PLACES = "~places"
"""The panel of a zone that lists the places within it; no curator's id begins like this."""

MOST_PAGES = 10_000
_LONGEST_PAGE = len(str(MOST_PAGES))
_LONGEST_ADDRESS = 10_000
_JOINT = "/"
_VIEW_SIGN = "@"
_VIEW_JOINT = "+"
_LAYER_SIGN = "#"
_YEAR_SIGN = ":"
_YEAR = re.compile(r"[0-9]{4}")


class PanelPage(NamedTuple):
    """What a place opens: a page of a zone's panel.

    `panel` is None for the list of the places within the zone.  `page` counts from 1 and may be
    beyond the last one: how many pages a panel of facts needs is known when it is laid out.
    """

    zone: Zone
    panel: Panel | None
    page: int

    @property
    def ids(self) -> tuple[str, str, int]:
        """The same for a page in two readings of the exhibit."""
        return self.zone.id, PLACES if self.panel is None else self.panel.id, self.page


@dataclass(frozen=True)
class Place:
    """The map home, a panel of a zone at one of its pages (counted from 1), or another screen.

    `screen` is empty at the map home and in a zone.  A zone without a panel means its first one.
    `view` names the zones that the map frames instead of its own choice, or `home` or `bay` alone.
    `layer` is the id of the data layer that lies on the map home, and `year` (four digits) the year
    that it shows; without one it shows its latest.
    `query` is what a visitor searches for; it is theirs, and is never written.

    A place reads and writes as one short string: `home`, `list/2`, `qianhai`, `qianhai/teams`,
    `csns/super-steel/2`, `home@qianhai+hetao`, `home#gdp:2023`.
    """

    zone: str = ""
    panel: str = ""
    page: int = 1
    screen: str = ""
    view: tuple[str, ...] = ()
    layer: str = ""
    year: str = ""
    query: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.page < 1:
            raise ValueError(f"pages count from 1, not {self.page}")
        if self.page > MOST_PAGES:
            raise ValueError(f"no panel has more than {MOST_PAGES} pages")
        if self.page > 1 and self.is_home:
            raise ValueError("the map home has one page")
        if self.panel and not self.zone:
            raise ValueError(f"the panel {self.panel!r} needs a zone")
        if self.screen not in ("", BAY, *BOARDS):
            raise ValueError(f"there is no screen {self.screen!r}")
        if self.screen and self.zone:
            raise ValueError(f"the screen {self.screen!r} has no zones")
        if self.query and self.screen != SEARCH:
            raise ValueError("only the search has a query")
        if self.layer and not self.is_home:
            raise ValueError(f"the data layer {self.layer!r} lies on the map home alone")
        if self.year and not (self.layer and _YEAR.fullmatch(self.year)):
            raise ValueError(f"a year is four digits after a data layer, not {self.year!r}")

    @property
    def is_home(self) -> bool:
        """Whether this is the map home, whatever the map frames there."""
        return not self.zone and not self.screen

    def at_panel(self, panel: str, page: int = 1) -> Place:
        """Another panel of the same zone."""
        return replace(self, panel=panel, page=page)

    def at_year(self, year: str) -> Place:
        """Another year of the same data layer; without one the place stays."""
        return replace(self, year=year) if self.layer else self

    def at_page(self, page: int) -> Place:
        """Another page of the same panel or screen; the map home has one."""
        return self if self.is_home else replace(self, page=page)

    def resolve(self, exhibit: Exhibit) -> PanelPage | None:
        """The panel that opens here; None at the map home, on a screen, and where no zone is.

        A panel that is not there gives way to the first page of the zone's first one.
        """
        zone = exhibit.region if self.screen == BAY else exhibit.zone(self.zone)
        if zone is None:
            return None
        if self.panel == PLACES and exhibit.zones_within(zone.id):
            return PanelPage(zone, None, self.page)
        panel = zone.panel(self.panel)
        is_there = panel is not None or not self.panel
        return PanelPage(zone, panel or zone.panels[0], self.page if is_there else 1)

    def nearest(self, exhibit: Exhibit) -> Place:
        """The place itself where it is there, else the zone's first panel, else the map home.

        What the map frames stays.  The bay as a whole is the zone of the region.
        """
        if self.layer and exhibit.layer(self.layer) is None:
            return replace(self, layer="", year="")
        if not self.zone and self.screen != BAY:
            return self
        zone = exhibit.region if self.screen == BAY else exhibit.zone(self.zone)
        if zone is None:
            return replace(HOME, view=self.view)
        is_there = self.panel in ("", PLACES) or zone.panel(self.panel) is not None
        near = replace(self, zone=zone.id, screen="")
        return near if is_there else near.at_panel("")

    @classmethod
    def parse(cls, text: str) -> Place:
        """Read what `str` wrote; raises ValueError for anything else.  Nothing is the map home.

        A search is written and read without its query.
        """
        if len(text) > _LONGEST_ADDRESS:
            raise ValueError(f"an address has at most {_LONGEST_ADDRESS} letters")
        bare, sign, framed = text.partition(_VIEW_SIGN)
        view = tuple(framed.split(_VIEW_JOINT)) if sign else ()
        if not all(map(is_id, view)):
            raise ValueError(f"{framed!r} is no view: write zones with + between them")
        return replace(cls._parse_bare(bare), view=view)

    @classmethod
    def _parse_bare(cls, text: str) -> Place:
        if text in ("", MAP_HOME):
            return HOME
        if text.startswith(MAP_HOME + _LAYER_SIGN):
            return cls._parse_layer(text)
        # A zone may be called like a screen: the joint before it says that it is a zone.
        is_zone = text.startswith(_JOINT)
        zone, panel, page = split_address(text.removeprefix(_JOINT))
        if is_zone and zone not in SCREENS:
            raise _not_a_place(text)
        if zone in SCREENS and not is_zone:
            if zone == MAP_HOME or page:
                raise _not_a_place(text)
            return cls(page=_page_number(panel, text), screen=zone)
        if not is_id(zone) or not (panel in ("", PLACES) or is_id(panel)):
            raise _not_a_place(text)
        return cls(zone, panel, _page_number(page, text))

    @classmethod
    def _parse_layer(cls, text: str) -> Place:
        written = text.removeprefix(MAP_HOME + _LAYER_SIGN)
        layer, sign, year = written.partition(_YEAR_SIGN)
        if not is_id(layer) or bool(sign) != bool(year):
            raise ValueError(f"{text!r} is no data layer: write home#layer or home#layer:year")
        return cls(layer=layer, year=year)

    @classmethod
    def of_step(cls, step: TourStep, exhibit: Exhibit) -> Place:
        """Where a step of a tour leads, with what the map frames there."""
        if step.layer is not None and exhibit.layer(step.layer) is not None:
            year = "" if step.year is None else str(step.year.year)
            return cls(view=step.view, layer=step.layer, year=year)
        return replace(cls.parse(step.place).nearest(exhibit), view=step.view)

    def __str__(self) -> str:
        bare = self._bare()
        return f"{bare}{_VIEW_SIGN}{_VIEW_JOINT.join(self.view)}" if self.view else bare

    def _bare(self) -> str:
        page = str(self.page) if self.page > 1 else ""
        if self.layer:
            year = f"{_YEAR_SIGN}{self.year}" if self.year else ""
            return f"{MAP_HOME}{_LAYER_SIGN}{self.layer}{year}"
        if not self.zone:
            return _JOINT.join(filter(None, (self.screen or MAP_HOME, page)))
        parts = (self.zone, self.panel, page)
        sign = _JOINT if self.zone in SCREENS else ""
        return sign + _JOINT.join(parts).rstrip(_JOINT)


def split_address(written: str) -> tuple[str, str, str]:
    """The zone, the panel and the page of an address as they are written, empty where missing.

    Raises ValueError for what has another shape than `zone`, `zone/panel`, `zone/panel/page` or
    `zone//page`.  None of the three is looked at.
    """
    parts = written.split(_JOINT)
    if len(parts) > 3 or not parts[0] or not parts[-1]:
        raise _not_a_place(written)
    zone, panel, page = (*parts, "", "")[:3]
    return zone, panel, page


def first_pages(exhibit: Exhibit) -> Iterator[Place]:
    """The first page of everything that can be opened, in the exhibit's order, the home first."""
    yield HOME
    for layer in exhibit.layers:
        yield Place(layer=layer.id)
    for board in BOARDS:
        yield Place(screen=board)
    for zone in exhibit.zones:
        for panel in zone.panels:
            yield Place(zone.id, panel.id)
        if exhibit.zones_within(zone.id):
            yield Place(zone.id, PLACES)


def _page_number(written: str, address: str) -> int:
    """A page as it is written, which may be missing."""
    if not written:
        return 1
    if not (written.isascii() and written.isdecimal()) or len(written) > _LONGEST_PAGE:
        raise _not_a_place(address)
    return int(written)


def _not_a_place(written: str) -> ValueError:
    return ValueError(f"{written!r} is not a place: write zone/panel/page")


HOME = Place()
"""The map home."""
