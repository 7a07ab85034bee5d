"""What is said of a text: its sentences one after the other, each in words that can be spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.languages.spoken_forms import SpokenForms
from kiosk.languages.spoken_words import sentences, spoken
from kiosk.speech.clips import Utterance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.screen.aloud.items import Item


class Sentence(NamedTuple):
    """A sentence as it is said, and where it is written: in words of an item, or nowhere."""

    utterance: Utterance
    item: Item | None = None
    written: str = ""


class Utterances:
    """Turns texts into what is said, with the words that an exhibit has said otherwise."""

    def __init__(self, exhibit: Exhibit | None) -> None:
        self.exhibit = exhibit
        self._forms: dict[str, SpokenForms] = {}

    def of_text(self, words: str, language: str, item: Item | None = None) -> Iterator[Sentence]:
        """The sentences of a text that have anything to be said."""
        for start, end in sentences(words, language):
            written = words[start:end]
            said = spoken(self._forms_in(language).in_place(written), language)
            if any(letter.isalnum() for letter in said):
                yield Sentence(Utterance(said, language), item, written)

    def of_item(self, item: Item) -> tuple[Sentence, ...]:
        """Everything that an item says."""
        return tuple(sentence for told in item.told for sentence in self.of_text(*told, item))

    def _forms_in(self, language: str) -> SpokenForms:
        if language not in self._forms:
            known = (
                SpokenForms() if self.exhibit is None else SpokenForms.of(self.exhibit, language)
            )
            self._forms[language] = known
        return self._forms[language]
