"""What a file that has come back would change: shown before anything is written."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.text_length import text_length
from kiosk.exhibit.exchanging import exchange_messages
from kiosk.exhibit.exchanging.exchange_messages import ExchangeRefused
from kiosk.exhibit.exchanging.exchanged_texts import ReturnedText, id_of
from kiosk.exhibit.model.written_numbers import numbers_in
from kiosk.exhibit.translating.chinese_scripts import FOREIGN_CHARACTERS
from kiosk.exhibit.translating.translation_record import hash_of
from kiosk.exhibit.translating.translations import State, TranslatedText
from kiosk.text.invisible import DIRECTION
from kiosk.text.multilingual import LONGEST_TEXT, LONGEST_WORD, long_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.exchanging.exchanged_texts import Returned
    from kiosk.exhibit.translating.translations import Translations

_BRACES = re.compile(r"\{\w*\}")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_LETTER = re.compile(r"[^\W\d_]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_FOREIGN_SHOWN = 8


class Verdict(StrEnum):
    """What becomes of a text that has come back."""

    SOUND = "sound"
    DOUBTFUL = "doubtful"
    """It can be taken, and somebody should look at it first."""
    REFUSED = "refused"


@dataclass(frozen=True)
class ComparedText:
    """A text that has come back beside the one that is there; `reason` says what is the matter.

    `text` is None where there is none any more.
    """

    verdict: Verdict
    returned: ReturnedText
    language: str
    text: TranslatedText | None = None
    reason: str = ""
    confirms: bool = False

    @property
    def before(self) -> str:
        """What is there now."""
        return "" if self.text is None else self.text.words_in(self.language)

    @property
    def words(self) -> str:
        """What would be there."""
        return self.returned.words

    @property
    def changes_words(self) -> bool:
        """Whether more than a confirmation would come of it."""
        return self.words != self.before


@dataclass(frozen=True)
class Comparison:
    """All texts of a file that say something else than what is there, and the number of others."""

    language: str
    texts: tuple[ComparedText, ...]
    unchanged: int

    def of(self, *verdicts: Verdict) -> tuple[ComparedText, ...]:
        """The texts of these verdicts."""
        return tuple(text for text in self.texts if text.verdict in verdicts)


def compare(returned: Returned, found: Translations, language: str = "") -> Comparison:
    """Look at everything that has come back.

    ExchangeRefused where the file is of another original, or into a language that the exhibit
    does not have, or into another one than the `language` that is expected.
    """
    expected = (language,) if language else found.languages[1:]
    if returned.original != found.original:
        raise ExchangeRefused(exchange_messages.other_original(returned.original, found.original))
    if returned.language not in expected:
        raise ExchangeRefused(exchange_messages.other_language(returned.language, expected))
    texts = {id_of(text.address): text for text in found.texts}
    counts = Counter(each.id for each in returned.texts)
    compared = []
    unchanged = 0
    for each in returned.texts:
        outcome = _compared(each, texts.get(each.id), returned.language, counts[each.id] > 1)
        if outcome is None:
            unchanged += 1
        else:
            compared.append(outcome)
    return Comparison(returned.language, tuple(compared), unchanged)


def _compared(
    returned: ReturnedText, text: TranslatedText | None, language: str, is_twice: bool
) -> ComparedText | None:
    """What becomes of a text; None where nothing does."""

    def refused(reason: str) -> ComparedText:
        return ComparedText(Verdict.REFUSED, returned, language, text, reason)

    if text is None:
        return refused(exchange_messages.UNKNOWN)
    if is_twice:
        return refused(exchange_messages.TWICE)
    if returned.trouble:
        return refused(returned.trouble)
    words, before = returned.words, text.words_in(language)
    is_prefilled = words == text.original_words and not returned.is_translated
    if words == before or is_prefilled or not (words or before):
        if not words or not returned.is_confirmed or text.states.get(language) is State.CURRENT:
            return None
        if hash_of(returned.original) == hash_of(text.original_words):
            return ComparedText(Verdict.SOUND, returned, language, text, confirms=True)
    if hash_of(returned.original) != hash_of(text.original_words):
        return refused(exchange_messages.changed(returned.original))
    if not words:
        return refused(exchange_messages.EMPTY)
    hindrance = next(_hindrances(words, text.original_words), None)
    if hindrance is not None:
        return refused(hindrance)
    doubt = next(_doubts(text, words, language), "")
    verdict = Verdict.DOUBTFUL if doubt else Verdict.SOUND
    return ComparedText(verdict, returned, language, text, doubt, confirms=returned.is_confirmed)


def _hindrances(words: str, original: str) -> Iterator[str]:
    """Why words can't be taken, whatever anybody thinks of them."""
    if len(words) > LONGEST_TEXT:
        yield exchange_messages.too_long(LONGEST_TEXT)
    if long_word(words):
        yield exchange_messages.long_word_in_it(LONGEST_WORD)
    hidden = DIRECTION.search(words) or _UNSEEN.search(words)
    if hidden is not None:
        yield exchange_messages.unseen(hidden[0])
    missing = Counter(_BRACES.findall(original)) - Counter(_BRACES.findall(words))
    if missing:
        yield exchange_messages.sign_missing(next(iter(missing)))


def _doubts(text: TranslatedText, words: str, language: str) -> Iterator[str]:
    """What somebody should look at before words are taken."""
    key = str(text.location[-1])
    length = text_length(key, words, language)
    if length.is_too_long and length.most is not None:
        yield exchange_messages.over_limit(length.length, length.most)
    own = numbers_in(words, language)
    for number in numbers_in(text.original_words, text.original).exact:
        if not own.have(number):
            yield exchange_messages.figure_missing(number.written)
    has_letters = len(_LETTER.findall(text.original_words)) > 1
    if language.startswith("zh"):
        foreign = [letter for letter in words if letter in FOREIGN_CHARACTERS[language]]
        if foreign:
            yield exchange_messages.other_letters("".join(dict.fromkeys(foreign))[:_FOREIGN_SHOWN])
        if has_letters and not _HAN.search(words) and words != text.original_words:
            yield exchange_messages.NO_HAN
    elif not text.original.startswith("zh") or language != text.original:
        han = _HAN.findall(words)
        if han and not _HAN.search(text.original_words):
            yield exchange_messages.other_letters("".join(dict.fromkeys(han))[:_FOREIGN_SHOWN])
    if words == text.original_words and has_letters:
        yield exchange_messages.SAME
