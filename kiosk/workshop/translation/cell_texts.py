"""The texts of the translation view's cells: typeset, kept, and measured."""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from typing import TYPE_CHECKING

from kiosk.exhibit.rules.story_rules import words_in
from kiosk.look.typesetting import Setting, set_text
from kiosk.workshop.translation.translation_rows import Heading

if TYPE_CHECKING:
    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.workshop.translation.translation_rows import Row

TEXT_ROLE = "source"
PADDING_U = 22
ABOVE_U = 16
_CAPTION_SCALE = 0.9
_BETWEEN_U, _BELOW_U = 8, 18
_HEADING_U = 76
_LETTERS_SHOWN = 1500
"""The most characters of a text that are shown, so that no cell is higher than two windows."""

_ONE_LINE = 1e6
_SETTINGS_KEPT = 1000
_HAN = re.compile("[\u2e80-\u9fff\uf900-\uffef]")
_LATIN_EM = 0.53
"""The average width of a Latin letter, in em."""


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

    def likely_height(self, row: Row, columns: tuple[str, ...], width: float) -> int:
        """A cheap estimate of the height of a row, from the number of letters."""
        if isinstance(row, Heading):
            return round(self._look.px(_HEADING_U))
        style = self._look.style(TEXT_ROLE)
        inner = max(1.0, width - 2 * self._look.px(PADDING_U))
        heights = []
        for language in columns:
            words = row.words_in(language)[:_LETTERS_SHOWN]
            han = len(_HAN.findall(words))
            ems = han + (len(words) - han) * _LATIN_EM
            lines = math.ceil(ems * self._look.px(style.size) * 1.04 / inner) + words.count("\n")
            pitch = style.han_line_height if han else style.line_height
            heights.append(max(1, lines) * pitch * self._look.px(style.size))
        return round(max(heights) + self._around())

    def height(self, row: Row, columns: tuple[str, ...], width: float) -> int:
        """The height of a row, from typesetting its texts."""
        if isinstance(row, Heading):
            return round(self._look.px(_HEADING_U))
        texts = (self.text(row, language, width) for language in columns)
        return round(max(setting.size.height() for setting in texts) + self._around())

    def text(self, row: TranslatedText, language: str, width: float) -> Setting:
        """A text in one language, for a cell of that width."""
        words = row.words_in(language)
        if len(words) > _LETTERS_SHOWN:
            words = f"{words[: _LETTERS_SHOWN - 1]}…"
        inner = max(1.0, width - 2 * self._look.px(PADDING_U))
        return self._typeset(words.replace("\n", "\u2028"), language, inner)

    def title(self, words: str) -> Setting:
        """The title of a heading."""
        return self._typeset(words, "en", _ONE_LINE, role="lead")

    def file_name(self, name: str) -> Setting:
        """The file name beside the title of a heading."""
        return self._typeset(name, "en", _ONE_LINE, scale=_CAPTION_SCALE)

    def caption(self, words: str, width: float) -> Setting:
        """A caption that fits the width; of a long path the beginning is left out."""
        caption = self._caption(words)
        while caption.ink > width and "/" in words:
            words = words.split("/", 1)[1]
            caption = self._caption(f"…/{words}")
        return caption

    def length(self, words: str, language: str) -> Setting:
        """The length of a text, in characters if it is Chinese, else in words."""
        if language.startswith("zh"):
            key, count = "character_count", sum(map(str.isalnum, words))
        else:
            key, count = "word_count", words_in(words)
        return self._caption(self._words.say(key, self._language, count=str(count)))

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
