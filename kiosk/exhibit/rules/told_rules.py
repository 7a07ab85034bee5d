"""The rules for people, quotes and events: their sources, their pictures, and how much is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules.fact_rules import check_source
from kiosk.exhibit.rules.story_rules import check_picture, words_in
from kiosk.text.message_words import in_words
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import ToldPanel
    from kiosk.exhibit.model.located_message import Existing
    from kiosk.exhibit.model.parts import Picture
    from kiosk.text.multilingual import Text
    from kiosk.text.yaml_source import Location

SENTENCES, QUOTE_WORDS = 2, 40

_MANY_SENTENCES = Rule(
    "many-sentences",
    severity=Severity.WARNING,
    why=(
        "Of a person, and of an event, two sentences are read beside so many others; what needs "
        "more is a story."
    ),
    wrong="a person with three sentences in `text`",
    right="two of them, and the third on a page of a story",
)


def _many_sentences(count: int, language: str) -> Message:
    return _MANY_SENTENCES.message(
        Phrase(
            "{count} sentences in {language}; {most} are the most here",
            count=count,
            language=in_words(language),
            most=SENTENCES,
        ),
        "say the one thing that matters, or tell a story",
    )


_LONG_QUOTE = Rule(
    "long-quote",
    severity=Severity.WARNING,
    why="A quote of more than 40 words is set so small that nobody hears a voice in it.",
    wrong="a quote of 60 words",
    right="its one sentence that people will remember",
)


def _long_quote(count: int, language: str) -> Message:
    return _LONG_QUOTE.message(
        Phrase(
            "a quote of {count} words in {language}; {most} are the most",
            count=count,
            language=in_words(language),
            most=QUOTE_WORDS,
        ),
        "choose the sentence that people will remember",
    )


RULES = (_MANY_SENTENCES, _LONG_QUOTE)
"""The rules of this file."""

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[^\W\d_a-zà-ÿ])|[。！？][”’」』）]*")


def check_told(panel: ToldPanel, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong with a panel of people, a quote or events at `at`."""
    yield from check_source(panel.source, (*at, "source"), existing)
    if panel.kind == "quote":
        yield from _check_portrait(panel.portrait, (*at, "portrait"), existing)
        for language, words in panel.words.versions.items():
            count = words_in(words)
            if count > QUOTE_WORDS:
                message = _long_quote(count, language)
                yield LocatedMessage((*at, "words", language), message)
    elif panel.kind == "people":
        for index, person in enumerate(panel.people):
            here: Location = (*at, "people", index)
            yield from _check_portrait(person.portrait, (*here, "portrait"), existing)
            yield from _check_sentences(person.text, (*here, "text"))
    else:
        for index, event in enumerate(panel.events):
            here = (*at, "events", index)
            yield from _check_portrait(event.picture, (*here, "picture"), existing)
            yield from _check_sentences(event.text, (*here, "text"))


def _check_portrait(
    picture: Picture | None, at: Location, existing: Existing
) -> Iterator[LocatedMessage]:
    if picture is not None:
        yield from check_picture(picture, at, existing.pictures)


def _check_sentences(text: Text, at: Location) -> Iterator[LocatedMessage]:
    for language, words in text.versions.items():
        count = sum(bool(each.strip()) for each in _SENTENCE_END.split(words))
        if count > SENTENCES:
            yield LocatedMessage((*at, language), _many_sentences(count, language))
