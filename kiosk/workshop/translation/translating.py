"""Translates beside the editor: what the table shows and what becomes of what is written in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.exhibit.editing.confirmations import confirmations
from kiosk.exhibit.editing.edits import SetText
from kiosk.exhibit.editing.text_places import BETWEEN
from kiosk.exhibit.editing.written_words import as_written
from kiosk.exhibit.translating.translation_record import RECORD_FILE, Record, RecordError
from kiosk.jobs import Answer, Jobs
from kiosk.languages.language import language as language_of
from kiosk.workshop.translation.exchanging import Exchanging
from kiosk.workshop.translation.surveyed_texts import (
    SurveyedFolder,
    SurveyedTexts,
    record_in,
    survey_texts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.editing.editing import Editing
    from kiosk.workshop.translation.translation_view import TranslationView

_SURVEY_AFTER_MS = 150
"""After a change: letters come faster than everything can be looked through."""


class Translating(QObject):
    """Brings the texts into the table, and what is written there into the files: by the same
    changes as a form's, which can be undone and are in the history."""

    surveyed = Signal()

    def __init__(self, editing: Editing, style: InterfaceStyle) -> None:
        super().__init__(editing)
        self._editing, self._style = editing, style
        self._view: TranslationView | None = None
        self.exchanging: Exchanging | None = None
        """What sends the texts of the view to translators, and takes them back."""
        self._messages: tuple[PlacedMessage, ...] = ()
        self._jobs = Jobs(self)
        self._jobs.answered.connect(self._take)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_SURVEY_AFTER_MS)
        self._waiting.timeout.connect(self._survey)
        self._known_record: tuple[bytes | None, Record] = (None, Record())
        self._is_behind = False
        """Whether something has changed since the survey that is running began."""
        editing.changed.connect(self._follow)
        editing.looked.connect(self._follow)
        editing.told.connect(self._tell)

    def attend(self, view: TranslationView, style: InterfaceStyle) -> None:
        """Fill this view from now on."""
        self._style = style
        if view is not self._view:
            self._view = view
            view.written.connect(self._write)
            view.confirmed.connect(self._confirm)
            view.left.connect(self._editing.end_run)
            self.exchanging = Exchanging(self._editing, view, style)
        elif self.exchanging is not None:
            self.exchanging.speak(style)
        self._follow()
        self._survey()

    def take_messages(self, messages: Sequence[PlacedMessage]) -> None:
        """Show what the check says, each at its cell."""
        if tuple(messages) != self._messages:
            self._messages = tuple(messages)
            self._follow()

    @property
    def is_up_to_date(self) -> bool:
        """Whether the table says what the files say."""
        return not self._is_behind and not self._jobs.is_running("survey")

    def stop(self) -> None:
        """Look through nothing any more."""
        self._waiting.stop()
        self._view = None
        self._jobs.rest()

    @Slot()
    def _follow(self) -> None:
        """Look through everything soon: something has changed."""
        self._is_behind = True
        if self._view is not None and self._view.isVisible():
            self._waiting.start()

    @Slot()
    def _survey(self) -> None:
        self._waiting.stop()
        if self._editing.roots:
            self._is_behind = False
            self._jobs.ask("survey", partial(survey_texts, self._folder()))

    def _folder(self) -> SurveyedFolder:
        return SurveyedFolder(
            self._editing.path,
            dict(self._editing.roots),
            self._editing.draft().content(RECORD_FILE),
            self._messages,
            self._style.language,
        )

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.error is not None or self._view is None or self._is_behind:
            return
        texts: SurveyedTexts = answer.value
        self._known_record = (texts.record_content, texts.record)
        self._view.show_texts(texts)
        self.surveyed.emit()

    @Slot(object, str, str)
    def _write(self, text: TranslatedText, language: str, words: str) -> None:
        view = self._view
        now = None if view is None else view.texts.text(text.address)
        if view is None or now is None or not self._is_there(now):
            # Somebody has moved it meanwhile: where it is now is looked up first.
            self._survey()
            return
        before = now.wordings[language].words if language in now.wordings else ""
        place = (*now.location, language)
        written = as_written(words, before)
        label = f"{BETWEEN.join(view.texts.place(now))} ({language_of(language).name})"
        joins = f"{now.file}:{now.location}:{language}"
        self._editing.change_as(label, [SetText(now.file, place, written)], joins)
        view.show_changes([now.saying(language, written)])

    def _is_there(self, text: TranslatedText) -> bool:
        """Whether the text is still at the place where it was found."""
        root = self._editing.roots.get(text.file)
        node = None if root is None else root.at((*text.location, text.original))
        said = "" if node is None or node.kind != "text" else str(node.value).strip()
        return root is not None and said == text.original_words

    @Slot(object)
    def _confirm(self, chosen: list[tuple[TranslatedText, tuple[str, ...]]]) -> None:
        view = self._view
        if view is None:
            return
        # The record is written anew as a whole: what others have confirmed meanwhile is in it.
        self._editing.take_up()
        try:
            confirmed = confirmations(self._record(), view.texts.found, chosen)
        except RecordError as error:
            reason = str(error).splitlines()[0]
            view.tell(self._style.say("translation_refused", reason=reason))
            return
        if confirmed is None:
            return
        edit, record = confirmed
        count = sum(len(languages) for _, languages in chosen)
        said = self._style.say("translation_confirmed", count=str(count))
        self._known_record = (edit.content, record)
        self._editing.change_as(said, [edit])
        view.show_changes([text.confirmed_in(languages) for text, languages in chosen])
        view.tell(said)

    def _record(self) -> Record:
        """The record as it is by now: several may be confirmed before all is looked through."""
        content = self._editing.draft().content(RECORD_FILE)
        if self._known_record[0] != content:
            self._known_record = (content, record_in(self._editing.path, content))
        return self._known_record[1]

    @Slot(str)
    def _tell(self, words: str) -> None:
        if self._view is not None:
            self._view.tell(words)
