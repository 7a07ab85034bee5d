"""The translation view: every text in all languages side by side, to be written and confirmed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.exhibit.translating.translations import State, TranslatedText
from kiosk.languages.language import language as language_of
from kiosk.look.typesetting import set_text
from kiosk.screen.control.button import CONTROL_U, Button, Ground
from kiosk.screen.control.segments import Segment, SegmentBar
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet
from kiosk.workshop.translation.cell_texts import PADDING_U
from kiosk.workshop.translation.surveyed_texts import SurveyedTexts
from kiosk.workshop.translation.translation_cells import TranslationCells
from kiosk.workshop.translation.translation_rows import FILTERS, Titles, Wanted, passes, rows_of
from kiosk.workshop.translation.translation_table import TranslationTable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from kiosk.exhibit.translating.translation_record import Address
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting

DESK_U = 0.75
"""The unit at a desk, in pixels: people sit closer than in a museum, whatever the window."""

_MARGIN_U = 28
_GAP_U = 20
_FIND_U = 330
_HEADS_U = 52
_FOOT_U = 60
_FIND_AFTER_MS = 150


class TranslationView(QWidget):
    """Shows the original beside the chosen languages, grouped by file, one filter at a time.

    It only says what somebody wants: `written` a text, a language and the words typed in it,
    `confirmed` texts with their languages, `text_chosen` the `Place` of a text.  What has been
    written or confirmed stays in view until another filter is chosen.
    """

    text_chosen = Signal(object)
    written = Signal(object, str, str)
    confirmed = Signal(object)
    left = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    shown = Signal()
    """The table is up to date."""

    def __init__(self, parent: QWidget | None, look: Look, words: Words, language: str) -> None:
        super().__init__(parent)
        self._words, self._language = words, language
        self._texts = SurveyedTexts()
        self._filter = "all"
        self._hidden: set[str] = set()
        self._touched: set[Address] = set()
        self._report = ""
        self._look = self._at_desk(look)
        self._cells = TranslationCells(self, self._look, words, language)
        self._table = TranslationTable(self, self._cells, Titles(words, language))
        self._filters = SegmentBar(self)
        self._languages: dict[str, Button] = {}
        self._find = QLineEdit(self)
        self._find.setClearButtonEnabled(True)
        self._finding = QTimer(self)
        self._finding.setSingleShot(True)
        self._finding.setInterval(_FIND_AFTER_MS)
        self._finding.timeout.connect(self._find_letters)
        self._find.textChanged.connect(self._finding.start)
        self._import = Button(self, icon="arrow-down-to-line")
        self._export = Button(self, icon="arrow-up-from-line")
        self._import.clicked.connect(self.import_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._confirm = Button(self, ground=Ground.ACTION, icon="check")
        self._confirm.clicked.connect(self._confirm_chosen)
        self._filters.chosen.connect(self._choose_filter)
        self._table.text_chosen.connect(self.text_chosen)
        self._table.choice_changed.connect(self._show_choice)
        self._table.written.connect(self.written)
        self._table.confirmed.connect(self._confirm_these)
        self._table.left.connect(self.left)
        self.setFocusProxy(self._table)
        self.show_look(look)

    @property
    def table(self) -> TranslationTable:
        """The table of texts."""
        return self._table

    @property
    def texts(self) -> SurveyedTexts:
        """All texts, also those that are not shown."""
        return self._texts

    @property
    def columns(self) -> tuple[str, ...]:
        """The languages that are shown, the original first."""
        if not self._texts.is_read:
            return ()
        original, *others = self._texts.found.languages
        return (original, *(tag for tag in others if tag not in self._hidden))

    @property
    def current_language(self) -> str:
        """The language of the cell that somebody has chosen last; empty without one."""
        index = self._table.currentIndex()
        return self.columns[index.column()] if index.isValid() else ""

    @property
    def kept(self) -> str:
        """The filter that is chosen."""
        return self._filter

    def show_texts(self, texts: SurveyedTexts) -> None:
        """Show these texts; the current one remains the current one, and what is being written
        goes on."""
        self._texts = texts
        if texts.found.unread:
            # Said above whatever else was told: of these texts nothing is in the table.
            self._report = self._say("translation_unread", file=texts.found.unread[0])
        self._show_rows()
        self.shown.emit()

    def show_changes(self, texts: Sequence[TranslatedText]) -> None:
        """Show what these say now, before everything is looked through again."""
        self._touched.update(text.address for text in texts)
        self._texts = self._texts.with_texts(texts)
        self._table.show_changes(self._texts, texts)
        self._show_filters()

    def keep(self, addresses: Collection[Address]) -> None:
        """Leave these in view although the filter does not want them any more."""
        self._touched.update(addresses)

    def tell(self, words: str) -> None:
        """Say something below the table."""
        self._report = words
        self._arrange()
        self.update()

    def show_look(self, look: Look, language: str = "") -> None:
        """Draw in this theme, with the interface in this language."""
        self._look = self._at_desk(look)
        self._language = language or self._language
        self._cells.speak(self._look, self._language)
        self._table.rows.titles = Titles(self._words, self._language)
        self._table.paint_in(self._look)
        self._table.setAccessibleName(self._say("translation_view"))
        self._find.setFont(pane_font(self._look, self._language))
        self._find.setStyleSheet(pane_sheet(self._look, self._language))
        self._find.setPlaceholderText(self._say("edit_find"))
        self._find.setAccessibleName(self._say("edit_find"))
        for button, key in ((self._import, "exchange_import"), (self._export, "exchange_export")):
            button.show_words(self._look, self._say(key), language=self._language)
        self._show_rows()

    @staticmethod
    def _at_desk(look: Look) -> Look:
        return replace(look, u=DESK_U, millimetre=0.0)

    def _say(self, key: str, **values: str) -> str:
        return self._words.say(key, self._language, **values)

    @Slot(str)
    def _choose_filter(self, kept: str) -> None:
        self._filter = kept
        self._touched.clear()
        self._report = ""
        self._show_rows()

    @Slot()
    def _find_letters(self) -> None:
        self._touched.clear()
        self._show_rows()

    @Slot(str)
    def _switch_language(self, tag: str) -> None:
        self._hidden ^= {tag}
        if self._texts.is_read and not self.columns[1:]:
            self._hidden.discard(tag)
        self._show_rows()

    @Slot()
    def _confirm_chosen(self) -> None:
        self._confirm_these(self._table.chosen())

    @Slot(object)
    def _confirm_these(self, chosen: list[tuple[TranslatedText, tuple[str, ...]]]) -> None:
        waiting = _waiting(chosen)
        if waiting:
            self.keep([text.address for text, _ in waiting])
            self.confirmed.emit(waiting)

    def _show_rows(self) -> None:
        columns = self.columns
        if self._texts.is_read:
            wanted = Wanted(self._filter, self._find.text().strip(), frozenset(self._touched))
            titles = Titles(self._words, self._language)
            rows = tuple(rows_of(self._texts, columns, wanted, titles))
            self._table.show_rows(rows, columns, self._texts)
        self._show_filters()
        self._show_languages(columns)

    def _show_filters(self) -> None:
        """Say beside each filter how many texts it keeps."""
        counts = self._counts(self.columns)
        segments = [
            Segment(kept, f"{self._say(f'translation_{kept}')}{counts[kept]}", self._language)
            for kept in FILTERS
        ]
        self._filters.show_segments(self._look, segments, current=self._filter)

    def _show_languages(self, columns: tuple[str, ...]) -> None:
        spoken = self._texts.found.languages[1:] if self._texts.is_read else ()
        for tag in spoken:
            if tag not in self._languages:
                self._languages[tag] = self._language_button(tag)
        for tag, button in self._languages.items():
            language = language_of(tag)
            button.show_words(self._look, language.drawn, language=tag, name=language.name)
            button.setChecked(tag in columns)
            button.setVisible(tag in spoken)
        self._show_choice()

    def _language_button(self, tag: str) -> Button:
        button = Button(self, key=tag)
        button.setCheckable(True)
        button.chosen.connect(self._switch_language)
        return button

    def _counts(self, columns: tuple[str, ...]) -> dict[str, str]:
        """How many texts each filter keeps, as it stands beside its name."""
        if not self._texts.is_read:
            return dict.fromkeys(FILTERS, "")
        found = Counter(
            kept
            for text in self._texts.found.texts
            for kept in FILTERS
            if passes(text, columns, kept)
        )
        return {kept: f"  {found[kept]}" for kept in FILTERS}

    @Slot()
    def _show_choice(self) -> None:
        count = sum(len(languages) for _, languages in _waiting(self._table.chosen()))
        words = self._say("confirm") + (f"  {count}" if count else "")
        self._confirm.show_words(self._look, words, language=self._language)
        self._confirm.setEnabled(count > 0)
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Put the bars in one row where they have room, else what filters above what acts."""
        px = self._look.px
        margin, gap, y = px(_MARGIN_U), px(_GAP_U), px(_MARGIN_U)
        self._filters.place_drawn(margin, y)
        x = margin + self._filters.drawn_width + gap
        languages = [button for button in self._languages.values() if not button.isHidden()]
        actions = (self._import, self._export, self._confirm)
        wide = sum(each.drawn_width + gap / 2 for each in (*languages, *actions))
        if x + wide + px(_FIND_U) + gap > self.width() - margin:
            x, y = margin, y + px(CONTROL_U) + gap / 2
        for button in languages:
            button.place_drawn(x, y)
            x += button.drawn_width + gap / 2
        right = self.width() - margin
        for button in reversed(actions):
            right -= button.drawn_width
            button.place_drawn(right, y)
            right -= gap / 2
        room = right - x - gap
        if room < px(_FIND_U) / 2 and y > px(_MARGIN_U):
            # The line of letters finds its room beside the filters.
            x, room = margin + self._filters.drawn_width + gap, px(_FIND_U)
            self._place_find(x, px(_MARGIN_U), min(room, self.width() - margin - x))
        else:
            self._place_find(x + gap / 2, y, min(room, px(_FIND_U)))
        self._heads_top = y + px(CONTROL_U + _GAP_U)
        top = round(self._heads_top + px(_HEADS_U))
        bottom = round(self.height() - self._foot_height(self._foot()))
        self._table.setGeometry(0, top, self.width(), max(0, bottom - top))

    def _place_find(self, x: float, y: float, width: float) -> None:
        height = self._find.sizeHint().height()
        below = (self._look.px(CONTROL_U) - height) / 2
        self._find.setGeometry(round(x), round(y + below), round(max(0.0, width)), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.theme.ground)
        self._draw_heads(painter)
        foot = self._foot()
        y = self.height() - self._foot_height(foot) / 2 - foot.size.height() / 2
        foot.draw(painter, look.px(_MARGIN_U), y, look.theme.text2)

    def _foot(self) -> Setting:
        words = self._report or self._foot_words()
        room = max(1.0, self.width() - 2 * self._look.px(_MARGIN_U))
        return set_text(self._look, words, language=self._language, role="source", width=room)

    def _foot_height(self, foot: Setting) -> float:
        return max(self._look.px(_FOOT_U), foot.size.height() + self._look.px(_GAP_U))

    def _draw_heads(self, painter: QPainter) -> None:
        """Draw the name of each column's language in that language."""
        look, columns = self._look, self.columns
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
        if not self._texts.is_read:
            return self._say("reading_content")
        if not self._table.rows.rows:
            return self._say("translation_nothing")
        return self._say("translation_hint")


def _waiting(
    chosen: list[tuple[TranslatedText, tuple[str, ...]]],
) -> list[tuple[TranslatedText, tuple[str, ...]]]:
    """Of these the translations that exist and are not confirmed."""
    waiting = (State.UNCONFIRMED, State.OLDER)
    found = []
    for text, languages in chosen:
        open_ones = tuple(tag for tag in languages if text.states.get(tag) in waiting)
        if open_ones and text.original_words:
            found.append((text, open_ones))
    return found
