"""How long a text is, and how long the check lets one like it be."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.exhibit.rules.prose_rules import ALTERNATIVE_MOST, most_words
from kiosk.exhibit.rules.story_rules import CHARACTERS_A_WORD, PAGE_WORDS, words_in
from kiosk.exhibit.rules.term_rules import EXPLANATION_WORDS

_MOST = {"explanation": EXPLANATION_WORDS, "text": PAGE_WORDS}


class TextLength(NamedTuple):
    """How many words a text has, or characters where those are counted; `most` is the limit."""

    length: int
    most: int | None
    in_characters: bool

    @property
    def is_too_long(self) -> bool:
        """Whether the check remarks on it."""
        return self.most is not None and self.length > self.most


def text_length(key: str, words: str, language: str) -> TextLength:
    """The length of the text of a key: words, of Chinese and of alternative texts characters."""
    if key == "alternative":
        return TextLength(len(words.strip()), ALTERNATIVE_MOST, in_characters=True)
    most = _MOST.get(key) or most_words(key)
    if language.startswith("zh"):
        limit = None if most is None else int(most * CHARACTERS_A_WORD)
        return TextLength(sum(map(str.isalnum, words)), limit, in_characters=True)
    return TextLength(words_in(words), most, in_characters=False)
