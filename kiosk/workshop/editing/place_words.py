"""What the editor calls a place of a file: in the words of its window, never by files and keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.ways_in_words import way_in_words
from kiosk.exhibit.reading.exhibit_reading import (
    EXHIBIT_FILE,
    SOURCES_FILE,
    TERMS_FILE,
    UNITS_FILE,
)
from kiosk.languages.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.yaml_source import Location, Node

_GROUPS = (
    ("layers/", "edit_layers"),
    ("tours/", "edit_tours"),
    (SOURCES_FILE, "edit_sources"),
    (UNITS_FILE, "edit_units"),
    (TERMS_FILE, "edit_terms"),
    (EXHIBIT_FILE, "edit_exhibit"),
)
"""What is said before a thing that is no place."""
_STEP = " › "
_SENTENCE_END = re.compile(r"[.!?][”\"»’)]*\s+(?=[^\W\da-z_])|[。！？][”」』）]*|\n\s*\n")
_AROUND = 36
"""So many letters around what is meant are shown with it."""


def place_words(
    style: InterfaceStyle, roots: Mapping[str, Node], file: str, location: Location
) -> str:
    """Where it is: "Tours: An official visit › 3. Hengqin › Notes"."""
    root = roots.get(file)
    if root is None:
        return file
    way = _STEP.join(way_in_words(file, root, location, style.language))
    word = next((word for start, word in _GROUPS if file.startswith(start)), "")
    return style.say("said_of_kind", kind=style.say(word), way=way) if word else way


def language_names(tags: Iterable[str]) -> str:
    """The languages by their own names: "English, Português"."""
    known = (LANGUAGES.get(tag) for tag in dict.fromkeys(tags) if tag)
    return ", ".join(each.name for each in known if each is not None)


def sentence_of(words: str, begin: int, length: int) -> str:
    """The whole sentence around some letters of a text, in one line: it tells what they mean."""
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    first = max((end for end in ends if end <= begin), default=0)
    last = min((end for end in ends if end >= begin + length), default=len(words))
    return " ".join(words[first:last].split())


def excerpt_of(words: str, begin: int, length: int) -> str:
    """What stands around some letters of a text, in one line, from a whole word to another."""
    first, last = max(0, begin - _AROUND), min(len(words), begin + length + _AROUND)
    while first and first < begin and words[first - 1].isalnum() and words[first - 1].isascii():
        first += 1
    while (
        last < len(words)
        and last > begin + length
        and words[last].isalnum()
        and words[last].isascii()
    ):
        last -= 1
    said = " ".join(words[first:last].split())
    return ("…" if first else "") + said + ("…" if last < len(words) else "")
