"""The stage: the one window, with the map below and everything else upon it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.place import CREDITS, HOME, LIST
from kiosk.screen.arrangement import Arrangement, arrange
from kiosk.screen.control.focus_order import controls_in, next_control
from kiosk.screen.map.look_change import LookChange
from kiosk.screen.map.map_goal import Goal
from kiosk.screen.map.map_view import MapView
from kiosk.screen.touch.resting_finger import RestingFinger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from kiosk.exhibit.place import PanelPage, Place
    from kiosk.exhibit.reading.cover import Cover
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.screen.attract.attract import Scene
    from kiosk.screen.attract.standby import Standby
    from kiosk.screen.board.boards import Boards
    from kiosk.screen.control.control import Control
    from kiosk.screen.dock import Dock
    from kiosk.screen.home.home_layer import HomeLayer
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.open_panel import OpenPanel
    from kiosk.screen.panel.panel_sheet import PanelSheet

_DOCK_GAP_U = 24


class Stage(QWidget):
    """Shows a place in a language, and says what was touched.

    It starts with the map and the names of a `Cover`.  Everything else is furnished after the
    first picture, and the panels come with `set_locale`, once the whole exhibit has been read.
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
        self._locale: Locale | None = None
        self._sheet: PanelSheet | None = None
        self._place = HOME
        self._highlight: tuple[str, ...] = ()
        self._arrangement: Arrangement | None = None
        self._map = MapView(self, look, world)
        self.fingers = RestingFinger(self)
        self.fingers.begin()
        self._change = LookChange(self, self._map)
        self._change.due.connect(self._wear)
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
        from kiosk.screen.attract.standby import Standby
        from kiosk.screen.board.boards import Boards
        from kiosk.screen.control.focus_keeper import FocusKeeper
        from kiosk.screen.dock import Dock
        from kiosk.screen.home.home_layer import HomeLayer
        from kiosk.screen.open_panel import OpenPanel
        from kiosk.screen.touch.tap_guard import TapGuard

        self._furnished = True
        self._home: HomeLayer = HomeLayer(self)
        self._boards: Boards = Boards(self)
        self._dock: Dock = Dock(self)
        self._panel: OpenPanel = OpenPanel(self, self._dock)
        self._map.arriving.connect(self._panel.draw_thread)
        self._standby: Standby = Standby(self, self._cover, self._words, self._world)
        self._home.title_touched.connect(self.title_touched)
        self._home.legend_touched.connect(self.credits_touched)
        self._boards.place_chosen.connect(self.zone_touched)
        self._boards.page_chosen.connect(self.page_chosen)
        self._dock.list_touched.connect(self.list_touched)
        self._dock.up_touched.connect(self.up_touched)
        self._dock.language_chosen.connect(self.language_chosen)
        FocusKeeper(self)
        self.tap_guard: TapGuard = TapGuard(self, self._map, self._reach)
        self.setFocus()
        self._stack()
        self._fit(self.size())

    def _reach(self) -> float:
        return self._look.target

    def set_locale(self, locale: Locale, sheet: PanelSheet | None = None) -> None:
        """Speak with this locale from now on; the first comes with the sheet for the panels."""
        self.furnish()
        if sheet is not None and self._sheet is None:
            self._sheet = sheet
            self._panel.set_sheet(sheet)
            sheet.setParent(self)
            sheet.hide()
            sheet.set_world(self._world)
            sheet.panel_chosen.connect(self.panel_chosen)
            sheet.page_chosen.connect(self.page_chosen)
            sheet.place_chosen.connect(self.zone_touched)
            sheet.up_touched.connect(self.up_touched)
            self._stack()
        if self._locale is not None and locale.language != self._language:
            self._panel.fade(self._look.motion.language_change)
        self._locale = locale
        self._language = locale.language
        self._show_all()

    def set_language(self, language: str) -> None:
        """Speak another language before there is a locale."""
        self._language = language
        self._show_all()

    def set_world(self, world: MapWorld) -> None:
        """Show other outlines, such as the waterlines that came later."""
        self._world = world
        self._map.set_world(world)
        if self._furnished:
            self._standby.set_world(world)
        if self._sheet is not None:
            self._sheet.set_world(world)

    def set_cover(self, cover: Cover) -> None:
        """Offer another title and other languages; the next locale shows them."""
        self._cover = cover
        if self._furnished:
            self._standby.set_cover(cover)

    def read_pictures_again(self) -> None:
        """The pictures have changed on the disk."""
        if self._furnished:
            self._panel.picture.read_again()

    def highlight(self, zones: tuple[str, ...], *, with_next_move: bool = False) -> None:
        """Light these places on the map, besides the one that is open; at once or on the way."""
        if zones != self._highlight:
            self._highlight = zones
            if self._arrangement is not None and not with_next_move:
                self._map.show_goal(self._goal())

    def set_look(self, look: Look) -> None:
        """Show everything in another theme or motion; a theme as soon as its map is drawn."""
        self._base_look = look
        if self.isVisible() and look.theme.name != self._look.theme.name:
            self._change.begin(look.sized(QSizeF(self.size()), self._screen_mm))
        else:
            self._wear()

    @Slot()
    def _wear(self) -> None:
        self._fit(self.size())

    def set_screen_mm(self, screen_mm: tuple[float, float] | None) -> None:
        """Stand on a screen of another size, from the next change of the window's size on."""
        self._screen_mm = screen_mm

    def show_place(self, place: Place) -> None:
        """Go to a place."""
        if self._change.is_waiting:
            self._wear()
        before, self._place = self._place, place
        if self._arrangement is None:
            return
        if not self._furnished:
            self._map.show_goal(self._goal())
            return
        shown = self._shown(place)
        if shown is None or self._locale is None or self._sheet is None:
            self._panel.close()
        else:
            moved = _ids(shown) != _ids(self._shown(before))
            self._panel.show_page(shown, self._locale, moved=moved)
        self._show_home(at_home=place.is_home)
        self._show_board()
        self._show_dock()
        self._map.show_goal(self._goal())
        marker, gliding = self._map.chosen_point(), self._map.is_gliding
        self._panel.tie_thread(marker, new=before.zone != place.zone, gliding=gliding)

    def _shown(self, place: Place) -> PanelPage | None:
        return place.resolve(self._locale.exhibit) if self._locale is not None else None

    def finish(self) -> None:
        """Have everything at rest and sharp at once: for pictures and tests."""
        self.furnish()
        if self._change.is_waiting:
            self._wear()
        self._map.finish()
        self._panel.finish(self._map.chosen_point())
        self._standby.finish()

    @property
    def is_covered(self) -> bool:
        """Whether something stands over the exhibit: the question, or the attract loop."""
        return self._furnished and self._standby.is_up

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
        order: list[QWidget] = [self._map, self._panel.picture, *self._home.widgets]
        if self._sheet is not None:
            order.append(self._sheet)
        order += [*self._panel.overlays, *self._boards.widgets]
        order += [*self._dock.widgets, *self._standby.widgets]
        for widget in order:
            widget.raise_()

    def _fit(self, size: QSize) -> None:
        if size.isEmpty():
            return
        self._change.stop()
        self._look = self._base_look.sized(QSizeF(size), self._screen_mm)
        self._arrangement = arrange(self._look, size)
        self._map.cover(self._look, size, self._goal())
        if not self._furnished:
            return
        self._panel.arrange(self._look, self._arrangement)
        self._standby.arrange(self.rect())
        self._show_all()

    def _show_all(self) -> None:
        """Say everything again, in the place of the moment."""
        if self._arrangement is None or not self._furnished:
            return
        self._map.set_language(self._language, self._full_name)
        self.show_place(self._place)

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

    def _show_board(self) -> None:
        """Show the list or the credits over the map, or neither."""
        if self._locale is None or self._place.screen not in (LIST, CREDITS):
            self._boards.hide()
            return
        assert self._arrangement is not None
        self._boards.show_board(
            self._place.screen,
            self._place.page,
            self._locale,
            self._look,
            world=self._world,
            window=self.rect(),
            controls_top=self._arrangement.dock.y(),
        )

    @property
    def pages(self) -> int:
        """How many pages the present screen or panel has."""
        if self._place.screen:
            return self._boards.board(self._place.screen).pages
        return self._sheet.pages if self._sheet is not None and self._panel.is_open else 1

    def ask_still_here(self) -> None:
        """Ask whether somebody is still there."""
        self._standby.ask(self._language, self._look)

    def count_still_here(self, seconds: float) -> None:
        """Say how many seconds are left."""
        self._standby.count(seconds)

    def hide_still_here(self) -> None:
        """Somebody answered, or nobody did."""
        self._standby.stop_asking()

    def attract(self, scenes: Sequence[Scene]) -> None:
        """Show the exhibit's own places in turn until somebody comes."""
        self._standby.attract(scenes, self._look)

    def wake(self) -> None:
        """Somebody came: uncover what lies below."""
        self._standby.wake(self._panel.slide, self._look)

    def _show_dock(self) -> None:
        assert self._arrangement is not None
        self._dock.show_controls(
            self._look,
            self._words,
            self._cover.languages,
            language=self._language,
            at_home=self._place.is_home,
            listing=self._place.screen == LIST,
            left=self._arrangement.dock.x(),
            top=self._arrangement.dock.y(),
            room=self._dock_room(),
        )

    def _dock_room(self) -> float:
        """How wide the dock may be: in landscape an open panel begins where it has to end."""
        assert self._arrangement is not None
        beside_panel = bool(self._place.zone) and not self._arrangement.portrait
        right = self._arrangement.panel.left() if beside_panel else self.width()
        return right - self._look.px(_DOCK_GAP_U) - self._arrangement.dock.x()

    def _goal(self) -> Goal:
        assert self._arrangement is not None
        zone = self._place.zone
        if not self._furnished:
            return Goal(zone or None, whole_bay=False, free=self._arrangement.window)
        if zone:
            known = self._world.place(zone) is not None
            return Goal(
                zone if known else None,
                whole_bay=not known,
                free=self._arrangement.free,
                obstacles=tuple(self._dock.covered()),
                thread_end=self._panel.sign_point,
                view=self._place.view,
                highlight=self._highlight,
            )
        return Goal(
            None,
            whole_bay=False,
            free=self._arrangement.window,
            obstacles=(*self._home.covered(), *self._dock.covered()),
            view=self._place.view,
            highlight=self._highlight,
        )

    def _focus_order(self) -> list[Control]:
        """What the keyboard reaches: nothing that something else covers."""
        if not self._furnished:
            return []
        if self._place.screen:
            board = self._boards.board(self._place.screen)
            return controls_in([*self._dock.widgets, board], self)
        parts = list(self._dock.widgets)
        if self._sheet is not None and self._panel.is_open:
            parts.append(self._sheet.front)
        parts += self._home.widgets
        order = controls_in(parts, self)
        if self._panel.picture.isHidden():
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


def _ids(shown: PanelPage | None) -> tuple[str, str, int]:
    """The same page in two readings of the exhibit."""
    if shown is None:
        return "", "", 1
    return shown.zone.id, shown.panel.id if shown.panel is not None else "", shown.page
