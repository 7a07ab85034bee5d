"""The texts of the translation view's cells: typeset, kept, and measured."""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.text_length import text_length
from kiosk.exhibit.editing.text_places import BETWEEN
from kiosk.look.typesetting import Setting, set_text
from kiosk.workshop.editing.window_wording import window_words
from kiosk.workshop.translation.text_extent import LETTERS_SHOWN, extent_of
from kiosk.workshop.translation.translation_rows import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.translation.surveyed_texts import SurveyedTexts
    from kiosk.workshop.translation.translation_rows import Row

TEXT_ROLE = "source"
PADDING_U = 22
ABOVE_U = 16
_CAPTION_SCALE = 0.9
_BETWEEN_U, _BELOW_U = 8, 18
_HEADING_U = 76
NOTE_GAP_U, NOTE_INDENT_U = 8, 30
_NOTES_SHOWN = 2
"""So many messages of a cell are written out; the rest is counted."""
_NOTE_LETTERS = 300

_ONE_LINE = 1e6
_SETTINGS_KEPT = 1000


class CellTexts:
    """Typesets each text in the faces of its language, and keeps the latest ones."""

    def __init__(self, look: Look, words: Words, language: str) -> None:
        self._look, self._words, self._language = look, words, language
        self._settings: OrderedDict[tuple[str, str, float, float], Setting] = OrderedDict()

    def speak(self, look: Look, language: str) -> None:
        """Use this look, and this language for captions."""
        self._look, self._language = look, language
        self._settings.clear()

    def say(self, key: str) -> str:
        """Words of the interface."""
        return self._words.say(key, self._language)

    @property
    def caption_height(self) -> float:
        """The height of the small line above a text, in pixels."""
        style = self._look.style(TEXT_ROLE)
        return self._look.px(style.size) * style.line_height * _CAPTION_SCALE

    @property
    def top(self) -> float:
        """The distance from the top of a cell to its text, in pixels."""
        return self._look.px(ABOVE_U + _BETWEEN_U) + self.caption_height

    @property
    def line(self) -> float:
        """The height of one line of a text, in pixels."""
        style = self._look.style(TEXT_ROLE)
        return self._look.px(style.size) * style.line_height

    def likely_height(self, row: Row, columns: tuple[str, ...], width: float) -> int:
        """A cheap estimate of the height of a row, from the number of letters."""
        if isinstance(row, Heading):
            return round(self._look.px(_HEADING_U))
        style = self._look.style(TEXT_ROLE)
        size = self._look.px(style.size)
        inner = max(1.0, width - 2 * self._look.px(PADDING_U))
        most = 0.0
        for language in columns:
            extent = extent_of(row.words_in(language))
            lines = math.ceil(extent.ems * size * 1.04 / inner) + extent.breaks
            pitch = style.han_line_height if extent.has_han else style.line_height
            most = max(most, max(1, lines) * pitch * size)
        return round(most + self._around())

    def height(self, row: Row, columns: tuple[str, ...], width: float, texts: SurveyedTexts) -> int:
        """The height of a row, from typesetting its texts."""
        if isinstance(row, Heading):
            return round(self._look.px(_HEADING_U))
        heights = (
            self.text(row, language, width).size.height()
            + self.notes_height(self.notes(texts.messages(row, language), width))
            for language in columns
        )
        return round(max(heights) + self._around())

    def notes(self, messages: Sequence[PlacedMessage], width: float) -> list[Setting]:
        """What the check says of a cell, and what to do."""
        inner = max(1.0, width - 2 * self._look.px(PADDING_U) - self._look.px(NOTE_INDENT_U))
        lines = [note_words(each, self._language)[:_NOTE_LETTERS] for each in messages]
        rest = len(lines) - _NOTES_SHOWN
        if rest > 0:
            more = self._words.say("translation_more_notes", self._language, count=str(rest))
            lines = [*lines[:_NOTES_SHOWN], more]
        return [self._typeset(line, self._language, inner, scale=_CAPTION_SCALE) for line in lines]

    def notes_height(self, notes: Sequence[Setting]) -> float:
        """The room that these take below a text, in pixels."""
        gap = self._look.px(NOTE_GAP_U)
        return sum(note.size.height() + gap for note in notes)

    def text(self, row: TranslatedText, language: str, width: float) -> Setting:
        """A text in one language, for a cell of that width."""
        words = row.words_in(language)
        if len(words) > LETTERS_SHOWN:
            words = f"{words[: LETTERS_SHOWN - 1]}…"
        inner = max(1.0, width - 2 * self._look.px(PADDING_U))
        return self._typeset(words.replace("\n", "\u2028"), language, inner)

    def title(self, words: str) -> Setting:
        """The title of a heading."""
        return self._typeset(words, self._language, _ONE_LINE, role="lead")

    def caption(self, words: str, width: float) -> Setting:
        """A caption that fits the width; of a long place the outermost is left out."""
        caption = self._caption(words)
        while caption.ink > width and BETWEEN in words:
            words = words.split(BETWEEN, 1)[1]
            caption = self._caption(f"…{BETWEEN}{words}")
        return caption

    def length(self, key: str, words: str, language: str, *, is_short: bool = False) -> Setting:
        """How long the text of a key is, in words or characters, and how long it may be.

        Where there is little room it is the numbers alone.
        """
        found = text_length(key, words, language)
        word = "character_count" if found.in_characters else "word_count"
        count = str(found.length) if found.most is None else f"{found.length} / {found.most}"
        said = count if is_short else self._words.say(word, self._language, count=count)
        return self._caption(said)

    def is_too_long(self, key: str, words: str, language: str) -> bool:
        """Whether the check finds the text of a key too long."""
        return text_length(key, words, language).is_too_long

    def small(self, words: str) -> Setting:
        """Words of the interface in a small line."""
        return self._caption(words)

    def _around(self) -> float:
        return self.top + self._look.px(_BELOW_U)

    def _caption(self, words: str) -> Setting:
        return self._typeset(words, self._language, _ONE_LINE, scale=_CAPTION_SCALE)

    def _typeset(
        self,
        words: str,
        language: str,
        width: float,
        *,
        role: str = TEXT_ROLE,
        scale: float = 1.0,
    ) -> Setting:
        """Typeset a text, or take it from the cache, since scrolling draws the same ones again."""
        key = (f"{role} {words}", language, width, scale)
        if key in self._settings:
            self._settings.move_to_end(key)
            return self._settings[key]
        setting = set_text(
            self._look, words, language=language, role=role, width=width, scale=scale
        )
        self._settings[key] = setting
        while len(self._settings) > _SETTINGS_KEPT:
            self._settings.popitem(last=False)
        return setting


def note_words(message: PlacedMessage, language: str) -> str:
    """A message and what to do about it, in one line."""
    text, hint = window_words(message, language)
    return f"{text} → {hint}" if hint else text
