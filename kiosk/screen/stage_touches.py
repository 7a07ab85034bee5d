"""What was touched on the stage, for whoever asks the journey for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.place import HOME, SEARCH
from kiosk.screen.control.control import Control

if TYPE_CHECKING:
    from kiosk.exhibit.place import Place
    from kiosk.languages.searching.sought import Sought
    from kiosk.screen.panel.panel_sheet import PanelSheet
    from kiosk.screen.stage_layers import StageLayers
    from kiosk.screen.stage_state import StageState
    from kiosk.speech.output import SoundOutput


class StageTouches(QWidget):
    """Says what was touched on a stage: on the map, on what lies over it, and on the sheet."""

    zone_touched = Signal(str)
    water_touched = Signal()
    title_touched = Signal()
    map_touched = Signal()
    list_touched = Signal()
    credits_touched = Signal()
    search_touched = Signal()
    typed = Signal(str)
    """What is searched for now."""
    found_chosen = Signal(object)
    """The `Place` of something that was found."""
    search_failed = Signal()
    """Nothing was found, once for each query: for whoever counts, without its words."""
    panel_chosen = Signal(str)
    page_chosen = Signal(int)
    language_chosen = Signal(str)
    comfort_chosen = Signal(object)
    """The `Comfort` that the visitor wants."""
    pause_touched = Signal()
    """What is read aloud is to wait, or to go on."""
    again_touched = Signal()
    """What was read aloud is to be said again."""
    zone_pointed = Signal(str)
    """A bar was touched that stands for this zone; an empty one takes its light away."""
    layer_chosen = Signal(str)
    """A data layer was chosen; an empty one takes away the one that lies on the map."""
    year_chosen = Signal(str)
    zone_compared = Signal(str)
    """A zone was touched on a data layer; an empty one is the water."""
    film_attended = Signal()
    """A film plays, so somebody is there."""
    film_sounding = Signal(bool)
    """A film is to be heard from now on, or no more."""
    quarter_reached = Signal(int)
    """A film has begun (0), or has been played up to that quarter of it."""
    code_shown = Signal()
    """The code of a source can be taken to a phone."""
    painted = Signal()
    """The first picture is on the screen."""
    charts_prepared = Signal()
    """What `prepare_charts` asked for is built."""

    def __init__(self, state: StageState) -> None:
        super().__init__()
        self._state = state
        self._layers: StageLayers | None = None
        self._sound_output: SoundOutput | None = None
        self._sought_page = 0
        self._asks_for_menu = False
        """Whether data layers are to be chosen from as soon as the exhibit has been read."""

    def _pass_on(self, layers: StageLayers) -> None:
        layers.home.title_touched.connect(self.title_touched)
        layers.home.legend_touched.connect(self.credits_touched)
        layers.boards.place_chosen.connect(self.zone_touched)
        layers.boards.page_chosen.connect(self.page_chosen)
        layers.boards.search_touched.connect(self.search_touched)
        layers.boards.typed.connect(self.typed)
        layers.boards.found_chosen.connect(self._choose_found)
        layers.boards.search_failed.connect(self.search_failed)
        layers.band.place_chosen.connect(self.zone_touched)
        layers.inset.card.place_chosen.connect(self.zone_touched)
        layers.controls.dock.list_touched.connect(self.list_touched)
        layers.controls.dock.map_touched.connect(self.map_touched)
        layers.controls.dock.bay_touched.connect(self.title_touched)
        layers.controls.dock.pause_touched.connect(self.pause_touched)
        layers.controls.dock.again_touched.connect(self.again_touched)
        layers.controls.dock.language_chosen.connect(self.language_chosen)
        layers.panel.film.attended.connect(self.film_attended)
        layers.panel.film.sounding.connect(self.film_sounding)
        layers.panel.film.quarter_reached.connect(self.quarter_reached)
        layers.panel.film.loudness_chosen.connect(self._choose_loudness)
        layers.panel.film.set_output(self._sound_output)
        layers.data.layer_chosen.connect(self.layer_chosen)
        layers.data.year_chosen.connect(self.year_chosen)
        layers.data.zone_touched.connect(self.zone_compared)
        layers.data.zone_opened.connect(self.zone_touched)

    def _pass_on_sheet(self, sheet: PanelSheet) -> None:
        sheet.panel_chosen.connect(self.panel_chosen)
        sheet.page_chosen.connect(self.page_chosen)
        sheet.charts_prepared.connect(self.charts_prepared)
        sheet.place_chosen.connect(self.zone_touched)
        sheet.zone_pointed.connect(self.zone_pointed)
        sheet.map_touched.connect(self.map_touched)
        sheet.cards.code_shown.connect(self.code_shown)

    @Slot(object, object)
    def _choose_found(self, place: Place, sought: Sought | None) -> None:
        """Something was found, which may stand on a later page of its panel."""
        if self._layers is not None and sought is not None:
            self._layers.found.choose(place, sought)
        self.found_chosen.emit(place)

    @Slot()
    def _turn_to_sought(self) -> None:
        """Turn to the page on which that stands, now that the pages are laid out."""
        page, self._sought_page = self._sought_page, 0
        if page:
            self.page_chosen.emit(page)

    @Slot(str)
    def _touch_place(self, zone: str) -> None:
        """On a data layer a place is read, elsewhere it opens."""
        if self._close_menu():
            return
        (self.zone_compared if self._state.place.layer else self.zone_touched).emit(zone)

    @Slot()
    def _touch_water(self) -> None:
        """On a data layer the water lets go of what is read, elsewhere it leads home."""
        if self._close_menu():
            return
        if self._state.place.layer:
            self.zone_compared.emit("")
        else:
            self.water_touched.emit()

    @Slot(int)
    def _choose_loudness(self, step: int) -> None:
        """A visitor has one loudness, for films as for what is read aloud."""
        self.comfort_chosen.emit(replace(self._state.comfort, loudness=step))

    def hear_films(self, output: SoundOutput | None) -> None:
        """Where the sound of films goes on this machine."""
        self._sound_output = output
        if self._layers is not None:
            self._layers.panel.film.set_output(output)

    @Slot()
    def follow_muting(self) -> None:
        """The house has become silent, or is no longer."""
        self.hear_films(self._sound_output)

    @Slot()
    def pause_film(self) -> None:
        """A film that plays stands still: somebody is asked or told something."""
        if self._layers is not None:
            self._layers.panel.film.pause()

    @Slot()
    def close_film(self) -> None:
        """A film that is open closes."""
        if self._layers is not None:
            self._layers.panel.film.close()

    @Slot(bool)
    def plug_film(self, is_in: bool) -> None:
        """Headphones were put in, or pulled out."""
        if self._layers is not None and not is_in:
            self._layers.panel.film.unplug()

    def _close_menu(self) -> bool:
        return self._layers is not None and self._layers.data.close_front()

    @Slot()
    def _toggle_menu(self) -> None:
        """Open the choice of data layers, or close it."""
        layers = self._layers
        if layers is None:
            return
        if layers.data.menu_is_open:
            layers.data.close_menu()
            return
        if self._state.exhibit is None:
            self._asks_for_menu = not self._asks_for_menu
            return
        by_keyboard = isinstance(self.focusWidget(), Control)
        if layers.open_menu(self._state) and by_keyboard:
            layers.data.focus_menu()

    @Slot()
    def turn_tray(self) -> None:
        """Open the comfort tray, or close it."""
        layers = self._layers
        if layers is None:
            return
        layers.data.close_menu()
        layers.tray.turn(self._state, by_keyboard=isinstance(self.focusWidget(), Control))

    @property
    def is_at_beginning(self) -> bool:
        """Whether the map home is shown and nothing lies over it."""
        layers = self._layers
        is_open = layers is not None and (layers.tray.is_open or layers.data.menu_is_open)
        return self._state.place == HOME and not is_open

    @property
    def takes_letters(self) -> bool:
        """Whether letters of a keyboard are typed: somebody searches."""
        return self._state.place.screen == SEARCH

    def close_above(self) -> None:
        """Close the comfort tray and the choice of data layers."""
        self.close_tray()
        if self._layers is not None:
            self._layers.data.close_menu()

    def close_tray(self) -> None:
        """Close the comfort tray, if it is open."""
        if self._layers is not None:
            self._layers.tray.close()

    def _open_menu_late(self) -> None:
        """Open the choice of data layers that was asked for before the exhibit had been read."""
        if not self._state.place.is_home:
            self._asks_for_menu = False
        elif self._asks_for_menu and self._state.exhibit is not None:
            self._asks_for_menu = False
            self._toggle_menu()
