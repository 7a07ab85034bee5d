"""Where an exhibit still says what was changed: an old figure, an old date, an old name.

Nobody but a reader knows what a sentence means.  A figure of few digits, a month and a year are
looked for in their own place and in the steps of tours that show it, any other figure and a day
everywhere, a figure but for the places that have one of their own that is the same.  With its unit
beside it a figure of few digits is found also where a text is about no place in particular.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.editing.date_writing import date_like, places_of_date, speaks_as_of
from kiosk.exhibit.editing.edits import SetTexts
from kiosk.exhibit.editing.named_things import words_of
from kiosk.exhibit.editing.number_writing import places_of, written_like
from kiosk.exhibit.editing.picture_words import words_of_picture
from kiosk.exhibit.editing.unit_beside import unit_beside
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE
from kiosk.exhibit.translating.translation_record import RECORD_FILE
from kiosk.text.wordings import language_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from kiosk.exhibit.editing.changed_values import ChangedValue
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.text.yaml_source import Location, Node

MOST = 100
"""So many places are told of one change."""
_TELLING_DIGITS = 3
_YEARS = range(1800, 2101)
_ZONES, _TOURS = "zones/", "tours/"
_OF_FIGURES = ("value", "of")


class SaidElsewhere(NamedTuple):
    """Words of a text that say what was changed, and what they would say instead.

    `language` is empty for a figure; `instead` where the sentence has to be written anew.
    """

    file: str
    location: Location
    language: str
    begin: int
    written: str
    instead: str
    words: str


def said_elsewhere(roots: Mapping[str, Node], changed: ChangedValue) -> tuple[SaidElsewhere, ...]:
    """Everywhere that something which was changed is said as before, the nearest first."""
    places = sorted(_found(roots, changed), key=lambda each: each.file != changed.file)
    return tuple(places[:MOST])


def rewritten(roots: Mapping[str, Node], places: Iterable[SaidElsewhere]) -> tuple[Edit, ...]:
    """What writes the new words at each of these places where a text is still as it was."""
    by_text: dict[tuple[str, Location], list[SaidElsewhere]] = {}
    for each in places:
        if each.instead:
            by_text.setdefault((each.file, each.location), []).append(each)
    by_file: dict[str, dict[Location, str]] = {}
    for (file, location), found in by_text.items():
        root = roots.get(file)
        node = None if root is None else root.at(location)
        if node is None or node.kind != "text" or node.value != found[0].words:
            continue
        words = node.value
        for each in sorted(found, key=lambda one: one.begin, reverse=True):
            words = words[: each.begin] + each.instead + words[each.begin + len(each.written) :]
        by_file.setdefault(file, {})[location] = words
    return tuple(SetTexts(file, words) for file, words in by_file.items())


def _found(roots: Mapping[str, Node], changed: ChangedValue) -> Iterator[SaidElsewhere]:
    match changed.kind:
        case "name":
            yield from _names(roots, changed)
        case "date":
            yield from _dates(roots, changed)
        case "picture":
            yield from _of_picture(roots[changed.file], changed)
        case "figure":
            now = _number(changed.after)
            before = _number(changed.before)
            if before is not None and now is not None and before != now:
                yield from _figures(roots, changed, before, now)
        case "unit":
            root = roots[changed.file]
            written = words_of(root.at((*changed.location[:-1], "value")), "")
            number = _number(written)
            if number is not None:
                yield from _figures(roots, changed, number, None)


def _of_picture(root: Node, changed: ChangedValue) -> Iterator[SaidElsewhere]:
    """What is said of the picture as it was of the one before it."""
    now = set(words_of_picture(root, changed.location))
    for each in changed.beside:
        if each in now:
            yield SaidElsewhere(
                changed.file, each.location, each.language, 0, each.words, "", each.words
            )


def _number(written: str) -> Decimal | None:
    try:
        return Value.parse(written).number
    except ValueError:
        return None


def _figures(
    roots: Mapping[str, Node], changed: ChangedValue, before: Decimal, now: Decimal | None
) -> Iterator[SaidElsewhere]:
    own = words_of(roots[changed.file].at(("id",)), "")
    unit = changed.before
    if changed.kind != "unit":
        unit = words_of(roots[changed.file].at((*changed.location[:-1], "unit")), "")
    is_telling = _is_telling(before)
    zones = {
        words_of(root.at(("id",)), "") for file, root in roots.items() if file.startswith(_ZONES)
    }
    others = {
        words_of(root.at(("id",)), "")
        for file, root in roots.items()
        if file.startswith(_ZONES) and file != changed.file and _has_figure(root, before)
    }
    if now is not None and is_telling:
        yield from _same_figures(roots[changed.file], changed, before, now)
    for file, location, language, words in _texts(roots):
        about = _zone_of(file, location, roots[file])
        is_near = is_telling or about == own
        if about in others or (not is_near and about in zones):
            continue
        # A small number is said of many things; with its unit, and of no other place, it is told.
        beside = None if is_near else unit_beside(roots, unit, language)
        if beside is None and not is_near:
            continue
        for begin, written in places_of(before, words, language):
            if beside is not None and not beside.match(words, begin + len(written)):
                continue
            is_sure = is_near or own in _highlighted(location, roots[file])
            instead = ""
            if now is not None and is_sure:
                instead = written_like(written, before, now, language)
            yield SaidElsewhere(file, location, language, begin, written, instead, words)


def _is_telling(number: Decimal) -> bool:
    """Whether the same number elsewhere is probably the same figure."""
    digits = number.normalize().as_tuple().digits
    return len(digits) >= _TELLING_DIGITS and number not in _YEARS


def _same_figures(
    root: Node, changed: ChangedValue, before: Decimal, now: Decimal
) -> Iterator[SaidElsewhere]:
    """The same figure once more in its place, as of a chart beside the fact."""
    for location, written in _values(root):
        number = _number(written)
        if number != before or location == changed.location:
            continue
        instead = written_like(written.strip(), before, now, "en") or changed.after
        yield SaidElsewhere(changed.file, location, "", 0, written, instead, written)


def _values(node: Node, at: Location = ()) -> Iterator[tuple[Location, str]]:
    if node.kind == "text":
        if at and at[-1] in _OF_FIGURES:
            yield at, node.value
        return
    steps = enumerate(node.value) if node.kind == "list" else node.value.items()
    for step, entry in steps:
        yield from _values(entry, (*at, step))


def _has_figure(root: Node, number: Decimal) -> bool:
    return any(_number(written) == number for _, written in _values(root))


def _texts(roots: Mapping[str, Node]) -> Iterator[tuple[str, Location, str, str]]:
    for file, root in roots.items():
        if file in (RECORD_FILE, SOURCES_FILE):
            # What a source is called was printed like that.
            continue
        for location, node in language_nodes(root):
            for language, each in node.value.items():
                if each.kind == "text" and each.value:
                    yield file, (*location, language), language, each.value


def _zone_of(file: str, location: Location, root: Node) -> str:
    """The place that a text is about, as far as its file says one."""
    if file.startswith(_ZONES):
        return words_of(root.at(("id",)), "")
    if file.startswith(_TOURS) and location[:1] == ("steps",):
        shown = words_of(root.at((*location[:2], "place")), "")
        return shown.strip("/").partition("/")[0]
    return ""


def _highlighted(location: Location, root: Node) -> tuple[str, ...]:
    """The places that a step of a tour points at."""
    pointed = root.at((*location[:2], "highlight")) if location[:1] == ("steps",) else None
    if pointed is None or pointed.kind != "list":
        return ()
    return tuple(words_of(each, "") for each in pointed.value)


def _names(roots: Mapping[str, Node], changed: ChangedValue) -> Iterator[SaidElsewhere]:
    name, language = changed.before, changed.language
    if len(name) < 2 or not changed.after:
        return
    is_chinese = language.startswith("zh")
    pattern = re.compile(re.escape(name) if is_chinese else rf"(?<!\w){re.escape(name)}(?!\w)")
    for file, location, spoken, words in _texts(roots):
        is_own = file == changed.file and location[0] == "name"
        if is_own or (language and spoken != language):
            continue
        # "Zhuhai" within "Zhuhai City" is written already: it would become "Zhuhai City City".
        new = [each.span() for each in re.finditer(re.escape(changed.after), words)]
        for match in pattern.finditer(words):
            if not any(first <= match.start() and match.end() <= last for first, last in new):
                yield SaidElsewhere(
                    file, location, spoken, match.start(), match[0], changed.after, words
                )


def _dates(roots: Mapping[str, Node], changed: ChangedValue) -> Iterator[SaidElsewhere]:
    """A day is one and the same everywhere; a month or a year elsewhere is another one's."""
    try:
        before, now = WrittenDate.parse(changed.before), WrittenDate.parse(changed.after)
    except ValueError:
        return
    if before == now:
        return
    own = words_of(roots[changed.file].at(("id",)), "") if changed.file.startswith(_ZONES) else ""
    is_as_precise = [each is None for each in (before.month, before.day)] == [
        each is None for each in (now.month, now.day)
    ]
    is_said = changed.location[-1] in _OF_FIGURES
    for file, location, language, words in _texts(roots):
        if before.day is None:
            about = _zone_of(file, location, roots[file])
            is_own = about == own if own else file == changed.file
            if not is_own:
                continue
        for place in places_of_date(before, words, language):
            # A month of what happened is none of these figures: only who reads it can tell.
            is_of_it = is_said or before.day is not None or speaks_as_of(place, words, language)
            instead = date_like(place, now, language) if is_as_precise and is_of_it else ""
            yield SaidElsewhere(
                file, location, language, place.begin, place.written, instead, words
            )
