"""The translation view: every text in all languages side by side, and what is to be done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.translating.confirming import confirm
from kiosk.exhibit.translating.translation_record import RecordError
from kiosk.exhibit.translating.translations import (
    State,
    TranslatedText,
    Translations,
    read_translations,
)
from kiosk.jobs import Answer, Jobs
from kiosk.languages.language import language as language_of
from kiosk.look.typesetting import set_text
from kiosk.screen.control.button import CONTROL_U, Button, Ground
from kiosk.screen.control.segments import Segment, SegmentBar
from kiosk.workshop.translation.cell_texts import PADDING_U
from kiosk.workshop.translation.translation_cells import TranslationCells
from kiosk.workshop.translation.translation_rows import FILTERS, rows_of
from kiosk.workshop.translation.translation_table import TranslationTable

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from kiosk.languages.words import Words
    from kiosk.look.look import Look

DESK_U = 0.75
"""The unit at a desk, in pixels: people sit closer than in a museum, whatever the window."""

_MARGIN_U = 28
_GAP_U = 20
_HEADS_U = 52
_FOOT_U = 60


class _ReadTranslations(NamedTuple):
    """All texts, after so many have been confirmed or were refused."""

    folder: Path
    found: Translations
    confirmed: int
    refused: str


def _confirm_and_read(
    folder: Path, chosen: list[tuple[TranslatedText, tuple[str, ...]]]
) -> _ReadTranslations:
    refused, count = "", 0
    if chosen:
        try:
            count = confirm(folder, chosen)
        except RecordError as error:
            refused = str(error)
    return _ReadTranslations(folder, read_translations(folder), count, refused)


class TranslationView(QWidget):
    """Shows the original beside the chosen languages, grouped by file, one filter at a time.

    `text_chosen` is the `Place` of a text.  Reading and confirming are background jobs;
    `shown` means that the table is up to date.
    """

    text_chosen = Signal(object)
    shown = Signal()

    def __init__(self, parent: QWidget | None, look: Look, words: Words, language: str) -> None:
        super().__init__(parent)
        self._words, self._language = words, language
        self._folder: Path | None = None
        self._found: Translations | None = None
        self._filter = "all"
        self._hidden: set[str] = set()
        self._report = ""
        # One at a time, so the answers come in the order of the requests.
        self._jobs = Jobs(self)
        self._asked = 0
        self._look = self._at_desk(look)
        self._cells = TranslationCells(self, self._look, words, language)
        self._table = TranslationTable(self, self._cells)
        self._filters = SegmentBar(self)
        self._languages: dict[str, Button] = {}
        self._confirm = Button(self, ground=Ground.ACTION, icon="check")
        self._confirm.clicked.connect(self._confirm_chosen)
        self._filters.chosen.connect(self._choose_filter)
        self._table.text_chosen.connect(self.text_chosen)
        self._table.choice_changed.connect(self._show_choice)
        self._jobs.answered.connect(self._take)
        self.setFocusProxy(self._table)
        self.show_look(look)

    @property
    def table(self) -> TranslationTable:
        """The table of texts."""
        return self._table

    def show_exhibit(self, folder: Path) -> None:
        """Read the folder again and show it; the current text remains the current one."""
        self._ask(folder, [])

    def show_look(self, look: Look, language: str = "") -> None:
        """Draw in this theme, with the interface in this language."""
        self._look = self._at_desk(look)
        self._language = language or self._language
        self._cells.speak(self._look, self._language)
        self._table.paint_in(self._look)
        self._table.setAccessibleName(self._say("translation_view"))
        self._show_rows()

    def wait(self) -> None:
        """Wait for all jobs; the event loop shows their results."""
        self._jobs.finish()

    @staticmethod
    def _at_desk(look: Look) -> Look:
        return replace(look, u=DESK_U, millimetre=0.0)

    def _say(self, key: str, **values: str) -> str:
        return self._words.say(key, self._language, **values)

    def _ask(self, folder: Path, chosen: list[tuple[TranslatedText, tuple[str, ...]]]) -> None:
        self._folder = folder
        self._asked += 1
        # Every confirmation is written, even if there is a newer request.
        self._jobs.ask(("translations", self._asked), partial(_confirm_and_read, folder, chosen))

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.error is not None:
            return
        folder, found, count, refused = answer.value
        if folder != self._folder:
            return
        self._found = found
        self._report = ""
        if refused:
            self._report = self._say("translation_refused", reason=refused.splitlines()[0])
        elif count:
            self._report = self._say("translation_confirmed", count=str(count))
        elif found.unread:
            self._report = self._say("translation_unread", file=found.unread[0])
        self._show_rows()
        self.shown.emit()

    @Slot(str)
    def _choose_filter(self, kept: str) -> None:
        self._filter = kept
        self._show_rows()

    @Slot(str)
    def _switch_language(self, tag: str) -> None:
        self._hidden ^= {tag}
        if self._found is not None and not self._columns()[1:]:
            self._hidden.discard(tag)
        self._show_rows()

    @Slot()
    def _confirm_chosen(self) -> None:
        chosen = self._to_confirm()
        if chosen and self._folder is not None:
            self._ask(self._folder, chosen)

    def _columns(self) -> tuple[str, ...]:
        if self._found is None:
            return ()
        original, *others = self._found.languages
        return (original, *(tag for tag in others if tag not in self._hidden))

    def _to_confirm(self) -> list[tuple[TranslatedText, tuple[str, ...]]]:
        """The selected translations that exist and are not confirmed."""
        waiting = (State.UNCONFIRMED, State.OLDER)
        found = []
        for text, languages in self._table.chosen():
            open_ones = tuple(tag for tag in languages if text.states.get(tag) in waiting)
            if open_ones and text.original_words:
                found.append((text, open_ones))
        return found

    def _show_rows(self) -> None:
        found, columns = self._found, self._columns()
        if found is not None:
            self._table.show_rows(tuple(rows_of(found, columns, self._filter)), columns)
        segments = [Segment(kept, self._filter_words(kept), self._language) for kept in FILTERS]
        self._filters.show_segments(self._look, segments, current=self._filter)
        for tag in () if found is None else found.languages[1:]:
            if tag not in self._languages:
                self._languages[tag] = self._language_button(tag)
        for tag, button in self._languages.items():
            language = language_of(tag)
            button.show_words(self._look, language.drawn, language=tag, name=language.name)
            button.setChecked(tag in columns)
            button.setVisible(found is not None and tag in found.languages[1:])
        self._show_choice()

    def _language_button(self, tag: str) -> Button:
        button = Button(self, key=tag)
        button.setCheckable(True)
        button.chosen.connect(self._switch_language)
        return button

    def _filter_words(self, kept: str) -> str:
        words = self._say(f"translation_{kept}")
        if self._found is None:
            return words
        shown = rows_of(self._found, self._columns(), kept)
        return f"{words}  {sum(isinstance(row, TranslatedText) for row in shown)}"

    @Slot()
    def _show_choice(self) -> None:
        count = sum(len(languages) for _, languages in self._to_confirm())
        words = self._say("confirm") + (f"  {count}" if count else "")
        self._confirm.show_words(self._look, words, language=self._language)
        self._confirm.setEnabled(count > 0)
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        px = self._look.px
        margin, y = px(_MARGIN_U), px(_MARGIN_U)
        self._filters.place_drawn(margin, y)
        right = self.width() - margin - self._confirm.drawn_width
        self._confirm.place_drawn(right, y)
        languages = [button for button in self._languages.values() if not button.isHidden()]
        x = margin + self._filters.drawn_width + px(_GAP_U) * 2
        if x + sum(each.drawn_width + px(_GAP_U) / 2 for each in languages) > right:
            x, y = margin, y + px(CONTROL_U + _GAP_U)
        for button in languages:
            button.place_drawn(x, y)
            x += button.drawn_width + px(_GAP_U) / 2
        self._heads_top = y + px(CONTROL_U + _GAP_U)
        top = round(self._heads_top + px(_HEADS_U))
        bottom = round(self.height() - px(_FOOT_U))
        self._table.setGeometry(0, top, self.width(), max(0, bottom - top))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.theme.ground)
        self._draw_heads(painter)
        words = self._report or self._foot_words()
        foot = set_text(look, words, language=self._language, role="source", width=self.width() * 2)
        y = self.height() - look.px(_FOOT_U) / 2 - foot.size.height() / 2
        foot.draw(painter, look.px(_MARGIN_U), y, look.theme.text2)

    def _draw_heads(self, painter: QPainter) -> None:
        """Draw the name of each column's language in that language."""
        look, columns = self._look, self._columns()
        width = self._table.viewport().width() / max(1, len(columns))
        for number, tag in enumerate(columns):
            name = language_of(tag).name
            if number == 0:
                name = f"{name} · {self._say('translation_original')}"
            language = tag if number else self._language
            setting = set_text(look, name, language=language, role="kicker")
            # Latin and Chinese letters share one baseline.
            y = self._heads_top + look.px(_HEADS_U) * 0.55 - setting.first_baseline
            setting.draw(painter, number * width + look.px(PADDING_U), y, look.theme.text2)

    def _foot_words(self) -> str:
        if self._found is not None and not self._table.rows.rows:
            return self._say("translation_nothing")
        return self._say("translation_hint")
