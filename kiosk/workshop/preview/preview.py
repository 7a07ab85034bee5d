"""Wires the preview: the exhibit, its folder, the readings and the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal, Slot

from kiosk.app import App
from kiosk.exhibit.editing.named_things import title_of
from kiosk.exhibit.place import Place
from kiosk.look.interface_style import InterfaceStyle
from kiosk.screen.teardown import tear_down
from kiosk.speech.speech_messages import SPEECH_RULES
from kiosk.text.messages import cause_first
from kiosk.workshop.check.layout_messages import LAYOUT_RULES
from kiosk.workshop.editing.additions import Additions
from kiosk.workshop.editing.conflicts import Conflicts
from kiosk.workshop.editing.editing import Editing
from kiosk.workshop.editing.fixes import Fixes
from kiosk.workshop.editing.history_pane import moment_words
from kiosk.workshop.editing.position_drag import PositionDrag
from kiosk.workshop.editing.shown_place import place_of
from kiosk.workshop.editing.thing_actions import ThingActions
from kiosk.workshop.editing.touched import ContentTrees, Thing, TouchedThings
from kiosk.workshop.preview.folder_watch import FolderWatch
from kiosk.workshop.preview.looking_back import EarlierState, LookingBack
from kiosk.workshop.preview.preview_window import EDIT, PreviewWindow
from kiosk.workshop.preview.report_heading import PreviewReport
from kiosk.workshop.preview.rereading import Checked, Reread, Rereading
from kiosk.workshop.preview.screen_sizes import screen_sizes
from kiosk.workshop.translation.translation_view import DESK_U

if TYPE_CHECKING:
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.history_files import Save
    from kiosk.exhibit.editing.save_runs import SaveRun
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.screen.map.map_file import WholeMap
    from kiosk.settings.settings import Settings
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location
    from kiosk.workshop.preview.quoted_messages import QuotedMessage


_MARK_AFTER_MS = 500
"""After another place was opened: what is edited is framed once it has come to rest."""
_THOROUGH_RULES = LAYOUT_RULES | SPEECH_RULES
"""What only the thorough check looks at."""


class Preview(QObject):
    """Follows every save, and shows the exhibit with everything that is wrong in it."""

    shown = Signal()
    """The picture shows the last save."""

    def __init__(self, settings: Settings, language: str = "") -> None:
        """`language` is that of the window; without one it speaks as the exhibit does."""
        super().__init__()
        # It would be tiring to watch the same figures come in after every save.
        self.app = App(replace(settings, still=True))
        self._folder = settings.content
        self._theme = settings.theme
        self._screens = screen_sizes(settings.screen_mm)
        self._screen = next(iter(self._screens))
        style = self.app.interface_style()
        self.window = PreviewWindow(
            self.app.stage,
            InterfaceStyle(
                replace(style.look, u=DESK_U, millimetre=0.0),
                style.words,
                language or style.language,
            ),
            tuple(self._screens),
        )
        self.editing = Editing(
            settings.content, self.window.pane, self.window.tree, self.window.style_of_desk
        )
        self.additions = Additions(
            self.editing, self.window.pane, self.window.tree, self.window.style_of_desk
        )
        self._things = ThingActions(self.editing, self.window.pane, self.window.style_of_desk)
        self._fixes = Fixes(self.editing, self.window.pane, self.window.style_of_desk)
        self.conflicts = Conflicts(self.editing, self.window.pane, self.window.style_of_desk)
        self._touched: TouchedThings | None = None
        self._is_picking = self._is_over = False
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.setInterval(_MARK_AFTER_MS)
        self._marking.timeout.connect(self._mark_again)
        self.app.journey.moved.connect(self._leave_mark)
        self._reading: Reading | None = None
        self._map: WholeMap | None = None
        self._shown_map: WholeMap | None = None
        """That of now, unless an earlier state has another one."""
        self._read: tuple[QuotedMessage, ...] = ()
        self.watch = FolderWatch(settings.content, self)
        self.rereading = Rereading(settings.content, self)
        self.watch.changed.connect(self.rereading.read_again)
        self.rereading.read.connect(self._show)
        self.rereading.checked.connect(self._show_checked)
        self.app.journey.comforted.connect(self._show_choices)
        self.window.screen_chosen.connect(self._choose_screen)
        self.window.theme_chosen.connect(self._choose_theme)
        self.window.language_chosen.connect(self.app.journey.speak)
        self.window.message_chosen.connect(self._go_to_problem)
        self.window.text_chosen.connect(self._go_to_text)
        self.window.translations_wanted.connect(self._show_translations)
        self.window.column_chosen.connect(self._choose_column)
        self.window.day_chosen.connect(self.app.show_day)
        self.window.unsaved = self.editing.save_now
        self.window.undone.connect(self.editing.undo)
        self.window.redone.connect(self.editing.redo)
        self.window.picture.picked.connect(self._pick)
        self.window.picture.repainted.connect(self._forget_touched)
        self.editing.written.connect(self._read_edited)
        self.editing.changed.connect(self._show_steps)
        self.editing.told.connect(self.window.tell)
        self.editing.opened.connect(self._mark)
        self.looking_back = LookingBack(self.editing.history, settings.state, self)
        self.looking_back.listed.connect(self.window.history.show_saves)
        self.looking_back.told.connect(self.window.history.show_changes)
        self.looking_back.shown.connect(self._show_earlier)
        self.looking_back.brought.connect(self._bring_back)
        self.looking_back.failed.connect(self._tell_failed)
        self.window.history_wanted.connect(self._open_history)
        self.window.history.chosen.connect(self._look_back)
        self.window.band.wanted.connect(self._want_back)
        self.window.band.left.connect(self._return)
        picture = self.window.picture
        self.positions = PositionDrag(picture, picture, self.app.stage)
        self.positions.moved.connect(self.editing.change)
        self.editing.opened.connect(self._offer_positions)
        self.additions.spot_wanted.connect(self._ask_for_spot)
        self.positions.placed.connect(self.additions.place)
        self.positions.given_up.connect(self.additions.give_up)

    def start(self) -> None:
        """Show the window's contents and read the folder."""
        self._show_steps()
        self._choose_screen(self._screen)
        self._show_choices()
        self._choose_column(self.window.column)
        self.editing.begin()
        self.watch.start()

    @Slot()
    def stop(self) -> None:
        """Stop, and wait for everything that is still running."""
        self.watch.stop()
        self.looking_back.stop()
        self._is_over = True
        self._marking.stop()
        self.editing.stop()
        self.rereading.stop()
        self.window.finish()
        self.app.stop()
        self.app.stage.close()

    def speak(self, language: str) -> None:
        """Say everything beside the exhibit in another language."""
        self.window.speak(language)
        self.editing.speak(self.window.style_of_desk)
        self.additions.speak(self.window.style_of_desk)
        self._fixes.speak(self.window.style_of_desk)
        self._things.speak(self.window.style_of_desk)
        self.conflicts.speak(self.window.style_of_desk)
        if self.window.looks_back:
            self._return()
            self.looking_back.list()
        self._show_steps()
        self._show_translations()

    def put_away(self) -> None:
        """Stop, and take the window and the exhibit down for good."""
        self.stop()
        tear_down(self.window, self.app.stage, self.app, self)

    @Slot(object)
    def _show(self, reread: Reread) -> None:
        reading = reread.reading
        if self.looking_back.wanted is None:
            self.app.show_reading(reading, reread.whole_map)
            self._shown_map = reread.whole_map or self._shown_map
        if reread.whole_map is not None:
            self._map = reread.whole_map
            self.editing.take_map(sorted(reread.whole_map.drawing.names))
        if reread.pictures_changed:
            self.app.stage.read_pictures_again()
        self._show_choices()
        self._show_report(reading, self._with_earlier(reread.quoted))
        self._reading, self._read = reading, reread.quoted
        self.editing.refresh()
        self._show_translations()
        self.shown.emit()

    def _with_earlier(self, quoted: tuple[QuotedMessage, ...]) -> tuple[QuotedMessage, ...]:
        """The new messages of reading, and those that only the last check has added."""
        before = {each.message for each in self._read}
        said = self.window.report.quoted
        suppressed = before - {each.message for each in said}
        earlier = [each for each in said if each.message not in before]
        found = [each for each in quoted if each.message not in suppressed]
        return tuple(sorted((*found, *earlier), key=_by_place))

    @Slot(object)
    def _show_checked(self, checked: Checked) -> None:
        """Show the messages; those about layout and clips remain until the next thorough check."""
        if checked.reading is not self._reading:
            return
        quoted = checked.quoted
        if not checked.thorough:
            said = self.window.report.quoted
            kept = [each for each in said if each.message.rule in _THOROUGH_RULES]
            quoted = tuple(sorted({*quoted, *kept}, key=_by_place))
        self._show_report(checked.reading, quoted)

    def _show_report(self, reading: Reading, quoted: tuple[QuotedMessage, ...]) -> None:
        exhibit = reading.exhibit
        counts = None
        if exhibit is not None:
            counts = (len(exhibit.zones), sum(len(zone.panels) for zone in exhibit.zones))
        self.window.show_report(PreviewReport(quoted, reading.recalled, counts))
        self.editing.take_messages([each.message for each in quoted])

    @Slot()
    def _show_choices(self) -> None:
        exhibit = self.app.exhibit
        languages = exhibit.languages if exhibit is not None else ()
        language = self.app.journey.comfort.language
        self.window.show_choices(self._screen, languages, language, self._theme)

    @Slot(str)
    def _choose_screen(self, key: str) -> None:
        self._screen = key
        size, millimetres = self._screens[key]
        self.app.stage.set_screen_mm(millimetres)
        self.window.picture.show_size(size)
        self._show_choices()
        self.window.update()

    @Slot(str)
    def _choose_theme(self, theme: str) -> None:
        self._theme = theme
        self.app.set_theme(theme)
        self._show_choices()

    @Slot(object)
    def _read_edited(self, stamps: dict[str, tuple[int, int, int] | None]) -> None:
        """Show what the editor has written without waiting for the watch to find it."""
        for name, stamp in stamps.items():
            self.watch.expect(name, stamp)
        self.rereading.read_edited(frozenset(stamps))
        if self.window.looks_back and self.looking_back.wanted is None:
            self.looking_back.list()

    @Slot(object)
    def _go_to_problem(self, quoted: QuotedMessage) -> None:
        """Show a problem where it is seen, and its field where there is one."""
        if quoted.place is not None:
            self.app.navigation.go_near(quoted.place)
        if self.editing.open_message(quoted.message):
            self.window.show_column(EDIT)

    @Slot(str)
    def _choose_column(self, column: str) -> None:
        """While something can be edited, a touch on the exhibit chooses it."""
        is_edited = column == EDIT and not self.window.looks_back
        area_at = self._area_at if is_edited else None
        self.window.picture.pick(area_at, self.window.style_of_desk.look.theme.accent)

    @Slot()
    def _show_steps(self) -> None:
        self.window.show_steps(self.editing.undo_label, self.editing.redo_label)

    @Slot()
    def _forget_touched(self) -> None:
        self._touched = None

    def _thing_at(self, point: QPointF) -> Thing | None:
        if self._touched is None:
            self._touched = TouchedThings(self.app.stage, ContentTrees(self.editing.roots))
        return self._touched.at(point)

    def _area_at(self, point: QPointF) -> QRectF | None:
        thing = self._thing_at(point)
        return None if thing is None else thing.area

    @Slot(QPointF)
    def _pick(self, point: QPointF) -> None:
        thing = self._thing_at(point)
        if thing is not None:
            self._is_picking = True
            self.editing.open(thing.file, thing.location)
            self._is_picking = False
            self.window.picture.mark(thing.area)

    @Slot(str, object)
    def _mark(self, file: str, location: Location) -> None:
        """Draw a line around what is edited, and have the exhibit show it."""
        place = None if self._is_picking else place_of(self.editing.roots.get(file), file, location)
        now = self.app.journey.place
        is_there = place == now
        if place is not None and place.zone and not place.panel:
            # On the map home it is seen, and can be moved there.
            is_there = now.is_home or place.zone == now.zone
        if place is not None and not is_there:
            self.app.navigation.go_near(place)
            return
        self._mark_seen(file, location)

    @Slot()
    def _leave_mark(self) -> None:
        """Another place is shown: what was framed is not there any more."""
        self.window.picture.mark(QRectF())
        if not self._is_over:
            self._marking.start()

    @Slot()
    def _mark_again(self) -> None:
        if self.editing.place is not None and not self.app.stage.is_on_its_way:
            self._mark_seen(*self.editing.place)

    def _mark_seen(self, file: str, location: Location) -> None:
        if self._touched is None and self.editing.roots:
            self._touched = TouchedThings(self.app.stage, ContentTrees(self.editing.roots))
        thing = None if self._touched is None else self._touched.thing_of(file, location)
        self.window.picture.mark(QRectF() if thing is None else thing.area)

    @Slot()
    def _ask_for_spot(self) -> None:
        """Show the whole map, and wait for a touch on it."""
        self.app.navigation.go_near(Place())
        self.positions.ask_for_spot(self.window.style_of_desk)

    @Slot(str, object)
    def _offer_positions(self, file: str, location: Location) -> None:
        """Let a place be moved on the map while its form, or that of its place there, is open."""
        root = self.editing.roots.get(file)
        zone = None if root is None or location[:1] not in ((), ("map",)) else root.at(("id",))
        style = self.window.style_of_desk
        is_zone = zone is not None and file.startswith("zones/")
        name = title_of(root, style.language) if root is not None and is_zone else ""
        written = str(zone.value) if zone is not None and is_zone else ""
        self.positions.show_place(written, file, name, style)

    @Slot()
    def _open_history(self) -> None:
        """Show the saves beside the exhibit; pressed again, lead back to now."""
        if self.window.looks_back:
            self._return()
            self.window.look_back(looks_back=False)
            return
        self.positions.show_place("", "", "", self.window.style_of_desk)
        self.window.look_back(looks_back=True)
        self.looking_back.list()

    @Slot(object)
    def _look_back(self, run: SaveRun | None) -> None:
        if run is None:
            self._return()
            return
        self.window.show_earlier(run.last, is_shown=False)
        now = None if self._reading is None else self._reading.exhibit
        self.looking_back.look(run.last, now if self._shown_map is self._map else None)
        self.looking_back.tell(run)

    @Slot(object)
    def _show_earlier(self, state: EarlierState) -> None:
        if state.reading.exhibit is None:
            message = next(iter(state.reading.messages), None)
            self._tell_failed("" if message is None else str(message))
            return
        self.app.show_reading(state.reading, state.whole_map)
        self._shown_map = state.whole_map or self._shown_map
        self.app.stage.read_pictures_again()
        self._show_choices()
        self.window.show_earlier(state.save, is_shown=True)
        self.shown.emit()

    @Slot()
    def _return(self) -> None:
        """Show again how it is now."""
        if self.looking_back.wanted is None:
            return
        self.looking_back.leave()
        self.window.history.show_now()
        self.window.show_no_earlier()
        if self._reading is not None:
            is_same = self._shown_map is self._map
            self.app.show_reading(self._reading, None if is_same else self._map)
            self._shown_map = self._map
            self.app.stage.read_pictures_again()
            self._show_choices()
        self.shown.emit()

    @Slot()
    def _want_back(self) -> None:
        save = self.looking_back.wanted
        if save is not None:
            self.looking_back.bring(save, self.editing.draft())

    @Slot(object, object)
    def _bring_back(self, save: Save, edits: list[Edit]) -> None:
        """Make how it was how it is, as one change that can be undone."""
        style = self.window.style_of_desk
        label = style.say("earlier_brought", when=moment_words(save, style))
        self._open_history()
        self.editing.change_as(label, edits)

    @Slot(str)
    def _tell_failed(self, reason: str) -> None:
        self._return()
        self.window.tell(self.window.style_of_desk.say("earlier_failed", reason=reason))

    @Slot(object)
    def _go_to_text(self, place: Place) -> None:
        self.app.navigation.go_near(place)
        self.window.show_preview()

    @Slot()
    def _show_translations(self) -> None:
        if self.window.translations is not None:
            self.window.translations.show_exhibit(self._folder)


def _by_place(quoted: QuotedMessage) -> tuple[bool, PlacedMessage]:
    return cause_first(quoted.message)
