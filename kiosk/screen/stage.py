"""The stage: the one window, with the map below and everything else upon it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.screen.arrangement import Arrangement, arrange
from kiosk.screen.focus_order import controls_in, next_control
from kiosk.screen.map.map_view import Goal, MapView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from kiosk.exhibit.cover import Cover
    from kiosk.exhibit.model import Zone
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.screen.attract import AttractLoop, Scene
    from kiosk.screen.control import Control
    from kiosk.screen.credits import Credits
    from kiosk.screen.dock import Dock
    from kiosk.screen.home_layer import HomeLayer
    from kiosk.screen.index_list import IndexList
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.panel.panel_sheet import PanelSheet
    from kiosk.screen.slide import Slide
    from kiosk.screen.still_here import StillHere
    from kiosk.screen.story_picture import StoryPicture
    from kiosk.screen.thread import Thread
    from kiosk.screen.voice import Voice

_DOCK_GAP_U = 24
LIST = "list"
CREDITS = "credits"
"""The screens that are no map."""


class Stage(QWidget):
    """Shows a place in a language, and says what was touched.

    It starts with the map and the names of a `Cover`.  Everything else is furnished after the
    first picture, and the panels come with `set_voice`, once the whole exhibit has been read.
    """

    zone_touched = Signal(str)
    water_touched = Signal()
    title_touched = Signal()
    up_touched = Signal()
    list_touched = Signal()
    credits_touched = Signal()
    panel_chosen = Signal(str)
    page_chosen = Signal(int)
    language_chosen = Signal(str)
    painted = Signal()
    """The first picture is on the screen."""

    def __init__(
        self,
        look: Look,
        words: Words,
        cover: Cover,
        world: MapWorld,
        *,
        screen_mm: tuple[float, float] | None = None,
    ) -> None:
        super().__init__()
        self._base_look = look
        self._look = look
        self._words = words
        self._cover = cover
        self._world = world
        self._screen_mm = screen_mm
        self._language = cover.languages[0]
        self._voice: Voice | None = None
        self._sheet: PanelSheet | None = None
        self._at = ("", "", 1)
        self._screen = ""
        self._open: Zone | None = None
        self._arrangement: Arrangement | None = None
        self._map = MapView(self, look, world)
        self._furnished = False
        self._map.painted.connect(self._first_painted)
        self._map.place_touched.connect(self.zone_touched)
        self._map.water_touched.connect(self.water_touched)

    @Slot()
    def _first_painted(self) -> None:
        self.furnish()
        self.painted.emit()

    def furnish(self) -> None:
        """Build what stands upon the map.

        The modules are imported here because the first picture does not wait for them: together
        with the fonts of the language switch they take longer than the map itself.
        """
        if self._furnished:
            return
        from kiosk.screen.attract import AttractLoop
        from kiosk.screen.credits import Credits
        from kiosk.screen.dock import Dock
        from kiosk.screen.focus_keeper import FocusKeeper
        from kiosk.screen.home_layer import HomeLayer
        from kiosk.screen.index_list import IndexList
        from kiosk.screen.slide import Slide
        from kiosk.screen.still_here import StillHere
        from kiosk.screen.story_picture import StoryPicture
        from kiosk.screen.thread import Thread

        self._furnished = True
        self._picture: StoryPicture = StoryPicture(self)
        self._home: HomeLayer = HomeLayer(self)
        self._list: IndexList = IndexList(self)
        self._credits: Credits = Credits(self)
        self._slide: Slide = Slide(self)
        self._thread: Thread = Thread(self)
        self._dock: Dock = Dock(self)
        self._still_here: StillHere = StillHere(self)
        self._attract: AttractLoop = AttractLoop(self)
        self._attract.set_world(self._world)
        self._home.title_touched.connect(self.title_touched)
        self._home.legend_touched.connect(self.credits_touched)
        self._list.place_chosen.connect(self.zone_touched)
        self._list.page_chosen.connect(self.page_chosen)
        self._credits.page_chosen.connect(self.page_chosen)
        self._dock.list_touched.connect(self.list_touched)
        self._dock.up_touched.connect(self.up_touched)
        self._dock.language_chosen.connect(self.language_chosen)
        self._slide.arrived.connect(self._panel_arrived)
        FocusKeeper(self)
        self.setFocus()
        self._stack()
        self._fit(self.size())

    def set_voice(self, voice: Voice, sheet: PanelSheet | None = None) -> None:
        """Speak with this voice from now on; the first comes with the sheet for the panels."""
        self.furnish()
        if sheet is not None and self._sheet is None:
            self._sheet = sheet
            sheet.setParent(self)
            sheet.hide()
            sheet.set_world(self._world)
            sheet.panel_chosen.connect(self.panel_chosen)
            sheet.page_chosen.connect(self.page_chosen)
            sheet.place_chosen.connect(self.zone_touched)
            sheet.up_touched.connect(self.up_touched)
            self._stack()
        changed = self._voice is not None and voice.language != self._language
        if changed and self._sheet is not None and self._open is not None:
            self._fade_panel(self._look.motion.language_change)
        self._voice = voice
        self._language = voice.language
        self._show_all()

    def set_language(self, language: str) -> None:
        """Speak another language before there is a voice."""
        self._language = language
        self._show_all()

    def set_world(self, world: MapWorld) -> None:
        """Show other outlines, such as the waterlines that came later."""
        self._world = world
        self._map.set_world(world)
        if self._furnished:
            self._attract.set_world(world)
        if self._sheet is not None:
            self._sheet.set_world(world)

    def set_look(self, look: Look) -> None:
        """Show everything in another theme or motion."""
        self._base_look = look
        self._fit(self.size())

    def show_place(self, zone: str, panel: str, page: int, screen: str = "") -> None:
        """Go to a panel of a zone, to another screen, or to the map home without either."""
        before, self._at, self._screen = self._at, (zone, panel, page), screen
        if self._arrangement is None:
            return
        if not self._furnished:
            self._map.show_goal(self._goal())
            return
        found = self._voice.exhibit.zone(zone) if self._voice is not None and zone else None
        if found is None or self._sheet is None:
            self._close_panel()
        elif self._open is None:
            self._open_panel(found, panel, page)
        else:
            duration = self._look.motion.tab_change
            if before != self._at:
                self._fade_panel(duration)
            self._change_panel(found, panel, page, same=self._open.id == zone)
        self._show_home(at_home=not zone and not screen)
        self._show_screen()
        self._show_dock()
        self._map.show_goal(self._goal())
        self._tie_thread(new=before[0] != zone)

    def finish(self) -> None:
        """Have everything at rest and sharp at once: for pictures and tests."""
        self.furnish()
        self._slide.stop()
        self._map.finish()
        self._picture.finish()
        if self._sheet is not None:
            self._sheet.finish()
        self._tie_thread(new=False)
        self._thread.finish()
        if self._attract.isVisible():
            self._attract.finish()

    @property
    def is_covered(self) -> bool:
        """Whether something stands over the exhibit: the question, or the attract loop."""
        return self._furnished and not (self._still_here.isHidden() and self._attract.isHidden())

    @property
    def map_view(self) -> MapView:
        """The map."""
        return self._map

    @property
    def sheet(self) -> PanelSheet | None:
        """The panel's sheet, once the exhibit has been read."""
        return self._sheet

    def _stack(self) -> None:
        """What covers what: the map lowest, the dock above all."""
        order: list[QWidget] = [self._map, self._picture, *self._home.widgets]
        if self._sheet is not None:
            order.append(self._sheet)
        order += [self._slide, self._thread, self._list, self._credits]
        order += [*self._dock.widgets, self._still_here, self._attract]
        for widget in order:
            widget.raise_()

    def _fit(self, size: QSize) -> None:
        if size.isEmpty():
            return
        self._look = self._base_look.sized(QSizeF(size), self._screen_mm)
        self._arrangement = arrange(self._look, size)
        self._map.cover(self._look, size, self._goal())
        if not self._furnished:
            return
        self._slide.stop()
        self._picture.setGeometry(self._arrangement.picture)
        self._still_here.setGeometry(self.rect())
        self._attract.setGeometry(self.rect())
        self._show_all()

    def _show_all(self) -> None:
        """Say everything again, in the place of the moment."""
        if self._arrangement is None or not self._furnished:
            return
        self._map.set_language(self._language, self._full_name)
        self.show_place(*self._at, self._screen)

    def _full_name(self, zone: str) -> str:
        """What assistive technology hears of a place on the map."""
        place = self._world.place(zone)
        if place is None:
            return ""
        name = place.landmark.name.words_in(self._language)
        return self._words.say("open_place", self._language, place=name)

    def _show_home(self, *, at_home: bool) -> None:
        if not at_home:
            self._home.hide()
            return
        assert self._arrangement is not None
        self._home.show_words(
            self._cover, self._words, self._language, self._look, self._arrangement, self.size()
        )

    def _show_screen(self) -> None:
        """Show the list or the credits over the map, or neither."""
        assert self._arrangement is not None
        voice, page = self._voice, self._at[2]
        self._list.setVisible(self._screen == LIST and voice is not None)
        self._credits.setVisible(self._screen == CREDITS and voice is not None)
        if voice is None or not self._screen:
            return
        top = self._arrangement.dock.y()
        if self._screen == LIST:
            self._list.setGeometry(self.rect())
            title = voice.say("all_places")
            from kiosk.screen.place_entries import index_groups

            groups = index_groups(voice, self._world)
            self._list.show_groups(title, groups, page, voice, self._look, controls_top=top)
        else:
            self._credits.setGeometry(self.rect())
            self._credits.show_credits(page, voice, self._look, controls_top=top)

    @property
    def pages(self) -> int:
        """How many pages the present screen or panel has."""
        if self._screen == LIST:
            return self._list.pages
        if self._screen == CREDITS:
            return self._credits.pages
        return self._sheet.pages if self._sheet is not None and self._open else 1

    def ask_still_here(self) -> None:
        """Ask whether somebody is still there."""
        self._still_here.setGeometry(self.rect())
        self._still_here.ask(
            self._words.say("still_here", self._language),
            self._words.say("still_here_instead", self._language),
            self._look,
            self._language,
        )

    def count_still_here(self, seconds: float) -> None:
        """Say how many seconds are left."""
        self._still_here.count(seconds)

    def hide_still_here(self) -> None:
        """Somebody answered, or nobody did."""
        self._still_here.hide()

    def attract(self, scenes: Sequence[Scene]) -> None:
        """Show the exhibit's own places in turn until somebody comes."""
        self._still_here.hide()
        self._attract.setGeometry(self.rect())
        titles = {tag: self._cover.title.words_in(tag) for tag in self._cover.languages}
        self._attract.begin(scenes, titles, self._words, self._cover.languages, self._look)

    def wake(self) -> None:
        """Somebody came: uncover what lies below."""
        if not self._attract.isVisible():
            return
        if not self._look.motion.still:
            self._slide.fade_from(self._attract, self._look.tokens["motion"]["wake"]["fade"])
            self._slide.raise_()
        self._attract.end()

    def _show_dock(self) -> None:
        assert self._arrangement is not None
        self._dock.show_controls(
            self._look,
            self._words,
            self._cover.languages,
            language=self._language,
            at_home=not self._at[0] and not self._screen,
            listing=self._screen == LIST,
            left=self._arrangement.dock.x(),
            top=self._arrangement.dock.y(),
            room=self._dock_room(),
        )

    def _dock_room(self) -> float:
        """How wide the dock may be: in landscape an open panel begins where it has to end."""
        assert self._arrangement is not None
        beside_panel = bool(self._at[0]) and not self._arrangement.portrait
        right = self._arrangement.panel.left() if beside_panel else self.width()
        return right - self._look.px(_DOCK_GAP_U) - self._arrangement.dock.x()

    def _goal(self) -> Goal:
        assert self._arrangement is not None
        zone = self._at[0]
        if not self._furnished:
            return Goal(zone or None, whole_bay=False, free=self._arrangement.window)
        if zone:
            known = self._world.place(zone) is not None
            return Goal(
                zone if known else None,
                whole_bay=not known,
                free=self._arrangement.free,
                obstacles=tuple(self._dock.covered()),
                thread_end=self._sign_point(),
            )
        return Goal(
            None,
            whole_bay=False,
            free=self._arrangement.window,
            obstacles=(*self._home.covered(), *self._dock.covered()),
        )

    def _open_panel(self, zone: Zone, panel: str, page: int) -> None:
        assert self._sheet is not None
        assert self._arrangement is not None
        self._change_panel(zone, panel, page, same=False)
        motion = self._look.motion
        if motion.still or not self.isVisible():
            self._sheet.show()
            self._sheet.enter()
            return
        self._sheet.hide()
        self._sheet.enter(delay=motion.panel_in.duration)
        self._slide.bring(
            self._sheet, motion.panel_in, self._look, portrait=self._arrangement.portrait
        )
        self._raise_controls()

    def _change_panel(self, zone: Zone, panel: str, page: int, *, same: bool) -> None:
        assert self._sheet is not None
        assert self._voice is not None
        assert self._arrangement is not None
        self._open = zone
        self._sheet.setGeometry(self._arrangement.panel)
        self._sheet.arrange(self._arrangement.panel_padding_u, self._arrangement.panel_controls_top)
        self._sheet.show_panel(zone, panel, page, self._voice, self._look)
        self._show_picture()
        if self._sheet.isVisible():
            self._sheet.enter(0 if same else self._look.motion.tab_change)

    def _close_panel(self) -> None:
        if self._open is None or self._sheet is None:
            return
        self._open = None
        self._picture.hide()
        self._thread.let_go()
        motion = self._look.motion
        assert self._arrangement is not None
        if motion.still or not self._sheet.isVisible():
            self._slide.stop()
            self._sheet.hide()
            return
        self._slide.dismiss(
            self._sheet, motion.panel_out, self._look, portrait=self._arrangement.portrait
        )
        self._raise_controls()

    def _fade_panel(self, duration: int) -> None:
        if self._sheet is None or not self._sheet.isVisible() or self._look.motion.still:
            return
        self._slide.fade_from(self._sheet, duration)
        self._raise_controls()

    def _raise_controls(self) -> None:
        self._thread.raise_()
        for widget in self._dock.widgets:
            widget.raise_()

    @Slot()
    def _panel_arrived(self) -> None:
        if self._sheet is not None:
            self._sheet.enter(self._look.motion.fact_in.delay - self._arrival())

    def _arrival(self) -> int:
        return self._look.motion.panel_in.delay + self._look.motion.panel_in.duration

    def _show_picture(self) -> None:
        assert self._sheet is not None
        assert self._voice is not None
        story = self._sheet.story_page
        panel, page = story if story is not None else (None, 1)
        picture = panel.pages[page - 1].picture if panel is not None else None
        self._picture.setVisible(picture is not None)
        if panel is None or picture is None:
            return
        folder = self._voice.exhibit.folder / "pictures"
        words = self._voice.text(picture.alternative)
        self._picture.show_picture(folder / picture.file, words, self._look)
        if page < len(panel.pages):
            following = panel.pages[page].picture
            if following is not None:
                self._picture.prepare(folder / following.file)

    def _tie_thread(self, *, new: bool) -> None:
        point = self._map.chosen_point()
        story = self._sheet is not None and self._sheet.story_page is not None
        if point is None or self._open is None or self._sheet is None or story:
            self._thread.let_go()
            return
        assert self._arrangement is not None
        sign = self._sign_point()
        assert sign is not None
        self._thread.tie(point, sign, self._look, portrait=self._arrangement.portrait)
        if new or self._thread.isHidden():
            self._thread.draw(self._look.motion.thread.delay)

    def _sign_point(self) -> QPointF | None:
        if self._sheet is None or self._open is None:
            return None
        return self._sheet.sign_point + QPointF(self._sheet.pos())

    def _focus_order(self) -> list[Control]:
        """What the keyboard reaches: nothing that something else covers."""
        if not self._furnished:
            return []
        if self._screen:
            screen = self._list if self._screen == LIST else self._credits
            return controls_in([*self._dock.widgets, screen], self)
        parts = list(self._dock.widgets)
        if self._sheet is not None and self._open is not None:
            parts.append(self._sheet.front)
        parts += self._home.widgets
        order = controls_in(parts, self)
        if self._picture.isHidden():
            order += self._map.controls()
        return order

    def focusNextPrevChild(self, forward: bool) -> bool:
        chosen = next_control(self._focus_order(), self.focusWidget(), forward=forward)
        if chosen is None:
            return False
        reason = Qt.FocusReason.TabFocusReason
        chosen.setFocus(reason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size())
