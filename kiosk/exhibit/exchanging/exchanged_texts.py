"""What goes to translators, and what comes back: the texts, whatever the file is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kiosk.exhibit.editing.text_length import text_length
from kiosk.exhibit.editing.text_places import BETWEEN
from kiosk.exhibit.exchanging.exchange_messages import NOTHING_TO_SEND, ExchangeRefused
from kiosk.exhibit.translating.translations import State

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kiosk.exhibit.translating.translation_record import Address
    from kiosk.exhibit.translating.translations import Translations

TEXTS_LIMIT = 20_000
"""More texts than an exhibit can have."""

CHOICES: Mapping[str, tuple[State, ...]] = {
    "all": tuple(State),
    "missing": (State.MISSING,),
    "old": (State.OLDER,),
    "unconfirmed": (State.UNCONFIRMED,),
}
"""Which texts are sent, by the word for it."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\ufdd0-\ufdef]")
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9-]")
_IN_IDS = {"/": ":", ".": "."}


@dataclass(frozen=True)
class SentText:
    """A text on its way to translators; `most` is how many words or characters it may have."""

    id: str
    file: str
    place: str
    original: str
    translation: str
    state: State
    most: int | None
    counts_characters: bool


@dataclass(frozen=True)
class Sent:
    """The texts of a file, and how many can't be in it: they have signs that no file holds."""

    original: str
    language: str
    texts: tuple[SentText, ...]
    left_out: int = 0


@dataclass(frozen=True)
class ReturnedText:
    """A text that has come back; `at` says where in the file, `trouble` why it can't be read."""

    id: str
    original: str
    words: str
    is_confirmed: bool
    is_translated: bool
    """Whether the file says that somebody has worked on it."""
    at: str
    trouble: str = ""


@dataclass(frozen=True)
class Returned:
    """What a file that has come back says."""

    original: str
    language: str
    texts: tuple[ReturnedText, ...]


def id_of(address: Address) -> str:
    """The id of a text in files of translators, stable as its address, and a name in XML.

    Letters that are none in names are written as `_` and their number: no two are alike.
    """
    file, path = unquote(address.file), address.path
    return f"{_name(file)}::{_name(path)}"


def _name(written: str) -> str:
    return _NOT_IN_IDS.sub(lambda found: _IN_IDS.get(found[0], f"_{ord(found[0]):X}_"), written)


def texts_to_send(
    found: Translations,
    places: Mapping[Address, tuple[str, ...]],
    language: str,
    only: Collection[str],
) -> Sent:
    """The texts for translators into a language; `only` are keys of `CHOICES`.

    ExchangeRefused where there is none.
    """
    states = {state for each in only for state in CHOICES[each]}
    texts: list[SentText] = []
    left_out = 0
    for text in found.texts:
        state = text.states.get(language)
        if state not in states or not text.original_words:
            continue
        words = text.words_in(language)
        if _NOT_IN_XML.search(text.original_words) or _NOT_IN_XML.search(words):
            left_out += 1
            continue
        length = text_length(str(text.location[-1]), words, language)
        texts.append(
            SentText(
                id_of(text.address),
                text.file,
                BETWEEN.join(places.get(text.address, ())),
                text.original_words,
                words,
                state,
                length.most,
                length.in_characters,
            )
        )
    if not texts:
        raise ExchangeRefused(NOTHING_TO_SEND)
    return Sent(found.original, language, tuple(texts), left_out)
