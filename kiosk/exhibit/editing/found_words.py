"""Finds words and figures in everything that an exhibit's files say, and writes others there."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.editing.edits import SetTexts
from kiosk.exhibit.editing.number_writing import places_of, written_like
from kiosk.exhibit.editing.shapes import names_in, shape_at
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.exhibit.translating.translation_record import RECORD_FILE
from kiosk.text.languages import is_language
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from kiosk.exhibit.editing.edits import Edit
    from kiosk.text.yaml_source import Location, Node

MOST = 500
"""So many places are listed; whoever finds more looks for something longer."""


class FoundWords(NamedTuple):
    """Where something that was looked for stands.

    `language` is empty for what is no text of a language; `is_number` for a figure that is written
    in another way.  An id and the name of a thing can't be written over: it is renamed.
    """

    file: str
    location: Location
    language: str
    words: str
    begin: int
    length: int
    is_number: bool = False
    can_be_written: bool = True

    @property
    def found(self) -> str:
        """The words as they stand there."""
        return self.words[self.begin : self.begin + self.length]


def find(roots: Mapping[str, Node], wanted: str) -> tuple[FoundWords, ...]:
    """Everywhere the files say it: capitals, accents and the width of signs make no difference,
    and a number is found in every way of writing it."""
    wanted = wanted.strip()
    if not wanted:
        return ()
    plain, number = _plain(wanted), _number(wanted)
    found: list[FoundWords] = []
    for file, root in roots.items():
        if file == RECORD_FILE:
            continue
        named = {each.location for each in names_in(file, root)}
        for location, words, is_key in _written(root, ()):
            language = _language_of(location)
            places = list(_places(words, plain, number, language))
            can_be = bool(places) and not is_key and location not in named
            can_be = can_be and _is_free(file, location, root)
            found += (
                FoundWords(file, location, language, words, begin, length, is_number, can_be)
                for begin, length, is_number in places
            )
            if len(found) >= MOST:
                return tuple(found[:MOST])
    return tuple(found)


def instead_of(found: FoundWords, wanted: str, new: str) -> str | None:
    """What would stand in place of it; None where nothing can."""
    if not found.can_be_written:
        return None
    before, now = _number(wanted), _number(new)
    if before is not None and now is not None and found.language:
        return written_like(found.found, before, now, found.language) or None
    return None if found.is_number else new


def written_instead(
    roots: Mapping[str, Node], places: Iterable[FoundWords], wanted: str, new: str
) -> tuple[Edit, ...]:
    """What writes `new` at each of these places that still says what was found."""
    by_text: dict[tuple[str, Location], list[FoundWords]] = {}
    for each in places:
        by_text.setdefault((each.file, each.location), []).append(each)
    by_file: dict[str, dict[Location, str]] = {}
    for (file, location), found in by_text.items():
        root = roots.get(file)
        node = None if root is None else root.at(location)
        if node is None or node.kind != "text" or node.value != found[0].words:
            continue
        words = node.value
        for each in sorted(found, key=lambda one: one.begin, reverse=True):
            instead = instead_of(each, wanted, new)
            if instead is not None:
                words = words[: each.begin] + instead + words[each.begin + each.length :]
        if words != node.value:
            by_file.setdefault(file, {})[location] = words
    return tuple(SetTexts(file, words) for file, words in by_file.items())


def _written(node: Node, at: Location) -> Iterator[tuple[Location, str, bool]]:
    """Every text, and the keys that are the ids of things."""
    if node.kind == "text":
        yield at, str(node.value), False
    elif node.kind == "list":
        for number, entry in enumerate(node.value):
            yield from _written(entry, (*at, number))
    else:
        for key, entry in node.value.items():
            if not at and entry.kind == "mapping":
                yield (key,), key, True
            yield from _written(entry, (*at, key))


def _language_of(location: Location) -> str:
    last = location[-1] if location else ""
    return last if isinstance(last, str) and len(location) > 1 and is_language(last) else ""


def _is_free(file: str, location: Location, root: Node) -> bool:
    """Whether anything at all may be written there."""
    if location[-1] == "id":
        return False
    around = shape_at(file, location[:-1], root)
    if around is not None and around.type is Text:
        return True
    shape = shape_at(file, location, root)
    return shape is not None and shape.type in (Text, str, Value, WrittenDate)


def _places(
    words: str, plain: str, number: Decimal | None, language: str
) -> Iterator[tuple[int, int, bool]]:
    same = _plain(words)
    begins = set()
    begin = same.find(plain)
    while begin >= 0:
        begins.add(begin)
        yield begin, len(plain), False
        begin = same.find(plain, begin + len(plain))
    if number is None:
        return
    if language:
        for found, written in places_of(number, words, language):
            if found not in begins:
                yield found, len(written), True
    elif not begins and _number(words) == number:
        yield 0, len(words), True


def _number(written: str) -> Decimal | None:
    try:
        return Value.parse(written).number
    except ValueError:
        return None


def _plain(words: str) -> str:
    """Small letters without accents, as many as there were."""
    return "".join(map(_plain_letter, words))


@lru_cache(maxsize=8192)
def _plain_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    small = unicodedata.normalize("NFKD", letter.casefold())
    return small[0] if small and (len(small) == 1 or unicodedata.combining(small[1])) else letter
