"""The wiring: builds every object and makes every connection between folders, nothing else."""

from __future__ import annotations

import gc
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal, Slot

from kiosk.exhibit.place import HOME, Place
from kiosk.exhibit.reading.cover import Cover, cover_of, read_cover
from kiosk.guard.occupancy import Occupancy, Occupant
from kiosk.guard.presence import Presence
from kiosk.jobs import rest_below
from kiosk.journey.comfort import Comfort
from kiosk.journey.idle import IdleWatch
from kiosk.journey.journey import Journey
from kiosk.journey.navigation import Navigation
from kiosk.languages.words import read_words
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import read_look
from kiosk.screen.curtain.curtain_keeper import CurtainKeeper, files_shown
from kiosk.screen.late_reading import LateReading, read_folder
from kiosk.screen.map.map_file import Waterlines, WholeMap, read_map, read_water
from kiosk.screen.map.map_world import MapWorld, build_world, with_landmarks
from kiosk.screen.stage import Stage
from kiosk.screen.way_out import WayOut
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.guard.content.content_watch import ContentWatch
    from kiosk.languages.words import Words
    from kiosk.presenting.hall import Hall
    from kiosk.screen.late_reading import Arrival
    from kiosk.settings import Settings
    from kiosk.text.messages import PlacedMessage

_log = logging.getLogger("kiosk")
_WARM_UP_MS = 50


class App(QObject):
    """One running exhibit: the journey, the stage and what connects them."""

    exhibit_read = Signal(object)
    ready = Signal()
    """The whole exhibit stands on the stage."""
    left = Signal()
    """A person at the keyboard wants to leave."""

    def __init__(
        self,
        settings: Settings,
        occupancy: Occupancy | None = None,
        content: ContentWatch | None = None,
    ) -> None:
        """`settings.content` is shown at first; `content` knows what to do where it can't be."""
        super().__init__()
        self._settings = settings
        self._content = content
        self.occupancy = occupancy or Occupancy(self)
        assets = shipped("assets")
        look = read_look(assets, settings.theme)
        self._look = look.still() if settings.still else look
        self._words: Words = read_words(assets / "words")
        self._cover: Cover = read_cover(settings.content)
        self._drawing = read_map(self._cover.map_file)
        self._world: MapWorld = build_world(self._drawing, self._cover.landmarks)
        self._water = Waterlines()
        self._exhibit: Exhibit | None = None
        self._messages: tuple[PlacedMessage, ...] = ()
        self._wanted = self._instead = HOME
        """Where somebody wanted to be, and where they are as long as that is not there."""
        language = settings.language or self._cover.languages[0]
        self._first_comfort = Comfort(language=language, still=settings.still)
        self.journey = Journey(self._first_comfort, self)
        self.navigation = Navigation(self.journey, self)
        self.idle = IdleWatch(
            settings.idle_seconds, prompt_seconds=settings.prompt_seconds, parent=self
        )
        self.presence = Presence(self.idle, self.occupancy, self)
        self.stage = Stage(
            self._look, self._words, self._cover, self._world, screen_mm=settings.screen_mm
        )
        self.stage.set_language(language)
        self._settings_file: Path | None = None
        self._way_out = WayOut(self.stage, self)
        self._late = LateReading(self)
        self._connect()

    def start(self) -> None:
        """Read on after the first picture, and watch whether anybody is there."""
        self.stage.painted.connect(self.read_on)
        self.idle.start()

    def keep_curtain(self, folder: Path, words: Sequence[str], settings_file: Path) -> None:
        """Keep a picture of the home view for the next start, once it rests there for long.

        `settings_file` is where the settings were read, or would have been.
        """
        self._settings_file = settings_file
        keeper = CurtainKeeper(
            self.stage, folder, words, self._files_shown, self._is_as_at_first, self
        )
        self.ready.connect(keeper.start)

    def _files_shown(self) -> tuple[Path, ...]:
        shown = files_shown(self._settings.content, self._cover.map_file)
        own = self._content.own if self._content is not None else self._settings.content
        if own != self._settings.content:
            shown = (*shown, *files_shown(own, None))
        return (*shown, self._settings_file) if self._settings_file is not None else shown

    def _is_as_at_first(self) -> bool:
        return self.journey.place == HOME and self.journey.comfort == self._first_comfort

    @Slot()
    def read_on(self) -> None:
        """Read everything that the first picture did not need."""
        read = self._content.read if self._content is not None else self._read_folder
        self._late.read(read, self._cover.map_file)

    def _read_folder(self) -> Arrival:
        return read_folder(self._settings.content)

    @Slot()
    def stop(self) -> None:
        """Wait for what is being read and drawn: nothing may speak to an app that is gone."""
        self._late.stop()
        rest_below(self.stage, self)

    def read_now(self) -> None:
        """Read everything and wait for it: for pictures and tests."""
        from kiosk.exhibit.reading.exhibit_reading import read_exhibit

        self._take_water(read_water(self._cover.map_file))
        self._take_exhibit(read_exhibit(self._settings.content))

    @property
    def exhibit(self) -> Exhibit | None:
        """What was read, once it was."""
        return self._exhibit

    def show_reading(self, reading: Reading, whole_map: WholeMap | None = None) -> None:
        """Show what the content says now, in place: what is still there stays open.

        Where the place or the language of the moment has gone, the nearest one is shown, until
        the place is there again.  A reading without an exhibit changes nothing.
        """
        exhibit = reading.exhibit
        if exhibit is None or self._exhibit is None:
            self._take_map(whole_map)
            self._take_exhibit(reading)
            return
        self._messages = reading.messages
        self._exhibit = exhibit
        self._take_map(whole_map)
        self._take_cover(exhibit)
        here = self.journey.place
        self._wanted = self._wanted if here == self._instead else here
        self._instead = self._wanted.nearest(exhibit)
        if self.journey.comfort.language not in exhibit.languages:
            self.journey.speak(exhibit.languages[0])
        self._speak(self.journey.comfort)
        self.journey.go(self._instead)

    @Slot(object)
    def go_near(self, place: Place) -> None:
        """Go to a place, or as near to it as there is something."""
        self.journey.go(place.nearest(self._exhibit) if self._exhibit is not None else place)

    def wear(self, theme: str) -> None:
        """Show everything in another theme."""
        self._look = self._look.themed(theme)
        self.stage.set_look(self._look)

    def content_messages(self) -> tuple[PlacedMessage, ...]:
        """What is wrong with the content, as far as it was read."""
        return self._messages

    def interface_style(self) -> InterfaceStyle:
        """How the exhibit looks and speaks at the moment, for whoever stands over it."""
        look = self._look.sized(QSizeF(self.stage.size()), self._settings.screen_mm)
        return InterfaceStyle(look, self._words, self.journey.comfort.language)

    def _connect(self) -> None:
        self._late.water_read.connect(self._take_water)
        self._late.exhibit_read.connect(self._take_arrival)
        self._late.charts_loaded.connect(self._build_plots)
        self._way_out.left.connect(self.left)
        self._way_out.stepped_up.connect(self.navigation.go_up)
        self.journey.moved.connect(self._show)
        self.journey.comforted.connect(self._speak)
        self.stage.zone_touched.connect(self.navigation.open_zone)
        self.stage.title_touched.connect(self.navigation.open_region)
        self.stage.water_touched.connect(self.navigation.go_home)
        self.stage.up_touched.connect(self.navigation.go_up)
        self.stage.panel_chosen.connect(self.navigation.open_panel)
        self.stage.page_chosen.connect(self.navigation.turn_to)
        self.stage.list_touched.connect(self.navigation.open_list)
        self.stage.credits_touched.connect(self.navigation.open_credits)
        self.idle.asked.connect(self.stage.ask_still_here)
        self.idle.counted.connect(self.stage.count_still_here)
        self.idle.kept.connect(self.stage.hide_still_here)
        self.idle.woken.connect(self.stage.wake)
        self.presence.over.connect(self._reset)
        self.presence.attracting.connect(self._attract)
        self.presence.recovered.connect(self.navigation.go_home)
        self.stage.language_chosen.connect(self.journey.speak)

    @Slot(object)
    def _take_water(self, water: Waterlines) -> None:
        self._water = water
        self._build_world()

    def _take_cover(self, exhibit: Exhibit) -> None:
        """Have the map offer what can be opened: a zone that was left out would lead nowhere."""
        before, self._cover = self._cover, cover_of(exhibit)
        self.stage.set_cover(self._cover)
        self.navigation.exhibit = exhibit
        language = self._settings.language or exhibit.languages[0]
        self._first_comfort = replace(self._first_comfort, language=language)
        if before.landmarks != self._cover.landmarks:
            self._world = with_landmarks(self._world, self._drawing, self._cover.landmarks)
            self.stage.set_world(self._world)

    def _take_map(self, whole_map: WholeMap | None) -> None:
        if whole_map is not None:
            self._drawing, self._water = whole_map
            self._build_world()

    def _build_world(self) -> None:
        self._world = build_world(
            self._drawing,
            self._cover.landmarks,
            waterlines=self._water.waterlines,
            coastline=self._water.coastline,
        )
        self.stage.set_world(self._world)

    @Slot(object)
    def change_content(self, arrival: Arrival) -> None:
        """Show other content when nobody has the exhibit: all begins anew for the next visitor."""
        self.show_reading(*arrival)
        self._reset()
        if self.idle.state == "gone" and self.occupancy.who is Occupant.NOBODY:
            self._attract()

    @Slot(object)
    def _take_arrival(self, arrival: Arrival) -> None:
        self.show_reading(*arrival)
        self.exhibit_read.emit(arrival.reading)

    def _take_exhibit(self, reading: Reading) -> None:
        self._messages = reading.messages
        for message in reading.messages:
            _log.warning("content: %s", message)
        if reading.exhibit is None:
            _log.error("content: nothing in %s can be shown", self._settings.content)
            return
        self._exhibit = reading.exhibit
        self._take_cover(reading.exhibit)
        if self.journey.comfort.language not in reading.exhibit.languages:
            self.journey.speak(reading.exhibit.languages[0])
        self._speak(self.journey.comfort)
        self._late.load_charts()

    @Slot()
    def _build_plots(self) -> None:
        if self.stage.sheet is not None:
            self.stage.sheet.prepare()
        QTimer.singleShot(_WARM_UP_MS, self._settle)

    @Slot()
    def _settle(self) -> None:
        """Keep what will live for ever out of the garbage collector's rounds."""
        gc.collect()
        gc.freeze()
        self.ready.emit()

    @Slot(object)
    def _show(self, place: Place) -> None:
        self.stage.show_place(place)

    @Slot(object)
    def _speak(self, comfort: Comfort) -> None:
        if self._exhibit is None:
            self.stage.set_language(comfort.language)
            return
        self.speak_on(self.stage, comfort.language)
        self._show(self.journey.place)

    def hall(self) -> Hall | None:
        """What a talk needs; None before the exhibit has been read."""
        if self._exhibit is None:
            return None
        from kiosk.presenting.hall import Hall

        words = read_words(shipped("assets") / "words" / "presenting")
        return Hall(
            self.stage, self.journey, self._exhibit, self._look, words, self.twin, self.speak_on
        )

    def twin(self) -> Stage:
        """Another stage of the same exhibit, without motion: for pictures of other places."""
        look, settings = self._look.still(), self._settings
        return Stage(look, self._words, self._cover, self._world, screen_mm=settings.screen_mm)

    def speak_on(self, stage: Stage, language: str) -> None:
        """Let a stage speak a language; nothing happens before the exhibit has been read."""
        if self._exhibit is None:
            return
        from kiosk.screen.locale import Locale
        from kiosk.screen.panel.panel_sheet import PanelSheet

        names = {name.id: name.words_in(language) for name in self._world.names}
        locale = Locale(language, self._words, self._exhibit, names)
        stage.set_locale(locale, None if stage.sheet is not None else PanelSheet(stage))

    @Slot()
    def _reset(self) -> None:
        """The visit is over: place, page, language and settings go back for the next one."""
        self.journey.go(HOME)
        self.journey.set_comfort(self._first_comfort)
        self.stage.wake()
        self.stage.finish()

    @Slot()
    def _attract(self) -> None:
        from kiosk.screen.attract.attract_scenes import attract_scenes

        exhibit, words = self._exhibit, self._words
        self.stage.attract([] if exhibit is None else attract_scenes(exhibit, words))
