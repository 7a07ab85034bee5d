"""The open panel: a sheet that slides in beside the map, its story's picture, the leader line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Slot

from kiosk.screen.film.film_frame import FrameLook
from kiosk.screen.film.open_film import OpenFilm
from kiosk.screen.film.shown_film import shown_film
from kiosk.screen.layout_inputs import Inputs
from kiosk.screen.leader_line import LeaderLine
from kiosk.screen.panel.backdrop import Backdrop
from kiosk.screen.panel.page_layout import SheetShape
from kiosk.screen.panel_pictures import PanelPictures
from kiosk.screen.slide import Slide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.place import PanelPage
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.dock import Dock
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.panel_sheet import PanelSheet
    from kiosk.screen.picture.story_picture import StoryPicture
    from kiosk.screen.steps import Steps


class OpenPanel(QObject):
    """Opens, changes and closes the panel, whose parts are children of the stage."""

    def __init__(self, stage: QWidget, dock: Dock) -> None:
        super().__init__(stage)
        self._stage = stage
        self._dock = dock
        self._look: Look | None = None
        self._arrangement: Arrangement | None = None
        self._sheet: PanelSheet | None = None
        self._zone: Zone | None = None
        self._page = ("", "", 1)
        self._language = ""
        self._marker: QPointF | None = None
        self._tied = ""
        """The id of the zone to whose marker the leader line leads."""
        self.pictures = PanelPictures(stage)
        self.compared, self.line = self.pictures.compared, self.pictures.line
        self.large = self.pictures.large
        self._inputs = Inputs()
        self.film = OpenFilm(stage, self.pictures.picture)
        self.backdrop = Backdrop(stage)
        self._slide = Slide(stage)
        self._leader = LeaderLine(stage)
        self._leader_waits = False
        self._leader_covered = False
        """Whether the card of sources stands where the leader line would end."""
        self._slide.arrived.connect(self._arrive)
        self.pictures.opened.connect(self._raise_controls)
        self.pictures.opened.connect(self._cover_leader)
        self.film.opened.connect(self._raise_controls)

    @property
    def picture(self) -> StoryPicture:
        """What fills the map's place while a story is told."""
        return self.pictures.picture

    @property
    def sheet(self) -> PanelSheet | None:
        """The one sheet on which every panel is shown, once it is built."""
        return self._sheet

    @property
    def slide(self) -> Slide:
        """What shows that something comes, goes or fades."""
        return self._slide

    @property
    def overlays(self) -> tuple[QWidget, ...]:
        """What is drawn over map and sheet, the lowest first."""
        return (self._slide, self._leader)

    @property
    def is_open(self) -> bool:
        """Whether a panel is open, or on its way in."""
        return self._zone is not None

    @property
    def sign_point(self) -> QPointF | None:
        """Where the leader line ends on the stage, or None while no panel is open."""
        if self._sheet is None or self._zone is None:
            return None
        return self._sheet.sign_point + QPointF(self._sheet.pos())

    def set_sheet(self, sheet: PanelSheet) -> None:
        """The one sheet on which every panel is shown."""
        self._sheet = sheet
        self.pictures.set_sheet(sheet)
        sheet.cards.sources_shown.connect(self._cover_leader)
        sheet.cards.opened.connect(self.backdrop.setVisible)
        self.backdrop.touched.connect(sheet.cards.close)

    def arrange(self, look: Look, arrangement: Arrangement) -> None:
        """Fit in a window of another size, or in another look."""
        self._look, self._arrangement = look, arrangement
        self._slide.stop()
        self.pictures.arrange(arrangement)
        self.backdrop.setGeometry(self._stage.rect())

    def read_pictures_again(self) -> None:
        """The pictures have changed on the disk."""
        self.forget_ahead()
        self.pictures.read_again()
        if self._sheet is not None:
            self._sheet.read_pictures_again()

    def show_page(self, shown: PanelPage, locale: Locale) -> None:
        """Open a panel, or let the open one fade into another page or language."""
        look, _, sheet = self._shown()
        if self._zone is None:
            self._open(is_ahead=self._set_page(shown, locale))
            return
        before, language = self._page, self._language
        same = self._zone.id == shown.zone.id
        if shown.ids != before:
            self._fade(look.motion.tab_change)
        elif locale.language != language:
            self._fade(look.motion.language_change)
        self._set_page(shown, locale)
        if sheet.isVisible():
            sheet.enter(0 if same else look.motion.tab_change)

    def prepare_page(self, shown: PanelPage, locale: Locale) -> Steps[None]:
        """Set a page ahead of its being shown, in the present look and window."""
        look, arrangement, sheet = self._shown()
        shape = SheetShape(
            arrangement.panel.width(), arrangement.panel_padding_u, arrangement.panel_controls_top
        )
        yield from sheet.prepare_page(shown, locale, look, shape)
        if self.is_open:
            return
        yield
        # Nobody sees the sheet: it can have the page already, and the picture of it that slides in.
        self._inputs.are_new("ahead", *self._drawn_from(shown, locale))
        self._lay_out(shown, locale)
        sheet.enter(delay=look.motion.panel_in.duration)
        yield
        self._slide.keep(sheet)

    def forget_ahead(self) -> None:
        """What the sheet has of a page that was set ahead is no longer as it should be."""
        self._inputs.forget("ahead")

    def keep_picture(self, shown: PanelPage | None, language: str) -> None:
        """Take the picture of the open page that fades when that one is shown, or none.

        The change takes long enough without it.
        """
        stays = shown is not None and shown.ids == self._page and language == self._language
        if self.is_open and not stays and self._fades():
            assert self._sheet is not None
            self._slide.keep(self._sheet)

    def show_large(
        self, style: InterfaceStyle, arrangement: Arrangement, taken: Sequence[QRectF]
    ) -> None:
        """Offer the page's picture to be opened large; `taken` is what the dock covers."""
        self.pictures.show_large(style, arrangement, taken, has_film=self.film.is_offered)

    def show_film(
        self, locale: Locale | None, arrangement: Arrangement, taken: Sequence[QRectF]
    ) -> None:
        """Offer the page's film to be played; `taken` is what the dock covers."""
        panel, page = self._sheet.opened if self._sheet is not None else (None, 1)
        is_open = self._zone is not None and self._look is not None
        if locale is None or panel is None or panel.kind != "story" or not is_open:
            if self._inputs.are_new("film", None):
                self.film.leave()
            return
        look, _, _ = self._shown()
        shown = shown_film(panel.pages[page - 1], locale)
        inputs = (look, locale.words, locale.exhibit, locale.language, arrangement, shown)
        if self._inputs.are_new("film", *inputs, *map(repr, taken)):
            self.film.show_film(shown, FrameLook(look, locale, arrangement))
            if self.film.is_offered:
                button = self.film.button
                self.film.place_button(self.large.corner(button, look, arrangement, taken))
                self.line.give_way(button)

    def close(self) -> None:
        """Let the panel go, where one is open."""
        if self._zone is None:
            return
        look, arrangement, sheet = self._shown()
        self._zone = None
        self._leader_waits = False
        self.pictures.leave()
        self._leader.let_go()
        motion = look.motion
        if motion.still or not sheet.isVisible():
            self._slide.stop()
            sheet.hide()
            return
        self._slide.dismiss(sheet, motion.panel_out, look, portrait=arrangement.portrait)
        self._raise_controls()

    def _fade(self, duration: int) -> None:
        """Let what the panel shows fade, in milliseconds; call before changing it."""
        if not self._fades():
            return
        assert self._sheet is not None
        self._slide.fade_from(self._sheet, duration)
        self._raise_controls()

    def _fades(self) -> bool:
        """Whether what the panel shows is seen to fade where it changes."""
        is_seen = self._sheet is not None and self._sheet.isVisible()
        moves = self._look is not None and not self._look.motion.still
        return is_seen and moves and not (self.large.is_open or self.film.is_open)

    def join_leader(self, marker: QPointF | None, *, gliding: bool = False) -> None:
        """Tie the panel to its marker on the stage; draw it from there on where that is new.

        While the map is `gliding` the marker is not there yet: `draw_leader` says when it is.
        """
        sign = self.sign_point
        self._leader_waits = False
        zone = self._zone.id if self._zone is not None else ""
        new, self._tied = zone != self._tied, zone
        self._marker = marker
        if marker is None or sign is None or self._tells_story() or self._leader_covered:
            self._leader.let_go()
            return
        look, arrangement, _ = self._shown()
        is_city = self._zone is not None and self._zone.kind == "city"
        self._leader.join(marker, sign, look, portrait=arrangement.portrait, is_small=is_city)
        if (new or self._leader.isHidden()) and gliding:
            self._leader.let_go()
            self._leader_waits = True
        elif new or self._leader.isHidden():
            self._leader.draw(look.motion.leader.delay)

    @Slot(bool)
    def _cover_leader(self, covered: bool) -> None:
        """Let the leader line go while the card of sources is open, and have it back after."""
        self._leader_covered = covered
        if self._zone is not None and self._zone.id == self._tied:
            self.join_leader(self._marker)
            self._leader.finish()

    @Slot()
    def draw_leader(self) -> None:
        """Draw the leader line from the marker, which has reached its position."""
        if self._leader_waits:
            self._leader_waits = False
            self._leader.draw(0)

    def finish(self, marker: QPointF | None) -> None:
        """Have everything in its place at once, and the leader line tied to that marker."""
        self._slide.stop()
        self.pictures.finish()
        if self._sheet is not None:
            self._sheet.finish()
        self.join_leader(marker)
        self._leader.finish()

    def _shown(self) -> tuple[Look, Arrangement, PanelSheet]:
        assert self._look is not None
        assert self._arrangement is not None
        assert self._sheet is not None
        return self._look, self._arrangement, self._sheet

    def _open(self, *, is_ahead: bool) -> None:
        look, arrangement, sheet = self._shown()
        motion = look.motion
        if motion.still or not self._stage.isVisible():
            sheet.show()
            sheet.enter()
            return
        sheet.hide()
        sheet.enter(delay=motion.panel_in.duration)
        self._slide.bring(
            sheet, motion.panel_in, look, portrait=arrangement.portrait, is_kept=is_ahead
        )
        self._raise_controls()

    @Slot()
    def _arrive(self) -> None:
        look, _, sheet = self._shown()
        arrival = look.motion.panel_in.delay + look.motion.panel_in.duration
        sheet.enter(look.motion.fact_in.delay - arrival)

    def _set_page(self, shown: PanelPage, locale: Locale) -> bool:
        """Have a page on the sheet; gives whether it has been there already, unseen."""
        look, _, sheet = self._shown()
        self._zone, self._page, self._language = shown.zone, shown.ids, locale.language
        is_new = self._inputs.are_new("ahead", *self._drawn_from(shown, locale))
        self._inputs.forget("ahead")
        if is_new:
            self._lay_out(shown, locale)
        self.pictures.show_page(*sheet.opened, locale, look)
        return not is_new

    def _lay_out(self, shown: PanelPage, locale: Locale) -> None:
        look, arrangement, sheet = self._shown()
        sheet.setGeometry(arrangement.panel)
        sheet.arrange(arrangement.panel_padding_u, arrangement.panel_controls_top)
        sheet.show_page(shown, locale, look)

    def _drawn_from(self, shown: PanelPage, locale: Locale) -> tuple[object, ...]:
        """What the sheet shows of a page follows from this."""
        drawn_from = (locale.exhibit, locale.words, self._look, self._arrangement)
        return (*drawn_from, locale.language, shown.ids)

    def _tells_story(self) -> bool:
        return self._sheet is not None and self._sheet.tells

    @Slot()
    def _raise_controls(self) -> None:
        """What slides is above everything; leader line and controls are to stay above the slide."""
        for widget in (self._leader, *self.large.controls, self.film.button, *self._dock.widgets):
            widget.raise_()
