"""The rules for stories: few words, no HTML, pictures that are there, figures with a date."""

from __future__ import annotations

import math
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules.fact_rules import check_as_of, check_figure, check_source
from kiosk.exhibit.rules.film_rules import check_recording
from kiosk.exhibit.rules.owner_rules import focus_message
from kiosk.exhibit.rules.picture_messages import PICTURE_KIND
from kiosk.exhibit.skeletons import UNWRITTEN
from kiosk.text.file_names import found_as
from kiosk.text.message_words import counting, did_you_mean_or, in_words, shortened, write_nearest
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kiosk.exhibit.model.exhibit import StoryPage, StoryPanel
    from kiosk.exhibit.model.located_message import Existing
    from kiosk.exhibit.model.parts import Picture
    from kiosk.text.messages import Message
    from kiosk.text.multilingual import Text
    from kiosk.text.yaml_source import Location

_TOO_MANY_WORDS = Rule(
    "too-many-words",
    why="Skimming begins above 70 words (Bitgood; Te Papa gives 30 to 70 words to a page).",
    file="zones/shenzhen.yaml",
    wrong=f"text: {{en: {'We made steel. ' * 23}We made steel., zh-Hant: 更多",
    right="text: {en: More of it., zh-Hant: 更多",
)


def _too_many_words(count: int, language: str, limit: int) -> Message:
    return _TOO_MANY_WORDS.message(
        Phrase(
            "{count} words in {language}; a page holds {limit}",
            count=count,
            language=in_words(language),
            limit=limit,
        ),
        counting(language) or "shorten it or make two pages",
    )


_LONG_PARAGRAPH = Rule(
    "long-paragraph",
    why="A paragraph of more than 50 words is passed over (Serrell).",
    file="zones/shenzhen.yaml",
    wrong=f"text: {{en: {'We made steel. ' * 16}We made steel., zh-Hant: 更多",
    right="text: {en: More of it., zh-Hant: 更多",
)


def _long_paragraph(count: int, language: str, limit: int) -> Message:
    return _LONG_PARAGRAPH.message(
        Phrase(
            "a paragraph of {count} words in {language}; {limit} are the most",
            count=count,
            language=in_words(language),
            limit=limit,
        ),
        counting(language) or "begin a new paragraph with an empty line",
    )


_HTML = Rule(
    "html",
    why="Texts are Markdown; HTML could name files and addresses, and is never shown.",
    file="zones/shenzhen.yaml",
    wrong="en: A <b>strong</b> steel.",
    right="en: A strong steel.",
)


def _html(found: str, language: str, others: int = 0) -> Message:
    """`others` is how many more tags the text has."""
    return _HTML.message(
        Phrase(
            "'{found}', and {others} more, is HTML, in {language}",
            found=shortened(found),
            others=others,
            language=in_words(language),
        )
        if others
        else Phrase(
            "'{found}' is HTML, in {language}", found=shortened(found), language=in_words(language)
        ),
        "use Markdown: *slanted*, **bold**",
    )


_NO_PICTURE = Rule(
    "no-picture",
    why="The page would have no picture.",
    file="zones/shenzhen.yaml",
    wrong="file: steal.svg",
    right="file: steel.svg",
)


def _no_picture(name: str, known: Collection[str]) -> Message:
    return _NO_PICTURE.message(
        Phrase("there is no picture '{name}' in the folder 'pictures'", name=shortened(name)),
        did_you_mean_or(name, known, Phrase("put it there")),
        fix=write_nearest(name, known),
    )


def _no_picture_yet() -> Message:
    return _NO_PICTURE.message(
        Phrase("no picture has been chosen yet"), "choose a file, or leave the picture out"
    )


def _picture_kind(name: str) -> Message:
    return PICTURE_KIND.message(
        Phrase("'{name}' is not a kind of picture we show", name=shortened(name)),
        "export it as .jpg, .png or .svg",
    )


RULES = (_TOO_MANY_WORDS, _LONG_PARAGRAPH, _HTML, _NO_PICTURE)
"""The rules of this file."""


PAGE_WORDS = 70
PARAGRAPH_WORDS = 50
PICTURE_KINDS = frozenset(
    {".jpg", ".jpeg", ".jfif", ".png", ".svg", ".webp", ".gif", ".tif", ".tiff", ".bmp"}
    | {".avif", ".heic", ".heif"}
)
"""How the names of pictures may end.  What a file is, its bytes tell."""

CHARACTERS_A_WORD = 1.6
"""How many Chinese characters say as much as one English word."""

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<[!?]")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def words_in(text: str) -> int:
    """How many words a text has; Chinese characters count as 1/1.6 of a word each."""
    characters = len(_HAN.findall(text))
    others = [part for part in _HAN.sub(" ", text).split() if any(map(str.isalnum, part))]
    return len(others) + math.ceil(characters / CHARACTERS_A_WORD)


def check_story(panel: StoryPanel, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong with the pages of the story at `at`."""
    for index, page in enumerate(panel.pages):
        yield from _check_page(page, (*at, "pages", index), existing)


def _check_page(page: StoryPage, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    yield from check_source(page.source, (*at, "source"), existing)
    yield from check_page_text(page.text, at)
    if page.figure is not None:
        yield from check_figure(page.figure, (*at, "figure"), existing)
        yield from check_as_of(page.figure, (*at, "figure"), existing)
    if page.picture is not None:
        yield from check_picture(page.picture, (*at, "picture"), existing.pictures)
    yield from check_recording(page, at, existing.films)


def check_picture(
    picture: Picture, at: Location, pictures: Collection[str]
) -> Iterator[LocatedMessage]:
    """Whether the picture at `at` exists, is of a kind we show, and is cut where it can be."""
    message = picture_message(picture.file, pictures)
    if message is not None:
        yield LocatedMessage((*at, "file"), message)
    beside = focus_message(picture)
    if beside is not None:
        yield LocatedMessage((*at, "focus"), beside)


def picture_message(name: str, pictures: Collection[str]) -> Message | None:
    """What is wrong with the name of a picture, among those that there are."""
    if name.strip() == UNWRITTEN:
        return _no_picture_yet()
    if PurePath(name).suffix.lower() not in PICTURE_KINDS:
        return _picture_kind(name)
    return None if found_as(name, pictures) is not None else _no_picture(name, pictures)


def check_html(text: Text, at: Location, *, spoils: Location) -> Iterator[LocatedMessage]:
    """The first HTML in each language of a text."""
    for language, words in text.versions.items():
        html = _TAG.findall(words)
        if html:
            message = _html(html[0], language, sum(not tag.startswith("</") for tag in html[1:]))
            yield LocatedMessage((*at, language), message, spoils=spoils)


def check_page_text(written: Text, at: Location) -> Iterator[LocatedMessage]:
    """What is wrong with the text of the page at `at`."""
    yield from check_html(written, (*at, "text"), spoils=at)
    for language, text in written.versions.items():
        here = (*at, "text", language)
        count = words_in(text)
        if count > PAGE_WORDS:
            message = _too_many_words(count, language, PAGE_WORDS)
            yield LocatedMessage(here, message, spoils=at)
        longest = max(map(words_in, _PARAGRAPHS.split(text)))
        if longest > PARAGRAPH_WORDS:
            message = _long_paragraph(longest, language, PARAGRAPH_WORDS)
            yield LocatedMessage(here, message, spoils=at)
