"""Sends the texts of the table to translators, and takes in what they send back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from kiosk.exhibit.exchanging.applying import PreparedImport, prepared
from kiosk.exhibit.exchanging.comparing import Comparison, compare
from kiosk.exhibit.exchanging.exchange_files import ENDINGS, read_exchange, write_exchange
from kiosk.exhibit.exchanging.exchange_messages import ExchangeRefused
from kiosk.exhibit.exchanging.exchanged_texts import texts_to_send
from kiosk.exhibit.translating.translation_record import RECORD_FILE
from kiosk.jobs import Answer, Jobs
from kiosk.text.phrase import said
from kiosk.workshop.editing.file_dialog import file_dialog
from kiosk.workshop.translation.export_dialog import ExportDialog
from kiosk.workshop.translation.import_dialog import ImportDialog
from kiosk.workshop.translation.surveyed_texts import record_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.exchanging.comparing import ComparedText
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.editing.editing import Editing
    from kiosk.workshop.translation.surveyed_texts import SurveyedTexts
    from kiosk.workshop.translation.translation_view import TranslationView

_SEND, _COMPARE, _PREPARE = "send", "compare", "prepare"


class _Sent(NamedTuple):
    """A file that has been written."""

    path: Path
    texts: int
    left_out: int


class Exchanging(QObject):
    """Files are written and read as jobs; nothing of them is changed before it was shown."""

    def __init__(self, editing: Editing, view: TranslationView, style: InterfaceStyle) -> None:
        super().__init__(view)
        self._editing, self._view, self._style = editing, view, style
        self._file = Path()
        self.dialog: ExportDialog | ImportDialog | QFileDialog | None = None
        """What is asked or shown at the moment."""
        self._sending: tuple[str, Sequence[str], str] = ("", (), "")
        self._jobs = Jobs(self)
        self._jobs.answered.connect(self._take)
        view.export_wanted.connect(self._ask_what)
        view.import_wanted.connect(self._ask_file)

    def speak(self, style: InterfaceStyle) -> None:
        """Ask and tell in this look and language from now on."""
        self._style = style

    @Slot()
    def _ask_what(self) -> None:
        columns = self._view.columns
        if len(columns) < 2:
            return
        dialog = ExportDialog(self._view, self._style, columns[1:], self._view.kept)
        dialog.choose_language(self._view.current_language)
        dialog.wanted.connect(self._ask_where)
        self._open(dialog)

    @Slot(str, object, str)
    def _ask_where(self, language: str, kinds: Sequence[str], ending: str) -> None:
        self._sending = (language, kinds, ending)
        dialog = self._file_dialog("exchange_out")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"*{ending}")
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.selectFile(f"{self._editing.path.name}-{language}{ending}")
        dialog.fileSelected.connect(self.send_to)
        self._open(dialog)

    @Slot(str)
    def send_to(self, name: str) -> None:
        """Write what was asked for into a file of that name."""
        language, kinds, _ = self._sending
        work = partial(_send, Path(name), self._view.texts, language, kinds, self._style.language)
        self._jobs.ask(_SEND, work)

    @Slot()
    def _ask_file(self) -> None:
        dialog = self._file_dialog("exchange_import")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{ending}" for ending in ENDINGS)
        dialog.setNameFilter(f"{self._style.say('translation_view')} ({patterns})")
        dialog.fileSelected.connect(self.take_from)
        self._open(dialog)

    @Slot(str)
    def take_from(self, name: str) -> None:
        """Show what the file of that name would change."""
        self._file = Path(name)
        self._jobs.ask(_COMPARE, partial(_compare, self._file, self._view.texts))

    def _file_dialog(self, word: str) -> QFileDialog:
        title = self._style.say(word).removesuffix("…")
        return file_dialog(self._view, self._style, title, str(self._editing.path.parent))

    def _open(self, dialog: ExportDialog | ImportDialog | QFileDialog) -> None:
        self.dialog = dialog
        dialog.open()

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if isinstance(answer.error, ExchangeRefused):
            self._view.tell(said(answer.error.words, self._style.language))
            return
        if answer.error is not None:
            return
        if answer.key == _SEND:
            self._tell_sent(answer.value)
        elif answer.key == _COMPARE:
            self._show(answer.value)
        else:
            self._write(answer.value)

    def _tell_sent(self, sent: _Sent) -> None:
        words = self._style.say("exchange_written", count=str(sent.texts), file=sent.path.name)
        if sent.left_out:
            left_out = self._style.say("exchange_left_out", count=str(sent.left_out))
            words = f"{words} {left_out}"
        self._view.tell(words)

    def _show(self, comparison: Comparison) -> None:
        if not comparison.texts:
            count, file = str(comparison.unchanged), self._file.name
            self._view.tell(self._style.say("exchange_nothing_new", count=count, file=file))
            return
        dialog = ImportDialog(
            self._view, self._style, self._file.name, comparison, self._view.texts
        )
        dialog.taken.connect(self._prepare)
        self._open(dialog)

    @Slot(object)
    def _prepare(self, chosen: Sequence[ComparedText]) -> None:
        # What others have saved is what everything is compared with.
        self._editing.take_up()
        draft = self._editing.draft()
        record = draft.content(RECORD_FILE)
        texts, path = self._view.texts, self._editing.path
        self._jobs.ask(_PREPARE, partial(_prepare, draft, path, record, texts, chosen))

    def _write(self, found: PreparedImport) -> None:
        """Make it one change, unless one of its files was changed while it was prepared."""
        draft = self._editing.draft()
        if any(draft.content(file) != before for file, before in found.before.items()):
            self._prepare(found.taken)
            return
        if found.edits:
            self._editing.change_as(
                self._style.say("exchange_in", file=self._file.name), found.edits
            )
        self._view.keep([each.text.address for each in found.taken if each.text is not None])
        words = self._style.say("exchange_taken", count=str(len(found.taken)))
        if found.refused:
            count = str(len(found.refused))
            words = f"{words} {self._style.say('exchange_refused', count=count)}"
        self._view.tell(words)


def _send(
    path: Path, texts: SurveyedTexts, language: str, kinds: Sequence[str], desk: str
) -> _Sent:
    sent = texts_to_send(texts.found, texts.places, language, kinds)
    # Whether a file is to be replaced has been asked where its name was chosen.
    write_exchange(path, sent, desk, replace=True)
    return _Sent(path, len(sent.texts), sent.left_out)


def _compare(path: Path, texts: SurveyedTexts) -> Comparison:
    return compare(read_exchange(path), texts.found)


def _prepare(
    draft: Draft,
    path: Path,
    record: bytes | None,
    texts: SurveyedTexts,
    chosen: Sequence[ComparedText],
) -> PreparedImport:
    return prepared(draft, record_in(path, record), texts.found, chosen)
