"""The wiring: builds every object and makes every connection between folders, nothing else."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal, Slot

from kiosk.exhibit.on_day import days_after, days_of_change, shown_on
from kiosk.exhibit.place import HOME
from kiosk.exhibit.reading.cover import cover_of, read_cover
from kiosk.garbage import collect_all
from kiosk.guard.day_watch import DayWatch, local_day
from kiosk.guard.occupancy import Occupancy, Occupant
from kiosk.guard.presence import Presence
from kiosk.guard.process.process_memory import give_back_now
from kiosk.jobs_below import rest_below
from kiosk.journey.comfort import Comfort
from kiosk.journey.idle import IdleWatch
from kiosk.journey.journey import Journey
from kiosk.journey.navigation import Navigation
from kiosk.languages.words import read_words
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import read_look
from kiosk.look.stand import Stand
from kiosk.screen.late_reading import LateReading, read_folder
from kiosk.screen.map.map_file import Waterlines, WholeMap, first_map, read_water
from kiosk.screen.map.map_world import with_landmarks
from kiosk.screen.splash.splash_keeper import SplashKeeper, files_shown
from kiosk.screen.stage import Stage
from kiosk.screen.stage_state import StageState
from kiosk.screen.way_out import WayOut
from kiosk.shipped import shipped, shipped_content
from kiosk.text.alike import gathered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.place import PanelPage, Place
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.guard.content.content_watch import ContentWatch
    from kiosk.presenting.talk_host import TalkHost
    from kiosk.screen.aloud.aloud import Aloud
    from kiosk.screen.late_reading import Arrival
    from kiosk.settings.settings import Settings
    from kiosk.speech.jack_watch import JackWatch
    from kiosk.speech.speech import MachineSpeech, Speech
    from kiosk.text.messages import PlacedMessage
    from kiosk.visits.counting import Counting

_log = logging.getLogger("kiosk")


def _stand(settings: Settings) -> Stand:
    """How the screen stands before a visitor."""
    return Stand(settings.viewing_mm, settings.lower_edge_mm, settings.reach_mm)


class App(QObject):
    """One running exhibit: the journey, the stage and what connects them."""

    exhibit_read = Signal(object)
    ready = Signal()
    """The whole exhibit is on the stage."""
    left = Signal()
    """A person at the keyboard wants to leave."""
    plugged = Signal(bool)
    """Headphones were put in, or pulled out."""
    resetting = Signal()
    """All is about to go back for the next visitor."""

    def __init__(
        self,
        settings: Settings,
        occupancy: Occupancy | None = None,
        content: ContentWatch | None = None,
        *,
        clock: Callable[[], date] = local_day,
    ) -> None:
        """`settings.content` is shown at first; `content` knows what to do where it can't be."""
        super().__init__()
        self._settings = settings
        self._content = content
        self.occupancy = occupancy or Occupancy(self)
        self.days = DayWatch(self.occupancy, self, clock=clock)
        self._whole: Exhibit | None = None
        """The exhibit of every day, as it was read."""
        self._chosen_day: date | None = None
        self._shows_every_day = False
        assets = shipped("assets")
        cover = read_cover(settings.content, day=self.days.day)
        self._map = first_map(cover.map_file, cover.meanings)
        if self._map.is_ours:
            cover = cover.on_our_map()
        self._words = read_words(assets / "words")
        self._messages: tuple[PlacedMessage, ...] = ()
        language = settings.language or cover.languages[0]
        self._first_comfort = Comfort(language=language, still=settings.still)
        self._state = StageState(
            look=replace(read_look(assets, settings.theme), stand=_stand(settings)),
            words=self._words.with_languages(cover.interface).with_own(cover.own_words),
            cover=cover,
            world=self._map.world(cover.landmarks),
            comfort=self._first_comfort,
            usual=self._first_comfort,
        )
        self.journey = Journey(self._first_comfort, self)
        self.navigation = Navigation(self.journey, self)
        self.idle = IdleWatch(
            settings.idle_seconds, prompt_seconds=settings.prompt_seconds, parent=self
        )
        self.presence = Presence(self.idle, self.occupancy, self)
        self.stage = Stage(self._state, screen_mm=settings.screen_mm)
        self._settings_file: Path | None = None
        self._way_out = WayOut(self.stage, self, self._is_home)
        self._late = LateReading(self)
        self.aloud: Aloud | None = None
        self._jack: JackWatch | None = None
        self._ledger: Path | None = None
        self._counting: Counting | None = None
        self._connect()

    def start(self) -> None:
        """Read on after the first picture, and watch whether anybody is there."""
        self.stage.painted.connect(self.read_on)
        self.ready.connect(self._find_speech)
        self.idle.start()
        self.days.start()

    def keep_splash(self, folder: Path, words: Sequence[str], settings_file: Path) -> None:
        """Keep a picture of the home view for the next start, once it rests there for long.

        `settings_file` is where the settings were read, or would have been.
        """
        self._settings_file = settings_file
        keeper = SplashKeeper(
            self.stage, folder, words, self._files_shown, self._is_as_at_first, self
        )
        self.ready.connect(keeper.start)

    def count_visits(self, ledger: Path) -> None:
        """Count in the ledger what visitors do, without knowing anybody, once everything stands."""
        self._ledger = ledger
        self.ready.connect(self._begin_counting)

    @Slot()
    def _begin_counting(self) -> None:
        from kiosk.visits.counting import Counting

        if self._ledger is None or self._counting is not None:
            return
        journey, stage = self.journey, self.stage
        counting = Counting(self._ledger, journey.place, journey.comfort, self._opened, self)
        self._counting = counting
        self.occupancy.changed.connect(counting.follow)
        self.resetting.connect(counting.end_visit)
        self.idle.noticed.connect(counting.notice)
        self.idle.asked.connect(counting.ask)
        self.idle.kept.connect(counting.take_answer)
        journey.moved.connect(counting.move)
        journey.comforted.connect(counting.take_comfort)
        stage.search_failed.connect(counting.miss)
        stage.code_shown.connect(counting.show_code)
        stage.quarter_reached.connect(counting.play_film)
        counting.follow(self.occupancy.who)

    def _opened(self, place: Place) -> PanelPage | None:
        return None if self.exhibit is None else place.resolve(self.exhibit)

    def _files_shown(self) -> tuple[Path, ...]:
        shown = files_shown(self._settings.content, self._state.cover.map_file)
        own = self._content.own if self._content is not None else self._settings.content
        if own != self._settings.content:
            shown = (*shown, *files_shown(own, None))
        return (*shown, self._settings_file) if self._settings_file is not None else shown

    def _is_as_at_first(self) -> bool:
        """Whether the next start begins like this, on whichever day it is."""
        if self.journey.place != HOME or self.journey.comfort != self._first_comfort:
            return False
        return self._whole is None or not days_after(self._whole, self._day)

    @Slot()
    def read_on(self) -> None:
        """Read everything that the first picture did not need."""
        read = self._content.read if self._content is not None else self._read_folder
        self._late.read(read, self._state.cover.map_file, self._state.cover.meanings)

    def _read_folder(self) -> Arrival:
        return read_folder(self._settings.content)

    @Slot()
    def stop(self) -> None:
        """Wait a little for what is being read and drawn; nothing of it is shown any more."""
        self.stage.close_film()
        if self._counting is not None:
            self._counting.stop()
        if self.aloud is not None:
            self.aloud.end()
        if self._jack is not None:
            self._jack.end()
        rest_below(self.stage, self)

    def read_now(self) -> None:
        """Read everything and wait for it: for pictures and tests."""
        from kiosk.exhibit.reading.exhibit_reading import read_exhibit

        self._take_water(read_water(self._state.cover.map_file, self._state.cover.meanings))
        self.show_reading(read_exhibit(self._settings.content))

    @property
    def exhibit(self) -> Exhibit | None:
        """What of it is shown on the day, once it was read."""
        return self._state.exhibit

    def show_day(self, day: date | None) -> None:
        """Show what there is on a day; without one on today's, by the machine's clock."""
        self._chosen_day, self._shows_every_day = day, False
        self._show_whole()

    def show_every_day(self) -> None:
        """Show all that was read, whatever the day: for whoever takes everything down."""
        self._shows_every_day = True
        self._show_whole()

    @property
    def _day(self) -> date:
        return self._chosen_day or self.days.day

    def _show_whole(self) -> None:
        """Show what of the exhibit is there now; what is still there stays open."""
        if self._whole is None:
            return
        exhibit = self._whole if self._shows_every_day else shown_on(self._whole, self._day)
        self._take_exhibit(exhibit)
        self.navigation.set_exhibit(exhibit)
        self._show()

    @Slot()
    def _change_day(self) -> None:
        """Show what another day has, now that nobody has the exhibit."""
        if self._whole is not None and days_of_change(self._whole):
            self._show_whole()
            self._begin_afresh()

    def show_reading(self, reading: Reading, whole_map: WholeMap | None = None) -> None:
        """Show what the content says now, in place: what is still there stays open.

        If the current place or language no longer exists, the nearest one is shown, until
        the place is there again.  A reading without an exhibit changes nothing.
        """
        is_first, exhibit = self.exhibit is None, reading.exhibit
        self._messages = reading.messages
        if is_first or exhibit is None:
            for message in gathered(reading.messages):
                _log.warning("content: %s", message)
        if whole_map is not None:
            self._map = whole_map
            self._state = replace(self._state, world=whole_map.world(self._state.cover.landmarks))
        if exhibit is None:
            _log.error("content: nothing in %s can be shown", self._settings.content)
            self._show()
            return
        self._whole = exhibit
        self._show_whole()
        if is_first:
            self._late.load_charts()

    def set_theme(self, theme: str) -> None:
        """Show everything in another theme."""
        self._state = replace(self._state, look=self._state.look.themed(theme))
        self._show()

    def content_messages(self) -> tuple[PlacedMessage, ...]:
        """What is wrong with the content, as far as it was read."""
        return self._messages

    def interface_style(self) -> InterfaceStyle:
        """The current look and language of the exhibit, for overlays."""
        state = self.stage.state
        size = QSizeF(self.stage.size())
        look = state.comfortable_look.sized(size, self._settings.screen_mm)
        return InterfaceStyle(look, state.words, state.language)

    @Slot()
    def _find_speech(self) -> None:
        """Find out what can be spoken, once everything else stands."""
        from kiosk.speech.late_speech import LateSpeech

        late = LateSpeech(self)
        late.found.connect(self._take_speech)
        own = self._content.own if self._content is not None else self._settings.content
        late.find(self._settings, (own, shipped_content()))

    @Slot(object)
    def _take_speech(self, speech: MachineSpeech) -> None:
        from kiosk.speech.jack_watch import JackWatch

        self.stage.hear_films(speech.output)
        if self.aloud is None:
            self.listen(speech)
            self.watch_jack(JackWatch(self))

    def listen(self, speech: Speech) -> None:
        """Read the screen aloud to whoever wants it, by `speech`, and listen to a keypad."""
        from kiosk.screen.aloud.aloud import Aloud

        aloud = Aloud(
            self.stage,
            speech,
            self._settings.keypad,
            self.interface_style,
            self._is_visitors,
            self._is_somebody_there,
        )
        self.aloud = aloud
        aloud.comfort_wanted.connect(self.journey.set_comfort)
        aloud.home_wanted.connect(self.navigation.go_home)
        aloud.attended.connect(self.idle.notice)
        aloud.question_wanted.connect(self.idle.ask)
        aloud.paused.connect(self._show_pause)
        self.journey.comforted.connect(aloud.take_comfort)
        self.journey.moved.connect(aloud.change)
        self.idle.asked.connect(aloud.ask)
        self.idle.kept.connect(aloud.stop_asking)
        self.occupancy.changed.connect(aloud.leave)
        self.presence.over.connect(aloud.begin_afresh)
        self.stage.pause_touched.connect(aloud.pause)
        self.stage.again_touched.connect(aloud.say_again)
        self.stage.film_sounding.connect(aloud.give_way)
        aloud.spoken_to.connect(self.stage.pause_film)
        self._offer_speech()
        aloud.begin()

    def watch_jack(self, jack: JackWatch) -> None:
        """Begin to speak where headphones are put in, and end where they are pulled out."""
        self._jack = jack
        if self.aloud is not None:
            jack.changed.connect(self.aloud.plug)
        jack.changed.connect(self.plugged)
        jack.begin()

    def _is_visitors(self) -> bool:
        """Whether a visitor has the keys; over the exhibit a PIN may be typed before staff are."""
        from kiosk.guard.overlay.overlay import Overlay

        if self.occupancy.who not in (Occupant.VISITOR, Occupant.NOBODY):
            return False
        return all(each.isHidden() for each in self.stage.findChildren(Overlay))

    def _is_somebody_there(self) -> bool:
        return self.idle.state == "here"

    @Slot(bool)
    def _show_pause(self, is_paused: bool) -> None:
        if is_paused != self._state.is_paused:
            self._state = replace(self._state, is_paused=is_paused)
            self._show()

    def _offer_speech(self) -> None:
        """Have the comfort tray offer to read aloud in the languages that can be heard."""
        if self.aloud is not None:
            spoken = self.aloud.spoken_languages()
            self._state = replace(self._state, spoken_languages=spoken)
            self._show()

    def talk_host(self) -> TalkHost | None:
        """What a talk needs; None before the exhibit has been read."""
        from kiosk.presenting.talk_host import talk_host

        return talk_host(self.stage, self.journey)

    def _is_home(self) -> bool:
        return self.journey.place == HOME

    def _connect(self) -> None:
        self.days.changed.connect(self._change_day)
        self._late.water_read.connect(self._take_water)
        self._late.exhibit_read.connect(self._take_arrival)
        self._late.charts_loaded.connect(self.stage.prepare_charts)
        self.stage.charts_prepared.connect(self._late.settle)
        self._late.done.connect(self.ready)
        self._way_out.left.connect(self.left)
        self._way_out.stepped_up.connect(self.navigation.go_up)
        self.journey.moved.connect(self._show)
        self.journey.comforted.connect(self._show)
        self.stage.zone_touched.connect(self.navigation.open_zone)
        self.stage.title_touched.connect(self.navigation.open_region)
        self.stage.water_touched.connect(self.navigation.go_back)
        self.stage.map_touched.connect(self.navigation.go_back)
        self.stage.panel_chosen.connect(self.navigation.open_panel)
        self.stage.page_chosen.connect(self.navigation.turn_to)
        self.stage.zone_pointed.connect(self.navigation.point_at)
        self.stage.layer_chosen.connect(self.navigation.open_layer)
        self.stage.year_chosen.connect(self.navigation.show_year)
        self.stage.zone_compared.connect(self.navigation.compare)
        self.stage.list_touched.connect(self.navigation.open_list)
        self.stage.search_touched.connect(self.navigation.open_search)
        self.stage.typed.connect(self.navigation.search)
        self.stage.found_chosen.connect(self.navigation.open_found)
        self.stage.credits_touched.connect(self.navigation.open_credits)
        self.stage.map_view.settled.connect(self._give_memory_back)
        self.idle.asked.connect(self.stage.ask_still_here)
        self.idle.asked.connect(self.stage.pause_film)
        self.stage.film_attended.connect(self.idle.notice)
        self.occupancy.changed.connect(self._leave_film)
        self.presence.over.connect(self.stage.close_film)
        self.plugged.connect(self.stage.plug_film)
        self.idle.counted.connect(self.stage.count_still_here)
        self.idle.kept.connect(self.stage.hide_still_here)
        self.idle.woken.connect(self.stage.wake)
        self.presence.over.connect(self._reset)
        self.presence.attracting.connect(self.stage.attract)
        self.presence.recovered.connect(self.navigation.go_home)
        self.stage.language_chosen.connect(self.journey.speak)
        self.stage.comfort_chosen.connect(self.journey.set_comfort)

    @Slot(str)
    def _leave_film(self, occupant: str) -> None:
        """A film that a visitor has opened closes as soon as somebody else has the exhibit."""
        if occupant not in (Occupant.VISITOR, Occupant.NOBODY):
            self.stage.close_film()

    @Slot()
    def _give_memory_back(self) -> None:
        """What panels and charts were made of is no longer needed once the map is home.

        Circles of it would stay until Python's own thresholds are passed: 9 MB after a few places.
        """
        if self._is_home():
            collect_all()
            # In a turn of its own, so that a finger waits for no more than one of both.
            QTimer.singleShot(0, give_back_now)

    @Slot(object)
    def _take_water(self, water: Waterlines) -> None:
        self._map = self._map._replace(water=water)
        self._state = replace(self._state, world=self._map.world(self._state.cover.landmarks))
        self._show()

    def _take_exhibit(self, exhibit: Exhibit) -> None:
        """Have the map offer what can be opened: a zone that was left out would lead nowhere."""
        cover, world = cover_of(exhibit), self._state.world
        if self._map.is_ours:
            # The number of another map's approval would be false beside ours.
            exhibit = exhibit.model_copy(update={"map_approval": None})
            cover = cover.on_our_map()
        if cover.landmarks != self._state.cover.landmarks:
            world = with_landmarks(world, self._map.drawing, cover.landmarks)
        words = self._words.with_languages(cover.interface).with_own(cover.own_words)
        self._state = replace(self._state, exhibit=exhibit, cover=cover, world=world, words=words)
        language = self._settings.language or exhibit.languages[0]
        self._first_comfort = replace(self._first_comfort, language=language)
        self._state = replace(self._state, usual=self._first_comfort)

    @Slot(object)
    def change_content(self, arrival: Arrival) -> None:
        """Show other content when nobody has the exhibit; the next visitor starts afresh."""
        self.show_reading(*arrival)
        self._begin_afresh()

    def _begin_afresh(self) -> None:
        self._reset()
        if self.idle.state == "gone" and self.occupancy.who is Occupant.NOBODY:
            self.stage.attract()

    @Slot(object)
    def _take_arrival(self, arrival: Arrival) -> None:
        self.show_reading(*arrival)
        self.exhibit_read.emit(arrival.reading)

    @Slot()
    def _show(self) -> None:
        """Show what was read in the place and the comfort of the journey."""
        journey, exhibit = self.journey, self.exhibit
        place = journey.place
        if exhibit is not None and place.layer:
            # Of a layer that is not there the map would stand without title and legend.
            place = place.nearest(exhibit)
        self._state = replace(
            self._state,
            place=place,
            highlight=journey.highlight,
            origin=None if journey.origin is None else journey.origin.place,
            comfort=journey.comfort,
        )
        self.stage.show_state(self._state)

    @Slot()
    def _reset(self) -> None:
        """The visit is over: place, page, language and settings go back for the next one."""
        self.resetting.emit()
        self.stage.close_tray()
        # The ring around what the last visitor had come to would be there for the next.
        self.stage.setFocus()
        self.journey.change(HOME, self._first_comfort)
        self.stage.wake()
        self.stage.map_view.return_to_goal()
        self.stage.finish()
