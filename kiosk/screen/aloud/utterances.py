"""What is said of a text: its sentences one after the other, each in words that can be spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.languages.spoken_words import sentences, spoken
from kiosk.speech.clips import Utterance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.screen.aloud.items import Item


class Sentence(NamedTuple):
    """A sentence as it is said, and where it is written: in words of an item, or nowhere."""

    utterance: Utterance
    item: Item | None = None
    written: str = ""


def sentences_of(words: str, language: str, item: Item | None = None) -> Iterator[Sentence]:
    """The sentences of a text that have anything to be said."""
    for start, end in sentences(words, language):
        said = spoken(words[start:end], language)
        if any(letter.isalnum() for letter in said):
            yield Sentence(Utterance(said, language), item, words[start:end])


def item_sentences(item: Item) -> tuple[Sentence, ...]:
    """Everything that an item says."""
    return tuple(sentence for told in item.told for sentence in sentences_of(*told, item))
