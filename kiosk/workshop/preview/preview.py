"""Wires the preview: the exhibit, its folder, the readings and the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.app import App
from kiosk.exhibit.editing.named_things import words_of
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import read_look
from kiosk.screen.teardown import tear_down
from kiosk.shipped import shipped
from kiosk.speech.speech_messages import SPEECH_RULES
from kiosk.text.messages import cause_first
from kiosk.workshop.check.layout_messages import LAYOUT_RULES
from kiosk.workshop.editing.additions import Additions
from kiosk.workshop.editing.conflicts import Conflicts
from kiosk.workshop.editing.editing import Editing
from kiosk.workshop.editing.elsewhere_note import Elsewhere
from kiosk.workshop.editing.fixes import Fixes
from kiosk.workshop.editing.message_places import message_location, place_in_words
from kiosk.workshop.editing.thing_actions import ThingActions
from kiosk.workshop.editing.unsaved_changes import UnsavedChanges
from kiosk.workshop.editing.window_theme import theme_of
from kiosk.workshop.preview.earlier_shown import EarlierShown
from kiosk.workshop.preview.exhibit_search import ExhibitSearch
from kiosk.workshop.preview.folder_watch import FolderWatch
from kiosk.workshop.preview.message_list import PreviewReport
from kiosk.workshop.preview.picking import Picking
from kiosk.workshop.preview.preview_window import PreviewWindow
from kiosk.workshop.preview.rereading import Checked, Reread, Rereading
from kiosk.workshop.preview.screen_sizes import screen_sizes
from kiosk.workshop.preview.shown_content import ShownContent
from kiosk.workshop.preview.side_column import EDIT
from kiosk.workshop.translation.translating import Translating
from kiosk.workshop.translation.translation_view import DESK_U

if TYPE_CHECKING:
    from datetime import date

    from kiosk.exhibit.place import Place
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.look.look import Look
    from kiosk.settings.settings import Settings
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.preview.quoted_messages import QuotedMessage

_THOROUGH_RULES = LAYOUT_RULES | SPEECH_RULES
"""What only the thorough check looks at."""


class Preview(QObject):
    """Follows every save, and shows the exhibit with everything that is wrong in it."""

    shown = Signal()
    """The picture shows the last save."""

    def __init__(self, settings: Settings, language: str = "", colours: str = "") -> None:
        """`language` and `colours` are those of the window; without them it speaks and looks as
        the exhibit does."""
        super().__init__()
        # It would be tiring to watch the same figures come in after every save.
        self.app = App(replace(settings, still=True))
        self._theme = settings.theme
        self._screens = screen_sizes(settings.screen_mm)
        self._screen = next(iter(self._screens))
        self._colours = colours or settings.theme
        style = self.app.interface_style()
        style = InterfaceStyle(_look(self._colours), style.words, language or style.language)
        self.window = PreviewWindow(
            self.app.stage, style, tuple(self._screens), colours=self._colours
        )
        window = self.window
        self.editing = Editing(settings.content, window.pane, window.tree, style)
        self.additions = Additions(self.editing, window.pane, window.tree, style)
        self.things = ThingActions(self.editing, window.pane, style)
        self._fixes = Fixes(self.editing, window.pane, style)
        self.translating = Translating(self.editing, style)
        self.conflicts = Conflicts(self.editing, window.pane, style)
        self.unsaved = UnsavedChanges(self.editing, self.conflicts, window.unsaved_band, style)
        self.elsewhere = Elsewhere(self.editing, window.pane, style)
        self.search = ExhibitSearch(window, self.editing)
        self._content = ShownContent(self.app)
        self._read: tuple[QuotedMessage, ...] = ()
        self.picking = Picking(self.app, window, self.editing, self.additions)
        self.earlier = EarlierShown(window, self.editing, self._content, settings.state)
        self.watch = FolderWatch(settings.content, self)
        self.rereading = Rereading(settings.content, self)
        self._connect()

    def _connect(self) -> None:
        window = self.window
        self.watch.changed.connect(self.rereading.read_again)
        self.rereading.read.connect(self._show)
        self.rereading.checked.connect(self._show_checked)
        self.rereading.look_first_at(self._open_zone)
        self.rereading.progressed.connect(self.window.column.messages.progress.show_share)
        self.window.column.messages.check_stopped.connect(self.rereading.stop_check)
        self.app.journey.comforted.connect(self._show_choices)
        window.screen_chosen.connect(self._choose_screen)
        window.theme_chosen.connect(self._choose_theme)
        window.language_chosen.connect(self.app.journey.speak)
        window.message_chosen.connect(self._go_to_message)
        window.column.messages.fixed.connect(self._fixes.mend)
        self._fixes.led.connect(self._show_form)
        window.column.messages.names_of = self._names_of
        window.text_chosen.connect(self._go_to_text)
        window.translations_wanted.connect(self._show_translations)
        window.toolbar.day.chosen.connect(self._show_day)
        window.toolbar.day.every_day_chosen.connect(self._show_every_day)
        window.unsaved = self.editing.save_now
        window.undone.connect(self.editing.undo)
        window.redone.connect(self.editing.redo)
        self.editing.written.connect(self._read_edited)
        self.editing.changed.connect(self._show_steps)
        self.editing.told.connect(window.tell)
        self.earlier.begun.connect(self.picking.offer_no_positions)
        self.earlier.shown.connect(self._take_earlier)
        self.earlier.brought_back.connect(self._forget_messages)
        window.history.name_of = self.editing.name_of_file
        window.undone.connect(window.column.forget)

    def start(self) -> None:
        """Show the window's contents and read the folder."""
        self._show_steps()
        self._choose_screen(self._screen)
        self._show_choices()
        self.picking.choose_column(self.window.part)
        self.editing.begin()
        self.watch.start()

    @Slot()
    def stop(self) -> None:
        """Stop, and wait for everything that is still running."""
        self.watch.stop()
        self.earlier.looking_back.stop()
        self.picking.stop()
        self.elsewhere.stop()
        self.search.stop()
        self.editing.stop()
        self.rereading.stop()
        self.translating.stop()
        self.app.stop()
        self.app.stage.close()

    def speak(self, language: str) -> None:
        """Say everything beside the exhibit in another language."""
        self._show_style(replace(self.window.style_of_desk, language=language))

    def show_colours(self, colours: str) -> None:
        """Draw everything beside the exhibit in other colours: one of `COLOURS`."""
        self._colours = colours
        self._show_style(replace(self.window.style_of_desk, look=_look(colours)))

    def _show_style(self, style: InterfaceStyle) -> None:
        self.window.show_style(style, self._colours)
        for each in (self.editing, self.additions, self._fixes, self.things, self.conflicts):
            each.speak(style)
        self.unsaved.speak(style)
        self.elsewhere.speak(style)
        self.search.speak()
        self.earlier.speak()
        self.picking.choose_column(self.window.part)
        self._show_steps()
        self._show_translations()

    def put_away(self) -> None:
        """Stop, and take the window and the exhibit down for good."""
        self.stop()
        tear_down(self.window, self.app.stage, self.app, self)

    @Slot(object)
    def _show(self, reread: Reread) -> None:
        self._content.take(reread, is_shown=self.earlier.is_now)
        if reread.whole_map is not None:
            self.editing.take_map(sorted(reread.whole_map.drawing.names))
        self._show_choices()
        self._show_report(reread.reading, self._with_earlier(reread.quoted))
        self._read = reread.quoted
        self.editing.refresh()
        self._show_translations()
        self.shown.emit()

    @Slot()
    def _forget_messages(self) -> None:
        """Say nothing of how it was until that has been read."""
        self._read = ()
        self.window.show_report(PreviewReport())
        self.editing.take_messages(())

    @Slot()
    def _take_earlier(self) -> None:
        """The exhibit shows an earlier state, or that of now again."""
        self._show_choices()
        self.shown.emit()

    def _with_earlier(self, quoted: tuple[QuotedMessage, ...]) -> tuple[QuotedMessage, ...]:
        """The new messages of reading, and those that only the last check has added."""
        before = {each.message for each in self._read}
        said = self.window.report.quoted
        suppressed = before - {each.message for each in said}
        earlier = [each for each in said if each.message not in before]
        found = [each for each in quoted if each.message not in suppressed]
        return tuple(sorted((*found, *earlier), key=_by_place))

    def _open_zone(self) -> str:
        return self.app.journey.place.zone

    @Slot(object)
    def _show_checked(self, checked: Checked) -> None:
        """Show the messages; those about layout and clips remain until the next thorough check.

        What it finds while it goes on takes the place of what was said there before.
        """
        if checked.reading is not self._content.reading:
            return
        quoted = checked.quoted
        if not checked.thorough:
            said = self.window.report.quoted
            new = {_spot_of(each) for each in quoted}
            kept = [
                each
                for each in said
                if each.message.rule in _THOROUGH_RULES and _spot_of(each) not in new
            ]
            quoted = tuple(sorted({*quoted, *kept}, key=_by_place))
        self._show_report(checked.reading, quoted)

    def _show_report(self, reading: Reading, quoted: tuple[QuotedMessage, ...]) -> None:
        exhibit = reading.exhibit
        counts = None
        if exhibit is not None:
            counts = (len(exhibit.zones), sum(len(zone.panels) for zone in exhibit.zones))
        self.window.show_report(PreviewReport(quoted, reading.recalled, counts))
        self.editing.take_messages([each.message for each in quoted], reading.recalled)
        self.translating.take_messages([each.message for each in quoted])

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

    @Slot(str)
    def _choose_theme(self, theme: str) -> None:
        self._theme = theme
        self.app.set_theme(theme)
        self._show_choices()

    @Slot(object)
    def _show_day(self, day: date | None) -> None:
        self.app.show_day(day)
        self.window.tree.show_day(day or datetime.now().astimezone().date())

    @Slot()
    def _show_every_day(self) -> None:
        self.app.show_every_day()
        self.window.tree.show_day(None)

    @Slot(object)
    def _read_edited(self, stamps: dict[str, tuple[int, int, int] | None]) -> None:
        """Show what the editor has written without waiting for the watch to find it."""
        for name, stamp in stamps.items():
            self.watch.expect(name, stamp)
        self.rereading.hold("" if self.editing.place is None else self.editing.place[0])
        self.rereading.read_edited(frozenset(stamps))
        self.earlier.list_again()

    @Slot(object)
    def _go_to_message(self, quoted: QuotedMessage) -> None:
        """Show what a message means where it is seen, and its field where there is one."""
        if quoted.place is not None:
            self.app.navigation.go_near(quoted.place)
        if self.editing.open_message(quoted.message):
            self.window.show_column(EDIT)
        words = self._words_of(quoted.message)
        if quoted.place is not None and words:
            # On which page a figure stands is known only to who lays it out.
            self.app.stage.seek(quoted.place, words)

    @Slot()
    def _show_form(self) -> None:
        self.window.show_column(EDIT)

    def _words_of(self, message: PlacedMessage) -> str:
        """What is written where a message is, in the language that the exhibit speaks."""
        root = self.editing.roots.get(message.file)
        if root is None:
            return ""
        location, language = message_location(message, root), self.app.journey.comfort.language
        around = [root.at(location[:length]) for length in range(len(location), 0, -1)]
        # An id or a number is not found as it is written, but beside what it belongs to.
        labels = [node.at(("label",)) for node in around if node is not None]
        return next(filter(None, (words_of(node, language) for node in (*labels, *around[:1]))), "")

    def _names_of(self, message: PlacedMessage) -> tuple[str, ...]:
        root = self.editing.roots.get(message.file)
        return place_in_words(message, root, self.window.style_of_desk)

    @Slot()
    def _show_steps(self) -> None:
        self.window.toolbar.show_steps(self.editing.undo_label, self.editing.redo_label)

    @Slot(object)
    def _go_to_text(self, place: Place) -> None:
        self.app.navigation.go_near(place)
        self.window.show_preview()

    @Slot()
    def _show_translations(self) -> None:
        if self.window.translations is not None:
            self.translating.attend(self.window.translations, self.window.style_of_desk)


def _spot_of(quoted: QuotedMessage) -> tuple[str, int, int, str]:
    message = quoted.message
    return message.file, message.line, message.column, message.rule


def _by_place(quoted: QuotedMessage) -> tuple[bool, PlacedMessage]:
    return cause_first(quoted.message)


def _look(colours: str) -> Look:
    """How the window looks at a desk, in these colours."""
    return replace(read_look(shipped("assets"), theme_of(colours)), u=DESK_U, millimetre=0.0)
