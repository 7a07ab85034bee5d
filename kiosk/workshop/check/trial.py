"""A trial: the exhibit laid out without a screen, in every language and window shape."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, QSizeF
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.place import CREDITS, PanelPage, Place
from kiosk.exhibit.reading.cover import read_cover
from kiosk.journey.comfort import Comfort
from kiosk.languages.words import read_words
from kiosk.look.look import read_look
from kiosk.screen.arrangement import arrange
from kiosk.screen.layer.layer_panel import LayerPanel
from kiosk.screen.map.map_shapes import MapShapes
from kiosk.screen.map.map_world import build_world
from kiosk.screen.panel.panel_sheet import PanelSheet
from kiosk.screen.stage import Stage
from kiosk.screen.stage_state import StageState
from kiosk.screen.teardown import tear_down
from kiosk.shipped import shipped
from kiosk.theme_names import TEXT_SIZES
from kiosk.workshop.check.drawn_text import drawn_texts
from kiosk.workshop.check.laid_out_parts import LaidOutPart, drawn_from, parts_of
from kiosk.workshop.check.measured_page import OpenedPanel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.geography.drawing import Drawing
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.workshop.check.drawn_text import DrawnText


@dataclass(frozen=True)
class WindowShape:
    """A window such as exhibits have, in pixels, and what a visitor makes of it.

    `text_size` and `low_reach` are those of `Comfort`.  A panel may have all of its room but a
    `spare` share of its width and height, to see what would fit with less.
    """

    name: str
    width: int
    height: int
    text_size: int = 0
    low_reach: bool = False
    spare: float = 0.0

    @property
    def is_eased(self) -> bool:
        """Whether a visitor has it otherwise than the exhibit begins."""
        return bool(self.text_size) or self.low_reach

    @property
    def spoken(self) -> str:
        """Its size as people write it: `of 1080 × 1920 in the largest text`."""
        text = " in the largest text" if self.text_size else ""
        reach = " in reach mode" if self.low_reach else ""
        return f"of {self.width} × {self.height}{text}{reach}"

    @property
    def size(self) -> QSize:
        """The same for Qt."""
        return QSize(self.width, self.height)


SHAPES = (
    WindowShape("1080p", 1920, 1080),
    WindowShape("portrait", 1080, 1920),
    WindowShape("4K", 3840, 2160),
    WindowShape("5:4", 1280, 1024),
    WindowShape("ultra-wide", 3440, 1440),
    WindowShape("largest", 1920, 1080, text_size=TEXT_SIZES - 1),
    WindowShape("reach", 1920, 1080, low_reach=True),
    WindowShape("largest-portrait", 1080, 1920, text_size=TEXT_SIZES - 1),
    WindowShape("largest-reach-portrait", 1080, 1920, text_size=TEXT_SIZES - 1, low_reach=True),
)
"""What museums have: screens on stands and walls, upright ones, old ones, very wide ones; and how
visitors have them shown.
"""


@dataclass(frozen=True)
class DrawnPage:
    """A page in one window shape: its texts, and the window that they are in.

    `page` counts from 1 up to `pages`.  `nameless` are the places on the map home, out of so many
    `lands` in view, that have no name there.
    """

    opening: OpenedPanel
    page: int
    pages: int
    texts: tuple[DrawnText, ...]
    window: QWidget
    begins: bool = True
    """Whether it is the first of its screen or panel; further parts of a page are none."""
    ends: bool = True
    """Whether nothing of its screen or panel is still to come."""
    nameless: tuple[str, ...] = ()
    lands: int = 0


class Trial:
    """An exhibit, ready to be shown in any language and window shape.

    Panels are shown on a sheet of their own, without a map to be drawn beside each of them; the
    small maps of stories have their names alone.
    """

    def __init__(
        self, exhibit: Exhibit, drawing: Drawing, shapes: tuple[WindowShape, ...] = SHAPES
    ):
        """`drawing` is the exhibit's map; it may lack the waterlines."""
        assets = shipped("assets")
        self.exhibit = exhibit
        self.shapes = shapes
        self._drawn: dict[LaidOutPart, Exhibit] = {}
        self._sheet_look: Look | None = None
        self._look = read_look(assets).still()
        cover = read_cover(exhibit.folder)
        comfort = Comfort(language=exhibit.languages[0], still=True)
        self._state = StageState(
            self._look,
            read_words(assets / "words").with_languages(cover.interface).with_own(cover.own_words),
            cover,
            build_world(drawing, cover.landmarks, is_lit=cover.meanings.is_lit),
            comfort,
            exhibit,
        )
        self._stage = Stage(self._state)
        # To draw the ground of every map would take as long as all the rest.
        self._stage.map_view.leave_blank()
        self._window = QWidget()
        self._sheet = PanelSheet(self._window)
        self._sheet.set_world(_without_outlines(self._state.world))

    def pages(self, language: str, shape: WindowShape) -> Iterator[DrawnPage]:
        """Every page that can be opened; each is valid only until the next one."""
        for part in parts_of(self.exhibit):
            yield from self.pages_of(part, language, shape)

    def pages_of(self, part: LaidOutPart, language: str, shape: WindowShape) -> Iterator[DrawnPage]:
        """The pages of one part, drawn from what `drawn_from` leaves of the exhibit."""
        comfort = replace(
            self._state.comfort,
            language=language,
            text_size=shape.text_size,
            low_reach=shape.low_reach,
        )
        state = replace(self._state, comfort=comfort, exhibit=self._drawn_from(part))
        if part.zone:
            yield from self._panels(state, part.zone, shape)
        elif part.layer:
            yield from self._layer(state, part.layer, shape)
        elif part.screen != CREDITS or tells_credits(shape, self.shapes):
            yield from self._screen(state, part.screen, shape)

    def _drawn_from(self, part: LaidOutPart) -> Exhibit:
        """The same exhibit for the same parts: what is set of it is set once."""
        key = LaidOutPart(zone=part.zone) if not part.is_board else LaidOutPart(screen="*")
        if key not in self._drawn:
            self._drawn[key] = drawn_from(self.exhibit, part)
        return self._drawn[key]

    def close(self) -> None:
        """Delete all widgets, once their background jobs have finished."""
        tear_down(self._stage, self._window)

    def _screen(self, state: StageState, screen: str, shape: WindowShape) -> Iterator[DrawnPage]:
        """The map home, the list of places, the search, or the credits."""
        stage = self._stage
        stage.resize(shape.size)
        stage.show()
        if screen and shape.low_reach:
            # Above a board the map is seen, which would be as what was shown before has left it.
            stage.show_at_once(replace(state, place=Place()))
        page = pages = 1
        while page <= pages:
            stage.show_at_once(replace(state, place=Place(page=page, screen=screen)))
            pages = stage.pages
            texts = tuple(drawn_texts(stage))
            ends = page == pages
            drawn = DrawnPage(OpenedPanel(), page, pages, texts, stage, page == 1, ends)
            if not screen:
                nameless, lands = self._nameless(state.language)
                drawn = replace(drawn, nameless=nameless, lands=lands)
            yield drawn
            page += 1
        stage.hide()

    def _nameless(self, language: str) -> tuple[tuple[str, ...], int]:
        """The places whose land is in view on the map without their name, and how many are."""
        view, world = self._stage.map_view, self._state.world
        seen, to_view = QRectF(view.rect()), view.camera.transform()
        lettering = view.lettering
        named = {each.subject for each in lettering.names}
        named |= {each.place for each in lettering.chips}
        lands, nameless = 0, []
        for land in world.names:
            place, box = world.owner(land.id), world.rough[land.id].controlPointRect()
            if place is not None and seen.intersects(to_view.mapRect(box)):
                lands += 1
                if not named & {land.id, place.landmark.id}:
                    nameless.append(place.landmark.label.words_in(language))
        return tuple(nameless), lands

    def _layer(self, state: StageState, shown: str, shape: WindowShape) -> Iterator[DrawnPage]:
        """A data layer while the two places with the longest names are compared."""
        stage, language = self._stage, state.language
        stage.resize(shape.size)
        stage.show()
        names = {zone.id: len(zone.name.words_in(language)) for zone in self.exhibit.zones}
        layer = self.exhibit.layer(shown)
        assert layer is not None
        longest = sorted(layer.zones, key=lambda zone: -names.get(zone, 0))
        place, compared = Place(layer=shown), tuple(longest[:2])
        stage.show_at_once(replace(state, place=place, highlight=compared))
        yield from self._layer_and_card(OpenedPanel(layer=shown))
        stage.hide()

    def _layer_and_card(self, opening: OpenedPanel) -> Iterator[DrawnPage]:
        """The layer that is shown, and its card where that has what the panel has no room for."""
        stage = self._stage
        panel = stage.findChild(LayerPanel)
        assert isinstance(panel, LayerPanel)
        has_further = panel.has_notes_on_card
        yield DrawnPage(opening, 1, 1, tuple(drawn_texts(stage)), stage, ends=not has_further)
        if has_further:
            # The card alone: the stage would lay out what is beside it as well.
            with QSignalBlocker(panel):
                panel.open_sources()
            pages = len(panel.card.pages)
            for page in range(1, pages + 1):
                texts = tuple(text for text in drawn_texts(stage) if _is_in(text, panel.card))
                yield DrawnPage(opening, page, pages, texts, stage, False, page == pages)
                panel.card.turn(1)
            with QSignalBlocker(panel):
                panel.close_sources()

    def _panels(self, state: StageState, shown: str, shape: WindowShape) -> Iterator[DrawnPage]:
        locale = state.locale
        assert locale is not None
        zone = locale.exhibit.zone(shown)
        assert zone is not None
        look = state.comfortable_look.sized(QSizeF(shape.size))
        if self._sheet_look is not None and self._sheet_look == look:
            # It knows what was set in it for other places.
            look = self._sheet_look
        self._sheet_look = look
        arrangement = arrange(look, shape.size, low=shape.low_reach)
        self._window.resize(shape.size)
        room = arrangement.panel
        across, down = round(room.width() * shape.spare), round(room.height() * shape.spare)
        self._sheet.setGeometry(room.adjusted(0, 0, -across, -down))
        self._sheet.arrange(arrangement.panel_padding_u, arrangement.panel_controls_top - down)
        self._window.show()
        for number, panel in enumerate(zone.panels):
            page = pages = 1
            while page <= pages:
                self._sheet.show_page(PanelPage(zone, panel, page), locale, look)
                self._sheet.finish()
                pages = self._sheet.pages
                texts = tuple(drawn_texts(self._window))
                opening = OpenedPanel(zone.id, number)
                ends = page == pages and not self._sheet.has_further_part
                begins = page == 1
                yield DrawnPage(opening, page, pages, texts, self._window, begins, ends)
                while self._sheet.turn_part(1):
                    texts = tuple(drawn_texts(self._window))
                    ends = page == pages and not self._sheet.has_further_part
                    yield DrawnPage(opening, page, pages, texts, self._window, False, ends)
                page += 1
        self._window.hide()


def tells_credits(shape: WindowShape, shapes: Sequence[WindowShape]) -> bool:
    """Whether credits are laid out: they have the same columns in all shapes but the first ones."""
    return shape in shapes[:2]


def _is_in(text: DrawnText, widget: QWidget) -> bool:
    return text.widget is widget or widget.isAncestorOf(text.widget)


def _without_outlines(world: MapWorld) -> MapWorld:
    """The same map with its places and links alone: nothing of it takes long to draw."""
    bare = MapShapes(cities={}, zones={}, context=None, links=(), framing=world.framing)
    return replace(world, shapes=bare)
