"""Every text of the shipped exhibit in every width: what its lines may never do."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.language import LANGUAGES
from kiosk.look.typesetting import Setting, set_text, width_of, words_by_line
from kiosk.shipped import shipped
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.look.look import Look

_NEVER_FIRST = frozenset("，。、；：！？」』）》〉】”’)]},.;:!?%…")
_NEVER_LAST = frozenset("「『（《〈【“‘([{")
_HAN = re.compile("[\u3400-\u9fff]")
_WHOLE = {
    "en": r"\d{1,2} (?:June|July|August|September|October|November|December|January|February|March"
    r"|April|May) \d{4}|[\d.,]+ (?:million|billion|trillion)|Hong Kong|Greater Bay Area"
    r"|Pearl River|Lok Ma Chau|Xue Qikun|Chan Sing|Zhou Yunxian",
    "pt": r"\d{1,2} de [a-zç]+ de \d{4}|[\d.,]+ (?:mil milhões|milhões|biliões)|Hong Kong"
    r"|Rio das Pérolas|Lok Ma Chau|Xue Qikun|Chan Sing|Zhou Yunxian",
    "zh-Hant": r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|[\d.,]+[萬億]+元?|第\d+\S|香港|澳門|深圳"
    r"|珠江|落馬洲|薛其坤|陳升|周運賢",
    "zh-Hans": r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|[\d.,]+[万亿]+元?|第\d+\S|香港|澳门|深圳"
    r"|珠江|落马洲|薛其坤|陈升|周运贤",
}
_UNSURE = {
    "en": r"\b(?:about|nearly|more than|less than)$",
    "pt": r"\b(?:cerca de|quase|mais de|menos de)$",
    "zh-Hant": r"(?:逾|約|超過)$",
    "zh-Hans": r"(?:超过|约)$",
}
"""What says that a number is not exact, at the end of a line."""
_SMALL = {
    "en": r"(?:\b(?:the|an?|of|in|at|for|by|to|from|with|and)\s*)+$",
    "pt": r"(?:\b(?:[oa]s?|uma?|de|d[oa]s?|em|n[oa]|por|para|com|e|ao)\s*)+$",
}
_SHARE = 10
"""One text of so many is looked at, all of them in the long run."""


def test_lines_of_some_shipped_texts(look: Look) -> None:
    texts = list(_shipped_texts())
    random.Random(12).shuffle(texts)

    assert list(_faults(look, texts[: len(texts) // _SHARE])) == []


@pytest.mark.soak
def test_lines_of_all_shipped_texts(look: Look) -> None:
    assert list(_faults(look, list(_shipped_texts()))) == []


def test_no_line_of_a_heading_ends_with_a_small_word_that_the_next_has_room_for(
    look: Look,
) -> None:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    named, faults = replace(look, names=exhibit.names), []
    for heading, language, (role, widths) in product(
        _headings(exhibit), _SMALL, (("title", (648, 560)), ("body", (485, 420, 300, 230)))
    ):
        for width in widths:
            words = heading.words_in(language)
            setting = set_text(
                named, words, language=language, role=role, width=width, balanced=True
            )
            lines = words_by_line(setting.layout)
            for line, following in pairwise(lines):
                small = re.search(_SMALL[language], line, re.IGNORECASE)
                moved = f"{small[0]} {following}" if small else ""
                if small and width_of(named, moved, language=language, role=role) <= width:
                    faults.append(f"{language} {role} {width}: {lines}")
    assert not faults, "\n".join(faults)


def _headings(exhibit: Exhibit) -> Iterator[Text]:
    """The names of places, the headlines of charts, and the titles and headings of stories."""
    for zone in exhibit.zones:
        yield zone.name
        for panel in zone.panels:
            if panel.kind == "chart":
                yield panel.headline
            elif panel.kind == "story":
                yield panel.title
                yield from (page.heading for page in panel.pages)


def _shipped_texts() -> Iterator[Text]:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    yield from _texts_in(exhibit.zones)
    yield from _texts_in(tuple(exhibit.sources.values()))


def _texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_in(each)
    else:
        for name in getattr(type(value), "model_fields", ()):
            yield from _texts_in(getattr(value, name))


def _faults(look: Look, texts: list[Text]) -> Iterator[str]:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    named = replace(look, names=exhibit.names)
    for text in texts:
        for language in LANGUAGES:
            # Paragraphs are set one by one.
            for words in text.words_in(language).split("\n\n"):
                plain = " ".join(words.split())
                for role, width in (("body", 632), ("secondary", 420), ("lead", 300)):
                    setting = set_text(named, plain, language=language, role=role, width=width)
                    lines = words_by_line(setting.layout)
                    for fault in _of(setting, named, language, role, width):
                        yield f"{language} {role} {width}: {fault} in {lines}"


def _of(setting: Setting, look: Look, language: str, role: str, width: float) -> Iterator[str]:
    lines = words_by_line(setting.layout)
    for number, line in enumerate(lines):
        if number and line[:1] in _NEVER_FIRST:
            yield f"begins with {line[:1]}"
        if number < len(lines) - 1 and line[-1:] in _NEVER_LAST:
            yield f"ends with {line[-1:]}"
    if len(lines) > 1 and len(re.findall(r"\w", lines[-1])) == 1 and _HAN.search(lines[-1]):
        yield "one letter alone"
    for line, following in pairwise(lines):
        if following[:1].isdigit() and re.search(_UNSURE[language], line, re.IGNORECASE):
            yield f"{following.split()[0]} without what says that it is not exact"
    if setting.ink > width + 0.5:
        yield "too wide"
    for match in re.finditer(_WHOLE[language], setting.text):
        # A mark behind it is not divided from it either.
        behind = setting.text[match.end() : match.end() + 1]
        most = width_of(look, match[0] + behind, language=language, role=role)
        if most < width * 0.9 and not any(match[0] in line for line in lines):
            yield f"{match[0]} divided"
