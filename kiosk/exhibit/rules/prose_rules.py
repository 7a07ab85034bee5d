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

from kiosk.exhibit.rules import editorial_messages
from kiosk.exhibit.rules.story_rules import words_in
from kiosk.text.wordings import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.text.wordings import PlacedText, Wording
    from kiosk.text.yaml_source import Node

INTRODUCTION_WORDS = 50
HEADLINE_WORDS = 12
SENTENCE_WORDS = 25
ALTERNATIVE_LEAST: Mapping[bool, int] = MappingProxyType({False: 15, True: 6})
"""The fewest characters of an alternative text, in Chinese and in other languages."""
ALTERNATIVE_MOST = 200

_INTRODUCTIONS = frozenset({"welcome", "introduction", "summary", "sentence"})
_HEADLINES = frozenset({"title", "headline", "heading"})
_PROSE = _INTRODUCTIONS | {"text", "note"}

# A full stop ends a sentence unless small letters follow, as after an abbreviation.  A Chinese
# semicolon ends one too: what stands around it could be sentences of their own.
_END_OF_SENTENCE = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s++[^\sa-zà-ÿ]|\s*+$)|[。！？；]++[」』”’）]*+|\n\s*\n"
)

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


def check_prose(text: PlacedText, root: Node) -> Iterator[Remark]:
    """What is too long in a text, or not worth saying; `root` is the file's tree."""
    for wording in text.wordings.values():
        if text.key in _INTRODUCTIONS:
            yield from _too_many_words(wording)
        elif text.key in _HEADLINES:
            count = words_in(wording.words)
            if count > HEADLINE_WORDS:
                yield Remark(
                    wording,
                    editorial_messages.long_headline(count, wording.language, HEADLINE_WORDS),
                )
        elif text.key == "alternative":
            yield from _check_alternative(wording, text, root)
        if text.key in _PROSE:
            yield from _long_sentences(wording)


def check_length(text: PlacedText) -> Iterator[Remark]:
    """The number of words alone, for a text that is far too long for anything else."""
    for wording in text.wordings.values():
        yield from _too_many_words(wording)


def _too_many_words(wording: Wording) -> Iterator[Remark]:
    count = words_in(wording.words)
    if count > INTRODUCTION_WORDS:
        message = editorial_messages.long_introduction(count, wording.language, INTRODUCTION_WORDS)
        yield Remark(wording, message)


def _long_sentences(wording: Wording) -> Iterator[Remark]:
    begin = 0
    ends = [match.end() for match in _END_OF_SENTENCE.finditer(wording.words)]
    for end in (*ends, len(wording.words)):
        sentence = wording.words[begin:end]
        count = words_in(sentence)
        if count > SENTENCE_WORDS:
            first_letter = begin + len(sentence) - len(sentence.lstrip())
            message = editorial_messages.long_sentence(count, wording.language, SENTENCE_WORDS)
            yield Remark(wording, message, first_letter)
        begin = end


def _check_alternative(wording: Wording, text: PlacedText, root: Node) -> Iterator[Remark]:
    language, words = wording.language, wording.words.strip()
    repeated = _repeated(words, language, text, root)
    if repeated:
        yield Remark(wording, editorial_messages.alternative_repeats(repeated, language))
        return
    opening = _OPENINGS[language].match(words)
    if opening:
        yield Remark(wording, editorial_messages.alternative_opening(opening[0], language))
    least = ALTERNATIVE_LEAST[language.startswith("zh")]
    if len(words) < least:
        yield Remark(wording, editorial_messages.alternative_too_short(len(words), language, least))
    elif len(words) > ALTERNATIVE_MOST:
        message = editorial_messages.alternative_too_long(len(words), language, ALTERNATIVE_MOST)
        yield Remark(wording, message)


def _repeated(words: str, language: str, text: PlacedText, root: Node) -> str:
    """What an alternative text only repeats, or nothing."""
    picture = text.location[:-1]
    file = root.at((*picture, "file"))
    heading = root.at((*picture[:-1], "heading", language))
    if heading is not None and heading.kind == "text" and _bare(heading.value) == _bare(words):
        return "heading"
    if file is not None and file.kind == "text":
        path = PurePath(file.value)
        if _bare(words) in (_bare(path.name), _bare(path.stem)):
            return "file's name"
    return ""


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).strip().casefold()
