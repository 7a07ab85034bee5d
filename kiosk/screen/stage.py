"""The stage: the one window, with the map below and everything else upon it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QSizeF, QTimer, Slot

from kiosk.exhibit.place import Place
from kiosk.languages.searching.sought import Sought
from kiosk.screen.arrangement import Arrangement, arrange
from kiosk.screen.assistive.telling import may_be_listened_to, tell_assistive_technology
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.focus_order import move_focus
from kiosk.screen.map.look_change import LookChange
from kiosk.screen.map.map_goal import Goal
from kiosk.screen.map.map_view import MapView
from kiosk.screen.map.map_words import MapWords
from kiosk.screen.place_names import group_name, place_name
from kiosk.screen.stage_touches import StageTouches
from kiosk.screen.state_ahead import StateAhead
from kiosk.screen.touch.resting_finger import RestingFinger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.control.control import Control
    from kiosk.screen.panel.panel_sheet import PanelSheet
    from kiosk.screen.stage_layers import StageLayers
    from kiosk.screen.stage_state import StageState
    from kiosk.screen.steps import Steps

_KEPT_LOOKS = 3


class Stage(StageTouches):
    """Shows a `StageState`, and says what was touched.

    It starts with the map and its names.  Everything else is built after the first picture, and
    the sheet for the panels once a state has the whole exhibit.
    """

    assistive_role = AssistiveRole.STAGE

    def __init__(self, state: StageState, *, screen_mm: tuple[float, float] | None = None) -> None:
        super().__init__(state)
        self._look = state.comfortable_look
        self._kept_looks: list[Look] = []
        """The latest ones, each with the texts that were set in it: visitors try sizes in turn."""
        self._screen_mm = screen_mm
        self._arrangement: Arrangement | None = None
        if may_be_listened_to():
            tell_assistive_technology()
        self._map = MapView(self, self._look, state.world)
        self.fingers = RestingFinger(self)
        self.fingers.begin()
        self._ahead = StateAhead(self, state, self._prepare)
        self._ahead.ready.connect(self._show_state)
        self._map.place_pressed.connect(self._expect_place)
        self._change = LookChange(self, self._map)
        self._change.due.connect(self._fit_again)
        self._map.painted.connect(self._first_painted)
        self._map.place_touched.connect(self._touch_place)
        self._map.water_touched.connect(self._touch_water)

    @property
    def state(self) -> StageState:
        """What is shown, or will be as soon as it is set, or its map drawn in another theme."""
        return self._ahead.held or self._state

    @property
    def language(self) -> str:
        """The language of its words, as far as they say no other."""
        return self._state.language

    @property
    def screen_mm(self) -> tuple[float, float] | None:
        """How large the screen is, in millimetres; None where nobody knows."""
        return self._screen_mm

    def set_screen_mm(self, screen_mm: tuple[float, float] | None) -> None:
        """Be on a screen of another size, from the next change of the window's size on."""
        self._screen_mm = screen_mm

    def show_state(self, state: StageState) -> None:
        """Lay out what differs from the state before.

        It waits for a moment where its page is not set yet.  Another theme alone waits until the
        map is drawn in it; anything else that differs then brings it at once.
        """
        if not self._ahead.holds(state, may_wait=not self._change.is_waiting):
            self._show_state(state)

    def show_at_once(self, state: StageState) -> None:
        """Lay out a state that waits for nothing: for whoever measures what is on the stage."""
        self._ahead.holds(state, may_wait=False)
        self._show_state(state)

    @Slot(str)
    def _expect_place(self, zone: str) -> None:
        """A finger is on a place that it may touch, or on none any more."""
        goal = None
        if zone and self._layers is not None and not self._state.place.layer:
            goal = self._layers.view_ahead(replace(self._state, place=Place(zone)))
        self._map.expect(goal)
        self._ahead.expect_place(zone)

    def _prepare(self, state: StageState, pressed: bool) -> Steps[None]:
        """Set what a state will show, in steps."""
        if self._layers is not None:
            words = MapWords(state.language, self._full_name, self._name_group)
            yield from self._layers.set_ahead(state, self._map, words, pressed=pressed)

    @Slot(object)
    def _show_state(self, state: StageState) -> None:
        before, self._state = self._state, state
        changed = state.changes(before)
        if not changed:
            return
        if "world" in changed:
            self._map.set_world(state.world)
        if self._layers is not None:
            self._layers.take(state, changed)
        if state.exhibit is not None and (self._layers is None or self._layers.sheet is None):
            self._build_sheet(self._filled())
        look = self._sized_look(self.size())
        if self.isVisible() and self._is_other_theme_alone(look, before, changed):
            self._change.begin(look)
            if self._layers is not None:
                self._layers.panel.picture.prepare_look(look)
                self._layers.show_tray(state)
        elif (
            "look" in changed
            or not state.comfort.looks_like(before.comfort)
            or self._change.is_waiting
        ):
            self._fit(self.size())
        else:
            self._take_names()
            self._lay_out()
        self._open_menu_late()

    def _is_other_theme_alone(
        self, look: Look, before: StageState, changed: frozenset[str]
    ) -> bool:
        """Whether nothing changes but the colours: the map is drawn in them first."""
        comfort = self._state.comfort
        alike = replace(before.comfort, contrast=comfort.contrast) == comfort
        return alike and changed <= {"look", "comfort"} and look.theme.name != self._look.theme.name

    def _take_names(self) -> None:
        """Set texts with the names of other content; for the map nothing changes."""
        names = self._state.comfortable_look.names
        if names != self._look.names:
            self._look = replace(self._look, names=names)
            if self._layers is not None and self._arrangement is not None:
                self._layers.arrange(self._look, self._arrangement)

    def seek(self, place: Place, words: str) -> None:
        """Turn to the page of a panel on which these words stand, and mark them there.

        The panel of the place has to be open, or about to be.
        """
        self._filled().found.choose(place, Sought(words, ((0, len(words)),)))
        if self._ahead.held is None:
            self._lay_out()

    def read_pictures_again(self) -> None:
        """The pictures have changed on the disk."""
        if self._layers is not None:
            self._layers.panel.read_pictures_again()
            self._layers.inset.card.read_again()

    def finish(self) -> None:
        """Have everything at rest and sharp at once: for pictures and tests."""
        layers = self._filled()
        self._ahead.finish()
        if self._change.is_waiting:
            self._fit(self.size())
        self._map.finish()
        layers.finish(None if self._map.is_explored else self._map.chosen_point())

    @property
    def is_on_its_way(self) -> bool:
        """Whether something is still to come onto the screen, or slides there."""
        layers = self._layers
        return self._ahead.held is not None or (layers is not None and layers.is_on_its_way)

    @property
    def is_covered(self) -> bool:
        """Whether something lies over the exhibit: the question, or the attract loop."""
        return self._layers is not None and self._layers.idle_overlays.is_up

    @property
    def map_view(self) -> MapView:
        """The map."""
        return self._map

    @property
    def sheet(self) -> PanelSheet | None:
        """The panel's sheet, once the exhibit has been read."""
        return self._layers.sheet if self._layers is not None else None

    @property
    def pages(self) -> int:
        """How many pages the present screen or panel has."""
        return self._filled().pages(self._state.place)

    @Slot()
    def prepare_charts(self) -> None:
        """Build the charts ahead of their first use, one in each turn of the event loop."""
        if self.sheet is not None:
            self.sheet.prepare()
        else:
            self.charts_prepared.emit()

    @Slot()
    def ask_still_here(self) -> None:
        """Ask whether somebody is still there."""
        state = self.state
        self._filled().idle_overlays.ask(state.language, state.exhibit, self._look)

    @Slot(float)
    def count_still_here(self, seconds: float) -> None:
        """Say how many seconds are left."""
        self._filled().idle_overlays.count(seconds)

    @Slot()
    def hide_still_here(self) -> None:
        """Somebody answered, or nobody did."""
        self._filled().idle_overlays.stop_asking()

    @Slot()
    def attract(self) -> None:
        """Show the exhibit's own places in turn until somebody comes."""
        self._map.return_to_goal()
        self._filled().idle_overlays.attract(self._state.exhibit, self._look)

    @Slot()
    def wake(self) -> None:
        """Somebody came: uncover what lies below."""
        layers = self._filled()
        layers.idle_overlays.wake(layers.panel.slide, self._look)

    @Slot()
    def _first_painted(self) -> None:
        self._filled()
        self.painted.emit()

    def _filled(self) -> StageLayers:
        """What lies over the map, built when it is first asked for.

        The modules are imported here because the first picture does not wait for them: together
        with the fonts of the language switch they take longer than the map itself.
        """
        if self._layers is not None:
            return self._layers
        from kiosk.screen.control.focus_keeper import FocusKeeper
        from kiosk.screen.stage_layers import StageLayers
        from kiosk.screen.touch.tap_guard import TapGuard

        tell_assistive_technology(self, self._map)
        self._layers = layers = StageLayers(self, self._state, self._map)
        self._pass_on(layers)
        self._map.arriving.connect(layers.panel.draw_leader)
        self._map.nearing.connect(layers.home.fade_in)
        self._map.nearing.connect(layers.inset.fade_in)
        layers.near_inset.changed.connect(self._lay_out)
        self._map.explored.connect(layers.controls.zoom.let_back)
        self._map.ranged.connect(layers.controls.zoom.let_zoom)
        self._map.explored.connect(layers.home.stand_aside)
        self._map.explored.connect(layers.home.stand_on_plate)
        self._map.explored.connect(self._tie_leader)
        layers.controls.zoom.zoomed.connect(self._zoom)
        layers.controls.zoom.back_touched.connect(self._map.return_to_goal)
        layers.controls.dock.layers_touched.connect(self._toggle_menu)
        layers.controls.dock.comfort_touched.connect(self.turn_tray)
        layers.tray.comfort_chosen.connect(self.comfort_chosen)
        layers.data.shading_changed.connect(self._lay_out)
        layers.data.menu_changed.connect(self._give_way)
        layers.data.card_moved.connect(self._lay_out)
        self._map.viewed.connect(self._read)
        FocusKeeper(self)
        self.tap_guard: TapGuard = TapGuard(self, self._map, self._reach)
        self.setFocus()
        layers.stack(self._map)
        if self._state.exhibit is not None:
            self._build_sheet(layers)
        self._fit(self.size())
        return layers

    def _build_sheet(self, layers: StageLayers) -> None:
        """Build the one sheet on which every panel is shown."""
        if layers.sheet is not None:
            return
        from kiosk.screen.panel.panel_sheet import PanelSheet

        sheet = PanelSheet(self)
        layers.take_sheet(sheet, self._state)
        self._pass_on_sheet(sheet)
        layers.stack(self._map)

    @Slot(float)
    def _zoom(self, levels: float) -> None:
        self._map.zoom(self._goal().free.center(), levels)

    def _reach(self) -> float:
        return self._look.target

    @Slot()
    def _fit_again(self) -> None:
        self._fit(self.size())

    def _fit(self, size: QSize) -> None:
        """Lay out everything in a window of that size."""
        if size.isEmpty():
            return
        self._change.stop()
        self._look = self._sized_look(size)
        low = self._state.comfort.low_reach
        self._arrangement = arrange(self._look, size, low=low)
        if self._layers is not None:
            self._layers.arrange(self._look, self._arrangement)
        self._map.cover(self._look, size, self._goal())
        self._lay_out()

    def _sized_look(self, size: QSize) -> Look:
        """The look of the state in a window of that size, with what was set in it before."""
        look = self._state.comfortable_look.sized(QSizeF(size), self._screen_mm)
        look = next((kept for kept in self._kept_looks if kept == look), look)
        self._kept_looks = [look, *(kept for kept in self._kept_looks if kept is not look)]
        del self._kept_looks[_KEPT_LOOKS:]
        return look

    @Slot()
    def _lay_out(self) -> None:
        """Lay out what is not yet as the state has it."""
        if self._arrangement is None:
            return
        layers, words = self._layers, None
        if layers is not None:
            if layers.names_are_old(self._state):
                words = MapWords(self._state.language, self._full_name, self._name_group)
                self._name_parts()
            layers.show(self._state)
            self._sought_page = layers.page_of_sought(self._state) or self._sought_page
            if self._sought_page:
                QTimer.singleShot(0, self._turn_to_sought)
            if layers.places_are_old(self._state):
                self._map.describe_places(self._full_name)
        self._map.show_goal(self._goal(), words)
        if layers is not None:
            self._tie_leader(self._map.is_explored)
            layers.home.arrive(gliding=self._map.is_gliding)
            self._read()

    def _name_parts(self) -> None:
        """Say to assistive technology what the window is, and the map in it."""
        state = self._state
        self.setAccessibleName(state.cover.title.words_in(state.language))
        places = str(len(state.world.places))
        self._map.setAccessibleName(state.words.say("map", state.language))
        told = state.words.say("map_told", state.language, places=places)
        self._map.setAccessibleDescription(told)

    @Slot(bool)
    def _give_way(self, to_menu: bool) -> None:
        """Let the title go where the choice of layers opens, and come back once it is closed."""
        layers = self._filled()
        home = layers.home
        home.stand_aside(to_menu or self._map.is_explored)
        self._lay_out()
        home.fade_in()
        for fading in home.overlays if to_menu else ():
            # What goes lies below what comes in its place.
            fading.stackUnder(layers.data.overlays[0])

    @Slot()
    def _read(self) -> None:
        """Have the reading of a data layer where the finger was on the map."""
        if self._layers is not None:
            layers = self._layers
            over_map = (*layers.controls.covered(), *layers.inset.covered())
            places = self._map.named_places()
            card = layers.data.read_at(self._map.reading_point, places, over_map)
            self._map.give_way(card)

    @Slot(bool)
    def _tie_leader(self, is_away: bool) -> None:
        """Have the panel tied to its marker, but for a map that somebody moves."""
        marker = None if is_away else self._map.chosen_point()
        self._filled().panel.join_leader(marker, gliding=self._map.is_gliding)

    def _goal(self) -> Goal:
        assert self._arrangement is not None
        if self._layers is not None:
            return self._layers.goal(self._state)
        zone = self._state.zone or None
        return Goal(zone, whole_bay=False, free=self._arrangement.window)

    def _full_name(self, zone: str) -> str:
        """What assistive technology hears of a place on the map."""
        if self._state.place.layer and self._layers is not None and self._state.world.place(zone):
            return self._layers.data.spoken(zone)
        return place_name(self._state, zone)

    def _name_group(self, names: Sequence[str], count: int) -> str:
        return group_name(self._state, names, count)

    def read(self) -> tuple[list[QWidget], list[list[Control]]]:
        """What is read aloud of the screen, in its order: its texts, then part after part what can
        be done.
        """
        return self._filled().front.read(self._state.place, self._map.controls())

    def focusNextPrevChild(self, forward: bool) -> bool:
        order = []
        if self._layers is not None:
            order = self._layers.front.reached(self._state.place, self._map.controls())
        return move_focus(order, self.focusWidget(), forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size())
