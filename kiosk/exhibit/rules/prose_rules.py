"""The rules for words: how many a visitor stays with, and what an alternative text should say.

The numbers are those of museums: readers leave text of more than 50 words (Serrell, "Exhibit
Labels"), and a sentence has at most 25 (Smithsonian, "Guidelines for Accessible Exhibition
Design").
"""

from __future__ import annotations

import re
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.exhibit.model.sentences import END_OF_SENTENCE
from kiosk.exhibit.rules.story_rules import words_in
from kiosk.exhibit.skeletons import UNWRITTEN
from kiosk.text.message_words import counting, in_words
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase, of_program
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.text.wordings import PlacedText, Wording
    from kiosk.text.yaml_source import Node

_LONG_INTRODUCTION = Rule(
    "long-introduction",
    severity=Severity.WARNING,
    why='Readers leave a text of more than 50 words (Serrell, "Exhibit Labels").',
    file="zones/qianhai.yaml",
    wrong=(
        "introduction: {en: This is a zone in which many young teams from many places have "
        "begun to build many new things in many small rooms beside the wide water. More teams "
        "come in every month of every year from both sides of the wide bay. They bring new "
        "plans with them and they stay for long., zh-Hant"
    ),
    right="introduction: {en: A zone, zh-Hant",
)


def _long_introduction(count: int, language: str, most: int) -> Message:
    return _LONG_INTRODUCTION.message(
        Phrase(
            "{count} words in {language}; readers stay with {most}",
            count=count,
            language=in_words(language),
            most=most,
        ),
        counting(language) or "shorten it",
    )


_LONG_HEADLINE = Rule(
    "long-headline",
    severity=Severity.WARNING,
    why="A heading of more than 12 words is read as a paragraph, and a paragraph is passed over.",
    file="zones/shenzhen.yaml",
    wrong=(
        "heading: {en: One of the very many things that this team has ever been making, zh-Hant: 一"
    ),
    right="heading: {en: One, zh-Hant: 一",
)


def _long_headline(count: int, language: str, most: int) -> Message:
    return _LONG_HEADLINE.message(
        Phrase(
            "a headline of {count} words in {language}; {most} are the most",
            count=count,
            language=in_words(language),
            most=most,
        ),
        counting(language) or "keep the one thing that matters",
    )


_LONG_SENTENCE = Rule(
    "long-sentence",
    severity=Severity.WARNING,
    why=(
        'A sentence of more than 25 words is read twice or not at all (Smithsonian, "Guidelines '
        'for Accessible Exhibition Design"); 16 Chinese characters count as 10 words.'
    ),
    file="zones/shenzhen.yaml",
    wrong=(
        "en: This is a strong steel that a team in the city has made from many common metals in "
        "order to carry as much as all others can."
    ),
    right="en: A strong steel.",
)


def _long_sentence(count: int, language: str, most: int) -> Message:
    return _LONG_SENTENCE.message(
        Phrase(
            "a sentence of {count} words in {language}; {most} are the most",
            count=count,
            language=in_words(language),
            most=most,
        ),
        counting(language) or "make two sentences of it",
    )


_ALTERNATIVE_REPEATS = Rule(
    "alternative-repeats",
    severity=Severity.WARNING,
    why="Who can't see the picture has heard the heading already.",
    file="zones/shenzhen.yaml",
    wrong="alternative: {en: steel.svg",
    right="alternative: {en: A coil of steel",
)


def _alternative_repeats(what: str, language: str) -> Message:
    return _ALTERNATIVE_REPEATS.message(
        Phrase(
            "the alternative text repeats the {what}, in {language}",
            what=of_program(what),
            language=in_words(language),
        ),
        "say what the picture shows",
    )


_ALTERNATIVE_OPENING = Rule(
    "alternative-opening",
    severity=Severity.WARNING,
    why="A screen reader has just said that this is a picture.",
    file="zones/shenzhen.yaml",
    wrong="alternative: {en: A picture of a coil of steel",
    right="alternative: {en: A coil of steel",
)


def _alternative_opening(opening: str, language: str) -> Message:
    return _ALTERNATIVE_OPENING.message(
        Phrase(
            "the alternative text begins with '{opening}', in {language}",
            opening=opening,
            language=in_words(language),
        ),
        "say at once what can be seen",
    )


_ALTERNATIVE_LENGTH = Rule(
    "alternative-length",
    severity=Severity.WARNING,
    why=(
        "Fewer than 15 characters (6 in Chinese) tell nothing, and more than 200 nobody listens to."
    ),
    file="zones/shenzhen.yaml",
    wrong="alternative: {en: A steel coil.",
    right="alternative: {en: A coil of steel",
)


def _alternative_too_short(count: int, language: str, least: int) -> Message:
    return _ALTERNATIVE_LENGTH.message(
        Phrase(
            "an alternative text of {count} characters in {language}; {least} are the least",
            count=count,
            language=in_words(language),
            least=least,
        ),
        "say who or what is seen, and what happens",
    )


def _alternative_too_long(count: int, language: str, most: int) -> Message:
    return _ALTERNATIVE_LENGTH.message(
        Phrase(
            "an alternative text of {count} characters in {language}; {most} are the most",
            count=count,
            language=in_words(language),
            most=most,
        ),
        "keep to what matters in the picture",
    )


RULES = (
    _LONG_INTRODUCTION,
    _LONG_HEADLINE,
    _LONG_SENTENCE,
    _ALTERNATIVE_REPEATS,
    _ALTERNATIVE_OPENING,
    _ALTERNATIVE_LENGTH,
)
"""The rules of this file."""


INTRODUCTION_WORDS = 50
HEADLINE_WORDS = 12
SENTENCE_WORDS = 25
ALTERNATIVE_LEAST: Mapping[bool, int] = MappingProxyType({False: 15, True: 6})
"""The fewest characters of an alternative text, in Chinese and in other languages."""
ALTERNATIVE_MOST = 200

_INTRODUCTIONS = frozenset({"welcome", "introduction", "summary", "sentence"})
_HEADLINES = frozenset({"title", "headline", "heading"})
_PROSE = _INTRODUCTIONS | {"text", "note"}

_OPENINGS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "en": re.compile(
            r"(?:an?\s+|the\s+|this\s+)?(?:picture|image|photo|photograph|illustration|drawing)"
            r"\s+(?:of|shows|showing)\b",
            re.IGNORECASE,
        ),
        "zh-Hant": re.compile("(?:圖|圖片|圖畫|圖像|照片|相片|插圖)(?:為|中|示|顯示|是)"),
        "zh-Hans": re.compile("(?:图|图片|图画|图像|照片|插图)(?:为|中|示|显示|是)"),
        "pt": re.compile(
            r"(?:uma?\s+|[ao]\s+|est[ae]\s+)?(?:imagem|fotografia|foto|ilustração|desenho|figura)"
            r"\s+(?:d[aeo]s?|mostra|que\s+mostra)\b",
            re.IGNORECASE,
        ),
    }
)


def most_words(key: str) -> int | None:
    """How many words the text of a key should have at most; None where nothing limits it."""
    if key in _HEADLINES:
        return HEADLINE_WORDS
    return INTRODUCTION_WORDS if key in _INTRODUCTIONS else None


def check_prose(text: PlacedText, root: Node) -> Iterator[PlacedMessage]:
    """What is too long in a text, or not worth saying; `root` is the file's tree."""
    for wording in text.wordings.values():
        if text.key in _INTRODUCTIONS:
            yield from _too_many_words(wording)
        elif text.key in _HEADLINES:
            count = words_in(wording.words)
            if count > HEADLINE_WORDS:
                yield wording.placed(
                    _long_headline(count, wording.language, HEADLINE_WORDS),
                )
        elif text.key == "alternative":
            yield from _check_alternative(wording, text, root)
        if text.key in _PROSE:
            yield from _long_sentences(wording)


def check_length(text: PlacedText) -> Iterator[PlacedMessage]:
    """The number of words alone, for a text that is far too long for anything else."""
    for wording in text.wordings.values():
        yield from _too_many_words(wording)


def _too_many_words(wording: Wording) -> Iterator[PlacedMessage]:
    count = words_in(wording.words)
    if count > INTRODUCTION_WORDS:
        message = _long_introduction(count, wording.language, INTRODUCTION_WORDS)
        yield wording.placed(message)


def _long_sentences(wording: Wording) -> Iterator[PlacedMessage]:
    begin = 0
    ends = [match.end() for match in END_OF_SENTENCE.finditer(wording.words)]
    for end in (*ends, len(wording.words)):
        sentence = wording.words[begin:end]
        count = words_in(sentence)
        if count > SENTENCE_WORDS:
            first_letter = begin + len(sentence) - len(sentence.lstrip())
            message = _long_sentence(count, wording.language, SENTENCE_WORDS)
            yield wording.placed(message, first_letter)
        begin = end


def _check_alternative(wording: Wording, text: PlacedText, root: Node) -> Iterator[PlacedMessage]:
    language, words = wording.language, wording.words.strip()
    if words == UNWRITTEN:
        # Nothing is written yet, which is remarked on as such.
        return
    repeated = _repeated(words, language, text, root)
    if repeated:
        yield wording.placed(_alternative_repeats(repeated, language))
        return
    opening = _OPENINGS[language].match(words)
    if opening:
        yield wording.placed(_alternative_opening(opening[0], language))
    least = ALTERNATIVE_LEAST[language.startswith("zh")]
    if len(words) < least:
        yield wording.placed(_alternative_too_short(len(words), language, least))
    elif len(words) > ALTERNATIVE_MOST:
        message = _alternative_too_long(len(words), language, ALTERNATIVE_MOST)
        yield wording.placed(message)


def _repeated(words: str, language: str, text: PlacedText, root: Node) -> str:
    """What an alternative text only repeats, or nothing."""
    picture = text.location[:-1]
    file = root.at((*picture, "file"))
    heading = root.at((*picture[:-1], "heading", language))
    if heading is not None and heading.kind == "text" and _bare(heading.value) == _bare(words):
        return Phrase("heading")
    if file is not None and file.kind == "text":
        path = PurePath(file.value)
        if _bare(words) in (_bare(path.name), _bare(path.stem)):
            return Phrase("file's name")
    return ""


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).strip().casefold()
