"""What lies over the map on the stage: home, panel, boards, dock, and the question over all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from kiosk.exhibit.place import BOARDS, Place
from kiosk.look.interface_style import InterfaceStyle
from kiosk.screen.attract.idle_overlays import IdleOverlays
from kiosk.screen.board.boards import Boards
from kiosk.screen.board.place_entries import places_in_reach
from kiosk.screen.found_on_page import FoundOnPage
from kiosk.screen.goal_ahead import GoalAhead
from kiosk.screen.home.home_layer import HomeLayer
from kiosk.screen.inset_layer import InsetLayer, covered_by_inset, free_above, inset_area
from kiosk.screen.layer.data_layers import DataLayers
from kiosk.screen.layer.layer_contents import LayerContents
from kiosk.screen.layout_inputs import Inputs
from kiosk.screen.map.map_goal import Goal
from kiosk.screen.near_inset import NearInset
from kiosk.screen.open_panel import OpenPanel
from kiosk.screen.reach.reach_band import ReachBand
from kiosk.screen.stage_controls import Around, StageControls
from kiosk.screen.stage_front import FrontParts, StageFront
from kiosk.screen.stage_goal import MapCovers, stage_goal, stage_light, zone_of_inset
from kiosk.screen.stage_tray import StageTray

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.map.map_view import MapView
    from kiosk.screen.map.map_words import MapWords
    from kiosk.screen.panel.panel_sheet import PanelSheet
    from kiosk.screen.stage_state import StageState
    from kiosk.screen.steps import Steps


_INSET_GAP_U = 16
_BAND_GAP_U = 32
_ZOOM_ROOM_U = 112


class StageLayers:
    """Lays out from a `StageState` what the stage has besides the map."""

    def __init__(self, stage: QWidget, state: StageState, view: MapView) -> None:
        self._stage = stage
        self._inputs = Inputs()
        self._look: Look | None = None
        self._arrangement: Arrangement | None = None
        self.home = HomeLayer(stage)
        self.data = DataLayers(stage)
        self.boards = Boards(stage)
        self.controls = StageControls(stage)
        self.inset = InsetLayer(stage)
        self.near_inset = NearInset(view)
        self.panel = OpenPanel(stage, self.controls.dock)
        self.idle_overlays = IdleOverlays(stage, state.cover, state.words, state.world)
        self.band = ReachBand(stage)
        self.tray = StageTray(stage)
        self.sheet: PanelSheet | None = None
        self._contents = LayerContents(stage)
        self._goal_ahead = GoalAhead(stage)
        self.found = FoundOnPage()

    def take_sheet(self, sheet: PanelSheet, state: StageState) -> None:
        """Show panels on this sheet from now on."""
        self.sheet = sheet
        self.panel.set_sheet(sheet)
        sheet.hide()
        sheet.set_world(state.world)

    def take(self, state: StageState, changed: frozenset[str]) -> None:
        """Draw from another map or another cover from now on."""
        if "world" in changed:
            self.idle_overlays.set_world(state.world)
            if self.sheet is not None:
                self.sheet.set_world(state.world)
                self.panel.forget_ahead()
        if "cover" in changed:
            self.idle_overlays.set_cover(state.cover)

    def arrange(self, look: Look, arrangement: Arrangement) -> None:
        """Fit in a window of another size, or in another look."""
        self._look, self._arrangement = look, arrangement
        self.panel.arrange(look, arrangement)
        self.idle_overlays.arrange(self._stage.rect())

    def stack(self, map_view: QWidget) -> None:
        """What covers what: the map lowest, the dock above all but what covers everything."""
        order: list[QWidget] = [map_view]
        order += self.inset.widgets
        order += [
            self.panel.picture,
            self.panel.compared,
            self.panel.line,
            self.band,
            *self.data.widgets,
        ]
        # On upright screens they stand on the panel of a data layer.
        order += [*self.controls.zoom.widgets, *self.home.widgets]
        order.append(self.panel.backdrop)
        if self.sheet is not None:
            order.append(self.sheet)
        order += [*self.panel.overlays, *self.home.overlays, *self.boards.widgets]
        order += self.panel.large.widgets
        order += [self.panel.film.frame, self.panel.film.button]
        order += [*self.controls.dock.widgets, *self.data.overlays, *self.tray.widgets]
        order += self.idle_overlays.widgets
        order.append(self._goal_ahead.unseen)
        for widget in order:
            widget.raise_()

    def names_are_old(self, state: StageState) -> bool:
        """Whether the map writes its names for another state than this one."""
        return self._inputs.are_new("names", state.language, state.words, state.world, self._look)

    def places_are_old(self, state: StageState) -> bool:
        """Whether the map says to screen readers what another state has of its places."""
        place, exhibit = state.place, state.exhibit if state.place.layer else None
        said = (state.language, state.words, exhibit, place.layer, place.year)
        return self._inputs.are_new("places", *said)

    def show(self, state: StageState) -> None:
        """Lay out what this state makes different."""
        self._show_panel(state)
        self._show_layer(state)
        self._show_home(state)
        self._show_inset(state)
        self._show_board(state)
        self._show_controls(state)
        self._show_film(state)
        self._show_large_picture(state)
        self._show_band(state)
        self.show_tray(state)

    def set_ahead(
        self, state: StageState, map_view: MapView, words: MapWords, *, pressed: bool
    ) -> Steps[None]:
        """Set the page and the names of a state in steps, before it is shown.

        On a long way names come with the glide: they are set ahead where a finger only rests, which
        `pressed` says.
        """
        opened, locale = state.opened, state.locale
        if self._arrangement is None:
            return
        if opened is not None and locale is not None and self.sheet is not None:
            yield from self.panel.prepare_page(opened, locale)
        layered = self._goal_of_layer(state, map_view.goal)
        if layered is not None:
            yield from map_view.prepare_layer(layered, words)
        goal = yield from self._goal_ahead.goal(state, self.data, *self._fitted())
        if goal is not None and (pressed or goal.same_view(map_view.goal)):
            yield from map_view.prepare_names(goal, words)
        yield
        self.panel.keep_picture(opened, state.language)

    def goal(self, state: StageState) -> Goal:
        """Where the map goes, and what covers it there."""
        _, arrangement = self._fitted()
        shading = None if state.zone else self.data.shading()
        if shading is not None:
            # The ground is not dimmed around what is compared: its shade says something.
            return Goal(
                None,
                whole_bay=False,
                free=self.data.free,
                obstacles=(*self.data.covered(), *self.controls.covered()),
                view=state.place.view,
                shading=shading,
            )
        covers = MapCovers(
            self.inset.free(arrangement),
            self.inset.covered(),
            tuple(self.controls.covered()),
            (*self.home.covered(), *self.home.covered_above()),
            tuple(self.home.covered_at_first()),
            self.panel.sign_point,
        )
        return stage_goal(state, covers, arrangement)

    def _goal_of_layer(self, state: StageState, present: Goal) -> Goal | None:
        """The goal of a state that lays other values on the same map; None for any other state."""
        place, locale = state.place, state.locale
        layer = None if locale is None else locale.exhibit.layer(place.layer)
        if layer is None or locale is None or present.shading is None or not self.data.is_open:
            return None
        _, arrangement = self._fitted()
        content = self._contents.said(locale, layer, place.year)
        free, covered, shading = self.data.ahead(content, state.highlight, arrangement)
        if self.data.menu_is_open or free != present.free:
            return None
        obstacles = (*covered, *self.controls.covered())
        return replace(present, shading=shading, obstacles=obstacles, view=place.view)

    def view_ahead(self, state: StageState) -> Goal:
        """The view to which the map will go for a state that is not shown yet."""
        look, arrangement = self._fitted()
        inset = covered_by_inset(zone_of_inset(state), state.exhibit, look, arrangement)
        return stage_goal(state, MapCovers(free_above(inset, look, arrangement)), arrangement)

    def finish(self, marker: QPointF | None) -> None:
        """Have everything at rest at once."""
        self.home.finish()
        self.data.finish()
        self.panel.finish(marker)
        self.inset.finish()
        self.boards.finish()
        self.tray.finish()
        self.idle_overlays.finish()

    @property
    def is_on_its_way(self) -> bool:
        """Whether a panel, the tray or the title of the map home has not arrived."""
        sliding = self.panel.slide.moving or self.data.is_on_its_way
        return sliding or self.tray.is_on_its_way or self.home.is_on_its_way

    def pages(self, place: Place) -> int:
        """How many pages the present screen or panel has."""
        if place.screen in BOARDS:
            return self.boards.board(place.screen).pages
        return self.sheet.pages if self.sheet is not None and self.panel.is_open else 1

    @property
    def front(self) -> StageFront:
        """What of all this nothing else covers."""
        parts = FrontParts(self.controls, self.tray, self.boards, self.data, self.home, self.inset)
        return StageFront(self._stage, parts, self.panel)

    def _fitted(self) -> tuple[Look, Arrangement]:
        assert self._look is not None
        assert self._arrangement is not None
        return self._look, self._arrangement

    def _show_panel(self, state: StageState) -> None:
        opened, locale = state.opened, state.locale
        if opened is None or locale is None or self.sheet is None:
            self.panel.close()
            self._inputs.forget("panel")
            return
        look, arrangement = self._fitted()
        drawn_from = (state.exhibit, state.words, state.world, look, arrangement)
        if self._inputs.are_new("panel", *drawn_from, state.language, opened.ids):
            self.panel.show_page(opened, locale)
        self.sheet.light(state.highlight)

    def _show_film(self, state: StageState) -> None:
        _, arrangement = self._fitted()
        self.panel.film.set_loudness(state.comfort.loudness)
        self.panel.show_film(state.locale, arrangement, self.controls.dock.covered())

    def page_of_sought(self, state: StageState) -> int:
        """On which page that stands which was found: 0 where it is shown, or nothing was found."""
        look, _ = self._fitted()
        return self.found.page(state, self.sheet if self.panel.is_open else None, look)

    def _show_large_picture(self, state: StageState) -> None:
        look, arrangement = self._fitted()
        style = InterfaceStyle(look, state.words, state.language)
        self.panel.show_large(style, arrangement, self.controls.dock.covered())

    def show_tray(self, state: StageState) -> None:
        """Show in the comfort tray what is chosen now, where it is open."""
        self.tray.arrange(*self._fitted())
        self.tray.show_state(state)

    def open_menu(self, state: StageState) -> bool:
        """Open the choice of data layers, where there is one; gives whether it is open."""
        look, arrangement = self._fitted()
        if state.locale is None or not state.locale.exhibit.layers:
            return False
        style = InterfaceStyle(look, state.words, state.language)
        self.data.show_menu(state.locale, state.place.layer, style, arrangement)
        self._contents.prepare(state.locale)
        return True

    def _show_layer(self, state: StageState) -> None:
        """Show the data layer of the place, or none; the choice closes where the map home does."""
        look, arrangement = self._fitted()
        place, locale = state.place, state.locale
        layer = None if locale is None else locale.exhibit.layer(place.layer)
        if not place.is_home:
            self.data.close_menu()
        elif self.data.menu_is_open:
            opened_with = (state.exhibit, state.words, look, arrangement)
            if self._inputs.are_new("menu", *opened_with, state.language, place.layer):
                self.open_menu(state)
        if layer is None or locale is None:
            self.data.hide()
            return
        content = self._contents.said(locale, layer, place.year)
        self.data.show_layer(content, state.highlight, look, arrangement)

    def _show_home(self, state: StageState) -> None:
        if not state.place.is_home or state.place.layer:
            self.home.hide()
            self._inputs.forget("home")
            return
        look, arrangement = self._fitted()
        drawn_from = (state.cover, state.words, look, arrangement, state.world)
        if self._inputs.are_new("home", *drawn_from, state.language):
            self.home.show_words(
                state.cover,
                state.words,
                state.language,
                look,
                arrangement,
                state.world,
                self._stage.size(),
            )
        self.home.give_way(self.data.menu_area)

    def _show_band(self, state: StageState) -> None:
        """Show every place within reach, where reach mode has a band for them."""
        look, arrangement = self._fitted()
        locale, band = state.locale, arrangement.band
        if locale is None or band.isEmpty():
            self.band.hide()
            self._inputs.forget("band")
            return
        room = self._band_room(state).translated(-band.topLeft())
        drawn_from = (state.exhibit, state.words, look, arrangement, repr(room))
        if self._inputs.are_new("band", *drawn_from, state.language, state.zone):
            self.band.setGeometry(band.toRect())
            self.band.show_places(
                places_in_reach(locale, state.world), state.zone, locale, look, room
            )
        self.band.show()

    def _band_room(self, state: StageState) -> QRectF:
        """What the title, the panel, a layer's legend and the buttons leave of the band."""
        look, arrangement = self._fitted()
        gap = look.px(_BAND_GAP_U)
        room = QRectF(arrangement.band)
        room.setTop(room.top() + gap)
        room.setLeft(arrangement.dock.x())
        room.setRight(room.right() - arrangement.dock.x() - look.px(_ZOOM_ROOM_U))
        room.setBottom(arrangement.dock.y() - gap)
        if state.zone and arrangement.portrait:
            return QRectF()
        if state.zone:
            room.setRight(arrangement.panel.left() - look.px(_ZOOM_ROOM_U))
            is_covered = self.panel.large.is_open or self.panel.film.is_open
            for opening in (self.panel.large.button, self.panel.film.button):
                if not opening.isHidden() and not is_covered:
                    room.setBottom(min(room.bottom(), opening.geometry().top()))
        elif self.data.is_open:
            return self.data.band_room(room)
        elif arrangement.portrait:
            tops = [each.top() for each in (*self.home.covered(), *self.home.covered_at_first())]
            room.setBottom(min([room.bottom(), *tops]) - gap)
        else:
            title = [each.right() for each in self.home.covered_at_first()]
            room.setLeft(max([room.left(), *title]) + gap)
        return room

    def _show_inset(self, state: StageState) -> None:
        look, arrangement = self._fitted()
        if state.opened is not None:
            self.inset.show_inset(zone_of_inset(state), state.locale, look, arrangement)
            return
        if arrangement.portrait:
            # The map home is as high as the window, and the legend lies over its lower part.
            foot = min((each.top() for each in self.home.covered()), default=arrangement.dock.y())
            free = QRectF(arrangement.window)
            free.setBottom(foot - look.px(_INSET_GAP_U))
            arrangement = replace(arrangement, free=free)
        zone = self.near_inset.zone(state, look, inset_area(look, arrangement))
        self.inset.show_inset(zone, state.locale, look, arrangement)

    def _show_controls(self, state: StageState) -> None:
        look, arrangement = self._fitted()
        has_legend = stage_light(state).legend is not None
        is_compared = not self.panel.compared.isHidden()
        has_picture = self.panel.pictures.shown is not None or is_compared
        around = Around(look, arrangement, self.home, self.data, has_picture, has_legend)
        self.controls.show(state, around)

    def _show_board(self, state: StageState) -> None:
        """Show the board of the place over the map, or none."""
        place, locale = state.place, state.locale
        if locale is None or place.screen not in BOARDS:
            self.boards.hide()
            self._inputs.forget("board")
            return
        look, arrangement = self._fitted()
        drawn_from = (state.exhibit, state.words, state.world, look, arrangement)
        if self._inputs.are_new("board", *drawn_from, state.language, place):
            window = self._stage.rect()
            if not arrangement.band.isEmpty():
                window = arrangement.band.toRect()
            self.boards.show_board(
                place,
                locale,
                look,
                world=state.world,
                window=window,
                controls_top=arrangement.dock.y() - window.top(),
            )
