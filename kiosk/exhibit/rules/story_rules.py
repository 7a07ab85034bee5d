"""The rules for stories: few words, no HTML, pictures that are there, figures with a date."""

from __future__ import annotations

import math
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.model.finding import Finding
from kiosk.exhibit.rules import story_mistakes
from kiosk.exhibit.rules.fact_rules import as_of_findings, figure_findings, source_findings
from kiosk.text.file_names import found_as

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kiosk.exhibit.model.exhibit import StoryPage, StoryPanel
    from kiosk.exhibit.model.finding import Existing
    from kiosk.exhibit.model.parts import Picture
    from kiosk.text.multilingual import Text
    from kiosk.text.yaml_source import Location

PAGE_WORDS = 70
PARAGRAPH_WORDS = 50
PICTURE_KINDS = frozenset(
    {".jpg", ".jpeg", ".jfif", ".png", ".svg", ".webp", ".gif", ".tif", ".tiff", ".bmp"}
)
"""How the names of pictures may end.  What a file is, its bytes tell."""

CHARACTERS_A_WORD = 1.6
"""How many Chinese characters say as much as one English word."""

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<[!?]")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def words_in(text: str) -> int:
    """How many words a text has; Chinese characters count as 1/1.6 of a word each."""
    characters = len(_HAN.findall(text))
    others = [part for part in _HAN.sub(" ", text).split() if any(map(str.isalnum, part))]
    return len(others) + math.ceil(characters / CHARACTERS_A_WORD)


def story_findings(panel: StoryPanel, at: Location, existing: Existing) -> Iterator[Finding]:
    """What is wrong with the pages of a story that stands at `at`."""
    for index, page in enumerate(panel.pages):
        yield from _page_findings(page, (*at, "pages", index), existing)


def _page_findings(page: StoryPage, at: Location, existing: Existing) -> Iterator[Finding]:
    yield from source_findings(page.source, (*at, "source"), existing)
    yield from _text_findings(page, at)
    if page.figure is not None:
        yield from figure_findings(page.figure, (*at, "figure"), existing)
        yield from as_of_findings(page.figure, (*at, "figure"), existing)
    if page.picture is not None:
        yield from picture_findings(page.picture, (*at, "picture"), existing.pictures)


def picture_findings(
    picture: Picture, at: Location, pictures: Collection[str]
) -> Iterator[Finding]:
    """Whether the picture that stands at `at` is one of those there are, and of a kind we show."""
    name, here = picture.file, (*at, "file")
    if PurePath(name).suffix.lower() not in PICTURE_KINDS:
        yield Finding(here, story_mistakes.picture_kind(name))
    elif found_as(name, pictures) is None:
        yield Finding(here, story_mistakes.no_picture(name, pictures))


def html_findings(text: Text, at: Location, *, spoils: Location) -> Iterator[Finding]:
    """The first HTML in each language of a text."""
    for language, words in text.versions.items():
        html = _HTML.findall(words)
        if html:
            mistake = story_mistakes.html(
                html[0], language, sum(not tag.startswith("</") for tag in html[1:])
            )
            yield Finding((*at, language), mistake, spoils=spoils)


def _text_findings(page: StoryPage, at: Location) -> Iterator[Finding]:
    yield from html_findings(page.text, (*at, "text"), spoils=at)
    for language, text in page.text.versions.items():
        here = (*at, "text", language)
        count = words_in(text)
        if count > PAGE_WORDS:
            mistake = story_mistakes.too_many_words(count, language, PAGE_WORDS)
            yield Finding(here, mistake, spoils=at)
        longest = max(map(words_in, _PARAGRAPHS.split(text)))
        if longest > PARAGRAPH_WORDS:
            mistake = story_mistakes.long_paragraph(longest, language, PARAGRAPH_WORDS)
            yield Finding(here, mistake, spoils=at)
