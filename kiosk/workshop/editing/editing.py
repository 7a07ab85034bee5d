"""The editor: what was touched, its form, and what becomes of each change.

A change is spliced into the texts in memory at once, and its form shown from them; a moment later
it is on the disk, and the exhibit shows it.
"""

from __future__ import annotations

import itertools
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.exhibit.editing.edited_folder import EditedFolder
from kiosk.exhibit.editing.form import form_at
from kiosk.exhibit.editing.named_things import Surroundings, words_of
from kiosk.exhibit.editing.picture_words import confirmed_again, no_longer_confirmed
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.exhibit.editing.save_history import SaveHistory
from kiosk.exhibit.editing.still_confirmed import still_confirmed
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE, TERMS_FILE, UNITS_FILE
from kiosk.exhibit.translating.translation_record import RECORD_FILE
from kiosk.jobs import Answer, Jobs
from kiosk.workshop.editing.content_survey import NOTHING_SURVEYED, ContentSurvey, survey_content
from kiosk.workshop.editing.deeds import CHANGED, deed, deed_words, names_of
from kiosk.workshop.editing.form_context import FormContext
from kiosk.workshop.editing.located_messages import by_location, place_beside
from kiosk.workshop.editing.message_places import file_words
from kiosk.workshop.editing.saving import Saving
from kiosk.workshop.editing.steady_form import SteadyForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.folder_changes import ChangedElsewhere, TriedChange
    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location, Node
    from kiosk.workshop.editing.contents_tree import ContentsTree
    from kiosk.workshop.editing.edit_pane import EditPane

_NEVER = object()
_LOAD, _SURVEY, _BESIDE = "load", "survey", "a change that takes its time"
_VERSIONS = "versions"
_TOLD_FILES = 3
"""So many files of others are told by their names."""
_SURVEY_AFTER_MS = 600
"""After a change: the exhibit is to show it first."""
FILES_OF_ENTRIES: Mapping[str, str] = MappingProxyType(
    {"source": SOURCES_FILE, "unit": UNITS_FILE, "term": TERMS_FILE}
)
"""The files whose keys are the ids of things, by the kind of these."""


class Editing(QObject):
    """Holds the folder that is edited and what of it is shown; makes, saves and undoes changes."""

    written = Signal(object)
    """Files that have just been written: by name what the disk says of each."""
    changed = Signal()
    """What can be undone or done again is something else now."""
    told = Signal(str)
    """Something to be read for a moment: what was saved, or why something was refused."""
    conflicted = Signal(object)
    """Files of which somebody else has written another version meanwhile."""
    unwritten = Signal(object)
    """What the disk does not take by now: an `Unwritten`, or None."""
    opened = Signal(str, object)
    """A form is shown: of which place of which file."""
    looked = Signal()
    """The folder has been read, or looked through for what others have changed."""
    versions_looked_at = Signal(str)
    """The file of which it is known by now what the other version is."""

    def __init__(
        self, folder: Path, pane: EditPane, tree: ContentsTree, style: InterfaceStyle
    ) -> None:
        super().__init__(pane)
        self._path = folder
        self._pane, self._tree, self._style = pane, tree, style
        self._history = SaveHistory.beside(folder)
        self._edited = EditedFolder(folder, self._history)
        self._survey: ContentSurvey = NOTHING_SURVEYED
        self._messages: tuple[PlacedMessage, ...] = ()
        self._coming: tuple[PlacedMessage, ...] = ()
        """What the check says by now, and is not shown yet."""
        self._located: dict[str, Mapping[Location, tuple[PlacedMessage, ...]]] = {}
        """The messages that are shown, by the file and the place that they mean."""
        self._steady = SteadyForm(pane)
        self._steady.rested.connect(self._take_coming)
        self._map_elements: tuple[str, ...] = ()
        self._roots: dict[str, Node] = {}
        self._other_files = 0
        """How often files without a tree have changed."""
        self._place: tuple[str, Location] | None = None
        self._came_from: tuple[str, Location] | None = None
        self._is_loaded = False
        self._recalled: tuple[str, ...] = ()
        self._shown: tuple[object, ...] = (_NEVER,) * 5
        self._saving = Saving(self._edited, self._history, style, self)
        self._saving.written.connect(self.written)
        self._saving.told.connect(self.told)
        self._saving.conflicted.connect(self.conflicted)
        self._saving.unwritten.connect(self.unwritten)
        self._thens: dict[tuple[str, int], Callable[[], None] | None] = {}
        """What is done once a change that takes its time is made."""
        self._numbers = itertools.count()
        self._jobs = Jobs(self)
        self._jobs.answered.connect(self._take)
        self._leisure = QTimer(self)
        self._leisure.setSingleShot(True)
        self._leisure.setInterval(_SURVEY_AFTER_MS)
        self._leisure.timeout.connect(self._look_around)
        self._saving.ended.connect(self._leisure.start)
        pane.edited.connect(self.change)
        pane.opened.connect(self.open)
        pane.contents_wanted.connect(self.show_contents)
        pane.left.connect(self._edited.end_run)
        tree.opened.connect(self.open)

    @property
    def path(self) -> Path:
        """The folder that is edited."""
        return self._path

    @property
    def roots(self) -> dict[str, Node]:
        """The trees of all files as they are edited."""
        return self._roots

    @property
    def place(self) -> tuple[str, Location] | None:
        """The file and the place in it whose form is shown; None for the contents."""
        return self._place

    @property
    def map_elements(self) -> tuple[str, ...]:
        """What the drawing has that a place can be."""
        return self._map_elements

    @property
    def is_saved(self) -> bool:
        """Whether everything that was changed is on the disk."""
        return self._saving.is_saved

    def write_now(self) -> None:
        """Try at once to write what is pending."""
        self._saving.write()

    def save_now(self) -> tuple[str, ...]:
        """Write what is pending and wait for it; give the files that are not saved even so."""
        return self._saving.save_now()

    @property
    def history(self) -> SaveHistory:
        """The saves of the folder."""
        return self._history

    @property
    def undo_label(self) -> str:
        """What would be undone; empty where there is nothing."""
        return deed_words(self._edited.undo_label, self._style)

    @property
    def redo_label(self) -> str:
        """What would be done again; empty where there is nothing."""
        return deed_words(self._edited.redo_label, self._style)

    @property
    def around(self) -> Surroundings:
        """What there is that a field can name."""
        return self._survey.surroundings(self._roots, self._map_elements)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the exhibit, the original first."""
        return self._survey.languages

    @property
    def conflicts(self) -> tuple[ChangedElsewhere, ...]:
        """The files of which two versions wait for somebody to choose."""
        return self._edited.conflicts

    def draft(self) -> Draft:
        """A place to try edits that are not made."""
        return self._edited.draft()

    def take_up(self) -> None:
        """Take up now what others have saved: what a message means may be theirs."""
        self._take_others(self._edited.refresh())

    def taken(self, kind: str) -> tuple[str, ...]:
        """The ids that things of a kind have, which a new one can't."""
        if kind in FILES_OF_ENTRIES:
            root = self._roots.get(FILES_OF_ENTRIES[kind])
            return tuple(root.value) if root is not None else ()
        start = f"{kind}s/"
        return tuple(
            words_of(root.at(("id",)), "en")
            for file, root in self._roots.items()
            if file.startswith(start)
        )

    def begin(self) -> None:
        """Read the folder, as a job; the contents are shown then."""
        self._jobs.ask(_LOAD, partial(_load, self._edited, self._path))

    def stop(self) -> None:
        """Write what is pending, and wait for it."""
        self._leisure.stop()
        self._steady.stop()
        self._jobs.rest()
        self._saving.stop()

    def take_messages(
        self, messages: Sequence[PlacedMessage], recalled: Sequence[str] = ()
    ) -> None:
        """Show what the check says, each at its field: once nothing moves there by it.

        `recalled` are files that the exhibit shows as they were before something was wrong.
        """
        self._coming, self._recalled = tuple(messages), tuple(recalled)
        if self._place is not None and self._steady.is_in_use:
            self._steady.wait()
        else:
            self._take_coming()

    @Slot()
    def _take_coming(self) -> None:
        self._steady.stop()
        self._take_messages()
        with self._steady.still():
            self._show()

    def _take_messages(self) -> None:
        if self._coming != self._messages:
            self._messages = self._coming
            self._located.clear()

    @property
    def steady(self) -> SteadyForm:
        """What keeps the form still under the pointer."""
        return self._steady

    def speak(self, style: InterfaceStyle) -> None:
        """Show the fields in the language of that style."""
        self._style = style
        self._saving.speak(style)
        self._shown = (_NEVER,) * len(self._shown)
        self._show()

    def take_map(self, elements: Iterable[str]) -> None:
        """Offer these names of the drawing."""
        self._map_elements = tuple(elements)

    def refresh(self) -> None:
        """Take up, soon, what others have written; while the folder is being read, after that."""
        self._leisure.start()

    def stand_at(self, file: str, location: Location = ()) -> None:
        """Show the form of a place, and leave the cursor where it is."""
        self._place = (file, location)
        self._show()

    @Slot()
    def show_contents(self) -> None:
        """Show everything that there is, to choose from."""
        self._place = None
        self._show()

    def open_from_here(self, file: str, location: Location) -> None:
        """The same, with a way back to what is shown now."""
        self.open(file, location, self._place)

    @Slot(str, object)
    def open(
        self, file: str, location: Location, came_from: tuple[str, Location] | None = None
    ) -> None:
        """Show the form of a place of a file, with the cursor in the field of that place."""
        self._edited.end_run()
        self._came_from = came_from
        self._steady.stop()
        self._steady.forget()
        self._take_messages()
        self._place = (file, tuple(location))
        self._show()
        self._pane.focus_field(tuple(location), self._style.language)
        self.opened.emit(file, tuple(location))

    def open_message(self, message: PlacedMessage) -> bool:
        """Show the field that a message means; False where no form has it."""
        root = self._roots.get(message.file)
        if root is None:
            return False
        location = next(iter(by_location([message], message.file, root)))
        if form_at(message.file, root, location) is None:
            return False
        self.open(message.file, location)
        return True

    def open_missing(self, message: PlacedMessage, key: str) -> None:
        """Show the field of a key that is missing where a message stands."""
        root = self._roots.get(message.file)
        if root is None:
            return
        location = next(iter(by_location([message], message.file, root)))
        location = place_beside(root, location, key)
        self._pane.reveal(message.file, location)
        self.open_from_here(message.file, location)

    @Slot(object, str)
    def change(self, edits: Sequence[Edit], joins: str) -> None:
        """Make a change: shown at once, written a moment later."""
        self.change_as(self._label(), edits, joins)

    def change_as(self, label: str, edits: Sequence[Edit], joins: str = "") -> None:
        """Make a change that is called so where it is undone."""
        texts = self._survey.texts
        try:
            edits = (*edits, *no_longer_confirmed(self.draft(), self._roots, texts, edits))
            change = self._edited.apply(label, edits, joins=joins)
        except EditRefused as error:
            self.refuse(error)
            return
        # While words are typed, what is said of other fields stays with them: their lines move.
        if not joins:
            self._located.clear()
        self._take_change(change.files)
        if change.unread:
            files = ", ".join(change.unread)
            self.told.emit(self._style.say("edit_unread", files=files))

    def change_in_all_languages(self, label: str, edits: Sequence[Edit]) -> None:
        """Make a change that says the same in each language: what was confirmed stays so."""
        edits = (*edits, *still_confirmed(self.draft(), self._survey.texts, edits))
        self.change_as(label, edits)

    def confirm_of_picture(self, label: str, file: str, picture: Location) -> None:
        """What is said beside that picture is right of it: what was confirmed is so once more."""
        edits = confirmed_again(self.draft(), self._survey.texts, file, picture)
        if edits:
            self.change_as(label, edits)

    @Slot()
    def end_run(self) -> None:
        """Let what is changed next be a step of its own."""
        self._edited.end_run()

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        try:
            change = self._edited.undo()
        except EditRefused as error:
            self.refuse(error)
            return
        if change is not None:
            self._located.clear()
            self._take_change(change.files)

    @Slot()
    def redo(self) -> None:
        """Make the step again that was undone last."""
        try:
            change = self._edited.redo()
        except EditRefused as error:
            self.refuse(error)
            return
        if change is not None:
            self._located.clear()
            self._take_change(change.files)

    def refuse(self, error: EditRefused) -> None:
        """Say why nothing was changed."""
        self.told.emit(self._style.say(error.word, **{"file": error.file, **error.values}))
        self.changed.emit()
        self._shown = (_NEVER,) * len(self._shown)
        self._show()
        if error.refusal is EditRefusal.CONFLICT:
            self.conflicted.emit(self.conflicts)

    def name_of_file(self, file: str) -> str:
        """What is in a file: the thing that it describes, or all things of a kind."""
        return file_words(file, self._roots.get(file), self._style)

    def _label(self) -> str:
        if self._place is None:
            return deed(CHANGED, self._style.say("edit_contents"))
        file, location = self._place
        root = self._roots.get(file)
        form = None if root is None else form_at(file, root, location)
        return deed(CHANGED, names_of(None if form is None else form.node, file))

    def _take_change(self, files: Sequence[str]) -> None:
        self._read_roots(files)
        self._show()
        self._saving.write()
        self.changed.emit()
        waiting = [each for each in self.conflicts if each.file in files]
        if waiting:
            # Typed on, in our version: it is on no disk before somebody has chosen.
            self.conflicted.emit(waiting)

    def _take_others(self, files: Sequence[str]) -> None:
        """Take up what others have changed, and say so: two who work on the same know it early."""
        self._read_roots(files)
        if files:
            named = [self.name_of_file(file) for file in files[:_TOLD_FILES]]
            more = [f"+ {len(files) - _TOLD_FILES}"] if len(files) > _TOLD_FILES else []
            names = ", ".join(dict.fromkeys((*named, *more)))
            self.told.emit(self._style.say("edit_others_changed", files=names))

    def _read_roots(self, files: Iterable[str]) -> None:
        for file in files:
            if not file.endswith(".yaml") or file == RECORD_FILE:
                # A table, perhaps one that the form shows; of the record no form is made.
                self._other_files += 1
                continue
            try:
                self._roots[file] = self._edited.yaml(file).document.root
            except EditRefused:
                self._roots.pop(file, None)

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.error is not None:
            return
        value: Any = answer.value
        if answer.key in (_LOAD, _SURVEY):
            self._survey, taken = value
            if answer.key == _LOAD:
                self._read_roots(self._survey.files)
            else:
                self._take_others(taken)
            self._is_loaded = True
            self._show()
            # Of two versions one may have gone, and ours be all that there is to be written.
            self._saving.write()
            self.looked.emit()
        elif answer.key[0] == _VERSIONS:
            self.versions_looked_at.emit(answer.key[1])
        elif answer.key in self._thens:
            self._take_tried(answer.key, value)

    def change_beside(
        self, edits: Sequence[Edit], then: Callable[[], None] | None = None, label: str = ""
    ) -> None:
        """Make a change that takes its time, such as another id everywhere, beside the GUI thread.

        It is made when it is worked out, and `then` is called.
        """
        # Each under a key of its own: a later one takes the place of none.
        key = (_BESIDE, next(self._numbers))
        self._thens[key] = then
        label = label or self._label()
        self._jobs.ask(key, partial(_tried, self._edited, label, tuple(edits)))

    def _take_tried(self, key: tuple[str, int], found: TriedChange | EditRefused) -> None:
        then = self._thens.pop(key)
        if isinstance(found, EditRefused):
            self.refuse(found)
            return
        try:
            change = self._edited.adopt(found)
        except EditRefused as error:
            self.refuse(error)
            return
        self._take_change(change.files)
        if then is not None:
            then()

    def look_at_versions(self, file: str) -> None:
        """Look, as a job, what somebody else's version of a file is by now."""
        self._jobs.ask((_VERSIONS, file), partial(self._edited.versions_by_now, file))

    def keep_versions(self, file: str, saves: Sequence[tuple[str, bytes | None]]) -> None:
        """Keep versions of a file in the history, each under what was done."""
        self._saving.keep(file, [(label, {file: content}) for label, content in saves])

    def keep_ours(self, file: str) -> None:
        """Of two versions of a file write the one that is edited here."""
        self._edited.keep_ours(file)
        self._saving.write()

    def take_theirs(self, file: str) -> None:
        """Of two versions of a file edit the one that is on the disk."""
        self._read_roots(self._edited.accept_theirs(file).files)
        self._show()
        self.changed.emit()

    @Slot()
    def _look_around(self) -> None:
        self._jobs.ask(_SURVEY, partial(_survey, self._edited, self._path))

    def text_at(self, file: str, location: Location) -> TranslatedText | None:
        """The text at a place of a file, with the state of its translations."""
        return self._survey.text_at(file, location)

    def _show(self) -> None:
        """Show the form of the present place, or the contents where there is none."""
        root = None if self._place is None else self._roots.get(self._place[0])
        shown = (
            root,
            self._survey,
            self._place,
            self._messages,
            len(self._roots),
            self._other_files,
            self._recalled,
        )
        are_same = all(one is other for one, other in zip(shown[:2], self._shown[:2], strict=True))
        if are_same and shown[2:] == self._shown[2:]:
            return
        self._shown = shown
        context = self._context()
        self._tree.setVisible(context is None)
        self._pane.setVisible(context is not None)
        if context is None:
            if self._is_loaded:
                self._tree.show_contents(self.around, self._style)
        else:
            self._pane.show_form(context)

    def _context(self) -> FormContext | None:
        if self._place is None:
            return None
        file, location = self._place
        root = self._roots.get(file)
        form = None if root is None else form_at(file, root, location)
        while root is not None and form is not None and form.node is None and form.location:
            form = form_at(file, root, form.location[:-1])
        if root is None or form is None:
            return None
        return FormContext(
            self._style,
            form,
            self._survey.languages,
            self.around,
            self._survey.states(file),
            self._located_in(file, root),
            self._messages,
            self._came_from,
            self._edited.content,
            self._path,
            is_kept=file in self._recalled,
        )

    def _located_in(self, file: str, root: Node) -> Mapping[Location, tuple[PlacedMessage, ...]]:
        if file not in self._located:
            self._located[file] = by_location(self._messages, file, root)
        return self._located[file]


def _load(edited: EditedFolder, path: Path) -> tuple[ContentSurvey, tuple[str, ...]]:
    edited.load()
    return survey_content(path), ()


def _survey(edited: EditedFolder, path: Path) -> tuple[ContentSurvey, tuple[str, ...]]:
    taken = edited.refresh()
    return survey_content(path), taken


def _tried(edited: EditedFolder, label: str, edits: tuple[Edit, ...]) -> TriedChange | EditRefused:
    try:
        return edited.tried(label, edits)
    except EditRefused as error:
        return error
